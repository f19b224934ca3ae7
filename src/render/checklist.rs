//! The checklist of a year for machines: `checklist.json` of the contract, and the table of
//! `checklist.csv`.

use serde::Serialize;

use super::fault::{Fault, json_file};
use super::view::{AskedView, Builder, asked, reasons};
use crate::model::{
    DocumentId, Indicator, Item, ItemDefinition, Site, SubIndicator, Year, address,
};
use crate::report::{CellKind, ReportColumn, ReportTable};

#[derive(Serialize)]
struct ChecklistJson<'a> {
    fiscal_year: i16,
    agency: &'a str,
    counts: CountsJson,
    items: Vec<ChecklistItem<'a>>,
    former: Vec<String>,
    pages: Vec<String>,
}

#[derive(Serialize)]
struct CountsJson {
    items: usize,
    complete: usize,
    incomplete: usize,
    missing: usize,
}

#[derive(Serialize)]
struct ChecklistItem<'a> {
    item: String,
    number: u16,
    key: &'a str,
    title: &'a str,
    indicator: &'a str,
    sub_indicator: &'a str,
    group: &'a str,
    status: &'static str,
    published: bool,
    url: String,
    units: &'a [String],
    updated: Option<String>,
    documents: Vec<ChecklistDocument<'a>>,
    components: Vec<AskedView>,
    reasons: Vec<ChecklistReason>,
}

#[derive(Serialize)]
struct ChecklistReason {
    code: &'static str,
    message: String,
}

#[derive(Serialize)]
struct ChecklistDocument<'a> {
    title: &'a str,
    url: String,
    date: Option<String>,
    period: Option<&'a str>,
    files: Vec<ChecklistFile>,
}

#[derive(Serialize)]
struct ChecklistFile {
    url: String,
    title: String,
    bytes: u64,
}

pub(super) fn json(builder: Builder<'_>, year: &Year) -> Result<Vec<u8>, Fault> {
    let counts = year.counts();
    let checklist = ChecklistJson {
        fiscal_year: year.fiscal_year().number(),
        agency: builder.site.config.publisher(),
        counts: CountsJson {
            items: counts.items,
            complete: counts.complete,
            incomplete: counts.incomplete,
            missing: counts.missing,
        },
        items: items(builder, year).collect(),
        former: former(builder.site, &address::year(year.fiscal_year())).collect(),
        pages: pages(builder.site).collect(),
    };
    let output = address::checklist_json(year.fiscal_year());
    json_file(&output, serde_json::to_vec_pretty(&checklist))
}

/// The addresses below this one that things had before, and still open.
fn former<'a>(site: &'a Site, top: &'a str) -> impl Iterator<Item = String> + 'a {
    let former = site.former.iter().filter(|former| site.leads_on(former));
    let below = former.filter(move |former| former.address.starts_with(top));
    below.map(|former| site.config.base.whole(&former.address))
}

/// The free pages, which belong to no year, the files beside them, and what they were called before.
fn pages(site: &Site) -> impl Iterator<Item = String> + '_ {
    let base = &site.config.base;
    let free = site.pages.iter();
    let free = free.filter(|page| !page.slug.is_empty() && site.is_page_rendered(page));
    let free = free.map(|page| base.whole(&address::page(&page.slug)));
    let beside = site.evidence.iter().filter(|file| file.item.is_none());
    let beside = beside.map(|file| base.whole(&file.address));
    free.chain(beside).chain(former(site, "/pages/"))
}

fn items<'a>(builder: Builder<'a>, year: &'a Year) -> impl Iterator<Item = ChecklistItem<'a>> {
    let items = year.asked();
    items.map(move |(indicator, sub, definition, item)| {
        checklist_item(builder, year, item, indicator, sub, definition)
    })
}

fn checklist_item<'a>(
    builder: Builder<'a>,
    year: &'a Year,
    item: &'a Item,
    indicator: &'a Indicator,
    sub: &'a SubIndicator,
    definition: &'a ItemDefinition,
) -> ChecklistItem<'a> {
    let base = &builder.site.config.base;
    ChecklistItem {
        item: item.number.to_string(),
        number: item.number.0,
        key: &definition.key,
        title: &definition.title,
        indicator: &indicator.code,
        sub_indicator: &sub.code,
        group: &definition.group,
        status: item.state.status.name(),
        published: item.state.status.is_published(),
        url: base.whole(&address::item(year.fiscal_year(), item.number)),
        units: &item.units,
        updated: item.state.updated.map(|day| day.to_string()),
        documents: (item.state.documents.iter())
            .map(|id| checklist_document(builder, *id))
            .collect(),
        components: asked(item, definition),
        reasons: (reasons(item).into_iter())
            .map(|reason| ChecklistReason {
                code: reason.code,
                message: reason.message,
            })
            .collect(),
    }
}

fn checklist_document(builder: Builder<'_>, id: DocumentId) -> ChecklistDocument<'_> {
    let site = builder.site;
    let document = site.document(id);
    let base = &site.config.base;
    ChecklistDocument {
        title: site.title_of(document),
        url: base.whole(&document.address),
        date: document.stated_date().map(|date| date.to_string()),
        period: document
            .period
            .as_ref()
            .map(|period| period.value.text.as_str()),
        files: builder
            .files_of(document)
            .into_iter()
            .map(|(file, title)| ChecklistFile {
                url: base.whole(&file.address),
                title,
                bytes: file.bytes,
            })
            .collect(),
    }
}

/// One row an item, in the words of `checklist.json`.
pub(super) fn table(builder: Builder<'_>, year: &Year) -> ReportTable {
    let text = |name| ReportColumn::new(name, name, CellKind::Text);
    let number = |name| ReportColumn::new(name, name, CellKind::Number);
    ReportTable {
        title: String::new(),
        head: vec![],
        columns: vec![
            text("item"),
            number("number"),
            text("key"),
            text("title"),
            text("indicator"),
            text("sub_indicator"),
            text("group"),
            text("status"),
            text("published"),
            ReportColumn::new("url", "url", CellKind::Link),
            text("units"),
            text("updated"),
            number("documents"),
            text("reasons"),
        ],
        rows: items(builder, year).map(row).collect(),
    }
}

fn row(item: ChecklistItem<'_>) -> Vec<String> {
    let reasons: Vec<String> = item.reasons.into_iter().map(|r| r.message).collect();
    vec![
        item.item,
        item.number.to_string(),
        item.key.to_owned(),
        item.title.to_owned(),
        item.indicator.to_owned(),
        item.sub_indicator.to_owned(),
        item.group.to_owned(),
        item.status.to_owned(),
        item.published.to_string(),
        item.url,
        item.units.join("; "),
        item.updated.unwrap_or_default(),
        item.documents.len().to_string(),
        reasons.join("; "),
    ]
}
