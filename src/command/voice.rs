//! How commands speak: language, colours, and what goes to which stream.

use std::io::Write;

use anstream::{AutoStream, ColorChoice};

use super::failure;
use crate::cli::{ColorArgument, Common};
use crate::files::{Files, SitePath};
use crate::model::Site;
use crate::pipeline::Loaded;
use crate::problem::{
    Diagnostic, FolderFault, Language, Problem, ReferenceFault, RefusalFault, emit,
};
use crate::span::Span;

/// How commands speak.
pub(super) struct Voice {
    pub(super) language: Language,
    color: ColorChoice,
    quiet: bool,
}

impl Voice {
    /// A voice of which only the language is known.
    pub(super) fn in_language(language: Language) -> Self {
        Self {
            language,
            color: ColorChoice::Auto,
            quiet: false,
        }
    }

    pub(super) fn new(common: &Common) -> Self {
        Self {
            language: common.lang,
            color: match common.color {
                ColorArgument::Auto => ColorChoice::Auto,
                ColorArgument::Always => ColorChoice::Always,
                ColorArgument::Never => ColorChoice::Never,
            },
            quiet: common.quiet,
        }
    }

    /// The Thai or the English of a sentence.
    pub(super) fn say<'a>(&self, thai: &'a str, english: &'a str) -> &'a str {
        self.language.choose(thai, english)
    }

    /// A result, to standard output; not with `-q`.
    pub(super) fn result(&self, line: &str) {
        if !self.quiet {
            self.print(&format!("{line}\n"));
        }
    }

    /// What was asked for, to standard output.
    pub(super) fn print(&self, text: &str) {
        let mut out = AutoStream::new(std::io::stdout(), self.color);
        // A reader that went away, as `head` does, is no fault of ours.
        let _ = out.write_all(text.as_bytes());
    }

    /// What was asked for as it is, to standard output.
    pub(super) fn bytes(bytes: &[u8]) {
        let mut out = std::io::stdout();
        let _ = out.write_all(bytes).and_then(|()| out.flush());
    }

    /// The findings of a site, to standard error.
    pub(super) fn findings(&self, loaded: &Loaded) {
        self.tell(&loaded.findings, &loaded.files, Some(&loaded.site));
    }

    /// Some findings, to standard error.
    pub(super) fn tell(&self, findings: &[Diagnostic], files: &Files, site: Option<&Site>) {
        let text = emit::text(findings, files, site, self.language);
        let mut out = AutoStream::new(std::io::stderr(), self.color);
        let _ = out.write_all(text.as_bytes());
    }

    /// What explains an exit code besides the findings, to standard error.
    pub(super) fn note(&self, line: &str) {
        let mut out = AutoStream::new(std::io::stderr(), self.color);
        let _ = writeln!(out, "{line}");
    }

    /// Why a command does not run.
    pub(super) fn refuse(&self, problem: &Problem) {
        let finding = Diagnostic::new(
            problem.clone(),
            Span::whole(&SitePath::from(place(problem))),
        );
        self.tell(&[finding], &Files::default(), None);
    }

    /// A fault of the machine: disk, arguments.
    pub(super) fn fail(&self, error: &anyhow::Error) {
        let word = self.say("ทำไม่สำเร็จ", "failed");
        self.note(&format!("{word}: {error:#}"));
        if let Some(why) = failure::explained(error) {
            self.note(&format!("  {}", self.say(why.thai, why.english)));
        }
    }
}

/// The folder or file a refusal is about.
pub(super) fn place(problem: &Problem) -> &str {
    match problem {
        Problem::Refusal(
            RefusalFault::NotASite { folder } | RefusalFault::OutputRefused { folder, .. },
        ) => folder,
        Problem::Refusal(
            RefusalFault::InitRefused { path } | RefusalFault::BaselineRefused { path, .. },
        ) => path,
        Problem::Typed(fault) => &fault.line,
        Problem::Folder(FolderFault::UnknownYear { year, .. }) => year,
        Problem::Folder(FolderFault::UnknownItem { name, .. }) => name,
        Problem::Reference(ReferenceFault::UnknownCode { code, .. }) => code,
        Problem::Refusal(RefusalFault::RolloverRefused { years, .. }) => years,
        _ => "",
    }
}
