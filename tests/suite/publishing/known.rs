//! Which pages a build makes: those that are published as they would be made are left as they lie.
//!
//! What was not made shows by a mark: a letter of each published file is changed, and its size and
//! time are not, so that only making a page mends it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::Path;

use crate::harness::{Run, SITE, SiteTest, oit, run, tree};

const LATE: &str = "2566-09-30";

/// Two years, the current one with a document that a later day publishes.
fn site() -> SiteTest {
    let site = SiteTest::new();
    for (path, date) in [
        ("2566/o06/index.md", "2566-01-05"),
        ("2566/o06/a.md", "2566-02-01"),
        ("2566/o07/later.md", "2566-08-01"),
        ("2565/o06/a.md", "2565-02-01"),
    ] {
        let text = format!("+++\ntitle = \"ก\"\ndate = \"{date}\"\n+++\nข้อความ\n");
        site.write(&format!("content/{path}"), text);
    }
    let page = "+++\ntitle = \"ติดต่อ\"\ndate = \"2566-06-01\"\n+++\nหน้าอิสระ\n";
    site.write("content/pages/contact.md", page);
    site
}

#[track_caller]
fn build(site: &SiteTest, day: &str, more: &[&str]) -> Run {
    let mut command = oit();
    command
        .args(["build", "--allow-withdraw", "--as-of", day])
        .args(more)
        .current_dir(site.root());
    let done = run(&mut command);
    assert_eq!(done.code, 0, "{done:?}");
    done
}

/// Marks every published file, builds, and gives what was made: the rest is marked still.
#[track_caller]
fn made(site: &SiteTest, day: &str, more: &[&str]) -> BTreeSet<String> {
    let public = site.path("public");
    let mut before = tree(&public);
    before.retain(|name, bytes| !name.starts_with('.') && !bytes.is_empty());
    for (name, bytes) in &mut before {
        mark(&public.join(name), bytes);
    }
    build(site, day, more);
    let mut now = tree(&public);
    now.retain(|name, bytes| !name.starts_with('.') && before.get(name) != Some(bytes));
    for (name, bytes) in &mut before {
        if !now.contains_key(name) && public.join(name).exists() {
            mark(&public.join(name), bytes);
        }
    }
    now.into_keys().collect()
}

/// Marks a file, or takes its mark away.
fn mark(path: &Path, bytes: &mut [u8]) {
    let time = fs::metadata(path).unwrap().modified().unwrap();
    bytes[0] ^= 1;
    fs::write(path, &bytes).unwrap();
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(time).unwrap();
}

/// What is made on every build, because it takes no time.
fn always(site: &SiteTest, day: &str) -> BTreeSet<String> {
    build(site, day, &[]);
    made(site, day, &[])
}

#[test]
fn another_day_makes_the_checklists_and_nothing_that_it_does_not_decide() {
    let site = site();
    let always = always(&site, "2566-08-02");
    assert!(!always.iter().any(|name| name.contains("/o")), "{always:?}");
    let made = made(&site, LATE, &[]);
    let by_day: Vec<&String> = made.difference(&always).collect();
    assert_eq!(
        by_day,
        [
            "2565/checklist/index.html",
            "2566/checklist/index.html",
            "checklist/index.html"
        ]
    );
}

#[test]
fn a_day_that_publishes_something_makes_what_may_show_it() {
    let site = site();
    for (day, page) in [
        ("2566-06-01", "pages/contact/index.html"),
        ("2566-08-01", "2566/o7/later/index.html"),
    ] {
        build(&site, "2566-05-31", &[]);
        assert!(!site.exists(&format!("public/{page}")), "{page}");
        let made = made(&site, day, &[]);
        for name in [page, "2566/o6/index.html", "2565/o6/a/index.html"] {
            assert!(made.contains(name), "{day}: {name} in {made:?}");
        }
    }
}

#[test]
fn another_address_and_drafts_make_every_page() {
    let site = site();
    let draft = "+++\ntitle = \"ร่าง\"\ndraft = true\n+++\nร่าง\n";
    site.write("content/2566/o08/index.md", draft);
    build(&site, LATE, &[]);
    for more in [
        ["--base-url", "https://y.example/z/"].as_slice(),
        &["--drafts"],
    ] {
        let made = made(&site, LATE, more);
        let pages = tree(&site.path("public")).into_keys();
        let pages = pages.filter(|name| name.ends_with("index.html"));
        let left: Vec<String> = pages.filter(|name| !made.contains(name)).collect();
        assert!(left.is_empty(), "{more:?}: {left:?}");
    }
}

#[test]
fn pages_of_the_year_before_follow_the_settings() {
    let site = site();
    build(&site, LATE, &[]);
    site.write("site.toml", SITE.replace("ทดสอบ", "อีกชื่อ"));
    assert!(made(&site, LATE, &[]).contains("2565/o6/a/index.html"));
}
