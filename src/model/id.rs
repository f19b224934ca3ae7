//! How items, documents and evidence files are named within a site.

use std::fmt;

use super::fiscal_year::FiscalYear;
use crate::thai::numeral::to_arabic;

/// The number of an item within its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemNumber(pub u16);

impl ItemNumber {
    /// Reads `o1`, `o01`, `O01` (and Thai digits) as the same item.
    pub fn parse(text: &str) -> Option<Self> {
        let text = to_arabic(text);
        let digits = text.strip_prefix(['o', 'O'])?;
        let good = !digits.is_empty() && digits.len() <= 4;
        if !good || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        digits.parse().ok().filter(|n| *n > 0).map(Self)
    }

    /// The name that a new folder of the item gets: `o03`.
    pub fn folder_name(self) -> String {
        format!("o{:02}", self.0)
    }

    /// As people say it: `O12`.
    pub fn label(self) -> String {
        format!("O{}", self.0)
    }
}

/// As addresses have it: `o12`.
impl fmt::Display for ItemNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "o{}", self.0)
    }
}

/// Splits `o12` or `2565/o12` into year and item.
pub fn item_in(text: &str) -> Option<(Option<FiscalYear>, ItemNumber)> {
    match text.split_once('/') {
        None => Some((None, ItemNumber::parse(text)?)),
        Some((year, item)) => {
            let number = to_arabic(year).parse().ok()?;
            Some((Some(FiscalYear::new(number)?), ItemNumber::parse(item)?))
        }
    }
}

/// The item in `o12`, `O12`, `12`, `๑๒`, `ข้อ 12`, `O-12` or `012`: as people say it.
pub fn item_said(text: &str) -> Option<ItemNumber> {
    const BEFORE: [&str; 5] = ["ข้อที่", "ข้อ", "item", "Item", "OIT"];
    let between = [' ', '-', '_', '.'];
    let text = text.trim();
    let word = BEFORE.iter().find_map(|word| text.strip_prefix(word));
    let text = word.unwrap_or(text).trim_start_matches(between);
    let number = text.strip_prefix(['o', 'O']).unwrap_or(text);
    let number = to_arabic(number.trim_matches(between)).into_owned();
    ItemNumber::parse(&format!("o{}", number.trim_start_matches('0')))
}

/// A document by its position in `Site::documents`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub usize);

/// An evidence file by its position in `Site::evidence`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EvidenceId(pub usize);

#[cfg(test)]
mod tests {
    use super::ItemNumber;

    #[test]
    fn every_way_of_writing_an_item() {
        for text in ["o1", "o01", "O01", "o๑"] {
            assert_eq!(ItemNumber::parse(text), Some(ItemNumber(1)), "{text}");
        }
        for text in ["1", "o", "o0", "o1x", "ox", "o99999"] {
            assert_eq!(ItemNumber::parse(text), None, "{text}");
        }
    }
}
