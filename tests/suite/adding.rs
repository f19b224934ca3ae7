//! `oit add`, what waits unpublished, and `oit check` of one item.

use crate::harness::{SiteTest, pdf};

#[test]
fn a_file_is_taken_in_and_published_in_one_command() {
    let site = SiteTest::new();
    site.write("แผน ฉบับ 1.pdf", pdf("แผน"));
    let typed = [
        "add",
        "o11",
        "แผน ฉบับ 1.pdf",
        "แผนดำเนินงาน",
        "--components",
        "๑-2,3",
        "--period",
        "2566",
    ];
    let run = site.run(&typed);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("O11 ปี 2566"), "{run:?}");
    let made = site.read("content/2566/o11/2566-09-30.md");
    assert_eq!(
        made,
        "+++\ntitle = \"แผนดำเนินงาน\"\ndate = \"2566-09-30\"\nperiod = \"2566\"\ncomponents = [1, 2, 3]\n\
         files = [{ path = \"แผน ฉบับ 1.pdf\" }]\n+++\n"
    );
    let run = site.build();
    assert!(run.stdout.contains("สร้างไว้ใน"), "{run:?}");
    assert!(
        site.read("public/2566/o11/2566-09-30/index.html")
            .contains("แผนดำเนินงาน")
    );
    for wrong in [
        &["add", "o11", "none.pdf"][..],
        &["add", "o99", "แผน ฉบับ 1.pdf"],
        &["add", "o11", "แผน ฉบับ 1.pdf", "--components", "x"],
    ] {
        assert_eq!(site.run(wrong).code, 2, "{wrong:?}");
    }
}

#[test]
fn a_year_that_begins_by_a_slip_and_a_document_with_an_error_are_told() {
    let site = SiteTest::new();
    site.write("แผน.pdf", pdf("แผน"));
    let told = site.run(&["new", "o7", "ข่าว"]).stdout;
    assert!(!told.contains("ระวัง"), "{told}");
    let told = site.run(&["new", "o7", "ข่าว", "--year", "2565"]).stdout;
    assert!(told.contains("ระวัง") && told.contains("2565"), "{told}");
    let run = site.run(&["add", "o11", "แผน.pdf", "แผน", "--period", "2023"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("แก้ที่ผิดใน"), "{run:?}");
}

#[test]
fn a_file_beside_a_draft_is_told_everywhere() {
    let site = SiteTest::new();
    site.write("content/2566/o11/index.md", "+++\ndraft = true\n+++\n")
        .write("content/2566/o11/แผน.pdf", pdf("แผน"));
    for command in ["check", "build"] {
        let run = site.run(&[command]);
        assert!(run.stderr.contains("oit add o11 \"แผน.pdf\""), "{run:?}");
        assert!(run.stdout.contains("O11 มี 1 ไฟล์รออยู่"), "{run:?}");
    }
    // Lying there already, it is not copied.
    let run = site.run(&["add", "11", "แผน.pdf"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(!site.run(&["check"]).stdout.contains("รออยู่"));
}

#[test]
fn one_item_is_checked_alone() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        "+++\ncomponents = [9]\n+++\nกฎหมาย\n",
    )
    .write(
        "content/2566/o7/index.md",
        "+++\nunit = \"none\"\n+++\nข่าว\n",
    );
    let run = site.run(&["check", "o6"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("component-out-of-range") && !run.stderr.contains("unknown-unit"));
    assert_eq!(site.run(&["check", "ข้อ ๘"]).code, 0);
    assert_eq!(site.run(&["check", "o99"]).code, 2);
    let run = site.run(&["check", "o7", "--format", "json"]);
    assert!(run.stdout.contains("unknown-unit") && !run.stdout.contains("component-out-of-range"));
}

#[test]
fn the_home_page_keeps_its_duties_when_the_year_changes() {
    let site = SiteTest::new();
    let channel = "+++\n[[data.channels]]\nkind = \"fraud-complaint\"\nlabel = \"แจ้งการทุจริต\"\n\
                   url = \"https://www.x.example/fraud\"\n+++\nช่องทาง\n";
    site.write("content/2565/o28/index.md", channel)
        .write("content/2566/o6/index.md", "กฎหมาย\n")
        .write("content/index.md", "[แจ้งการทุจริต](o28)\n");
    site.build();
    let home = site.read("public/index.html");
    let duty = home
        .split("data-oit-duty=\"fraud-complaint\"")
        .nth(1)
        .unwrap();
    assert!(duty.contains("https://www.x.example/fraud"), "{duty}");
    assert!(
        duty.split("</li>").next().unwrap().contains("ข้อมูลปี 2565"),
        "{duty}"
    );
    let year = &home[home.find("แจ้งการทุจริต").unwrap()..];
    assert!(
        year.contains("/2565/o"),
        "the link leads to the year that has it"
    );
}

#[test]
fn what_is_no_evidence_is_not_taken_in() {
    let site = SiteTest::new();
    site.write("ว่าง.pdf", "")
        .write("ทางลัด.lnk", "L")
        .write("โปรแกรม.exe", "MZ")
        .write("~WRL0001.tmp", "x")
        .write("n.md", "ข้อความ")
        .write("_ร่าง.pdf", pdf("ร่าง"))
        .write("โฟลเดอร์/ก.pdf", pdf("ก"));
    for (name, code) in [
        ("ว่าง.pdf", "file-empty"),
        ("ทางลัด.lnk", "shortcut"),
        ("โปรแกรม.exe", "program-file"),
        ("~WRL0001.tmp", "leftover"),
        ("n.md", "file-not-found"),
        ("_ร่าง.pdf", "file-not-found"),
        ("โฟลเดอร์", "file-not-found"),
    ] {
        let run = site.run(&["add", "o6", name]);
        assert_eq!(run.code, 2, "{name}: {run:?}");
        assert!(
            run.stderr.contains(code) && run.stderr.contains(name),
            "{name}: {run:?}"
        );
        assert!(!site.path("content/2566/o6").exists() && !site.path("content/2566/o06").exists());
    }
}

#[test]
fn a_file_is_added_once() {
    let site = SiteTest::new();
    site.write("ก.pdf", pdf("ก")).write("ข.pdf", pdf("ก"));
    assert_eq!(site.run(&["add", "o11", "ก.pdf"]).code, 0);
    for name in ["ก.pdf", "ข.pdf"] {
        let run = site.run(&["add", "o11", name]);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains("file-duplicate"), "{run:?}");
    }
    assert_eq!(site.run(&["add", "o12", "ก.pdf"]).code, 0);
}

#[test]
fn what_a_finding_says_to_type_adds_the_file() {
    let site = SiteTest::new();
    site.write("content/2566/o6/ภาพ/ก.pdf", pdf("ก"))
        .write("content/2566/o7/-แผน.pdf", pdf("แผน"))
        .write("content/2566/o8/index.md", "+++\ndraft = true\n+++\n")
        .write("content/2566/o8/ภาพ/ข.pdf", pdf("ข"));
    let told = site.run(&["check"]).stderr;
    for (item, name) in [
        ("o6", "ภาพ/ก.pdf"),
        ("o7", "./-แผน.pdf"),
        ("o8", "ภาพ/ข.pdf"),
    ] {
        let line = format!("oit add {item} \"{name}\"");
        assert!(told.contains(&line), "{line}\n{told}");
        let run = site.run(&["add", item, name]);
        assert_eq!(run.code, 0, "{run:?}");
    }
    let made = site.read("content/2566/o6/2566-09-30.md");
    assert!(
        made.contains("title = \"ก\"") && made.contains("path = \"ภาพ/ก.pdf\""),
        "{made}"
    );
    assert!(!site.run(&["check"]).stderr.contains("oit add"));
}

#[test]
fn the_command_that_is_printed_names_the_year_that_is_not_the_current_one() {
    let site = SiteTest::new();
    for year in [2565, 2566] {
        let folder = format!("content/{year}/o11");
        site.write(&format!("{folder}/แผน.pdf"), pdf(&format!("Plan {year}")));
        site.write(
            &format!("{folder}/index.md"),
            "+++\ntitle = \"แผน\"\ndate = \"2565-10-01\"\ndraft = true\n+++\n",
        );
    }
    let findings = site.findings();
    let mut commands = findings.iter().filter(|found| found.code == "file-waiting");
    assert!(
        commands
            .next()
            .unwrap()
            .help
            .contains("oit add o11 --year 2565 \"แผน.pdf\"")
    );
    assert!(
        commands
            .next()
            .unwrap()
            .help
            .contains("oit add o11 \"แผน.pdf\"")
    );
    let added = site.run(&["add", "o11", "--year", "2565", "แผน.pdf"]);
    assert_eq!(added.code, 0, "{added:?}");
    assert!(added.stdout.contains("content/2565/o11"), "{added:?}");
}
