//! The home page.

use crate::render::structured::{agency, web_site};
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
        .unwrap_or_else(|| described(renderer));
    page.told = Some(vec![agency(renderer.builder), web_site(renderer.builder)]);
    let view = home_view(renderer.builder, body.unwrap_or_default());
    renderer.show("home.html", page, Given::of("home", &view))
}

/// What the site is, where its own text does not say it.
fn described(renderer: &Renderer<'_>) -> String {
    let agency = &renderer.site().config.agency;
    let words = [renderer.publisher(), &agency.district, &agency.province];
    let words = words.into_iter().filter(|word| !word.is_empty());
    let named: Vec<&str> = words.collect();
    format!(
        "เว็บไซต์ข้อมูลสาธารณะของ{} ติดต่อ ใช้บริการ ร้องเรียน และดูข้อมูลที่เปิดเผยตามแบบวัด OIT",
        named.join(" ")
    )
}
