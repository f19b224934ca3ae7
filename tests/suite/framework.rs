//! The official trees as data, and a site's own.

use oit::model::FiscalYear;
use oit::parse::framework::{built_in, built_in_years, framework};

use crate::harness::{SiteTest, repository};

/// The rows of the reference table that the built-in tree of 2566 was made from, as far as they are
/// counts: nothing of it may be lost on the way.
#[test]
fn the_tree_of_2566_is_whole() {
    let framework = tree(2566);
    let subs: Vec<(String, usize)> = framework
        .indicators
        .iter()
        .flat_map(|indicator| &indicator.subs)
        .map(|sub| (sub.code.clone(), sub.items.len()))
        .collect();
    let expected = [
        ("9.1", 10),
        ("9.2", 8),
        ("9.3", 4),
        ("9.4", 4),
        ("9.5", 4),
        ("10.1", 8),
        ("10.2", 5),
    ];
    assert_eq!(subs, expected.map(|(code, count)| (code.to_owned(), count)));
    let items: Vec<_> = framework.items().map(|(_, _, item)| item).collect();
    assert_eq!(items.len(), 43);
    let optional: Vec<u16> = items
        .iter()
        .filter(|item| item.components.iter().any(|component| component.optional))
        .map(|item| item.number.0)
        .collect();
    assert_eq!(optional, [39], "only the ethics rules are \"(ถ้ามี)\"");
    for item in items {
        assert!(
            !item.key.is_empty() && !item.group.is_empty(),
            "{}",
            item.number
        );
        for component in &item.components {
            assert!(
                !component.text.contains('['),
                "an editorial note reached {}",
                item.number
            );
        }
    }
}

#[test]
fn older_years_have_titles_keys_and_levels() {
    for year in [2564, 2565] {
        let framework = tree(year);
        assert_eq!(framework.items().count(), 43);
        assert_eq!(framework.assessment.levels.first().unwrap().name, "AA");
        assert_eq!(framework.assessment.levels.len(), 7);
    }
    let title = |year, number: usize| tree(year).items().nth(number - 1).unwrap().2.title.clone();
    assert_eq!(title(2564, 34), "เจตจำนงสุจริตของผู้บริหาร");
    assert_eq!(title(2565, 34), "นโยบายไม่รับของขวัญ (No Gift Policy)");
    assert!(title(2565, 38).ends_with("ตามมาตรฐานทางจริยธรรม"));
}

#[test]
fn keys_tie_the_years_together() {
    let (old, new) = (tree(2564), tree(2566));
    let known: Vec<String> = new
        .items()
        .flat_map(|(_, _, item)| item.formerly.iter().chain([&item.key]).cloned())
        .collect();
    let lost: Vec<String> = old
        .items()
        .filter(|(_, _, item)| !known.contains(&item.key))
        .map(|(_, _, item)| item.key.clone())
        .collect();
    // The items that 2566 no longer asks for at all.
    assert_eq!(
        lost,
        [
            "opinion-channel",
            "executive-participation",
            "integrity-culture"
        ]
    );
}

#[test]
fn every_built_in_tree_is_read_without_a_finding() {
    for year in built_in_years() {
        let (path, text) = built_in(year).unwrap();
        let (_, findings) = framework(&path, &text, year);
        assert!(findings.is_empty(), "{findings:?}");
    }
}

fn tree(year: i64) -> oit::model::Framework {
    let year = FiscalYear::new(year).unwrap();
    let (path, text) = built_in(year).unwrap();
    framework(&path, &text, year).0
}

const OWN: &str = r#"fiscal_year = 2570
source = "ทดสอบ"
[[level]]
name = "ผ่าน"
min = 85.0
[[indicator]]
code = "1"
title = "ตัวชี้วัดใหม่"
[[indicator.sub]]
code = "1.1"
title = "ย่อยหนึ่ง"
item = [
  { number = 1, key = "structure", title = "โครงสร้าง", components = [{ text = "แผนผัง" }] },
  { number = 2, key = "executives", title = "ผู้บริหาร", components = [{ text = "รายชื่อ", shown_by = "executives(name, phone|email)" }] },
  { number = 3, key = "news", title = "ข่าว", rule = "current", calendar = "either" },
]
[[indicator.sub]]
code = "1.2"
title = "ย่อยสอง"
item = [
  { number = 4, key = "plan", title = "แผน", rule = "spans" },
  { number = 5, key = "report", title = "รายงาน", rule = "previous", components = [{ text = "ผล", optional = true }] },
]
"#;

fn own() -> SiteTest {
    let site = SiteTest::empty();
    site.write(
        "site.toml",
        "title = \"ทดสอบ\"\nbase_url = \"https://x.example/oit\"\n",
    );
    site.write("content/2570/framework.toml", OWN);
    site
}

#[test]
fn a_site_brings_its_own_year() {
    let site = own();
    site.write(
        "content/2570/o01/index.md",
        "+++\ncomponents = [1]\n+++\nผังองค์กร\n",
    )
    .write(
        "content/2570/o2/index.toml",
        "[[data.executives]]\nname = \"ก\"\nphone = \"1\"\n[[data.executives]]\nname = \"ข\"\n",
    )
    .write(
        "content/2570/O3/index.md",
        "+++\ndate = \"2570-12-01\"\n+++\nข่าว\n",
    )
    .write(
        "content/2570/o5/index.md",
        "+++\nperiod = \"2569\"\n+++\nรายงาน\n",
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 0, "{run:?}");
    let checklist = site.checklist(2570);
    assert_eq!(checklist["counts"]["items"], 5);
    let row = |at: usize| {
        let item = &checklist["items"][at];
        let text = |key: &str| item[key].as_str().unwrap().to_owned();
        (text("item"), text("sub_indicator"), text("status"))
    };
    let expected = [
        ("o1", "1.1", "complete"),
        ("o2", "1.1", "incomplete"),
        ("o3", "1.1", "missing"),
        ("o4", "1.2", "missing"),
        ("o5", "1.2", "complete"),
    ];
    for (at, (item, sub, status)) in expected.into_iter().enumerate() {
        assert_eq!(
            row(at),
            (item.to_owned(), sub.to_owned(), status.to_owned())
        );
    }
    assert_eq!(
        checklist["items"][0]["url"],
        "https://x.example/oit/2570/o1/"
    );
    assert!(site.read("public/o5/index.html").contains("/oit/2570/o5/"));
    let page = site.read("public/2570/index.html");
    assert!(page.contains("ย่อยหนึ่ง") && page.contains("ย่อยสอง"), "{page}");
}

#[test]
fn its_components_and_numbers_are_checked() {
    let site = own();
    site.write(
        "content/2570/o1/index.md",
        "+++\ncomponents = [1, 2]\n+++\nมี\n",
    );
    site.write("content/2570/o6/index.md", "มี\n");
    let codes: Vec<(String, String)> = site
        .findings()
        .into_iter()
        .map(|finding| (finding.code, finding.at))
        .collect();
    let expected = [
        ("component-out-of-range", "content/2570/o1/index.md:2:18"),
        ("unknown-item", "content/2570/o6:1:1"),
    ];
    assert_eq!(
        codes,
        expected.map(|(code, at)| (code.to_owned(), at.to_owned()))
    );
}

#[test]
fn a_year_with_other_keys_names_its_own_feeds_and_duties() {
    let site = own();
    let text = OWN
        .replace("key = \"news\"", "key = \"stories\", feed = \"news\"")
        .replace(
            "key = \"plan\"",
            "key = \"pdpa\", duties = [\"privacy-policy\", \"social\"]",
        );
    site.write("content/2570/framework.toml", &text);
    site.write(
        "content/2570/o3/index.md",
        "+++\ntitle = \"ประชุมสภา\"\ndate = \"2566-01-31\"\n+++\nข่าว\n",
    );
    site.build();
    let feed = site.read("public/2570/news.xml");
    assert!(feed.contains("ประชุมสภา"), "{feed}");
    let empty = site.read("public/2570/procurement.xml");
    assert!(!empty.contains("<entry>"), "{empty}");
    let home = site.read("public/index.html");
    for duty in ["privacy-policy", "social"] {
        let mark = format!("data-oit-duty=\"{duty}\"");
        let (_, entry) = home.split_once(&mark).unwrap();
        let link = entry.split_once("href=\"").unwrap().1;
        assert!(link.starts_with("/oit/2570/o4/"), "{duty}: {entry}");
    }
    assert!(!home.contains("data-oit-duty=\"qa\""), "{home}");
}

#[test]
fn a_feed_or_duty_that_is_unknown_or_given_twice_is_told() {
    let site = own();
    let text = OWN
        .replace("key = \"news\"", "key = \"news\", feed = \"newz\"")
        .replace(
            "key = \"plan\"",
            "key = \"plan\", duties = [\"q-and-a\", \"qa\"]",
        )
        .replace("key = \"report\"", "key = \"report\", duties = [\"qa\"]");
    site.write("content/2570/framework.toml", &text);
    let findings = site.findings();
    let codes: Vec<&str> = findings.iter().map(|finding| &*finding.code).collect();
    assert_eq!(
        codes,
        ["bad-choice", "bad-choice", "framework-duplicate"],
        "{findings:#?}"
    );
    assert!(findings[0].help.contains("procurement"), "{findings:#?}");
    assert!(findings[1].help.contains("eit-survey"), "{findings:#?}");
    assert!(findings[2].message.contains("duties `qa`"), "{findings:#?}");
}

#[test]
fn a_site_may_replace_a_built_in_year() {
    let site = SiteTest::new();
    site.write("content/2566/framework.toml", OWN.replace("2570", "2566"));
    site.build();
    assert_eq!(site.checklist(2566)["counts"]["items"], 5);
}

#[test]
fn no_number_or_title_of_an_item_is_written_in_code_or_templates() {
    let titles: Vec<String> = [2564, 2566, 2568, 2569]
        .into_iter()
        .flat_map(|year| {
            tree(year)
                .items()
                .map(|(_, _, i)| i.title.clone())
                .collect::<Vec<_>>()
        })
        .filter(|title| title.chars().count() > 12)
        .collect();
    for folder in ["src", "themes/default/templates"] {
        for (name, bytes) in crate::harness::tree(&repository().join(folder)) {
            if name.starts_with("frameworks/") || !(name.ends_with(".rs") || name.ends_with("ml")) {
                continue;
            }
            let text = String::from_utf8(bytes).unwrap();
            for title in &titles {
                assert!(
                    !text.contains(title.as_str()),
                    "{name} has the title {title}"
                );
            }
        }
    }
}
