//! What keeps an item from being complete.

use super::language::Language::{self, English, Thai};
use super::waiting::typed_name;
use super::words::{Both, days, few, in_backticks, periods};
use crate::model::{
    ColumnType, DatasetKind, FiscalYear, ItemNumber, Period, Reason, Requirement, Rule, ShownBy,
    thai_date,
};
use crate::thai::citizen_number::masked_text;

/// What keeps an item from being complete, and what does not count for it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum CoverageFault {
    Stub,
    Incomplete(Reason),
    /// A component that only documents of other items could show, each by `also`.
    NotShownByAlso {
        item: ItemNumber,
        number: usize,
        text: String,
        /// The components that the entry names.
        named: Vec<i64>,
    },
    DatasetGap {
        kind: DatasetKind,
        row: usize,
        /// What the row's first column says, for a clerk to find it by.
        name: Option<String>,
        columns: Vec<String>,
        component: usize,
    },
    CalendarOnly {
        window: Period,
    },
    UnownedFile {
        /// What to type where the item has no document at all: the item and the file.
        alone: Option<(String, String)>,
    },
    /// Files that go out with a document whose `files` names others.
    FilesBeside {
        names: Vec<String>,
    },
    StaleYear {
        /// The year that the name speaks of.
        found: i16,
        /// The year that the item asks for.
        wanted: i16,
        /// Whether it is the name of a file, and not a title.
        in_file_name: bool,
    },
}

faults! {
    CoverageFault {
        Warning "stub": Self::Stub =>
            ("เอกสารนี้ยังไม่มีเนื้อหา จึงยังไม่เผยแพร่และไม่นับ",
             "เขียนเนื้อหาใต้หัวข้อ หรือวางไฟล์หลักฐานไว้ข้างเอกสาร หรือใส่ draft = true"),
            ("this document has no content yet; it is not published and does not count",
             "write below the headings, put an evidence file beside it, or set draft = true");
        Warning "no-document": Self::Incomplete(Reason::NoDocument) =>
            ("ยังไม่มีเอกสาร", "สร้างด้วยคำสั่ง oit new แล้วเขียนเนื้อหา"),
            ("there is no document yet", "make one with oit new and write it");
        Warning "only-draft": Self::Incomplete(Reason::OnlyDraft) =>
            ("มีเฉพาะฉบับร่าง", "เขียนเนื้อหา แล้วลบบรรทัด draft = true (ข้อที่มีองค์ประกอบ ใส่เลขที่แสดงแล้วใน components ก่อน)"),
            ("there are only drafts", "write it, then remove draft = true (where the item has components, say first in components which of them it shows)");
        Warning "only-future": Self::Incomplete(Reason::OnlyFuture(day)) =>
            (format!("เอกสารลงวันที่ล่วงหน้า จะเผยแพร่วันที่ {}", thai_date(*day)), "ถ้าต้องการเผยแพร่ทันที แก้ date เป็นวันนี้"),
            (format!("dated in the future: published from {day}"), "to publish it now, set date to today");
        Warning "only-stub": Self::Incomplete(Reason::OnlyStub) =>
            ("มีเอกสาร แต่ยังไม่มีเนื้อหา", "เขียนเนื้อหา หรือวางไฟล์หลักฐานไว้ในโฟลเดอร์ของข้อ"),
            ("there is a document, but without content", "write it, or put an evidence file into the item's folder");
        Warning "component-not-shown":
        Self::NotShownByAlso { item, number, text, named } =>
            (format!("ยังไม่แสดงองค์ประกอบที่ {number}: {text}"),
             format!("เมื่อเอกสารนี้แสดงข้อมูลนี้แล้ว เขียน {} ใน also", also_entry(*item, named, *number))),
            (format!("component {number} is not shown: {text}"),
             format!("when this document shows it, write {} in also", also_entry(*item, named, *number))),
        Self::Incomplete(Reason::ComponentNotShown { number, text, shown_by: None, .. }) =>
            (format!("ยังไม่แสดงองค์ประกอบที่ {number}: {text}"),
             format!("เมื่อเอกสารแสดงข้อมูลนี้แล้ว เพิ่มเลข {number} ใน components")),
            (format!("component {number} is not shown: {text}"),
             format!("when a document shows it, add {number} to its components")),
        Self::Incomplete(Reason::ComponentNotShown { number, text, shown_by: Some(shown_by), .. }) =>
            (format!("ยังไม่แสดงองค์ประกอบที่ {number}: {text}"),
             format!("เมื่อเอกสารแสดงข้อมูลนี้แล้ว เพิ่มเลข {number} ใน components หรือกรอก [[data.{}]] ให้ทุกแถวมี {}",
                     shown_by.dataset.name(), either(&asked_columns(shown_by), ONE_OF_THAI))),
            (format!("component {number} is not shown: {text}"),
             format!("when a document shows it, add {number} to its components, or fill in [[data.{}]], every row with {}",
                     shown_by.dataset.name(), either(&asked_columns(shown_by), "one of")));
        Warning "period-missing":
        Self::Incomplete(Reason::PeriodMissing { component: None, rule, window }) =>
            (format!("ไม่ได้ระบุช่วงเวลาของข้อมูล ข้อนี้ต้องการข้อมูลของ{}", window.thai()),
             format!("เพิ่มบรรทัด period = \"{}\" ถ้าข้อมูลครอบคลุมช่วงนั้น", asked_period(*rule, window))),
            (format!("no period is stated; this item asks for {}", days(window)),
             format!("add period = \"{}\" if that is what it covers", asked_period(*rule, window))),
        Self::Incomplete(Reason::PeriodMissing { component: Some(number), rule, window }) =>
            (format!("เอกสารที่แสดงองค์ประกอบที่ {number} ไม่ได้ระบุช่วงเวลา องค์ประกอบนี้ต้องการข้อมูลของ{}", window.thai()),
             format!("เพิ่มบรรทัด period = \"{}\" ในเอกสารนั้น ถ้าข้อมูลครอบคลุมช่วงนั้น", asked_period(*rule, window))),
            (format!("what shows component {number} states no period; {} is asked for", days(window)),
             format!("add period = \"{}\" to that document if that is what it covers", asked_period(*rule, window)));
        Warning "period-not-covered": Self::Incomplete(Reason::PeriodNotCovered { component, window, gaps, rule, stated, other_calendar }) =>
            (format!("{}{}{}", of_component(Thai, *component), not_covered(Thai, *rule, window, gaps, stated), if *other_calendar { CALENDAR.thai } else { "" }),
             cover(Thai, *rule, &asked_period(*rule, window), gaps)),
            (format!("{}{}{}", of_component(English, *component), not_covered(English, *rule, window, gaps, stated), if *other_calendar { CALENDAR.english } else { "" }),
             cover(English, *rule, &asked_period(*rule, window), gaps));
        Warning "dataset-gap": Self::DatasetGap { kind, row, name, columns, component } =>
            (format!("ตาราง {} แถวที่ {row}{} ยังไม่กรอก {} องค์ประกอบที่ {component} จึงยังไม่ครบ", kind.name(), in_quotes(name.as_deref()), either(columns, ONE_OF_THAI)),
             format!("เพิ่ม {} ในแถวนี้", lines_to_type(*kind, columns, "บรรทัดใดบรรทัดหนึ่งใน"))),
            (format!("{} row {row}{} lacks {}, so component {component} is not shown", kind.name(), in_quotes(name.as_deref()), either(columns, "one of")),
             format!("add {} to this row", lines_to_type(*kind, columns, "one of")));
        Advice "calendar-only": Self::CalendarOnly { window } =>
            (format!("ช่วงเวลาตรงตามปีปฏิทินเท่านั้น ไม่ครบตามปีงบประมาณ ({})", window.thai()),
             "นับให้แล้ว แต่ถ้ามีเอกสารที่ครอบคลุมปีงบประมาณด้วย ควรเผยแพร่เพิ่ม"),
            (format!("the period fits the calendar year only, not the fiscal year ({})", days(window)),
             "it counts, but a document for the fiscal year too would be safer");
        Advice "unowned-file":
        Self::UnownedFile { alone: Some((item, file)) } =>
            ("ข้อนี้ยังไม่มีเอกสาร ไฟล์นี้จึงแสดงไว้แต่ไม่นับเป็นหลักฐาน", format!("สร้างเอกสารให้ไฟล์นี้ด้วย oit add {item} {}", typed_name(file))),
            ("this item has no document, so the file is listed but is not counted as evidence",
             format!("make a document of it: oit add {item} {}", typed_name(file))),
        Self::UnownedFile { alone: None } =>
            ("ไม่มีเอกสารใดอ้างถึงไฟล์นี้ จึงแสดงไว้แต่ไม่นับเป็นหลักฐาน", "อ้างถึงไฟล์ใน files ของเอกสารใดเอกสารหนึ่งในข้อนี้"),
            ("no document names this file: it is listed but is not counted as evidence",
             "name it under files of one of this item's documents");
        Advice "files-beside": Self::FilesBeside { names } =>
            (format!("นอกจากไฟล์ใน files ไฟล์เหล่านี้ในโฟลเดอร์ก็ถูกเผยแพร่กับเอกสารนี้ด้วย: {}", few(5, &in_backticks(names), |more| format!(" และอีก {more} ไฟล์"))),
             "ถ้าเป็นหลักฐาน เพิ่มใน files ถ้าเป็นฉบับร่าง ย้ายออก หรือขึ้นต้นชื่อไฟล์ด้วย _"),
            (format!("besides what files names, these in the folder are published with this document: {}", few(5, &in_backticks(names), |more| format!(" and {more} more"))),
             "name them under files; move drafts away, or start their names with _");
        Warning "stale-year":
        Self::StaleYear { found, wanted, in_file_name } =>
            (format!("{}ระบุปี {found} แต่ข้อนี้ใช้หลักฐานของปี {wanted}", if *in_file_name { "ชื่อไฟล์" } else { "ชื่อเรื่อง" }),
             format!("เปลี่ยนเป็นเอกสารของปี {wanted} ถ้าเนื้อหาถูกปีแล้ว แก้ปีในชื่อ หรือระบุช่วงเวลา เช่น period = \"{wanted}\"")),
            (format!("the {} speaks of {found}, but this item asks for {wanted}", if *in_file_name { "file name" } else { "title" }),
             format!("put the document of {wanted} there; if it is the right one, correct the year in its name, or state its period: period = \"{wanted}\""));
    }
}

/// The entry of `also` that names one component more.
fn also_entry(item: ItemNumber, named: &[i64], number: usize) -> String {
    let mut all: Vec<String> = named.iter().map(i64::to_string).collect();
    all.push(number.to_string());
    format!("{{ item = \"{item}\", components = [{}] }}", all.join(", "))
}

const ONE_OF_THAI: &str = "ช่องใดช่องหนึ่งใน";

const CALENDAR: Both = Both {
    thai: " เอกสารนับตามปีปฏิทิน แต่ข้อนี้นับตามปีงบประมาณ (1 ต.ค. – 30 ก.ย.)",
    english: "; it fits the calendar year, but this item goes by the fiscal year",
};

/// What stands before what is said of a component's own time.
fn of_component(language: Language, component: Option<usize>) -> String {
    component.map_or_else(String::new, |number| {
        language.choose(
            format!("องค์ประกอบที่ {number}: "),
            format!("component {number}: "),
        )
    })
}

/// In which way the `stated` periods of documents do not cover the window that is asked for.
fn not_covered(
    language: Language,
    rule: Rule,
    window: &Period,
    gaps: &[Period],
    stated: &[Period],
) -> String {
    let asked = language.choose(window.thai(), days(window));
    let (stated, lacking) = (periods(language, stated), periods(language, gaps));
    match (rule, gaps) {
        (Rule::Spans, []) => language.choose(
            format!("ไม่มีเอกสารที่มีผลตลอด{asked} ที่มีอยู่มีผล {stated}"),
            format!("no document is in force throughout {asked}, but {stated}"),
        ),
        (Rule::Spans, _) => language.choose(
            format!("ไม่มีเอกสารที่มีผลตลอด{asked} ที่มีอยู่มีผล {stated} ยังขาด {lacking}"),
            format!(
                "no document is in force throughout {asked}: it is {stated}, {lacking} is missing"
            ),
        ),
        (Rule::Current, _) | (_, []) => language.choose(
            format!("ช่วงเวลาของเอกสาร ({stated}) ไม่อยู่ใน{asked}"),
            format!("the documents' periods ({stated}) lie outside {asked}"),
        ),
        (_, [gap]) if gap.first > window.first && gap.last == window.last => {
            let last = gap.day_before();
            language.choose(
                format!(
                    "ข้อมูลสิ้นสุดก่อนกำหนด ข้อนี้ต้องการ {asked} เอกสารมีถึง {} ยังขาด {lacking}",
                    thai_date(last)
                ),
                format!(
                    "the data ends too early, on {last}: {asked} is asked for, {lacking} is missing"
                ),
            )
        }
        _ => language.choose(
            format!("ช่วงเวลาของเอกสารยังไม่ครบ ข้อนี้ต้องการ {asked} ยังขาด {lacking}"),
            format!("periods do not cover {asked}: {lacking} is missing"),
        ),
    }
}

/// What to publish so that the period `asked` for is covered.
fn cover(language: Language, rule: Rule, asked: &str, gaps: &[Period]) -> String {
    match (rule, gaps) {
        (Rule::Spans, _) => language.choose(
            format!("เผยแพร่แผนที่มีผลบังคับตลอดปี แล้วใส่ period = \"{asked}\" หรือช่วงที่ยาวกว่า เช่น \"2566..2570\""),
            format!("publish a plan in force all year with period = \"{asked}\", or a longer one such as \"2566..2570\""),
        ),
        (Rule::Current, _) => language.choose(
            format!("เผยแพร่ข้อมูลของปีนี้ แล้วใส่ period = \"{asked}\" หรือแก้ date ให้ตรง"),
            format!("publish something of this year with period = \"{asked}\", or correct date"),
        ),
        (_, [gap, ..]) => {
            let gap = gap.typed();
            language.choose(
                format!("เผยแพร่ส่วนที่ขาดเป็นอีกเอกสารหนึ่ง แล้วใส่ period = \"{gap}\" ถ้าเอกสารเดิมครบอยู่แล้ว แก้เป็น period = \"{asked}\""),
                format!("publish the missing part as another document with period = \"{gap}\"; if it is there already, write period = \"{asked}\""),
            )
        }
        (_, []) => language.choose(
            format!("เผยแพร่ข้อมูลของช่วงนั้น แล้วใส่ period = \"{asked}\""),
            format!("publish what is asked for with period = \"{asked}\""),
        ),
    }
}

/// The period to type for the window that a rule asks for.
fn asked_period(rule: Rule, window: &Period) -> String {
    let year = FiscalYear::of(window.first);
    match rule {
        Rule::FirstHalf => format!("{year}-H1"),
        _ => year.to_string(),
    }
}

/// The name of a row, after its number.
fn in_quotes(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!(" `{name}`"))
}

/// Columns in the words for each; those of which one will do come last, so that nobody takes the
/// ones before for alternatives.
fn listed(columns: &[String], one_of: &str, words: impl Fn(&str) -> String) -> String {
    let (choices, alone): (Vec<&String>, Vec<&String>) =
        columns.iter().partition(|column| column.contains('|'));
    let alone: Vec<String> = alone.iter().map(|column| words(column)).collect();
    let choices = choices.iter().map(|any| {
        let names: Vec<String> = any.split('|').map(&words).collect();
        format!("{one_of} {}", names.join(", "))
    });
    let alone = (!alone.is_empty()).then(|| alone.join(", "));
    let parts: Vec<String> = alone.into_iter().chain(choices).collect();
    let and = if one_of.is_ascii() {
        " and "
    } else {
        " และ"
    };
    parts.join(and)
}

/// Columns as a list; of alternatives, which are joined with `|`, `one_of` says that one will do.
fn either(columns: &[String], one_of: &str) -> String {
    listed(columns, one_of, str::to_owned)
}

/// What every row must have for a dataset to show a component; alternatives are joined with `|`.
fn asked_columns(shown_by: &ShownBy) -> Vec<String> {
    let columns = shown_by.requirements.iter();
    columns
        .map(|requirement| match requirement {
            Requirement::AnyOf(columns) => columns.join("|"),
            Requirement::Only { column, value } => format!("{column} = \"{value}\""),
        })
        .collect()
}

/// The columns that a row lacks, as they are typed.
fn lines_to_type(kind: DatasetKind, columns: &[String], one_of: &str) -> String {
    listed(columns, one_of, |name| to_type(kind, name))
}

/// A column of a row as it is typed: `photo = "photo.jpg"`.
fn to_type(kind: DatasetKind, name: &str) -> String {
    let known = kind.columns().iter().find(|column| column.name == name);
    let value = match known.map(|column| column.kind) {
        Some(ColumnType::File) => "\"photo.jpg\"",
        Some(ColumnType::Date | ColumnType::Moment) => "\"2566-01-31\"",
        Some(ColumnType::Period) => "\"2566-01\"",
        Some(ColumnType::Address) => "\"https://…\"",
        Some(ColumnType::Truth) => "true",
        Some(ColumnType::Year) => "2566",
        Some(ColumnType::Bidders) => "[{ name = \"…\", price = … }]",
        Some(ColumnType::Text | ColumnType::Choice(_)) => "\"…\"",
        // The counters of statistics are numbers. None is proposed: it might be left standing.
        Some(ColumnType::Number | ColumnType::Percent | ColumnType::Score) | None => "…",
    };
    format!("{name} = {value}")
}

/// The sentence for why an item is not complete, as pages and JSON say it.
pub fn reason_message(reason: &Reason) -> String {
    let words = CoverageFault::Incomplete(reason.clone()).words(Thai);
    masked_text(&words.message).into_owned()
}

/// The code of a reason.
pub fn reason_code(reason: &Reason) -> &'static str {
    CoverageFault::Incomplete(reason.clone()).rank().0
}
