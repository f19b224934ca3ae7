//! Places that Windows cannot have: told before anything is made.

use crate::harness::SiteTest;

#[test]
#[cfg_attr(not(windows), ignore = "other systems have such names")]
fn a_place_that_windows_cannot_have_is_a_finding_and_nothing_is_made() {
    let site = SiteTest::new();
    let entries = || std::fs::read_dir(site.root()).unwrap().count();
    let before = entries();
    for (arguments, says) in [
        (&["build", "--out", "nul"][..], "nul-1"),
        (&["build", "--out", "a?b"], "a-b"),
        (&["build", "--out", "www. "], "\"www\""),
        (&["build", "--out", r"Q:\www"], "Q:"),
        (
            &["build", "--out", r#"C:\my site" --strict"#],
            r#""C:\my site""#,
        ),
        (&["check", "--site", r"Q:\town"], "Q:"),
        (&["check", "--site", r#"town""#], "\"town\""),
        (&["check", "-o", "nul"], "nul-1"),
        (&["schema", "site", "-o", "con.json"], "con-1.json"),
        (&["init", "x "], "\"x\""),
        (&["init", r"\\server\share\x"], "server"),
    ] {
        let refused = site.run(arguments);
        assert_eq!(refused.code, 2, "{arguments:?}: {refused:?}");
        for words in ["[command-line]", says] {
            assert!(refused.stderr.contains(words), "{arguments:?}: {refused:?}");
        }
        assert_eq!(entries(), before, "{arguments:?}");
    }
}
