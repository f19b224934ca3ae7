//! Ways into the agency, by kind; a survey elsewhere also as a QR code to scan.

use serde::Serialize;

use super::sheet::{FilledDataset, text};
use crate::model::{Cell, Row};
use crate::render::qr;

/// The kind that people answer on their own telephones.
const SURVEY: &str = "eit-survey";

/// The channels, in the order in which each kind first comes.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct ChannelsView {
    pub groups: Vec<ChannelGroupView>,
}

/// The channels of one kind.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct ChannelGroupView {
    /// `qa`, `social` …
    pub kind: String,
    pub title: String,
    pub channels: Vec<ChannelView>,
}

/// One channel.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct ChannelView {
    /// May be empty.
    pub label_html: String,
    /// The address as it was written; may be empty.
    pub address: String,
    /// Where it leads; may be empty.
    pub url: String,
    pub note_html: String,
    /// The QR code of a survey's address as SVG; empty otherwise.
    pub qr_html: String,
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> ChannelsView {
    let mut groups: Vec<ChannelGroupView> = Vec::new();
    for row in &sheet.dataset.rows {
        let kind = text(row, "kind");
        let channel = channel(sheet, row, kind);
        match groups.iter_mut().find(|group| group.kind == kind) {
            Some(group) => group.channels.push(channel),
            None => groups.push(ChannelGroupView {
                kind: kind.to_owned(),
                title: title(sheet, kind),
                channels: vec![channel],
            }),
        }
    }
    ChannelsView { groups }
}

fn title(sheet: &FilledDataset<'_>, kind: &str) -> String {
    let mut choices = sheet.choices("kind").iter();
    let known = choices.find(|(value, _)| *value == kind);
    known.map_or(kind, |(_, title)| title).to_owned()
}

fn channel(sheet: &FilledDataset<'_>, row: &Row, kind: &str) -> ChannelView {
    let url = sheet.url(row, "url");
    let is_outside = url.starts_with("https://") || url.starts_with("http://");
    let code = (kind == SURVEY && is_outside).then(|| qr::svg(&url));
    let address = match row.get("url") {
        Some(Cell::Address(link)) => link.href.clone(),
        _ => String::new(),
    };
    // A link must not stand in a link.
    let mut label_html = sheet.text_html(row, "label");
    if !url.is_empty() && label_html.contains("<a ") {
        label_html = crate::render::view::escape(text(row, "label"));
    }
    ChannelView {
        label_html,
        address,
        url,
        note_html: sheet.text_html(row, "note"),
        qr_html: code.flatten().unwrap_or_default(),
    }
}
