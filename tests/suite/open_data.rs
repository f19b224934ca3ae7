//! For people who use the data: every dataset as a file, and what changed when.

use serde_json::{Value, json};

use crate::harness::{SiteTest, attributes};

const STATISTICS: &str = "[data.statistics_labels]\nvisits = \"ผู้รับบริการ\"\n\
    [[data.statistics]]\nperiod = \"2565-10\"\nvisits = 1200\n\
    [[data.statistics]]\nperiod = \"2565-11\"\nvisits = 7.5\n";

fn document(title: &str, date: &str, more: &str) -> String {
    format!("title = \"{title}\"\ndate = \"{date}\"\n{more}")
}

#[test]
fn a_dataset_is_a_csv_with_thai_headings_and_a_json_with_keys() {
    let site = SiteTest::new();
    site.write("content/2566/o16/index.toml", STATISTICS);
    site.write(
        "content/2566/o16/half.toml",
        document("ครึ่งปี", "2566-01-31", STATISTICS),
    );
    assert_eq!(site.run(&["check"]).code, 0);
    site.build();
    for folder in ["2566/o16", "2566/o16/half"] {
        assert_eq!(
            site.read(&format!("public/{folder}/data-statistics.csv")),
            "\u{feff}ช่วงเวลา,ผู้รับบริการ\nตุลาคม 2565,1200\nพฤศจิกายน 2565,7.5\n"
        );
        let json: Value =
            serde_json::from_str(&site.read(&format!("public/{folder}/data-statistics.json")))
                .unwrap();
        assert_eq!(
            json["rows"],
            json!([{"period": "2565-10", "visits": 1200.0}, {"period": "2565-11", "visits": 7.5}])
        );
        let html = site.read(&format!("public/{folder}/index.html"));
        let block = html.split("<p class=\"downloads\">").nth(1).unwrap();
        let links = attributes(block.split("</p>").next().unwrap(), "href");
        let address = |ending: &str| format!("/{folder}/data-statistics.{ending}");
        assert_eq!(links, [address("csv"), address("json")]);
        assert!(html.contains("\"@type\":\"Dataset\""), "{folder}");
    }
}

#[test]
fn what_a_page_does_not_show_is_in_no_file_and_no_cell_is_a_formula() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o02/index.toml",
        "[[data.executives]]\nname = \"=HYPERLINK(1)\"\ngroup = \"ประจำ\"\nphoto = \"a.jpg\"\n",
    );
    site.write("content/2566/o02/a.jpg", b"\xff\xd8\xff");
    site.write(
        "content/2566/o03/draft.toml",
        document("ร่าง", "2566-01-31", &format!("draft = true\n{STATISTICS}")),
    );
    site.write(
        "content/2566/o29/index.toml",
        "period = \"2566-H1\"\n[[data.statistics]]\nperiod = \"2566-H1\"\nnone = \"ไม่มีเรื่องร้องเรียน\"\n",
    );
    site.build();
    let csv = site.read("public/2566/o2/data-executives.csv");
    assert_eq!(
        csv,
        "\u{feff}ชื่อ-นามสกุล,ฝ่าย,รูปถ่าย\n'=HYPERLINK(1),ฝ่ายประจำ,https://x.example/2566/o2/a.jpg\n"
    );
    assert!(!site.path("public/2566/o3/draft").exists());
    assert!(!site.path("public/2566/o29/data-statistics.csv").exists());
}

#[test]
fn a_file_of_the_webmasters_keeps_its_address() {
    let site = SiteTest::new();
    site.write("content/2566/o16/index.toml", STATISTICS);
    site.write("content/2566/o16/DATA-statistics.csv", "ก,ข\n1,2\n");
    site.build();
    assert_eq!(
        site.read("public/2566/o16/DATA-statistics.csv"),
        "ก,ข\n1,2\n"
    );
    let html = site.read("public/2566/o16/index.html");
    assert!(
        !html.contains("\"/2566/o16/data-statistics.csv\""),
        "{html}"
    );
    assert!(html.contains("\"/2566/o16/data-statistics.json\""));
}

#[test]
fn news_is_an_article_for_machines_with_its_days() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o07/fair.md",
        "+++\ntitle = \"งานวัด\"\ndate = \"2566-01-31\"\nupdated = \"2566-02-02\"\n+++\nข่าว\n",
    );
    site.write(
        "content/2566/o03/other.md",
        "+++\ntitle = \"อื่น\"\ndate = \"2566-01-31\"\n+++\nไม่ใช่ข่าว\n",
    );
    site.build();
    let news = site.read("public/2566/o7/fair/index.html");
    for said in [
        "\"@type\":\"NewsArticle\"",
        "\"datePublished\":\"2023-01-31\"",
        "\"dateModified\":\"2023-02-02\"",
    ] {
        assert!(news.contains(said), "{said}");
    }
    assert!(
        !site
            .read("public/2566/o3/other/index.html")
            .contains("NewsArticle")
    );
}

#[test]
fn changes_stand_newest_first_with_the_day_of_submission_among_them() {
    let site = SiteTest::new();
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        format!("submitted = [\"2566-04-28\", \"2565-04-30\"]\n{settings}"),
    );
    for (name, date, more) in [
        ("before", "2566-04-28", ""),
        ("after", "2566-04-29", ""),
        ("revised", "2566-01-05", "updated = \"2566-05-01\"\n"),
        ("announced", "2566-02-01", "updated = \"2580-05-01\"\n"),
    ] {
        site.write(
            &format!("content/2566/o03/{name}.md"),
            format!("+++\n{}+++\nมี\n", document(name, date, more)),
        );
    }
    site.build();
    let html = site.read("public/2566/changes/index.html");
    let list = html.split("<ul class=\"news\">").nth(1).unwrap();
    let list = list.split("</ul>").next().unwrap();
    let at = |what: &str| list.find(what).unwrap_or_else(|| panic!("{what}: {list}"));
    let order = [">revised<", ">after<", "ส่งแล้ว", ">before<", ">announced<"];
    assert!(order.map(at).is_sorted(), "{list}");
    assert_eq!(list.matches("ส่งแล้ว").count(), 1, "the other day is of 2565");
    assert_eq!(list.matches(" ปรับปรุง").count(), 1, "{list}");
    assert!(list.contains("<time datetime=\"2023-02-01\">"));
    assert!(site.read("public/sitemap.xml").contains("/2566/changes/"));
}
