//! Writes the HTML of a body.
//!
//! In: the events of a Markdown text, one after another. Out: HTML with slots for what only the whole site decides. By
//! hand, because what the library writes aligns cells with style attributes, which pages do without (they work under
//! `default-src 'self'`), and knows neither our anchors nor slots.

mod raw;

use std::borrow::Cow;
use std::collections::HashMap;

use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, Tag, TagEnd};
use pulldown_cmark_escape::{escape_html, escape_html_body_text};

use super::anchor::Anchors;
use super::events::each_event;
use super::numbers::Numbers;
use crate::model::{BodyHtml, Slot};

/// Sets a Markdown text as HTML. `in_cell`: nothing in it may be linked to.
pub fn set(markdown: &str, in_cell: bool) -> BodyHtml {
    let mut setting = Setting::new(markdown.len(), in_cell);
    each_event(markdown, |event, at| {
        setting.numbers.typed(event, markdown, &at);
        setting.event(event, None);
    });
    setting.finish()
}

/// HTML being written.
#[derive(Default)]
pub(super) struct Setting {
    out: String,
    anchors: Anchors,
    /// The heading being set: where it begins, its level, and its text so far.
    heading: Option<(usize, u8, String)>,
    /// The image whose text alternative is being set: its title, and how many elements are open in it.
    image: Option<(String, usize)>,
    /// Raw HTML so far: a tag may run over several lines, each of which is a piece of its own.
    html: String,
    /// The numbers of the points of lists.
    pub(super) numbers: Numbers,
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    /// The text of the heading that one stands below.
    section: String,
    /// How many tables there are so far.
    tables: usize,
    /// The numbers of footnotes, in the order in which they are first named.
    footnotes: HashMap<String, usize>,
    has_html: bool,
    /// In a cell nothing may be linked to.
    in_cell: bool,
}

impl Setting {
    /// Begins a text of so many bytes.
    pub(super) fn new(length: usize, in_cell: bool) -> Self {
        Self {
            out: String::with_capacity(length + length / 2),
            in_cell,
            ..Self::default()
        }
    }

    pub(super) fn finish(mut self) -> BodyHtml {
        self.end_html();
        BodyHtml::new(&self.out, self.has_html)
    }

    /// Sets what comes next. `anchor`: of a heading that ends with it, where that is known.
    pub(super) fn event(&mut self, event: &Event<'_>, anchor: Option<&str>) {
        if let Event::Html(piece) = event {
            if self.image.is_none() {
                self.html.push_str(piece);
            }
            return;
        }
        self.end_html();
        if let (Some((_, _, heading)), Event::Text(text) | Event::Code(text)) =
            (&mut self.heading, event)
        {
            heading.push_str(text);
        }
        if self.image.is_some() {
            return self.in_image(event);
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag, anchor),
            Event::Text(text) => self.text(text),
            Event::Code(text) => {
                self.out.push_str("<code>");
                self.text(text);
                self.out.push_str("</code>");
            }
            Event::InlineHtml(html) => self.raw_html(html, false),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br />\n"),
            Event::Rule => self.on_new_line("<hr />\n"),
            Event::FootnoteReference(label) if self.in_cell => {
                self.out.extend(["<sup>", &escape(label), "</sup>"]);
            }
            Event::FootnoteReference(label) => {
                let number = self.footnote(label);
                let label = escape(label);
                let link = format!("<a href=\"#fn-{label}\">{number}</a>");
                let link = ["<sup class=\"footnote-reference\">", &link, "</sup>"];
                self.out.extend(link);
            }
            Event::TaskListMarker(done) => self.out.push_str(if *done { "☑ " } else { "☐ " }),
            // What `each_event` does not ask the parser for.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph => self.on_new_line("<p>"),
            Tag::Heading { level, .. } => {
                self.heading = Some((self.out.len(), *level as u8, String::new()));
            }
            Tag::BlockQuote(_) => self.on_new_line("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.code(kind),
            Tag::List(start) => self.list(*start),
            Tag::Item => match self.numbers.shown() {
                None => self.on_new_line("<li>"),
                Some(number) => self.on_new_line(&format!("<li value=\"{number}\">")),
            },
            Tag::FootnoteDefinition(label) => {
                let number = self.footnote(label);
                let id = escape(label);
                self.on_new_line(&format!(
                    "<div class=\"footnote-definition\" id=\"fn-{id}\"><sup class=\"footnote-definition-label\">{number}</sup>"
                ));
            }
            Tag::Table(alignments) => {
                self.alignments.clone_from(alignments);
                self.table();
            }
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = 0;
                self.out.push_str("<tr>");
            }
            Tag::TableCell => self.cell(),
            Tag::Emphasis => self.out.push_str("<em>"),
            Tag::Strong => self.out.push_str("<strong>"),
            Tag::Strikethrough => self.out.push_str("<del>"),
            Tag::Link {
                dest_url, title, ..
            } => {
                let slot = Slot::Link(dest_url).written();
                self.out
                    .extend(["<a href=\"", &slot, "\"", &titled(title), ">"]);
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                let slot = Slot::Link(dest_url).written();
                self.out.extend(["<img src=\"", &slot, "\" alt=\""]);
                self.image = Some((titled(title), 0));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, anchor: Option<&str>) {
        if let TagEnd::List(_) = tag {
            self.numbers.end();
        }
        let html = match tag {
            TagEnd::Heading(_) => return self.end_heading(anchor),
            TagEnd::TableHead => {
                self.in_head = false;
                "</tr></thead><tbody>\n"
            }
            TagEnd::TableCell if self.in_head => "</th>",
            TagEnd::TableCell => "</td>",
            TagEnd::TableRow => "</tr>\n",
            TagEnd::Table => "</tbody></table></div>\n",
            TagEnd::Paragraph => "</p>\n",
            TagEnd::BlockQuote(_) => "</blockquote>\n",
            TagEnd::CodeBlock => "</code></pre>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::FootnoteDefinition => "</div>\n",
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</del>",
            TagEnd::Link => "</a>",
            _ => "",
        };
        self.out.push_str(html);
    }

    /// The anchor of a heading is known when its whole text is, and stands before it.
    fn end_heading(&mut self, anchor: Option<&str>) {
        if let Some((at, level, text)) = self.heading.take() {
            let anchor = anchor.map_or_else(|| self.anchors.next(&text).into(), Cow::Borrowed);
            let level = Slot::Level(level).written();
            let start = ["<h", &level, " id=\"", &anchor, "\">"].concat();
            self.out.insert_str(at, &start);
            self.out.extend(["</h", &level, ">\n"]);
            self.section = text;
        }
    }

    fn list(&mut self, start: Option<u64>) {
        self.numbers.begin(start);
        match start {
            None => self.on_new_line("<ul>\n"),
            Some(1) => self.on_new_line("<ol>\n"),
            Some(start) => self.on_new_line(&format!("<ol start=\"{start}\">\n")),
        }
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split(' ').next().unwrap_or(""),
            CodeBlockKind::Indented => "",
        };
        self.on_new_line("<pre><code");
        if !language.is_empty() {
            let language = escape(language);
            self.out.extend([" class=\"language-", &language, "\""]);
        }
        self.out.push('>');
    }

    /// The beginning of a table, which a reader scrolls where it is wider than the screen, under a name of its own.
    fn table(&mut self) {
        self.tables += 1;
        let name = format!("ตารางที่ {} {}", self.tables, self.section);
        let name = escape(name.trim());
        let region = "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"";
        self.out.extend([region, &name, "\"><table>\n"]);
    }

    fn cell(&mut self) {
        let alignment = self.alignments.get(self.column);
        self.column += 1;
        self.out.push_str(match (self.in_head, alignment) {
            (true, Some(Alignment::Right)) => "<th scope=\"col\" class=\"right\">",
            (true, Some(Alignment::Center)) => "<th scope=\"col\" class=\"center\">",
            (true, _) => "<th scope=\"col\">",
            (false, Some(Alignment::Right)) => "<td class=\"right\">",
            (false, Some(Alignment::Center)) => "<td class=\"center\">",
            (false, _) => "<td>",
        });
    }

    /// What stands in an image is its text alternative, without markup.
    fn in_image(&mut self, event: &Event<'_>) {
        let Some((title, depth)) = &mut self.image else {
            return;
        };
        match event {
            Event::Start(_) => *depth += 1,
            Event::End(_) if *depth > 0 => *depth -= 1,
            Event::End(_) => {
                self.out.extend(["\"", title, " />"]);
                self.image = None;
            }
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                self.out.push_str(&escape(text));
            }
            Event::FootnoteReference(label) => self.out.extend(["[", &escape(label), "]"]),
            Event::SoftBreak | Event::HardBreak | Event::Rule => self.out.push(' '),
            _ => {}
        }
    }

    /// The number of a footnote.
    fn footnote(&mut self, label: &CowStr<'_>) -> usize {
        let next = self.footnotes.len() + 1;
        *self.footnotes.entry(label.to_string()).or_insert(next)
    }

    fn text(&mut self, text: &str) {
        // Writing to memory does not fail.
        let _ = escape_html_body_text(&mut self.out, text);
    }

    fn on_new_line(&mut self, html: &str) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.out.push_str(html);
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

#[cfg(test)]
mod tests {
    use super::set;
    use crate::model::{BodyPart as Part, Slot};

    /// The HTML of a text, its slots as `{link}`, `{raw}` and `{level}`.
    fn shown(markdown: &str) -> String {
        let html = set(markdown, false);
        let shown = html.parts().map(|part| match part {
            Part::Html(text) => text.to_owned(),
            Part::Slot(Slot::Link(href)) => format!("{{link {href}}}"),
            Part::Slot(Slot::RawLink(href)) => format!("{{raw {href}}}"),
            Part::Slot(Slot::Level(level)) => format!("{{{level}}}"),
        });
        shown.collect::<String>().trim().to_owned()
    }

    #[test]
    fn what_the_site_decides_is_a_slot() {
        let cases = [
            (
                "## ก *ข* `ค`",
                "<h{2} id=\"ก-ข-ค\">ก <em>ข</em> <code>ค</code></h{2}>",
            ),
            (
                "[แผน](o12 \"ปี \\\"66\\\"\")",
                "<p><a href=\"{link o12}\" title=\"ปี &quot;66&quot;\">แผน</a></p>",
            ),
            (
                "![ผัง *ใหม่* & [ล](o1)](ผัง.png 'ที่')",
                "<p><img src=\"{link ผัง.png}\" alt=\"ผัง ใหม่ &amp; ล\" title=\"ที่\" /></p>",
            ),
            (
                "<saraban@example.go.th>",
                "<p><a href=\"{link mailto:saraban@example.go.th}\">saraban@example.go.th</a></p>",
            ),
            (
                "<div>\n<h3>ก</h3>\n<a href=o1?a&amp;b>ข</a>\n</div>",
                "<div>\n<h{3} id=\"ก\">ก</h{3}>\n<a href=\"{raw o1?a&b}\">ข</a>\n</div>",
            ),
        ];
        for (markdown, expected) in cases {
            assert_eq!(shown(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn no_text_makes_a_slot() {
        let text = "\0l x\0 [\0](<a\0b> '\0') `\0`\n\n```a\0b\n\0\n```\n\n[^\0]\n\n[^\0]: x\n\n<b id=\0>\0</b> &#0;";
        let html = set(text, false);
        let slots = html.parts().filter(|part| matches!(part, Part::Slot(_)));
        assert_eq!(
            slots.collect::<Vec<_>>(),
            [Part::Slot(Slot::Link("a\u{fffd}b"))]
        );
    }
}
