//! Which open pages are told of which change.

use super::harness::Serving;
use crate::harness::{SiteTest, repository};

fn site() -> SiteTest {
    let site = SiteTest::new();
    for item in ["o01", "o05"] {
        site.write(&format!("content/2566/{item}/index.md"), body("เดิม"));
        site.write(
            &format!("content/2566/{item}/more.md"),
            format!("+++\ntitle = \"เพิ่ม\"\n{}", &body("เดิม")[4..]),
        );
    }
    site
}

fn body(text: &str) -> String {
    format!("+++\ndate = \"2566-01-01\"\n+++\n\nข้อความ{text}\n")
}

#[test]
fn only_pages_that_changed_are_loaded_again() {
    let site = site();
    let serving = Serving::start(&site, &[]);
    let [item, document, other, checklist] = [
        "/2566/o1/",
        "/2566/o1/more/",
        "/2566/o5/",
        "/2566/checklist/",
    ]
    .map(|at| serving.open(at));
    let twin = serving.open("/2566/o1/");
    site.write("content/2566/o01/index.md", body("ใหม่"));
    assert_eq!(
        (item.hears(), twin.hears()),
        ("page".to_owned(), "page".to_owned())
    );
    for tab in [document, other, checklist] {
        tab.heard_nothing();
    }
    assert!(serving.get("/2566/o1/").text().contains("ข้อความใหม่"));
}

#[test]
fn a_save_that_changes_nothing_reloads_nothing() {
    let site = site();
    let serving = Serving::start(&site, &[]);
    let tabs = ["/2566/o1/", "/2566/o1/more/", "/"].map(|at| serving.open(at));
    let before = serving.readings();
    site.write("content/2566/o01/index.md", body("เดิม"));
    site.write(
        "content/2566/o01/more.md",
        site.read("content/2566/o01/more.md"),
    );
    // Whether the server read anything again or not: once it certainly did, nobody was told.
    site.write("content/2566/o05/index.md", body("ใหม่"));
    serving.until_says("/2566/o5/", "ข้อความใหม่");
    assert!(serving.readings() > before);
    for tab in tabs {
        tab.heard_nothing();
    }
}

#[test]
fn a_style_sheet_is_taken_anew_without_the_page() {
    let site = site();
    let serving = Serving::start(&site, &[]);
    let tab = serving.open("/2566/o1/");
    let style =
        std::fs::read_to_string(repository().join("themes/default/static/style.css")).unwrap();
    site.write("themes/default/static/style.css", &style);
    // The same style from another place is no change.
    site.write("content/2566/o05/index.md", body("ใหม่"));
    serving.until_says("/2566/o5/", "ข้อความใหม่");
    tab.heard_nothing();
    site.write(
        "themes/default/static/style.css",
        format!("{style}\nb {{ color: red }}"),
    );
    assert_eq!(tab.hears(), "style");
    // As many letters as before.
    site.write(
        "themes/default/static/style.css",
        format!("{style}\nb {{ color: tan }}"),
    );
    assert_eq!(tab.hears(), "style");
    assert!(serving.get("/assets/style.css").text().ends_with("tan }"));
}

#[test]
fn a_page_that_comes_into_being_is_loaded_and_one_that_goes_is_missing() {
    let site = site();
    let serving = Serving::start(&site, &[]);
    let tab = serving.open("/2566/o1/later/");
    site.write(
        "content/2566/o01/later.md",
        format!("+++\ntitle = \"ต่อมา\"\n{}", &body("")[4..]),
    );
    assert_eq!(tab.hears(), "page");
    assert_eq!(serving.get("/2566/o1/later/").status, 200);
    let tab = serving.open("/2566/o1/later/");
    std::fs::remove_file(site.path("content/2566/o01/later.md")).unwrap();
    assert_eq!(tab.hears(), "page");
    assert_eq!(serving.get("/2566/o1/later/").status, 404);
}

#[test]
fn a_picture_on_a_page_is_part_of_it() {
    let site = site();
    let photo = |name: &str| crate::harness::evidence_fixture(name);
    site.write(
        "content/2566/o01/index.md",
        body("\n\n![ภาพหมู่คณะผู้บริหาร](photo.png)"),
    );
    site.write("content/2566/o01/photo.png", photo("photo.png"));
    let serving = Serving::start(&site, &[]);
    let [tab, other] = ["/2566/o1/", "/2566/o5/"].map(|at| serving.open(at));
    let mut changed = photo("photo.png");
    // Only the last of the bytes, which no decoder looks at.
    *changed.last_mut().unwrap() ^= 1;
    site.write("content/2566/o01/photo.png", &changed);
    assert_eq!(tab.hears(), "page");
    other.heard_nothing();
    assert_eq!(serving.get("/2566/o1/photo.png").body, changed);
}

#[test]
fn a_page_from_before_the_server_was_started_again_is_told_at_once() {
    let site = site();
    let first = Serving::start(&site, &[]);
    let old = first.get("/2566/o1/").added();
    let print = |name: &str| {
        old.split_once(name)
            .unwrap()
            .1
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    };
    let query = format!(
        "at=%2F2566%2Fo1%2F&page={}&panel={}&style={}",
        print("data-page=\""),
        print("data-panel=\""),
        print("data-style=\"")
    );
    drop(first);
    let hears = |serving: &Serving| {
        use std::io::{BufRead, BufReader, Write};
        let mut stream = serving.connect();
        let head = format!(
            "GET /.oit/events?{query} HTTP/1.1\r\nHost: {}\r\n\r\n",
            serving.host
        );
        stream.write_all(head.as_bytes()).unwrap();
        let lines = BufReader::new(stream).lines().map(Result::unwrap);
        // The second heartbeat comes when there is nothing to say.
        let mut told = lines
            .filter(|line| line.starts_with("event") || line == ":")
            .skip(1);
        told.next().unwrap()
    };
    let second = Serving::start(&site, &[]);
    assert_eq!(hears(&second), ":");
    drop(second);
    site.write("content/2566/o01/index.md", body("ใหม่"));
    assert_eq!(hears(&Serving::start(&site, &[])), "event: page");
}

#[test]
fn the_terminal_tells_what_is_new_and_not_the_whole_list_again() {
    let site = site();
    let serving = Serving::start(&site, &["--lang", "en"]);
    let start = serving.until_said("0 errors");
    assert!(
        !start.contains("-->"),
        "warnings are not listed at the start: {start}"
    );
    let bad = format!("{}\n[ก](no.pdf)\n", body("ใหม่"));
    site.write("content/2566/o01/index.md", &bad);
    // On two streams: which is heard first is chance.
    serving.until_said("content/2566/o01/index.md:7:5");
    serving.until_said("1 error ·");
    // A line above moves the finding; it is none the newer for it.
    site.write(
        "content/2566/o01/index.md",
        bad.replace("ข้อความ", "บรรทัด\n\nข้อความ"),
    );
    serving.until_says("/", "content/2566/o01/index.md:9:5");
    site.write("content/2566/o01/index.md", body("ใหม่"));
    let all = serving.until_said("up to date");
    assert_eq!(all.matches("-->").count(), 1, "{all}");
}
