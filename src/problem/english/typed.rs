//! The sentences of [`TypedFault`] in English.

use crate::problem::{TypedFault, TypedSlip};

/// What is wrong.
pub(super) fn message(fault: &TypedFault) -> String {
    match &fault.slip {
        TypedSlip::Command { written, .. } => format!("there is no command `{written}`"),
        TypedSlip::Option { written, .. } => {
            format!("`{}` has no option `{written}`", fault.command)
        }
        TypedSlip::TooMuch { written } => {
            format!("`{written}` is more than `{}` takes", fault.command)
        }
        TypedSlip::Missing { names } => {
            format!("`{}` lacks {}", fault.command, names.join(" "))
        }
        TypedSlip::NoValue { option } => format!("`{option}` needs a value"),
        TypedSlip::Value {
            option, written, ..
        } => format!("`{option}` does not take `{written}`"),
        TypedSlip::Other { words } => format!("the line cannot be read ({words})"),
    }
}

/// What to do, or type.
pub(super) fn help(fault: &TypedFault) -> String {
    let all = format!("{} --help tells more", fault.command);
    match &fault.slip {
        TypedSlip::Command {
            meant: Some(meant), ..
        } => format!("is oit {meant} meant? {all}"),
        TypedSlip::Option {
            meant: Some(meant), ..
        } => format!("is {meant} meant? {all}"),
        TypedSlip::Value { possible, .. } if !possible.is_empty() => {
            format!("it takes {}", possible.join(", "))
        }
        TypedSlip::TooMuch { .. } => {
            format!("a title with spaces stands in \"…\"; {all}")
        }
        _ => all,
    }
}
