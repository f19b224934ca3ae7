//! Personal data, as a clerk gets them wrong.
//!
//! The numbers are right in themselves and nobody's: no province has the code 00.

use super::{Case, check, lines, site_with};

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    Case { code: "citizen-number", at: "content/2566/o6/index.md:4:26", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         นายกู้ ที่ดี เลขประจำตัว 1-0000-12345-67-7 หมู่ที่ 2\n"),
    ] },
    Case { code: "citizen-number", at: "content/2566/o6/index.md:2:18", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         title = \"คำขอของ ๓ ๐๐๐๔ ๐๐๑๒๓ ๔๕ ๗\"\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
    ] },
    Case { code: "citizen-number", at: "content/2566/o8/index.toml:1:95", more: &[], files: &[
        ("content/2566/o8/index.toml", "data.channels = [{ label = \"กระดานถามตอบ\", kind = \"qa\", url = \"https://x.example/qa\", note = \"5000076543219\" }]\n"),
    ] },
    Case { code: "citizen-number", at: "site.toml:5:23", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         [agency]\n\
         address = \"ผู้ดูแลน้ำ 8\u{a0}0000\u{a0}00000\u{a0}12\u{a0}0\"\n"),
    ] },
    Case { code: "citizen-number", at: "content/pages/about.md:4:11", more: &[
        ("citizen-number", "content/pages/about.md:5:3"),
        ("citizen-number", "content/pages/about.md:5:19"),
        ("literal-table", "content/pages/about.md:5:1"),
    ], files: &[
        ("content/pages/about.md", "+++\n\
         title = \"เกี่ยวกับเรา\"\n\
         +++\n\
         ผู้ดูแล – 2–9900–00123–45–3, 0-3890-0000\n\
         | 7000123123124 | 1.0000.44444.44.1 |\n"),
    ] },
    // Not shown on a page, but in a folder that others may see.
    Case { code: "citizen-number", at: "content/2566/o6/index.md:3:10", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\r\n\
         components = [1]\r\n\
         # ของป้า 1 - 0000 - 12345 - 67 - 7\r\n\
         +++\r\n\
         กฎหมายที่เกี่ยวข้อง\r\n"),
    ] },
    // Told at the folder: the path would tell the number.
    Case { code: "citizen-number", at: "content/2566/o6:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/สำเนาบัตร 5-0000-76543-21-9.pdf", "%PDF"),
    ] },
    Case { code: "citizen-number", at: "content/2566/o6/plan.md:2:26", more: &[
        ("bad-date", "content/2566/o6/plan.md:3:8"),
    ], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"คำสั่งจ้างคนกู้ ๑-๐๐๐๐-๑๒๓๔๕-๖๗-๗\"\n\
         date = \"วันนี้\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "personal-list", at: "content/2566/o6/index.md:8:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ผู้มีสิทธิรับเบี้ยยังชีพ หมู่ที่ 2\n\
         \n\
         | ที่ | ชื่อ | โทรศัพท์ |\n\
         |---|---|---|\n\
         | 1 | นางกู้ ที่ดี | 081-000-0001 |\n\
         | 2 | นางกู้ ที่ดี | 081-000-0002 |\n\
         | 3 | นางกู้ ที่ดี | 081-000-0003 |\n\
         | 4 | นางกู้ ที่ดี | 081-000-0004 |\n\
         | 5 | นางกู้ ที่ดี | 081-000-0005 |\n\
         | 6 | นางกู้ ที่ดี | 081-000-0006 |\n\
         | 7 | นางกู้ ที่ดี | 081-000-0007 |\n\
         | 8 | นางกู้ ที่ดี | 081-000-0008 |\n\
         | 9 | นางกู้ ที่ดี | 081-000-0009 |\n\
         | 10 | นางกู้ ที่ดี | 081-000-0010 |\n"),
    ] },
    Case { code: "personal-list", at: "content/2566/o6/index.md:4:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         1. นายกู้ ที่ดี บัญชี 000-1-00001-1\n\
         2. นายกู้ ที่ดี บัญชี 000-1-00002-1\n\
         3. นายกู้ ที่ดี บัญชี 000-1-00003-1\n\
         4. นายกู้ ที่ดี บัญชี 000-1-00004-1\n\
         5. นายกู้ ที่ดี บัญชี 000-1-00005-1\n\
         6. นายกู้ ที่ดี บัญชี 000-1-00006-1\n\
         7. นายกู้ ที่ดี บัญชี 000-1-00007-1\n\
         8. นายกู้ ที่ดี บัญชี 000-1-00008-1\n\
         9. นายกู้ ที่ดี บัญชี 000-1-00009-1\n\
         10. นายกู้ ที่ดี บัญชี 000-1-00010-1\n\
         11. นายกู้ ที่ดี บัญชี 000-1-00011-1\n"),
    ] },
    Case { code: "personal-list", at: "content/pages/help.md:4:1", more: &[], files: &[
        ("content/pages/help.md", "+++\n\
         title = \"ผู้ประสบภัย\"\n\
         +++\n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๐๑\n\
         \n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๐๒\n\
         \n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๐๓\n\
         \n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๐๔\n\
         \n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๐๕\n\
         \n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๐๖\n\
         \n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๐๗\n\
         \n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๐๘\n\
         \n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๐๙\n\
         \n\
         น.ส.กู้ ที่ดี ๐๖ ๑๐๐๐ ๐๐๑๐\n"),
    ] },
    Case { code: "personal-list", at: "content/2566/o6/index.md:2:1", more: &[
        ("component-not-shown", "content/2566/o6/index.md:1:1"),
        ("citizen-number", "content/2566/o6/index.md:3:29"),
    ], files: &[
        ("content/2566/o6/index.md", "นักเรียนที่ขอทุน\n\
         - ด.ช.กู้ ที่ดี 0810000001\n\
         - ด.ช.กู้ ที่ดี 0810000002 (1000012345677)\n\
         - ด.ช.กู้ ที่ดี 0810000003\n\
         - ด.ช.กู้ ที่ดี 0810000004\n\
         - ด.ช.กู้ ที่ดี 0810000005\n\
         - ด.ญ.กู้ ที่ดี 0910000006\n\
         - ด.ญ.กู้ ที่ดี 0910000007\n\
         - ด.ญ.กู้ ที่ดี 0910000008\n\
         - ด.ญ.กู้ ที่ดี 0910000009\n\
         - ด.ญ.กู้ ที่ดี 0910000010\n"),
    ] },
];

const NUMBER: &str = "1000012345677";

#[test]
fn nothing_that_is_said_holds_the_number() {
    let site = site_with(&[
        (
            "content/2566/o6/index.md",
            "+++\ncomponents = [1]\nperiod = \"1000012345677\"\n1000012345677 = 1\n+++\n\
             เลข 1000012345677 ดู [ผัง 1000012345677](ไม่มี/1000012345677)\n",
        ),
        (
            "content/pages/a.md",
            "+++\ntitle = \"ก\"\n+++\nเลข ๑๐๐๐๐๑๒๓๔๕๖๗๗ [ดู](ไม่มี)\n",
        ),
    ]);
    for language in ["th", "en"] {
        let json = site.run(&["check", "--format", "json", "--lang", language]);
        let text = site.run(&["check", "--lang", language]);
        let build = site.run(&["build", "--lang", language]);
        assert_eq!((json.code, build.code), (1, 1));
        assert!(text.stderr.contains("1-00xx-xxxxx-xx-7"), "{text:?}");
        for said in [json.stdout, text.stderr, text.stdout, build.stderr] {
            assert!(!said.contains(NUMBER), "{said}");
            assert!(!said.contains("๑๐๐๐๐๑๒๓๔๕๖๗๗"), "{said}");
        }
    }
    assert!(!site.exists("public/2566"), "such a page is not published");
}

#[test]
fn who_has_the_right_to_publish_it_says_why() {
    let allow = "allow = [{ code = \"citizen-number\", reason = \"ประกาศตามคำสั่งศาล\" }]";
    let text = format!("+++\ncomponents = [1]\n{allow}\n+++\nเลข {NUMBER}\n");
    let page = format!("+++\ntitle = \"ก\"\n{allow}\n+++\nเลข {NUMBER}\n");
    let site = site_with(&[
        ("content/2566/o6/index.md", &text),
        ("content/pages/a.md", &page),
    ]);
    assert_eq!(lines(&site.findings()), Vec::<String>::new());
    site.build();
    assert!(site.read("public/2566/o6/index.html").contains(NUMBER));

    let without = text.replace(", reason = \"ประกาศตามคำสั่งศาล\"", "");
    site.write("content/2566/o6/index.md", without);
    let (run, found) = check(&site, "th");
    assert_eq!(run.code, 1);
    assert!(
        found.iter().any(|finding| finding.code == "missing-key"),
        "{found:?}"
    );

    // No other error can be talked away.
    let broken = allow.replace("citizen-number", "broken-link");
    let text = format!("+++\ncomponents = [1]\n{broken}\n+++\n[ผัง](ไม่มี.pdf)\n");
    site.write("content/2566/o6/index.md", text);
    assert_eq!(
        lines(&site.findings()),
        ["content/2566/o6/index.md:5:7 broken-link"]
    );
}

#[test]
fn what_is_public_is_no_finding() {
    let site = site_with(&[(
        "content/2566/o6/index.md",
        "+++\ncomponents = [1]\n+++\n\
         เลขผู้เสียภาษี 0994000000001 เลขที่โครงการ 66059123456 สัญญา 660512345678\n\
         โทร 0-3890-0000 0-3890-0001 ต่อ 12\n\
         | ปี | รับ | จ่าย | ราย | คน |\n\
         | 2566 | 1234 | 56789 | 12 | 3 |\n\
         https://x.example/?id=1000012345677 และ 1-0000-12345-67-8\n",
    )]);
    assert_eq!(lines(&site.findings()), Vec::<String>::new());
}

/// An error in a file is accepted by who answers for the file, and by nobody else.
#[test]
fn a_number_in_a_file_is_accepted_only_by_a_document_that_counts_and_owns_the_file() {
    let allow = |file: &str| {
        format!("allow = [{{ code = \"citizen-number\", reason = \"ก\", file = \"{file}\" }}]\n")
    };
    let head = "title = \"ก\"\ndate = \"2566-01-31\"\n";
    let owner = |more: &str| format!("+++\n{head}files = [{{ path = \"s.txt\" }}]\n{more}+++\nก\n");
    let number = format!("เลข {NUMBER}\n");
    let elsewhere = allow("../o02/s.txt");
    for (name, own, other, is_accepted) in [
        ("the owner", allow("s.txt"), String::new(), true),
        ("nobody", String::new(), String::new(), false),
        (
            "a draft of another item",
            String::new(),
            format!("draft = true\n{elsewhere}"),
            false,
        ),
        (
            "a document of another item",
            String::new(),
            elsewhere.clone(),
            false,
        ),
        (
            "a draft that names the file too",
            String::new(),
            format!("draft = true\nfiles = [{{ path = \"../o02/s.txt\" }}]\n{elsewhere}"),
            false,
        ),
        (
            "another owner",
            String::new(),
            format!("files = [{{ path = \"../o02/s.txt\" }}]\n{elsewhere}"),
            true,
        ),
    ] {
        let site = site_with(&[
            ("content/2566/o02/b.md", &owner(&own)),
            (
                "content/2566/o01/d.md",
                &format!("+++\n{head}{other}+++\nก\n"),
            ),
            ("content/2566/o02/s.txt", &number),
        ]);
        let (_, found) = check(&site, "th");
        let of = |code: &str| found.iter().filter(|finding| finding.code == code).count();
        assert_eq!(
            of("citizen-number"),
            usize::from(!is_accepted),
            "{name}: {found:?}"
        );
        let is_ignored = !is_accepted && !other.is_empty();
        assert_eq!(
            of("allow-without-effect"),
            usize::from(is_ignored),
            "{name}: {found:?}"
        );
        assert_eq!(site.run(&["build"]).code, i32::from(!is_accepted), "{name}");
    }
    // What is no error may be accepted by any document, also for a file that belongs to none.
    let site = site_with(&[
        ("content/2566/o02/b.md", &format!("+++\n{head}+++\nก\n")),
        (
            "content/2566/o02/c.md",
            &format!(
                "+++\n{head}{}+++\nก\n",
                allow("s.txt").replace("citizen-number", "unowned-file")
            ),
        ),
        ("content/2566/o02/s.txt", "ก"),
    ]);
    let found = site.findings();
    assert!(
        found.iter().all(|finding| finding.code != "unowned-file"),
        "{found:?}"
    );
}
