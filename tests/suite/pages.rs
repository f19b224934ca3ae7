//! What the evaluator is shown: where a component stands, the duties of a main page, and what machines
//! are told.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::{SiteTest, attributes, tree};

/// The demonstration, built.
fn demonstration() -> SiteTest {
    let site = SiteTest::demonstration();
    site.build();
    site
}

/// The component of an item page: from its mark to the next.
fn component(html: &str, number: usize) -> &str {
    let mark = format!("data-oit-component=\"{number}\"");
    let rest = html.split(&mark).nth(1).unwrap_or_else(|| panic!("{mark}"));
    rest.split("</li>").next().unwrap()
}

#[test]
fn a_component_leads_to_the_table_or_heading_that_shows_it() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o12/index.md",
        "+++\ndate = \"2566-04-01\"\nperiod = \"2566-H1\"\ncomponents = [3]\n\
         [[data.projects]]\nname = \"ถนน\"\nbudget = 10\nspent = 5\nprogress = 50\n+++\n\
         ## บทนำ\n\nมี\n\n## ข้อมูลแบบรายเดือน\n\nมี\n",
    );
    site.write(
        "content/2566/o12/more.md",
        "+++\ntitle = \"เพิ่ม\"\ndate = \"2566-04-02\"\nperiod = \"2566-H1\"\ncomponents = [1, 3]\n+++\n\
         ## จัดทำข้อมูลแบบรายเดือน/รายไตรมาส\n\nมี\n",
    );
    site.build();
    let html = site.read("public/2566/o12/index.html");
    let table = component(&html, 2);
    assert!(table.contains("href=\"/2566/o12/#_projects\""), "{table}");
    assert!(html.contains("id=\"_projects\""));
    let links = attributes(component(&html, 3), "href");
    assert_eq!(
        links,
        [
            "/2566/o12/#ข้อมูลแบบรายเดือน",
            "/2566/o12/more/#จัดทำข้อมูลแบบรายเดือนรายไตรมาส"
        ]
    );
    let more = site.read("public/2566/o12/more/index.html");
    let anchor = links[1].split('#').nth(1).unwrap();
    assert!(more.contains(&format!("id=\"{anchor}\"")), "{anchor}");
    // Nothing in the document says it in those words: the document itself.
    assert_eq!(attributes(component(&html, 1), "href"), ["/2566/o12/more/"]);
}

#[test]
fn a_component_that_nothing_speaks_of_names_the_file_or_the_section() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        "+++\ntitle = \"กฎหมาย\"\ncomponents = [1]\nfiles = [{ path = \"a.pdf\", title = \"พระราชบัญญัติ\" }]\n+++\n",
    )
    .write("content/2566/o6/a.pdf", "%PDF")
    .write(
        "content/2566/o3/index.md",
        "+++\ntitle = \"อำนาจของเรา\"\ncomponents = [1]\n+++\nเทศบาลดูแลถนน\n",
    );
    site.build();
    let shown = |item: &str| {
        let html = site.read(&format!("public/2566/{item}/index.html"));
        component(&html, 1).to_owned()
    };
    let file = "href=\"/2566/o6/a.pdf\">พระราชบัญญัติ</a>";
    assert!(shown("o6").contains(file), "{}", shown("o6"));
    let section = "href=\"/2566/o3/#_lead\">อำนาจของเรา</a>";
    assert!(shown("o3").contains(section), "{}", shown("o3"));
}

#[test]
fn a_pdf_says_how_many_pages_it_has() {
    let html = demonstration().read("public/2566/o11/index.html");
    let labels: Vec<&str> = html.split("(PDF, ").skip(1).collect();
    assert!(!labels.is_empty());
    for label in labels {
        assert!(label.starts_with("1 หน้า, "), "{label}");
    }
}

#[test]
fn an_item_says_which_row_still_lacks_what() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o02/index.md",
        "+++\ndate = \"2566-01-01\"\n[[data.executives]]\nname = \"นายหนึ่ง\"\n\
         position = \"นายก\"\nphone = \"1\"\n+++\nมี\n",
    );
    site.build();
    let html = site.read("public/2566/o2/index.html");
    let lacking = component(&html, 2);
    assert!(
        lacking.contains("href=\"/2566/o2/#_executives\">นายหนึ่ง</a> ยังไม่มีรูปถ่าย"),
        "{html}"
    );
    // The verdict leads to the component instead of saying it all twice.
    let verdict = html.split("class=\"verdict").nth(1).unwrap();
    let verdict = verdict.split("</div>").next().unwrap();
    assert!(verdict.contains("href=\"#_component-2\""), "{verdict}");
    assert!(html.contains("id=\"_component-2\""));
}

#[test]
fn an_evidence_file_says_its_kind_size_and_day() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o03/index.md",
        "+++\ndate = \"2565-11-01\"\nupdated = \"2566-02-03\"\n+++\nมี\n",
    );
    site.write("content/2566/o03/plan.pdf", vec![b'x'; 2048]);
    site.build();
    let html = site.read("public/2566/o3/index.html");
    let file = html.split("plan.pdf</a>").nth(1).unwrap();
    let file = file.split("</li>").next().unwrap();
    for part in ["PDF", "2 KB", "2023-02-03", "3 กุมภาพันธ์ 2566"] {
        assert!(file.contains(part), "{part} in {file}");
    }
}

#[test]
fn a_picture_that_stands_on_the_page_is_not_listed_too() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o02/index.md",
        "+++\ndate = \"2566-01-01\"\nfiles = [{ path = \"plan.png\", title = \"ผัง\" }]\n\
         [[data.executives]]\nname = \"ก\"\nphoto = \"a.jpg\"\n+++\n![ข](b.jpg) ![ผัง](plan.png)\n",
    );
    for name in ["a.jpg", "b.jpg", "c.jpg", "plan.png"] {
        site.write(&format!("content/2566/o02/{name}"), "x");
    }
    site.build();
    let links = attributes(&site.read("public/2566/o2/index.html"), "href");
    let listed = |name: &str| links.contains(&format!("/2566/o2/{name}"));
    assert!(!listed("a.jpg") && !listed("b.jpg"), "{links:?}");
    assert!(listed("c.jpg") && listed("plan.png"), "{links:?}");
}

/// A duty on the home page: from its mark to the end of its entry.
fn duty<'a>(html: &'a str, name: &str) -> &'a str {
    let mark = format!("data-oit-duty=\"{name}\"");
    let rest = html.split(&mark).nth(1).unwrap_or_else(|| panic!("{mark}"));
    rest.split("</li>").next().unwrap()
}

#[test]
fn the_home_page_has_every_duty_with_its_item() {
    let site = demonstration();
    let html = site.read("public/index.html");
    for (name, item, address) in [
        ("contact", "o5", "tel:000000001"),
        ("qa", "o8", "/2566/o8/"),
        ("social", "o9", "/2566/o9/"),
        ("eservice", "o18", "https://eservice.example.go.th/"),
        (
            "fraud-complaint",
            "o28",
            "https://eservice.example.go.th/fraud",
        ),
        ("privacy-policy", "o10", "/2566/o10/"),
        (
            "eit-survey",
            "o43",
            "https://itas.nacc.go.th/go/eit/example",
        ),
    ] {
        let links = attributes(duty(&html, name), "href");
        assert!(
            links.contains(&format!("/2566/{item}/")),
            "{name}: {links:?}"
        );
        assert!(
            links.iter().any(|link| link.starts_with(address)),
            "{name}: {links:?}"
        );
    }
    let survey = duty(&html, "eit-survey");
    assert!(survey.contains("<svg") && survey.contains("role=\"img\""));
    assert!(!duty(&html, "fraud-complaint").contains("/pages/complaint/"));
}

#[test]
fn a_duty_that_nothing_fulfils_is_shown_as_such() {
    let site = SiteTest::new();
    site.build();
    let html = site.read("public/index.html");
    for name in ["qa", "privacy-policy", "eit-survey"] {
        assert!(duty(&html, name).contains("ยังไม่เผยแพร่"), "{name}");
    }
}

#[test]
fn a_published_duty_is_never_called_missing() {
    // A year whose framework names no dataset: the item is found by its key.
    let site = SiteTest::new();
    site.write(
        "site.toml",
        "title = \"ทดสอบ\"\nbase_url = \"https://x.example/\"\nfiscal_year = 2565\n",
    );
    site.write(
        "content/2565/o05/index.md",
        "+++\ndate = \"2565-01-01\"\n+++\nมี\n",
    );
    site.build();
    let html = site.read("public/index.html");
    assert!(!duty(&html, "contact").contains("ยังไม่เผยแพร่"));
    assert!(duty(&html, "contact").contains("href=\"/2565/o5/\""));
    assert!(duty(&html, "qa").contains("ยังไม่เผยแพร่"));
    assert!(!html.contains("data-oit-duty=\"privacy-policy\""));
}

#[test]
fn a_duty_has_the_channels_of_its_own_item() {
    let site = SiteTest::new();
    let row = |label: &str, url: &str| {
        format!("[[data.channels]]\nkind = \"social\"\n{label}url = \"{url}\"\n")
    };
    let other = row("", "https://other.example/");
    site.write(
        "content/2566/o05/index.toml",
        format!("date = \"2566-01-01\"\n{other}"),
    );
    let escaped = row("label = \"ข่าว & **ด่วน**\"\n", "https://a.example/?q=%22");
    let bare = row("", "https://b.example/<b>");
    let nowhere = "[[data.channels]]\nkind = \"social\"\nlabel = \"ไม่มีที่อยู่\"\n";
    site.write(
        "content/2566/o09/index.toml",
        format!("date = \"2566-01-01\"\n{escaped}{bare}{nowhere}"),
    );
    site.build();
    let html = site.read("public/index.html");
    let social = duty(&html, "social");
    for part in ["ข่าว &amp; <strong>ด่วน</strong></a>", "&lt;b&gt;</a>"] {
        assert!(social.contains(part), "{part} in {social}");
    }
    for part in ["other.example", "ไม่มีที่อยู่", "<b>"] {
        assert!(!social.contains(part), "{part} in {social}");
    }
}

#[test]
fn duties_follow_the_framework_and_datasets_when_numbers_and_keys_change() {
    let site = SiteTest::new();
    site.write(
        "content/2566/framework.toml",
        "fiscal_year = 2566\nsource = \"ทดสอบ\"\n[[indicator]]\ncode = \"1\"\ntitle = \"ก\"\n\
         [[indicator.sub]]\ncode = \"1.1\"\ntitle = \"ข\"\n\
         [[indicator.sub.item]]\nnumber = 1\nkey = \"pdpa\"\ntitle = \"นโยบาย\"\nduties = [\"privacy-policy\"]\nrule = \"any\"\n\
         [[indicator.sub.item]]\nnumber = 2\nkey = \"ask\"\ntitle = \"ถาม\"\nrule = \"any\"\n",
    );
    site.write(
        "content/2566/o02/index.toml",
        "date = \"2566-01-01\"\n[[data.channels]]\nkind = \"qa\"\nlabel = \"กระดาน\"\nurl = \"https://x.example/board\"\n",
    );
    site.build();
    let html = site.read("public/index.html");
    assert!(attributes(duty(&html, "privacy-policy"), "href").contains(&"/2566/o1/".to_owned()));
    let links = attributes(duty(&html, "qa"), "href");
    assert_eq!(links, ["/2566/o2/", "https://x.example/board"]);
}

/// The JSON-LD of a page.
fn structured(html: &str) -> Vec<Value> {
    let start = "<script type=\"application/ld+json\">";
    let text = html.split(start).nth(1).unwrap();
    let value: Value = serde_json::from_str(text.split("</script>").next().unwrap()).unwrap();
    value["@graph"].as_array().unwrap().clone()
}

#[test]
fn machines_are_told_whose_site_it_is_and_the_way_to_a_page() {
    let site = SiteTest::new();
    site.write(
        "site.toml",
        "title = \"ท่า\\u0001</script>เรือ\"\nbase_url = \"https://x.example/oit/\"\nfiscal_year = 2566\n\
         [agency]\nname = \"เทศบาล\"\nphone = \"0 0000 0001\"\nprovince = \"จังหวัด\"\n",
    );
    site.write(
        "content/2566/o03/index.md",
        "+++\ndate = \"2565-11-01\"\nsummary = \"สรุป\"\n+++\nมี\n",
    );
    site.build();
    let html = site.read("public/2566/o3/index.html");
    let graph = structured(&html);
    assert_eq!(graph[0]["@type"], "GovernmentOrganization");
    assert_eq!(graph[0]["name"], "เทศบาล");
    assert_eq!(graph[0]["url"], "https://x.example/oit/");
    let steps = graph[1]["itemListElement"].as_array().unwrap();
    let whole: Vec<&str> = steps.iter().map(|s| s["item"].as_str().unwrap()).collect();
    assert_eq!(
        whole,
        [
            "https://x.example/oit/",
            "https://x.example/oit/2566/",
            "https://x.example/oit/2566/#i9.1",
            "https://x.example/oit/2566/o3/"
        ]
    );
    for part in [
        "<meta property=\"og:url\" content=\"https://x.example/oit/2566/o3/\">",
        "<meta property=\"og:description\" content=\"สรุป\">",
        "<meta property=\"og:locale\" content=\"th_TH\">",
    ] {
        assert!(html.contains(part), "{part}");
    }
    let home = structured(&site.read("public/index.html"));
    assert_eq!(home.len(), 3, "the agency, how it is reached, and its site");
    assert_eq!(home[1]["telephone"], "0 0000 0001");
    assert_eq!(home[1]["address"]["addressRegion"], "จังหวัด");
    assert_eq!(
        home[2]["potentialAction"]["target"]["urlTemplate"],
        "https://x.example/oit/search/?q={search_term_string}"
    );
    for silent in ["404.html", "o3/index.html"] {
        let html = site.read(&format!("public/{silent}"));
        assert!(!html.contains("ld+json"), "{silent}");
    }
    // XML has no way to write such a sign.
    assert!(!site.read("public/feed.xml").contains('\u{1}'));
}

#[test]
fn news_and_procurement_have_feeds_of_their_own() {
    let site = demonstration();
    let entries = |feed: &str| -> BTreeSet<String> {
        let text = site.read(&format!("public/{feed}"));
        let entries = text.split("<entry>").skip(1);
        entries
            .map(|entry| entry.split("<id>").nth(1).unwrap())
            .map(|entry| entry.split("</id>").next().unwrap().to_owned())
            .collect()
    };
    let documents = |wanted: &[&str]| -> BTreeSet<String> {
        let checklist = site.checklist(2566);
        let items = checklist["items"].as_array().unwrap().iter();
        items
            .filter(|item| wanted.contains(&item["key"].as_str().unwrap()))
            .flat_map(|item| item["documents"].as_array().unwrap().clone())
            .filter(|document| document["date"].is_string())
            .map(|document| document["url"].as_str().unwrap().to_owned())
            .collect()
    };
    let news = documents(&["news"]);
    assert!(news.len() > 3);
    assert_eq!(entries("2566/news.xml"), news);
    let procurement = [
        "procurement-plan",
        "procurement-notices",
        "procurement-monthly",
        "procurement-report",
    ];
    assert_eq!(entries("2566/procurement.xml"), documents(&procurement));
    let home = attributes(&site.read("public/index.html"), "href");
    for feed in ["/feed.xml", "/2566/news.xml", "/2566/procurement.xml"] {
        assert!(home.contains(&feed.to_owned()), "{feed}");
    }
}

#[test]
fn a_year_stands_beside_the_year_before() {
    let site = demonstration();
    let before = site.checklist(2565)["counts"].clone();
    let words = format!(
        "ปีงบประมาณ 2565</a> 43 ข้อ: <span class=\"whole part complete\">ครบถ้วน {}<",
        before["complete"]
    );
    for page in ["2566", "2566/checklist"] {
        let html = site.read(&format!("public/{page}/index.html"));
        assert!(html.contains(&words), "{page}: {words}");
    }
}

#[test]
fn everything_the_site_has_can_be_linked_to() {
    let site = demonstration();
    let published = tree(&site.path("public"));
    let addresses = published
        .keys()
        .map(|name| name.strip_suffix("index.html").unwrap_or(name))
        // Static files and the index of search are the theme's, not for writers.
        .filter(|address| !address.starts_with(['.']) && !address.starts_with("assets/"))
        .filter(|address| !(address.starts_with("search/") && address.ends_with(".json")));
    let links: String = addresses
        .map(|address| ["- [x](</", address, ">)\n"].concat())
        .collect();
    assert!(links.lines().count() > 200);
    site.write(
        "content/pages/all.md",
        format!("+++\ntitle = \"ทุกหน้า\"\n+++\n{links}"),
    );
    let findings = site.findings();
    let broken: Vec<_> = findings
        .iter()
        .filter(|f| f.at.contains("all.md"))
        .collect();
    assert!(broken.is_empty(), "{broken:#?}");
}
