//! Where a component is shown: the document, and in it the table or heading that says it.
//!
//! Front matter names the document only. An evaluator should not have to look for the rest, so the
//! dataset that shows the component, or the heading whose words are the component's own, is looked
//! up here; without either the link leads to the document.

use serde::Serialize;

use super::Builder;
use crate::assemble::shown::shows;
use crate::model::{Component, Document, DocumentId, Item};

/// The fewest letters a heading must share with a component to be taken for its place.
const LEAST_LETTERS: usize = 6;

/// Where the item page shows its lead document.
const LEAD: &str = "_lead";

/// A place that shows a component.
#[derive(Debug, Clone, Serialize)]
pub struct ShownAtView {
    /// The document's title.
    pub title: String,
    /// The heading or table in it; empty where only the document is known.
    pub part: String,
    /// The document's address, with the anchor of the part.
    pub url: String,
    /// Whether it stands on the item page itself.
    pub is_here: bool,
}

pub(super) fn shown_at(
    builder: Builder<'_>,
    item: &Item,
    component: &Component,
    documents: &[DocumentId],
) -> Vec<ShownAtView> {
    documents
        .iter()
        .map(|id| builder.site.document(*id))
        .map(|document| {
            let is_here = document.slug.is_none() && document.item == item.number;
            let (part, anchor) = part(document, component).unwrap_or_else(|| {
                (
                    String::new(),
                    if is_here {
                        LEAD.to_owned()
                    } else {
                        String::new()
                    },
                )
            });
            let mut address = document.address();
            if !anchor.is_empty() {
                address = format!("{address}#{anchor}");
            }
            ShownAtView {
                title: builder.site.title_of(document).to_owned(),
                part,
                url: builder.local(&address),
                is_here,
            }
        })
        .collect()
}

/// The part of a document that shows a component: its name and its anchor.
fn part(document: &Document, component: &Component) -> Option<(String, String)> {
    if let Some(shown_by) = &component.shown_by
        && let Some(dataset) = document
            .datasets
            .iter()
            .find(|dataset| dataset.has_contents() && shows(dataset, shown_by))
    {
        let anchor = format!("_{}", dataset.kind.name());
        return Some((dataset.kind.title().to_owned(), anchor));
    }
    let wanted = letters(&component.text);
    let shared = document.body.headings.iter().map(|heading| {
        let letters = letters(&heading.text);
        (
            longest_common_run(&letters, &wanted),
            letters.len(),
            heading,
        )
    });
    shared
        // Most of the heading must be the component's words; of equals the first stands.
        .filter(|(run, length, _)| *run >= LEAST_LETTERS && run * 4 >= length * 3)
        .max_by_key(|(run, _, heading)| (*run, std::cmp::Reverse(heading.anchor.len())))
        .map(|(_, _, heading)| (heading.text.clone(), heading.anchor.clone()))
}

/// A text without spaces, digits and signs, which headings and components set differently.
fn letters(text: &str) -> Vec<char> {
    let is_kept = |c: &char| !c.is_whitespace() && !c.is_ascii_punctuation() && !c.is_numeric();
    text.chars().filter(is_kept).collect()
}

/// The length of the longest run of letters that two texts share.
fn longest_common_run(one: &[char], other: &[char]) -> usize {
    let mut before = vec![0; other.len() + 1];
    let mut longest = 0;
    for a in one {
        let mut row = vec![0; other.len() + 1];
        for (at, b) in other.iter().enumerate() {
            if a == b {
                row[at + 1] = before[at] + 1;
                longest = longest.max(row[at + 1]);
            }
        }
        before = row;
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::{letters, longest_common_run};

    #[test]
    fn runs_are_counted_in_letters() {
        let run = |a: &str, b: &str| longest_common_run(&letters(a), &letters(b));
        assert_eq!(run("2. งบประมาณ", "แสดงรายละเอียดงบประมาณในแต่ละโครงการ"), 8);
        assert_eq!(run("อื่น ๆ", "ก"), 0);
    }
}
