//! `oit check --fix`: what is certain is repaired, and nothing else is touched.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use crate::harness::{AS_OF, SiteTest, findings, oit, repository, run, times, tree};

/// The codes of the rules on texts.
pub(crate) const TEXT_CODES: [&str; 15] = [
    "foreign-letter",
    "split-sara-am",
    "double-sara-e",
    "mark-order",
    "stray-mark",
    "invisible-letter",
    "old-font-letter",
    "lost-letter",
    "mojibake",
    "zero-for-o",
    "decomposed-letter",
    "file-name-letters",
    "literal-asterisks",
    "image-without-text",
    "heading-order",
];
/// Those that `--fix` repairs.
const FIXED: [&str; 6] = [
    "split-sara-am",
    "double-sara-e",
    "mark-order",
    "invisible-letter",
    "old-font-letter",
    "decomposed-letter",
];

const LEAD: &str = "content/2566/o6/index.md";

fn text_codes(site: &SiteTest) -> Vec<String> {
    let found = site.findings().into_iter().map(|finding| finding.code);
    found
        .filter(|code| TEXT_CODES.contains(&code.as_str()))
        .collect()
}

#[test]
fn a_dry_run_shows_and_the_fix_writes() {
    let site = SiteTest::new();
    let before = "\u{feff}+++\r\ncomponents = [1]\r\ndate = '31 ม.ค. 2566'\r\n+++\r\nต าบล\r\n\r\nคำ\r\n\r\nเเผน";
    let after = "\u{feff}+++\r\ncomponents = [1]\r\ndate = \"2566-01-31\"\r\n+++\r\nตำบล\r\n\r\nคำ\r\n\r\nแผน";
    site.write(LEAD, before);
    let diff = format!(
        "--- a/{LEAD}\n+++ b/{LEAD}\n@@ -1,9 +1,9 @@\n \u{feff}+++\r\n components = [1]\r\n\
         -date = '31 ม.ค. 2566'\r\n+date = \"2566-01-31\"\r\n +++\r\n-ต าบล\r\n+ตำบล\r\n \r\n คำ\r\n \r\n\
         -เเผน\n\\ No newline at end of file\n+แผน\n\\ No newline at end of file\n"
    );
    let (files, when) = (tree(site.root()), times(site.root()));
    let dry = site.run(&["check", "--fix", "--dry-run"]);
    assert_eq!(
        dry.stdout,
        format!("{diff}จะแก้ 1 ไฟล์ 3 แห่ง (ยังไม่ได้เขียน)\n") + &status(&dry.stdout)
    );
    assert_eq!(dry.code, 1, "the date is still wrong: {dry:?}");
    assert_eq!((tree(site.root()), times(site.root())), (files, when));

    let fixed = site.run(&["check", "--fix"]);
    assert!(fixed.stdout.starts_with(&diff), "{fixed:?}");
    assert!(fixed.stdout.contains("แก้แล้ว 1 ไฟล์ 3 แห่ง"), "{fixed:?}");
    assert_eq!(fixed.code, 0, "{fixed:?}");
    assert_eq!(site.read(LEAD), after);
    let when = times(site.root());
    let again = site.run(&["check", "--fix"]);
    assert!(again.stdout.starts_with("ไม่มีอะไรที่แก้ให้ได้แน่นอน"), "{again:?}");
    assert_eq!(times(site.root()), when);
}

/// What `check` says of the year after everything else.
fn status(stdout: &str) -> String {
    stdout
        .split_once("(ยังไม่ได้เขียน)\n")
        .map_or("", |(_, rest)| rest)
        .to_owned()
}

#[test]
fn what_is_referred_to_stays_as_it_is() {
    let site = SiteTest::new();
    let before = "+++\ncomponents = [1]\nunit = \"ส านัก\" # ต าบล\n\
        files = [{ path = \"ต าบล.pdf\", title = \"ต าบล\" }]\n+++\n\
        ดู [ต าบล](<ต าบล.pdf>) และ `ต าบล` ที่ https://x.example/เเผน ต าบล\n\n\
        [ต าบล][ก า] <b title=\"ต าบล\">ต าบล</b> [ไป](#ข้อก-าหนด)\n\n\
        ## ข้อก าหนด\n\n## แผนด าเนินการ\n\n\
        ```\nต าบล\n```\n\n<p class=\"เเ\">ต าบล</p><!-- ต าบล -->\n\n[ก า]: <ต าบล.pdf>\n";
    let after = "+++\ncomponents = [1]\nunit = \"ส านัก\" # ต าบล\n\
        files = [{ path = \"ต าบล.pdf\", title = \"ตำบล\" }]\n+++\n\
        ดู [ตำบล](<ต าบล.pdf>) และ `ต าบล` ที่ https://x.example/เเผน ตำบล\n\n\
        [ต าบล][ก า] <b title=\"ต าบล\">ตำบล</b> [ไป](#ข้อก-าหนด)\n\n\
        ## ข้อก าหนด\n\n## แผนดำเนินการ\n\n\
        ```\nต าบล\n```\n\n<p class=\"เเ\">ตำบล</p><!-- ต าบล -->\n\n[ก า]: <ต าบล.pdf>\n";
    let units = "title = \"ทดสอบ\"\nbase_url = \"https://x.example/\"\nfiscal_year = 2566\n\
        [units]\n\"ส านัก\" = \"ส านักปลัด\"\n";
    site.write("site.toml", units).write(LEAD, before);
    site.write("content/2566/o6/ต าบล.pdf", "%PDF ต าบล");
    site.write("content/2566/o6/data.csv", "ต าบล\n");
    assert_eq!(site.run(&["check"]).code, 0);
    let fixed = site.run(&["check", "--fix"]);
    assert_eq!(fixed.code, 0, "{fixed:?}");
    assert_eq!(site.read(LEAD), after);
    assert!(
        site.read("site.toml")
            .ends_with("\"ส านัก\" = \"สำนักปลัด\"\n")
    );
    assert_eq!(site.read("content/2566/o6/ต าบล.pdf"), "%PDF ต าบล");
    assert_eq!(site.read("content/2566/o6/data.csv"), "ต าบล\n");
}

#[test]
fn only_certain_dates_are_written_anew() {
    let site = SiteTest::new();
    let before = "+++\ncomponents = [1]\ndate = 31/01/2566\nupdated = \"05/06/2566\"\n\
        title = \"31/01/2566\"\n[[data.projects]]\nname = \"ก\"\nstart = \"๑ มกราคม ๒๕๖๖\"\n\
        end = \"31/01/66\"\n[[data.projects]]\nname = \"ข\"\nstart = \"05/06/2023\"\nend = \"ม.ค. 2566\"\n+++\nก\n";
    site.write(LEAD, before);
    let told = site.findings();
    let date = told
        .iter()
        .find(|finding| finding.at == format!("{LEAD}:4:11"))
        .unwrap();
    assert_eq!(date.code, "bad-date");
    assert!(date.help.contains("2566-06-05") && date.help.contains("oit check --fix"));
    assert_eq!(
        site.run(&["check", "--fix"]).code,
        1,
        "the others are for the clerk"
    );
    let after = before
        .replace("date = 31/01/2566", "date = \"2566-01-31\"")
        .replace("\"05/06/2566\"", "\"2566-06-05\"")
        .replace("\"๑ มกราคม ๒๕๖๖\"", "\"2566-01-01\"")
        .replace("\"ม.ค. 2566\"", "\"2566-01\"");
    assert_eq!(site.read(LEAD), after);
    site.write(LEAD, "+++\ndate = ๒๕๖๖-๐๑-๓๑ # ลงนาม\n+++\nก\n");
    site.run(&["check", "--fix"]);
    assert_eq!(
        site.read(LEAD),
        "+++\ndate = \"2566-01-31\" # ลงนาม\n+++\nก\n"
    );
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_site_is_written_and_rights_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let outside = tempfile::tempdir().unwrap();
    let target = outside.path().join("a.md");
    fs::write(&target, "ต าบล").unwrap();
    let site = SiteTest::new();
    site.write(LEAD, "+++\ncomponents = [1]\n+++\nต าบล\n");
    symlink(&target, site.path("content/2566/o6/b.md")).unwrap();
    fs::set_permissions(site.path(LEAD), fs::Permissions::from_mode(0o640)).unwrap();
    site.run(&["check", "--fix"]);
    assert_eq!(fs::read_to_string(&target).unwrap(), "ต าบล");
    assert!(site.read(LEAD).ends_with("ตำบล\n"));
    let mode = fs::metadata(site.path(LEAD)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}

#[test]
fn the_arguments_must_go_together() {
    let site = SiteTest::new();
    for arguments in [
        &["check", "--dry-run"][..],
        &["check", "--fix", "--format", "json"],
    ] {
        assert_eq!(site.run(arguments).code, 2, "{arguments:?}");
    }
}

/// Texts thrown together from what goes wrong, with seeds that never change.
#[test]
fn a_fixed_text_has_nothing_left_to_fix() {
    const PIECES: [&str; 46] = [
        "ก",
        "ต",
        "ร",
        "น",
        "า",
        "ำ",
        "\u{e4d}",
        "่",
        "้",
        "์",
        "็",
        "ิ",
        "ี",
        "ุ",
        "ั",
        "ฺ",
        "เ",
        "แ",
        "ะ",
        "ๆ",
        " ",
        "  ",
        "\u{a0}",
        "\n",
        "\n\n",
        "\r\n",
        "\u{200b}",
        "\u{200d}",
        "\u{c}",
        "\u{feff}",
        "\u{f70a}",
        "\u{f701}",
        "a",
        "e\u{301}",
        "\u{301}",
        "**",
        "`",
        "```\n",
        "[",
        "](ก.pdf)",
        "<b>",
        "<!--",
        "-->",
        "https://x.example/",
        "# ",
        "| - ",
    ];
    let site = SiteTest::new();
    let mut state: u64 = 2566;
    let mut next = |most: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % most
    };
    for at in 0..60 {
        let body: String = (0..200).map(|_| PIECES[next(PIECES.len())]).collect();
        let title: String = (0..12).map(|_| PIECES[next(20)]).collect();
        let text = format!("+++\ntitle = \"{title}\"\ndate = \"2566-01-31\"\n+++\n{body}");
        site.write(&format!("content/2566/o7/p{at}.md"), text);
    }
    let lines = |site: &SiteTest| -> Vec<usize> {
        let files = tree(&site.path("content"));
        files
            .values()
            .map(|text| text.iter().filter(|b| **b == b'\n').count())
            .collect()
    };
    let before = lines(&site);
    let wrong: BTreeSet<String> = text_codes(&site).into_iter().collect();
    assert!(FIXED.iter().all(|code| wrong.contains(*code)), "{wrong:?}");
    site.run(&["check", "--fix"]);
    assert_eq!(lines(&site), before);
    let left = text_codes(&site);
    let fixable: Vec<&String> = left
        .iter()
        .filter(|code| FIXED.contains(&code.as_str()))
        .collect();
    assert!(fixable.is_empty(), "{fixable:?}");
    let files = tree(site.root());
    let again = site.run(&["check", "--fix"]);
    assert!(again.stdout.starts_with("ไม่มีอะไร"), "{}", again.stdout);
    assert_eq!(tree(site.root()), files);
}

#[test]
fn good_texts_have_no_text_finding() {
    let demonstration = run(oit()
        .args(["check", "--format", "json", "--as-of", AS_OF])
        .current_dir(repository()));
    let of_text = |json: &str| -> Vec<_> {
        let found = findings(json).into_iter();
        found
            .filter(|finding| TEXT_CODES.contains(&finding.code.as_str()))
            .collect()
    };
    assert_eq!(of_text(&demonstration.stdout), []);
    // The manual as documents: everything in it but its own mistakes, which stand in code.
    let site = SiteTest::new();
    let manual = tree(&repository().join("docs")).into_iter();
    for (name, bytes) in manual.filter(|(name, _)| name.ends_with(".md")) {
        let text = String::from_utf8(bytes).unwrap();
        let document = format!("+++\ntitle = \"คู่มือ\"\ndate = \"2566-01-31\"\n+++\n{text}");
        site.write(&format!("content/2566/o7/{name}"), document);
    }
    let run = site.run(&["check", "--format", "json"]);
    assert_eq!(of_text(&run.stdout), []);
}

#[test]
fn a_page_pasted_from_a_pdf_gives_one_finding_a_slip() {
    let site = SiteTest::new();
    let text = format!(
        "+++\ncomponents = [1]\n+++\n{}",
        "ต าบล ประ\u{915}าศ\n".repeat(300)
    );
    site.write(LEAD, text);
    let found = site.findings();
    let of = |code: &str| {
        found
            .iter()
            .filter(|finding| finding.code == code)
            .collect::<Vec<_>>()
    };
    let sara = of("split-sara-am");
    assert_eq!(sara.len(), 1);
    assert!(
        sara[0].message.contains("อีก 299 แห่ง"),
        "{}",
        sara[0].message
    );
    let foreign = of("foreign-letter");
    assert_eq!(foreign.len(), 10);
    assert_eq!(
        foreign
            .iter()
            .filter(|f| f.message.contains("อีก 290 แห่ง"))
            .count(),
        1
    );
}

#[test]
fn curly_quotation_marks_around_values_are_made_straight() {
    let site = SiteTest::new();
    let front = |title: &str, rest: &str| {
        format!("+++\n{title}\ndate = \"2566-01-31\"\n{rest}\n+++\nดู “คู่มือ”\n")
    };
    site.write(
        LEAD,
        front("title = “แผน” # “ชื่อ”", "unit = [“clerk”, \"clerk\"]\nlinks = [{ url = „https://x.example/a”, title = «แผนงาน» }]\nperiod = ต.ค. 2565"),
    );
    let kept = front("title = “แผน \"หลัก\" ปีนี้”", "summary = “ก “ข” ค”");
    site.write("content/2566/o7/news.md", &kept);
    let run = site.run(&["check", "--fix"]);
    assert_eq!(
        site.read(LEAD),
        front(
            "title = \"แผน\" # “ชื่อ”",
            "unit = [\"clerk\", \"clerk\"]\nlinks = [{ url = \"https://x.example/a\", title = \"แผนงาน\" }]\nperiod = \"2565-10\""
        ),
        "{run:?}"
    );
    // The help of the summary names its line; of the title nobody knows which marks are meant.
    let kept = kept.replace("“ก “ข” ค”", "\"ก “ข” ค\"");
    assert_eq!(site.read("content/2566/o7/news.md"), kept);
}

#[test]
fn only_a_month_with_its_year_is_written_anew() {
    let site = SiteTest::new();
    let text = |period: &str| format!("+++\nperiod = \"{period}\"\n+++\nก\n");
    site.write(LEAD, text("ตุลาคม ๒๕๖๕"));
    site.write("content/2566/o07/index.md", text("ไตรมาส 1"));
    let run = site.run(&["check", "--fix"]);
    assert_eq!(site.read(LEAD), text("2565-10"), "{run:?}");
    assert_eq!(site.read("content/2566/o07/index.md"), text("ไตรมาส 1"));
}

#[test]
fn the_diff_says_what_nobody_can_see() {
    let site = SiteTest::new();
    site.write(LEAD, "+++\ncomponents = [1]\n+++\nกอง\u{200b}คลัง\nต าบล\n");
    let run = site.run(&["check", "--fix", "--dry-run"]);
    assert!(
        run.stdout
            .contains("+ตำบล\n  (ลบอักขระล่องหน U+200B บรรทัด 4)\n"),
        "{run:?}"
    );
    assert_eq!(run.stdout.matches("ลบอักขระล่องหน").count(), 1, "{run:?}");
}

/// Codes that only a test of this file can provoke.
pub(crate) const CODES: &[&str] = &["file-changed"];

/// The diff of many repairs fills a pipe, so that the program waits for its reader with the repairs
/// told and none of them made.
#[test]
fn what_somebody_writes_in_meanwhile_is_not_overwritten() {
    for (language, words) in [("th", "เปลี่ยนไประหว่างทำงาน"), ("en", "changed meanwhile")]
    {
        let site = SiteTest::new();
        let path = "content/2566/o12/index.md";
        site.write(path, "นํ้าใจ\n".repeat(20_000));
        let mut command = oit();
        command.args(["check", "--fix", "--as-of", AS_OF, "--lang", language]);
        command.current_dir(site.root());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut first = [0];
        child
            .stdout
            .as_mut()
            .unwrap()
            .read_exact(&mut first)
            .unwrap();
        site.write(path, "เขียนใหม่\n");
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(
            said.contains("[file-changed]") && said.contains(words),
            "{said}"
        );
        assert_eq!(site.read(path), "เขียนใหม่\n");
    }
}

#[test]
fn two_bytes_a_letter_become_utf_8_and_a_document_of_word_stays_as_it_is() {
    let site = SiteTest::new();
    let text = "+++\ncomponents = [1]\n+++\nlaw\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let word = b"PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml\0 word".to_vec();
    site.write(LEAD, bytes)
        .write("content/2566/o7/index.md", word.clone());
    assert_eq!(site.run(&["build"]).code, 1);
    let run = site.run(&["check", "--fix"]);
    assert!(run.stdout.contains("UTF-16LE"), "{run:?}");
    assert_eq!(site.read(LEAD), text);
    let kept = fs::read(site.path("content/2566/o7/index.md")).unwrap();
    assert_eq!(kept, word);
}
