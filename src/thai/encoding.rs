//! Which of the encodings that Thai offices have used a text is in that is not UTF-8.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_874};

use crate::thai::numeral::is_mark;

/// A text in another encoding than UTF-8, read, and what the encoding is called. `None` where it is not certain: a
/// damaged text in UTF-8 must not become one that nobody can read.
pub fn of_other_encoding(bytes: &[u8]) -> Option<(String, &'static str)> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, faulty) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (!faulty).then(|| (text.into_owned(), encoding.name()));
    }
    if bytes.contains(&0) {
        return utf_16(bytes);
    }
    let (text, faulty) = WINDOWS_874.decode_without_bom_handling(bytes);
    let as_utf_8 = String::from_utf8_lossy(bytes);
    if faulty || utf_8_with_few_faults(&as_utf_8) || has_mark_on_latin(&text) {
        return None;
    }
    if text
        .chars()
        .any(|letter| matches!(letter, '\u{80}'..='\u{9f}'))
    {
        return None;
    }
    let beyond = |letter: &char| !letter.is_ascii();
    let letters: Vec<char> = text.chars().filter(beyond).collect();
    let thai = letters
        .iter()
        .filter(|letter| super::numeral::is_thai(**letter))
        .count();
    (thai > 0 && thai * 10 >= letters.len() * 9).then(|| (text.into_owned(), "Windows-874"))
}

/// A text in UTF-16 without a mark: every line end and space says which byte comes first, and all of it is what people
/// write in Thai or English.
fn utf_16(bytes: &[u8]) -> Option<(String, &'static str)> {
    let read = |encoding: &'static Encoding| {
        let (text, faulty) = encoding.decode_without_bom_handling(bytes);
        let is_written = |letter: char| {
            matches!(letter, '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{ff}' | '\u{2000}'..='\u{206f}')
                || super::numeral::is_thai(letter)
        };
        let is_text = !faulty && !text.is_empty() && text.chars().all(is_written);
        is_text.then(|| (text.into_owned(), encoding.name()))
    };
    match (read(UTF_16LE), read(UTF_16BE)) {
        (Some(text), None) | (None, Some(text)) => Some(text),
        _ => None,
    }
}

/// Letters beyond ASCII to a wrong byte, of which a text in UTF-8 has more.
const RIGHT_TO_A_WRONG_ONE: usize = 4;

/// Whether a text that was read as UTF-8, with U+FFFD for wrong bytes, is that all the same: text of another encoding
/// hardly ever makes a letter of several bytes.
pub fn utf_8_with_few_faults(text: &str) -> bool {
    let damaged = text.matches(char::REPLACEMENT_CHARACTER).count();
    let letters = text.chars().filter(|letter| !letter.is_ascii()).count() - damaged;
    letters >= damaged * RIGHT_TO_A_WRONG_ONE
}

/// Whether a Thai vowel or tone stands on a Latin letter, as where `é` of another language was read as Thai.
fn has_mark_on_latin(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters
        .windows(2)
        .any(|pair| pair[0].is_ascii_alphanumeric() && is_mark(pair[1]))
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
    fn utf_16_needs_no_mark() {
        for text in ["+++\ntitle = \"แผน\"\n+++\nข่าว\n", "title = 1\r\n"] {
            let little = text.encode_utf16().flat_map(u16::to_le_bytes);
            let big = text.encode_utf16().flat_map(u16::to_be_bytes);
            let read = |bytes: Vec<u8>| of_other_encoding(&bytes);
            assert_eq!(read(little.collect()), Some((text.to_owned(), "UTF-16LE")));
            assert_eq!(read(big.collect()), Some((text.to_owned(), "UTF-16BE")));
        }
    }

    #[test]
    fn what_is_damaged_is_left() {
        let mut cut = "แผนดำเนินงาน".as_bytes().to_vec();
        cut.pop();
        assert_eq!(of_other_encoding(&cut), None);
        assert_eq!(of_other_encoding(b"caf\xe9"), None);
        assert_eq!(of_other_encoding(b"\0\xa1\xa2"), None);
        assert_eq!(of_other_encoding(b"PK\x03\x04\0\0\0\0"), None);
        assert_eq!(of_other_encoding(b"a\0b"), None);
    }
}
