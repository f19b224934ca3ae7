//! A table from any file: CSV as it stands, a workbook as it stands, and a workbook around parts that
//! begin with `<`, which are divided by a zero byte.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oit::evidence::sheet::sheet;
use oit::problem::{Language, Problem};
use oit_fuzz::{archive, watch};

fuzz_target!(init: watch(), |bytes: &[u8]| {
    let (name, bytes) = match bytes {
        [b'P', b'K', ..] => ("a.xlsx", bytes.to_vec()),
        [b'<', ..] => ("a.xlsx", workbook(bytes)),
        _ => ("a.csv", bytes.to_vec()),
    };
    for wanted in [None, Some("แผน")] {
        match sheet(name, wanted, || Ok(bytes.as_slice())) {
            Ok(None) => {}
            Ok(Some(sheet)) => {
                assert!(sheet.rows.len() <= 1000, "{} rows", sheet.rows.len());
                let columns = sheet.head.iter().chain(&sheet.rows).map(Vec::len);
                assert!(columns.max().unwrap_or(0) <= 60);
                assert_eq!(sheet.extent.rows, sheet.rows.len());
            }
            Err(fault) => {
                let problem = Problem::from(fault);
                for language in [Language::Thai, Language::English] {
                    let words = problem.words(language);
                    assert!(!words.message.is_empty() && !words.help.is_empty());
                }
            }
        }
    }
});

fn workbook(bytes: &[u8]) -> Vec<u8> {
    let relations: &[u8] = b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>\
        </Relationships>";
    let book = "<workbook><sheets><sheet name=\"แผน\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", part()),
        ("xl/sharedStrings.xml", part()),
        ("xl/styles.xml", part()),
    ])
}
