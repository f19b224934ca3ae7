//! What other pages need to know of a body: headings, links, its text, and whether it says anything.

mod html;
mod literal;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::anchor::Anchors;
use super::asterisks::Asterisks;
use super::events::each_event;
use super::raw_html::RawHtml;
use super::set::Setting;
use crate::files::SitePath;
use crate::model::host::host_of;
use crate::model::{Body, Heading, Image, LeftOut, Link, Literal};
use crate::span::Span;
use crate::thai::promise::only_promises;
use literal::{literal, unclosed_fence};

/// Reads the body at `range` of a file's text, and sets it as HTML.
pub fn body(path: &SitePath, text: &str, range: Range<usize>) -> Body {
    let mut setting = Setting::new(range.len(), false);
    let markdown = &text[range.clone()];
    let body = walk(path, text, range, |event, at, body| {
        setting.numbers.typed(event, markdown, at);
        let heading = match event {
            Event::End(TagEnd::Heading(_)) => body.headings.last(),
            _ => None,
        };
        setting.event(event, heading.map(|heading| &*heading.anchor));
    });
    Body {
        html: setting.finish(),
        ..body
    }
}

/// The same without HTML.
pub fn scan(path: &SitePath, text: &str, range: Range<usize>) -> Body {
    walk(path, text, range, |_, _, _| {})
}

/// Reads a body; `also` sees each event too, and what was read up to it.
fn walk(
    path: &SitePath,
    text: &str,
    range: Range<usize>,
    mut also: impl FnMut(&Event<'_>, &Range<usize>, &Body),
) -> Body {
    let markdown = &text[range.clone()];
    let mut scan = Scan {
        path,
        markdown,
        base: range.start,
        body: Body {
            range,
            ..Body::default()
        },
        anchors: Anchors::default(),
        asterisks: Asterisks::default(),
        is_literal: false,
        heading: None,
        image: None,
        in_code: false,
        html: None,
        link: None,
        in_table_head: false,
    };
    each_event(markdown, |event, at| {
        scan.event(event, at.clone());
        also(event, &at, &scan.body);
    });
    scan.end_block();
    let body = &scan.body;
    if body.links.is_empty() && body.images.is_empty() && only_promises(&body.text) {
        scan.body.has_substance = false;
    }
    scan.body.finish();
    scan.body
}

struct Scan<'a> {
    path: &'a SitePath,
    markdown: &'a str,
    base: usize,
    body: Body,
    anchors: Anchors,
    asterisks: Asterisks,
    /// Whether the block shows Markdown that stayed as it was typed.
    is_literal: bool,
    /// The heading being read: level, place and text so far.
    heading: Option<(u8, Range<usize>, String)>,
    /// The image being read: its place and its text alternative so far.
    image: Option<(Range<usize>, String)>,
    in_code: bool,
    /// The block of raw HTML being read.
    html: Option<RawHtml>,
    /// The link being read: which one, its text so far, and whether a picture is in it.
    link: Option<(usize, String, bool)>,
    in_table_head: bool,
}

impl Scan<'_> {
    fn event(&mut self, event: &Event<'_>, at: Range<usize>) {
        self.flaws(event, &at);
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading = Some((*level as u8, at, String::new()));
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.link = Some((self.body.links.len(), String::new(), false));
                self.link(dest_url, at);
            }
            Event::End(TagEnd::Link) => self.end_link(),
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.body.has_substance = true;
                if let Some((_, _, has_picture)) = &mut self.link {
                    *has_picture = true;
                }
                self.picture(dest_url, at.clone());
                self.link(dest_url, at);
            }
            Event::Start(Tag::HtmlBlock) => self.html = Some(RawHtml::default()),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some(html) = self.html.take() {
                    self.raw_html(&html, true);
                }
            }
            Event::Html(piece) | Event::InlineHtml(piece) => match &mut self.html {
                Some(html) => html.push(piece, at.start),
                // A tag inside a line; a heading there is set as none.
                None => {
                    let mut html = RawHtml::default();
                    html.push(piece, at.start);
                    self.raw_html(&html, false);
                }
            },
            Event::Start(Tag::TableHead) => self.in_table_head = true,
            Event::End(TagEnd::TableHead) => self.in_table_head = false,
            Event::Text(text) | Event::Code(text) => self.text(text),
            Event::SoftBreak
            | Event::HardBreak
            | Event::End(
                TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::TableCell,
            ) => self.keep(" "),
            _ => {}
        }
    }

    /// Keeps what the rules on text ask for: images, and asterisks that are no emphasis.
    fn flaws(&mut self, event: &Event<'_>, at: &Range<usize>) {
        match event {
            Event::Start(Tag::Image { .. }) => self.image = Some((at.clone(), String::new())),
            Event::End(TagEnd::Image) => {
                if let Some((at, alternative)) = self.image.take() {
                    self.image(alternative, at);
                }
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) => {}
            Event::Start(tag) => {
                self.in_code = matches!(tag, Tag::CodeBlock(_));
                self.end_block();
                let fence = self.in_code.then(|| unclosed_fence(self.markdown, at));
                let fence = fence.flatten().map(|at| (Literal::Code, self.span(at)));
                self.body.literal.extend(fence);
            }
            Event::End(tag) if !is_inline(tag) => {
                self.in_code = false;
                self.end_block();
            }
            Event::Text(text) | Event::Code(text) => match &mut self.image {
                // What is read stands for the picture where that is not shown.
                Some((_, words)) => words.push_str(text),
                None if self.in_code || matches!(event, Event::Code(_)) => {}
                None => {
                    self.asterisks.text(self.markdown, at.clone());
                    let literal = literal(self.markdown, at);
                    // One a block says enough.
                    if let Some((literal, at)) = literal.filter(|_| !self.is_literal) {
                        let at = self.span(at);
                        self.body.literal.push((literal, at));
                        self.is_literal = true;
                    }
                }
            },
            _ => {}
        }
    }

    fn end_block(&mut self) {
        self.is_literal = false;
        let shown = self.asterisks.end(self.markdown);
        let shown = shown.map(|at| self.span(at));
        self.body.asterisks.extend(shown);
    }

    fn image(&mut self, alternative: String, at: Range<usize>) {
        let at = self.span(at);
        self.body.images.push(Image { alternative, at });
    }

    /// Keeps a picture that lies elsewhere.
    fn picture(&mut self, address: &str, at: Range<usize>) {
        if host_of(address).is_some() {
            self.left_out("img", address, at);
        }
    }

    fn left_out(&mut self, element: &'static str, address: &str, at: Range<usize>) {
        let address = address.to_owned();
        let at = self.span(at);
        self.body.left_out.push(LeftOut {
            element,
            address,
            at,
        });
    }

    fn span(&self, at: Range<usize>) -> Span {
        Span::new(self.path, self.base + at.start..self.base + at.end)
    }

    fn text(&mut self, text: &CowStr<'_>) {
        if let Some((_, title, _)) = &mut self.link {
            title.push_str(text);
        }
        match &mut self.heading {
            Some((_, _, heading)) => heading.push_str(text),
            None => self.body_text(text),
        }
    }

    fn body_text(&mut self, text: &str) {
        self.keep(text);
        // The headings of an empty table say as little as those of an empty text.
        let is_known = self.body.has_substance && self.body.has_words;
        if !self.in_table_head && !is_known {
            let says_something = text.chars().any(char::is_alphanumeric);
            self.body.has_substance |= says_something;
            self.body.has_words |= says_something && self.image.is_none();
        }
    }

    /// Adds to the text; one space between two words is enough.
    fn keep(&mut self, text: &str) {
        let before = &mut self.body.text;
        let is_needless = text == " " && (before.is_empty() || before.ends_with(' '));
        if self.heading.is_none() && !is_needless {
            before.push_str(text);
        }
    }

    /// A picture without words in a link is no fault of the link's text.
    fn end_link(&mut self) {
        if let Some((at, title, has_picture)) = self.link.take()
            && (!has_picture || !title.trim().is_empty())
        {
            self.body.links[at].title = Some(title);
        }
    }

    fn end_heading(&mut self) {
        if let Some((level, at, text)) = self.heading.take() {
            self.add_heading(level, text, at);
        }
    }

    fn add_heading(&mut self, level: u8, text: String, at: Range<usize>) {
        let anchor = self.anchors.next(&text);
        let at = self.span(at);
        self.body.headings.push(Heading {
            at,
            level,
            text,
            anchor,
        });
    }

    /// Points at the address inside `[text](address "title")` where it can be found there.
    fn link(&mut self, href: &str, at: Range<usize>) {
        if href.trim().is_empty() {
            // It would lead to the page that it stands on.
            let at = self.span(at.clone());
            self.body.literal.push((Literal::Link, at));
        }
        let written = self.markdown.get(at.clone()).unwrap_or("");
        let from = written.rfind("](").map_or(0, |bracket| bracket + 2);
        let range = match written[from..].find(href) {
            Some(offset) if !href.is_empty() => {
                let start = at.start + from + offset;
                start..start + href.len()
            }
            _ => at,
        };
        self.push(href.to_owned(), range);
    }

    fn push(&mut self, href: String, range: Range<usize>) {
        let at = self.span(range);
        self.body.links.push(Link {
            href,
            title: None,
            at,
        });
    }
}

/// Whether an element stands inside a line of text.
fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}
