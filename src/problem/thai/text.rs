//! The sentences of [`TextFault`] in Thai.

use crate::problem::{Slip, TextFault};

/// What is wrong.
pub(super) fn message(fault: &TextFault) -> String {
    match fault {
        TextFault::Letters {
            slip,
            written,
            more,
            ..
        } => {
            let rest = match more {
                0 => String::new(),
                more => format!(" และอีก {more} แห่งในไฟล์นี้"),
            };
            format!("{}{rest}", slip_message(*slip, written))
        }
        TextFault::FileName { .. } => {
            "ชื่อไฟล์หรือโฟลเดอร์มีตัวอักษรที่ผิด แม้ดูเหมือนถูก จึงค้นไม่พบและอ้างถึงไม่ได้".to_owned()
        }
        TextFault::LiteralAsterisks => "ดอกจันคู่นี้ไม่เป็นตัวหนา หน้าเว็บจะแสดง ** ให้เห็น".to_owned(),
        TextFault::ImageWithoutText { written } if written.is_empty() => {
            "ภาพนี้ไม่มีข้อความแทนภาพ ผู้พิการทางสายตาและโปรแกรมค้นหาจึงไม่รู้ว่าเป็นภาพอะไร".to_owned()
        }
        TextFault::ImageWithoutText { written } => {
            format!("ข้อความแทนภาพ `{written}` เป็นชื่อไฟล์ ไม่ได้บอกว่าเป็นภาพอะไร")
        }
        TextFault::PictureElsewhere { host } => {
            format!("ภาพนี้อยู่ที่ {host} หน้าเว็บจึงไม่แสดง ผู้อ่านเห็นเพียงข้อความแทนภาพ")
        }
        TextFault::LeftOut { element, host } => {
            let host = host
                .as_ref()
                .map_or_else(String::new, |host| format!(" ({host})"));
            format!("`<{element}>`{host} ถูกตัดออก หน้าเว็บไม่แสดงส่วนนี้")
        }
        TextFault::HeadingOrder { level, meant } => {
            format!("หัวข้อระดับ {level} ข้ามระดับ ตรงนี้ควรเป็นระดับ {meant}")
        }
    }
}

fn slip_message(slip: Slip, written: &str) -> String {
    match slip {
        Slip::Foreign => format!("`{written}` มีตัวอักษรของภาษาอื่นปนอยู่ในคำไทย"),
        Slip::SaraAm => format!("สระอำใน `{written}` แยกออกจากกัน มักเกิดจากการคัดลอกจาก PDF"),
        Slip::SaraAe => format!("`{written}` ใช้สระเอสองตัวแทนสระแอ"),
        Slip::MarkOrder => format!("สระหรือวรรณยุกต์ใน `{written}` สลับลำดับ ซ้ำ หรือห่างจากพยัญชนะ"),
        Slip::StrayMark => format!("สระหรือวรรณยุกต์ใน `{written}` อยู่ผิดที่"),
        Slip::Invisible => format!("มีอักขระที่มองไม่เห็น ({written}) อยู่ในข้อความ จึงค้นคำนี้ไม่พบ"),
        Slip::OldFont => format!("มีอักขระของฟอนต์เก่า ({written}) ซึ่งเครื่องอื่นแสดงเป็นช่องสี่เหลี่ยม"),
        Slip::Lost => format!("มีตัวอักษรที่เสียไประหว่างแปลงไฟล์ ({written})"),
        Slip::Mojibake => format!("`{written}` เป็นภาษาไทยที่เปิดผิดการเข้ารหัสแล้วบันทึกทับ จึงอ่านไม่ออก"),
        Slip::ZeroForO => format!("`{written}` ใช้เลขศูนย์ไทยแทนอักษร O"),
        Slip::Decomposed => format!("`{written}` เก็บตัวอักษรกับเครื่องหมายแยกกันเป็นสองอักขระ"),
    }
}

/// What to do, or type.
pub(super) fn help(fault: &TextFault) -> String {
    match fault {
        TextFault::Letters { slip, meant, .. } => slip_help(*slip, meant.as_deref()),
        TextFault::FileName { meant } => format!(
            "เปลี่ยนชื่อเป็น `{meant}` โดยพิมพ์ชื่อใหม่ และแก้ที่ที่อ้างถึงด้วย ถ้าเผยแพร่แล้ว ที่อยู่ของไฟล์จะเปลี่ยน"
        ),
        TextFault::LiteralAsterisks => {
            "ตัวหนาเขียน **คำ** ติดกัน ไม่เว้นวรรคด้านใน เปิดและปิดในย่อหน้าเดียวกัน ถ้าต้องการให้เห็นดอกจันจริง เขียน \\*\\*".to_owned()
        }
        TextFault::ImageWithoutText { .. } => {
            "เขียนว่าภาพแสดงอะไร เช่น ![ผังโครงสร้างเทศบาล](ผัง.png) หรือ alt=\"ผังโครงสร้างเทศบาล\"".to_owned()
        }
        TextFault::PictureElsewhere { .. } => {
            "บันทึกไฟล์ภาพมาวางข้างเอกสาร แล้วเขียน ![คำบรรยายภาพ](ชื่อไฟล์.jpg) หรือใส่เป็นลิงก์ [คำบรรยายภาพ](https://…)".to_owned()
        }
        TextFault::LeftOut { .. } => {
            "ใส่เป็นลิงก์แทน เช่น [วิดีโอแนะนำบริการ](https://…) ถ้าไม่ได้ใช้ ให้ลบออก".to_owned()
        }
        TextFault::HeadingOrder { meant, .. } => format!(
            "ขึ้นต้นหัวข้อด้วย {} (โปรแกรมปรับหัวข้อใหญ่สุดให้เข้ากับหน้าเอง)",
            "#".repeat(usize::from(*meant))
        ),
    }
}

fn slip_help(slip: Slip, meant: Option<&str>) -> String {
    let typed = match meant {
        Some(meant) if !meant.is_empty() => format!("แก้เป็น `{meant}`"),
        _ => "ลบแล้วพิมพ์คำนี้ใหม่".to_owned(),
    };
    match slip {
        Slip::Invisible => "ลบทั้งคำแล้วพิมพ์ใหม่ หรือสั่ง oit check --fix".to_owned(),
        Slip::Lost => "เทียบกับต้นฉบับ แล้วพิมพ์ตัวอักษรที่หายไปใหม่".to_owned(),
        Slip::Mojibake => match meant {
            Some(meant) => {
                format!("น่าจะเป็น `{meant}` ให้คัดลอกข้อความจากต้นฉบับมาวางใหม่ แล้วบันทึกเป็น UTF-8")
            }
            None => "คัดลอกข้อความจากต้นฉบับมาวางใหม่ แล้วบันทึกเป็น UTF-8".to_owned(),
        },
        slip if slip.is_fixable() => format!("{typed} หรือสั่ง oit check --fix"),
        _ => typed,
    }
}
