//! The invariants of ARCHITECTURE.md that the source itself can prove (design: "What must stay
//! true", marked †).

use std::collections::{BTreeMap, BTreeSet};

use oit::model::{DatasetKind, Duty, Feed};
use oit::parse::framework::{built_in, built_in_years, framework};

use crate::harness::{repository, tree};

mod imports;

/// The modules in their order: each may import only from those before it.
const ORDER: &[&str] = &[
    "files", "span", "html", "thai", "model", "problem", "read", "parse", "evidence", "rows",
    "assemble", "rollover", "rename", "check", "report", "render", "publish", "readings",
    "pipeline", "serve", "cli", "command",
];

/// The edges there are. A new one is a decision: it is written here, and seen in review.
const EDGES: &[(&str, &[&str])] = &[
    ("files", &[]),
    ("span", &["files"]),
    ("html", &[]),
    ("thai", &[]),
    ("model", &["files", "span", "thai"]),
    ("problem", &["files", "span", "thai", "model"]),
    ("read", &["files", "thai"]),
    (
        "parse",
        &["files", "span", "html", "thai", "model", "problem", "read"],
    ),
    (
        "evidence",
        &["files", "thai", "model", "problem", "read", "parse"],
    ),
    (
        "rows",
        &[
            "files", "span", "thai", "model", "problem", "parse", "evidence",
        ],
    ),
    (
        "assemble",
        &["files", "span", "thai", "model", "problem", "read", "parse"],
    ),
    (
        "rollover",
        &["files", "span", "thai", "model", "parse", "assemble"],
    ),
    ("rename", &["files", "span", "model", "parse", "assemble"]),
    (
        "check",
        &[
            "files", "span", "thai", "model", "problem", "parse", "assemble", "rollover",
        ],
    ),
    ("report", &["thai"]),
    (
        "render",
        &[
            "files", "span", "html", "thai", "model", "problem", "parse", "assemble", "report",
        ],
    ),
    (
        "publish",
        &["files", "span", "model", "problem", "read", "parse"],
    ),
    ("readings", &["files", "model", "problem", "parse", "check"]),
    (
        "pipeline",
        &[
            "files", "span", "model", "problem", "read", "parse", "evidence", "rows", "assemble",
            "check", "render", "publish", "readings",
        ],
    ),
    (
        "serve",
        &[
            "files", "html", "model", "problem", "read", "evidence", "render", "readings",
            "pipeline",
        ],
    ),
    ("cli", &["problem", "thai"]),
    (
        "command",
        &[
            "files", "span", "thai", "model", "problem", "read", "parse", "evidence", "assemble",
            "rollover", "rename", "check", "report", "render", "publish", "readings", "pipeline",
            "serve", "cli",
        ],
    ),
];

/// A file of nothing but unit tests.
const UNIT_TESTS: &str = "_tests.rs";

/// Files of tests with more than 400 lines of code, with the reason. None is to be added.
const LONG_TESTS: &[(&str, &str)] = &[
    ("datasets.rs", "every kind of dataset as it is drawn"),
    ("odd/made.rs", "one generator of odd input"),
    (
        "problems/mod.rs",
        "a case for every finding, and what runs the cases",
    ),
    ("problems/owed.rs", "a case for everything that can be owed"),
    ("report.rs", "every report in every format"),
    ("rollover.rs", "one year carried over, seen from every side"),
    (
        "schema.rs",
        "what an editor is told, beside what the program takes",
    ),
    (
        "serve/equality.rs",
        "one generator of edits, and what they are compared with",
    ),
];

fn sources() -> BTreeMap<String, String> {
    rust_files("src")
}

fn rust_files(folder: &str) -> BTreeMap<String, String> {
    tree(&repository().join(folder))
        .into_iter()
        .filter(|(name, _)| name.ends_with(".rs"))
        .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// The program without its unit tests.
fn programs() -> BTreeMap<String, String> {
    let sources = sources().into_iter();
    let programs = sources.filter(|(name, _)| !name.ends_with(UNIT_TESTS));
    programs
        .map(|(name, text)| (name, program(&text).to_owned()))
        .collect()
}

/// The part before the unit tests.
fn program(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap()
}

/// How many lines are neither blank nor a comment.
fn code_lines(text: &str) -> usize {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with("//"))
        .count()
}

fn module(name: &str) -> &str {
    name.split(['/', '.']).next().unwrap()
}

#[test]
fn imports_point_upwards_only() {
    let mut found: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let sources = sources();
    for (name, text) in &sources {
        if matches!(name.as_str(), "lib.rs" | "main.rs") {
            continue;
        }
        let edges = found.entry(module(name)).or_default();
        for rest in program(text).split("crate::").skip(1) {
            let target: String = rest
                .chars()
                .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                .collect();
            if target != module(name) && ORDER.contains(&target.as_str()) {
                edges.insert(target);
            }
        }
    }
    for (module, allowed) in EDGES {
        let at = ORDER.iter().position(|name| name == module).unwrap();
        for edge in *allowed {
            let to = ORDER.iter().position(|name| name == edge).unwrap();
            assert!(to < at, "the table itself points down: {module} -> {edge}");
        }
        let real = found.remove(module).unwrap_or_default();
        let allowed: BTreeSet<String> = allowed.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(real, allowed, "imports of {module}");
    }
    assert!(found.is_empty(), "modules that no table knows: {found:?}");
}

/// A new year is a new file: what the program does for an item, the framework asks for by a key of its own
/// (`feed`, `duties`, `rule` …).
#[test]
fn no_key_of_an_item_stands_in_the_source() {
    // Words that mean something else as well: datasets, and what those keys may say.
    let datasets = DatasetKind::ALL.map(DatasetKind::name);
    let feeds = Feed::NAMES.map(|(name, _)| name);
    let duties = Duty::NAMES.map(|(name, _)| name);
    let others = [&datasets[..], &feeds[..], &duties[..]].concat();
    let mut keys = BTreeSet::new();
    for year in built_in_years() {
        let (path, text) = built_in(year).unwrap();
        let (framework, _) = framework(&path, &text, year);
        for (_, _, item) in framework.items() {
            keys.insert(item.key.clone());
            keys.extend(item.formerly.iter().cloned());
        }
    }
    assert!(keys.len() > 43, "{keys:?}");
    keys.retain(|key| !others.contains(&&**key));
    for (name, text) in sources() {
        for word in program(&text).split('"') {
            assert!(!keys.contains(word), "{name} names the item {word}");
        }
    }
}

#[test]
fn rendering_only_looks_frameworks_up() {
    for (name, text) in sources() {
        let parses = name.starts_with("render/") && program(&text).contains("parse::framework");
        assert!(!parses, "{name} reads a framework file");
    }
}

#[test]
fn lib_lists_the_modules_in_their_order() {
    let lib = &sources()["lib.rs"];
    let listed: Vec<&str> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(listed, ORDER);
}

#[test]
fn only_read_and_publish_touch_the_disk() {
    for (name, text) in sources() {
        if matches!(module(&name), "read" | "publish") {
            continue;
        }
        for forbidden in ["std::fs", "File::", "OpenOptions", "walkdir", "WalkDir"] {
            assert!(
                !program(&text).contains(forbidden),
                "{name} has {forbidden}"
            );
        }
    }
}

#[test]
fn nothing_is_global_nothing_exits_and_only_commands_print() {
    for (name, text) in sources() {
        let text = program(&text);
        for line in text.lines().map(str::trim) {
            let interior = ["Mutex", "Cell", "Atomic", "OnceLock", "LazyLock", "RwLock"];
            let is_static = line.starts_with("static ") || line.contains(" static ");
            // Whether this thread's panics are caught: nothing but the thread can know.
            let is_of_thread = name == "evidence/guarded.rs";
            assert!(
                is_of_thread || !(is_static && interior.iter().any(|kind| line.contains(kind))),
                "{name}: {line}"
            );
            assert!(
                !line.contains("process::exit") && !line.contains(".exit()"),
                "{name}: {line}"
            );
            assert!(!line.contains(".unwrap()"), "{name}: {line}");
            let prints = [
                "println!",
                "print!(",
                "eprintln!",
                "eprint!(",
                "io::stdout",
                "io::stderr",
            ];
            assert!(
                module(&name) == "command" || !prints.iter().any(|print| line.contains(print)),
                "{name}: {line}"
            );
        }
    }
}

/// Files that import each other can only be read together.
#[test]
fn no_two_files_import_each_other() {
    let mut files = programs();
    files.remove("main.rs");
    let imports = imports::Imports::of(&files);
    let edges = imports.edges();
    assert!(edges.values().map(BTreeSet::len).sum::<usize>() > 500);
    let circles = imports::circles(&edges);
    let circles: Vec<String> = circles.iter().map(|circle| circle.join("\n")).collect();
    assert!(circles.is_empty(), "\n{}\n", circles.join("\n\n"));
}

/// Who searches for a type finds one.
#[test]
fn a_type_name_stands_once() {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, text) in programs() {
        // Types of a trait stand inside.
        for line in text.lines().filter(|line| !line.starts_with(' ')) {
            let mut words = line.split([' ', '<', '(', ')', '{', ';', ':', '=']);
            let is_kind =
                |word: &&str| matches!(*word, "struct" | "enum" | "union" | "trait" | "type");
            let is_type =
                !line.starts_with("//") && words.by_ref().take(7).any(|word| is_kind(&word));
            if let Some(name) = words.next().filter(|_| is_type) {
                files.entry(name.to_owned()).or_default().push(file.clone());
            }
        }
    }
    assert!(files.len() > 300, "{}", files.len());
    files.retain(|_, files| files.len() > 1);
    assert!(files.is_empty(), "{files:#?}");
}

#[test]
fn every_file_says_what_it_is_and_stays_small() {
    for (name, text) in sources() {
        assert!(text.starts_with("//! "), "{name} does not open with //!");
        let lines = code_lines(program(&text));
        assert!(lines <= 400, "{name} has {lines} lines of code");
        for (function, length) in functions(&text) {
            assert!(length < 60, "{name}: {function} has {length} lines");
        }
    }
    let tests = rust_files("tests/suite");
    for (name, text) in &tests {
        assert!(text.starts_with("//! "), "{name} does not open with //!");
        let lines = code_lines(text);
        let is_long = LONG_TESTS.iter().any(|(long, _)| long == name);
        assert_eq!(lines > 400, is_long, "{name} has {lines} lines of code");
    }
    for (long, _) in LONG_TESTS {
        assert!(tests.contains_key(*long), "{long} is not there any more");
    }
}

/// Functions with their length in lines, by rustfmt's indentation.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let trimmed = line.trim_start();
        let is_function = [
            "fn ",
            "pub fn ",
            "pub(super) fn ",
            "pub(crate) fn ",
            "pub(in crate::render) fn ",
        ]
        .iter()
        .any(|start| trimmed.starts_with(start));
        if is_function {
            let indent = &line[..line.len() - trimmed.len()];
            let end = format!("{indent}}}");
            let length = lines[at..]
                .iter()
                .position(|line| *line == end)
                .unwrap_or(0);
            found.push((trimmed.to_owned(), length + 1));
        }
    }
    found
}

#[test]
fn the_model_is_not_serialised_and_knows_no_command_line() {
    for (name, text) in sources() {
        if module(&name) == "model" {
            let code = program(&text)
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            for line in code {
                for forbidden in ["Serialize", "clap", "serde"] {
                    assert!(!line.contains(forbidden), "{name} has {forbidden}");
                }
            }
        }
    }
}
