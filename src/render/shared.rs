//! What many pages share, made ready once: the tree of a year, and where a reader may go from an item.
//!
//! In: the site. Out: values that a page's own are put beside. Apart from `page`, because a site of ten
//! thousand documents has a tree for each year and neighbours for each item, not for each document.

use std::collections::HashMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;
use tera::Value;

use super::given::{Given, value};
use super::structured::organisation;
use super::theme::{Fault, Theme};
use super::trail::Trail;
use super::view::{Builder, SubmissionView, around_view, submission_view, year_view};
use crate::model::{FiscalYear, ItemNumber, Year};

/// What many pages share.
pub(super) struct Shared {
    /// Whose site it is, for machines.
    pub(super) organisation: String,
    /// The way to the home page's neighbours: the free pages, the years.
    pub(super) trail: Trail,
    trees: HashMap<FiscalYear, Tree>,
    /// What is handed in for each year, from the first time it is asked for: a page and two files say it.
    submissions: HashMap<FiscalYear, OnceLock<SubmissionView>>,
    /// What every page of the site has.
    pub(super) frame: Frame,
    /// What the pages of each item share, from the first time it is asked for.
    items: HashMap<(FiscalYear, ItemNumber), OnceLock<Result<OfItem, Fault>>>,
}

/// What is the same on every page of the site, as HTML.
pub(super) struct Frame {
    pub(super) head: Value,
    pub(super) menu: Value,
    pub(super) find: Value,
    pub(super) footer: Value,
}

impl Frame {
    fn of(theme: &Theme) -> Result<Self, Fault> {
        let part = |template| theme.part(template, &Given::default()).map(Value::from);
        Ok(Self {
            head: part("head.html")?,
            menu: part("menu.html")?,
            find: part("find-field.html")?,
            footer: part("footer.html")?,
        })
    }
}

/// What the pages of an item share.
pub(super) struct OfItem {
    /// The item, as its documents name it.
    pub(super) crumb: Value,
    /// The way to its page.
    pub(super) trail: Trail,
    /// The way to its documents.
    pub(super) document_trail: Trail,
    /// The ways on: its neighbours, and its subject in other years.
    pub(super) around_html: Value,
    /// Whether the year's framework records components.
    pub(super) components_recorded: bool,
}

/// The tree of a year as HTML, and where in it the items stand.
struct Tree {
    /// The way to what stands in the year.
    trail: Trail,
    html: String,
    items: HashMap<ItemNumber, usize>,
    /// The tree as it was asked for last: the documents of an item are rendered one after another.
    last: Mutex<(Option<ItemNumber>, Value)>,
}

impl Tree {
    fn of(
        (builder, theme): (Builder<'_>, &Theme),
        trail: &Trail,
        year: &Year,
    ) -> Result<Self, Fault> {
        let given = Given::of("year", &year_view(builder, year));
        let html = theme.part("nav.html", &given)?;
        let place = |number| Some((number, html.find(&mark(number))?));
        let items = year.items.iter().filter_map(|item| place(item.number));
        let items = items.collect();
        let last = Mutex::new((None, Value::from(html.as_str())));
        let trail = trail.and(builder, &builder.year_crumb(year.fiscal_year()));
        Ok(Self {
            trail,
            html,
            items,
            last,
        })
    }
}

impl Shared {
    pub(super) fn new(builder: Builder<'_>, theme: &Theme) -> Result<Self, Fault> {
        let trail = Trail::none().and(builder, &builder.crumb("หน้าแรก", "/"));
        let years = builder.site.years.par_iter();
        let trees = years.map(|year| {
            let tree = Tree::of((builder, theme), &trail, year)?;
            Ok((year.fiscal_year(), tree))
        });
        // The first fault in the order of the years, whichever thread was quicker.
        let trees: Vec<Result<_, Fault>> = trees.collect();
        let trees = trees
            .into_iter()
            .collect::<Result<HashMap<_, _>, Fault>>()?;
        let items = builder.site.years.iter().flat_map(|year| {
            let items = year.items.iter();
            items.map(|item| ((year.fiscal_year(), item.number), OnceLock::new()))
        });
        let items = items.collect();
        Ok(Self {
            organisation: organisation(builder),
            submissions: trees.keys().map(|year| (*year, OnceLock::new())).collect(),
            frame: Frame::of(theme)?,
            trail,
            trees,
            items,
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
        let Some(Tree {
            html, items, last, ..
        }) = self.trees.get(&year)
        else {
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

    /// The way to what stands in a year.
    pub(super) fn trail_of(&self, year: FiscalYear) -> &Trail {
        self.trees
            .get(&year)
            .map_or(&self.trail, |tree| &tree.trail)
    }

    /// What the pages of an item share; nothing for one that the year does not have.
    pub(super) fn item(
        &self,
        (builder, theme): (Builder<'_>, &Theme),
        (year, item): (&Year, ItemNumber),
    ) -> Result<Option<&OfItem>, Fault> {
        let fiscal_year = year.fiscal_year();
        let Some(kept) = self.items.get(&(fiscal_year, item)) else {
            return Ok(None);
        };
        let mut items = year.framework.items();
        let Some((_, sub, definition)) = items.find(|(_, _, known)| known.number == item) else {
            return Ok(None);
        };
        let made = || {
            let view = around_view(builder, year, definition);
            let given = Given::of("other_years", &view.other_years)
                .and("previous", &view.previous)
                .and("next", &view.next);
            let crumb = builder.item_crumb(fiscal_year, definition);
            let branch = builder.branch_crumb(fiscal_year, &sub.code, &sub.title);
            let trail = self.trail_of(fiscal_year);
            Ok(OfItem {
                crumb: value(&crumb),
                trail: trail.and(builder, &branch),
                document_trail: trail.and(builder, &crumb),
                around_html: Value::from(theme.part("around.html", &given)?),
                components_recorded: year.framework.records_components(),
            })
        };
        let made = kept.get_or_init(made);
        made.as_ref().map(Some).map_err(Clone::clone)
    }
}

/// What marks an item in the tree.
fn mark(item: ItemNumber) -> String {
    format!("data-oit-item=\"{item}\"")
}
