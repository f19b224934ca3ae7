//! The tables that leave the site as files: the checklist, what is handed in, and the estimate of the
//! score.
//!
//! The CSV of a checklist is for machines and keeps to the contract's words; its other formats are
//! for people. What is handed in is the same in all, but for how an item is named.

use super::checklist;
use super::fault::{Fault, table_file};
use super::renderer::Renderer;
use super::view::{Builder, ReasonView, SubmissionRowView, SubmissionView, reasons};
use crate::model::score::points;
use crate::model::{Cost, FiscalYear, ItemNumber, PublicStatus, Score, Year, address, thai_date};
use crate::report::{CellKind, Format, ReportColumn, ReportTable};

/// What an estimate is, wherever one stands.
const ESTIMATE: &str =
    "หน่วยงานประมาณการเองจากสถานะของเอกสาร ไม่ใช่ผลการประเมินของ ป.ป.ช. วิธีเฉลี่ยยกมาจากปี 2564";

/// What is said besides where the year's components are not known.
const TOO_GOOD: &str = "ปีนี้ไม่ได้บันทึกองค์ประกอบไว้ครบทุกข้อ คะแนนจริงอาจต่ำกว่านี้";

/// What can be reported of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind {
    /// What is published and what is missing.
    Checklist,
    /// What is handed in.
    Submission,
    /// What the statuses would score, and what each item that is not complete costs.
    Score,
}

impl Renderer<'_> {
    /// A report of a year as a file; nothing for a year that the site does not have.
    pub fn report(
        &self,
        year: FiscalYear,
        report: ReportKind,
        format: Format,
    ) -> Result<Vec<u8>, Fault> {
        let builder = self.builder;
        self.with_year(year, |year| {
            let table = match (report, format) {
                (ReportKind::Checklist, Format::Json) => return checklist::json(builder, year),
                (ReportKind::Checklist, Format::Csv) => checklist::table(builder, year),
                (ReportKind::Checklist, _) => checklist_for_people(builder, year, format),
                (ReportKind::Submission, _) => {
                    let table = |view: &SubmissionView| of_submission(view, format);
                    self.shared.submission(year, table)
                }
                (ReportKind::Score, _) => score(year, format),
            };
            table_file(&table, format)
        })
    }
}

impl Renderer<'_> {
    /// What is handed in, as a file on the site: what visitors do not see on its pages is not in it either.
    pub(super) fn published_submission(
        &self,
        year: &Year,
        format: Format,
    ) -> Result<Vec<u8>, Fault> {
        let builder = self.builder;
        let mut table = self
            .shared
            .submission(year, |view| of_submission(view, format));
        if builder.site.config.public_status != PublicStatus::Full {
            table.columns.truncate(HANDED_IN);
            for row in &mut table.rows {
                row.truncate(HANDED_IN);
            }
        }
        table_file(&table, format)
    }
}

/// How many columns of what is handed in are for handing in; those after them are for the agency.
const HANDED_IN: usize = 6;

/// A terminal has room for the most needed columns only.
fn checklist_for_people(builder: Builder<'_>, year: &Year, format: Format) -> ReportTable {
    let mut columns = vec![
        ReportColumn::new("item", "ข้อ", CellKind::Text),
        ReportColumn::new("title", "ข้อมูล", CellKind::Text),
        ReportColumn::new("status", "สถานะ", CellKind::Text),
        ReportColumn::new("units", "ผู้รับผิดชอบ", CellKind::Text),
        ReportColumn::new("reasons", "ยังขาด", CellKind::Text),
    ];
    let has_room = format == Format::Xlsx;
    if has_room {
        columns.push(ReportColumn::new("updated", "ปรับปรุงล่าสุด", CellKind::Text));
        columns.push(ReportColumn::new("url", "ที่อยู่", CellKind::Link));
    }
    let rows = year.asked().map(|(_, _, definition, item)| {
        let mut row = vec![
            definition.number.label(),
            definition.title.clone(),
            item.state.status.thai().to_owned(),
            item.units.join("\n"),
            messages(&reasons(item)),
        ];
        if has_room {
            row.push(item.state.updated.map(thai_date).unwrap_or_default());
            let page = address::item(year.fiscal_year(), item.number);
            row.push(builder.site.config.base.whole(&page));
        }
        row
    });
    ReportTable {
        title: format!("แบบตรวจรายการ OIT ปี {}", year.fiscal_year()),
        head: vec![],
        columns,
        rows: rows.collect(),
    }
}

fn of_submission(view: &SubmissionView, format: Format) -> ReportTable {
    ReportTable {
        title: format!("ตารางสำหรับส่ง ITAS ปี {}", view.year),
        head: vec![],
        columns: vec![
            ReportColumn::new("item", "ข้อ", CellKind::Text),
            ReportColumn::new("title", "ข้อมูล", CellKind::Text),
            ReportColumn::new("answer", "มี/ไม่มี", CellKind::Text),
            ReportColumn::new("url", "ที่อยู่หน้าข้อ", CellKind::Link),
            ReportColumn::new("documents", "ที่อยู่เอกสาร", CellKind::Links),
            ReportColumn::new("description", "คำอธิบาย", CellKind::Text),
            ReportColumn::new("status", "สถานะ", CellKind::Text),
            ReportColumn::new("note", "หมายเหตุถึงหน่วยงาน (ไม่ต้องส่ง)", CellKind::Text),
        ],
        rows: (view.subs.iter())
            .flat_map(|sub| &sub.rows)
            .map(|row| submission_row(row, format))
            .collect(),
    }
}

fn submission_row(row: &SubmissionRowView, format: Format) -> Vec<String> {
    let mut addresses = row.links.iter().map(|link| &*link.title);
    let page = addresses.next().unwrap_or_default();
    let documents: Vec<&str> = addresses.collect();
    vec![
        number(ItemNumber(row.item.number), format),
        row.item.title.clone(),
        row.answer.to_owned(),
        page.to_owned(),
        documents.join("\n"),
        row.text.clone(),
        row.remark.status.thai().to_owned(),
        messages(&row.remark.reasons),
    ]
}

/// The estimate says what it is in every format: its columns too are called one.
fn score(year: &Year, format: Format) -> ReportTable {
    let score = Score::of(year);
    let counts = year.counts();
    let text = |name, title| ReportColumn::new(name, title, CellKind::Text);
    let number = |name, title| ReportColumn::new(name, title, CellKind::Number);
    let points_of = |name, title| ReportColumn::new(name, title, CellKind::Decimal);
    let mut head = Vec::new();
    if let Some(score) = &score {
        let note = if score.by_components {
            ESTIMATE.to_owned()
        } else {
            format!("{ESTIMATE} {TOO_GOOD}")
        };
        head = vec![
            (
                points_of("estimated_oit", "คะแนน OIT ประมาณการ (เต็ม 100)"),
                points(score.oit),
            ),
            (
                points_of("estimated_ita", "เท่ากับคะแนน ITA (ประมาณการ)"),
                points(score.ita()),
            ),
            (
                number("complete", "ครบถ้วน (ข้อ)"),
                counts.complete.to_string(),
            ),
            (number("items", "จากทั้งหมด (ข้อ)"), counts.items.to_string()),
            (text("note", "หมายเหตุ"), note),
        ];
    }
    let costs = score.map(|score| score.costs).unwrap_or_default();
    ReportTable {
        title: format!("คะแนน OIT ประมาณการ ปี {}", year.fiscal_year()),
        head,
        columns: vec![
            text("item", "ข้อ"),
            text("title", "ข้อมูล"),
            text("sub_indicator", "ตัวชี้วัดย่อย"),
            text("status", "สถานะ"),
            points_of("estimated_oit_cost", "OIT ที่เสีย"),
            points_of("estimated_ita_cost", "ITA ที่เสีย"),
            text("reason", "ยังขาด"),
        ],
        rows: costs
            .iter()
            .filter_map(|cost| score_row(year, cost, format))
            .collect(),
    }
}

fn score_row(year: &Year, cost: &Cost, format: Format) -> Option<Vec<String>> {
    let mut all = year.asked();
    let (_, sub, definition, item) = all.find(|(_, _, _, item)| item.number == cost.number)?;
    let reasons = reasons(item);
    let first = reasons.into_iter().next().map(|reason| reason.message);
    // For machines the contract's words, as in the checklist.
    let status = match format {
        Format::Csv | Format::Json => item.state.status.name(),
        Format::Text | Format::Xlsx => item.state.status.thai(),
    };
    Some(vec![
        number(item.number, format),
        definition.title.clone(),
        sub.code.clone(),
        status.to_owned(),
        points(cost.oit),
        points(cost.ita),
        first.unwrap_or_default(),
    ])
}

/// An item: for machines as in addresses, for people as they say it.
fn number(item: ItemNumber, format: Format) -> String {
    match format {
        Format::Csv | Format::Json => item.to_string(),
        Format::Text | Format::Xlsx => item.label(),
    }
}

fn messages(reasons: &[ReasonView]) -> String {
    let messages: Vec<&str> = reasons.iter().map(|r| r.message.as_str()).collect();
    messages.join("\n")
}
