//! Executives as cards: who, which position, and how each is reached.

use serde::Serialize;

use super::reach::{WayView, emails, phones};
use super::sheet::{FilledDataset, text};
use crate::model::{Cell, Row};
use crate::render::view::file::LinkView;

/// The executives, politicians before officials.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct ExecutivesView {
    pub groups: Vec<PeopleView>,
}

/// The executives of one side.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct PeopleView {
    /// `ฝ่ายการเมือง`; empty for rows without a group.
    pub title: String,
    pub people: Vec<PersonView>,
}

/// One executive.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct PersonView {
    pub name_html: String,
    pub position_html: String,
    /// None: draw something neutral.
    pub photo: Option<PhotoView>,
    pub phones: Vec<WayView>,
    pub emails: Vec<WayView>,
    pub line_html: String,
    pub website: Option<LinkView>,
}

/// A photograph.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct PhotoView {
    pub url: String,
    pub alt: String,
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> ExecutivesView {
    let known = sheet.choices("group").iter();
    let sides = known.map(|(value, title)| (*value, *title));
    let groups = sides
        .chain([("", "")])
        .map(|(side, title)| PeopleView {
            title: title.to_owned(),
            people: people(sheet, side),
        })
        .filter(|group| !group.people.is_empty());
    ExecutivesView {
        groups: groups.collect(),
    }
}

fn people(sheet: &FilledDataset<'_>, side: &str) -> Vec<PersonView> {
    let rows = sheet.dataset.rows.iter();
    rows.filter(|row| text(row, "group") == side)
        .map(|row| person(sheet, row))
        .collect()
}

fn person(sheet: &FilledDataset<'_>, row: &Row) -> PersonView {
    let photo = sheet.file(row, "photo").map(|file| PhotoView {
        url: sheet.builder.local(&file.address),
        alt: format!("รูปถ่าย {}", text(row, "name")),
    });
    let website = match row.get("url") {
        Some(Cell::Address(link)) if row.has("url") => Some(LinkView {
            title: link.href.clone(),
            url: sheet.url(row, "url"),
        }),
        _ => None,
    };
    PersonView {
        name_html: sheet.text_html(row, "name"),
        position_html: sheet.text_html(row, "position"),
        photo,
        phones: phones(sheet, row, "phone"),
        emails: emails(sheet, row, "email"),
        line_html: sheet.text_html(row, "line"),
        website,
    }
}
