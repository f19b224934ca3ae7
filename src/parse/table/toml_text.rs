//! A piece of a file that is TOML: its syntax faults, and places in the whole file.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::fault::{Faults, begins_another, faults};
use super::heading::{following_heading, heading_above, single_heading};
use super::meant::{KeyLine, key_line, line_meant};
use super::open_list::{is_whole, open_lists};
use crate::files::SitePath;
use crate::parse::keys::takes_below;
use crate::problem::{Diagnostic, Diagnostics, Expected, Meant, Problem, ReadingFault, TomlFault};
use crate::span::{Span, line_at, replaced};

/// Lines that are left blank to parse what follows them; a file with more is not TOML at all.
const MOST_LOOKS: usize = 20;

/// Bytes of a table that are looked through for a key that stands there twice.
const MOST_OF_TABLE: usize = 1 << 14;

/// A piece of a file that is TOML, and what was found wrong in it.
pub(in crate::parse) struct TomlText<'a> {
    pub(super) path: &'a SitePath,
    pub(super) text: &'a str,
    pub(super) base: usize,
    /// The text as it is parsed, where lists in it are not closed: without them.
    without_lists: OnceCell<String>,
    broken: RefCell<Vec<Range<usize>>>,
    pub(super) findings: RefCell<Diagnostics>,
}

impl<'a> TomlText<'a> {
    /// `text` starts at byte `base` of the file.
    pub(in crate::parse) fn new(path: &'a SitePath, text: &'a str, base: usize) -> Self {
        Self {
            path,
            text,
            base,
            without_lists: OnceCell::new(),
            broken: RefCell::default(),
            findings: RefCell::default(),
        }
    }

    /// The table of the whole text, with its syntax faults noted.
    pub(in crate::parse) fn parse(&self) -> Spanned<DeTable<'_>> {
        let (mut table, mut errors) = DeTable::parse_recoverable(self.text);
        let mut read = self.text;
        let lists = if errors.is_empty() {
            Vec::new()
        } else {
            open_lists(read)
        };
        if !lists.is_empty() {
            read = self.without_lists.get_or_init(|| {
                let lines = lists.iter().map(|list| list.lines.clone());
                blanked(read, &lines.collect::<Vec<_>>())
            });
            (table, errors) = DeTable::parse_recoverable(read);
        }
        let Faults { mut told, more } = faults(read, &errors);
        drop(errors);
        told.extend(lists.into_iter().map(|list| list.told));
        match more {
            None => look_behind(read, &mut told),
            Some((lines, range)) => {
                // What was read between so many faults says nothing about what was meant.
                self.broken.borrow_mut().push(0..self.text.len());
                told.push((TomlFault::More(lines), range));
            }
        }
        told.sort_by_key(|(_, range)| range.start);
        for (fault, range) in told {
            self.broken.borrow_mut().push(match fault {
                // What the parser made of the pieces may stand anywhere on the line.
                TomlFault::Inline => line_at(self.text, range.start),
                _ => range.clone(),
            });
            let meant = self.line_meant(&fault, &range).map(Box::new);
            // Of several lines the first is shown.
            let range = range.start..range.end.min(line_at(self.text, range.start).end);
            let key = self.key_of(&range);
            let in_front_matter = self.is_front_matter();
            let problem = ReadingFault::TomlSyntax {
                fault,
                meant,
                key,
                in_front_matter,
            };
            self.report(problem, range);
        }
        table
    }

    /// The key of the line with a fault and what it takes, where that is known.
    fn key_of(&self, range: &Range<usize>) -> Option<(String, Expected)> {
        let line = line_at(self.text, range.start);
        let heading = heading_above(self.text, line.start);
        let key = key_line(&self.text[line], heading)?.key;
        let takes = takes_below(&key, heading)?;
        Some((key, takes.expected()))
    }

    /// Whether it is what stands above the body of a document.
    pub(super) fn is_front_matter(&self) -> bool {
        self.path.ends_with(".md")
    }

    /// Whether it is a lead document, which may do without a title.
    pub(super) fn is_lead(&self) -> bool {
        self.path
            .rsplit('/')
            .next()
            .is_some_and(|name| name.to_lowercase().starts_with("index."))
    }

    /// The line of a fault as it was meant; all lines of a text that goes over several.
    fn line_meant(&self, fault: &TomlFault, range: &Range<usize>) -> Option<Meant> {
        let mut lines = line_at(self.text, range.start);
        if matches!(
            fault,
            TomlFault::Lines | TomlFault::List | TomlFault::Inline
        ) {
            lines.end = lines.end.max(range.end);
        }
        if *fault == TomlFault::UnclosedTable {
            return self.closed_heading(lines);
        }
        if let TomlFault::RowTwice(_) = fault {
            return self.row_heading(lines);
        }
        let line = &self.text[lines.clone()];
        // What is right by itself is not what was wrong.
        if is_whole(line) {
            return None;
        }
        let heading = heading_above(self.text, lines.start);
        let typed = line_meant(line, fault, heading)?;
        let goes_on = *fault == TomlFault::UnclosedText && goes_on(&self.text[lines.end..]);
        let is_sure = typed.is_sure && !goes_on && !self.is_twice(&typed.text, lines.start);
        let end = lines.start + line.trim_end_matches('\r').len();
        Some(Meant {
            shown: typed.text.clone(),
            replaces: lines.start + self.base..end + self.base,
            by: typed.text,
            is_sure,
        })
    }

    /// A heading that lacks its end, with the brackets that its table has.
    fn closed_heading(&self, line: Range<usize>) -> Option<Meant> {
        let written = self.text[line.clone()].trim();
        let name = written.trim_matches(['[', ']', ' ']);
        let (above, key) = name.rsplit_once('.').unwrap_or(("", name));
        let by = match takes_below(key, above)?.expected() {
            Expected::Table => format!("[{name}]"),
            Expected::Tables | Expected::Rows => format!("[[{name}]]"),
            _ => return None,
        };
        let start = self.base + line.start + self.text[line].find('[')?;
        Some(Meant::sure(start..start + written.len(), by))
    }

    /// The heading `[data.projects]` of a table that is one of several, as it is typed: `[[data.projects]]`.
    pub(super) fn row_heading(&self, line: Range<usize>) -> Option<Meant> {
        let (heading, range) = single_heading(self.text, line)?;
        let by = format!("[[{heading}]]");
        Some(Meant::sure(self.span(range).range, by))
    }

    /// Whether the key of a line as it was meant stands in its table a second time, by whatever name.
    fn is_twice(&self, meant: &str, at: usize) -> bool {
        let heading = heading_above(self.text, at);
        let Some(KeyLine { key, .. }) = key_line(meant, heading) else {
            return false;
        };
        let table = self.text[..at].rfind("\n[").map_or(0, |start| start + 1);
        let after = following_heading(self.text, at);
        // In a table longer than any that is typed nobody knows.
        if after - table > MOST_OF_TABLE {
            return true;
        }
        let lines = self.text[table..after].lines();
        let same = lines.filter(|line| {
            let line = key_line(line, heading);
            line.is_some_and(|line| line.key.eq_ignore_ascii_case(&key))
        });
        same.count() > 1
    }

    /// How many lines of the file stand before this piece of it: at most the one of the fence.
    pub(super) fn lines_before(&self) -> usize {
        usize::from(self.base > crate::files::mark_length("\u{feff}"))
    }

    /// What was found wrong.
    pub(in crate::parse) fn into_findings(self) -> Diagnostics {
        self.findings.into_inner()
    }

    pub(super) fn report(&self, problem: impl Into<Problem>, range: Range<usize>) {
        let at = self.span(range);
        self.findings
            .borrow_mut()
            .push(Diagnostic::new(problem, at));
    }

    /// Reports, unless a syntax fault at the same place said so already.
    pub(super) fn report_value(&self, problem: impl Into<Problem>, range: Range<usize>) {
        if !self.is_broken(&range) {
            self.report(problem, range);
        }
    }

    /// Whether a syntax fault touches a range.
    pub(super) fn is_broken(&self, range: &Range<usize>) -> bool {
        let broken = self.broken.borrow();
        // What the parser puts where nothing stands has no place of its own.
        if range.is_empty() && range.start == 0 && !broken.is_empty() {
            return true;
        }
        broken
            .iter()
            .any(|broken| broken.start <= range.end && range.start <= broken.end)
    }

    /// Whether a table heading is not closed.
    pub(super) fn has_unclosed_table(&self) -> bool {
        self.findings.borrow().iter().any(|finding| {
            let Problem::Reading(ReadingFault::TomlSyntax { fault, .. }) = &finding.problem else {
                return false;
            };
            *fault == TomlFault::UnclosedTable
        })
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.path, range.start + self.base..range.end + self.base)
    }
}

/// Behind a heading that is not closed, or a key without `=`, the parser sees nothing any more.
/// Looks again with those lines left blank, so that one run tells all faults.
fn look_behind(text: &str, found: &mut Vec<(TomlFault, Range<usize>)>) {
    let mut text = text.to_owned();
    for _ in 0..MOST_LOOKS {
        let ends = |fault: &TomlFault| {
            matches!(
                fault,
                TomlFault::UnclosedTable
                    | TomlFault::NoEquals
                    | TomlFault::Prose { .. }
                    | TomlFault::Colon
            )
        };
        let mut lines = found
            .iter()
            .filter(|(fault, _)| ends(fault))
            .map(|(_, range)| line_at(&text, range.start).start..line_at(&text, range.end).end);
        let Some(line) = lines.find(|line| !text[line.clone()].trim().is_empty()) else {
            return;
        };
        text = blanked(&text, std::slice::from_ref(&line));
        let (_, errors) = DeTable::parse_recoverable(&text);
        for (fault, range) in faults(&text, &errors).told {
            let place = line_at(&text, range.start);
            let known = |(_, other): &(_, Range<usize>)| line_at(&text, other.start) == place;
            if place.start >= line.end && !found.iter().any(known) {
                found.push((fault, range));
            }
        }
    }
}

/// A text with spaces in some of its places; its lines stay lines.
fn blanked(text: &str, places: &[Range<usize>]) -> String {
    let spaces = places.iter().map(|place| {
        let line_end = |b: u8| matches!(b, b'\n' | b'\r');
        let bytes = text.as_bytes()[place.clone()].iter();
        let spaces = bytes.map(|b| if line_end(*b) { char::from(*b) } else { ' ' });
        (place.clone(), spaces.collect())
    });
    replaced(text, spaces)
}

/// Whether a text that is not closed may go on in what follows: in a line that is none of its own, or one before the next
/// key that has a mark too many.
fn goes_on(following: &str) -> bool {
    let lines = || following.lines().filter(|line| !line.trim().is_empty());
    let mut before_key = lines().take_while(|line| key_line(line, "").is_none());
    lines().next().is_some_and(|line| !begins_another(line))
        || before_key.any(|line| !line.matches('"').count().is_multiple_of(2))
}

#[cfg(test)]
mod tests {
    use super::TomlText;
    use crate::files::SitePath;

    #[test]
    fn faults_behind_one_that_stops_the_parser_are_told_too() {
        let path = SitePath::from("a.toml");
        let text =
            "a = ก\nunit \"b\"\n[data\nperiod = \"2566\ncomponents = [1 2]\nx = 1\n[more\ny =\n";
        let source = TomlText::new(&path, text, 0);
        let _ = source.parse();
        let findings = source.into_findings();
        let lines: Vec<usize> = findings
            .iter()
            .map(|finding| text[..finding.at.range.start].matches('\n').count() + 1)
            .collect();
        assert_eq!(lines, [1, 2, 3, 4, 5, 7, 8], "{findings:#?}");
    }
}
