//! The sentences in Thai: what is wrong, and what to do.
//!
//! One arm per [`Problem`]; nothing else, so that a reader of Thai can go through them in one go.

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
    baseline_message, date_message, expected_help, expected_thai, period_message, refusal_help,
    refusal_message, rollover_message, table_help, table_message, toml_help, toml_message,
};
use self::reason::{reason_help, reason_message};
use super::problem::Problem;
use super::{EXAMPLE_FILE, either, item_folder, lines_to_type, quoted};
use crate::model::{DateFault, PeriodFault, meant_date, meant_month};

/// What is wrong.
pub(super) fn message(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => "ไฟล์นี้ไม่ได้บันทึกเป็น UTF-8 จึงอ่านภาษาไทยไม่ได้".to_owned(),
        Problem::TextTooLarge { mb, most_mb } => {
            format!("ไฟล์ข้อความใหญ่ {mb} MB เกิน {most_mb} MB จึงไม่ได้อ่าน")
        }
        Problem::Unreadable { reason } => match reason {
            Some(reason) => format!("เปิดอ่านไม่ได้: {reason}"),
            None => "เป็นทางลัด (symbolic link) ซึ่งโปรแกรมไม่ตามไป จึงไม่ถูกเผยแพร่".to_owned(),
        },
        Problem::TomlSyntax { fault, .. } => toml_message(fault),
        Problem::YamlFrontMatter { .. } => {
            "ส่วนหัวเขียนแบบ YAML (---) ระบบนี้ใช้ TOML ระหว่างบรรทัด +++".to_owned()
        }
        Problem::FrontMatterMissing => "ไม่มีส่วนหัว +++ ที่ต้นไฟล์".to_owned(),
        Problem::FrontMatterUnclosed => "ส่วนหัวเปิดด้วย +++ แต่ไม่มีบรรทัด +++ ปิดท้าย".to_owned(),
        Problem::UnknownKey { key, .. } => format!("ไม่รู้จักคีย์ `{key}`"),
        Problem::MissingKey { key } => format!("ขาดคีย์ `{key}`"),
        Problem::EmptyValue { key } => format!("คีย์ `{key}` ว่างเปล่า"),
        Problem::WrongType { key, expected, .. } => {
            format!("`{key}` ต้องเป็น{}", expected_thai(*expected))
        }
        Problem::BadDate { text, fault } => date_message(text, fault),
        Problem::BadPeriod { text, fault, .. } => period_message(text, fault),
        Problem::BadChoice { key, value, .. } => format!("`{key}` ไม่มีตัวเลือก `{value}`"),
        Problem::OutOfRange { key, min, max } => {
            format!("`{key}` ต้องอยู่ระหว่าง {min} ถึง {max}")
        }
        Problem::Placeholder { key, value } => {
            format!("`{key}` ยังเป็นค่าตัวอย่าง `{value}` ที่ oit init ใส่ไว้")
        }
        Problem::BadBaseUrl { text } => format!("`{text}` ไม่ใช่ที่อยู่เว็บไซต์"),
        Problem::BadAccent { text } => format!("`{text}` ไม่ใช่รหัสสี"),
        Problem::UnknownFolder { name } => {
            format!("โฟลเดอร์ `{name}` ไม่ใช่ปีงบประมาณ ไม่ใช่ข้อ OIT และไม่ใช่ pages")
        }
        Problem::UnknownYear { year, meant, .. } => match meant {
            Some(meant) => format!("โฟลเดอร์ `{year}` เป็นปี ค.ศ. คลาดไป 543 ปี ควรเป็น พ.ศ. {meant}"),
            None => format!("ยังไม่มีกรอบตัวชี้วัดของปี {year}"),
        },
        Problem::UnknownItem { name, .. } => format!("ไม่มีข้อ `{name}` ในกรอบตัวชี้วัดของปีนี้"),
        Problem::DuplicateItem { item, other } => {
            format!("ข้อ {item} มีสองโฟลเดอร์ อีกโฟลเดอร์คือ `{other}`")
        }
        Problem::DuplicateDocument { other } => {
            format!("เอกสารนี้ใช้ชื่อเดียวกับ `{other}` ซึ่งจะได้ที่อยู่เดียวกัน")
        }
        Problem::StrayFile => "ไฟล์นี้ไม่ได้อยู่ในโฟลเดอร์ของข้อใด จึงไม่ถูกเผยแพร่".to_owned(),
        Problem::MisplacedDocument => {
            "เอกสารอยู่ในโฟลเดอร์ย่อย ซึ่งเก็บได้เฉพาะไฟล์หลักฐาน จึงไม่ถูกเผยแพร่".to_owned()
        }
        Problem::DoubleEnding { meant } => {
            format!("ชื่อไฟล์ลงท้ายซ้ำสองชั้น โปรแกรมจึงไม่เห็นว่าเป็นเอกสาร น่าจะหมายถึง `{meant}`")
        }
        Problem::WindowsName { .. } => {
            "Windows เก็บไฟล์หรือโฟลเดอร์ชื่อนี้ไม่ได้ เครื่องที่ใช้ Windows จะคัดลอก เปิด หรือสร้างเว็บไซต์นี้ไม่ได้"
                .to_owned()
        }
        Problem::AddressClash { address, other } => {
            format!("ที่อยู่ {address} ซ้ำกับ `{other}`")
        }
        Problem::NoYear => "ยังไม่มีโฟลเดอร์ปีงบประมาณใน content".to_owned(),
        Problem::OldYear { year, now } => {
            format!("ปีล่าสุดของเว็บไซต์คือ {year} แต่ขณะนี้เป็นปีงบประมาณ {now}")
        }
        Problem::YearWithoutFolder { year } => {
            format!("fiscal_year เป็น {year} แต่ไม่มีโฟลเดอร์ content/{year}")
        }
        Problem::FrameworkYear { found, folder } => {
            format!("กรอบตัวชี้วัดระบุปี {found} แต่อยู่ในโฟลเดอร์ของปี {folder}")
        }
        Problem::FrameworkDuplicate { what, value } => format!("{what} `{value}` ซ้ำในกรอบเดียวกัน"),
        Problem::BadShownBy { text, part } => format!("shown_by `{text}` ไม่ถูกต้องที่ `{part}`"),
        Problem::UnknownUnit { id, .. } => format!("ไม่มีหน่วยงาน `{id}` ใน [units] ของ site.toml"),
        Problem::ComponentOutOfRange {
            item,
            number,
            count,
        } => {
            format!("ไม่มีองค์ประกอบที่ {number} ข้อ {item} มี {count} องค์ประกอบ")
        }
        Problem::FileNotFound { path, .. } => format!("ไม่พบไฟล์ `{path}`"),
        Problem::OutsideSite { path } => format!("`{path}` ชี้ออกนอกโฟลเดอร์ของเว็บไซต์"),
        Problem::BrokenLink { href, .. } => format!("ลิงก์ `{href}` ไม่นำไปที่ใดในเว็บไซต์นี้"),
        Problem::BrokenAnchor { anchor, .. } => format!("หน้าปลายทางไม่มีหัวข้อ `{anchor}`"),
        Problem::UnpublishedTarget { href } => {
            format!("ลิงก์ `{href}` นำไปยังเอกสารที่ยังไม่เผยแพร่ ผู้อ่านจะเปิดไม่ได้")
        }
        Problem::UnsafeLink { href } => format!("ลิงก์ `{href}` ใช้ไม่ได้บนหน้าเว็บ"),
        Problem::TableEnding { name } => {
            format!("แสดง `{name}` เป็นตารางไม่ได้ ตารางใช้ไฟล์ .xlsx หรือ .csv")
        }
        Problem::TableUnreadable { why } => table_message(why),
        Problem::SheetNotFound { name, sheets, .. } => match &sheets[..] {
            [] => format!("ไฟล์นี้ไม่มีแผ่นงานชื่อ `{name}`"),
            sheets => format!("ไฟล์นี้ไม่มีแผ่นงานชื่อ `{name}` มีแต่ {}", quoted(sheets)),
        },
        Problem::TableEmpty => "ตารางในไฟล์นี้ยังว่าง หน้าเว็บจึงมีแต่ลิงก์ไปยังไฟล์".to_owned(),
        Problem::TableCut { extent } => format!(
            "ตารางใหญ่เกินหนึ่งหน้า แสดง {} จาก {} แถว และ {} จาก {} คอลัมน์",
            extent.rows, extent.all_rows, extent.columns, extent.all_columns
        ),
        Problem::UnknownCode { code, .. } => format!("ไม่มีรหัสข้อสังเกต `{code}`"),
        Problem::UnknownTheme { name } => format!("ไม่มีธีมชื่อ `{name}`"),
        Problem::Template { message } => format!("แม่แบบของธีมผิด: {message}"),
        Problem::Stub => "เอกสารนี้ยังไม่มีเนื้อหา จึงยังไม่เผยแพร่และไม่นับ".to_owned(),
        Problem::Incomplete(reason) => reason_message(reason),
        Problem::DatasetGap {
            kind,
            row,
            name,
            columns,
            component,
        } => format!(
            "ตาราง {} แถวที่ {row}{} ยังไม่กรอก {} องค์ประกอบที่ {component} จึงยังไม่ครบ",
            kind.name(),
            name.as_ref()
                .map(|name| format!(" `{name}`"))
                .unwrap_or_default(),
            either(columns, "ช่องใดช่องหนึ่งใน")
        ),
        Problem::CalendarOnly { window } => format!(
            "ช่วงเวลาตรงตามปีปฏิทินเท่านั้น ไม่ครบตามปีงบประมาณ ({})",
            window.thai()
        ),
        Problem::UnownedFile => "ไม่มีเอกสารใดอ้างถึงไฟล์นี้ จึงแสดงไว้แต่ไม่นับเป็นหลักฐาน".to_owned(),
        Problem::StaleYear {
            found,
            wanted,
            in_file_name,
        } => {
            let what = if *in_file_name {
                "ชื่อไฟล์"
            } else {
                "ชื่อเรื่อง"
            };
            format!("{what}ระบุปี {found} แต่ข้อนี้ใช้หลักฐานของปี {wanted}")
        }
        Problem::Drift(fault) => drift::message(fault),
        Problem::Evidence(fault) => evidence::message(fault),
        Problem::Link(fault) => link::message(fault),
        Problem::Owed(fault) => owed::message(fault),
        Problem::Personal(fault) => personal::message(fault),
        Problem::Text(fault) => text::message(fault),
        Problem::Typed(fault) => typed::message(fault),
        Problem::NotASite { folder } => {
            format!("ไม่พบ site.toml ใน `{folder}` และโฟลเดอร์ที่อยู่เหนือขึ้นไป")
        }
        Problem::OutputRefused { folder, why } => refusal_message(folder, why),
        Problem::BaselineRefused { path, reason } => baseline_message(path, reason.as_deref()),
        Problem::InitRefused { path } => format!("มี `{path}` อยู่แล้ว จึงไม่เขียนทับ"),
        Problem::RolloverRefused { years, why, .. } => rollover_message(years, why),
    }
}

/// What to do, or type.
pub(super) fn help(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => {
            "เปิดไฟล์ใน Notepad เลือก บันทึกเป็น แล้วตั้งการเข้ารหัสเป็น UTF-8 (ไฟล์เก่ามักเป็น Windows-874)".to_owned()
        }
        Problem::TextTooLarge { .. } => {
            "แบ่งเป็นหลายไฟล์ ตารางใหญ่ให้วางเป็น .xlsx หรือ .csv แล้วเขียน [[table]] file = \"ชื่อไฟล์.xlsx\"".to_owned()
        }
        Problem::Unreadable { reason } => match reason {
            Some(_) => "ตรวจสิทธิ์ของไฟล์ และปิดโปรแกรมอื่นที่เปิดไฟล์นี้ค้างอยู่".to_owned(),
            None => "คัดลอกไฟล์จริงมาวางแทนทางลัด".to_owned(),
        },
        Problem::TomlSyntax { meant: Some(meant), .. }
        | Problem::WrongType { meant: Some(meant), .. } => format!("เขียนเป็น {meant}"),
        Problem::TomlSyntax { fault, .. } => toml_help(fault),
        Problem::YamlFrontMatter { converted } => format!("เขียนส่วนหัวใหม่ดังนี้\n{converted}"),
        Problem::FrontMatterMissing => {
            "เริ่มไฟล์ด้วยบรรทัดเหล่านี้\n+++\ntitle = \"ชื่อเอกสาร\"\ndate = \"2566-01-31\"\n+++".to_owned()
        }
        Problem::FrontMatterUnclosed => "เพิ่มบรรทัด +++ ต่อจากคีย์สุดท้าย ก่อนเนื้อหา".to_owned(),
        Problem::UnknownKey { above: true, .. } => {
            "ย้ายบรรทัดนี้ขึ้นไปไว้เหนือหัวตาราง [ ] แรกของส่วนหัว".to_owned()
        }
        Problem::UnknownKey { near, .. } => near_thai(
            near.as_deref(),
            "ลบคีย์นี้ หรือดูรายชื่อคีย์ในคู่มือ docs/content.md",
        ),
        Problem::MissingKey { key } => match key.as_str() {
            "title" => "เพิ่มบรรทัด title = \"ชื่อเอกสาร\"".to_owned(),
            "date" => "เพิ่มบรรทัด date = \"2566-01-31\" (วันที่เผยแพร่)".to_owned(),
            _ => format!("เพิ่มบรรทัด {key} = …"),
        },
        Problem::EmptyValue { .. } => "กรอกค่า หรือลบทั้งบรรทัด".to_owned(),
        Problem::WrongType { key, expected, .. } => expected_help(key, *expected),
        Problem::BadDate { text, .. } if text.trim().is_empty() => {
            "กรอกวันที่ เช่น \"2566-01-31\" หรือลบทั้งบรรทัด".to_owned()
        }
        Problem::BadPeriod { text, .. } if text.trim().is_empty() => {
            "กรอกช่วงเวลา เช่น \"2566-01\" หรือลบทั้งบรรทัด".to_owned()
        }
        Problem::BadDate { text, .. } if meant_date(text).is_some() => format!(
            "แก้เป็น \"{}\" หรือสั่ง oit check --fix",
            meant_date(text).unwrap_or_default()
        ),
        Problem::BadDate { fault, .. } => match fault {
            DateFault::EraSlip(year) => format!("แก้ปีเป็น {year} (พ.ศ.) หรือ {} (ค.ศ.)", year - 543),
            _ => "เขียนเป็น \"2566-01-31\" (พ.ศ.) หรือ \"2023-01-31\" (ค.ศ.) ปีที่มากกว่า 2400 ถือเป็น พ.ศ."
                .to_owned(),
        },
        Problem::BadPeriod { text, meant: Some(meant), .. } => match meant_month(text) {
            Some(_) => format!("แก้เป็น {meant} หรือสั่ง oit check --fix"),
            None => format!("แก้เป็น {meant}"),
        },
        Problem::BadPeriod { fault, .. } => match fault {
            PeriodFault::CommonEra(meant) => format!("แก้เป็น \"{meant}\""),
            PeriodFault::Backwards => "สลับต้นกับปลาย เช่น \"2565..2566\"".to_owned(),
            PeriodFault::Shape => {
                "ใช้รูปใดรูปหนึ่ง: \"2566\" ปีงบประมาณ, \"2566-H1\" ครึ่งปี, \"2566-Q3\" ไตรมาส, \"2566-01\" เดือนมกราคม 2566, \"2566..2570\" ช่วงหลายปี".to_owned()
            }
        },
        Problem::BadChoice { choices, near, .. } => near_thai(
            near.as_deref(),
            &format!("เลือกหนึ่งใน: {}", choices.join(", ")),
        ),
        Problem::OutOfRange { .. } => "แก้ตัวเลขให้อยู่ในช่วงนี้".to_owned(),
        Problem::Placeholder { key: "base_url", .. } => {
            "แก้เป็นที่อยู่จริงของเว็บไซต์ ขึ้นต้นด้วย https:// แล้วสร้างใหม่ ที่อยู่ในตารางสำหรับส่ง ITAS มาจากบรรทัดนี้".to_owned()
        }
        Problem::Placeholder { key, .. } => {
            format!("พิมพ์ชื่อหน่วยงานของท่าน เช่น {key} = \"เทศบาลตำบลบ้านใหม่\"")
        }
        Problem::BadBaseUrl { .. } => {
            "เขียนที่อยู่เต็ม เช่น base_url = \"https://www.example.go.th/\" ชื่อโดเมนภาษาไทยเขียนในรูป xn--".to_owned()
        }
        Problem::BadAccent { .. } => "เขียนเป็นเลขฐานสิบหกหกหลัก เช่น accent = \"#1d5c3a\"".to_owned(),
        Problem::UnknownFolder { .. } => {
            "เปลี่ยนชื่อเป็นปี พ.ศ. เช่น 2566 หรือข้อ เช่น o12 ถ้าไม่ต้องการเผยแพร่ ให้ขึ้นต้นชื่อด้วย _".to_owned()
        }
        Problem::UnknownYear { year, start: Some(start), .. } => format!(
            "เริ่มจากปีล่าสุดที่โปรแกรมมี: oit init โฟลเดอร์ --year {start} แล้วสั่งในโฟลเดอร์นั้น oit rollover {start} {year}"
        ),
        Problem::UnknownYear { year, meant, .. } => match meant {
            Some(meant) => format!("เปลี่ยนชื่อโฟลเดอร์จาก {year} เป็น {meant}"),
            None => format!("วางไฟล์ framework.toml ของปีนั้นไว้ใน content/{year} หรือตรวจเลขปีในชื่อโฟลเดอร์"),
        },
        Problem::UnknownItem { last, .. } => match last {
            Some(last) => format!("ปีนี้มีข้อ o1 ถึง {last} ตรวจเลขข้ออีกครั้ง"),
            None => "ตรวจเลขข้ออีกครั้ง".to_owned(),
        },
        Problem::DuplicateItem { .. } => "ย้ายไฟล์ทั้งหมดไปไว้ในโฟลเดอร์เดียว แล้วลบอีกโฟลเดอร์".to_owned(),
        Problem::DuplicateDocument { .. } => "รวมเป็นไฟล์เดียว หรือเปลี่ยนชื่อไฟล์หนึ่ง".to_owned(),
        Problem::StrayFile => "ย้ายไปไว้ในโฟลเดอร์ของข้อ เช่น content/2566/o12/".to_owned(),
        Problem::MisplacedDocument => "ย้ายไฟล์ขึ้นมาไว้ในโฟลเดอร์ของข้อโดยตรง".to_owned(),
        Problem::DoubleEnding { meant } => format!(
            "เปลี่ยนชื่อเป็น {meant} (ใน Notepad ตั้ง บันทึกเป็นชนิด เป็น ไฟล์ทั้งหมด)"
        ),
        Problem::WindowsName { meant } => format!("เปลี่ยนชื่อ เช่น {meant} แล้วแก้ที่อ้างถึงชื่อเดิม"),
        Problem::AddressClash { .. } => "เปลี่ยนชื่อไฟล์หนึ่งให้ต่างกัน (ตัวพิมพ์เล็กใหญ่ไม่นับว่าต่าง)".to_owned(),
        Problem::NoYear => "สร้างด้วยคำสั่ง oit new o1 --year 2566".to_owned(),
        Problem::OldYear { year, now } => {
            format!("สั่ง oit rollover {year} {now} หรือกำหนด fiscal_year ใน site.toml ให้ชัดเจน")
        }
        Problem::YearWithoutFolder { year } => {
            format!("สร้างโฟลเดอร์ content/{year} หรือแก้ fiscal_year ให้เป็นปีที่มีอยู่")
        }
        Problem::FrameworkYear { folder, .. } => format!("แก้เป็น fiscal_year = {folder}"),
        Problem::FrameworkDuplicate { .. } => "แก้ให้ไม่ซ้ำกันภายในปีเดียวกัน".to_owned(),
        Problem::BadShownBy { .. } => {
            "เขียนเป็น ชุดข้อมูล(คอลัมน์, คอลัมน์|คอลัมน์) เช่น executives(name, phone|email)".to_owned()
        }
        Problem::UnknownUnit { id, near, known } => {
            let add = if id.is_ascii() {
                format!("เพิ่มใน [units] ของ site.toml: {id} = \"ชื่อหน่วยงาน\"")
            } else {
                format!("เพิ่มใน [units] ของ site.toml: รหัสภาษาอังกฤษ = \"{id}\" แล้วใช้รหัสนั้นที่นี่")
            };
            let there = match known.as_slice() {
                [] => String::new(),
                known => format!("ใช้รหัสที่มี: {} หรือ", known.join(", ")),
            };
            near_thai(near.as_deref(), &format!("{there}{add}"))
        }
        Problem::ComponentOutOfRange { count, .. } => match count {
            0 => "ปีนี้ไม่ได้บันทึกองค์ประกอบไว้ ลบ components ออก".to_owned(),
            1 => "ข้อนี้มีองค์ประกอบเดียว ใช้ components = [1]".to_owned(),
            _ => format!("ใช้เลข 1 ถึง {count} ตามลำดับในหน้าของข้อ"),
        },
        Problem::FileNotFound { path, .. } if path == EXAMPLE_FILE => {
            "ยังเป็นตัวอย่าง: ใส่ชื่อไฟล์จริง หรือลบทั้งบรรทัด".to_owned()
        }
        Problem::FileNotFound { near, .. } => near_thai(
            near.as_deref(),
            "ตรวจชื่อไฟล์ หรือวางไฟล์ไว้ในโฟลเดอร์เดียวกับเอกสารนี้",
        ),
        Problem::OutsideSite { .. } => "คัดลอกไฟล์มาไว้ในโฟลเดอร์ของข้อ แล้วอ้างด้วยชื่อไฟล์".to_owned(),
        Problem::BrokenLink { near, .. } => near_thai(
            near.as_deref(),
            "เขียนเป็นชื่อไฟล์ข้างเอกสาร (plan.pdf), ข้อ (o12 หรือ 2565/o12), ที่อยู่ในเว็บไซต์ (/pages/about/) หรือที่อยู่เต็ม https://…",
        ),
        Problem::BrokenAnchor { near, .. } => {
            near_thai(near.as_deref(), "ใช้ข้อความของหัวข้อปลายทางหลังเครื่องหมาย #")
        }
        Problem::UnpublishedTarget { .. } => {
            "เผยแพร่เอกสารปลายทางก่อน หรือลบลิงก์นี้ออก".to_owned()
        }
        Problem::UnsafeLink { .. } => "ใช้ https://, mailto: หรือ tel: ส่วนไฟล์ในเครื่องให้คัดลอกมาไว้ข้างเอกสาร แล้วอ้างด้วยชื่อไฟล์".to_owned(),
        Problem::TableEnding { .. } => {
            "เปิดไฟล์ใน Excel แล้วบันทึกเป็น .xlsx ถ้าไม่ใช่ตาราง ให้ย้ายไปไว้ใน files".to_owned()
        }
        Problem::TableUnreadable { why } => table_help(why),
        Problem::SheetNotFound { sheets, near, .. } => near_thai(
            near.as_deref(),
            if sheets.is_empty() {
                "ลบบรรทัด sheet แล้วโปรแกรมจะแสดงตารางที่มี"
            } else {
                "แก้ sheet เป็นชื่อแผ่นงานที่มี หรือลบบรรทัด sheet เพื่อใช้แผ่นแรก"
            },
        ),
        Problem::TableEmpty => "กรอกตารางแล้วบันทึก หรือลบ [[table]] นี้ออก".to_owned(),
        Problem::TableCut { .. } => {
            "ไม่ต้องแก้ก็ได้ ผู้อ่านเปิดทั้งหมดได้จากไฟล์ ถ้าอยากให้อ่านบนหน้า ให้แบ่งเป็นหลายไฟล์หรือหลายแผ่นงาน".to_owned()
        }
        Problem::UnknownCode { near, .. } => {
            near_thai(near.as_deref(), "สั่ง oit explain เพื่อดูรหัสทั้งหมด")
        }
        Problem::UnknownTheme { name } => {
            format!("ใช้ theme = \"default\" หรือสร้างโฟลเดอร์ themes/{name}")
        }
        Problem::Template { .. } => {
            "แก้ไฟล์แม่แบบนี้ หรือลบไฟล์เพื่อกลับไปใช้ของธีมมาตรฐาน".to_owned()
        }
        Problem::Stub => "เขียนเนื้อหาใต้หัวข้อ หรือวางไฟล์หลักฐานไว้ข้างเอกสาร หรือใส่ draft = true".to_owned(),
        Problem::Incomplete(reason) => reason_help(reason),
        Problem::DatasetGap { kind, columns, .. } => {
            format!("เพิ่ม {} ในแถวนี้", lines_to_type(*kind, columns, "บรรทัดใดบรรทัดหนึ่งใน"))
        }
        Problem::CalendarOnly { .. } => {
            "นับให้แล้ว แต่ถ้ามีเอกสารที่ครอบคลุมปีงบประมาณด้วย ควรเผยแพร่เพิ่ม".to_owned()
        }
        Problem::UnownedFile => "อ้างถึงไฟล์ใน files ของเอกสารใดเอกสารหนึ่งในข้อนี้".to_owned(),
        Problem::StaleYear { wanted, .. } => format!(
            "เปลี่ยนเป็นเอกสารของปี {wanted} ถ้าเนื้อหาถูกปีแล้ว แก้ปีในชื่อ หรือระบุช่วงเวลา เช่น period = \"{wanted}\""
        ),
        Problem::Drift(fault) => drift::help(fault),
        Problem::Evidence(fault) => evidence::help(fault),
        Problem::Link(fault) => link::help(fault),
        Problem::Owed(fault) => owed::help(fault),
        Problem::Personal(fault) => personal::help(fault),
        Problem::Text(fault) => text::help(fault),
        Problem::Typed(fault) => typed::help(fault),
        Problem::NotASite { .. } => {
            "เข้าไปในโฟลเดอร์ของเว็บไซต์ก่อน ใช้ --site โฟลเดอร์ หรือสร้างใหม่ด้วย oit init โฟลเดอร์".to_owned()
        }
        Problem::OutputRefused { why, .. } => refusal_help(why),
        Problem::BaselineRefused { .. } => {
            "ใส่ --baseline ด้วยไฟล์ checklist.json ของเว็บไซต์ที่เผยแพร่อยู่ เช่น https://ที่อยู่เว็บไซต์/2566/checklist.json ถ้ายังไม่เคยเผยแพร่ ไม่ต้องใส่ --baseline".to_owned()
        }
        Problem::InitRefused { path } => match item_folder(path) {
            Some(item) => format!("เปิดไฟล์นั้นแก้ หรือเพิ่มเอกสารอีกฉบับด้วย oit new {item} \"ชื่อเอกสาร\""),
            None => "ใช้ไฟล์ที่มีอยู่ เปลี่ยนชื่อไฟล์นั้น หรือเลือกโฟลเดอร์อื่น".to_owned(),
        },
        Problem::RolloverRefused { meant, .. } => match meant {
            Some(meant) => format!("พิมพ์ปีเดิมก่อนแล้วตามด้วยปีใหม่: oit rollover {meant}"),
            None => "พิมพ์ปีเดิมก่อนแล้วตามด้วยปีใหม่ เป็น พ.ศ. เช่น oit rollover 2566 2567".to_owned(),
        },
    }
}

fn near_thai(near: Option<&str>, otherwise: &str) -> String {
    match near {
        Some(near) => format!("หมายถึง `{near}` หรือไม่ ถ้าไม่ใช่: {otherwise}"),
        None => otherwise.to_owned(),
    }
}
