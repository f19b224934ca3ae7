//! Plain text and CSV: UTF-8, UTF-16 with its mark, or Windows-874.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_874};

/// The text of a file, where it is one.
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
    let (text, faulty) = WINDOWS_874.decode_without_bom_handling(bytes);
    (!faulty && is_text(&text)).then_some(text)
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
