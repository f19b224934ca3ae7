//! Plain text and CSV: UTF-8, UTF-16 with its mark, or Windows-874.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_874};

/// Of so many letters one may be damaged: a text that was cut or glued is a text all the same.
const LETTERS_TO_A_WRONG_ONE: usize = 20;

/// The text of a file, where it is one. What is damaged in it is U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if bytes.is_empty() {
        return None;
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        // The mark alone shows that it is text; a wrong byte does not hide the rest.
        return Some(encoding.decode_without_bom_handling(&bytes[mark..]).0);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return is_text(text).then_some(Cow::Borrowed(text));
    }
    let as_utf8 = String::from_utf8_lossy(bytes);
    if is_nearly_whole(&as_utf8, |letter| !letter.is_ascii()) && is_text(&as_utf8) {
        return Some(as_utf8);
    }
    let (text, _) = WINDOWS_874.decode_without_bom_handling(bytes);
    (is_nearly_whole(&text, |_| true) && is_text(&text)).then_some(text)
}

/// Whether few of the letters that speak for an encoding are damaged.
fn is_nearly_whole(text: &str, speaks: impl Fn(char) -> bool) -> bool {
    let damaged = |letter: &char| *letter == char::REPLACEMENT_CHARACTER;
    let wrong = text.chars().filter(damaged).count();
    let right = text
        .chars()
        .filter(|letter| !damaged(letter) && speaks(*letter))
        .count();
    wrong * LETTERS_TO_A_WRONG_ONE <= right
}

/// Whether nothing stands in it that no text has.
fn is_text(text: &str) -> bool {
    text.chars().all(|letter| {
        !letter.is_control()
            || matches!(
                letter,
                '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}' | '\u{80}'..='\u{9f}'
            )
    })
}
