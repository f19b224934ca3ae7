//! What is owed beyond components and periods, as a clerk gets them wrong.

use super::{Case, Files, lines, site_with};
use crate::harness::SiteTest;

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    Case { code: "only-pdf", at: "content/2568/o12/index.md:3:19", more: &[], files: &[
        ("content/2568/o12/index.md", "+++\n\
         period = \"2568\"\n\
         files = [{ path = \"ita.PDF\", title = \"แบบ ITA-o12\" }]\n\
         +++\n\
         แบบ ITA-o12\n"),
        ("content/2568/o12/ita.PDF", "%PDF of:form"),
    ] },
    // Each document by itself: that of the other month has both.
    Case { code: "only-pdf", at: "content/2569/o18/a.md:1:1", more: &[("framework-provisional", "content/2569:1:1")], files: &[
        ("content/2569/o18/a.md", "+++\n\
         title = \"สถิติ ครึ่งแรก\"\n\
         date = \"2566-08-01\"\n\
         period = \"2568-H1\"\n\
         +++\n\
         ดู [สถิติ](h1.pdf)\n"),
        ("content/2569/o18/h1.pdf", "%PDF of:h1"),
        ("content/2569/o18/b.md", "+++\n\
         title = \"สถิติ ครึ่งหลัง\"\n\
         date = \"2566-08-01\"\n\
         period = \"2568-H2\"\n\
         files = [{ path = \"h2.pdf\" }, { path = \"ตาราง.csv\" }]\n\
         +++\n\
         สถิติ\n"),
        ("content/2569/o18/h2.pdf", "%PDF of:h2"),
        ("content/2569/o18/ตาราง.csv", "เดือน,เรื่อง\n2568-04,2\n"),
    ] },
    Case { code: "statistics-outside-year", at: "content/2568/o11/index.md:4:10", more: &[], files: &[
        ("content/2568/o11/index.md", "+++\n\
         period = \"2567\"\n\
         [[data.statistics]]\n\
         period = \"2568-Q1\"\n\
         total = 10\n\
         +++\n\
         สถิติ\n"),
    ] },
    Case { code: "statistics-outside-year", at: "content/2566/o16/index.toml:4:10", more: &[], files: &[
        ("content/2566/o16/index.toml", "period = \"2566-H1\"\n\
         components = [2]\n\
         [[data.statistics]]\n\
         period = \"2565-H1\"\n\
         total = 10\n"),
    ] },
    Case { code: "form-blank", at: "content/2568/o12/index.md:3:1", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\nbase_url = \"https://x.example/\"\nfiscal_year = 2566\n\
         [agency]\nname = \"ก\"\ndistrict = \"ข\"\nprovince = \"ค\"\nministry = \"กระทรวงมหาดไทย\"\nkind = \"องค์กรปกครองส่วนท้องถิ่น\"\n"),
        ("content/2568/o12/index.md", "+++\n\
         period = \"2568\"\n\
         [[data.procurement]]\n\
         work = \"ซื้อ\"\n\
         budget = 10\n\
         budget_source = \"เงินรายได้\"\n\
         status = \"ลงนามแล้ว\"\n\
         method = \"เฉพาะเจาะจง\"\n\
         winner = \"ร้าน ก\"\n\
         egp_no = \"68019000001\"\n\
         price = 9\n\
         +++\n\
         ซื้อแล้ว ยังไม่มีราคากลาง\n"),
    ] },
    Case { code: "form-blank", at: "site.toml:1:1", more: &[("framework-provisional", "content/2569:1:1")], files: &[
        ("content/2569/o11/index.toml", "period = \"2569-H1\"\n\
         [[data.procurement]]\n\
         work = \"ซื้อ\"\n\
         budget = 10\n\
         budget_source = \"เงินรายได้\"\n\
         status = \"ลงนามแล้ว\"\n\
         method = \"เฉพาะเจาะจง\"\n\
         winner = \"ร้าน ก\"\n\
         egp_no = \"๖๘๐๑๙๐๐๐๐๐๑\"\n"),
    ] },
    Case { code: "project-number", at: "content/2566/o21/index.md:6:10", more: &[], files: &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         [[data.procurement]]\n\
         work = \"ซื้อ\"\n\
         egp_no = \"6801900000\"\n\
         +++\n\
         ขาดไปหนึ่งหลัก\n"),
    ] },
    Case { code: "project-number", at: "content/2568/o13/index.toml:9:10", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\nbase_url = \"https://x.example/\"\nfiscal_year = 2566\n\
         [agency]\nname = \"ก\"\ndistrict = \"ข\"\nprovince = \"ค\"\nministry = \"กระทรวงมหาดไทย\"\nkind = \"องค์กรปกครองส่วนท้องถิ่น\"\n"),
        ("content/2568/o13/index.toml", "period = \"2567\"\n\
         [[data.procurement]]\n\
         work = \"ซื้อ\"\n\
         budget = 10\n\
         budget_source = \"เงินรายได้\"\n\
         status = \"ลงนามแล้ว\"\n\
         method = \"เฉพาะเจาะจง\"\n\
         winner = \"ร้าน ก\"\n\
         egp_no = \"0-1055-36000-00-1\"\n"),
    ] },
    Case { code: "months-missing", at: "content/2566/o21/index.md:1:1", more: &[], files: &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         data.procurement = [{ work = \"ซื้อ\", month = \"2565-10\" }, { work = \"ซื้อ\", month = \"2565-11\" }, { work = \"ซื้อ\", month = \"2565-12\" }, { work = \"ซื้อ\", month = \"2566-01\" }, { work = \"ซื้อ\", month = \"2566-03\" }, { work = \"ซื้อ\", month = \"2566-04\" }, { work = \"ซื้อ\", month = \"2566-05\" }, { work = \"ซื้อ\", month = \"2566-06\" }, { work = \"ซื้อ\", month = \"2566-07\" }, { work = \"ซื้อ\", month = \"2566-08\" }]\n\
         +++\n\
         สรุปรายเดือน\n"),
    ] },
    Case { code: "months-missing", at: "content/2566/o21/index.md:1:1", more: &[], files: &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         +++\n\
         สรุปรายเดือน\n"),
        ("content/2566/o21/m0.md", "+++\n\
         title = \"สรุป\"\n\
         date = \"2566-04-10\"\n\
         period = \"๒๕๖๕-๑๐\"\n\
         +++\n\
         มีรายการ\n"),
        ("content/2566/o21/m1.md", "+++\n\
         title = \"สรุป\"\n\
         date = \"2566-04-10\"\n\
         period = \"2565-12\"\n\
         +++\n\
         มีรายการ\n"),
        ("content/2566/o21/m2.md", "+++\n\
         title = \"สรุป\"\n\
         date = \"2566-04-10\"\n\
         period = \"2566-01\"\n\
         +++\n\
         มีรายการ\n"),
        ("content/2566/o21/m3.md", "+++\n\
         title = \"สรุป\"\n\
         date = \"2566-04-10\"\n\
         period = \"2566-03\"\n\
         +++\n\
         มีรายการ\n"),
    ] },
    Case { code: "months-missing", at: "content/2566/o21/first.md:1:1", more: &[], files: &[
        ("content/2566/o21/first.md", "+++\n\
         title = \"สรุป\"\n\
         date = \"2566-04-10\"\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         data.procurement = [{ work = \"ซื้อ\", month = \"2566-01\" }, { work = \"ซื้อ\", month = \"2566-02\" }, { work = \"ซื้อ\", month = \"2566-03\" }, { work = \"ซื้อ\", month = \"2566-04\" }, { work = \"ซื้อ\", month = \"2566-05\" }, { work = \"ซื้อ\", month = \"2566-06\" }, { work = \"ซื้อ\", month = \"2566-07\" }, { work = \"ซื้อ\", month = \"2566-08\" }]\n\
         +++\n\
         สรุปรายเดือน\n"),
    ] },
    Case { code: "only-pictures", at: "content/2566/o1/index.md:1:1", more: &[], files: &[
        ("content/2566/o1/index.md", "+++\n\
         components = [1, 2]\n\
         files = [{ path = \"ผัง.gif\", title = \"ผังโครงสร้าง\" }]\n\
         +++\n"),
        ("content/2566/o1/ผัง.gif", "GIF89a"),
    ] },
    Case { code: "only-pictures", at: "content/2566/o1/index.md:1:1", more: &[], files: &[
        ("content/2566/o1/index.md", "+++\n\
         components = [1, 2]\n\
         +++\n\
         ## โครงสร้าง\n\
         \n\
         ![แผนผังโครงสร้างเทศบาล](chart.gif)\n"),
        ("content/2566/o1/chart.gif", "GIF89a"),
    ] },
    Case { code: "only-pictures", at: "content/2566/o1/index.md:1:1", more: &[], files: &[
        ("content/2566/o1/index.md", "+++\n\
         components = [1, 2]\n\
         +++\n\
         <p><img src=\"chart.GIF\" alt=\"ผัง\"></p>\n"),
        ("content/2566/o1/chart.GIF", "GIF89a"),
    ] },
    Case { code: "photo-not-picture", at: "content/2566/o2/index.md:3:53", more: &[], files: &[
        ("content/2566/o2/index.md", "+++\n\
         components = [1, 2]\n\
         data.executives = [{ name = \"นายกู้ ที่ดี\", photo = \"นายก.pdf\" }]\n\
         +++\n\
         ผู้บริหาร\n"),
        ("content/2566/o2/นายก.pdf", "%PDF"),
    ] },
    Case { code: "photo-not-picture", at: "content/2566/o2/index.toml:4:9", more: &[], files: &[
        ("content/2566/o2/index.toml", "components = [1, 2]\n\
         [[data.executives]]\n\
         name = \"นายกู้ ที่ดี\"\n\
         photo = \"photos/ประวัติ.docx\"\n"),
        ("content/2566/o2/photos/ประวัติ.docx", "fixture:plain.docx"),
    ] },
    Case { code: "end-before-start", at: "content/2566/o11/index.md:7:7", more: &[], files: &[
        ("content/2566/o11/index.md", "+++\n\
         period = \"2566\"\n\
         components = [1, 2, 3]\n\
         [[data.projects]]\n\
         name = \"ขุดบ่อ\"\n\
         start = \"2566-03-01\"\n\
         end = \"2566-02-01\"\n\
         +++\n\
         แผน\n"),
    ] },
    Case { code: "end-before-start", at: "content/2566/o11/index.md:4:62", more: &[], files: &[
        ("content/2566/o11/index.md", "+++\n\
         period = \"2566\"\n\
         components = [1, 2, 3]\n\
         data.projects = [{ name = \"กู้ที่\", start = \"2566-Q3\", end = \"๒๕๖๖-Q1\" }]\n\
         +++\n\
         แผน\n"),
    ] },
    Case { code: "end-before-start", at: "content/2566/o11/index.md:7:7", more: &[], files: &[
        ("content/2566/o11/index.md", "+++\n\
         period = \"2566\"\n\
         components = [1, 2, 3]\n\
         [[data.projects]]\n\
         name = \"ถนน\"\n\
         start = \"2565-12\"\n\
         end = 2022-03-31\n\
         +++\n\
         แผน\n"),
    ] },
    Case { code: "over-budget", at: "content/2566/o12/index.md:7:9", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         [[data.projects]]\n\
         name = \"ถนน\"\n\
         budget = 485000\n\
         spent = 4850000\n\
         +++\n\
         รายงาน\n"),
    ] },
    Case { code: "over-budget", at: "content/2566/o12/index.md:4:62", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         data.projects = [{ name = \"น้ำ\", budget = \"๑๐๐,๐๐๐\", spent = \"๑๐๐,๐๐๑\" }]\n\
         +++\n\
         รายงาน\n"),
    ] },
    Case { code: "month-outside-year", at: "content/2566/o20/index.md:4:46", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         data.procurement = [{ work = \"ซื้อ\", month = \"2567-01\" }]\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "month-outside-year", at: "content/2566/o22/index.md:6:9", more: &[], files: &[
        ("content/2566/o22/index.md", "+++\n\
         period = \"2565\"\n\
         components = [1, 2, 3]\n\
         [[data.procurement]]\n\
         work = \"จ้าง\"\n\
         month = \"2566-03\"\n\
         +++\n\
         รายงาน\n"),
    ] },
    Case { code: "month-outside-year", at: "content/2566/o21/index.md:4:426", more: &[("months-missing", "content/2566/o21/index.md:1:1")], files: &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         data.procurement = [{ work = \"ซื้อ\", month = \"2565-11\" }, { work = \"ซื้อ\", month = \"2565-12\" }, { work = \"ซื้อ\", month = \"2566-01\" }, { work = \"ซื้อ\", month = \"2566-02\" }, { work = \"ซื้อ\", month = \"2566-03\" }, { work = \"ซื้อ\", month = \"2566-04\" }, { work = \"ซื้อ\", month = \"2566-05\" }, { work = \"ซื้อ\", month = \"2566-06\" }, { work = \"ซื้อ\", month = \"2566-07\" }, { work = \"ซื้อ\", month = \"2566-08\" }, { work = \"จ้าง\", month = \"2566-10\" }]\n\
         +++\n\
         สรุป\n"),
    ] },
    Case { code: "contract-date", at: "content/2566/o20/index.md:6:17", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         [[data.procurement]]\n\
         work = \"ซื้อ\"\n\
         contract_date = \"2567-01-18\"\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "contract-date", at: "content/2566/o20/index.md:7:17", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         [[data.procurement]]\n\
         work = \"ซื้อ\"\n\
         month = \"2566-01\"\n\
         contract_date = \"2565-01-18\"\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "contract-date", at: "content/2566/o20/jan.md:6:56", more: &[], files: &[
        ("content/2566/o20/jan.md", "+++\n\
         title = \"ผลการจัดซื้อ\"\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         period = \"2566-01\"\n\
         data.procurement = [{ work = \"กู้ที่\", contract_date = \"๒๕๖๕-๐๑-๐๙\" }]\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "winner-not-bidder", at: "content/2566/o20/index.md:7:10", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         [[data.procurement]]\n\
         work = \"จ้างขุดบ่อกู้ภัย\"\n\
         bidders = [{ name = \"หจก. สมมุติการโยธา\", price = 472000 }, { name = \"หจก. แบบร่างก่อสร้าง\", price = 479000 }]\n\
         winner = \"บริษัท ทดลองที่ดิน จำกัด\"\n\
         +++\n\
         ประกาศ\n"),
    ] },
    // A slip of one letter is enough: nobody finds the winner's offer.
    Case { code: "winner-not-bidder", at: "content/2566/o20/jan.md:6:106", more: &[], files: &[
        ("content/2566/o20/jan.md", "+++\n\
         title = \"ผลการจัดซื้อ\"\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         period = \"2566-01\"\n\
         data.procurement = [{ work = \"ซื้อที่\", bidders = [{ name = \"ร้านกู้ดีพาณิชย์\" }], price = 900, winner = \"ร้านกู้ดีพานิชย์\" }]\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "price-above", at: "content/2566/o20/index.md:8:9", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         [[data.procurement]]\n\
         work = \"ซื้อหมึกพิมพ์ที่ว่าการ\"\n\
         budget = 20000\n\
         reference_price = 1000\n\
         price = \"12,000\"\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "price-above", at: "content/2566/o20/index.md:7:9", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         [[data.procurement]]\n\
         work = \"ซื้อน้ำ\"\n\
         budget = \"๕,๐๐๐\"\n\
         price = \"๕,๐๐๐.๕๐\"\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "price-above", at: "content/2566/o20/index.md:8:9", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         [[data.procurement]]\n\
         work = \"ซื้อที่นั่ง\"\n\
         bidders = [{ name = \"นางกู้ ที่ดี\", price = 4000 }, { name = \"นายสมมุติ ใจดี\", price = 4400 }]\n\
         winner = \"นางกู้ ที่ดี\"\n\
         price = 4400\n\
         +++\n\
         ประกาศ\n"),
    ] },
    // A row that was copied; one purchase in the report of the month and in that of the half-year.
    Case { code: "same-row", at: "content/2566/o20/index.md:9:1", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         [[data.procurement]]\n\
         work = \"ซื้อที่นั่ง\"\n\
         price = 4400\n\
         month = \"2566-01\"\n\
         \n\
         [[data.procurement]]\n\
         work = \"ซื้อ ที่นั่ง\"\n\
         price = \"๔,๔๐๐\"\n\
         month = \"2566-01\"\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "same-row", at: "content/2566/o20/jan.md:5:1", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         data.procurement = [{ work = \"ซื้อที่นั่ง\", price = 4400, egp_no = \"66019000001\" }]\n\
         +++\n\
         ประกาศ\n"),
        ("content/2566/o20/jan.md", "+++\n\
         title = \"มกราคม\"\n\
         date = \"2566-02-01\"\n\
         period = \"2566-01\"\n\
         [[data.procurement]]\n\
         work = \"ซื้อที่นั่ง\"\n\
         month = \"2566-01\"\n\
         egp_no = \"66019000001\"\n\
         price = 4400\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "same-row", at: "content/2566/o11/index.md:9:1", more: &[], files: &[
        ("content/2566/o11/index.md", "+++\n\
         date = \"2566-01-31\"\n\
         period = \"2566\"\n\
         components = [1, 2, 3]\n\
         [[data.projects]]\n\
         name = \"อบรมกู้ภัย\"\n\
         budget = 9000\n\
         \n\
         [[data.projects]]\n\
         name = \"อบรมกู้ภัย\"\n\
         budget = 9000\n\
         +++\n\
         แผน\n"),
    ] },
    Case { code: "same-row", at: "content/2566/o29/index.md:9:1", more: &[], files: &[
        ("content/2566/o29/index.md", "+++\n\
         date = \"2566-04-03\"\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         [[data.statistics]]\n\
         period = \"2566-Q1\"\n\
         total = 3\n\
         \n\
         [[data.statistics]]\n\
         period = \"2566-Q1\"\n\
         total = 4\n\
         +++\n\
         สถิติ\n"),
    ] },
    // What Excel shows of a long number.
    Case { code: "project-number", at: "content/2566/o20/index.md:6:10", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         [[data.procurement]]\n\
         work = \"ซื้อที่นั่ง\"\n\
         egp_no = \"6.6019E+10\"\n\
         +++\n\
         ประกาศ\n"),
    ] },
    Case { code: "score-twice", at: "content/2566/o42/index.md:3:66", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"total\", score = 80, year = 2565 }, { of = \"total\", score = 89, year = 2565 }]\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "score-twice", at: "content/2566/o42/index.md:3:79", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"IIT\", score = 80 }, { of = \"EIT\", score = 81 }, { of = \"iit\", score = 80, year = 2566 }]\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "score-twice", at: "content/2566/o42/index.md:3:62", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"9\", score = 80, year = 2565 }, { of = \"๙\", score = 89, year = 2565 }]\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "unknown-score", at: "content/2566/o42/index.md:3:23", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"ITT\", score = 80 }]\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "unknown-score", at: "content/2566/o42/index.md:3:23", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"๑๑\", score = 80 }]\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "unknown-score", at: "content/2566/o42/index.md:4:6", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         [[data.scores]]\n\
         of = \"9.6\"\n\
         score = 80\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "unknown-score", at: "content/2566/o42/index.md:4:6", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         [[data.scores]]\n\
         of = \"คะแนนรวม\"\n\
         score = 80\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "score-of-parts-only", at: "content/2566/o42/index.md:3:126", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"total\", score = 90 }, { of = \"IIT\", score = 90 }, { of = \"EIT1\", score = 80 }, { of = \"EIT2\", score = 90 }]\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "score-of-parts-only", at: "content/2566/o42/index.md:6:9", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"Total\", score = 96 },\n\
         { of = \"eit1\", score = 96 },\n\
         { of = \"eit2\",\n\
         score = 94 }]\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "total-does-not-follow", at: "content/2566/o42/index.md:3:40", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"total\", score = 81.08 }, { of = \"IIT\", score = 80 }, { of = \"EIT\", score = 80 }, { of = \"OIT\", score = 82.5 }]\n\
         +++\n\
         ผล\n"),
    ] },
    Case { code: "total-does-not-follow", at: "content/2566/o42/index.md:5:9", more: &[], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         [[data.scores]]\n\
         of = \"total\"\n\
         score = 97.50\n\
         year = 2565\n\
         [[data.scores]]\n\
         of = \"IIT\"\n\
         score = 57.80\n\
         year = 2565\n\
         [[data.scores]]\n\
         of = \"EIT\"\n\
         score = 70\n\
         year = 2565\n\
         [[data.scores]]\n\
         of = \"OIT\"\n\
         score = 60\n\
         year = 2565\n\
         +++\n\
         ผล\n"),
    ] },
    // The year changed, and the fraud channel stands in the old one.
    Case { code: "duty-from-earlier-year", at: "content/2566:1:1", more: &[], files: &[
        ("content/2565/o28/index.md", "+++\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"แจ้งการทุจริต\"\n\
         url = \"https://www.x.example/fraud\"\n\
         +++\n\
         ช่องทาง\n"),
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n"),
    ] },
    Case { code: "duty-from-earlier-year", at: "content/2566:1:1", more: &[], files: &[
        ("content/2565/o5/index.md", "+++\n\
         [[data.contact]]\n\
         address = \"1 หมู่ 2 ตำบลตัวอย่าง\"\n\
         phone = \"0 0000 0000\"\n\
         fax = \"0 0000 0001\"\n\
         email = \"saraban@x.example\"\n\
         map = \"https://maps.example/x\"\n\
         +++\n\
         ติดต่อ\n"),
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n"),
    ] },
    Case { code: "not-on-home-page", at: "content/2566/o8/index.md:1:1", more: &[], files: &[
        ("content/2566/o8/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ถามได้ที่กระดานถามตอบ https://x.example/board\n"),
    ] },
    Case { code: "not-on-home-page", at: "content/2566/o5/index.md:1:1", more: &[], files: &[
        ("content/2566/o5/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เลขที่ 99 หมู่ที่ 9 โทร. 0 0000 0001\n"),
    ] },
    Case { code: "not-on-home-page", at: "content/2566/o28/index.md:1:1", more: &[], files: &[
        ("content/2566/o28/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"complaint\"\n\
         label = \"แจ้งทุจริต\"\n\
         url = \"https://x.example/fraud\"\n\
         +++\n\
         ช่องทาง\n"),
    ] },
    Case { code: "not-on-home-page", at: "content/2566/o43/survey.md:1:1", more: &[], files: &[
        ("content/2566/o43/survey.md", "+++\n\
         title = \"ผล\"\n\
         date = \"2566-04-01\"\n\
         components = [1, 2, 3]\n\
         [[data.channels]]\n\
         kind = \"eit-survey\"\n\
         label = \"แบบวัด EIT\"\n\
         +++\n\
         สแกน QR code\n"),
    ] },
    Case { code: "not-on-home-page", at: "content/2566:1:1", more: &[], files: &[
        ("content/2566/framework.toml", "fiscal_year = 2566\n\
         source = \"ทดสอบ\"\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"การเปิดเผยข้อมูล\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข้อมูลพื้นฐาน\"\n\
         item = [\n\
         { number = 6, key = \"laws\", title = \"กฎหมาย\" },\n\
         { number = 7, key = \"news\", title = \"ข่าว\" },\n\
         { number = 10, key = \"privacy-policy\", title = \"นโยบาย\", duties = [\"privacy-policy\"] },\n\
         ]\n"),
        ("content/2566/o6/index.md", "+++\ndate = \"2566-01-31\"\n+++\nกฎหมาย\n"),
        ("content/2566/o7/index.md", "+++\ndate = \"2566-01-31\"\n+++\nข่าว\n"),
    ] },
    Case { code: "not-on-home-page", at: "content/2566/o10/index.md:1:1", more: &[], files: &[
        ("content/2566/framework.toml", "fiscal_year = 2566\n\
         source = \"ทดสอบ\"\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"การเปิดเผยข้อมูล\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข้อมูลพื้นฐาน\"\n\
         item = [\n\
         { number = 6, key = \"laws\", title = \"กฎหมาย\" },\n\
         { number = 7, key = \"news\", title = \"ข่าว\" },\n\
         { number = 10, key = \"privacy-policy\", title = \"นโยบาย\", duties = [\"privacy-policy\"] },\n\
         ]\n"),
        ("content/2566/o6/index.md", "+++\ndate = \"2566-01-31\"\n+++\nกฎหมาย\n"),
        ("content/2566/o7/index.md", "+++\ndate = \"2566-01-31\"\n+++\nข่าว\n"),
        ("content/2566/o10/index.md", "+++\ndraft = true\n+++\nนโยบาย\n"),
    ] },
    Case { code: "fraud-not-separate", at: "content/2566/o28/index.md:6:7", more: &[], files: &[
        ("content/2566/o28/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"แจ้งทุจริต\"\n\
         url = \"https://x.example/Complain/\"\n\
         +++\n\
         ช่องทาง\n"),
        ("content/2566/o27/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"complaint\"\n\
         label = \"ร้องเรียน\"\n\
         url = \"https://x.example/complain\"\n\
         +++\n\
         แนวปฏิบัติ\n"),
    ] },
    Case { code: "fraud-not-separate", at: "content/2566/o28/index.md:6:7", more: &[], files: &[
        ("content/2566/o28/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"แจ้งทุจริต\"\n\
         url = \"mailto:saraban@x.example?subject=แจ้ง\"\n\
         [[data.channels]]\n\
         kind = \"complaint\"\n\
         label = \"อีเมล saraban@x.example\"\n\
         +++\n\
         ช่องทาง\n"),
    ] },
    Case { code: "fraud-not-separate", at: "content/2566/o28/index.md:6:7", more: &[], files: &[
        ("content/2566/o28/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"แจ้งทุจริต\"\n\
         url = \"/2566/o8/\"\n\
         +++\n\
         ช่องทาง\n"),
        ("content/2566/o8/index.md", "+++\n\
         components = [1]\n\
         [[data.channels]]\n\
         kind = \"qa\"\n\
         label = \"กระดาน\"\n\
         url = \"o8\"\n\
         +++\n\
         ถาม\n"),
    ] },
    Case { code: "fraud-not-separate", at: "content/2566/o28/index.md:9:9", more: &[], files: &[
        ("content/2566/o28/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"แบบฟอร์ม\"\n\
         url = \"https://x.example/fraud\"\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"โทร. ๐ ๐๐๐๐ ๐๐๐๑\"\n\
         [[data.channels]]\n\
         kind = \"complaint\"\n\
         label = \"โทรศัพท์\"\n\
         url = \"tel:0-0000-0001\"\n\
         +++\n\
         ช่องทาง\n"),
    ] },
    Case { code: "fraud-not-separate", at: "content/2566/o28/index.md:6:7", more: &[], files: &[
        ("content/2566/o28/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"แจ้งทุจริต\"\n\
         url = \"http://www.town.example/report\"\n\
         [[data.channels]]\n\
         kind = \"complaint\"\n\
         label = \"ร้องเรียน\"\n\
         url = \"https://town.example/report/\"\n\
         +++\n\
         ช่องทาง\n"),
    ] },
    Case { code: "fraud-not-separate", at: "content/2566/o28/index.md:6:7", more: &[], files: &[
        ("content/2566/o28/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"แจ้งทุจริต\"\n\
         url = \"https://x.example/2566/o28\"\n\
         [[data.channels]]\n\
         kind = \"complaint\"\n\
         label = \"ร้องเรียน\"\n\
         url = \"/2566/o28/\"\n\
         +++\n\
         ช่องทาง\n"),
    ] },
    Case { code: "fraud-not-separate", at: "content/2566/o28/index.md:6:7", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         [agency]\n\
         phone = \"โทร. 0 0000 0001 ต่อ 1\"\n\
         email = \"saraban@x.example\"\n"),
        ("content/2566/o28/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"แจ้งทุจริต\"\n\
         url = \"mailto:saraban@x.example\"\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"โทร. 0 0000 0001 ต่อ 9\"\n\
         url = \"https://x.example/fraud\"\n\
         +++\n\
         ช่องทาง\n"),
    ] },
    Case { code: "base-url-http", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"http://www.town.example/\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "base-url-http", at: "site.toml:3:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         fiscal_year = 2566\n\
         base_url = \"HTTP://town.example:8080/oit\"\n"),
    ] },
];

/// What looks like one of these mistakes and is none.
#[rustfmt::skip]
const NEARLY: &[(&str, Files)] = &[
    ("a PDF whose table is there too: under another name, as rows, as a table, behind a link, in a ZIP, in another document", &[
        ("content/2568/o12/a.md", "+++\n\
         title = \"ไตรมาส 1\"\n\
         date = \"2566-08-01\"\n\
         period = \"2568-Q1\"\n\
         files = [{ path = \"a.pdf\" }, { path = \"ข้อมูลดิบ.csv\" }]\n\
         +++\n\
         รายการ\n"),
        ("content/2568/o12/a.pdf", "%PDF"),
        ("content/2568/o12/ข้อมูลดิบ.csv", "ก,ข\n1,2\n"),
        ("content/2568/o12/b.md", "+++\n\
         title = \"ไตรมาส 2\"\n\
         date = \"2566-08-01\"\n\
         period = \"2568-Q2\"\n\
         files = [{ path = \"b.pdf\" }]\n\
         [[table]]\n\
         file = \"ข้อมูลดิบ.csv\"\n\
         caption = \"รายการ\"\n\
         +++\n\
         รายการ\n"),
        ("content/2568/o12/b.pdf", "%PDF"),
        ("content/2568/o12/c.md", "+++\n\
         title = \"ไตรมาส 3\"\n\
         date = \"2566-08-01\"\n\
         period = \"2568-Q3\"\n\
         files = [{ path = \"c.pdf\" }]\n\
         links = [{ url = \"https://data.go.th/dataset/procurement\", title = \"ชุดข้อมูล\" }]\n\
         +++\n\
         รายการ\n"),
        ("content/2568/o12/c.pdf", "%PDF"),
        ("content/2568/o12/d.md", "+++\n\
         title = \"ไตรมาส 4\"\n\
         date = \"2566-08-01\"\n\
         period = \"2568-Q4\"\n\
         files = [{ path = \"d.pdf\" }]\n\
         +++\n\
         รายการ\n"),
        ("content/2568/o12/d.pdf", "%PDF"),
        ("content/2568/o12/e.md", "+++\n\
         title = \"ไฟล์ Excel ของไตรมาส 4\"\n\
         date = \"2566-08-01\"\n\
         period = \"2568-Q4\"\n\
         files = [{ path = \"d.csv\" }]\n\
         +++\n\
         ไฟล์\n"),
        ("content/2568/o12/d.csv", "ก,ข\n3,4\n"),
        ("content/2568/o13/index.md", "+++\n\
         period = \"2567\"\n\
         none = \"ไม่มีการจัดซื้อจัดจ้างในปีนี้\"\n\
         files = [{ path = \"letter.pdf\" }]\n\
         +++\n"),
        ("content/2568/o13/letter.pdf", "%PDF"),
        ("content/2568/o19/index.md", "+++\n\
         period = \"2567\"\n\
         files = [{ path = \"stat.pdf\" }]\n\
         +++\n\
         ข้อนี้ของปี 2568 ไม่ได้ขอเป็นตาราง\n"),
        ("content/2568/o19/stat.pdf", "%PDF"),
        ("content/2569/o18/index.md", "+++\n\
         period = \"2568\"\n\
         files = [{ path = \"stat.pdf\" }]\n\
         data.statistics = [{ period = \"2567\", total = 2, closed = 2, open = 0 }, { period = \"2568\", total = 1, closed = 1, open = 0 }]\n\
         +++\n\
         มีสถิติของปีก่อนไว้เทียบ\n"),
        ("content/2569/o18/stat.pdf", "%PDF"),
    ]),
    ("a project number in Thai digits, with signs, or in words", &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         data.procurement = [{ work = \"ก\", egp_no = \"๖๖๐๑๗๐๐๐๐๐๑\" }, { work = \"ข\", egp_no = \"66017 000002\" }, { work = \"ค\", egp_no = \"-\" }, { work = \"ง\", egp_no = \"ไม่เกิน 100,000 บาท ไม่ได้ดำเนินการในระบบ\" }]\n\
         +++\n\
         ประกาศ\n"),
    ]),
    ("the period of a whole half says nothing of months", &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         +++\n\
         สรุปทุกเดือน\n"),
    ]),
    ("a month that has not ended is not owed", &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         data.procurement = [{ work = \"ซื้อ\", month = \"2565-10\" }, { work = \"ซื้อ\", month = \"2565-11\" }, { work = \"ซื้อ\", month = \"2565-12\" }, { work = \"ซื้อ\", month = \"2566-01\" }, { work = \"ซื้อ\", month = \"2566-02\" }, { work = \"ซื้อ\", month = \"2566-03\" }, { work = \"ซื้อ\", month = \"2566-04\" }, { work = \"ซื้อ\", month = \"2566-05\" }, { work = \"ซื้อ\", month = \"2566-06\" }, { work = \"ซื้อ\", month = \"2566-07\" }, { work = \"ซื้อ\", month = \"2566-08\" }]\n\
         +++\n\
         สรุป\n"),
    ]),
    ("a winner whose name is written otherwise, is nobody or two, and prices that fit", &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         data.procurement = [\n\
         { work = \"ก\", bidders = [{ name = \"บริษัท ทดลอง จำกัด\", price = 900 }], winner = \"บจก.ทดลอง\", price = 900, reference_price = 900, budget = 900 },\n\
         { work = \"ข\", bidders = [{ name = \"ห้างหุ้นส่วนจำกัด สมมุติการโยธา\" }], winner = \"หจก.สมมุติ การโยธา\", price = 800 },\n\
         { work = \"ค\", bidders = [{ name = \"นายสมมุติ ใจดี\", price = 500 }], winner = \"สมมุติ ใจดี (ร้านใจดี)\", price = 450 },\n\
         { work = \"ง\", bidders = [{ name = \"ร้านหนึ่ง\" }, { name = \"ร้านสอง\" }], winner = \"ร้านหนึ่ง และ ร้านสอง\" },\n\
         { work = \"จ\", bidders = [{ name = \"ร้านหนึ่ง\" }], winner = \"ยกเลิกการจัดซื้อ\" },\n\
         { work = \"ฉ\", winner = \"ร้านสาม\", price = 0, reference_price = 0 },\n\
         ]\n\
         +++\n\
         ประกาศ\n"),
    ]),
    ("a picture with a text, a table or a PDF beside it", &[
        ("content/2566/o1/index.md", "+++\n\
         components = [1, 2]\n\
         +++\n\
         ![ผัง](chart.gif)\n\
         \n\
         แบ่งเป็น 3 กอง\n"),
        ("content/2566/o1/chart.gif", "GIF89a"),
        ("content/2566/o3/index.md", "+++\n\
         components = [1]\n\
         files = [{ path = \"a.pdf\" }]\n\
         +++\n\
         ![ก](b.gif)\n"),
        ("content/2566/o3/a.pdf", "%PDF"),
        ("content/2566/o3/b.gif", "(picture)"),
    ]),
    ("a photograph from a camera", &[
        ("content/2566/o2/index.md", "+++\n\
         components = [1, 2]\n\
         data.executives = [{ name = \"ก\", photo = \"DSC001.GIF\" }]\n\
         +++\n\
         ก\n"),
        ("content/2566/o2/DSC001.GIF", "GIF89a"),
    ]),
    ("a project of one day, and one that spends its budget", &[
        ("content/2566/o11/index.md", "+++\n\
         period = \"2566\"\n\
         components = [1, 2, 3]\n\
         data.projects = [{ name = \"ก\", budget = 5, spent = 5, start = \"2566-02-01\", end = \"2566-02-01\" }, { name = \"ข\", budget = 1, start = \"2566-02-15\", end = \"2566-02\" }]\n\
         +++\n\
         แผน\n"),
    ]),
    ("the calendar year where it may be meant", &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         data.procurement = [{ work = \"ก\", month = \"2566-11\" }, { work = \"ข\", month = \"2566-01\", contract_date = \"2565-10-02\" }]\n\
         +++\n\
         ประกาศ\n"),
    ]),
    ("scores of the same thing in two years, of indicators and of questions", &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"OIT\", score = 1 }, { of = \"OIT\", score = 2, year = 2565 }, { of = \"10.2\", score = 3 }, { of = \"3\", score = 4 }, { of = \"i12\", score = 5 }, { of = \"11\", score = 6, year = 2570 }]\n\
         +++\n\
         ผล\n"),
    ]),
    ("channels that only look alike", &[
        ("content/2566/o28/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"แจ้งทุจริต ต่อ 11\"\n\
         url = \"https://x.example/fraud\"\n\
         [[data.channels]]\n\
         kind = \"fraud-complaint\"\n\
         label = \"อีเมล fraud@x.example\"\n\
         [[data.channels]]\n\
         kind = \"complaint\"\n\
         label = \"ร้องเรียน ต่อ 11\"\n\
         url = \"https://x.example/fraud/general\"\n\
         [[data.channels]]\n\
         kind = \"opinion\"\n\
         label = \"รับฟังความคิดเห็น\"\n\
         url = \"https://x.example/fraud\"\n\
         +++\n\
         ช่องทาง\n"),
    ]),
    ("the channel is in another item's dataset", &[
        ("content/2566/o8/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ถาม\n"),
        ("content/2566/o5/index.toml", "[[data.contact]]\n\
         address = \"99\"\n\
         phone = \"1\"\n\
         fax = \"2\"\n\
         email = \"a@x.example\"\n\
         map = \"https://x.example/map\"\n\
         [[data.channels]]\n\
         kind = \"qa\"\n\
         label = \"กระดาน\"\n\
         url = \"https://x.example/board\"\n"),
    ]),
    ("an agency without fax, and an example that says so", &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://www.example.go.th/\"\n\
         fiscal_year = 2566\n\
         [agency]\n\
         name = \"เทศบาลสมมุติ\"\n\
         email = \"saraban@example.go.th\"\n"),
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมาย\n"),
    ]),
];

#[test]
fn what_only_looks_like_a_mistake_is_left_alone() {
    for (what, files) in NEARLY {
        let mut found = site_with(files).findings();
        // That a list is not the official one yet is no mistake.
        found.retain(|finding| finding.code != "framework-provisional");
        assert!(found.is_empty(), "{what}: {found:#?}");
    }
}

#[test]
fn an_address_given_on_the_command_line_is_not_judged() {
    let site = SiteTest::new();
    site.write(
        "site.toml",
        "title = \"ทดสอบ\"\nbase_url = \"http://town.example/\"\nfiscal_year = 2566\n",
    );
    let run = site.run(&["build", "--strict"]);
    assert_eq!(run.code, 1, "{run:?}");
    let run = site.run(&["build", "--strict", "--base-url", "http://town.example/"]);
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn the_months_are_named_once() {
    let site = SiteTest::new();
    for (name, period) in [("a", "2565-10"), ("b", "2565-12")] {
        site.write(
            &format!("content/2566/o21/{name}.md"),
            format!(
                "+++\ntitle = \"สรุป\"\ndate = \"2566-01-10\"\nperiod = \"{period}\"\ncomponents = [1, 2, 3]\n+++\nก\n"
            ),
        );
    }
    let found = site.findings();
    // The finding on the period names the months of the first half already.
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["period-not-covered"], "{found:#?}");
    assert!(found[0].message.contains("พฤศจิกายน 2565"), "{found:#?}");
    assert!(found[0].message.contains("มกราคม 2566 – มีนาคม 2566"));
}

#[test]
fn a_finding_on_the_period_says_what_is_covered_and_what_to_type() {
    let of = |item: &str, front: &str| {
        let site = SiteTest::new();
        let text = format!("+++\n{front}components = [1, 2, 3, 4]\n+++\nก\n");
        site.write(&format!("content/2566/{item}/index.md"), text);
        let found = site.findings();
        let finding = found.iter().find(|f| f.code.starts_with("period-"));
        finding
            .cloned()
            .unwrap_or_else(|| panic!("{item}: {found:#?}"))
    };
    for (item, front, message, help) in [
        // A six-month report that ends too early.
        (
            "o12",
            "period = \"2566-Q1\"\n",
            "เอกสารมีถึง 31 ธันวาคม 2565",
            "period = \"2566-Q2\"",
        ),
        // Only in the other calendar, where the item goes by the fiscal year.
        (
            "o12",
            "period = \"2566-01..2566-06\"\n",
            "ปีปฏิทิน",
            "period = \"2566-H1\"",
        ),
        (
            "o13",
            "period = \"2565-01..2565-12\"\n",
            "ปีปฏิทิน",
            "period = \"2565-Q1\"",
        ),
        (
            "o11",
            "period = \"2566-01..2566-12\"\n",
            "ปีปฏิทิน",
            "period = \"2566\"",
        ),
        // Outside the item's window.
        (
            "o13",
            "period = \"2566\"\n",
            "(ปีงบประมาณ 2566) ไม่อยู่ในปีงบประมาณ 2565",
            "period = \"2565\"",
        ),
        (
            "o10",
            "date = \"2565-06-01\"\n",
            "(1 มิถุนายน 2565)",
            "period = \"2566\"",
        ),
        // A plan that does not span the year.
        (
            "o11",
            "period = \"2566-H2\"\n",
            "ยังขาด ตุลาคม 2565 – มีนาคม 2566",
            "period = \"2566\"",
        ),
        ("o12", "", "ไม่ได้ระบุช่วงเวลา", "period = \"2566-H1\""),
    ] {
        let finding = of(item, front);
        assert!(
            finding.message.contains(message),
            "{item} {front}: {finding:#?}"
        );
        assert!(finding.help.contains(help), "{item} {front}: {finding:#?}");
    }
}

#[test]
fn a_gap_names_the_row_and_what_to_type() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o02/index.toml",
        "components = [1]\n[[data.executives]]\nname = \"นางสาวตัวอย่าง สมมุติ\"\nposition = \"ปลัด\"\n",
    );
    let found = site.findings();
    let gap = found
        .iter()
        .find(|finding| finding.code == "dataset-gap")
        .unwrap();
    assert!(gap.message.contains("`นางสาวตัวอย่าง สมมุติ`"), "{gap:#?}");
    for typed in ["photo = \"photo.jpg\" และ", "phone = \"…\", email = \"…\""] {
        assert!(gap.help.contains(typed), "{typed}: {gap:#?}");
    }
}

#[test]
fn nothing_is_said_to_be_lacking_where_a_row_could_not_be_read() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o08/index.toml",
        "components = [1]\n[[data.channels]]\nkind = \"Q&A\"\nurl = \"https://x.example/board\"\n",
    );
    site.write(
        "content/2566/o21/index.md",
        "+++\nperiod = \"2566-H1\"\ncomponents = [1, 2, 3]\ndata.procurement = [{ work = \"ก\", month = \"2565-10\" }, { work = \"ข\", month = \"พ.ย. 65\" }]\n+++\nสรุป\n",
    );
    let found = site.findings();
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes, ["bad-choice", "bad-period"], "{found:#?}");
}

#[test]
fn a_component_that_a_dataset_shows_says_which() {
    let site = SiteTest::new();
    site.write("content/2566/o08/index.md", "+++\n+++\nถาม\n");
    let found = site.findings();
    let finding = found
        .iter()
        .find(|f| f.code == "component-not-shown")
        .unwrap();
    let typed = "[[data.channels]] ให้ทุกแถวมี kind = \"qa\", url";
    assert!(finding.help.contains(typed), "{finding:#?}");
}

#[test]
fn the_row_to_type_for_the_home_page_is_right() {
    let site = SiteTest::new();
    let text = |rows: &str| format!("+++\ncomponents = [1]\n{rows}+++\nถาม\n");
    site.write("content/2566/o08/index.md", text(""));
    let help = site.findings()[0].help.clone();
    let row = &help[help.find("[[").unwrap()..];
    let row = row.replace("https://…", "https://x.example/board");
    site.write("content/2566/o08/index.md", text(&format!("{row}\n")));
    assert_eq!(lines(&site.findings()), Vec::<String>::new());
    site.build();
    assert!(
        site.read("public/index.html")
            .contains("https://x.example/board")
    );
}
