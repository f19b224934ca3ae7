//! How commands speak: language, colours, and what goes to which stream.
//!
//! What cannot be written is remembered, and is an error once the command has ended: who asked for
//! a table and got half of it must not be told that all is well. A reader that went away, as `head`
//! does, had enough: that is no fault, and the command ends as it would have.

use std::cell::Cell;
use std::io::{self, ErrorKind, Write};

use anstream::{AutoStream, ColorChoice};

use crate::cli::{Common, FormatArgument};
use crate::files::Files;
use crate::model::Site;
use crate::pipeline::Loaded;
use crate::problem::{Diagnostic, Language, emit};

/// The language, the colours and the streams of a command.
pub(super) struct Voice {
    pub(super) language: Language,
    /// How findings are written.
    pub(super) format: FormatArgument,
    color: ColorChoice,
    quiet: bool,
    /// Why something could not be written.
    unwritten: Cell<Option<io::Error>>,
}

impl Voice {
    /// A voice for a line that runs no command.
    pub(super) fn without_command(language: Language, format: FormatArgument) -> Self {
        Self {
            language,
            format,
            color: ColorChoice::Auto,
            quiet: false,
            unwritten: Cell::new(None),
        }
    }

    pub(super) fn new(common: &Common, format: FormatArgument) -> Self {
        Self {
            color: match common.color {
                clap::ColorChoice::Auto => ColorChoice::Auto,
                clap::ColorChoice::Always => ColorChoice::Always,
                clap::ColorChoice::Never => ColorChoice::Never,
            },
            // What is read by machines is not mixed with what is for people.
            quiet: common.quiet || format != FormatArgument::Text,
            ..Self::without_command(common.lang, format)
        }
    }

    /// The Thai or the English of a sentence.
    pub(super) fn say<T>(&self, thai: T, english: T) -> T {
        self.language.choose(thai, english)
    }

    /// A sentence about what was done; not with `-q`.
    pub(super) fn tell<T: AsRef<str>>(&self, thai: T, english: T) {
        self.stdout_unless_quiet(self.say(thai, english).as_ref());
    }

    /// What was asked for, to standard output, also with `-q`.
    pub(super) fn stdout(&self, text: &str) {
        self.write(AutoStream::new(io::stdout(), self.color), text.as_bytes());
    }

    /// A file that was asked for, byte for byte to standard output, also with `-q`.
    pub(super) fn stdout_bytes(&self, bytes: &[u8]) {
        self.write(io::stdout(), bytes);
    }

    /// A line about what was done, to standard output; not with `-q`.
    pub(super) fn stdout_unless_quiet(&self, line: &str) {
        if !self.quiet {
            self.stdout(&format!("{line}\n"));
        }
    }

    /// A line that explains an exit code, to standard error, also with `-q`.
    pub(super) fn stderr(&self, line: &str) {
        let line = format!("{line}\n");
        self.write(AutoStream::new(io::stderr(), self.color), line.as_bytes());
    }

    /// Findings for people, to standard error, also with `-q`.
    pub(super) fn stderr_findings(
        &self,
        findings: &[Diagnostic],
        files: &Files,
        site: Option<&Site>,
    ) {
        let text = emit::text(findings, files, site, self.language);
        self.write(AutoStream::new(io::stderr(), self.color), text.as_bytes());
    }

    /// All findings of a site for people, to standard error, also with `-q`.
    pub(super) fn stderr_all_findings(&self, loaded: &Loaded) {
        self.stderr_findings(&loaded.findings, &loaded.files, Some(&loaded.site));
    }

    /// Why something could not be written, once.
    pub(super) fn take_unwritten(&self) -> Option<io::Error> {
        self.unwritten.take()
    }

    fn write(&self, mut stream: impl Write, bytes: &[u8]) {
        match stream.write_all(bytes).and_then(|()| stream.flush()) {
            Err(error) if !is_reader_gone(&error) => {
                self.unwritten.set(Some(error));
            }
            _ => {}
        }
    }
}

/// Whether who read what is written reads no more, which is no fault.
fn is_reader_gone(error: &io::Error) -> bool {
    /// What Windows says of it now and then; the standard library knows two other numbers.
    const NOT_CONNECTED: i32 = 233;
    let is_not_connected = cfg!(windows) && error.raw_os_error() == Some(NOT_CONNECTED);
    error.kind() == ErrorKind::BrokenPipe || is_not_connected
}
