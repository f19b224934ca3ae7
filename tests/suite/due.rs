//! What is due by when: in the closing summary of `check`, and on the checklist of the current year.

use crate::harness::{SITE, SiteTest, oit, run};

/// What `check` says is due on a day, line by line.
fn due(site: &SiteTest, day: &str) -> Vec<String> {
    let mut command = oit();
    command
        .args(["check", "--as-of", day])
        .current_dir(site.root());
    let run = run(&mut command);
    let lines = run.stdout.lines();
    let section = lines.skip_while(|line| !line.starts_with("กำหนดเวลา"));
    let section = section.skip(1).take_while(|line| !line.is_empty());
    section.map(|line| line.trim().to_owned()).collect()
}

/// A year of six items, one of every rule and one that is asked for month by month.
fn site() -> SiteTest {
    let item = |number: u8, rest: &str| {
        format!(
            "[[indicator.sub.item]]\nnumber = {number}\nkey = \"k{number}\"\ntitle = \"ข้อ {number}\"\n{rest}\n"
        )
    };
    let framework = [
        "fiscal_year = 2566\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n\
         [[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n"
            .to_owned(),
        item(1, "rule = \"any\""),
        item(2, "rule = \"current\""),
        item(3, "rule = \"first-half\""),
        item(4, "rule = \"previous\""),
        item(5, "rule = \"spans\""),
        item(6, "rule = \"first-half\"\nmonthly = true"),
    ];
    let site = SiteTest::new();
    site.write("content/2566/framework.toml", framework.concat());
    site
}

fn write(site: &SiteTest, item: &str, name: &str, period: &str) {
    site.write(
        &format!("content/2566/{item}/{name}.md"),
        format!("+++\ntitle = \"ก\"\ndate = \"2565-10-01\"\nperiod = \"{period}\"\n+++\nมี\n"),
    );
}

#[test]
fn in_february_the_half_year_is_not_late_and_january_is_owed() {
    let site = site();
    write(&site, "o6", "q1", "2566-Q1");
    assert_eq!(
        due(&site, "2566-02-10"),
        [
            "ถึงกำหนดแล้ว ตั้งแต่ 1 ตุลาคม 2565: O2 O4 O5",
            "ถึงกำหนดแล้ว ตั้งแต่ 1 กุมภาพันธ์ 2566: O6 (มกราคม 2566)",
            "ต่อไป ตั้งแต่ 1 มีนาคม 2566: O6 (กุมภาพันธ์ 2566)",
            "ต่อไป ตั้งแต่ 1 เมษายน 2566: O3 O6 (มีนาคม 2566)",
        ]
    );
}

#[test]
fn a_month_is_late_once_the_next_is_owed() {
    let site = site();
    write(&site, "o6", "q1", "2565-11");
    assert_eq!(
        due(&site, "2566-01-31"),
        [
            "เลยกำหนดแล้ว ควรมีตั้งแต่ 1 พฤศจิกายน 2565: O6 (ตุลาคม 2565)",
            "ถึงกำหนดแล้ว ตั้งแต่ 1 ตุลาคม 2565: O2 O4 O5",
            "ถึงกำหนดแล้ว ตั้งแต่ 1 มกราคม 2566: O6 (ธันวาคม 2565)",
            "ต่อไป ตั้งแต่ 1 กุมภาพันธ์ 2566: O6 (มกราคม 2566)",
            "ต่อไป ตั้งแต่ 1 มีนาคม 2566: O6 (กุมภาพันธ์ 2566)",
            "ต่อไป ตั้งแต่ 1 เมษายน 2566: O3 O6 (มีนาคม 2566)",
        ]
    );
    // Months that are missing in a row are told as one time.
    assert_eq!(
        due(&site, "2566-03-01")[0],
        "เลยกำหนดแล้ว ควรมีตั้งแต่ 1 พฤศจิกายน 2565: O6 (ตุลาคม 2565, ธันวาคม 2565 – มกราคม 2566)"
    );
}

#[test]
fn the_half_year_is_owed_from_april_and_late_with_the_year() {
    let site = site();
    for (day, expected) in [
        ("2566-03-31", "ต่อไป ตั้งแต่ 1 เมษายน 2566: O3 O6 (มีนาคม 2566)"),
        (
            "2566-04-01",
            "ถึงกำหนดแล้ว ตั้งแต่ 1 เมษายน 2566: O3 O6 (มีนาคม 2566)",
        ),
        ("2566-09-30", "ถึงกำหนดแล้ว ตั้งแต่ 1 เมษายน 2566: O3"),
        ("2566-10-01", "เลยกำหนดแล้ว ควรมีตั้งแต่ 1 เมษายน 2566: O3"),
    ] {
        let due = due(&site, day);
        assert!(due.contains(&expected.to_owned()), "{day}: {due:#?}");
    }
    let all_late = due(&site, "2566-10-01");
    assert!(
        all_late.iter().all(|line| line.starts_with("เลยกำหนดแล้ว")),
        "{all_late:#?}"
    );
    // A year that has not begun owes nothing yet.
    let early = due(&site, "2565-09-30");
    assert!(
        early.iter().all(|line| line.starts_with("ต่อไป")),
        "{early:#?}"
    );
}

#[test]
fn what_is_complete_is_not_due_and_what_asks_for_no_time_never() {
    let site = site();
    write(&site, "o2", "index", "2566");
    write(&site, "o3", "index", "2566-H1");
    write(&site, "o4", "index", "2565");
    write(&site, "o5", "index", "2566..2570");
    write(&site, "o6", "index", "2566-H1");
    assert_eq!(due(&site, "2566-02-10"), [""; 0]);
}

#[test]
fn the_checklist_of_the_current_year_says_the_same_and_stays_as_it_is() {
    let site = site();
    write(&site, "o6", "q1", "2566-Q1");
    write(&site, "o4", "draft", "2566");
    site.write("site.toml", SITE)
        .write("content/2565/o1/index.md", "+++\n+++\nมี\n");
    let page = |day: &str, year: &str| {
        let mut build = oit();
        build
            .args(["build", "--as-of", day])
            .current_dir(site.root());
        let done = run(&mut build);
        assert_eq!(done.code, 0, "{done:?}");
        site.read(&format!("public/{year}/checklist/index.html"))
    };
    let february = page("2566-02-10", "2566");
    let list = february.split("<section id=\"_list\">").nth(1).unwrap();
    // The same days with the same items as on the terminal.
    let owed = |item: &str| -> Vec<String> {
        let row = list.split(&format!("data-oit-item=\"{item}\"")).nth(1);
        let row = row.unwrap().split("</p>").next().unwrap();
        let mut pieces = row
            .split('<')
            .map(|piece| piece.split('>').next_back().unwrap());
        let text: String = pieces.by_ref().collect();
        let parts = text.split(" · ").filter(|part| part.contains("ตั้งแต่"));
        parts.map(str::to_owned).collect()
    };
    for item in ["o2", "o4", "o5"] {
        assert!(
            owed(item)[0].starts_with("ถึงกำหนดแล้ว ตั้งแต่ 1 ต.ค. 2565"),
            "{item}"
        );
    }
    assert_eq!(
        owed("o6"),
        [
            "ถึงกำหนดแล้ว ตั้งแต่ 1 ก.พ. 2566 (มกราคม 2566)",
            "ต่อไป ตั้งแต่ 1 มี.ค. 2566 (กุมภาพันธ์ 2566)",
            "ต่อไป ตั้งแต่ 1 เม.ย. 2566 (มีนาคม 2566)",
        ]
    );
    assert_eq!(owed("o3").len(), 1);
    assert_eq!(owed("o1"), [""; 0]);
    assert!(!list.contains("เลยกำหนดแล้ว ควรมี"), "{list}");
    assert_eq!(
        february,
        page("2566-02-28", "2566"),
        "no day of its own stands on the page"
    );
    assert_ne!(february, page("2566-03-01", "2566"));
    assert!(
        !page("2566-02-10", "2565").contains("id=\"_due\""),
        "a past year has nothing to come"
    );
}

#[test]
fn no_status_and_no_finding_depends_on_it() {
    let site = site();
    write(&site, "o3", "index", "2566-Q1");
    let findings = |day: &str| {
        let mut command = oit();
        let command = command.args(["check", "--format", "json", "--as-of", day]);
        run(command.current_dir(site.root())).stdout
    };
    assert!(findings("2566-02-10").contains("period-not-covered"));
    assert_eq!(findings("2566-02-10"), findings("2566-09-30"));
}
