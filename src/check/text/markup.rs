//! Markdown that says less than it was meant to: asterisks that stayed, images without words,
//! headings that skip a level.

use crate::diagnostic::{Diagnostic, Diagnostics, Problem, TextFault};
use crate::model::{Body, Heading, Site, is_picture};
use crate::source::Span;

/// What cameras, scanners and chat programs call their files.
const MADE_UP: [&str; 9] = [
    "img",
    "dsc",
    "dscn",
    "image",
    "scan",
    "photo",
    "picture",
    "screenshot",
    "line_album",
];

pub(super) fn check(site: &Site, findings: &mut Diagnostics) {
    let mut add = |fault, at: &Span| {
        findings.push(Diagnostic::new(Problem::Text(fault), at.clone()));
    };
    let documents = site.documents.iter().map(|document| &*document.body);
    let pages = site.pages.iter().map(|page| &page.body);
    let bodies = || documents.clone().chain(pages.clone());
    let datasets = || {
        site.documents
            .iter()
            .flat_map(|document| &document.datasets)
    };
    let asterisks = bodies().flat_map(|body| &body.asterisks);
    for at in asterisks.chain(datasets().flat_map(|dataset| &dataset.asterisks)) {
        add(TextFault::LiteralAsterisks, at);
    }
    let images = bodies().flat_map(|body| &body.images);
    for image in images.chain(datasets().flat_map(|dataset| &dataset.images)) {
        let written = image.alternative.trim();
        if says_nothing(written) {
            let written = written.to_owned();
            add(TextFault::ImageWithoutText { written }, &image.at);
        }
    }
    for (heading, meant) in bodies().flat_map(skips) {
        let level = heading.level;
        add(TextFault::HeadingOrder { level, meant }, &heading.at);
    }
}

/// Whether a text alternative is empty or the name of a file.
fn says_nothing(written: &str) -> bool {
    let name = written.to_ascii_lowercase();
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit() || "_- ().".contains(c));
    written.is_empty()
        || is_picture(written)
        || (stem.len() < name.len() && MADE_UP.contains(&stem))
}

/// The headings that skip a level, with the level they should have. The highest of a body get the
/// level that follows the page's own, so a body may begin at any level, but with its highest.
fn skips(body: &Body) -> Vec<(&Heading, u8)> {
    let highest = body.headings.iter().map(|heading| heading.level).min();
    let mut before = highest.unwrap_or(1) - 1;
    let mut found = Vec::new();
    for heading in &body.headings {
        if heading.level > before + 1 {
            found.push((heading, before + 1));
        }
        before = heading.level;
    }
    found
}
