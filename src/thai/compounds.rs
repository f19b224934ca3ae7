//! What is read as one word and stands on one line: compounds of administration, telephone numbers.
//!
//! In: UTF-8 and a place in it. Out: how much from there must not be broken. The dictionaries of browsers know only
//! the parts of a compound, and end a line between them: `งบ|ประมาณ`, `ผู้|อำนวย|การ|กอง`.

/// One a line, short enough for a cell of a table on a phone.
const LIST: &str = include_str!("compounds.txt");

/// Thai letters are three bytes each, the first of which is this one.
const THAI: u8 = 0xe0;

/// The digits of a telephone number within the country.
const PHONE: std::ops::RangeInclusive<usize> = 9..=10;

/// How numbers within an office begin.
const EXTENSION: &str = "ต่อ ";

/// The compounds by their first two letters: every letter of every page is looked up.
#[derive(Debug)]
pub struct Compounds {
    /// For each first letter a bit for each second one with which something on the list begins: nearly every letter of
    /// a page is dismissed by it.
    begins: [u64; 64],
    /// The longest first; 64 places for each first letter.
    beginning: Vec<Vec<&'static [u8]>>,
}

impl Compounds {
    /// The list that comes with the program.
    pub fn built_in() -> Self {
        let mut begins = [0; 64];
        let mut beginning = vec![Vec::new(); 64 * 64];
        for compound in LIST.lines().chain([EXTENSION]).map(str::as_bytes) {
            if let Some((first, second)) = letters(compound) {
                begins[first] |= 1 << second;
                beginning[first * 64 + second].push(compound);
            }
        }
        for compounds in &mut beginning {
            compounds.sort_by_key(|compound| std::cmp::Reverse(compound.len()));
        }
        Self { begins, beginning }
    }

    /// Calls `each` with the places that must not be broken in a text, in order, up to where a tag begins or the text
    /// ends. Gives that place.
    pub fn places(&self, text: &[u8], mut each: impl FnMut(std::ops::Range<usize>)) -> usize {
        let mut at = 0;
        while let Some(byte) = text.get(at) {
            let rest = &text[at..];
            let (length, letter) = match byte {
                &THAI if self.may_begin(rest) => (self.compound(rest), 3),
                &THAI => (0, 3),
                b'<' => break,
                b'0' if at == 0 || !text[at - 1].is_ascii_alphanumeric() => (phone(rest), 1),
                _ => (0, 1),
            };
            if length > 0 {
                each(at..at + length);
            }
            at += length.max(letter);
        }
        at.min(text.len())
    }

    /// Whether what a text begins with may be on the list.
    fn may_begin(&self, text: &[u8]) -> bool {
        letters(text).is_some_and(|(first, second)| self.begins[first] >> second & 1 == 1)
    }

    /// How long the compound is that a text begins with; 0 for none.
    fn compound(&self, text: &[u8]) -> usize {
        let Some((first, second)) = letters(text) else {
            return 0;
        };
        let mut known = self.beginning[first * 64 + second].iter();
        // Their third letters differ first.
        let begins =
            |compound: &&&[u8]| compound.get(8) == text.get(8) && text.starts_with(compound);
        match known.find(begins) {
            Some(&compound) if compound == EXTENSION.as_bytes() => extension(text),
            Some(compound) => compound.len(),
            None => 0,
        }
    }
}

/// The first two letters of a text; their last bytes tell them apart well enough.
fn letters(text: &[u8]) -> Option<(usize, usize)> {
    let letters: &[u8; 6] = text.first_chunk()?;
    Some((usize::from(letters[2] % 64), usize::from(letters[5] % 64)))
}

/// `ต่อ 11`
fn extension(text: &[u8]) -> usize {
    let Some(number) = text.strip_prefix(EXTENSION.as_bytes()) else {
        return 0;
    };
    let digits = number.iter().take_while(|byte| byte.is_ascii_digit());
    match digits.count() {
        digits @ 1..=4 => text.len() - number.len() + digits,
        _ => 0,
    }
}

/// `0 0000 0001`, `0-2123-4567`, `08 1234 5678`
fn phone(text: &[u8]) -> usize {
    let (mut digits, mut end) = (0, 0);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'0'..=b'9' => (digits, end) = (digits + 1, at + 1),
            b' ' | b'-' if end == at => {}
            _ => break,
        }
    }
    if PHONE.contains(&digits) { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Compounds, LIST};

    fn kept(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        Compounds::built_in().places(text.as_bytes(), |place| found.push(&text[place]));
        found
    }

    #[test]
    fn the_list_is_in_order_and_nothing_on_it_is_too_long_for_a_cell() {
        let lines: Vec<&str> = LIST.lines().collect();
        let sorted: BTreeSet<&str> = lines.iter().copied().collect();
        assert!(lines.iter().eq(&sorted));
        for line in lines {
            let is_thai = |letter| ('\u{e01}'..='\u{e4e}').contains(&letter);
            assert!(line.chars().all(is_thai), "{line}");
            assert!((5..=18).contains(&line.chars().count()), "{line}");
        }
    }

    #[test]
    fn the_longest_compound_is_kept_whole() {
        assert_eq!(
            kept("ผู้อำนวยการกองการศึกษา ใช้งบประมาณ\nปีงบประมาณ"),
            ["ผู้อำนวยการกอง", "การศึกษา", "งบประมาณ", "ปีงบประมาณ"]
        );
        assert!(kept("น้ำ ก ข x").is_empty());
    }

    #[test]
    fn numbers_to_dial_are_kept_whole() {
        for text in ["0 0000 0001", "0-2123-4567", "0812345678", "08 1234 5678"] {
            assert_eq!(kept(&format!("โทร {text} ถึง")), [text]);
        }
        assert_eq!(kept("ข้อ 2 โทร ต่อ 11"), ["ต่อ 11"]);
        let none = [
            "ต่อ ",
            "10,000 บาท",
            "0 บาท",
            "0.5",
            "2566-01-05",
            "00000000000000",
        ];
        for text in none {
            assert!(kept(text).is_empty(), "{text}");
        }
    }
}
