//! The keys of `framework.toml`: the list of a year's items, and how its results are reckoned.

use super::key::ValueType::{OneOf, ShownBy, SomeOf, Table, Tables, Text, Texts, Whole, Year};
use super::key::{Key, Keys, LOOSE_TEXT, NUMBER, TRUTH, key};
use super::official_form::FORM;
use super::provenance::{CONFIDENCE, SOURCE};
use crate::model::{Calendar, Duty, Feed, Rule};

/// `framework.toml`.
#[rustfmt::skip]
pub(in crate::parse) const FRAMEWORK: Keys = Keys::Listed(&[
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
pub(in crate::parse) const RESULTS: Keys = Keys::Listed(&[LIST_SOURCE, SOURCES, PASS_MARK, LEVELS, INSTRUMENTS]);

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
