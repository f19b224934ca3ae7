//! Components with a time of their own: a plan for the year and its progress for the half, in one item.

use crate::harness::{SiteTest, oit, run};

const LIST: &str = r#"fiscal_year = 2566
[[indicator]]
code = "9"
title = "ก"
[[indicator.sub]]
code = "9.1"
title = "ข"
item = [
  { number = 1, key = "plan", title = "แผนและความก้าวหน้า", rule = "spans", components = [
    { text = "แผนของปี" },
    { text = "ความก้าวหน้า", rule = "first-half", note = "*กรณีองค์กรปกครองส่วนท้องถิ่น ให้แสดงรายโครงการ" },
  ] },
  { number = 2, key = "gift", title = "ประกาศและรายงาน", rule = "current", calendar = "either", components = [
    { text = "ประกาศ" },
    { text = "รายงานของปีก่อน", rule = "previous", calendar = "fiscal", none = "ไม่มีการรับของขวัญ" },
    { text = "ภาพกิจกรรม (ถ้ามี)", optional = true, rule = "previous" },
  ] },
  { number = 3, key = "all", title = "ทุกองค์ประกอบมีเวลาของตน", rule = "spans", components = [
    { text = "รายเดือน", rule = "first-half", monthly = true },
    { text = "รายปี", rule = "previous" },
  ] },
]
"#;

/// A site with documents `(item, name, components, period)`.
fn site(documents: &[(&str, &str, &str, &str)]) -> SiteTest {
    let site = SiteTest::new();
    site.write("content/2566/framework.toml", LIST);
    for (item, name, components, period) in documents {
        let period = match *period {
            "" => String::new(),
            period => format!("period = \"{period}\"\n"),
        };
        site.write(
            &format!("content/2566/{item}/{name}.md"),
            format!("+++\ntitle = \"{name}\"\ndate = \"2566-01-10\"\n{period}components = [{components}]\n+++\nมีเนื้อหา\n"),
        );
    }
    site
}

fn outcome(documents: &[(&str, &str, &str, &str)]) -> (String, Vec<String>) {
    let site = site(documents);
    let item = documents[0].0;
    let status = site.status(item);
    let findings = site.findings().into_iter();
    let findings = findings.filter(|one| one.severity != "advice");
    (
        status,
        findings
            .map(|one| format!("{} {} {}", one.at, one.code, one.message))
            .collect(),
    )
}

#[test]
fn each_time_is_asked_of_the_documents_that_show_its_component() {
    let (status, found) = outcome(&[("o1", "plan", "1", "2566"), ("o1", "half", "2", "2566-H1")]);
    assert_eq!((status.as_str(), found.len()), ("complete", 0), "{found:?}");
    // The plan covers the half, but it does not show the progress.
    let (status, found) = outcome(&[("o1", "plan", "1", "2566")]);
    assert_eq!(status, "incomplete");
    assert!(
        found.len() == 1 && found[0].contains("component-not-shown"),
        "{found:?}"
    );
    let (status, found) = outcome(&[("o1", "plan", "1", "2566"), ("o1", "half", "2", "2566-Q1")]);
    assert_eq!(status, "incomplete");
    assert!(
        found[0].starts_with("content/2566/o1/half.md:4:10 period-not-covered องค์ประกอบที่ 2: "),
        "{found:?}"
    );
    let (_, found) = outcome(&[("o1", "plan", "1", "2566"), ("o1", "half", "2", "")]);
    assert!(
        found[0].contains("o1/half.md")
            && found[0].contains("period-missing เอกสารที่แสดงองค์ประกอบที่ 2"),
        "{found:?}"
    );
    // Nor does the progress stand for the plan, whatever it covers.
    let (status, found) = outcome(&[("o1", "plan", "1", "2566-H2"), ("o1", "half", "2", "2566")]);
    assert_eq!(status, "incomplete");
    assert!(
        found.len() == 1 && found[0].contains("o1/plan.md") && !found[0].contains("องค์ประกอบที่"),
        "{found:?}"
    );
    // One document may show both.
    assert_eq!(outcome(&[("o1", "both", "1, 2", "2566")]).0, "complete");
}

#[test]
fn a_declaration_of_now_and_a_report_of_last_year_stand_in_one_item() {
    let both = [("o2", "now", "1", ""), ("o2", "last", "2", "2565")];
    assert_eq!(outcome(&both).0, "complete");
    // The calendar year does for the item and not for the component, which says `fiscal`.
    let calendar = [
        ("o2", "now", "1", "2566-10..2566-12"),
        ("o2", "last", "2", "2565-01..2565-12"),
    ];
    let (status, found) = outcome(&calendar);
    assert_eq!(status, "incomplete");
    assert!(
        found.len() == 1 && found[0].contains("องค์ประกอบที่ 2"),
        "{found:?}"
    );
    // What may be left out may be of any time.
    let with_pictures = [
        ("o2", "now", "1", ""),
        ("o2", "last", "2", "2565"),
        ("o2", "photos", "3", "2560"),
    ];
    assert_eq!(outcome(&with_pictures).0, "complete");
    // That there was none last year.
    let site = site(&[("o2", "now", "1", "")]);
    site.write(
        "content/2566/o2/last.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-10\"\nperiod = \"2565\"\nnone = \"ปี 2565 ไม่มีการรับของขวัญ\"\n+++\n",
    );
    assert_eq!(site.status("o2"), "complete");
}

#[test]
fn where_every_component_has_its_time_the_item_s_is_asked_of_nothing() {
    let months = [
        "2565-10", "2565-11", "2565-12", "2566-01", "2566-02", "2566-03",
    ];
    let names = ["a", "b", "c", "d", "e", "f"];
    let mut documents: Vec<_> = (names.iter().zip(months))
        .map(|(name, month)| ("o3", *name, "1", month))
        .collect();
    documents.push(("o3", "year", "2", "2565"));
    assert_eq!(outcome(&documents).0, "complete");
    documents.remove(2);
    let (status, found) = outcome(&documents);
    assert_eq!(status, "incomplete");
    assert!(
        found.len() == 1 && found[0].contains("ธันวาคม 2565"),
        "{found:?}"
    );
}

#[test]
fn what_is_due_and_what_is_drafted_follow_each_time() {
    let site = site(&[("o1", "plan", "1", "2566"), ("o3", "a", "1", "2565-10")]);
    let mut command = oit();
    command
        .args(["check", "--as-of", "2566-02-10"])
        .current_dir(site.root());
    let said = run(&mut command).stdout;
    let said = said.split("กำหนดเวลา").nth(1).unwrap();
    assert!(said.contains("ต่อไป ตั้งแต่ 1 เมษายน 2566: O1"), "{said}");
    assert!(
        !said.contains("1 ตุลาคม 2565: O1"),
        "the plan is there: {said}"
    );
    assert!(
        said.contains("O3 (ธันวาคม 2565)") || said.contains("O3 (พฤศจิกายน 2565"),
        "{said}"
    );
    assert_eq!(site.run(&["new", "o1", "ร่าง"]).code, 0);
    let draft = site.read("content/2566/o1/2566-09-30.md");
    for said in [
        "# ช่วงเวลาที่ต้องการ: มีผลตลอดปีงบประมาณ 2566",
        "#      ช่วงเวลา: ข้อมูล 6 เดือนแรก",
        "#      *กรณีองค์กรปกครองส่วนท้องถิ่น",
    ] {
        assert!(draft.contains(said), "{said}\n{draft}");
    }
    site.build_anew();
    for page in ["public/2566/o1/index.html", "public/2566/print/index.html"] {
        let html = site.read(page);
        assert!(
            html.contains("*กรณีองค์กรปกครองส่วนท้องถิ่น ให้แสดงรายโครงการ"),
            "{page}"
        );
        assert!(
            html.contains("ข้อมูล 6 เดือนแรก (ตุลาคม 2565 – มีนาคม 2566)"),
            "{page}"
        );
    }
    let schema = site.run(&["schema", "framework"]).stdout;
    let component = schema.split("\"advice\"").nth(1).unwrap();
    for key in [
        "rule",
        "calendar",
        "monthly",
        "note",
        "none",
        "source",
        "confidence",
    ] {
        assert!(component.contains(&format!("\"{key}\"")), "{key}");
    }
}

#[test]
fn a_half_yearly_report_is_enough_and_money_is_advised() {
    let row = "[[data.projects]]\nname = \"ถนน\"\nprogress = 50\nspent = 10\nbudget = 20\n";
    let site = SiteTest::new();
    site.write(
        "content/2566/o12/index.md",
        format!("+++\ndate = \"2566-04-18\"\nperiod = \"2566-H1\"\ncomponents = [1, 3]\n{row}+++\nรายงานราย 6 เดือน\n"),
    );
    let report = "[[data.projects]]\nname = \"ถนน\"\nresult = \"แล้วเสร็จ\"\nobstacle = \"ไม่พบ\"\nsuggestion = \"ทำต่อ\"\n";
    let write = |more: &str| {
        site.write(
            "content/2566/o13/index.md",
            format!("+++\ndate = \"2565-11-30\"\nperiod = \"2565\"\ncomponents = [1, 4]\n{report}{more}+++\nรายงานประจำปี\n"),
        );
        let found = site.findings().into_iter();
        found
            .filter(|one| one.code == "form-may-ask")
            .collect::<Vec<_>>()
    };
    let advised = write("");
    assert_eq!(advised.len(), 1, "{advised:?}");
    assert!(
        advised[0].message.contains("ผลการใช้จ่ายงบประมาณ") && advised[0].help.contains("spent"),
        "{advised:?}"
    );
    assert_eq!(advised[0].severity, "advice");
    assert_eq!(site.status("o12"), "complete");
    assert_eq!(
        site.status("o13"),
        "complete",
        "advice stands in nobody's way"
    );
    assert_eq!(write("spent = 0\n"), []);
}
