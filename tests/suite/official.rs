//! Whose site it is, at first sight: seal, colour, ways in, descriptions.

use std::fs;

use crate::demonstration::built;
use crate::harness::{SITE, SiteTest, attributes, repository, tree};

/// A PNG of a size, as far as its size is told.
fn png(width: u32, height: u32, bytes: usize) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(width.to_be_bytes());
    png.extend(height.to_be_bytes());
    png.resize(png.len().max(bytes), 0);
    png
}

fn with_logo(name: &str) -> SiteTest {
    let site = SiteTest::new();
    site.write("site.toml", format!("logo = \"{name}\"\n{SITE}"));
    site
}

/// The content of a `meta` element.
fn meta<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let rest = html.split(&format!("=\"{name}\" content=\"")).nth(1)?;
    rest.split('"').next()
}

#[test]
fn the_seal_is_head_icon_share_picture_and_cover() {
    let site = with_logo("ตรา.png");
    site.write("ตรา.png", png(400, 400, 0));
    assert_eq!(site.findings(), [], "the seal is no stray file");
    site.build();
    let html = site.read("public/2566/o1/index.html");
    let share = meta(&html, "og:image").unwrap();
    let address = share.strip_prefix("https://x.example").unwrap();
    assert!(
        address.is_ascii() && address.starts_with("/assets/"),
        "{share}"
    );
    assert_eq!(
        fs::read(site.path(&format!("public{address}"))).unwrap(),
        png(400, 400, 0)
    );
    let icons = attributes(html.split("<link rel=\"icon\"").nth(1).unwrap(), "href");
    assert_eq!(icons[0], address);
    assert!(html.contains(&format!("<img src=\"{address}\" alt=\"\" width=\"400\"")));
    let home = site.read("public/index.html");
    assert!(
        home.contains("\"logo\":\"https://x.example/assets/"),
        "{home}"
    );
    let print = site.read("public/2566/print/index.html");
    assert!(print.contains(&format!("class=\"seal\" src=\"{address}\"")));
}

#[test]
fn a_seal_of_the_theme_is_published_once_and_a_drawing_is_not_shared() {
    let site = with_logo("img/seal.svg");
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><path d=\"M0 0h9v9z\"/></svg>";
    site.write("themes/default/static/img/seal.svg", svg);
    assert_eq!(site.findings(), []);
    site.build();
    let html = site.read("public/index.html");
    assert!(html.contains("<img src=\"/assets/img/seal.svg\""), "{html}");
    assert_eq!(meta(&html, "og:image"), None);
    assert_eq!(site.read("public/assets/img/seal.svg"), svg);
}

#[test]
fn a_seal_that_is_heavy_or_small_is_shown_with_advice() {
    for (picture, said) in [
        (png(400, 400, 300 << 10), "300 KB"),
        (png(120, 120, 0), "120 × 120"),
    ] {
        let site = with_logo("seal.png");
        site.write("seal.png", picture);
        let findings = site.findings();
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert_eq!(findings[0].code, "logo-unfit");
        assert!(findings[0].message.contains(said), "{findings:#?}");
        site.build();
        assert!(site.read("public/index.html").contains("/assets/seal.png"));
    }
}

#[test]
fn without_a_seal_the_icon_has_the_colour_of_the_site() {
    let site = SiteTest::new();
    site.write("site.toml", format!("accent = \"#7a1f5c\"\n{SITE}"));
    site.build();
    assert!(
        site.read("public/assets/icon.svg")
            .contains("fill=\"#7a1f5c\"")
    );
    let html = site.read("public/index.html");
    assert_eq!(meta(&html, "theme-color"), Some("#7a1f5c"));
    assert!(html.contains("href=\"/assets/icon.svg\"") && !html.contains("apple-touch-icon"));
    // A theme that brings its own has the last word.
    site.write("themes/default/static/icon.svg", "<svg/>");
    site.build();
    assert_eq!(site.read("public/assets/icon.svg"), "<svg/>");
}

#[test]
fn head_and_foot_offer_what_is_published_by_duty() {
    let site = SiteTest::new();
    site.write(
        "site.toml",
        format!("{SITE}[agency]\nname = \"เทศบาลตำบลทดสอบ\"\ndistrict = \"อำเภอหนึ่ง\"\nphone = \"0 0000 0001 ต่อ 2, 1132\"\n"),
    );
    let services = |html: &str| attributes(html, "data-oit-service");
    site.build();
    assert_eq!(services(&site.read("public/index.html")), [""; 0]);
    site.write(
        "content/2566/o28/index.md",
        "+++\n[[data.channels]]\nkind = \"fraud-complaint\"\nlabel = \"แจ้ง\"\nurl = \"https://x.example/f\"\n+++\nมี\n",
    );
    site.write(
        "content/2566/o05/index.md",
        "+++\n[[data.contact]]\naddress = \"ที่ทำการ\"\n+++\nมี\n",
    );
    site.build();
    let html = site.read("public/2566/o3/index.html");
    assert_eq!(services(&html), ["contact", "fraud-complaint"]);
    let foot = html.split("<footer").nth(1).unwrap();
    let links = attributes(foot, "href");
    for link in ["tel:000000001;ext=2", "tel:1132", "/2566/o5/", "/2566/o28/"] {
        assert!(links.iter().any(|known| known == link), "{link}: {links:?}");
    }
    assert!(
        html.contains("<p class=\"of\">เทศบาลตำบลทดสอบ อำเภอหนึ่ง "),
        "{html}"
    );
}

#[test]
fn every_page_says_what_it_is() {
    let files = tree(built()).into_iter();
    let pages = files.filter(|(name, _)| name.ends_with("index.html"));
    let mut kinds = [0, 0];
    for (name, bytes) in pages {
        let html = String::from_utf8(bytes).unwrap();
        let is_second =
            html.contains("http-equiv=\"refresh\"") || name.ends_with("print/index.html");
        if is_second {
            continue;
        }
        let description = meta(&html, "description").unwrap_or_default();
        assert!(description.chars().count() > 10, "{name}: {description}");
        let is_article = meta(&html, "og:type") == Some("article");
        kinds[usize::from(is_article)] += 1;
        assert!(html.contains("name=\"theme-color\""), "{name}");
    }
    assert!(kinds[0] > 80 && kinds[1] > 30, "{kinds:?}");
}

#[test]
fn the_three_parts_of_the_figure_are_those_of_its_words() {
    for page in ["index.html", "2566/index.html"] {
        let html = fs::read_to_string(built().join(page)).unwrap();
        let bar = html.split("<svg class=\"counts\"").nth(1).unwrap();
        let (svg, words) = bar.split_once("</svg>").unwrap();
        let part = |name: &str| -> u32 {
            let rect = svg.split(&format!("class=\"{name}\"")).nth(1).unwrap();
            attributes(rect.split('>').next().unwrap(), "width")[0]
                .parse()
                .unwrap()
        };
        let all = part("complete") + part("incomplete") + part("missing");
        assert!(svg.contains(&format!("viewBox=\"0 0 {all} 1\"")), "{svg}");
        for (name, word) in [
            ("complete", "ครบถ้วน"),
            ("incomplete", "เผยแพร่แล้ว ยังไม่ครบ"),
            ("missing", "ยังไม่เผยแพร่"),
        ] {
            let said = format!("{word} {}<", part(name));
            assert!(words.contains(&said), "{page}: {said}");
        }
    }
}

#[test]
fn a_fault_of_a_page_is_reported_to_the_agency_with_its_address() {
    let html = fs::read_to_string(built().join("2566/o12/index.html")).unwrap();
    let links = attributes(&html, "href");
    let letter = links
        .iter()
        .find(|link| link.starts_with("mailto:saraban@example.go.th?"));
    let letter = letter.expect("the agency has an e-mail address");
    let letter = percent_encoding::percent_decode_str(letter)
        .decode_utf8()
        .unwrap();
    assert!(letter.contains("subject=แจ้งข้อมูลผิด&"), "{letter}");
    assert!(
        letter.ends_with("body=https://www.example.go.th/2566/o12/"),
        "{letter}"
    );
    // Nobody is to write to nobody.
    let site = SiteTest::new();
    site.build();
    assert!(!site.read("public/2566/o1/index.html").contains("mailto:"));
    assert!(repository().join("seal.png").is_file());
}
