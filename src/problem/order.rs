//! The order in which findings are told: as people repair them.
//!
//! Errors first, because nothing is built before they are mended; then warnings and advice. Of each,
//! the whole site first, then year by year, the newest first; a year's items by their number,
//! however their folders are written; within an item the lead document first, and a file from top
//! to bottom. Every format tells them in this order.

use std::cmp::Reverse;

use super::consequences::hold_back;
use super::diagnostic::{Diagnostic, Diagnostics};
use super::severity::Severity;
use crate::files::SitePath;
use crate::model::{FiscalYear, ItemNumber};
use crate::thai::numeral::to_arabic;

/// Puts findings in the order people repair them, each once, without those that only follow from an error.
pub fn sort(diagnostics: &mut Diagnostics) {
    hold_back(diagnostics);
    let mut seen = std::collections::HashSet::new();
    diagnostics.retain(|diagnostic| seen.insert(diagnostic.clone()));
    diagnostics.sort_by_cached_key(key);
}

type SortKey = (
    bool,
    Option<(Reverse<FiscalYear>, Option<ItemNumber>)>,
    Part,
    SitePath,
    usize,
    Severity,
);

fn key(finding: &Diagnostic) -> SortKey {
    let subject = finding.subject();
    (
        finding.problem.severity() != Severity::Error,
        subject.map(|(year, item)| (Reverse(year), item)),
        part(&finding.at.path, subject),
        finding.at.path.clone(),
        finding.at.range.start,
        finding.problem.severity(),
    )
}

/// The parts of an item, or of a site, in their order.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// A folder, or the settings.
    Whole,
    /// The item's lead document.
    Lead,
    /// Anything else that belongs to it.
    Other,
    /// A document of another item, which is evidence for this one too.
    Elsewhere,
}

fn part(path: &str, subject: Option<(FiscalYear, Option<ItemNumber>)>) -> Part {
    let Some((_, Some(number))) = subject else {
        return match path {
            "" | "site.toml" => Part::Whole,
            _ => Part::Other,
        };
    };
    let mut steps = path.split('/').skip(2);
    if steps.next().and_then(ItemNumber::parse) != Some(number) {
        return Part::Elsewhere;
    }
    match (steps.next(), steps.next()) {
        (None, _) => Part::Whole,
        (Some("index.md" | "index.toml"), None) => Part::Lead,
        _ => Part::Other,
    }
}

impl Diagnostic {
    /// The year and item it is about; those of its folder where nothing else was said.
    pub fn subject(&self) -> Option<(FiscalYear, Option<ItemNumber>)> {
        if let Some((year, item)) = self.item {
            return Some((year, Some(item)));
        }
        let mut steps = self.at.path.strip_prefix("content/")?.split('/');
        let year = to_arabic(steps.next()?).parse().ok()?;
        let item = steps.next().and_then(ItemNumber::parse);
        Some((FiscalYear::new(year)?, item))
    }
}

#[cfg(test)]
mod tests {
    use super::sort;
    use crate::files::SitePath;
    use crate::problem::{CoverageFault, Diagnostic};
    use crate::span::Span;

    #[test]
    fn site_year_item_lead_and_line() {
        let expected = [
            ("site.toml", 0),
            ("content/index.md", 0),
            ("themes/a.html", 3),
            ("content/2566/framework.toml", 0),
            ("content/2566/O2/index.toml", 0),
            ("content/2566/o12", 0),
            ("content/2566/o12/index.md", 4),
            ("content/2566/o12/index.md", 20),
            ("content/2566/o12/a.md", 0),
            ("content/2566/o12/b/index.md", 0),
            ("content/๒๕๖๕/o๑/index.md", 0),
        ];
        let finding = |(path, start): (&str, usize)| {
            Diagnostic::new(
                CoverageFault::Stub,
                Span::new(&SitePath::from(path), start..start),
            )
        };
        let mut findings: Vec<Diagnostic> = expected.into_iter().rev().map(finding).collect();
        findings.extend(expected.map(finding));
        sort(&mut findings);
        let found: Vec<(&str, usize)> = findings
            .iter()
            .map(|finding| (&*finding.at.path, finding.at.range.start))
            .collect();
        assert_eq!(found, expected);
    }
}
