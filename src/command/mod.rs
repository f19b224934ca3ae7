//! Thin callers of the pipeline, one file per command.
//!
//! In: parsed arguments. Out: an exit code, results on standard output, findings on standard error.
//! 0 fine, 1 the site has errors, 2 the command could not run.

mod add;
mod build;
mod check;
mod ci;
mod clicked;
mod diff;
mod explain;
mod explain_instrument;
mod explain_item;
mod failure;
mod fix;
mod init;
mod new;
mod output;
mod panic;
mod place;
mod rename;
mod report;
mod rollover;
mod scaffold;
mod schema;
mod serve;
mod skeleton;
mod summary;
mod version;
mod voice;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use jiff::tz::Offset;

use crate::assemble::Judgement;
use crate::cli::{
    Arguments, Command, Common, FormatArgument as Format, Instead, UnreadLine, typed_fault,
};
use crate::evidence::Store;
use crate::files::{Files, SitePath, path_text};
use crate::model::config::{BaseUrl, PLACEHOLDER_BASE};
use crate::model::{Date, FiscalYear, Framework, guessed_date, meant_date, parse_date, year_meant};
use crate::pipeline::{Loaded, Options, load};
use crate::problem::{
    Diagnostic, FolderFault, Language, Problem, ReferenceFault, RefusalFault, TypedSlip, emit,
};
use crate::read;
use crate::readings::Readings;
use crate::span::Span;
use crate::thai::numeral::to_arabic;
pub use clicked::{explain_click, is_clicked, run_clicked};
pub use panic::explain_panics;
use voice::Voice;

/// How a command ended.
enum Ending {
    /// All was done: exit code 0.
    Fine,
    /// The site has errors, which were told: exit code 1.
    Faulty,
    /// The machine failed, and it was told why: exit code 2.
    Failed,
}

/// Why a command could not run.
enum Stop {
    /// It was asked for what cannot be; with the line, folder or file that this is about.
    Refused(Box<(Problem, String)>),
    /// The machine failed.
    Failed(anyhow::Error),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        let place = place(&problem).to_owned();
        Self::Refused(Box::new((problem, place)))
    }
}

impl From<anyhow::Error> for Stop {
    fn from(error: anyhow::Error) -> Self {
        Self::Failed(error)
    }
}

/// A command is asked for what cannot be.
fn refused(fault: impl Into<Problem>) -> Stop {
    Stop::from(fault.into())
}

/// A command is asked for what cannot be done with a file.
fn refused_file(fault: impl Into<Problem>, path: String) -> Stop {
    Stop::Refused(Box::new((fault.into(), path)))
}

/// A year whose list is not known.
fn unknown_year(year: FiscalYear) -> Stop {
    refused(FolderFault::UnknownYear {
        year: year.to_string(),
        meant: None,
        start: None,
    })
}

/// An item that a list does not have.
fn unknown_item(list: &Framework, name: &str) -> Stop {
    refused(FolderFault::UnknownItem {
        name: name.to_owned(),
        last: list.items().map(|(_, _, item)| item.number).max(),
    })
}

/// A file that was named and is not there.
fn no_such_file(path: &str) -> Stop {
    refused(ReferenceFault::FileNotFound {
        path: path.to_owned(),
        near: None,
        moved: None,
    })
}

/// A line makes no sense though it can be read.
fn mistyped(slip: TypedSlip) -> Stop {
    refused(typed_fault(slip))
}

type Result<T = Ending> = std::result::Result<T, Stop>;

/// Runs the line that was typed.
pub fn run_typed() -> ExitCode {
    Arguments::typed().map_or_else(|unread| answer(*unread), |arguments| run(&arguments))
}

/// Answers a line that runs no command.
fn answer(unread: UnreadLine) -> ExitCode {
    let voice = Voice::without_command(unread.language, unread.format);
    let ended = match unread.instead {
        Instead::Help(text) => {
            voice.stdout(&text);
            Ok(Ending::Fine)
        }
        Instead::Version => {
            version::version(&voice);
            Ok(Ending::Fine)
        }
        Instead::Usage(text) => {
            voice.stderr(text.trim_end());
            Ok(Ending::Failed)
        }
        Instead::Fault(fault) => Err(refused(fault)),
    };
    exit_code(&voice, ended)
}

/// Runs a command, and says on the terminal what came of it.
fn run(arguments: &Arguments) -> ExitCode {
    let common = &arguments.common;
    let format = match &arguments.command {
        // What a file is given is not what the terminal is told in.
        Command::Check(wanted) if wanted.output.is_none() => wanted.format.unwrap_or(Format::Text),
        Command::Build(wanted) => wanted.format,
        _ => Format::Text,
    };
    let voice = Voice::new(common, format);
    let ended = match &arguments.command {
        Command::Init(wanted) => init::init(&voice, common, wanted),
        Command::New(wanted) => new::new(&voice, common, wanted),
        Command::Add(wanted) => add::add(&voice, common, wanted),
        Command::Rename(wanted) => rename::rename(&voice, common, wanted),
        Command::Build(wanted) => build::build(&voice, common, wanted),
        Command::Serve(wanted) => serve::serve(&voice, common, wanted),
        Command::Check(wanted) => check::check(&voice, common, wanted),
        Command::Report(wanted) => report::report(&voice, common, wanted),
        Command::Explain(wanted) => explain::explain(&voice, common, wanted),
        Command::Rollover(wanted) => rollover::rollover(&voice, common, wanted),
        Command::Schema(wanted) => schema::schema(&voice, wanted),
    };
    exit_code(&voice, ended)
}

fn exit_code(voice: &Voice, ended: Result) -> ExitCode {
    let mut code = match ended {
        Ok(Ending::Fine) => 0,
        Ok(Ending::Faulty) => 1,
        Ok(Ending::Failed) => 2,
        Err(Stop::Refused(refusal)) => {
            let (problem, place) = *refusal;
            refuse(voice, problem, &place);
            2
        }
        Err(Stop::Failed(error)) => {
            failure::tell(voice, &error);
            2
        }
    };
    if let Some(error) = voice.take_unwritten() {
        let what = voice.say(
            "แสดงผลออกมาไม่ได้ครบ",
            "not all of the output could be written",
        );
        failure::tell(voice, &anyhow::Error::new(error).context(what.to_owned()));
        code = 2;
    }
    ExitCode::from(code)
}

/// Says why a command does not run: a finding of the line that was typed, or of what it names.
fn refuse(voice: &Voice, problem: Problem, place: &str) {
    let at = Span::whole(&SitePath::from(place));
    let finding = [Diagnostic::new(problem, at)];
    let files = Files::default();
    for_machines(voice, &finding, &files, "");
    voice.stderr_findings(&finding, &files, None);
}

/// Findings to standard output in the format for machines that was asked for, if one was.
/// Paths in annotations start with `folder`.
fn for_machines(voice: &Voice, findings: &[Diagnostic], files: &Files, folder: &str) {
    let text = machine_text(voice.format, findings, files, folder, voice.language);
    if let Some(text) = text {
        voice.stdout(&text);
    }
}

/// Findings in a format for machines; `None` where people are to read them.
fn machine_text(
    format: Format,
    findings: &[Diagnostic],
    files: &Files,
    folder: &str,
    language: Language,
) -> Option<String> {
    match format {
        Format::Text => None,
        Format::Json => Some(emit::json(findings, files, language)),
        Format::Github => Some(emit::github(findings, files, folder, language)),
        Format::Sarif => Some(emit::sarif(findings, files, folder, language)),
    }
}

/// The way from here to a site below, `docs/site/`, however it was named; empty otherwise. Whoever reads annotations
/// knows the repository, not the site's folder.
fn below_here(root: &Path) -> String {
    let way = || {
        let here = std::env::current_dir().and_then(|here| here.canonicalize());
        let site = root.canonicalize().ok()?;
        let way = site.strip_prefix(here.ok()?).ok()?;
        let steps = way
            .components()
            .map(|step| step.as_os_str().to_string_lossy() + "/");
        Some(steps.collect::<String>())
    };
    way().unwrap_or_default()
}

/// The folder or file a refusal is about.
fn place(problem: &Problem) -> &str {
    match problem {
        Problem::Typed(fault) => &fault.line,
        Problem::Folder(FolderFault::UnknownYear { year, .. }) => year,
        Problem::Folder(FolderFault::UnknownItem { name, .. }) => name,
        Problem::Reference(ReferenceFault::UnknownCode { code, .. }) => code,
        Problem::Reference(ReferenceFault::FileNotFound { path, .. }) => path,
        Problem::Refusal(fault) => match fault {
            RefusalFault::NotASite { folder } | RefusalFault::OutputRefused { folder, .. } => {
                folder
            }
            RefusalFault::InitRefused { path }
            | RefusalFault::BaselineRefused { path, .. }
            | RefusalFault::ReportRefused { path, .. }
            | RefusalFault::FileChanged { path } => path,
            RefusalFault::RenameRefused { name, .. } => name,
            RefusalFault::RolloverRefused { years, .. } => years,
        },
        _ => "",
    }
}

/// The site's folder: the one that was named, or the nearest one with a `site.toml`.
fn site_folder(common: &Common) -> Result<PathBuf> {
    let start = match &common.site {
        Some(folder) => {
            place::refuse_unreached("--site", folder)?;
            folder.clone()
        }
        None => std::env::current_dir().context(".")?,
    };
    let found = match &common.site {
        Some(folder) => read::is_site(folder).then(|| folder.clone()),
        None => read::find_site(&start),
    };
    let folder = path_text(&start);
    found.ok_or_else(|| refused(RefusalFault::NotASite { folder }))
}

/// A value of another form than an option takes.
fn form(option: &'static str, written: &str, example: &str) -> Stop {
    let (written, example) = (written.to_owned(), example.to_owned());
    mistyped(TypedSlip::Form {
        option,
        written,
        example,
    })
}

/// The day to judge on: as asked, or today in Thailand.
fn as_of(common: &Common) -> Result<Date> {
    match &common.as_of {
        Some(text) => parse_date(text).map_err(|_| {
            let day = meant_date(text).or_else(|| guessed_date(text));
            form("--as-of", text, day.as_deref().unwrap_or("2566-01-31"))
        }),
        None => {
            let bangkok = Offset::constant(7).to_time_zone();
            Ok(jiff::Timestamp::now().to_zoned(bangkok).date())
        }
    }
}

fn options(common: &Common, base_url: Option<&str>, drafts: bool) -> Result<Options> {
    let base_url = base_url.map(|text| {
        let address = BaseUrl::parse(text);
        address.ok_or_else(|| form("--base-url", text, PLACEHOLDER_BASE))
    });
    Ok(Options {
        base_url: base_url.transpose()?,
        judgement: Judgement {
            as_of: as_of(common)?,
            drafts,
        },
    })
}

/// Reads a site that this command reads once.
fn load_once(root: &Path, options: &Options) -> Loaded {
    load(root, options, &mut Readings::default(), &Store::of_user())
}

/// Lets this thread take part in the work instead of waiting for the others: a small site is done
/// sooner than another thread is there.
fn work_along() {
    // On Windows the first thread has less room than the others, and texts may be nested deeply.
    if cfg!(unix) {
        let threads = rayon::ThreadPoolBuilder::new().use_current_thread();
        // Where that cannot be, the others do it all.
        let _ = threads.build_global();
    }
}

/// A folder or file as people know it: from where they stand, if it is below.
fn shown(folder: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let inside = folder.strip_prefix(&here).unwrap_or(folder);
    let inside = inside.strip_prefix(".").unwrap_or(inside);
    path_text(inside)
}

/// Nothing is written over a file that is there.
fn taken(path: &Path) -> Stop {
    let path = shown(path);
    refused(RefusalFault::InitRefused { path })
}

/// A fiscal year from the command line, Thai digits allowed.
fn year_argument(text: &str) -> Result<FiscalYear> {
    let number = to_arabic(text).trim().parse().ok();
    let year = number.and_then(FiscalYear::new);
    year.ok_or_else(|| {
        let meant = number.and_then(year_meant);
        let meant = meant.map_or_else(|| "2566".to_owned(), |year| year.to_string());
        form("--year", text, &meant)
    })
}
