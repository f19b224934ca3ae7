//! The sentences of [`LinkFault`] in Thai.

use crate::model::host::Reach;
use crate::problem::{EXAMPLE_HOST, LinkFault};

/// What is wrong.
pub(super) fn message(fault: &LinkFault) -> String {
    match fault {
        LinkFault::EvidenceElsewhere { host } => {
            format!("หลักฐานของเอกสารนี้อยู่ที่ {host} เท่านั้น ไม่ได้อยู่บนเว็บไซต์ของหน่วยงาน")
        }
        LinkFault::NoTitle { title: None } => "ลิงก์นี้ไม่มีข้อความบอกว่านำไปที่ใด".to_owned(),
        LinkFault::NoTitle { title: Some(title) } => {
            format!("ข้อความของลิงก์ `{title}` ไม่บอกว่านำไปที่ใด")
        }
        LinkFault::Shortened { host } => {
            format!("ลิงก์ย่อของ {host} ปิดบังที่อยู่จริง และอาจเลิกใช้ได้เมื่อใดก็ได้")
        }
        LinkFault::Staging { host, reach } => match reach {
            Reach::Office => format!("{host} เปิดได้เฉพาะในเครื่องหรือในสำนักงาน ประชาชนเปิดลิงก์นี้ไม่ได้"),
            _ => format!("{host} เป็นเครื่องสำหรับทดลอง ลิงก์อาจใช้ไม่ได้เมื่อมีผู้มาตรวจ"),
        },
        LinkFault::StagingSite { host } => {
            format!("base_url เป็นที่อยู่สำหรับทดลองหรือใช้ภายใน ({host}) ที่อยู่ในตารางส่งผลและ QR จะใช้ไม่ได้")
        }
    }
}

/// What to do, or type.
pub(super) fn help(fault: &LinkFault) -> String {
    match fault {
        LinkFault::EvidenceElsewhere { host } | LinkFault::Staging { host, .. }
            if host == EXAMPLE_HOST =>
        {
            "ยังเป็นตัวอย่าง: ใส่ที่อยู่จริง หรือลบทั้งบรรทัด".to_owned()
        }
        LinkFault::EvidenceElsewhere { .. } => "ดาวน์โหลดไฟล์มาวางข้างเอกสาร แล้วเขียน \
             files = [{ path = \"ชื่อไฟล์.pdf\" }] ถ้าเป็นเว็บไซต์ของหน่วยงานเอง เพิ่มชื่อใน own_hosts ของ site.toml"
            .to_owned(),
        LinkFault::NoTitle { .. } => {
            "เขียนชื่อของสิ่งที่จะเปิด เช่น [แผนดำเนินงาน ปี 2566](plan.pdf) หรือ title = \"แผนดำเนินงาน ปี 2566\""
                .to_owned()
        }
        LinkFault::Shortened { .. } => {
            "เปิดลิงก์นี้ คัดลอกที่อยู่เต็มจากช่องที่อยู่ของเบราว์เซอร์ แล้วนำมาใส่แทน".to_owned()
        }
        LinkFault::Staging { .. } => {
            "เปลี่ยนเป็นที่อยู่จริงที่ทุกคนเปิดได้ หรือวางไฟล์ไว้ข้างเอกสารแล้วลิงก์ไปที่ไฟล์".to_owned()
        }
        LinkFault::StagingSite { .. } => {
            "ใส่ที่อยู่จริง เช่น base_url = \"https://www.example.go.th/\" ส่วนการลองใช้ oit build --base-url"
                .to_owned()
        }
    }
}
