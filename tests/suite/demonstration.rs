//! The repository's own site: what a newcomer builds first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{AS_OF, attributes, crawl, marks, oit, repository, run, times, tree};

/// Built once for all tests that only look.
pub(crate) fn built() -> &'static Path {
    static BUILT: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    &BUILT
        .get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let out = folder.path().join("public");
            build(&out, &[]);
            (folder, out)
        })
        .1
}

pub(crate) fn build(out: &Path, more: &[&str]) {
    build_with_threads(out, more, 2);
}

fn build_with_threads(out: &Path, more: &[&str], threads: usize) {
    let mut command = oit();
    command
        .args(["build", "--as-of", AS_OF, "--out"])
        .arg(out)
        .args(more)
        .env("RAYON_NUM_THREADS", threads.to_string())
        .current_dir(repository());
    let run = run(&mut command);
    assert_eq!(run.code, 0, "{run:?}");
}

fn page(address: &str) -> String {
    let path = built()
        .join(address.trim_start_matches('/'))
        .join("index.html");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn checklist(year: u16) -> Value {
    let path = built().join(year.to_string()).join("checklist.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn statuses(checklist: &Value) -> BTreeMap<String, String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let items = checklist["items"].as_array().unwrap().iter();
    items
        .map(|item| (text(&item["item"]), text(&item["status"])))
        .collect()
}

#[test]
fn the_checklist_has_every_item_in_order_and_its_counts_add_up() {
    for year in [2565, 2566] {
        let checklist = checklist(year);
        let items = checklist["items"].as_array().unwrap();
        let numbers: Vec<u64> = items
            .iter()
            .map(|item| item["number"].as_u64().unwrap())
            .collect();
        assert_eq!(numbers, (1..=43).collect::<Vec<u64>>());
        let counts = &checklist["counts"];
        for status in ["complete", "incomplete", "missing"] {
            let counted = items.iter().filter(|item| item["status"] == status).count();
            assert_eq!(counts[status], counted, "{year} {status}");
        }
        assert_eq!(counts["items"], 43);
    }
}

#[test]
fn json_checklist_tree_and_item_pages_say_the_same() {
    for year in [2565, 2566] {
        let expected = statuses(&checklist(year));
        assert_eq!(expected.len(), 43);
        assert_eq!(marks(&page(&format!("/{year}/checklist/"))), expected);
        assert_eq!(marks(&page(&format!("/{year}/"))), expected);
        for (item, status) in &expected {
            let html = page(&format!("/{year}/{item}/"));
            // The article's own mark, and the tree beside it.
            let own = html
                .split("<article")
                .nth(1)
                .unwrap()
                .split('>')
                .next()
                .unwrap();
            assert!(own.contains(&format!("data-oit-item=\"{item}\"")), "{own}");
            assert!(
                own.contains(&format!("data-oit-status=\"{status}\"")),
                "{own}"
            );
            assert_eq!(marks(&html), expected, "{year}/{item}");
        }
    }
    assert_eq!(marks(&page("/checklist/")), statuses(&checklist(2566)));
}

#[test]
fn the_counts_in_words_are_those_of_the_json() {
    let counts = &checklist(2566)["counts"];
    let words = format!(
        "43 ข้อ: ครบถ้วน {} · เผยแพร่แล้ว ยังไม่ครบ {} · ยังไม่เผยแพร่ {}",
        counts["complete"], counts["incomplete"], counts["missing"]
    );
    for address in ["/2566/checklist/", "/2566/", "/"] {
        let html = page(address);
        let parts = ["complete", "incomplete", "missing"];
        let text = parts.iter().fold(html.clone(), |text, part| {
            text.replace(&format!("<span class=\"whole part {part}\">"), "")
        });
        let text = text.replace("</span>", "");
        assert!(text.contains(&words), "{address}: {words}");
    }
}

#[test]
fn it_shows_every_status_and_as_many_reasons_as_incomplete_items() {
    let checklist = checklist(2566);
    assert_eq!(checklist["counts"]["complete"], 25);
    assert_eq!(checklist["counts"]["incomplete"], 10);
    let mut reasons = BTreeSet::new();
    for item in checklist["items"].as_array().unwrap() {
        let codes: Vec<&str> = (item["reasons"].as_array().unwrap().iter())
            .map(|reason| reason["code"].as_str().unwrap())
            .collect();
        assert_eq!(codes.is_empty(), item["status"] == "complete", "{item}");
        reasons.extend(codes.into_iter().map(str::to_owned));
    }
    for code in [
        "component-not-shown",
        "period-missing",
        "period-not-covered",
        "no-document",
    ] {
        assert!(reasons.contains(code), "{code} in {reasons:?}");
    }
    for code in ["only-draft", "only-future", "only-stub"] {
        assert!(reasons.contains(code), "{code} in {reasons:?}");
    }
}

#[test]
fn every_kind_of_dataset_is_shown() {
    let all: String = tree(built())
        .into_iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    for kind in [
        "executives",
        "contact",
        "channels",
        "projects",
        "procurement",
        "statistics",
        "measures",
        "improvements",
        "risks",
        "scores",
    ] {
        assert!(all.contains(&format!("class=\"dataset {kind}\"")), "{kind}");
    }
}

#[test]
fn it_says_that_the_town_is_fictional() {
    assert!(page("/").contains("สมมติ") || page("/").contains("สมมุติ"));
}

#[test]
fn every_link_and_asset_resolves_at_the_root() {
    let followed = crawl(built(), "/");
    assert!(
        followed > 10_000,
        "only {followed} references were found: is the crawler blind?"
    );
}

#[test]
fn every_link_and_asset_resolves_under_a_sub_path() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    build(&out, &["--base-url", "https://x.example/oit/"]);
    crawl(&out, "/oit/");
    assert!(
        !out.join("oit").exists(),
        "the base path is not a folder of public/"
    );
}

#[test]
fn whole_addresses_stand_only_where_they_must() {
    for (name, bytes) in tree(built()) {
        if !name.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(bytes).unwrap();
        let allowed = html
            .matches("<link rel=\"canonical\" href=\"https://www.example.go.th/")
            .count();
        let all = html.matches("href=\"https://www.example.go.th/").count();
        assert_eq!(allowed, 1, "{name}");
        assert_eq!(all, allowed, "{name}");
    }
}

#[test]
fn the_second_build_writes_nothing_and_threads_make_no_difference() {
    let folder = tempfile::tempdir().unwrap();
    let (one, eight) = (folder.path().join("one"), folder.path().join("eight"));
    build_with_threads(&one, &[], 1);
    let first = times(&one);
    build_with_threads(&one, &[], 8);
    assert_eq!(times(&one), first, "the second build touched a file");
    build_with_threads(&eight, &[], 8);
    assert_eq!(tree(&one), tree(&eight));
}

#[test]
fn pages_have_no_inline_script_or_style_and_no_other_host() {
    for (name, bytes) in tree(built()) {
        if !name.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(bytes).unwrap();
        assert!(html.contains("<html lang=\"th\">"), "{name}");
        for forbidden in ["<style", " style=\"", "<iframe", " onclick=", "javascript:"] {
            assert!(!html.contains(forbidden), "{name} has {forbidden}");
        }
        // A script is a file of the site, with nothing inside; JSON-LD is not run.
        for script in html.split("<script").skip(1) {
            let (tag, inside) = script.split_once('>').unwrap();
            let is_file = tag.starts_with(" type=\"module\" src=\"/assets/")
                && inside.starts_with("</script>");
            let is_run = tag != " type=\"application/ld+json\"";
            assert!(is_file || !is_run, "{name}: {tag}");
        }
        for source in attributes(&html, "src") {
            assert!(source.starts_with('/'), "{name} loads {source}");
        }
        assert_eq!(html.matches("<h1").count(), 1, "{name}");
    }
}

#[test]
fn the_same_subject_is_found_in_other_years_although_its_number_changed() {
    // O21 of 2565 is the procurement plan, which is O19 in 2566.
    assert!(page("/2565/o21/").contains("href=\"/2566/o19/\""));
    let article = page("/2566/o19/");
    assert!(article.contains("ปี 2565 O21"), "{article}");
    // O18 of 2565 was merged into O11 of 2566.
    assert!(page("/2565/o18/").contains("ปี 2566 O11"));
    assert!(page("/2566/o11/").contains("ปี 2565 O18"));
}

#[test]
fn the_csv_opens_in_excel_with_a_row_an_item() {
    let bytes = std::fs::read(built().join("2566/checklist.csv")).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 43);
    assert_eq!(&rows[11][0], "o12");
}
