//! What helps to write: new documents as a clerk fills them in, and `explain`.

use crate::harness::{Run, SiteTest, oit, repository, run};

/// A site made by `init` for a year, without what only its webmaster knows.
pub(crate) fn made(year: &str) -> SiteTest {
    let site = SiteTest::empty();
    let arguments = ["init", "--year", year, "--agency", "เทศบาลตำบลทดสอบ"];
    assert_eq!(site.run(&arguments).code, 0);
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        settings.replace("www.your-town.go.th", "x.example"),
    );
    site
}

/// The lead documents of a made site.
fn leads(site: &SiteTest, year: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for number in 1.. {
        let path = format!("content/{year}/o{number:02}/index.md");
        if !site.exists(&path) {
            return paths;
        }
        paths.push(path);
    }
    unreachable!()
}

#[test]
fn a_new_document_has_no_fault_and_is_a_stub_until_something_is_written() {
    for year in ["2564", "2565", "2566"] {
        let site = made(year);
        assert!(site.findings().is_empty(), "{:#?}", site.findings());
        let leads = leads(&site, year);
        assert!(leads.len() > 40, "{year}: {}", leads.len());
        for path in &leads {
            let text = site.read(path);
            let published: Vec<&str> = text.lines().filter(|l| !l.starts_with("draft")).collect();
            assert_eq!(text.lines().count(), published.len() + 1, "{path}");
            site.write(path, published.join("\n"));
        }
        let found = site.findings();
        assert!(
            found.iter().all(|finding| finding.code == "stub"),
            "{found:#?}"
        );
        assert_eq!(found.len(), leads.len());
        site.build();
        let checklist = site.checklist(year.parse().unwrap());
        assert_eq!(checklist["counts"]["missing"], leads.len());
        assert_eq!(checklist["items"][0]["reasons"][0]["code"], "only-stub");
    }
}

/// A value as a clerk would type it, for a key in a table (`""` is the document itself).
fn typed(table: &str, key: &str) -> String {
    let text = |value: &str| format!("\"{value}\"");
    match (table, key) {
        ("", "unit") => text("clerk"),
        ("", "period") => text("2566"),
        ("", "files") => r#"[{ path = "แผน.pdf", title = "แผนของเทศบาล" }]"#.to_owned(),
        ("", "links") => r#"[{ url = "https://x.example/a", title = "หน้าแผน" }]"#.to_owned(),
        ("executives", "group") => text("ประจำ"),
        (_, "photo") => text("นายก.jpg"),
        (_, "url" | "map") => text("https://x.example/b"),
        (_, "phone" | "fax") => text("0 0000 0001"),
        (_, "email") => text("saraban@x.example"),
        (_, "budget" | "spent" | "reference_price" | "price") => text("๑,๒๕๐,๐๐๐"),
        ("statistics", "total" | "closed" | "open") => "12".to_owned(),
        (_, "progress" | "score") => "50".to_owned(),
        (_, "start" | "contract_date") => text("2565-10-01"),
        (_, "end") => text("2566-Q1"),
        (_, "period" | "month") => text("2565-10"),
        (_, "bidders") => r#"[{ name = "ร้าน ก", price = "500" }]"#.to_owned(),
        _ => text("ข้อความที่กรอก"),
    }
}

/// A new document with every commented line uncommented and every blank filled in.
fn filled_in(text: &str) -> String {
    let mut table = String::new();
    let mut out = String::new();
    for line in text.lines().filter(|line| !line.starts_with("draft")) {
        let bare = line.strip_prefix("# ").unwrap_or(line);
        let key = bare.split(" = ").next().unwrap();
        let is_key =
            bare.contains(" = ") && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if let Some(heading) = bare.strip_prefix("[[data.").or(bare.strip_prefix("[data.")) {
            let name = heading.split(']').next().unwrap();
            name.clone_into(&mut table);
            out.push_str(bare);
        } else if !line.starts_with("# ") || !is_key {
            out.push_str(line);
        } else if bare.starts_with("kind = \"") {
            assert!(
                !bare.starts_with("kind = \"\""),
                "the kind is given: {bare}"
            );
            out.push_str(bare);
        } else {
            out.extend([key, " = ", &typed(&table, key)]);
        }
        out.push('\n');
    }
    out
}

#[test]
fn a_document_that_is_uncommented_and_filled_in_has_no_error_and_shows_what_it_says() {
    for year in ["2564", "2565", "2566"] {
        let site = made(year);
        let mut promised = Vec::new();
        for path in leads(&site, year) {
            let text = site.read(&path);
            let folder = path.strip_suffix("index.md").unwrap();
            let files = repository().join("content/2566");
            site.copy_in(
                &format!("{folder}แผน.pdf"),
                &files.join("o11/annual-plan-2566.pdf"),
            );
            site.copy_in(
                &format!("{folder}นายก.jpg"),
                &files.join("o02/photos/mayor.jpg"),
            );
            for line in text.lines() {
                if let Some((_, number)) = line.split_once("แล้วไม่ต้องใส่เลข ")
                {
                    promised.push((path.clone(), number.to_owned()));
                }
            }
            site.write(&path, filled_in(&text));
        }
        let errors: Vec<_> = site
            .findings()
            .into_iter()
            .filter(|finding| finding.severity == "error" || finding.code == "dataset-gap")
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        site.build();
        let checklist = site.checklist(year.parse().unwrap());
        for (path, number) in &promised {
            let item: usize = path[path.len() - 11..path.len() - 9].parse().unwrap();
            let components = &checklist["items"][item - 1]["components"];
            let at: usize = number.parse().unwrap();
            assert_eq!(components[at - 1]["shown"], true, "{path}: {number}");
        }
        assert_eq!(promised.is_empty(), year != "2566", "{year}");
    }
}

#[test]
fn the_period_is_the_one_the_item_asks_for() {
    let site = SiteTest::new();
    let line = |item: &str, day: &str| {
        let mut command = oit();
        command
            .args(["new", item, "ชื่อ", "--as-of", day])
            .current_dir(site.root());
        assert_eq!(run(&mut command).code, 0);
        let text = site.read(&format!("content/2566/{item}/{day}.md"));
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let at = lines.iter().position(|line| line.contains("period = \""));
        at.map(|at| (lines[at - 1].clone(), lines[at].clone()))
    };
    assert_eq!(line("o01", "2566-01-31"), None, "no time is asked for");
    let (asked, typed) = line("o12", "2566-01-31").unwrap();
    assert!(asked.contains("ตุลาคม 2565 – มีนาคม 2566"), "{asked}");
    assert!(typed.starts_with("period = \"2566-H1\""), "{typed}");
    let (_, typed) = line("o13", "2566-01-31").unwrap();
    assert!(typed.starts_with("period = \"2565\""), "{typed}");
    let (_, typed) = line("o07", "2566-01-31").unwrap();
    assert!(
        typed.starts_with("# period = \"2566\""),
        "the day will do: {typed}"
    );
    let (_, typed) = line("o07", "2566-10-01").unwrap();
    assert!(
        typed.starts_with("period = \"2566\""),
        "the day will not do: {typed}"
    );
}

#[test]
fn text_of_a_framework_stays_a_comment() {
    let site = SiteTest::new();
    site.write(
        "content/2567/framework.toml",
        "[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\ncode = \"9.1\"\n\
         title = \"ข\"\n[[indicator.sub.item]]\nnumber = 1\nkey = \"a\"\n\
         title = \"\"\"บรรทัดหนึ่ง\nx = 1\"\"\"\ncomponents = [\n\
         { text = \"\"\"แสดง\n+++\nแผน\"\"\", optional = true },\n\
         { text = \"ถาม\", shown_by = \"channels(kind=qa, url)\" },\n\
         { text = \"ตอบ\", shown_by = \"channels(kind=opinion, url)\" },\n]\n",
    );
    assert_eq!(site.run(&["new", "o1", "--year", "2567"]).code, 0);
    let text = site.read("content/2567/o01/index.md");
    assert!(text.contains("#   1. แสดง +++ แผน (ถ้ามี)\n"), "{text}");
    assert!(
        text.contains("# kind = \"qa\"") && text.contains("# kind = \"opinion\""),
        "{text}"
    );
    assert_eq!(
        text.matches("# [[data.channels]]").count(),
        2,
        "a row for each: {text}"
    );
    site.write("content/2567/o01/index.md", filled_in(&text));
    site.copy_in(
        "content/2567/o01/แผน.pdf",
        &repository().join("content/2566/o11/annual-plan-2566.pdf"),
    );
    let errors = site
        .findings()
        .into_iter()
        .find(|finding| finding.severity == "error");
    assert_eq!(errors, None, "{text}");
}

#[test]
fn new_takes_an_item_as_people_say_it_and_says_what_is_wrong() {
    let site = SiteTest::new();
    for (item, folder) in [
        ("12", "o12"),
        ("๑๓", "o13"),
        ("ข้อ 14", "o14"),
        ("ข้อ O๑๕", "o15"),
    ] {
        let made = site.run(&["new", item]);
        assert_eq!(made.code, 0, "{item}: {made:?}");
        let path = format!("content/2566/{folder}/index.md");
        assert!(
            site.exists(&path) && made.stdout.contains(&path),
            "{made:?}"
        );
    }
    let refused = |arguments: &[&str], says: &str| {
        let run = site.run(arguments);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains(says), "{run:?}");
    };
    refused(&["new", "o99"], "ปีนี้มีข้อ o1 ถึง o43");
    refused(&["new", "แผน"], "ไม่มีข้อ `แผน`");
    refused(&["new", "12", "2566"], "--year 2566");
    refused(&["new", "o12"], "oit new o12 \"ชื่อเอกสาร\"");
    refused(&["new", "o14", "  "], "oit new o14 \"ชื่อเอกสาร\"");
    refused(&["new", "o1", "--year", "2580"], "ยังไม่มีกรอบตัวชี้วัดของปี 2580");
    assert!(!site.exists("content/2580"));
}

fn explain(arguments: &[&str]) -> Run {
    let nowhere = SiteTest::empty();
    nowhere.run(&[&["explain"], arguments].concat())
}

#[test]
fn explain_shows_an_entry_in_the_language_asked_for() {
    let thai = explain(&["[STUB]"]);
    assert_eq!(thai.code, 0, "{thai:?}");
    assert!(
        thai.stdout.starts_with("stub · เตือน\n\nเอกสารยังไม่มีเนื้อหา"),
        "{thai:?}"
    );
    assert!(
        thai.stdout.contains("\n    draft = true\n"),
        "the example: {thai:?}"
    );
    for noise in ["```", "##", "](", "Nothing"] {
        assert!(!thai.stdout.contains(noise), "{noise}: {thai:?}");
    }
    let english = explain(&["stub", "--lang", "en"]);
    assert!(
        english.stdout.starts_with("stub · warning\n"),
        "{english:?}"
    );
    assert!(english.stdout.contains("    draft = true\n"), "{english:?}");
    assert!(!english.stdout.contains("เอกสารยังไม่มีเนื้อหา"), "{english:?}");
    let unknown = explain(&["stubb"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.stdout.is_empty() && unknown.stderr.contains("`stub`"),
        "{unknown:?}"
    );
}

#[test]
fn explain_alone_lists_every_code_of_the_manual() {
    let list = explain(&[]).stdout;
    for code in oit::problem::codes() {
        let line = list
            .lines()
            .find(|line| line.trim_start().starts_with(&format!("{code} ")));
        assert!(line.is_some(), "{code}: {list}");
        let entry = explain(&[code]);
        assert_eq!(entry.code, 0, "{code}");
    }
    let headings: Vec<&str> = list.lines().filter(|line| !line.starts_with(' ')).collect();
    assert!(headings.starts_with(&["ผิด", ""]), "{headings:?}");
}
