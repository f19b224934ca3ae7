//! Thin callers of the pipeline, one file per command.
//!
//! In: parsed arguments. Out: an exit code, results on standard output, findings on standard error.
//! 0 fine, 1 the site has errors, 2 the command could not run.

mod build;
mod check;
mod ci;
mod diff;
mod explain;
mod failure;
mod fix;
mod init;
mod new;
mod report;
mod rollover;
mod scaffold;
mod schema;
mod serve;
mod skeleton;
mod summary;
mod voice;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow};
use jiff::tz::Offset;

use crate::assemble::Judgement;
use crate::cli::{Arguments, Command, Common, Unread};
use crate::model::config::BaseUrl;
use crate::model::{Date, FiscalYear, parse_date};
use crate::pipeline::Options;
use crate::problem::{Problem, RefusalFault};
use crate::read;
use crate::thai::numeral::to_arabic;
use voice::Voice;

/// How a command ended.
enum Ending {
    /// Fine.
    Fine,
    /// The site has errors; they were told.
    Faulty,
    /// The command could not run; this is why.
    Refused(Problem),
    /// The machine failed; it was told why.
    Failed,
}

/// Says why a line cannot be read.
pub fn refuse(unread: Unread) -> ExitCode {
    let Unread { fault, language } = unread;
    let ended = Ok(Ending::Refused(Problem::Typed(fault)));
    exit_code(&Voice::in_language(language), ended)
}

/// Runs a command.
pub fn run(arguments: Arguments) -> ExitCode {
    let voice = Voice::new(&arguments.common);
    let common = &arguments.common;
    let ended = match arguments.command {
        Command::Init(wanted) => init::init(&voice, common, &wanted),
        Command::New { item, title, year } => {
            new::new(&voice, common, &item, title.as_deref(), year.as_deref())
        }
        Command::Build {
            out,
            base_url,
            drafts,
            strict,
            allow_withdraw,
            baseline,
        } => build::build(
            &voice,
            common,
            &build::Wanted {
                out,
                base_url,
                drafts,
                strict,
                allow_withdraw,
                baseline,
            },
        ),
        Command::Serve(wanted) => serve::serve(&voice, common, &wanted),
        Command::Check(wanted) => check::check(&voice, common, &wanted),
        Command::Report {
            subject,
            year,
            format,
            output,
        } => report::report(
            &voice,
            common,
            &report::Order {
                subject,
                year,
                format,
                output,
            },
        ),
        Command::Explain { code } => Ok(explain::explain(&voice, code.as_deref())),
        Command::Rollover { from, to, dry_run } => {
            rollover::rollover(&voice, common, (&from, &to), dry_run)
        }
        Command::Schema { subject } => Ok(schema::schema(&voice, subject)),
    };
    exit_code(&voice, ended)
}

fn exit_code(voice: &Voice, ended: Result<Ending>) -> ExitCode {
    match ended {
        Ok(Ending::Fine) => ExitCode::SUCCESS,
        Ok(Ending::Faulty) => ExitCode::from(1),
        Ok(Ending::Failed) => ExitCode::from(2),
        Ok(Ending::Refused(problem)) => {
            voice.refuse(&problem);
            ExitCode::from(2)
        }
        Err(error) => {
            voice.fail(&error);
            ExitCode::from(2)
        }
    }
}

/// The site's folder: the one that was named, or the nearest one with a `site.toml`.
fn site_folder(common: &Common) -> Result<Result<PathBuf, Problem>> {
    let start = match &common.site {
        Some(folder) => folder.clone(),
        None => std::env::current_dir().context("current folder")?,
    };
    let found = match &common.site {
        Some(folder) => read::is_site(folder).then(|| folder.clone()),
        None => read::find_site(&start),
    };
    Ok(found.ok_or_else(|| not_a_site(&start).into()))
}

fn not_a_site(folder: &Path) -> RefusalFault {
    RefusalFault::NotASite {
        folder: folder.display().to_string(),
    }
}

/// The day to judge on: as asked, or today in Thailand.
fn as_of(common: &Common) -> Result<Date> {
    match &common.as_of {
        Some(text) => parse_date(text).map_err(|_| {
            anyhow!("--as-of {text}: ใช้รูป 2566-01-31 หรือ 2023-01-31 (use 2566-01-31 or 2023-01-31)")
        }),
        None => {
            let bangkok = Offset::constant(7).to_time_zone();
            Ok(jiff::Timestamp::now().to_zoned(bangkok).date())
        }
    }
}

fn options(common: &Common, base_url: Option<&str>, drafts: bool) -> Result<Options> {
    let base_url = match base_url {
        None => None,
        Some(text) => Some(BaseUrl::parse(text).ok_or_else(|| {
            anyhow!("--base-url {text}: ต้องเป็นที่อยู่เต็ม https://… (must be a whole address https://…)")
        })?),
    };
    Ok(Options {
        base_url,
        judgement: Judgement {
            as_of: as_of(common)?,
            drafts,
        },
    })
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

/// A fiscal year from the command line, Thai digits allowed.
fn year_argument(text: &str) -> Result<FiscalYear> {
    to_arabic(text)
        .parse()
        .ok()
        .and_then(FiscalYear::new)
        .ok_or_else(|| {
            anyhow!("--year {text}: ใช้ปี พ.ศ. เช่น 2566 (use a Buddhist-era year such as 2566)")
        })
}
