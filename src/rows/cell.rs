//! One cell to the value of its column, by the rules that a typed value is read by.
//!
//! In: a cell as the file keeps it, and a column. Out: its value, nothing where the cell says nothing, or the fault in it.
//! A number keeps every digit that the file has, however few are shown.

use super::heading::plain;
use super::line::is_nothing;
use super::moment::{date, moment, period};
use super::split::offers;
use super::wordings::{NO, YES};
use crate::evidence::sheet::{GridCell, GridValue};
use crate::files::folder_of;
use crate::model::{Cell, Column, ColumnType, FiscalYear, Link, Written};
use crate::parse::reference::join;
use crate::problem::{Problem, ReferenceFault, RowsFault};
use crate::span::Span;
use crate::thai::amount::{only_number, truth};
use crate::thai::nearest::nearest;
use crate::thai::numeral::{parse_number, to_arabic};

/// What a cell says.
pub(super) type Reading = Result<Option<Cell>, Problem>;

/// Reads a cell of a column. `at` is where a link in it is found.
pub(super) fn read(cell: &GridCell, column: &Column, document: &Written, at: &Span) -> Reading {
    if cell.value == GridValue::Error {
        let error = Some(cell.text.clone());
        return Err(RowsFault::Formula { error }.into());
    }
    match column.kind {
        ColumnType::Date => Ok(date(cell)?),
        ColumnType::Moment => Ok(moment(cell, document.year)?),
        ColumnType::Period => Ok(period(cell, document.year)?),
        ColumnType::Number => Ok(number(cell, column, false)?),
        ColumnType::Percent | ColumnType::Score => Ok(number(cell, column, true)?),
        ColumnType::Year => Ok(year(cell, column)?),
        _ if is_nothing(&cell.text) && !is_word(column, &cell.text) => Ok(None),
        ColumnType::Text => Ok(Some(Cell::Text(cell.text.clone()))),
        ColumnType::Choice(choices) => Ok(Some(choice(&cell.text, choices)?)),
        ColumnType::Truth => Ok(Some(done(cell)?)),
        ColumnType::Bidders => Ok(Some(Cell::Bidders(offers(&cell.text)))),
        ColumnType::File => match join(folder_of(&document.path), &cell.text) {
            Some(path) => Ok(Some(Cell::File(path.into()))),
            None => {
                let path = cell.text.clone();
                Err(ReferenceFault::OutsideSite { path }.into())
            }
        },
        ColumnType::Address => Ok(Some(Cell::Address(Link {
            href: cell.text.trim().to_owned(),
            title: None,
            at: at.clone(),
        }))),
    }
}

/// Whether a sign that stands for nothing elsewhere is a word of a column.
fn is_word(column: &Column, text: &str) -> bool {
    column.kind == ColumnType::Text && text.trim() == "ไม่มี"
}

/// A number of a cell, without asking which column it is in.
pub(super) fn amount(cell: &GridCell, takes_share: bool) -> Option<f64> {
    match cell.value {
        GridValue::Number { number, is_percent } if takes_share || !is_percent => {
            Some(rounded(if is_percent { number * 100.0 } else { number }))
        }
        GridValue::Text => {
            let text = cell.text.trim();
            let is_share = text.contains('%') || text.contains("ร้อยละ");
            let plain = || only_number(text)?.parse().ok();
            let found = parse_number(text).or_else(plain);
            found.filter(|_| takes_share || !is_share)
        }
        _ => None,
    }
}

/// A number without the dust that a reckoning in binary leaves behind: Excel itself keeps fifteen digits.
fn rounded(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// A number, or one of a hundred.
fn number(cell: &GridCell, column: &Column, is_share: bool) -> Result<Option<Cell>, RowsFault> {
    if is_nothing(&cell.text) && cell.value == GridValue::Text {
        return Ok(None);
    }
    let text = cell.text.clone();
    let title = column.title;
    let Some(number) = amount(cell, is_share).filter(|number| number.is_finite()) else {
        return Err(RowsFault::Number { text, title });
    };
    if is_share && !(0.0..=100.0).contains(&number) {
        let (min, max) = (0, 100);
        return Err(RowsFault::Range { text, min, max });
    }
    Ok(Some(Cell::Number(number)))
}

/// A fiscal year: a number, or one behind พ.ศ.
fn year(cell: &GridCell, column: &Column) -> Result<Option<Cell>, RowsFault> {
    if is_nothing(&cell.text) {
        return Ok(None);
    }
    let text = to_arabic(cell.text.trim()).into_owned();
    let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let words = plain(&text[..text.len() - digits.len()]);
    let is_year = ["", "ปี", "พศ", "ปีพศ", "ปีงบประมาณ", "ปีงบประมาณพศ"].contains(&&*words);
    let number = digits.replace(',', "").parse::<i64>().ok();
    let Some(number) = number.filter(|_| is_year) else {
        let text = cell.text.clone();
        let title = column.title;
        return Err(RowsFault::Number { text, title });
    };
    if let Some(year) = FiscalYear::new(number) {
        return Ok(Some(Cell::Number(f64::from(year.number()))));
    }
    let (min, max) = FiscalYear::RANGE.into_inner();
    Err(RowsFault::Range {
        text: cell.text.clone(),
        min: min.into(),
        max: max.into(),
    })
}

/// One of a closed list, by its key or by its words on a page.
pub(super) fn choice(
    text: &str,
    choices: &[(&'static str, &'static str)],
) -> Result<Cell, RowsFault> {
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|letter| !letter.is_whitespace());
        let letters = letters.map(|letter| if letter == '–' { '-' } else { letter });
        letters.flat_map(char::to_lowercase).collect()
    };
    let (wanted, bare) = (letters(text), plain(text));
    let is_it = |(name, title): &&(&str, &str)| {
        [*name, *title]
            .iter()
            .any(|word| letters(word) == wanted || !bare.is_empty() && plain(word) == bare)
    };
    if let Some((name, _)) = choices.iter().find(is_it) {
        return Ok(Cell::Text((*name).to_owned()));
    }
    Err(RowsFault::Choice {
        text: text.to_owned(),
        choices: choices
            .iter()
            .map(|(_, title)| (*title).to_owned())
            .collect(),
        near: nearest(text, choices.iter().map(|(_, title)| *title)),
    })
}

/// Yes or no.
fn done(cell: &GridCell) -> Result<Cell, RowsFault> {
    if let GridValue::Truth(truth) = cell.value {
        return Ok(Cell::Truth(truth));
    }
    let text: String = cell.text.split_whitespace().collect();
    // A box before the words says the same as they do.
    let words = text.trim_start_matches(['☑', '☐', '☒', '✓', '✔']);
    let text = if words.is_empty() { &text } else { words };
    match (truth(text), YES.contains(&text), NO.contains(&text)) {
        (Some("true"), ..) | (_, true, _) => Ok(Cell::Truth(true)),
        (Some(_), ..) | (.., true) => Ok(Cell::Truth(false)),
        _ => Err(RowsFault::Choice {
            text: cell.text.clone(),
            choices: vec!["ดำเนินการแล้ว".to_owned(), "ยังไม่ได้ดำเนินการ".to_owned()],
            near: None,
        }),
    }
}
