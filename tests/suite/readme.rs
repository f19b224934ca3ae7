//! The READMEs and the manual are run, not believed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::harness::{Run, SITE, SiteTest, oit, repository, run};

/// The commands of every console block of a file, without their `$ `.
fn commands(file: &str) -> Vec<String> {
    let text = std::fs::read_to_string(repository().join(file)).unwrap();
    let blocks = text.split("```console\n").skip(1);
    blocks
        .flat_map(|block| block.split("```").next().unwrap().lines())
        .filter_map(|line| line.strip_prefix("$ ").map(str::to_owned))
        .collect()
}

#[test]
fn both_name_the_two_commands_that_the_gate_runs() {
    let gate = std::fs::read_to_string(repository().join(".ci/run")).unwrap();
    for file in ["README.md", "README.th.md"] {
        let commands = commands(file);
        for needed in ["cargo run --release -- build", "cargo test"] {
            assert!(
                commands.iter().any(|command| command == needed),
                "{file}: {commands:?}"
            );
            assert!(gate.contains(needed), ".ci/run does not run {needed}");
        }
    }
}

#[test]
fn both_list_every_page_of_the_manual() {
    let folder = std::fs::read_dir(repository().join("docs")).unwrap();
    let names = folder.map(|page| page.unwrap().file_name().into_string().unwrap());
    for name in names.filter(|name| name != "README.md") {
        for file in ["README.md", "README.th.md"] {
            let text = std::fs::read_to_string(repository().join(file)).unwrap();
            assert!(
                text.contains(&format!("(docs/{name}")),
                "{file} lacks {name}"
            );
        }
    }
}

#[test]
fn both_show_pictures_that_are_there_and_light() {
    for file in ["README.md", "README.th.md"] {
        let text = std::fs::read_to_string(repository().join(file)).unwrap();
        let pictures = text.split("](").skip(1);
        let pictures = pictures.filter_map(|rest| rest.split(')').next());
        let pictures: Vec<&str> = pictures.filter(|path| path.ends_with(".png")).collect();
        assert_eq!(pictures.len(), 2, "a page and a finding: {pictures:?}");
        for path in pictures {
            let bytes = std::fs::metadata(repository().join(path)).unwrap().len();
            assert!(bytes <= 120_000, "{file}: {path} has {bytes} bytes");
        }
    }
}

#[test]
fn the_path_to_an_own_site_works_as_written() {
    for file in ["README.md", "README.th.md"] {
        let site = SiteTest::empty();
        let mut folder = site.root().to_path_buf();
        let mut ran = 0;
        for command in commands(file) {
            let words = words(&command);
            let (program, arguments) = words.split_first().unwrap();
            match program.as_str() {
                "cd" => folder = folder.join(&arguments[0]),
                "oit" => {
                    let mut command = oit();
                    command.args(arguments).current_dir(&folder);
                    let run = run(&mut command);
                    assert_eq!(run.code, 0, "{file}: oit {arguments:?}: {run:?}");
                    ran += 1;
                }
                _ => {}
            }
        }
        assert!(ran >= 3, "{file} shows only {ran} commands");
    }
}

/// Splits a command as a shell would, as far as quotation marks go.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in command.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().unwrap().push(other),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What a reader of a page of the manual does, in order.
enum Step {
    /// Types a command, and is told the lines that the page shows below it.
    Command(String, Vec<String>),
    /// Writes the file that was named last as the page shows it.
    File(String, String),
}

/// The pages of the manual, by name, with their text.
fn manual() -> BTreeMap<String, String> {
    let folder = std::fs::read_dir(repository().join("docs")).unwrap();
    let paths = folder.map(|entry| entry.unwrap().path());
    let pages = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let named = pages.map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read_to_string(&path).unwrap())
    });
    named.collect()
}

/// The texts between backticks of a line.
fn inline(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

fn steps(page: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut named = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(kind) = line.strip_prefix("```") else {
            let is_file = |word: &&str| *word == "site.toml" || word.ends_with("index.md");
            if let Some(path) = inline(line).filter(is_file).last() {
                path.clone_into(&mut named);
            }
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if kind == "console" {
            for line in block {
                match (line.strip_prefix("$ "), steps.last_mut()) {
                    (Some(command), _) => steps.push(Step::Command(command.to_owned(), vec![])),
                    (None, Some(Step::Command(_, said))) => said.push(line.to_owned()),
                    (None, _) => panic!("an answer to nothing: {line}"),
                }
            }
        } else if matches!(kind, "text" | "toml") {
            steps.push(Step::File(named.clone(), block.join("\n") + "\n"));
        }
    }
    steps
}

/// Runs an `oit` command of the manual; `cd` moves, other programs are not ours to try.
fn follow(page: &str, command: &str, folder: &mut PathBuf) -> Option<Run> {
    let words = words(command);
    let (program, arguments) = words.split_first().unwrap();
    match program.as_str() {
        "mkdir" => std::fs::create_dir_all(folder.join(&arguments[0])).unwrap(),
        "cd" if folder.join(&arguments[0]).is_dir() => folder.push(&arguments[0]),
        "oit" => {
            let mut command = oit();
            command.args(arguments).current_dir(&*folder);
            let run = run(&mut command);
            assert_eq!(run.code, 0, "{page}: oit {arguments:?}: {run:?}");
            return Some(run);
        }
        _ => {}
    }
    None
}

#[test]
fn every_command_of_the_manual_runs_in_order_and_answers_as_shown() {
    for (name, page) in manual() {
        let site = SiteTest::empty();
        let mut folder = site.root().to_path_buf();
        if !page.contains("$ oit init my-town") {
            site.write("my-town/site.toml", SITE);
            std::fs::create_dir_all(site.path("my-town/content/2566")).unwrap();
            folder.push("my-town");
        }
        for step in steps(&page) {
            let Step::Command(command, said) = step else {
                continue;
            };
            if let Some(run) = follow(&name, &command, &mut folder) {
                for line in said {
                    let answer = format!("{}{}", run.stdout, run.stderr);
                    assert!(
                        answer.contains(&line),
                        "{name}: {command}: {line}\n{answer}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_first_site_is_published_by_doing_what_its_page_says() {
    let site = SiteTest::empty();
    let mut folder = site.root().to_path_buf();
    let page = manual().remove("first-site.md").unwrap();
    for step in steps(&page) {
        match step {
            Step::Command(command, _) => {
                follow("first-site.md", &command, &mut folder);
            }
            Step::File(path, text) => {
                assert!(
                    folder.join(&path).is_file(),
                    "`{path}` is there to be edited"
                );
                std::fs::write(folder.join(&path), text).unwrap();
                let pdf = Path::new(&path).with_file_name("plan-2566.pdf");
                let plan = "content/2566/o11/annual-plan-2566.pdf";
                if path.contains("o11") {
                    std::fs::copy(repository().join(plan), folder.join(pdf)).unwrap();
                }
            }
        }
    }
    let json = site.read("my-town/public/2566/checklist.json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let items = json["items"].as_array().unwrap();
    let complete = items.iter().filter(|item| item["status"] == "complete");
    let complete: Vec<_> = complete
        .map(|item| item["item"].as_str().unwrap())
        .collect();
    assert_eq!(complete, ["o5", "o11"]);
    assert!(site.exists("preview/index.html"));
}

#[test]
fn the_manual_names_no_command_and_no_flag_that_is_not_there() {
    let help = |arguments: &[&str]| run(oit().args(arguments).arg("--help")).stdout;
    let overview = help(&[]);
    for (name, page) in manual() {
        let prose = page.lines().flat_map(inline);
        for shown in prose.filter(|code| code.starts_with("oit ")) {
            let words: Vec<&str> = shown.split_whitespace().skip(1).collect();
            let command = words[0];
            let is_command = |line: &str| line.trim_start().starts_with(&format!("{command} "));
            let known = command.starts_with("--") || overview.lines().any(is_command);
            assert!(known, "{name}: `{shown}`");
            let flags = words.iter().filter(|word| word.starts_with("--"));
            let has: String = if command.starts_with("--") {
                overview.clone()
            } else {
                help(&[command])
            };
            for flag in flags {
                assert!(has.contains(flag), "{name}: `{shown}`: {flag}");
            }
        }
    }
}
