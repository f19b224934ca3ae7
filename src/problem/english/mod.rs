//! The sentences in English, in the order of `thai`.

mod drift;
mod evidence;
mod fault;
mod link;
mod owed;
mod personal;
mod reason;
mod text;
mod typed;

use self::fault::{
    baseline_message, date_message, expected_english, expected_help, init_help, near_english,
    period_message, refusal_help, refusal_message, rollover_help, rollover_message, stale_help,
    table_help, table_message, toml_help, toml_message,
};
use self::reason::{days, reason_help, reason_message};
use super::problem::Problem;
use super::{EXAMPLE_FILE, either, lines_to_type, quoted};
use crate::model::{DateFault, PeriodFault, meant_date, meant_month};

/// What is wrong.
pub(super) fn message(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => "this file is not saved as UTF-8".to_owned(),
        Problem::TextTooLarge { mb, most_mb } => {
            format!("the text file has {mb} MB, more than {most_mb} MB, and was not read")
        }
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
        Problem::BadDate { text, fault } => date_message(text, fault),
        Problem::BadPeriod { text, fault, .. } => period_message(text, fault),
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
        Problem::WindowsName { .. } => {
            "Windows cannot keep a name like this; nobody can copy, open or build this site there"
                .to_owned()
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
        Problem::Drift(fault) => drift::message(fault),
        Problem::Evidence(fault) => evidence::message(fault),
        Problem::Link(fault) => link::message(fault),
        Problem::Owed(fault) => owed::message(fault),
        Problem::Personal(fault) => personal::message(fault),
        Problem::Text(fault) => text::message(fault),
        Problem::Typed(fault) => typed::message(fault),
        Problem::NotASite { folder } => {
            format!("no site.toml in `{folder}` or any folder above it")
        }
        Problem::OutputRefused { folder, why } => refusal_message(folder, why),
        Problem::BaselineRefused { path, reason } => baseline_message(path, reason.as_deref()),
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
        Problem::TextTooLarge { .. } => {
            "divide it into several files; put a large table beside it as .xlsx or .csv, and write [[table]] file = \"name.xlsx\"".to_owned()
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
        Problem::WindowsName { meant } => format!("rename it, to {meant} for example, and change what refers to it"),
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
        Problem::StaleYear { wanted, .. } => stale_help(wanted),
        Problem::Drift(fault) => drift::help(fault),
        Problem::Evidence(fault) => evidence::help(fault),
        Problem::Link(fault) => link::help(fault),
        Problem::Owed(fault) => owed::help(fault),
        Problem::Personal(fault) => personal::help(fault),
        Problem::Text(fault) => text::help(fault),
        Problem::Typed(fault) => typed::help(fault),
        Problem::NotASite { .. } => {
            "go into the site's folder, use --site FOLDER, or make one with oit init FOLDER".to_owned()
        }
        Problem::OutputRefused { why, .. } => refusal_help(why),
        Problem::BaselineRefused { .. } => {
            "give --baseline the checklist.json of the published site, as from https://SITE/2566/checklist.json; leave it out where nothing is published yet".to_owned()
        }
        Problem::InitRefused { path } => init_help(path),
        Problem::RolloverRefused { meant, .. } => rollover_help(meant.as_deref()),
    }
}
