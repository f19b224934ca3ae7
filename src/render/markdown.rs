//! A body as it stands in a page: its slots filled, raw HTML cleaned.

use std::borrow::Cow;

use pulldown_cmark_escape::escape_href;

use crate::assemble::links::{From, Links};
use crate::model::{Body, BodyHtml, BodyPart, Slot, Target};
use crate::parse::markdown::{may_have_address, set};

use super::clean::clean;
use super::view::escape;

/// What a body needs to become HTML.
#[derive(Clone, Copy)]
pub(super) struct BodyContext<'a> {
    /// What links lead to.
    pub(super) links: &'a Links<'a>,
    /// Where the body stands.
    pub(super) from: From<'a>,
    /// The level its highest headings get on the page.
    pub(super) top_heading: u8,
}

/// A body as HTML.
pub(super) fn body(body: &Body, context: BodyContext<'_>) -> String {
    let highest = body
        .headings
        .iter()
        .map(|heading| heading.level)
        .min()
        .unwrap_or(1);
    filled(&body.html, context, highest, false)
}

/// Renders a short text of a dataset; a single paragraph comes without its `<p>`. It gives no ids:
/// it stands beside others like it, and perhaps on several pages.
pub(super) fn inline(text: &str, context: BodyContext<'_>) -> String {
    let text = text.trim();
    let signs = [
        '<', '*', '_', '[', '`', '\n', '\\', '~', '#', '|', '>', '+', '&',
    ];
    let may_be_markdown = text.contains(signs)
        || text.starts_with(|c: char| c.is_ascii_digit() || c == '-')
        || may_have_address(text);
    // `-` stands for nothing; it is no list of nothing.
    if !may_be_markdown || !text.contains(char::is_alphanumeric) {
        return escape(text);
    }
    let html = set(&without_lone_marker(text), true);
    let rendered = filled(&html, context, 1, true);
    let trimmed = rendered.trim();
    match trimmed
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"))
    {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => trimmed.to_owned(),
    }
}

/// `1. นาย ก` or `> 50 คน` in a cell is what a clerk wrote, not a list of one or a quotation: only
/// several lines with a marker make one.
fn without_lone_marker(text: &str) -> Cow<'_, str> {
    let is_lone = text.lines().filter_map(marker).count() == 1;
    if !is_lone || text.starts_with('<') || text.contains("```") {
        return text.into();
    }
    let lines = text.split_inclusive('\n');
    let escaped = lines.map(|line| match marker(line) {
        Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
        None => line.to_owned(),
    });
    escaped.collect::<String>().into()
}

/// Where the sign stands that makes a line part of a list or a quotation. A tick box is meant as
/// one, also alone.
fn marker(line: &str) -> Option<usize> {
    let text = line.trim_start();
    let sign = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_numbered = sign.len() < text.len();
    let rest = if is_numbered {
        sign.strip_prefix(['.', ')'])
    } else {
        sign.strip_prefix(['-', '*', '+', '>'])
    }?;
    let is_box = ["[ ]", "[x]", "[X]"].map(|tick| rest.trim_start().starts_with(tick));
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace) || sign.starts_with('>');
    let is_marker = ends && (is_numbered || !is_box.contains(&true));
    is_marker.then_some(line.len() - sign.len())
}

/// Fills the slots. `highest`: the level of the highest heading in it.
fn filled(html: &BodyHtml, context: BodyContext<'_>, highest: u8, in_cell: bool) -> String {
    let BodyContext {
        links,
        from,
        top_heading,
    } = context;
    let address = |href: &str| local(links.follow(from, href), links);
    let mut out = String::with_capacity(html.bytes() + 256);
    for part in html.parts() {
        match part {
            BodyPart::Html(text) => out.push_str(text),
            BodyPart::Slot(Slot::Link(href)) => {
                // Writing to memory does not fail.
                let _ = escape_href(&mut out, &address(href));
            }
            BodyPart::Slot(Slot::RawLink(href)) => out.push_str(&escape(&address(href))),
            BodyPart::Slot(Slot::Level(level)) => {
                let level = (level - highest.min(level) + top_heading).min(6);
                out.push(char::from(b'0' + level));
            }
        }
    }
    if html.has_raw || in_cell {
        clean(&out, in_cell)
    } else {
        out
    }
}

/// A resolved link as it stands in a page; `#` for one that leads nowhere, which only a draft may have.
pub(super) fn local(target: Option<Target>, links: &Links<'_>) -> String {
    match target {
        Some(Target::Inside(address)) => links.base().local(&address),
        Some(Target::Outside(address)) => address,
        None => "#".to_owned(),
    }
}
