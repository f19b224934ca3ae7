//! A body as HTML: links resolved, headings with anchors, raw HTML cleaned.
//!
//! Pages work under `default-src 'self'`, so nothing here writes a style attribute: alignment is a
//! class.

use std::borrow::Cow;
use std::collections::VecDeque;

use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd, html};

use crate::assemble::links::{From, Links};
use crate::model::{Body, Target};
use crate::parse::markdown::{
    Anchors, Events, raw_anchor, replaced, tags, text_of, tick_box, with_events,
};

use super::clean::clean;
use super::view::escape;

/// The beginning of a table, which a reader scrolls where it is wider than the screen.
const TABLE: &str =
    "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"ตาราง\"><table>\n";

/// What a body needs to become HTML.
#[derive(Clone, Copy)]
pub(super) struct Surroundings<'a> {
    /// What links lead to.
    pub(super) links: &'a Links<'a>,
    /// Where the body stands.
    pub(super) from: From<'a>,
    /// The level its highest headings get on the page.
    pub(super) top_heading: u8,
}

/// Renders a body.
pub(super) fn body(text: &str, body: &Body, around: Surroundings<'_>) -> String {
    let markdown = text.get(body.range.clone()).unwrap_or("");
    let highest = body
        .headings
        .iter()
        .map(|heading| heading.level)
        .min()
        .unwrap_or(1);
    render(markdown, around, highest, false)
}

/// Renders a short text of a dataset; a single paragraph comes without its `<p>`. It gives no ids:
/// it stands beside others like it, and perhaps on several pages.
pub(super) fn inline(text: &str, around: Surroundings<'_>) -> String {
    let text = text.trim();
    let signs = [
        '<', '*', '_', '[', '`', '\n', '\\', '~', '#', '|', '>', '+', '&',
    ];
    let may_be_markdown =
        text.contains(signs) || text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    // `-` stands for nothing; it is no list of nothing.
    if !may_be_markdown || !text.contains(char::is_alphanumeric) {
        return escape(text);
    }
    let rendered = render(&without_lone_marker(text), around, 1, true);
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

fn render(markdown: &str, around: Surroundings<'_>, highest: u8, in_cell: bool) -> String {
    with_events(markdown, |events| {
        let mut writer = Writer {
            around,
            highest,
            anchors: Anchors::default(),
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            has_html: false,
            in_cell,
        };
        let mut rendered = String::with_capacity(markdown.len() * 2);
        let mut shown = Shown {
            events,
            writer: &mut writer,
            ready: VecDeque::new(),
            next: None,
        };
        html::push_html(&mut rendered, &mut shown);
        if writer.has_html || in_cell {
            clean(&rendered, in_cell)
        } else {
            rendered
        }
    })
}

/// The events of a body as the page shows them.
struct Shown<'e, 'w, 'a> {
    events: Events<'e>,
    writer: &'w mut Writer<'a>,
    /// Several events that were made of one.
    ready: VecDeque<Event<'e>>,
    /// What was read to find the end of a block of HTML.
    next: Option<Event<'e>>,
}

impl<'e> Shown<'e, '_, '_> {
    fn read(&mut self) -> Option<Event<'e>> {
        let ahead = self.next.take();
        ahead.or_else(|| self.events.next().map(|(event, _)| event))
    }

    /// A heading needs its whole text for its anchor, which stands before it.
    fn heading(&mut self, level: u8) -> Event<'e> {
        let mut inner = Vec::new();
        while let Some(event) = self.read() {
            if matches!(event, Event::End(TagEnd::Heading(_))) {
                break;
            }
            inner.push(event);
        }
        self.writer.heading(level, inner, &mut self.ready)
    }

    /// A tag may run over several lines, each of which is a piece of its own.
    fn html(&mut self, first: CowStr<'e>) -> Event<'e> {
        let mut block = first.into_string();
        while let Some(event) = self.read() {
            match event {
                Event::Html(more) => block.push_str(&more),
                other => {
                    self.next = Some(other);
                    break;
                }
            }
        }
        Event::Html(self.writer.raw_html(&block, true))
    }
}

impl<'e> Iterator for Shown<'e, '_, '_> {
    type Item = Event<'e>;

    fn next(&mut self) -> Option<Event<'e>> {
        if let Some(ready) = self.ready.pop_front() {
            return Some(ready);
        }
        let mut event = self.read()?;
        match event {
            Event::Start(Tag::Heading { level, .. }) => Some(self.heading(level as u8)),
            Event::Html(first) => Some(self.html(first)),
            _ => {
                self.writer.adapt(&mut event);
                Some(event)
            }
        }
    }
}

struct Writer<'a> {
    around: Surroundings<'a>,
    highest: u8,
    anchors: Anchors,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_html: bool,
    /// In a cell nothing may be linked to.
    in_cell: bool,
}

impl Writer<'_> {
    fn heading<'e>(
        &mut self,
        level: u8,
        inner: Vec<Event<'e>>,
        rest: &mut VecDeque<Event<'e>>,
    ) -> Event<'e> {
        let text: String = inner
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        let anchor = self.anchors.next(&text);
        let level = self.level(level);
        rest.extend(inner.into_iter().map(|mut event| {
            self.adapt(&mut event);
            event
        }));
        rest.push_back(raw(format!("</h{level}>\n")));
        raw(format!("<h{level} id=\"{anchor}\">"))
    }

    /// Makes of an event what the page shows. In place, because most stay as they are.
    fn adapt(&mut self, event: &mut Event<'_>) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                *dest_url = CowStr::from(self.address(dest_url));
            }
            Event::InlineHtml(html) => *html = self.raw_html(html, false),
            Event::FootnoteReference(label) if self.in_cell => {
                *event = Event::InlineHtml(format!("<sup>{}</sup>", escape(label)).into());
            }
            Event::FootnoteReference(label) | Event::Start(Tag::FootnoteDefinition(label)) => {
                *label = footnote(label);
            }
            Event::TaskListMarker(done) => {
                *event = Event::Text((if *done { "☑ " } else { "☐ " }).into());
            }
            Event::Start(Tag::Table(alignments)) => {
                self.alignments = std::mem::take(alignments);
                *event = Event::Html(CowStr::Borrowed(TABLE));
            }
            Event::Start(Tag::TableHead | Tag::TableRow | Tag::TableCell)
            | Event::End(
                TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell,
            ) => *event = Event::Html(CowStr::Borrowed(self.in_table(event))),
            _ => {}
        }
    }

    /// Tables by hand, because the library aligns cells with style attributes.
    fn in_table(&mut self, event: &Event<'_>) -> &'static str {
        match event {
            Event::End(TagEnd::Table) => "</tbody></table></div>\n",
            Event::Start(Tag::TableHead) => {
                (self.in_head, self.column) = (true, 0);
                "<thead><tr>"
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                "</tr></thead><tbody>\n"
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                "<tr>"
            }
            Event::End(TagEnd::TableRow) => "</tr>\n",
            Event::Start(_) => {
                let alignment = self.alignments.get(self.column);
                self.column += 1;
                match (self.in_head, alignment) {
                    (true, Some(Alignment::Right)) => "<th scope=\"col\" class=\"right\">",
                    (true, Some(Alignment::Center)) => "<th scope=\"col\" class=\"center\">",
                    (true, _) => "<th scope=\"col\">",
                    (false, Some(Alignment::Right)) => "<td class=\"right\">",
                    (false, Some(Alignment::Center)) => "<td class=\"center\">",
                    (false, _) => "<td>",
                }
            }
            _ if self.in_head => "</th>",
            _ => "</td>",
        }
    }

    /// Resolves addresses, gives headings their anchors and turns tick boxes into signs.
    fn raw_html<'e>(&mut self, html: &str, is_block: bool) -> CowStr<'e> {
        self.has_html = true;
        let tags = tags(html);
        let mut parts = Vec::new();
        for (at, tag) in tags.iter().enumerate() {
            if let Some(range) = tag.address() {
                let href = html[range.clone()].replace("&amp;", "&");
                let quoted = html[..range.start].ends_with(['"', '\'']);
                let address = escape(&self.address(&href));
                let text = if quoted {
                    address
                } else {
                    format!("\"{address}\"")
                };
                parts.push((range, text));
            } else if tag.is(&["input"]) {
                parts.push((tag.range.clone(), tick_box(html, tag).to_owned()));
            } else if let Some(level) = tag.heading().filter(|_| is_block) {
                let level = self.level(level);
                let anchor =
                    (!tag.is_end).then(|| self.anchors.next(text_of(html, &tags, at).trim()));
                parts.push((
                    tag.range.clone(),
                    match anchor {
                        Some(anchor) => {
                            // What links to the heading's own id still finds it.
                            let own = tag.attribute("id").filter(|range| !range.is_empty());
                            let own = own.map(|range| raw_anchor(&html[range]));
                            let own = own.filter(|id| !id.is_empty() && *id != anchor);
                            let own = own
                                .map(escape)
                                .map(|id| format!("<span id=\"{id}\"></span>"));
                            format!("<h{level} id=\"{anchor}\">{}", own.unwrap_or_default())
                        }
                        None => format!("</h{level}>"),
                    },
                ));
            }
        }
        CowStr::from(replaced(html, parts))
    }

    /// The level of a heading on the page.
    fn level(&self, level: u8) -> u8 {
        (level - self.highest.min(level) + self.around.top_heading).min(6)
    }

    fn address(&self, href: &str) -> String {
        local(
            self.around.links.follow(self.around.from, href),
            self.around.links,
        )
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

/// The id of a footnote, which is neither a heading's nor the theme's.
fn footnote<'e>(label: &str) -> CowStr<'e> {
    format!("fn-{label}").into()
}

fn raw<'e>(html: String) -> Event<'e> {
    Event::Html(CowStr::from(html))
}
