//! What many pages share, made ready once: the tree of a year, and where a reader may go from an item.
//!
//! In: the site. Out: values that a page's own are put beside. Apart from `page`, because a site of ten
//! thousand documents has a tree for each year and neighbours for each item, not for each document.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;
use tera::Value;

use super::structured::organisation;
use super::given::Given;
use super::theme::{Fault, Theme};
use super::view::{Builder, SubmissionView, around_view, submission_view, year_view};
use crate::model::{FiscalYear, ItemNumber, Year};

/// What many pages share.
pub(super) struct Shared {
    /// Whose site it is, for machines.
    pub(super) organisation: String,
    trees: HashMap<FiscalYear, Tree>,
    /// What is handed in for each year, from the first time it is asked for: a page and two files say it.
    submissions: HashMap<FiscalYear, OnceLock<SubmissionView>>,
    /// What every page of the site has.
    pub(super) frame: Frame,
    /// The ways on from each item, from the first time they are asked for.
    around: HashMap<(FiscalYear, ItemNumber), OnceLock<Result<Value, Fault>>>,
}

/// What is the same on every page of the site, as HTML.
pub(super) struct Frame {
    pub(super) head: Value,
    pub(super) header: Value,
    pub(super) footer: Value,
}

impl Frame {
    fn of(theme: &Theme) -> Result<Self, Fault> {
        let part = |template| theme.part(template, &Given::default()).map(Value::from);
        Ok(Self {
            head: part("head.html")?,
            header: part("header.html")?,
            footer: part("footer.html")?,
        })
    }
}

/// The tree of a year as HTML, and where in it the items stand.
struct Tree {
    html: String,
    items: HashMap<ItemNumber, usize>,
    /// The tree as it was asked for last: the documents of an item are rendered one after another.
    last: Mutex<(Option<ItemNumber>, Value)>,
}

impl Tree {
    fn of(builder: Builder<'_>, theme: &Theme, year: &Year) -> Result<Self, Fault> {
        let given = Given::of("year", &year_view(builder, year));
        let html = theme.part("nav.html", &given)?;
        let place = |number| Some((number, html.find(&mark(number))?));
        let items = year.items.iter().filter_map(|item| place(item.number));
        let items = items.collect();
        let last = Mutex::new((None, Value::from(html.as_str())));
        Ok(Self { html, items, last })
    }
}

impl Shared {
    pub(super) fn new(builder: Builder<'_>, theme: &Theme) -> Result<Self, Fault> {
        let years = builder.site.years.par_iter();
        let trees = years.map(|year| Ok((year.fiscal_year(), Tree::of(builder, theme, year)?)));
        // The first fault in the order of the years, whichever thread was quicker.
        let trees: Vec<Result<_, Fault>> = trees.collect();
        let trees = trees
            .into_iter()
            .collect::<Result<HashMap<_, _>, Fault>>()?;
        let items = builder.site.years.iter().flat_map(|year| {
            let items = year.items.iter();
            items.map(|item| ((year.fiscal_year(), item.number), OnceLock::new()))
        });
        let around = items.collect();
        Ok(Self {
            organisation: organisation(builder),
            submissions: trees.keys().map(|year| (*year, OnceLock::new())).collect(),
            frame: Frame::of(theme)?,
            trees,
            around,
        })
    }

    /// What is handed in for a year of the site.
    pub(super) fn submission(&self, builder: Builder<'_>, year: &Year) -> Option<&SubmissionView> {
        let kept = self.submissions.get(&year.fiscal_year());
        kept.map(|kept| kept.get_or_init(|| submission_view(builder, year)))
    }

    /// The tree of a year with one item marked as where the reader is; empty for a year without one.
    pub(super) fn tree(&self, year: FiscalYear, current: Option<ItemNumber>) -> Value {
        const CURRENT: &str = "aria-current=\"page\" ";
        let Some(Tree { html, items, last }) = self.trees.get(&year) else {
            return Value::from("");
        };
        let mut last = last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.0 != current {
            let place = current.and_then(|item| items.get(&item));
            let marked = place.map(|place| {
                let (before, after) = html.split_at(*place);
                Value::from([before, CURRENT, after].concat())
            });
            *last = (
                current,
                marked.unwrap_or_else(|| Value::from(html.as_str())),
            );
        }
        last.1.clone()
    }

    /// The ways on from an item as HTML: its neighbours, and its subject in other years. Empty for an item
    /// that the year does not have.
    pub(super) fn around(
        &self,
        (builder, theme): (Builder<'_>, &Theme),
        (year, item): (FiscalYear, ItemNumber),
    ) -> Result<Value, Fault> {
        let Some(kept) = self.around.get(&(year, item)) else {
            return Ok(Value::from(""));
        };
        let made = || {
            let year = builder.site.year(year);
            let place = year.and_then(|year| Some((year, year.framework.item(item)?)));
            let view = place.map(|(year, item)| around_view(builder, year, item));
            let view = view.unwrap_or_default();
            let given = Given::of("other_years", &view.other_years)
                .and("previous", &view.previous)
                .and("next", &view.next);
            theme.part("around.html", &given).map(Value::from)
        };
        kept.get_or_init(made).clone()
    }
}

/// What marks an item in the tree.
fn mark(item: ItemNumber) -> String {
    format!("data-oit-item=\"{item}\"")
}
