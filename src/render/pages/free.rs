//! A free page: `content/pages/about.md`.

use crate::assemble::links::From;
use crate::model::{Page, address};
use crate::render::markdown::{BodyContext, body};
use crate::render::view::DateView;
use crate::render::{Fault, Given, Renderer};

pub(super) fn page(renderer: &Renderer<'_>, free: &Page) -> Result<Vec<u8>, Fault> {
    let title = free.title.as_deref().unwrap_or_default();
    let mut page = renderer.free_page_view(title, &address::page(&free.slug));
    let described = || format!("{title} ของ{}", renderer.publisher());
    page.description = free.summary.clone().unwrap_or_else(described);
    page.is_article = free.date.is_some();
    let date = free.date.as_ref().map(|date| DateView::new(date.value));
    let revised = free.revised(renderer.builder.site.as_of).map(DateView::new);
    let given = Given::of("body_html", &body_html(renderer, free))
        .and("date", &date)
        .and("updated", &revised);
    renderer.show("page.html", page, given)
}

/// Its text; also that of the home page.
pub(super) fn body_html(renderer: &Renderer<'_>, page: &Page) -> String {
    let address = address::page(&page.slug);
    let context = BodyContext {
        links: renderer.builder.links,
        from: From::page(page, &address),
        top_heading: 2,
    };
    body(&page.body, context)
}
