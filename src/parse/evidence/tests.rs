//! Files as different programs make them, and files that nobody should have made.

use std::io::Write;

use super::{facts, hash};
use crate::model::{Condition, Facts, FileKind, Personal, TextLayer};

/// Files in `tests/fixtures/evidence`; its README tells how each was made.
macro_rules! fixtures {
    ($($name:literal),* $(,)?) => {
        const FIXTURES: &[(&str, &[u8])] = &[$(
            ($name, include_bytes!(concat!("../../../tests/fixtures/evidence/", $name))),
        )*];
    };
}

fixtures!(
    "cairo.pdf",
    "calc.pdf",
    "calc.xls",
    "calc.xlsx",
    "chromium.pdf",
    "fpdf.pdf",
    "groff.pdf",
    "locked.pdf",
    "owner-only-rc4.pdf",
    "owner-only.pdf",
    "packed.pdf",
    "pango.pdf",
    "photo.jpg",
    "photo.png",
    "reportlab.pdf",
    "scan.pdf",
    "unmapped.pdf",
    "writer.doc",
    "writer.docx",
    "writer.pdf",
);

/// The made-up numbers, as they are planted and as they are told.
const NUMBERS: [(&str, &str); 4] = [
    ("1234567890121", "1-23xx-xxxxx-xx-1"),
    ("3999900001237", "3-99xx-xxxxx-xx-7"),
    ("8999900004563", "8-99xx-xxxxx-xx-3"),
    // Stands in two columns of a table, so it is no number.
    ("2999900007890", "2-99xx-xxxxx-xx-0"),
];

fn of(name: &str) -> Facts {
    let found = FIXTURES.iter().find(|(fixture, _)| *fixture == name);
    facts(found.unwrap().1)
}

/// Which of the numbers were found, as `ABC`.
fn planted(facts: &Facts) -> String {
    let found = |mask: &str| {
        facts
            .personal
            .iter()
            .any(|Personal::CitizenNumber { masked }| masked == mask)
    };
    let letters = NUMBERS.iter().zip("ABCD".chars());
    letters
        .filter(|((_, mask), _)| found(mask))
        .map(|(_, letter)| letter)
        .collect()
}

#[test]
fn numbers_are_found_whoever_made_the_file() {
    for (name, expected) in [
        ("cairo.pdf", "ABC"),
        ("calc.pdf", "AB"),
        ("calc.xlsx", "AB"),
        ("chromium.pdf", "ABC"),
        ("fpdf.pdf", "A"),
        ("groff.pdf", "AB"),
        ("owner-only-rc4.pdf", "A"),
        ("owner-only.pdf", "A"),
        ("packed.pdf", "A"),
        ("pango.pdf", "ABC"),
        ("reportlab.pdf", "ABC"),
        ("writer.docx", "ABC"),
        ("writer.pdf", "ABC"),
    ] {
        let facts = of(name);
        assert_eq!(planted(&facts), expected, "{name}: {facts:?}");
        assert_eq!(facts.personal.len(), expected.len(), "{name}: {facts:?}");
        assert_eq!(facts.text, TextLayer::Searched, "{name}");
        assert_eq!(facts.condition, Condition::Sound, "{name}");
    }
}

#[test]
fn files_that_cannot_be_searched_say_so() {
    for (name, kind, condition, text) in [
        (
            "locked.pdf",
            FileKind::Pdf,
            Condition::Locked,
            TextLayer::OtherKind,
        ),
        ("scan.pdf", FileKind::Pdf, Condition::Sound, TextLayer::None),
        (
            "unmapped.pdf",
            FileKind::Pdf,
            Condition::Sound,
            TextLayer::Unmapped,
        ),
        (
            "writer.doc",
            FileKind::OldWord,
            Condition::Sound,
            TextLayer::OtherKind,
        ),
        (
            "calc.xls",
            FileKind::OldExcel,
            Condition::Sound,
            TextLayer::OtherKind,
        ),
        (
            "photo.jpg",
            FileKind::Jpeg,
            Condition::Sound,
            TextLayer::OtherKind,
        ),
        (
            "photo.png",
            FileKind::Png,
            Condition::Sound,
            TextLayer::OtherKind,
        ),
    ] {
        let facts = of(name);
        assert_eq!(
            (facts.kind, facts.condition, facts.text),
            (kind, condition, text),
            "{name}"
        );
        assert_eq!(facts.personal, []);
    }
    assert_eq!(of("scan.pdf").pages, Some(1));
    assert_eq!(of("chromium.pdf").hash, hash(FIXTURES[4].1));
}

/// A PDF of one page with this content, which shows Helvetica as `/F`.
fn pdf(content: &str) -> Vec<u8> {
    with_font(
        content,
        "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
    )
}

fn with_font(content: &str, font: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
        format!("<< {font} >>"),
        // A form that shows itself, too.
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 42 >>\nstream\n\
         BT /F 9 Tf (8999900004563) Tj ET /X Do /X Do\nendstream"
            .to_owned(),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let start = file.len();
    write!(file, "xref\n0 7\n0000000000 65535 f \n").unwrap();
    for place in places {
        write!(file, "{place:010} 00000 n \n").unwrap();
    }
    write!(
        file,
        "trailer << /Size 7 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    file
}

/// What is found where this is drawn in Helvetica of 10 points.
fn drawn(content: &str) -> String {
    planted(&facts(&pdf(&format!("BT /F 10 Tf {content} ET"))))
}

/// Each digit of a number with what comes before it.
fn digits(number: &str, before: impl Fn(usize) -> String) -> String {
    let digits = number.chars().enumerate();
    digits
        .map(|(at, digit)| format!("{} ({digit}) Tj ", before(at)))
        .collect()
}

#[test]
fn digits_are_joined_however_they_are_drawn() {
    let (a, b) = (NUMBERS[0].0, NUMBERS[1].0);
    let kerned: String = a.chars().map(|digit| format!("({digit}) -20 ")).collect();
    for content in [
        format!("({a}) Tj"),
        format!(
            "<{}> Tj",
            a.bytes()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>()
        ),
        format!("[{kerned}] TJ"),
        // One after the other, each with a move; in a box each; from behind; drawn twice.
        digits(a, |_| "5.56 0 Td".into()),
        digits(a, |_| "14 0 Td".into()),
        digits(&a.chars().rev().collect::<String>(), |at| {
            format!("1 0 0 1 {} 9 Tm", 200 - at * 6)
        }),
        digits(a, |at| {
            format!("1 0 0 1 {} 9 Tm ({}) Tj 0.3 0 Td", at * 6, &a[at..=at])
        }),
        // In groups, by gaps, spaces or dashes.
        "(1) Tj 9 0 Td (2345) Tj 26 0 Td (67890) Tj 31 0 Td (12) Tj 15 0 Td (1) Tj".into(),
        "(1-2345-67890-12-1) Tj".into(),
        "2 Tc (1 2345 67890 12 1) Tj".into(),
        "3 Tc (1-2345-67890-12-1) Tj".into(),
        // Stretched, small, turned, below one line and above another.
        format!("50 Tz ({a}) Tj"),
        format!("0 1 -1 0 90 90 Tm ({a}) Tj"),
        format!("12 TL (12345) ' ({a}) ' (67890) '"),
    ] {
        assert_eq!(drawn(&content), "A", "{content}");
    }
    let both = format!("({a}) Tj 90 0 Td ({b}) Tj 0 -20 Td ({}) Tj", NUMBERS[3].0);
    assert_eq!(drawn(&both), "ABD");
    assert_eq!(drawn("ET /X Do BT"), "C", "in a form");
}

#[test]
fn columns_are_not_joined() {
    for content in [
        "(29999) Tj 31 0 Td (00007890) Tj",
        "(29999) Tj 40 0 Td (00007890) Tj",
        "[(29999) -600 (00007890)] TJ",
        "(2) Tj 10 0 Td (999900007890) Tj",
        "(299990) Tj 0 -12 Td (0007890) Tj",
        "(2999900007) Tj 0 6 Td (890) Tj",
    ] {
        assert_eq!(drawn(content), "", "{content}");
    }
    // A row's own number before it, and an amount after it.
    let row = "(7) Tj 9 0 Td (1234567890121) Tj 75 0 Td (25) Tj";
    assert_eq!(drawn(row), "A");
}

#[test]
fn fonts_that_say_their_letters_and_fonts_that_do_not() {
    let a = NUMBERS[0].0;
    let text = format!("BT /F 10 Tf ({a}) Tj ET");
    let thai = "/one/two/three/four/five/six/seven/eight/nine/zero";
    let named: String = thai
        .split('/')
        .skip(1)
        .map(|name| format!("/{name}thai"))
        .collect();
    // Codes that are no digits themselves, with the names of glyphs.
    let moved = "BT /F 10 Tf (ABCDEFGHIJABA) Tj ET";
    let moved_as = |names: &str| {
        let font = format!(
            "/Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [65 {names}] >>"
        );
        facts(&with_font(moved, &font))
    };
    assert_eq!(planted(&moved_as(thai)), "A");
    assert_eq!(planted(&moved_as(&named)), "A");
    let coded = "/uni0E51/uni0E52/u0033/uni0034/uni0035/uni0036/uni0037/uni0038/uni0039/uni0030";
    assert_eq!(planted(&moved_as(coded)), "A");
    let numbered = moved_as("/g1/g2/g3/g4/g5/g6/g7/g8/g9/g10");
    assert_eq!(
        (planted(&numbered), numbered.text),
        (String::new(), TextLayer::Unmapped)
    );
    let identity = "/Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H \
        /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /DW 500 >>]";
    let long = format!("BT /F 10 Tf <{}> Tj ET", "0011".repeat(20));
    assert_eq!(facts(&with_font(&long, identity)).text, TextLayer::Unmapped);
    let signs = "/Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats";
    assert_eq!(facts(&with_font(&text, signs)).text, TextLayer::Searched);
    assert_eq!(facts(&pdf("0 0 9 9 re f")).text, TextLayer::None);
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

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn office(folder: &str, parts: &[(&str, &str)]) -> Facts {
    let named: Vec<(String, &str)> = parts
        .iter()
        .map(|(name, text)| (format!("{folder}/{name}"), *text))
        .collect();
    let mut all = vec![("[Content_Types].xml", "<Types/>")];
    all.extend(named.iter().map(|(name, text)| (name.as_str(), *text)));
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
fn kinds_are_told_by_content() {
    for (bytes, kind) in [
        (
            &b"<!DOCTYPE html><title>Sign in</title>"[..],
            FileKind::Html,
        ),
        (b"\n <!-- saved --> <HTML>", FileKind::Html),
        (
            b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
            FileKind::Zip,
        ),
        (b"\0\0\0\x18ftypheic\0\0", FileKind::Heic),
        (b"\0\0\0\x18ftypisom\0\0", FileKind::Mp4),
        (b"Rar!\x1a\x07\x01\0", FileKind::Rar),
        (b"RIFF\x10\0\0\0WEBPVP8 ", FileKind::Webp),
        (b"{\\rtf1 text}", FileKind::Rtf),
        (b"MZ is a text all the same", FileKind::Text),
        (b"BM too", FileKind::Text),
        (b"\x00\x01\x02\x03", FileKind::Unknown),
        (b"junk\n%PDF-1.4\n", FileKind::Pdf),
    ] {
        assert_eq!(facts(bytes).kind, kind, "{bytes:?}");
    }
}

#[test]
fn what_breaks_off_is_damaged() {
    for name in [
        "writer.docx",
        "calc.xlsx",
        "fpdf.pdf",
        "groff.pdf",
        "chromium.pdf",
        "photo.jpg",
    ] {
        let (_, bytes) = FIXTURES
            .iter()
            .find(|(fixture, _)| *fixture == name)
            .unwrap();
        let found = facts(&bytes[..bytes.len() * 2 / 3]);
        assert_eq!(
            (found.condition, found.kind),
            (Condition::Damaged, of(name).kind),
            "{name}"
        );
    }
}

#[test]
fn files_that_nobody_should_have_made_are_survived() {
    let mut made: Vec<Vec<u8>> = FIXTURES.iter().map(|(_, bytes)| bytes.to_vec()).collect();
    made.push(pdf("BT /F 10 Tf (1234567890121) Tj ET /X Do"));
    // Every run makes the same files.
    let mut seed = 0x2566_u64;
    let mut next = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    for bytes in &made {
        for part in 0..24 {
            facts(&bytes[..bytes.len() * part / 24]);
        }
        for _ in 0..40 {
            let mut bytes = bytes.clone();
            for _ in 0..=next(12) {
                let at = next(bytes.len());
                match next(4) {
                    0 => bytes[at] = u8::try_from(next(256)).unwrap(),
                    1 => bytes[at] ^= 1 << next(8),
                    2 => {
                        bytes.remove(at);
                    }
                    _ => {
                        let copy = bytes[at..bytes.len().min(at + 40)].to_vec();
                        bytes.splice(at..at, copy);
                    }
                }
            }
            facts(&bytes);
        }
    }
}

#[test]
fn nothing_unpacks_without_bound_or_nests_without_end() {
    let deep = |open: &str| open.repeat(200_000);
    for content in [
        deep("[ "),
        deep("<< "),
        deep("("),
        deep("q "),
        deep("BT /F 9 Tf "),
        deep("/X Do "),
        format!(
            "BT /F 1e300 Tf 1e300 0 0 1e300 1e300 0 Tm ({}) Tj ET",
            "1".repeat(5000)
        ),
    ] {
        facts(&pdf(&content));
    }
    let nested = format!("{}{}", deep("<w:p>"), deep("</w:p>"));
    facts(&archive(&[
        ("[Content_Types].xml", ""),
        ("word/document.xml", &nested),
    ]));
    // 300 megabytes of blanks in 300 kilobytes.
    let blanks = " ".repeat(300 << 20);
    let bomb = office("word", &[("document.xml", &blanks)]);
    assert_eq!(bomb.text, TextLayer::TooMuch);
}
