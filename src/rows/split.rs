//! Cells that hold two things or many: a winner and a price, a contract's number and its day, bidders with their prices.
//!
//! In: the text of a cell. Out: its parts, as far as they can be told apart for certain.

use super::moment::day;
use crate::model::Date;
use crate::thai::amount::only_number;
use crate::thai::numeral::{is_digit, to_arabic};
use crate::thai::spaces::single_spaced;

/// Words between a name and a price.
const BEFORE_PRICE: [&str; 9] = [
    "ราคาที่เสนอ",
    "เสนอราคา",
    "ราคาที่ตกลง",
    "ราคา",
    "เป็นเงิน",
    "จำนวนเงิน",
    "จำนวน",
    "วงเงิน",
    "เสนอ",
];

/// A name with its price.
pub(super) type Offer = (String, Option<f64>);

/// Names with their prices, one a line or behind a semicolon; a price on a line of its own is that of the name above.
pub(super) fn offers(text: &str) -> Vec<Offer> {
    let mut found: Vec<Offer> = Vec::new();
    for line in text.split(['\n', ';']).map(unnumbered) {
        if line.is_empty() {
            continue;
        }
        let (name, price) = offer(line);
        match found.last_mut() {
            Some((_, before @ None)) if name.is_empty() => *before = price,
            _ => found.push((name.to_owned(), price)),
        }
    }
    found
}

/// A line without a number in front (`1.` `๒)`) and without a dash or dot.
fn unnumbered(line: &str) -> &str {
    let line = line
        .trim()
        .trim_start_matches(['-', '•', '–', '*'])
        .trim_start();
    let rest = line.trim_start_matches(is_digit);
    let digits = line[..line.len() - rest.len()].chars().count();
    match rest.strip_prefix(['.', ')']) {
        // `1.5 ล้าน` and `485.50` are numbers.
        Some(behind) if (1..3).contains(&digits) && !behind.starts_with(is_digit) => {
            behind.trim_start()
        }
        _ => line,
    }
}

/// The name and the price of one line. A number that may belong to the name is no price.
fn offer(line: &str) -> (&str, Option<f64>) {
    let line = line.trim().trim_end_matches([',', '/']).trim_end();
    let starts = line.char_indices().filter(|(at, letter)| {
        let before = line[..*at].chars().next_back();
        is_digit(*letter) && !before.is_some_and(|c| is_digit(c) || matches!(c, ',' | '.' | '/'))
    });
    for (at, _) in starts {
        let (name, amount) = line.split_at(at);
        let closed = amount.trim().trim_end_matches(')').trim_end();
        let Some(price) = only_number(closed).and_then(|text| text.parse().ok()) else {
            continue;
        };
        let (name, is_introduced) = without_price_word(name);
        let figures = to_arabic(closed);
        let digits = figures.chars().filter(char::is_ascii_digit).count();
        let looks_like_money = figures.contains([',', '.', 'บ', '฿', '=']) || digits > 4;
        if name.is_empty() || is_introduced || looks_like_money {
            return (name, Some(price));
        }
    }
    (without_price_word(line).0, None)
}

/// A name without what leads to its price, and whether anything did.
fn without_price_word(name: &str) -> (&str, bool) {
    let signs = [' ', ':', '=', '(', '/', '-', '–', ',', '\t', '\n', '\u{a0}'];
    let mut rest = name.trim_end();
    let mut is_introduced = false;
    loop {
        let mut shorter = rest.trim_end_matches(signs);
        is_introduced |= rest.len() > shorter.len() && !rest[shorter.len()..].trim().is_empty();
        if let Some(before) = BEFORE_PRICE
            .iter()
            .find_map(|word| shorter.strip_suffix(word))
        {
            is_introduced = true;
            shorter = before.trim_end_matches(signs);
        }
        if shorter.len() == rest.len() {
            return (rest, is_introduced);
        }
        rest = shorter;
    }
}

/// What leads from the number of a contract to its day.
const BEFORE_DAY: [&str; 6] = ["ลงวันที่", "ลว.", "วันที่", "ลว", "ลง", "เมื่อ"];

/// The number of a contract and its day.
pub(super) fn contract(text: &str) -> (Option<String>, Option<Date>) {
    let text = text.trim();
    let ends = text.char_indices().filter(|(at, letter)| {
        letter.is_whitespace()
            || matches!(letter, ',' | '/' | '(' | ';')
            || BEFORE_DAY.iter().any(|word| text[*at..].starts_with(word))
    });
    let ends = std::iter::once(0).chain(ends.map(|(at, _)| at));
    for at in ends {
        let (number, rest) = text.split_at(at);
        let mut rest = rest.trim_matches([' ', '\n', '\t', ',', '/', '(', ')', ';', '\u{a0}']);
        for word in BEFORE_DAY {
            rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
        }
        if let Some(day) = day(rest) {
            return (contract_number(number), Some(day));
        }
    }
    (contract_number(text), None)
}

fn contract_number(text: &str) -> Option<String> {
    let text = text
        .trim()
        .trim_end_matches([',', '/', '(', ';'])
        .trim_end();
    let text = text.strip_prefix("เลขที่").unwrap_or(text).trim();
    (!text.is_empty()).then(|| single_spaced(text))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{contract, offers};

    #[test]
    fn bidders_as_forms_name_them() {
        for (text, expected) in [
            (
                "หจก. ก 480,000 บาท\nบริษัท ข จำกัด 484,000",
                &[
                    ("หจก. ก", Some(480_000.0)),
                    ("บริษัท ข จำกัด", Some(484_000.0)),
                ][..],
            ),
            (
                "1. หจก. ก\n   480,000.-\n2. บริษัท ข\n   ๔๘๔,๐๐๐.๕๐",
                &[("หจก. ก", Some(480_000.0)), ("บริษัท ข", Some(484_000.5))],
            ),
            ("ร้าน ก เสนอราคา 9500 บาท", &[("ร้าน ก", Some(9500.0))]),
            ("ร้าน ก (9,500 บาท)", &[("ร้าน ก", Some(9500.0))]),
            ("ร้าน ก / 9,500.00", &[("ร้าน ก", Some(9500.0))]),
            ("ร้าน 99", &[("ร้าน 99", None)]),
            ("ร้าน 99 1,500", &[("ร้าน 99", Some(1500.0))]),
            ("ร้าน 99 : 500", &[("ร้าน 99", Some(500.0))]),
            ("- หจก. ก; - บริษัท ข", &[("หจก. ก", None), ("บริษัท ข", None)]),
            ("บริษัท 2,000 พลัส จำกัด", &[("บริษัท 2,000 พลัส จำกัด", None)]),
            ("", &[]),
        ] {
            let found = offers(text);
            let found: Vec<(&str, Option<f64>)> = found
                .iter()
                .map(|(name, price)| (name.as_str(), *price))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn contracts_as_forms_name_them() {
        let day = Some(date(2022, 10, 15));
        for (text, number, signed) in [
            ("12/2566 ลงวันที่ 15 ตุลาคม 2565", Some("12/2566"), day),
            ("เลขที่ 12/2566\nลว. 15 ต.ค. 65", Some("12/2566"), day),
            ("CNTR-00012/66\n15/10/2565", Some("CNTR-00012/66"), day),
            ("๑๒/๒๕๖๖ ๑๕ ต.ค. ๖๕", Some("๑๒/๒๕๖๖"), day),
            ("ใบสั่งจ้าง 5/2566 (15/10/2565)", Some("ใบสั่งจ้าง 5/2566"), day),
            ("15 ต.ค. 2565", None, day),
            ("12/2566", Some("12/2566"), None),
            ("", None, None),
        ] {
            let found = contract(text);
            assert_eq!((found.0.as_deref(), found.1), (number, signed), "{text}");
        }
    }
}
