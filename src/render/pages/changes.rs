//! What was published in a year, newest first.

use crate::model::{Year, address};
use crate::render::view::changes_view;
use crate::render::{Fault, Given, Renderer};

pub(super) fn page(renderer: &Renderer<'_>, year: &Year) -> Result<Vec<u8>, Fault> {
    let fiscal_year = year.fiscal_year();
    let title = format!("สิ่งที่เปลี่ยนแปลง ปีงบประมาณ {fiscal_year}");
    let mut page = renderer.year_page_view(&title, &address::changes(fiscal_year), fiscal_year);
    page.description = format!(
        "เอกสารทุกฉบับของปีงบประมาณ {fiscal_year} ที่{}เผยแพร่หรือปรับปรุง เรียงจากใหม่ไปเก่า",
        renderer.publisher()
    );
    let view = changes_view(renderer.builder, year);
    renderer.show("changes.html", page, Given::of("changes", &view))
}
