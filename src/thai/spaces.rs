//! Spaces between words, as people type them.

/// The words of a text with one space between them, on one line.
pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::single_spaced;

    #[test]
    fn of_any_kind_and_width() {
        assert_eq!(
            single_spaced(" ลงวันที่\n  15\u{a0}ต.ค.\t65 "),
            "ลงวันที่ 15 ต.ค. 65"
        );
    }
}
