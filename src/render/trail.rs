//! The way to a page: from the home page, step by step.
//!
//! In: the site. Out: the steps as templates get them, and as search engines do. Made once for all pages
//! of a year or an item, because ten thousand documents lie at the end of a few hundred ways.

use tera::Value;

use super::given::value;
use super::json::{Object, safe};
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
        trail.json += &self.next(&whole, &crumb.title);
        trail.json.push(',');
        trail.steps.push(crumb.clone());
        trail.shown = value(&trail.steps);
        trail
    }

    /// Whether it has no step.
    pub(super) fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The step behind the last one, in JSON-LD.
    pub(super) fn next(&self, url: &str, title: &str) -> String {
        let mut text = String::with_capacity(url.len() + title.len() + 64);
        Object::begin(&mut text)
            .text("@type", "ListItem")
            .text("item", url)
            .text("name", title)
            .number("position", self.steps.len() + 1)
            .end();
        safe(text)
    }
}
