//! The known name nearest to a misspelt one.

/// Longer words are not slips of anything.
const LONGEST: usize = 120;

/// The nearest of `known`, if it is near enough to be what was meant; of two equally near ones
/// the first in the alphabet.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    let allowed = (length / 3).max(1);
    if length > LONGEST {
        return None;
    }
    known
        .into_iter()
        .filter(|name| name.chars().count().abs_diff(length) <= allowed)
        .map(|name| {
            let distance = strsim::damerau_levenshtein(&word, &name.to_lowercase());
            (distance, name)
        })
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        assert_eq!(
            nearest("titel", ["title", "date"]).as_deref(),
            Some("title")
        );
        assert_eq!(nearest("Date", ["title", "date"]).as_deref(), Some("date"));
        assert_eq!(nearest("colour", ["title", "date"]), None);
    }
}
