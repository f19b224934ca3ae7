//! What is handed in for a year.

use crate::model::{Year, address};
use crate::render::{Fault, Given, Renderer};

pub(super) fn page(renderer: &Renderer<'_>, year: &Year) -> Result<Vec<u8>, Fault> {
    let fiscal_year = year.fiscal_year();
    let title = format!("ตารางสำหรับส่ง ITAS ปีงบประมาณ {fiscal_year}");
    let address = address::submission(fiscal_year);
    let mut page = renderer.year_page_view(&title, &address, fiscal_year);
    page.description = format!(
        "คำตอบ ที่อยู่ และคำอธิบายของทุกข้อ ปีงบประมาณ {fiscal_year} ของ{} สำหรับส่งในระบบ ITAS",
        renderer.publisher()
    );
    let shared = &renderer.shared;
    let given = shared.submission(year, |view| Given::of("submission", view));
    renderer.show("submission.html", page, given)
}
