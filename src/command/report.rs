//! `oit report`: a table or the printable page of a year, to standard output or a file.

use std::io::IsTerminal;
use std::path::{Path, absolute};

use anyhow::{Context, anyhow};
use clap::ValueEnum;

use super::voice::Voice;
use super::{Ending, Result, options, refused, site_folder, year_argument};
use crate::cli::{
    Common, ReportArguments, ReportFormatArgument as FormatWanted, SubjectArgument as Subject,
};
use crate::evidence::Store;
use crate::files::SitePath;
use crate::model::{FiscalYear, Site};
use crate::pipeline::{check_and, load};
use crate::problem::{FolderFault, stops};
use crate::publish::replace;
use crate::read::{SITE_FILE, TOPS, exists, optional_text};
use crate::readings::Readings;
use crate::render::{Fault, Renderer, Report};
use crate::report::Format;

pub(super) fn report(voice: &Voice, common: &Common, wanted: &ReportArguments) -> Result {
    let format = format(wanted)?;
    let binary = matches!(format, FormatWanted::Xlsx | FormatWanted::Html);
    if binary && wanted.output.is_none() && std::io::stdout().is_terminal() {
        Err(anyhow!(
            "ใส่ -o FILE เพราะผลลัพธ์นี้อ่านบนจอไม่ได้ (add -o FILE: this is not for a terminal)"
        ))?;
    }
    let root = site_folder(common)?;
    if let Some(file) = &wanted.output {
        refuse_source(&root, file)?;
        refuse_missing_folder(file)?;
    }
    let options = options(common, None, false)?;
    let mut loaded = load(&root, &options, &mut Readings::default(), &Store::of_user());
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
        Some(file) => {
            replace(file, &bytes)?;
            let made = voice.say("สร้างแล้ว", "made");
            voice.stdout_unless_quiet(&format!("{made}: {}", file.display()));
        }
    }
    Ok(Ending::Fine)
}

/// A report must not be written over what the site is made of, nor become evidence by lying there.
fn refuse_source(root: &Path, file: &Path) -> Result<()> {
    let (root, file) = (absolute(root).context(".")?, absolute(file).context(".")?);
    let mut sources = TOPS.into_iter().chain([SITE_FILE]);
    if sources.any(|source| file.starts_with(root.join(source))) {
        Err(anyhow!(
            "{} เป็นส่วนของเว็บไซต์ เลือกที่อื่นให้ -o (part of the site: choose another place)",
            file.display()
        ))?;
    }
    Ok(())
}

/// A folder is not made for a name that may be a slip.
fn refuse_missing_folder(file: &Path) -> Result<()> {
    let folder = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match folder.filter(|folder| !exists(folder)) {
        Some(folder) => Err(anyhow!(
            "ไม่มีโฟลเดอร์ {0} สร้างโฟลเดอร์นี้ก่อน แล้วสั่งใหม่ (make the folder {0} first)",
            folder.display()
        ))?,
        None => Ok(()),
    }
}

/// The format that was asked for, or that the file's name asks for.
fn format(wanted: &ReportArguments) -> Result<FormatWanted> {
    let is_page = wanted.subject == Subject::Print;
    let ending = wanted.output.as_deref().and_then(Path::extension);
    let by_name = ending.and_then(|ending| {
        let ending = ending.to_string_lossy().to_ascii_lowercase();
        match ending.as_str() {
            "txt" => Some(FormatWanted::Text),
            "htm" => Some(FormatWanted::Html),
            other => FormatWanted::from_str(other, true).ok(),
        }
    });
    let usual = if is_page {
        FormatWanted::Html
    } else {
        FormatWanted::Text
    };
    if let (None, None, Some(ending)) = (wanted.format, by_name, ending) {
        Err(anyhow!(
            "ไม่รู้จักรูปแบบของไฟล์ .{0} ใช้ .txt .csv .xlsx .json หรือ .html (no such format: .{0}); PDF ได้จากการพิมพ์ไฟล์ html",
            ending.to_string_lossy()
        ))?;
    }
    let format = wanted.format.or(by_name).unwrap_or(usual);
    if is_page == (format == FormatWanted::Html) {
        Ok(format)
    } else if is_page {
        Err(anyhow!(
            "print มีรูปแบบ html เท่านั้น (print comes as html only)"
        ))?
    } else {
        Err(anyhow!(
            "รูปแบบ html ใช้กับ print เท่านั้น ใช้ text, csv, xlsx หรือ json (html is for print only)"
        ))?
    }
}

/// The year that was asked for, or the current one.
fn year(site: &Site, asked: Option<&str>) -> Result<FiscalYear> {
    let year = match asked {
        Some(text) => Some(year_argument(text)?),
        None => site.current,
    };
    let Some(year) = year else {
        return Err(refused(FolderFault::NoYear));
    };
    if site.year(year).is_none() {
        let years: Vec<String> = (site.years.iter())
            .map(|year| year.fiscal_year().to_string())
            .collect();
        Err(anyhow!(
            "เว็บไซต์นี้ไม่มี content/{year}/ ปีที่มี: {years} (this site has no such year, only {years})",
            years = years.join(", ")
        ))?;
    }
    Ok(year)
}

fn bytes(
    renderer: &Renderer<'_>,
    root: &Path,
    year: FiscalYear,
    subject: Subject,
    format: FormatWanted,
) -> std::result::Result<Vec<u8>, Fault> {
    let report = match subject {
        Subject::Checklist => Report::Checklist,
        Subject::Submission => Report::Submission,
        Subject::Score => Report::Score,
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
    Ok(renderer.report(year, report, format))
}
