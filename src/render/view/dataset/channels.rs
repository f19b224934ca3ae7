//! Ways into the agency, by kind; a survey elsewhere also as a QR code to scan.

use serde::Serialize;

use super::sheet::{FilledDataset, link, text};
use crate::model::{DatasetKind, Row};
use crate::render::qr;

/// The kind that people answer on their own telephones.
const SURVEY: &str = "eit-survey";

/// The channels of one kind.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ChannelGroupView {
    /// `qa`, `social` …
    kind: String,
    title: String,
    channels: Vec<ChannelView>,
}

/// One channel.
#[derive(Debug, Clone, Serialize)]
pub(in crate::render) struct ChannelView {
    /// May be empty.
    label_html: String,
    /// The address as it was written; may be empty.
    address: String,
    /// Where it leads; may be empty.
    pub(in crate::render) url: String,
    note_html: String,
    /// The QR code of a survey's address as SVG; empty otherwise.
    qr_html: String,
}

/// The channels, in the order in which each kind first comes.
pub(super) fn groups(sheet: &FilledDataset<'_>) -> Vec<ChannelGroupView> {
    let mut groups: Vec<ChannelGroupView> = Vec::new();
    for row in &sheet.dataset.rows {
        let kind = text(row, "kind");
        let channel = channel(sheet, row, kind);
        match groups.iter_mut().find(|group| group.kind == kind) {
            Some(group) => group.channels.push(channel),
            None => groups.push(ChannelGroupView {
                kind: kind.to_owned(),
                title: kind_title(kind),
                channels: vec![channel],
            }),
        }
    }
    groups
}

/// The channels of one kind.
pub(in crate::render) fn channels_of(sheet: &FilledDataset<'_>, kind: &str) -> Vec<ChannelView> {
    let rows = sheet.dataset.rows.iter();
    rows.filter(|row| text(row, "kind") == kind)
        .map(|row| channel(sheet, row, kind))
        .collect()
}

/// What a kind is called.
pub(in crate::render) fn kind_title(kind: &str) -> String {
    let known = DatasetKind::Channels.choice_title("kind", kind);
    known.unwrap_or(kind).to_owned()
}

fn channel(sheet: &FilledDataset<'_>, row: &Row, kind: &str) -> ChannelView {
    let url = sheet.url(row, "url");
    let is_outside = url.starts_with("https://") || url.starts_with("http://");
    let code = (kind == SURVEY && is_outside).then(|| qr::svg(&url));
    // A link must not stand in a link.
    let mut label_html = sheet.text_html(row, "label");
    if !url.is_empty() && label_html.contains("<a ") {
        label_html = crate::render::view::escape(text(row, "label"));
    }
    ChannelView {
        label_html,
        address: link(row, "url").map_or_else(String::new, |link| link.href.clone()),
        url,
        note_html: sheet.text_html(row, "note"),
        qr_html: code.flatten().unwrap_or_default(),
    }
}
