//! Tables from CSV and XLSX files: what stands on the page, and what hostile files do not do.

use std::io::Write;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::harness::{Run, SiteTest};

/// A site whose O6 shows this file.
fn site(name: &str, bytes: impl AsRef<[u8]>, more: &str) -> SiteTest {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        format!(
            "+++\ncomponents = [1]\n[[table]]\nfile = \"{name}\"\ncaption = \"ตาราง <ก>\"\n{more}+++\nเนื้อหา\n"
        ),
    );
    site.write(&format!("content/2566/o6/{name}"), bytes);
    site
}

/// The table on the page, a row a line.
#[track_caller]
fn table(site: &SiteTest) -> String {
    site.build();
    let page = site.read("public/2566/o6/index.html");
    let start = page.find("<table class=\"from-file\">").expect("a table");
    let end = page[start..].find("</table>").unwrap();
    page[start..start + end].to_owned()
}

/// Only the rows, without what every cell has.
#[track_caller]
fn rows(site: &SiteTest) -> Vec<String> {
    let table = table(site);
    let lines = table.lines().filter(|line| line.starts_with("<tr>"));
    lines
        .map(|line| {
            let line = line.replace("<tr>", "").replace("</tr>", "");
            let line = line.replace("</td>", "").replace("</th>", "");
            line.replace(" scope=\"col\"", "")
                .replace(" class=\"right\"", " R")
        })
        .collect()
}

fn xlsx(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

fn check(site: &SiteTest) -> Run {
    let run = site.run(&["check", "--format", "json", "--lang", "th"]);
    assert!(matches!(run.code, 0 | 1), "{run:?}");
    run
}

#[track_caller]
fn finding(site: &SiteTest) -> (String, String, String) {
    let found = site.findings();
    let mut tables = found
        .into_iter()
        .filter(|f| f.code.starts_with("table-") || f.code.starts_with("sheet-"));
    let first = tables.next().expect("a finding");
    assert!(tables.next().is_none());
    (first.code, first.severity, first.message)
}

#[test]
fn a_workbook_is_shown_as_excel_shows_it() {
    let bytes = xlsx(|sheet| {
        let money = Format::new().set_num_format("#,##0.00");
        let percent = Format::new().set_num_format("0.0%");
        let day = Format::new().set_num_format("d/m/yyyy");
        let thai = Format::new().set_num_format("[$-D00041E]#,##0");
        sheet
            .write_row(2, 1, ["งาน", "บาท", "ร้อยละ", "วันที่", "ใช้", "ไทย"])
            .unwrap();
        sheet.write(3, 1, "ถนน & <b>").unwrap();
        sheet.write_with_format(3, 2, 1_234_567.5, &money).unwrap();
        sheet.write_with_format(3, 3, 0.785, &percent).unwrap();
        let common = ExcelDateTime::from_ymd(2022, 10, 1).unwrap();
        sheet.write_with_format(3, 4, &common, &day).unwrap();
        sheet.write(3, 5, true).unwrap();
        sheet.write_with_format(3, 6, 2566, &thai).unwrap();
        sheet.write(4, 1, "แถว\nสอง").unwrap();
        sheet
            .write(
                4,
                2,
                Formula::new("=0.1+0.2").set_result("0.30000000000000004"),
            )
            .unwrap();
        sheet
            .write(4, 3, Formula::new("=1/0").set_result("#DIV/0!"))
            .unwrap();
        let buddhist = ExcelDateTime::from_ymd(2565, 10, 1).unwrap();
        sheet.write_with_format(4, 4, &buddhist, &day).unwrap();
        sheet.write_blank(9, 9, &money).unwrap();
    });
    let site = site("a.xlsx", bytes, "");
    assert_eq!(
        rows(&site),
        [
            "<th>งาน<th R>บาท<th>ร้อยละ<th>วันที่<th>ใช้<th R>ไทย",
            "<td>ถนน &amp; &lt;b&gt;<td R>1,234,567.50<td>78.5%<td>1 ตุลาคม 2565<td>TRUE<td R>๒,๕๖๖",
            // The line break stands in the cell, so its row ends here.
            "<td>แถว",
        ]
    );
    let table = table(&site);
    assert!(
        table.contains("<td>แถว\nสอง</td><td class=\"right\">0.3</td><td>#DIV/0!</td><td>1 ตุลาคม 2565</td><td></td>"),
        "{table}"
    );
    let page = site.read("public/2566/o6/index.html");
    assert!(
        page.contains("<span class=\"stays\">ตาราง &lt;ก&gt;</span></caption>"),
        "{page}"
    );
    assert!(page.contains("tabindex=\"0\" role=\"region\" aria-label=\"ตาราง &lt;ก&gt;\""));
}

#[test]
fn merged_cells_make_titles_headings_and_totals() {
    let plain = Format::new();
    let bytes = xlsx(|sheet| {
        sheet.merge_range(0, 0, 0, 3, "แผนปี 2566", &plain).unwrap();
        sheet.merge_range(2, 0, 3, 0, "ลำดับ", &plain).unwrap();
        sheet.merge_range(2, 1, 3, 1, "งาน", &plain).unwrap();
        sheet.merge_range(2, 2, 2, 3, "เบิกจ่าย", &plain).unwrap();
        sheet.write_row(3, 2, ["ต.ค.", "พ.ย."]).unwrap();
        sheet.write(4, 0, 1).unwrap();
        sheet.merge_range(4, 1, 5, 1, "ถนน", &plain).unwrap();
        sheet.write_row(4, 2, [10, 20]).unwrap();
        sheet.write(5, 0, 2).unwrap();
        sheet.write_row(5, 2, [30, 40]).unwrap();
        sheet.merge_range(6, 0, 6, 1, "รวม", &plain).unwrap();
        sheet.write_row(6, 2, [40, 60]).unwrap();
    });
    let site = site("a.xlsx", bytes, "");
    assert_eq!(
        rows(&site),
        [
            "<th rowspan=\"2\" R>ลำดับ<th rowspan=\"2\">งาน<th colspan=\"2\">เบิกจ่าย",
            "<th R>ต.ค.<th R>พ.ย.",
            "<td R>1<td rowspan=\"2\">ถนน<td R>10<td R>20",
            "<td R>2<td R>30<td R>40",
            "<td colspan=\"2\">รวม<td R>40<td R>60",
        ]
    );
    let table = table(&site);
    assert!(
        table.contains("<span class=\"note\">แผนปี 2566</span></span></caption>"),
        "{table}"
    );
}

#[test]
fn rows_and_columns_in_which_no_cell_begins_are_left_out() {
    let plain = Format::new();
    let bytes = xlsx(|sheet| {
        sheet.merge_range(0, 0, 1, 0, "ชื่อ", &plain).unwrap();
        sheet.merge_range(0, 1, 1, 2, "บาท", &plain).unwrap();
        sheet.merge_range(0, 3, 1, 3, "วิธี", &plain).unwrap();
        sheet.write_column(2, 3, ["ค", "ง"]).unwrap();
        sheet.write(2, 0, "ก").unwrap();
        sheet.merge_range(2, 1, 2, 2, "1,000", &plain).unwrap();
        sheet.write(3, 0, "ข").unwrap();
        sheet.merge_range(3, 1, 3, 2, "2,000", &plain).unwrap();
    });
    assert_eq!(
        rows(&site("a.xlsx", bytes, "")),
        [
            "<th>ชื่อ<th>บาท<th>วิธี",
            "<td>ก<td R>1,000<td>ค",
            "<td>ข<td R>2,000<td>ง"
        ]
    );
}

#[test]
fn every_way_to_save_csv_gives_the_same_table() {
    let text = "ลำดับ,ชื่อ,เงิน\r\n๑,ก้าน,\"๑,๒๐๐\"\r\n2,\"ข, ค\",-\r\n3\r\n";
    let semicolons = "ลำดับ;ชื่อ;เงิน\n๑;ก้าน;๑,๒๐๐\n2;ข, ค;-\n3\n";
    let units = |text: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let thai = encoding_rs::WINDOWS_874.encode(text).0.into_owned();
    assert!(std::str::from_utf8(&thai).is_err());
    let ways: [Vec<u8>; 6] = [
        text.into(),
        format!("\u{feff}{text}").into(),
        thai,
        units(text),
        semicolons.into(),
        semicolons.replace(';', "\t").into(),
    ];
    for bytes in ways {
        assert_eq!(
            rows(&site("a.csv", &bytes, "")),
            [
                "<th R>ลำดับ<th>ชื่อ<th R>เงิน",
                "<td R>๑<td>ก้าน<td R>๑,๒๐๐",
                "<td R>2<td>ข, ค<td R>-",
                "<td R>3<td><td R>",
            ]
        );
    }
}

#[test]
fn the_sheet_is_the_one_named_or_the_first_that_shows_something() {
    let mut book = Workbook::new();
    for (name, text, hidden) in [
        ("ว่าง", "", false),
        ("ลับ", "ซ่อน", true),
        ("หนึ่ง", "หนึ่ง", false),
        ("Two", "สอง", false),
    ] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap().set_hidden(hidden);
        if !text.is_empty() {
            sheet.write_row(0, 0, [text, "ข"]).unwrap();
            sheet.write_row(1, 0, ["1", "2"]).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    let first = |more: &str| rows(&site("a.xlsx", &bytes, more)).remove(0);
    assert_eq!(first(""), "<th R>หนึ่ง<th R>ข");
    assert_eq!(first("sheet = \"two\"\n"), "<th R>สอง<th R>ข");
    assert_eq!(first("sheet = \"ลับ\"\n"), "<th R>ซ่อน<th R>ข");
    let (code, severity, message) = finding(&site("a.xlsx", &bytes, "sheet = \"Twoo\"\n"));
    assert_eq!(
        (code.as_str(), severity.as_str()),
        ("sheet-not-found", "error")
    );
    assert!(message.contains("`ว่าง`, `ลับ`, `หนึ่ง`, `Two`"), "{message}");
}

#[test]
fn a_table_too_large_for_a_page_is_cut_and_says_so() {
    let line: Vec<String> = (0..70).map(|n| n.to_string()).collect();
    let line = format!("{}\n", line.join(","));
    let heading = line.replace(',', "a,");
    let site = site("a.csv", format!("{heading}{}", line.repeat(1200)), "");
    let table = rows(&site);
    assert_eq!(table.len(), 1001);
    assert_eq!(table[1].matches("<td").count(), 60);
    let page = site.read("public/2566/o6/index.html");
    let said = "แสดง 1,000 แถวแรกจากทั้งหมด 1,200 แถว 60 คอลัมน์แรกจากทั้งหมด 70 คอลัมน์ ดูทั้งหมดได้ในไฟล์ <a href=\"/2566/o6/a.csv\">";
    assert!(page.contains(said), "{page}");
    let (code, severity, _) = finding(&site);
    assert_eq!((code.as_str(), severity.as_str()), ("table-cut", "advice"));
}

#[test]
fn a_file_that_cannot_be_shown_says_why() {
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let mut locked = old.to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    for (name, bytes, said) in [
        ("a.xlsx", old.to_vec(), "รุ่นเก่า"),
        ("a.xlsx", locked, "รหัสผ่าน"),
        ("a.xlsx", vec![b'a'; 21 << 20], "20 MB"),
        ("a.csv", vec![0xff, 0x00, 0x01], "ไม่ใช่ข้อความ"),
    ] {
        let (code, severity, message) = finding(&site(name, bytes, ""));
        assert_eq!(
            (code.as_str(), severity.as_str()),
            ("table-unreadable", "error")
        );
        assert!(message.contains(said), "{message}");
    }
}

/// A workbook in which one part is replaced.
fn with_part(name: &str, content: &[u8]) -> Vec<u8> {
    let good = xlsx(|sheet| {
        sheet.write_row(0, 0, ["ก", "ข"]).unwrap();
        sheet.write_row(1, 0, ["1", "2"]).unwrap();
    });
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(good)).unwrap();
    let mut file = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).unwrap();
        let part_name = part.name().unwrap().into_owned();
        file.start_file(part_name.as_str(), SimpleFileOptions::default())
            .unwrap();
        if part_name == name {
            file.write_all(content).unwrap();
        } else {
            std::io::copy(&mut part, &mut file).unwrap();
        }
    }
    file.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_asks_for_the_whole_memory_is_refused() {
    let strings = "xl/sharedStrings.xml";
    let claim = br#"<sst count="1" uniqueCount="999999999999999"><si><t>a</t></si></sst>"#;
    let zeros = vec![b' '; 201 << 20];
    for bytes in [with_part(strings, claim), with_part(strings, &zeros)] {
        assert!(bytes.len() < 2 << 20);
        let (code, _, message) = finding(&site("a.xlsx", bytes, ""));
        assert_eq!(code, "table-unreadable");
        assert!(message.contains("คลายออกแล้วใหญ่เกินไป"), "{message}");
    }
}

#[test]
fn far_cells_and_mad_merges_cost_nothing() {
    let sheet = |cells: &str, merges: &str| {
        let xml = format!(
            "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{cells}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"
        );
        with_part("xl/worksheets/sheet1.xml", xml.as_bytes())
    };
    let cells = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
        <row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\" t=\"e\"><v>#SPILL!</v></c></row>";
    let numbers = cells.replace(" t=\"e\"><v>#SPILL!", "><v>4");
    let far = format!("{numbers}<row r=\"1048576\"><c r=\"XFD1048576\"><v>9</v></c></row>");
    let (code, _, message) = finding(&site("a.xlsx", sheet(&far, ""), ""));
    assert_eq!(code, "table-cut");
    assert!(message.contains("1000 จาก 1048575"), "{message}");
    let twice =
        "<mergeCell ref=\"A1:B1048576\"/><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B1:B2\"/>";
    assert_eq!(rows(&site("a.xlsx", sheet(cells, twice), "")).len(), 2);
    for mad in [
        "<mergeCell ref=\"B9:A1\"/>",
        "<mergeCell ref=\"A99999999999999\"/>",
        "<mergeCell ref=\"ก\"/>",
    ] {
        check(&site("a.xlsx", sheet(cells, mad), ""));
    }
}

#[test]
fn damaged_workbooks_are_survived() {
    let good = xlsx(|sheet| {
        sheet.merge_range(0, 0, 0, 1, "ก", &Format::new()).unwrap();
        sheet.write_row(1, 0, ["1", "2"]).unwrap();
    });
    let site = site("a.xlsx", &good, "");
    for at in (0..good.len()).step_by(good.len() / 40) {
        let mut flipped = good.clone();
        flipped[at] ^= 0xff;
        for bytes in [good[..at].to_vec(), flipped] {
            site.write("content/2566/o6/a.xlsx", bytes);
            check(&site);
        }
    }
}

#[test]
fn what_counts_does_not_hang_on_a_table() {
    let of = |text: &str| {
        let site = site("a.csv", text, "");
        let status = site.status("o6");
        (
            status,
            site.item("o6"),
            site.read("public/2566/o6/index.html"),
        )
    };
    let (full, empty) = (of("ก,ข\n1,2\n"), of("ก,ข\n , \n"));
    assert_eq!(full.0, "complete");
    assert_eq!(full.1, empty.1);
    // Nothing is drawn where there is nothing but a heading; the link stays.
    assert!(full.2.contains("class=\"from-file\"") && !empty.2.contains("class=\"from-file\""));
    assert!(
        empty
            .2
            .contains("ตาราง &lt;ก&gt;: <a href=\"/2566/o6/a.csv\">a.csv</a>")
    );
}

#[test]
fn a_telephone_number_keeps_its_dashes() {
    let bytes = xlsx(|sheet| {
        let phone = Format::new().set_num_format("000-000-0000");
        sheet.write_row(0, 0, ["ชื่อ", "โทรศัพท์"]).unwrap();
        sheet.write(1, 0, "ก").unwrap();
        sheet.write_with_format(1, 1, 812_345_678, &phone).unwrap();
    });
    assert_eq!(
        rows(&site("a.xlsx", bytes, ""))[1],
        "<td>ก<td R>081-234-5678"
    );
}

#[test]
fn a_wrong_byte_costs_one_letter() {
    let mut bytes = "ลำดับ,รายการ\n1,ถนน\n2,ท่อ".as_bytes().to_vec();
    bytes.pop();
    let site = site("a.csv", bytes, "");
    assert_eq!(rows(&site)[1], "<td R>1<td>ถนน");
    let (code, severity, message) = finding(&site);
    assert_eq!(
        (code.as_str(), severity.as_str()),
        ("table-damaged", "warning")
    );
    assert!(
        message.contains("บรรทัด 3") || message.contains("line 3"),
        "{message}"
    );
}
