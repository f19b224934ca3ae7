//! Remedies that can be copied as they stand: items as people say them, and YAML as TOML.

use crate::harness::SiteTest;

/// The help of the one finding in a document with these keys.
fn help(keys: &str) -> String {
    let site = SiteTest::new();
    let text = format!("+++\ntitle = \"ก\"\ndate = 2566-01-31\n{keys}\n+++\nเนื้อหา\n");
    site.write("content/2566/o6/index.md", "มี\n")
        .write("content/2566/o6/a.md", text);
    let found = site.findings().into_iter();
    let mut found = found.filter(|one| one.at.starts_with("content/2566/o6/a.md"));
    found.next().unwrap_or_else(|| panic!("{keys}")).help
}

#[test]
fn further_items_are_written_as_they_were_meant() {
    for (keys, meant) in [
        ("also = \"o13, o24\"", "also = [\"o13\", \"o24\"]"),
        ("also = \"13 ๒๔\"", "also = [\"o13\", \"o24\"]"),
        ("also = [4]", "also = [\"o4\"]"),
        ("also = 4", "also = [\"o4\"]"),
        ("also = [13, 24]", "also = [\"o13\", \"o24\"]"),
        ("also = [\"๔\"]", "\"o4\""),
        ("also = [\"ข้อ ๔\"]", "\"o4\""),
        ("also = [{ item = \"13\" }]", "\"o13\""),
    ] {
        let said = help(keys);
        assert!(said.contains(meant), "{keys}: {said}");
    }
}

#[test]
fn yaml_that_was_converted_is_read_without_a_fault() {
    let yaml = "---\ntitle: แผน\ndate: 31/01/2566\ntags: [a, b]\ncomponents:\n  - 1\nfiles:\n  - path: แผน.pdf\n    title: แผน\n\
        summary: >\n  หนึ่ง\n  สอง\n---\nเนื้อหา\n";
    let site = SiteTest::new();
    site.write("content/2566/o6/index.md", "มี\n")
        .write("content/2566/o6/แผน.pdf", "%PDF แผน")
        .write("content/2566/o6/a.md", yaml);
    let found = site.findings().into_iter();
    let mut found = found.filter(|one| one.code == "yaml-front-matter");
    let help = found.next().unwrap().help;
    let start = help.find("+++").unwrap();
    let end = help.rfind("+++").unwrap() + 3;
    let toml = &help[start..end];
    assert!(
        toml.contains("components = [1]\n") && toml.contains("summary = \"หนึ่ง สอง\"\n"),
        "{toml}"
    );
    site.write("content/2566/o6/a.md", format!("{toml}\nเนื้อหา\n"));
    let errors = site
        .findings()
        .into_iter()
        .filter(|one| one.severity == "error");
    assert_eq!(
        errors.map(|one| one.message).collect::<Vec<_>>(),
        Vec::<String>::new()
    );
}

/// The help of the findings of a site with these lines in `site.toml`, and these pictures.
fn of_settings(lines: &str, pictures: &[&str]) -> String {
    let site = SiteTest::new();
    let base = if lines.starts_with("base_url") {
        ""
    } else {
        "base_url = \"https://x.example/\"\n"
    };
    site.write(
        "site.toml",
        format!("title = \"ก\"\n{base}fiscal_year = 2566\n{lines}\n"),
    );
    for path in pictures {
        site.write(path, "\u{fffd}PNG");
    }
    let found = site.findings();
    let said = found
        .iter()
        .map(|one| format!("{} {} → {}\n", one.code, one.message, one.help));
    said.collect()
}

#[test]
fn settings_are_answered_with_what_was_meant() {
    for (lines, pictures, meant) in [
        ("logo = \"Seal.PNG\"", &["seal.png"][..], "`seal.png`"),
        ("logo = \"seal\"", &["seal.png"], "`seal.png`"),
        ("logo = 'C:\\รูป\\seal.png'", &["seal.png"], "`seal.png`"),
        (
            "logo = \"seal.png\"",
            &["content/2566/o06/seal.png"],
            "`content/2566/o06/seal.png`",
        ),
        ("logo = \"img/seal.png\"", &["img/seal.png"], "มีอยู่"),
        ("", &["seal.png"], "logo = \"seal.png\""),
        (
            "base_url = \"www.banmai.go.th\"",
            &[],
            "base_url = \"https://www.banmai.go.th\"",
        ),
        (
            "base_url = \"https:/www.banmai.go.th/oit/\"",
            &[],
            "base_url = \"https://www.banmai.go.th/oit/\"",
        ),
        ("public_status = false", &[], "public_status = \"full\""),
        ("public_status = 1", &[], "public_status = \"full\""),
        ("submitted = true", &[], "submitted = \"2566-01-31\""),
    ] {
        let said = of_settings(lines, pictures);
        assert!(said.contains(meant), "{lines}: {said}");
        assert!(!said.contains("content/2566/o12/"), "{lines}: {said}");
    }
    // Blanks and capitals are no other colour.
    assert_eq!(of_settings("accent = \" #1D5C3A\"", &[]), "");
}

#[test]
fn a_year_that_is_not_there_is_made_by_rollover() {
    let site = SiteTest::new();
    let settings = site.read("site.toml").replace("= 2566", "= 2567");
    site.write("site.toml", settings);
    assert!(site.findings()[0].help.contains("oit rollover 2566 2567"));
    // A folder under another name is told there alone.
    site.write("content/ปี 2567/o06/index.md", "มี\n");
    let codes: Vec<String> = site.findings().into_iter().map(|one| one.code).collect();
    assert_eq!(codes, ["unknown-folder"]);
}

#[test]
fn a_table_below_data_is_answered_with_its_whole_heading() {
    let said = help("[titles]\nrisks = \"ความเสี่ยง\"");
    assert!(said.contains("[data.titles]"), "{said}");
    let said = help("[[data.titles]]\nrisks = \"ความเสี่ยง\"");
    assert!(said.contains("[data.titles]"), "{said}");
}

#[test]
fn what_follows_from_unreadable_settings_is_held_back() {
    let site = SiteTest::new();
    site.write(
        "content/2568/o12/index.md",
        "+++\nperiod = \"2567\"\n[[data.procurement]]\nwork = \"ซื้อ\"\nprice = 1\n+++\nสรุป\n",
    );
    let codes = |settings: &str| -> Vec<String> {
        site.write("site.toml", settings);
        let found = site.findings().into_iter();
        found
            .filter(|one| one.at.starts_with("site.toml"))
            .map(|one| one.code)
            .collect()
    };
    let good = "title = \"ก\"\nbase_url = \"https://x.example/\"\nfiscal_year = 2566\n";
    assert_eq!(codes(good), ["form-blank"]);
    assert_eq!(codes(&format!("{good}show_score: true\n")), ["toml-syntax"]);
    let wrong = good.replace("2566", "\"๒๕๖๖\"");
    assert_eq!(codes(&wrong), ["wrong-type"]);
}
