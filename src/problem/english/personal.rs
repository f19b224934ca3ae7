//! The sentences of [`PersonalFault`] in English.

use crate::problem::PersonalFault;
use crate::thai::personal::Personal;

/// What is wrong.
pub(super) fn message(fault: &PersonalFault) -> String {
    match fault {
        PersonalFault::Found(found) | PersonalFault::InFile(found) => match found {
            Personal::CitizenNumber { masked } => format!("a citizen number: {masked}"),
            Personal::List { rows } => {
                format!("a list of persons with telephone or account numbers, {rows} rows")
            }
        },
        PersonalFault::InFileName(Personal::CitizenNumber { masked }) => {
            format!("the name of a file or folder in this folder has a citizen number: {masked}")
        }
        PersonalFault::InFileName(Personal::List { .. }) => {
            "the name of a file in this folder has a list of persons".to_owned()
        }
    }
}

/// What to do, or type.
pub(super) fn help(fault: &PersonalFault) -> String {
    match fault {
        PersonalFault::Found(Personal::CitizenNumber { .. }) => {
            "delete it or hide most of it, such as x-xxxx-xxxxx-12-1; who may lawfully publish it \
             writes allow = [{ code = \"citizen-number\", reason = \"…\" }] in the front matter"
                .to_owned()
        }
        PersonalFault::Found(Personal::List { .. }) => {
            "keep the names only and delete the telephone and account numbers; who may lawfully \
             publish them writes allow = [{ code = \"personal-list\", reason = \"…\" }]"
                .to_owned()
        }
        PersonalFault::InFile(_) => format!(
            "delete it from the original and save the file anew: a black bar or a hidden column deletes nothing; who may lawfully publish it writes in a document of the item allow = [{{ code = \"{}\", reason = \"…\", file = \"name\" }}]",
            fault.code()
        ),
        PersonalFault::InFileName(_) => {
            "rename the file, also where a document names it".to_owned()
        }
    }
}
