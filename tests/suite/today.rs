//! The year of today: which list a new site gets, where `rollover` goes, and what `check` says of an old year.

use crate::harness::{Run, SiteTest, findings, oit, run};

/// Runs the program in a site's folder on a day.
fn on(site: &SiteTest, day: &str, arguments: &[&str]) -> Run {
    let mut command = oit();
    command
        .args(arguments)
        .args(["--as-of", day])
        .current_dir(site.root());
    run(&mut command)
}

#[test]
fn a_new_site_gets_the_newest_list_that_has_begun_and_is_told_which_year_it_is() {
    for (day, year, items) in [
        ("2566-02-01", 2566, 43),
        // The list of 2567 is not built in.
        ("2567-02-01", 2566, 43),
        ("2568-02-01", 2568, 28),
        ("2569-09-30", 2569, 26),
        ("2569-10-01", 2569, 26),
        ("2575-01-01", 2569, 26),
        ("2550-01-01", 2564, 43),
    ] {
        let site = SiteTest::empty();
        let run = on(&site, day, &["init", "x"]);
        assert_eq!(run.code, 0, "{day}: {run:?}");
        let settings = site.read("x/site.toml");
        assert!(
            settings.contains(&format!("\nfiscal_year = {year}\n")),
            "{day}: {settings}"
        );
        let folder = site.path(&format!("x/content/{year}"));
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), items, "{day}");
    }
    let site = SiteTest::empty();
    let run = on(&site, "2569-11-30", &["init", "x"]);
    for said in [
        "ขณะนี้เป็นปีงบประมาณ 2570",
        "ยังไม่มีรายการข้อของปี 2570 จึงใช้ของปี 2569",
        "oit rollover 2569 2570",
        "0 จาก 26 ข้อ และยังไม่ยืนยัน",
        "--year 2566",
    ] {
        assert!(run.stdout.contains(said), "{said}\n{}", run.stdout);
    }
    let english = on(&site, "2569-11-30", &["init", "y", "--lang", "en"]);
    assert!(
        english
            .stdout
            .contains("this is fiscal year 2570, but no item list of 2570 is known"),
        "{english:?}"
    );
    // A list of the year, whole: there is nothing to say.
    let whole = on(&site, "2566-02-01", &["init", "z"]);
    assert!(
        !whole.stdout.contains("ขณะนี้") && !whole.stdout.contains("บันทึกองค์ประกอบ"),
        "{whole:?}"
    );
    let asked = on(&site, "2569-11-30", &["init", "w", "--year", "2570"]);
    assert_eq!(asked.code, 2);
    assert!(
        asked.stderr.contains("--year 2569") && asked.stderr.contains("oit rollover 2569 2570"),
        "{asked:?}"
    );
}

#[test]
fn drafts_of_a_provisional_list_say_what_is_known_and_pages_that_it_is_not_confirmed() {
    let site = SiteTest::empty();
    let run = on(&site, "2569-11-30", &["init", "."]);
    assert_eq!(run.code, 0, "{run:?}");
    let draft = site.read("content/2569/o06/index.md");
    for said in [
        "# ยังไม่ได้บันทึกองค์ประกอบของข้อนี้",
        "# ควรมีด้วย (ยังไม่ยืนยัน): ความก้าวหน้า",
        "ช่วงเวลา: ข้อมูล 6 เดือนแรก",
    ] {
        assert!(draft.contains(said), "{said}\n{draft}");
    }
    assert!(
        site.read("content/2569/o18/index.md")
            .contains("# none = \"\"")
    );
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        settings.replace("www.example.go.th", "x.example"),
    );
    site.write(
        "content/2569/o01/index.md",
        "+++\ndate = \"2569-01-10\"\n+++\nผังองค์กร\n",
    );
    let run = on(&site, "2569-11-30", &["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    for page in [
        "2569",
        "2569/o1",
        "2569/checklist",
        "2569/submission",
        "2569/print",
    ] {
        let html = site.read(&format!("public/{page}/index.html"));
        assert!(html.contains("รายการนี้ยังไม่ยืนยันกับคู่มือของปีนี้"), "{page}");
        assert!(
            !html.contains("R69"),
            "{page}: sources are not for visitors"
        );
    }
    assert!(
        site.read("public/2569/o1/index.html")
            .contains("ไม่ได้บันทึกองค์ประกอบของข้อนี้ไว้")
    );
    let old = SiteTest::demonstration();
    old.build();
    assert!(!old.read("public/2566/o1/index.html").contains("ยังไม่ยืนยัน"));
}

/// The lines of `rollover` that name subjects which the new list has not.
fn dropped(run: &Run) -> Vec<&str> {
    let titles = [
        "กฎหมายที่เกี่ยวข้อง",
        "Social Network",
        "นโยบายคุ้มครองข้อมูลส่วนบุคคล",
        "รายงานผลการสำรวจความพึงพอใจการให้บริการ",
        "ประกาศต่าง ๆ เกี่ยวกับการจัดซื้อจัดจ้าง",
    ];
    titles
        .into_iter()
        .filter(|title| run.stdout.contains(title))
        .collect()
}

/// Takes every draft of a year for right.
fn publish(site: &SiteTest, year: &str) {
    for (name, bytes) in crate::harness::tree(&site.path(&format!("content/{year}"))) {
        if name.ends_with(".md") || name.ends_with(".toml") {
            let text = String::from_utf8(bytes).unwrap();
            let lines = text
                .lines()
                .filter(|line| !line.starts_with("draft = true"));
            let lines: Vec<&str> = lines.collect();
            site.write(&format!("content/{year}/{name}"), lines.join("\n") + "\n");
        }
    }
}

#[test]
fn the_demonstration_goes_to_every_newer_list_without_a_copy() {
    for steps in [&[(2566, 2568), (2568, 2569)][..], &[(2566, 2569)]] {
        let site = SiteTest::demonstration();
        for (from, to) in steps {
            let (from, to) = (from.to_string(), to.to_string());
            let run = site.run(&["rollover", &from, &to]);
            assert_eq!(run.code, 0, "{run:?}");
            assert!(!run.stdout.contains("ชั่วคราว"), "{}", run.stdout);
            assert!(!site.exists(&format!("content/{to}/framework.toml")));
            publish(&site, &to);
            if from == "2566" {
                assert_eq!(dropped(&run).len(), 5, "{}", run.stdout);
            }
        }
        let errors: Vec<_> = site
            .findings()
            .into_iter()
            .filter(|one| one.severity == "error")
            .collect();
        assert_eq!(errors, []);
        // By key: who leads the town is O2 still, contact went from O5 to O3, the code of ethics from O39 to O15.
        for kept in [
            "o02/photos/mayor.jpg",
            "o03/index.md",
            "o05/index.md",
            "o15/index.md",
            "o17/index.md",
        ] {
            assert!(
                site.exists(&format!("content/2569/{kept}")),
                "{steps:?}: {kept}"
            );
        }
        let contact = site.read("content/2569/o03/index.md");
        assert!(contact.contains("# oit rollover [contact]"), "{contact}");
        site.build();
    }
}

#[test]
fn a_year_without_a_list_gets_a_copy_of_the_newest_one() {
    let site = SiteTest::demonstration();
    let run = site.run(&["rollover", "2566", "2570"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        run.stdout.contains("ของปี 2569 ไปก่อน เป็นของชั่วคราว"),
        "{}",
        run.stdout
    );
    let copy = site.read("content/2570/framework.toml");
    assert!(
        copy.contains("\nfiscal_year = 2570\n") && copy.contains("provisional = true\n"),
        "{copy}"
    );
    assert!(copy.contains("สั่ง oit rollover 2566 2570 --apply"), "{copy}");
    assert_eq!(
        std::fs::read_dir(site.path("content/2570"))
            .unwrap()
            .count(),
        27
    );
    let found = site.findings().into_iter();
    let of_list = found.filter(|one| one.at.contains("2570/framework"));
    let codes: Vec<String> = of_list.map(|one| one.code).collect();
    assert_eq!(codes, ["framework-provisional"]);
}

#[test]
fn a_site_of_an_old_year_is_told_where_to_go() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        "+++\ncomponents = [1]\n+++\nกฎหมาย\n",
    );
    let steps = [
        ("2569-11-30", "2570", "2569"),
        ("2569-01-01", "2569", "2569"),
        ("2568-01-01", "2568", "2568"),
        ("2567-01-01", "2567", "2567"),
    ];
    // The year is set, on purpose or by `init`: no finding, but a line at the end.
    for (day, now, next) in steps {
        let said = on(&site, day, &["check"]).stdout;
        let line = format!("ขณะนี้เป็นปีงบประมาณ {now} ขึ้นปีใหม่ด้วย oit rollover 2566 {next}");
        assert!(said.contains(&line), "{said}");
        let build = on(&site, day, &["build", "--lang", "en"]).stdout;
        assert!(
            build.contains(&format!("oit rollover 2566 {next}")),
            "{build}"
        );
    }
    assert!(!on(&site, "2566-09-30", &["check"]).stdout.contains("ขณะนี้"));
    // It is not set: a finding.
    site.write(
        "site.toml",
        "title = \"ทดสอบ\"\nbase_url = \"https://x.example/\"\n",
    );
    let told = |day: &str| -> Vec<(String, String)> {
        let run = on(&site, day, &["check", "--format", "json"]);
        let found = findings(&run.stdout).into_iter();
        let found = found.filter(|one| one.code == "old-year");
        found.map(|one| (one.message, one.help)).collect()
    };
    assert_eq!(told("2566-09-30"), []);
    for (day, now, next) in steps {
        let (message, help) = told(day).remove(0);
        assert!(
            message.contains(&format!("ขณะนี้เป็นปีงบประมาณ {now}")),
            "{message}"
        );
        assert!(
            help.starts_with(&format!("สั่ง oit rollover 2566 {next} ")),
            "{help}"
        );
    }
    assert!(told("2569-11-30")[0].0.contains("ยังไม่มีรายการข้อของปี 2570"));
    // The next year is there: nobody needs to be told.
    site.write("site.toml", crate::harness::SITE);
    std::fs::create_dir_all(site.path("content/2569")).unwrap();
    assert!(!on(&site, "2569-11-30", &["check"]).stdout.contains("ขณะนี้"));
}
