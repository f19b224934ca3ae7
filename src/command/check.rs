//! `oit check`: the pipeline without its sixth verb.

use std::path::Path;

use super::fix::fix;
use super::new::ItemPlace;
use super::summary::{of_items, whole};
use super::voice::Voice;
use super::{Ending, Result, below_here, for_machines, options, site_folder, work_along};
use crate::cli::{CheckArguments, Common, FormatArgument as Format};
use crate::evidence::Store;
use crate::files::SitePath;
use crate::model::{FiscalYear, ItemNumber};
use crate::pipeline::{Loaded, Options, check_whole, load};
use crate::problem::{CoverageFault, Diagnostic, Diagnostics, stops};
use crate::readings::Readings;

pub(super) fn check(voice: &Voice, common: &Common, wanted: &CheckArguments) -> Result {
    let root = site_folder(common)?;
    let options = options(common, None, false)?;
    work_along();
    let (mut readings, store) = (Readings::default(), Store::of_user());
    let mut checked = || {
        let mut loaded = load(&root, &options, &mut readings, &store);
        check_whole(&mut loaded);
        loaded
    };
    let mut loaded = checked();
    let only = items_asked(&loaded, &wanted.items)?;
    if wanted.fix {
        let is_asked = |path: &SitePath| {
            let subject = Diagnostic::whole(CoverageFault::Stub, path).subject();
            only.as_ref()
                .is_none_or(|(year, items)| is_of(subject, *year, items))
        };
        loaded = fix(voice, &root, loaded, wanted.dry_run, &is_asked, checked)?;
    }
    if let Some((year, items)) = only {
        keep_items(&mut loaded.findings, year, &items);
        if wanted.format == Format::Text {
            return Ok(tell(voice, &loaded, year, &items, wanted.strict));
        }
    }
    if wanted.format == Format::Text {
        voice.stderr_all_findings(&loaded);
        voice.stdout_unless_quiet(&whole(&loaded, voice.language));
    } else {
        let folder = below_here(&root);
        for_machines(voice, &loaded.findings, &loaded.files, &folder);
    }
    Ok(if stops(&loaded.findings, wanted.strict) {
        Ending::Faulty
    } else {
        Ending::Fine
    })
}

/// The items that a check is of, with their year; `None` where it is of the whole site.
fn items_asked(loaded: &Loaded, names: &[String]) -> Result<Option<(FiscalYear, Vec<ItemNumber>)>> {
    let places = names.iter();
    let places = places.map(|item| ItemPlace::of(&loaded.site, item, None));
    let places: Vec<ItemPlace<'_>> = places.collect::<Result<_>>()?;
    let year = places.first().map(|place| place.year);
    let items = places.iter().map(ItemPlace::number).collect();
    Ok(year.map(|year| (year, items)))
}

/// Whether something is of one of these items.
fn is_of(
    subject: Option<(FiscalYear, Option<ItemNumber>)>,
    year: FiscalYear,
    items: &[ItemNumber],
) -> bool {
    subject.is_some_and(|(of, item)| of == year && item.is_some_and(|item| items.contains(&item)))
}

/// Checks these items alone and says where they stand.
pub(super) fn tell_items(
    voice: &Voice,
    root: &Path,
    options: &Options,
    year: FiscalYear,
    items: &[ItemNumber],
) -> Ending {
    let mut loaded = super::load_once(root, options);
    check_whole(&mut loaded);
    keep_items(&mut loaded.findings, year, items);
    tell(voice, &loaded, year, items, false)
}

fn keep_items(findings: &mut Diagnostics, year: FiscalYear, items: &[ItemNumber]) {
    findings.retain(|finding| is_of(finding.subject(), year, items));
}

fn tell(
    voice: &Voice,
    loaded: &Loaded,
    year: FiscalYear,
    items: &[ItemNumber],
    strict: bool,
) -> Ending {
    voice.stderr_all_findings(loaded);
    voice.stdout_unless_quiet(&of_items(loaded, year, items, voice.language));
    if stops(&loaded.findings, strict) {
        Ending::Faulty
    } else {
        Ending::Fine
    }
}
