//! What was meant, as it is typed: the help of a finding shows it, and `oit check --fix` writes it.

use std::ops::Range;

use super::language::Language;

/// What stands in a file, as it was meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Meant {
    /// As the help shows it: mostly the whole line.
    pub shown: String,
    /// The bytes of the file that are other than they should be.
    pub replaces: Range<usize>,
    /// What is to stand there.
    pub by: String,
    /// Whether nothing else can be meant. What is only likely is shown and never written.
    pub is_sure: bool,
}

impl Meant {
    /// What can be nothing else, and is shown as it is typed.
    pub fn sure(replaces: Range<usize>, by: String) -> Self {
        Self {
            shown: by.clone(),
            replaces,
            by,
            is_sure: true,
        }
    }

    /// The help that names it.
    pub(super) fn help(&self, language: Language) -> String {
        let Self { shown, is_sure, .. } = self;
        if *is_sure {
            language.choose(format!("เขียนเป็น {shown}"), format!("write {shown}"))
        } else {
            language.choose(
                format!("ถ้าหมายถึงค่านี้ เขียนเป็น {shown}"),
                format!("if this is meant, write {shown}"),
            )
        }
    }
}
