//! What the lists since 2568 ask besides: statistics of the year before, participation, gifts.

use crate::harness::{SiteTest, findings, oit, run};

const SETTINGS: &str = "title = \"ทดสอบ\"\nbase_url = \"https://x.example/\"\nfiscal_year = 2569\n";

fn site(item: &str, front: &str) -> SiteTest {
    let site = SiteTest::empty();
    site.write("site.toml", SETTINGS);
    std::fs::create_dir_all(site.path("content/2569")).unwrap();
    site.write(
        &format!("content/{item}/index.md"),
        format!("+++\ndate = \"2566-09-01\"\n{front}+++\nเนื้อหา\n"),
    );
    site
}

fn codes(site: &SiteTest) -> Vec<String> {
    let check = site.run(&["check", "--format", "json"]);
    let found = findings(&check.stdout).into_iter();
    found.map(|finding| finding.code).collect()
}

fn status(site: &SiteTest, year: u16, item: &str) -> String {
    let checklist = site.checklist(year);
    let mut items = checklist["items"].as_array().unwrap().iter();
    let found = items.find(|found| found["item"] == item).unwrap();
    found["status"].as_str().unwrap().to_owned()
}

/// What `oit new` writes for an item of a year.
fn scaffold(year: &str, item: &str) -> String {
    let site = SiteTest::empty();
    site.write("site.toml", SETTINGS);
    std::fs::create_dir_all(site.path("content/2569")).unwrap();
    std::fs::create_dir_all(site.path("content/2568")).unwrap();
    let mut command = oit();
    command
        .args(["new", item, "--year", year, "--as-of", "2569-01-15"])
        .current_dir(site.root());
    let run = run(&mut command);
    assert_eq!(run.code, 0, "{run:?}");
    site.read(&format!("content/{year}/{item}/index.md"))
}

#[test]
fn statistics_of_the_year_before_complete_an_item_that_asks_for_them() {
    let quarters = [1, 2, 3, 4]
        .map(|q| format!("[[data.statistics]]\nperiod = \"2567-Q{q}\"\n\"ชำระภาษี\" = {q}0\n"));
    let quarters = quarters.concat();
    let site = site("2568/o11", &format!("period = \"2567\"\n{quarters}"));
    site.build();
    assert_eq!(status(&site, 2568, "o11"), "complete");
    let html = site.read("public/2568/o11/index.html");
    assert!(
        html.contains("<svg class=\"bar\"") && html.contains("ตุลาคม"),
        "no chart"
    );
    assert!(html.contains(">100</td>"), "no sum");
    assert!(!codes(&site).contains(&"statistics-outside-year".to_owned()));
}

#[test]
fn statistics_of_another_year_are_told_and_do_not_complete_it() {
    let site = site(
        "2568/o19",
        "period = \"2568-Q2\"\n[[data.statistics]]\nperiod = \"2568-Q2\"\ntotal = 1\nclosed = 1\nopen = 0\n",
    );
    site.build();
    assert_eq!(status(&site, 2568, "o19"), "incomplete");
    assert!(codes(&site).contains(&"statistics-outside-year".to_owned()));
}

#[test]
fn services_on_line_have_statistics_of_a_year_in_the_item_of_the_service() {
    let scaffold = scaffold("2569", "o10");
    assert!(scaffold.contains("[[data.statistics]]"), "{scaffold}");
    assert!(scaffold.contains("2568-Q1"), "{scaffold}");
    assert!(!scaffold.contains("2569-Q1"), "{scaffold}");
    let row = "[[data.statistics]]\nperiod = \"2568\"\n\"ชำระภาษี\" = 12\n";
    let fitting = site("2569/o10", row);
    assert!(
        !codes(&fitting)
            .iter()
            .any(|code| code == "statistics-outside-year" || code == "form-may-ask")
    );
    let other = site("2569/o10", &row.replace("2568", "2566"));
    assert!(codes(&other).contains(&"statistics-outside-year".to_owned()));
}

const HELD: &str = "[[data.participation]]\ntopic = \"ประชาคมทบทวนแผน\"\nparticipants = \"ประชาชน 9 หมู่บ้าน 438 คน\"\n\
    result = \"เพิ่ม 2 โครงการ\"\nimprovement = \"นำเข้าแผนพัฒนา **ฉบับทบทวน**\"\n";

#[test]
fn participation_is_drawn_with_its_four_headings() {
    for item in ["2568/o20", "2569/o19"] {
        let site = site(item, HELD);
        site.build();
        let (year, item) = item.split_once('/').unwrap();
        let html = site.read(&format!("public/{year}/{item}/index.html"));
        let block = html
            .split("<section class=\"dataset participation\"")
            .nth(1)
            .unwrap();
        for text in [
            "ประเด็นหรือเรื่องในการมีส่วนร่วม",
            "สรุปข้อมูลของผู้มีส่วนร่วม",
            "ผลจากการมีส่วนร่วม",
            "การนำผลจากการมีส่วนร่วมไปปรับปรุงพัฒนาการดำเนินงาน",
            "438 คน",
            "<strong>ฉบับทบทวน</strong>",
        ] {
            assert!(block.contains(text), "{text}");
        }
        assert!(!codes(&site).contains(&"form-may-ask".to_owned()));
        let lacking = HELD.replace("improvement =", "# improvement =");
        let lacking = self::site(&format!("{year}/{item}"), &lacking);
        assert!(
            codes(&lacking).contains(&"form-may-ask".to_owned()),
            "{year}"
        );
    }
}

#[test]
fn gifts_are_drawn_and_no_giver_can_be_named() {
    let row = "[[data.gifts]]\ngift = \"กระเช้าผลไม้\"\nfrom = \"ประชาชน\"\nvalue = \"๑,๒๐๐\"\naction = \"ส่งคืนผู้ให้\"\n";
    let first = site("2568/o22", row);
    first.build();
    let html = first.read("public/2568/o22/index.html");
    let block = html
        .split("<section class=\"dataset gifts\"")
        .nth(1)
        .unwrap();
    for text in ["กระเช้าผลไม้", ">1,200</td>", "ส่งคืนผู้ให้"]
    {
        assert!(block.contains(text), "{text}");
    }
    let named = site("2568/o22", &row.replace("\"ประชาชน\"", "\"นายสมมุติ ใจดี\""));
    assert!(codes(&named).contains(&"bad-choice".to_owned()));
}

#[test]
fn no_gift_is_said_in_a_sentence() {
    let site = site(
        "2568/o22",
        "period = \"2567\"\n[[data.gifts]]\nnone = \"ไม่มีการรับทรัพย์สินหรือประโยชน์อื่นใด\"\n",
    );
    site.build();
    assert_eq!(status(&site, 2568, "o22"), "complete");
    let html = site.read("public/2568/o22/index.html");
    assert!(html.contains("class=\"none-said\""), "{html}");
    let found = codes(&site);
    assert!(
        !found
            .iter()
            .any(|code| code.starts_with("none") || code == "form-may-ask"),
        "{found:?}"
    );
}

#[test]
fn scaffolds_print_what_is_asked_and_fill_in_well() {
    for (year, item, columns) in [
        ("2568", "o12", &["budget_source", "status", "egp_no"][..]),
        ("2569", "o11", &["budget_source", "status", "egp_no"]),
        (
            "2568",
            "o20",
            &["topic", "participants", "result", "improvement"],
        ),
        (
            "2569",
            "o19",
            &["topic", "participants", "result", "improvement"],
        ),
        ("2568", "o22", &["gift", "from", "value", "action"]),
        ("2569", "o20", &["gift", "from", "value", "action"]),
        ("2568", "o11", &["period", "total"]),
        ("2569", "o18", &["total", "closed", "open"]),
    ] {
        let text = scaffold(year, item);
        for column in columns {
            let line = text
                .lines()
                .find(|line| line.starts_with(&format!("# {column} = ")));
            let line = line.unwrap_or_else(|| panic!("{year} {item}: {column}\n{text}"));
            let is_asked = line.contains("(ควรมี)") || line.contains("(ต้องมี)");
            assert!(is_asked || *column == "total", "{line}");
        }
    }
    assert!(scaffold("2568", "o22").contains("ไม่มีการรับทรัพย์สิน"));
}
