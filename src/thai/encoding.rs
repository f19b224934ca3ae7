//! Which of the encodings that Thai offices have used a text is in that is not UTF-8.

use encoding_rs::{Encoding, WINDOWS_874};

/// A text in another encoding than UTF-8, read, and what the encoding is called. `None` where it is not certain: a
/// damaged text in UTF-8 must not become one that nobody can read.
pub fn of_other_encoding(bytes: &[u8]) -> Option<(String, &'static str)> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, faulty) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (!faulty).then(|| (text.into_owned(), encoding.name()));
    }
    let (text, faulty) = WINDOWS_874.decode_without_bom_handling(bytes);
    if faulty || bytes.contains(&0) || is_utf8_after_all(bytes) {
        return None;
    }
    let beyond = |letter: &char| !letter.is_ascii() && !matches!(letter, '\u{80}'..='\u{9f}');
    let letters: Vec<char> = text.chars().filter(beyond).collect();
    let thai = letters
        .iter()
        .filter(|letter| super::numeral::is_thai(**letter))
        .count();
    (thai > 0 && thai * 10 >= letters.len() * 9).then(|| (text.into_owned(), "Windows-874"))
}

/// Whether there are letters of UTF-8 beyond ASCII in it, which no other encoding makes by chance more than once.
fn is_utf8_after_all(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let right = |letter: &char| !letter.is_ascii() && *letter != char::REPLACEMENT_CHARACTER;
    text.chars().filter(right).count() > 1
}

#[cfg(test)]
mod tests {
    use super::{WINDOWS_874, of_other_encoding};

    #[test]
    fn what_notepad_saved_is_read() {
        let text = "+++\ntitle = \"แผนดำเนินงาน ปี ๒๕๖๖\"\n+++\nเทศบาล “ตัวอย่าง”\n";
        let (bytes, _, _) = WINDOWS_874.encode(text);
        let read = of_other_encoding(&bytes);
        assert_eq!(read, Some((text.to_owned(), "Windows-874")));
        let utf_16: Vec<u8> = [0xfeff]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(
            of_other_encoding(&utf_16),
            Some((text.to_owned(), "UTF-16LE"))
        );
    }

    #[test]
    fn what_is_damaged_is_left() {
        let mut cut = "แผนดำเนินงาน".as_bytes().to_vec();
        cut.pop();
        assert_eq!(of_other_encoding(&cut), None);
        assert_eq!(of_other_encoding(b"caf\xe9"), None);
        assert_eq!(of_other_encoding(b"\0\xa1\xa2"), None);
    }
}
