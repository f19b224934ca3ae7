//! Markdown that says less than it was meant to: asterisks that stayed, images without words,
//! headings that skip a level.

use crate::model::{Body, Heading, Literal, is_picture};
use crate::problem::{Diagnostic, Diagnostics, TextFault};
use crate::span::Span;

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

/// Looks at a body, or at the texts of a dataset.
pub(super) fn check(body: &Body, findings: &mut Diagnostics) {
    let mut add = |fault, at: &Span| findings.push(Diagnostic::new(fault, at.clone()));
    for at in &body.asterisks {
        add(TextFault::LiteralAsterisks, at);
    }
    for (literal, at) in &body.literal {
        let fault = match literal {
            Literal::Link => TextFault::LiteralLink,
            Literal::Table => TextFault::LiteralTable,
            Literal::Columns => TextFault::LiteralColumns,
            Literal::Footnote => TextFault::LiteralFootnote,
            Literal::Code => TextFault::UnclosedCode,
        };
        add(fault, at);
    }
    for image in &body.images {
        let written = image.alternative.trim();
        if says_nothing(written) {
            let written = written.to_owned();
            add(TextFault::ImageWithoutText { written }, &image.at);
        }
    }
    for (heading, meant) in skips(body) {
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
