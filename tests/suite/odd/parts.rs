//! One file at a time: whatever it holds, reading it ends with a piece and with findings that stand
//! inside it, and ends so again.

use std::io::{Cursor, Write};

use oit::evidence::sheet::sheet;
use oit::evidence::{facts, record};
use oit::files::{Entry, Files, SitePath};
use oit::model::{FiscalYear, ItemNumber, Sheet};
use oit::parse::config::config;
use oit::parse::document::{DocumentPlace, document, page};
use oit::parse::framework::framework;
use oit::problem::{Language, Problem};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use rust_xlsxwriter::{Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::holds;
use super::inside::stand_inside;
use super::made;

/// A site of one text.
fn only(path: &str, text: &str) -> Files {
    let mut files = Files::default();
    let entry = Entry::Text(text.into());
    files.entries.insert(path.into(), entry);
    files
}

/// Reads a text as a document, as a lead document and as a free page.
fn is_read_as_a_document(text: &str) {
    let year = FiscalYear::new(2566).unwrap();
    let item = ItemNumber::parse("o12").unwrap();
    for (path, slug) in [
        ("content/2566/o12/index.md", None),
        ("content/2566/o12/a.md", Some("a")),
        ("content/2566/o12/a.toml", Some("a")),
    ] {
        let path = &SitePath::from(path);
        let read = || {
            let slug = slug.map(str::to_owned);
            document(path, text, DocumentPlace { year, item, slug })
        };
        let (piece, findings) = read();
        let (again, same) = read();
        assert_eq!(format!("{piece:?}"), format!("{again:?}"));
        assert_eq!(findings, same);
        stand_inside(&findings, &only(path, text));
    }
    let path = &SitePath::from("content/pages/a.md");
    let (_, findings) = page(path, text, "a".to_owned());
    stand_inside(&findings, &only(path, text));
}

#[test]
fn any_text_is_read_as_a_document() {
    let good = made::good(&["content", "tests/fixtures"], ".md");
    holds(400, &made::text(good), |text| is_read_as_a_document(&text));
}

#[test]
fn any_well_formed_front_matter_is_read() {
    holds(400, &made::document(), |text| is_read_as_a_document(&text));
}

#[test]
fn any_text_is_read_as_settings() {
    holds(300, &made::text(made::settings()), |text| {
        let path = SitePath::from("site.toml");
        let (settings, findings) = config(&path, &text, None);
        let (again, same) = config(&path, &text, None);
        assert_eq!(format!("{settings:?}"), format!("{again:?}"));
        assert_eq!(findings, same);
        stand_inside(&findings, &only(&path, &text));
    });
}

#[test]
fn any_text_is_read_as_a_framework() {
    let year = FiscalYear::new(2567).unwrap();
    let good = made::good(&["src/frameworks"], ".toml");
    // A whole year is long; its first items have every key.
    let good = good
        .into_iter()
        .map(|text| text[..text.len().min(6_000)].to_vec())
        .collect();
    holds(300, &made::text(good), |text| {
        let path = SitePath::from("content/2567/framework.toml");
        let (tree, findings) = framework(&path, &text, year);
        let (again, same) = framework(&path, &text, year);
        assert_eq!(format!("{tree:?}"), format!("{again:?}"));
        assert_eq!(findings, same);
        stand_inside(&findings, &only(&path, &text));
    });
}

/// Reads a table; what comes out is as large as a page shows, or is a fault with sentences.
fn is_read_as_a_table(name: &str, bytes: &[u8], wanted: Option<&str>) -> Option<Sheet> {
    let read = || sheet(name, wanted, || Ok(bytes));
    let found = read();
    assert_eq!(found, read());
    match found {
        Ok(sheet) => {
            let shown = sheet.as_ref()?;
            assert!(shown.rows.len() <= 1_000, "{}", shown.rows.len());
            assert_eq!(shown.extent.rows, shown.rows.len());
            assert!(shown.extent.rows <= shown.extent.all_rows);
            assert!(shown.extent.columns <= shown.extent.all_columns);
            for row in shown.head.iter().chain(&shown.rows) {
                let columns: usize = row.iter().map(|cell| cell.columns).sum();
                assert!(columns <= 60, "{columns} columns");
                assert!(row.iter().all(|cell| cell.rows > 0 && cell.columns > 0));
            }
            sheet
        }
        Err(fault) => {
            let problem = Problem::from(fault);
            for language in [Language::Thai, Language::English] {
                let words = problem.words(language);
                assert!(!words.message.is_empty() && !words.help.is_empty());
            }
            None
        }
    }
}

#[test]
fn any_bytes_are_read_as_a_table() {
    let csv = made::good(&["content", "fuzz/seeds"], ".csv");
    let odd = proptest::prop_oneof![made::bytes(), made::changed(csv)];
    holds(300, &odd, |bytes| {
        is_read_as_a_table("a.csv", &bytes, None);
    });
    let xlsx = made::good(&["tests/fixtures/evidence"], ".xlsx");
    holds(
        60,
        &proptest::prop_oneof![made::bytes(), made::changed(xlsx)],
        |bytes| {
            is_read_as_a_table("a.xlsx", &bytes, None);
            is_read_as_a_table("a.xlsx", &bytes, Some("แผน"));
        },
    );
}

#[test]
fn any_cells_come_back_from_a_csv_file() {
    holds(100, &made::cells(), |rows| {
        let mut bytes = Vec::new();
        let mut file = csv::WriterBuilder::new()
            .flexible(true)
            .from_writer(&mut bytes);
        for row in &rows {
            file.write_record(row).unwrap();
        }
        drop(file);
        let found = is_read_as_a_table("a.csv", &bytes, None);
        // Whatever else is guessed about it, a file with nothing in it shows nothing.
        let is_blank = rows.iter().flatten().all(|cell| cell.trim().is_empty());
        assert!(!is_blank || found.is_none(), "{found:?}");
    });
}

#[test]
fn any_cells_and_formats_are_read_from_a_workbook() {
    let numbers = vec((any::<f64>(), made::number_format()), 0..20);
    holds(60, &(made::cells(), numbers), |(rows, numbers)| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, cells) in (0..).zip(rows.iter().take(40)) {
            for (column, cell) in (0..).zip(cells) {
                // A text may be refused for its length, never for its letters.
                sheet.write_string(row, column, cell).unwrap();
            }
        }
        for (row, (number, format)) in (50..).zip(&numbers) {
            let format = Format::new().set_num_format(format);
            let number = if number.is_finite() { *number } else { 0.0 };
            sheet
                .write_number_with_format(row, 1, number, &format)
                .unwrap();
        }
        let bytes = book.save_to_buffer().unwrap();
        is_read_as_a_table("a.xlsx", &bytes, None);
    });
}

/// A ZIP archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        file.start_file(*name, SimpleFileOptions::default())
            .unwrap();
        file.write_all(bytes).unwrap();
    }
    file.finish().unwrap().into_inner()
}

#[test]
fn any_xml_is_read_as_a_sheet() {
    const RELATIONS: &[u8] = b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
    const BOOK: &str =
        "<workbook><sheets><sheet name=\"แผน\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let numbers = vec(made::number_format(), 0..3);
    holds(300, &(made::sheet_xml(), numbers), |(xml, formats)| {
        let formats = (164..).zip(&formats).map(|(number, code)| {
            let code = code.replace('"', "&quot;");
            format!("<numFmt numFmtId=\"{number}\" formatCode=\"{code}\"/>")
        });
        let styles = format!(
            "<styleSheet><numFmts>{}</numFmts><cellXfs><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>",
            formats.collect::<String>()
        );
        let bytes = archive(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", RELATIONS),
            ("xl/worksheets/sheet1.xml", xml.as_bytes()),
            ("xl/styles.xml", styles.as_bytes()),
        ]);
        is_read_as_a_table("a.xlsx", &bytes, None);
        has_facts(&bytes);
        let word = xml.replace("<c", "<w:tc").replace("<v>", "<w:t>");
        has_facts(&archive(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("word/document.xml", word.as_bytes()),
        ]));
    });
}

/// The facts of a file are the same every time, and are read as they were kept.
fn has_facts(bytes: &[u8]) {
    let found = facts(bytes);
    let told = format!("{found:?}");
    assert_eq!(format!("{:?}", facts(bytes)), told);
    let kept = record::read(&record::write(&found), &found.hash);
    assert_eq!(format!("{kept:?}"), format!("Some({told})"));
}

#[test]
fn any_bytes_are_evidence() {
    let fixtures = made::good(&["tests/fixtures/evidence"], "");
    let small = fixtures
        .into_iter()
        .filter(|bytes| bytes.len() < 40_000)
        .collect();
    let odd = proptest::prop_oneof![1 => made::bytes(), 4 => made::changed(small)];
    holds(100, &odd.prop_map(|bytes| bytes), |bytes| has_facts(&bytes));
}
