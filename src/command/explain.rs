//! `oit explain`: the manual's entry of a finding, on the terminal.
//!
//! In: a code, and `docs/diagnostics.md` as it was when the program was built; there is no second
//! text to keep in step. Out: the entry in the reader's language with its example, or all codes. What the
//! official list says of an item is told by `explain_item`.

use std::fmt::Write as _;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::explain_instrument::explain_instrument;
use super::explain_item::explain_item;
use super::voice::Voice;
use super::{Ending, Result, refused};
use crate::cli::{Common, ExplainArguments};
use crate::model::{Scored, item_said};
use crate::problem::{Language, ReferenceFault, manual};
use crate::thai::nearest::nearest;
use crate::thai::numeral::is_thai;
use crate::thai::wrap::{shortened, wrapped};

/// Lines are broken at a space before this column.
const WIDTH: usize = 80;

/// Between a code and its sentence in the list.
const GAP: usize = 2;

const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// One entry of the manual.
#[derive(Default)]
struct ManualEntry {
    code: String,
    blocks: Vec<ManualBlock>,
}

/// A part of an entry.
enum ManualBlock {
    /// Text in one of the languages; a list is one text.
    Text(String),
    /// What to type.
    Example(String),
}

pub(super) fn explain(voice: &Voice, common: &Common, wanted: &ExplainArguments) -> Result {
    let entries = entries(manual::PAGE);
    let Some(code) = wanted.code.as_deref() else {
        voice.stdout(&list(&entries, voice));
        return Ok(Ending::Fine);
    };
    if let Some(number) = item_said(code) {
        return explain_item(voice, common, number, wanted.year.as_deref());
    }
    if let Some(Scored::Instrument(name)) = Scored::read(code) {
        return explain_instrument(voice, common, name, wanted.year.as_deref());
    }
    let code = plain_code(code);
    match entries.iter().find(|entry| entry.code == code) {
        Some(entry) => {
            voice.stdout(&entry.text(voice.language));
            Ok(Ending::Fine)
        }
        None => {
            let near = nearest(&code, entries.iter().map(|entry| entry.code.as_str()));
            Err(refused(ReferenceFault::UnknownCode { code, near }))
        }
    }
}

/// The code in `[stub]`, `เตือน[stub]`, `STUB` or `period missing`.
fn plain_code(text: &str) -> String {
    let inside = text.rsplit('[').next().unwrap_or(text);
    let inside = inside.split(']').next().unwrap_or(inside);
    let words = inside.trim_matches(|c: char| c == '`' || c.is_whitespace());
    words.to_lowercase().replace([' ', '_'], "-")
}

/// Every entry, in the order of the manual.
fn entries(manual: &str) -> Vec<ManualEntry> {
    let mut entries: Vec<ManualEntry> = Vec::new();
    let mut text = String::new();
    let mut depth = 0;
    for event in Parser::new(manual) {
        match event {
            Event::Start(tag) => {
                if tag == Tag::Item {
                    text.push_str("• ");
                }
                depth += 1;
            }
            Event::Text(part) => text.push_str(&part),
            Event::Code(part) => text.extend(["`", &*part, "`"]),
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            Event::End(tag) => {
                depth -= 1;
                if tag == TagEnd::Item {
                    text.push('\n');
                }
                if depth > 0 {
                    continue;
                }
                let whole = std::mem::take(&mut text);
                match (tag, entries.last_mut()) {
                    (TagEnd::Heading(HeadingLevel::H2), _) => entries.push(ManualEntry {
                        code: whole,
                        ..ManualEntry::default()
                    }),
                    (TagEnd::CodeBlock, Some(entry)) => {
                        entry.blocks.push(ManualBlock::Example(whole));
                    }
                    (_, Some(entry)) => entry.blocks.push(ManualBlock::Text(whole)),
                    (_, None) => {}
                }
            }
            _ => {}
        }
    }
    entries
}

impl ManualEntry {
    /// The first block says how bad the finding is: `ผิด · error`.
    fn severity(&self, language: Language) -> &str {
        let both = match self.blocks.first() {
            Some(ManualBlock::Text(both)) => both,
            _ => "",
        };
        let (thai, english) = both.split_once(" · ").unwrap_or((both, both));
        match language {
            Language::Thai => thai,
            Language::English => english,
        }
    }

    /// What follows, without the texts of the other language.
    fn body(&self, language: Language) -> impl Iterator<Item = &ManualBlock> {
        self.blocks.iter().skip(1).filter(move |block| match block {
            ManualBlock::Text(text) => is_in_thai(text) == (language == Language::Thai),
            ManualBlock::Example(_) => true,
        })
    }

    /// The entry as it is printed.
    fn text(&self, language: Language) -> String {
        let severity = self.severity(language);
        let mut out = format!("{BOLD}{}{PLAIN} · {severity}\n", self.code);
        let mut blocks: Vec<&ManualBlock> = self.body(language).collect();
        if language == Language::English {
            // In the manual the example stands between the two languages.
            blocks.sort_by_key(|block| matches!(block, ManualBlock::Example(_)));
        }
        for block in blocks {
            out.push('\n');
            match block {
                ManualBlock::Text(text) => {
                    out.extend(text.lines().map(|line| wrapped(line, WIDTH) + "\n"));
                }
                ManualBlock::Example(text) => out.extend(text.lines().map(|line| match line {
                    "" => "\n".to_owned(),
                    line => format!("    {line}\n"),
                })),
            }
        }
        out
    }

    /// What it is about, on one line of a width.
    fn first_sentence(&self, language: Language, width: usize) -> String {
        let texts = self.body(language).filter_map(|block| match block {
            ManualBlock::Text(text) => text.lines().next(),
            ManualBlock::Example(_) => None,
        });
        let line = texts.into_iter().next().unwrap_or("");
        // Thai has no full stop (a dot shortens a word), so a long line is cut at a space.
        let end = match language {
            Language::Thai => None,
            Language::English => line.find(". "),
        };
        shortened(end.map_or(line, |end| &line[..end]), width)
    }
}

/// All codes with their first sentence, by how bad they are.
fn list(entries: &[ManualEntry], voice: &Voice) -> String {
    let column = entries.iter().map(|entry| entry.code.len()).max();
    let column = column.unwrap_or(0) + GAP;
    let mut severities: Vec<&str> = Vec::new();
    for entry in entries {
        let severity = entry.severity(voice.language);
        if !severities.contains(&severity) {
            severities.push(severity);
        }
    }
    let mut out = String::new();
    for severity in severities {
        let _ = writeln!(out, "{BOLD}{severity}{PLAIN}");
        let of_it = |entry: &&ManualEntry| entry.severity(voice.language) == severity;
        for entry in entries.iter().filter(of_it) {
            // A terminal is wider than a text is good to read.
            let sentence = entry.first_sentence(voice.language, WIDTH);
            let _ = writeln!(out, "  {:column$}{sentence}", entry.code);
        }
        out.push('\n');
    }
    out + voice.say(
        "oit explain รหัส บอกความหมายและวิธีแก้ของรหัสนั้น\n",
        "oit explain CODE says what a code means and what to do\n",
    )
}

/// Whether a text is Thai, going by its words outside of what is to be typed.
fn is_in_thai(text: &str) -> bool {
    let words = text.split('`').step_by(2).flat_map(str::chars);
    let (mut thai, mut latin) = (0, 0);
    for letter in words {
        thai += usize::from(is_thai(letter));
        latin += usize::from(letter.is_ascii_alphabetic());
    }
    thai > latin
}

#[cfg(test)]
mod tests {
    use super::{entries, is_in_thai, plain_code};
    use crate::problem::{Language, codes, manual};

    #[test]
    fn every_code_has_an_entry_in_both_languages() {
        let entries = entries(manual::PAGE);
        let names: Vec<&str> = entries.iter().map(|entry| entry.code.as_str()).collect();
        for code in codes() {
            assert!(names.contains(&code), "{code}");
        }
        for entry in &entries {
            for language in [Language::Thai, Language::English] {
                let sentence = entry.first_sentence(language, 80);
                assert!(sentence.len() > 10, "{}: {sentence:?}", entry.code);
            }
            let severity = (
                entry.severity(Language::Thai),
                entry.severity(Language::English),
            );
            let known = [
                ("ผิด", "error"),
                ("ผิดหรือเตือน", "error or warning"),
                ("เตือน", "warning"),
                ("เตือนหรือแนะนำ", "warning or advice"),
                ("แนะนำ", "advice"),
            ];
            assert!(known.contains(&severity), "{}: {severity:?}", entry.code);
        }
    }

    #[test]
    fn a_heading_in_an_example_starts_no_entry() {
        let found = entries("# t\n\nx\n\n## one\n\nผิด · error\n\n```\n## two\n```\n\n- a\n- b\n");
        assert_eq!(found.len(), 1);
        let text = found[0].text(Language::English);
        assert!(text.ends_with("\n• a\n• b\n\n    ## two\n"), "{text}");
    }

    #[test]
    fn codes_are_taken_as_they_are_copied() {
        for text in ["stub", "[stub]", "STUB", "เตือน[stub]: เอกสารนี้", " `stub` "]
        {
            assert_eq!(plain_code(text), "stub", "{text}");
        }
        assert_eq!(plain_code("Period Missing"), "period-missing");
    }

    #[test]
    fn what_is_typed_does_not_make_a_text_english() {
        assert!(is_in_thai("ใช้ `component-not-shown` หรือ `period-missing`"));
        assert!(!is_in_thai("Write `ชื่อเอกสารของท่าน` there; see \"ปี พ.ศ.\""));
    }
}
