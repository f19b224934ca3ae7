//! The keys that a webmaster may write, in one table for all kinds of files.
//!
//! Out: for each key its name, what it takes and what it is for, in Thai and English. The readers
//! take no other keys and learn here what is required and which numbers are in range; the JSON
//! Schemas are made of it; the help for a slip goes by it; and it says which values are sentences.
//! The columns of datasets are listed in the model, which shows them too; here they become keys.

mod attached;
mod key;
mod official_form;
mod provenance;

use crate::model::{Calendar, ColumnType, Duty, Feed, PublicStatus, Rule};
use crate::problem;

use attached::{FILE, LINK, ROWS_FILE, TABLE_FILE};
use key::ValueType::{
    DateOrList, Form, Item, Items, OneOf, Plain, ShownBy, SomeOf, Table, Tables, Text, TextOrList,
    Texts, WebAddress, Whole, WholeNumbers, Year,
};
use key::key;
pub(super) use key::{BIDDER, Key, Keys, NONE_STATED, ValueType};
use official_form::FORM;
use provenance::{CONFIDENCE, SOURCE};

/// Text that may be blank.
const LOOSE_TEXT: ValueType = Plain(ColumnType::Text);
const NUMBER: ValueType = Plain(ColumnType::Number);
const DATE: ValueType = Plain(ColumnType::Date);
const PERIOD: ValueType = Plain(ColumnType::Period);
const TRUTH: ValueType = Plain(ColumnType::Truth);

const BASE_URL: ValueType = Form(r"^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+(/[^\s?#]*)?\s*$");
const COLOUR: ValueType = Form("^#[0-9A-Fa-f]{6}$");

/// `site.toml`.
#[rustfmt::skip]
pub(super) const SITE: Keys = Keys::Listed(&[
    key("title", Text, "ชื่อเว็บไซต์ (ต้องมี)", "The site's title. Required.").required(),
    key("base_url", BASE_URL,
        "ที่อยู่จริงของเว็บไซต์ อยู่ในโฟลเดอร์ย่อยได้ (ต้องมี) เช่น https://www.example.go.th/oit/",
        "Where the site is published; may carry a sub-path. Required.").required().reference(),
    key("fiscal_year", Year,
        "ปีงบประมาณปัจจุบันของเว็บไซต์ (พ.ศ.) ต้องมีโฟลเดอร์ content/<ปี>",
        "The current fiscal year, Buddhist era; its folder must be there."),
    key("agency", Table(AGENCY), "หน่วยงานเจ้าของเว็บไซต์", "Who publishes the site."),
    key("units", Table(Keys::Any(&Text)),
        "หน่วยงานผู้รับผิดชอบ: รหัส (อักษรอังกฤษ) = \"ชื่อ\"",
        "Responsible units: an id in Latin letters = \"name\"."),
    key("theme", Text,
        "โฟลเดอร์ใน themes/ ปกติคือ default",
        "A folder below themes/; usually default.").reference(),
    key("accent", COLOUR,
        "สีหลัก #rrggbb สีอ่อนเกินไปจะถูกปรับให้เข้มพออ่าน",
        "The main colour, #rrggbb; the theme keeps the contrast right.").reference(),
    key("logo", Text,
        "ไฟล์ตราของหน่วยงาน (PNG, JPG หรือ SVG) ข้าง site.toml หรือใน static ของธีม เช่น \"seal.png\"",
        "The agency's seal, a PNG, JPG or SVG beside site.toml or in the theme's static files.").reference()
        .called(&["โลโก้", "ตรา", "ตราสัญลักษณ์"]),
    key("submitted", DateOrList,
        "วันที่ส่งคำตอบใน ITAS ของแต่ละปีงบประมาณ เช่น [\"2566-04-30\"] แสดงในหน้าสิ่งที่เปลี่ยนแปลง",
        "The days on which answers were handed in; the page of changes shows them.").reference(),
    key("own_hosts", Texts,
        "ชื่อเครื่องอื่นที่ถือว่าเป็นเว็บไซต์หลัก เช่น eservice.example.go.th",
        "Further hosts where evidence counts as on the main site.").reference(),
    key("show_score", TRUTH,
        "แสดงคะแนนประมาณการในหน้าตรวจรายการ",
        "Whether the checklist shows the score estimate."),
    key("public_status", OneOf(public_statuses),
        "ผู้เข้าชมเห็นสถานะของข้อเท่าใด ปกติ full",
        "How much of the status of items visitors see; usually full.").reference(),
    key("max_file_mb", Whole { min: 1, max: 1000 },
        "ขนาดไฟล์หลักฐานที่เริ่มทักท้วง (MB) ปกติ 20",
        "The size of evidence files, in MB, that is remarked on; usually 20."),
]);

#[rustfmt::skip]
const AGENCY: Keys = Keys::Listed(&[
    key("name", LOOSE_TEXT, "ชื่อหน่วยงาน", "Its name."),
    key("district", LOOSE_TEXT, "อำเภอ", "District."),
    key("province", LOOSE_TEXT, "จังหวัด", "Province."),
    key("ministry", LOOSE_TEXT,
        "กระทรวง ตามที่แบบของข้อจัดซื้อจัดจ้างถาม", "The ministry, as forms ask for it."),
    key("kind", LOOSE_TEXT,
        "ประเภทหน่วยงาน ตามที่แบบของข้อจัดซื้อจัดจ้างถาม", "What kind of agency it is, as forms ask for it."),
    key("address", LOOSE_TEXT, "ที่อยู่", "Address."),
    key("phone", LOOSE_TEXT, "โทรศัพท์", "Telephone."),
    key("fax", LOOSE_TEXT, "โทรสาร", "Fax."),
    key("email", LOOSE_TEXT, "อีเมล", "E-mail.").reference(),
    key("map", WebAddress,
        "ลิงก์แผนที่ ขึ้นต้นด้วย https:// หรือ http://",
        "A map's address, starting with https:// or http://.").reference(),
]);

/// The front matter of a document, or the whole of one in TOML. `index` may do without `title` and
/// `date`, so neither is marked as required.
#[rustfmt::skip]
pub(super) const DOCUMENT: Keys = Keys::Listed(&[
    TITLE,
    DATE_OF,
    UPDATED,
    DRAFT,
    key("unit", TextOrList,
        "ผู้รับผิดชอบ: รหัสจาก [units] ใน site.toml หนึ่งรหัสหรือรายการรหัส",
        "Responsible units: one id of [units] in site.toml, or a list.").reference()
        .called(&["หน่วยงาน", "ผู้รับผิดชอบ", "หน่วยงานผู้รับผิดชอบ", "กอง", "units"]),
    key("period", PERIOD,
        "ช่วงเวลาที่หลักฐานครอบคลุม พ.ศ.: \"2566\" \"2566-H1\" \"2566-Q3\" \"2566-01\" หรือ \"2566..2570\"",
        "The window that the evidence covers, Buddhist era.").reference()
        .called(&["ช่วงเวลา", "งวด", "รอบ", "ระยะเวลา"]),
    key("components", WholeNumbers { min: 1, max: 99 },
        "เลของค์ประกอบของข้อที่เอกสารนี้แสดงแล้ว เช่น [1, 2]",
        "Which required components of the item this document shows.")
        .called(&["องค์ประกอบ", "เลของค์ประกอบ", "component"]),
    key("none", LOOSE_TEXT,
        "เมื่อไม่มีเรื่องจะลง: ประโยคที่บอกว่าไม่มี เช่น \"ไม่มีเรื่องร้องเรียน\" นับเมื่อแบบของข้อให้เผยแพร่ว่าไม่มี",
        "A sentence that says that there is none; it counts where the item takes that for an answer."),
    key("also", Items(ALSO),
        "ข้ออื่นในปีเดียวกันที่เอกสารนี้เป็นหลักฐานด้วย เช่น [\"o13\", { item = \"o24\", components = [1] }]",
        "Further items of the same year that this document is evidence for.").reference(),
    SUMMARY,
    key("files", Tables(FILE),
        "ไฟล์หลักฐานของเอกสาร ตามลำดับ",
        "Evidence files of this document, in order.").called(&["ไฟล์", "ไฟล์แนบ", "เอกสารแนบ", "file"]),
    key("links", Tables(LINK), "ลิงก์ที่เป็นหลักฐาน", "Links that are evidence.").called(&["ลิงก์", "ลิงค์", "link"]),
    key("table", Tables(TABLE_FILE),
        "ไฟล์ CSV หรือ XLSX ที่แสดงเป็นตารางบนหน้า",
        "CSV or XLSX files that are shown as tables."),
    key("rows", Tables(ROWS_FILE),
        "แถวของชุดข้อมูลจากไฟล์ CSV หรือ XLSX แทนการพิมพ์ [[data.…]] ทีละแถว",
        "Rows of a dataset from CSV or XLSX files, instead of one [[data.kind]] each."),
    FORMERLY,
    key("data", Table(Keys::Datasets),
        "ชุดข้อมูล: หนึ่ง [[data.ชื่อ]] คือหนึ่งแถว",
        "Datasets: one [[data.kind]] per row."),
    ALLOW,
]);

/// The front matter of a free page or of the home page, which need not have any.
pub(super) const PAGE: Keys =
    Keys::Listed(&[TITLE, DATE_OF, UPDATED, DRAFT, SUMMARY, FORMERLY, ALLOW]);

#[rustfmt::skip]
const TITLE: Key = key("title", Text,
    "ชื่อเอกสาร ต้องมี ยกเว้น index ซึ่งใช้ชื่อข้อแทน",
    "The document's title. Required except in index.")
    .called(&["ชื่อ", "ชื่อเอกสาร", "ชื่อเรื่อง", "เรื่อง", "หัวข้อ", "หัวเรื่อง", "name", "subject"]);
#[rustfmt::skip]
const DATE_OF: Key = key("date", DATE,
    "วันที่เผยแพร่ พ.ศ. หรือ ค.ศ. เช่น \"2566-01-31\" ต้องมี ยกเว้น index",
    "Day of publication, in either era. Required except in index.")
    .called(&["วันที่", "วันที่เผยแพร่", "วันเผยแพร่", "ลงวันที่"]);
#[rustfmt::skip]
const UPDATED: Key = key("updated", DATE, "วันที่ปรับปรุงล่าสุด", "Day of the last revision.")
    .called(&["ปรับปรุง", "วันที่ปรับปรุง", "ปรับปรุงล่าสุด", "วันที่แก้ไข", "lastmod", "modified"]);
#[rustfmt::skip]
const DRAFT: Key = key("draft", TRUTH,
    "true: ฉบับร่าง ไม่เผยแพร่ ไม่นับ",
    "true: not published, not counted.")
    .called(&["ร่าง", "ฉบับร่าง"]);
#[rustfmt::skip]
const FORMERLY: Key = key("formerly", TextOrList,
    "ชื่อเดิมของเอกสารหรือไฟล์ในข้อนี้ ที่อยู่เดิมยังเปิดได้ เช่น [\"old-name\", \"old.pdf\"]",
    "Former names of the document or its files in this item: their addresses stay alive.")
    .reference();
#[rustfmt::skip]
const SUMMARY: Key = key("summary", LOOSE_TEXT,
    "หนึ่งหรือสองประโยค ใช้ในรายการและผลการค้นหา",
    "One or two sentences for lists and search.")
    .called(&["สรุป", "คำอธิบาย", "รายละเอียด", "description"]);
#[rustfmt::skip]
const ALLOW: Key = key("allow", Tables(ALLOWED),
    "ข้อสังเกตที่ยอมรับ พร้อมเหตุผล (เฉพาะคำเตือนและคำแนะนำ)",
    "Findings accepted on purpose, with the reason; never errors.");

#[rustfmt::skip]
const ALSO: Keys = Keys::Listed(&[
    key("item", Item, "ข้อ เช่น \"o24\"", "The item.").required().reference(),
    key("components", WholeNumbers { min: 1, max: 99 },
        "องค์ประกอบของข้อนั้นที่เอกสารนี้แสดง",
        "Which of its components this document shows."),
]);

#[rustfmt::skip]
const ALLOWED: Keys = Keys::Listed(&[
    key("code", OneOf(codes),
        "รหัสของข้อสังเกต ดูคู่มือ diagnostics.md",
        "The finding's code, see diagnostics.md.").required().reference(),
    key("reason", Text, "เหตุผลที่ยอมรับ", "Why it is accepted.").required(),
    key("file", Text,
        "เฉพาะข้อสังเกตที่ชี้ไฟล์นี้", "Only findings that point at this file.").reference(),
]);

/// `framework.toml`.
#[rustfmt::skip]
pub(super) const FRAMEWORK: Keys = Keys::Listed(&[
    key("fiscal_year", Year,
        "ปี พ.ศ. ตรงกับชื่อโฟลเดอร์",
        "The Buddhist-era year, as the folder's name says."),
    LIST_SOURCE,
    key("provisional", TRUTH,
        "true: รายการนี้ยังไม่ยืนยันกับคู่มือของปี หน้าเว็บบอกผู้อ่าน",
        "The list is not confirmed by the official one of the year; pages say so."),
    SOURCES,
    PASS_MARK,
    LEVELS,
    INSTRUMENTS,
    key("form", Tables(FORM),
        "แบบที่กำหนดคอลัมน์ของตารางไว้", "Tables that are asked for in columns of their own."),
    key("indicator", Tables(INDICATOR), "ตัวชี้วัด", "Indicators.").required(),
]);

/// A file of the program, of years whose list of items is not known.
#[rustfmt::skip]
pub(super) const RESULTS: Keys = Keys::Listed(&[LIST_SOURCE, SOURCES, PASS_MARK, LEVELS, INSTRUMENTS]);

#[rustfmt::skip]
const LIST_SOURCE: Key = key("source", Text,
    "ที่มาของรายการ แสดงที่หน้าของปี",
    "Where this list is written down; shown on the year's page.");
#[rustfmt::skip]
const SOURCES: Key = key("sources", Table(Keys::Any(&Text)),
    "ความหมายของรหัสที่ใช้ใน source: รหัส = \"ที่มา\"",
    "What the signs in source stand for: a sign = \"a source\".");
#[rustfmt::skip]
const PASS_MARK: Key = key("pass_mark", NUMBER,
    "คะแนนรวมที่ถือว่าผ่าน เขียนไว้ก่อนหัวข้อ [ … ] แรก",
    "The total with which an agency passes; stands before the first [heading].");
#[rustfmt::skip]
const LEVELS: Key = key("level", Tables(LEVEL),
    "ระดับผลการประเมิน จากสูงไปต่ำ", "The scale of the year, highest first.");
#[rustfmt::skip]
const INSTRUMENTS: Key = key("instrument", Tables(INSTRUMENT),
    "แบบวัด น้ำหนักในคะแนนรวม และชื่อตัวชี้วัดที่ไม่ได้ดูจากหน้าเว็บ",
    "The instruments: what each weighs in the total, and its indicators that no page is asked for.");

#[rustfmt::skip]
const INSTRUMENT: Keys = Keys::Listed(&[
    key("name", Text, "ชื่อแบบวัด: IIT, EIT หรือ OIT", "IIT, EIT or OIT.").required().reference(),
    key("weight", NUMBER, "น้ำหนักในคะแนนรวม (ร้อยละ)", "Its part of the total, in percent."),
    SOURCE,
    CONFIDENCE,
    key("indicators", Tables(SCORED_INDICATOR),
        "ตัวชี้วัดของแบบสำรวจ ซึ่งไม่มีข้อให้เผยแพร่",
        "The indicators of a survey, for which there are no items."),
]);

#[rustfmt::skip]
const SCORED_INDICATOR: Keys = Keys::Listed(&[
    key("code", Text, "รหัส เช่น \"2\" ไม่ซ้ำ", "Its code, unique.").required().reference(),
    key("title", Text, "ชื่อตัวชี้วัด", "Its title.").required(),
    SOURCE,
    CONFIDENCE,
]);

#[rustfmt::skip]
const LEVEL: Keys = Keys::Listed(&[
    key("name", Text, "ชื่อระดับ", "Its name.").required(),
    key("min", NUMBER, "คะแนนรวมขั้นต่ำ", "The least total score."),
    key("each", NUMBER,
        "คะแนนขั้นต่ำของทุกแบบวัด ถ้ากำหนด",
        "The least score of every instrument, where asked for."),
]);

#[rustfmt::skip]
const INDICATOR: Keys = Keys::Listed(&[
    key("code", Text, "รหัส เช่น \"9\" ไม่ซ้ำ", "Its code, unique.").required().reference(),
    key("title", Text, "ชื่อตัวชี้วัด", "Its title.").required(),
    key("sub", Tables(SUB_INDICATOR), "ตัวชี้วัดย่อย", "Sub-indicators."),
]);

#[rustfmt::skip]
const SUB_INDICATOR: Keys = Keys::Listed(&[
    key("code", Text, "รหัส เช่น \"9.1\" ไม่ซ้ำ", "Its code, unique.").required().reference(),
    key("title", Text, "ชื่อตัวชี้วัดย่อย", "Its title.").required(),
    SOURCE,
    CONFIDENCE,
    key("item", Tables(ITEM), "ข้อ", "Items."),
]);

#[rustfmt::skip]
const ITEM: Keys = Keys::Listed(&[
    key("number", Whole { min: 1, max: 999 },
        "เลขข้อ ไม่ซ้ำ", "The item's number, unique.").required(),
    key("key", Text,
        "ชื่อเรื่องที่คงเดิมทุกปีแม้เลขข้อเปลี่ยน ไม่ซ้ำ",
        "The subject, the same in every year whatever the number; unique.").required().reference(),
    key("formerly", Texts,
        "key ของปีอื่นที่รวมเข้ามาในข้อนี้",
        "Keys of other years that were merged into this item.").reference(),
    key("group", LOOSE_TEXT, "หัวเรื่องย่อย", "The heading it stands under."),
    key("title", Text, "ชื่อข้อ", "Its title.").required(),
    RULE,
    CALENDAR,
    key("feed", OneOf(feeds),
        "ฟีดของปีที่รวมเอกสารของข้อนี้",
        "The feed of the year that its documents are in.").reference(),
    key("duties", SomeOf(duties),
        "สิ่งที่หน้าแรกต้องมี ซึ่งข้อนี้แสดง",
        "What a main page must carry and this item shows.").reference(),
    key("form", Text,
        "แบบของตารางในข้อนี้ ตามชื่อใน [[form]]",
        "The form that its table is wanted in: a name of [[form]].").reference(),
    key("machine_readable", TRUTH,
        "true: ขอตารางเป็น XLSX หรือ CSV ด้วย ไม่ใช่ PDF อย่างเดียว",
        "Its tables are wanted as XLSX or CSV too, not as PDF alone."),
    MONTHLY,
    NOTE,
    TAKES_NONE,
    SOURCE,
    CONFIDENCE,
    key("components", Tables(COMPONENT),
        "องค์ประกอบด้านข้อมูลที่ต้องแสดง ไม่มีคีย์นี้: ไม่ได้บันทึกไว้ รายการว่าง: ไม่มี",
        "Required components. Without this key they are not recorded; an empty list says that there are none."),
    key("advice", Tables(COMPONENT),
        "สิ่งที่แหล่งอื่นบอกว่าแบบถามด้วย แต่ยังยืนยันไม่ได้ แนะนำโดยไม่บังคับ",
        "What is said to be asked for, but not surely enough to require it."),
]);

#[rustfmt::skip]
const RULE: Key = key("rule", OneOf(rules),
    "กติกาของช่วงเวลา องค์ประกอบที่ไม่ใส่ใช้ของข้อ",
    "Which time is asked for; a component without one has that of the item.").reference();
#[rustfmt::skip]
const CALENDAR: Key = key("calendar", OneOf(calendars),
    "ปีงบประมาณเท่านั้น หรือปีปฏิทินก็ได้",
    "The fiscal year only, or the calendar year as well.").reference();
const MONTHLY: Key = key(
    "monthly",
    TRUTH,
    "ขอข้อมูลทุกเดือน",
    "Every month is asked for by itself.",
);
#[rustfmt::skip]
const NOTE: Key = key("note", LOOSE_TEXT,
    "หมายเหตุของแบบ เช่น กรณีองค์กรปกครองส่วนท้องถิ่น แสดงใต้ข้อความ",
    "The footnote of the official list, shown below.");
#[rustfmt::skip]
const TAKES_NONE: Key = key("none", LOOSE_TEXT,
    "แบบให้เผยแพร่ว่าไม่มีได้: ประโยคตัวอย่าง เช่น ไม่มีเรื่องร้องเรียน",
    "A statement that there is none is an answer; the words to say it with.");
#[rustfmt::skip]
const COMPONENT: Keys = Keys::Listed(&[
    key("text", Text, "ข้อความขององค์ประกอบ", "As the assessment words it.").required(),
    key("shown_by", ShownBy,
        "ชุดข้อมูลที่แสดงองค์ประกอบนี้ เช่น executives(name, phone|email) หรือ channels(kind=qa, url)",
        "The dataset that shows it when it is filled in.").reference(),
    key("optional", TRUTH,
        "(ถ้ามี): ไม่ทำให้ข้อไม่ครบ", "Never stands in the way of completeness."),
    RULE,
    CALENDAR,
    MONTHLY,
    NOTE,
    TAKES_NONE,
    SOURCE,
    CONFIDENCE,
]);

fn codes() -> Vec<(&'static str, &'static str)> {
    problem::codes().iter().map(|code| (*code, "")).collect()
}

fn public_statuses() -> Vec<(&'static str, &'static str)> {
    let meaning = |status| match status {
        PublicStatus::Full => "สถานะพร้อมเหตุผล · all of it, with reasons",
        PublicStatus::Published => "เผยแพร่แล้วหรือยังเท่านั้น · only whether it is published",
        PublicStatus::None => "ไม่แสดงสถานะ · nothing of it",
    };
    Vec::from(PublicStatus::NAMES.map(|(name, status)| (name, meaning(status))))
}

fn rules() -> Vec<(&'static str, &'static str)> {
    let meaning = |rule| match rule {
        Rule::Any => "ไม่กำหนดเวลา · any time",
        Rule::Current => "ข้อมูลของปีนั้น · something of the year",
        Rule::FirstHalf => "หกเดือนแรก ต.ค.–มี.ค. · October to March",
        Rule::Previous => "ทั้งปีก่อน · the year before",
        Rule::Spans => "แผนที่คลุมทั้งปี · a plan that covers the year",
    };
    Vec::from(Rule::NAMES.map(|(name, rule)| (name, meaning(rule))))
}

fn calendars() -> Vec<(&'static str, &'static str)> {
    let meaning = |calendar| match calendar {
        Calendar::Fiscal => "ปีงบประมาณ · the fiscal year",
        Calendar::Either => "ปีงบประมาณหรือปีปฏิทิน · the fiscal or the calendar year",
    };
    Vec::from(Calendar::NAMES.map(|(name, calendar)| (name, meaning(calendar))))
}

fn feeds() -> Vec<(&'static str, &'static str)> {
    let meaning = |feed| match feed {
        Feed::News => "ข่าวสาร · news",
        Feed::Procurement => "การจัดซื้อจัดจ้าง · procurement",
    };
    Vec::from(Feed::NAMES.map(|(name, feed)| (name, meaning(feed))))
}

fn duties() -> Vec<(&'static str, &'static str)> {
    let meaning = |duty| match duty {
        Duty::Contact => "ที่อยู่และการติดต่อ · how the agency is reached",
        Duty::Qa => "ช่องทางถาม–ตอบ · questions and answers",
        Duty::Social => "เครือข่ายสังคมออนไลน์ · social networks",
        Duty::EService => "บริการออนไลน์ · electronic services",
        Duty::FraudComplaint => "ช่องทางแจ้งเรื่องทุจริต · where corruption is reported",
        Duty::PrivacyPolicy => "นโยบายคุ้มครองข้อมูล · the privacy policy",
        Duty::Complaint => "ช่องทางร้องเรียนทั่วไป · where other complaints go",
        Duty::Opinion => "ช่องทางรับฟังความคิดเห็น · where opinions are heard",
        Duty::EitSurvey => "แบบวัด EIT · the survey of visitors",
    };
    Vec::from(Duty::NAMES.map(|(name, duty)| (name, meaning(duty))))
}

/// The keys of a name, wherever they stand: a line by itself does not say in which table it is.
pub(super) fn named(name: &str) -> Vec<Key> {
    let mut found = Vec::new();
    for keys in [DOCUMENT, SITE, FRAMEWORK] {
        keys.add_named(name, &mut found);
    }
    found
}

/// The name of a key that is called so below a table heading, in any kind of file.
pub(super) fn named_as(word: &str, heading: &str) -> Option<&'static str> {
    let mut kinds = [DOCUMENT, SITE, FRAMEWORK].into_iter();
    let key = kinds.find_map(|keys| keys.below(heading)?.called(word));
    key.map(|key| key.name)
}

/// What a key takes below a table heading, in any kind of file; `None` where it may not stand.
pub(super) fn takes_below(name: &str, heading: &str) -> Option<ValueType> {
    let mut kinds = [DOCUMENT, SITE, FRAMEWORK].into_iter();
    kinds.find_map(|keys| keys.below(heading)?.takes(name))
}

/// Whether the webmaster gives the keys below a table heading their names.
pub(super) fn takes_others(heading: &str) -> bool {
    let mut kinds = [DOCUMENT, SITE, FRAMEWORK].into_iter();
    kinds.any(|keys| {
        keys.below(heading)
            .is_some_and(|keys| keys.others().is_some())
    })
}
