//! A body as HTML: links resolved, headings with anchors, raw HTML cleaned.
//!
//! Pages work under `default-src 'self'`, so nothing here writes a style attribute: alignment is a
//! class.

use std::collections::{HashMap, HashSet};

use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd, html};

use crate::assemble::links::{From, Links};
use crate::model::{Body, Target};
use crate::parse::markdown::{Anchors, replaced, tags, text_of, tick_box, with_events};

use super::view::escape;

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
    render(markdown, around, highest)
}

/// Renders a short text of a dataset; a single paragraph comes without its `<p>`.
pub(super) fn inline(text: &str, around: Surroundings<'_>) -> String {
    if !text.contains([
        '<', '*', '_', '[', '`', '\n', '\\', '~', '#', '|', '>', '+', '&',
    ]) && !text
        .trim_start()
        .starts_with(|c: char| c.is_ascii_digit() || c == '-')
    {
        return escape(text);
    }
    let rendered = render(text, around, 1);
    let trimmed = rendered.trim();
    match trimmed
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"))
    {
        Some(inner) if !inner.contains("<p>") => inner.to_owned(),
        _ => trimmed.to_owned(),
    }
}

fn render(markdown: &str, around: Surroundings<'_>, highest: u8) -> String {
    with_events(markdown, |events| {
        let mut writer = Writer {
            around,
            highest,
            anchors: Anchors::default(),
            alignments: Vec::new(),
            column: 0,
            in_head: false,
            has_html: false,
        };
        let mut out = Vec::with_capacity(events.len());
        let mut events = events.into_iter().map(|(event, _)| event).peekable();
        while let Some(event) = events.next() {
            if let Event::Start(Tag::Heading { level, .. }) = event {
                let inner: Vec<Event<'_>> = std::iter::from_fn(|| {
                    events.next_if(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
                })
                .collect();
                events.next();
                writer.heading(level as u8, inner, &mut out);
            } else if let Event::Html(first) = event {
                // A tag may run over several lines, each of which is a piece of its own.
                let mut block = first.into_string();
                while let Some(Event::Html(more)) =
                    events.next_if(|event| matches!(event, Event::Html(_)))
                {
                    block.push_str(&more);
                }
                out.push(Event::Html(writer.raw_html(&block, true)));
            } else {
                out.push(writer.event(event));
            }
        }
        let mut rendered = String::with_capacity(markdown.len() * 2);
        html::push_html(&mut rendered, out.into_iter());
        if writer.has_html {
            clean(&rendered)
        } else {
            rendered
        }
    })
}

struct Writer<'a> {
    around: Surroundings<'a>,
    highest: u8,
    anchors: Anchors,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_html: bool,
}

impl Writer<'_> {
    fn heading<'e>(&mut self, level: u8, inner: Vec<Event<'e>>, out: &mut Vec<Event<'e>>) {
        let text: String = inner
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        let anchor = self.anchors.next(&text);
        let level = self.level(level);
        out.push(raw(format!("<h{level} id=\"{anchor}\">")));
        for event in inner {
            out.push(self.event(event));
        }
        out.push(raw(format!("</h{level}>\n")));
    }

    fn event<'e>(&mut self, event: Event<'e>) -> Event<'e> {
        match event {
            Event::Start(mut tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                if let Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } = &mut tag {
                    *dest_url = CowStr::from(self.address(dest_url));
                }
                Event::Start(tag)
            }
            Event::InlineHtml(html) => Event::InlineHtml(self.raw_html(&html, false)),
            Event::TaskListMarker(done) => Event::Text((if done { "☑ " } else { "☐ " }).into()),
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell)
            | Event::End(
                TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell,
            ) => self.table(event),
            other => other,
        }
    }

    /// Tables by hand, because the library aligns cells with style attributes.
    fn table<'e>(&mut self, event: Event<'e>) -> Event<'e> {
        let cell = if self.in_head { "th" } else { "td" };
        raw(match event {
            Event::Start(Tag::Table(alignments)) => {
                self.alignments = alignments;
                "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"ตาราง\"><table>\n".to_owned()
            }
            Event::End(TagEnd::Table) => "</tbody></table></div>\n".to_owned(),
            Event::Start(Tag::TableHead) => {
                (self.in_head, self.column) = (true, 0);
                "<thead><tr>".to_owned()
            }
            Event::End(TagEnd::TableHead) => {
                self.in_head = false;
                "</tr></thead><tbody>\n".to_owned()
            }
            Event::Start(Tag::TableRow) => {
                self.column = 0;
                "<tr>".to_owned()
            }
            Event::End(TagEnd::TableRow) => "</tr>\n".to_owned(),
            Event::Start(_) => {
                let class = match self.alignments.get(self.column) {
                    Some(Alignment::Right) => " class=\"right\"",
                    Some(Alignment::Center) => " class=\"center\"",
                    _ => "",
                };
                let scope = if self.in_head { " scope=\"col\"" } else { "" };
                self.column += 1;
                format!("<{cell}{scope}{class}>")
            }
            _ => format!("</{cell}>"),
        })
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
                            let own = own.map(|range| escape(&html[range]));
                            let own = own.map(|id| format!("<span id=\"{id}\"></span>"));
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
            self.around.links.resolve(self.around.from, href).ok(),
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

fn raw<'e>(html: String) -> Event<'e> {
    Event::Html(CowStr::from(html))
}

/// Keeps what is harmless in HTML that came from outside, and drops the rest: scripts, styles,
/// forms, event handlers.
fn clean(html: &str) -> String {
    let mut attributes: HashMap<&str, HashSet<&str>> = HashMap::new();
    attributes.insert("a", HashSet::from(["href", "title", "hreflang", "name"]));
    attributes.insert(
        "img",
        HashSet::from(["src", "alt", "title", "width", "height"]),
    );
    attributes.insert("td", HashSet::from(["colspan", "rowspan", "headers"]));
    attributes.insert(
        "th",
        HashSet::from(["colspan", "rowspan", "headers", "scope"]),
    );
    attributes.insert("ol", HashSet::from(["start", "type"]));
    attributes.insert("div", HashSet::from(["tabindex", "role", "aria-label"]));
    attributes.insert("time", HashSet::from(["datetime"]));
    attributes.insert("li", HashSet::from(["value"]));
    let cells = HashSet::from(["right", "center"]);
    let classes = HashMap::from([
        ("td", cells.clone()),
        ("th", cells),
        (
            "div",
            HashSet::from(["table-scroll", "footnote-definition"]),
        ),
        (
            "sup",
            HashSet::from(["footnote-reference", "footnote-definition-label"]),
        ),
    ]);
    ammonia::Builder::new()
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["lang", "id"]))
        .allowed_classes(classes)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .clean(html)
        .to_string()
}
