//! Quotation marks of every kind, around a text and in it.

use crate::parse::table::value::is_plain_key;

pub(super) const OPENING: [char; 7] = ['"', '\'', '“', '”', '„', '«', '‘'];
const CLOSING: [char; 6] = ['"', '\'', '”', '“', '»', '’'];

/// A text without the quotation marks around it, of whatever kind.
pub(super) fn unquoted(text: &str) -> &str {
    let inner = text.strip_prefix(OPENING).unwrap_or(text);
    inner.strip_suffix(CLOSING).unwrap_or(inner).trim()
}

/// Whether a text can stand between straight quotation marks as it is.
pub(super) fn is_plain_text(text: &str) -> bool {
    let odd = |c: char| c == '"' || c == '\\' || c == '#' || c == '=' || c.is_control();
    !text.is_empty() && !text.contains(odd)
}

/// A text in straight quotation marks with straight ones in it, `"ก "ข" ค"`: those inside are made round, because TOML
/// takes the second for the end. `None` for a list, for two keys on a line, and where they do not pair.
pub(in crate::parse::table) fn inner_quotes(value: &str) -> Option<String> {
    let inner = value.trim().strip_prefix('"')?.strip_suffix('"')?;
    let parts: Vec<&str> = inner.split('"').collect();
    if parts.len() < 3 || parts.len().is_multiple_of(2) || inner.contains(['\\', '<']) {
        return None;
    }
    let is_between = |part: &str| part.trim().trim_matches(',').trim().is_empty();
    // Outside of the inner pairs: `"ก", "ข"` is a list, and `"ก" unit = "ข"` has another key.
    let outside = parts.iter().step_by(2);
    let mut between = outside.clone().skip(1).take(parts.len() / 2 - 1);
    let names_key = |part: &str| {
        part.split_once('=')
            .is_some_and(|(key, _)| is_plain_key(key.trim()))
    };
    let inside = parts.iter().skip(1).step_by(2);
    if inside
        .clone()
        .any(|part| is_between(part) || names_key(part))
        || outside.clone().any(|part| names_key(part))
        || between.any(|part| part.contains(','))
    {
        return None;
    }
    let mut text = String::from("\"");
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            text.push(if at % 2 == 1 { '“' } else { '”' });
        }
        text.push_str(part);
    }
    Some(text + "\"")
}

/// The byte where the part of a line begins that is not in quotation marks and holds one of `signs`.
pub(in crate::parse::table) fn outside_quotes(line: &str, signs: &[char]) -> Option<usize> {
    let mut open = None;
    for (at, letter) in line.char_indices() {
        match open {
            Some(sign) => open = (letter != sign).then_some(sign),
            None if signs.contains(&letter) => return Some(at),
            None if matches!(letter, '"' | '\'') => open = Some(letter),
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::inner_quotes;

    #[test]
    fn quotation_marks_inside_a_text_are_made_round() {
        assert_eq!(
            inner_quotes("\"เรียกรับ \"เงินใต้โต๊ะ\" จากผู้รับเหมา\"").as_deref(),
            Some("\"เรียกรับ “เงินใต้โต๊ะ” จากผู้รับเหมา\"")
        );
        assert_eq!(
            inner_quotes("\"\"ก\" และ \"ข\"\"").as_deref(),
            Some("\"“ก” และ “ข”\"")
        );
        for value in [
            "\"ก\"",
            "\"ก\", \"ข\"",
            "\"ก\" \"ข\"",
            "\"ก\" unit = \"ข\"",
            "\"<iframe src=\"https://x.example/\">\"",
            "\"ก \"ข ค\"",
        ] {
            assert_eq!(inner_quotes(value), None, "{value}");
        }
    }
}
