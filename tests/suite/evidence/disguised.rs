//! Citizen numbers as programs, forms and formatting leave them: each is found, and what only looks like them is not.
//!
//! All numbers are of nobody: no province has the code 099.

use encoding_rs::WINDOWS_874;

use super::facts::archive;
use super::laws;
use crate::harness::SiteTest;

const NUMBER: &str = "1099567812347";
const PARTS: [&str; 5] = ["1", "0995", "67812", "34", "7"];

/// Every digit with this before and that behind it.
fn each_digit(before: &str, behind: &str) -> String {
    let boxes = NUMBER
        .chars()
        .map(|digit| format!("{before}{digit}{behind}"));
    boxes.collect()
}

fn docx(body: &str) -> Vec<u8> {
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", format!("<d>{body}</d>").as_bytes()),
    ])
}

fn xlsx(row: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData><row>{row}</row></sheetData></worksheet>");
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn open_document(content: &str) -> Vec<u8> {
    let head = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"s\"";
    let content = format!("<office:document-content {head}>{content}</office:document-content>");
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

fn thai(text: &str) -> String {
    let digit = |c: char| {
        c.to_digit(10)
            .and_then(|d| char::from_u32('๐' as u32 + d))
            .unwrap_or(c)
    };
    text.chars().map(digit).collect()
}

/// As a writer of RTF spells Thai.
fn rtf(text: &str) -> Vec<u8> {
    let (bytes, ..) = WINDOWS_874.encode(text);
    let sign = |byte: &u8| match byte {
        0x80.. => format!("\\'{byte:02x}"),
        _ => char::from(*byte).to_string(),
    };
    format!(
        "{{\\rtf1\\ansi\\ansicpg874 {}}}",
        bytes.iter().map(sign).collect::<String>()
    )
    .into()
}

#[test]
fn a_number_is_found_however_programs_and_forms_write_it() {
    let card = PARTS.join("-");
    let mut damaged = WINDOWS_874
        .encode(&format!("ชื่อ เลข {card}\n"))
        .0
        .into_owned();
    damaged.push(0xff);
    let mut damaged_utf8 = thai(&format!("บัตรของนายสมมุติ ใจดี {card}\n")).into_bytes();
    damaged_utf8.push(0xe0);
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("float.csv", format!("ชื่อ,เลข\nก,{NUMBER}.0\n").into()),
        (
            "decimals.csv",
            format!("ชื่อ,เลข,ปี\nก,{NUMBER}.00,1\n").into(),
        ),
        ("thousands.csv", "ชื่อ,เลข\nก,\"1,099,567,812,347\"\n".into()),
        (
            "boxes.csv",
            format!("{}\n", each_digit("", ",").trim_end_matches(',')).into(),
        ),
        (
            "named-boxes.csv",
            format!("เลขประจำตัวประชาชน,{}ก\n", each_digit("\"", "\",")).into(),
        ),
        ("damaged.txt", damaged),
        ("damaged-utf8.txt", damaged_utf8),
        ("thai.rtf", rtf(&thai(&card))),
        (
            "bold.rtf",
            format!(
                "{{\\rtf1\\ansi {}-{}-{{\\b {}}}-{}-{}}}",
                PARTS[0], PARTS[1], PARTS[2], PARTS[3], PARTS[4]
            )
            .into(),
        ),
        (
            "boxes.docx",
            docx(&format!(
                "<tbl><tr>{}</tr></tbl>",
                each_digit("<tc><p><t>", "</t></p></tc>")
            )),
        ),
        ("boxes.xlsx", xlsx(&each_digit("<c><v>", "</v></c>"))),
        (
            "text.odt",
            open_document(&format!(
                "<text:p>{}<text:s/>{}-{}-{}-{}</text:p>",
                PARTS[0], PARTS[1], PARTS[2], PARTS[3], PARTS[4]
            )),
        ),
        (
            "value.ods",
            open_document(&format!(
                "<table:table-row><table:table-cell office:value=\"{NUMBER}\"><text:p>1.0E+12</text:p></table:table-cell></table:table-row>"
            )),
        ),
    ];
    let site = laws(&files);
    let findings = site.findings();
    let found = |name: &str| {
        let mut about = findings
            .iter()
            .filter(|finding| finding.at.contains(&format!("/{name}:")));
        about.any(|finding| finding.code == "citizen-number")
    };
    let missed: Vec<&str> = files
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !found(name))
        .collect();
    assert!(missed.is_empty(), "{missed:?}: {findings:#?}");
    let told = site.run(&["check", "--lang", "en"]);
    assert!(
        !told.stdout.contains(NUMBER) && !told.stdout.contains(&card),
        "{told:?}"
    );
}

#[test]
fn signs_that_no_page_shows_do_not_hide_a_number() {
    let [first, second, third, fourth, last] = PARTS;
    let bodies = [
        ("nbsp", PARTS.join("&nbsp;")),
        ("dash", PARTS.join("&ndash;")),
        (
            "bold",
            format!("{first}-{second}-**{third}**-{fourth}-{last}"),
        ),
        (
            "cell",
            format!("| ก |\n|---|\n| {first}-{second}<br>{third}-{fourth}-{last} |"),
        ),
        ("escaped", PARTS.join("\\-")),
        (
            "boxes",
            format!("{}|\n{}|\n", "| ก ".repeat(13), "|---".repeat(13))
                + &each_digit("| ", " ")
                + "|",
        ),
        (
            "link",
            format!("[{first}-{second}-{third}](https://x.example/)-{fourth}-{last}"),
        ),
    ];
    for (name, body) in &bodies {
        let site = SiteTest::new();
        let text = format!("+++\ntitle = \"ก\"\ndate = \"2566-01-31\"\n+++\n\nก\n\n{body}\n");
        site.write("content/2566/o6/a.md", text);
        let findings = site.findings();
        let found: Vec<_> = findings
            .iter()
            .filter(|finding| finding.code == "citizen-number")
            .collect();
        assert_eq!(found.len(), 1, "{name}: {findings:#?}");
        assert!(!found[0].at.contains(".md:1:"), "{name}: {found:?}");
        let told = site.run(&["check", "--lang", "en"]);
        assert!(!told.stdout.contains(third), "{name}: {told:?}");
    }
}

#[test]
fn tables_of_figures_hold_no_numbers_of_persons() {
    let months = "เดือน,ต.ค.,พ.ย.,ธ.ค.,ม.ค.,ก.พ.,มี.ค.,เม.ย.,พ.ค.,มิ.ย.,ก.ค.,ส.ค.,ก.ย.,รวม\n";
    let files: Vec<(&str, Vec<u8>)> = vec![
        (
            "months.csv",
            format!(
                "{months}เรื่อง,{}\n",
                each_digit("", ",").trim_end_matches(',')
            )
            .into(),
        ),
        ("sum.csv", "1,0,0,0,0,0,0,0,6,0,0,0,7\n".into()),
        ("amounts.csv", "1,099,567,812,347,5\n".into()),
        (
            "decimals.csv",
            format!("{NUMBER}.05,{NUMBER}.000,{NUMBER}.0.1\n").into(),
        ),
        ("barcodes.txt", format!("บาร์โค้ด {NUMBER}.0\n").into()),
    ];
    let site = laws(&files);
    let findings = site.findings();
    assert!(
        findings
            .iter()
            .all(|finding| finding.code != "citizen-number"),
        "{findings:#?}"
    );
}

#[test]
fn a_list_of_recipients_is_one_whoever_decided_on_it() {
    let rows = |officials: bool| {
        let office = if officials {
            ",กรรมการ"
        } else {
            ""
        };
        (0..30).map(move |at| format!("{at},นายสมมุติ ใจดี{office},081-222-{:04}\n", 3_000 + at))
    };
    let list = |title: &str, officials: bool| -> Vec<u8> {
        format!("{title}\n{}", rows(officials).collect::<String>()).into()
    };
    for (title, is_private) in [
        ("รายชื่อผู้มีสิทธิรับเบี้ยยังชีพ ตามมติคณะกรรมการ", true),
        ("บัญชีรายชื่อผู้ได้รับความช่วยเหลือ คณะกรรมการเห็นชอบแล้ว", true),
        ("รายชื่อที่ผู้บริหารอนุมัติ ตามประกาศคณะกรรมการ", false),
        ("รายชื่อคณะกรรมการชมรมผู้สูงอายุ", false),
    ] {
        let site = laws(&[
            ("list.csv", list(title, false)),
            ("officials.csv", list(title, true)),
        ]);
        let findings = site.findings();
        let lists = findings
            .iter()
            .filter(|finding| finding.code == "personal-list");
        let found: Vec<&str> = lists.map(|finding| &*finding.at).collect();
        let expected: &[&str] = if is_private {
            &["content/2566/o6/list.csv:1:1"]
        } else {
            &[]
        };
        assert_eq!(found, expected, "{title}");
    }
}

#[test]
fn a_number_over_several_cells_is_found_in_every_kind_of_table() {
    let in_cells = |cells: &[&str], before: &str, behind: &str| -> String {
        let each = cells.iter().flat_map(|cell| [before, *cell, behind]);
        each.collect()
    };
    let digits: Vec<String> = NUMBER.chars().map(String::from).collect();
    let digits: Vec<&str> = digits.iter().map(String::as_str).collect();
    let named: Vec<&str> = ["นาย ก"]
        .into_iter()
        .chain(digits.iter().copied())
        .collect();
    let row_of = |cells: &[&str]| {
        format!(
            "<tr>{}</tr>",
            in_cells(cells, "<tc><p><t>", "</t></p></tc>")
        )
    };
    let text_cell = |cells: &[&str]| in_cells(cells, "<c t=\"inlineStr\"><is><t>", "</t></is></c>");
    let heading = "เลขประจำตัวประชาชน";
    let down: String = digits.iter().map(|digit| row_of(&[digit])).collect();
    let odd = format!(
        "{}</row><row>{}",
        text_cell(&["ชื่อ", heading]),
        text_cell(&["ก", "1099 5678 1234 7"])
    );
    let files: Vec<(&str, Vec<u8>)> = vec![
        (
            "five.csv",
            format!("ชื่อ,เลข\nนาย ก,{}\n", PARTS.join(",")).into(),
        ),
        ("five.docx", docx(&format!("<tbl>{}</tbl>", row_of(&PARTS)))),
        ("five.xlsx", xlsx(&text_cell(&PARTS))),
        (
            "named.docx",
            docx(&format!("<tbl>{}</tbl>", row_of(&named))),
        ),
        ("named.xlsx", xlsx(&text_cell(&named))),
        (
            "down.docx",
            docx(&format!("<tbl>{}{down}</tbl>", row_of(&[heading]))),
        ),
        ("odd.xlsx", xlsx(&odd)),
        (
            "slashes.txt",
            format!("{heading} {}\n", PARTS.join("/")).into(),
        ),
    ];
    let findings = laws(&files).findings();
    let missed = files.iter().map(|(name, _)| *name).filter(|name| {
        let mut about = findings
            .iter()
            .filter(|finding| finding.at.contains(&format!("/{name}:")));
        !about.any(|finding| finding.code == "citizen-number")
    });
    let missed: Vec<&str> = missed.collect();
    assert!(missed.is_empty(), "{missed:?}: {findings:#?}");
}

#[test]
fn a_list_with_its_numbers_on_lines_of_their_own_is_found() {
    let person = |at: usize| {
        (
            format!("{at}. นายสมมุติ ใจดี"),
            format!("โทร. 081-222-33{at:02}"),
        )
    };
    let paragraphs = (0..12)
        .map(person)
        .map(|(name, phone)| format!("<p><t>{name}</t></p><p><t>{phone}</t></p>"));
    let cells = (0..12).map(person).map(|(name, phone)| {
        format!("</row><row><c t=\"inlineStr\"><is><t>{name}\n{phone}</t></is></c>")
    });
    let lines = (0..12)
        .map(person)
        .map(|(name, phone)| format!("{name}\n   {phone}\n"));
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("a.docx", docx(&paragraphs.collect::<String>())),
        ("b.xlsx", xlsx(&cells.collect::<String>())),
        ("c.txt", lines.collect::<String>().into()),
    ];
    let findings = laws(&files).findings();
    let lists = findings
        .iter()
        .filter(|finding| finding.code == "personal-list");
    assert_eq!(lists.count(), 3, "{findings:#?}");
}

#[test]
fn files_that_hold_nothing_or_pictures_alone_are_told() {
    let packed = |members: &[(&str, &[u8])]| archive(members);
    let empty_sheet = xlsx("");
    let files: Vec<(&str, Vec<u8>, &str)> = vec![
        ("empty.docx", docx("<p></p>"), "file-empty"),
        ("empty.xlsx", empty_sheet, "file-empty"),
        (
            "heading.xlsx",
            xlsx(
                "<c t=\"inlineStr\"><is><t>ชื่อ</t></is></c><c t=\"inlineStr\"><is><t>บาท</t></is></c>",
            ),
            "file-empty",
        ),
        ("empty.odt", open_document("<text:p/>"), "file-empty"),
        ("empty.zip", packed(&[("ก.pdf", b"")]), "file-empty"),
        (
            "pictures.docx",
            packed(&[
                ("[Content_Types].xml", b"<Types/>"),
                ("word/document.xml", b"<d><p/></d>"),
                ("word/media/image1.png", b"\x89PNG\r\n\x1a\n"),
            ]),
            "file-unsearchable",
        ),
        (
            "pictures.zip",
            packed(&[("a.png", b"\x89PNG\r\n\x1a\n")]),
            "file-unsearchable",
        ),
        (
            "packed.tar.gz",
            b"\x1f\x8b\x08\0\0\0\0\0".to_vec(),
            "file-kind",
        ),
    ];
    let list: Vec<(&str, Vec<u8>)> = files
        .iter()
        .map(|(name, bytes, _)| (*name, bytes.clone()))
        .collect();
    let findings = laws(&list).findings();
    for (name, _, code) in &files {
        let about: Vec<&str> = findings
            .iter()
            .filter(|finding| {
                finding.at.contains(&format!("/{name}:")) && finding.code != "file-duplicate"
            })
            .map(|finding| &*finding.code)
            .collect();
        assert_eq!(about, [*code], "{name}");
    }
}
