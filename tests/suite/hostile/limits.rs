//! What is bounded, and says so: no page is made of a small file that would fill a machine, and nothing is
//! left out in silence.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use zip::write::SimpleFileOptions;

use crate::harness::{SiteTest, evidence_fixture};

const DOCUMENT: &str = "content/2566/o6/index.md";

/// So much more of it.
const MORE: usize = 8;
/// What takes eight times as long for eight times as much stays below; its square is 64.
const MOST: u32 = 30;
/// A machine with much else to do may take a short run for a long one; a square it takes every time.
const ATTEMPTS: usize = 3;

#[track_caller]
fn grows_with_its_length(what: &str, run: impl Fn(usize) -> Duration) {
    let attempt = |_| (run(1), run(MORE));
    let is_square = |(little, much): &(Duration, Duration)| *much >= *little * MOST;
    let found: Vec<_> = (0..ATTEMPTS).map(attempt).take_while(is_square).collect();
    assert!(found.len() < ATTEMPTS, "{what}: {found:?}");
}

/// How long a run takes, whatever it finds.
fn time(site: &SiteTest, arguments: &[&str]) -> Duration {
    let start = Instant::now();
    let run = site.run(arguments);
    assert!((0..=1).contains(&run.code), "{}", run.stderr);
    start.elapsed()
}

/// The codes of a check, each once.
fn codes(site: &SiteTest) -> Vec<String> {
    let found = site.findings().into_iter().map(|finding| finding.code);
    let mut codes: Vec<String> = found.collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn repairs_of_a_long_line_take_no_square_of_it() {
    for part in ["a\u{1}", "ก\u{200b}ข\u{200c}\u{200b}", "\u{feff}\u{1}ก"] {
        grows_with_its_length(part, |times| {
            let site = SiteTest::new();
            let line = part.repeat(5_000 * times);
            let text = format!("+++\ntitle = \"ก\"\ndate = \"2566-01-31\"\n+++\n{line}\n");
            site.write("content/2566/o6/a.md", text);
            time(&site, &["check", "--fix", "--dry-run", "-q"])
        });
    }
}

#[test]
fn letters_between_the_values_of_a_long_line_take_no_square_of_it() {
    grows_with_its_length("a list", |times| {
        let site = SiteTest::new();
        let list = "\"ก\",\u{200b}".repeat(5_000 * times);
        let text = format!("+++\ntitle = \"ก\"\nformerly = [{list}]\n+++\nก\n");
        site.write(DOCUMENT, text);
        time(&site, &["check", "-q"])
    });
    grows_with_its_length("lines", |times| {
        let site = SiteTest::new();
        let lines = "[[links]]\nurl = \"https://x.example/\"\n".repeat(2_000 * times);
        let text = format!("+++\nsummary = \"ต าบล\"\n{lines}+++\nก\n");
        site.write(DOCUMENT, text);
        time(&site, &["check", "-q"])
    });
}

/// A framework whose items have all the same number.
fn same_number(count: usize) -> String {
    let mut text = "fiscal_year = 2566\n[[indicator]]\ncode = \"9\"\ntitle = \"x\"\n\
        [[indicator.sub]]\ncode = \"9.1\"\ntitle = \"x\"\n"
        .to_owned();
    for at in 0..count {
        write!(
            text,
            "[[indicator.sub.item]]\nnumber = 14\nkey = \"k{at}\"\ntitle = \"t\"\n{}",
            if at == 0 {
                "components = [{ text = \"a\" }]\n"
            } else {
                ""
            }
        )
        .unwrap();
    }
    text
}

#[test]
fn a_number_that_a_framework_has_twice_is_a_finding_at_its_place() {
    let site = SiteTest::new();
    site.write("content/2566/framework.toml", same_number(2))
        .write(
            "content/2566/o14/x.md",
            "+++\ntitle = \"x\"\ndate = \"2566-01-31\"\ncomponents = [1]\n+++\nก\n",
        );
    let found = site.findings();
    let duplicate = found.iter().find(|one| one.code == "framework-duplicate");
    let at = duplicate.map(|finding| finding.at.as_str());
    assert_eq!(at, Some("content/2566/framework.toml:14:10"), "{found:?}");
    for command in ["check", "build"] {
        assert_eq!(site.run(&[command]).code, 1, "{command}");
    }
    assert_eq!(site.run(&["report", "checklist"]).code, 1);
}

#[test]
fn a_number_that_a_framework_has_over_and_over_takes_no_square_of_it() {
    grows_with_its_length("numbers", |times| {
        let site = SiteTest::new();
        site.write("content/2566/framework.toml", same_number(1_000 * times));
        time(&site, &["check", "-q"])
    });
}

#[test]
fn a_dataset_that_is_no_table_any_more_is_told_and_not_drawn() {
    let rows = |count: usize, counter: fn(usize) -> String| {
        (0..count).fold(String::new(), |text, at| {
            let counter = counter(at);
            text + &format!("[[data.statistics]]\nperiod = \"2566-01\"\n{counter} = 1\n")
        })
    };
    let counters: String = (0..20_000).fold(String::new(), |mut text, at| {
        writeln!(text, "c{at} = 1").unwrap();
        text
    });
    let people =
        "[[data.executives]]\nname = \"ก\"\nposition = \"ข\"\nphone = \"1\"\n".repeat(20_000);
    for (name, text) in [
        ("a counter for each row", rows(3_000, |at| format!("c{at}"))),
        (
            "a row of counters",
            format!("[[data.statistics]]\nperiod = \"2566-01\"\n{counters}"),
        ),
        ("many rows", rows(30_000, |_| "c".to_owned())),
        ("many people", people),
    ] {
        let site = SiteTest::new();
        site.write("content/2566/o6/index.toml", text);
        let codes = codes(&site);
        assert!(
            codes.contains(&"dataset-too-large".to_owned()),
            "{name}: {codes:?}"
        );
        assert_eq!(site.run(&["build"]).code, 1, "{name}");
    }
    let site = SiteTest::new();
    let text = rows(500, |at| format!("c{}", at % 99));
    site.write("content/2566/o6/index.toml", text);
    let codes = codes(&site);
    assert!(
        !codes.contains(&"dataset-too-large".to_owned()),
        "{codes:?}"
    );
}

#[test]
fn a_dataset_of_many_counters_takes_no_square_of_them() {
    grows_with_its_length("counters", |times| {
        let site = SiteTest::new();
        let mut text = "[[data.statistics]]\nperiod = \"2566-01\"\n".to_owned();
        for at in 0..5_000 * times {
            writeln!(text, "c{at} = 1").unwrap();
        }
        site.write("content/2566/o6/index.toml", text);
        time(&site, &["check", "-q"])
    });
}

#[test]
fn tables_that_their_page_has_no_room_for_are_told_and_linked() {
    let site = SiteTest::new();
    let row = ["ก"; 50].join(",") + "\n";
    site.write("content/2566/o6/a.csv", row.repeat(1_000));
    let tables = "[[table]]\nfile = \"a.csv\"\ncaption = \"ก\"\n".repeat(3);
    site.write(
        DOCUMENT,
        format!("+++\ncomponents = [1]\n{tables}+++\nกฎหมาย\n"),
    );
    let found = site.findings();
    let cut: Vec<&str> = found
        .iter()
        .filter(|finding| finding.code == "table-cut")
        .map(|finding| finding.at.as_str())
        .collect();
    assert_eq!(cut, [format!("{DOCUMENT}:10:8")], "{found:?}");
    site.build();
    let page = site.read("public/2566/o6/index.html");
    assert_eq!(page.matches("<caption").count(), 2, "of three tables");
}

#[test]
fn a_file_that_is_not_toml_at_all_says_how_much_more_is_wrong() {
    let site = SiteTest::new();
    site.write("content/2566/o6/index.toml", "ก =\n".repeat(5_000));
    let found = site.findings();
    let faults = found.iter().filter(|finding| finding.code == "toml-syntax");
    let faults: Vec<&str> = faults.map(|finding| finding.message.as_str()).collect();
    assert_eq!(faults.len(), 101, "{faults:?}");
    let is_told = faults.iter().any(|fault| fault.contains("4900"));
    assert!(is_told, "{faults:?}");
}

#[test]
fn text_between_the_fences_is_one_fault_however_long() {
    let site = SiteTest::new();
    let text = "ด้วยเทศบาลได้ดำเนินการตามแผน\n".repeat(5_000);
    site.write(
        "content/2566/o6/index.md",
        format!("+++\n{text}unit = clerk\n+++\nก\n"),
    );
    let found = site.findings();
    let faults = found.iter().filter(|finding| finding.code == "toml-syntax");
    let faults: Vec<&str> = faults.map(|finding| finding.message.as_str()).collect();
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults[0].starts_with("5000 บรรทัด"), "{faults:?}");
}

#[test]
fn faults_of_one_line_take_no_square_of_it() {
    for part in ["\u{1}", "\\q", "\"", "[", "=", "ก ", "'", "1 ", "\\"] {
        grows_with_its_length(part, |times| {
            let site = SiteTest::new();
            let line = part.repeat(4_000 * times);
            site.write(
                "content/2566/o6/index.toml",
                format!("title = \"{line}\"\n"),
            );
            time(&site, &["check", "-q"])
        });
    }
}

/// A workbook whose cells all name one text.
fn sharing(text: &str, cells: usize) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        archive
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    part("[Content_Types].xml", "<Types/>");
    part("xl/workbook.xml", "<workbook/>");
    part(
        "xl/sharedStrings.xml",
        &format!("<sst><si><t>{text}</t></si></sst>"),
    );
    let cells = "<c t=\"s\"><v>0</v></c>".repeat(cells);
    part(
        "xl/worksheets/sheet1.xml",
        &format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>"),
    );
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_text_that_cells_share_is_not_searched_for_each_of_them() {
    let text = "1".repeat(3_000_000);
    let taken = |cells: usize| {
        let site = SiteTest::new();
        site.write(DOCUMENT, "+++\n+++\n[ก](a.xlsx)\n");
        site.write("content/2566/o6/a.xlsx", sharing(&text, cells));
        // A cache of before would be told of the file.
        let start = Instant::now();
        let codes = codes(&site);
        (start.elapsed(), codes)
    };
    let ((few, _), (many, codes)) = (taken(4), taken(40_000));
    assert!(many < few * MOST, "{few:?} {many:?}");
    // What is repeated is not looked through without end, and that is told.
    assert!(codes.contains(&"file-unsearchable".to_owned()), "{codes:?}");
}

#[test]
fn sheets_of_one_file_that_are_too_many_are_told() {
    let site = SiteTest::new();
    let table = |at| format!("[[table]]\nfile = \"a.xlsx\"\ncaption = \"ก\"\nsheet = \"{at}ๆ\"\n");
    let tables: String = (0..60).map(table).collect();
    site.write(DOCUMENT, format!("+++\n{tables}+++\nก\n"));
    site.write("content/2566/o6/a.xlsx", evidence_fixture("calc.xlsx"));
    let found = site.findings();
    let of = |code: &str| found.iter().filter(|finding| finding.code == code).count();
    let counts = (of("sheet-not-found"), of("table-unreadable"));
    assert_eq!(counts, (50, 10), "{found:?}");
}

#[test]
fn a_list_behind_many_other_rows_is_found() {
    let site = SiteTest::new();
    let mut rows = "ก".repeat(1_000) + "</t></is></c></row>";
    rows = format!("<row><c t=\"inlineStr\"><is><t>{rows}").repeat(2_000);
    for at in 0..60 {
        write!(
            rows,
            "<row><c t=\"inlineStr\"><is><t>นางสมมุติ ใจดี</t></is></c>\
             <c t=\"inlineStr\"><is><t>081-222-33{at:02}</t></is></c></row>"
        )
        .unwrap();
    }
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook/>"),
        (
            "xl/worksheets/sheet1.xml",
            &format!("<worksheet>{rows}</worksheet>"),
        ),
    ] {
        archive
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    site.write(DOCUMENT, "+++\n+++\n[ก](a.xlsx)\n");
    let bytes = archive.finish().unwrap().into_inner();
    site.write("content/2566/o6/a.xlsx", bytes);
    let codes = codes(&site);
    assert!(codes.contains(&"personal-list".to_owned()), "{codes:?}");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_called_what_it_is_and_not_waited_for() {
    let site = SiteTest::new();
    site.write(DOCUMENT, "+++\n+++\nกฎหมาย\n");
    let pipe = site.path("content/2566/o6/a.pdf");
    let made = std::process::Command::new("mkfifo").arg(pipe).status();
    assert!(made.unwrap().success());
    let socket = site.path("content/2566/o6/b.pdf");
    let _socket = std::os::unix::net::UnixListener::bind(socket).unwrap();
    let found = site.findings_in("en");
    for (name, word) in [("a.pdf", "FIFO"), ("b.pdf", "socket")] {
        let at = format!("content/2566/o6/{name}:1:1");
        let finding = found.iter().find(|finding| finding.at == at);
        let finding = finding.unwrap_or_else(|| panic!("{at}: {found:?}"));
        assert_eq!(finding.code, "unreadable");
        assert!(finding.message.contains(word), "{}", finding.message);
    }
}

#[cfg(unix)]
#[test]
fn a_content_folder_that_is_a_link_is_called_one() {
    for target in ["elsewhere", "nowhere"] {
        let site = SiteTest::empty();
        site.write("site.toml", crate::harness::SITE)
            .write("elsewhere/2566/o6/index.md", "+++\n+++\nกฎหมาย\n");
        std::os::unix::fs::symlink(target, site.path("content")).unwrap();
        let found = site.findings();
        let is_told = |finding: &crate::harness::Finding| {
            finding.code == "unreadable" && finding.at == "content:1:1"
        };
        assert!(found.iter().any(is_told), "{target}: {found:?}");
    }
}
