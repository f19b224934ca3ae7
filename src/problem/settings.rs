//! What `site.toml` says and cannot mean.

use crate::model::{Date, thai_date};

/// A setting that has not the effect that whoever wrote it expects.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum SettingsFault {
    /// The estimate of the score is wanted, and pages do not say enough for it.
    ScoreHidden {
        /// What `public_status` is.
        status: &'static str,
    },
    /// `own_hosts` has a host that many share.
    SharedHost {
        host: String,
    },
    /// `base_url` has one.
    SharedBase {
        host: String,
    },
    SubmittedToCome {
        day: Date,
    },
    SubmittedOutside {
        day: Date,
        /// The fiscal year that the day falls in.
        year: i16,
        /// Those of the site.
        years: Vec<i16>,
    },
    SubmittedBefore {
        day: Date,
        /// When the first document of the year was published.
        first: Date,
    },
}

faults! {
    SettingsFault {
        Advice "score-hidden": Self::ScoreHidden { status } =>
            (format!("show_score = true ไม่มีผล เพราะ public_status เป็น {status} หน้าเว็บจึงไม่แสดงคะแนน"),
             "ถ้าต้องการแสดงคะแนน ใช้ public_status = \"full\" ถ้าไม่ต้องการ ลบบรรทัด show_score ส่วน oit report score บอกคะแนนเสมอ"),
            (format!("show_score = true has no effect: public_status is {status}, and pages show no score"),
             "write public_status = \"full\" to show it, or remove show_score; oit report score tells it in any case");
        Warning "shared-host":
        Self::SharedHost { host } =>
            (format!("own_hosts มี `{host}` ซึ่งไม่ใช่ของหน่วยงานเดียว หลักฐานที่อยู่ที่นั่นจะไม่ถูกทักท้วงอีก"),
             "ใส่ชื่อเครื่องของหน่วยงานเอง เช่น own_hosts = [\"eservice.example.go.th\"] หรือลบชื่อนี้ แล้วดาวน์โหลดหลักฐานมาวางข้างเอกสาร"),
            (format!("own_hosts has `{host}`, which many share: evidence that lies there is not remarked on any more"),
             "name a host of the agency's own, e.g. own_hosts = [\"eservice.example.go.th\"], or remove this one and put the evidence beside its document"),
        Self::SharedBase { host } =>
            (format!("base_url อยู่ที่ `{host}` ซึ่งวางหน้าที่โปรแกรมสร้างไม่ได้ ที่อยู่ในตารางส่งผลและ QR จะเปิดไม่ได้"),
             "ใส่ที่อยู่ของเว็บไซต์ที่จะนำหน้าเหล่านี้ขึ้น เช่น base_url = \"https://www.example.go.th/\" ช่องทางสื่อสังคมใส่ใน [[data.channels]]"),
            (format!("base_url is at `{host}`, where these pages cannot be put: submitted addresses and QR codes will not work"),
             "write the address where the pages will be, e.g. base_url = \"https://www.example.go.th/\"; social networks go into [[data.channels]]");
        Warning "submitted-day":
        Self::SubmittedToCome { day } =>
            (format!("วันที่ส่ง (submitted) {} ยังมาไม่ถึง หน้าสิ่งที่เปลี่ยนแปลงจึงไม่แสดง", thai_date(*day)),
             "ตรวจปีของวันที่ ถ้ายังไม่ได้ส่ง ให้ใส่วันนี้เมื่อส่งแล้ว"),
            (format!("the day of submission {day} is still to come, and the page of changes does not show it"),
             "look at its year; write the day once the answers are handed in"),
        Self::SubmittedOutside { day, year, years } =>
            (format!("วันที่ส่ง (submitted) {} อยู่ในปีงบประมาณ {year} ซึ่งเว็บไซต์นี้ไม่มี (มี {}) จึงไม่แสดงที่ใด", thai_date(*day), listed(years)),
             "ตรวจปีของวันที่ หรือลบวันที่นี้"),
            (format!("the day of submission {day} falls in fiscal year {year}, which this site has not (it has {}): no page shows it", listed(years)),
             "look at its year, or remove this day");
        Advice "submitted-day": Self::SubmittedBefore { day, first } =>
            (format!("วันที่ส่ง (submitted) {} มาก่อนเอกสารทุกฉบับของปี (ฉบับแรก {}) หน้าสิ่งที่เปลี่ยนแปลงจึงบอกว่าทุกอย่างเผยแพร่หลังส่ง", thai_date(*day), thai_date(*first)),
             "ตรวจปีและเดือนของวันที่ส่ง หรือ date ของเอกสารซึ่งเป็นวันที่เผยแพร่จริง"),
            (format!("the day of submission {day} is before every document of its year (the first is of {first}): the page of changes says that all was published afterwards"),
             "look at year and month of this day, and at the date of the documents, which is the day of publication");
    }
}

fn listed(years: &[i16]) -> String {
    let years: Vec<String> = years.iter().map(i16::to_string).collect();
    years.join(", ")
}
