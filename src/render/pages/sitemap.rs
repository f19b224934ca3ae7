//! `sitemap.xml`, and `robots.txt`, which tells where it is.

use serde::Serialize;

use crate::model::{Date, address};
use crate::render::{Fault, Given, Renderer};

#[derive(Serialize)]
struct SitemapEntryView {
    url: String,
    updated: Option<String>,
}

/// Addresses of a file, at most: search engines read no more (sitemaps.org).
pub(super) const MOST: usize = 50_000;

/// `sitemap.xml`: the addresses, each with the day of its newest document; of more than one file may list, where the
/// parts are.
pub(super) fn whole<'a>(
    renderer: &Renderer<'_>,
    listed: impl Iterator<Item = (std::borrow::Cow<'a, str>, Option<Date>)>,
) -> Result<Vec<u8>, Fault> {
    let listed: Vec<_> = listed.collect();
    if listed.len() <= MOST {
        return part(renderer, listed.into_iter());
    }
    let base = &renderer.builder.site.config.base;
    let parts = 1..=listed.len().div_ceil(MOST);
    let parts: Vec<String> = parts
        .map(|part| base.whole(&address::sitemap_part(part)))
        .collect();
    let none: [SitemapEntryView; 0] = [];
    let given = Given::of("parts", &parts).and("entries", &none);
    renderer.theme.render("sitemap.xml", &given)
}

/// A file of addresses.
pub(super) fn part<'a>(
    renderer: &Renderer<'_>,
    listed: impl Iterator<Item = (std::borrow::Cow<'a, str>, Option<Date>)>,
) -> Result<Vec<u8>, Fault> {
    let base = &renderer.builder.site.config.base;
    let entries = listed.map(|(address, day)| SitemapEntryView {
        url: base.whole(&address),
        updated: day.map(|day| day.to_string()),
    });
    let entries: Vec<SitemapEntryView> = entries.collect();
    let none: [&str; 0] = [];
    let given = Given::of("entries", &entries).and("parts", &none);
    renderer.theme.render("sitemap.xml", &given)
}

pub(super) fn robots(renderer: &Renderer<'_>) -> String {
    let site = renderer.builder.site;
    if site.drafts {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let sitemap = site.config.base.whole(address::SITEMAP);
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}
