//! Where a component is shown: the document, and in it the table or heading that says it.
//!
//! Front matter names the document only. An evaluator should not have to look for the rest, so the
//! dataset that shows the component, the heading or file whose words are the component's own, or the files of a
//! document without text are looked up here; without any the link leads to the document.

use serde::Serialize;

use super::Builder;
use crate::assemble::shown::shows;
use crate::model::{
    Component, Dataset, Document, DocumentId, Item, Requirement, ShownBy, is_picture,
};
use crate::thai::numeral::{is_thai, is_thai_digit};

/// How many documents of a component are told, and parts of each; a reader opens one or two.
const DOCUMENTS: usize = 3;
const PARTS: usize = 6;

/// A heading of fewer letters says too little to be found by.
const LEAST_LETTERS: usize = 6;

/// A heading that shares fewer runs with a component may share them with any.
const LEAST_SHARED: usize = 8;

/// Where the item page shows its lead document.
const LEAD: &str = "_lead";

/// A place that shows a component.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ShownAtView {
    /// The document's title.
    title: String,
    /// The heading, table or file in it; empty where only the document is known.
    part: String,
    /// The document's address with the anchor of the part, or that of the file.
    url: String,
    /// Whether it stands on the item page itself.
    is_here: bool,
}

/// The places in the first documents that show a component, and how many documents are left.
pub(super) fn shown_at(
    builder: Builder<'_>,
    item: &Item,
    component: &Component,
    documents: &[DocumentId],
) -> (Vec<ShownAtView>, usize) {
    let mut places = Vec::new();
    let mut wanted = runs(&component.text);
    wanted.sort_unstable();
    for id in documents.iter().take(DOCUMENTS) {
        let document = builder.site.document(*id);
        let is_here = document.slug.is_none() && document.item == item.number;
        let mut parts = parts(builder, document, component, &wanted);
        parts.truncate(PARTS);
        if parts.is_empty() {
            let anchor = if is_here { LEAD } else { "" };
            parts.push(ShownPart::at(String::new(), anchor));
        }
        places.extend(parts.into_iter().map(|part| ShownAtView {
            title: builder.site.title_of(document).to_owned(),
            url: part.url(builder, document),
            part: part.title,
            is_here,
        }));
    }
    (places, documents.len().saturating_sub(DOCUMENTS))
}

/// A part of a document.
struct ShownPart {
    title: String,
    /// Where it stands in the document; empty for the document as a whole.
    anchor: String,
    /// Its own address, for a file.
    file: Option<String>,
}

impl ShownPart {
    fn at(title: String, anchor: &str) -> Self {
        Self {
            title,
            anchor: anchor.to_owned(),
            file: None,
        }
    }

    fn url(&self, builder: Builder<'_>, document: &Document) -> String {
        match &self.file {
            Some(address) => builder.local(address),
            None if self.anchor.is_empty() => builder.local(&document.address),
            None => builder.local(&format!("{}#{}", document.address, self.anchor)),
        }
    }
}

/// The parts of a document that show a component. `wanted`: the runs of its text, sorted.
fn parts(
    builder: Builder<'_>,
    document: &Document,
    component: &Component,
    wanted: &[RunHash],
) -> Vec<ShownPart> {
    if let Some(shown_by) = &component.shown_by
        && let Some(dataset) = document
            .datasets
            .iter()
            .find(|dataset| dataset.has_contents() && shows(dataset, shown_by))
    {
        return vec![ShownPart::at(
            dataset_title(document, shown_by),
            &anchor(dataset),
        )];
    }
    let headings = document.body.headings.iter();
    let headings = headings.map(|heading| ShownPart::at(heading.text.clone(), &heading.anchor));
    let mut files = files(builder, document);
    let speaking = headings
        .clone()
        .filter(|part| speaks_of(&part.title, wanted));
    let named = files.extract_if(.., |file| speaks_of(&file.title, wanted));
    let places: Vec<ShownPart> = speaking.chain(named).collect();
    match (&places[..], &document.datasets[..]) {
        // A document that is one table and no more.
        ([], [only]) if document.body.headings.is_empty() => {
            let title = document.dataset_title(only.kind).to_owned();
            vec![ShownPart::at(title, &anchor(only))]
        }
        ([], []) if !document.body.has_substance => files,
        ([], _) => nearest(headings, wanted).into_iter().collect(),
        _ => places,
    }
}

/// The files of a document; pictures without a title stand in its text.
fn files(builder: Builder<'_>, document: &Document) -> Vec<ShownPart> {
    let files = builder.files_of(document).into_iter();
    let to_open = files.filter(|(file, title)| *title != file.name || !is_picture(&file.name));
    let parts = to_open.map(|(file, title)| ShownPart {
        title,
        anchor: String::new(),
        file: Some(file.address.clone()),
    });
    parts.collect()
}

/// The heading that shares most with a component, if that is half of it and more than a word.
fn nearest(headings: impl Iterator<Item = ShownPart>, wanted: &[RunHash]) -> Option<ShownPart> {
    let shares = |part: &ShownPart| {
        let all = runs(&part.title);
        let shared = shared(&all, wanted);
        (shared >= LEAST_SHARED && shared * 2 >= all.len()).then_some(shared)
    };
    let like = headings.filter_map(|part| Some((shares(&part)?, part)));
    like.max_by_key(|(shared, _)| *shared).map(|(_, part)| part)
}

fn anchor(dataset: &Dataset) -> String {
    format!("_{}", dataset.kind.name())
}

/// What a dataset is called where a component asks for it: for channels the kind that is asked for.
fn dataset_title(document: &Document, shown_by: &ShownBy) -> String {
    let kind = shown_by.dataset;
    let mut only = shown_by.requirements.iter();
    let title = only.find_map(|requirement| match requirement {
        Requirement::Only { column, value } => kind.choice_title(column, value),
        Requirement::AnyOf(_) => None,
    });
    title
        .unwrap_or_else(|| document.dataset_title(kind))
        .to_owned()
}

/// Three letters, one behind the other: quick to compare.
type RunHash = u64;

/// Whether most of a heading's words are those of a component, told by its runs: Thai has no spaces to tell
/// words by.
fn speaks_of(heading: &str, component: &[RunHash]) -> bool {
    let all = runs(heading);
    all.len() + 2 >= LEAST_LETTERS && shared(&all, component) * 4 >= all.len() * 3
}

/// How many of some runs are among those of a component.
fn shared(all: &[RunHash], component: &[RunHash]) -> usize {
    let shared = all
        .iter()
        .filter(|run| component.binary_search(run).is_ok());
    shared.count()
}

/// The runs of three letters of a text, as they come.
fn runs(text: &str) -> Vec<RunHash> {
    let letters = letters(text);
    let run = |run: &[char]| run.iter().fold(0, |run, c| run << 21 | u64::from(*c));
    letters.windows(3).map(run).collect()
}

/// A text without spaces, digits and signs, which headings and components set differently.
fn letters(text: &str) -> Vec<char> {
    // Nearly all are Thai, and the tables of all letters are slow to ask.
    let is_dropped = |c: char| match c {
        _ if is_thai(c) => is_thai_digit(c),
        _ => c.is_whitespace() || c.is_ascii_punctuation() || c.is_numeric(),
    };
    text.chars().filter(|c| !is_dropped(*c)).collect()
}

#[cfg(test)]
mod tests {
    use super::{runs, speaks_of};

    #[test]
    fn a_heading_speaks_of_a_component_in_its_words() {
        let is_of = |heading: &str, component: &str| {
            let mut wanted = runs(component);
            wanted.sort_unstable();
            speaks_of(heading, &wanted)
        };
        let budget = "แสดงรายละเอียดงบประมาณในแต่ละโครงการ/กิจกรรม";
        assert!(is_of("2. งบประมาณ", budget));
        assert!(is_of("รายละเอียดงบประมาณ โครงการ", budget));
        assert!(!is_of("ปัญหาและอุปสรรค", budget));
        assert!(!is_of("อื่น ๆ", "อื่น ๆ"));
    }
}
