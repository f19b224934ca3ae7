//! A whole year from what an office has: PDFs and spreadsheets, and five lines of TOML an item at most.

use super::made::{Cells, Producer, cells};
use crate::harness::{SiteTest, evidence_fixture, findings, oit, pdf, run};

/// The days and years that the site is judged by.
const AS_OF: &str = "2568-04-30";

/// An item: its number, its lines of TOML, and beside them a spreadsheet in lines of cells, where it has one.
type Kept = (u16, &'static str, &'static str);

#[rustfmt::skip]
const ITEMS: [Kept; 28] = [
    (1, "components = [1, 2, 3]", ""),
    (2, "components = [1]\n[[rows]]\ndata = \"executives\"\nfile = \"data.xlsx\"",
        "รายชื่อผู้บริหาร เทศบาลตำบลทดลอง\n\
         ชื่อ-นามสกุล|ตำแหน่ง|ฝ่าย|รูปถ่าย|โทรศัพท์\n\
         นายตัวอย่าง ทดลอง|นายกเทศมนตรี|ฝ่ายการเมือง|a.png|0 2000 0001\n\
         นางสมมุติ ทดสอบ|ปลัดเทศบาล|ฝ่ายประจำ|a.png|0 2000 0002"),
    (3, "rows = [{ data = \"contact\", file = \"data.xlsx\" }, { data = \"channels\", file = \"qa.csv\" }]",
        "ที่อยู่|โทรศัพท์|โทรสาร|อีเมล|แผนที่\n\
         1 หมู่ 2 ตำบลทดลอง|0 2000 0000|0 2000 0001|saraban@example.go.th|https://maps.example.com/t"),
    (4, "period = \"2568\"", ""),
    (5, "period = \"2566..2570\"", ""),
    (6, "period = \"2568\"\n[[rows]]\ndata = \"projects\"\nfile = \"data.xlsx\"",
        "แผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. 2568\n\
         ที่|โครงการ/กิจกรรม|งบประมาณ (บาท)|เบิกจ่ายแล้ว (บาท)|เริ่ม|สิ้นสุด\n\
         1|ซ่อมถนนสายหนึ่ง|#485000|#240000.5|ต.ค. 2567|มี.ค. 2568\n\
         2|อบรมอาชีพ|#50000|#50000|พ.ย. 2567|ธ.ค. 2567\n\
         |รวม|#535000|#290000.5||"),
    (7, "period = \"2567\"\n[[rows]]\ndata = \"projects\"\nfile = \"data.xlsx\"",
        "โครงการ/กิจกรรม|งบประมาณ (บาท)|เบิกจ่ายแล้ว (บาท)|ผลการดำเนินงาน|ปัญหา/อุปสรรค|ข้อเสนอแนะ\n\
         ขุดลอกคลอง|#300000|#298000|แล้วเสร็จ|ไม่มี|ไม่มี"),
    (8, "", ""),
    (9, "components = [1]", ""),
    (10, "[[rows]]\ndata = \"channels\"\nfile = \"data.xlsx\"",
        "ประเภท|ช่องทาง|ที่อยู่เว็บ\nE-Service|ขออนุญาตก่อสร้าง|https://eservice.example.go.th/build"),
    (11, "period = \"2567\"\n[[rows]]\ndata = \"statistics\"\nfile = \"data.xlsx\"",
        "ช่วงเวลา|ที่สำนักงาน|E-Service\nต.ค. 2566 – มี.ค. 2567|120|34\nเม.ย. 2567 – ก.ย. 2567|98|51"),
    (12, "period = \"2568-H1\"\n[[rows]]\ndata = \"procurement\"\nfile = \"data.xlsx\"",
        "แบบสรุปผลการดำเนินการจัดซื้อจัดจ้าง\n\
         ที่|ชื่อรายการของงานที่ซื้อหรือจ้าง|วงเงินงบประมาณที่ได้รับจัดสรร|แหล่งที่มาของงบประมาณ|สถานะการจัดซื้อจัดจ้าง|วิธีการจัดซื้อจัดจ้าง|ราคากลาง|ราคาที่ตกลงซื้อหรือจ้าง|รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก|เลขที่โครงการในระบบ e-GP\n\
         1|จ้างซ่อมถนน|#485000|ข้อบัญญัติ|สิ้นสุดสัญญา|เฉพาะเจาะจง|#480000|#479000|หจก.ตัวอย่าง|67109000001\n\
         2|ซื้อครุภัณฑ์|#50000|เงินอุดหนุน|อยู่ระหว่างสัญญา|เฉพาะเจาะจง|#50000|#49500|ร้านสมมุติ|67119000002\n\
         |รวมทั้งสิ้น|#535000||||#530000|#528500||"),
    (13, "period = \"2567\"\n[[rows]]\ndata = \"procurement\"\nfile = \"data.xlsx\"",
        "งานที่ซื้อหรือจ้าง|วงเงินที่ซื้อหรือจ้าง (บาท)|แหล่งที่มาของงบประมาณ|สถานะการจัดซื้อจัดจ้าง|วิธีซื้อหรือจ้าง|ราคากลาง (บาท)|ราคาที่ตกลง (บาท)|ผู้ได้รับการคัดเลือก|เลขที่โครงการในระบบ e-GP\n\
         จ้างทำความสะอาด|๑๒๐,๐๐๐|ข้อบัญญัติ|สิ้นสุดสัญญา|เฉพาะเจาะจง|๑๒๐,๐๐๐|๑๑๙,๐๐๐|บจก.ตัวอย่าง|66109000003"),
    (14, "period = \"2568\"", ""),
    (15, "period = \"2567\"", ""),
    (16, "period = \"2568\"", ""),
    (17, "", ""),
    (18, "[[rows]]\ndata = \"channels\"\nfile = \"data.xlsx\"",
        "ประเภท|ช่องทาง|ที่อยู่เว็บ\nแจ้งเรื่องร้องเรียนการทุจริต|แบบฟอร์มออนไลน์|https://www.example.go.th/report"),
    (19, "period = \"2567\"\nnone = \"ไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบในปีงบประมาณ 2567\"", ""),
    (20, "period = \"2568\"\n[[rows]]\ndata = \"participation\"\nfile = \"data.xlsx\"",
        "ที่|ประเด็น|ผู้มีส่วนร่วม|ผลจากการมีส่วนร่วม|การนำผลไปปรับปรุง\n\
         1|ประชาคมแผนพัฒนา|ประชาชน 120 คน|ได้ลำดับโครงการ|ปรับแผนพัฒนาเพิ่มเติม"),
    (21, "period = \"2568\"", ""),
    (22, "period = \"2567\"\nnone = \"ไม่มีการรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยา\"", ""),
    (23, "period = \"2568\"\n[[rows]]\ndata = \"risks\"\nfile = \"data.xlsx\"",
        "เหตุการณ์ความเสี่ยง|ระดับความเสี่ยง|มาตรการจัดการ|ผู้รับผิดชอบ\n\
         เรียกรับประโยชน์ในการอนุญาต|สูง|ใช้ระบบออนไลน์|กองช่าง"),
    (24, "period = \"2567\"", ""),
    (25, "period = \"2566..2570\"", ""),
    (26, "period = \"2567\"", ""),
    (27, "[[rows]]\ndata = \"measures\"\nfile = \"data.xlsx\"",
        "มาตรการ|ขั้นตอนหรือวิธีการ|ผู้รับผิดชอบ|ระยะเวลา\nเผยแพร่ข้อมูล|ลงเว็บไซต์ทุกเดือน|สำนักปลัด|ตลอดปี"),
    (28, "period = \"2567\"", ""),
];

/// A site of 2568 whose spreadsheets come from one program.
fn site(producer: Producer) -> SiteTest {
    let site = SiteTest::empty();
    site.write(
        "site.toml",
        "title = \"ทดสอบ\"\nbase_url = \"https://www.example.go.th/\"\nfiscal_year = 2568\n[agency]\n\
         name = \"เทศบาลตำบลทดลอง\"\ndistrict = \"ทดลอง\"\nprovince = \"ทดลอง\"\nministry = \"มหาดไทย\"\n\
         kind = \"เทศบาลตำบล\"\nemail = \"saraban@example.go.th\"\n",
    );
    for (number, lines, sheet) in ITEMS {
        let folder = format!("content/2568/o{number:02}");
        let name = format!("data.{}", producer.ending());
        assert!(lines.lines().count() <= 5, "O{number}");
        site.write(
            &format!("{folder}/index.toml"),
            lines.replace("data.xlsx", &name),
        );
        site.write(
            &format!("{folder}/o{number}.pdf"),
            pdf(&format!("Item {number}")),
        );
        if sheet.contains("a.png") {
            site.write(&format!("{folder}/a.png"), evidence_fixture("photo.png"));
        }
        if lines.contains("qa.csv") {
            let ways = "ประเภท,ช่องทาง,ที่อยู่เว็บ\nถาม–ตอบ (Q&A),กระดานถามตอบ,https://www.example.go.th/qa\n\
                เครือข่ายสังคมออนไลน์,Facebook,https://www.facebook.com/thotlong\n";
            site.write(&format!("{folder}/qa.csv"), ways);
        }
        if !sheet.is_empty() {
            let cells: Cells = cells(sheet);
            site.write(&format!("{folder}/{name}"), producer.file(&cells));
        }
    }
    site
}

#[test]
fn twenty_eight_items_need_five_lines_each() {
    for producer in Producer::ALL {
        let site = site(producer);
        let day = ["--as-of", AS_OF];
        let built = run(oit().arg("build").args(day).current_dir(site.root()));
        assert_eq!(built.code, 0, "{producer:?} {built:?}");
        let checklist = site.checklist(2568);
        let items = checklist["items"].as_array().unwrap();
        let open: Vec<_> = items
            .iter()
            .filter(|item| item["status"] != "complete")
            .collect();
        assert!(
            items.len() == 28 && open.is_empty(),
            "{producer:?} {open:#?}"
        );
        let check = run(oit()
            .args(["check", "--format", "json"])
            .args(day)
            .current_dir(site.root()));
        let found = findings(&check.stdout);
        assert!(
            found.iter().all(|found| found.severity == "info"),
            "{producer:?} {found:#?}"
        );
        let page = site.read("public/2568/o12/index.html");
        assert!(
            page.contains("485,000") && page.contains("procurement.xlsx"),
            "{producer:?}"
        );
        let total = site.read("public/2568/o6/index.html");
        assert!(
            total.contains("535,000") && !total.contains("1,070,000"),
            "{producer:?}"
        );
    }
}
