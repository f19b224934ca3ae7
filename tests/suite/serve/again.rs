//! What is taken from an earlier reading holds only for as long as all it hangs on is the same.

use std::fs::File;
use std::time::{Duration, SystemTime};

use super::harness::Serving;
use crate::harness::SiteTest;

/// Writes a file as it may have been there for long: one that was just written is read again whatever
/// happens.
fn old(site: &SiteTest, path: &str, text: &str) {
    site.write(path, text);
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let file = File::options().write(true).open(site.path(path)).unwrap();
    file.set_modified(then).unwrap();
}

fn text(title: &str, body: &str) -> String {
    format!("+++\ntitle = \"{title}\"\ndate = \"2566-01-01\"\n+++\n\n{body}\n")
}

const BAR: &str = "data-part=\"errors\"";

fn site() -> SiteTest {
    let site = SiteTest::new();
    let first = text("หนึ่ง", "ดู[แผน](../o02/b.md#แผน) และ [ไฟล์](plan.pdf) ครบ");
    old(&site, "content/2566/o01/a.md", &first);
    old(&site, "content/2566/o01/plan.pdf", "%PDF-1.4\n");
    old(
        &site,
        "content/2566/o02/b.md",
        &text("สอง", "## แผน\n\nข้อความ"),
    );
    site
}

/// Writes another text into a file, or removes it, sees that a link in another is told of, and puts it
/// right again.
fn breaks_and_heals(path: &str, broken: Option<&str>, healed: &str) {
    let site = site();
    let serving = Serving::start(&site, &[]);
    let is_good = || serving.until("/2566/o1/a/", |reply| !reply.text().contains(BAR));
    is_good();
    match broken {
        Some(text) => {
            site.write(path, text);
        }
        None => std::fs::remove_file(site.path(path)).unwrap(),
    }
    serving.until("/2566/o1/a/", |reply| {
        reply.text().contains(BAR) && reply.text().contains("content/2566/o01/a.md:6:")
    });
    site.write(path, healed);
    is_good();
}

#[test]
fn a_link_to_a_heading_that_goes_is_told() {
    let with = |heading: &str| text("สอง", &format!("## {heading}\n\nข้อความ"));
    breaks_and_heals("content/2566/o02/b.md", Some(&with("ผล")), &with("แผน"));
}

#[test]
fn a_link_to_a_document_that_is_withdrawn_is_told() {
    let good = text("สอง", "## แผน\n\nข้อความใหม่");
    let draft = good.replace("date =", "draft = true\ndate =");
    breaks_and_heals("content/2566/o02/b.md", Some(&draft), &good);
}

#[test]
fn a_link_to_a_file_that_goes_is_told() {
    breaks_and_heals("content/2566/o01/plan.pdf", None, "%PDF-1.4\n");
}

#[test]
fn a_document_of_the_same_size_and_time_is_read_again_when_the_system_tells_of_it() {
    let site = site();
    let path = "content/2566/o02/b.md";
    let serving = Serving::start(&site, &[]);
    serving.until_says("/2566/o2/b/", "ข้อความ");
    for words in ["ถ้อยคำก", "ข้อความ"] {
        old(&site, path, &text("สอง", &format!("## แผน\n\n{words}")));
        serving.until_says("/2566/o2/b/", words);
    }
}
