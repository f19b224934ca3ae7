//! What was published of a year, as its `checklist.json` tells it.
//!
//! In: the text of a checklist. Out: the items that were published, and the addresses that were
//! given out. Apart from the guard because the text may come from anywhere.

use serde::Deserialize;

use crate::model::config::BaseUrl;
use crate::model::{FiscalYear, ItemNumber, address};

/// What was published of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedYear {
    /// The fiscal year of the checklist.
    pub year: FiscalYear,
    /// The items that were published, with their keys.
    pub(super) items: Vec<(ItemNumber, String)>,
    /// The pages of items, their documents and their files, what these were called before, and the free pages, as paths
    /// below the output folder.
    pub(super) files: Vec<String>,
    /// Where the site stood then; `None` of a year without items.
    pub(super) base: Option<BaseUrl>,
}

#[derive(Deserialize)]
struct Checklist {
    fiscal_year: i64,
    items: Vec<ListedItem>,
    // Older checklists tell neither.
    #[serde(default)]
    former: Vec<String>,
    #[serde(default)]
    pages: Vec<String>,
}

#[derive(Deserialize)]
struct ListedItem {
    item: String,
    key: String,
    published: bool,
    url: String,
    documents: Vec<ListedDocument>,
}

#[derive(Deserialize)]
struct ListedDocument {
    url: String,
    files: Vec<ListedFile>,
}

#[derive(Deserialize)]
struct ListedFile {
    url: String,
}

impl PublishedYear {
    /// Reads a `checklist.json`; `None` where it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}');
        let checklist: Checklist = serde_json::from_str(text).ok()?;
        let year = FiscalYear::new(checklist.fiscal_year)?;
        let mut items = Vec::new();
        let mut files = Vec::new();
        let mut top = None;
        for item in checklist.items {
            let number = ItemNumber::parse(&item.item)?;
            // The site may have had another address then; what is below it is the same.
            let base = item.url.strip_suffix(&format!("{year}/{number}/"))?;
            top.get_or_insert_with(|| base.to_owned());
            let inside = |url: &str| url.strip_prefix(base).map(address::to_output);
            files.extend(inside(&item.url));
            for document in &item.documents {
                files.extend(inside(&document.url));
                files.extend(document.files.iter().filter_map(|file| inside(&file.url)));
            }
            if item.published {
                items.push((number, item.key));
            }
        }
        let top = top.as_deref();
        let others = checklist.former.iter().chain(&checklist.pages);
        let inside = others.filter_map(|url| url.strip_prefix(top?).map(address::to_output));
        files.extend(inside);
        Some(Self {
            year,
            items,
            files,
            base: top.and_then(BaseUrl::parse),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::PublishedYear;

    #[test]
    fn a_checklist_of_any_address_and_nothing_else() {
        let text = r#"{ "fiscal_year": 2566, "agency": "", "items": [
            { "item": "o6", "key": "laws", "published": true, "url": "https://x.example/oit/2566/o6/",
              "documents": [ { "url": "https://x.example/oit/2566/o6/a%20b/",
                "files": [ { "url": "https://x.example/oit/2566/o6/a%20b.pdf" } ] } ] },
            { "item": "o7", "key": "news", "published": false, "url": "https://x.example/oit/2566/o7/",
              "documents": [] } ],
            "former": [ "https://x.example/oit/2566/o6/old.pdf" ],
            "pages": [ "https://x.example/oit/pages/about/" ] }"#;
        let before = PublishedYear::parse(text).unwrap();
        assert_eq!(before.items.len(), 1);
        let files = [
            "2566/o6/index.html",
            "2566/o6/a b/index.html",
            "2566/o6/a b.pdf",
            "2566/o7/index.html",
            "2566/o6/old.pdf",
            "pages/about/index.html",
        ];
        assert_eq!(before.files, files);
        for other in [
            "",
            "{}",
            "[]",
            "<html>",
            r#"{ "fiscal_year": 1, "items": [] }"#,
        ] {
            assert_eq!(PublishedYear::parse(other), None, "{other}");
        }
    }
}
