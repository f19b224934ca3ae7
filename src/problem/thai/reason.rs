//! The sentences in Thai of why an item is not complete.

use crate::model::{Period, Reason, Rule, thai_date};
use crate::problem::{asked_columns, asked_period, either};

pub(super) fn reason_message(reason: &Reason) -> String {
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
pub(super) fn runs(periods: &[Period]) -> String {
    const MOST: usize = 4;
    let shown: Vec<String> = periods.iter().take(MOST).map(Period::thai).collect();
    let more = match periods.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" และอีก {more} ช่วง"),
    };
    format!("{}{more}", shown.join(", "))
}

pub(super) fn reason_help(reason: &Reason) -> String {
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
