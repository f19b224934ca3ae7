//! What the public is told: as much of the verdict as `public_status` allows, in words for the public, and on a
//! document's page the same as on its item's.

use std::collections::{BTreeMap, BTreeSet};

use crate::demonstration::built;
use crate::harness::{SiteTest, attributes, tree};

/// The demonstration with a setting, built: its pages, and `checklist.json`.
fn with(status: &str) -> (BTreeMap<String, String>, String) {
    let site = SiteTest::demonstration();
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        format!("public_status = \"{status}\"\n{settings}"),
    );
    site.build();
    (
        pages(&tree(&site.path("public"))),
        site.read("public/2566/checklist.json"),
    )
}

/// The pages of a site, without the elements that only keep words whole.
fn pages(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let pages = files.iter().filter(|(name, _)| name.ends_with(".html"));
    let read = |bytes: &[u8]| {
        String::from_utf8_lossy(bytes)
            .replace("<bdi>", "")
            .replace("</bdi>", "")
    };
    pages
        .map(|(name, bytes)| (name.clone(), read(bytes)))
        .collect()
}

fn statuses(pages: &BTreeMap<String, String>) -> BTreeSet<String> {
    let all = pages.values();
    all.flat_map(|html| attributes(html, "data-oit-status"))
        .collect()
}

/// What a page says, its text without what the webmaster wrote.
fn says(html: &str, words: &str) -> bool {
    let kept = html
        .split("<div class=\"body\">")
        .enumerate()
        .map(|(at, part)| {
            if at == 0 {
                part
            } else {
                part.split_once("</div>").unwrap().1
            }
        });
    kept.collect::<String>().contains(words)
}

#[test]
fn published_tells_only_whether_an_item_is_published() {
    let (pages, json) = with("published");
    let allowed = ["missing", "published"].map(str::to_owned);
    assert_eq!(statuses(&pages), BTreeSet::from(allowed));
    for (name, html) in &pages {
        for words in [
            "ยังไม่ครบ",
            ">ครบถ้วน",
            "data-oit-reason",
            "data-oit-shown",
            "แสดงแล้ว",
        ] {
            assert!(!says(html, words), "{name} says {words}");
        }
    }
    let checklist = &pages["2566/checklist/index.html"];
    assert!(checklist.contains("<span class=\"whole part complete\">เผยแพร่แล้ว 35</span>"));
    assert_eq!(checklist.matches("class=\"cell published\"").count(), 35);
    assert_eq!(
        json,
        std::fs::read_to_string(built().join("2566/checklist.json")).unwrap()
    );
}

#[test]
fn none_tells_nothing_of_the_verdict_and_still_lists_everything() {
    let (pages, json) = with("none");
    assert_eq!(statuses(&pages), BTreeSet::new());
    for (name, html) in &pages {
        let words = [
            "ยังไม่ครบ",
            ">ครบถ้วน",
            ">ยังไม่เผยแพร่",
            "data-oit-reason",
            "data-oit-shown",
            "<progress",
        ];
        for words in words {
            assert!(!says(html, words), "{name} says {words}");
        }
        // The jump by number still finds its way.
        assert!(
            !name.contains("/o") || html.contains("data-oit-item=\"o12\""),
            "{name}"
        );
    }
    let checklist = &pages["2566/checklist/index.html"];
    assert_eq!(checklist.matches("<li data-units=").count(), 43);
    assert!(checklist.contains("name=\"unit\"") && !checklist.contains("name=\"status\""));
    assert!(pages["2566/o22/index.html"].contains("ยังไม่มีเอกสารของข้อนี้"));
    assert_eq!(
        json,
        std::fs::read_to_string(built().join("2566/checklist.json")).unwrap()
    );
}

#[test]
fn files_to_hand_in_have_no_remarks_where_pages_have_none_and_reports_always_have() {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", "+++\ndraft = true\n+++\nมี\n");
    let published = |status: &str| {
        let settings = format!("public_status = \"{status}\"\n{}", crate::harness::SITE);
        site.write("site.toml", settings);
        site.build();
        site.read("public/2566/submission.csv")
    };
    assert!(published("full").contains("มีเฉพาะฉบับร่าง"));
    for status in ["published", "none"] {
        let csv = published(status);
        let head = csv.lines().next().unwrap();
        assert_eq!(head, "\u{feff}item,title,answer,url,documents,description");
        assert!(!csv.contains("ร่าง"), "{csv}");
        let report = site.run(&["report", "submission", "--format", "csv"]);
        assert!(report.stdout.contains("มีเฉพาะฉบับร่าง"), "{report:?}");
    }
}

#[test]
fn pages_say_why_in_words_for_the_public() {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", "+++\ndraft = true\n+++\nมี\n")
        .write("content/2566/o8/index.md", "+++\n+++\n")
        .write(
            "content/2566/o9/index.md",
            "+++\ndate = \"2580-01-15\"\n+++\nมี\n",
        )
        .write(
            "content/2566/o12/index.md",
            "+++\ncomponents = [1, 2, 3]\n+++\nมี\n",
        );
    site.build();
    for item in ["o6", "o8", "o9"] {
        let html = site.read(&format!("public/2566/{item}/index.html"));
        assert!(html.contains("ยังไม่มีเอกสารที่เผยแพร่ในข้อนี้"), "{item}");
    }
    let twelve = site.read("public/2566/o12/index.html");
    assert!(twelve.contains("ยังยืนยันไม่ได้ว่าข้อมูลครอบคลุม"), "{twelve}");
    for (name, html) in pages(&tree(&site.path("public"))) {
        for words in [
            "ร่าง",
            "หมายเหตุถึงหน่วยงาน",
            "จะเผยแพร่วันที่",
            "ยังไม่มีเนื้อหา",
            "ไม่ได้ระบุช่วงเวลา",
        ] {
            assert!(!html.contains(words), "{name} says {words}");
        }
    }
    // Reports keep the whole why.
    let reasons = |item: &str| site.item(item)["reasons"][0]["message"].to_string();
    assert!(reasons("o6").contains("มีเฉพาะฉบับร่าง"));
    assert!(reasons("o9").contains("จะเผยแพร่วันที่"));
}

#[test]
fn what_shows_everything_and_is_not_complete_says_what_is_left() {
    let pages = pages(&tree(built()));
    let page = |item: &str| &pages[&format!("2566/{item}/index.html")];
    assert!(page("o16").contains("แสดงครบทั้ง 2 องค์ประกอบ เหลือช่วงเวลาของข้อมูล"));
    assert!(page("o21").contains("แสดงแล้ว 2 จาก 3 องค์ประกอบ"));
}

/// The components that the page of an item says a document shows, and whether it names all documents of each.
fn on_item_page(html: &str, document: &str, title: &str) -> (BTreeSet<String>, bool) {
    let (mut named, mut all) = (BTreeSet::new(), true);
    // A file of the document may be led to in its stead.
    let in_file = format!(">{title} › ");
    for component in html.split("<li id=\"_component-").skip(1) {
        let component = component.split("</li>").next().unwrap();
        let number = component.split('"').next().unwrap().to_owned();
        let links = attributes(component, "href");
        let leads = |link: &String| link == document || link.starts_with(&format!("{document}#"));
        if links.iter().any(leads) || component.contains(&in_file) {
            named.insert(number);
        }
        all &= !component.contains("href=\"#_documents\"");
    }
    (named, all)
}

#[test]
fn a_document_says_the_components_that_its_items_say_it_shows() {
    let pages = pages(&tree(built()));
    let mut compared = 0;
    for (name, html) in &pages {
        let steps: Vec<&str> = name.split('/').collect();
        let [year, item, slug, "index.html"] = steps[..] else {
            continue;
        };
        let Some(article) = html.split("<article>").nth(1) else {
            continue;
        };
        let document = format!("/{year}/{item}/{slug}/");
        let own = format!("/{year}/{item}/#_component-");
        let article = article.split("<div class=\"body\">").next().unwrap();
        let links = attributes(article, "href");
        let said = links.iter().filter_map(|link| link.strip_prefix(&own));
        let said: BTreeSet<String> = said.map(str::to_owned).collect();
        let title = article
            .split("<h1>")
            .nth(1)
            .unwrap()
            .split('<')
            .next()
            .unwrap()
            .trim();
        let of_item = &pages[&format!("{year}/{item}/index.html")];
        let (named, all) = on_item_page(of_item, &document, title);
        assert!(
            named.is_subset(&said),
            "{name}: {said:?}, its item {named:?}"
        );
        assert!(
            !all || named == said,
            "{name}: {said:?}, its item {named:?}"
        );
        compared += said.len();
    }
    assert!(compared > 20, "{compared}");
    let month = &pages["2566/o21/month-2565-10/index.html"];
    for number in [1, 2] {
        let link = format!("href=\"/2566/o21/#_component-{number}\">องค์ประกอบที่ {number}</a>");
        assert!(month.contains(&link), "{link}");
    }
}

#[test]
fn what_repeats_other_pages_is_not_for_search_engines() {
    let files = tree(built());
    let sitemap = String::from_utf8(files["sitemap.xml"].clone()).unwrap();
    let mark = "<meta name=\"robots\" content=\"noindex\">";
    for (name, html) in pages(&files) {
        let last = name
            .trim_end_matches("/index.html")
            .rsplit('/')
            .next()
            .unwrap();
        let repeats = ["search", "submission", "print"].contains(&last);
        let address = name.trim_end_matches("index.html");
        let address = format!("https://www.example.go.th/{address}<");
        if repeats {
            assert!(html.contains(mark), "{name}");
            assert!(!sitemap.contains(&address), "{address}");
        } else if sitemap.contains(&address) {
            assert!(!html.contains(mark), "{name}");
        }
    }
}

#[test]
fn a_revision_to_come_is_shown_nowhere() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        "+++\ndate = \"2566-01-05\"\nupdated = \"2599-01-01\"\ncomponents = [1]\n+++\nมี\n",
    )
    .write(
        "content/pages/about.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-05\"\nupdated = \"2599-01-01\"\n+++\nมี\n",
    );
    site.build();
    assert_eq!(site.item("o6")["updated"], "2023-01-05");
    for (name, bytes) in tree(&site.path("public")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("2599") && !text.contains("2056-01-01"),
            "{name}"
        );
    }
    assert!(
        site.findings()
            .iter()
            .any(|found| found.code == "future-date")
    );
}

#[test]
fn a_text_that_breaks_off_at_its_source_says_so() {
    let site = SiteTest::new();
    let framework = "fiscal_year = 2566\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n\
        [[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n[[indicator.sub.item]]\n\
        number = 1\nkey = \"k\"\ntitle = \"ค\"\n\
        components = [{ text = \"ข้อมูลครอบคลุมใน…\" }, { text = \"ข้อมูลอื่น\" }]\n";
    site.write("content/2566/framework.toml", framework);
    site.write("content/2566/o1/index.md", "+++\n+++\nมี\n");
    site.build();
    for page in ["o1", "checklist", "print"] {
        let html = site.read(&format!("public/2566/{page}/index.html"));
        let said = "ข้อมูลครอบคลุมใน… <span class=\"note\">(ต้นฉบับที่เผยแพร่มีข้อความเพียงเท่านี้)";
        assert!(html.contains(said), "{page}");
        assert!(!html.contains("ข้อมูลอื่น <span class=\"note\">("), "{page}");
    }
    assert_eq!(site.item("o1")["components"][0]["text"], "ข้อมูลครอบคลุมใน…");
}
