//! An item with its lead document, and the short address that leads to the current year's.

use crate::model::{ItemNumber, Year, address};
use crate::render::structured::datasets;
use crate::render::view::item_page_view;
use crate::render::{Fault, Given, Renderer};
use crate::thai::numeral::to_arabic;

pub(super) fn page(
    renderer: &Renderer<'_>,
    year: &Year,
    number: ItemNumber,
) -> Result<Vec<u8>, Fault> {
    let shared = renderer.shared.item(year, number)?;
    let view = year
        .item(number)
        .and_then(|item| item_page_view(renderer.builder, year, item, 3));
    let (Some(shared), Some(view)) = (shared, view) else {
        return Ok(Vec::new());
    };
    let fiscal_year = year.fiscal_year();
    let title = [&view.item.label, " ", &view.item.title].concat();
    let address = address::item(fiscal_year, number);
    let mut page = renderer.page_view(&title, &address, Some(fiscal_year), &shared.trail);
    page.nav_html = shared.nav_html.clone();
    if !to_arabic(&title).contains(&fiscal_year.to_string()) {
        page.of_year = format!("(ปี {fiscal_year})");
    }
    let summary = view.lead.as_ref().map(|lead| lead.summary.as_str());
    page.description = match summary {
        Some(summary) if !summary.is_empty() => summary.to_owned(),
        _ => {
            let publisher = renderer.publisher();
            let status = match view.item.seen.status_thai {
                "" => String::new(),
                status => format!(" สถานะ: {status}"),
            };
            format!("{title} ปีงบประมาณ {fiscal_year} ของ{publisher}{status}")
        }
    };
    let site = renderer.site();
    let lead = year.item(number).and_then(|item| item.lead);
    let lead = lead.map(|id| site.document(id));
    let lead = lead.filter(|lead| site.is_rendered(lead));
    let told = lead.and_then(|lead| datasets(renderer.builder, lead));
    page.told = Some(told.into_iter().collect());
    let given = Given::of("item", &view)
        .and_shared("around", &shared.around)
        .and("around_html", &shared.around_html);
    renderer.show("item.html", page, given)
}

pub(super) fn redirect(renderer: &Renderer<'_>, number: ItemNumber) -> Result<Vec<u8>, Fault> {
    let site = renderer.builder.site;
    let Some((year, item)) = site.newest_item(number) else {
        return Ok(Vec::new());
    };
    let address = address::item(year, item);
    if site.current == Some(year) {
        let label = "ไปยังหน้าของปีปัจจุบัน";
        return renderer.redirect("กำลังไปยังหน้าของปีปัจจุบัน", label, &address);
    }
    let title = format!("กำลังไปยังหน้าของปี {year} ซึ่งเป็นปีล่าสุดที่เผยแพร่");
    renderer.redirect(&title, &format!("ไปยังหน้าของปี {year}"), &address)
}
