//! What a page of a PDF shows, however it is drawn.

use oit::evidence::facts;
use oit::model::TextLayer;

use super::facts::{NUMBERS, pdf, planted, with_font};

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
