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
