//! The text of Markdown as a page shows it, with the way back to where it is written.
//!
//! What is looked for in letters that stand together must not be hidden by signs between them: `1-23**45**`,
//! `1&nbsp;2345`, `67<br>89`.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::each_event;
use crate::html::{Token, tokens};

/// Elements that do not end a word.
const INLINE: [&str; 14] = [
    "a", "b", "code", "del", "em", "font", "i", "ins", "s", "small", "span", "strong", "sup", "u",
];

/// Shown text: a line a paragraph, a line a row with a tab between its cells.
#[derive(Default)]
pub struct ShownText {
    /// The text.
    pub text: String,
    /// For each piece where it begins in the text and where it is written.
    pieces: Vec<(usize, Range<usize>)>,
}

impl ShownText {
    /// Of a Markdown text.
    pub fn of(markdown: &str) -> Self {
        let mut shown = Self::default();
        each_event(markdown, |event, at| match event {
            Event::Text(text) | Event::Code(text) => shown.push(text, at),
            Event::Html(html) | Event::InlineHtml(html) => shown.push_html(html, at.start),
            Event::SoftBreak | Event::HardBreak => shown.push(" ", at),
            Event::End(TagEnd::TableCell) => shown.push("\t", at.end..at.end),
            Event::End(end) if is_block(*end) => shown.push("\n", at.end..at.end),
            _ => {}
        });
        shown
    }

    /// Where a part of the text is written.
    pub fn written(&self, shown: &Range<usize>) -> Range<usize> {
        self.place(shown.start).start..self.place(shown.end.saturating_sub(1)).end
    }

    fn push(&mut self, text: &str, at: Range<usize>) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(text);
    }

    fn push_html(&mut self, html: &str, start: usize) {
        for token in tokens(html) {
            match token {
                Token::Text(text, at) => self.push(&text, start + at.start..start + at.end),
                Token::Tag(tag) => {
                    let at = start + tag.range.start..start + tag.range.end;
                    let end = match tag.name.as_str() {
                        "br" => " ",
                        "td" | "th" => "\t",
                        _ if tag.is(&INLINE) => "",
                        _ => "\n",
                    };
                    self.push(end, at);
                }
            }
        }
    }

    /// Where a byte of the text is written; of a piece that is written otherwise, the whole piece.
    fn place(&self, shown: usize) -> Range<usize> {
        let after = self.pieces.partition_point(|(start, _)| *start <= shown);
        let Some((start, written)) = after.checked_sub(1).and_then(|at| self.pieces.get(at)) else {
            return 0..0;
        };
        let end = self
            .pieces
            .get(after)
            .map_or(self.text.len(), |(next, _)| *next);
        if end - start == written.len() {
            let at = written.start + shown - start;
            return at..at + 1;
        }
        written.clone()
    }
}

fn is_block(end: TagEnd) -> bool {
    !matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

#[cfg(test)]
mod tests {
    use super::ShownText;

    #[test]
    fn what_is_shown_leads_back_to_where_it_is_written() {
        for (markdown, shown, place) in [
            ("ก 12**34**&nbsp;5", "1234\u{a0}5", "12**34**&nbsp;5"),
            ("a\\-b", "a-b", "a\\-b"),
            ("| 1<br>2 | 3 |\n|---|---|\n| `4` | 5 |", "4\t5", "`4` | 5"),
            (
                "<td>6</td><td>7&amp;8</td>",
                "6\t\t7&8",
                "6</td><td>7&amp;8",
            ),
            (
                "<p>1</p><p>2<BR>3<b>4</b></p>",
                "1\n\n2 34",
                "1</p><p>2<BR>3<b>4",
            ),
            ("5 <b>6</b>7<Br>8", "67 8", "6</b>7<Br>8"),
        ] {
            let found = ShownText::of(markdown);
            let start = found
                .text
                .find(shown)
                .unwrap_or_else(|| panic!("{:?}", found.text));
            let written = found.written(&(start..start + shown.len()));
            assert_eq!(&markdown[written], place, "{markdown}");
        }
    }
}
