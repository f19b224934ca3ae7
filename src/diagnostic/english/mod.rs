//! The sentences in English, in the order of `thai`.

mod evidence;
mod link;
mod owed;
mod personal;
mod text;

use super::problem::{Expected, OutputRefusal, Problem, RolloverRefusal, TableFault, TomlFault};
use super::{
    EXAMPLE_FILE, asked_columns, asked_period, either, item_folder, lines_to_type, quoted,
};
use crate::model::{DateFault, Period, PeriodFault, Reason, Rule, meant_date, meant_month};

/// What is wrong.
pub(super) fn message(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => "this file is not saved as UTF-8".to_owned(),
        Problem::Unreadable { reason } => match reason {
            Some(reason) => format!("cannot be read: {reason}"),
            None => "a symbolic link, which is not followed and not published".to_owned(),
        },
        Problem::TomlSyntax { fault, .. } => toml_message(fault),
        Problem::YamlFrontMatter { .. } => {
            "front matter is YAML (---); oit uses TOML between +++ lines".to_owned()
        }
        Problem::FrontMatterMissing => "no +++ front matter at the start of the file".to_owned(),
        Problem::FrontMatterUnclosed => {
            "front matter opens with +++ but no +++ line closes it".to_owned()
        }
        Problem::UnknownKey { key, .. } => format!("unknown key `{key}`"),
        Problem::MissingKey { key } => format!("key `{key}` is missing"),
        Problem::EmptyValue { key } => format!("key `{key}` is empty"),
        Problem::WrongType { key, expected, .. } => {
            format!("`{key}` must be {}", expected_english(*expected))
        }
        Problem::BadDate { text, .. } if text.trim().is_empty() => {
            "the date is not filled in".to_owned()
        }
        Problem::BadPeriod { text, .. } if text.trim().is_empty() => {
            "the period is not filled in".to_owned()
        }
        Problem::BadDate { text, fault } => match fault {
            DateFault::Shape => format!("`{text}` is not a year-month-day date"),
            DateFault::NoSuchDay => format!("the day `{text}` does not exist"),
            DateFault::EraSlip(year) => {
                format!("the year of `{text}` is off by 543; {year} BE is probably meant")
            }
            DateFault::Year => format!("the year of `{text}` cannot be right"),
        },
        Problem::BadPeriod { text, fault, .. } => match fault {
            PeriodFault::Shape => format!("`{text}` is not a known period"),
            PeriodFault::CommonEra(meant) => {
                format!("`{text}` is a common-era year, off by 543; use the Buddhist era: {meant}")
            }
            PeriodFault::Backwards => format!("period `{text}` ends before it starts"),
        },
        Problem::BadChoice { key, value, .. } => format!("`{key}` has no choice `{value}`"),
        Problem::OutOfRange { key, min, max } => {
            format!("`{key}` must be between {min} and {max}")
        }
        Problem::Placeholder { key, value } => {
            format!("`{key}` is still `{value}`, which oit init put there")
        }
        Problem::BadBaseUrl { text } => format!("`{text}` is not a web address"),
        Problem::BadAccent { text } => format!("`{text}` is not a colour"),
        Problem::UnknownFolder { name } => {
            format!("folder `{name}` is neither a fiscal year nor an OIT item nor `pages`")
        }
        Problem::UnknownYear { year, meant, .. } => match meant {
            Some(meant) => {
                format!("folder `{year}` is a common-era year, off by 543; {meant} BE is meant")
            }
            None => format!("there is no framework for year {year}"),
        },
        Problem::UnknownItem { name, .. } => {
            format!("this year's framework has no item `{name}`")
        }
        Problem::DuplicateItem { item, other } => {
            format!("item {item} has two folders; the other is `{other}`")
        }
        Problem::DuplicateDocument { other } => {
            format!("this document has the same name as `{other}` and would get its address")
        }
        Problem::StrayFile => "this file is in no item's folder and is not published".to_owned(),
        Problem::MisplacedDocument => {
            "a document in a subfolder, which holds evidence files only, is not published"
                .to_owned()
        }
        Problem::DoubleEnding { meant } => {
            format!(
                "this file's name has a second ending, so it is no document; `{meant}` is probably meant"
            )
        }
        Problem::AddressClash { address, other } => {
            format!("address {address} is also that of `{other}`")
        }
        Problem::NoYear => "content has no fiscal-year folder yet".to_owned(),
        Problem::OldYear { year, now } => {
            format!("the site's latest year is {year}, but this is fiscal year {now}")
        }
        Problem::YearWithoutFolder { year } => {
            format!("fiscal_year is {year}, but there is no folder content/{year}")
        }
        Problem::FrameworkYear { found, folder } => {
            format!("the framework says year {found} but stands in the folder of {folder}")
        }
        Problem::FrameworkDuplicate { what, value } => {
            format!("{what} `{value}` occurs twice in one framework")
        }
        Problem::BadShownBy { text, part } => format!("shown_by `{text}` is wrong at `{part}`"),
        Problem::UnknownUnit { id, .. } => format!("no unit `{id}` in [units] of site.toml"),
        Problem::ComponentOutOfRange {
            item,
            number,
            count,
        } => {
            format!("there is no component {number}: item {item} has {count}")
        }
        Problem::FileNotFound { path, .. } => format!("file `{path}` is not there"),
        Problem::OutsideSite { path } => format!("`{path}` leads out of the site folder"),
        Problem::BrokenLink { href, .. } => format!("link `{href}` leads nowhere in this site"),
        Problem::BrokenAnchor { anchor, .. } => {
            format!("the page it leads to has no heading `{anchor}`")
        }
        Problem::UnpublishedTarget { href } => {
            format!("link `{href}` leads to a document that is not published")
        }
        Problem::UnsafeLink { href } => format!("link `{href}` cannot be used on a page"),
        Problem::TableEnding { name } => {
            format!("`{name}` cannot be shown as a table: that takes an .xlsx or .csv file")
        }
        Problem::TableUnreadable { why } => table_message(why),
        Problem::SheetNotFound { name, sheets, .. } => match &sheets[..] {
            [] => format!("this file has no sheet `{name}`"),
            sheets => format!("this file has no sheet `{name}`, but {}", quoted(sheets)),
        },
        Problem::TableEmpty => {
            "the table in this file is empty: the page only links to it".to_owned()
        }
        Problem::TableCut { extent } => format!(
            "the table is too large for a page: it shows {} of {} rows and {} of {} columns",
            extent.rows, extent.all_rows, extent.columns, extent.all_columns
        ),
        Problem::UnknownCode { code, .. } => format!("there is no finding with code `{code}`"),
        Problem::UnknownTheme { name } => format!("there is no theme `{name}`"),
        Problem::Template { message } => format!("a template of the theme is wrong: {message}"),
        Problem::Stub => {
            "this document has no content yet; it is not published and does not count".to_owned()
        }
        Problem::Incomplete(reason) => reason_message(reason),
        Problem::DatasetGap {
            kind,
            row,
            name,
            columns,
            component,
        } => format!(
            "{} row {row}{} lacks {}, so component {component} is not shown",
            kind.name(),
            name.as_ref()
                .map(|name| format!(" `{name}`"))
                .unwrap_or_default(),
            either(columns, "one of")
        ),
        Problem::CalendarOnly { window } => format!(
            "the period fits the calendar year only, not the fiscal year ({})",
            days(window)
        ),
        Problem::UnownedFile => {
            "no document names this file: it is listed but is not counted as evidence".to_owned()
        }
        Problem::StaleYear {
            found,
            wanted,
            in_file_name,
        } => {
            let what = if *in_file_name { "file name" } else { "title" };
            format!("the {what} speaks of {found}, but this item asks for {wanted}")
        }
        Problem::Evidence(fault) => evidence::message(fault),
        Problem::Link(fault) => link::message(fault),
        Problem::Owed(fault) => owed::message(fault),
        Problem::Personal(fault) => personal::message(fault),
        Problem::Text(fault) => text::message(fault),
        Problem::NotASite { folder } => {
            format!("no site.toml in `{folder}` or any folder above it")
        }
        Problem::OutputRefused { folder, why } => refusal_message(folder, why),
        Problem::InitRefused { path } => {
            format!("`{path}` is already there and is not overwritten")
        }
        Problem::RolloverRefused { years, why, .. } => rollover_message(years, why),
    }
}

/// What to do, or type.
pub(super) fn help(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => {
            "save it again with the encoding UTF-8 (old files are mostly Windows-874)".to_owned()
        }
        Problem::Unreadable { reason } => match reason {
            Some(_) => "check its permissions and close other programs that hold it open".to_owned(),
            None => "put a copy of the real file in its place".to_owned(),
        },
        Problem::TomlSyntax { meant: Some(meant), .. }
        | Problem::WrongType { meant: Some(meant), .. } => format!("write {meant}"),
        Problem::TomlSyntax { fault, .. } => toml_help(fault),
        Problem::YamlFrontMatter { converted } => format!("write it like this\n{converted}"),
        Problem::FrontMatterMissing => {
            "start the file with\n+++\ntitle = \"Title\"\ndate = \"2566-01-31\"\n+++".to_owned()
        }
        Problem::FrontMatterUnclosed => "add a +++ line after the last key".to_owned(),
        Problem::UnknownKey { above: true, .. } => {
            "move this line up, above the first [table] heading of the front matter".to_owned()
        }
        Problem::UnknownKey { near, .. } => near_english(
            near.as_deref(),
            "remove it, or see the keys in docs/content.md",
        ),
        Problem::MissingKey { key } => match key.as_str() {
            "title" => "add title = \"Title of the document\"".to_owned(),
            "date" => "add date = \"2566-01-31\" (day of publication)".to_owned(),
            _ => format!("add {key} = …"),
        },
        Problem::EmptyValue { .. } => "give it a value, or remove the line".to_owned(),
        Problem::WrongType { key, expected, .. } => expected_help(key, *expected),
        Problem::BadDate { text, .. } if text.trim().is_empty() => {
            "fill in the date, as in \"2566-01-31\", or delete the line".to_owned()
        }
        Problem::BadPeriod { text, .. } if text.trim().is_empty() => {
            "fill in the period, as in \"2566-01\", or delete the line".to_owned()
        }
        Problem::BadDate { text, .. } if meant_date(text).is_some() => format!(
            "write \"{}\", or run oit check --fix",
            meant_date(text).unwrap_or_default()
        ),
        Problem::BadDate { fault, .. } => match fault {
            DateFault::EraSlip(year) => {
                format!("change the year to {year} (BE) or {} (CE)", year - 543)
            }
            _ => "write \"2566-01-31\" (BE) or \"2023-01-31\" (CE); a year above 2400 is BE".to_owned(),
        },
        Problem::BadPeriod { text, meant: Some(meant), .. } => match meant_month(text) {
            Some(_) => format!("write {meant}, or run oit check --fix"),
            None => format!("change it to {meant}"),
        },
        Problem::BadPeriod { fault, .. } => match fault {
            PeriodFault::CommonEra(meant) => format!("change it to \"{meant}\""),
            PeriodFault::Backwards => "swap the two ends, as in \"2565..2566\"".to_owned(),
            PeriodFault::Shape => {
                "use \"2566\" (fiscal year), \"2566-H1\" (half), \"2566-Q3\" (quarter), \"2566-01\" (January 2566) or \"2566..2570\"".to_owned()
            }
        },
        Problem::BadChoice { choices, near, .. } => {
            near_english(near.as_deref(), &format!("choose one of: {}", choices.join(", ")))
        }
        Problem::OutOfRange { .. } => "bring the number into this range".to_owned(),
        Problem::Placeholder { key: "base_url", .. } => {
            "write the site's true address, starting with https://, and build again: the submission table takes its addresses from here".to_owned()
        }
        Problem::Placeholder { key, .. } => {
            format!("write your agency's name, as in {key} = \"เทศบาลตำบลบ้านใหม่\"")
        }
        Problem::BadBaseUrl { .. } => {
            "write the whole address: base_url = \"https://www.example.go.th/\"; a Thai domain in its xn-- form".to_owned()
        }
        Problem::BadAccent { .. } => "write six hexadecimal digits: accent = \"#1d5c3a\"".to_owned(),
        Problem::UnknownFolder { .. } => {
            "rename it to a Buddhist-era year such as 2566 or an item such as o12; to keep it unpublished, start its name with _".to_owned()
        }
        Problem::UnknownYear { year, start: Some(start), .. } => format!(
            "begin with the newest year that is known: oit init FOLDER --year {start}, then in that folder oit rollover {start} {year}"
        ),
        Problem::UnknownYear { year, meant, .. } => match meant {
            Some(meant) => format!("rename the folder from {year} to {meant}"),
            None => format!("put that year's framework.toml into content/{year}, or check the number"),
        },
        Problem::UnknownItem { last, .. } => match last {
            Some(last) => format!("this year has items o1 to {last}"),
            None => "check the number".to_owned(),
        },
        Problem::DuplicateItem { .. } => "move all files into one of them and delete the other".to_owned(),
        Problem::DuplicateDocument { .. } => "merge them, or rename one".to_owned(),
        Problem::StrayFile => "move it into an item's folder, such as content/2566/o12/".to_owned(),
        Problem::MisplacedDocument => "move it up into the item's own folder".to_owned(),
        Problem::DoubleEnding { meant } => {
            format!("rename it to {meant} (in Notepad, save as type: all files)")
        }
        Problem::AddressClash { .. } => "rename one of the files (case makes no difference)".to_owned(),
        Problem::NoYear => "make one with oit new o1 --year 2566".to_owned(),
        Problem::OldYear { year, now } => {
            format!("run oit rollover {year} {now}, or set fiscal_year in site.toml")
        }
        Problem::YearWithoutFolder { year } => {
            format!("make the folder content/{year}, or set fiscal_year to a year that is there")
        }
        Problem::FrameworkYear { folder, .. } => format!("set fiscal_year = {folder}"),
        Problem::FrameworkDuplicate { .. } => "make it unique within the year".to_owned(),
        Problem::BadShownBy { .. } => {
            "write dataset(column, column|column), as in executives(name, phone|email)".to_owned()
        }
        Problem::UnknownUnit { id, near, known } => {
            let add = if id.is_ascii() {
                format!("add it to [units] in site.toml: {id} = \"Name of the unit\"")
            } else {
                format!("add it to [units] in site.toml: english-id = \"{id}\" and use that id here")
            };
            let there = match known.as_slice() {
                [] => String::new(),
                known => format!("use an id that is there: {}, or ", known.join(", ")),
            };
            near_english(near.as_deref(), &format!("{there}{add}"))
        }
        Problem::ComponentOutOfRange { count, .. } => match count {
            0 => "this year's components are not recorded: remove components".to_owned(),
            1 => "this item has one component: components = [1]".to_owned(),
            _ => format!("use 1 to {count}, in the order of the item's page"),
        },
        Problem::FileNotFound { path, .. } if path == EXAMPLE_FILE => {
            "this is still the example: name the true file, or delete the line".to_owned()
        }
        Problem::FileNotFound { near, .. } => {
            near_english(near.as_deref(), "check the name, or put the file beside this document")
        }
        Problem::OutsideSite { .. } => {
            "copy the file into the item's folder and name it without its path".to_owned()
        }
        Problem::BrokenLink { near, .. } => near_english(
            near.as_deref(),
            "write a file beside the document (plan.pdf), an item (o12 or 2565/o12), a site address (/pages/about/) or a whole address https://…",
        ),
        Problem::BrokenAnchor { near, .. } => {
            near_english(near.as_deref(), "write the heading's text after the #")
        }
        Problem::UnpublishedTarget { .. } => {
            "publish that document first, or remove this link".to_owned()
        }
        Problem::UnsafeLink { .. } => "use https://, mailto: or tel:; copy a file of your computer beside the document and name it".to_owned(),
        Problem::TableEnding { .. } => {
            "open it in Excel and save it as .xlsx; if it is no table, name it under files".to_owned()
        }
        Problem::TableUnreadable { why } => table_help(why),
        Problem::SheetNotFound { sheets, near, .. } => near_english(
            near.as_deref(),
            if sheets.is_empty() {
                "remove the line sheet: the table that is there will be shown"
            } else {
                "set sheet to one that is there, or remove the line for the first"
            },
        ),
        Problem::TableEmpty => "fill the table in and save it, or remove this [[table]]".to_owned(),
        Problem::TableCut { .. } => {
            "nothing need be done: the file holds the rest; to show it all, make several files or sheets of it".to_owned()
        }
        Problem::UnknownCode { near, .. } => {
            near_english(near.as_deref(), "oit explain lists all codes")
        }
        Problem::UnknownTheme { name } => {
            format!("use theme = \"default\", or make the folder themes/{name}")
        }
        Problem::Template { .. } => {
            "mend this template, or delete it to use the default theme's".to_owned()
        }
        Problem::Stub => {
            "write below the headings, put an evidence file beside it, or set draft = true".to_owned()
        }
        Problem::Incomplete(reason) => reason_help(reason),
        Problem::DatasetGap { kind, columns, .. } => {
            format!("add {} to this row", lines_to_type(*kind, columns, "one of"))
        }
        Problem::CalendarOnly { .. } => {
            "it counts, but a document for the fiscal year too would be safer".to_owned()
        }
        Problem::UnownedFile => "name it under files of one of this item's documents".to_owned(),
        Problem::StaleYear { wanted, .. } => format!(
            "put the document of {wanted} there; if it is the right one, correct the year in its \
             name, or state its period: period = \"{wanted}\""
        ),
        Problem::Evidence(fault) => evidence::help(fault),
        Problem::Link(fault) => link::help(fault),
        Problem::Owed(fault) => owed::help(fault),
        Problem::Personal(fault) => personal::help(fault),
        Problem::Text(fault) => text::help(fault),
        Problem::NotASite { .. } => {
            "go into the site's folder, use --site FOLDER, or make one with oit init FOLDER".to_owned()
        }
        Problem::OutputRefused { why, .. } => match why {
            OutputRefusal::Busy => "wait for it, then run this again".to_owned(),
            OutputRefusal::Manifest => {
                "delete .oit-manifest, empty the folder and build again".to_owned()
            }
            _ => "choose an empty folder with --out FOLDER, or move those files away".to_owned(),
        },
        Problem::InitRefused { path } => match item_folder(path) {
            Some(item) => format!("edit that file, or add a document with oit new {item} \"Title\""),
            None => "use the file that is there, rename it, or choose another folder".to_owned(),
        },
        Problem::RolloverRefused { meant, .. } => match meant {
            Some(meant) => format!("type the old year, then the new one: oit rollover {meant}"),
            None => "type the old year, then the new one, in the Buddhist era: oit rollover 2566 2567".to_owned(),
        },
    }
}

fn rollover_message(years: &str, why: &RolloverRefusal) -> String {
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

fn table_message(why: &TableFault) -> String {
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

fn table_help(why: &TableFault) -> String {
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

fn near_english(near: Option<&str>, otherwise: &str) -> String {
    match near {
        Some(near) => format!("is `{near}` meant? if not: {otherwise}"),
        None => otherwise.to_owned(),
    }
}

fn expected_english(expected: Expected) -> &'static str {
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

fn expected_help(key: &str, expected: Expected) -> String {
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

fn toml_message(fault: &TomlFault) -> String {
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

fn toml_help(fault: &TomlFault) -> String {
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

fn reason_message(reason: &Reason) -> String {
    match reason {
        Reason::NoDocument => "there is no document yet".to_owned(),
        Reason::OnlyDraft => "there are only drafts".to_owned(),
        Reason::OnlyFuture(day) => format!("dated in the future: published from {day}"),
        Reason::OnlyStub => "there is a document, but without content".to_owned(),
        Reason::ComponentNotShown { number, text, .. } => {
            format!("component {number} is not shown: {text}")
        }
        Reason::PeriodMissing { window, .. } => {
            format!("no period is stated; this item asks for {}", days(window))
        }
        Reason::PeriodNotCovered { other_calendar, .. } => {
            let calendar = if *other_calendar {
                "; it fits the calendar year, but this item goes by the fiscal year"
            } else {
                ""
            };
            format!("{}{calendar}", not_covered(reason))
        }
    }
}

fn not_covered(reason: &Reason) -> String {
    let Reason::PeriodNotCovered {
        window,
        gaps,
        rule,
        stated,
        ..
    } = reason
    else {
        return String::new();
    };
    let (asked, stated) = (days(window), runs(stated));
    match (rule, gaps.as_slice()) {
        (Rule::Spans, []) => {
            format!("no document is in force throughout {asked}, but {stated}")
        }
        (Rule::Spans, gaps) => format!(
            "no document is in force throughout {asked}: it is {stated}, {} is missing",
            runs(gaps)
        ),
        (Rule::Current, _) | (_, []) => {
            format!("the documents' periods ({stated}) lie outside {asked}")
        }
        (_, [gap]) if gap.first > window.first && gap.last == window.last => format!(
            "the data ends too early, on {}: {asked} is asked for, {} is missing",
            gap.day_before(),
            days(gap)
        ),
        (_, gaps) => format!("periods do not cover {asked}: {} is missing", runs(gaps)),
    }
}

/// Periods in a row; of many, the first and the number of the others.
fn runs(periods: &[Period]) -> String {
    const MOST: usize = 4;
    let shown: Vec<String> = periods.iter().take(MOST).map(days).collect();
    let more = match periods.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("{}{more}", shown.join(", "))
}

fn reason_help(reason: &Reason) -> String {
    match reason {
        Reason::NoDocument => "make one with oit new and write it".to_owned(),
        Reason::OnlyDraft => {
            "write it, put what it shows into components, then remove draft = true".to_owned()
        }
        Reason::OnlyFuture(_) => "to publish it now, set date to today".to_owned(),
        Reason::OnlyStub => "write it, or put an evidence file into the item's folder".to_owned(),
        Reason::ComponentNotShown {
            number, shown_by, ..
        } => {
            let typed = format!("when a document shows it, add {number} to its components");
            match shown_by {
                Some(shown_by) => format!(
                    "{typed}, or fill in [[data.{}]], every row with {}",
                    shown_by.dataset.name(),
                    either(&asked_columns(shown_by), "one of")
                ),
                None => typed,
            }
        }
        Reason::PeriodMissing { rule, window } => {
            format!(
                "add period = \"{}\" if that is what it covers",
                asked_period(*rule, window)
            )
        }
        Reason::PeriodNotCovered {
            rule, window, gaps, ..
        } => {
            let asked = asked_period(*rule, window);
            match (rule, gaps.as_slice()) {
                (Rule::Spans, _) => format!(
                    "publish a plan in force all year with period = \"{asked}\", or a longer one such as \"2566..2570\""
                ),
                (Rule::Current, _) => format!(
                    "publish something of this year with period = \"{asked}\", or correct date"
                ),
                (_, [gap, ..]) => format!(
                    "publish the missing part as another document with period = \"{}\"; if it is there already, write period = \"{asked}\"",
                    gap.typed()
                ),
                (_, []) => format!("publish what is asked for with period = \"{asked}\""),
            }
        }
    }
}

fn refusal_message(folder: &str, why: &OutputRefusal) -> String {
    match why {
        OutputRefusal::Foreign => {
            format!("folder `{folder}` has files that oit did not write; it is left alone")
        }
        OutputRefusal::ForeignFile(path) => {
            format!("`{path}` in `{folder}` was not written by oit and is not overwritten")
        }
        OutputRefusal::IsFile => format!("`{folder}` is a file or a link, not a folder"),
        OutputRefusal::HoldsSite => format!("`{folder}` holds the site's own content"),
        OutputRefusal::Busy => format!("another build is writing to `{folder}`"),
        OutputRefusal::Manifest => format!(".oit-manifest in `{folder}` is damaged"),
    }
}

fn days(window: &Period) -> String {
    if window.first == window.last {
        return window.first.to_string();
    }
    format!("{} to {}", window.first, window.last)
}
