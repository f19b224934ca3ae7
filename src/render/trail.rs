//! The way to a page: from the home page, step by step.
//!
//! In: the site. Out: the steps as templates get them, and as search engines do. Made once for all pages
//! of a year or an item, because ten thousand documents lie at the end of a few hundred ways.

use tera::Value;

use super::given::value;
use super::structured::step;
use super::view::{Builder, CrumbView};

/// The way to a page, the page itself left out.
#[derive(Clone)]
pub(super) struct Trail {
    steps: Vec<CrumbView>,
    /// The steps as templates get them.
    pub(super) shown: Value,
    /// The same in JSON-LD, a comma behind each.
    pub(super) json: String,
}

impl Trail {
    /// The way to the home page.
    pub(super) fn none() -> Self {
        Self {
            steps: Vec::new(),
            shown: value(&Vec::<CrumbView>::new()),
            json: String::new(),
        }
    }

    /// The way that goes on with a step.
    pub(super) fn and(&self, builder: Builder<'_>, crumb: &CrumbView) -> Self {
        let mut trail = self.clone();
        let whole = builder.site.config.base.absolute(&crumb.url);
        trail.steps.push(crumb.clone());
        trail.json += &step(&whole, &crumb.title, trail.steps.len());
        trail.json.push(',');
        trail.shown = value(&trail.steps);
        trail
    }

    /// How many steps it has.
    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }
}
