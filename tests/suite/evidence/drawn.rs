//! What a page of a PDF shows, however it is drawn.

use oit::evidence::facts;
use oit::model::TextLayer;

use super::facts::{NUMBERS, pdf, planted, with_font};
use crate::harness::pdf_of;

/// What is found where this is drawn in Helvetica of 10 points.
fn drawn(content: &str) -> String {
    planted(&facts(&pdf(&format!("BT /F 10 Tf {content} ET"))))
}

/// Each digit of a number with what comes before it.
fn digits(number: &str, before: impl Fn(usize) -> String) -> String {
    let digits = number.chars().enumerate();
    let drawn = digits.map(|(at, digit)| format!("{} ({digit}) Tj ", before(at)));
    drawn.collect::<Vec<_>>().concat()
}

#[test]
fn digits_are_joined_however_they_are_drawn() {
    let (a, b) = (NUMBERS[0].0, NUMBERS[1].0);
    let kerned: Vec<String> = a.chars().map(|digit| format!("({digit}) -20 ")).collect();
    let kerned = kerned.concat();
    for content in [
        format!("({a}) Tj"),
        format!(
            "<{}> Tj",
            a.bytes()
                .map(|byte| format!("{byte:02x}"))
                .collect::<Vec<_>>()
                .concat()
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
    assert_eq!(
        drawn("ET /Y Do BT"),
        "B",
        "in a form that has its font from the page"
    );
}

#[test]
fn boxes_of_forms_are_joined() {
    let a = NUMBERS[0].0;
    // Near each other or far, and apart where the groups end.
    for (step, gap) in [(14.0, 14.0), (14.0, 26.0), (22.0, 22.0), (12.0, 30.0)] {
        let boxes = digits(a, |at| {
            let apart = [1, 5, 10, 12].contains(&at);
            format!("{} 0 Td", if apart { gap } else { step })
        });
        assert_eq!(drawn(&boxes), "A", "{step} {gap}");
    }
    let wrong_groups = digits(a, |at| {
        let apart = [2, 6, 9].contains(&at);
        format!("{} 0 Td", if apart { 26.0 } else { 14.0 })
    });
    assert_eq!(drawn(&wrong_groups), "");
}

#[test]
fn a_number_over_two_lines_is_found() {
    assert_eq!(drawn("(No. 1-2345-) Tj 0 -14 Td (67890-12-1) Tj"), "A");
    assert_eq!(drawn("(12345678) Tj 0 -14 Td (90121) Tj"), "", "in a table");
}

/// A page with fields of one digit each, as who draws forms makes them.
fn fields(number: &str, field: impl Fn(usize, char) -> String) -> Vec<u8> {
    let fields: Vec<String> = number
        .chars()
        .enumerate()
        .map(|(at, d)| field(at, d))
        .collect();
    let kids = (4..4 + fields.len()).map(|id| format!("{id} 0 R "));
    let kids = kids.collect::<String>();
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{kids}] >> >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [{kids}] >>"),
    ];
    objects.extend(fields);
    pdf_of(&objects)
}

#[test]
fn form_fields_of_one_digit_are_one_number() {
    let a = NUMBERS[0].0;
    for step in [12, 20, 30] {
        let field = |at: usize, digit: char| {
            let left = 50 + at * step;
            let right = left + 10;
            format!(
                "<< /Subtype /Widget /FT /Tx /T (f{at}) /V ({digit}) /Rect [{left} 700 {right} 714] >>"
            )
        };
        assert_eq!(planted(&facts(&fields(a, field))), "A", "{step}");
        // One below the other they are rows.
        let column = |at: usize, digit: char| {
            field(0, digit)
                .replace("700", &format!("{}", 700 - at * 20))
                .replace("714", &format!("{}", 714 - at * 20))
        };
        assert_eq!(planted(&facts(&fields(a, column))), "");
    }
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
    let named = format!(
        "{}thai",
        thai.replace('/', "thai/").trim_start_matches("thai")
    );
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
