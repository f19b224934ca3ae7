//! Bodies on pages: Thai Markdown, raw HTML, links and addresses.

use std::collections::BTreeSet;

use crate::harness::{SiteTest, attributes};

fn body_of(markdown: &str) -> String {
    let site = SiteTest::new();
    site.write(
        "content/2566/o06/index.md",
        format!("+++\n+++\n{markdown}\n"),
    );
    site.build();
    let page = site.read("public/2566/o6/index.html");
    let body = page.split("<div class=\"body\">\n").nth(1).expect("a body");
    body.split("\n</div>").next().unwrap().trim().to_owned()
}

#[test]
fn emphasis_and_line_breaks_as_a_thai_writer_means_them() {
    assert_eq!(
        body_of("**หมายเหตุ:**ข้อความ\nต่อเนื่อง"),
        "<p><strong>หมายเหตุ:</strong>ข้อความต่อเนื่อง</p>"
    );
}

#[test]
fn names_of_files_in_links_are_as_they_are() {
    let site = SiteTest::new();
    for name in ["แผน ฉบับ 1.pdf", "แผน #1.pdf", "แผน (2).pdf", "ผัง (1).jpg"]
    {
        site.write(&format!("content/2566/o06/{name}"), "x");
    }
    site.write(
        "content/2566/o06/index.md",
        "+++\n+++\n\t[ก](แผน ฉบับ 1.pdf) [ข](แผน #1.pdf) [ค] (แผน (2).pdf) ![ผัง](ผัง (1).jpg) [ง](tel:๐ ๐๐๐๐ ๐๐๐๑)\n",
    );
    site.build();
    let page = site.read("public/2566/o6/index.html");
    let body = page.split("<div class=\"body\">\n").nth(1).expect("a body");
    let body = body.split("\n</div>").next().unwrap();
    let hrefs = attributes(body, "href");
    assert_eq!(hrefs.len(), 4, "{body}");
    assert!(
        hrefs[..3].iter().all(|href| href.ends_with(".pdf")),
        "{hrefs:?}"
    );
    assert_eq!(hrefs[3], "tel:000000001");
    assert!(attributes(body, "src")[0].ends_with(".jpg"), "{body}");
}

#[test]
fn numbers_of_points_and_names_of_headings_reach_the_page() {
    let html = body_of(
        "## ขั้นตอน {#steps}\n\n1. ยื่น\n3. รับ <b>คำขอ</b>\n\n1) ก\n2) ข\n\nลงวันที่ ___/___/___ [ดู](#steps)\n-----\nจบ\n",
    );
    for part in [
        "<li value=\"3\">รับ",
        "<p>1) ก<br>\n2) ข</p>",
        "___/___/___",
        "id=\"steps\"",
        "href=\"/2566/o6/#steps\"",
        "<hr>",
        "<p>จบ</p>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(!html.contains("{#"), "{html}");
}

#[test]
fn findings_point_at_what_was_typed() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o06/index.md",
        "+++\ncomponents = [1]\n+++\n\tก [แผน](ไม่มี ฉบับ 1.pdf)\n\n##ดู\n\n| ก | ข |\n| **ค:**ง | [ง](none.pdf) |\n\n1.ก\n๒. [จ] (none.pdf)\n",
    );
    let found = site.findings().into_iter();
    let found = found.filter(|finding| finding.code == "broken-link");
    let places: Vec<String> = found.map(|finding| finding.at).collect();
    let expected = ["12:9", "4:10", "9:17"].map(|at| format!("content/2566/o06/index.md:{at}"));
    assert_eq!(places, expected);
}

#[test]
fn texts_of_datasets_are_read_as_bodies_are() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o43/index.md",
        "+++\n[[data.measures]]\nmeasure = \"ก\"\nmethod = \"๑. ยื่น\\n๒. ตรวจ\"\nresult = \"ดู www.example.org\"\nunit = \"• ก\\n• ข\"\n+++\n",
    );
    site.build();
    let page = site.read("public/2566/o43/index.html");
    for part in [
        "๑. ยื่น<br>\n๒. ตรวจ",
        "• ก<br>\n• ข",
        "href=\"http://www.example.org\"",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
}

#[test]
fn harmless_html_is_kept_and_the_rest_is_not() {
    let html = body_of(concat!(
        "<p>ผล</p><ul><li><input type=\"checkbox\" checked>ดำเนินการ</li></ul>\n\n",
        "ตัว<u>ขีด</u>เส้น <b onclick=\"x()\">หนา</b> <span style=\"color:red\">แดง</span>\n\n",
        "<script>alert(1)</script><style>p{}</style><iframe src=\"https://x.example\"></iframe>\n\n",
        "<form action=\"https://x.example\"><input name=\"id\"></form>\n\n",
        "<img src=\"https://x.example/a.png\" onerror=\"alert(1)\" alt=\"รูป\">\n",
    ));
    for kept in [
        "<ul><li>☑ ดำเนินการ",
        "<u>ขีด</u>",
        "<b>หนา</b>",
        "แดง",
        "alt=\"รูป\"",
    ] {
        assert!(html.contains(kept), "{kept} in {html}");
    }
    for dropped in [
        "onclick", "style", "script", "alert", "iframe", "form", "input", "onerror",
    ] {
        assert!(!html.contains(dropped), "{dropped} in {html}");
    }
}

#[test]
fn an_unclosed_tag_does_not_swallow_the_page() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o06/index.md",
        "+++\n+++\n<ul><li>หนึ่ง\n\n<table><tr><td>สอง\n",
    );
    site.build();
    let page = site.read("public/2566/o6/index.html");
    assert_eq!(page.matches("<ul").count(), page.matches("</ul>").count());
    assert_eq!(
        page.matches("<table").count(),
        page.matches("</table>").count()
    );
}

#[test]
fn links_of_every_kind_come_out_under_the_base_path() {
    let site = SiteTest::new();
    site.write(
        "site.toml",
        crate::harness::SITE.replace("x.example/", "x.example/oit/"),
    )
    .write(
        "content/pages/about.md",
        "+++\ntitle = \"เกี่ยวกับ\"\n+++\nมี\n",
    )
    .write("content/2565/o12/index.md", "มี\n")
    .write("content/2566/o11/แผน 2566.pdf", "x")
    .write(
        "content/2566/o12/other.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-01\"\n+++\n## ข้อ ก\n\nมี\n",
    )
    .write("content/2566/o12/plan.pdf", "x")
    .write(
        "content/2566/o12/index.md",
        "+++\n+++\n## วัตถุประสงค์\n\n[a](plan.pdf) [b](../o11/แผน%202566.pdf) [c](other.md#ข้อ-ก) \
             [d](/2566/o12/) [e](/pages/about/) [f](o11) [g](2565/o12) [h](#วัตถุประสงค์) \
             [i](https://www.example.org/x) [j](mailto:a@x.example) <b@x.example> [k](/2566/checklist) \
             <a href=\"plan.pdf\">raw</a>\n",
    );
    site.build();
    let page = site.read("public/2566/o12/index.html");
    let body = page
        .split("<div class=\"body\">")
        .nth(1)
        .unwrap()
        .split("</div>")
        .next()
        .unwrap();
    let links = attributes(body, "href");
    let plan = links[1].clone();
    assert!(
        plan.starts_with("/oit/2566/o11/2566-") && plan.is_ascii(),
        "{plan}"
    );
    let expected = [
        "/oit/2566/o12/plan.pdf",
        &plan,
        "/oit/2566/o12/other/#ข้อ-ก",
        "/oit/2566/o12/",
        "/oit/pages/about/",
        "/oit/2566/o11/",
        "/oit/2565/o12/",
        "/oit/2566/o12/#วัตถุประสงค์",
        "https://www.example.org/x",
        "mailto:a@x.example",
        "mailto:b@x.example",
        "/oit/2566/checklist/",
        "/oit/2566/o12/plan.pdf",
    ];
    let links: Vec<String> = links
        .iter()
        .map(|link| {
            percent_encoding::percent_decode_str(link)
                .decode_utf8()
                .unwrap()
                .into_owned()
        })
        .collect();
    assert_eq!(links, expected);
    assert!(body.contains("id=\"วัตถุประสงค์\""), "{body}");
    assert!(
        page.contains("download=\"แผน 2566.pdf\""),
        "its own name is the label and download name"
    );
}

#[test]
fn raw_headings_and_ids_can_be_linked_to() {
    let html = body_of(
        "[ก](#วัตถุประสงค์) [ข](#_Toc1) [ค](#own)\n\n<h2 id=\"own\">วัตถุประสงค์</h2>\n<a name=\"_Toc1\"></a>มี\n",
    );
    let anchors: Vec<String> = attributes(&html, "href");
    let first = percent_encoding::percent_decode_str(&anchors[0])
        .decode_utf8()
        .unwrap();
    assert_eq!(first, "/2566/o6/#วัตถุประสงค์");
    assert!(
        html.contains("<h3 id=\"วัตถุประสงค์\"><span id=\"own\"></span>"),
        "{html}"
    );
    assert!(html.contains("name=\"Toc1\""), "{html}");
}

#[test]
fn entities_in_raw_html_are_the_letters_they_stand_for() {
    let html = body_of(
        "[ก](#café-ข)\n\n<h2>Caf&eacute;&nbsp;&#3586;</h2>\n<a id=\"r&eacute;\" href=\"https://x.example/?a=1&amp;b=&#3585;\">มี</a>\n",
    );
    assert!(html.contains("<h3 id=\"café-ข\">"), "{html}");
    assert!(html.contains("id=\"ré\""), "{html}");
    let links = attributes(&html, "href");
    assert_eq!(links[1], "https://x.example/?a=1&b=ก");
}

#[test]
fn texts_of_datasets_are_markdown_and_their_links_are_checked() {
    let site = SiteTest::new();
    let row = |text: &str| format!("[[data.risks]]\nevent = '''{text}'''\n");
    site.write(
        "content/2566/o34/index.toml",
        row("**สูง**มาก ดู [แผน](o36) <b onclick=x>ย้ำ</b>"),
    );
    site.build();
    let page = site.read("public/2566/o34/index.html");
    let cell = "><strong>สูง</strong>มาก ดู <a href=\"/2566/o36/\">แผน</a> <b>ย้ำ</b></td>";
    assert!(page.contains(cell), "{page}");
    for wrong in ["[แผน](none.pdf)", "<a href='javascript:x'>x</a>"] {
        site.write("content/2566/o34/index.toml", row(wrong));
        let codes: Vec<String> = site.findings().into_iter().map(|f| f.code).collect();
        assert!(
            codes
                .iter()
                .any(|c| c == "broken-link" || c == "unsafe-link"),
            "{codes:?}"
        );
    }
}

#[test]
fn tables_are_aligned_by_class() {
    let html = body_of("| ก | ข |\n|---|--:|\n| 1 | 2 |\n");
    assert!(
        html.contains("<th scope=\"col\" class=\"right\">ข</th>"),
        "{html}"
    );
    assert!(html.contains("<td class=\"right\">2</td>"), "{html}");
    assert!(!html.contains("style"), "{html}");
}

#[test]
fn headings_fall_in_below_those_of_the_page() {
    let html = body_of("# ใหญ่\n\n### เล็ก\n\nมี\n");
    assert!(
        html.contains("<h3 id=\"ใหญ่\">") && html.contains("<h5 id=\"เล็ก\">"),
        "{html}"
    );
}

#[test]
fn titles_and_names_are_text_not_html() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o07/a.md",
        "+++\ntitle = '<img src=x onerror=alert(1)>\"'\ndate = \"2566-01-01\"\nsummary = '</p><script>'\n+++\nมี\n",
    );
    site.build();
    for page in [
        "public/2566/o7/index.html",
        "public/2566/o7/a/index.html",
        "public/index.html",
    ] {
        let html = site.read(page);
        assert!(
            !html.contains("<img src=x") && !html.contains("</p><script"),
            "{page}"
        );
        assert!(html.contains("&lt;img src=x"), "{page}");
    }
    assert!(site.read("public/feed.xml").contains("&lt;img src=x"));
}

#[test]
fn no_text_takes_an_id_of_the_theme() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o06/index.md",
        concat!(
            "+++\n+++\n# _lead\n\nก[^_main] ข[^1] [ไป](#_lead) [ชื่อ](#_tree) [เอง](#own)\n\n## 1\n\n",
            "<h3 id=\"own\">own</h3>\n\n<b id=\"_main\">ค</b><a name=\"_tree\"></a><i id=\"&#95;skip\">ง</i>\n\n",
            "[^_main]: จ\n\n[^1]: ฉ\n",
        ),
    );
    site.write(
        "content/2566/o07/index.md",
        "+++\n+++\nดู [ข้อ 6](o6#_main)\n",
    );
    site.build();
    let page = site.read("public/2566/o6/index.html");
    let ids = attributes(&page, "id");
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    let links = attributes(&page, "href");
    for end in ["#lead", "#tree", "#own", "#fn-1"] {
        let link = links.iter().find(|link| link.ends_with(end));
        assert!(link.is_some(), "{end} in {links:?}");
    }
    for id in ["lead", "main", "skip", "own", "1", "fn-1", "fn-_main"] {
        assert!(ids.iter().any(|known| known == id), "{id} in {ids:?}");
    }
    assert!(page.contains("name=\"tree\""));
    let other = site.read("public/2566/o7/index.html");
    assert!(other.contains("href=\"/2566/o6/#main\""), "{other}");
}
