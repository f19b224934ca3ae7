//! Rows and columns of a sheet that Excel hides: by hand, or by a filter that was left on.
//!
//! In: the bytes of a workbook that was read, and the name of a sheet. Out: the numbers of its hidden rows and columns,
//! from 0. The reader of workbooks does not tell them. What cannot be followed is taken for shown: that is doubt, and
//! never a fault.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::super::bounded::BoundedReader;
use super::grid::MOST_COLUMNS;

/// Hidden rows that are named; a filter hides thousands.
const MOST: usize = 2000;

/// The hidden rows and columns of a sheet.
pub(super) fn hidden(bytes: &[u8], sheet: &str) -> (BTreeSet<u32>, BTreeSet<u32>) {
    let mut found = (BTreeSet::new(), BTreeSet::new());
    let Some(part) = part_of(bytes, sheet) else {
        return found;
    };
    let mut next = 1;
    elements(bytes, &part, |name, element| {
        let is_hidden = attribute(element, "hidden").is_some_and(|is| is == "1" || is == "true");
        let number = |key| attribute(element, key).and_then(|text| text.parse::<u32>().ok());
        match name {
            "row" => {
                let row = number("r").unwrap_or(next);
                next = row.saturating_add(1);
                if is_hidden && row > 0 {
                    found.0.insert(row - 1);
                }
            }
            "col" if is_hidden => {
                let first = number("min").unwrap_or(1).max(1);
                let most = first.saturating_add(u32::try_from(MOST_COLUMNS).unwrap_or(u32::MAX));
                let last = number("max").unwrap_or(first).min(most);
                found.1.extend((first..=last).map(|column| column - 1));
            }
            _ => {}
        }
        found.0.len() < MOST
    });
    found
}

/// The part of the package that holds a sheet.
fn part_of(bytes: &[u8], sheet: &str) -> Option<String> {
    let mut id = None;
    elements(bytes, "xl/workbook.xml", |name, element| {
        if name == "sheet" && attribute(element, "name").as_deref() == Some(sheet) {
            id = attribute(element, "id");
        }
        id.is_none()
    });
    let id = id?;
    let mut target = None;
    elements(bytes, "xl/_rels/workbook.xml.rels", |name, element| {
        let is_it = attribute(element, "Id").as_ref() == Some(&id);
        if name == "Relationship" && is_it {
            target = attribute(element, "Target");
        }
        target.is_none()
    });
    let target = target?;
    Some(match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// Hands the elements of a part over, by their names without prefix, until one is enough.
fn elements(bytes: &[u8], part: &str, mut take: impl FnMut(&str, &BytesStart<'_>) -> bool) {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return;
    };
    let Ok(file) = archive.by_name(part) else {
        return;
    };
    let mut reader = Reader::from_reader(BoundedReader::of(file));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        reader.get_mut().begin();
        let Ok(event) = reader.read_event_into(&mut buffer) else {
            return;
        };
        let (Event::Start(element) | Event::Empty(element)) = &event else {
            if matches!(event, Event::Eof) {
                return;
            }
            continue;
        };
        if !take(element.local_name().as_ref(), element) {
            return;
        }
    }
}

/// The value of an attribute, whatever the prefix of its name.
fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|found| found.key.local_name().as_ref() == name)?;
    unescape(&found.value).ok().map(Cow::into_owned)
}
