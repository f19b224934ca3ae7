//! Titles and file names that speak of another year than their item asks for: last year's report,
//! handed in again. Bodies are left alone, because they cite laws and other years rightly.

mod mentions;

use std::collections::HashMap;

use self::mentions::{Kind, Mention, mentions};
use super::checked::{AskedItem, Checked};
use crate::files::{ending, file_name};
use crate::model::date::ERA_OFFSET;
use crate::model::{Document, FiscalYear, Period, Rule};
use crate::parse::reference::canonical;
use crate::problem::{CoverageFault, Diagnostic, Diagnostics};
use crate::span::Span;

/// Years further away than this are no slip: what was founded in 2540 is no stale report.
const NEAR: i16 = 12;

/// Endings of files that are documents; a camera numbers its pictures.
const DOCUMENTS: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "csv", "ods", "odt", "ppt", "pptx", "zip",
];

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    checked.each_item(findings, |asked, found| {
        for document in checked.site.counting(asked.item) {
            if let Some(years) = YearsAsked::of(checked, asked, document) {
                in_document(checked, document, &years, found);
            }
        }
    });
}

/// The years that a document may speak of.
struct YearsAsked {
    /// The year of its folder.
    folder: i16,
    /// The one its item asks for.
    wanted: i16,
    /// The one asked for, those of the items it is evidence for besides, and those of its period.
    right: Vec<i16>,
    /// Without the calendar years that its period only touches.
    whole: Vec<i16>,
    /// News and notices of a year may look ahead.
    past_only: bool,
}

impl YearsAsked {
    /// `None` where every year is right.
    fn of(checked: &Checked<'_>, asked: AskedItem<'_>, document: &Document) -> Option<Self> {
        let AskedItem {
            year,
            definition,
            item,
        } = asked;
        let shows = item.state.components.iter().filter(|component| {
            let mut ids = component.shown_by.iter();
            ids.any(|id| checked.site.document(*id).path == document.path)
        });
        let rule = definition
            .timing_of(shows.map(|component| component.number))?
            .rule;
        let wanted = year_of(rule, document.year)?;
        // One of many documents of the year may be about anything.
        let is_alone = checked.site.counting(item).count() == 1;
        if rule == Rule::Current && document.slug.is_some() && !is_alone {
            return None;
        }
        let mut whole = vec![wanted];
        for also in &document.also {
            if let Some(definition) = year.framework.item(also.item.value) {
                whole.push(year_of(definition.timing.rule, document.year)?);
            }
        }
        let mut right = whole.clone();
        if let Some(period) = document.stated_period() {
            right.extend(years_of(&period, true));
            whole.extend(years_of(&period, false));
        }
        Some(Self {
            folder: document.year.number(),
            wanted,
            right,
            whole,
            past_only: rule == Rule::Current,
        })
    }

    /// The wrong year that a name speaks of, if it speaks of no right one. `plain`: a year without a
    /// word for it is believed too.
    fn wrong_year(&self, name: &str, plain: bool) -> Option<i16> {
        let mentions = mentions(name);
        let is_right = |mention: &Mention| {
            let years = match mention.kind {
                Kind::Whole => &self.whole,
                _ => &self.right,
            };
            years.iter().any(|year| mention.years.contains(year))
        };
        if mentions.iter().any(is_right) {
            return None;
        }
        let judged = mentions.iter().filter(|mention| match mention.kind {
            Kind::Named | Kind::Whole => true,
            Kind::Plain => plain || mention.years.start() < mention.years.end(),
            Kind::Aside => false,
        });
        let year = *judged.map(|mention| mention.years.end()).next()?;
        let is_near = (self.wanted - year).abs() <= NEAR;
        (is_near && !(self.past_only && year > self.wanted)).then_some(year)
    }
}

/// The year that a rule asks for; `None` where it asks for none.
fn year_of(rule: Rule, year: FiscalYear) -> Option<i16> {
    (rule != Rule::Any).then(|| rule.year(year).number())
}

/// The years that a period may be called by: the fiscal years it touches, and the calendar years that
/// it covers; of less than a year those it touches too, if that is enough.
fn years_of(period: &Period, touched: bool) -> Vec<i16> {
    let (first, last) = (FiscalYear::of(period.first), FiscalYear::of(period.last));
    let is_short = !(first.number()..=last.number())
        .filter_map(|year| FiscalYear::new(i64::from(year)))
        .any(|year| period.covers(&year.period()) || period.covers(&year.calendar_period()));
    let calendar = period.first.year() + ERA_OFFSET..=period.last.year() + ERA_OFFSET;
    let covers = |year: &i16| {
        let year = FiscalYear::new(i64::from(*year));
        year.is_some_and(|year| period.covers(&year.calendar_period()))
    };
    (first.number()..=last.number())
        .chain(calendar.filter(|year| touched && is_short || covers(year)))
        .collect()
}

fn in_document(
    checked: &Checked<'_>,
    document: &Document,
    asked: &YearsAsked,
    findings: &mut Diagnostics,
) {
    let mut push = |found, in_file_name, at: &Span| {
        let wanted = asked.wanted;
        let problem = CoverageFault::StaleYear {
            found,
            wanted,
            in_file_name,
        };
        findings.push(Diagnostic::new(problem, at.clone()));
    };
    let own = document.title.as_ref().zip(document.title_at.as_ref());
    let of_files = document.files.iter();
    let of_files = of_files.filter_map(|file| file.title.as_ref().zip(file.title_at.as_ref()));
    let of_links = document.links.iter();
    let of_links = of_links.filter_map(|link| Some((link.title.as_ref()?, &link.at)));
    for (title, at) in own.into_iter().chain(of_files).chain(of_links) {
        if let Some(year) = asked.wrong_year(title, false) {
            push(year, false, at);
        }
    }
    let named: HashMap<String, &Span> = document
        .named_files()
        .map(|(path, at)| (canonical(path), at))
        .collect();
    // A file among many may be of another year; the only one is the evidence.
    let plain = !asked.past_only || document.evidence.len() == 1;
    for file in document.evidence.iter().map(|id| checked.site.file(*id)) {
        let name = file_name(&file.path);
        let is_document = DOCUMENTS.contains(&&*ending(name).to_ascii_lowercase());
        let year = asked.wrong_year(name, plain).filter(|_| is_document);
        // Files of an assessment are often named by its year: `OIT-2566-o13.pdf`.
        if let Some(year) = year.filter(|year| *year != asked.folder) {
            let whole = Span::whole(&file.path);
            let at = named.get(&canonical(&file.path)).copied();
            push(year, true, at.unwrap_or(&whole));
        }
    }
}
