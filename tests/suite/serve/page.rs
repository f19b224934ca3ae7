//! What stands on top of a page while it is served, and nowhere else.

use super::harness::Serving;
use crate::harness::{SITE, SiteTest, tree};

fn site_with_gaps() -> SiteTest {
    let site = SiteTest::new();
    site.write(
        "content/2566/o02/index.md",
        "+++\ndate = \"2566-01-01\"\ncomponents = [1]\n+++\n\nผู้บริหาร\n",
    );
    site.write(
        "content/2566/o02/deputy.md",
        "+++\ntitle = \"รองปลัด\"\ndate = \"2566-01-02\"\n+++\n\nดู [แผน](no.pdf) ที่นี่\n",
    );
    site.write(
        "content/2566/o03/index.md",
        "+++\ndraft = true\n+++\n\nอำนาจหน้าที่\n",
    );
    site
}

#[test]
fn an_item_page_tells_its_author_what_is_missing_and_what_to_type() {
    let site = site_with_gaps();
    site.write(
        "content/2566/o02/deputy.md",
        "+++\ntitle = \"รองปลัด\"\ndate = \"2566-01-02\"\n+++\n\nรอง\n",
    );
    let serving = Serving::start(&site, &[]);
    let panel = serving.get("/2566/o2/").added();
    for said in [
        "ข้อ O2 · เผยแพร่แล้ว ยังไม่ครบ",
        "<code>content/2566/o02/index.md</code>",
        "ยังไม่แสดงองค์ประกอบที่ 2",
        "<code>components = [1, 2]</code>",
        "[[data.executives]]",
        "<code>content/2566/o02/index.md:3:15</code>",
    ] {
        assert!(panel.contains(said), "{said}: {panel}");
    }
    let draft = serving.get("/2566/o3/").added();
    assert!(
        draft.contains("มีเฉพาะฉบับร่าง") && draft.contains("draft = true"),
        "{draft}"
    );
    let missing = serving.get("/2566/o4/").added();
    assert!(missing.contains("ยังไม่เผยแพร่"), "{missing}");
    assert!(missing.contains("<code>oit new o4</code>"), "{missing}");
    let document = serving.get("/2566/o2/deputy/").added();
    assert!(
        document.contains("<code>content/2566/o02/deputy.md</code>"),
        "{document}"
    );
    assert!(!serving.get("/2566/").added().contains("data-part"));
}

#[test]
fn the_panel_follows_the_language() {
    let site = site_with_gaps();
    let serving = Serving::start(&site, &["--lang", "en"]);
    assert_eq!(serving.get("/").status, 503);
    let site = site_with_gaps();
    site.write(
        "content/2566/o02/deputy.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-02\"\n+++\n\nรอง\n",
    );
    let serving = Serving::start(&site, &["--lang", "en"]);
    let panel = serving.get("/2566/o2/").added();
    assert!(panel.contains("Item O2 · incomplete"), "{panel}");
    assert!(
        panel.contains("lang=\"en\"") && panel.contains("File to edit"),
        "{panel}"
    );
}

#[test]
fn the_built_site_has_nothing_of_it() {
    let site = SiteTest::demonstration();
    site.build();
    for (name, bytes) in tree(&site.path("public")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("oit-live") && !text.contains("/.oit/"),
            "{name}"
        );
    }
}

#[test]
fn a_site_with_errors_from_the_start_shows_them_and_opens_when_they_are_mended() {
    let site = site_with_gaps();
    let serving = Serving::start(&site, &[]);
    for path in ["/", "/2566/o2/", "/no/such/"] {
        let page = serving.get(path);
        assert_eq!(page.status, 503, "{path}");
        let text = page.text();
        assert!(text.contains("content/2566/o02/deputy.md:6:10"), "{text}");
        assert!(text.contains("no.pdf") && text.contains("แก้ไข"), "{text}");
    }
    let tab = serving.open("/2566/o2/");
    site.write(
        "content/2566/o02/deputy.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-02\"\n+++\n\nรอง\n",
    );
    assert_eq!(tab.hears(), "page");
    assert_eq!(serving.get("/2566/o2/").status, 200);
}

#[test]
fn errors_go_on_top_of_the_last_good_pages_and_away_again() {
    let site = site_with_gaps();
    let good = "+++\ntitle = \"ก\"\ndate = \"2566-01-02\"\n+++\n\nรองปลัดคนเดิม\n";
    site.write("content/2566/o02/deputy.md", good);
    let serving = Serving::start(&site, &[]);
    let before = serving.get("/2566/o2/deputy/");
    let tab = serving.open("/2566/o2/deputy/");
    let bad =
        "+++\ntitle = \"ก\"\ndate = \"2566-13-02\"\n+++\n\nรองปลัดคนใหม่ [แผน](<no & more.pdf>)\n";
    site.write("content/2566/o02/deputy.md", bad);
    // The page is as it was: it is not loaded again.
    assert_eq!(tab.hears(), "panel");
    let with_errors = serving.get("/2566/o2/deputy/");
    assert_eq!(
        (with_errors.status, with_errors.page()),
        (200, before.page())
    );
    let banner = with_errors.added();
    for said in [
        "มีที่ผิด 2 แห่ง",
        "<code>content/2566/o02/deputy.md:3:8</code>",
        "<code>content/2566/o02/deputy.md:6:22</code>",
        "แก้ไข",
        "no &amp; more.pdf",
    ] {
        assert!(banner.contains(said), "{said}: {banner}");
    }
    serving.until_said("deputy.md:3:8");
    site.write("content/2566/o02/deputy.md", good);
    assert_eq!(tab.hears(), "panel");
    assert_eq!(serving.get("/2566/o2/deputy/").body, before.body);
    tab.heard_nothing();
}

#[test]
fn of_many_errors_ten_are_shown_and_the_rest_counted() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o01/index.md",
        "+++\ndate = \"2566-01-01\"\n+++\n\nก\n",
    );
    let serving = Serving::start(&site, &[]);
    let links: Vec<String> = (0..14).map(|n| format!("[ก](no-{n}.pdf)\n\n")).collect();
    let links = links.concat();
    let text = format!("+++\ndate = \"2566-01-01\"\n+++\n\n{links}");
    site.write("content/2566/o01/index.md", text);
    let banner = serving.until_says("/", "data-part=\"errors\"").added();
    assert_eq!(banner.matches("<li data-code=").count(), 10);
    assert!(banner.contains("และอีก 4 แห่ง"), "{banner}");
}

#[test]
fn a_fault_of_a_template_that_shows_on_some_pages_only_is_shown_there() {
    let site = site_with_gaps();
    site.write(
        "content/2566/o02/deputy.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-02\"\n+++\n\nรอง\n",
    );
    site.write(
        "themes/default/templates/document.html",
        "<p>\n{{ document.nothing.more }}</p>",
    );
    let serving = Serving::start(&site, &[]);
    assert_eq!(serving.get("/2566/o2/").status, 200);
    let page = serving.get("/2566/o2/deputy/");
    assert_eq!(page.status, 500);
    assert!(
        page.text()
            .contains("themes/default/templates/document.html:2:"),
        "{}",
        page.text()
    );
    let tab = serving.open("/2566/o2/deputy/");
    serving.until_said("document.html:2:");
    site.write(
        "themes/default/templates/document.html",
        "<p>{{ document.title }}</p>",
    );
    assert_eq!(tab.hears(), "page");
    let page = serving.get("/2566/o2/deputy/");
    // A page without a body has the addition at its end.
    assert!(
        page.text().starts_with("<p>ก</p><!--oit-live-->"),
        "{}",
        page.text()
    );
}

#[test]
fn settings_that_go_missing_and_come_back() {
    let site = site_with_gaps();
    site.write(
        "content/2566/o02/deputy.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-02\"\n+++\n\nรอง\n",
    );
    let serving = Serving::start(&site, &[]);
    std::fs::remove_file(site.path("site.toml")).unwrap();
    let page = serving.until_says("/2566/o2/", "data-part=\"errors\"");
    assert!(page.added().contains("site.toml"), "{}", page.added());
    site.write("site.toml", SITE.replace("ทดสอบ", "ชื่อใหม่"));
    serving.until_says("/2566/o2/", "ชื่อใหม่");
}
