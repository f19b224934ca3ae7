//! The checklist of a year: what is published and what is missing.

use crate::model::{Year, address};
use crate::render::view::checklist_view;
use crate::render::{Fault, Given, Renderer};

pub(super) fn page(renderer: &Renderer<'_>, year: &Year) -> Result<Vec<u8>, Fault> {
    let fiscal_year = year.fiscal_year();
    let title = format!("แบบตรวจรายการเปิดเผยข้อมูล ปีงบประมาณ {fiscal_year}");
    let address = address::checklist(fiscal_year);
    let mut page = renderer.year_page_view(&title, &address, fiscal_year);
    page.description = format!(
        "สถานะการเปิดเผยข้อมูลทุกข้อของ{} ปีงบประมาณ {fiscal_year} ข้อใดครบถ้วน ข้อใดยังขาดและเพราะอะไร",
        renderer.publisher()
    );
    let given = Given::of("checklist", &checklist_view(renderer.builder, year));
    renderer.show("checklist.html", page, given)
}
