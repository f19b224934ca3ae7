//! The indicator tree of a year.

use crate::model::{Year, address};
use crate::render::view::year_view;
use crate::render::{Fault, Given, Renderer};

pub(super) fn page(renderer: &Renderer<'_>, year: &Year) -> Result<Vec<u8>, Fault> {
    let fiscal_year = year.fiscal_year();
    let title = format!("การเปิดเผยข้อมูล ปีงบประมาณ {fiscal_year}");
    let address = address::year(fiscal_year);
    let trail = &renderer.shared.trail;
    let mut page = renderer.page_view(&title, &address, Some(fiscal_year), trail);
    let counts = year.counts();
    page.description = format!(
        "ข้อมูลสาธารณะตามแบบวัด OIT ปีงบประมาณ {fiscal_year} ของ{} {} ข้อ เผยแพร่แล้ว {} ข้อ",
        renderer.publisher(),
        counts.items,
        counts.complete + counts.incomplete
    );
    let given = Given::of("year", &year_view(renderer.builder, year));
    renderer.show("year.html", page, given)
}
