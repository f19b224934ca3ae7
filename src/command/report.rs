//! `oit report`: a table or the printable page of a year, to standard output or a file.

use std::io::IsTerminal;
use std::path::Path;

use clap::ValueEnum;

use super::output::{output_refused, refuse_output, write_output};
use super::voice::Voice;
use super::{Ending, Result, load_once, mistyped, options, refused, site_folder, year_argument};
use crate::cli::{
    Common, ReportArguments, ReportFormatArgument as FormatWanted, SubjectArgument as Subject,
};
use crate::files::SitePath;
use crate::model::{FiscalYear, Site};
use crate::pipeline::check_and;
use crate::problem::{FolderFault, ReportRefusal, TypedSlip, stops};
use crate::read::optional_text;
use crate::render::{Fault, Renderer, ReportKind};
use crate::report::Format;

pub(super) fn report(voice: &Voice, common: &Common, wanted: &ReportArguments) -> Result {
    let format = format(wanted)?;
    let binary = matches!(format, FormatWanted::Xlsx | FormatWanted::Html);
    if binary && wanted.output.is_none() && std::io::stdout().is_terminal() {
        return Err(mistyped(TypedSlip::NotForTerminal));
    }
    let root = site_folder(common)?;
    if let Some(file) = &wanted.output {
        refuse_output(file, Some(&root))?;
    }
    let options = options(common, None, false)?;
    let mut loaded = load_once(&root, &options);
    let year = year(&loaded.site, wanted.year.as_deref())?;
    let bytes = check_and(&mut loaded, |ready, findings| {
        let bytes = bytes(&ready.renderer, &root, year, wanted.subject, format);
        bytes.map_err(|fault| findings.push(*fault)).ok()
    });
    let Some(bytes) = bytes.flatten().filter(|_| !stops(&loaded.findings, false)) else {
        voice.stderr_all_findings(&loaded);
        voice.stderr(voice.say(
            "ไม่ได้ทำรายงาน แก้ที่ผิดข้างบนก่อน",
            "no report was made: mend the errors above first",
        ));
        return Ok(Ending::Faulty);
    };
    match &wanted.output {
        None => voice.stdout_bytes(&bytes),
        Some(file) => write_output(voice, file, &bytes)?,
    }
    Ok(Ending::Fine)
}

/// The format that was asked for, or that the file's name asks for.
fn format(wanted: &ReportArguments) -> Result<FormatWanted> {
    let is_page = wanted.subject == Subject::Print;
    let ending = wanted.output.as_deref().and_then(Path::extension);
    let ending = ending.map(|ending| ending.to_string_lossy().into_owned());
    let by_name = ending.as_deref().and_then(by_ending);
    if let (None, None, Some(ending)) = (wanted.format, by_name, ending) {
        return Err(mistyped(TypedSlip::ReportEnding { ending }));
    }
    let usual = if is_page {
        FormatWanted::Html
    } else {
        FormatWanted::Text
    };
    let format = wanted.format.or(by_name).unwrap_or(usual);
    if is_page == (format == FormatWanted::Html) {
        return Ok(format);
    }
    let possible = FormatWanted::value_variants().iter();
    let possible = possible.filter(|known| is_page == (**known == FormatWanted::Html));
    Err(mistyped(TypedSlip::Value {
        option: "--format".to_owned(),
        written: name(format),
        possible: possible.copied().map(name).collect(),
    }))
}

fn by_ending(ending: &str) -> Option<FormatWanted> {
    match ending.to_ascii_lowercase().as_str() {
        "txt" => Some(FormatWanted::Text),
        "htm" => Some(FormatWanted::Html),
        other => FormatWanted::from_str(other, true).ok(),
    }
}

/// A format as it is typed.
fn name(format: FormatWanted) -> String {
    let value = format.to_possible_value();
    value.map_or_else(String::new, |value| value.get_name().to_owned())
}

/// The year that was asked for, or the current one.
fn year(site: &Site, typed: Option<&str>) -> Result<FiscalYear> {
    let year = match typed {
        Some(text) => Some(year_argument(text)?),
        None => site.current,
    };
    let year = year.ok_or_else(|| refused(FolderFault::NoYear))?;
    if site.year(year).is_some() {
        return Ok(year);
    }
    let years = site.years.iter().map(|year| year.fiscal_year().to_string());
    let folder = format!("content/{year}/");
    let why = ReportRefusal::NoYear(years.collect());
    Err(output_refused(Path::new(&folder), why))
}

fn bytes(
    renderer: &Renderer<'_>,
    root: &Path,
    year: FiscalYear,
    subject: Subject,
    format: FormatWanted,
) -> std::result::Result<Vec<u8>, Fault> {
    let report = match subject {
        Subject::Checklist => ReportKind::Checklist,
        Subject::Submission => ReportKind::Submission,
        Subject::Score => ReportKind::Score,
        Subject::Print => {
            let read = |path: &SitePath| {
                let text = optional_text(&root.join(&**path));
                text.ok().flatten().unwrap_or_default()
            };
            return renderer.print_alone(year, &read);
        }
    };
    let format = match format {
        FormatWanted::Csv => Format::Csv,
        FormatWanted::Xlsx => Format::Xlsx,
        FormatWanted::Json => Format::Json,
        FormatWanted::Text | FormatWanted::Html => Format::Text,
    };
    renderer.report(year, report, format)
}
