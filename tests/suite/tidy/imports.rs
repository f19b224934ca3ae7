//! Which file of the program imports from which.
//!
//! In: the files of `src`, without comments and unit tests. Out: for each file the files that define what its `use`
//! lines and its paths from `crate`, `super` or `self` name. A module that only passes a name on (`pub use`) is not the
//! file that defines it. That a module calls its own files by their names (`file::function`) does not count.

use std::collections::{BTreeMap, BTreeSet};

/// A path by its parts, from the root of the crate.
type Names = Vec<String>;

/// What the imports of one file are read from.
struct Source {
    file: String,
    module: Names,
    /// The files below it.
    children: BTreeSet<String>,
    /// The text without `use` lines.
    code: String,
    /// What a name at the start of a path stands for.
    scope: BTreeMap<String, Names>,
    /// The names that are passed on.
    exports: BTreeMap<String, Names>,
}

/// The files of the program, by module.
pub(super) struct Imports(BTreeMap<Names, Source>);

impl Imports {
    /// `files`: name and text of each.
    pub(super) fn of(files: &BTreeMap<String, String>) -> Self {
        let modules: BTreeSet<Names> = files.keys().map(|file| module(file)).collect();
        let sources = files.iter().map(|(file, text)| {
            let source = source(file, text, &modules);
            (source.module.clone(), source)
        });
        Self(sources.collect())
    }

    /// For each file those that it imports from.
    pub(super) fn edges(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let sources = self.0.values();
        let edges = sources.map(|source| {
            let paths = source.paths();
            let files = paths.iter().filter_map(|path| self.definer(path));
            let others = files.filter(|file| *file != source.file);
            (&*source.file, others.collect())
        });
        edges.collect()
    }

    /// The file that defines what a path names. `None` for a module itself: what is wanted of it, other paths say.
    fn definer(&self, path: &[String]) -> Option<&str> {
        let mut path = path.to_vec();
        loop {
            let length = (0..=path.len())
                .rev()
                .find(|length| self.0.contains_key(&path[..*length]))?;
            let source = &self.0[&path[..length]];
            let rest = &path[length..];
            match source.exports.get(rest.first()?) {
                Some(exported) => path = [exported, &rest[1..]].concat(),
                None => return Some(&source.file),
            }
        }
    }
}

impl Source {
    /// The paths that the file names, from the root of the crate.
    fn paths(&self) -> Vec<Names> {
        let mut paths: Vec<Names> = self.scope.values().cloned().collect();
        let tokens = (self.code).split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ':'));
        for token in tokens {
            let parts: Names = token.split("::").map(str::to_owned).collect();
            if let Some(exported) = self.exports.get(&parts[0]) {
                paths.push([exported, &parts[1..]].concat());
            } else if parts.len() > 1 && !self.children.contains(&parts[0]) {
                paths.extend(absolute(&self.module, &self.scope, &parts));
            }
        }
        paths
    }
}

/// The groups of files that import each other, each with its edges inside.
pub(super) fn circles(edges: &BTreeMap<&str, BTreeSet<&str>>) -> BTreeSet<Vec<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = (edges.keys())
        .map(|file| {
            let mut reached = BTreeSet::new();
            let mut next = vec![*file];
            while let Some(file) = next.pop() {
                let new = edges[file].iter().filter(|file| reached.insert(**file));
                next.extend(new);
            }
            (*file, reached)
        })
        .collect();
    let is_circle =
        |one: &str, other: &str| reached[one].contains(other) && reached[other].contains(one);
    let circles = edges.keys().map(|file| {
        let inside: Vec<&str> = (edges.keys().copied())
            .filter(|other| is_circle(file, other))
            .collect();
        let lines = inside.iter().flat_map(|from| {
            let to = edges[from].iter().filter(|to| inside.contains(to));
            to.map(move |to| format!("{from} -> {to}"))
        });
        lines.collect::<Vec<String>>()
    });
    circles.filter(|circle| !circle.is_empty()).collect()
}

/// `serve/http/mod.rs` is `serve::http`, `pipeline.rs` is `pipeline`, `lib.rs` the root.
fn module(file: &str) -> Names {
    let path = file.trim_end_matches(".rs");
    let path = path.trim_end_matches("/mod");
    let parts = path.split('/').filter(|part| *part != "lib");
    parts.map(str::to_owned).collect()
}

fn source(file: &str, text: &str, modules: &BTreeSet<Names>) -> Source {
    let module = module(file);
    let children = modules
        .iter()
        .filter(|other| other.len() == module.len() + 1 && other.starts_with(&module));
    let mut scope: BTreeMap<String, Names> = children
        .map(|child| (child[module.len()].clone(), child.clone()))
        .collect();
    let children = scope.keys().cloned().collect();
    let mut exports = BTreeMap::new();
    let mut code = String::new();
    let mut statements = text.lines();
    while let Some(line) = statements.next() {
        let line = without_comment(line);
        let Some((visibility, first)) = use_line(line) else {
            // `mod name;` names a file, not what is in it.
            if !(line.ends_with(';') && line.contains("mod ")) {
                code.extend([line, "\n"]);
            }
            continue;
        };
        let mut tree = first.to_owned();
        while !tree.ends_with(';') {
            tree += statements.next().map_or(";", without_comment);
        }
        let mut names = Vec::new();
        expand(&[], tree.trim_end_matches(';'), &mut names);
        for (name, path) in names {
            let Some(path) = absolute(&module, &scope, &path) else {
                continue;
            };
            if visibility.is_empty() {
                scope.insert(name, path);
            } else {
                exports.insert(name, path);
            }
        }
    }
    Source {
        file: file.to_owned(),
        module,
        children,
        code,
        scope,
        exports,
    }
}

fn without_comment(line: &str) -> &str {
    let line = line.trim();
    if line.starts_with("//") {
        return "";
    }
    line.split_once(" // ").map_or(line, |(code, _)| code)
}

/// The visibility and the tree of a line that starts a `use`.
fn use_line(line: &str) -> Option<(&str, &str)> {
    let (visibility, tree) = match line.strip_prefix("use ") {
        Some(tree) => ("", tree),
        None => line.split_once(" use ")?,
    };
    let is_visibility = visibility.is_empty()
        || visibility == "pub"
        || (visibility.starts_with("pub(") && visibility.ends_with(')'));
    is_visibility.then_some((visibility, tree))
}

/// The paths of a tree such as `a::{b, c as d}`, each with the name that it brings in.
fn expand(start: &[String], tree: &str, names: &mut Vec<(String, Names)>) {
    let tree = tree.trim();
    if let Some((path, inside)) = tree.split_once('{') {
        let parts = path.split("::").filter(|part| !part.is_empty());
        let start: Names = start
            .iter()
            .cloned()
            .chain(parts.map(str::to_owned))
            .collect();
        let inside = inside.strip_suffix('}').unwrap_or(inside);
        let mut depth = 0_i32;
        let branches = inside.split(|c: char| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            c == ',' && depth == 0
        });
        for branch in branches.filter(|branch| !branch.trim().is_empty()) {
            expand(&start, branch, names);
        }
        return;
    }
    let (path, renamed) = match tree.split_once(" as ") {
        Some((path, name)) => (path, Some(name.trim())),
        None => (tree, None),
    };
    let parts = path.trim().split("::").map(str::to_owned);
    let mut path: Names = start.iter().cloned().chain(parts).collect();
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    let name = renamed
        .or(path.last().map(String::as_str))
        .map(str::to_owned);
    names.extend(name.map(|name| (name, path)));
}

/// A path from the root of the crate; `None` where it leads into another crate or no module.
fn absolute(module: &[String], scope: &BTreeMap<String, Names>, path: &[String]) -> Option<Names> {
    let (first, rest) = path.split_first()?;
    let start = match first.as_str() {
        "crate" => Names::new(),
        "self" => module.to_vec(),
        "super" => {
            let above = &module[..module.len().checked_sub(1)?];
            if rest.first().is_some_and(|next| next == "super") {
                return absolute(above, scope, rest);
            }
            above.to_vec()
        }
        name => scope.get(name)?.clone(),
    };
    Some([&start, rest].concat())
}

fn found(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let files: BTreeMap<String, String> = (files.iter())
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
        .collect();
    let imports = Imports::of(&files);
    circles(&imports.edges()).into_iter().collect()
}

#[test]
fn a_circle_is_found_and_a_name_that_is_passed_on_is_none() {
    let child = ("a/b.rs", "use super::Shared;\nfn helper(shared: Shared) {}");
    let passes_on = ("a/mod.rs", "mod b;\npub use b::helper;\nstruct Shared;");
    assert!(found(&[child, passes_on]).is_empty());
    let circle = vec![
        "a/b.rs -> a/mod.rs".to_owned(),
        "a/mod.rs -> a/b.rs".to_owned(),
    ];
    for parent in [
        "use b::helper;\nstruct Shared;",
        "use b::{\n    helper,\n};\nstruct Shared;",
        "use self::b::{helper as other};\nstruct Shared;",
        "struct Shared;\nfn f() { crate::a::b::helper(Shared) }",
        "pub(super) use b::helper;\nstruct Shared;\nfn f() { helper(Shared) }",
    ] {
        assert_eq!(
            found(&[child, ("a/mod.rs", parent)]),
            std::slice::from_ref(&circle),
            "{parent}"
        );
    }
    for parent in [
        "// use b::helper;\nstruct Shared;",
        "mod b;\nstruct Shared;\nfn f() { b::helper(Shared) }",
        "mod b;\nuse b;\nstruct Shared;",
        "use std::b::helper;\nstruct Shared;",
    ] {
        assert!(found(&[child, ("a/mod.rs", parent)]).is_empty(), "{parent}");
    }
}
