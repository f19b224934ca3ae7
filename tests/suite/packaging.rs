//! What goes out with a release: its text, its licences, the guide for Windows.

use std::collections::BTreeSet;
use std::path::Path;

use crate::harness::{SiteTest, oit, repository, run};

fn file(name: &str) -> String {
    std::fs::read_to_string(repository().join(name)).unwrap()
}

/// `packaging/changes TAG FILE`, with such a change log.
#[cfg(unix)]
fn changes(tag: &str, log: &str) -> crate::harness::Run {
    let folder = SiteTest::empty();
    folder.write("CHANGELOG.md", log);
    let script = repository().join("packaging/changes");
    run(std::process::Command::new(script)
        .arg(tag)
        .arg(folder.path("CHANGELOG.md")))
}

#[cfg(unix)]
#[test]
fn the_text_of_a_release_is_its_section_of_the_change_log() {
    let version = env!("CARGO_PKG_VERSION");
    let tag = format!("v{version}");
    let log = format!(
        "# Changelog\n\n## Unreleased\n\n- Later.\n\n## {version} — 1 ธ.ค. 2569\n\n- One.\n\n### Two\n\n- Three.\n\n\
         ## {version}.1\n\n- Old.\n"
    );
    let told = changes(&tag, &log);
    assert_eq!(
        (told.code, told.stdout.as_str()),
        (0, "- One.\n\n### Two\n\n- Three.\n"),
        "{told:?}"
    );

    let unnamed = changes(&tag, "# Changelog\n\n## Unreleased\n\n- One.\n");
    assert_eq!(unnamed.code, 1);
    assert!(unnamed.stderr.contains("## Unreleased"), "{unnamed:?}");
    let empty = changes(&tag, &format!("## {version}\n\n## 0.0.1\n\n- One.\n"));
    assert_eq!(empty.code, 1, "{empty:?}");
    let other = changes("v99.0.0", &log);
    assert_eq!(other.code, 1);
    assert!(other.stderr.contains(&tag), "{other:?}");
}

#[test]
fn licences_that_may_be_are_those_that_the_architecture_names() {
    let deny: toml::Table = file("deny.toml").parse().unwrap();
    let allowed = deny["licenses"]["allow"].as_array().unwrap();
    let text = file("ARCHITECTURE.md");
    let (_, dependencies) = text.split_once("## Dependencies").unwrap();
    for licence in allowed.iter().map(|licence| licence.as_str().unwrap()) {
        let name = licence.trim_end_matches("-1.0");
        assert!(
            dependencies.contains(name),
            "ARCHITECTURE.md does not name {licence}"
        );
    }
}

#[test]
fn the_list_of_licences_is_for_the_systems_that_are_checked() {
    let deny: toml::Table = file("deny.toml").parse().unwrap();
    let checked = deny["graph"]["targets"].as_array().unwrap();
    let checked: BTreeSet<_> = checked.iter().map(|name| name.as_str().unwrap()).collect();
    let script = file("packaging/licences");
    let (_, after) = script.split_once("SYSTEMS = (").unwrap();
    let listed: BTreeSet<_> = after.split(')').next().unwrap().split('"').collect();
    assert!(listed.is_superset(&checked), "{checked:?} {listed:?}");
}

#[test]
fn the_guide_for_windows_works_as_written() {
    let site = SiteTest::empty();
    let mut folder = site.root().to_path_buf();
    let mut ran = BTreeSet::new();
    let guide = file("packaging/windows/guide.txt");
    let typed = guide.lines().filter_map(|line| line.strip_prefix("    "));
    for line in typed {
        // What follows after two blanks explains.
        let line = line.split("  ").next().unwrap().replace('"', "");
        let mut words = line.split(' ').map(str::to_owned);
        let (program, arguments) = (words.next().unwrap(), words.collect::<Vec<_>>());
        match program.as_str() {
            "cd" => folder.push(&arguments[0]),
            // Goes on until it is stopped; tests/suite/serve tries it.
            "oit" if arguments[0] == "serve" => {}
            "oit" => {
                let run = run(oit().args(&arguments).current_dir(&folder));
                assert_eq!(run.code, 0, "oit {arguments:?}: {run:?}");
                ran.insert(arguments[0].clone());
            }
            other => panic!("`{other}` is no program of the guide"),
        }
    }
    let needed = ["build", "check", "explain", "init"].map(str::to_owned);
    assert!(ran.is_superset(&needed.into()), "{ran:?}");
    assert!(folder.join("public/index.html").is_file());
}

#[test]
fn every_command_of_packaging_is_in_its_readme() {
    let readme = file("packaging/README.md");
    let commands = std::fs::read_dir(repository().join("packaging")).unwrap();
    let paths = commands.map(|entry| entry.unwrap().path());
    for command in paths.filter(|path| path.is_file() && path.extension().is_none()) {
        let name = command.file_name().map(Path::new).unwrap().display();
        assert!(
            readme.contains(&format!("packaging/{name}`")),
            "packaging/README.md lacks {name}"
        );
    }
}
