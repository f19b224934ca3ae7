//! The texts in a file of Office before 2007, as far as they stand in it as they are read.
//!
//! In: the bytes. Out: the citizen numbers in them. The format is not read: a text is kept in it in one piece, in the
//! code page of Thai Windows or in UTF-16, and a number of Excel as what it is in memory, so that both can be found
//! without knowing where they are. What is cut into pieces is not found, which is why the file does not count as
//! searched.

use encoding_rs::WINDOWS_874;

use super::personal::PersonalSearch;

/// A shorter text holds no number that is looked for.
const SHORTEST: usize = 13;
/// How a cell with a number begins in a workbook: its kind and its length.
const NUMBER: [u8; 4] = [0x03, 0x02, 0x0e, 0x00];
/// Numbers that have thirteen digits.
const THIRTEEN_DIGITS: std::ops::Range<f64> = 1e12..1e13;

pub(super) fn search(bytes: &[u8], personal: &mut PersonalSearch) {
    let is_gap = |byte: &u8| !matches!(byte, b'\t' | 0x20..=0x7e | 0xa0..=0xfb);
    for text in bytes.split(is_gap) {
        if text.len() >= SHORTEST {
            let (text, _) = WINDOWS_874.decode_without_bom_handling(text);
            personal.search_piece(&text);
        }
    }
    // A text may begin at an even place or at an odd one.
    for start in 0..2 {
        let mut text = String::new();
        for pair in bytes.get(start..).unwrap_or_default().chunks_exact(2) {
            match u16::from_le_bytes([pair[0], pair[1]]) {
                unit @ (0x09 | 0x20..=0x7e | 0xa0 | 0x0e01..=0x0e5b | 0x2010..=0x2015) => {
                    text.extend(char::from_u32(unit.into()));
                }
                _ => end(&mut text, personal),
            }
        }
        end(&mut text, personal);
    }
    for cell in memchr::memmem::find_iter(bytes, &NUMBER) {
        // Row, column and format stand before the number.
        let number = bytes.get(cell + 10..).and_then(<[u8]>::first_chunk);
        let number = number.copied().map_or(0.0, f64::from_le_bytes);
        if THIRTEEN_DIGITS.contains(&number) && number.fract() == 0.0 {
            personal.search_piece(&format!("{number:.0}"));
        }
    }
}

fn end(text: &mut String, personal: &mut PersonalSearch) {
    if text.len() >= SHORTEST {
        personal.search_piece(text);
    }
    text.clear();
}

#[cfg(test)]
mod tests {
    use super::{PersonalSearch, search};

    fn found(bytes: &[u8]) -> usize {
        let mut personal = PersonalSearch::default();
        search(bytes, &mut personal);
        personal.found.len()
    }

    #[test]
    fn numbers_in_either_way_of_writing() {
        let mut cell = super::NUMBER.to_vec();
        cell.extend([0; 6]);
        cell.extend(1_234_567_890_121_f64.to_le_bytes());
        let wide: Vec<u8> = "\u{1}เลข 1234567890121"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let odd = [&[7], &*wide].concat();
        for bytes in [&b"\0\x011234567890121\0"[..], &wide, &odd, &cell] {
            assert_eq!(found(bytes), 1, "{bytes:?}");
        }
        assert_eq!(found(b"\0\x011234567890122\0\xff12345678901"), 0);
    }
}
