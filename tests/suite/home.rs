//! The home page's channels, and who is to find the site.

use crate::harness::SiteTest;

fn channel(kind: &str) -> String {
    format!(
        "+++\n[[data.channels]]\nkind = \"{kind}\"\nlabel = \"ส่งที่นี่\"\nurl = \"https://x.example/{kind}\"\n+++\nมี\n"
    )
}

#[test]
fn complaints_and_opinions_reach_the_home_page_and_no_card_is_empty() {
    let site = SiteTest::new();
    let settings = site.read("site.toml").replace("2566", "2564");
    site.write("site.toml", settings)
        .write("content/2564/o32/index.md", channel("opinion"))
        .write("content/2564/o31/index.md", channel("complaint"));
    site.build();
    let home = site.read("public/index.html");
    for kind in ["opinion", "complaint"] {
        let card = home
            .split(&format!("data-oit-duty=\"{kind}\""))
            .nth(1)
            .unwrap();
        assert!(
            card.contains(&format!("https://x.example/{kind}")),
            "{kind}"
        );
    }
    assert!(!home.contains("eit-survey"), "2564 asks for no survey");
    site.write("content/2564/o30/index.md", channel("eit-survey"));
    site.build();
    assert!(
        site.read("public/index.html")
            .contains("data-oit-duty=\"eit-survey\"")
    );
}

#[test]
fn search_engines_are_kept_from_drafts() {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", "+++\ndraft = true\n+++\nร่าง\n");
    let noindex = "<meta name=\"robots\" content=\"noindex\">";
    assert_eq!(site.run(&["build", "--drafts", "--out", "drafts"]).code, 0);
    assert_eq!(
        site.read("drafts/robots.txt"),
        "User-agent: *\nDisallow: /\n"
    );
    for page in ["index.html", "2566/o6/index.html", "search/index.html"] {
        assert!(
            site.read(&format!("drafts/{page}")).contains(noindex),
            "{page}"
        );
    }
    site.build();
    assert!(site.read("public/robots.txt").contains("Allow: /\n"));
    for page in ["index.html", "2566/o6/index.html"] {
        assert!(
            !site.read(&format!("public/{page}")).contains(noindex),
            "{page}"
        );
    }
}
