//! `oit check`: the pipeline without its sixth verb.

use anyhow::Result;

use super::build::report_status;
use super::fix::fix;
use super::voice::{Voice, place};
use super::{Ending, options, site_folder};
use crate::cli::{CheckArguments, Common, FormatArgument};
use crate::diagnostic::{Diagnostic, emit};
use crate::pipeline::{Destination, finish, load, stops};
use crate::source::{Files, SitePath, Span};

pub(super) fn check(voice: &Voice, common: &Common, wanted: &CheckArguments) -> Result<Ending> {
    let json = wanted.format == FormatArgument::Json;
    let root = match site_folder(common)? {
        Ok(root) => root,
        Err(problem) => {
            if json {
                let at = Span::whole(&SitePath::from(place(&problem)));
                let finding = Diagnostic::new(problem.clone(), at);
                voice.print(&emit::json(&[finding], &Files::default(), voice.language));
            }
            return Ok(Ending::Refused(problem));
        }
    };
    let options = options(common, None, false, wanted.strict)?;
    let mut loaded = load(&root, &options);
    if wanted.fix && fix(voice, &root, &loaded, wanted.dry_run)? {
        loaded = load(&root, &options);
    }
    let progress = voice.progress();
    // Nothing is written, so nothing can be refused.
    let _ = finish(
        &root,
        &mut loaded,
        &options,
        Destination::Nowhere,
        &progress,
    )?;
    if json {
        voice.print(&emit::json(&loaded.findings, &loaded.files, voice.language));
    } else {
        voice.findings(&loaded.findings, &loaded.files);
        report_status(voice, &loaded.site);
    }
    Ok(if stops(&loaded.findings, wanted.strict) {
        Ending::Faulty
    } else {
        Ending::Fine
    })
}
