//! Search: the index, the list by number, and the scripts against the shared vectors.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;

use crate::demonstration::built;
use crate::harness::{SITE, SiteTest, attributes, repository, run};

/// No single load of the index is larger when compressed; Thai text compresses at least threefold.
const LARGEST_LOAD: usize = 3 * 500_000;

fn site() -> SiteTest {
    let site = SiteTest::new();
    site.write(
        "content/2566/o01/index.md",
        "+++\ntitle = \"โครงสร้างเทศบาล\"\nfiles = [{ path = \"แผนผัง.pdf\", title = \"แผนผัง\" }]\n+++\n\
         ต าบล**จัด**ซื้อ\nจัดจ้าง\n\n## หัวข้อ ๑\n\n| ก | ข |\n|---|---|\n| หนึ่ง | สอง |\n",
    )
    .write("content/2566/o01/แผนผัง.pdf", "%PDF-1.4")
    .write(
        "content/2566/o02/index.toml",
        "[[data.executives]]\nname = \"นายตัวอย่าง\"\nposition = \"นายก\"\n",
    )
    .write(
        "content/2566/o07/news.md",
        "+++\ntitle = \"ข่าวเก่า\"\ndate = 2023-01-01\nsummary = \"สรุปข่าว\"\n+++\nข้อความ\n",
    )
    .write(
        "content/2566/o07/later.md",
        "+++\ntitle = \"ข่าวหน้า\"\ndate = 2024-01-01\n+++\nข้อความ\n",
    )
    .write(
        "content/2566/o07/draft.md",
        "+++\ntitle = \"ข่าวร่าง\"\ndate = 2023-01-01\ndraft = true\n+++\nข้อความ\n",
    );
    site
}

fn part(site: &SiteTest, name: &str) -> Vec<Value> {
    let text = site.read(&format!("public/search/{name}"));
    serde_json::from_str(&text).unwrap()
}

#[test]
fn the_index_has_every_item_and_what_is_published() {
    let site = site();
    site.build();
    let entries = part(&site, "2566-1.json");
    let items = entries.iter().filter(|entry| !entry["sub"].is_null());
    assert_eq!(items.count(), 43);
    let first = &entries[0];
    assert_eq!(first["item"], "o1");
    assert_eq!(first["sub"], "9.1");
    assert_eq!(first["url"], "/2566/o1/");
    assert_eq!(first["title"], "โครงสร้าง");
    assert_eq!(first["lead"], "โครงสร้างเทศบาล");
    assert_eq!(first["headings"][0], "หัวข้อ ๑");
    assert_eq!(first["files"][0], "แผนผัง (แผนผัง.pdf)");
    assert_eq!(first["body"], "ตำบลจัดซื้อจัดจ้าง ก ข หนึ่ง สอง");
    let asked = first["components"].as_array().unwrap();
    let asked: Vec<&str> = asked.iter().filter_map(Value::as_str).collect();
    assert_eq!(asked[0], "แสดงแผนผังแสดงโครงสร้างการแบ่งส่วนราชการของหน่วยงาน");
    assert!(asked[1].starts_with('*'), "the footnote too: {asked:?}");
    assert_eq!(entries[1]["body"], "นายตัวอย่าง นายก");
    let further: Vec<&Value> = (entries.iter().filter(|entry| entry["sub"].is_null())).collect();
    assert_eq!(further.len(), 1, "{further:?}");
    assert_eq!(further[0]["title"], "ข่าวเก่า");
    assert_eq!(further[0]["item"], "o7");
    assert_eq!(further[0]["url"], "/2566/o7/news/");
    assert_eq!(further[0]["summary"], "สรุปข่าว");
    let index: Value = serde_json::from_str(&site.read("public/search/index.json")).unwrap();
    assert_eq!(index["years"]["2566"][0], "/search/2566-1.json");
}

#[test]
fn datasets_are_found_by_their_words_not_by_the_programs() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o09/index.toml",
        "date = \"2566-01-01\"\n[[data.channels]]\nkind = \"social\"\nlabel = \"**Facebook** ของเรา\"\n\
         url = \"https://a.example/\"\n[[data.statistics]]\nperiod = \"2566-01\"\ntotal = 3\n",
    );
    site.build();
    let entries = part(&site, "2566-1.json");
    let entry = entries.iter().find(|entry| entry["item"] == "o9").unwrap();
    assert_eq!(entry["body"], "Facebook ของเรา");
}

#[test]
fn free_pages_are_found_in_every_year_but_not_drafts() {
    let site = site();
    site.write(
        "content/pages/visit.md",
        "+++\ntitle = \"มาเยือน\"\n+++\n## การเดินทาง\n\nรถสองแถว\n",
    );
    site.write(
        "content/pages/secret.md",
        "+++\ntitle = \"ลับ\"\ndraft = true\n+++\nลับ\n",
    );
    site.build();
    let pages = part(&site, "pages.json");
    assert_eq!(pages.len(), 1, "{pages:?}");
    assert_eq!(pages[0]["url"], "/pages/visit/");
    assert_eq!(pages[0]["headings"][0], "การเดินทาง");
    assert_eq!(pages[0]["body"], "รถสองแถว");
    let index: Value = serde_json::from_str(&site.read("public/search/index.json")).unwrap();
    assert_eq!(index["years"][""][0], "/search/pages.json");
}

#[test]
fn a_text_is_there_to_its_end() {
    let site = SiteTest::new();
    let text = "งบประมาณรายจ่ายประจำปี ".repeat(300);
    let rows = (0..200).map(|row| format!("name = \"โครงการที่ {row}\"\nbudget = 1\n"));
    let rows = rows.map(|row| ["[[data.projects]]\n", &row].concat());
    let rows = rows.collect::<Vec<_>>().concat();
    site.write(
        "content/2566/o11/index.md",
        format!("+++\ntitle = \"แผน\"\ndate = 2023-01-01\n{rows}+++\n{text}ประโยคสุดท้าย\n"),
    );
    site.build();
    let entries = part(&site, "2566-1.json");
    let entry = entries.iter().find(|entry| entry["item"] == "o11").unwrap();
    let body = entry["body"].as_str().unwrap();
    assert!(body.contains("ประโยคสุดท้าย โครงการที่ 0 "), "{body}");
    assert!(body.ends_with("โครงการที่ 199"), "{body}");
}

#[test]
fn tables_are_found_by_the_words_of_their_cells_each_once() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o19/index.md",
        "+++\ntitle = \"แผน\"\ndate = 2023-01-01\n\
         [[table]]\nfile = \"plan.csv\"\ncaption = \"แผนทั้งปี\"\n+++\nตามตาราง\n",
    )
    .write(
        "content/2566/o19/plan.csv",
        "งาน,วิธี,บาท\nซื้อเก้าอี้,เฉพาะเจาะจง,9100\nซื้อโต๊ะ,เฉพาะเจาะจง,9200\n",
    )
    .write(
        "content/2566/o16/index.toml",
        "date = \"2566-01-01\"\n[data.statistics_labels]\ntax = \"รับชำระภาษี\"\n\
         [[data.statistics]]\nperiod = \"2566-01\"\ntax = 3\n",
    );
    site.build();
    let entries = part(&site, "2566-1.json");
    let body = |item: &str| {
        let entry = entries.iter().find(|entry| entry["item"] == item).unwrap();
        entry["body"].as_str().unwrap().to_owned()
    };
    assert_eq!(body("o19"), "ตามตาราง งาน วิธี บาท ซื้อเก้าอี้ เฉพาะเจาะจง ซื้อโต๊ะ");
    assert_eq!(body("o16"), "รับชำระภาษี");
}

#[test]
fn a_large_year_comes_in_parts_that_a_telephone_can_load() {
    let site = SiteTest::new();
    let text = "งบประมาณรายจ่ายประจำปี ".repeat(100);
    for number in 0..400 {
        site.write(
            &format!("content/2566/o07/news-{number:03}.md"),
            format!("+++\ntitle = \"ข่าวที่ {number}\"\ndate = 2023-01-01\n+++\n{text}\n"),
        );
    }
    site.build();
    let index: Value = serde_json::from_str(&site.read("public/search/index.json")).unwrap();
    let parts = index["years"]["2566"].as_array().unwrap();
    assert!(parts.len() > 2, "{parts:?}");
    let mut entries = 0;
    for address in parts {
        let name = address.as_str().unwrap().trim_start_matches("/search/");
        assert!(site.read(&format!("public/search/{name}")).len() < LARGEST_LOAD);
        entries += part(&site, name).len();
    }
    assert_eq!(entries, 443);
    let more = format!("public/search/2566-{}.json", parts.len() + 1);
    assert!(!site.exists(&more));
}

#[test]
fn addresses_respect_the_base_path() {
    let site = site();
    let settings = SITE.replace("https://x.example/", "https://x.example/oit/");
    site.write("site.toml", settings);
    site.build();
    let index: Value = serde_json::from_str(&site.read("public/search/index.json")).unwrap();
    assert_eq!(index["years"]["2566"][0], "/oit/search/2566-1.json");
    assert_eq!(part(&site, "2566-1.json")[0]["url"], "/oit/2566/o1/");
    let page = site.read("public/2566/o1/index.html");
    assert!(attributes(&page, "action").contains(&"/oit/search/".to_owned()));
    assert!(page.contains("src=\"/oit/assets/find.js\""));
}

#[test]
fn every_page_has_the_field_and_without_scripts_every_item_by_number() {
    let site = site();
    site.build();
    for page in [
        "index.html",
        "2566/o7/news/index.html",
        "404.html",
        "search/index.html",
    ] {
        let html = site.read(&format!("public/{page}"));
        assert_eq!(html.matches("class=\"find\"").count(), 1, "{page}");
        assert_eq!(html.matches("name=\"q\"").count(), 1, "{page}");
        assert!(html.contains("data-oit-sub=\"9.2\""), "{page}");
    }
    for (page, id) in [("search/index.html", "_tree"), ("404.html", "_index")] {
        let html = site.read(&format!("public/{page}"));
        let list = html.split(&format!("id=\"{id}\"")).nth(1).unwrap();
        let list = list.split("</nav>").next().unwrap();
        let list = list.split("</section>").next().unwrap();
        let links = list.split("<a");
        let linked = links.filter(|link| link.contains("data-oit-item"));
        let linked: Vec<String> = linked.flat_map(|link| attributes(link, "href")).collect();
        let expected: Vec<String> = (1..=43).map(|n| format!("/2566/o{n}/")).collect();
        assert_eq!(linked, expected, "{page}");
    }
    // The way there on a page without scripts.
    let search = site.read("public/search/index.html");
    let without = search.split("<noscript>").nth(1).unwrap();
    let without = without.split("</noscript>").next().unwrap();
    assert!(without.contains("href=\"/2566/\""), "{without}");
    // A page of a year asks in that year.
    let hidden = "<input type=\"hidden\" name=\"year\" value=\"2566\">";
    for (page, asks) in [("2566/o7/news/index.html", true), ("index.html", false)] {
        let html = site.read(&format!("public/{page}"));
        assert_eq!(html.contains(hidden), asks, "{page}");
    }
    // What only works with the script is not there without it.
    let search = site.read("public/search/index.html");
    assert!(search.contains("<fieldset name=\"filters\" hidden disabled>"));
}

#[test]
fn the_scripts_stay_small() {
    let size = |name: &str| {
        let path = repository().join("themes/default/static").join(name);
        usize::try_from(path.metadata().unwrap().len()).unwrap()
    };
    for script in [
        "search.js",
        "match.js",
        "meant.js",
        "rank.js",
        "hits.js",
        "words.js",
    ] {
        assert!(size(script) < 7 * 1024, "{script}: {}", size(script));
    }
    assert!(size("words.json") < 30 * 1024);
    assert!(size("english.json") < 15 * 1024);
    // What every page loads.
    assert!(size("find.js") < 1_000);
    // What is fetched when somebody turns to the field.
    assert!(size("numbers.js") + size("normalise.js") < 3_700);
    assert!(size("missing.js") < 1_700);
}

#[test]
fn words_of_the_field_are_written_once() {
    let read = |name: &str| -> Value {
        let path = repository().join("themes/default/static").join(name);
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let (words, english) = (read("words.json"), read("english.json"));
    let groups = words["same"].as_array().unwrap();
    let mut grouped = BTreeSet::new();
    for group in groups.iter().filter_map(Value::as_str) {
        let mut words: Vec<&str> = group.split('|').collect();
        assert!(words.len() > 1, "{group} says nothing");
        words.sort_unstable();
        assert!(grouped.insert(words), "{group} twice");
    }
    assert!(grouped.len() > 120, "{}", grouped.len());
    let thai = words["also"].as_object().unwrap();
    let english = english["also"].as_object().unwrap();
    assert!(thai.len() > 100 && english.len() > 120);
    for (typed, found) in thai.iter().chain(english) {
        let found: Vec<&str> = found.as_str().unwrap().split('|').collect();
        assert!(!found.contains(&""), "{typed} finds nothing");
        for word in typed.split('|') {
            assert!(!word.is_empty() && found != [word], "{word} finds itself");
        }
    }
    // What is fetched for Latin letters only.
    let is_thai = |key: &String| key.contains(|letter| ('ก'..='๛').contains(&letter));
    assert_eq!(english.keys().find(|key| is_thai(key)), None);
}

/// What a script of `tests/browser/` says of a built site; nothing where node is not installed.
fn node(script: &str, more: &[&std::path::Path]) -> Option<String> {
    let has_node = Command::new("node").arg("--version").output().is_ok();
    if !has_node {
        assert!(
            std::env::var("CI").is_err(),
            "node is needed to test the scripts"
        );
        return None;
    }
    let script = repository().join("tests/browser").join(script);
    let found = run(Command::new("node").arg(script).args(more));
    assert_eq!(found.code, 0, "{} {}", found.stdout, found.stderr);
    Some(found.stdout)
}

/// The files as they are served; beside them the note by which node takes them for modules.
fn served(from: &std::path::Path) -> SiteTest {
    let site = SiteTest::new();
    for (name, bytes) in crate::harness::tree(from) {
        if name.starts_with("assets/") || name.starts_with("search/") || name.ends_with(".html") {
            site.write(&name, bytes);
        }
    }
    site.write("assets/package.json", "{ \"type\": \"module\" }");
    site
}

#[test]
fn the_scripts_agree_with_the_vectors() {
    let site = served(built());
    let vectors = repository().join("tests/vectors/search.json");
    let Some(said) = node("search-vectors.mjs", &[&site.path("assets"), &vectors]) else {
        eprintln!("skipped: node is not installed, so the search scripts were not run");
        return;
    };
    assert!(said.contains(" 0 wrong"), "{said}");
}

#[test]
fn what_one_looks_for_is_found_and_stands_on_top() {
    let site = served(built());
    let queries = repository().join("tests/vectors/relevance.json");
    let Some(said) = node("search-relevance.mjs", &[&site.path(""), &queries]) else {
        eprintln!("skipped: node is not installed, so the search scripts were not run");
        return;
    };
    let figure = |line: &str, before: &str| -> f64 {
        let rest = line.split(before).nth(1).unwrap().trim_start();
        let end = rest.find([',', ' ']).unwrap_or(rest.len());
        rest[..end].parse().unwrap()
    };
    for half in ["tuned on:", "held back:", "all:"] {
        let line = said.lines().find(|line| line.starts_with(half)).unwrap();
        assert!(figure(line, half) >= 60.0, "{line}");
        assert!(figure(line, "hit@1") >= 0.85, "{line}");
        assert!(figure(line, "hit@5") >= 0.95, "{line}");
        assert!(line.ends_with(", 0 without"), "{line}");
    }
    // The same with a slip in each that people make.
    let slipped = said
        .lines()
        .find(|line| line.starts_with("slipped:"))
        .unwrap();
    assert!(figure(slipped, "slipped:") >= 100.0, "{slipped}");
    assert!(figure(slipped, "hit@1") >= 0.85, "{slipped}");
    assert!(figure(slipped, "hit@5") >= 0.95, "{slipped}");
}
