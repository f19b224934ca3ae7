//! A further document of an item.

use crate::model::Document;
use crate::render::view::document_view;
use crate::render::{Fault, Given, Renderer};

/// What stands at an address that the document had before.
pub(super) fn redirect(renderer: &Renderer<'_>, now: &str) -> Result<Vec<u8>, Fault> {
    let title = "กำลังไปยังที่อยู่ใหม่ของเอกสาร";
    renderer.redirect(title, "ไปยังที่อยู่ใหม่ของเอกสาร", now)
}

pub(super) fn page(renderer: &Renderer<'_>, document: &Document) -> Result<Vec<u8>, Fault> {
    renderer.with_year(document.year, |year| {
        let Some(shared) = renderer.shared.item(year, document.item)? else {
            return Ok(Vec::new());
        };
        let view = document_view(renderer.builder, document, 2);
        let trail = &shared.document_trail;
        let year = Some(document.year);
        let mut page = renderer.page_view(&view.title, &document.address, year, trail);
        page.of_year = format!("({} ปี {})", document.item.label(), document.year);
        page.nav_html = shared.nav_html.clone();
        page.description.clone_from(&view.summary);
        let given = Given::of("document", &view)
            .and("item", &shared.crumb)
            .and_shared("around", &shared.around)
            .and("around_html", &shared.around_html);
        renderer.show("document.html", &page, given)
    })
}
