//! What raw HTML inside Markdown shows, as Word leaves it: its text, its headings, its tick boxes.

use std::ops::Range;

use super::pictures::{is_no_picture, name_of};
use crate::html::{Tag, Token};

/// The sign for `<input type="checkbox">`: a form field on a page that has no form tells a screen
/// reader nothing, ☐ and ☑ do. Empty for other fields, which are dropped.
pub(super) fn tick_box(tag: &Tag) -> &'static str {
    let kind = tag.value("type").to_ascii_lowercase();
    let is_box = matches!(kind.as_str(), "checkbox" | "radio");
    match (is_box, tag.attribute("checked")) {
        (true, Some(_)) => "☑ ",
        (true, None) => "☐ ",
        (false, _) => "",
    }
}

/// What a link says that stands for `<img src="plan.pdf">`, which no browser can show; nothing for a picture.
pub(super) fn picture_link(tag: &Tag) -> Option<String> {
    let address = tag.address().filter(|_| tag.is(&["img"]))?;
    let words = tag.value("alt").trim();
    let words = Some(words).filter(|words| !words.is_empty());
    is_no_picture(&address.value).then(|| words.unwrap_or(name_of(&address.value)).to_owned())
}

/// Tags that may stand inside a word.
const INLINE: [&str; 12] = [
    "a", "b", "em", "font", "i", "mark", "s", "small", "span", "strong", "u", "wbr",
];

/// The texts, with a space for each tag that ends a word; headings left out.
fn shown_texts(tokens: &[Token]) -> impl Iterator<Item = &str> {
    let mut in_heading = false;
    tokens.iter().filter_map(move |token| match token {
        Token::Text(text, _) => (!in_heading).then_some(text.as_str()),
        Token::Tag(tag) => {
            if tag.heading().is_some() {
                in_heading = !tag.is_end;
            }
            (!tag.is(&INLINE)).then_some(" ")
        }
    })
}

/// The text that HTML shows, headings left out.
pub(super) fn shown_text(tokens: &[Token]) -> String {
    let mut text = String::new();
    for letter in shown_texts(tokens).flat_map(str::chars) {
        if letter == '\u{a0}' {
            text.push(' ');
        } else if !letter.is_ascii_whitespace() {
            text.push(letter);
        } else if !text.ends_with(' ') {
            text.push(' ');
        }
    }
    text
}

/// Whether HTML shows anything: letters or digits outside tags, comments and headings, or a picture.
pub(super) fn shows_text(tokens: &[Token]) -> bool {
    let is_picture = |token: &Token| matches!(token, Token::Tag(tag) if tag.is(&["img"]));
    let has_letters = |text: &str| text.chars().any(char::is_alphanumeric);
    tokens.iter().any(is_picture) || shown_texts(tokens).any(has_letters)
}

/// The text of a heading: `tokens` from behind its tag. It goes to the next heading's tag, mostly its own
/// end; the next heading ends one that was never closed.
pub(super) fn text_of(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Text(part, _) => text.push_str(part),
            Token::Tag(tag) if tag.heading().is_some() => break,
            Token::Tag(_) => {}
        }
    }
    // As with what a line of Markdown begins and ends with.
    text.replace('\u{a0}', " ").trim().to_owned()
}

/// Raw HTML that may come in pieces: line ends and the indentation of lists and quotations are not
/// part of them, so each piece keeps its place.
#[derive(Default)]
pub(super) struct RawHtml {
    pub(super) text: String,
    /// Where a piece starts in the text, and where in the body.
    pieces: Vec<(usize, usize)>,
}

impl RawHtml {
    pub(super) fn push(&mut self, piece: &str, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(piece);
    }

    /// A place in the text as one in the body.
    pub(super) fn place(&self, part: &Range<usize>) -> Range<usize> {
        let after = (self.pieces).partition_point(|(start, _)| *start <= part.start);
        let piece = self.pieces[..after].last();
        let start = piece.map_or(part.start, |(start, at)| at + part.start - start);
        start..start + part.len()
    }
}

#[cfg(test)]
mod tests {
    use super::{shown_text, shows_text, text_of, tick_box};
    use crate::html::{tags, tokens};
    use crate::span::replaced;

    #[test]
    fn tick_boxes_become_signs() {
        let html =
            "<li><input type=\"checkbox\" checked> ก</li><input type=text><INPUT TYPE=radio>";
        let parts = tags(html).filter(|tag| tag.is(&["input"]));
        let parts = parts.map(|tag| (tag.range.clone(), tick_box(&tag).to_owned()));
        assert_eq!(replaced(html, parts), "<li>☑  ก</li>☐ ");
    }

    #[test]
    fn emptiness_from_word_is_not_text() {
        for empty in [
            "<!-- เขียน <b>ที่นี่</b> -->\n<p></p>",
            "<p class=MsoNormal><o:p>&nbsp;</o:p></p>",
            "<style>p{margin:0}</style><script>alert(1)</script>",
            "<h2>หัวข้อ</h2>",
            "<p>&#160;&#xA0;…</p>",
            "<p>&mdash;&thinsp;&hellip;&bull;</p>",
        ] {
            assert!(!shows_text(&tokens(empty)), "{empty}");
        }
        for text in [
            "<p>มี</p>",
            "<p>&#3585;</p>",
            "<p>&eacute;</p>",
            "<img src=a.jpg>",
            "<h2>ก</h2>ข",
            "a < b",
        ] {
            assert!(shows_text(&tokens(text)), "{text}");
        }
    }

    #[test]
    fn the_shown_text_keeps_words_whole_and_apart() {
        let shown = |html: &str| shown_text(&tokens(html));
        let html = "<table><tr><td>จัด<b>ซื้อ</b>\n จัดจ้าง<!-- ร่าง --></td><td>A&amp;B</td></tr></table>\
                    <style>p{}</style><h2>หัวข้อ</h2>ท้าย";
        assert_eq!(shown(html), " จัดซื้อ จัดจ้าง A&B ท้าย");
        assert_eq!(
            (shown("<b>"), shown("<br>")),
            (String::new(), " ".to_owned())
        );
    }

    #[test]
    fn entities_are_the_letters_they_stand_for() {
        let html = "<h2>Caf&eacute;&nbsp;&#3585;&#xE02; &ldquo;A&rdquo; &lt;b&gt; &amp;lt;</h2><p>";
        assert_eq!(text_of(&tokens(html)[1..]), "Café กข “A” <b> &lt;");
        let html = "<p>r&eacute;sum&eacute; &copy; 5&nbsp;&times;&nbsp;3 &unknown;</p>";
        assert_eq!(shown_text(&tokens(html)), " résumé © 5 × 3 &unknown; ");
    }
}
