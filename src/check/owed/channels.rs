//! The channel for fraud complaints is one of its own: not that for general complaints or questions,
//! nor the agency's general e-mail or telephone.

use std::collections::BTreeSet;

use url::{Position, Url};

use super::{in_row, rows};
use crate::assemble::links::From;
use crate::check::checked::Checked;
use crate::model::host::{host_of, without_www};
use crate::model::{Cell, DatasetKind, Document, FiscalYear, Row, Target};
use crate::problem::{Diagnostics, OwedFault};
use crate::thai::numeral::to_arabic;

/// The kind that must stand alone.
const FRAUD: &str = "fraud-complaint";

/// The kinds it must differ from.
const OTHERS: [&str; 2] = ["complaint", "qa"];

/// Digits of a telephone number, not a house number or a year.
const LEAST_DIGITS: usize = 9;

/// A row of channels.
struct Channel<'a> {
    year: FiscalYear,
    kind: &'a str,
    document: &'a Document,
    row: &'a Row,
    /// Where it leads, in one spelling each: addresses, e-mail, telephone numbers.
    ways: BTreeSet<String>,
}

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let channels = channels(checked);
    for fraud in channels.iter().filter(|channel| channel.kind == FRAUD) {
        let mut others = channels
            .iter()
            .filter(|other| other.year == fraud.year && OTHERS.contains(&other.kind));
        let shared = others.find_map(|other| {
            let way = other.ways.intersection(&fraud.ways).next()?;
            Some((other.kind, way.clone()))
        });
        let shared = shared.or_else(|| {
            let general = general(checked, fraud.year);
            let way = fraud.ways.intersection(&general).next()?;
            Some(("contact", way.clone()))
        });
        if let Some((other, way)) = shared {
            let other = other.to_owned();
            let fault = OwedFault::FraudNotSeparate { other, way };
            let column = if fraud.row.has("url") { "url" } else { "label" };
            let (year, item) = (fraud.year, fraud.document.item);
            findings.push(in_row(fault, fraud.row, column).about(year, item));
        }
    }
}

fn channels<'a>(checked: &Checked<'a>) -> Vec<Channel<'a>> {
    let mut channels = Vec::new();
    let documents = checked.site.documents.iter();
    for document in documents.filter(|document| document.counts()) {
        for row in rows(document, DatasetKind::Channels) {
            if let Some(Cell::Text(kind)) = row.get("kind") {
                channels.push(Channel {
                    year: document.year,
                    kind,
                    document,
                    row,
                    ways: ways(checked, document, row),
                });
            }
        }
    }
    channels
}

fn ways(checked: &Checked<'_>, document: &Document, row: &Row) -> BTreeSet<String> {
    let mut ways = BTreeSet::new();
    if let Some(Cell::Address(link)) = row.get("url") {
        let from = From::document(document);
        let target = match checked.links.follow(from, &link.href) {
            Some(Target::Inside(address)) => checked.site.config.base.whole(&address),
            Some(Target::Outside(address)) => address,
            None => link.href.clone(),
        };
        ways.extend(way(&target));
    }
    // What the row is called may be the number to ring; its note speaks of other things, too.
    if let Some(Cell::Text(label)) = row.get("label") {
        ways.extend(named(label));
    }
    ways
}

/// How the agency is reached in general.
fn general(checked: &Checked<'_>, year: FiscalYear) -> BTreeSet<String> {
    let agency = &checked.site.config.agency;
    let documents = checked.site.documents.iter();
    let of_year = documents.filter(|document| document.counts() && document.year == year);
    let rows = of_year.flat_map(|document| rows(document, DatasetKind::Contact));
    let cells = rows.flat_map(|row| [row.get("phone"), row.get("email")]);
    let texts = cells.filter_map(|cell| match cell {
        Some(Cell::Text(text)) => Some(text),
        _ => None,
    });
    let texts = texts.chain([&agency.phone, &agency.email]);
    texts.flat_map(|text| named(text)).collect()
}

/// The e-mail addresses and telephone numbers that a text names.
fn named(text: &str) -> impl Iterator<Item = String> {
    let words = text.split_whitespace().filter(|word| word.contains('@'));
    words.map(email).chain(phones(text))
}

/// An address in one spelling; `None` where it says nothing.
fn way(target: &str) -> Option<String> {
    let lower = target.trim().to_lowercase();
    let way = match lower.split_once(':') {
        Some(("mailto", rest)) => email(rest.split('?').next().unwrap_or(rest)),
        Some(("tel", number)) => phones(number).into_iter().next()?,
        Some(("http" | "https", _)) => {
            let host = host_of(&lower)?;
            let url = Url::parse(&lower).ok()?;
            let path = url[Position::AfterHost..].to_lowercase();
            format!("{}{}", without_www(&host), path.trim_end_matches('/'))
        }
        _ => lower.trim_end_matches('/').to_owned(),
    };
    (!way.is_empty()).then_some(way)
}

fn email(word: &str) -> String {
    let around = |c: char| !c.is_ascii_alphanumeric();
    word.trim_matches(around).to_lowercase()
}

/// The telephone numbers of a text: runs of digits, with spaces, dots and dashes between them. A
/// line behind a switchboard is a number of its own.
fn phones(text: &str) -> Vec<String> {
    let text = to_arabic(text).replace("+66", "0").replace("ต่อ", "x");
    let runs = text.split(|c: char| !(c.is_ascii_digit() || " -.x".contains(c)));
    let is_kept = |c: &char| c.is_ascii_digit() || *c == 'x';
    runs.map(|run| run.chars().filter(is_kept).collect::<String>())
        .map(|number| number.trim_matches('x').to_owned())
        .filter(|number| number.len() >= LEAST_DIGITS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{phones, way};

    #[test]
    fn one_way_however_it_is_written() {
        assert_eq!(
            way("https://X.example/Fraud/").as_deref(),
            Some("x.example/fraud")
        );
        assert_eq!(
            way("mailto:A@x.example?subject=1").as_deref(),
            Some("a@x.example")
        );
        assert_eq!(way("tel:0-0000-0001").as_deref(), Some("000000001"));
        assert_eq!(way("http://www.x.example").as_deref(), Some("x.example"));
        assert_eq!(
            way("https://อบต.ไทย/ร้องเรียน"),
            way(
                "http://xn--m3cj0d.xn--o3cw4h/%E0%B8%A3%E0%B9%89%E0%B8%AD%E0%B8%87%E0%B9%80%E0%B8%A3%E0%B8%B5%E0%B8%A2%E0%B8%99/"
            )
        );
        assert_eq!(way("tel:+66-0000-0001").as_deref(), Some("000000001"));
        assert_eq!(phones("โทร. ๐ ๐๐๐๐ ๐๐๐๑ ต่อสำนักปลัด"), ["000000001"]);
        assert_eq!(phones("โทร. ๐ ๐๐๐๐ ๐๐๐๑ ต่อ 12"), ["000000001x12"]);
        assert!(phones("เลขที่ 99 หมู่ที่ 9 ปี 2566").is_empty());
    }
}
