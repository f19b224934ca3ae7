//! `sitemap.xml`, and `robots.txt`, which tells where it is.

use serde::Serialize;

use crate::model::{Date, address};
use crate::render::{Fault, Given, Renderer};

#[derive(Serialize)]
struct SitemapEntryView {
    url: String,
    updated: Option<String>,
}

/// Addresses, each with the day of its newest document.
pub(super) fn file<'a>(
    renderer: &Renderer<'_>,
    listed: impl Iterator<Item = (std::borrow::Cow<'a, str>, Option<Date>)>,
) -> Result<Vec<u8>, Fault> {
    let base = &renderer.builder.site.config.base;
    let entries = listed.map(|(address, day)| SitemapEntryView {
        url: base.whole(&address),
        updated: day.map(|day| day.to_string()),
    });
    let entries: Vec<SitemapEntryView> = entries.collect();
    let given = Given::of("entries", &entries);
    renderer.theme.render("sitemap.xml", &given)
}

pub(super) fn robots(renderer: &Renderer<'_>) -> String {
    let sitemap = renderer.builder.site.config.base.whole(address::SITEMAP);
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}
