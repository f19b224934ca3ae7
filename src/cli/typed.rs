//! A line that cannot be read, as the fault of who typed it: in their language, with what to type.
//!
//! In: what the reader of the line says. Out: a [`TypedFault`].

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{CommandFactory, ValueEnum};

use super::{Arguments, FormatArgument};
use crate::problem::{Language, TypedFault, TypedSlip};
use crate::thai::nearest::nearest;

const PROGRAM: &str = "oit";

/// What is wrong with a line; `words` are those behind the program's name.
pub(super) fn fault(slip: TypedSlip, words: &[String]) -> TypedFault {
    let commands = Arguments::command();
    let known = |word: &&String| commands.find_subcommand(word).is_some();
    let command = words.iter().find(known);
    let with = |words: &[String]| [&[PROGRAM.to_owned()], words].concat().join(" ");
    TypedFault {
        line: with(words),
        command: with(command.map_or(&[], std::slice::from_ref)),
        slip,
    }
}

/// What the reader of the line stumbled over.
pub(super) fn slip(error: &Error) -> TypedSlip {
    let texts = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    };
    let first = |kind| texts(kind).into_iter().next();
    let named = first(ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let written = first(ContextKind::InvalidSubcommand).unwrap_or_default();
            let meant = nearest_command(&written);
            TypedSlip::Command { written, meant }
        }
        ErrorKind::UnknownArgument if named.starts_with('-') => TypedSlip::Option {
            written: named,
            meant: first(ContextKind::SuggestedArg),
        },
        ErrorKind::UnknownArgument => TypedSlip::TooMuch { written: named },
        ErrorKind::MissingRequiredArgument => TypedSlip::Missing {
            names: texts(ContextKind::InvalidArg),
        },
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            match first(ContextKind::InvalidValue).filter(|value| !value.is_empty()) {
                Some(written) => TypedSlip::Value {
                    option: named,
                    written,
                    possible: texts(ContextKind::ValidValue),
                },
                None => TypedSlip::NoValue { option: named },
            }
        }
        ErrorKind::ArgumentConflict => TypedSlip::Conflict {
            option: plain(&named),
            with: plain(&first(ContextKind::PriorArg).unwrap_or_default()),
        },
        ErrorKind::InvalidUtf8 => TypedSlip::NotText,
        _ => TypedSlip::Other,
    }
}

/// The command that was probably meant. The reader of the line takes `chek` for `schema`, which is alike, but not one slip
/// away.
fn nearest_command(written: &str) -> Option<String> {
    let commands = Arguments::command();
    let names = commands.get_subcommands().map(clap::Command::get_name);
    nearest(written, names)
}

/// An option without the name of its value: `--format` of `--format <FORMAT>`.
fn plain(option: &str) -> String {
    option.split(' ').next().unwrap_or(option).to_owned()
}

/// The language that a line asks for though it cannot be read, or that of the surroundings.
pub(super) fn language(words: &[String]) -> Language {
    language_among(words, std::env::var("OIT_LANG").ok())
}

fn language_among(words: &[String], surroundings: Option<String>) -> Language {
    let asked = value_of(words, "--lang").or(surroundings);
    asked
        .and_then(|asked| super::language(&asked).ok())
        .unwrap_or(Language::Thai)
}

/// The format in which a line asks for findings though it cannot be read.
pub(super) fn format(words: &[String]) -> FormatArgument {
    // That of `report` is another.
    let checks = words.iter().any(|word| word == "check");
    let asked = value_of(words, "--format").filter(|_| checks);
    asked
        .and_then(|asked| FormatArgument::from_str(&asked, false).ok())
        .unwrap_or(FormatArgument::Text)
}

/// The last value that is typed for an option, `--lang en` or `--lang=en`.
fn value_of(words: &[String], option: &str) -> Option<String> {
    let mut words = words.iter();
    let mut value = None;
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            Some("") => value = words.next().cloned(),
            Some(rest) => value = rest.strip_prefix('=').map(str::to_owned).or(value),
            None => {}
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::{format, language_among, nearest_command};
    use crate::cli::FormatArgument;
    use crate::problem::Language;

    fn words(line: &str) -> Vec<String> {
        line.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn the_language_is_found_in_any_line() {
        let asked = |line: &str, surroundings: Option<&str>| {
            language_among(&words(line), surroundings.map(str::to_owned))
        };
        assert_eq!(asked("bulid --lang en", None), Language::English);
        assert_eq!(asked("--lang=en bulid", Some("th")), Language::English);
        assert_eq!(asked("bulid", Some("en")), Language::English);
        assert_eq!(asked("bulid --lang", Some("en")), Language::English);
        assert_eq!(asked("bulid --lang=xx", None), Language::Thai);
    }

    #[test]
    fn a_slip_is_one_of_the_nearest_command() {
        for (written, meant) in [
            ("chek", "check"),
            ("chec", "check"),
            ("chcek", "check"),
            ("CHECK", "check"),
            ("bulid", "build"),
            ("serv", "serve"),
            ("rolover", "rollover"),
        ] {
            assert_eq!(
                nearest_command(written).as_deref(),
                Some(meant),
                "{written}"
            );
        }
        assert_eq!(nearest_command("publish-now"), None);
    }

    #[test]
    fn the_format_of_findings_is_found_in_any_line_of_check() {
        let asked = |line: &str| format(&words(line));
        assert_eq!(asked("check --format json --bogus"), FormatArgument::Json);
        assert_eq!(asked("--format=sarif check --bogus"), FormatArgument::Sarif);
        assert_eq!(asked("check --format xml"), FormatArgument::Text);
        assert_eq!(asked("report --format json"), FormatArgument::Text);
    }
}
