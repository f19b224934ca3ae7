//! What is handed in and printed: the submission table, the print page and `oit report`.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::Value;

use crate::harness::{AS_OF, SITE, SiteTest, attributes, marks, oit, run, unescape};

/// The bytes of a report on standard output.
fn report(site: &SiteTest, arguments: &[&str]) -> Vec<u8> {
    let mut command = reporting(site.root(), arguments);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    output.stdout
}

fn reporting(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = oit();
    command
        .arg("report")
        .args(arguments)
        .args(["--as-of", AS_OF])
        .current_dir(folder);
    command
}

fn json(site: &SiteTest, arguments: &[&str]) -> Value {
    serde_json::from_slice(&report(site, arguments)).unwrap()
}

/// The first sheet of a workbook, as texts.
pub(crate) fn sheet(bytes: Vec<u8>) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    let text = |cell: &Data| {
        assert!(!matches!(cell, Data::Error(_)), "{cell:?}");
        cell.to_string()
    };
    range
        .rows()
        .map(|row| row.iter().map(text).collect())
        .collect()
}

pub(crate) fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

/// One cell as the JSON has it, in the form of the other formats.
fn flat(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Array(lines) => {
            let lines: Vec<&str> = lines.iter().map(|line| line.as_str().unwrap()).collect();
            lines.join("\n")
        }
        other => other.as_str().unwrap().to_owned(),
    }
}

#[test]
fn page_csv_workbook_and_command_say_the_same() {
    let site = SiteTest::demonstration();
    site.build();
    for year in ["2565", "2566"] {
        let asked = |format| report(&site, &["submission", "--year", year, "--format", format]);
        let file = |name: &str| std::fs::read(site.path(&format!("public/{year}/{name}"))).unwrap();
        assert_eq!(asked("csv"), file("submission.csv"));
        assert_eq!(asked("xlsx"), file("submission.xlsx"));
        let json = json(&site, &["submission", "--year", year, "--format", "json"]);
        let json: Vec<Vec<String>> = json["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let names = ["item", "title", "answer", "url", "documents", "description"];
                let names = names.iter().chain(&["status", "note"]);
                names.map(|name| flat(&row[name])).collect()
            })
            .collect();
        assert_eq!(json.len(), 43);
        assert_eq!(csv_rows(&asked("csv")), json);
        // People read O12, machines o12 in every table.
        let mut for_people = json.clone();
        for row in &mut for_people {
            assert!(row[0].starts_with('o'), "{row:?}");
            row[0] = row[0].to_uppercase();
        }
        assert_eq!(sheet(asked("xlsx"))[1..], for_people);
        let page = site.read(&format!("public/{year}/submission/index.html"));
        let text = String::from_utf8(asked("text")).unwrap();
        for row in &json {
            let [item, _, answer, url, documents, description, status, _] = &row[..] else {
                panic!("{row:?}");
            };
            let start = format!("id=\"{item}\"");
            let section = page.split(&start).nth(1).unwrap();
            let section = section.split("<section").next().unwrap();
            assert!(section.contains(&format!(">{answer}</strong>")), "{item}");
            assert!(section.contains(status.as_str()), "{item}");
            let shown = section.split("readonly").nth(1).unwrap_or_default();
            let shown = shown.split_once('\n').map_or("", |(_, text)| text);
            let shown = shown.split("</textarea>").next().unwrap();
            assert_eq!(
                unescape(shown).replace("&#x2F;", "/"),
                *description,
                "{item}"
            );
            for line in url.lines().chain(documents.lines()) {
                assert!(section.contains(&format!(">{line}</a>")), "{item}: {line}");
                assert!(text.contains(line), "{item}: {line}");
            }
            for line in description.lines() {
                assert!(text.contains(line), "{item}: {line}");
            }
        }
    }
}

#[test]
fn every_address_opens_and_missing_items_have_none() {
    let site = SiteTest::demonstration();
    site.build();
    let checklist = site.checklist(2566);
    let rows = json(&site, &["submission", "--format", "json"]);
    let mut documents = 0;
    for (row, item) in rows["rows"]
        .as_array()
        .unwrap()
        .iter()
        .zip(checklist["items"].as_array().unwrap())
    {
        let published = item["published"] == true;
        assert_eq!(
            row["answer"],
            if published {
                "มี"
            } else {
                "ไม่มี"
            }
        );
        assert_eq!(flat(&row["url"]).is_empty(), !published, "{row}");
        assert_eq!(flat(&row["description"]).is_empty(), !published, "{row}");
        if published {
            assert_eq!(row["url"], item["url"]);
        }
        assert_eq!(
            flat(&row["note"]).is_empty(),
            item["status"] == "complete",
            "{row}"
        );
        let further = flat(&row["documents"]);
        documents += further.lines().count();
        for address in flat(&row["url"]).lines().chain(further.lines()) {
            let path = address.strip_prefix("https://www.example.go.th/").unwrap();
            assert!(
                site.exists(&format!("public/{path}index.html")),
                "{address}"
            );
        }
    }
    assert!(documents > 10, "only {documents} further documents");
}

#[test]
fn the_description_tells_the_way_and_nothing_that_is_not_shown() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o14/index.md",
        "+++\ndate = \"2565-11-01\"\n+++\nรวมคู่มือ\n",
    )
    .write(
        "content/2566/o14/tax.md",
        "+++\ntitle = \"คู่มือจัดเก็บภาษี\"\ndate = \"2565-12-01\"\nperiod = \"2566-Q1\"\ncomponents = [1]\n\
         files = [{ path = \"tax.pdf\", title = \"ฉบับเต็ม\" }]\n+++\nมี\n",
    )
    .write("content/2566/o14/tax.pdf", "pdf")
    .write(
        "content/2566/o14/draft.md",
        "+++\ntitle = \"ร่างลับ\"\ndate = \"2565-12-01\"\ndraft = true\ncomponents = [2]\n+++\nมี\n",
    );
    let rows = json(&site, &["submission", "--format", "json"]);
    let row = &rows["rows"][13];
    let text = row["description"].as_str().unwrap();
    assert!(
        text.starts_with("ตำแหน่งบนเว็บไซต์: หน้าแรก › ปีงบประมาณ 2566 › 9.2 "),
        "{text}"
    );
    assert!(
        text.contains("ลิงก์ที่ 2: คู่มือจัดเก็บภาษี · ข้อมูลช่วง ตุลาคม 2565 – ธันวาคม 2565"),
        "{text}"
    );
    assert!(text.contains("- ไฟล์: ฉบับเต็ม (PDF)"), "{text}");
    assert!(text.contains("องค์ประกอบที่ 1:"), "{text}");
    assert!(!text.contains("องค์ประกอบที่ 2"), "{text}");
    assert!(!text.contains("ร่างลับ"), "{text}");
    assert_eq!(row["documents"][0], "https://x.example/2566/o14/tax/");
    assert!(flat(&row["note"]).contains("องค์ประกอบที่ 2"), "{row}");
}

#[test]
fn of_very_many_documents_those_are_handed_in_that_show_what_no_other_does() {
    let site = SiteTest::new();
    for day in 1..=25 {
        let component = if day == 1 { 2 } else { 1 };
        site.write(
            &format!("content/2566/o07/n{day}.md"),
            format!("+++\ntitle = \"ข่าว {day}\"\ndate = \"2566-01-{day:02}\"\ncomponents = [{component}]\n+++\nมี\n"),
        );
    }
    let rows = json(&site, &["submission", "--format", "json"]);
    let row = &rows["rows"][6];
    let documents = row["documents"].as_array().unwrap();
    assert_eq!(documents.len(), 10);
    assert!(
        documents.contains(&"https://x.example/2566/o7/n1/".into()),
        "{row}"
    );
    assert!(flat(&row["description"]).contains("อีก 15 ฉบับ"), "{row}");
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let site = SiteTest::demonstration();
    for arguments in [
        &["submission", "--format", "xlsx"][..],
        &["checklist", "--format", "xlsx"],
        &["print"],
    ] {
        let first = report(&site, arguments);
        // A workbook would name the second it was made in.
        std::thread::sleep(std::time::Duration::from_millis(1100));
        assert!(first == report(&site, arguments), "{arguments:?}");
    }
}

#[test]
fn a_title_never_becomes_a_formula() {
    let site = SiteTest::new();
    let framework = "[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\ncode = \"9.1\"\n\
        title = \"ข\"\n[[indicator.sub.item]]\nnumber = 1\nkey = \"a\"\ntitle = \"=HYPERLINK(1)\"\n";
    site.write(
        "content/2566/framework.toml",
        format!("fiscal_year = 2566\n{framework}"),
    );
    for what in ["checklist", "submission"] {
        let rows = csv_rows(&report(&site, &[what, "--format", "csv"]));
        assert!(rows[0].contains(&"'=HYPERLINK(1)".to_owned()), "{rows:?}");
        let bytes = report(&site, &[what, "--format", "xlsx"]);
        let mut book: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(bytes.clone())).unwrap();
        let names = book.sheet_names();
        assert!(book.worksheet_formula(&names[0]).unwrap().is_empty());
        assert_eq!(sheet(bytes)[1][1], "=HYPERLINK(1)");
    }
}

#[test]
fn the_checklist_comes_in_every_format() {
    let site = SiteTest::demonstration();
    site.build();
    let asked = |format| report(&site, &["checklist", "--format", format]);
    for name in ["csv", "json"] {
        let file = std::fs::read(site.path(&format!("public/2566/checklist.{name}"))).unwrap();
        assert_eq!(asked(name), file, "{name}");
    }
    let text = String::from_utf8(report(&site, &["checklist"])).unwrap();
    let sheet = sheet(asked("xlsx"));
    assert_eq!(sheet.len(), 44);
    for (row, item) in sheet[1..]
        .iter()
        .zip(site.checklist(2566)["items"].as_array().unwrap())
    {
        assert_eq!(row[0].to_lowercase(), item["item"].as_str().unwrap());
        assert!(
            text.lines()
                .any(|line| line.starts_with(&format!("{} ", row[0])))
        );
    }
}

#[test]
fn the_print_page_has_every_item_once_and_no_id_twice() {
    let site = SiteTest::demonstration();
    // The same heading, footnote and raw anchor on two items.
    for item in ["o22", "o24"] {
        site.write(
            &format!("content/2566/{item}/index.md"),
            "+++\ndate = \"2565-11-01\"\n+++\n## หัวข้อ\n\n## item\n\n<b id=\"x\">ก</b>[^1] [ไป](#หัวข้อ)\n\n[^1]: ข\n",
        );
    }
    site.build();
    for year in ["2565", "2566"] {
        let page = site.read(&format!("public/{year}/print/index.html"));
        let ids = attributes(&page, "id");
        let set: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(set.len(), ids.len(), "an id stands twice in {year}");
        for href in attributes(&page, "href") {
            if let Some(id) = href.strip_prefix('#') {
                assert!(ids.iter().any(|known| known == id), "{year}: {href}");
            }
        }
        assert_eq!(attributes(&page, "data-oit-item").len(), 43);
        assert_eq!(
            marks(&page),
            marks(&site.read(&format!("public/{year}/index.html")))
        );
        assert!(!page.contains("class=\"tree\""));
    }
    let page = site.read("public/2566/print/index.html");
    assert!(page.contains("id=\"o22-หัวข้อ\"") && page.contains("id=\"o24-x\""));
    assert!(page.contains("href=\"/2566/o22/#"), "the link in a body");
}

#[test]
fn the_printable_file_opens_by_itself() {
    let site = SiteTest::demonstration();
    let run = site.run(&["report", "print", "-o", "year.html"]);
    assert_eq!(run.code, 0, "{run:?}");
    let page = site.read("year.html");
    assert!(page.contains("<style>") && page.contains("@page"));
    assert!(page.contains("--accent: #1d5c3a"));
    assert!(!page.contains("rel=\"stylesheet\""));
    for name in ["href", "src"] {
        for address in attributes(&page, name) {
            assert!(!address.starts_with('/'), "{address}");
        }
    }
    assert!(!site.exists("public"), "a report publishes nothing");
}

#[test]
fn a_theme_of_the_site_is_in_the_printable_file() {
    let site = SiteTest::new();
    site.write("site.toml", format!("theme = \"town\"\n{SITE}"))
        .write("themes/town/static/style.css", "h1 { color: navy }\n");
    assert_eq!(site.run(&["report", "print", "-o", "a.html"]).code, 0);
    assert!(site.read("a.html").contains("h1 { color: navy }"));
}

#[test]
fn exit_codes_and_formats() {
    let site = SiteTest::new();
    assert_eq!(site.run(&["report", "checklist"]).code, 0);
    let made = site.run(&["report", "submission", "-o", "hand-in.xlsx"]);
    assert_eq!(made.code, 0, "{made:?}");
    assert!(made.stdout.contains("hand-in.xlsx"), "{made:?}");
    let bytes = std::fs::read(site.path("hand-in.xlsx")).unwrap();
    assert_eq!(sheet(bytes).len(), 44, "the ending says the format");
    // An older file is replaced, and nothing is left beside it.
    assert_eq!(
        site.run(&[
            "report",
            "checklist",
            "-o",
            "hand-in.xlsx",
            "--format",
            "csv"
        ])
        .code,
        0
    );
    assert!(site.read("hand-in.xlsx").starts_with("\u{feff}item,"));
    let left: Vec<_> = std::fs::read_dir(site.root()).unwrap().collect();
    assert_eq!(left.len(), 3, "{left:?}");
    for wrong in [
        &["report", "print", "--format", "csv"][..],
        &["report", "checklist", "--format", "html"],
        &["report", "checklist", "--year", "2560"],
        &["report", "checklist", "--year", "2023"],
        &["report", "checklist", "-o", "no/such/folder.csv"],
        &["report", "scores"],
    ] {
        let run = site.run(wrong);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (2, ""),
            "{wrong:?}: {run:?}"
        );
    }
    site.write("content/2566/o06/index.md", "+++\nnothing = 1\n+++\nมี\n");
    let faulty = site.run(&["report", "submission", "-o", "after.csv"]);
    assert_eq!(faulty.code, 1, "{faulty:?}");
    assert!(faulty.stderr.contains("unknown-key"), "{faulty:?}");
    assert!(!site.exists("after.csv"));
    let elsewhere = run(&mut reporting(Path::new("/"), &["checklist"]));
    assert_eq!(elsewhere.code, 2, "{elsewhere:?}");
}

#[test]
fn a_template_that_fails_is_a_finding() {
    let site = SiteTest::new();
    site.write(
        "themes/default/templates/print-item.html",
        "<p>{{ item.nothing.at_all }}</p>",
    );
    let run = site.run(&["report", "print", "-o", "a.html"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("print-item.html"), "{run:?}");
    assert!(!site.exists("a.html"));
}

#[test]
fn a_report_is_never_written_over_the_site() {
    let site = SiteTest::new();
    let settings = site.read("site.toml");
    for place in ["site.toml", "content/2566/o05/x.xlsx", "themes/a.csv"] {
        let run = site.run(&["report", "submission", "--format", "csv", "-o", place]);
        assert_eq!(run.code, 2, "{place}: {run:?}");
        assert!(run.stderr.contains(place), "{run:?}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(site.root(), site.path("link")).unwrap();
        for place in [
            "link/site.toml",
            "link/../content/2566/o05/x.csv",
            "link/content/2566/o05/x.csv",
        ] {
            let run = site.run(&["report", "submission", "--format", "csv", "-o", place]);
            assert_eq!(run.code, 2, "{place}: {run:?}");
        }
    }
    assert_eq!(site.read("site.toml"), settings);
    assert!(!site.exists("content/2566/o05/x.xlsx") && !site.exists("content/2566/o05/x.csv"));
}

#[test]
fn an_ending_that_is_no_format_is_refused() {
    let site = SiteTest::new();
    for (subject, file) in [("print", "a.pdf"), ("submission", "a.doc")] {
        let run = site.run(&["report", subject, "-o", file]);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(!site.exists(file));
    }
    let run = site.run(&["report", "submission", "--format", "csv", "-o", "a.dat"]);
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn a_year_that_is_not_there_is_told_apart_from_none_at_all() {
    let site = SiteTest::new();
    let run = site.run(&["report", "checklist", "--year", "2565"]);
    assert_eq!(run.code, 2);
    let told = ["content/2565/", "--year", "2566"];
    assert!(told.iter().all(|word| run.stderr.contains(word)), "{run:?}");
    let empty = SiteTest::empty();
    empty.write(
        "site.toml",
        "title = \"ก\"\nbase_url = \"https://x.example/\"\n",
    );
    let run = empty.run(&["report", "checklist"]);
    assert!(run.stderr.contains("no-year"), "{run:?}");
    assert_ne!(run.code, 0);
}
