//! `oit rollover`: next year's folders from this year's, as `rollover` plans them.

mod apply;
mod told;
mod words;

use std::path::Path;

use super::scaffold::Scaffold;
use super::voice::Voice;
use super::{Ending, Result, as_of, load_once, options, refused, site_folder};
use crate::cli::{Common, RolloverArguments};
use crate::files::SitePath;
use crate::model::{Date, FiscalYear, Framework, Year, buddhist_year, typed_date};
use crate::parse::framework::{built_in, framework};
use crate::pipeline::{Loaded, check_and};
use crate::problem::{Diagnostic, RefusalFault, RolloverRefusal, Severity};
use crate::publish::NewFiles;
use crate::read::same_bytes;
use crate::rollover::mark::misplaced;
use crate::rollover::provisional::provisional;
use crate::rollover::{Action, ItemPlan, Plan, Trees, plan};
use crate::thai::numeral::to_arabic;
use words::RolloverReport;

/// Years so far apart are a slip of the finger.
const FARTHEST: i16 = 5;

pub(super) fn rollover(voice: &Voice, common: &Common, wanted: &RolloverArguments) -> Result {
    let root = site_folder(common)?;
    let (from, to) = years(&wanted.from, &wanted.to).map_err(refused)?;
    let report = RolloverReport { voice, from, to };
    if wanted.undo {
        return apply::undo(&report, &root);
    }
    apply::go_on(&report, &root, wanted)?;
    let options = options(common, None, false)?;
    let mut loaded = load_once(&root, &options);
    // Checked, because what is wrong in the old year would be wrong in the new one too.
    check_and(&mut loaded, |_, _| ());
    let known = loaded.site.framework(to);
    let is_late = known.is_some_and(|tree| !misplaced(&loaded.files, tree).is_empty());
    let faults = faults(&loaded, from, to, is_late);
    if !faults.is_empty() {
        loaded.findings = faults;
        voice.stderr_all_findings(&loaded);
        report.mend_first();
        return Ok(Ending::Faulty);
    }
    let Some(year) = loaded.site.year(from) else {
        return Err(refused(no_source(&loaded, from, to)));
    };
    let (tree, copied) = match loaded.site.framework(to) {
        Some(tree) => (tree.clone(), None),
        None => {
            let base = newest_list(&loaded, from, to);
            let (tree, file) = new_tree(&loaded, base, from, to);
            (tree, Some((base, file)))
        }
    };
    let date = as_of(common)?;
    let trees = Trees {
        old: &year.framework,
        new: &tree,
    };
    if is_late {
        let renumbering = apply::plan(&report, &root, &loaded, &options, trees)?;
        return match apply::renumber(&report, &root, &renumbering, wanted)? {
            Some(ending) => Ok(ending),
            // What the list has more than the one before is still to be made.
            None => rollover(voice, common, &wanted.without_apply()),
        };
    }
    let plan = plan(&loaded.site, &loaded.files, trees, &typed_date(date));
    carry(
        &report,
        &root,
        &loaded,
        &plan,
        copied,
        (wanted.dry_run, date),
    )
}

/// Writes what is planned, and says it.
fn carry(
    report: &RolloverReport<'_>,
    root: &Path,
    loaded: &Loaded,
    plan: &Plan,
    copied: Option<(FiscalYear, (SitePath, String))>,
    (dry_run, date): (bool, Date),
) -> Result {
    let mut conflicts = Vec::new();
    if !dry_run {
        let mut files = NewFiles::default();
        if let Some((_, (path, text))) = &copied {
            files.create(&root.join(&**path), text)?;
        }
        for item in &plan.items {
            conflicts.extend(write_item(&mut files, root, item, report.to, date)?);
        }
        files.keep();
    }
    let base = copied.as_ref().map(|(base, _)| *base);
    report.items(plan, base, dry_run);
    report.conflicts(&conflicts);
    let path = copied.map(|(_, (path, _))| path);
    report.next(&loaded.site, plan, path, dry_run);
    Ok(Ending::Fine)
}

/// The two years, if they can be meant.
fn years(from: &str, to: &str) -> std::result::Result<(FiscalYear, FiscalYear), RefusalFault> {
    let refuse = |why, meant: Option<(i16, i16)>| RefusalFault::RolloverRefused {
        years: format!("{} {}", to_arabic(from), to_arabic(to)),
        why,
        meant: meant.map(|(from, to)| format!("{from} {to}")),
    };
    let numbers = [from, to].map(|text| to_arabic(text.trim()).parse::<i16>().ok());
    // Whoever thinks in the common era thinks so of both.
    let buddhist = |number| buddhist_year(number).unwrap_or(number);
    let both = match numbers {
        [Some(from), Some(to)] => Some((buddhist(from), buddhist(to))),
        _ => None,
    };
    let mut read = Vec::new();
    for (text, number) in [from, to].into_iter().zip(numbers) {
        match number.and_then(|number| FiscalYear::new(number.into())) {
            Some(year) => read.push(year),
            None if number.and_then(buddhist_year).is_some() => {
                return Err(refuse(RolloverRefusal::CommonEra(text.to_owned()), both));
            }
            None => return Err(refuse(RolloverRefusal::NotAYear(text.to_owned()), None)),
        }
    }
    let (from, to) = (read[0], read[1]);
    let next = (from.number(), from.number() + 1);
    let (why, meant) = match to.number() - from.number() {
        1..=FARTHEST => return Ok((from, to)),
        0 => (RolloverRefusal::NotLater, next),
        ..0 => (RolloverRefusal::NotLater, (to.number(), from.number())),
        _ => (RolloverRefusal::TooFar, next),
    };
    Err(refuse(why, Some(meant)))
}

/// What keeps the old year, or the new one's tree, from being read rightly. Where the list `is_late` nothing is carried
/// from the old year, and its links into the new one are wrong because of that: only the trees matter.
fn faults(loaded: &Loaded, from: FiscalYear, to: FiscalYear, is_late: bool) -> Vec<Diagnostic> {
    let old = format!("content/{from}");
    let trees = [from, to].map(|year| format!("content/{year}/framework.toml"));
    let is_fault = |finding: &&Diagnostic| {
        let path = &*finding.at.path;
        let inside = path.strip_prefix(&old).filter(|_| !is_late);
        let is_old = inside.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let is_tree = || trees.iter().any(|tree| path.eq_ignore_ascii_case(tree));
        finding.problem.severity() == Severity::Error && (is_old || is_tree())
    };
    loaded.findings.iter().filter(is_fault).cloned().collect()
}

fn no_source(loaded: &Loaded, from: FiscalYear, to: FiscalYear) -> RefusalFault {
    let known = loaded.site.years.iter().map(Year::fiscal_year);
    let latest = known.clone().map(FiscalYear::number).max();
    RefusalFault::RolloverRefused {
        years: format!("{from} {to}"),
        why: RolloverRefusal::NoSource(known.map(|year| year.to_string()).collect()),
        meant: latest.map(|year| format!("{year} {}", year + 1)),
    }
}

/// The newest year before `to` whose list is known: an old list is not copied where a newer one is there.
fn newest_list(loaded: &Loaded, from: FiscalYear, to: FiscalYear) -> FiscalYear {
    let own = loaded.site.years.iter().map(Year::fiscal_year);
    let others = loaded.site.other_frameworks.iter();
    let known = own.chain(others.map(|other| other.fiscal_year));
    let newest = known.filter(|year| *year < to).max();
    newest.map_or(from, |newest| newest.max(from))
}

/// The list of another year as this year's, with the file it is to be written to.
fn new_tree(
    loaded: &Loaded,
    base: FiscalYear,
    from: FiscalYear,
    to: FiscalYear,
) -> (Framework, (SitePath, String)) {
    let (path, text) = provisional_list(loaded, base, from, to);
    let (tree, _) = framework(&path, &text, to);
    (tree, (path, text))
}

/// The file of the list of `base` as that of another year.
fn provisional_list(
    loaded: &Loaded,
    base: FiscalYear,
    from: FiscalYear,
    to: FiscalYear,
) -> (SitePath, String) {
    let own = format!("content/{base}/framework.toml");
    let mut files = loaded.files.entries.keys();
    let own = files.find(|path| path.eq_ignore_ascii_case(&own));
    let own = own.and_then(|path| loaded.files.text(path));
    let text = match own {
        Some(text) => text.to_string(),
        None => built_in(base).map(|(_, text)| text).unwrap_or_default(),
    };
    let path = SitePath::from(format!("content/{to}/framework.toml"));
    (path, provisional(&text, base, from, to))
}

/// Writes what is new for an item; gives the files that were there already and hold something else.
fn write_item(
    files: &mut NewFiles,
    root: &Path,
    item: &ItemPlan,
    year: FiscalYear,
    date: Date,
) -> Result<Vec<SitePath>> {
    let mut conflicts = Vec::new();
    match &item.action {
        Action::Leave => {}
        Action::Start(line) => {
            let scaffold = Scaffold {
                item: &item.item,
                year,
                title: None,
                date,
                draft: true,
            };
            let text = scaffold
                .text()
                .replacen("+++\n", &format!("+++\n{line}\n"), 1);
            files.create(&root.join(&*item.folder).join("index.md"), &text)?;
        }
        Action::Carry(documents) => {
            // Documents last: an item that has one is left alone by a second run.
            for (from, to) in documents.iter().flat_map(|document| &document.files) {
                let (from, target) = (root.join(&**from), root.join(&**to));
                if !files.copy(&from, &target)? && !same_bytes(&from, &target) {
                    conflicts.push(to.clone());
                }
            }
            for document in documents {
                files.create(&root.join(&*document.to), &document.text)?;
            }
        }
    }
    Ok(conflicts)
}

#[cfg(test)]
mod tests {
    use super::years;
    use crate::problem::RefusalFault;

    #[test]
    fn years_are_read_in_either_kind_of_digits_and_slips_are_named() {
        let (from, to) = years("๒๕๖๖", "2567").unwrap();
        assert_eq!((from.number(), to.number()), (2566, 2567));
        let meant = |from, to| match years(from, to) {
            Err(RefusalFault::RolloverRefused { meant, .. }) => meant.unwrap_or_default(),
            other => panic!("{other:?}"),
        };
        assert_eq!(meant("2567", "2566"), "2566 2567");
        assert_eq!(meant("2566", "2566"), "2566 2567");
        assert_eq!(meant("2023", "2024"), "2566 2567");
        assert_eq!(meant("2566", "2657"), "2566 2567");
        assert_eq!(meant("ปีนี้", "2567"), "");
        assert_eq!(meant("66", "67"), "");
    }
}
