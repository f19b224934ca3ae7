//! Executives as cards: who, which position, and how each is reached.

use serde::Serialize;

use super::reach::{WayView, emails, phones};
use super::sheet::{FilledDataset, link, text};
use crate::model::Row;
use crate::render::view::LinkView;

/// The executives of one side.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PeopleView {
    /// `ฝ่ายการเมือง`; empty for rows without a group.
    title: String,
    people: Vec<PersonView>,
}

/// One executive.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PersonView {
    name_html: String,
    position_html: String,
    /// None: draw something neutral.
    photo: Option<PhotoView>,
    phones: Vec<WayView>,
    emails: Vec<WayView>,
    line_html: String,
    website: Option<LinkView>,
}

/// A photograph.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PhotoView {
    url: String,
    alt: String,
}

/// The executives, politicians before officials.
pub(super) fn groups(sheet: &FilledDataset<'_>) -> Vec<PeopleView> {
    let sides = sheet.choices("group").iter().chain([&("", "")]);
    let groups = sides.map(|(side, title)| PeopleView {
        title: (*title).to_owned(),
        people: people(sheet, side),
    });
    groups.filter(|group| !group.people.is_empty()).collect()
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
    let website = link(row, "url").map(|link| LinkView {
        title: link.href.clone(),
        url: sheet.resolved(link),
    });
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
