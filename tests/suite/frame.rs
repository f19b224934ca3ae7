//! The frame of every page: the whole tree folded, the ways on, the year in every title, and letters of one size.

use crate::harness::{SiteTest, attributes};

/// Two years of a site: `complaint-stats` under another number, and a subject that only the older year has.
fn two_years() -> SiteTest {
    let site = SiteTest::new();
    site.write(
        "content/2566/o12/index.md",
        "+++\ndate = \"2566-01-01\"\n+++\nมี\n",
    )
    .write(
        "content/2565/o12/index.md",
        "+++\ndate = \"2565-01-01\"\n+++\nมี\n",
    )
    .write(
        "content/2565/o12/more.md",
        "+++\ntitle = \"รายงานเดือนมกราคม\"\ndate = \"2565-02-01\"\n+++\nมี\n",
    );
    site.build();
    site
}

/// The text between two marks.
fn between<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let rest = html.split(from).nth(1).unwrap_or_else(|| panic!("{from}"));
    rest.split(to).next().unwrap()
}

#[test]
fn the_year_stands_in_title_heading_and_share_title_of_items_and_documents() {
    let site = two_years();
    for (page, year) in [
        ("2566/o12/index.html", "2566"),
        ("2565/o12/index.html", "2565"),
        ("2565/o12/more/index.html", "2565"),
    ] {
        let html = site.read(&format!("public/{page}"));
        for (from, to) in [
            ("<title>", " – "),
            ("<meta property=\"og:title\" content=\"", "\""),
            ("<h1>", "</h1>"),
        ] {
            let title = between(&html, from, to);
            assert!(title.contains(year), "{page}: {from}{title}");
        }
    }
    // A title that says it already does not say it twice.
    let site = SiteTest::new();
    let framework = "fiscal_year = 2566\nsource = \"ก\"\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n\
                     [[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ก\"\nitem = [\n\
                     { number = 12, key = \"plan\", title = \"แผนประจำปี ๒๕๖๖\", components = [{ text = \"ก\" }] },\n]\n";
    site.write("content/2566/framework.toml", framework);
    site.build();
    let html = site.read("public/2566/o12/index.html");
    assert_eq!(between(&html, "<h1>", "</h1>"), "O12 แผนประจำปี ๒๕๖๖");
}

#[test]
fn an_old_year_says_so_and_leads_to_the_same_subject_in_the_current_one() {
    let site = two_years();
    let old = site.read("public/2565/o12/index.html");
    let said = between(&old, "<p class=\"old-year\">", "</p>");
    assert!(said.starts_with("ข้อมูลปี 2565 · "), "{said}");
    let [now] = &attributes(said, "href")[..] else {
        panic!("{said}");
    };
    assert!(now.starts_with("/2566/o"), "{now}");
    // The page that it leads to leads back.
    let new = site.read(&format!("public{now}index.html"));
    let switch = between(&new, "<nav class=\"years\"", "</nav>");
    assert!(switch.contains("href=\"/2565/o12/\""), "{switch}");
    assert!(!new.contains("class=\"old-year\""));
    let document = site.read("public/2565/o12/more/index.html");
    assert!(document.contains(said), "a document says so too");
    assert!(
        site.read("public/2565/index.html")
            .contains("class=\"old-year\"")
    );
    assert!(
        !site
            .read("public/2566/index.html")
            .contains("class=\"old-year\"")
    );
}

#[test]
fn the_tree_is_whole_and_only_the_group_where_the_reader_is_stands_open() {
    let site = two_years();
    let of = |page: &str| {
        let html = site.read(&format!("public/{page}"));
        between(&html, "<nav class=\"tree\"", "</nav>").to_owned()
    };
    let tree = of("2566/o12/index.html");
    let items = tree.matches("data-oit-item=\"").count();
    assert_eq!(
        items,
        of("2566/index.html").matches("data-oit-item=\"").count()
    );
    assert!(items > 40, "{items}");
    assert_eq!(tree.matches("<details open>").count(), 1);
    let open = between(&tree, "<details open>", "</details>");
    assert!(open.contains("aria-current=\"page\""), "{open}");
    assert_eq!(of("2566/index.html").matches("<details open>").count(), 0);
}

/// How high a small letter is in faces that the theme names, in parts of the size of the type. Measured in the
/// fonts; of the others nothing is known but that they come with systems whose Latin letters they go with.
const X_HEIGHTS: [(&str, f64); 4] = [
    ("Sarabun", 0.5),
    ("TH Sarabun New", 0.34),
    ("Noto Sans Thai Looped", 0.536),
    ("Noto Sans Thai", 0.536),
];
const NOT_MEASURED: [&str; 3] = ["Leelawadee UI", "Thonburi", "sans-serif"];

#[test]
fn no_face_of_the_theme_is_drawn_much_smaller_than_the_others() {
    let site = SiteTest::new();
    site.build();
    let style = site.read("public/assets/style.css");
    let spaces = [(" {", "{"), ("{ ", "{"), (": ", ":")];
    let style = (spaces.iter()).fold(style, |style, (with, without)| style.replace(with, without));
    let body = between(&style, "\nbody{", "}");
    let faces = between(body, "font-family:", ";").split(',');
    let faces: Vec<&str> = faces.map(|face| face.trim().trim_matches('"')).collect();
    assert!(faces.len() > 3, "{faces:?}");
    for face in faces {
        let known = X_HEIGHTS.iter().find(|(name, _)| *name == face);
        let Some((_, height)) = known else {
            assert!(NOT_MEASURED.contains(&face), "how high is an x in {face}?");
            continue;
        };
        let own = format!("@font-face{{font-family:\"{face}\";");
        let rules: Vec<&str> = style.split(&own).skip(1).collect();
        let adjust = |rule: &&str| {
            let percent = between(rule, "size-adjust:", "%");
            percent.parse::<f64>().unwrap() / 100.0
        };
        let adjusts: Vec<f64> = rules.iter().map(adjust).collect();
        if *height < 0.45 {
            assert_eq!(adjusts.len(), 2, "{face}: normal and bold");
        }
        for drawn in adjusts.iter().chain(adjusts.is_empty().then_some(&1.0)) {
            let drawn = height * drawn;
            assert!((0.45..0.56).contains(&drawn), "{face}: {drawn}");
        }
    }
}

#[test]
fn words_are_kept_whole_and_what_programs_read_is_one_piece() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o12/index.md",
        "+++\ndate = \"2566-01-01\"\n+++\n## งบประมาณ\n\nของหน่วยงาน ตามงบประมาณ โทร 0 2123 4567 ต่อ 11\n",
    );
    site.build();
    let page = std::fs::read_to_string(site.path("public/2566/o12/index.html")).unwrap();
    for kept in ["งบประมาณ", "หน่วยงาน", "0 2123 4567", "ต่อ 11"]
    {
        assert!(page.contains(&format!("<bdi>{kept}</bdi>")), "{kept}");
    }
    assert!(
        page.contains("id=\"งบประมาณ\""),
        "attributes stay as they are"
    );
    assert!(!between(&page, "<title>", "</title>").contains("<bdi>"));
    let reason = between(&page, "data-oit-reason=\"", "</li>");
    assert!(!reason.contains("<bdi>"), "{reason}");
}

#[test]
fn a_page_on_paper_says_its_address_and_the_day_of_its_data() {
    let site = two_years();
    let html = site.read("public/2565/o12/more/index.html");
    let said = between(&html, "<p class=\"print-only\">", "</p>");
    assert!(
        said.starts_with("https://") && said.contains("/2565/o12/more/"),
        "{said}"
    );
    assert!(said.contains("1 กุมภาพันธ์ 2565"), "{said}");
}
