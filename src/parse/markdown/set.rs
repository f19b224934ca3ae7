//! Writes the HTML of a galley.
//!
//! In: the events of a Markdown text. Out: HTML with gaps. Pages work under `default-src 'self'`, so
//! nothing here writes a style attribute: alignment is a class.

use std::collections::VecDeque;
use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Tag, TagEnd, html};
use pulldown_cmark_escape::escape_html;

use super::anchor::{Anchors, raw_anchor};
use super::galley::{Galley, Gap};
use super::raw_html::{replaced, tags, text_of, tick_box};

/// The beginning of a table, which a reader scrolls where it is wider than the screen.
const TABLE: &str =
    "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"ตาราง\"><table>\n";

/// Sets a text from its events. `length`: of the text, in bytes.
pub(super) fn set<'e>(
    events: impl Iterator<Item = (Event<'e>, Range<usize>)>,
    length: usize,
    in_cell: bool,
) -> Galley {
    let mut shown = Shown {
        events,
        writer: Writer {
            in_cell,
            ..Writer::default()
        },
        ready: VecDeque::new(),
        next: None,
    };
    let mut html = String::with_capacity(length * 2);
    html::push_html(&mut html, &mut shown);
    Galley::new(html, shown.writer.has_html)
}

/// The events of a body as the page shows them.
struct Shown<'e, I> {
    events: I,
    writer: Writer<'e>,
    /// Several events that were made of one.
    ready: VecDeque<Event<'e>>,
    /// What was read to find the end of a block of HTML.
    next: Option<Event<'e>>,
}

impl<'e, I: Iterator<Item = (Event<'e>, Range<usize>)>> Shown<'e, I> {
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

impl<'e, I: Iterator<Item = (Event<'e>, Range<usize>)>> Iterator for Shown<'e, I> {
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

#[derive(Default)]
struct Writer<'e> {
    anchors: Anchors,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_html: bool,
    /// The title of the image whose text alternative is being written, and how many elements are open in it.
    image: Option<(CowStr<'e>, usize)>,
    /// In a cell nothing may be linked to.
    in_cell: bool,
}

impl<'e> Writer<'e> {
    fn heading(
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
        let level = Gap::Level(level).written();
        rest.extend(inner.into_iter().map(|mut event| {
            self.adapt(&mut event);
            event
        }));
        rest.push_back(raw(format!("</h{level}>\n")));
        raw(format!("<h{level} id=\"{anchor}\">"))
    }

    /// Makes of an event what the page shows. In place, because most stay as they are.
    fn adapt(&mut self, event: &mut Event<'e>) {
        if self.image.is_some() {
            *event = Event::InlineHtml(self.in_image(event));
            return;
        }
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }) => {
                let scheme = match link_type {
                    LinkType::Email => "mailto:",
                    _ => "",
                };
                let link = Gap::Link(dest_url).written();
                let title = titled(title);
                *event = Event::InlineHtml(format!("<a href=\"{scheme}{link}\"{title}>").into());
            }
            Event::Start(Tag::Image {
                dest_url, title, ..
            }) => {
                self.image = Some((std::mem::replace(title, CowStr::Borrowed("")), 0));
                let link = Gap::Link(dest_url).written();
                *event = Event::InlineHtml(format!("<img src=\"{link}\" alt=\"").into());
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

    /// What stands in an image is its text alternative, without markup.
    fn in_image(&mut self, event: &Event<'e>) -> CowStr<'e> {
        let Some((title, depth)) = &mut self.image else {
            return CowStr::Borrowed("");
        };
        match event {
            Event::Start(_) => *depth += 1,
            Event::End(_) if *depth > 0 => *depth -= 1,
            Event::End(_) => {
                let title = titled(title);
                self.image = None;
                return format!("\"{title} />").into();
            }
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                return escape(text).into();
            }
            Event::FootnoteReference(label) => return escape(&format!("[{label}]")).into(),
            Event::SoftBreak | Event::HardBreak | Event::Rule => return CowStr::Borrowed(" "),
            _ => {}
        }
        CowStr::Borrowed("")
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

    /// Leaves gaps for addresses, gives headings their anchors and turns tick boxes into signs.
    fn raw_html(&mut self, html: &str, is_block: bool) -> CowStr<'e> {
        self.has_html = true;
        let tags = tags(html);
        let mut parts = Vec::new();
        for (at, tag) in tags.iter().enumerate() {
            if let Some(range) = tag.address() {
                let href = html[range.clone()].replace("&amp;", "&");
                let quoted = html[..range.start].ends_with(['"', '\'']);
                let gap = Gap::RawLink(&href).written();
                let text = if quoted { gap } else { format!("\"{gap}\"") };
                parts.push((range, text));
            } else if tag.is(&["input"]) {
                parts.push((tag.range.clone(), tick_box(html, tag).to_owned()));
            } else if let Some(level) = tag.heading().filter(|_| is_block) {
                let level = Gap::Level(level).written();
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
}

/// The title of a link or an image as an attribute.
fn titled(title: &str) -> String {
    if title.is_empty() {
        return String::new();
    }
    format!(" title=\"{}\"", escape(title))
}

/// A text as it stands in HTML, in attributes too.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to memory does not fail.
    let _ = escape_html(&mut out, text);
    out
}

/// The id of a footnote, which is neither a heading's nor the theme's.
fn footnote<'e>(label: &str) -> CowStr<'e> {
    format!("fn-{label}").into()
}

fn raw<'e>(html: String) -> Event<'e> {
    Event::Html(CowStr::from(html))
}
