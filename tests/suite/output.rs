//! `-o FILE` of `check` and `schema`: what the terminal would show, in a file, and never over the site.

use crate::harness::{SiteTest, findings, oit, run};

/// A site with one error and one warning.
fn site() -> SiteTest {
    let site = SiteTest::new();
    site.write("content/2566/o12/index.md", "+++\ntitel = \"ก\"\n+++\nมี\n");
    site
}

#[test]
fn findings_in_a_file_are_those_of_the_terminal() {
    let site = site();
    for format in ["json", "github", "sarif"] {
        let shown = site.run(&["check", "--format", format]);
        let file = format!("found.{format}");
        let made = site.run(&["check", "--format", format, "-o", &file]);
        assert_eq!((made.code, shown.code), (1, 1), "{made:?}");
        assert_eq!(site.read(&file), shown.stdout, "{format}");
        assert!(made.stdout.contains(&file) && made.stderr.is_empty());
    }
    let shown = site.run(&["check"]);
    let made = site.run(&["check", "-o", "found.txt", "--color", "always"]);
    assert_eq!(made.code, 1);
    assert_eq!(
        site.read("found.txt"),
        format!("{}{}", shown.stderr, shown.stdout)
    );
}

#[test]
fn the_ending_of_the_file_names_the_format() {
    let site = site();
    site.run(&["check", "-o", "found.JSON"]);
    assert_eq!(findings(&site.read("found.JSON"))[0].code, "unknown-key");
    site.run(&["check", "-o", "found.sarif", "o12"]);
    assert!(site.read("found.sarif").contains("\"2.1.0\""));
    let quiet = site.run(&["check", "-q", "-o", "found"]);
    assert_eq!(
        (quiet.code, quiet.stdout + &quiet.stderr),
        (1, String::new())
    );
    assert!(site.read("found").contains("[unknown-key]"));
    let refused = site.run(&["check", "-o", "found.pdf"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains(".sarif"), "{refused:?}");
}

#[test]
fn a_schema_in_a_file_is_the_one_that_is_shown() {
    let site = site();
    for subject in ["site", "document", "framework"] {
        let shown = site.run(&["schema", subject]);
        assert_eq!(site.run(&["schema", subject, "-o", "schema.json"]).code, 0);
        assert_eq!(site.read("schema.json"), shown.stdout, "{subject}");
    }
}

#[test]
fn no_output_lands_in_a_site_by_whatever_way() {
    let site = site();
    let settings = site.read("site.toml");
    let outside = SiteTest::empty();
    let into = |file: &str| site.path(file).to_string_lossy().into_owned();
    for file in [
        "site.toml",
        "content/a.json",
        "content/2566/o12/../a.json",
        "themes/a.json",
    ] {
        let mut command = oit();
        command.args(["schema", "site", "-o", &into(file)]);
        let from_outside = run(command.current_dir(outside.root()));
        let from_inside = site.run(&["check", "--format", "json", "-o", file]);
        for refused in [from_outside, from_inside] {
            assert_eq!(refused.code, 2, "{file}: {refused:?}");
            assert!(refused.stderr.contains("report-refused"), "{refused:?}");
        }
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(site.path("content"), outside.path("way")).unwrap();
        let way = outside.path("way/a.json").to_string_lossy().into_owned();
        let mut command = oit();
        command.args(["check", "-o", &way, "--site", &into("")]);
        let by_link = run(command.current_dir(outside.root()));
        assert_eq!(by_link.code, 2, "{by_link:?}");
    }
    assert_eq!(site.read("site.toml"), settings);
    assert!(!site.exists("content/a.json") && !site.exists("content/2566/a.json"));
}
