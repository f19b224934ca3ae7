//! The sentences of [`EvidenceFault`] in Thai.

use crate::model::FileKind;
use crate::problem::{EvidenceFault, RunsInBrowser, Unsearchable};

/// What is wrong.
pub(super) fn message(fault: &EvidenceFault) -> String {
    match fault {
        EvidenceFault::Empty => "ไฟล์ว่างเปล่า ไม่มีเนื้อหา".to_owned(),
        EvidenceFault::TooLarge { mb, most_mb } => format!(
            "ไฟล์ใหญ่ {mb} MB เกิน {most_mb} MB ผู้อ่านทางโทรศัพท์เปิดยาก และโปรแกรมไม่ได้ค้นหาข้อมูลส่วนบุคคลในไฟล์นี้"
        ),
        EvidenceFault::Kind { kind, .. } => {
            format!("ไฟล์ชนิด {kind} ส่วนใหญ่เปิดบนโทรศัพท์ไม่ได้")
        }
        EvidenceFault::Ending { ending, kind, .. } if ending.is_empty() => {
            format!("ชื่อไฟล์ไม่มีนามสกุล เนื้อไฟล์เป็น{} ผู้อ่านจึงเปิดไม่ได้", name(*kind))
        }
        EvidenceFault::Ending { ending, kind, .. } => {
            format!("ชื่อไฟล์ลงท้ายด้วย .{ending} แต่เนื้อไฟล์เป็น{}", name(*kind))
        }
        EvidenceFault::RunsInBrowser(why) => runs(why),
        EvidenceFault::Damaged => "ไฟล์เสียหาย หรือไม่ครบทั้งไฟล์".to_owned(),
        EvidenceFault::Locked => "ไฟล์ตั้งรหัสผ่านไว้ ผู้อ่านเปิดไม่ได้".to_owned(),
        EvidenceFault::Scan => {
            "PDF นี้เป็นภาพสแกน ไม่มีตัวอักษร จึงค้นหาคำไม่ได้ และโปรแกรมอ่านออกเสียงอ่านไม่ได้".to_owned()
        }
        EvidenceFault::Unsearchable(Unsearchable::Unmapped) => {
            "แบบอักษรใน PDF นี้ไม่บอกว่าเป็นตัวอักษรใด จึงค้นหาข้อมูลส่วนบุคคลไม่ได้".to_owned()
        }
        EvidenceFault::Unsearchable(Unsearchable::TooMuch) => {
            "เนื้อไฟล์มากเกินไป จึงค้นหาข้อมูลส่วนบุคคลได้ไม่หมด".to_owned()
        }
        EvidenceFault::Duplicate { other } => format!("เนื้อไฟล์เหมือนกับ `{other}` ทุกประการ"),
        EvidenceFault::OtherYear { other, year } => {
            format!("เนื้อไฟล์เหมือนกับ `{other}` ของปี {year} ทุกประการ น่าจะเป็นไฟล์ของปีก่อน")
        }
    }
}

fn runs(why: &RunsInBrowser) -> String {
    match why {
        RunsInBrowser::Name(ending) => format!(
            "ไฟล์ที่ชื่อมี .{ending} เบราว์เซอร์หรือเครื่องแม่ข่ายจะสั่งให้ทำงานในนามเว็บไซต์ของหน่วยงาน จึงไม่เผยแพร่"
        ),
        RunsInBrowser::Page => {
            "เนื้อไฟล์เป็นหน้าเว็บ (HTML) ซึ่งเบราว์เซอร์อาจสั่งให้ทำงานในนามเว็บไซต์ของหน่วยงาน จึงไม่เผยแพร่"
                .to_owned()
        }
        RunsInBrowser::Markup(what) if what.is_empty() => {
            "ตรวจไฟล์นี้ไม่ได้ตลอดว่าไม่มีส่วนที่เบราว์เซอร์จะสั่งให้ทำงาน จึงไม่เผยแพร่".to_owned()
        }
        RunsInBrowser::Markup(what) => {
            format!("ในไฟล์มี `{what}` ซึ่งเบราว์เซอร์อาจสั่งให้ทำงาน หรือเรียกจากที่อื่น จึงไม่เผยแพร่")
        }
    }
}

fn name(kind: FileKind) -> String {
    match kind {
        FileKind::Html => "หน้าเว็บ (HTML)".to_owned(),
        FileKind::Text => "ข้อความล้วน".to_owned(),
        kind => format!(" {}", kind.name()),
    }
}

/// What to do, or type.
pub(super) fn help(fault: &EvidenceFault) -> String {
    match fault {
        EvidenceFault::Empty => "วางไฟล์ฉบับจริงทับไฟล์นี้ หรือลบไฟล์นี้".to_owned(),
        EvidenceFault::TooLarge { .. } => {
            "บันทึก PDF แบบลดขนาด หรือแบ่งเป็นหลายไฟล์ ถ้าจำเป็นต้องใหญ่ ให้เพิ่ม max_file_mb ใน site.toml".to_owned()
        }
        EvidenceFault::Kind { instead, .. } => {
            format!("บันทึกเป็น {instead} แล้ววางแทน หรือวางไว้คู่กันโดยใช้ชื่อเดียวกัน")
        }
        EvidenceFault::Ending { rename, .. } => match rename {
            Some(name) => format!("เปลี่ยนชื่อไฟล์เป็น `{name}` และแก้ชื่อในเอกสารที่อ้างถึง"),
            None => "น่าจะดาวน์โหลดหรือบันทึกผิด เปิดดูไฟล์ แล้ววางไฟล์ฉบับจริงแทน".to_owned(),
        },
        EvidenceFault::RunsInBrowser(RunsInBrowser::Markup(_)) => {
            "เปิดในโปรแกรมที่วาด แล้วบันทึกเป็น PNG (.png) หรือ PDF (.pdf) วางแทน".to_owned()
        }
        EvidenceFault::RunsInBrowser(_) => {
            "เปิดในเบราว์เซอร์ สั่งพิมพ์ แล้วบันทึกเป็น PDF (.pdf) วางแทน หรือคัดลอกข้อความไปไว้ใน index.md แล้วลบไฟล์นี้".to_owned()
        }
        EvidenceFault::Damaged => "คัดลอกหรือดาวน์โหลดจากต้นฉบับอีกครั้ง แล้วลองเปิดดูก่อนวาง".to_owned(),
        EvidenceFault::Locked => "บันทึกใหม่โดยไม่ตั้งรหัสผ่านสำหรับเปิดไฟล์".to_owned(),
        EvidenceFault::Scan => {
            "บันทึกเป็น PDF จาก Word หรือ Excel โดยตรง หรือสแกนแบบ OCR และตรวจด้วยตาว่าไม่มีข้อมูลส่วนบุคคล".to_owned()
        }
        EvidenceFault::Unsearchable(Unsearchable::Unmapped) => {
            "บันทึกเป็น PDF ใหม่จากต้นฉบับ โดยใช้ “บันทึกเป็น PDF” ของ Word และตรวจด้วยตาว่าไม่มีเลขประจำตัวประชาชน".to_owned()
        }
        EvidenceFault::Unsearchable(Unsearchable::TooMuch) => {
            "แบ่งเป็นหลายไฟล์ และตรวจด้วยตาว่าไม่มีเลขประจำตัวประชาชน".to_owned()
        }
        EvidenceFault::Duplicate { .. } => {
            "เก็บไว้ไฟล์เดียว ถ้าใช้หลายข้อ ให้เขียน also = [\"o13\"] ในเอกสารที่มีไฟล์นั้น".to_owned()
        }
        EvidenceFault::OtherYear { .. } => {
            "วางไฟล์ของปีนี้แทน ถ้าเป็นแผนหลายปี ให้เขียน period = \"2566..2570\" ตามจริง".to_owned()
        }
    }
}
