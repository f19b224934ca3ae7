//! Every way in which files change is noticed, told by the system or looked for.

use std::fs;

use super::harness::{Serving, moved};
use crate::harness::SiteTest;

/// What it says when it looks by itself.
const POLLING: &str = "เป็นระยะ";

fn text(words: &str) -> String {
    format!("+++\ntitle = \"{words}\"\ndate = \"2566-01-01\"\n+++\n\nข้อความ{words}\n")
}

#[test]
fn told_by_the_system() {
    every_change_is_noticed(&[]);
}

#[test]
fn looked_for() {
    every_change_is_noticed(&["--poll"]);
}

fn every_change_is_noticed(arguments: &[&str]) {
    let site = SiteTest::new();
    site.write("content/2566/o01/a.md", text("หนึ่ง"));
    // The output and the themes beside it come and go while the site is served.
    site.build();
    let elsewhere = SiteTest::empty();
    let serving = Serving::start(&site, arguments);
    if !arguments.is_empty() {
        serving.until_said(POLLING);
    }
    let gone = |path: &str| serving.until(path, |reply| reply.status == 404);

    // Written over.
    site.write("content/2566/o01/a.md", text("สอง"));
    serving.until_says("/2566/o1/a/", "ข้อความสอง");
    // Written beside and renamed, as most editors save.
    site.write("content/2566/o01/.a.md.tmp", text("สาม"));
    moved(
        site.path("content/2566/o01/.a.md.tmp"),
        site.path("content/2566/o01/a.md"),
    );
    serving.until_says("/2566/o1/a/", "ข้อความสาม");
    // The old one moved away first, as some others do.
    moved(
        site.path("content/2566/o01/a.md"),
        site.path("content/2566/o01/~$a.md"),
    );
    site.write("content/2566/o01/a.md", text("สี่"));
    serving.until_says("/2566/o1/a/", "ข้อความสี่");
    // A name that is ignored becomes one that is not, and back.
    moved(
        site.path("content/2566/o01/~$a.md"),
        site.path("content/2566/o01/b.md"),
    );
    serving.until_says("/2566/o1/b/", "ข้อความสาม");
    moved(
        site.path("content/2566/o01/b.md"),
        site.path("content/2566/o01/_b.md"),
    );
    gone("/2566/o1/b/");
    // New folders, one in the other, and a file in the inner one at once.
    site.write("content/2565/o07/c.md", text("ห้า"));
    serving.until_says("/2565/o7/c/", "ข้อความห้า");
    site.write("content/2565/o07/c.md", text("หก"));
    serving.until_says("/2565/o7/c/", "ข้อความหก");
    // A folder that is renamed, and a change in it afterwards.
    moved(site.path("content/2565/o07"), site.path("content/2565/o08"));
    serving.until_says("/2565/o8/c/", "ข้อความหก");
    gone("/2565/o7/c/");
    site.write("content/2565/o08/c.md", text("เจ็ด"));
    serving.until_says("/2565/o8/c/", "ข้อความเจ็ด");
    // A whole year moved out, changed there, and in again.
    moved(site.path("content/2565"), elsewhere.path("2565"));
    gone("/2565/o8/c/");
    elsewhere.write("2565/o08/d.md", text("แปด"));
    moved(elsewhere.path("2565"), site.path("content/2565"));
    serving.until_says("/2565/o8/d/", "ข้อความแปด");
    site.write("content/2565/o08/d.md", text("เก้า"));
    serving.until_says("/2565/o8/d/", "ข้อความเก้า");
    // Deleted, file and folder.
    fs::remove_file(site.path("content/2565/o08/c.md")).unwrap();
    gone("/2565/o8/c/");
    fs::remove_dir_all(site.path("content/2565")).unwrap();
    gone("/2565/");
    the_top_of_the_site_too(&site, &elsewhere, &serving);
    let said = serving.said();
    assert_eq!(said.contains(POLLING), !arguments.is_empty(), "{said}");
}

/// What lies directly in the site's folder.
fn the_top_of_the_site_too(site: &SiteTest, elsewhere: &SiteTest, serving: &Serving) {
    // Themes that were not there when the server was started.
    site.write(
        "themes/default/templates/document.html",
        "<p>แบบใหม่ {{ document.title }}</p>",
    );
    serving.until_says("/2566/o1/a/", "แบบใหม่ สี่");
    site.write("themes/default/templates/document.html", "<p>แบบที่สอง</p>");
    serving.until_says("/2566/o1/a/", "แบบที่สอง");
    fs::remove_dir_all(site.path("themes")).unwrap();
    serving.until_says("/2566/o1/a/", "ข้อความสี่");
    // Settings, saved by renaming.
    let settings = site.read("site.toml").replace("ทดสอบ", "ตั้งชื่อใหม่");
    site.write("site.toml.new", settings);
    moved(site.path("site.toml.new"), site.path("site.toml"));
    serving.until_says("/", "ตั้งชื่อใหม่");
    // All content moved away and put back, changed.
    moved(site.path("content"), elsewhere.path("content"));
    serving.until("/2566/o1/a/", |reply| {
        reply.status == 404 || reply.text().contains("data-part=\"errors\"")
    });
    elsewhere.write("content/2566/o01/a.md", text("สิบ"));
    moved(elsewhere.path("content"), site.path("content"));
    serving.until_says("/2566/o1/a/", "ข้อความสิบ");
    site.write("content/2566/o01/a.md", text("สิบเอ็ด"));
    serving.until_says("/2566/o1/a/", "ข้อความสิบเอ็ด");
    // The output is written meanwhile: it is no part of the site.
    site.build();
    assert!(
        site.read("public/2566/o1/a/index.html")
            .contains("ข้อความสิบเอ็ด")
    );
}
