//! `oit check`: the pipeline without its sixth verb.

use std::path::Path;

use super::fix::Fixer;
use super::new::ItemPlace;
use super::output::{refuse_output, write_output};
use super::summary::{counted, of_items, whole};
use super::voice::Voice;
use super::{
    Ending, Result, below_here, for_machines, machine_text, mistyped, options, site_folder,
    work_along,
};
use crate::cli::{CheckArguments, Common, FormatArgument as Format};
use crate::evidence::Store;
use crate::files::SitePath;
use crate::model::{FiscalYear, ItemNumber};
use crate::pipeline::{Loaded, Options, check_whole, load};
use crate::problem::{CoverageFault, Diagnostic, Diagnostics, TypedSlip, emit, stops};
use crate::readings::Readings;

pub(super) fn check(voice: &Voice, common: &Common, wanted: &CheckArguments) -> Result {
    let root = site_folder(common)?;
    let format = format_of(wanted)?;
    if let Some(file) = &wanted.output {
        refuse_output(file, Some(&root))?;
    }
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
        let fixer = Fixer {
            voice,
            root: &root,
            dry_run: wanted.dry_run,
            is_asked: &is_asked,
        };
        loaded = fixer.fix(loaded, checked)?;
    }
    let summary = match only {
        Some((year, items)) => {
            keep_items(&mut loaded.findings, year, &items);
            of_items(&loaded, year, &items, voice.language)
        }
        None => whole(&loaded, voice.language),
    };
    match (&wanted.output, format) {
        (None, Format::Text) => tell(voice, &loaded, &summary),
        (None, _) => for_machines(voice, &loaded.findings, &loaded.files, &below_here(&root)),
        (Some(file), format) => {
            let text = for_file(voice, &root, &loaded, format, &summary);
            write_output(voice, file, text.as_bytes())?;
            voice.stdout_unless_quiet(&counted(&loaded.findings, voice.language));
        }
    }
    Ok(ended(&loaded, wanted.strict))
}

/// The format that was asked for, or that the file's name asks for.
fn format_of(wanted: &CheckArguments) -> Result<Format> {
    let ending = wanted.output.as_deref().and_then(Path::extension);
    let ending = ending.map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match (wanted.format, ending.as_deref()) {
        (Some(format), _) => Ok(format),
        (None, None | Some("txt")) => Ok(Format::Text),
        (None, Some("json")) => Ok(Format::Json),
        (None, Some("sarif")) => Ok(Format::Sarif),
        (None, Some(ending)) => Err(mistyped(TypedSlip::CheckEnding {
            ending: ending.to_owned(),
        })),
    }
}

/// What a file of findings holds: for people all that the terminal would show, without its colours.
fn for_file(voice: &Voice, root: &Path, loaded: &Loaded, format: Format, summary: &str) -> String {
    let (findings, files) = (&loaded.findings, &loaded.files);
    let for_machines = machine_text(format, findings, files, &below_here(root), voice.language);
    for_machines.unwrap_or_else(|| {
        let text = emit::text(findings, files, Some(&loaded.site), voice.language);
        format!("{}{summary}\n", anstream::adapter::strip_str(&text))
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
    tell(
        voice,
        &loaded,
        &of_items(&loaded, year, items, voice.language),
    );
    ended(&loaded, false)
}

fn keep_items(findings: &mut Diagnostics, year: FiscalYear, items: &[ItemNumber]) {
    findings.retain(|finding| is_of(finding.subject(), year, items));
}

fn tell(voice: &Voice, loaded: &Loaded, summary: &str) {
    voice.stderr_all_findings(loaded);
    voice.stdout_unless_quiet(summary);
}

fn ended(loaded: &Loaded, strict: bool) -> Ending {
    if stops(&loaded.findings, strict) {
        Ending::Faulty
    } else {
        Ending::Fine
    }
}
