//! Which parts of a file are sentences, and which must stay as they are because something refers to
//! them.
//!
//! In: a document or settings file. Out: [`Prose`], which tells for any place whether its letters
//! are text of the page. Only files in which letters are wrong are looked at, so that it may cost a
//! second reading.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};
use toml::de::{DeTable, DeValue};

use super::front_matter::{Parts, split};
use super::keys::{self, ValueType};
use super::markdown::{each_event, scan};
use crate::files::SitePath;
use crate::html::{Token, tokens};
use crate::model::{ColumnType, Heading, meant_date, parse_date};
use crate::span::lines;
use crate::thai::numeral::to_arabic;

/// An address in a text has no more letters: a text without spaces may be as long as the file.
const LONGEST_ADDRESS: usize = 512;

/// What a place is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Text that people read.
    Text,
    /// TOML around the values (keys, brackets, line ends), and addresses that are written out: what
    /// nobody sees can only be wrong there.
    Syntax,
    /// Something that is referred to, or code, or a note: it stays as it is.
    Reference,
}

/// The parts of a file.
pub struct Prose<'a> {
    text: &'a str,
    toml: Range<usize>,
    /// Values of the TOML, in order.
    values: Vec<ProseValue>,
    /// What stands behind `#` outside of the body, line by line.
    notes: Vec<Range<usize>>,
    /// Addresses that are written out, from behind their `://` or `www.`.
    addresses: Vec<Range<usize>>,
    body: Range<usize>,
    /// What stays as it is in the body, in order.
    kept: Vec<Range<usize>>,
    /// What the program cannot read and certainly means something: dates and months in another form,
    /// curly quotation marks around a value. With what belongs there.
    pub repairs: Vec<(Range<usize>, String)>,
}

/// A value of the TOML.
struct ProseValue {
    at: Range<usize>,
    is_sentence: bool,
}

impl<'a> Prose<'a> {
    /// Looks at a file.
    pub fn of(path: &str, text: &'a str) -> Self {
        let Parts { toml, body, .. } = split(path, text);
        let mut prose = Self {
            text,
            kept: kept(&text[body.clone()], body.start),
            toml,
            values: Vec::new(),
            notes: notes(text),
            addresses: addresses(text),
            body,
            repairs: Vec::new(),
        };
        let (table, _) = DeTable::parse_recoverable(&text[prose.toml.clone()]);
        prose.table(table.get_ref());
        prose.values.sort_by_key(|value| value.at.start);
        prose.bare_values();
        prose.repairs.sort_by_key(|(range, _)| range.start);
        prose
    }

    /// What a place is part of.
    pub fn part(&self, at: &Range<usize>) -> Role {
        if self.body.contains(&at.start) {
            let kept = last_of(&self.kept, |kept| kept.start < at.end);
            let kept = kept.filter(|kept| at.start < kept.end);
            let is_target = |kept: &Range<usize>| self.text[kept.start..].starts_with("](");
            return match kept {
                Some(kept) if !is_target(kept) => Role::Reference,
                _ if self.is_address(at) => Role::Syntax,
                Some(_) => Role::Reference,
                None => Role::Text,
            };
        }
        if let Some(value) = last_of(&self.values, |value| value.at.start <= at.start)
            && at.start < value.at.end
        {
            return match value.is_sentence {
                _ if self.is_address(at) => Role::Syntax,
                true => Role::Text,
                false => Role::Reference,
            };
        }
        match last_of(&self.notes, |note| note.start < at.start) {
            Some(note) if at.start <= note.end => Role::Reference,
            _ => Role::Syntax,
        }
    }

    /// The headings of the body.
    pub fn headings(&self, path: &SitePath) -> Vec<Heading> {
        scan(path, self.text, self.body.clone()).headings
    }

    /// Whether a place lies in an address that is written out.
    fn is_address(&self, at: &Range<usize>) -> bool {
        let before = last_of(&self.addresses, |address| address.start <= at.start);
        before.is_some_and(|address| at.start <= address.end)
    }

    fn table(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            self.value(key.get_ref(), value.span(), value.get_ref());
        }
    }

    fn value(&mut self, key: &str, span: Range<usize>, value: &DeValue<'_>) {
        match value {
            DeValue::String(written) => {
                let range = self.toml.start + span.start..self.toml.start + span.end;
                if let Some(day) = day_meant(key, written) {
                    self.repairs.push((range.clone(), format!("\"{day}\"")));
                }
                let is_reference = keys::named(key).iter().any(|key| key.is_reference);
                self.values.push(ProseValue {
                    at: range,
                    is_sentence: !is_reference,
                });
            }
            DeValue::Array(values) => {
                for value in values {
                    self.value(key, value.span(), value.get_ref());
                }
            }
            DeValue::Table(table) => self.table(table),
            _ => {}
        }
    }

    /// Dates that lack quotation marks too, `date = 31/01/2566`, and curly quotation marks.
    fn bare_values(&mut self) {
        for (offset, line) in lines(&self.text[self.toml.clone()]) {
            let at = self.toml.start + offset;
            let Some((key, value)) = line.split_once('=') else {
                continue;
            };
            let value_at = at + key.len() + 1;
            let written = value.split('#').next().unwrap_or("").trim();
            let before = last_of(&self.values, |value| value.at.start <= at);
            if before.is_some_and(|value| value.at.contains(&at)) {
                continue;
            }
            let marks = curly_marks(line).unwrap_or_default();
            let straight = |mark: Range<usize>| (at + mark.start..at + mark.end, "\"".to_owned());
            self.repairs.extend(marks.into_iter().map(straight));
            if written.starts_with(['"', '\'']) {
                continue;
            }
            // Thai digits are read in quotation marks only.
            let arabic = to_arabic(written);
            let digits =
                (arabic != written && parse_date(&arabic).is_ok()).then(|| arabic.to_string());
            if let Some(day) = day_meant(key.trim(), written).or(digits) {
                let from = value_at + (value.len() - value.trim_start().len());
                let range = from..from + written.len();
                self.repairs.push((range, format!("\"{day}\"")));
            }
        }
    }
}

/// The last in a sorted list of those that are so.
fn last_of<T>(sorted: &[T], is_so: impl Fn(&T) -> bool) -> Option<&T> {
    sorted[..sorted.partition_point(is_so)].last()
}

/// The day that the value of a key certainly means.
fn day_meant(key: &str, written: &str) -> Option<String> {
    let is_day = |kind| matches!(kind, ColumnType::Date | ColumnType::Moment);
    let mut known = keys::named(key).into_iter();
    let takes_day = known.any(|key| matches!(key.takes, ValueType::Plain(kind) if is_day(kind)));
    meant_date(written).filter(|_| takes_day)
}

/// The curly quotation marks that stand around values on a line, where every one of them opens or
/// closes a value and none is part of a text.
fn curly_marks(line: &str) -> Option<Vec<Range<usize>>> {
    let mut marks = Vec::new();
    let mut rest = line.trim_end().char_indices();
    let mut before = ' ';
    while let Some((at, letter)) = rest.next() {
        match letter {
            '#' => break,
            '"' | '\'' => drop(rest.find(|(_, closing)| *closing == letter)?),
            '“' | '”' | '„' | '«' if matches!(before, '=' | '[' | ',') => {
                let closing = |c: char| matches!(c, '”' | '“' | '»');
                let wrong = |c: char| matches!(c, '"' | '\\' | '„' | '«');
                let (end, mark) = rest.find(|(_, c)| closing(*c) || wrong(*c))?;
                let mut behind = line[end + mark.len_utf8()..].trim_start().chars();
                if wrong(mark) || !matches!(behind.next(), None | Some(',' | ']' | '}' | '#')) {
                    return None;
                }
                marks.push(at..at + letter.len_utf8());
                marks.push(end..end + mark.len_utf8());
            }
            '“' | '”' | '„' | '«' | '»' => return None,
            _ => {}
        }
        if !letter.is_whitespace() {
            before = letter;
        }
    }
    Some(marks)
}

/// What follows `://`, or `www.` at the start of a word, to the end of the word.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let ends = |letter: char| letter.is_whitespace() || "<>()[]\"'|".contains(letter);
    let begins = |at: usize| text[..at].chars().next_back().is_none_or(ends);
    let named = text.match_indices("www.").filter(|(at, _)| begins(*at));
    let signs = text.match_indices("://").chain(named);
    let mut starts: Vec<usize> = signs.map(|(at, sign)| at + sign.len()).collect();
    starts.sort_unstable();
    let mut found: Vec<Range<usize>> = Vec::new();
    for start in starts {
        // One inside the last goes on at its end, so that no letter is looked at twice.
        let last = found.last_mut().filter(|last| start <= last.end);
        let from = last.as_ref().map_or(start, |last| last.end);
        let letters = text[from..].char_indices().take_while(|(at, letter)| {
            !ends(*letter) && from + at < start + LONGEST_ADDRESS * letter.len_utf8()
        });
        let end = letters
            .last()
            .map_or(0, |(at, letter)| at + letter.len_utf8());
        match last {
            Some(last) => last.end = from + end,
            None => found.push(start..from + end),
        }
    }
    found
}

/// From the first `#` of each line to its end.
fn notes(text: &str) -> Vec<Range<usize>> {
    let notes = lines(text).filter_map(|(start, line)| {
        let end = start + line.trim_end_matches('\n').len();
        Some(start + line.find('#')?..end)
    });
    notes.collect()
}

/// What stays as it is in Markdown that starts at byte `base` of its file: code, addresses, tags,
/// and links that are written in two places.
fn kept(markdown: &str, base: usize) -> Vec<Range<usize>> {
    let mut kept: Vec<Range<usize>> = Vec::new();
    each_event(markdown, |event, at| match event {
        Event::Code(_) | Event::InlineHtml(_) => kept.push(at),
        Event::Start(Tag::CodeBlock(kind)) if kind.is_fenced() => kept.push(at),
        Event::Start(Tag::HtmlBlock) => {
            kept.extend(html_tags(&markdown[at.clone()], at.start));
        }
        Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
            let inside = markdown[at.clone()].rfind("](").unwrap_or(0);
            let is_inline = *link_type == LinkType::Inline;
            kept.push(at.start + if is_inline { inside } else { 0 }..at.end);
        }
        _ => {}
    });
    kept.extend(definitions(markdown));
    kept.extend(destinations(markdown));
    kept.sort_by_key(|range| range.start);
    // Of ranges inside each other the outer one stays, so that the last before a place decides.
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in kept {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
        .into_iter()
        .map(|range| base + range.start..base + range.end)
        .collect()
}

/// What stands in `](…)`: an address to its writer, even where a space in it keeps it from being a link.
fn destinations(markdown: &str) -> impl Iterator<Item = Range<usize>> {
    markdown.match_indices("](").filter_map(|(start, _)| {
        let letters = markdown[start..].char_indices().take(LONGEST_ADDRESS);
        let mut letters = letters.take_while(|(_, letter)| *letter != '\n');
        let (end, _) = letters.find(|(_, letter)| *letter == ')')?;
        Some(start..start + end + 1)
    })
}

/// Lines `[name]: address`.
fn definitions(markdown: &str) -> impl Iterator<Item = Range<usize>> {
    let found = lines(markdown).filter(|(_, line)| {
        let begun = line.trim_start();
        begun.starts_with('[') && !begun.starts_with("[^") && line.contains("]:")
    });
    found.map(|(start, line)| start..start + line.len())
}

/// What is no text of raw HTML: tags, comments, scripts.
fn html_tags(html: &str, base: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    let texts = tokens(html).into_iter().filter_map(|token| match token {
        Token::Text(_, at) => Some(at),
        Token::Tag(_) => None,
    });
    let end = html.len()..html.len();
    for text in texts.chain(std::iter::once(end)) {
        found.push(base + from..base + text.start);
        from = text.end;
    }
    found
}
