//! A site's own theme: overriding file by file, and its mistakes.

use crate::harness::SiteTest;

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
