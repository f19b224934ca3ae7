//! PDFs page by page and as programs of long ago wrote them, and files within files.

use std::fmt::Write as _;

use oit::evidence::facts;
use oit::model::{Condition, Facts, FileKind, TextLayer};

use super::facts::{NUMBERS, archive, planted};

/// A page that shows a number, in Helvetica of 10 points.
fn typed(text: &str) -> String {
    format!("BT /F 10 Tf 50 700 Td ({text}) Tj ET")
}

/// A picture as large as the page, with a few words on it.
const SCANNED: &str = "q 595 0 0 842 0 0 cm /P Do Q BT /F 10 Tf (12/40 scanned by office) Tj ET";

/// A document with such pages. A stream is written between `before` and `after` its data.
fn pages(contents: &[String], before: impl Fn(usize) -> String, after: &str) -> Vec<u8> {
    let kids = (0..contents.len()).map(|at| format!("{} 0 R", 10 + 2 * at));
    let kids = kids.collect::<Vec<_>>().join(" ");
    let mut objects = vec![
        (1, "<</Type/Catalog/Pages 2 0 R>>".to_owned()),
        (
            2,
            format!("<</Type/Pages/Kids[{kids}]/Count {}>>", contents.len()),
        ),
        (
            3,
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
        ),
        (
            4,
            "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8\
             /ColorSpace/DeviceGray/Length 1>>\nstream\n0\nendstream"
                .to_owned(),
        ),
    ];
    for (at, content) in contents.iter().enumerate() {
        let page = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R\
             /Resources<</Font<</F 3 0 R>>/XObject<</P 4 0 R>>>>>>",
            11 + 2 * at
        );
        objects.push((10 + 2 * at, page));
        let stream = format!("{}{content}{after}", before(content.len()));
        objects.push((11 + 2 * at, stream));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in &objects {
        places.push((*number, file.len()));
        write!(file, "{number} 0 obj\n{object}\nendobj\n").unwrap();
    }
    let list = file.len();
    file.push_str("xref\n");
    for (number, place) in &places {
        write!(file, "{number} 1\n{place:010} 00000 n \n").unwrap();
    }
    let size = 11 + 2 * contents.len();
    write!(
        file,
        "trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{list}\n%%EOF\n"
    )
    .unwrap();
    file.into_bytes()
}

fn rightly(contents: &[String]) -> Facts {
    let before = |length| format!("<</Length {length}>>\nstream\n");
    facts(&pages(contents, before, "\nendstream"))
}

#[test]
fn streams_that_are_not_written_as_the_format_wants_are_read() {
    let content = [typed(NUMBERS[0].0)];
    for (before, after) in [
        ("<</Length LENGTH>>\nstream\n", "\nendstream"),
        // The Royal Gazette of 2548.
        ("<</Length LENGTH>>\nstream\r\n", "\r endstream"),
        ("<</Length LENGTH>>\nstream\n", " \n \tendstream"),
        ("<<>>\nstream\n", "\nendstream"),
        ("<</Length 9 0 R>>\nstream\n", "\nendstream"),
        ("<</Length LENGTH>>\nstream\n", "\n"),
        ("<<>> stream\n", ""),
        ("<</Length 3>>\nstream\n", "endstream"),
    ] {
        let before = |length: usize| before.replace("LENGTH", &length.to_string());
        let found = facts(&pages(&content, before, after));
        assert_eq!(planted(&found), "A", "{after:?}: {found:?}");
        assert_eq!(found.text, TextLayer::Searched, "{after:?}");
        assert_eq!(found.condition, Condition::Sound, "{after:?}");
    }
}

#[test]
fn what_cannot_be_read_is_no_scan() {
    let before = |length| format!("<</Length {length}/Filter/NoSuchFilter>>\nstream\n");
    let found = facts(&pages(&[typed("1")], before, "\nendstream"));
    assert_eq!(found.text, TextLayer::Unread);
    assert_eq!(found.scanned, 0);
}

#[test]
fn pages_are_judged_one_by_one() {
    let text = typed("The plan of the municipality for the year, with its projects and their cost");
    let text = text.repeat(3);
    let scanned = SCANNED.to_owned();
    let of = |typed: usize, scans: usize| {
        let contents = [vec![text.clone(); typed], vec![scanned.clone(); scans]].concat();
        let found = rightly(&contents);
        (found.text, found.scanned)
    };
    assert_eq!(of(1, 9), (TextLayer::Searched, 9));
    assert_eq!(of(3, 2), (TextLayer::Searched, 2));
    assert_eq!(of(1, 0), (TextLayer::Searched, 0));
    assert_eq!(of(0, 3), (TextLayer::None, 3));
    // A cover at the end of a book has nothing to be searched.
    assert_eq!(of(9, 1), (TextLayer::Searched, 0));
    // A photograph in a text, and a text over a picture, are no scans.
    let photo = format!("q 300 0 0 200 0 0 cm /P Do Q {}", typed("The fair"));
    assert_eq!(rightly(&[text.clone(), photo]).scanned, 0);
    let over = format!("{SCANNED} {text}");
    assert_eq!(rightly(&[over.clone(), over]).scanned, 0);
}

#[test]
fn what_lies_within_a_file_is_searched_like_it() {
    let list = format!("รายชื่อ {}", NUMBERS[0].0);
    let document = rightly(&[typed(NUMBERS[1].0)]);
    assert_eq!(planted(&document), "B");
    let before = |length| format!("<</Length {length}>>\nstream\n");
    let pdf = pages(&[typed(NUMBERS[1].0)], before, "\nendstream");
    let zip = archive(&[("a/list.txt", list.as_bytes()), ("b.pdf", &pdf)]);
    let found = facts(&zip);
    assert_eq!(
        (planted(&found).as_str(), found.kind, found.text),
        ("AB", FileKind::Zip, TextLayer::Searched)
    );
    let twice = facts(&archive(&[("c.zip", &zip)]));
    assert_eq!(planted(&twice), "AB");
    let named = facts(&archive(&[(NUMBERS[0].0, b"x")]));
    assert_eq!(planted(&named), "A");
    // What no reader knows is said.
    let other = facts(&archive(&[("a.rar", b"Rar!\x1a\x07\x01\0")]));
    assert_eq!(other.text, TextLayer::Inside);
    let picture = facts(&archive(&[("a.png", b"\x89PNG\r\n\x1a\n")]));
    assert_eq!(picture.text, TextLayer::Pictures);
    let many: Vec<String> = (0..30).map(|at| format!("{at}.pdf")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &*pdf)).collect();
    assert_eq!(facts(&archive(&many)).text, TextLayer::TooMuch);
}

#[test]
fn attachments_of_a_pdf_are_searched() {
    let attached = |dictionary: &str, data: &str| {
        let content = format!(
            "<<{dictionary}/Length {}>>\nstream\n{data}\nendstream\nendobj\n\
             90 0 obj\n<</Type/Filespec/F(list.csv)/EF<</F 11 0 R>>>>",
            data.len()
        );
        facts(&pages(&[content], |_| String::new(), ""))
    };
    let found = attached("/Type/EmbeddedFile", NUMBERS[0].0);
    assert_eq!(planted(&found), "A", "{found:?}");
    let found = attached("", "Rar!\x1a\x07\x01\0");
    assert!(found.text != TextLayer::Searched, "{found:?}");
}

#[test]
fn parts_of_a_workbook_may_be_named_as_windows_names_folders() {
    let sheet = format!(
        "<worksheet><sheetData><row><c><v>{}</v></c></row></sheetData></worksheet>",
        NUMBERS[0].0
    );
    let found = facts(&archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl\\workbook.xml", b"<workbook/>"),
        ("xl\\worksheets\\sheet1.xml", sheet.as_bytes()),
    ]));
    assert_eq!(
        (planted(&found).as_str(), found.kind),
        ("A", FileKind::Xlsx)
    );
    let named = format!(
        "<workbook><sheets><sheet name=\"{}\"/></sheets></workbook>",
        NUMBERS[0].0
    );
    let found = facts(&archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", named.as_bytes()),
    ]));
    assert_eq!(planted(&found), "A");
}
