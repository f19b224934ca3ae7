//! Whether there is anything in a file that people can read.
//!
//! In: the texts of its cells and paragraphs while they are read, and which other parts it has. Out: whether it holds
//! nothing, pictures alone, or a heading above no rows. Apart from the search for personal data, which goes through the
//! same texts.

use crate::model::{FileKind, TextLayer};

/// Parts of an office document that are shown and hold no text of their own.
const PICTURES: [&str; 2] = ["media/", "pictures/"];
const OTHER_PARTS: [&str; 6] = [
    "embeddings/",
    "charts/",
    "diagrams/",
    "activex/",
    "ink/",
    "object ",
];

/// Bytes of texts, after which a file is known to hold something.
const ENOUGH: usize = 1 << 20;

/// What was seen so far.
#[derive(Default)]
pub(super) struct SeenText {
    texts: usize,
    /// Rows, or lines outside of a table, with a text.
    rows: usize,
    is_row_begun: bool,
    has_digit: bool,
    /// Bytes that were looked at.
    looked: usize,
    /// Parts that are shown and hold no text: pictures, and others.
    pictures: usize,
    others: usize,
}

impl SeenText {
    /// A text, or what ends its row.
    pub(super) fn text(&mut self, text: &str) {
        // Two rows are a table, and so is what is longer: one text may stand in every cell.
        if self.rows > 1 || self.looked > ENOUGH {
            return;
        }
        self.looked = self.looked.saturating_add(text.len());
        if !text.trim().is_empty() {
            self.texts += 1;
            self.rows += usize::from(!self.is_row_begun);
            self.is_row_begun = true;
            self.has_digit |= text.chars().any(char::is_numeric);
        } else if text == "\n" {
            self.is_row_begun = false;
        }
    }

    /// A part of an office document, by its name in small letters.
    pub(super) fn part(&mut self, name: &str) {
        let is_one_of = |names: &[&str]| names.iter().any(|known| name.contains(known));
        self.pictures += usize::from(is_one_of(&PICTURES));
        self.others += usize::from(is_one_of(&OTHER_PARTS));
    }

    /// What an office document holds that was read to its end.
    pub(super) fn layer(&self, kind: FileKind) -> TextLayer {
        let has_table = matches!(kind, FileKind::Xlsx | FileKind::OpenDocument);
        match self {
            _ if self.others > 0 || self.looked > ENOUGH => TextLayer::Searched,
            Self { texts: 0, .. } if self.pictures > 0 => TextLayer::Pictures,
            Self { texts: 0, .. } => TextLayer::Nothing,
            _ if self.pictures > 0 || self.has_digit || !has_table => TextLayer::Searched,
            Self { rows: 1, texts, .. } if *texts > 1 => TextLayer::Heading,
            _ => TextLayer::Searched,
        }
    }
}

/// What a plain text holds.
pub(super) fn of_text(text: &str) -> TextLayer {
    let is_border = |c: char| matches!(c, ',' | ';' | '\t' | '|');
    let is_blank = |c: char| c.is_whitespace() || is_border(c) || matches!(c, '"' | '\u{feff}');
    let mut lines = text.lines().filter(|line| !line.chars().all(is_blank));
    match (lines.next(), lines.next()) {
        (None, _) => TextLayer::Nothing,
        (Some(line), None) if line.contains(is_border) && !line.contains(char::is_numeric) => {
            TextLayer::Heading
        }
        _ => TextLayer::Searched,
    }
}

#[cfg(test)]
mod tests {
    use super::{SeenText, of_text};
    use crate::model::{FileKind, TextLayer};

    #[test]
    fn blank_texts_and_headings_alone_are_told_from_tables() {
        for blank in ["", " \r\n\t", ",,\n,,\n", "\u{feff}\"\",\"\"\n"] {
            assert_eq!(of_text(blank), TextLayer::Nothing, "{blank:?}");
        }
        assert_eq!(of_text("ชื่อ,จำนวน\n,,\n"), TextLayer::Heading);
        for text in ["ไม่มีเรื่องร้องเรียน\n", "ชื่อ,2566\n", "ชื่อ,จำนวน\nก,ข\n"]
        {
            assert_eq!(of_text(text), TextLayer::Searched, "{text:?}");
        }
    }

    #[test]
    fn office_documents_hold_texts_pictures_or_nothing() {
        let seen = |texts: &[&str], part: &str, kind| {
            let mut seen = SeenText::default();
            seen.part(part);
            for text in texts {
                seen.text(text);
            }
            seen.layer(kind)
        };
        let (docx, xlsx) = (FileKind::Docx, FileKind::Xlsx);
        assert_eq!(
            seen(&["", "\n"], "word/document.xml", docx),
            TextLayer::Nothing
        );
        assert_eq!(seen(&[], "word/media/a.png", docx), TextLayer::Pictures);
        assert_eq!(
            seen(&[], "word/embeddings/a.xlsx", docx),
            TextLayer::Searched
        );
        assert_eq!(
            seen(&["ก", "\n"], "word/media/a.png", docx),
            TextLayer::Searched
        );
        let heading = ["ชื่อ", "\t", "จำนวน", "\t", "\n", "\n"];
        assert_eq!(seen(&heading, "", xlsx), TextLayer::Heading);
        assert_eq!(seen(&heading, "", docx), TextLayer::Searched);
        assert_eq!(
            seen(&[&heading[..], &["ก", "\n"]].concat(), "", xlsx),
            TextLayer::Searched
        );
    }
}
