//! A body set as HTML before it is known what its links lead to.
//!
//! In: a Markdown text. Out: its HTML with gaps for what only the whole site decides: addresses, and how high
//! its headings stand on a page. So a text is parsed once, while it is at hand, and `render` fills the
//! gaps. Apart from `set`, which writes the HTML.

use memchr::memchr_iter;

use super::each_event;
use super::set::Setting;

/// Stands around a gap. No text holds it: `each_event` shows a zero byte as what could not be read.
const EDGE: char = '\0';

/// A body as HTML with gaps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Galley {
    html: String,
    /// Whether somebody wrote HTML into it, which must be cleaned when the gaps are filled.
    pub has_html: bool,
}

/// What only the whole site decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap<'a> {
    /// The address that a Markdown link or image, as it is written, leads to.
    Link(&'a str),
    /// The same of raw HTML.
    RawLink(&'a str),
    /// The level on the page of a heading with this level in the text.
    Level(u8),
}

/// A part of a galley, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// HTML as it stands on the page.
    Html(&'a str),
    /// What is to be filled in.
    Gap(Gap<'a>),
}

impl Galley {
    /// Sets a Markdown text. `in_cell`: nothing in it may be linked to.
    pub fn of(markdown: &str, in_cell: bool) -> Self {
        let mut setting = Setting::new(markdown.len(), in_cell);
        each_event(markdown, |event, _| setting.event(event, None));
        setting.finish()
    }

    /// The galley of HTML [with its gaps](Self::into_html).
    pub fn new(html: String, has_html: bool) -> Self {
        Self { html, has_html }
    }

    /// The HTML with its gaps, to be kept.
    pub fn into_html(self) -> String {
        self.html
    }

    /// How long the HTML is with its gaps, in bytes.
    pub fn bytes(&self) -> usize {
        self.html.len()
    }

    /// The parts, in order.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let edges = memchr_iter(EDGE as u8, self.html.as_bytes());
        let ends = edges.chain([self.html.len()]).enumerate();
        let mut start = 0;
        ends.map(move |(at, end)| {
            let part = &self.html[start..end];
            start = end + EDGE.len_utf8();
            match at % 2 {
                0 => Part::Html(part),
                _ => Part::Gap(Gap::read(part)),
            }
        })
    }
}

impl<'a> Gap<'a> {
    fn read(text: &'a str) -> Self {
        let level = |digit: &str| digit.parse().ok().map(Gap::Level);
        let raw = text.strip_prefix('r').map(Gap::RawLink);
        let link = text.strip_prefix('l').map(Gap::Link);
        let level = text.strip_prefix('h').and_then(level);
        raw.or(link).or(level).unwrap_or(Gap::Link(text))
    }

    pub(super) fn written(self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    pub(super) fn write(self, out: &mut String) {
        out.push(EDGE);
        match self {
            Gap::Link(href) => out.extend(["l", href]),
            Gap::RawLink(href) => out.extend(["r", href]),
            Gap::Level(level) => out.extend(['h', char::from(b'0' + level)]),
        }
        out.push(EDGE);
    }
}

#[cfg(test)]
mod tests {
    use super::{Galley, Gap, Part};

    /// The galley of a text, its gaps as `{link}`, `{raw}` and `{level}`.
    fn shown(markdown: &str) -> String {
        let galley = Galley::of(markdown, false);
        let shown = galley.parts().map(|part| match part {
            Part::Html(html) => html.to_owned(),
            Part::Gap(Gap::Link(href)) => format!("{{link {href}}}"),
            Part::Gap(Gap::RawLink(href)) => format!("{{raw {href}}}"),
            Part::Gap(Gap::Level(level)) => format!("{{{level}}}"),
        });
        shown.collect::<String>().trim().to_owned()
    }

    #[test]
    fn what_the_site_decides_is_a_gap() {
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
    fn no_text_makes_a_gap() {
        let text = "\0l x\0 [\0](<a\0b> '\0') `\0`\n\n```a\0b\n\0\n```\n\n[^\0]\n\n[^\0]: x\n\n<b id=\0>\0</b> &#0;";
        let galley = Galley::of(text, false);
        let gaps = galley.parts().filter(|part| matches!(part, Part::Gap(_)));
        assert_eq!(
            gaps.collect::<Vec<_>>(),
            [Part::Gap(Gap::Link("a\u{fffd}b"))]
        );
    }
}
