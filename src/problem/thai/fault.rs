//! The sentences in Thai of faults that have many faces.

use crate::model::{DateFault, PeriodFault};
use crate::problem::{Expected, OutputRefusal, RolloverRefusal, TableFault, TomlFault};

pub(super) fn date_message(text: &str, fault: &DateFault) -> String {
    if text.trim().is_empty() {
        return "ยังไม่ได้กรอกวันที่".to_owned();
    }
    match fault {
        DateFault::Shape => format!("`{text}` ไม่ใช่วันที่ในรูป ปี-เดือน-วัน"),
        DateFault::NoSuchDay => format!("ไม่มีวันที่ `{text}` ในปฏิทิน"),
        DateFault::EraSlip(year) => {
            format!("ปีของ `{text}` คลาดไป 543 ปี น่าจะหมายถึง พ.ศ. {year}")
        }
        DateFault::Year => format!("ปีของ `{text}` ไม่น่าเป็นไปได้"),
    }
}

pub(super) fn period_message(text: &str, fault: &PeriodFault) -> String {
    if text.trim().is_empty() {
        return "ยังไม่ได้กรอกช่วงเวลา".to_owned();
    }
    match fault {
        PeriodFault::Shape => format!("`{text}` ไม่ใช่ช่วงเวลาที่รู้จัก"),
        PeriodFault::CommonEra(meant) => {
            format!("`{text}` เป็นปี ค.ศ. คลาดไป 543 ปี ให้ใช้ปี พ.ศ. คือ {meant}")
        }
        PeriodFault::Backwards => format!("ช่วงเวลา `{text}` จบก่อนเริ่ม"),
    }
}

pub(super) fn rollover_message(years: &str, why: &RolloverRefusal) -> String {
    match why {
        RolloverRefusal::NotAYear(text) => format!("`{text}` ไม่ใช่ปี พ.ศ."),
        RolloverRefusal::CommonEra(text) => format!("`{text}` เป็นปี ค.ศ. คำสั่งนี้ใช้ปี พ.ศ."),
        RolloverRefusal::NotLater => format!("`{years}`: ปีใหม่ต้องมาหลังปีเดิม"),
        RolloverRefusal::TooFar => format!("`{years}`: สองปีนี้ห่างกันเกินไป"),
        RolloverRefusal::NoSource(known) if known.is_empty() => {
            format!("`{years}`: เว็บไซต์นี้ยังไม่มีปีใดให้ยกมา")
        }
        RolloverRefusal::NoSource(known) => {
            let known = known.join(", ");
            format!("`{years}`: เว็บไซต์นี้ไม่มีปีที่จะยกมา มีแต่ {known}")
        }
    }
}

pub(super) fn table_message(why: &TableFault) -> String {
    match why {
        TableFault::Damaged => "อ่านตารางไม่ได้ ไฟล์เสียหรือไม่ใช่ไฟล์ตามนามสกุล".to_owned(),
        TableFault::Password => "อ่านตารางไม่ได้ ไฟล์ตั้งรหัสผ่านไว้".to_owned(),
        TableFault::OldExcel => {
            "อ่านตารางไม่ได้ เนื้อไฟล์เป็น Excel รุ่นเก่า (.xls) แม้ชื่อลงท้ายด้วย .xlsx".to_owned()
        }
        TableFault::NotCsv => "อ่านตารางไม่ได้ เนื้อไฟล์ไม่ใช่ข้อความ CSV".to_owned(),
        TableFault::TooLarge { most_mb } => {
            format!("ไฟล์ใหญ่เกิน {most_mb} MB จึงไม่แสดงเป็นตาราง")
        }
        TableFault::Unpacked => "ไฟล์นี้คลายออกแล้วใหญ่เกินไป จึงไม่แสดงเป็นตาราง".to_owned(),
        TableFault::Failed(reason) => format!("เปิดอ่านไม่ได้: {reason}"),
    }
}

pub(super) fn table_help(why: &TableFault) -> String {
    match why {
        TableFault::Damaged | TableFault::OldExcel => {
            "เปิดไฟล์ใน Excel แล้วบันทึกเป็นชนิด สมุดงาน Excel (*.xlsx)".to_owned()
        }
        TableFault::Password => {
            "เปิดไฟล์ใน Excel ลบรหัสผ่านออก แล้วบันทึก ผู้อ่านก็เปิดไฟล์ที่มีรหัสผ่านไม่ได้".to_owned()
        }
        TableFault::NotCsv => "เปิดไฟล์ใน Excel แล้วบันทึกเป็น .xlsx และแก้ file ให้ตรงกับชื่อใหม่".to_owned(),
        TableFault::TooLarge { .. } | TableFault::Unpacked => {
            "แบ่งเป็นไฟล์ที่เล็กลง หรือย้ายไฟล์นี้ไปไว้ใน files".to_owned()
        }
        TableFault::Failed(_) => "ตรวจสิทธิ์ของไฟล์ และปิดโปรแกรมอื่นที่เปิดไฟล์นี้ค้างอยู่".to_owned(),
    }
}

pub(super) fn expected_thai(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "ข้อความในเครื่องหมายคำพูด",
        Expected::TextOrList => "ข้อความ หรือรายการของข้อความ",
        Expected::WholeNumber => "จำนวนเต็ม",
        Expected::Number => "ตัวเลข",
        Expected::Truth => " true หรือ false",
        Expected::Date => "วันที่",
        Expected::Period => "ช่วงเวลา",
        Expected::Table => "ตาราง [ชื่อ]",
        Expected::Tables | Expected::Rows => "รายการของตาราง [[ชื่อ]]",
        Expected::ListOfText => "รายการของข้อความ",
        Expected::ListOfWholeNumbers => "รายการของจำนวนเต็ม",
        Expected::ListOfItems => "รายการของข้อ",
        Expected::Bidders => "รายการของผู้เสนอราคา",
    }
}

pub(super) fn expected_help(key: &str, expected: Expected) -> String {
    let example = match expected {
        Expected::Text => "\"ข้อความ\"",
        Expected::TextOrList => "\"clerk\" หรือ [\"clerk\", \"finance\"]",
        Expected::WholeNumber => "12",
        Expected::Number if key == "score" => "92.50",
        Expected::Number => "250000 หรือ \"250,000\"",
        Expected::Truth => "true",
        Expected::Date => "\"2566-01-31\"",
        Expected::Period => "\"2566-H1\"",
        Expected::Table => return format!("เขียนหัวตาราง [{key}] แล้วใส่คีย์ในบรรทัดถัดไป"),
        Expected::Rows => return format!("เขียนหัวแถว [[data.{key}]] แล้วใส่คอลัมน์ในบรรทัดถัดไป"),
        Expected::Tables => return format!("เขียนหัวแถว [[{key}]] แล้วใส่คีย์ในบรรทัดถัดไป"),
        Expected::ListOfText => "[\"ก\", \"ข\"]",
        Expected::ListOfWholeNumbers => "[1, 2]",
        Expected::ListOfItems => "[\"o13\", { item = \"o24\", components = [1] }]",
        Expected::Bidders => "[{ name = \"บริษัท ก\", price = 100000 }]",
    };
    format!("เขียนเป็น {key} = {example}")
}

pub(super) fn toml_message(fault: &TomlFault) -> String {
    match fault {
        TomlFault::Key => "ชื่อคีย์ต้องเป็นอักษรอังกฤษ ตัวเลข - หรือ _ เท่านั้น".to_owned(),
        TomlFault::Unquoted => "ข้อความต้องอยู่ในเครื่องหมายคำพูด \" \"".to_owned(),
        TomlFault::NoValue => "ไม่มีค่าหลังเครื่องหมาย =".to_owned(),
        TomlFault::UnclosedText => "เปิดเครื่องหมายคำพูดแล้วไม่ได้ปิดในบรรทัดเดียวกัน".to_owned(),
        TomlFault::MixedQuotes => "เครื่องหมายคำพูดที่เปิดกับที่ปิดไม่เหมือนกัน".to_owned(),
        TomlFault::LeadingZero => "ตัวเลขขึ้นต้นด้วย 0 ไม่ได้".to_owned(),
        TomlFault::Duplicate(key) => format!("คีย์ `{key}` เขียนไว้แล้วก่อนหน้านี้"),
        TomlFault::UnclosedTable => "หัวตารางไม่มี ] ปิดท้าย".to_owned(),
        TomlFault::NoEquals => "คีย์ไม่มีเครื่องหมาย = ตามหลัง".to_owned(),
        TomlFault::List => "รายการในวงเล็บ [ ] ขาดจุลภาคหรือไม่ได้ปิด".to_owned(),
        TomlFault::TwoOnALine => "บรรทัดนี้มีอย่างอื่นต่อท้ายค่า".to_owned(),
        TomlFault::Escape => "เครื่องหมาย \\ ในข้อความต้องตามด้วยตัวอักษรที่มีความหมาย".to_owned(),
        TomlFault::Other(detail) => format!("รูปแบบ TOML ผิด ({detail})"),
    }
}

pub(super) fn toml_help(fault: &TomlFault) -> String {
    match fault {
        TomlFault::Key => "ใช้ชื่อคีย์ภาษาอังกฤษตามคู่มือ เช่น title = \"ชื่อเอกสาร\"".to_owned(),
        TomlFault::Unquoted => "เขียนเป็น คีย์ = \"ข้อความ\" ใช้เครื่องหมาย \" ตรง ไม่ใช่ “ ”".to_owned(),
        TomlFault::NoValue => "ใส่ค่า เช่น title = \"ชื่อเอกสาร\" หรือลบทั้งบรรทัด".to_owned(),
        TomlFault::UnclosedText => "เพิ่ม \" ที่ท้ายข้อความ".to_owned(),
        TomlFault::MixedQuotes => "ใช้ \" ทั้งต้นและท้ายข้อความ".to_owned(),
        TomlFault::LeadingZero => {
            "หมายเลขโทรศัพท์หรือรหัส ครอบด้วย \" \" ส่วนจำนวน ลบ 0 ข้างหน้าออก".to_owned()
        }
        TomlFault::Duplicate(_) => "เหลือไว้บรรทัดเดียว".to_owned(),
        TomlFault::UnclosedTable => "เขียนเป็น [ชื่อ] หรือ [[ชื่อ]]".to_owned(),
        TomlFault::NoEquals => "เขียนเป็น คีย์ = ค่า".to_owned(),
        TomlFault::List => {
            "คั่นทุกค่าด้วยจุลภาค แล้วปิดด้วย ] เช่น [1, 2] หรือ [\"clerk\", \"finance\"]".to_owned()
        }
        TomlFault::TwoOnALine => "ขึ้นบรรทัดใหม่สำหรับแต่ละคีย์ หรือใส่ # หน้าหมายเหตุ".to_owned(),
        TomlFault::Escape => "ใช้ / แทน \\ ในชื่อไฟล์ หรือครอบข้อความด้วย ' '".to_owned(),
        TomlFault::Other(_) => "เทียบกับตัวอย่างในคู่มือ docs/content.md".to_owned(),
    }
}

pub(super) fn refusal_message(folder: &str, why: &OutputRefusal) -> String {
    match why {
        OutputRefusal::Foreign => {
            format!("โฟลเดอร์ `{folder}` มีไฟล์ที่โปรแกรมนี้ไม่ได้เขียน จึงไม่แตะต้อง")
        }
        OutputRefusal::ForeignFile(path) => {
            format!("`{path}` ใน `{folder}` ไม่ใช่ไฟล์ที่โปรแกรมนี้เขียน จึงไม่เขียนทับ")
        }
        OutputRefusal::IsFile => format!("`{folder}` เป็นไฟล์ ไม่ใช่โฟลเดอร์"),
        OutputRefusal::Link(Some(target)) => format!("`{folder}` เป็นทางลัดไปยัง `{target}`"),
        OutputRefusal::Link(None) => format!("`{folder}` เป็นทางลัดที่ไม่นำไปยังโฟลเดอร์ใด"),
        OutputRefusal::LinkInside(path) => {
            format!("`{path}` ใน `{folder}` เป็นทางลัดที่นำออกไปที่อื่น โปรแกรมจึงไม่เขียนหรือลบอะไรผ่านทางลัดนี้")
        }
        OutputRefusal::HoldsSite => format!("`{folder}` เป็นที่เก็บเนื้อหาของเว็บไซต์ ใช้เป็นที่เผยแพร่ไม่ได้"),
        OutputRefusal::Busy => format!("มีการสร้างเว็บไซต์ลง `{folder}` ค้างอยู่แล้ว"),
        OutputRefusal::Manifest => format!("รายการไฟล์ .oit-manifest ใน `{folder}` เสียหาย"),
    }
}

pub(super) fn refusal_help(why: &OutputRefusal) -> String {
    match why {
        OutputRefusal::Busy => "รอให้เสร็จก่อน แล้วสั่งใหม่".to_owned(),
        OutputRefusal::Manifest => "ลบไฟล์ .oit-manifest แล้วล้างโฟลเดอร์ให้ว่าง จากนั้นสร้างใหม่".to_owned(),
        OutputRefusal::Link(Some(target)) => {
            format!("พิมพ์ชื่อโฟลเดอร์จริง: oit build --out \"{target}\" หรือลบทางลัดแล้วสร้างใหม่")
        }
        OutputRefusal::Link(None) => "ลบทางลัดนั้น แล้วสั่ง oit build ใหม่".to_owned(),
        OutputRefusal::LinkInside(_) => {
            "ลบทางลัดนั้น (ไม่ใช่โฟลเดอร์ที่มันชี้ไป) แล้วสั่ง oit build ใหม่".to_owned()
        }
        _ => "เลือกโฟลเดอร์ว่างด้วย --out โฟลเดอร์ หรือย้ายไฟล์เดิมออกไปก่อน".to_owned(),
    }
}

pub(super) fn baseline_message(path: &str, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => format!("เปิดอ่าน `{path}` ไม่ได้: {reason}"),
        None => format!("`{path}` ไม่ใช่ checklist.json ที่โปรแกรมนี้เขียน"),
    }
}
