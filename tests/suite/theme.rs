//! A site's own theme: overriding file by file, a whole second theme, and mistakes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::OnceLock;

use serde_json::Value;

use crate::demonstration::built;
use crate::harness::{SiteTest, attributes, crawl, marks, repository, tree, unescape};

/// The demonstration with a theme of `tests/fixtures/themes/`, not built yet.
pub(crate) fn demonstration_with(theme: &str) -> SiteTest {
    let site = SiteTest::empty();
    let settings = fs::read_to_string(repository().join("site.toml")).unwrap();
    let chosen = settings.replace("theme = \"default\"", &format!("theme = \"{theme}\""));
    assert_ne!(settings, chosen);
    let folder = repository().join("tests/fixtures/themes").join(theme);
    for name in ["content", "seal.png"] {
        site.copy_in(name, &repository().join(name));
    }
    site.copy_in(&format!("themes/{theme}"), &folder);
    site.write("site.toml", chosen);
    site
}

/// The demonstration with the minimal theme, built once for all tests that only look.
pub(crate) fn minimal() -> &'static SiteTest {
    static BUILT: OnceLock<SiteTest> = OnceLock::new();
    BUILT.get_or_init(|| {
        let site = demonstration_with("minimal");
        site.build();
        site
    })
}

/// The HTML pages of a built site by name.
fn pages(folder: &std::path::Path) -> BTreeMap<String, String> {
    let files = tree(folder).into_iter();
    files
        .filter(|(name, _)| name.ends_with(".html"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// What stands between the tags, in order, without what is only space.
fn texts(html: &str) -> Vec<String> {
    let pieces = html.split('<').filter_map(|piece| piece.split_once('>'));
    pieces
        .map(|(_, text)| unescape(text.trim()))
        .filter(|text| !text.is_empty())
        .collect()
}

fn site() -> SiteTest {
    let site = SiteTest::new();
    site.write(
        "content/2566/o06/index.md",
        "+++\ncomponents = [1]\n+++\nมี\n",
    );
    site
}

#[test]
fn one_template_and_one_style_can_be_replaced() {
    let site = site();
    site.write("site.toml", format!("theme = \"town\"\n{}", crate::harness::SITE))
        .write(
            "themes/town/templates/year.html",
            "{% extends \"base.html\" %}{% block main %}<h1>ของเราเอง {{ year.counts.items }}</h1>{% endblock main %}",
        )
        .write("themes/town/static/style.css", "body { color: black }\n")
        .write("themes/town/static/logo.svg", "<svg/>");
    site.build();
    assert!(site.read("public/2566/index.html").contains("ของเราเอง 43"));
    assert!(
        site.read("public/2566/o6/index.html")
            .contains("องค์ประกอบที่ต้องแสดง")
    );
    assert_eq!(
        site.read("public/assets/style.css"),
        "body { color: black }\n"
    );
    assert_eq!(site.read("public/assets/logo.svg"), "<svg/>");
}

#[test]
fn every_wrong_template_is_told_at_its_place() {
    let site = site();
    site.write(
        "themes/default/templates/year.html",
        "<p>ที่อยู่</p>\n{% if %}\n",
    )
    .write(
        "themes/default/templates/home.html",
        "{{ site.title | nothing }}\n",
    )
    .write("themes/default/templates/404.html", "{% bad %}");
    let findings = site.findings();
    let at: Vec<&str> = findings.iter().map(|finding| finding.at.as_str()).collect();
    assert!(
        findings.iter().all(|finding| finding.code == "template"),
        "{findings:#?}"
    );
    assert!(
        at.contains(&"themes/default/templates/404.html:1:4"),
        "{at:?}"
    );
    assert!(
        at.iter()
            .any(|at| at.starts_with("themes/default/templates/year.html:2:")),
        "{at:?}"
    );
}

#[test]
fn a_fault_while_rendering_is_told_once() {
    let site = site();
    site.write(
        "themes/default/templates/item.html",
        "{% extends \"base.html\" %}{% block main %}<h1>ก</h1>\n{{ item.nothing.at_all }}{% endblock main %}",
    );
    let findings = site.findings();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert!(
        findings[0]
            .at
            .starts_with("themes/default/templates/item.html:2:"),
        "{findings:#?}"
    );
}

#[test]
fn the_accent_is_a_setting() {
    let site = site();
    site.write(
        "site.toml",
        format!("accent = \"#0A3D91\"\n{}", crate::harness::SITE),
    );
    site.build();
    assert!(site.read("public/assets/accent.css").contains("#0a3d91"));
}

#[test]
fn the_minimal_theme_overrides_every_page_template_and_has_no_fault() {
    let names = |folder: &str| -> BTreeSet<String> {
        let files = tree(&repository().join(folder).join("templates"));
        files
            .into_keys()
            .filter(|name| name.ends_with(".html"))
            .collect()
    };
    let mut built_in = names("themes/default");
    // Only the built-in pages use the search field.
    built_in.remove("find.html");
    assert_eq!(names("tests/fixtures/themes/minimal"), built_in);
    let findings = demonstration_with("minimal").findings();
    let wrong = findings.iter().filter(|finding| finding.code == "template");
    assert_eq!(wrong.count(), 0, "{findings:#?}");
}

#[test]
fn the_minimal_theme_serves_drafts_and_a_site_that_is_still_empty() {
    let site = demonstration_with("minimal");
    let run = site.run(&["build", "--drafts"]);
    assert_eq!(run.code, 0, "{run:?}");
    let all: String = pages(&site.path("public")).into_values().collect();
    assert!(all.contains("[ฉบับร่าง]") && all.contains("[ลงวันที่ล่วงหน้า]"));
    fs::remove_dir_all(site.path("content")).unwrap();
    fs::create_dir_all(site.path("content/2566")).unwrap();
    site.build_anew();
    fs::remove_dir(site.path("content/2566")).unwrap();
    let settings = site.read("site.toml");
    site.write("site.toml", settings.replace("fiscal_year = 2566\n", ""));
    site.build_anew();
}

#[test]
fn the_minimal_theme_carries_the_marks_and_they_are_those_of_the_json() {
    let site = minimal();
    for year in [2565, 2566] {
        let checklist = site.checklist(year);
        let items = checklist["items"].as_array().unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let expected: BTreeMap<String, String> = (items.iter())
            .map(|item| (text(&item["item"]), text(&item["status"])))
            .collect();
        assert_eq!(expected.len(), 43);
        for address in ["", "checklist/", "submission/", "print/"] {
            let html = site.read(&format!("public/{year}/{address}index.html"));
            assert_eq!(marks(&html), expected, "{year}/{address}");
        }
        for item in items {
            let name = text(&item["item"]);
            let html = site.read(&format!("public/{year}/{name}/index.html"));
            assert_eq!(marks(&html), expected, "{year}/{name}");
            let article = html.split("<article").nth(1).unwrap();
            let status = attributes(article, "data-oit-status").remove(0);
            assert_eq!(status, text(&item["status"]), "{year}/{name}");
            let all = |key: &str, of: &str| -> Vec<String> {
                let values = item[key].as_array().unwrap().iter();
                values
                    .map(|value| value[of].to_string().trim_matches('"').to_owned())
                    .collect()
            };
            let marked = |mark| attributes(&html, mark);
            assert_eq!(marked("data-oit-reason"), all("reasons", "code"), "{name}");
            let numbers = all("components", "number");
            assert_eq!(marked("data-oit-component"), numbers, "{name}");
            let shown = all("components", "shown");
            assert_eq!(marked("data-oit-shown"), shown, "{name}");
        }
    }
    let search = site.read("public/search/index.html");
    assert_eq!(marks(&search).len(), 43);
    let home = fs::read_to_string(built().join("index.html")).unwrap();
    assert_eq!(
        attributes(&site.read("public/index.html"), "data-oit-duty"),
        attributes(&home, "data-oit-duty")
    );
}

#[test]
fn the_minimal_theme_shows_every_document_with_its_files() {
    let site = minimal();
    let local = |value: &Value| {
        let address = value.as_str().unwrap();
        unescape(address.strip_prefix("https://www.example.go.th").unwrap())
    };
    let mut documents = 0;
    for year in [2565, 2566] {
        for item in site.checklist(year)["items"].as_array().unwrap() {
            for document in item["documents"].as_array().unwrap() {
                let address = local(&document["url"]);
                let html = site.read(&format!("public{address}index.html"));
                let title = document["title"].as_str().unwrap().to_owned();
                assert!(texts(&html).contains(&title), "{address}: {title}");
                // A picture that stands on the page is not listed as well.
                let mut links = attributes(&html, "href");
                links.extend(attributes(&html, "src"));
                for file in document["files"].as_array().unwrap() {
                    assert!(links.contains(&local(&file["url"])), "{address}: {file}");
                }
                documents += 1;
            }
        }
    }
    assert!(documents > 60, "only {documents} documents");
}

#[test]
fn the_minimal_theme_shows_what_the_default_one_shows() {
    let ours = pages(&minimal().path("public"));
    let default = pages(built());
    assert!(ours.keys().eq(default.keys()));
    let (mut bodies, mut datasets, mut cells) = (0, 0, 0);
    for (name, default) in &default {
        let ours = &ours[name];
        assert!(!ours.contains("<script"), "{name}");
        assert_eq!(ours.matches("<h1").count(), 1, "{name}");
        if name.contains("/print/") {
            continue;
        }
        // What the webmaster wrote, to the letter.
        for rest in default.split("<div class=\"body\">").skip(1) {
            let after = [
                "<div class=\"evidence\">",
                "<section>",
                "</section>",
                "</article>",
            ];
            let end = after.iter().filter_map(|tag| rest.find(tag)).min().unwrap();
            let body = rest[..end].trim().strip_suffix("</div>").unwrap().trim();
            assert!(ours.contains(body), "{name}: {body}");
            bodies += usize::from(!body.is_empty());
        }
        let read: BTreeSet<String> = texts(ours).into_iter().collect();
        let ids = attributes(ours, "id");
        for rest in default.split("<section class=\"dataset ").skip(1) {
            let anchor = attributes(rest, "id").remove(0);
            assert!(ids.contains(&anchor), "{name}: {anchor}");
            datasets += 1;
            for person in rest.split("<p class=\"name\">").skip(1) {
                let person = unescape(person.split('<').next().unwrap());
                assert!(read.contains(&person), "{name}: {person}");
            }
        }
        for table in default.split("<table class=\"from-file\">").skip(1) {
            for text in texts(table.split("</table>").next().unwrap()) {
                assert!(read.contains(&text), "{name}: {text}");
                cells += 1;
            }
        }
    }
    assert!(
        bodies > 60 && datasets > 20 && cells > 50,
        "{bodies} {datasets} {cells}"
    );
}

#[test]
fn every_link_of_the_minimal_theme_resolves() {
    let followed = crawl(&minimal().path("public"), "/");
    assert!(followed > 10_000, "only {followed} references were found");
}

/// The published files that differ when a theme has one file of its own.
fn changed_by(file: &str, text: &str) -> BTreeSet<String> {
    let site = site();
    site.build();
    let before = tree(&site.path("public"));
    site.write(&format!("themes/default/{file}"), text);
    site.build();
    let after = tree(&site.path("public"));
    assert!(before.keys().eq(after.keys()));
    let changed = after
        .into_iter()
        .filter(|(name, bytes)| before[name] != *bytes);
    changed.map(|(name, _)| name).collect()
}

#[test]
fn a_site_with_one_style_has_all_else_from_the_built_in_theme() {
    let changed = changed_by("static/style.css", "body { color: black }\n");
    assert_eq!(changed, BTreeSet::from(["assets/style.css".to_owned()]));
}

#[test]
fn a_site_with_one_template_has_all_else_from_the_built_in_theme() {
    let changed = changed_by(
        "templates/item.html",
        "{% extends \"base.html\" %}{% block main %}<h1>ของเราเอง {{ item.label }}</h1>{% endblock main %}",
    );
    let items: BTreeSet<String> = (1..=43)
        .map(|item| format!("2566/o{item}/index.html"))
        .collect();
    assert_eq!(changed, items);
}

#[test]
fn a_fault_in_a_component_is_told_at_its_line_whichever_page_meets_it() {
    let site = demonstration_with("minimal");
    let file = "themes/minimal/templates/components.html";
    let text = site.read(file);
    let wrong = text.replace("{{ date.thai }}", "{{ date.nothing.at_all }}");
    let line = wrong
        .lines()
        .position(|line| line.contains("at_all"))
        .unwrap()
        + 1;
    site.write(file, &wrong);
    let findings = site.findings();
    let faults: Vec<_> = (findings.iter())
        .filter(|finding| finding.code == "template")
        .collect();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(
        faults[0].at.starts_with(&format!("{file}:{line}:")),
        "{faults:#?}"
    );
    assert_eq!(site.run(&["build"]).code, 1);
    assert!(!site.exists("public/index.html"));
}
