//! Every kind of dataset from a file of every producer gives the same site as its typed rows.

use oit::model::DatasetKind;
use rayon::prelude::*;

use super::Pair;
use super::made::{Producer, cells};
use crate::harness::SiteTest;

/// A dataset: its kind, the cells of a file, and the same typed.
struct Kind {
    data: &'static str,
    lines: &'static str,
    typed: &'static str,
}

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    Kind { data: "executives", lines: "
ลำดับ|ชื่อ-นามสกุล|ตำแหน่ง|ฝ่าย|รูปถ่าย|เบอร์โทรศัพท์|อีเมล|LINE|เว็บไซต์
#1@0|นายตัวอย่าง สมมุติ|นายกเทศมนตรี|ฝ่ายการเมือง|-|0 0000 0010|mayor_a@example.go.th|-|https://example.go.th/mayor
#2@0|นางสมมุติ ตัวอย่าง|ปลัดเทศบาล|ประจำ||0 0000 0011||@plat_a|-",
      typed: r#"
[[data.executives]]
name = "นายตัวอย่าง สมมุติ"
position = "นายกเทศมนตรี"
group = "การเมือง"
phone = "PHONE0"
email = "mayor_a@example.go.th"
url = "https://example.go.th/mayor"
[[data.executives]]
name = "นางสมมุติ ตัวอย่าง"
position = "ปลัดเทศบาล"
group = "ประจำ"
phone = "PHONE1"
line = "@plat_a"
"# },
    Kind { data: "contact", lines: "
ที่อยู่|โทรศัพท์|โทรสาร|อีเมล|แผนที่|เวลาทำการ
หมู่บ้านสมมุติ ตำบลตัวอย่าง|โทรกลาง|โทรสารกลาง|saraban_a@example.go.th|https://www.openstreetmap.org/|เวลาราชการ",
      typed: r#"
[[data.contact]]
address = "หมู่บ้านสมมุติ ตำบลตัวอย่าง"
phone = "โทรกลาง"
fax = "โทรสารกลาง"
email = "saraban_a@example.go.th"
map = "https://www.openstreetmap.org/"
hours = "เวลาราชการ"
"# },
    Kind { data: "channels", lines: "
ประเภท|ช่องทาง|ที่อยู่เว็บ|หมายเหตุ
ถาม–ตอบ (Q&A)|กระดานถามตอบ|https://example.go.th/qa|ตอบในสามวัน
เครือข่ายสังคมออนไลน์|Facebook|https://example.go.th/fb|-
E-Service|ยื่นคำร้อง|https://example.go.th/e|
eit-survey|แบบวัด EIT|https://example.go.th/eit|",
      typed: r#"
[[data.channels]]
kind = "qa"
label = "กระดานถามตอบ"
url = "https://example.go.th/qa"
note = "ตอบในสามวัน"
[[data.channels]]
kind = "social"
label = "Facebook"
url = "https://example.go.th/fb"
[[data.channels]]
kind = "eservice"
label = "ยื่นคำร้อง"
url = "https://example.go.th/e"
[[data.channels]]
kind = "eit-survey"
label = "แบบวัด EIT"
url = "https://example.go.th/eit"
"# },
    Kind { data: "projects", lines: "
ที่|โครงการ/กิจกรรม|งบประมาณ (บาท)|เบิกจ่ายแล้ว (บาท)|เริ่ม|สิ้นสุด|ความก้าวหน้า (%)|ผู้รับผิดชอบ|ผลการดำเนินงาน|ปัญหา/อุปสรรค|ข้อเสนอแนะ
#1@0|ขุดลอกคลองสมมุติ|#250000.75|#100000.25|d2022-10-15|d2023-03-31|#0.405@0.0%|กองช่าง|แล้วเสร็จบางส่วน|ฝนตก|เร่งงาน
#2@0|ปลูกป่า|#80000|#0|d2022-11-01@mmm yyyy|d2023-09-01@mmm yyyy|#100@0|กองสาธารณสุข|เสร็จ|ไม่มี|-",
      typed: r#"
[[data.projects]]
name = "ขุดลอกคลองสมมุติ"
budget = 250000.75
spent = 100000.25
start = "2565-10-15"
end = "2566-03-31"
progress = 40.5
unit = "กองช่าง"
result = "แล้วเสร็จบางส่วน"
obstacle = "ฝนตก"
suggestion = "เร่งงาน"
[[data.projects]]
name = "ปลูกป่า"
budget = 80000
spent = 0
start = "2565-11"
end = "2566-09"
progress = 100
unit = "กองสาธารณสุข"
result = "เสร็จ"
obstacle = "ไม่มี"
"# },
    Kind { data: "procurement", lines: "
ที่|งานที่ซื้อหรือจ้าง|วงเงินที่ซื้อหรือจ้าง (บาท)|ราคากลาง (บาท)|วิธีซื้อหรือจ้าง|ผู้เสนอราคาและราคาที่เสนอ|ผู้ได้รับการคัดเลือก|ราคาที่ตกลง (บาท)|เหตุผลที่คัดเลือก|เลขที่สัญญา|วันที่ของสัญญา|เดือน
#1@0|จ้างซ่อมถนน|#485000|#484999.5|เฉพาะเจาะจง|หจก. ก 480,000 บาท⏎บริษัท ข จำกัด 484,000.50 บาท|หจก. ก|#480000|ราคาต่ำสุด|สัญญา ก|d2022-10-15|d2022-10-01@mmm yyyy
#2@0|ซื้อหมึกพิมพ์|#9500|-|เฉพาะเจาะจง|ร้าน ค เสนอราคา 9,500 บาท|ร้าน ค|#9500|คุณภาพตามต้องการ|สัญญา ข|d2022-11-03|d2022-11-01@mmm yyyy",
      typed: r#"
[[data.procurement]]
work = "จ้างซ่อมถนน"
budget = 485000
reference_price = 484999.5
method = "เฉพาะเจาะจง"
bidders = [{ name = "หจก. ก", price = 480000 }, { name = "บริษัท ข จำกัด", price = 484000.5 }]
winner = "หจก. ก"
price = 480000
reason = "ราคาต่ำสุด"
contract_no = "สัญญา ก"
contract_date = "2565-10-15"
month = "2565-10"
[[data.procurement]]
work = "ซื้อหมึกพิมพ์"
budget = 9500
method = "เฉพาะเจาะจง"
bidders = [{ name = "ร้าน ค", price = 9500 }]
winner = "ร้าน ค"
price = 9500
reason = "คุณภาพตามต้องการ"
contract_no = "สัญญา ข"
contract_date = "2565-11-03"
month = "2565-11"
"# },
    Kind { data: "statistics", lines: "
ช่วงเวลา|รับเรื่องทั้งหมด|ชำระภาษี
d2022-10-01@mmm yyyy|#12@0|#1234@0
ไตรมาส 2/2566|#0@0|-
รวม|#12@0|#1234@0",
      typed: r#"
[[data.statistics]]
period = "2565-10"
total = 12
"ชำระภาษี" = 1234
[[data.statistics]]
period = "2566-Q2"
total = 0
[data.statistics_labels]
total = "รับเรื่องทั้งหมด"
"# },
    Kind { data: "measures", lines: "
ลำดับที่|มาตรการ|ขั้นตอนหรือวิธีการ|ผู้รับผิดชอบ|ระยะเวลา|การกำกับติดตาม|ผลการดำเนินการ|ผลลัพธ์หรือความสำเร็จ|ข้อเสนอแนะ
#1@0|ประกาศไม่รับของขวัญ|ประชุมชี้แจง|สำนักปลัด|ตลอดปี|รายงานทุกเดือน|ดำเนินการแล้ว|ไม่มีเรื่องร้องเรียน|ทำต่อ",
      typed: r#"
[[data.measures]]
measure = "ประกาศไม่รับของขวัญ"
method = "ประชุมชี้แจง"
unit = "สำนักปลัด"
duration = "ตลอดปี"
follow_up = "รายงานทุกเดือน"
result = "ดำเนินการแล้ว"
outcome = "ไม่มีเรื่องร้องเรียน"
suggestion = "ทำต่อ"
"# },
    Kind { data: "improvements", lines: "
แบบวัด|ตัวชี้วัด|ประเด็น|คะแนน|แนวทางหรือวิธีการ|ผู้รับผิดชอบ|ระยะเวลา|ดำเนินการแล้ว|ผลการดำเนินการ
IIT|การใช้อำนาจ|การมอบหมายงาน|#88.25@0.00|ทำคู่มือ|สำนักปลัด|ภายในปี|?TRUE|แล้วเสร็จ
EIT|การสื่อสาร|เว็บไซต์|#91@0|ปรับปรุง|กองยุทธศาสตร์|ภายในปี|?FALSE|-",
      typed: r#"
[[data.improvements]]
instrument = "IIT"
indicator = "การใช้อำนาจ"
point = "การมอบหมายงาน"
score = 88.25
action = "ทำคู่มือ"
unit = "สำนักปลัด"
duration = "ภายในปี"
done = true
result = "แล้วเสร็จ"
[[data.improvements]]
instrument = "EIT"
indicator = "การสื่อสาร"
point = "เว็บไซต์"
score = 91
action = "ปรับปรุง"
unit = "กองยุทธศาสตร์"
duration = "ภายในปี"
done = false
"# },
    Kind { data: "risks", lines: "
เหตุการณ์ความเสี่ยง|ระดับความเสี่ยง|มาตรการจัดการ|ผู้รับผิดชอบ|ผลการดำเนินการ
ไม่มีระบบตรวจรับพัสดุ|สูงมาก|ตั้งคณะกรรมการ|กองคลัง|ตั้งแล้ว",
      typed: r#"
[[data.risks]]
event = "ไม่มีระบบตรวจรับพัสดุ"
level = "สูงมาก"
measure = "ตั้งคณะกรรมการ"
unit = "กองคลัง"
result = "ตั้งแล้ว"
"# },
    Kind { data: "scores", lines: "
ผลคะแนน|คะแนน|ปีงบประมาณ
total|#92.5@0.00|#2565@0
IIT|#90@0|#2565@0",
      typed: r#"
[[data.scores]]
of = "total"
score = 92.5
year = 2565
[[data.scores]]
of = "IIT"
score = 90
year = 2565
"# },
    Kind { data: "participation", lines: "
ที่|ประเด็นหรือเรื่องในการมีส่วนร่วม|สรุปข้อมูลของผู้มีส่วนร่วม|ผลจากการมีส่วนร่วม|การนำผลจากการมีส่วนร่วมไปปรับปรุงพัฒนาการดำเนินงาน
1|ประชาคมแผนพัฒนา|ผู้แทนชุมชน|ได้ลำดับโครงการ|ปรับแผนพัฒนา",
      typed: r#"
[[data.participation]]
topic = "ประชาคมแผนพัฒนา"
participants = "ผู้แทนชุมชน"
result = "ได้ลำดับโครงการ"
improvement = "ปรับแผนพัฒนา"
"# },
    Kind { data: "gifts", lines: "
ทรัพย์สินหรือประโยชน์อื่นใด|ได้รับจาก|มูลค่า (บาท)|การดำเนินการ|ช่วงเวลาที่ได้รับ
กระเช้าของขวัญ|หน่วยงานภาคเอกชน|#1500@0|ส่งคืน|ม.ค. 2566",
      typed: r#"
[[data.gifts]]
gift = "กระเช้าของขวัญ"
from = "ภาคเอกชน"
value = 1500
action = "ส่งคืน"
period = "2566-01"
"# },
];

#[test]
fn every_kind_from_every_producer() {
    let kinds = KINDS
        .iter()
        .map(|kind| DatasetKind::named(kind.data).unwrap());
    assert!(kinds.eq(DatasetKind::ALL), "each kind once, in their order");
    let differences: Vec<String> = Producer::ALL
        .into_par_iter()
        .filter_map(|producer| {
            let difference = of_producer(producer).difference()?;
            Some(format!("{producer:?}: {difference}"))
        })
        .collect();
    assert!(differences.is_empty(), "{}", differences.join("\n\n"));
}

/// A document of every kind, with its rows in a file and typed.
fn of_producer(producer: Producer) -> Pair {
    let [from_file, typed] = [SiteTest::new(), SiteTest::new()];
    for kind in KINDS {
        let data = kind.data;
        let name = format!("{data}.{}", producer.ending());
        let bytes = producer.file(&cells(kind.lines));
        let phones = match producer {
            Producer::ThaiText => ["๐ ๐๐๐๐ ๐๐๑๐", "๐ ๐๐๐๐ ๐๐๑๑"],
            _ => ["0 0000 0010", "0 0000 0011"],
        };
        let rows = kind.typed.replace("PHONE0", phones[0]);
        let rows = rows.replace("PHONE1", phones[1]);
        // The titles of counters are typed in both.
        let labels = rows.split_once("[data.statistics_labels]");
        let labels = labels.map(|(_, labels)| format!("[data.statistics_labels]{labels}"));
        let labels = labels.unwrap_or_default();
        let head = format!("title = \"{data}\"\ndate = \"2566-01-31\"\nperiod = \"2566\"");
        let asked = format!("[[rows]]\ndata = \"{data}\"\nfile = \"{name}\"\n{labels}");
        for (site, data) in [
            (&from_file, asked),
            (&typed, format!("files = [{{ path = \"{name}\" }}]\n{rows}")),
        ] {
            let text = format!("+++\n{head}\n{data}\n+++\nเนื้อหา\n");
            site.write(&format!("content/2566/o6/{}.md", kind.data), text);
            site.write(&format!("content/2566/o6/{name}"), &bytes);
        }
    }
    Pair { from_file, typed }
}
