//! The one voice of `check`: the order of findings, their headings, and what stands below them.

use crate::harness::{AS_OF, SiteTest, oit, repository, run};

/// What `check` says of the demonstration, in a language.
fn demonstration(language: &str, day: &str) -> String {
    let mut command = oit();
    command
        .args(["check", "--as-of", day, "--lang", language])
        .current_dir(repository());
    run(&mut command).stdout
}

#[test]
fn the_demonstration_ends_with_what_is_owed_and_what_to_type_first() {
    let thai = demonstration("th", AS_OF);
    let expected = "\
ปี 2566 มี 43 ข้อ: ครบถ้วน 25 · ยังไม่ครบ 10 · ยังไม่เผยแพร่ 8
  ยังไม่ครบ: O2 O10 O12 O16 O17 O21 O29 O31 O36 O40
  ยังไม่เผยแพร่: O22 O24 O26 O32 O33 O35 O38 O41
คะแนน OIT ประมาณการ 53.00 จาก 100 (เท่ากับ ITA 21.20 จาก 40)
  ประเมินตนเองจากสถานะข้างบนด้วยวิธีเฉลี่ยของปี 2564 ไม่ใช่ผลการประเมินของ ป.ป.ช.

ควรแก้ก่อน ได้คะแนนเพิ่มมากที่สุด
  1. O40 การขับเคลื่อนจริยธรรม (+5.00 คะแนน OIT)
     ยังไม่แสดงองค์ประกอบที่ 1: แสดงผลการเสริมสร้างมาตรฐานทางจริยธรรมให้แก่เจ้าหน้าที่ของหน่วยงาน อย่างน้อยประกอบด้วย (๑) ก…
     → content/2566/o40/index.toml: เมื่อเอกสารแสดงข้อมูลนี้แล้ว เพิ่มเลข 1 ใน components
  2. O41 การประเมินจริยธรรมเจ้าหน้าที่ของรัฐ (+5.00 คะแนน OIT)
     ยังไม่มีเอกสาร
     → oit new o41
  3. O31 ประกาศเจตนารมณ์นโยบาย No Gift Policy จากการปฏิบัติหน้าที่ (+3.125 คะแนน OIT)
     ยังไม่แสดงองค์ประกอบที่ 1: เป็นประกาศอย่างเป็นทางการที่มีการลงนามโดยผู้บริหารสูงสุด
     → content/2566/o31/index.md: เมื่อเอกสารแสดงข้อมูลนี้แล้ว เพิ่มเลข 1 ใน components

กำหนดเวลาของข้อที่ยังไม่ครบ
  เลยกำหนดแล้ว ควรมีตั้งแต่ 1 มีนาคม 2566: O21 (กุมภาพันธ์ 2566 – มีนาคม 2566)
  ถึงกำหนดแล้ว ตั้งแต่ 1 ตุลาคม 2565: O10 O17 O22 O26 O31 O32 O35 O36 O38 O40 O41
  ถึงกำหนดแล้ว ตั้งแต่ 1 เมษายน 2566: O12 O16 O24 O29 O33

";
    let (counted, rest) = thai.split_once('\n').unwrap();
    assert!(counted.starts_with("ข้อผิดพลาด 0 · คำเตือน "), "{counted}");
    let (rest, explain) = rest.split_at(rest.find("oit explain").unwrap());
    assert_eq!(rest, expected);
    assert_eq!(thai.matches("oit explain CODE").count(), 1);
    assert!(explain.starts_with("oit explain CODE อธิบายเพิ่มเติม เช่น oit explain "));
    let english = demonstration("en", AS_OF);
    assert_eq!(english.lines().count(), thai.lines().count());
    assert!(
        english.contains("Repair first what gains most\n  1. O40 "),
        "{english}"
    );
    assert!(
        english.contains("overdue since 2023-03-01: O21 (2566-02..2566-03)"),
        "{english}"
    );
}

#[test]
fn what_cannot_be_done_yet_is_no_repair() {
    let site = SiteTest::new();
    // On that day the half-year of O33 is not over, and the document of O41 comes out by itself.
    site.write(
        "content/2566/o41/index.md",
        "+++\ndate = \"2566-02-20\"\ncomponents = [1]\n+++\nมี\n",
    );
    for item in ["o39", "o40", "o42", "o43"] {
        site.write(
            &format!("content/2566/{item}/index.md"),
            "+++\ndate = \"2566-01-20\"\nperiod = \"2565..2566\"\ncomponents = [1, 2, 3]\n+++\nมี\n",
        );
    }
    let repairs = |day: &str| {
        let mut command = oit();
        let command = command.args(["check", "--as-of", day]);
        let said = run(command.current_dir(site.root())).stdout;
        let lines = said.lines().filter(|line| line.contains("(+"));
        lines
            .map(|line| {
                line.split(' ')
                    .find(|word| word.starts_with('O'))
                    .unwrap()
                    .to_owned()
            })
            .collect::<Vec<_>>()
    };
    let (early, late) = (repairs("2566-02-10"), repairs("2566-04-01"));
    assert_eq!(early.len(), 3, "{early:?}");
    assert!(!early.contains(&"O41".to_owned()), "{early:?}");
    let half_years = ["O33", "O37"];
    assert!(
        early
            .iter()
            .all(|item| !half_years.contains(&item.as_str())),
        "{early:?}"
    );
    assert_eq!(late.len(), 3, "{late:?}");
}

#[test]
fn little_that_is_lacking_comes_before_what_has_yet_to_be_written() {
    let site = SiteTest::new();
    // O42 lacks one of its two components; the other four of its sub-indicator are missing.
    site.write(
        "content/2566/o42/index.md",
        "+++\ndate = \"2566-01-20\"\nperiod = \"2565\"\ncomponents = [1]\n+++\nมี\n",
    )
    .write("content/2566/o41/index.md", "+++\ndraft = true\n+++\nมี\n");
    let said = site.run(&["check"]).stdout;
    let order: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("(+5.00"))
        .map(|line| line.trim().split(' ').nth(1).unwrap())
        .collect();
    assert_eq!(order[0], "O42", "{said}");
    assert!(said.contains("→ content/2566/o42/index.md: "), "{said}");
    assert_eq!(order.len(), 3, "{said}");
}

#[test]
fn a_row_that_lacks_something_is_named_as_the_repair() {
    let site = SiteTest::new();
    let framework = "fiscal_year = 2566\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\n\
        code = \"9.1\"\ntitle = \"ข\"\n[[indicator.sub.item]]\nnumber = 1\nkey = \"a\"\ntitle = \"ค\"\n\
        components = [{ text = \"ผู้บริหาร\", shown_by = \"executives(name, position)\" }]\n";
    let row = "[[data.executives]]\nname = \"นายสมมุติ ตัวอย่าง\"\n";
    site.write("content/2566/framework.toml", framework)
        .write("content/2566/o1/index.md", "+++\n+++\nมี\n")
        .write(
            "content/2566/o1/people.toml",
            format!("title = \"ก\"\ndate = \"2566-01-31\"\n{row}position = \"ปลัดเทศบาล\"\n{row}"),
        );
    let said = site.run(&["check"]).stdout;
    assert!(
        said.contains("     ตาราง executives แถวที่ 2 `นายสมมุติ ตัวอย่าง` ยังไม่กรอก position"),
        "{said}"
    );
    assert!(
        said.contains("     → content/2566/o1/people.toml: เพิ่ม position = \"…\" ในแถวนี้\n"),
        "{said}"
    );
    site.write(
        "content/2566/framework.toml",
        framework.split("components").next().unwrap(),
    )
    .write("content/2566/o1/index.md", "+++\ndraft = true\n+++\nมี\n");
    std::fs::remove_file(site.path("content/2566/o1/people.toml")).unwrap();
    let said = site.run(&["check"]).stdout;
    assert!(
        said.contains("→ content/2566/o1/index.md: เขียนเนื้อหา แล้วลบบรรทัด draft = true (ข้อที่มีองค์ประกอบ ใส่เลขที่แสดงแล้วใน components ก่อน)"),
        "{said}"
    );
    assert!(said.contains("ปีนี้ไม่ได้บันทึกองค์ประกอบไว้"), "{said}");
}

#[test]
fn findings_come_by_item_under_one_heading_a_file() {
    let site = SiteTest::new();
    let wrong = "+++\ntitle = \"ก\"\ndate = \"2566-01-31\"\ntitel = \"ข\"\n+++\n[ก](ไม่มี.pdf)\n";
    for path in [
        "content/2566/o12/a.md",
        "content/2566/o12/index.md",
        "content/2566/O2/index.md",
        "content/2565/o1/index.md",
    ] {
        site.write(path, wrong);
    }
    site.write("site.toml", format!("titel = 1\n{}", crate::harness::SITE));
    let run = site.run(&["check", "--color", "never"]);
    let headings: Vec<&str> = run
        .stderr
        .lines()
        .filter(|line| line.contains(" · ") && line.contains('/') || line.starts_with("ทั้ง"))
        .collect();
    let title = "รายงานการกำกับติดตามการดำเนินงานและการใช้งบประมาณประจำปี รอบ ๖ เดือน";
    assert_eq!(
        headings,
        [
            "ทั้งเว็บไซต์ · site.toml",
            "ข้อ O2 ข้อมูลผู้บริหาร · content/2566/O2/index.md",
            &format!("ข้อ O12 {title} · content/2566/o12/index.md"),
            &format!("ข้อ O12 {title} · content/2566/o12/a.md"),
            "ข้อ O1 ปี 2565 โครงสร้าง · content/2565/o1/index.md",
        ]
    );
    let json = site.run(&["check", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let place = |finding: &serde_json::Value| {
        let file = finding["file"].as_str().unwrap();
        format!("{file}:{}:{}", finding["line"], finding["column"])
    };
    let told: Vec<String> = json["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(place)
        .collect();
    let shown = run
        .stderr
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--> "));
    assert_eq!(told, shown.collect::<Vec<_>>());
}

#[test]
fn one_fault_five_hundred_times_is_drawn_ten_times_and_counted() {
    let site = SiteTest::new();
    let body = "[ก](ไม่มี.pdf)\n\n".repeat(500);
    site.write(
        "content/2566/o6/index.md",
        format!("+++\ncomponents = [1]\ntitel = \"ก\"\n+++\n{body}"),
    );
    let run = site.run(&["check"]);
    assert_eq!(
        run.stderr.matches("[broken-link]: ").count()
            + run.stderr.matches("[file-not-found]: ").count(),
        10
    );
    assert!(
        run.stderr.contains("[unknown-key]"),
        "another fault of the file is not lost"
    );
    let more = run
        .stderr
        .lines()
        .find(|line| line.starts_with('…'))
        .unwrap();
    assert!(more.starts_with("…และอีก 490 แห่งในไฟล์นี้ ["), "{more}");
    assert!(more.contains("บรรทัด 25, 27, 29"), "{more}");
    assert_eq!(site.findings().len(), 501);
}

#[test]
fn quiet_tells_the_findings_only_and_build_tells_less() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o1/index.md",
        "+++\ncomponents = [1]\n+++\nมี\n",
    );
    let quiet = site.run(&["check", "-q"]);
    assert!(
        quiet.stdout.is_empty() && quiet.stderr.contains("[component-not-shown]"),
        "{quiet:?}"
    );
    let built = site.run(&["build"]).stdout;
    assert!(
        built.contains("ปี 2566 มี 43 ข้อ: ครบถ้วน 0 · ยังไม่ครบ 1 · ยังไม่เผยแพร่ 42"),
        "{built}"
    );
    assert!(
        built.contains("ข้อผิดพลาด 0 · คำเตือน 1 · คำแนะนำ 0\n"),
        "{built}"
    );
    assert!(built.ends_with("oit check บอกว่าควรแก้ข้อใดก่อน\n"), "{built}");
    assert!(!built.contains("ประมาณการ"), "{built}");
    let english = site.run(&["check", "--lang", "en"]).stdout;
    assert!(
        english.starts_with("0 errors · 1 warning · 0 advice\n"),
        "{english}"
    );
}

#[test]
fn an_item_with_an_error_is_complete_only_once_that_is_mended() {
    let site = SiteTest::new();
    let text = |file: &str| {
        format!(
            "+++\ndate = \"2566-01-31\"\ncomponents = [1, 2]\n\n[[files]]\npath = \"{file}\"\n+++\nโครงสร้างของหน่วยงาน\n"
        )
    };
    site.write("content/2566/o01/plan.csv", "ก,ข\n1,2\n");
    site.write("content/2566/o01/index.md", text("plan.cvs"));
    let wrong = site.run(&["check", "o1"]);
    assert_eq!(wrong.code, 1, "{wrong:?}");
    assert!(
        wrong
            .stdout
            .contains("O1 ปี 2566: ครบถ้วน เมื่อแก้ข้อผิดพลาดแล้ว\n"),
        "{wrong:?}"
    );
    site.write("content/2566/o01/index.md", text("plan.csv"));
    let right = site.run(&["check", "o1"]);
    assert!(right.stdout.contains("O1 ปี 2566: ครบถ้วน\n"), "{right:?}");
}
