//! Help that can be typed as it stands: what a clerk wrote, and the line that the help must name.

use crate::harness::{SiteTest, oit};

const LEAD: &str = "content/2566/o06/index.md";

/// A front matter, the code it gives, and what the help says in Thai and English alike.
#[rustfmt::skip]
const TYPED: &[(&str, &str, &str)] = &[
    ("[[data.projects]]\nname = \"ก\"\nbudget = 485,000", "toml-syntax", "budget = 485000"),
    ("[[data.executives]]\nname = \"ก\"\nphone = 0000000010", "toml-syntax", "phone = \"0000000010\""),
    ("[[data.executives]]\nname = \"ก\"\nphone = 1669", "wrong-type", "phone = \"1669\""),
    ("unit = [\"clerk\" \"finance\"]", "toml-syntax", "unit = [\"clerk\", \"finance\"]"),
    ("components = 3, 4", "toml-syntax", "components = [3, 4]"),
    ("components = [\"1\", \"2\"]", "wrong-type", "components = [1, 2]"),
    ("components = 1", "wrong-type", "components = [1]"),
    ("[[data.projects]]\nname = \"ก\"\nprogress = \"50%\"", "wrong-type", "progress = 50"),
    ("[[data.projects]]\nname = \"ก\"\nspent = \"๔๗๒,๐๐๐ บาท\"", "wrong-type", "spent = 472000"),
    ("[[data.projects]]\nname = \"ก\"\nspent = \"1.5 ล้านบาท\"", "wrong-type", "spent = 1500000"),
    ("draft = ใช่", "toml-syntax", "draft = true"),
    ("draft = \"ไม่\"", "wrong-type", "draft = false"),
    ("title = 'ประกาศ\"", "toml-syntax", "title = \"ประกาศ\""),
    ("title = \"ประกาศ”", "toml-syntax", "title = \"ประกาศ\""),
    ("title = “ประกาศ”", "toml-syntax", "title = \"ประกาศ\""),
    ("files = [\"รายงาน.pdf\"]", "wrong-type", "files = [{ path = \"รายงาน.pdf\" }]"),
    ("links = [{ url = \"itas.nacc.go.th/home\", title = \"ระบบ ITAS\" }]", "broken-link", "`https://itas.nacc.go.th/home`"),
    ("[[data.channels]]\nkind = \"EIT\"\nurl = \"https://x.example/eit\"", "bad-choice", "`eit-survey`"),
    ("[[data.channels]]\nkind = \"สังคมออนไลน์\"\nurl = \"https://x.example/f\"", "bad-choice", "`social`"),
    ("period = \"ต.ค. 2565\"", "bad-period", "\"2565-10\""),
    ("period = \"ตุลาคม ๒๕๖๕\"", "bad-period", "period = \"2565-10\""),
    ("period = \"ไตรมาส 1\"", "bad-period", "\"2566-Q1\""),
    ("period = \"ครึ่งปีแรก 2566\"", "bad-period", "\"2566-H1\""),
    ("period = \"2570..2566\"", "bad-period", "\"2566..2570\""),
    ("period = \"2022-11\"", "bad-period", "\"2565-11\""),
    ("[[data.projects]]\nname = \"ก\"\nstart = \"\"", "bad-period", "\"2566-01\""),
    ("[[data.procurement]]\nwork = \"ก\"\ncontract_date = \"\"", "bad-date", "\"2566-01-31\""),
    ("[[data.projects]]\nname = \"ก\"\nbudget = \"485,000.-\"", "wrong-type", "budget = 485000"),
    ("[[data.projects]]\nname = \"ก\"\nbudget = 1.200.000", "toml-syntax", "budget = 1200000"),
    ("[[data.projects]]\nname = \"ก\"\nbudget = \"-\"", "wrong-type", "0"),
    ("[[data.projects]]\nname = \"ก\"\nbudget = 485,000.- # ตามแผน", "toml-syntax", "budget = 485000 # ตามแผน"),
    ("title: กฎหมาย", "toml-syntax", "title = \"กฎหมาย\""),
    ("title กฎหมาย", "toml-syntax", "+++"),
    ("วันที่ = \"2566-01-31\"", "toml-syntax", "date = \"2566-01-31\""),
    ("หน่วยงาน = \"clerk\"", "toml-syntax", "unit = \"clerk\""),
    ("องค์ประกอบ = [๑]", "toml-syntax", "components = [1]"),
    ("ด้วยเทศบาลได้ดำเนินการ", "toml-syntax", "+++"),
    ("[x] 1. กฎหมายที่เกี่ยวข้อง", "toml-syntax", "#"),
    ("unit\u{a0}= \"clerk\"", "toml-syntax", "unit = \"clerk\""),
    ("[[data.executives]]\nชื่อ-นามสกุล = \"ก\"", "toml-syntax", "name = \"ก\""),
    ("[[data.statistics]]\nmonth = \"2566-01\"\nชำระภาษี = 12", "toml-syntax", "\"ชำระภาษี\" = 12"),
    ("draft = False", "toml-syntax", "draft = false"),
    ("title = \"รับ \"เงิน\" จากผู้รับเหมา\"", "toml-syntax", "title = \"รับ “เงิน” จากผู้รับเหมา\""),
    ("summary = \"88 หมู่ 8\nตำบลตัวอย่าง\"", "toml-syntax", "summary = \"88 หมู่ 8 ตำบลตัวอย่าง\""),
    ("files = [{ path = \"รายงาน.pdf\" title = \"ก\" }]", "toml-syntax", "files = [{ path = \"รายงาน.pdf\", title = \"ก\" }]"),
    ("files = [{ \"รายงาน.pdf\" }]", "toml-syntax", "files = [{ path = \"รายงาน.pdf\" }]"),
    ("files = [{ file = \"รายงาน.pdf\", name = \"ก\" }]", "unknown-key", "`path`"),
    ("files = [{ file = \"รายงาน.pdf\", name = \"ก\" }]", "unknown-key", "`title`"),
    ("links = [{ link = \"https://x.example/a\" }]", "unknown-key", "`url`"),
    ("Date = \"2566-01-31\"", "unknown-key", "date"),
    ("# [[data.contact]]\naddress = \"ก\"\nphone = \"0\"", "unknown-key", "[[data.contact]]"),
    ("[[contact]]\naddress = \"ก\"", "unknown-key", "[[data.contact]]"),
    ("map = \"https://x.example/m\"", "unknown-key", "[[data.contact]]"),
    ("colour = 1", "unknown-key", "components"),
    ("[[data.contact]]\naddress = \"ก\"\nmap = \"<iframe src=\"https://x.example/\"></iframe>\"", "toml-syntax", "map = \"https://…\""),
    ("[[data.contact]]\naddress = \"ก\"\nunit = \"clerk\"", "unknown-key", "["),
    ("unit = \"clerk, finance\"", "unknown-unit", "unit = [\"clerk\", \"finance\"]"),
    ("unit = [\"กองคลัง\"]", "unknown-unit", "\"finance\""),
    ("unit = \"สำนักปลัด และ กองคลัง\"", "unknown-unit", "unit = [\"clerk\", \"finance\"]"),
    ("files = [{ path = \"รายงาน\" }]", "file-not-found", "`รายงาน.pdf`"),
    ("files = [{ path = \"รายงาน.pdf.pdf\" }]", "file-not-found", "`รายงาน.pdf`"),
    ("date = \"15/10/65\"", "bad-date", "\"2565-10-15\""),
    ("date = \"31 ม.ค. ๖๖\"", "bad-date", "\"2566-01-31\""),
    ("date = 15/10/65", "toml-syntax", "date = \"2565-10-15\""),
    ("period = \"ต.ค. 65 - มี.ค. 66\"", "bad-period", "\"2566-H1\""),
    ("period = \"1 ต.ค. 2565 - 30 ก.ย. 2566\"", "bad-period", "\"2566\""),
    ("period = \"พ.ย. 65 - ก.พ. 66\"", "bad-period", "\"2565-11..2566-02\""),
    ("[[data.scores]]\nof = \"OIT\"\nscore = 78\nyear = 65", "out-of-range", "year = 2565"),
    ("[[data.channels]]\nkind = \"facebook\"\nurl = \"https://x.example/f\"", "bad-choice", "`social`"),
    ("[[data.channels]]\nkind = \"ป้าย\"\nurl = \"https://x.example/f\"", "bad-choice", "social ("),
    ("[[data.channels]]\nkind = \"social\"\nurl = \"@nbt\"", "broken-link", "`https://line.me/R/ti/p/@nbt`"),
    ("[[data.channels]]\nkind = \"qa\"\nurl = \"00 0000 0010\"", "broken-link", "`tel:0000000010`"),
    ("links = [{ url = \"https://…\", title = \"ระบบรายงาน\" }]", "staging-address", "https://…"),
    ("[data.projects]\nname = \"ก\"\n[data.projects]\nname = \"ข\"", "toml-syntax", "[[data.projects]]"),
    ("[data.projects]\nname = \"ก\"", "wrong-type", "[[data.projects]]"),
    ("[[data.table]]\nfile = \"ก.csv\"\ncaption = \"ก\"", "unknown-key", "[[table]]"),
    ("[[table]]\nfile = \"ก.csv\"\ntitle = \"ก\"", "unknown-key", "`caption`"),
    ("[[table]]\nfile = \"ก.csv\"", "missing-key", "caption = \""),
    ("allow = [{ code = \"stub\" }]", "missing-key", "reason = \""),
    ("# [[data.executives]]\nname = \"ก\"\nposition = \"ข\"", "unknown-key", "[[data.executives]]"),
    ("files = [{ path = \"https://x.example/view\" }]", "file-not-found", "links = [{ url = \"https://x.example/view\", title = "),
    ("[[data.executives]]\nname = \"ก\"\nphoto = \"https://x.example/a.jpg\"", "file-not-found", "https://x.example/a.jpg"),
    ("none = true", "wrong-type", "none = \""),
    ("updated = \"15 ธ.ค. 2565 เวลา 09.00 น.\"", "bad-date", "\"2565-12-15\""),
    ("[[data.improvements]]\ninstrument = \"IIT\"\ndone = \"ยังไม่ดำเนินการ\"", "wrong-type", "done = false"),
    ("[[data.scores]]\nof = \"OIT\"\nscore = 78\nyear = \"พ.ศ. 2565\"", "wrong-type", "year = 2565"),
    ("[[data.projects]]\nname = \"ก\"\nbudget = -", "toml-syntax", "budget = 250000"),
];

/// Of a placeholder the help names nothing to type.
fn is_placeholder(typed: &str) -> bool {
    typed == "https://…"
}

#[test]
fn the_help_names_the_line_to_type() {
    for (front, code, typed) in TYPED {
        let site = SiteTest::new();
        site.write("content/2566/o06/รายงาน.pdf", crate::harness::pdf("รายงาน"));
        site.write(LEAD, format!("+++\n{front}\n+++\nข้อความ\n"));
        for language in ["th", "en"] {
            let (_, found) = super::check(&site, language);
            let helps: Vec<&str> = found
                .iter()
                .filter(|finding| finding.code == *code)
                .map(|finding| finding.help.as_str())
                .collect();
            let wanted = match (is_placeholder(typed), language) {
                (false, _) => *typed,
                (true, "th") => "ยังเป็นตัวอย่าง",
                (true, _) => "still the example",
            };
            assert!(
                helps.iter().any(|help| help.contains(wanted)),
                "{front}: {wanted}\n{found:#?}"
            );
        }
    }
}

/// What is not there yet has no line, and nobody is told to invent a day or to delete what must be there.
#[test]
fn nothing_is_invented() {
    for (front, code, help) in [
        ("updated = \"-\"", "bad-date", "ลบทั้งบรรทัด"),
        ("updated = \"รอลงนาม\"", "bad-date", "ลบทั้งบรรทัด"),
        ("title = \"\"\ndate = \"2566-01-31\"", "empty-value", "ต้องมี"),
        (
            "[[table]]\nfile = \"ก.csv\"\ncaption = \"\"",
            "empty-value",
            "ต้องมี",
        ),
    ] {
        let site = SiteTest::new();
        site.write("content/2566/o06/แผน.md", format!("+++\n{front}\n+++\nก\n"));
        let found = site.findings();
        let one = found.iter().find(|finding| finding.code == code);
        let one = one.unwrap_or_else(|| panic!("{front}: {found:#?}"));
        assert!(one.help.contains(help), "{one:#?}");
        assert!(!one.help.contains("เขียนเป็น"), "{one:#?}");
    }
}

/// Of a list that cannot be read, only what is wrong in it is told.
#[test]
fn a_broken_list_is_the_only_fault_of_its_year() {
    let list = "fiscal_year = 2567\n[[indicator]]\ncode = \"9\"\ntitle: โครงสร้าง\n[[indicator.sub]]\ncode = \"9.1\"\n\
        title = \"ข\"\n[[indicator.sub.item]]\nnumber = 1\nkey = \"structure\"\ntitle = \"ค\"\n";
    let site = SiteTest::new();
    site.write("content/2567/framework.toml", list);
    for item in ["o1", "o2", "o3"] {
        let lead = format!("content/2567/{item}/index.md");
        site.write(&lead, "+++\ncomponents = [9]\n+++\nก\n");
    }
    let found = site.findings();
    let of_year = found
        .iter()
        .filter(|one| one.at.starts_with("content/2567"));
    let codes: Vec<&str> = of_year.map(|one| one.code.as_str()).collect();
    assert_eq!(codes, ["toml-syntax"], "{found:#?}");
}

#[test]
fn what_is_empty_is_said_to_be_empty() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o11/index.toml",
        "[[data.projects]]\nname = \"ก\"\nstart = \"\"\nend = \"2566-01-31\"\n",
    );
    let found = site.findings();
    let empty = found.iter().find(|finding| finding.code == "bad-period");
    let empty = empty.unwrap();
    assert!(empty.message.contains("ยังไม่ได้กรอก"), "{empty:#?}");
    assert!(empty.help.contains("ลบทั้งบรรทัด"), "{empty:#?}");
}

#[test]
fn a_missing_file_is_named_as_it_must_be_typed() {
    let site = SiteTest::new();
    let photo = crate::harness::pdf("รูป");
    site.write("content/2566/o06/photos/mayor.pdf", &photo);
    site.write("content/2566/o07/ข่าว.pdf", &photo);
    for (path, meant) in [
        ("photos/mayer.pdf", "`photos/mayor.pdf`"),
        ("mayor.pdf", "`photos/mayor.pdf`"),
        ("Photos/Mayor.PDF", "`photos/mayor.pdf`"),
        ("../o7/ขาว.pdf", "`../o7/ข่าว.pdf`"),
        ("ชื่อไฟล์.pdf", "ยังเป็นตัวอย่าง"),
    ] {
        site.write(
            LEAD,
            format!("+++\nfiles = [{{ path = \"{path}\" }}]\n+++\nก\n"),
        );
        let found = site.findings();
        let missing = found
            .iter()
            .find(|finding| finding.code == "file-not-found");
        assert!(missing.unwrap().help.contains(meant), "{path}: {found:#?}");
        let Some(typed) = meant
            .strip_prefix('`')
            .and_then(|meant| meant.strip_suffix('`'))
        else {
            continue;
        };
        site.write(
            LEAD,
            format!("+++\nfiles = [{{ path = \"{typed}\" }}]\n+++\nก\n"),
        );
        let found = site.findings();
        assert!(
            found.iter().all(|finding| finding.code != "file-not-found"),
            "{typed}: {found:#?}"
        );
    }
}

#[test]
fn a_file_that_lies_in_another_item_is_told_with_its_place() {
    let site = SiteTest::new();
    let plan = crate::harness::pdf("แผน");
    site.write("content/2566/o12/แผน 2566.pdf", &plan)
        .write("content/2566/o12/a/ซ้ำ.pdf", &plan)
        .write("content/2566/o13/ซ้ำ.pdf", &plan)
        .write("content/2565/o6/เก่า.pdf", &plan)
        .write("content/2566/o12/index.md", "ก\n");
    let missing = |path: &str| {
        site.write(
            LEAD,
            format!("+++\nfiles = [{{ path = \"{path}\" }}]\n+++\nก\n"),
        );
        let mut found = site.findings().into_iter();
        let missing = found.find(|finding| finding.code == "file-not-found");
        missing.map(|finding| (finding.message, finding.help))
    };
    for (path, lies, typed) in [
        (
            "แผน 2566.pdf",
            "content/2566/o12/แผน 2566.pdf",
            "../o12/แผน 2566.pdf",
        ),
        (
            "เก่า.pdf",
            "content/2565/o6/เก่า.pdf",
            "../../2565/o6/เก่า.pdf",
        ),
    ] {
        let (message, help) = missing(path).unwrap();
        assert!(message.contains(&format!("มีอยู่ที่ {lies}")), "{message}");
        assert!(help.contains(&format!("`{typed}`")), "{help}");
        assert_eq!(missing(typed), None, "{typed}");
    }
    // Of two nobody knows which is meant.
    let (message, _) = missing("ซ้ำ.pdf").unwrap();
    assert!(!message.contains("มีอยู่ที่"), "{message}");
    site.write(LEAD, "+++\n+++\n[แผน](<แผน 2566.pdf>)\n");
    let found = site.findings();
    let broken = found.iter().find(|finding| finding.code == "broken-link");
    assert!(
        broken.unwrap().help.contains("`../o12/แผน 2566.pdf`"),
        "{found:#?}"
    );
}

#[test]
fn an_unknown_unit_tells_the_ids_that_there_are() {
    let site = SiteTest::new();
    site.write(LEAD, "+++\nunit = \"กองกิจการพิเศษ\"\n+++\nก\n");
    let found = site.findings();
    let unknown = found.iter().find(|finding| finding.code == "unknown-unit");
    assert!(
        unknown.unwrap().help.contains("ใช้รหัสที่มี: clerk"),
        "{found:#?}"
    );
}

#[test]
fn commands_say_what_to_type() {
    let site = SiteTest::new();
    for (arguments, words) in [
        (&["new", ""][..], "oit new o12"),
        (
            &["report", "checklist", "-o", "a/b/c.xlsx"],
            "ไม่มีโฟลเดอร์ `a/b`",
        ),
    ] {
        let run = site.run(arguments);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains(words), "{run:?}");
    }
    for (arguments, words) in [
        (&["init", ""][..], "oit init website"),
        (&["init", "new-site", "--year", "2567"], "--year 2566"),
        (
            &["init", "new-site", "--year", "2567"],
            "oit rollover 2566 2567",
        ),
    ] {
        let run = crate::harness::run(oit().current_dir(site.root()).args(arguments));
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains(words), "{run:?}");
    }
}

#[test]
fn an_address_is_read_as_a_browser_opens_it() {
    let site = crate::harness::SiteTest::new();
    site.write(
        "content/2566/o07/news.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-01\"\n+++\nข่าว\n",
    )
    .write("content/2566/o6/รายงาน.txt", "รายงาน")
    .write(
        "content/2566/o6/index.md",
        "[ก](/2566/o07/) [ข](https://x.example/2566/o6/รายงาน.txt) [ค](/2566/o7/news/index.html)\n",
    );
    let run = site.run(&["check"]);
    let told = run.stdout + &run.stderr;
    assert_eq!(told.matches("[broken-link]").count(), 2, "{told}");
    assert!(told.contains("หมายถึง `/2566/o7/`"), "{told}");
    assert!(told.contains(".txt` หรือไม่"), "{told}");
}
