//! Where a line may break, and where a text may end: never between a Thai letter and its marks.
//!
//! In: a text, and how many columns of a terminal there are. Out: where to break it, or what fits.
//! Thai has no spaces between words, so a line may end inside one.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// A vowel that is written before its letter, and would stand alone at the end of a line.
fn is_leading_vowel(letter: char) -> bool {
    matches!(letter, 'เ'..='ไ')
}

/// The byte at which to break a line that is too wide: behind a space, or else between letters.
pub fn break_at(line: &str, columns: usize) -> usize {
    let mut used = 0;
    let mut space = 0;
    let mut letter = 0;
    let mut before = ' ';
    for (at, c) in line.char_indices() {
        let width = c.width().unwrap_or(0);
        let follows = matches!(c, 'ะ' | 'า' | 'ำ' | 'ๆ' | 'ฯ');
        if width > 0 && !is_leading_vowel(before) && !follows {
            letter = at;
        }
        if before == ' ' {
            space = at;
        }
        used += width;
        if used > columns {
            break;
        }
        before = c;
    }
    // A line that would be left half empty is filled instead.
    if line[..space].width() > columns / 2 {
        space
    } else if letter > 0 {
        letter
    } else {
        line.chars().next().map_or(0, char::len_utf8)
    }
}

/// A text with a line break for the last space before every so many columns; a word that is wider
/// has a line of its own.
pub fn wrapped(text: &str, columns: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for word in text.split(' ') {
        let width = word.width();
        if used > 0 && used + 1 + width > columns {
            out.push('\n');
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += width;
    }
    out
}

/// The beginning of a text that fits, cut between letters.
pub fn clipped(text: &str, columns: usize) -> String {
    let mut used = 0;
    let mut beyond = text.char_indices().filter(|(_, letter)| {
        used += letter.width().unwrap_or(0);
        used > columns
    });
    match beyond.next() {
        Some((end, _)) => {
            let kept = text[..end].trim_end_matches(|c| c == ' ' || is_leading_vowel(c));
            format!("{kept}…")
        }
        None => text.to_owned(),
    }
}

/// The beginning of a text that fits, cut at a space; its first word at least.
pub fn shortened(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut kept = "";
    for (at, _) in text.match_indices(' ') {
        if kept.is_empty() || text[..at].width() < columns {
            kept = &text[..at];
        }
    }
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::{break_at, clipped, shortened, wrapped};

    #[test]
    fn a_line_breaks_between_letters_and_loses_none() {
        let long = "ทั้งนี้ผู้ใหญ่น้ำใจ".repeat(9);
        let mut rest = long.as_str();
        while rest.width() > 56 {
            let (line, more) = rest.split_at(break_at(rest, 56));
            assert!(line.width() <= 56 && !line.ends_with('ใ'), "{line}");
            let first = more.chars().next().map(String::from).unwrap_or_default();
            assert!(first.width() == 1 && first != "ำ", "{more}");
            rest = more;
        }
        assert_eq!(break_at("กข คง", 4), "กข ".len());
        assert_eq!(break_at("ก ขคงจฉ", 6), "ก ขคงจ".len(), "half empty");
        assert_eq!(break_at("ขข", 0), "ข".len(), "something at least");
    }

    #[test]
    fn a_mark_stays_with_its_letter() {
        assert_eq!(clipped("น้ำใจ", 9), "น้ำใจ");
        assert_eq!(clipped("ที่ที่ที่", 2), "ที่ที่…");
        assert_eq!(clipped("ทำ เป็น", 4), "ทำ…");
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(shortened("หนึ่ง สอง สาม", 8), "หนึ่ง สอง…");
        assert_eq!(shortened("หนึ่ง สอง", 20), "หนึ่ง สอง");
        let line = format!("{} {}", "ก".repeat(60), "ข".repeat(30));
        assert_eq!(wrapped(&line, 80).lines().count(), 2);
    }
}
