//! Links that lead somewhere, but not where an evaluator can rely on it.

use super::language::Language::{self, English, Thai};
use super::words::Both;
use crate::model::host::Reach;

/// The host of the address that a new document names as an example: `https://…`.
pub const EXAMPLE_HOST: &str = "…";

/// Faults of links that lead somewhere, but not where an evaluator can rely on it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum LinkFault {
    /// A document whose only evidence lies on another host.
    EvidenceElsewhere { host: String },
    /// A link whose text does not say where it leads; `None` where there is none.
    NoTitle { title: Option<String> },
    /// An address behind which another one hides.
    Shortened { host: String },
    /// A machine for trying things out, or one that only the office reaches.
    Staging { host: String, reach: Reach },
    /// The same as the address of the site itself.
    StagingSite { host: String },
    /// A `base_url` that ends as an address on the site does.
    BaseOfYear { folder: String, meant: String },
}

faults! {
    LinkFault {
        Warning "evidence-elsewhere": Self::EvidenceElsewhere { host } =>
            (format!("หลักฐานของเอกสารนี้อยู่ที่ {host} เท่านั้น ไม่ได้อยู่บนเว็บไซต์ของหน่วยงาน"), true_address(Thai, host,
             "ดาวน์โหลดไฟล์มาวางข้างเอกสาร แล้วเขียน files = [{ path = \"ชื่อไฟล์.pdf\" }] ถ้าเป็นเว็บไซต์ของหน่วยงานเอง เพิ่มชื่อใน own_hosts ของ site.toml")),
            (format!("the only evidence of this document is on {host}, not on the agency's site"), true_address(English, host,
             "download the file, put it beside the document and write files = [{ path = \"file.pdf\" }]; a site of the agency itself goes into own_hosts of site.toml"));
        Advice "link-title":
        Self::NoTitle { title: None } =>
            ("ลิงก์นี้ไม่มีข้อความบอกว่านำไปที่ใด", TITLE.thai),
            ("this link has no text", TITLE.english),
        Self::NoTitle { title: Some(title) } =>
            (format!("ข้อความของลิงก์ `{title}` ไม่บอกว่านำไปที่ใด"), TITLE.thai),
            (format!("the link text `{title}` does not say where it leads"), TITLE.english);
        Warning "short-link": Self::Shortened { host } =>
            (format!("ลิงก์ย่อของ {host} ปิดบังที่อยู่จริง และอาจเลิกใช้ได้เมื่อใดก็ได้"),
             "เปิดลิงก์นี้ คัดลอกที่อยู่เต็มจากช่องที่อยู่ของเบราว์เซอร์ แล้วนำมาใส่แทน"),
            (format!("the shortened link of {host} hides its address and may stop working any day"),
             "open it, copy the whole address from the browser and write that instead");
        Error "staging-address": Self::Staging { host, reach: Reach::Office } =>
            (format!("{host} เปิดได้เฉพาะในเครื่องหรือในสำนักงาน ประชาชนเปิดลิงก์นี้ไม่ได้"), true_address(Thai, host, PUBLIC.thai)),
            (format!("{host} is one computer or one office: no visitor can open this link"),
             true_address(English, host, PUBLIC.english));
        Warning "staging-address":
        Self::Staging { host, .. } =>
            (format!("{host} เป็นเครื่องสำหรับทดลอง ลิงก์อาจใช้ไม่ได้เมื่อมีผู้มาตรวจ"), true_address(Thai, host, PUBLIC.thai)),
            (format!("{host} is a machine for trials: the link may be dead when it is judged"),
             true_address(English, host, PUBLIC.english)),
        Self::StagingSite { host } =>
            (format!("base_url เป็นที่อยู่สำหรับทดลองหรือใช้ภายใน ({host}) ที่อยู่ในตารางส่งผลและ QR จะใช้ไม่ได้"),
             "ใส่ที่อยู่จริง เช่น base_url = \"https://www.example.go.th/\" ส่วนการลองใช้ oit build --base-url"),
            (format!("base_url is an address for trials or inside use ({host}): submitted addresses and QR codes will not work"),
             "write the real one, base_url = \"https://www.example.go.th/\"; for a trial use oit build --base-url"),
        Self::BaseOfYear { folder, meant } =>
            (format!("base_url ลงท้ายด้วย /{folder}/ ซึ่งโปรแกรมใส่ในที่อยู่ของแต่ละปีให้อยู่แล้ว"),
             format!("เขียนเป็น base_url = \"{meant}\"")),
            (format!("base_url ends with /{folder}/, which the addresses of a year have by themselves"),
             format!("write base_url = \"{meant}\""));
    }
}

const TITLE: Both = Both {
    thai: "เขียนชื่อของสิ่งที่จะเปิด เช่น [แผนดำเนินงาน ปี 2566](plan.pdf) หรือ title = \"แผนดำเนินงาน ปี 2566\"",
    english: "write what it opens: [Annual plan 2566](plan.pdf), or title = \"Annual plan 2566\"",
};

const PUBLIC: Both = Both {
    thai: "เปลี่ยนเป็นที่อยู่จริงที่ทุกคนเปิดได้ หรือวางไฟล์ไว้ข้างเอกสารแล้วลิงก์ไปที่ไฟล์",
    english: "write the public address, or put the file beside the document and link to it",
};

/// What to do about a host, unless a new document only names it as an example.
fn true_address(language: Language, host: &str, otherwise: &'static str) -> &'static str {
    match host {
        EXAMPLE_HOST => language.choose(
            "ยังเป็นตัวอย่าง: ใส่ที่อยู่จริง หรือลบทั้งบรรทัด",
            "this is still the example: write the true address, or delete the line",
        ),
        _ => otherwise,
    }
}
