//! Files that are larger than they look, and texts of a hundred megabytes: each ends in a finding or is
//! passed over, within bounded memory.
//!
//! Memory is the highest mark that the system keeps of a process (`VmHWM`); where the system keeps none,
//! only the findings are looked at.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use zip::write::SimpleFileOptions;

use super::long;
use crate::harness::{AS_OF, SiteTest, findings, oit, pdf_of};

/// No check here may take more, in kilobytes: what it unpacks is bounded by 200 MB, and a part of that is
/// held in more than one form.
const MOST_KB: u64 = 700 << 10;

/// Codes of a check, sorted, and the most memory that it took, in kilobytes.
fn check(site: &SiteTest) -> (Vec<String>, u64) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = oit();
    command
        .args(["check", "--format", "json", "--as-of", AS_OF])
        .current_dir(site.root())
        .env("OIT_CACHE_DIR", folder.path());
    let (stdout, peak) = watched(&mut command);
    let codes = findings(&stdout).into_iter().map(|finding| finding.code);
    (codes.collect(), peak)
}

/// What a program says, and the most memory that it took: asked for again and again while it runs,
/// which the program's highest mark makes exact but for its last moment.
fn watched(command: &mut Command) -> (String, u64) {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Under Wine the number of a process is that of another one.
    let status = cfg!(unix).then(|| format!("/proc/{}/status", child.id()));
    let mut stdout = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || {
        let mut said = String::new();
        std::io::Read::read_to_string(&mut stdout, &mut said).unwrap();
        said
    });
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let text = status
            .as_ref()
            .and_then(|status| std::fs::read_to_string(status).ok());
        let text = text.unwrap_or_default();
        let mark = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kb = mark.and_then(|mark| mark.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(kb.unwrap_or(0));
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    (reader.join().unwrap(), peak)
}

/// A site with one file beside a document.
fn beside(name: &str, bytes: &[u8]) -> SiteTest {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        "+++\ncomponents = [1]\n+++\nกฎหมาย\n",
    );
    site.write(&format!("content/2566/o6/{name}"), bytes);
    site
}

/// An archive of parts that are given in pieces, each written so many times.
fn archive(parts: &[(&str, &[(&str, usize)])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, pieces) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        for (piece, count) in *pieces {
            let block = piece.repeat(1000);
            for _ in 0..count / 1000 {
                archive.write_all(block.as_bytes()).unwrap();
            }
            archive
                .write_all(piece.repeat(count % 1000).as_bytes())
                .unwrap();
        }
    }
    archive.finish().unwrap().into_inner()
}

const TYPES: (&str, &[(&str, usize)]) = ("[Content_Types].xml", &[("<Types/>", 1)]);

/// Ten times ten times … the same text: a few hundred bytes that say a gigabyte.
fn laughs() -> String {
    let mut text = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"ฮาฮาฮาฮา\">".to_owned();
    for level in 1..=9 {
        let before = format!("&l{};", level - 1).repeat(10);
        write!(text, "<!ENTITY l{level} \"{before}\">").unwrap();
    }
    text + "]><a>&l9;</a>"
}

#[test]
fn archives_that_unpack_to_more_than_they_are_take_bounded_memory() {
    let megabyte = 1 << 20;
    let laughs = laughs();
    let laughs: &[(&str, usize)] = &[(&laughs, 1)];
    let nested: &[(&str, usize)] = &[("<w:p>", megabyte)];
    let blanks: &[(&str, usize)] = &[(" ", 300 * megabyte)];
    let attribute: &[(&str, usize)] = &[("<w:p a=\"", 1), ("x", 250 * megabyte), ("\"/>", 1)];
    let attributes: &[(&str, usize)] = &[("<w:p ", 1), ("a=\"\" ", 4 * megabyte), ("/>", 1)];
    let texts: &[(&str, usize)] = &[
        ("<sst>", 1),
        ("<si><t>", 1),
        ("ก", 3 * megabyte),
        ("</t></si>", 1),
        ("</sst>", 1),
    ];
    let cells: &[(&str, usize)] = &[
        ("<worksheet><sheetData>", 1),
        ("<row><c t=\"s\"><v>0</v></c></row>", 2 * megabyte),
    ];
    let many: &[(&str, usize)] = &[("<sst>", 1), ("<si><t>1</t></si>", 8 * megabyte)];
    let empty: &[(&str, usize)] = &[("<sst>", 1), ("<si></si>", 17 * megabyte)];
    let digits: &[(&str, usize)] = &[("<w:p><w:t>", 1), ("1 ", 90 * megabyte)];
    let fewer: &[(&str, usize)] = &[("<w:p><w:t>", 1), ("1 ", 7 * megabyte), ("</w:t></w:p>", 1)];
    for (name, bytes) in [
        (
            "laughs.docx",
            archive(&[TYPES, ("word/document.xml", laughs)]),
        ),
        (
            "laughs.xlsx",
            archive(&[
                TYPES,
                ("xl/sharedStrings.xml", laughs),
                ("xl/workbook.xml", laughs),
            ]),
        ),
        (
            "laughs.pptx",
            archive(&[TYPES, ("ppt/slides/slide1.xml", laughs)]),
        ),
        (
            "nested.docx",
            archive(&[TYPES, ("word/document.xml", nested)]),
        ),
        (
            "blanks.docx",
            archive(&[TYPES, ("word/document.xml", blanks)]),
        ),
        (
            "attribute.docx",
            archive(&[TYPES, ("word/document.xml", attribute)]),
        ),
        (
            "attributes.docx",
            archive(&[TYPES, ("word/document.xml", attributes)]),
        ),
        // One long text in every cell: quadratic, were it searched again for each.
        (
            "shared.xlsx",
            archive(&[
                TYPES,
                ("xl/sharedStrings.xml", texts),
                ("xl/worksheets/sheet1.xml", cells),
            ]),
        ),
        (
            "many.xlsx",
            archive(&[TYPES, ("xl/sharedStrings.xml", many)]),
        ),
        (
            "empty.xlsx",
            archive(&[TYPES, ("xl/sharedStrings.xml", empty)]),
        ),
        // A text that is not read to its end, and one that is.
        (
            "digits.docx",
            archive(&[TYPES, ("word/document.xml", digits)]),
        ),
        (
            "fewer.docx",
            archive(&[TYPES, ("word/document.xml", fewer)]),
        ),
        (
            "digits.pptx",
            archive(&[TYPES, ("ppt/slides/slide1.xml", fewer)]),
        ),
        (
            "digits.xlsx",
            archive(&[TYPES, ("xl/sharedStrings.xml", fewer)]),
        ),
    ] {
        assert!(bytes.len() < 4 << 20, "{name}: {}", bytes.len());
        let (codes, peak) = check(&beside(name, &bytes));
        let known = [
            "file-damaged",
            "file-unsearchable",
            "file-ending",
            "file-empty",
        ];
        assert!(
            codes.iter().all(|code| known.contains(&code.as_str())),
            "{name}: {codes:?}"
        );
        assert!(peak < MOST_KB, "{name}: {peak} kB");
    }
}

#[test]
fn a_workbook_that_unpacks_to_more_than_it_is_cannot_be_drawn() {
    let rows: &[(&str, usize)] = &[
        ("<worksheet><sheetData>", 1),
        (
            "<row><c t=\"inlineStr\"><is><t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</t></is></c></row>",
            5 << 20,
        ),
    ];
    let workbook: &[(&str, usize)] = &[(
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        1,
    )];
    let relations: &[(&str, usize)] = &[(
        "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
         relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
        1,
    )];
    let bytes = archive(&[
        TYPES,
        ("xl/workbook.xml", workbook),
        ("xl/_rels/workbook.xml.rels", relations),
        ("xl/worksheets/sheet1.xml", rows),
    ]);
    let site = beside("a.xlsx", &bytes);
    let table = "[[table]]\nfile = \"a.xlsx\"\ncaption = \"ก\"\n";
    site.write(
        "content/2566/o6/index.md",
        format!("+++\ncomponents = [1]\n{table}+++\nกฎหมาย\n"),
    );
    let (codes, peak) = check(&site);
    assert!(codes.contains(&"table-unreadable".to_owned()), "{codes:?}");
    assert!(peak < MOST_KB, "{peak} kB");
}

/// Bytes as zlib has them.
fn deflated(piece: u8, count: usize) -> Vec<u8> {
    // An archive's part is the same without zlib's two first bytes and its check at the end, which
    // readers of PDF do without.
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive
        .start_file("a", SimpleFileOptions::default())
        .unwrap();
    for _ in 0..count >> 20 {
        archive.write_all(&vec![piece; 1 << 20]).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    let mut read = zip::ZipArchive::new(std::io::Cursor::new(&bytes[..])).unwrap();
    let part = read.by_index(0).unwrap();
    let (start, length) = (part.data_start().unwrap(), part.compressed_size());
    let (start, length) = (
        usize::try_from(start).unwrap(),
        usize::try_from(length).unwrap(),
    );
    [&[0x78, 0x9c], &bytes[start..start + length]].concat()
}

/// A PDF of objects of which some are streams of bytes.
fn pdf_with(objects: &[(String, Option<Vec<u8>>)]) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut places = String::new();
    for (number, (dictionary, stream)) in (1..).zip(objects) {
        writeln!(places, "{:010} 00000 n ", file.len()).unwrap();
        write!(file, "{number} 0 obj\n{dictionary}\n").unwrap();
        if let Some(stream) = stream {
            file.extend(b"stream\n");
            file.extend(stream);
            file.extend(b"\nendstream\n");
        }
        file.extend(b"endobj\n");
    }
    let (start, count) = (file.len(), objects.len() + 1);
    write!(
        file,
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    file
}

#[test]
fn pdfs_that_unpack_to_more_than_they_are_take_bounded_memory() {
    let page = |contents: &str| {
        vec![
            ("<< /Type /Catalog /Pages 2 0 R >>".to_owned(), None),
            ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(), None),
            (
                format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents {contents} >>"),
                None,
            ),
        ]
    };
    let flate =
        |extra: &str, bytes: &[u8]| format!("<< /Length {} /Filter {extra} >>", bytes.len());
    let blanks = deflated(b' ', 600 << 20);
    let mut flat = page("4 0 R");
    flat.push((flate("/FlateDecode", &blanks), Some(blanks.clone())));
    // The same again and again on one page.
    let mut again = page(&format!("[{}]", "4 0 R ".repeat(10_000)));
    again.push((flate("/FlateDecode", &blanks), Some(blanks.clone())));
    // Packed twice.
    let mut twice = page("4 0 R");
    twice.push((
        flate("[/FlateDecode /FlateDecode]", &blanks),
        Some(blanks.clone()),
    ));
    // Objects in a stream that says it has many.
    let mut objects = page("4 0 R");
    let many = format!(
        "<< /Type /ObjStm /N 100000000 /First 10 /Length {} /Filter /FlateDecode >>",
        blanks.len()
    );
    objects.push((many, Some(blanks)));
    // One text of more glyphs than a page has.
    let font =
        "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
    let mut text = b"BT /F 12 Tf (".to_vec();
    text.extend(b"1 ".repeat(6 << 20));
    text.extend(b") Tj ET");
    let mut glyphs = page(&format!("4 0 R {font}"));
    glyphs.push((format!("<< /Length {} >>", text.len()), Some(text)));
    let looped = |text: &str| format!("%PDF-1.4\n{text}\nstartxref\n9\n%%EOF\n").into_bytes();
    for (name, bytes) in [
        ("glyphs.pdf", pdf_with(&glyphs)),
        ("flat.pdf", pdf_with(&flat)),
        ("again.pdf", pdf_with(&again)),
        ("twice.pdf", pdf_with(&twice)),
        ("objects.pdf", pdf_with(&objects)),
        // A list of objects that is its own predecessor.
        (
            "loop.pdf",
            looped("xref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev 9 /Root 1 0 R >>"),
        ),
        (
            "size.pdf",
            looped("xref\n0 99999999999\ntrailer << /Size 99999999999 /Root 1 0 R >>"),
        ),
        (
            "kids.pdf",
            pdf_of(&[
                "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
                format!(
                    "<< /Type /Pages /Kids [{}] /Count 999999999 >>",
                    "2 0 R ".repeat(1000)
                ),
            ]),
        ),
        (
            "length.pdf",
            pdf_of(&[
                "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
                "<< /Length 2 0 R >>\nstream\nx\nendstream".to_owned(),
            ]),
        ),
    ] {
        let (codes, peak) = check(&beside(name, &bytes));
        let known = ["file-damaged", "file-unsearchable", "pdf-scan"];
        assert!(
            codes.iter().all(|code| known.contains(&code.as_str())),
            "{name}: {codes:?}"
        );
        assert!(peak < MOST_KB, "{name}: {peak} kB");
    }
}

#[test]
fn a_text_of_a_hundred_megabytes_is_not_read() {
    let megabytes = if long() { 100 } else { 25 };
    let line = "ก".repeat((megabytes << 20) / 3);
    for (name, code) in [
        ("content/2566/o6/plan.md", Some("text-too-large")),
        ("content/2566/o6/plan.toml", Some("text-too-large")),
        ("content/2566/framework.toml", Some("text-too-large")),
        ("content/pages/about.md", Some("text-too-large")),
        ("themes/default/templates/base.html", Some("text-too-large")),
        ("site.toml", Some("text-too-large")),
        ("content/2566/o6/a.txt", Some("file-too-large")),
        ("content/2566/o6/a.csv", Some("file-too-large")),
        ("content/2566/o6/a.html", Some("runs-in-browser")),
        ("content/2566/o6/a.svg", Some("runs-in-browser")),
        ("themes/default/static/a.js", None),
    ] {
        let site = beside("a.pdf", b"");
        site.write(name, &line);
        let (codes, peak) = check(&site);
        if let Some(code) = code {
            assert!(codes.contains(&code.to_owned()), "{name}: {codes:?}");
        }
        assert!(peak < 100 << 10, "{name}: {peak} kB");
    }
}

#[test]
fn a_text_file_of_one_long_line_is_searched_within_a_few_times_its_size() {
    let bytes = 19 << 20;
    for (name, piece) in [
        ("a.txt", "ก"),
        ("a.csv", "ก,"),
        ("a.csv", "\""),
        ("a.svg", "<g>"),
        ("a", "<"),
        ("b", "<a "),
        // Each digit a group of its own, and numbers that are no person's and a person's.
        ("a.txt", "1 "),
        ("a.txt", "3990123456780 "),
        ("a.txt", "3990123456785 "),
        ("a.txt", "๑ "),
        ("a.csv", "1-"),
    ] {
        let line = piece.repeat(bytes / piece.len());
        let (_, peak) = check(&beside(name, line.as_bytes()));
        assert!(peak < 10 * (19 << 10), "{name} of {piece}: {peak} kB");
    }
}
