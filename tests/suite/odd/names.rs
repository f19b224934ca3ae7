//! Names as other systems make them, and things that are no files.

use std::fs;

use crate::harness::{SiteTest, crawl};

const LEAD: &str = "content/2566/o06/index.md";

/// A lead document of O6 that names a file.
fn naming(path: &str) -> String {
    format!(
        "+++\ncomponents = [1]\nfiles = [{{ path = '{path}', title = \"กฎหมาย\" }}]\n+++\nกฎหมาย\n"
    )
}

/// Code and place of every finding below O6.
fn found(site: &SiteTest) -> Vec<(String, String)> {
    let found = site.findings().into_iter();
    let found = found.filter(|finding| finding.at.starts_with("content/2566/o06/"));
    found.map(|finding| (finding.code, finding.at)).collect()
}

fn text(text: &str) -> Vec<u8> {
    crate::harness::pdf(text)
}

#[test]
fn a_decomposed_name_is_the_same_as_a_composed_one() {
    // As macOS keeps `é`, and as people type it; and the other way about.
    for (on_disk, named) in [
        ("re\u{301}sume\u{301}.pdf", "r\u{e9}sum\u{e9}.pdf"),
        ("\u{e9}.pdf", "e\u{301}.pdf"),
    ] {
        let site = SiteTest::new();
        site.write(LEAD, naming(named))
            .write(&format!("content/2566/o06/{on_disk}"), text("a"));
        assert!(
            found(&site)
                .iter()
                .all(|(code, _)| code != "file-not-found"),
            "{:?}",
            found(&site)
        );
        site.build();
        crawl(&site.path("public"), "/");
        assert_eq!(
            site.item("o6")["documents"][0]["files"]
                .as_array()
                .unwrap()
                .len(),
            1
        );
    }
    // The address comes from the name, not from how a system keeps it.
    let address = |name: &str| {
        let site = SiteTest::new();
        site.write(LEAD, "กฎหมาย\n")
            .write(&format!("content/2566/o06/{name}"), text("a"))
            .build();
        site.item("o6")["documents"][0]["files"][0]["url"].clone()
    };
    assert_eq!(address("\u{e9}.pdf"), address("e\u{301}.pdf"));
}

/// Elsewhere the file system takes the two for one.
#[cfg(target_os = "linux")]
#[test]
fn names_that_differ_in_case_only_are_a_finding() {
    let both = |one: &str, other: &str| {
        let site = SiteTest::new();
        let body = |path: &str| {
            if path.ends_with(".md") || path.ends_with(".MD") {
                "+++\ntitle = \"ก\"\ndate = 2566-01-31\n+++\nกฎหมาย\n"
                    .as_bytes()
                    .to_vec()
            } else {
                text(path)
            }
        };
        for path in [one, other] {
            let path = format!("content/2566/{path}");
            let bytes = body(&path);
            site.write(&path, bytes);
        }
        let found = site
            .findings()
            .into_iter()
            .filter(|finding| finding.severity == "error");
        found
            .map(|finding| (finding.code, finding.at))
            .collect::<Vec<_>>()
    };
    for (one, other, code, at) in [
        ("O12/a.md", "o12/b.md", "duplicate-item", "o12"),
        (
            "o06/Index.md",
            "o06/index.md",
            "duplicate-document",
            "o06/index.md",
        ),
        (
            "o06/index.MD",
            "o06/index.md",
            "duplicate-document",
            "o06/index.md",
        ),
        (
            "o06/PLAN.md",
            "o06/plan.md",
            "duplicate-document",
            "o06/plan.md",
        ),
        (
            "o06/Plan.pdf",
            "o06/plan.PDF",
            "address-clash",
            "o06/plan.PDF",
        ),
        (
            "o06/A/plan.pdf",
            "o06/a/plan.pdf",
            "address-clash",
            "o06/a/plan.pdf",
        ),
    ] {
        let expected = (code.to_owned(), format!("content/2566/{at}:1:1"));
        assert_eq!(both(one, other), [expected], "{one} {other}");
    }
}

/// Windows gives such names to nobody.
#[cfg(unix)]
#[test]
fn a_device_name_is_told_and_published_all_the_same() {
    let site = SiteTest::new();
    site.write(LEAD, "กฎหมาย\n")
        .write(
            "content/2566/o06/con.md",
            "+++\ntitle = \"ก\"\ndate = 2566-01-31\n+++\nกฎหมาย\n",
        )
        .write("content/2566/o06/aux", text("a"))
        .write("content/2566/o06/nul.pdf", text("b"))
        .write("content/2566/o06/Com1/law.pdf", text("c"))
        .write("content/2566/o06/contact.pdf", text("d"))
        .write("content/2566/o06/แผน.pdf ", text("e"))
        .write("content/2566/o06/law.", text("f"));
    let mut told: Vec<String> = found(&site)
        .into_iter()
        .filter_map(|(code, at)| (code == "windows-name").then_some(at))
        .collect();
    told.sort();
    let expected = ["Com1", "aux", "con.md", "law.", "nul.pdf", "แผน.pdf "];
    let expected = expected.map(|name| format!("content/2566/o06/{name}:1:1"));
    assert_eq!(told, expected);
    site.build();
    crawl(&site.path("public"), "/");
}

#[test]
fn a_name_may_be_as_long_as_a_system_allows() {
    let site = SiteTest::new();
    let thai = "ก".repeat(83);
    let latin = "a".repeat(250);
    site.write(LEAD, naming(&format!("{thai}.pdf")))
        .write(&format!("content/2566/o06/{thai}.pdf"), text("a"))
        .write(&format!("content/2566/o06/{latin}.pdf"), text("b"))
        .write(
            &format!("content/2566/o06/{}.md", "b".repeat(252)),
            "+++\ntitle = \"ก\"\ndate = 2566-01-31\n+++\nกฎหมาย\n",
        )
        .write(
            &format!("content/2566/o06/{}/law.pdf", "c".repeat(255)),
            text("c"),
        );
    site.build();
    crawl(&site.path("public"), "/");
    let files = site.item("o6")["documents"].to_string();
    assert!(files.contains(&latin), "{files}");
    let again = site.build();
    assert!(
        again.stdout.contains("ใหม่ 0 · เปลี่ยน 0 · ถอนออก 0"),
        "{}",
        again.stdout
    );
}

#[test]
fn letters_that_mean_something_in_addresses_are_only_letters_in_names() {
    let site = SiteTest::new();
    site.write(LEAD, "กฎหมาย\n");
    for (at, name) in [
        "a b", "a%20b", "a%b", "a#b", "a&b", "a+b", "a;b", "a=b", "a@b", "a'b", "~a", "a,b", "(a)",
        "[a]", "{a}", "!", "$a",
    ]
    .iter()
    .enumerate()
    {
        site.write(
            &format!("content/2566/o06/{name}.pdf"),
            text(&at.to_string()),
        );
    }
    site.build();
    crawl(&site.path("public"), "/");
    assert_eq!(
        site.item("o6")["documents"][0]["files"]
            .as_array()
            .unwrap()
            .len(),
        17
    );
}

#[test]
#[cfg(unix)]
fn a_name_gives_a_terminal_no_orders() {
    let site = SiteTest::new();
    site.write(LEAD, "กฎหมาย\n");
    site.write(
        "content/2566/o06/a\u{1b}]0;b\u{7}\n\u{1b}[2Jc.pdf",
        text("a"),
    );
    let run = site.run(&["check"]);
    let said = run.stdout + &run.stderr;
    assert!(said.contains("windows-name"), "{said}");
    let orders = said.chars().filter(|c| c.is_control() && *c != '\n');
    assert_eq!(orders.count(), 0, "{said:?}");
    site.build();
    crawl(&site.path("public"), "/");
}

#[test]
fn empty_folders_are_nothing() {
    let site = SiteTest::new();
    site.write(LEAD, "+++\ncomponents = [1]\n+++\nกฎหมาย\n");
    let before = site.findings();
    for folder in [
        "content/2566/o06/ว่าง/ว่าง",
        "content/2566/o07",
        "content/pages",
        "themes/default",
        "content/2566/o06/.git",
    ] {
        fs::create_dir_all(site.path(folder)).unwrap();
    }
    assert_eq!(site.findings(), before);
    site.build();
    assert!(!site.exists("public/2566/o6/ว่าง"));
}

#[test]
fn a_folder_with_the_name_of_a_file_is_a_folder() {
    let site = SiteTest::new();
    for folder in ["o06/index.md", "o07/plan.pdf", "framework.toml"] {
        fs::create_dir_all(site.path(&format!("content/2566/{folder}"))).unwrap();
    }
    site.write("content/2566/o06/index.md/law.pdf", text("a"));
    fs::create_dir_all(site.path("content/index.md")).unwrap();
    // Both are no years and no items, which is said; nothing else goes wrong.
    let errors = site
        .findings()
        .into_iter()
        .filter(|finding| finding.severity == "error");
    let errors: Vec<_> = errors.map(|finding| (finding.code, finding.at)).collect();
    let expected = ["content/2566/framework.toml:1:1", "content/index.md:1:1"];
    assert_eq!(
        errors,
        expected.map(|at| ("unknown-folder".to_owned(), at.to_owned()))
    );
    for folder in ["content/2566/framework.toml", "content/index.md"] {
        fs::remove_dir(site.path(folder)).unwrap();
    }
    site.build();
    assert_eq!(site.item("o6")["status"], "missing");
    crawl(&site.path("public"), "/");
}

#[test]
#[cfg(unix)]
fn what_is_no_file_is_told_and_never_waited_for() {
    let site = SiteTest::new();
    site.write(LEAD, "กฎหมาย\n");
    let pipes = ["a.pdf", "b.md"].map(|name| site.path(&format!("content/2566/o06/{name}")));
    // Where there is no such command, there are no such files either.
    let made = std::process::Command::new("mkfifo").args(&pipes).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("left out: no mkfifo");
        return;
    }
    let expected = ["a.pdf", "b.md"].map(|name| {
        (
            "unreadable".to_owned(),
            format!("content/2566/o06/{name}:1:1"),
        )
    });
    let errors = found(&site)
        .into_iter()
        .filter(|(code, _)| code == "unreadable");
    assert_eq!(errors.collect::<Vec<_>>(), expected);
}

#[test]
#[cfg(target_os = "linux")]
fn a_name_that_is_no_text_is_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let site = SiteTest::new();
    site.write(LEAD, "กฎหมาย\n");
    // Windows-874, as an old archive brings it.
    let name = OsStr::from_bytes(b"\xe1\xbc.pdf");
    fs::write(site.path("content/2566/o06").join(name), text("a")).unwrap();
    let told = found(&site);
    assert!(
        told.iter().any(|(code, _)| code == "unreadable"),
        "{told:?}"
    );
}

#[test]
#[cfg(unix)]
fn what_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let site = SiteTest::new();
    site.write(LEAD, "กฎหมาย\n")
        .write("content/2566/o06/a.pdf", text("a"));
    let locked = ["content/2566/o06/a.pdf", LEAD];
    for path in locked {
        fs::set_permissions(site.path(path), fs::Permissions::from_mode(0o000)).unwrap();
    }
    if fs::read(site.path(LEAD)).is_ok() {
        eprintln!("left out: this user may read everything");
        return;
    }
    let told: Vec<_> = found(&site)
        .into_iter()
        .filter(|(code, _)| code == "unreadable")
        .collect();
    let expected = locked.map(|path| ("unreadable".to_owned(), format!("{path}:1:1")));
    assert_eq!(told, expected);
    assert_eq!(site.run(&["build"]).code, 1);
}
