//! The tables that leave the site as files: the checklist and what is handed in.
//!
//! The CSV of a checklist is for machines and keeps to the contract's words; its other formats are
//! for people. What is handed in is the same in all.

use super::checklist;
use super::view::{Builder, ReasonView, SubmissionRowView, reasons, submission_view};
use crate::model::{Year, address, thai_date};
use crate::report::{Column, Format, Kind, Table};

/// What can be reported of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// What is published and what is missing.
    Checklist,
    /// What is handed in.
    Submission,
}

/// A report of a year in a format.
pub(super) fn report(builder: Builder<'_>, year: &Year, report: Report, format: Format) -> Vec<u8> {
    match (report, format) {
        (Report::Checklist, Format::Json) => checklist::json(builder, year).into_bytes(),
        (Report::Checklist, Format::Csv) => checklist::table(builder, year).bytes(format),
        (Report::Checklist, _) => checklist_for_people(builder, year, format).bytes(format),
        (Report::Submission, _) => submission(builder, year).bytes(format),
    }
}

/// A terminal has room for the most needed columns only.
fn checklist_for_people(builder: Builder<'_>, year: &Year, format: Format) -> Table {
    let mut columns = vec![
        Column::new("item", "ข้อ", Kind::Text),
        Column::new("title", "ข้อมูล", Kind::Text),
        Column::new("status", "สถานะ", Kind::Text),
        Column::new("units", "ผู้รับผิดชอบ", Kind::Text),
        Column::new("reasons", "ยังขาด", Kind::Text),
    ];
    let has_room = format == Format::Xlsx;
    if has_room {
        columns.push(Column::new("updated", "ปรับปรุงล่าสุด", Kind::Text));
        columns.push(Column::new("url", "ที่อยู่", Kind::Link));
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
    Table {
        title: format!("แบบตรวจรายการ OIT ปี {}", year.fiscal_year()),
        columns,
        rows: rows.collect(),
    }
}

fn submission(builder: Builder<'_>, year: &Year) -> Table {
    let view = submission_view(builder, year);
    Table {
        title: format!("ตารางสำหรับส่ง ITAS ปี {}", view.year),
        columns: vec![
            Column::new("item", "ข้อ", Kind::Text),
            Column::new("title", "ข้อมูล", Kind::Text),
            Column::new("answer", "มี/ไม่มี", Kind::Text),
            Column::new("url", "ที่อยู่หน้าข้อ", Kind::Link),
            Column::new("documents", "ที่อยู่เอกสาร", Kind::Links),
            Column::new("description", "คำอธิบาย", Kind::Text),
            Column::new("status", "สถานะ", Kind::Text),
            Column::new("note", "หมายเหตุถึงหน่วยงาน (ไม่ต้องส่ง)", Kind::Text),
        ],
        rows: (view.subs.into_iter())
            .flat_map(|sub| sub.rows)
            .map(submission_row)
            .collect(),
    }
}

fn submission_row(row: SubmissionRowView) -> Vec<String> {
    let mut addresses = row.links.into_iter().map(|link| link.title);
    let page = addresses.next().unwrap_or_default();
    let documents: Vec<String> = addresses.collect();
    vec![
        row.item.label,
        row.item.title,
        row.answer.to_owned(),
        page,
        documents.join("\n"),
        row.text,
        row.item.status_thai.to_owned(),
        messages(&row.notes),
    ]
}

fn messages(reasons: &[ReasonView]) -> String {
    let messages: Vec<&str> = reasons.iter().map(|r| r.message.as_str()).collect();
    messages.join("\n")
}
