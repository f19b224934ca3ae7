//! A double-click: a window of the program's own, in which nothing was typed.

use std::process::Command;

use crate::harness::{SiteTest, run};

const INSIDE: &str = "OIT_TEST_OF_A_CLICK";

#[test]
fn outside_of_a_site_the_window_says_how_to_begin_and_stays() {
    if std::env::var_os(INSIDE).is_some() {
        let folder = std::env::current_dir().unwrap();
        let mut keys = &b"\nleft"[..];
        oit::command::explain_click(&folder, &mut keys);
        assert_eq!(keys, b"left", "one line is waited for");
        return;
    }
    let folder = SiteTest::empty();
    for (language, words) in [
        ("th", ["กด Enter", "ยังไม่มีเว็บไซต์"]),
        ("en", ["press Enter", "no site"]),
    ] {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["--nocapture", "--exact"])
            .arg("clicked::outside_of_a_site_the_window_says_how_to_begin_and_stays")
            .env(INSIDE, "1")
            .env("OIT_LANG", language)
            .current_dir(folder.root());
        let said = run(&mut command);
        assert_eq!(said.code, 0, "{said:?}");
        for words in words.into_iter().chain([" init my-town --agency "]) {
            assert!(said.stdout.contains(words), "{words}: {said:?}");
        }
        // The command can be copied: it names this program, wherever it lies.
        let program = std::env::current_exe().unwrap();
        let name = program.file_name().unwrap().to_string_lossy();
        assert!(said.stdout.contains(&format!("{name}\" init")), "{said:?}");
    }
}
