//! The home page.

use crate::render::view::home_view;
use crate::render::{Fault, Given, Renderer};

pub(super) fn page(renderer: &Renderer<'_>) -> Result<Vec<u8>, Fault> {
    let site = renderer.builder.site;
    let text = site.pages.iter().find(|page| page.slug.is_empty());
    let text = text.filter(|page| site.is_page_rendered(page));
    let body = text.map(|page| super::free::body_html(renderer, page));
    let title = text.and_then(|page| page.title.as_deref());
    let title = title.unwrap_or(&site.config.title);
    let mut page = renderer.page_view(title, "/", None, &[]);
    page.description = text
        .and_then(|page| page.summary.clone())
        .unwrap_or_default();
    let view = home_view(renderer.builder, body.unwrap_or_default());
    renderer.show("home.html", &page, Given::of("home", &view))
}
