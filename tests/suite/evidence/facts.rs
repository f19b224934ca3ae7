//! Files as different programs make them, and files that nobody should have made.

use std::io::Write;

use oit::evidence::{facts, hash};
use oit::model::{Condition, Facts, FileKind, TextLayer};
use oit::thai::personal::Personal;

use super::FIXTURES;
use crate::harness::{evidence_fixture, pdf_of};

/// The made-up numbers, as they are planted and as they are told.
pub(super) const NUMBERS: [(&str, &str); 4] = [
    ("1234567890121", "1-23xx-xxxxx-xx-1"),
    ("3999900001237", "3-99xx-xxxxx-xx-7"),
    ("8999900004563", "8-99xx-xxxxx-xx-3"),
    // Stands in two columns of a table, so it is no number.
    ("2999900007890", "2-99xx-xxxxx-xx-0"),
];

fn of(name: &str) -> Facts {
    facts(&evidence_fixture(name))
}

/// Which of the numbers were found, as `ABC`.
pub(super) fn planted(facts: &Facts) -> String {
    let found = |mask: &str| {
        facts
            .personal
            .iter()
            .any(|found| matches!(found, Personal::CitizenNumber { masked } if masked == mask))
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
        // Texts and cells of the old Office are found without knowing where they are.
        let found = match name {
            "writer.doc" => 3,
            "calc.xls" => 2,
            _ => 0,
        };
        assert_eq!(facts.personal.len(), found, "{name}");
    }
    assert_eq!(of("scan.pdf").pages, Some(1));
    assert_eq!(
        of("chromium.pdf").hash,
        hash(&evidence_fixture("chromium.pdf"))
    );
}

/// A PDF of one page with this content, which shows Helvetica as `/F`.
pub(super) fn pdf(content: &str) -> Vec<u8> {
    with_font(
        content,
        "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
    )
}

pub(super) fn with_font(content: &str, font: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R /Y 7 0 R >> >> >>"
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
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 28 >>\nstream\n\
         BT (3999900001237) Tj ET    \nendstream"
            .to_owned(),
    ];
    pdf_of(&objects)
}

/// An archive of these parts.
pub(super) fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text).unwrap();
    }
    archive.finish().unwrap().into_inner()
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
        let bytes = evidence_fixture(name);
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
    let mut made: Vec<Vec<u8>> = FIXTURES.iter().map(|name| evidence_fixture(name)).collect();
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
    for font in [deep("/A << "), deep("/A [ "), format!("/A ({}", deep("("))] {
        facts(&with_font("", &font));
    }
    let nested = format!("{}{}", deep("<w:p>"), deep("</w:p>"));
    facts(&archive(&[
        ("[Content_Types].xml", b""),
        ("word/document.xml", nested.as_bytes()),
    ]));
    // 300 megabytes of blanks in 300 kilobytes.
    let blanks = " ".repeat(300 << 20);
    let bomb = facts(&archive(&[
        ("word/document.xml", blanks.as_bytes()),
        ("[Content_Types].xml", b""),
    ]));
    assert_eq!(bomb.text, TextLayer::TooMuch);
}
