//! What many pages share, made ready once: the tree of a year, and where a reader may go from an item.
//!
//! In: the site. Out: values that a page's own are put beside. Apart from `page`, because a site of ten
//! thousand documents has a tree for each year and neighbours for each item, not for each document.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde_json::Value as Json;
use tera::Context;

use super::structured::organisation;
use super::theme::{Fault, Part, Theme};
use super::view::{Builder, around_view, year_view};
use crate::model::{FiscalYear, ItemNumber};

/// What many pages share.
pub(super) struct Shared {
    /// Whose site it is, for machines.
    pub(super) organisation: Json,
    trees: HashMap<FiscalYear, Tree>,
    /// Around each item, from the first time it is asked for.
    around: HashMap<(FiscalYear, ItemNumber), OnceLock<Context>>,
}

/// The tree of a year as HTML, and where in it the items stand.
struct Tree {
    html: String,
    items: HashMap<ItemNumber, usize>,
}

impl Shared {
    pub(super) fn new(builder: Builder<'_>, theme: &Theme) -> Result<Self, Fault> {
        let mut trees = HashMap::new();
        let mut around = HashMap::new();
        for year in &builder.site.years {
            let fiscal_year = year.fiscal_year();
            let view = Part::new("year", year_view(builder, year));
            let html = theme.render("nav.html", &view)?;
            let place = |number| Some((number, html.find(&mark(number))?));
            let items = year.items.iter().filter_map(|item| place(item.number));
            let items = items.collect();
            trees.insert(fiscal_year, Tree { html, items });
            let items = year.items.iter().map(|item| (fiscal_year, item.number));
            around.extend(items.map(|item| (item, OnceLock::new())));
        }
        Ok(Self {
            organisation: organisation(builder),
            trees,
            around,
        })
    }

    /// The tree of a year with one item marked as where the reader is; empty for a year without one.
    pub(super) fn tree(&self, year: FiscalYear, current: Option<ItemNumber>) -> String {
        const CURRENT: &str = "aria-current=\"page\" ";
        let Some(Tree { html, items }) = self.trees.get(&year) else {
            return String::new();
        };
        let Some(place) = current.and_then(|item| items.get(&item)) else {
            return html.clone();
        };
        let mut marked = String::with_capacity(html.len() + CURRENT.len());
        marked.push_str(&html[..*place]);
        marked.push_str(CURRENT);
        marked.push_str(&html[*place..]);
        marked
    }

    /// Puts beside a page's own values the neighbours of an item and its subject in other years.
    pub(super) fn put_around(
        &self,
        context: &mut Context,
        builder: Builder<'_>,
        (year, item): (FiscalYear, ItemNumber),
    ) {
        let Some(kept) = self.around.get(&(year, item)) else {
            return;
        };
        let around = kept.get_or_init(|| {
            let year = builder.site.year(year);
            let found = year.and_then(|year| Some((year, year.framework.item(item)?)));
            let view = found.map(|(year, item)| around_view(builder, year, item));
            let context = view.and_then(|view| Context::from_serialize(&view).ok());
            context.unwrap_or_default()
        });
        context.extend(around.clone());
    }
}

/// What marks an item in the tree.
fn mark(item: ItemNumber) -> String {
    format!("data-oit-item=\"{item}\"")
}
