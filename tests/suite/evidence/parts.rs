//! Text files and the parts of office documents.

use oit::evidence::facts;
use oit::model::{Condition, Facts, FileKind, TextLayer};
use oit::thai::personal::Personal;

use super::facts::{NUMBERS, archive, planted};

fn office(folder: &str, parts: &[(&str, &str)]) -> Facts {
    let named: Vec<(String, &str)> = parts
        .iter()
        .map(|(name, text)| (format!("{folder}/{name}"), *text))
        .collect();
    let mut all = vec![("[Content_Types].xml", &b"<Types/>"[..])];
    all.extend(
        named
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_bytes())),
    );
    facts(&archive(&all))
}

#[test]
fn every_part_of_an_office_document_is_searched() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let cut: String = NUMBERS[0]
        .0
        .chars()
        .map(|digit| run(&digit.to_string()))
        .collect();
    let paragraph = format!("<w:p>{cut}</w:p>");
    let parts = [
        "document.xml",
        "header1.xml",
        "footer2.xml",
        "footnotes.xml",
        "endnotes.xml",
        "comments.xml",
    ];
    for part in parts {
        let facts = office("word", &[("empty.xml", "<w:p/>"), (part, &paragraph)]);
        assert_eq!(planted(&facts), "A", "{part}");
        assert_eq!(
            (facts.kind, facts.condition),
            (FileKind::Docx, Condition::Sound)
        );
    }
    let word = |text: String| planted(&office("word", &[("document.xml", &text)]));
    let cell = |text: &str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(text));
    assert_eq!(
        word(format!(
            "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
            cell("29999"),
            cell("00007890")
        )),
        ""
    );
    assert_eq!(
        word(format!(
            "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
            cell("7"),
            cell(NUMBERS[1].0)
        )),
        "B"
    );
}

#[test]
fn a_paragraph_is_one_line_whatever_stands_in_it() {
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let paragraph = format!("<w:p>{}</w:p>", run(NUMBERS[0].0));
    let word = |text: String| planted(&office("word", &[("document.xml", &text)]));
    // A text box in the middle of a paragraph, deleted text, a dash that is an element.
    let boxed = format!(
        "<w:p>{}<w:txbxContent>{paragraph}</w:txbxContent>{}</w:p>",
        run("39999"),
        run("00001237")
    );
    assert_eq!(word(boxed), "AB");
    assert_eq!(
        word("<w:p><w:del><w:delText>1234567890121</w:delText></w:del></w:p>".into()),
        "A"
    );
    assert_eq!(
        word("<w:p><w:t>1</w:t><w:noBreakHyphen/><w:t>2345-67890-12&#45;1</w:t></w:p>".into()),
        "A"
    );
    assert_eq!(
        word("<w:p><w:t>29999</w:t><w:tab/><w:t>00007890</w:t></w:p>".into()),
        ""
    );
    // Over two lines: broken, and in two paragraphs.
    for ends in ["<w:br/>", "</w:p><w:p>"] {
        assert_eq!(
            word(format!(
                "<w:p><w:t>1-2345-</w:t>{ends}<w:t>67890-12-1</w:t></w:p>"
            )),
            "A"
        );
        assert_eq!(
            word(format!(
                "<w:p><w:t>บัตรประชาชน 123456</w:t>{ends}<w:t>7890121</w:t></w:p>"
            )),
            "A"
        );
    }
    let slide = "<p:sp><a:p><a:r><a:t>12345</a:t></a:r><a:r><a:t>67890121</a:t></a:r></a:p></p:sp>";
    assert_eq!(
        planted(&office("ppt", &[("slides/slide1.xml", slide)])),
        "A"
    );
    assert_eq!(
        planted(&office("ppt", &[("notesSlides/notesSlide1.xml", slide)])),
        "A"
    );
}

#[test]
fn numbers_in_cells_are_found_however_they_are_kept() {
    for cell in [
        "<c><v>1234567890121</v></c>",
        "<c s=\"4\"><v>1.234567890121E12</v></c>",
        "<c><v>1234567890121.0</v></c>",
        "<c t=\"str\"><f>A1&amp;B1</f><v>1-2345-67890-12-1</v></c>",
        "<c t=\"inlineStr\"><is><r><t>12345</t></r><r><t>67890121</t></r></is></c>",
        "<c t=\"inlineStr\"><is><t>๑๒๓๔๕๖๗๘๙๐๑๒๑</t></is></c>",
    ] {
        let sheet = format!("<sheetData><row>{cell}</row></sheetData>");
        for part in ["worksheets/sheet1.xml", "worksheets/sheet9.xml"] {
            assert_eq!(planted(&office("xl", &[(part, &sheet)])), "A", "{cell}");
        }
    }
    let pivot = "<r><n v=\"5\"/><s v=\"1-2345-67890-12-1\"/><n v=\"3999900001237\"/></r>";
    let pivot = office("xl", &[("pivotCache/pivotCacheRecords1.xml", pivot)]);
    assert_eq!(planted(&pivot), "AB");
    let shared = "<sst><si><r><t>12345</t></r><r><t>67890121</t></r></si><si><t>9</t></si></sst>";
    assert_eq!(
        planted(&office("xl", &[("sharedStrings.xml", shared)])),
        "A"
    );
    for cells in [
        "<c><v>29999</v></c><c><v>00007890</v></c>",
        // The number of a shared text, not a number.
        "<c t=\"s\"><v>1234567890121</v></c>",
        "<c><v>1234567890121.5</v></c>",
        "<c><v>12345678901210</v></c>",
    ] {
        assert_eq!(
            planted(&office("xl", &[("worksheets/sheet1.xml", cells)])),
            "",
            "{cells}"
        );
    }
}

#[test]
fn texts_in_every_encoding() {
    let (a, b) = (NUMBERS[0].0, NUMBERS[1].0);
    let thai = "ชื่อ,เลขประจำตัว\r\nก,๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑\r\nข,3999900001237\r\n";
    let utf_16 = |mark: u16, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(mark)
            .chain(thai.encode_utf16())
            .flat_map(bytes)
            .collect()
    };
    let windows = encoding_rs::WINDOWS_874.encode(thai).0.into_owned();
    for bytes in [
        thai.as_bytes().to_vec(),
        format!("\u{feff}{thai}").into_bytes(),
        utf_16(0xfeff, u16::to_le_bytes),
        utf_16(0xfeff, u16::to_be_bytes),
        windows,
    ] {
        let facts = facts(&bytes);
        assert_eq!(
            (facts.kind, facts.text),
            (FileKind::Text, TextLayer::Searched)
        );
        assert_eq!(planted(&facts), "AB");
    }
    // Two columns of a line, two lines.
    assert_eq!(
        planted(&facts(
            format!("{},{}\n{}\n{}\n", &a[..5], &a[5..], &b[..5], &b[5..]).as_bytes()
        )),
        ""
    );
}

#[test]
fn tables_that_are_embedded_are_searched() {
    let sheet = crate::harness::evidence_fixture("calc.xlsx");
    let name = "word/embeddings/Microsoft_Excel_Sheet1.xlsx";
    let parts: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", b"<w:p/>"),
        (name, &sheet),
    ];
    assert_eq!(planted(&facts(&archive(&parts))), "AB");
}

/// The name and the account of a made-up person, of twelve.
fn people() -> impl Iterator<Item = (String, String)> {
    (10..22).map(|at| (format!("นายกู้ ที่ดี {at}"), format!("000-1-000{at}-1")))
}

#[test]
fn lists_of_people_are_found_across_the_cells_of_a_row() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let document = |heading: &str| {
        let rows =
            people().map(|(name, number)| format!("<w:tr>{}{}</w:tr>", cell(&name), cell(&number)));
        let rows: String = rows.collect();
        format!("<w:body><w:p><w:t>{heading}</w:t></w:p><w:tbl>{rows}</w:tbl></w:body>")
    };
    let word = |heading: &str| office("word", &[("document.xml", &document(heading))]).personal;
    assert_eq!(word("ผู้รับเบี้ยยังชีพ"), [Personal::List { rows: 12 }]);
    assert_eq!(word("ทำเนียบผู้บริหาร"), []);

    let texts = people().flat_map(|(name, number)| [name, number]);
    let texts: String = texts
        .map(|text| format!("<si><t>{text}</t></si>"))
        .collect::<Vec<_>>()
        .concat();
    let row = |at: usize| {
        let shared = |at: usize| format!("<c t=\"s\"><v>{at}</v></c>");
        format!("<row>{}{}</row>", shared(2 * at), shared(2 * at + 1))
    };
    let rows: String = (0..12).map(row).collect();
    let parts = [
        (
            "worksheets/sheet1.xml",
            &*format!("<sheetData>{rows}</sheetData>"),
        ),
        ("sharedStrings.xml", &*format!("<sst>{texts}</sst>")),
    ];
    assert_eq!(office("xl", &parts).personal, [Personal::List { rows: 12 }]);

    // A telephone number that was typed as a number has lost its zero.
    let row = |at: usize| {
        format!("<row><c t=\"inlineStr\"><is><t>นางกู้</t></is></c><c><v>8100000{at}</v></c></row>")
    };
    let rows: String = (10..22).map(row).collect();
    let sheet = format!("<sheetData>{rows}</sheetData>");
    let facts = office("xl", &[("worksheets/sheet1.xml", &sheet)]);
    assert_eq!(facts.personal, [Personal::List { rows: 12 }]);
}
