//! The READMEs are run, not believed.

use crate::harness::{SiteTest, oit, repository, run};

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
