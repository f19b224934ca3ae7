//! Evidence files, as a clerk gets them wrong.

use super::Case;

/// A document that says something without its files.
const LAWS: (&str, &str) = (
    "content/2566/o6/index.md",
    "+++\ncomponents = [1]\n+++\nกฎหมายที่เกี่ยวข้อง\n",
);
const MANUAL: (&str, &str) = (
    "content/2566/o14/index.md",
    "+++\ncomponents = [1, 2, 3]\n+++\nคู่มือปฏิบัติงาน\n",
);
const NEWS: (&str, &str) = (
    "content/2566/o7/index.md",
    "+++\nperiod = \"2566\"\ncomponents = [1, 2]\n+++\nข่าวของปีนี้\n",
);
const NEWS_BEFORE: (&str, &str) = (
    "content/2565/o7/index.md",
    "+++\nperiod = \"2565\"\n+++\nข่าวของปีก่อน\n",
);
const PLAN: (&str, &str) = (
    "content/2566/o11/index.md",
    "+++\nperiod = \"2566\"\ncomponents = [1, 2, 3]\n+++\nแผนของปีนี้\n",
);
const PLAN_BEFORE: (&str, &str) = (
    "content/2565/o10/index.md",
    "+++\nperiod = \"2565\"\n+++\nแผนของปีก่อน\n",
);
const PAGE: (&str, &str) = (
    "content/pages/about.md",
    "+++\ntitle = \"เกี่ยวกับเรา\"\n+++\nเทศบาล\n",
);

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    // A copy that was broken off, a file that was never filled.
    Case { code: "file-empty", at: "content/2566/o6/plan.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/plan.pdf", ""),
    ] },
    Case { code: "file-empty", at: "content/2566/o6/ย่อย/แบบฟอร์ม.docx:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ย่อย/แบบฟอร์ม.docx", ""),
    ] },
    Case { code: "file-empty", at: "content/pages/แผนที่.jpg:1:1", more: &[], files: &[
        PAGE, ("content/pages/แผนที่.jpg", ""),
    ] },
    // Files that open and hold nothing.
    Case { code: "file-empty", at: "content/2566/o6/a.csv:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/a.csv", ",,\n,,\n"),
    ] },
    Case { code: "file-empty", at: "content/2566/o6/a.csv:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/a.csv", "ลำดับ,รายการ,บาท\n"),
    ] },
    Case { code: "file-empty", at: "content/2566/o6/a.rtf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/a.rtf", "{\\rtf1 }"),
    ] },
    Case { code: "file-empty", at: "content/2566/o6/a.txt:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/a.txt", " \n\n"),
    ] },
    // Straight from the scanner.
    Case { code: "file-too-large", at: "content/2566/o6/สแกน.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/สแกน.pdf", "megabytes:21"),
    ] },
    Case { code: "file-too-large", at: "content/2566/o6/plan.pdf:1:1", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         max_file_mb = 1\n"),
        LAWS, ("content/2566/o6/plan.pdf", "megabytes:2"),
    ] },
    // Old Office, packed files, photographs of an iPhone.
    Case { code: "file-kind", at: "content/2566/o6/ประกาศ.doc:1:1", more: &[("citizen-number", "content/2566/o6/ประกาศ.doc:1:1"), ("citizen-number", "content/2566/o6/ประกาศ.doc:1:1"), ("citizen-number", "content/2566/o6/ประกาศ.doc:1:1")], files: &[
        LAWS, ("content/2566/o6/ประกาศ.doc", "fixture:writer.doc"),
    ] },
    Case { code: "file-kind", at: "content/2566/o6/งบประมาณ.xls:1:1", more: &[("citizen-number", "content/2566/o6/งบประมาณ.xls:1:1"), ("citizen-number", "content/2566/o6/งบประมาณ.xls:1:1")], files: &[
        LAWS, ("content/2566/o6/งบประมาณ.xls", "fixture:calc.xls"),
    ] },
    Case { code: "file-kind", at: "content/2566/o6/ผัง.dwg:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ผัง.dwg", "AC1032"),
    ] },
    Case { code: "file-kind", at: "content/2566/o6/all.RAR:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/all.RAR", "Rar!\u{1a}\u{7}\u{1}\0"),
    ] },
    Case { code: "file-kind", at: "content/2566/o6/IMG_0001.HEIC:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/IMG_0001.HEIC", "\0\0\0\u{18}ftypheic\0\0\0\0"),
    ] },
    Case { code: "file-kind", at: "content/2566/o6/ภาพ.tif:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ภาพ.tif", "II*\0\u{8}\0\0\0"),
    ] },
    // A sign-in page that was saved as the document; a new name for an old format; no ending.
    Case { code: "runs-in-browser", at: "content/2566/o6/plan.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/plan.pdf", "<!DOCTYPE html>\n<html><head><title>ลงชื่อเข้าใช้</title></head></html>\n"),
    ] },
    Case { code: "file-ending", at: "content/2566/o6/งบ.xlsx:1:1", more: &[("citizen-number", "content/2566/o6/งบ.xlsx:1:1"), ("citizen-number", "content/2566/o6/งบ.xlsx:1:1")], files: &[
        LAWS, ("content/2566/o6/งบ.xlsx", "fixture:calc.xls"),
    ] },
    Case { code: "file-ending", at: "content/2566/o6/ผัง.jpg:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ผัง.jpg", "fixture:photo.png"),
    ] },
    Case { code: "file-ending", at: "content/2566/o6/ผัง.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ผัง.pdf", "fixture:photo.jpg"),
    ] },
    Case { code: "file-ending", at: "content/2566/o6/แผน พ.ศ.2566:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/แผน พ.ศ.2566", "%PDF of:plan"),
    ] },
    Case { code: "file-ending", at: "content/2566/o6/plan.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/plan.pdf", "แผนดำเนินงานประจำปี\n"),
    ] },
    // A page saved from the browser, a drawing with a script, a file for another kind of server.
    Case { code: "runs-in-browser", at: "content/2566/o6/รายงาน.HTML:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/รายงาน.HTML", "<p>รายงาน</p>\n"),
    ] },
    Case { code: "runs-in-browser", at: "content/2566/o6/ประกาศ ปี 2566:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ประกาศ ปี 2566", "<!-- saved from url=(0014)about:internet -->\n<p>ประกาศ\n"),
    ] },
    Case { code: "runs-in-browser", at: "content/2566/o6/ย่อย/index.php:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ย่อย/index.php", "ระบบเดิม\n"),
    ] },
    Case { code: "runs-in-browser", at: "content/pages/แผนที่.svg:1:1", more: &[], files: &[
        PAGE, ("content/pages/แผนที่.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>\n"),
    ] },
    Case { code: "runs-in-browser", at: "content/2566/o6/ผัง.svg:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ผัง.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\
         <image href=\"https://example.com/logo.png\"/></svg>\n"),
    ] },
    // A download or copy that was broken off.
    Case { code: "file-damaged", at: "content/2566/o6/plan.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/plan.pdf", "half of:scan.pdf"),
    ] },
    Case { code: "file-damaged", at: "content/2566/o6/ผัง.jpg:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ผัง.jpg", "half of:photo.jpg"),
    ] },
    Case { code: "file-damaged", at: "content/2566/o6/งบ.xlsx:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/งบ.xlsx", "half of:calc.xlsx"),
    ] },
    Case { code: "file-damaged", at: "content/2566/o6/plan.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/plan.pdf", "\0\u{1}\u{2}\0\0\u{3}"),
    ] },
    // Protected as for sending by mail.
    Case { code: "file-locked", at: "content/2566/o6/plan.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/plan.pdf", "fixture:locked.pdf"),
    ] },
    Case { code: "file-locked", at: "content/pages/รายงาน.pdf:1:1", more: &[], files: &[
        PAGE, ("content/pages/รายงาน.pdf", "fixture:locked.pdf"),
    ] },
    // The signed paper on the scanner.
    Case { code: "pdf-scan", at: "content/2566/o6/ประกาศ ลงนามแล้ว.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ประกาศ ลงนามแล้ว.pdf", "fixture:scan.pdf"),
    ] },
    Case { code: "pdf-scan", at: "content/2566/o14/manual.pdf:1:1", more: &[], files: &[
        MANUAL, ("content/2566/o14/manual.pdf", "fixture:scan.pdf"),
        ("content/2566/o14/other.docx", "fixture:plain.docx"),
    ] },
    Case { code: "file-unsearchable", at: "content/2566/o6/ประกาศ.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ประกาศ.pdf", "fixture:unmapped.pdf"),
    ] },
    Case { code: "file-unsearchable", at: "content/2566/o14/a/b.PDF:1:1", more: &[], files: &[
        MANUAL, ("content/2566/o14/a/b.PDF", "fixture:unmapped.pdf"),
    ] },
    // Copied twice.
    Case { code: "file-duplicate", at: "content/2566/o6/แผน.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/แผน (1).pdf", "%PDF of:plan"), ("content/2566/o6/แผน.pdf", "%PDF of:plan"),
    ] },
    Case { code: "file-duplicate", at: "content/2566/o6/laws.pdf:1:1", more: &[], files: &[
        LAWS, MANUAL, ("content/2566/o14/manual.pdf", "%PDF of:laws"), ("content/2566/o6/laws.pdf", "%PDF of:laws"),
    ] },
    // The table that was downloaded, changed and put back.
    Case { code: "own-table", at: "content/2566/o20/data-procurement.csv:1:1", more: &[], files: &[
        ("content/2566/o20/index.md", "+++\n\
         date = \"2566-02-01\"\n\
         components = [1, 2]\n\
         data.procurement = [{ work = \"ซื้อที่นั่ง\", price = 4400, month = \"2566-01\" }]\n\
         +++\n\
         ประกาศ\n"),
        ("content/2566/o20/data-procurement.csv", "งาน,ราคา\nซื้อที่นั่ง,4500\n"),
    ] },
    Case { code: "own-table", at: "content/2568/o12/Procurement.csv:1:1", more: &[("form-blank", "content/2568/o12/index.md:3:21"), ("form-blank", "site.toml:1:1")], files: &[
        ("content/2568/o12/index.md", "+++\n\
         period = \"2568\"\n\
         data.procurement = [{ work = \"ซื้อที่นั่ง\", price = 4400, month = \"2568-01\" }]\n\
         +++\n\
         ประกาศ\n"),
        ("content/2568/o12/Procurement.csv", "งาน,ราคา\nซื้อที่นั่ง,4500\n"),
    ] },
    // Last year's file under this year's name.
    Case { code: "file-of-other-year", at: "content/2566/o7/ข่าว-2566.pdf:1:1", more: &[], files: &[
        NEWS, NEWS_BEFORE,
        ("content/2565/o7/ข่าว-2565.pdf", "%PDF of:news"), ("content/2566/o7/ข่าว-2566.pdf", "%PDF of:news"),
    ] },
    Case { code: "file-of-other-year", at: "content/2566/o11/plan.pdf:1:1", more: &[], files: &[
        PLAN, PLAN_BEFORE,
        ("content/2565/o10/plan.pdf", "%PDF of:plan"), ("content/2566/o11/plan.pdf", "%PDF of:plan"),
    ] },
    // Numbers of people in files of every kind.
    Case { code: "citizen-number", at: "content/2566/o6/ประกาศ.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ประกาศ.pdf", "fixture:fpdf.pdf"),
    ] },
    Case { code: "citizen-number", at: "content/2566/o6/ประกาศ.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ประกาศ.pdf", "fixture:owner-only.pdf"),
    ] },
    Case { code: "citizen-number", at: "content/2566/o6/รายชื่อ.xlsx:1:1",
        more: &[("citizen-number", "content/2566/o6/รายชื่อ.xlsx:1:1")], files: &[
        LAWS, ("content/2566/o6/รายชื่อ.xlsx", "fixture:calc.xlsx"),
    ] },
    Case { code: "citizen-number", at: "content/2566/o6/รายชื่อ.csv:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/รายชื่อ.csv", "windows-874:ชื่อ,เลข\r\nนายสมมุติ,๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑\r\n"),
    ] },
    Case { code: "citizen-number", at: "content/pages/สมัคร.txt:1:1", more: &[], files: &[
        PAGE, ("content/pages/สมัคร.txt", "utf-16:เลข 1 2345 67890 12 1\n"),
    ] },
];
