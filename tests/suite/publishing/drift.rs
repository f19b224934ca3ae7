//! The drift guard: what was published does not vanish without a word.

use std::collections::BTreeMap;
use std::fs;

use crate::harness::{Run, SITE, SiteTest, pdf, tree};

/// The codes that only a build can give; every test here is a case of one.
pub(crate) const CODES: [&str; 2] = ["item-withdrawn", "address-withdrawn"];

pub(super) const DOCUMENT: &str = "+++\ntitle = \"ก\"\ndate = \"2566-01-01\"\n+++\nข่าว\n";

/// A site of two years, the current one and the one before, with documents and files in both.
pub(super) fn published() -> SiteTest {
    let site = SiteTest::new();
    for year in [2565, 2566] {
        let old = DOCUMENT.replace("2566-01-01", &format!("{year}-01-01"));
        site.write(&format!("content/{year}/o6/index.md"), "มี\n")
            .write(&format!("content/{year}/o6/law.pdf"), pdf("law"))
            .write(&format!("content/{year}/o7/index.md"), "มี\n")
            .write(&format!("content/{year}/o7/a.md"), old);
    }
    site.build();
    site
}

/// The findings of the guard in a run, `code path`.
pub(super) fn told(run: &Run) -> Vec<String> {
    let mut told = Vec::new();
    let mut code = "";
    for line in run.stderr.lines() {
        if let Some((_, rest)) = line.split_once('[') {
            code = rest.split(']').next().unwrap();
        }
        if let Some(path) = line.trim_start().strip_prefix("--> ")
            && CODES.contains(&code)
        {
            told.push(format!("{code} {path}"));
        }
    }
    told
}

/// A build that stops, names these, says what to type in both languages, and writes nothing; with
/// `--allow-withdraw` it goes through.
#[track_caller]
fn stops(site: &SiteTest, expected: &[&str], words: &[&str]) {
    let before = tree(&site.path("public"));
    for language in ["th", "en"] {
        let run = site.run(&["build", "--lang", language]);
        assert_eq!(run.code, 1, "{run:?}");
        assert_eq!(told(&run), expected, "{}", run.stderr);
        for word in words.iter().chain(&["oit build --allow-withdraw"]) {
            assert!(run.stderr.contains(word), "{word}: {}", run.stderr);
        }
    }
    assert!(
        tree(&site.path("public")) == before,
        "something was written"
    );
    site.build_anew();
    site.build();
}

fn remove(site: &SiteTest, path: &str) {
    let path = site.path(path);
    let removed = if path.is_dir() {
        fs::remove_dir_all(path)
    } else {
        fs::remove_file(path)
    };
    removed.unwrap();
}

fn rename(site: &SiteTest, from: &str, to: &str) {
    fs::rename(site.path(from), site.path(to)).unwrap();
}

#[test]
fn an_item_that_would_be_missing() {
    let site = published();
    site.write("content/2566/o6/index.md", "+++\ndraft = true\n+++\nมี\n");
    remove(&site, "content/2566/o6/law.pdf");
    stops(
        &site,
        &[
            "item-withdrawn content/2566/o6",
            "address-withdrawn content/2566/o6",
        ],
        &["O6", "draft = true"],
    );
    remove(&site, "content/2566/o7");
    let expected = [
        "item-withdrawn content/2566",
        "address-withdrawn content/2566",
    ];
    stops(&site, &expected, &["O7", "/2566/o7/a/"]);
}

/// The same with a document and a file of the current year under other names.
fn renamed() -> SiteTest {
    let site = published();
    rename(&site, "content/2566/o7/a.md", "content/2566/o7/b.md");
    rename(
        &site,
        "content/2566/o6/law.pdf",
        "content/2566/o6/law-2.pdf",
    );
    site
}

#[test]
fn addresses_of_the_current_year_that_would_not_open() {
    let site = renamed();
    let expected = [
        "address-withdrawn content/2566/o6",
        "address-withdrawn content/2566/o7",
    ];
    stops(
        &site,
        &expected,
        &[
            "/2566/o7/a/",
            "formerly = [\"o7/a\"]",
            "formerly = [\"o6/law.pdf\"]",
        ],
    );
}

#[test]
fn a_former_name_keeps_its_address_alive() {
    let site = renamed();
    let formerly = |name: &str| format!("+++\nformerly = [\"{name}\"]\n");
    site.write(
        "content/2566/o7/b.md",
        DOCUMENT.replace("+++\ntitle", &(formerly("a") + "title")),
    )
    .write("content/2566/o6/index.md", formerly("law.pdf") + "+++\nมี\n");
    let run = site.build();
    assert!(run.stdout.contains("ถอนออก 0 "), "{run:?}");
    assert!(run.stdout.contains("O7 ใหม่: /2566/o7/b/"), "{run:?}");
    let old = site.read("public/2566/o7/a/index.html");
    assert!(old.contains("url=/2566/o7/b/"), "{old}");
    assert!(site.exists("public/2566/o6/law.pdf") && site.exists("public/2566/o6/law-2.pdf"));
    assert!(!site.read("public/sitemap.xml").contains("/2566/o7/a/"));
}

#[test]
fn a_file_is_renamed_in_one_step() {
    let site = published();
    site.write(
        "content/2566/o6/index.md",
        "+++\nfiles = [{ path = \"law.pdf\" }]\n+++\n[กฎหมาย](law.pdf)\n",
    )
    .write(
        "content/2566/o1/index.md",
        "ดู [ข่าว](../o7/a.md) [กฎหมาย](../o6/law.pdf#page=2)\n",
    );
    site.build();
    for (old, new) in [
        ("content/2566/o7/a.md", "ข่าว 1"),
        ("content/2566/o6/law.pdf", "กฎหมาย 2.pdf"),
    ] {
        let run = site.run(&["rename", old, new]);
        assert_eq!(run.code, 0, "{run:?}");
    }
    let law = site.read("content/2566/o6/index.md");
    assert_eq!(
        law,
        "+++\nformerly = [\"law.pdf\"]\nfiles = [{ path = \"กฎหมาย 2.pdf\" }]\n+++\n[กฎหมาย](กฎหมาย%202.pdf)\n"
    );
    let other = site.read("content/2566/o1/index.md");
    assert_eq!(
        other,
        "ดู [ข่าว](../o7/ข่าว%201.md) [กฎหมาย](../o6/กฎหมาย%202.pdf#page=2)\n"
    );
    let run = site.build();
    assert!(run.stdout.contains("ถอนออก 0 "), "{run:?}");
    let there = site.run(&["rename", "content/2566/o6/กฎหมาย 2.pdf", "index.md"]);
    assert_eq!(there.code, 0, "another ending is none: {there:?}");
    assert_eq!(site.run(&["rename", "none.pdf", "x.pdf"]).code, 2);
    assert_eq!(
        site.run(&["rename", "content/2566/o7/ข่าว 1.md", "index"])
            .code,
        2,
        "taken"
    );
}

#[test]
fn addresses_of_a_past_year_that_would_not_open() {
    let site = published();
    rename(&site, "content/2565/o7/a.md", "content/2565/o7/b.md");
    rename(
        &site,
        "content/2565/o6/law.pdf",
        "content/2565/o6/law-2.pdf",
    );
    let expected = [
        "address-withdrawn content/2565/o6",
        "address-withdrawn content/2565/o7",
    ];
    stops(&site, &expected, &["/2565/o6/law.pdf", "/2565/o7/a/"]);
    // A draft of an old year is withdrawn too, and may be an item's last document.
    site.write("content/2565/o7/index.md", "+++\ndraft = true\n+++\nมี\n")
        .write(
            "content/2565/o7/b.md",
            DOCUMENT.replace("2566-01-01", "2565-01-01\"\ndraft = true #"),
        );
    let expected = [
        "address-withdrawn content/2565/o7",
        "item-withdrawn content/2565/o7",
    ];
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{run:?}");
    let mut found = told(&run);
    found.sort();
    assert_eq!(found, expected, "{}", run.stderr);
}

#[test]
fn a_whole_year_is_told_in_few_words() {
    let site = published();
    for item in 10..20 {
        site.write(&format!("content/2565/o{item}/index.md"), "มี\n");
    }
    site.build();
    remove(&site, "content/2565");
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{run:?}");
    let mut found = told(&run);
    found.sort();
    assert_eq!(
        found,
        ["address-withdrawn content", "item-withdrawn content"]
    );
    assert!(run.stderr.contains("O6, O7, O10–O19"), "{}", run.stderr);
    assert!(run.stderr.contains("และอีก"), "{}", run.stderr);
    site.build_anew();
    assert!(!site.exists("public/2565"));
}

#[test]
fn a_new_year_begins_without_a_false_alarm() {
    let site = published();
    let run = site.run(&["rollover", "2566", "2567"]);
    assert_eq!(run.code, 0, "{run:?}");
    site.write("site.toml", SITE.replace("2566", "2567"));
    let run = site.build();
    assert!(run.stdout.contains("ถอนออก 0 "), "{run:?}");
    // From now on 2566 is a year whose addresses stay.
    rename(&site, "content/2566/o7/a.md", "content/2566/o7/b.md");
    let found = told(&site.run(&["build"]));
    assert_eq!(found, ["address-withdrawn content/2566/o7"]);
}

#[test]
fn drafts_that_were_looked_at_may_go() {
    let site = published();
    site.write(
        "content/2565/o7/draft.md",
        DOCUMENT.replace("+++\nข่าว", "draft = true\n+++\nข่าว"),
    )
    .write(
        "content/2565/o7/later.md",
        DOCUMENT.replace("2566-01-01", "2570-01-01"),
    )
    .write("content/2565/o8/index.md", "+++\ndraft = true\n+++\nร่าง\n")
    .write("content/2565/o8/draft.pdf", pdf("draft"));
    assert_eq!(site.run(&["build", "--drafts"]).code, 0);
    assert!(site.exists("public/2565/o7/draft/index.html"));
    assert!(site.exists("public/2565/o8/draft.pdf"));
    let run = site.build();
    assert!(run.stdout.contains("ถอนออก 3 "), "{run:?}");
    // Drafts do not hide what was published.
    assert_eq!(site.run(&["build", "--drafts"]).code, 0);
    remove(&site, "content/2565/o7/a.md");
    for arguments in [&["build", "--drafts"][..], &["build"]] {
        let run = site.run(arguments);
        assert_eq!(told(&run), ["address-withdrawn content/2565/o7"], "{run:?}");
    }
}

#[test]
fn files_that_nobody_names_are_addresses_too() {
    let site = published();
    // Two documents and no lead: the file belongs to none, is listed and has an address.
    site.write("content/2565/o9/a.md", DOCUMENT.replace("2566-", "2565-"))
        .write("content/2565/o9/b.md", DOCUMENT.replace("2566-", "2565-"))
        .write("content/2565/o9/map.pdf", pdf("map"));
    site.build();
    remove(&site, "content/2565/o9/map.pdf");
    stops(
        &site,
        &["address-withdrawn content/2565/o9"],
        &["/2565/o9/map.pdf"],
    );
}

#[test]
fn a_first_build_and_other_errors_are_not_about_the_guard() {
    let site = published();
    remove(&site, "content/2566/o7");
    assert_eq!(site.run(&["build", "--out", "elsewhere"]).code, 0);
    // While something is wrong, what it brings about is not told.
    site.write("content/2566/o6/index.md", "+++\ntitle = 1\n+++\nมี\n");
    let run = site.run(&["build"]);
    assert_eq!((run.code, told(&run)), (1, Vec::new()), "{run:?}");
}

#[test]
fn a_baseline_stands_in_for_the_site_that_is_published_elsewhere() {
    let site = published();
    let kept: BTreeMap<u16, String> = [2565, 2566]
        .map(|year| (year, site.read(&format!("public/{year}/checklist.json"))))
        .into();
    for (year, text) in &kept {
        site.write(&format!("kept-{year}.json"), text);
    }
    remove(&site, "public");
    let both = [
        "--baseline",
        "kept-2565.json",
        "--baseline",
        "kept-2566.json",
    ];
    let build = |more: &[&str]| {
        let mut arguments = vec!["build", "--out", "fresh"];
        arguments.extend(both);
        arguments.extend(more);
        site.run(&arguments)
    };
    assert_eq!(build(&["--base-url", "https://other.example/oit/"]).code, 0);
    remove(&site, "fresh");
    remove(&site, "content/2566/o7");
    rename(
        &site,
        "content/2565/o6/law.pdf",
        "content/2565/o6/law-2.pdf",
    );
    rename(&site, "content/2565/o7/a.md", "content/2565/o7/b.md");
    let run = build(&[]);
    assert_eq!(run.code, 1, "{run:?}");
    let expected = [
        "item-withdrawn content/2566",
        "address-withdrawn content/2566",
        "address-withdrawn content/2565/o6",
        "address-withdrawn content/2565/o7",
    ];
    assert_eq!(told(&run), expected, "{}", run.stderr);
    assert!(!site.exists("fresh"), "nothing was written");
    assert_eq!(build(&["--allow-withdraw"]).code, 0);
}

#[test]
fn a_baseline_that_is_none_is_refused() {
    let site = published();
    site.write("page.json", "<!doctype html>")
        .write("other.json", "{ \"fiscal_year\": 2566 }");
    let before = tree(site.root());
    for (file, thai, english) in [
        ("gone.json", "เปิดอ่าน", "cannot be read"),
        ("content", "เปิดอ่าน", "cannot be read"),
        ("page.json", "ไม่ใช่ checklist.json", "is no checklist.json"),
        ("other.json", "ไม่ใช่ checklist.json", "is no checklist.json"),
    ] {
        for (language, words) in [("th", thai), ("en", english)] {
            let run = site.run(&["build", "--baseline", file, "--lang", language]);
            assert_eq!(run.code, 2, "{run:?}");
            assert!(run.stderr.contains("[baseline-refused]"), "{run:?}");
            assert!(run.stderr.contains(words), "{run:?}");
        }
    }
    assert!(tree(site.root()) == before);
}
