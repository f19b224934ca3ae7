//! Search with every item by number, and the page for what is not there.

use crate::model::address;
use crate::render::view::search_view;
use crate::render::{Fault, Given, Renderer};

pub(super) fn page(renderer: &Renderer<'_>) -> Result<Vec<u8>, Fault> {
    let mut page = renderer.free_page_view("ค้นหา", address::SEARCH);
    page.description = format!("ค้นหาเอกสารและข้อมูลสาธารณะทุกปีของ{}", renderer.publisher());
    let given = Given::of("search", &search_view(renderer.builder));
    renderer.show("search.html", page, given)
}

pub(super) fn not_found(renderer: &Renderer<'_>) -> Result<Vec<u8>, Fault> {
    let mut page = renderer.free_page_view("ไม่พบหน้าที่ขอ", address::NOT_FOUND);
    page.told = None;
    let given = Given::of("missing", &search_view(renderer.builder));
    renderer.show("404.html", page, given)
}
