//! A further document of an item.

use serde_json::Value;

use crate::model::{Document, DocumentId, Feed, Year};
use crate::render::structured::{datasets, news_article};
use crate::render::view::document_view;
use crate::render::{Fault, Given, Renderer};

/// What stands at an address that the document had before.
pub(super) fn redirect(renderer: &Renderer<'_>, now: &str) -> Result<Vec<u8>, Fault> {
    let title = "กำลังไปยังที่อยู่ใหม่ของเอกสาร";
    renderer.redirect(title, "ไปยังที่อยู่ใหม่ของเอกสาร", now)
}

pub(super) fn page(renderer: &Renderer<'_>, id: DocumentId) -> Result<Vec<u8>, Fault> {
    let document = renderer.site().document(id);
    renderer.with_year(document.year, |of_year| {
        let Some(shared) = renderer.shared.item(of_year, document.item)? else {
            return Ok(Vec::new());
        };
        let view = document_view(renderer.builder, id, 2);
        let trail = &shared.document_trail;
        let year = Some(document.year);
        let mut page = renderer.page_view(&view.title, &document.address, year, trail);
        page.of_year = format!("({} ปี {})", document.item.label(), document.year);
        page.nav_html = shared.nav_html.clone();
        page.description = if view.summary.is_empty() {
            let item = &shared.crumb.title;
            let publisher = renderer.publisher();
            format!(
                "{} เอกสารของข้อ {item} ปีงบประมาณ {} ของ{publisher}",
                view.title, document.year
            )
        } else {
            view.summary.clone()
        };
        page.is_article = true;
        page.told = Some(told(renderer, of_year, document));
        let given = Given::of("document", &view)
            .and("item", &shared.crumb)
            .and_shared("around", &shared.around)
            .and("around_html", &shared.around_html);
        renderer.show("document.html", page, given)
    })
}

/// What machines are told of a document: its datasets, and whether it is news.
fn told(renderer: &Renderer<'_>, year: &Year, document: &Document) -> Vec<Value> {
    let builder = renderer.builder;
    let mut told = Vec::from_iter(datasets(builder, document));
    let item = year.framework.item(document.item);
    if item.is_some_and(|item| item.feed == Some(Feed::News)) {
        told.push(news_article(builder, document));
    }
    told
}
