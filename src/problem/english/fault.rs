//! The sentences in English of faults that have many faces.

use crate::model::{DateFault, PeriodFault};
use crate::problem::{
    Expected, OutputRefusal, RolloverRefusal, TableFault, TomlFault, item_folder,
};

pub(super) fn date_message(text: &str, fault: &DateFault) -> String {
    if text.trim().is_empty() {
        return "the date is not filled in".to_owned();
    }
    match fault {
        DateFault::Shape => format!("`{text}` is not a year-month-day date"),
        DateFault::NoSuchDay => format!("the day `{text}` does not exist"),
        DateFault::EraSlip(year) => {
            format!("the year of `{text}` is off by 543; {year} BE is probably meant")
        }
        DateFault::Year => format!("the year of `{text}` cannot be right"),
    }
}

pub(super) fn period_message(text: &str, fault: &PeriodFault) -> String {
    if text.trim().is_empty() {
        return "the period is not filled in".to_owned();
    }
    match fault {
        PeriodFault::Shape => format!("`{text}` is not a known period"),
        PeriodFault::CommonEra(meant) => {
            format!("`{text}` is a common-era year, off by 543; use the Buddhist era: {meant}")
        }
        PeriodFault::Backwards => format!("period `{text}` ends before it starts"),
    }
}

pub(super) fn rollover_message(years: &str, why: &RolloverRefusal) -> String {
    match why {
        RolloverRefusal::NotAYear(text) => format!("`{text}` is no Buddhist-era year"),
        RolloverRefusal::CommonEra(text) => {
            format!("`{text}` is a year of the common era; the Buddhist era is meant")
        }
        RolloverRefusal::NotLater => format!("`{years}`: the new year must come after the old one"),
        RolloverRefusal::TooFar => format!("`{years}`: these years lie too far apart"),
        RolloverRefusal::NoSource(known) if known.is_empty() => {
            format!("`{years}`: this site has no year yet to start from")
        }
        RolloverRefusal::NoSource(known) => {
            let known = known.join(", ");
            format!("`{years}`: this site has no such year to start from, only {known}")
        }
    }
}

pub(super) fn table_message(why: &TableFault) -> String {
    match why {
        TableFault::Damaged => {
            "the table cannot be read: the file is damaged, or not what its ending says".to_owned()
        }
        TableFault::Password => "the table cannot be read: the file has a password".to_owned(),
        TableFault::OldExcel => {
            "the table cannot be read: this is a file of the old Excel (.xls) under another name"
                .to_owned()
        }
        TableFault::NotCsv => "the table cannot be read: this is not CSV text".to_owned(),
        TableFault::TooLarge { most_mb } => {
            format!("the file is larger than {most_mb} MB and is not shown as a table")
        }
        TableFault::Unpacked => {
            "the file is too large when unpacked and is not shown as a table".to_owned()
        }
        TableFault::Failed(reason) => format!("cannot be read: {reason}"),
    }
}

pub(super) fn table_help(why: &TableFault) -> String {
    match why {
        TableFault::Damaged | TableFault::OldExcel => {
            "open it in Excel and save it as an Excel workbook (*.xlsx)".to_owned()
        }
        TableFault::Password => {
            "remove the password in Excel and save it; readers could not open it either".to_owned()
        }
        TableFault::NotCsv => {
            "open it in Excel, save it as .xlsx, and write that name after file".to_owned()
        }
        TableFault::TooLarge { .. } | TableFault::Unpacked => {
            "make smaller files of it, or name it under files".to_owned()
        }
        TableFault::Failed(_) => {
            "check the file's permissions, and close programs that have it open".to_owned()
        }
    }
}

pub(super) fn expected_english(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "text in quotation marks",
        Expected::TextOrList => "text or a list of texts",
        Expected::WholeNumber => "a whole number",
        Expected::Number => "a number",
        Expected::Truth => "true or false",
        Expected::Date => "a date",
        Expected::Period => "a period",
        Expected::Table => "a [table]",
        Expected::Tables | Expected::Rows => "a list of [[tables]]",
        Expected::ListOfText => "a list of texts",
        Expected::ListOfWholeNumbers => "a list of whole numbers",
        Expected::ListOfItems => "a list of items",
        Expected::Bidders => "a list of bidders",
    }
}

pub(super) fn expected_help(key: &str, expected: Expected) -> String {
    let example = match expected {
        Expected::Text => "\"text\"",
        Expected::TextOrList => "\"clerk\" or [\"clerk\", \"finance\"]",
        Expected::WholeNumber => "12",
        Expected::Number if key == "score" => "92.50",
        Expected::Number => "250000 or \"250,000\"",
        Expected::Truth => "true",
        Expected::Date => "\"2566-01-31\"",
        Expected::Period => "\"2566-H1\"",
        Expected::Table => return format!("write [{key}] and its keys on the next lines"),
        Expected::Rows => return format!("write [[data.{key}]] and its columns on the next lines"),
        Expected::Tables => return format!("write [[{key}]] and its keys on the next lines"),
        Expected::ListOfText => "[\"a\", \"b\"]",
        Expected::ListOfWholeNumbers => "[1, 2]",
        Expected::ListOfItems => "[\"o13\", { item = \"o24\", components = [1] }]",
        Expected::Bidders => "[{ name = \"A Ltd.\", price = 100000 }]",
    };
    format!("write {key} = {example}")
}

pub(super) fn toml_message(fault: &TomlFault) -> String {
    match fault {
        TomlFault::Key => "a key takes English letters, digits, - and _ only".to_owned(),
        TomlFault::Unquoted => "text must stand in quotation marks \" \"".to_owned(),
        TomlFault::NoValue => "there is no value after =".to_owned(),
        TomlFault::UnclosedText => "a quotation mark is not closed on its line".to_owned(),
        TomlFault::MixedQuotes => {
            "a text opens with one quotation mark and closes with another".to_owned()
        }
        TomlFault::LeadingZero => "a number cannot start with 0".to_owned(),
        TomlFault::Duplicate(key) => format!("key `{key}` was there before"),
        TomlFault::UnclosedTable => "a table heading lacks its ]".to_owned(),
        TomlFault::NoEquals => "a key without =".to_owned(),
        TomlFault::List => "a list in [ ] lacks a comma or its end".to_owned(),
        TomlFault::TwoOnALine => "something else follows the value on this line".to_owned(),
        TomlFault::Escape => "a \\ in text needs a letter that has a meaning".to_owned(),
        TomlFault::Other(detail) => format!("this is not TOML ({detail})"),
    }
}

pub(super) fn toml_help(fault: &TomlFault) -> String {
    match fault {
        TomlFault::Key => "use the manual's key names, as in title = \"Title\"".to_owned(),
        TomlFault::Unquoted => "write key = \"text\" with straight \" marks, not “ ”".to_owned(),
        TomlFault::NoValue => "give it a value, or remove the line".to_owned(),
        TomlFault::UnclosedText => "add \" at the end of the text".to_owned(),
        TomlFault::MixedQuotes => "use \" at both ends of the text".to_owned(),
        TomlFault::LeadingZero => {
            "put a telephone number or code in \" \"; of an amount, remove the 0 in front".to_owned()
        }
        TomlFault::Duplicate(_) => "keep one of the lines".to_owned(),
        TomlFault::UnclosedTable => "write [name] or [[name]]".to_owned(),
        TomlFault::NoEquals => "write key = value".to_owned(),
        TomlFault::List => "put a comma between the values and ] at the end, as in [1, 2] or [\"clerk\", \"finance\"]".to_owned(),
        TomlFault::TwoOnALine => {
            "start a new line for each key, or put # before a remark".to_owned()
        }
        TomlFault::Escape => "use / instead of \\ in file names, or put the text in ' '".to_owned(),
        TomlFault::Other(_) => "compare with the examples in docs/content.md".to_owned(),
    }
}

pub(super) fn refusal_message(folder: &str, why: &OutputRefusal) -> String {
    match why {
        OutputRefusal::Foreign => {
            format!("folder `{folder}` has files that oit did not write; it is left alone")
        }
        OutputRefusal::ForeignFile(path) => {
            format!("`{path}` in `{folder}` was not written by oit and is not overwritten")
        }
        OutputRefusal::IsFile => format!("`{folder}` is a file, not a folder"),
        OutputRefusal::Link(Some(target)) => format!("`{folder}` is a link to `{target}`"),
        OutputRefusal::Link(None) => format!("`{folder}` is a link that leads to no folder"),
        OutputRefusal::LinkInside(path) => format!(
            "`{path}` in `{folder}` is a link to elsewhere, and nothing is written or deleted through it"
        ),
        OutputRefusal::HoldsSite => format!("`{folder}` holds the site's own content"),
        OutputRefusal::Busy => format!("another build is writing to `{folder}`"),
        OutputRefusal::Manifest => format!(".oit-manifest in `{folder}` is damaged"),
    }
}

pub(super) fn refusal_help(why: &OutputRefusal) -> String {
    match why {
        OutputRefusal::Busy => "wait for it, then run this again".to_owned(),
        OutputRefusal::Manifest => {
            "delete .oit-manifest, empty the folder and build again".to_owned()
        }
        OutputRefusal::Link(Some(target)) => {
            format!("type the folder itself: oit build --out \"{target}\", or delete the link")
        }
        OutputRefusal::Link(None) => "delete that link, then run oit build again".to_owned(),
        OutputRefusal::LinkInside(_) => {
            "delete the link (not the folder it leads to), then run oit build again".to_owned()
        }
        _ => "choose an empty folder with --out FOLDER, or move those files away".to_owned(),
    }
}

/// What was meant, where one thing is near; otherwise what to do.
pub(super) fn near_english(near: Option<&str>, otherwise: &str) -> String {
    match near {
        Some(near) => format!("is `{near}` meant? if not: {otherwise}"),
        None => otherwise.to_owned(),
    }
}

pub(super) fn init_help(path: &str) -> String {
    match item_folder(path) {
        Some(item) => format!("edit that file, or add a document with oit new {item} \"Title\""),
        None => "use the file that is there, rename it, or choose another folder".to_owned(),
    }
}

pub(super) fn rollover_help(meant: Option<&str>) -> String {
    match meant {
        Some(meant) => format!("type the old year, then the new one: oit rollover {meant}"),
        None => "type the old year, then the new one, in the Buddhist era: oit rollover 2566 2567"
            .to_owned(),
    }
}

pub(super) fn stale_help(wanted: &impl std::fmt::Display) -> String {
    format!(
        "put the document of {wanted} there; if it is the right one, correct the year in its \
         name, or state its period: period = \"{wanted}\""
    )
}

pub(super) fn baseline_message(path: &str, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => format!("`{path}` cannot be read: {reason}"),
        None => format!("`{path}` is no checklist.json that this program wrote"),
    }
}
