//! Character maps: which letters a font's codes are, and how many bytes a code has.
//!
//! In: the text of a `ToUnicode` or `Encoding` stream, a small PostScript program of which only the
//! tables matter. Ranges stay ranges, so a table is never larger than what was written.

use std::collections::BTreeMap;

use super::content::{ContentStream, Operand};

/// Entries of a table that are read.
const MOST_ENTRIES: usize = 200_000;

/// A table from codes to text.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// How many bytes codes have, with the first and last of them.
    spaces: Vec<(usize, u32, u32)>,
    letters: BTreeMap<u32, String>,
    /// First code to last code, and the text of the first.
    ranges: BTreeMap<u32, (u32, String)>,
}

impl CMap {
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut content = ContentStream::new(bytes);
        while let Some(operator) = content.operator() {
            if map.letters.len() + map.ranges.len() > MOST_ENTRIES {
                break;
            }
            let operands = &content.operands;
            match operator {
                b"endcodespacerange" => map.add_spaces(operands),
                b"endbfchar" => map.add_letters(operands),
                b"endbfrange" => map.add_ranges(operands),
                _ => {}
            }
        }
        map
    }

    /// The text of a code.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        if let Some(text) = self.letters.get(&code) {
            return Some(text.clone());
        }
        let (first, (last, text)) = self.ranges.range(..=code).next_back()?;
        if code > *last {
            return None;
        }
        let mut letters: Vec<char> = text.chars().collect();
        let end = letters.last_mut()?;
        *end = char::from_u32(u32::from(*end).checked_add(code - first)?)?;
        Some(letters.into_iter().collect())
    }

    /// How many bytes the code has that these begin with.
    pub(super) fn code_length(&self, bytes: &[u8]) -> Option<usize> {
        let fits = |(length, low, high): &&(usize, u32, u32)| {
            let code = bytes.get(..*length).map(code);
            code.is_some_and(|code| (*low..=*high).contains(&code))
        };
        self.spaces.iter().find(fits).map(|(length, ..)| *length)
    }

    fn add_spaces(&mut self, operands: &[Operand]) {
        for pair in texts(operands).chunks_exact(2) {
            let length = pair[0].len();
            if (1..=4).contains(&length) && self.spaces.len() < 64 {
                self.spaces.push((length, code(pair[0]), code(pair[1])));
            }
        }
        self.spaces.sort_unstable();
    }

    fn add_letters(&mut self, operands: &[Operand]) {
        for pair in texts(operands).chunks_exact(2) {
            self.letters.insert(code(pair[0]), utf_16(pair[1]));
        }
    }

    fn add_ranges(&mut self, operands: &[Operand]) {
        for triple in operands.chunks_exact(3) {
            let [Operand::Text(first), Operand::Text(last), target] = triple else {
                continue;
            };
            let (first, last) = (code(first), code(last));
            match target {
                Operand::Text(text) => {
                    self.ranges.insert(first, (last, utf_16(text)));
                }
                Operand::Array(array) => {
                    for (code, text) in (first..=last).zip(texts(array)) {
                        self.letters.insert(code, utf_16(text));
                    }
                }
                _ => {}
            }
        }
    }
}

fn texts(operands: &[Operand]) -> Vec<&[u8]> {
    let texts = operands.iter().filter_map(|operand| match operand {
        Operand::Text(text) => Some(text.as_slice()),
        _ => None,
    });
    texts.collect()
}

/// The number of a code, whatever its length.
pub(super) fn code(bytes: &[u8]) -> u32 {
    let last = bytes.iter().rev().take(4).rev();
    last.fold(0, |code, byte| code << 8 | u32::from(*byte))
}

fn utf_16(bytes: &[u8]) -> String {
    if let [single] = bytes {
        return char::from(*single).to_string();
    }
    let units: Vec<u16> = bytes
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::CMap;

    #[test]
    fn letters_ranges_and_arrays() {
        let map = CMap::parse(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
              2 beginbfchar <0001> <0E01> <0002> <00660069> endbfchar\n\
              2 beginbfrange <0010> <0019> <0030> <0020> <0021> [<0E50> <0E51>] endbfrange",
        );
        for (code, text) in [(1, "ก"), (2, "fi"), (0x10, "0"), (0x19, "9"), (0x21, "๑")] {
            assert_eq!(map.text(code).as_deref(), Some(text));
        }
        assert_eq!(map.text(0x1a), None);
        assert_eq!(map.code_length(b"\x00\x01\x00"), Some(2));
        assert_eq!(map.code_length(b"\x00"), None);
    }
}
