//! Who was chosen is one of those who made an offer, at no higher price than was estimated, set aside and offered.

use super::{in_row, rows};
use crate::check::checked::Checked;
use crate::model::{Cell, DatasetKind, Row, says_none};
use crate::problem::{Diagnostics, OwedFault};
use crate::thai::nearest::nearest;

/// What names of businesses have around what tells them apart.
const FORMS: [&str; 14] = [
    "บริษัท",
    "บจก",
    "บมจ",
    "จำกัด",
    "มหาชน",
    "ห้างหุ้นส่วน",
    "สามัญ",
    "นิติบุคคล",
    "หจก",
    "ร้าน",
    "นางสาว",
    "นาย",
    "นาง",
    "คุณ",
];

/// Words of a text that names nobody: nobody was chosen, or several were.
const NOBODY: [&str; 5] = ["ไม่มี", "ยกเลิก", "อยู่ระหว่าง", "ทุกราย", "รายละเอียด"];

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_counting(findings, |_, document, found| {
        for row in rows(document, DatasetKind::Procurement) {
            winner(row, found);
            price(row, found);
        }
    });
}

fn winner(row: &Row, findings: &mut Diagnostics) {
    let (Some(Cell::Text(winner)), Some(Cell::Bidders(bidders))) =
        (row.get("winner"), row.get("bidders"))
    else {
        return;
    };
    let is_silent = bidders.is_empty()
        || says_none(winner)
        || bare(winner).is_empty()
        || NOBODY.iter().any(|word| winner.contains(word))
        || bidders.iter().any(|(name, _)| is_same(winner, name));
    if !is_silent {
        let fault = OwedFault::WinnerNotBidder {
            winner: winner.trim().to_owned(),
            near: nearest(winner, bidders.iter().map(|(name, _)| name.as_str())),
        };
        findings.push(in_row(fault, row, "winner"));
    }
}

fn price(row: &Row, findings: &mut Diagnostics) {
    let number = |column: &str| match row.get(column) {
        Some(Cell::Number(number)) if *number > 0.0 => Some(*number),
        _ => None,
    };
    let offered = match (row.get("winner"), row.get("bidders")) {
        (Some(Cell::Text(winner)), Some(Cell::Bidders(bidders))) => {
            let mut own = bidders.iter().filter(|(name, _)| is_same(winner, name));
            let offer = own.next().and_then(|(_, price)| *price);
            offer.filter(|price| *price > 0.0 && own.next().is_none())
        }
        _ => None,
    };
    let limits = [
        ("reference_price", number("reference_price")),
        ("budget", number("budget")),
        ("bidders", offered),
    ];
    let Some(price) = number("price") else { return };
    let above = limits
        .into_iter()
        .find(|(_, limit)| limit.is_some_and(|limit| price > limit));
    if let Some((limit, _)) = above {
        let fault = OwedFault::PriceAbove { limit };
        findings.push(in_row(fault, row, "price"));
    }
}

/// Whether two names are of one business: they are written with and without its form, short and long.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    !one.is_empty() && !other.is_empty() && (one.contains(&other) || other.contains(&one))
}

/// What of a name tells it apart.
fn bare(name: &str) -> String {
    let mut name = name.to_lowercase();
    for form in FORMS {
        name = name.replace(form, "");
    }
    // Thai marks are no letters by themselves, but tell words apart.
    let is_part = |c: &char| c.is_alphanumeric() || ('\u{e31}'..='\u{e4e}').contains(c);
    name.chars().filter(is_part).collect()
}
