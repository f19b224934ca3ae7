//! Paths that lead out of the site folder or out of `public/`: each ends in a finding, and nothing from
//! outside is read, shown or written.

use std::path::Path;

use crate::harness::{SiteTest, pdf, tree};

/// What must not be seen on any page.
const SECRET: &str = "ความลับนอกเว็บไซต์";

/// Ways to say `../../../secret.csv` and other places outside, for a document in an item's folder.
const OUTSIDE: [&str; 22] = [
    "../../../secret.csv",
    "../../../../../../../../etc/passwd",
    "..\\..\\..\\secret.csv",
    "../o6/../../../secret.csv",
    "/etc/passwd",
    "/secret.csv",
    "//etc/passwd",
    "C:\\Windows\\win.ini",
    "C:/Windows/win.ini",
    "c:secret.csv",
    "\\\\server\\share\\secret.csv",
    "\\secret.csv",
    "file:///etc/passwd",
    "..%2f..%2f..%2fsecret.csv",
    "%2e%2e/%2e%2e/%2e%2e/secret.csv",
    "..%5c..%5c..%5csecret.csv",
    "%2fetc%2fpasswd",
    "..%252f..%252f..%252fsecret.csv",
    "....//....//....//secret.csv",
    "..\u{2215}..\u{2215}..\u{2215}secret.csv",
    "secret.csv\\u0000.pdf",
    "~/secret.csv",
];

/// A folder with a site and a secret beside it.
fn site() -> SiteTest {
    let test = SiteTest::empty();
    test.write("secret.csv", format!("ชื่อ,ค่า\n{SECRET},1\n"));
    test.write("secret/templates/base.html", SECRET);
    test.write("secret/static/style.css", SECRET);
    let settings = "title = \"ทดสอบ\"\nbase_url = \"https://x.example/\"\nfiscal_year = 2566\n";
    test.write("site/site.toml", settings);
    test.write("site/content/2566/o6/a.pdf", pdf("a"));
    test
}

fn codes(test: &SiteTest) -> Vec<String> {
    let run = test.run(&["check", "--site", "site", "--format", "json"]);
    let found = crate::harness::findings(&run.stdout).into_iter();
    found.map(|finding| finding.code).collect()
}

/// Builds with drafts, whatever is found, and looks for the secret and for files outside `public/`.
fn nothing_leaks(test: &SiteTest, what: &str) {
    let before: Vec<String> = names(test.root());
    test.run(&["build", "--site", "site", "--drafts"]);
    let after: Vec<String> = names(test.root());
    let outside = |name: &&String| !name.starts_with("site/public/");
    let strange: Vec<&String> = after
        .iter()
        .filter(outside)
        .filter(|name| !before.contains(name))
        .collect();
    assert!(strange.is_empty(), "{what}: {strange:?}");
    for (name, bytes) in tree(test.root()) {
        let seen =
            name.starts_with("site/public/") && String::from_utf8_lossy(&bytes).contains(SECRET);
        assert!(!seen, "{what}: {name} shows the secret");
    }
}

fn names(folder: &Path) -> Vec<String> {
    tree(folder).into_keys().collect()
}

#[test]
fn no_path_of_a_document_leads_out() {
    for path in OUTSIDE {
        // A backslash is written twice in TOML; the NUL is TOML's own way to write it.
        let quoted = if path.contains("\\u0000") {
            path.to_owned()
        } else {
            path.replace('\\', "\\\\")
        };
        for (code, front) in [
            (
                "file",
                format!("files = [{{ path = \"{quoted}\", title = \"แผน\" }}]\n"),
            ),
            (
                "table",
                format!("[[table]]\nfile = \"{quoted}\"\ncaption = \"แผน\"\n"),
            ),
            (
                "photo",
                format!("[[data.executives]]\nname = \"ก\"\nphoto = \"{quoted}\"\n"),
            ),
            (
                "allow",
                format!(
                    "allow = [{{ code = \"pdf-scan\", file = \"{quoted}\", reason = \"ก\" }}]\n"
                ),
            ),
        ] {
            let test = site();
            test.write(
                "site/content/2566/o6/index.md",
                format!("+++\n{front}+++\nกฎหมาย\n"),
            );
            let found = codes(&test);
            let known = [
                "file-not-found",
                "outside-site",
                "unsafe-link",
                "table-ending",
            ];
            let is_told = found.iter().any(|code| known.contains(&code.as_str()));
            // What is accepted of a file that is not there is accepted of none.
            assert!(is_told || code == "allow", "{code} {path}: {found:?}");
            nothing_leaks(&test, path);
        }
    }
}

#[test]
fn no_link_leads_out() {
    for path in OUTSIDE {
        for body in [
            format!("[ก](<{path}>)"),
            format!("![ก](<{path}>)"),
            format!("<a href=\"{path}\">ก</a>"),
        ] {
            let test = site();
            let draft = "+++\ndraft = true\n+++\n";
            test.write(
                "site/content/2566/o6/index.md",
                format!("+++\n+++\nกฎหมาย\n\n{body}\n"),
            );
            let found = codes(&test);
            let known = ["broken-link", "outside-site", "unsafe-link"];
            // `//etc/passwd` is a path on the host `etc`.
            let is_told = found.iter().any(|code| known.contains(&code.as_str()));
            assert!(is_told || path.starts_with("//"), "{body}: {found:?}");
            test.write(
                "site/content/2566/o6/index.md",
                format!("{draft}กฎหมาย\n\n{body}\n"),
            );
            nothing_leaks(&test, &body);
        }
    }
}

#[test]
fn no_theme_lies_elsewhere() {
    for name in [
        "../../secret",
        "../secret",
        "..",
        ".",
        "/etc",
        "C:\\\\secret",
        "..\\\\..\\\\secret",
        "default/../../../secret",
    ] {
        let test = site();
        let settings = test.read("site/site.toml");
        test.write("site/site.toml", format!("theme = \"{name}\"\n{settings}"));
        let found = codes(&test);
        assert!(
            found.contains(&"unknown-theme".to_owned()),
            "{name}: {found:?}"
        );
        nothing_leaks(&test, name);
    }
}

#[cfg(unix)]
#[test]
fn no_symbolic_link_is_followed() {
    use std::os::unix::fs::symlink;
    for (at, to) in [
        ("content/2566/o6/b.csv", "../../../../secret.csv"),
        ("content/2566/o6/index.md", "../../../../secret.csv"),
        ("content/2566/o6/b.pdf", "nowhere.pdf"),
        ("content/2566/o6/b.pdf", "b.pdf"),
        ("content/2566/o6/inside", "../../../../secret"),
        ("content/2566/o6/loop", "../o6"),
        ("content/2566/o7", "../../../secret"),
        ("content/pages", "../../secret"),
        ("content/2566/framework.toml", "../../../secret.csv"),
        (
            "themes/default/templates/base.html",
            "../../../../secret/templates/base.html",
        ),
        ("themes/default/templates", "../../../secret/templates"),
        (
            "themes/default/static/style.css",
            "../../../../secret/static/style.css",
        ),
        ("themes", "../secret"),
        ("content/2566/o6/pipe", "/dev/zero"),
    ] {
        let test = site();
        test.write(
            "site/content/2566/o6/plan.md",
            "+++\ntitle = \"ก\"\ndate = 2023-01-31\n+++\nก\n",
        );
        let place = test.path("site").join(at);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        symlink(to, &place).unwrap();
        let found = codes(&test);
        assert!(
            found.contains(&"unreadable".to_owned()),
            "{at} -> {to}: {found:?}"
        );
        nothing_leaks(&test, at);
    }
}

#[cfg(unix)]
#[test]
fn names_with_signs_of_other_systems_stay_inside() {
    for name in [
        "..\\..\\b",
        "C:b",
        "a\\..\\..\\b",
        "b\u{1}",
        "%2e%2e%2fb",
        "....",
        "..b",
        "con",
        "b:stream",
    ] {
        let test = site();
        test.write(&format!("site/content/2566/o6/{name}.pdf"), pdf("b"));
        test.write(
            &format!("site/content/2566/o6/{name}.md"),
            "+++\ntitle = \"ก\"\ndate = 2023-01-31\n+++\nก\n",
        );
        test.write("site/content/2566/o6/index.md", "+++\n+++\nก\n");
        nothing_leaks(&test, name);
        for file in names(&test.path("site/public")) {
            assert!(!file.contains(['\\', ':', '\u{1}']), "{name}: {file}");
        }
    }
}
