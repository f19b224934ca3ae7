//! A table for a terminal: columns aligned, long cells wrapped, addresses kept whole.
//!
//! The width does not follow the terminal's, so that a file or a pipe gets the same text.

use std::fmt::Write;

use super::table::{CellKind, ReportTable, width};
use crate::thai::wrap::break_at;

/// The widest a table gets; one that needs more is written a row a block.
const WIDEST: usize = 120;

/// Places of a column of text: as many as let the table fit.
const COLUMN: std::ops::RangeInclusive<usize> = 20..=56;

/// Spaces between two columns.
const GAP: usize = 2;

/// The cells of a row, each as its lines.
type WrappedRow = Vec<Vec<String>>;

pub(super) fn text(table: &ReportTable) -> String {
    let body = COLUMN
        .rev()
        .find_map(|most| aligned(table, most))
        .unwrap_or_else(|| blocks(table));
    let mut head = String::new();
    for (column, cell) in &table.head {
        let _ = writeln!(head, "{}: {cell}", column.title);
    }
    if !head.is_empty() {
        head.push('\n');
    }
    format!("{}\n\n{head}{body}", table.title)
}

/// The table with its columns under each other, if it is not too wide.
fn aligned(table: &ReportTable, most: usize) -> Option<String> {
    let head: Vec<String> = table.columns.iter().map(|c| c.title.to_string()).collect();
    let rows: Vec<WrappedRow> = std::iter::once(&head)
        .chain(&table.rows)
        .map(|row| {
            let cells = table.cells(row);
            cells
                .map(|(column, cell)| lines(column.kind, cell, most))
                .collect()
        })
        .collect();
    let widths: Vec<usize> = (0..table.columns.len())
        .map(|at| {
            let cells = rows.iter().flat_map(|row| &row[at]);
            cells.map(|line| width(line)).max().unwrap_or(0)
        })
        .collect();
    let all = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    if all > WIDEST {
        return None;
    }
    let mut out = String::new();
    for (at, row) in rows.iter().enumerate() {
        put(&mut out, table, row, &widths);
        if at == 0 {
            let _ = writeln!(out, "{}", "-".repeat(all));
        }
    }
    Some(out)
}

/// The table with each cell on lines of its own, behind its heading.
fn blocks(table: &ReportTable) -> String {
    let heads = table.columns.iter().map(|column| width(&column.title));
    let wide = heads.max().unwrap_or(0);
    let mut out = String::new();
    for row in &table.rows {
        for (column, cell) in table.cells(row).filter(|(_, cell)| !cell.is_empty()) {
            let mut head = &*column.title;
            for line in lines(CellKind::Links, cell, 0) {
                let room = " ".repeat(wide - width(head) + GAP);
                let _ = writeln!(out, "{head}{room}{line}");
                head = "";
            }
        }
        out.push('\n');
    }
    out
}

/// One row, as many lines as its longest cell has.
fn put(out: &mut String, table: &ReportTable, row: &WrappedRow, widths: &[usize]) {
    let height = row.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        let mut due = 0;
        for ((column, cell), wide) in table.columns.iter().zip(row).zip(widths) {
            let text = cell.get(at).map_or("", String::as_str);
            let room = wide - width(text);
            let (before, after) = match column.kind {
                CellKind::Number | CellKind::Decimal => (room, 0),
                _ => (0, room),
            };
            // Spaces are put before a text only, so that no line ends with some.
            if text.is_empty() {
                due += room + GAP;
            } else {
                line.extend(std::iter::repeat_n(' ', due + before));
                line.push_str(text);
                due = after + GAP;
            }
        }
        out.push_str(&line);
        out.push('\n');
    }
}

/// The lines of a cell: its own, and those too wide broken at a space, or else between letters.
fn lines(kind: CellKind, cell: &str, most: usize) -> Vec<String> {
    let whole = matches!(kind, CellKind::Link | CellKind::Links);
    let mut lines = Vec::new();
    for line in cell.lines() {
        // A control character would move the cursor, or worse.
        let line: String = line.chars().filter(|c| !c.is_control()).collect();
        let mut rest = line.as_str();
        while !whole && width(rest) > most {
            let (first, more) = rest.split_at(break_at(rest, most));
            lines.push(first.trim_end().to_owned());
            rest = more.trim_start();
        }
        lines.push(rest.to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{lines, text};
    use crate::report::table::{CellKind, ReportColumn, ReportTable, width};

    #[test]
    fn columns_stand_under_each_other_whatever_marks_the_letters_carry() {
        let table = ReportTable {
            title: "ทดสอบ".to_owned(),
            head: vec![],
            columns: vec![
                ReportColumn::new("a", "ชื่อ", CellKind::Text),
                ReportColumn::new("b", "จำนวน", CellKind::Number),
                ReportColumn::new("c", "ที่อยู่", CellKind::Links),
            ],
            rows: vec![
                vec!["ผู้ซื้อ".to_owned(), "7".to_owned(), "a\nb".to_owned()],
                vec!["กข".to_owned(), "12".to_owned(), "c".to_owned()],
            ],
        };
        let text = text(&table);
        let starts: Vec<usize> = text
            .lines()
            .filter_map(|line| line.find(['a', 'b', 'c']).map(|at| width(&line[..at])))
            .collect();
        assert_eq!(starts, [12, 12, 12], "{text}");
    }

    #[test]
    fn a_long_text_is_wrapped_and_an_address_is_not() {
        let long = "ทั้งนี้ผู้ใหญ่น้ำใจ".repeat(9);
        let wrapped = lines(CellKind::Text, &long, 56);
        assert!(wrapped.len() > 1);
        assert_eq!(wrapped.concat(), long);
        let address = format!("https://x.example/{}", "a".repeat(90));
        assert_eq!(lines(CellKind::Link, &address, 56), [address]);
        assert_eq!(lines(CellKind::Text, "ก\u{1b}[31mข", 56), ["ก[31mข"]);
    }
}
