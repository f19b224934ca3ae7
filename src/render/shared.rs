//! What many pages share, made ready once: the tree of a year, and where a reader may go from an item.
//!
//! In: the site. Out: values that a page's own are put beside. Apart from `page`, because a site of ten
//! thousand documents has a tree and neighbours for each item, not for each document.

use std::collections::HashMap;
use std::sync::OnceLock;

use rayon::prelude::*;
use tera::Value;

use super::fault::{Fault, not_made};
use super::given::Given;
use super::structured::organisation;
use super::theme::Theme;
use super::view::{Builder, LinkView, SubmissionView, around_view, submission_view, year_view};
use super::whole_words::keep_whole_in_tree;
use crate::model::{FiscalYear, ItemDefinition, ItemNumber, SubIndicator, Year};
use crate::thai::compounds::Compounds;

/// What many pages share.
pub(super) struct Shared<'a> {
    builder: Builder<'a>,
    theme: &'a Theme,
    /// Words that every page keeps whole.
    pub(super) compounds: Compounds,
    /// Whose site it is, for machines.
    pub(super) organisation: serde_json::Value,
    /// The way to the home page's neighbours: the free pages, the years.
    pub(super) trail: Vec<LinkView>,
    years: HashMap<FiscalYear, OfYear>,
    /// From the first time that a page of the item is asked for.
    items: HashMap<(FiscalYear, ItemNumber), OnceLock<Result<OfItem, Fault>>>,
}

/// What the pages of a year share.
struct OfYear {
    /// The way to what stands in the year.
    trail: Vec<LinkView>,
    /// The year as its tree is drawn from.
    view: Value,
    /// The tree with no item marked.
    nav_html: Value,
    /// What is handed in for the year, from the first time that it is asked for.
    submission: OnceLock<SubmissionView>,
}

/// What the pages of an item share.
pub(super) struct OfItem {
    /// The item, as its documents name it.
    pub(super) crumb: LinkView,
    /// The way to its page.
    pub(super) trail: Vec<LinkView>,
    /// The way to its documents.
    pub(super) document_trail: Vec<LinkView>,
    /// The tree of its year, the item marked as where the reader is.
    pub(super) nav_html: Value,
    /// The ways on: its neighbours, and its subject in other years.
    pub(super) around: Value,
    /// The same as they stand at the end of a page.
    pub(super) around_html: Value,
}

impl<'a> Shared<'a> {
    pub(super) fn new(builder: Builder<'a>, theme: &'a Theme) -> Result<Self, Fault> {
        let compounds = Compounds::built_in();
        let trail = vec![builder.link("หน้าแรก", "/")];
        let years = builder.site.years.par_iter();
        let years = years.map(|year| {
            let view = Value::try_from_serializable(&year_view(builder, year));
            let view =
                view.map_err(|error| not_made("themes/default/templates/nav.html", error))?;
            let of_year = OfYear {
                trail: longer(&trail, builder.year_crumb(year.fiscal_year())),
                nav_html: nav(theme, &compounds, &view, "")?,
                view,
                submission: OnceLock::new(),
            };
            Ok((year.fiscal_year(), of_year))
        });
        // The first fault in the order of the years, whichever thread was quicker.
        let years: Vec<Result<_, Fault>> = years.collect();
        let years: Result<_, Fault> = years.into_iter().collect();
        let items = builder.site.years.iter().flat_map(|year| {
            let items = year.items.iter();
            items.map(|item| ((year.fiscal_year(), item.number), OnceLock::new()))
        });
        Ok(Self {
            builder,
            theme,
            compounds,
            organisation: organisation(builder),
            trail,
            years: years?,
            items: items.collect(),
        })
    }

    /// The tree of a year with no item marked; empty for a year that the site does not have.
    pub(super) fn nav(&self, year: Option<FiscalYear>) -> Value {
        let of_year = year.and_then(|year| self.years.get(&year));
        of_year.map_or_else(|| Value::from(""), |of_year| of_year.nav_html.clone())
    }

    /// The way to what stands in a year.
    pub(super) fn trail_of(&self, year: FiscalYear) -> &[LinkView] {
        let of_year = self.years.get(&year);
        of_year.map_or(&self.trail, |of_year| &of_year.trail)
    }

    /// Has `show` done with what is handed in for a year: a page and two files show it.
    pub(super) fn submission<T>(&self, year: &Year, show: impl FnOnce(&SubmissionView) -> T) -> T {
        let view = || submission_view(self.builder, year);
        match self.years.get(&year.fiscal_year()) {
            Some(of_year) => show(of_year.submission.get_or_init(view)),
            None => show(&view()),
        }
    }

    /// What the pages of an item share; nothing for one that the year does not have.
    pub(super) fn item(&self, year: &Year, item: ItemNumber) -> Result<Option<&OfItem>, Fault> {
        let fiscal_year = year.fiscal_year();
        let mut items = year.framework.items();
        let (Some(once), Some(of_year), Some((_, sub, definition))) = (
            self.items.get(&(fiscal_year, item)),
            self.years.get(&fiscal_year),
            items.find(|(_, _, definition)| definition.number == item),
        ) else {
            return Ok(None);
        };
        let made = once.get_or_init(|| self.of_item(year, of_year, sub, definition));
        made.as_ref().map(Some).map_err(Clone::clone)
    }

    fn of_item(
        &self,
        year: &Year,
        of_year: &OfYear,
        sub: &SubIndicator,
        definition: &ItemDefinition,
    ) -> Result<OfItem, Fault> {
        let Self {
            builder,
            theme,
            compounds,
            ..
        } = self;
        let fiscal_year = year.fiscal_year();
        let view = around_view(*builder, year, definition);
        let given = Given::of("other_years", &view.other_years)
            .and("previous", &view.previous)
            .and("next", &view.next);
        let around = Value::try_from_serializable(&view);
        let around =
            around.map_err(|error| not_made("themes/default/templates/around.html", error))?;
        let crumb = builder.item_crumb(fiscal_year, definition);
        let branch = builder.branch_crumb(fiscal_year, &sub.code, &sub.title);
        Ok(OfItem {
            trail: longer(&of_year.trail, branch),
            document_trail: longer(&of_year.trail, crumb.clone()),
            crumb,
            nav_html: nav(
                theme,
                compounds,
                &of_year.view,
                &definition.number.to_string(),
            )?,
            around,
            around_html: Value::from(theme.part("around.html", &given)?),
        })
    }
}

/// The tree of a year, with its words kept whole. `current` is the item that is marked: `o12`, or empty.
fn nav(theme: &Theme, compounds: &Compounds, year: &Value, current: &str) -> Result<Value, Fault> {
    let given = Given::of("current", &current).and_shared("year", year);
    let tree = theme.part("nav.html", &given)?;
    let tree = keep_whole_in_tree(compounds, tree);
    Ok(Value::from(String::from_utf8_lossy(&tree)))
}

fn longer(trail: &[LinkView], step: LinkView) -> Vec<LinkView> {
    trail.iter().cloned().chain([step]).collect()
}
