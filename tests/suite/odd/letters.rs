//! Files as editors and programs save them: line ends, byte-order marks, zero bytes, no text at all,
//! and more of it than anybody reads.

use crate::harness::SiteTest;

const LEAD: &str = "content/2566/o06/index.md";

/// A document of everything that lines matter to.
const TEXT: &str = "+++\ncomponents = [1]\nsummary = \"\"\"\nบรรทัดแรก\nบรรทัดสอง\"\"\"\n+++\n\n# กฎหมาย\n\nข้อความ\nต่อกัน  \n\
    ขึ้นบรรทัดใหม่\n\n| ก | ข |\n|---|---|\n| 1 | 2 |\n\n```\nรหัส\n  ย่อหน้า\n```\n\n- หนึ่ง\n- สอง\n";

fn page(text: &str) -> String {
    let site = SiteTest::new();
    site.write(LEAD, text).build();
    site.read("public/2566/o6/index.html")
}

#[test]
fn line_ends_and_marks_change_nothing_on_the_page() {
    let plain = page(TEXT);
    assert!(
        plain.contains("<td>1</td>") && plain.contains("<code>"),
        "{plain}"
    );
    let windows = TEXT.replace('\n', "\r\n");
    let mut mixed = String::new();
    for (at, line) in TEXT.lines().enumerate() {
        mixed.push_str(line);
        mixed.push_str(if at % 2 == 0 { "\r\n" } else { "\n" });
    }
    let marked = format!("\u{feff}{windows}");
    let unfinished = TEXT.trim_end_matches('\n').to_owned();
    for text in [windows, mixed, marked, unfinished] {
        assert_eq!(page(&text), plain, "{text:?}");
    }
}

#[test]
fn findings_stand_on_the_same_lines_whatever_ends_them() {
    let text = "+++\ncomponents = [9]\n+++\nต าบล\n";
    let places = |text: &str| {
        let site = SiteTest::new();
        site.write(LEAD, text);
        let found = site.findings().into_iter();
        let found = found.filter(|finding| finding.at.starts_with(LEAD));
        found
            .map(|finding| (finding.at, finding.code))
            .collect::<Vec<_>>()
    };
    let plain = places(text);
    let expected = ["component-out-of-range", "split-sara-am"];
    assert!(
        expected
            .iter()
            .all(|code| plain.iter().any(|found| found.1 == *code)),
        "{plain:?}"
    );
    let windows = text.replace('\n', "\r\n");
    for text in [
        format!("\u{feff}{windows}"),
        text.trim_end().to_owned(),
        windows,
    ] {
        assert_eq!(places(&text), plain, "{text:?}");
    }
}

#[test]
fn zero_bytes_are_told_and_do_not_reach_a_page() {
    let site = SiteTest::new();
    site.write(LEAD, "+++\ncomponents = [1]\n+++\nกฎ\0หมาย <b\0> `\0`\n");
    let told = |code: &str, at: &str| {
        let found = site.findings();
        found
            .iter()
            .any(|finding| finding.code == code && finding.at == at)
    };
    assert!(told("invisible-letter", &format!("{LEAD}:4:3")));
    site.build();
    assert!(!site.read("public/2566/o6/index.html").contains('\0'));
    site.write(LEAD, "+++\ncomponents = [1]\0\n+++\nกฎหมาย\n");
    assert!(
        told("toml-syntax", &format!("{LEAD}:2:17")),
        "{:?}",
        site.findings()
    );
}

#[test]
fn what_notepad_saves_as_unicode_is_one_finding_of_each_file() {
    let utf_16 = |text: &str, is_little: bool| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units
            .flat_map(|unit| {
                if is_little {
                    unit.to_le_bytes()
                } else {
                    unit.to_be_bytes()
                }
            })
            .collect()
    };
    for is_little in [true, false] {
        let site = SiteTest::new();
        site.write(LEAD, utf_16(TEXT, is_little))
            .write(
                "content/2566/o07/a.toml",
                utf_16("title = \"ก\"\n", is_little),
            )
            .write("content/index.md", utf_16("ยินดีต้อนรับ\n", is_little));
        let found = site
            .findings()
            .into_iter()
            .filter(|finding| finding.severity == "error");
        let found: Vec<_> = found.map(|finding| (finding.at, finding.code)).collect();
        let expected = [LEAD, "content/2566/o07/a.toml", "content/index.md"];
        let expected = expected.map(|path| (format!("{path}:1:1"), "not-utf8".to_owned()));
        assert_eq!(found, expected);
    }
}

#[test]
fn empty_files_are_survived_and_told() {
    for (path, code) in [
        ("site.toml", "missing-key"),
        ("content/2566/framework.toml", "missing-key"),
        ("content/2566/o06/a.md", "front-matter-missing"),
        ("content/2566/o06/a.toml", "missing-key"),
        ("content/2566/o06/a.pdf", "file-empty"),
        ("content/pages/a.md", "front-matter-missing"),
    ] {
        let site = SiteTest::new();
        site.write(LEAD, TEXT).write(path, "");
        let found = site.findings();
        let here = |finding: &&crate::harness::Finding| finding.at == format!("{path}:1:1");
        assert!(
            found
                .iter()
                .filter(here)
                .any(|finding| finding.code == code),
            "{path}: {found:?}"
        );
    }
    // An empty lead document says nothing and is a stub; an empty home page is none.
    let site = SiteTest::new();
    site.write(LEAD, "").write("content/index.md", "").build();
    for name in ["a.csv", "a.xlsx"] {
        let table = format!(
            "+++\ncomponents = [1]\n[[table]]\nfile = \"{name}\"\ncaption = \"ก\"\n+++\nกฎหมาย\n"
        );
        site.write(LEAD, table)
            .write(&format!("content/2566/o06/{name}"), "");
        let found = site.findings();
        assert!(
            found
                .iter()
                .any(|finding| finding.code.starts_with("table-")),
            "{name}: {found:?}"
        );
    }
}

/// A table of so many rows, and the finding of a check that shows it.
fn long_table(rows: usize) -> (SiteTest, String) {
    let site = SiteTest::new();
    let mut text = "ลำดับ,บาท\n".to_owned();
    for row in 1..=rows {
        text.push_str(&row.to_string());
        text.push_str(",7.25\n");
    }
    site.write("content/2566/o06/a.csv", text);
    site.write(
        LEAD,
        "+++\ncomponents = [1]\n[[table]]\nfile = \"a.csv\"\ncaption = \"ก\"\n+++\nกฎหมาย\n",
    );
    let found = site.findings();
    let cut = found.iter().find(|finding| finding.code == "table-cut");
    let cut = cut.unwrap_or_else(|| panic!("{found:?}"));
    (site, cut.message.clone())
}

#[test]
fn of_a_million_rows_a_page_shows_a_thousand_and_says_so() {
    let (site, message) = long_table(1_000_000);
    assert!(message.contains("1000 จาก 1000000"), "{message}");
    site.build();
    let page = site.read("public/2566/o6/index.html");
    assert_eq!(page.matches("<td class=\"right\">7.25</td>").count(), 1_000);
    assert!(
        page.contains("1,000 แถวแรกจากทั้งหมด 1,000,000 แถว"),
        "{page}"
    );
    assert!(page.len() < 200_000, "{}", page.len());
}

/// The rows that are not shown are not kept: a million takes little more memory than the file has bytes.
#[test]
#[cfg(target_os = "linux")]
fn a_million_rows_take_no_memory_that_grows_with_them() {
    use crate::harness::{AS_OF, oit};
    use std::process::Stdio;

    let peak = |rows: usize| {
        let (site, _) = long_table(rows);
        let mut command = oit();
        command
            .args(["check", "--as-of", AS_OF])
            .current_dir(site.root());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        peak_memory(&mut command)
    };
    let bytes = u64::try_from("1000000,7.25\n".len()).unwrap() * 1_000_000;
    let (little, much) = (peak(1_100), peak(1_000_000));
    assert!(much < little + 6 * bytes, "{little} {much}");
}

/// The most memory that a process has had, looked at until it ends.
#[cfg(target_os = "linux")]
fn peak_memory(command: &mut std::process::Command) -> u64 {
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes =
            line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
        most = most.max(kilobytes.unwrap_or(0) << 10);
    }
    most
}
