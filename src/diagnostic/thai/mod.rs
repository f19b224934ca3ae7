//! The sentences in Thai: what is wrong, and what to do.
//!
//! One arm per [`Problem`]; nothing else, so that a reader of Thai can go through them in one go.

mod evidence;
mod link;
mod owed;
mod personal;
mod text;

use super::problem::{Expected, OutputRefusal, Problem, RolloverRefusal, TableFault, TomlFault};
use super::{
    EXAMPLE_FILE, asked_columns, asked_period, either, item_folder, lines_to_type, quoted,
};
use crate::model::{
    DateFault, Period, PeriodFault, Reason, Rule, meant_date, meant_month, thai_date,
};

/// What is wrong.
pub(super) fn message(problem: &Problem) -> String {
    match problem {
        Problem::NotUtf8 => "ไฟล์นี้ไม่ได้บันทึกเป็น UTF-8 จึงอ่านภาษาไทยไม่ได้".to_owned(),
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
        Problem::BadDate { text, .. } if text.trim().is_empty() => "ยังไม่ได้กรอกวันที่".to_owned(),
        Problem::BadPeriod { text, .. } if text.trim().is_empty() => "ยังไม่ได้กรอกช่วงเวลา".to_owned(),
        Problem::BadDate { text, fault } => match fault {
            DateFault::Shape => format!("`{text}` ไม่ใช่วันที่ในรูป ปี-เดือน-วัน"),
            DateFault::NoSuchDay => format!("ไม่มีวันที่ `{text}` ในปฏิทิน"),
            DateFault::EraSlip(year) => {
                format!("ปีของ `{text}` คลาดไป 543 ปี น่าจะหมายถึง พ.ศ. {year}")
            }
            DateFault::Year => format!("ปีของ `{text}` ไม่น่าเป็นไปได้"),
        },
        Problem::BadPeriod { text, fault, .. } => match fault {
            PeriodFault::Shape => format!("`{text}` ไม่ใช่ช่วงเวลาที่รู้จัก"),
            PeriodFault::CommonEra(meant) => {
                format!("`{text}` เป็นปี ค.ศ. คลาดไป 543 ปี ให้ใช้ปี พ.ศ. คือ {meant}")
            }
            PeriodFault::Backwards => format!("ช่วงเวลา `{text}` จบก่อนเริ่ม"),
        },
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
        Problem::Evidence(fault) => evidence::message(fault),
        Problem::Link(fault) => link::message(fault),
        Problem::Owed(fault) => owed::message(fault),
        Problem::Personal(fault) => personal::message(fault),
        Problem::Text(fault) => text::message(fault),
        Problem::NotASite { folder } => {
            format!("ไม่พบ site.toml ใน `{folder}` และโฟลเดอร์ที่อยู่เหนือขึ้นไป")
        }
        Problem::OutputRefused { folder, why } => refusal_message(folder, why),
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
        Problem::Evidence(fault) => evidence::help(fault),
        Problem::Link(fault) => link::help(fault),
        Problem::Owed(fault) => owed::help(fault),
        Problem::Personal(fault) => personal::help(fault),
        Problem::Text(fault) => text::help(fault),
        Problem::NotASite { .. } => {
            "เข้าไปในโฟลเดอร์ของเว็บไซต์ก่อน ใช้ --site โฟลเดอร์ หรือสร้างใหม่ด้วย oit init โฟลเดอร์".to_owned()
        }
        Problem::OutputRefused { why, .. } => match why {
            OutputRefusal::Busy => "รอให้เสร็จก่อน แล้วสั่งใหม่".to_owned(),
            OutputRefusal::Manifest => {
                "ลบไฟล์ .oit-manifest แล้วล้างโฟลเดอร์ให้ว่าง จากนั้นสร้างใหม่".to_owned()
            }
            _ => "เลือกโฟลเดอร์ว่างด้วย --out โฟลเดอร์ หรือย้ายไฟล์เดิมออกไปก่อน".to_owned(),
        },
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

fn rollover_message(years: &str, why: &RolloverRefusal) -> String {
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

fn table_message(why: &TableFault) -> String {
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

fn table_help(why: &TableFault) -> String {
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

fn near_thai(near: Option<&str>, otherwise: &str) -> String {
    match near {
        Some(near) => format!("หมายถึง `{near}` หรือไม่ ถ้าไม่ใช่: {otherwise}"),
        None => otherwise.to_owned(),
    }
}

fn expected_thai(expected: Expected) -> &'static str {
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

fn expected_help(key: &str, expected: Expected) -> String {
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

fn toml_message(fault: &TomlFault) -> String {
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

fn toml_help(fault: &TomlFault) -> String {
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

fn reason_message(reason: &Reason) -> String {
    match reason {
        Reason::NoDocument => "ยังไม่มีเอกสาร".to_owned(),
        Reason::OnlyDraft => "มีเฉพาะฉบับร่าง".to_owned(),
        Reason::OnlyFuture(day) => format!("เอกสารลงวันที่ล่วงหน้า จะเผยแพร่วันที่ {}", thai_date(*day)),
        Reason::OnlyStub => "มีเอกสาร แต่ยังไม่มีเนื้อหา".to_owned(),
        Reason::ComponentNotShown { number, text, .. } => {
            format!("ยังไม่แสดงองค์ประกอบที่ {number}: {text}")
        }
        Reason::PeriodMissing { window, .. } => {
            format!("ไม่ได้ระบุช่วงเวลาของข้อมูล ข้อนี้ต้องการข้อมูลของ{}", window.thai())
        }
        Reason::PeriodNotCovered { other_calendar, .. } => {
            let calendar = if *other_calendar {
                " เอกสารนับตามปีปฏิทิน แต่ข้อนี้นับตามปีงบประมาณ (1 ต.ค. – 30 ก.ย.)"
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
    let (asked, stated) = (window.thai(), runs(stated));
    match (rule, gaps.as_slice()) {
        (Rule::Spans, []) => format!("ไม่มีเอกสารที่มีผลตลอด{asked} ที่มีอยู่มีผล {stated}"),
        (Rule::Spans, gaps) => {
            format!(
                "ไม่มีเอกสารที่มีผลตลอด{asked} ที่มีอยู่มีผล {stated} ยังขาด {}",
                runs(gaps)
            )
        }
        (Rule::Current, _) | (_, []) => {
            format!("ช่วงเวลาของเอกสาร ({stated}) ไม่อยู่ใน{asked}")
        }
        (_, [gap]) if gap.first > window.first && gap.last == window.last => format!(
            "ข้อมูลสิ้นสุดก่อนกำหนด ข้อนี้ต้องการ {asked} เอกสารมีถึง {} ยังขาด {}",
            thai_date(gap.day_before()),
            gap.thai()
        ),
        (_, gaps) => format!(
            "ช่วงเวลาของเอกสารยังไม่ครบ ข้อนี้ต้องการ {asked} ยังขาด {}",
            runs(gaps)
        ),
    }
}

/// Periods in a row; of many, the first and the number of the others.
fn runs(periods: &[Period]) -> String {
    const MOST: usize = 4;
    let shown: Vec<String> = periods.iter().take(MOST).map(Period::thai).collect();
    let more = match periods.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" และอีก {more} ช่วง"),
    };
    format!("{}{more}", shown.join(", "))
}

fn reason_help(reason: &Reason) -> String {
    match reason {
        Reason::NoDocument => "สร้างด้วยคำสั่ง oit new แล้วเขียนเนื้อหา".to_owned(),
        Reason::OnlyDraft => {
            "เขียนเนื้อหา ใส่เลขที่แสดงแล้วใน components แล้วลบบรรทัด draft = true".to_owned()
        }
        Reason::OnlyFuture(_) => "ถ้าต้องการเผยแพร่ทันที แก้ date เป็นวันนี้".to_owned(),
        Reason::OnlyStub => "เขียนเนื้อหา หรือวางไฟล์หลักฐานไว้ในโฟลเดอร์ของข้อ".to_owned(),
        Reason::ComponentNotShown {
            number, shown_by, ..
        } => {
            let typed = format!("เมื่อเอกสารแสดงข้อมูลนี้แล้ว เพิ่มเลข {number} ใน components");
            match shown_by {
                Some(shown_by) => format!(
                    "{typed} หรือกรอก [[data.{}]] ให้ทุกแถวมี {}",
                    shown_by.dataset.name(),
                    either(&asked_columns(shown_by), "ช่องใดช่องหนึ่งใน")
                ),
                None => typed,
            }
        }
        Reason::PeriodMissing { rule, window } => {
            format!(
                "เพิ่มบรรทัด period = \"{}\" ถ้าข้อมูลครอบคลุมช่วงนั้น",
                asked_period(*rule, window)
            )
        }
        Reason::PeriodNotCovered {
            rule, window, gaps, ..
        } => {
            let asked = asked_period(*rule, window);
            match (rule, gaps.as_slice()) {
                (Rule::Spans, _) => format!(
                    "เผยแพร่แผนที่มีผลบังคับตลอดปี แล้วใส่ period = \"{asked}\" หรือช่วงที่ยาวกว่า เช่น \"2566..2570\""
                ),
                (Rule::Current, _) => {
                    format!("เผยแพร่ข้อมูลของปีนี้ แล้วใส่ period = \"{asked}\" หรือแก้ date ให้ตรง")
                }
                (_, [gap, ..]) => format!(
                    "เผยแพร่ส่วนที่ขาดเป็นอีกเอกสารหนึ่ง แล้วใส่ period = \"{}\" ถ้าเอกสารเดิมครบอยู่แล้ว แก้เป็น period = \"{asked}\"",
                    gap.typed()
                ),
                (_, []) => format!("เผยแพร่ข้อมูลของช่วงนั้น แล้วใส่ period = \"{asked}\""),
            }
        }
    }
}

fn refusal_message(folder: &str, why: &OutputRefusal) -> String {
    match why {
        OutputRefusal::Foreign => {
            format!("โฟลเดอร์ `{folder}` มีไฟล์ที่โปรแกรมนี้ไม่ได้เขียน จึงไม่แตะต้อง")
        }
        OutputRefusal::ForeignFile(path) => {
            format!("`{path}` ใน `{folder}` ไม่ใช่ไฟล์ที่โปรแกรมนี้เขียน จึงไม่เขียนทับ")
        }
        OutputRefusal::IsFile => format!("`{folder}` เป็นไฟล์หรือทางลัด ไม่ใช่โฟลเดอร์"),
        OutputRefusal::HoldsSite => format!("`{folder}` เป็นที่เก็บเนื้อหาของเว็บไซต์ ใช้เป็นที่เผยแพร่ไม่ได้"),
        OutputRefusal::Busy => format!("มีการสร้างเว็บไซต์ลง `{folder}` ค้างอยู่แล้ว"),
        OutputRefusal::Manifest => format!("รายการไฟล์ .oit-manifest ใน `{folder}` เสียหาย"),
    }
}
