//! What a clerk meant by a value that TOML or its key does not take, as the line must be typed.
//!
//! In: a key and what stands behind it. Out: `key = value`, or `None` where it is not plain what was
//! meant. Nothing is read by it: it only makes the help of a finding one that can be copied.

mod by_type;
mod fit;
mod key;
mod list;
mod quotes;
mod typed;

use toml::de::DeTable;

pub(super) use self::by_type::type_meant;
use self::by_type::{colour, date, is_sentence, truth_meant};
use self::fit::of_its_type;
pub(super) use self::key::{KeyLine, key_line, seen};
use self::list::{closed_tables, inner_key, list, list_meant, tables_meant};
use self::quotes::{OPENING, apostrophes, is_plain_text, unquoted};
pub(super) use self::quotes::{inner_quotes, outside_quotes};
use self::typed::Typed;
use crate::parse::keys::{ValueType, named, takes_below};
use crate::problem::{Expected, TomlFault};
use crate::thai::amount::{only_number, truth};

/// The line with a syntax fault, as it was meant; several lines where a text goes over them. `heading` is the table
/// heading it stands below.
pub(super) fn line_meant(line: &str, fault: &TomlFault, heading: &str) -> Option<Typed> {
    let meant = match fault {
        TomlFault::Unseen { .. } => Typed::sure(seen(line)?.0.trim().to_owned()),
        TomlFault::Lines => Typed::sure(in_one_line(line)),
        // Remarks may stand on each line of a list.
        TomlFault::List | TomlFault::Inline if line.contains('\n') => {
            if line
                .lines()
                .any(|line| outside_quotes(line, &['#']).is_some())
            {
                return None;
            }
            repaired(&in_one_line(line), fault, heading)?
        }
        _ => repaired(line, fault, heading)?,
    };
    // What is offered must not fail next.
    let meant = of_its_type(meant, heading)?;
    (meant.text != line.trim_matches([' ', '\t'])).then_some(meant)
}

fn repaired(line: &str, fault: &TomlFault, heading: &str) -> Option<Typed> {
    // No other line says what was meant by these.
    if let TomlFault::Duplicate(_)
    | TomlFault::Escape
    | TomlFault::Prose { .. }
    | TomlFault::Embedded
    | TomlFault::More(_) = fault
    {
        return None;
    }
    let line = key_line(line, heading)?;
    let keeps_all = matches!(fault, TomlFault::UnclosedText | TomlFault::MixedQuotes);
    let written = match fault {
        TomlFault::ExtraEquals => line.value.trim_start_matches(['=', ' ']),
        _ => line.value,
    };
    let (value, remark) = parted(written, keeps_all);
    // Where only the key was wrong, the value stays as it is but for its type.
    let is_other_key = matches!(
        fault,
        TomlFault::Key | TomlFault::NoEquals | TomlFault::Colon
    );
    let is_whole = (is_other_key || value != line.value) && is_value(value);
    let kept = || Typed::sure(value.to_owned());
    let takes = takes_below(&line.key, heading);
    let meant = match value_meant(&line.key, value, takes) {
        Some(meant) if meant.is_sure || !is_whole => meant,
        _ if is_whole => kept(),
        _ => return None,
    };
    let text = format!("{} = {} {remark}", line.key, meant.text);
    Some(Typed {
        text: text.trim_end().to_owned(),
        is_sure: meant.is_sure,
    })
}

/// A value and the remark behind it, without a sign that other languages end a line with. `keeps_all`: a quotation mark
/// is open, so nobody knows where the text ends.
fn parted(written: &str, keeps_all: bool) -> (&str, String) {
    let is_open = !written.starts_with(OPENING) && !written.starts_with(['[', '{']);
    let hash = outside_quotes(written, &['#']);
    // A number behind `#` is part of a text that lacks its quotation marks; a colour is nothing but that.
    let in_text = |at: &usize| is_open && !written[at + 1..].starts_with([' ', '#']);
    let hash = hash.filter(|at| !in_text(at) && !keeps_all);
    let (value, remark) = written.split_at(hash.unwrap_or(written.len()));
    let value = value.trim();
    if let Some((before, behind)) = value.rsplit_once("//")
        && is_value(before.trim())
    {
        return (
            before.trim(),
            format!("# {} {remark}", behind.trim()).trim().to_owned(),
        );
    }
    let bare = value.trim_end_matches([';', ',', ' ']);
    if bare != value && (is_open && !bare.is_empty() || is_value(bare)) {
        return (bare, remark.to_owned());
    }
    (value, remark.to_owned())
}

/// Whether a text is a value as TOML takes it.
fn is_value(text: &str) -> bool {
    !text.is_empty() && DeTable::parse(&format!("a = {text}")).is_ok()
}

/// A text that goes over several lines, in one.
fn in_one_line(lines: &str) -> String {
    let lines = lines.lines().map(str::trim);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

fn value_meant(key: &str, written: &str, takes: Option<ValueType>) -> Option<Typed> {
    let starts = |signs: &[char]| written.starts_with(signs);
    if let Some(tables) = closed_tables(written).or_else(|| tables_meant(key, written)) {
        return Some(Typed::sure(tables));
    }
    if starts(&['[']) {
        return list_meant(written);
    }
    if let Some(text) = inner_quotes(written).or_else(|| apostrophes(written)) {
        return Some(Typed::sure(text));
    }
    let expected = expected(key, takes);
    if expected.is_some_and(may_be_list)
        && written.contains([',', ' '])
        && let Some(list) = list(written.strip_suffix(']').unwrap_or(written))
    {
        return Some(Typed::sure(list));
    }
    if starts(&['{']) {
        return None;
    }
    let bare = unquoted(written);
    if let Some(colour) = colour(key, bare) {
        return Some(Typed::sure(colour));
    }
    let text = || Some(format!("\"{bare}\"")).filter(|_| is_plain_text(bare));
    let meant = match expected {
        Some(Expected::Truth) => return truth_meant(key, bare),
        Some(Expected::Date | Expected::Period) => return date(key, bare),
        Some(Expected::Text | Expected::TextOrList) if !starts(&OPENING) => {
            return text_meant(key, bare);
        }
        Some(Expected::Number | Expected::WholeNumber) => only_number(bare),
        Some(
            Expected::Text
            | Expected::TextOrList
            | Expected::ListOfText
            | Expected::ListOfItems
            | Expected::Tables,
        ) => text(),
        _ if starts(&OPENING) => text(),
        _ => only_number(bare),
    };
    meant.map(Typed::sure)
}

/// A text that stands without quotation marks. What is a number or a yes is no sentence.
fn text_meant(key: &str, bare: &str) -> Option<Typed> {
    let says_nothing = truth(bare).is_some() || only_number(bare).is_some();
    if is_sentence(key) && says_nothing || !is_plain_text(&bare.replace('#', "")) {
        return None;
    }
    // `แผน #1` goes on; `แผน #ร่าง` may be a remark.
    let mut behind = bare.split('#').skip(1);
    Some(Typed {
        text: format!("\"{bare}\""),
        is_sure: behind.all(|rest| rest.starts_with(|c: char| c.is_numeric())),
    })
}

/// What a key takes, wherever it stands where that is not known; tables are not written on one line, but for those that
/// a name may stand for.
fn expected(key: &str, takes: Option<ValueType>) -> Option<Expected> {
    let is_table = |takes: &Expected| {
        matches!(takes, Expected::Table | Expected::Rows | Expected::Bidders)
            || *takes == Expected::Tables && inner_key(key).is_none()
    };
    if let Some(takes) = takes {
        return Some(takes.expected()).filter(|takes| !is_table(takes));
    }
    let mut known = named(key).into_iter().map(|key| key.takes.expected());
    known.find(|takes| !is_table(takes))
}

fn may_be_list(takes: Expected) -> bool {
    matches!(
        takes,
        Expected::TextOrList
            | Expected::ListOfText
            | Expected::ListOfWholeNumbers
            | Expected::ListOfItems
    )
}

#[cfg(test)]
mod tests {
    use super::line_meant;
    use crate::problem::TomlFault;

    /// Lines with what the parser found in their value, and as they were meant.
    #[rustfmt::skip]
    fn values() -> Vec<(&'static str, TomlFault, &'static str)> {
        vec![
            ("budget = 485,000", TomlFault::TwoOnALine, "budget = 485000"),
            ("budget = 485,000 # บาท", TomlFault::TwoOnALine, "budget = 485000 # บาท"),
            ("budget = ๔๘๕,๐๐๐.๕๐", TomlFault::Unquoted, "budget = 485000.50"),
            ("budget = 0485", TomlFault::LeadingZero, "budget = 485"),
            ("phone = 0000000010", TomlFault::LeadingZero, "phone = \"0000000010\""),
            ("phone = 00 0000 0010", TomlFault::Unquoted, "phone = \"00 0000 0010\""),
            ("unit = [\"clerk\" \"finance\"]", TomlFault::List, "unit = [\"clerk\", \"finance\"]"),
            ("unit = [clerk, finance]", TomlFault::List, "unit = [\"clerk\", \"finance\"]"),
            ("unit = \"clerk\", \"finance\"", TomlFault::TwoOnALine, "unit = [\"clerk\", \"finance\"]"),
            ("components = [1 ๒]", TomlFault::List, "components = [1, 2]"),
            ("components = 3, 4", TomlFault::TwoOnALine, "components = [3, 4]"),
            ("draft = ใช่", TomlFault::Unquoted, "draft = true"),
            ("draft = ไม่", TomlFault::Unquoted, "draft = false"),
            ("title = “แผน”", TomlFault::Unquoted, "title = \"แผน\""),
            ("title = 'แผน\"", TomlFault::MixedQuotes, "title = \"แผน\""),
            ("title = \"แผน", TomlFault::UnclosedText, "title = \"แผน\""),
            ("date = 31/01/2566", TomlFault::Unquoted, "date = \"2566-01-31\""),
            ("period = ต.ค. 2565", TomlFault::Unquoted, "period = \"2565-10\""),
        ]
    }

    /// The same for signs that belong to other languages, and for what a key takes besides.
    fn signs() -> Vec<(&'static str, TomlFault, &'static str)> {
        vec![
            ("draft == true", TomlFault::ExtraEquals, "draft = true"),
            (
                "files = \"a.pdf, b.pdf\";",
                TomlFault::TwoOnALine,
                "files = [{ path = \"a.pdf\" }, { path = \"b.pdf\" }]",
            ),
            ("also = o13", TomlFault::Unquoted, "also = [\"o13\"]"),
            (
                "accent = #1d5c3a",
                TomlFault::NoValue,
                "accent = \"#1d5c3a\"",
            ),
            (
                "title = 'Do's & Don'ts'",
                TomlFault::TwoOnALine,
                "title = \"Do's & Don'ts\"",
            ),
            (
                "title = แผน #1 ปี 2566",
                TomlFault::Unquoted,
                "title = \"แผน #1 ปี 2566\"",
            ),
            (
                "title = \"ประกาศ\" // ร่าง",
                TomlFault::TwoOnALine,
                "title = \"ประกาศ\" # ร่าง",
            ),
        ]
    }

    /// The same for lines that are wrong as a whole.
    #[rustfmt::skip]
    fn whole_lines() -> Vec<(&'static str, TomlFault, &'static str)> {
        vec![
            ("ชื่อ = แผน", TomlFault::Key, "title = \"แผน\""),
            (
                "วันที่ = \"2566-01-31\"",
                TomlFault::Key,
                "date = \"2566-01-31\"",
            ),
            ("title: กฎหมาย", TomlFault::Colon, "title = \"กฎหมาย\""),
            (
                "date: 31/01/2566",
                TomlFault::Colon,
                "date = \"2566-01-31\"",
            ),
            ("unit \"clerk\"", TomlFault::NoEquals, "unit = \"clerk\""),
            ("draft = False", TomlFault::Truth, "draft = false"),
            ("budget = 1.200.000", TomlFault::Number, "budget = 1200000"),
            (
                "title = \"รับ \"เงิน\" จาก\"",
                TomlFault::InnerQuotes,
                "title = \"รับ “เงิน” จาก\"",
            ),
            (
                "address = \"88 หมู่ 8\nตำบลตัวอย่าง\n  อำเภอเมือง\"",
                TomlFault::Lines,
                "address = \"88 หมู่ 8 ตำบลตัวอย่าง อำเภอเมือง\"",
            ),
            (
                "files = [{ path = \"ก.pdf\" title = \"ก\" }{ \"ข.pdf\" }]",
                TomlFault::Inline,
                "files = [{ path = \"ก.pdf\", title = \"ก\" },{ path = \"ข.pdf\" }]",
            ),
            (
                "\u{a0}unit =\u{a0}\"clerk\"",
                TomlFault::Unseen {
                    number: String::new(),
                },
                "unit = \"clerk\"",
            ),
        ]
    }

    #[test]
    fn a_line_is_named_as_it_must_be_typed() {
        for (line, fault, meant) in values().into_iter().chain(signs()).chain(whole_lines()) {
            let typed = line_meant(line, &fault, "").map(|typed| typed.text);
            assert_eq!(typed.as_deref(), Some(meant), "{line}");
        }
        for (line, fault) in [
            ("title = “แผน \"ก\" ข”", TomlFault::Unquoted),
            ("draft = ร่าง", TomlFault::Unquoted),
            ("budget = 48,5000", TomlFault::TwoOnALine),
            ("title = \"ก\" unit = \"clerk\"", TomlFault::TwoOnALine),
            ("links = [{ url = \"https://x.example/ }]", TomlFault::List),
            ("สีที่ชอบ = 1", TomlFault::Key),
            ("ชื่อ = 1", TomlFault::Key),
            ("none = ใช่", TomlFault::Unquoted),
            ("budget = -", TomlFault::Unquoted),
            ("fiscal_year = \"-\"", TomlFault::TwoOnALine),
        ] {
            let typed = line_meant(line, &fault, "").map(|typed| typed.text);
            assert_eq!(typed, None, "{line}");
        }
    }
}
