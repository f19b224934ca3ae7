//! Quotation marks of every kind, around a text and in it.

pub(super) const OPENING: [char; 7] = ['"', '\'', '“', '”', '„', '«', '‘'];
const CLOSING: [char; 6] = ['"', '\'', '”', '“', '»', '’'];

/// A text without the quotation marks around it, of whatever kind.
pub(super) fn unquoted(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix(OPENING).unwrap_or(text);
    inner.strip_suffix(CLOSING).unwrap_or(inner).trim()
}

/// Whether a text can stand between straight quotation marks as it is. One with a mark that has no fellow was perhaps
/// meant to end there.
pub(super) fn is_plain_text(text: &str) -> bool {
    let odd = |c: char| matches!(c, '"' | '\\' | '#' | '=') || c.is_control();
    let stray = |c: char| c != '“' && c != '”' && (OPENING.contains(&c) || CLOSING.contains(&c));
    let mut open = false;
    let in_pairs = text.chars().all(|c| match c {
        '“' => !std::mem::replace(&mut open, true),
        '”' => std::mem::replace(&mut open, false),
        _ => true,
    });
    !text.is_empty() && !text.contains(odd) && !text.contains(stray) && in_pairs && !open
}

/// A text in straight quotation marks with straight ones in it, `"ก "ข" ค"`: those inside are made round, because TOML
/// takes the second for the end. `None` for a list, for two keys on a line, and where the marks do not pair: an opening
/// one follows a blank, and a closing one does not.
pub(in crate::parse::table) fn inner_quotes(value: &str) -> Option<String> {
    let inner = value.trim().strip_prefix('"')?.strip_suffix('"')?;
    if inner.contains(['\\', '<', '=']) {
        return None;
    }
    let mut text = String::from("\"");
    let mut open = false;
    let mut last = ' ';
    let mut marks = 0;
    for letter in inner.chars() {
        if letter == '"' {
            let after_blank = last.is_whitespace() || last == '(';
            if after_blank == open {
                return None;
            }
            open = !open;
            marks += 1;
            text.push(if open { '“' } else { '”' });
        } else {
            text.push(letter);
        }
        last = letter;
    }
    (marks > 0 && !open).then(|| text + "\"")
}

/// A text in single quotation marks with apostrophes in it, `'Do's & Don'ts'`: the marks around it are made double.
/// `None` where one of those inside does not stand between letters.
pub(super) fn apostrophes(value: &str) -> Option<String> {
    let inner = value.strip_prefix('\'')?.strip_suffix('\'')?;
    let parts: Vec<&str> = inner.split('\'').collect();
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let between =
        |pair: &[&str]| is_letter(pair[0].chars().last()) && is_letter(pair[1].chars().next());
    let is_one = parts.len() > 1 && parts.windows(2).all(between);
    (is_one && !inner.contains(['"', '\\'])).then(|| format!("\"{inner}\""))
}

/// The byte where the part of a line begins that is not in quotation marks and holds one of `signs`.
pub(in crate::parse::table) fn outside_quotes(line: &str, signs: &[char]) -> Option<usize> {
    let mut letters = letters(line);
    let found = letters.find(|(_, letter, is_quoted)| !is_quoted && signs.contains(letter));
    found.map(|(at, ..)| at)
}

/// The letters of a line with their bytes, and whether they stand in quotation marks; the marks do.
pub(super) fn letters(line: &str) -> impl Iterator<Item = (usize, char, bool)> {
    let mut open = None;
    line.char_indices().map(move |(at, letter)| {
        let is_quoted = open.is_some() || matches!(letter, '"' | '\'');
        open = match open {
            Some(sign) => Some(sign).filter(|sign| *sign != letter),
            None => Some(letter).filter(|_| is_quoted),
        };
        (at, letter, is_quoted)
    })
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
            "\"ก\", summary = \"ข\"",
            "\"ก\"; summary = \"ข\"",
            "\"ก\" และ \"ข\"",
            "\"หน้า 5\" กับ \"หน้า 6\" และ \"หน้า 7\"",
            "\"แผน\" ปี \"2566\"",
            "\"แผน\" # จาก \"กองคลัง\"",
            "\"2566-01-31\" (วันที่ \"ลงนาม\"",
        ] {
            assert_eq!(inner_quotes(value), None, "{value}");
        }
    }
}
