//! `oit check --fix` on whole lines and files: what a help names for certain, and other encodings.

use std::fs;

use crate::harness::SiteTest;

const LEAD: &str = "content/2566/o6/index.md";

#[test]
fn a_line_is_written_as_its_help_says() {
    let site = SiteTest::new();
    let before = "+++\n# ข้อ O6\nDate = \"2566-01-31\"\nหน่วยงาน = “กองคลัง”\ncomponents =\u{a0}[๑]\n\
        summary = \"88 หมู่ 8\nตำบลตัวอย่าง\" \nupdated = \"15/02/66\"\n\
        [[data.projects]]\nname = \"ซ่อม \"ถนน\" สาย 3\"\nbudget = \"485,000.-\" # ตามแผน\nspent = 1,200\nprogress = \"50%\"\n\
        +++\nก\n";
    let after = "+++\n# ข้อ O6\ndate = \"2566-01-31\"\nunit = \"finance\"\ncomponents = [1]\n\
        summary = \"88 หมู่ 8 ตำบลตัวอย่าง\"\nupdated = \"15/02/66\"\n\
        [[data.projects]]\nname = \"ซ่อม “ถนน” สาย 3\"\nbudget = 485000 # ตามแผน\nspent = 1200\nprogress = 50\n\
        +++\nก\n";
    site.write(LEAD, before);
    let fixed = site.run(&["check", "--fix"]);
    assert_eq!(site.read(LEAD), after, "{fixed:?}");
    // What is only likely is left to the clerk.
    assert!(fixed.stderr.contains("2566-02-15"), "{fixed:?}");
    assert_eq!(fixed.code, 1);
}

#[test]
fn a_text_of_another_encoding_is_saved_as_utf_8() {
    let site = SiteTest::new();
    let text =
        "+++\r\ncomponents = [1]\r\ntitle = \"กฎหมายที่เกี่ยวข้อง\"\r\n+++\r\nพระราชบัญญัติ ๒๕๔๒\r\n";
    let (ansi, _, _) = encoding_rs::WINDOWS_874.encode(text);
    site.write(LEAD, &*ansi);
    let other = "content/2566/o7/index.md";
    let unicode: Vec<u8> = std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    site.write(other, &unicode);
    let damaged = "content/2566/o8/index.md";
    let cut = [text.as_bytes(), &"ก".as_bytes()[..2]].concat();
    site.write(damaged, &cut);
    let dry = site.run(&["check", "--fix", "--dry-run"]);
    assert!(
        dry.stdout.contains("Windows-874") && dry.stdout.contains("UTF-16"),
        "{dry:?}"
    );
    assert_eq!(fs::read(site.root().join(LEAD)).unwrap(), &*ansi);
    site.run(&["check", "--fix"]);
    assert_eq!(site.read(LEAD), text);
    assert_eq!(site.read(other), text);
    assert_eq!(fs::read(site.root().join(damaged)).unwrap(), cut);
}

/// Lines below the fence, and what `--fix` makes of them: nothing where it is not certain what was meant.
#[rustfmt::skip]
const LINES: &[(&str, Option<&str>)] = &[
    ("links = [\"https://x.example/?a=1\", \"https://y.example/\"]",
        Some("links = [{ url = \"https://x.example/?a=1\" }, { url = \"https://y.example/\" }]")),
    ("title = \"ก\", summary = \"ข\"", None),
    ("title = \"ก\"; summary = \"ข\"", None),
    ("ชื่อ = \"แผน\" # จาก \"กองคลัง\"", Some("title = \"แผน\" # จาก \"กองคลัง\"")),
    ("title: \"แผน\" # เดิม \"กองคลัง\"", Some("title = \"แผน\" # เดิม \"กองคลัง\"")),
    ("title = \"ก\" และ \"ข\"", None),
    ("title = “ก” และ “ข”", None),
    ("title = 'มาตรา 7' และ '8'", None),
    ("title = \"แผน\nปี 2566\" # x", None),
    ("title = \"แผน\nสรุปผล a = b\nปี 2566\"", None),
    ("title = \"แผน\n# หมายเหตุ\nปี\"", None),
    ("title = \"แผน\n[data]\nปี\"", None),
    ("title = \"แผน\nsummary = \"ข\"", Some("title = \"แผน\"\nsummary = \"ข\"")),
    ("title = \"ก\"\nTitle = \"ข\"", None),
    ("title = \"ก\"\nชื่อ = \"ข\"", None),
    ("components = [\n  \"1\", # แผน\n]", None),
    ("period = 1/2566", None),
    ("period = ต.ค. 2565", Some("period = \"2565-10\"")),
    ("period = \"ต.ค. ๒๕๖๕\" # งวดแรก", Some("period = \"2565-10\" # งวดแรก")),
    ("period = \"ครึ่งปีแรก 2566\"", Some("period = \"2566-H1\"")),
    ("period = \"ไตรมาสที่ 1/2566\"", Some("period = \"2566-Q1\"")),
    ("period = \"2566-2570\"", Some("period = \"2566..2570\"")),
    ("period = \"2023-H1\"", Some("period = \"2566-H1\"")),
    ("period = 2023", Some("period = \"2566\"")),
    ("period = \"ไตรมาส 1\"", None),
    ("period = \"1/2566\"", None),
    ("period = \"ต.ค. 65 - มี.ค. 66\"", None),
    ("period = ต.ค. 65 - มี.ค. 66", None),
    ("period = \"2566..2565\"", None),
    ("also = [\"14\", \"o8\", \"ข้อ ๗\"]", Some("also = [\"o14\", \"o8\", \"o7\"]")),
    ("also = [{ item = \"O.14\", components = [1] }]", Some("also = [{ item = \"o14\", components = [1] }]")),
    ("also = [\"o99\"]", None),
    ("[[data.projects]]\nname = \"ก\"\nstart = \"ตุลาคม 2565\"\nend = \"มี.ค. ๒๕๖๖\"",
        Some("[[data.projects]]\nname = \"ก\"\nstart = \"2565-10\"\nend = \"2566-03\"")),
    ("date = ต.ค. 2565", None),
    ("unit = [\"clerk\", # x\n \"กองคลัง\"]", Some("unit = [\"clerk\", # x\n \"finance\"]")),
    ("files = [{ path = \"ก.pdf\" title = \"ก {1}{2}\" }]", Some("files = [{ path = \"ก.pdf\", title = \"ก {1}{2}\" }]")),
    ("[[data.projects]]\nname = \"ก\"\nbudget = \"3โครงการ500บาท\"", None),
    ("[[data.projects]]\nname = \"ก\"\nbudget = \"1.200 บาท\"", None),
    ("[[data.projects]]\nname = \"ก\", budget = \"5\"", None),
    ("unit = [\"clerk\", \"finance\"\nperiod = \"2566-H1\"\ndraft = false\n[[data.projects]]\nname = \"ก\"\nprogress = 50",
        Some("unit = [\"clerk\", \"finance\"]\nperiod = \"2566-H1\"\ndraft = false\n[[data.projects]]\nname = \"ก\"\nprogress = 50")),
    ("unit = ['clerk\", \"finance\"]\ndraft = false", Some("unit = [\"clerk\", \"finance\"]\ndraft = false")),
    ("unit = [\"clerk, \"finance\"]\ndraft = false", Some("unit = [\"clerk\", \"finance\"]\ndraft = false")),
    ("unit = [\"clerk\", \"finance\" # x\ndraft = false", Some("unit = [\"clerk\", \"finance\"] # x\ndraft = false")),
    ("components = [1, 2\n[[data.projects]]\nname = \"ก\"", Some("components = [1, 2]\n[[data.projects]]\nname = \"ก\"")),
    ("files = [{ path = \"ก.pdf\", title = \"ก\"\ndraft = false", Some("files = [{ path = \"ก.pdf\", title = \"ก\" }]\ndraft = false")),
    ("files = [{ path = \"ก.pdf\", title = \"ก ]\ndraft = false", None),
    ("files = [\n  { path = \"ก.pdf\" },\n  { path = \"ข.pdf }\n]\ndraft = false", None),
    ("unit = [\n  \"clerk\", # x\n  \"finance\"\ndraft = false", None),
    ("none = true", None),
    ("none = ใช่", None),
    ("title = 12", None),
    ("title = true", None),
    ("unit = กองคลัง", Some("unit = \"finance\"")),
    ("unit = “กองคลัง”", Some("unit = \"finance\"")),
    ("unit = [กองคลัง, clerk", Some("unit = [\"finance\", \"clerk\"]")),
    ("unit = กองที่ไม่มี", None),
    ("unit = \"สํานักปลัด\"", Some("unit = \"clerk\"")),
    ("unit = \"\"", None),
    ("files = \"a.pdf, b.pdf\"", Some("files = [{ path = \"a.pdf\" }, { path = \"b.pdf\" }]")),
    ("files = [a.pdf]", Some("files = [{ path = \"a.pdf\" }]")),
    ("files = a.pdf", Some("files = [{ path = \"a.pdf\" }]")),
    ("ไฟล์ = \"a.pdf\"", Some("files = [{ path = \"a.pdf\" }]")),
    ("files = [{ path = \"a.pdf\", title = \"แผน \"ก\" ปี\" }]", Some("files = [{ path = \"a.pdf\", title = \"แผน “ก” ปี\" }]")),
    ("also = o8", Some("also = [\"o8\"]")),
    ("updated = \"-\"", None),
    ("updated = \"15 ธ.ค. 2565 เวลา 09.00 น.\"", None),
    ("draft == true", Some("draft = true")),
    ("draft = ไม่เผยแพร่", None),
    ("title = แผน #1 ปี 2566", Some("title = \"แผน #1 ปี 2566\"")),
    ("title = แผน #ร่าง", None),
    ("title = ประกาศ # หมายเหตุ", Some("title = \"ประกาศ\" # หมายเหตุ")),
    ("title = “ประกาศ\"", Some("title = \"ประกาศ\"")),
    ("title = ประกาศ\"", Some("title = \"ประกาศ\"")),
    ("title = \"ประกาศ\",", Some("title = \"ประกาศ\"")),
    ("title = \"ประกาศ\"; # x", Some("title = \"ประกาศ\" # x")),
    ("title = \"ประกาศ\" // หมายเหตุ", Some("title = \"ประกาศ\" # หมายเหตุ")),
    ("title = 'Do's & Don'ts'", Some("title = \"Do's & Don'ts\"")),
    ("[[data.projects]]\nname = \"ก\"\nbudget = 1,200,000.-;", Some("[[data.projects]]\nname = \"ก\"\nbudget = 1200000")),
    ("[[data.projects]]\nname = \"ก\"\nbudget = -", None),
    ("[[data.projects]]\nname = \"ก\"\nprogress = \"120%\"", None),
    ("[data.projects]\nname = \"ก\"\n[data.projects]\nname = \"ข\"", Some("[[data.projects]]\nname = \"ก\"\n[[data.projects]]\nname = \"ข\"")),
    ("[[data.projects\nname = \"ก\"", Some("[[data.projects]]\nname = \"ก\"")),
    ("[[contact]]\naddress = \"1\"\n[[contact]] # x\naddress = \"2\"", Some("[[data.contact]]\naddress = \"1\"\n[[data.contact]] # x\naddress = \"2\"")),
    ("[[data.table]]\nfile = \"a.csv\"\ncaption = \"ก\"", Some("[[table]]\nfile = \"a.csv\"\ncaption = \"ก\"")),
    ("[[data.executives]]\nname = \"ก\"\nposition: นายกเทศมนตรี", Some("[[data.executives]]\nname = \"ก\"\nposition = \"นายกเทศมนตรี\"")),
    ("[[data.statistics]]\nperiod = \"2566-01\"\nแจ้งซ่อม: 3", Some("[[data.statistics]]\nperiod = \"2566-01\"\n\"แจ้งซ่อม\" = 3")),
    ("[[data.channels]]\nkind = QA\nurl = \"https://x.example/\"", Some("[[data.channels]]\nkind = \"qa\"\nurl = \"https://x.example/\"")),
    ("[[data.procurement]]\nwork = \"ก\"\nbidders = [{ name = \"ก\", price = 480,000 }]", Some("[[data.procurement]]\nwork = \"ก\"\nbidders = [{ name = \"ก\", price = 480000 }]")),
    ("[[data.improvements]]\ninstrument = \"IIT\"\ndone = \"ยังไม่ดำเนินการ\"", None),
];

/// A list that is not closed is the only thing that is wrong, and told where it stands.
#[test]
fn what_stands_behind_a_list_without_its_end_is_left_alone() {
    let behind =
        "period = \"2566-H1\"\ndraft = true\n[[data.projects]]\nname = \"โครงการ\"\nprogress = 50";
    for list in [
        "unit = [\"clerk\", \"finance\"",
        "unit = ['clerk\", \"finance\"]",
        "also = [\"o8\"",
        "components = [1",
        "files = [{ path = \"ก.pdf\", title = \"ก\"",
        "files = [\n  { path = \"ก.pdf\" },\n  { path = \"ข.pdf }\n]",
    ] {
        let site = SiteTest::new();
        site.write(LEAD, format!("+++\n{list}\n{behind}\n+++\nก\n"));
        let run = site.run(&["check"]);
        let told = run.stderr.matches("ผิด[toml-syntax]").count();
        let errors = run.stderr.matches("ผิด[").count();
        assert_eq!((told, errors), (1, 1), "{list}\n{run:?}");
    }
}

#[test]
fn what_is_not_certain_is_left_to_the_clerk() {
    for ends in ["\n", "\r\n"] {
        for (typed, meant) in LINES {
            let text = |lines: &str| format!("+++\n{lines}\n+++\nก\n").replace('\n', ends);
            let site = SiteTest::new();
            site.write(LEAD, text(typed));
            let run = site.run(&["check", "--fix"]);
            let wanted = text(meant.unwrap_or(typed));
            assert_eq!(site.read(LEAD), wanted, "{typed}\n{run:?}");
        }
    }
}

/// Lines of the settings.
#[rustfmt::skip]
const SETTINGS: &[(&str, Option<&str>)] = &[
    ("accent = 1d5c3a", Some("accent = \"#1d5c3a\"")),
    ("accent = 123456", Some("accent = \"#123456\"")),
    ("accent = \"1d5c3a\"", Some("accent = \"#1d5c3a\"")),
    ("accent = #1d5c3a", Some("accent = \"#1d5c3a\"")),
    ("accent = เขียว", None),
    ("max_file_mb = 20MB", Some("max_file_mb = 20")),
    ("own_hosts = \"a.go.th, b.go.th\"", Some("own_hosts = [\"a.go.th\", \"b.go.th\"]")),
];

#[test]
fn settings_are_written_as_their_help_says() {
    for (typed, meant) in SETTINGS {
        let site = SiteTest::new();
        let before = site.read("site.toml");
        site.write("site.toml", format!("{typed}\n{before}"));
        let run = site.run(&["check", "--fix"]);
        let wanted = format!("{}\n{before}", meant.unwrap_or(typed));
        assert_eq!(site.read("site.toml"), wanted, "{typed}\n{run:?}");
    }
    for (typed, meant) in [
        ("works = กองช่าง", Some("works = \"กองช่าง\"")),
        ("works: \"กองช่าง\"", Some("works = \"กองช่าง\"")),
        ("fiscal_year = 2566", None),
    ] {
        let site = SiteTest::new();
        let before = site.read("site.toml");
        let units = |line: &str| before.replace("[units]\n", &format!("[units]\n{line}\n"));
        site.write("site.toml", units(typed));
        let run = site.run(&["check", "--fix"]);
        let wanted = units(meant.unwrap_or(typed));
        assert_eq!(site.read("site.toml"), wanted, "{typed}\n{run:?}");
    }
}

#[test]
fn only_what_was_asked_for_is_written() {
    let site = SiteTest::new();
    let other = "content/2566/o7/index.md";
    let text = "+++\nunit = กองคลัง\n+++\nก\n";
    site.write(LEAD, text);
    site.write(other, text);
    site.run(&["check", "o6", "--fix"]);
    assert_eq!(site.read(LEAD), text.replace("กองคลัง", "\"finance\""));
    assert_eq!(site.read(other), text);
}
