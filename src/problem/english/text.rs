//! The sentences of [`TextFault`] in English.

use crate::problem::{Slip, TextFault};

/// What is wrong.
pub(super) fn message(fault: &TextFault) -> String {
    match fault {
        TextFault::Letters {
            slip,
            written,
            more,
            ..
        } => {
            let rest = match more {
                0 => String::new(),
                more => format!(", and in {more} more places of this file"),
            };
            format!("{}{rest}", slip_message(*slip, written))
        }
        TextFault::FileName { .. } => {
            "the name of the file or folder has letters that are wrong though they look right"
                .to_owned()
        }
        TextFault::LiteralAsterisks => {
            "these asterisks make nothing bold; the page shows `**`".to_owned()
        }
        TextFault::ImageWithoutText { written } if written.is_empty() => {
            "the image has no text alternative: who cannot see it learns nothing".to_owned()
        }
        TextFault::ImageWithoutText { written } => {
            format!(
                "the text alternative `{written}` is a file name and does not say what is shown"
            )
        }
        TextFault::PictureElsewhere { host } => format!(
            "the picture is on {host}, so no page shows it: readers see its text alternative only"
        ),
        TextFault::LeftOut { element, host } => {
            let host = host
                .as_ref()
                .map_or_else(String::new, |host| format!(" ({host})"));
            format!("`<{element}>`{host} is left out: no page shows it")
        }
        TextFault::HeadingOrder { level, meant } => {
            format!("a heading of level {level} skips a level; here it should be {meant}")
        }
    }
}

fn slip_message(slip: Slip, written: &str) -> String {
    match slip {
        Slip::Foreign => format!("`{written}` has a letter of another script inside a Thai word"),
        Slip::SaraAm => {
            format!("the sara am of `{written}` came apart, as in text copied from a PDF")
        }
        Slip::SaraAe => format!("`{written}` has two sara e for one sara ae"),
        Slip::MarkOrder => {
            format!("the marks of `{written}` are in the wrong order, doubled or set apart")
        }
        Slip::StrayMark => format!("a vowel or tone mark of `{written}` stands where none can"),
        Slip::Invisible => format!("an invisible character ({written}) stands in the text"),
        Slip::OldFont => format!("a letter of an old font ({written}) shows as an empty box"),
        Slip::Lost => format!("a letter was lost when the text was converted ({written})"),
        Slip::Mojibake => {
            format!("`{written}` is Thai that was opened in the wrong encoding and saved so")
        }
        Slip::ZeroForO => format!("`{written}` has the Thai digit zero for the letter O"),
        Slip::Decomposed => format!("`{written}` keeps a letter and its accent as two characters"),
    }
}

/// What to do, or type.
pub(super) fn help(fault: &TextFault) -> String {
    match fault {
        TextFault::Letters { slip, meant, .. } => slip_help(*slip, meant.as_deref()),
        TextFault::FileName { meant } => format!(
            "rename it `{meant}`, typing the name anew, and change what refers to it; the address of a published file changes with its name"
        ),
        TextFault::LiteralAsterisks => {
            "write **bold** without spaces inside, opened and closed in one paragraph; for real asterisks write \\*\\*".to_owned()
        }
        TextFault::ImageWithoutText { .. } => {
            "say what the image shows: ![chart of the municipality](chart.png) or alt=\"…\"".to_owned()
        }
        TextFault::PictureElsewhere { .. } => {
            "save the picture beside the document and write ![what it shows](file.jpg), or a link: [what it shows](https://…)".to_owned()
        }
        TextFault::LeftOut { .. } => {
            "write a link instead, as in [video about the service](https://…); delete it if it is of no use".to_owned()
        }
        TextFault::HeadingOrder { meant, .. } => format!(
            "begin the heading with {} (the highest headings are fitted to the page by the program)",
            "#".repeat(usize::from(*meant))
        ),
    }
}

fn slip_help(slip: Slip, meant: Option<&str>) -> String {
    let typed = match meant {
        Some(meant) if !meant.is_empty() => format!("write `{meant}`"),
        _ => "delete the word and type it anew".to_owned(),
    };
    match slip {
        Slip::Invisible => "delete the word and type it anew, or run oit check --fix".to_owned(),
        Slip::Lost => "compare with the original and type the lost letter anew".to_owned(),
        Slip::Mojibake => match meant {
            Some(meant) => format!(
                "probably `{meant}`: copy the text from the original again and save as UTF-8"
            ),
            None => "copy the text from the original again and save as UTF-8".to_owned(),
        },
        slip if slip.is_fixable() => format!("{typed}, or run oit check --fix"),
        _ => typed,
    }
}
