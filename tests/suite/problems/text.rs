//! Letters and Markdown inside a text, as a clerk gets them wrong.

use super::Case;

/// A lead document with this body, which begins on line 4.
macro_rules! body {
    ($($text:literal)+) => {
        &[(
            "content/2566/o6/index.md",
            concat!("+++\ncomponents = [1]\n+++\n", $($text),+),
        )]
    };
}

/// The same with more front matter, from line 3 on; its body is on line 5 or later.
macro_rules! front {
    ($($text:literal)+) => {
        &[(
            "content/2566/o6/index.md",
            concat!("+++\ncomponents = [1]\n", $($text),+ , "+++\nกฎหมาย\n"),
        )]
    };
}

macro_rules! case {
    ($code:literal, $line:literal, $files:expr) => {
        Case {
            code: $code,
            at: concat!("content/2566/o6/index.md:", $line),
            more: &[],
            files: $files,
        }
    };
}

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    // Letters of other scripts.
    case!("foreign-letter", "4:6", body!("อำเภ\u{e2d}\u{94b}\u{91c}ตุรพักตรพิมาน\n")),
    case!("foreign-letter", "5:7", body!("ผลงาน\nดู ประ\u{915}\u{93e}ศ ของเทศบาล\n")),
    case!("foreign-letter", "4:2", body!("กaร ประชุม และ ITAของ e-Serviceของ กว้างxยาว\n")),
    case!("foreign-letter", "4:9", body!("ผลคะแนน \u{41e}IT ปี 2566\n")),
    case!("foreign-letter", "6:4", body!("| ก |\n|---|\n| เo\u{e07} |\n")),
    case!("foreign-letter", "3:13", front!("title = \"ประ\u{915}าศ\"\n")),
    // Sara am.
    case!("split-sara-am", "4:2", body!("ต าบลหนองน้ำ ที่ท าการ และจ านวน\n")),
    case!("split-sara-am", "4:8", body!("ประจ\u{e33}ปร\u{e4d}\u{e32}\n")),
    case!("split-sara-am", "4:7", body!("งบประม \u{e4d}\u{e32} `ต าบล` [ก](https://x.example/ต าบล)\n")),
    case!("split-sara-am", "3:14", front!("title = \"แผนด าเนินงาน\"\n")),
    case!("split-sara-am", "5:5", body!("ป ร ะ ก า ศ\nที่ท\u{e32}\u{e4d}การ\n")),
    // Two sara e.
    case!("double-sara-e", "4:1", body!("\u{e40}\u{e40}ผนงาน\n")),
    case!("double-sara-e", "6:5", body!("## หัวข้อ\n\n- ก \u{e40}\u{e40}ละ ข\n")),
    case!("double-sara-e", "3:10", front!("title = \"\u{e40}\u{e40}ผน\"\n")),
    Case { code: "double-sara-e", at: "site.toml:1:10", more: &[], files: &[
        ("site.toml", "title = \"\u{e40}\u{e40}บบ\"\nbase_url = \"https://x.example/\"\nfiscal_year = 2566\n"),
    ] },
    // Marks in the wrong order.
    case!("mark-order", "4:2", body!("ท\u{e48}\u{e35}ดิน\n")),
    case!("mark-order", "4:5", body!("ผู้ว\u{e48}\u{e48}า\n")),
    case!("mark-order", "4:2", body!("น\u{e33}\u{e49}ประปา\n")),
    case!("mark-order", "4:3", body!("ที \u{e48}ดิน\n")),
    case!("mark-order", "5:11", front!("[[data.channels]]\nkind = \"qa\"\nlabel = \"ท\u{e48}\u{e35}\"\n")),
    case!("mark-order", "4:4", body!("ผูน\u{e32}\u{e48}\n")),
    // Marks where none can stand.
    case!("stray-mark", "4:2", body!("ก\u{e34}\u{e35}น\n")),
    case!("stray-mark", "4:8", body!("จำนวน 5\u{e48} คน\n")),
    case!("stray-mark", "4:3", body!("บ \u{e49}าน\n")),
    case!("stray-mark", "4:2", body!("\u{e40}\u{e48}ก\n")),
    case!("stray-mark", "4:4", body!("เข \u{e32}ใจ\n")),
    // What nobody sees.
    case!("invisible-letter", "4:4", body!("การ\u{200b}จัดซื้อ\u{200b}จัดจ้าง\n")),
    case!("invisible-letter", "4:5", body!("หน้า\u{c}ถัดไป\n")),
    case!("invisible-letter", "3:13", front!("title = \"แผน\u{ad}งาน\"\n")),
    case!("invisible-letter", "5:1", body!("คำ\n\u{200e}คำ `ก\u{200b}` 👨\u{200d}👩\n")),
    case!("invisible-letter", "4:4", body!("แผน\u{2060}งาน\u{a0}ปี\n")),
    case!("invisible-letter", "4:4", body!("แผน\u{2028}งาน\n")),
    case!("invisible-letter", "4:30", body!("[ผังเมือง](https://x.example/\u{200b}map) `https://x.example/\u{200b}`\n")),
    case!("invisible-letter", "3:37", front!("links = [{ url = \"https://x.example/\u{200b}\", title = \"ผังเมืองรวม\" }]\n")),
    // Old fonts.
    case!("old-font-letter", "4:2", body!("ท\u{f70a}าน\n")),
    case!("old-font-letter", "4:2", body!("ป\u{f701}\n")),
    case!("old-font-letter", "4:1", body!("\u{f70f}าติ\n")),
    case!("old-font-letter", "3:11", front!("title = \"ป\u{f710}น\"\n")),
    // Lost letters.
    case!("lost-letter", "4:2", body!("ก\u{fffd}ร\n")),
    case!("lost-letter", "4:1", body!("\u{f0b7} ข้อแรก\n")),
    case!("lost-letter", "4:4", body!("คำ \u{93}ก\n")),
    case!("lost-letter", "3:10", front!("title = \"\u{fffd}\u{e01}\"\n")),
    // The wrong encoding.
    case!("mojibake", "4:1", body!("¡ÒÃ»ÃÐªØÁ\n")),
    case!("mojibake", "4:5", body!("คำ: à¸\u{81}à¸²à¸£\n")),
    case!("mojibake", "4:1", body!("เธ\u{81}เธฒเธฃเธ\u{9b}\n")),
    case!("mojibake", "3:10", front!("title = \"à¹\u{81}à¸\u{9c}à¸\u{99}\"\n")),
    case!("mojibake", "4:11", body!("ประกาศของ â€œเทศบาล\n")),
    // ๐ for O.
    case!("zero-for-o", "4:12", body!("ตามข้อ OIT ๐๓๕ ของแผน\n")),
    case!("zero-for-o", "4:9", body!("ดูที่ข้อ๐๑ โทร. ๐๔๓ ๑๒๓ ๔๕๖ เวลา ๐๘.๓๐ น.\n")),
    case!("zero-for-o", "4:1", body!("๐๖ กฎหมายที่เกี่ยวข้อง\n")),
    case!("zero-for-o", "6:3", body!("| ข้อ | เรื่อง |\n|---|---|\n| ๐๖ | กฎหมายที่เกี่ยวข้อง |\n| ๐๖ | ครั้งที่ |\n")),
    // Accents apart.
    case!("decomposed-letter", "4:4", body!("cafe\u{301}\n")),
    case!("decomposed-letter", "4:5", body!("คำ: u\u{308}ber\n")),
    case!("decomposed-letter", "4:1", body!("e\u{302}\u{301}\n")),
    case!("decomposed-letter", "3:13", front!("title = \"Cafe\u{301}\"\n")),
    // Names.
    Case { code: "file-name-letters", at: "content/2566/o6/cafe\u{301}.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/cafe\u{301}.md", "+++\ntitle = \"ก\"\ndate = \"2566-01-31\"\n+++\nเนื้อหา\n"),
    ] },
    Case { code: "file-name-letters", at: "content/2566/o6/ต าบล.pdf:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nfiles = [{ path = \"ต าบล.pdf\", title = \"ก\" }]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/ต าบล.pdf", "%PDF"),
    ] },
    Case { code: "file-name-letters", at: "content/2566/o6/ท\u{e48}\u{e35}ดิน.pdf:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nfiles = [{ path = \"ท\u{e48}\u{e35}ดิน.pdf\", title = \"ก\" }]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/ท\u{e48}\u{e35}ดิน.pdf", "%PDF"),
    ] },
    Case { code: "file-name-letters", at: "content/2566/o6/ภาพ\u{200b}:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nfiles = [{ path = \"ภาพ\u{200b}/a.jpg\", title = \"ก\" }]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/ภาพ\u{200b}/a.jpg", "(picture)"),
    ] },
    Case { code: "file-name-letters", at: "content/2566/o6/»ÃÐ¡ÒÈ.pdf:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nfiles = [{ path = \"»ÃÐ¡ÒÈ.pdf\", title = \"ก\" }]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/»ÃÐ¡ÒÈ.pdf", "%PDF"),
    ] },
    // Asterisks that stay.
    case!("literal-asterisks", "4:1", body!("** หนา ** ข้อความ\n")),
    case!("literal-asterisks", "4:5", body!("ดู: **หมายเหตุ ไม่ปิด\n\nดู \\*\\* และ 5 ราย**\n")),
    case!("literal-asterisks", "4:1", body!("**หนา\n\nข้ามย่อหน้า**\n")),
    case!("literal-asterisks", "6:3", body!("| ก | ข |\n|---|---|\n| **ไม่ปิด | **ปิด** |\n")),
    case!("literal-asterisks", "4:4", body!("<p>**หนา**</p>\n")),
    case!("literal-asterisks", "4:11", front!("[[data.measures]]\nmeasure = \"** ลด ** ขั้นตอน\"\nmethod = \"**อบรม** 5*3\"\n")),
    // Links and tables that stay.
    case!("literal-link", "4:8", body!("ดู [แผน](plan.pdf และ\n")),
    case!("literal-link", "6:8", body!("## แผน\n\nดู [แผน](https://x.example/a\nbต่อ) ไป\n")),
    case!("literal-link", "4:1", body!("[url=ดูที่นี่]แผน\n")),
    case!("literal-link", "4:1", body!("![แผน]()\n")),
    case!("literal-link", "4:4", body!("ดู [แผน]( )\n")),
    case!("literal-footnote", "4:8", body!("ข้อความ[^1] ต่อ\n")),
    case!("literal-footnote", "6:6", body!("ก[^1]\n\n- ดู [^2]\n\n[^1] หมายเหตุ\n")),
    case!("unclosed-code", "6:1", body!("ก\n\n```\nข้อความ\n\n## ต่อ\n")),
    case!("unclosed-code", "4:3", body!("> ```toml\n> ก = 1\n\n```\nข\n```\n")),
    case!("left-out", "4:3", body!("ก <input value=\"ก\"> <input type=checkbox> ข\n")),
    case!("literal-table", "6:1", body!("ผล\n\nที่,รายการ,บาท\n1,ถนน,500,000\n2,ท่อ,300\n")),
    case!("literal-table", "4:1", body!("| ลำดับ | รายการ |\n\n- ก\n")),
    case!("literal-table", "6:3", body!("ก\n\n> | ลำดับ | รายการ | บาท |\n> | 1 | ถนน | 500 |\n")),
    case!("literal-table", "4:1", body!("ที่     รายการ     บาท\n๑     ซ่อมถนน     ๕๐๐     แล้ว\n๒     ท่อ     ๓๐๐\n")),
    case!("literal-table", "6:1", body!("ผล\n\nกอง      ตั้งไว้      จ่าย\nช่าง      ๕๐๐      ๔๐๐\nคลัง      ๕๐๐\nปลัด      ๕๐๐\n")),
    // Images without words.
    Case { code: "image-without-text", at: "content/2566/o6/index.md:4:5", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nผัง ![](ผัง.png)\n"),
        ("content/2566/o6/ผัง.png", "(picture)"),
    ] },
    Case { code: "image-without-text", at: "content/2566/o6/index.md:5:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nผัง\n![IMG_0012.JPG](a.jpg) ![ผังโครงสร้าง](a.jpg)\n"),
        ("content/2566/o6/a.jpg", "(picture)"),
    ] },
    Case { code: "image-without-text", at: "content/2566/o6/index.md:4:4", more: &[("only-pictures", "content/2566/o6/index.md:1:1")], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\n<p><img src=\"a.jpg\" alt=\"\"></p>\n\n<img src=\"a.jpg\" alt=\"ผัง\">\n"),
        ("content/2566/o6/a.jpg", "(picture)"),
    ] },
    Case { code: "image-without-text", at: "content/pages/about.md:4:1", more: &[], files: &[
        ("content/pages/about.md", "+++\ntitle = \"ก\"\n+++\n![image 2](a.jpg)\n"),
        ("content/pages/a.jpg", "(picture)"),
    ] },
    Case { code: "image-without-text", at: "content/2566/o6/index.md:4:11", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n[[data.measures]]\nmeasure = \"ผัง ![](a.jpg)\"\n+++\nกฎหมาย\n"),
        ("content/2566/o6/a.jpg", "(picture)"),
    ] },
    // What no page shows.
    case!("picture-elsewhere", "4:6", body!("ภาพ: ![ประชุม](https://other.example/a.png) กฎหมาย ![ในเว็บ](https://x.example/b.png)\n")),
    case!("picture-elsewhere", "6:4", body!("กฎหมาย ดู[ข้อ O7](o7)\n\n<p><img src='//other.example/a.png' alt='ประชุม'></p>\n")),
    case!("picture-elsewhere", "4:11", front!("[[data.measures]]\nmeasure = \"ลดขั้นตอน ![ผัง](https://other.example/a.png)\"\nmethod = \"อบรม\"\n")),
    Case { code: "picture-elsewhere", at: "content/pages/about.md:4:2", more: &[], files: &[
        ("content/pages/about.md", "+++\ntitle = \"ก\"\n+++\n[![ผัง](https://other.example/a.png)](https://other.example/)\n"),
    ] },
    case!("left-out", "6:1", body!("กฎหมาย\n\n<iframe src=\"https://www.youtube.com/embed/x\" allowfullscreen></iframe>\n")),
    case!("left-out", "4:8", body!("กฎหมาย <video controls><source src=\"https://other.example/a.mp4\"></video>\n\n`<audio>` <!-- <form> -->\n")),
    case!("left-out", "8:1", body!("กฎหมาย\n\n<div class=\"fb-page\"></div>\n\n<SCRIPT>var a = '<iframe>';</SCRIPT>\n")),
    // Heading order.
    case!("heading-order", "6:1", body!("## ก\n\n#### ข\n\nคำ\n")),
    case!("heading-order", "4:1", body!("### ก\n\n## ข\n\nคำ\n")),
    case!("heading-order", "8:1", body!("# ก\n\n## ข\n\n#### ค\n\nคำ\n\n## ง\n")),
    case!("heading-order", "6:1", body!("<h2>ก</h2>\n\n<h4>ข</h4>\n\nคำ\n")),
];
