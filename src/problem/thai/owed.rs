//! The sentences of [`OwedFault`] in Thai.

use super::near_thai;
use super::reason::runs;
use crate::model::{DatasetKind, Period, thai_date};
use crate::problem::{OwedFault, channel_row};

/// What is wrong.
pub(super) fn message(fault: &OwedFault) -> String {
    match fault {
        OwedFault::MonthsMissing(months) => format!("ยังไม่มีข้อมูลของเดือน {}", runs(months)),
        OwedFault::OnlyPictures => {
            "หลักฐานของข้อนี้มีแต่รูปภาพ ค้นหาไม่ได้ และโปรแกรมอ่านหน้าจออ่านให้ฟังไม่ได้".to_owned()
        }
        OwedFault::PhotoNotPicture { name } => {
            format!("`{name}` ไม่ใช่ไฟล์รูปภาพ หน้าเว็บจึงแสดงเป็นรูปถ่ายไม่ได้")
        }
        OwedFault::EndBeforeStart => "โครงการนี้สิ้นสุดก่อนวันเริ่ม".to_owned(),
        OwedFault::OverBudget => "จ่ายแล้ว (spent) มากกว่างบประมาณ (budget) ของโครงการ".to_owned(),
        OwedFault::MonthOutsideYear { month, asked } => {
            format!("เดือน {} อยู่นอกช่วงของข้อนี้ ({})", month.thai(), asked.thai())
        }
        OwedFault::ContractDate { date, month } => match month {
            Some(month) => format!(
                "วันที่ของสัญญา {} ห่างจากเดือนที่รายงาน ({}) มาก ปีอาจพิมพ์ผิด",
                thai_date(*date),
                month.thai()
            ),
            None => format!("วันที่ของสัญญา {} ยังมาไม่ถึง", thai_date(*date)),
        },
        OwedFault::ScoreTwice { of, year } => {
            format!("คะแนนของ `{of}` ปี {year} มีสองแถว หน้าเว็บใช้เฉพาะแถวแรก")
        }
        OwedFault::UnknownScore { of, year, .. } => {
            format!("ไม่มีแบบวัดหรือตัวชี้วัด `{of}` ในปี {year}")
        }
        OwedFault::NotOnHomePage {
            duty,
            item,
            published: false,
        } => format!(
            "หน้าแรกยังไม่มี {} ให้กด เพราะข้อ {} ยังไม่เผยแพร่",
            duty_title(duty),
            item.label()
        ),
        OwedFault::NotOnHomePage { duty, item, .. } => format!(
            "หน้าแรกยังไม่มี {} ให้กด เพราะเอกสารของข้อ {} ยังไม่ได้กรอกเรื่องนี้เป็นตารางข้อมูล",
            duty_title(duty),
            item.label()
        ),
        OwedFault::FraudNotSeparate { other, way } => format!(
            "ช่องทางแจ้งการทุจริตใช้ `{way}` เหมือนกับช่องทาง {} ข้อนี้ต้องเป็นช่องทางแยกต่างหาก",
            duty_title(other)
        ),
        OwedFault::BaseUrlHttp => {
            "ที่อยู่เว็บไซต์เป็น http:// ซึ่งไม่เข้ารหัส เบราว์เซอร์จะเตือนว่าไม่ปลอดภัย".to_owned()
        }
    }
}

/// What to do, or type.
pub(super) fn help(fault: &OwedFault) -> String {
    match fault {
        OwedFault::MonthsMissing(months) => {
            let month = first_month(months);
            format!(
                "สร้างเอกสารของแต่ละเดือนแล้วใส่ period = \"{month}\" หรือเพิ่มแถว [[data.procurement]] ที่มี month = \"{month}\" เดือนที่ไม่มีรายการ ให้เผยแพร่ว่าไม่มี"
            )
        }
        OwedFault::OnlyPictures => {
            "พิมพ์ข้อความสำคัญจากรูปไว้ใต้ส่วนหัว +++ หรือเพิ่มไฟล์ PDF ใน files = [{ path = \"ชื่อไฟล์.pdf\" }]".to_owned()
        }
        OwedFault::PhotoNotPicture { .. } => {
            "บันทึกรูปเป็น .jpg หรือ .png วางไว้ในโฟลเดอร์ของข้อ แล้วแก้เป็น photo = \"ชื่อไฟล์.jpg\"".to_owned()
        }
        OwedFault::EndBeforeStart => "ตรวจปีและเดือนของ start กับ end แล้วแก้ให้ end อยู่หลัง start".to_owned(),
        OwedFault::OverBudget => {
            "ตรวจว่าพิมพ์ตัวเลขเกินหลักหรือไม่ ถ้าโอนงบประมาณเพิ่มแล้ว ให้แก้ budget เป็นยอดหลังโอน".to_owned()
        }
        OwedFault::MonthOutsideYear { asked, .. } => format!(
            "แก้ month ให้อยู่ในช่วงนี้ เช่น month = \"{}\" (ตุลาคมถึงธันวาคมใช้เลขปีก่อน) หรือย้ายแถวไปไว้ในปีที่ถูกต้อง",
            first_month(&[*asked])
        ),
        OwedFault::ContractDate { .. } => {
            "ตรวจปีกับสัญญาฉบับจริง แล้วแก้ contract_date เช่น contract_date = \"2566-01-18\"".to_owned()
        }
        OwedFault::ScoreTwice { .. } => {
            "ลบแถวที่ซ้ำ ถ้าเป็นคะแนนของปีอื่น ให้แก้ year ของแถวนั้น".to_owned()
        }
        OwedFault::UnknownScore { near, .. } => near_thai(
            near.as_deref(),
            "ใช้ of = \"total\", \"IIT\", \"EIT\", \"EIT1\", \"EIT2\", \"OIT\" หรือรหัสตัวชี้วัด เช่น \"9\" หรือ \"9.1\"",
        ),
        OwedFault::NotOnHomePage {
            item,
            published: false,
            ..
        } => format!(
            "ถ้ามีฉบับร่างแล้ว เขียนให้ครบและลบ draft = true ถ้ายังไม่มี สั่ง oit new {item}"
        ),
        OwedFault::NotOnHomePage { duty, item, .. } => format!(
            "เพิ่มท้ายส่วนหัวของเอกสารข้อ {} ต่อจากคีย์อื่น\n{}",
            item.label(),
            channel_row(duty)
        ),
        OwedFault::FraudNotSeparate { .. } => {
            "เปิดช่องทางที่แยกผู้รับและปกปิดผู้แจ้ง เช่น แบบฟอร์มหรืออีเมลเฉพาะ แล้วแก้ url ของแถวที่มี kind = \"fraud-complaint\"".to_owned()
        }
        OwedFault::BaseUrlHttp => {
            "เปิดใช้ HTTPS ที่เครื่องแม่ข่าย (ขอใบรับรองได้ไม่เสียค่าใช้จ่าย) แล้วแก้ base_url ให้ขึ้นต้นด้วย https://".to_owned()
        }
    }
}

fn first_month(months: &[Period]) -> String {
    months.first().map(Period::first_month).unwrap_or_default()
}

/// What a citizen calls it.
fn duty_title(duty: &str) -> &str {
    let channel = DatasetKind::Channels.choice_title("kind", duty);
    channel.unwrap_or(match duty {
        "contact" => DatasetKind::Contact.title(),
        "privacy-policy" => "นโยบายความเป็นส่วนตัว",
        other => other,
    })
}
