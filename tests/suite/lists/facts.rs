//! The tables of facts that the lists are held to.

use crate::harness::repository;

/// A row of a table of facts, by the names of its columns.
pub(super) struct Fact {
    names: Vec<String>,
    values: Vec<String>,
}

impl Fact {
    pub(super) fn get(&self, name: &str) -> &str {
        let at = self.names.iter().position(|known| known == name).unwrap();
        &self.values[at]
    }

    /// A value without the mark of what is recollection only.
    pub(super) fn plain(&self, name: &str) -> &str {
        self.get(name).trim_end_matches(" [?]")
    }

    /// The components; what the one who gathered them says in brackets is no part of them.
    pub(super) fn components(&self, name: &str) -> Vec<String> {
        let parts = self.get(name).split(" | ").map(|part| {
            // A note may be all that there is.
            let part = part.split(" [").next().unwrap().trim();
            if part.starts_with('[') { "" } else { part }.to_owned()
        });
        parts.filter(|part| !part.is_empty()).collect()
    }

    pub(super) fn number(&self) -> u16 {
        self.get("item")[1..].parse().unwrap()
    }
}

/// The rows of a table of `tests/fixtures/lists`.
pub(super) fn facts(name: &str) -> Vec<Fact> {
    let path = repository().join("tests/fixtures/lists").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let row = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    let mut lines = text.lines();
    let names = row(lines.next().unwrap());
    let facts: Vec<Fact> = lines
        .map(|line| Fact {
            names: names.clone(),
            values: row(line),
        })
        .collect();
    assert!(!facts.is_empty());
    facts
}
