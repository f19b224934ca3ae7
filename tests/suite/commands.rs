//! `init` and `new`, the flags every command takes, and exit codes.

use std::process::Command;

use oit::thai::numeral::is_thai;

use crate::harness::{SITE, SiteTest, findings, oit, run};

#[test]
fn init_new_and_build_work_in_a_row() {
    let site = SiteTest::empty();
    let made = site.run(&["init", "x", "--agency", "เทศบาลตำบล \"ทดสอบ\""]);
    assert_eq!(made.code, 0, "{made:?}");
    let settings = site.read("x/site.toml");
    site.write("x/site.toml", settings.replace("your-town", "tes"));
    let inside = |arguments: &[&str]| {
        let mut command = oit();
        command
            .args(arguments)
            .args(["--as-of", "2566-03-01"])
            .current_dir(site.path("x"));
        run(&mut command)
    };
    assert_eq!(inside(&["new", "o12", "ทดสอบ"]).code, 0);
    assert!(site.exists("x/content/2566/o12/2566-03-01.md"));
    let status = |item: &str| {
        let built = inside(&["build"]);
        assert_eq!(built.code, 0, "{built:?}");
        let json = site.read("x/public/2566/checklist.json");
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["agency"], "เทศบาลตำบล \"ทดสอบ\"");
        let items = json["items"].as_array().unwrap();
        assert_eq!(items.len(), 43);
        let item = items.iter().find(|found| found["item"] == item).unwrap();
        item["status"].as_str().unwrap().to_owned()
    };
    assert_eq!(status("o12"), "missing", "a stub does not count");
    let document = "x/content/2566/o12/2566-03-01.md";
    let text = site.read(document);
    assert!(text.contains("period = \"2566-H1\""), "{text}");
    assert!(text.contains("#   1. แสดงรายงานผลความก้าวหน้า"), "{text}");
    assert!(text.contains("# [[data.projects]]"), "{text}");
    site.write(document, format!("{text}\nผลการดำเนินงานหกเดือนแรก\n"));
    assert_eq!(status("o12"), "incomplete");
    let checked = inside(&["check", "--format", "json"]);
    let codes: Vec<String> = crate::harness::findings(&checked.stdout)
        .into_iter()
        .map(|f| f.code)
        .collect();
    assert!(
        codes
            .iter()
            .all(|code| ["component-not-shown", "placeholder"].contains(&code.as_str())),
        "{codes:?}"
    );
}

#[test]
fn init_makes_a_draft_for_every_item_and_nothing_is_wrong_with_them() {
    let site = SiteTest::empty();
    let made = site.run(&["init"]);
    assert_eq!(made.code, 0);
    assert!(made.stdout.contains("title, name และ base_url"), "{made:?}");
    let drafts = (1..=43)
        .filter(|n| site.exists(&format!("content/2566/o{n:02}/index.md")))
        .count();
    assert_eq!(drafts, 43);
    assert!(site.read("site.toml").contains("fiscal_year = 2566"));
    assert_eq!(site.read(".gitignore"), "/public/\n");
    let findings = site.findings();
    let found: Vec<(&str, &str)> = findings.iter().map(|f| (&*f.code, &*f.at)).collect();
    let left = ["site.toml:1:9", "site.toml:2:12", "site.toml:8:8"];
    assert_eq!(
        found,
        left.map(|at| ("placeholder", at)),
        "what init could not know"
    );
    site.build();
    assert_eq!(site.checklist(2566)["counts"]["missing"], 43);
    assert_eq!(site.item("o1")["reasons"][0]["code"], "only-draft");
}

#[test]
fn init_and_new_never_overwrite() {
    let site = SiteTest::new();
    site.write("content/2566/o12/index.md", "ของเดิม");
    let refused = site.run(&["init"]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.stderr.contains("init-refused"),
        "{}",
        refused.stderr
    );
    assert_eq!(site.read("site.toml"), SITE);
    assert_eq!(site.run(&["new", "o12"]).code, 2);
    assert_eq!(site.read("content/2566/o12/index.md"), "ของเดิม");
    for _ in 0..3 {
        assert_eq!(site.run(&["new", "o12", "ใหม่"]).code, 0);
    }
    assert!(site.exists("content/2566/o12/2566-09-30-3.md"));
}

#[test]
fn new_takes_every_way_of_writing_an_item_and_keeps_to_its_folder() {
    let site = SiteTest::new();
    assert_eq!(site.run(&["new", "O๓"]).code, 0);
    assert!(site.exists("content/2566/o03/index.md"));
    site.write("content/2566/o4/plan.pdf", "x");
    assert_eq!(site.run(&["new", "o04", "แผน"]).code, 0);
    assert!(site.exists("content/2566/o4/2566-09-30.md"));
    assert!(!site.exists("content/2566/o04"));
    let unknown = site.run(&["new", "o44"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.stderr.contains("unknown-item"),
        "{}",
        unknown.stderr
    );
    assert_eq!(site.run(&["new", "o1", "--year", "2565"]).code, 0);
    assert!(site.exists("content/2565/o01/index.md"));
    assert_eq!(site.run(&["new", "o1", "--year", "2580"]).code, 2);
    assert_eq!(site.run(&["new", "o1", "--year", "2023"]).code, 2);
}

#[test]
fn a_title_with_quotation_marks_and_backslashes_stays_what_it_is() {
    let site = SiteTest::new();
    let title = r#"รายงาน "ฉบับ\1""#;
    assert_eq!(site.run(&["new", "o1", title]).code, 0);
    let path = "content/2566/o01/2566-09-30.md";
    site.write(path, format!("{}\nเนื้อหา\n", site.read(path)));
    site.build();
    assert_eq!(site.item("o1")["documents"][0]["title"], title);
}

#[test]
fn exit_codes() {
    let site = SiteTest::new();
    assert_eq!(site.run(&["check"]).code, 0);
    site.write(
        "content/2566/o12/index.md",
        "+++\nperiod = \"2566-Q1\"\n+++\nมี\n",
    );
    assert_eq!(site.run(&["check"]).code, 0, "warnings do not fail a check");
    assert_eq!(
        site.run(&["check", "--strict"]).code,
        1,
        "but they do when it is strict"
    );
    assert_eq!(site.run(&["build", "--strict"]).code, 1);
    assert!(
        !site.exists("public"),
        "and a strict build stops before it writes"
    );
    assert_eq!(site.run(&["build"]).code, 0);
    site.write("content/2566/o12/index.md", "+++\nx = 1\n+++\nมี\n");
    assert_eq!(site.run(&["check"]).code, 1);
    assert_eq!(site.run(&["build"]).code, 1);
    assert_eq!(site.run(&["build", "--no-such-flag"]).code, 2);
    let elsewhere = SiteTest::empty();
    for command in [&["build"][..], &["check"], &["new", "o1"]] {
        let run = elsewhere.run(command);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains("not-a-site"), "{run:?}");
    }
}

#[test]
fn the_site_is_found_from_a_folder_inside_it_and_by_name() {
    let site = SiteTest::new();
    site.write("content/2566/o12/index.md", "มี");
    let mut inside = oit();
    inside
        .args(["build"])
        .current_dir(site.path("content/2566/o12"));
    assert_eq!(run(&mut inside).code, 0);
    assert!(site.exists("public/index.html"));
    let mut outside = oit();
    outside
        .args(["check", "--site"])
        .arg(site.root())
        .current_dir("/");
    assert_eq!(run(&mut outside).code, 0);
}

#[test]
fn languages_quiet_and_streams() {
    let site = SiteTest::new();
    site.write("content/2566/o12/index.md", "+++\ntitel = \"ก\"\n+++\nมี\n");
    let thai = site.run(&["check"]);
    assert!(thai.stderr.contains("ไม่รู้จักคีย์ `titel`"), "{thai:?}");
    let english = site.run(&["check", "--lang", "en"]);
    assert!(
        english.stderr.contains("unknown key `titel`"),
        "{english:?}"
    );
    let mut by_variable = oit();
    by_variable
        .arg("check")
        .env("OIT_LANG", "en")
        .current_dir(site.root());
    assert!(run(&mut by_variable).stderr.contains("unknown key"));
    let json = site.run(&["check", "--format", "json"]);
    assert!(json.stderr.is_empty(), "{json:?}");
    let quiet = site.run(&["check", "-q"]);
    assert!(
        quiet.stdout.is_empty() && quiet.stderr.contains("titel"),
        "{quiet:?}"
    );
    let coloured = site.run(&["check", "--color", "always"]);
    assert!(coloured.stderr.contains("\u{1b}["), "{coloured:?}");
    assert!(
        !thai.stderr.contains("\u{1b}["),
        "nothing but text when it is piped"
    );
}

#[test]
fn a_refusal_of_check_is_a_finding_in_the_format_that_was_asked_for() {
    let site = SiteTest::new();
    for (code, line) in [
        ("command-line", &["check", "--as-of", "2566-02-31"][..]),
        ("command-line", &["check", "--bogus"]),
        ("not-a-site", &["check", "--site", "content"]),
    ] {
        for language in ["th", "en"] {
            let told = |format: &str| {
                let mut command = oit();
                command
                    .args(line)
                    .args(["--format", format, "--lang", language]);
                let run = run(command.current_dir(site.root()));
                assert_eq!(run.code, 2, "{line:?} {run:?}");
                assert!(run.stderr.contains(&format!("[{code}]")), "{run:?}");
                let spoken = |text: &str| text.chars().any(is_thai) == (language == "th");
                // The rules of SARIF quote the manual, which is in both languages.
                let is_spoken = format == "sarif" || spoken(&run.stdout);
                assert!(spoken(&run.stderr) && is_spoken, "{run:?}");
                run.stdout
            };
            let found = findings(&told("json"));
            let codes: Vec<&str> = found.iter().map(|finding| &*finding.code).collect();
            assert_eq!(codes, [code], "{line:?}");
            let annotation = told("github");
            assert!(annotation.starts_with("::error "), "{annotation}");
            let sarif: serde_json::Value = serde_json::from_str(&told("sarif")).unwrap();
            let result = &sarif["runs"][0]["results"][0];
            assert_eq!(result["ruleId"], code, "{sarif}");
        }
    }
}

#[test]
fn as_of_takes_both_eras_and_refuses_nonsense() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o12/index.md",
        "+++\ndate = \"2566-02-01\"\n+++\nมี\n",
    );
    for (day, status) in [("2566-01-31", "missing"), ("2023-02-01", "incomplete")] {
        let mut command = oit();
        command
            .args(["build", "--as-of", day])
            .current_dir(site.root());
        assert_eq!(run(&mut command).code, 0);
        assert_eq!(site.item("o12")["status"], status, "{day}");
    }
    let mut nonsense = oit();
    nonsense
        .args(["build", "--as-of", "วันนี้"])
        .current_dir(site.root());
    assert_eq!(run(&mut nonsense).code, 2);
}

#[test]
fn a_fault_of_the_program_is_reported() {
    const INSIDE: &str = "OIT_TEST_OF_A_FAULT";
    if std::env::var_os(INSIDE).is_some() {
        oit::command::explain_panics();
        panic!("no such row");
    }
    for (language, words) in [("th", "ไม่ใช่ความผิดของท่าน"), ("en", "not of yours")]
    {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["--exact", "commands::a_fault_of_the_program_is_reported"])
            .env(INSIDE, "1")
            .env("OIT_LANG", language);
        let said = run(&mut command);
        assert!(said.stderr.contains(words), "{said:?}");
        let place = "panicked at tests/suite/commands.rs";
        assert!(said.stderr.contains(place), "{said:?}");
        assert!(said.stderr.contains("no such row"), "{said:?}");
    }
}
