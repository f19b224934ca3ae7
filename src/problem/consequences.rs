//! Findings that only follow from an error, held back until it is mended: what could not be read is not said to be
//! lacking.

use std::collections::HashSet;

use super::coverage::CoverageFault;
use super::diagnostic::{Diagnostic, Diagnostics, Problem};
use super::folder::FolderFault;
use super::framework::FrameworkFault;
use super::owed::OwedFault;
use super::reading::ReadingFault;
use super::reference::ReferenceFault;
use super::rows::RowsFault;
use super::severity::Severity;
use super::value::ValueFault;
use crate::files::SitePath;
use crate::model::{FiscalYear, ItemNumber, Reason};

/// Takes out what follows from an error among the findings themselves.
pub(super) fn hold_back(findings: &mut Diagnostics) {
    let causes = Causes::among(findings);
    findings.retain(|finding| !causes.explain(finding));
}

/// What could not be read.
#[derive(Default)]
struct Causes {
    /// Whether the settings could not be taken apart.
    settings: bool,
    /// Whether the current year could not be read.
    current_year: bool,
    /// Years that a folder is called otherwise: it is told there.
    years_meant: HashSet<i16>,
    /// Items with keys or values that could not be read: what they show is not known.
    items: HashSet<(FiscalYear, ItemNumber)>,
    /// Items with a day or period that could not be read.
    times: HashSet<(FiscalYear, ItemNumber)>,
    /// Items with a value out of its range, or none of those that may stand there.
    cells: HashSet<(FiscalYear, ItemNumber)>,
    /// Documents whose front matter could not be told from their body.
    unread: HashSet<SitePath>,
    /// Years whose list could not be read.
    lists: HashSet<FiscalYear>,
    /// Years whose list has other numbers than their folders.
    renumbered: HashSet<FiscalYear>,
    /// Files with keys or values that could not be read: of a lead, that may be all that there is.
    faulty: HashSet<SitePath>,
}

impl Causes {
    fn among(findings: &[Diagnostic]) -> Self {
        let mut causes = Self::default();
        let errors = findings.iter();
        for finding in errors.filter(|found| found.problem.severity() == Severity::Error) {
            if let Problem::Reading(_) | Problem::Value(_) | Problem::Sheet(_) | Problem::Rows(_) =
                finding.problem
            {
                causes.faulty.insert(finding.at.path.clone());
            }
            causes.current_year |= hides_the_year(finding);
            if let Problem::Folder(fault) = &finding.problem {
                causes.years_meant.extend(fault.year_meant());
            }
            let is_list = finding.at.path.ends_with("/framework.toml");
            let is_unread = matches!(finding.problem, Problem::Reading(_) | Problem::Value(_));
            let is_renumbered = matches!(
                finding.problem,
                Problem::Framework(FrameworkFault::Renumbered { .. })
            );
            let year = finding.subject().map(|(year, _)| year);
            causes.lists.extend(year.filter(|_| is_list && is_unread));
            causes.renumbered.extend(year.filter(|_| is_renumbered));
            match &finding.problem {
                Problem::Reading(fault) => {
                    causes.settings |= &*finding.at.path == "site.toml";
                    causes.items.extend(finding.item);
                    if matches!(
                        fault,
                        ReadingFault::YamlFrontMatter { .. }
                            | ReadingFault::FrontMatterUnclosed { .. }
                            | ReadingFault::FrontMatterMisread { .. }
                    ) {
                        causes.unread.insert(finding.at.path.clone());
                    }
                }
                Problem::Value(ValueFault::WrongType { key, .. }) if key == "period" => {
                    causes.times.extend(finding.item);
                }
                Problem::Value(ValueFault::UnknownKey { .. } | ValueFault::WrongType { .. })
                | Problem::Rows(RowsFault::NoHead { .. } | RowsFault::ColumnMissing { .. }) => {
                    causes.items.extend(finding.item);
                }
                Problem::Rows(_) => causes.cells.extend(finding.item),
                Problem::Value(ValueFault::OutOfRange { .. } | ValueFault::BadChoice { .. }) => {
                    causes.cells.extend(finding.item);
                }
                Problem::Value(ValueFault::BadDate { .. } | ValueFault::BadPeriod { .. }) => {
                    causes.times.extend(finding.item);
                }
                _ => {}
            }
        }
        causes
    }

    /// Whether a finding is nothing but a consequence.
    fn explain(&self, finding: &Diagnostic) -> bool {
        let is_of = |items: &HashSet<(FiscalYear, ItemNumber)>| {
            finding.item.is_some_and(|item| items.contains(&item))
        };
        let is_of_year = |years: &HashSet<FiscalYear>| {
            let subject = finding.subject();
            subject.is_some_and(|(year, _)| years.contains(&year))
        };
        match &finding.problem {
            Problem::Framework(FrameworkFault::Renumbered { .. }) => is_of_year(&self.lists),
            // Which item a folder is of, and what it must show, is said by the list.
            Problem::Coverage(_)
            | Problem::Owed(_)
            | Problem::StatedNone(_)
            | Problem::Reference(ReferenceFault::ComponentOutOfRange { .. })
            | Problem::Folder(FolderFault::UnknownItem { .. })
            | Problem::Framework(FrameworkFault::UnknownFormer { .. })
                if is_of_year(&self.lists) || is_of_year(&self.renumbered) =>
            {
                true
            }
            Problem::Coverage(fault) => match fault {
                CoverageFault::Stub => {
                    let path = &finding.at.path;
                    let is_lead = path.contains("/index.");
                    self.unread.contains(path) || is_lead && self.faulty.contains(path)
                }
                CoverageFault::Incomplete(
                    Reason::PeriodMissing { .. } | Reason::PeriodNotCovered { .. },
                ) => is_of(&self.items) || is_of(&self.times),
                CoverageFault::DatasetGap { .. } => {
                    is_of(&self.items) || is_of(&self.times) || is_of(&self.cells)
                }
                CoverageFault::Incomplete(_)
                | CoverageFault::NotShownByAlso { .. }
                | CoverageFault::CalendarOnly { .. } => is_of(&self.items),
                _ => false,
            },
            Problem::Reference(ReferenceFault::UnknownUnit { .. }) => self.settings,
            Problem::Owed(OwedFault::FormBlank {
                in_settings: true, ..
            }) => self.settings || self.faulty.contains("site.toml"),
            Problem::Folder(FolderFault::OldYear { .. }) => self.settings || self.current_year,
            Problem::Folder(FolderFault::YearWithoutFolder { year, .. }) => {
                self.years_meant.contains(year)
            }
            _ => false,
        }
    }
}

/// Whether the current year that the settings name could not be read.
fn hides_the_year(finding: &Diagnostic) -> bool {
    let is_year = match &finding.problem {
        Problem::Value(ValueFault::BadPeriod { .. }) => true,
        Problem::Value(ValueFault::WrongType { key, .. } | ValueFault::OutOfRange { key, .. }) => {
            key == "fiscal_year"
        }
        _ => false,
    };
    is_year && &*finding.at.path == "site.toml"
}
