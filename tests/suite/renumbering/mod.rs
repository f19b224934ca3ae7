//! `oit rollover --apply`: a year whose list came after its folders were made.

mod killed;

use std::collections::BTreeMap;
use std::fs;

use crate::harness::{Run, SITE, SiteTest, crawl, oit, repository, run, tree};
use crate::rollover::{NEW, content, framework, told, town};

type Tree = BTreeMap<String, Vec<u8>>;

const KEPT: &str = "content/_2567-before/2567";

fn apply(site: &SiteTest) -> Run {
    site.run(&["rollover", "2566", "2567", "--apply"])
}

/// What a year holds below a folder of the site.
fn year(site: &SiteTest, folder: &str) -> Tree {
    tree(&site.path(folder))
}

/// A town whose new year was made by last year's list, and now has its own.
fn late() -> SiteTest {
    let site = town();
    fs::remove_file(site.path("content/2567/framework.toml")).unwrap();
    let made = site.run(&["rollover", "2566", "2567"]);
    assert_eq!(made.code, 0, "{made:?}");
    site.write("content/2567/framework.toml", framework(2567, NEW));
    site
}

#[test]
fn the_list_is_the_same_before_and_nothing_is_written_until_it_is_asked_for() {
    let site = late();
    let before = content(&site);
    let plain = site.run(&["rollover", "2566", "2567"]);
    assert_eq!(plain.code, 1, "{plain:?}");
    assert!(
        plain.stdout.contains("oit rollover 2566 2567 --apply"),
        "{}",
        plain.stdout
    );
    let dry = site.run(&["rollover", "2566", "2567", "--apply", "--dry-run"]);
    assert_eq!(dry.code, 0, "{dry:?}");
    assert_eq!(content(&site), before, "nothing is written yet");
    let expected = [
        "  O1 → O2  content/2567/o01 → content/2567/o02  (structure)",
        "  O2 → O3  content/2567/o02 → content/2567/o03  (powers)",
        "     index.md → powers.md",
        "     more.toml → powers-more.toml",
        "     ก ข.pdf → powers/ก ข.pdf",
        "  O5 → O1  content/2567/o05 → content/2567/o01  (report)",
        "  O6  content/2567/o06 → content/2567/_o06  (gone) ปีนี้ไม่มีเรื่องนี้แล้ว เก็บไว้โดยไม่เผยแพร่",
    ];
    for said in [&plain, &dry] {
        let lines: Vec<&str> = said.stdout.lines().skip(1).take(expected.len()).collect();
        assert_eq!(lines, expected, "{}", said.stdout);
    }
    let done = apply(&site);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(
        done.stdout.contains(&expected.join("\n")),
        "{}",
        done.stdout
    );
}

#[test]
fn everything_is_at_its_new_number_and_the_old_year_is_kept_and_comes_back() {
    let site = late();
    let whole = content(&site);
    let before = year(&site, "content/2567");
    let done = apply(&site);
    assert_eq!(done.code, 0, "{done:?}");
    assert_eq!(year(&site, KEPT), before);
    let names: Vec<String> = year(&site, "content/2567").into_keys().collect();
    assert_eq!(
        names,
        [
            "_o06/index.md",
            "framework.toml",
            "o01/index.md",
            "o02/index.md",
            "o02/ผัง.pdf",
            "o03/index.md",
            "o03/powers-more.toml",
            "o03/powers.md",
            "o03/powers/ก ข.pdf",
            "o03/ก ข.pdf",
            "o04/index.md",
            "o04/long.md",
            "o05/index.md",
            "o07/index.md",
            "o08/index.md",
        ]
    );
    assert_eq!(site.read("content/2567/o03/ก ข.pdf"), "%PDF ของกฎหมาย");
    assert_eq!(site.read("content/2567/o03/powers/ก ข.pdf"), "%PDF ของหน้าที่");
    assert!(site.read("content/2567/o05/index.md").contains("[added]"));
    // What was written by the program is told anew, and what refers to a number, a file or a component.
    let structure = site.read("content/2567/o02/index.md");
    for part in [
        "ปี 2566 ข้อ O1 → ปี 2567 ข้อ O2 เรื่อง structure\r\n",
        "components = [1, 2]\r\n",
        "#   3. เพิ่มถาม\r\n",
        "also = [\"o7\", { item = \"o3\" }]\r\n",
        "[รายงาน](o1) [เลิก](2566/o6)",
        "[x]: ../o3/ก%20ข.pdf\r\n",
    ] {
        assert!(structure.contains(part), "{part}\n{structure}");
    }
    let powers = site.read("content/2567/o03/powers.md");
    assert!(
        powers.contains("\ntitle = \"เรื่อง powers\"\ndate = \"2566-09-30\"\n"),
        "{powers}"
    );
    assert!(
        powers.ends_with("[หนังสือ](powers/ก ข.pdf) [หนังสือ](<powers/ก ข.pdf>)\n"),
        "{powers}"
    );
    let more = site.read("content/2567/o03/powers-more.toml");
    for part in [
        "url = \"o1\"\n",
        "# [[also]]\n# item = \"o6\"\n",
        "url = \"o2\"\n",
        "[นี่](powers.md)",
    ] {
        assert!(more.contains(part), "{part}\n{more}");
    }
    let laws = site.read("content/2567/o03/index.md");
    assert!(
        laws.ends_with("กฎหมายที่ใช้ [หน้าที่](.) [ฉบับ](<ก ข.pdf>)\n"),
        "{laws}"
    );
    assert_eq!(told(&site, 2567), Vec::<String>::new());

    let after = content(&site);
    let again = apply(&site);
    assert_eq!(again.code, 0, "{again:?}");
    assert_eq!(content(&site), after, "twice is as once");

    site.write("content/2567/o08/mine.md", "เขียนหลังย้าย");
    let undone = site.run(&["rollover", "2566", "2567", "--undo"]);
    assert_eq!(undone.code, 0, "{undone:?}");
    let mut back = content(&site);
    assert_eq!(
        back.remove("content/_2567-undone/undone/o08/mine.md")
            .as_deref(),
        Some("เขียนหลังย้าย".as_bytes()),
        "{undone:?}"
    );
    back.retain(|name, _| !name.starts_with("content/_2567-undone/"));
    assert_eq!(back, whole);
    let none = site.run(&["rollover", "2566", "2567", "--undo"]);
    assert_eq!(none.code, 2, "{none:?}");
    assert!(none.stderr.contains("rollover-refused"), "{none:?}");
    assert_eq!(apply(&site).code, 0, "and it can be done once more");
    assert_eq!(year(&site, KEPT), before);
}

/// Whatever names stand in the way, every file of the year is there under some name.
#[test]
fn no_file_is_lost_whatever_is_in_the_way() {
    let site = late();
    fs::remove_file(site.path("content/2567/o02/index.md")).unwrap();
    let mark = "# oit rollover [powers] ยกมา\n";
    site.write(
        "content/2567/o02/index.toml",
        format!("{mark}draft = true\n"),
    )
    .write(
        "content/2567/o03/powers.md",
        "+++\ntitle = \"ก\"\ndate = 2566-10-01\n+++\nของเรา\n",
    )
    .write(
        "content/2567/o03/Powers-More.md",
        "+++\ntitle = \"ข\"\ndate = 2566-10-01\n+++\nของเรา\n",
    )
    .write("content/2567/o03/powers/ก ข.PDF", "%PDF อีกฉบับ")
    .write("content/2567/o02/ก ข.PDF", "%PDF ตัวใหญ่")
    .write("content/2567/o02/~$แผน.docx", "ไฟล์ล็อก")
    .write("content/2567/o02/_notes/x.txt", "จดไว้")
    .write("content/2567/o02/ย่อย/a.pdf", "%PDF a")
    .write("content/2567/_o06/เดิม.txt", "มีอยู่ก่อน")
    .write("content/2567/_o06/index.md", "มีอยู่ก่อน")
    .write("content/2567/o09/x.pdf", "%PDF นอกรายการ")
    .write("content/2567/อ่าน.txt", "นอกข้อ");
    let mut before: Vec<Vec<u8>> = year(&site, "content/2567").into_values().collect();
    // Documents change where they refer to what moved; they are told by a line that stays.
    let stays = |bytes: &[u8]| !bytes.windows(15).any(|part| part == b"# oit rollover ");
    before.retain(|bytes| stays(bytes));
    before.sort();
    let done = apply(&site);
    assert_eq!(done.code, 0, "{done:?}");
    let after = year(&site, "content/2567");
    let mut found: Vec<Vec<u8>> = after
        .values()
        .filter(|bytes| stays(bytes))
        .cloned()
        .collect();
    found.sort();
    let list = framework(2567, NEW).into_bytes();
    for bytes in &before {
        let count = |all: &[Vec<u8>]| all.iter().filter(|one| *one == bytes).count();
        assert!(
            count(&found) >= count(&before),
            "{}",
            String::from_utf8_lossy(bytes)
        );
    }
    assert!(found.contains(&list));
    for name in [
        "o03/powers.md",
        "o03/powers-2.toml",
        "o03/powers/ก ข.PDF",
        "o03/powers/ย่อย/a.pdf",
        "o03/powers/_notes/x.txt",
        "_o06/index.md",
        "_o06/index-2.md",
    ] {
        assert!(after.contains_key(name), "{name}: {:?}", after.keys());
    }
    let errors = told(&site, 2567);
    let of_it = errors
        .iter()
        .filter(|one| !one.contains("/o09") && !one.contains("อ่าน.txt"));
    let of_it: Vec<&String> = of_it.filter(|one| one.contains("duplicate")).collect();
    assert!(of_it.is_empty(), "{of_it:?}");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_stays_with_what_is_kept() {
    let site = late();
    std::os::unix::fs::symlink("/etc/hosts", site.path("content/2567/o02/hosts.pdf")).unwrap();
    let done = apply(&site);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(
        done.stdout.contains("content/2567/o02/hosts.pdf"),
        "{}",
        done.stdout
    );
    assert!(site.exists(&format!("{KEPT}/o02/hosts.pdf")));
}

/// A year that was published under the list before: what was handed in stays alive.
#[test]
fn published_addresses_lead_on() {
    let site = SiteTest::new();
    site.write("site.toml", SITE.replace("2566", "2567"));
    let old = [
        (1, "structure", "rule = \"any\""),
        (2, "powers", "rule = \"any\""),
        (3, "laws", "rule = \"any\""),
        (4, "news", "rule = \"any\""),
    ];
    let new = [
        (1, "laws", "rule = \"any\""),
        (2, "structure", "rule = \"any\"\nformerly = [\"powers\"]"),
        (3, "news", "rule = \"any\""),
    ];
    site.write("content/2566/framework.toml", framework(2566, &old));
    for (number, key, _) in old {
        site.write(
            &format!("content/2566/o{number:02}/index.md"),
            format!("เรื่อง {key} ปีก่อน\n"),
        );
    }
    assert_eq!(site.run(&["rollover", "2566", "2567"]).code, 0);
    for (number, key, _) in old {
        let path = format!("content/2567/o{number:02}/index.md");
        let text = site.read(&path);
        let text: String = text
            .lines()
            .filter(|line| !line.starts_with("draft = true"))
            .fold(String::new(), |text, line| text + line + "\n");
        site.write(
            &path,
            text.replace("ปีก่อน", "[กฎหมาย](o3) [หนังสือ](/2567/o3/law.pdf)"),
        );
        assert!(site.read(&path).contains(key));
    }
    site.write("content/2567/o03/law.pdf", "%PDF กฎหมาย")
        .write("content/2567/o02/ย่อย/หน้าที่ 1.pdf", "%PDF หน้าที่")
        .write("content/2567/o04/ข่าว.md", "+++\ntitle = \"ข่าว\"\ndate = 2566-10-02\nformerly = [\"old-news\"]\n+++\n[ผัง](o1) [ข่าว](../o04/index.md)\n")
        .write("content/pages/about.md", "+++\ntitle = \"ก\"\n+++\n[กฎหมาย](o3) [ข่าว](/2567/o4/) [ไฟล์](../2567/o03/law.pdf) [เดิม](2566/o3) <https://x.example/2567/o3/law.pdf>\n")
        .write("content/2566/o01/more.md", "+++\ntitle = \"ก\"\ndate = 2566-01-02\n+++\n[ปีใหม่](2567/o4) [ไฟล์](../../2567/o03/law.pdf) [ปีนี้](o3)\n");
    let day = ["build", "--as-of", "2566-12-01"];
    let build = |more: &[&str]| {
        let mut command = oit();
        command.args(day).args(more).current_dir(site.root());
        run(&mut command)
    };
    let first = build(&[]);
    assert_eq!(first.code, 0, "{first:?}");
    let before = tree(&site.path("public"));
    site.write("content/2567/framework.toml", framework(2567, &new));
    let mut command = oit();
    command.args([
        "rollover",
        "2566",
        "2567",
        "--apply",
        "--as-of",
        "2566-12-01",
    ]);
    let done = run(command.current_dir(site.root()));
    assert_eq!(done.code, 0, "{done:?}");
    assert!(
        !done.stdout.contains("จะเปิดไม่ได้"),
        "no address ends: {}",
        done.stdout
    );
    let page = site.read("content/pages/about.md");
    assert!(
        page.ends_with("[กฎหมาย](o1) [ข่าว](/2567/o3/) [ไฟล์](../2567/o01/law.pdf) [เดิม](2566/o3) <https://x.example/2567/o1/law.pdf>\n"),
        "{page}"
    );
    let other = site.read("content/2566/o01/more.md");
    assert!(
        other.ends_with("[ปีใหม่](2567/o3) [ไฟล์](../../2567/o01/law.pdf) [ปีนี้](o3)\n"),
        "{other}"
    );
    let news = site.read("content/2567/o03/ข่าว.md");
    assert!(
        news.contains("formerly = [\"o4/old-news\", \"o4/ข่าว\"]"),
        "{news}"
    );
    assert!(news.ends_with("[ผัง](o2) [ข่าว](index.md)\n"), "{news}");
    let lead = site.read("content/2567/o03/index.md");
    assert!(lead.contains("formerly = [\"o4/\"]"), "{lead}");
    let second = build(&[]);
    assert_eq!(second.code, 0, "no address ends: {second:?}");
    let after = tree(&site.path("public"));
    for name in before.keys().filter(|name| name.starts_with("2567/o")) {
        assert!(after.contains_key(name), "{name} ended");
    }
    assert_eq!(after["2567/o3/law.pdf"], "%PDF กฎหมาย".as_bytes());
    let redirect = String::from_utf8(after["2567/o4/index.html"].clone()).unwrap();
    assert!(redirect.contains("/2567/o3/"), "{redirect}");
    crawl(&site.path("public"), "/");
    // Undone, texts elsewhere are as they were, too.
    let undone = site.run(&["rollover", "2566", "2567", "--undo"]);
    assert_eq!(undone.code, 0, "{undone:?}");
    assert!(
        site.read("content/pages/about.md")
            .contains("[ข่าว](/2567/o4/)")
    );
}

/// The demonstration in a year of 28 items instead of 43.
#[test]
fn the_demonstration_takes_a_list_of_28_items() {
    let site = SiteTest::demonstration();
    assert_eq!(site.run(&["rollover", "2566", "2567"]).code, 0);
    let made = year(&site, "content/2567");
    let list = fs::read(repository().join("tests/fixtures/lists/28-items.toml")).unwrap();
    site.write("content/2567/framework.toml", list);
    let done = apply(&site);
    assert_eq!(done.code, 0, "{done:?}");
    let of_it = told(&site, 2567);
    let errors = site
        .findings()
        .into_iter()
        .filter(|one| one.severity == "error");
    let errors: Vec<String> = errors
        .map(|one| format!("{} {}", one.at, one.code))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(of_it, Vec::<String>::new());
    let after = year(&site, "content/2567");
    let is_text = |name: &str| name.ends_with(".md") || name.ends_with(".toml");
    for (name, bytes) in made.iter().filter(|(name, _)| !is_text(name)) {
        assert!(after.values().any(|other| other == bytes), "{name} is lost");
    }
    let documents = |files: &Tree| files.keys().filter(|name| is_text(name)).count();
    assert!(documents(&after) >= documents(&made), "a document is lost");
    site.build();
}

/// Folders that were moved by hand in part: nobody knows what a number means.
#[test]
fn folders_that_stand_by_no_list_are_named() {
    let site = late();
    let path = |name: &str| site.path(&format!("content/2567/{name}"));
    fs::rename(path("o07"), path("o09")).unwrap();
    let before = content(&site);
    let run = apply(&site);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("content/2567/o09 → o07"), "{run:?}");
    assert_eq!(content(&site), before);
}

/// A list that is corrected once more.
#[test]
fn a_second_list_is_followed_from_the_first() {
    let site = late();
    assert_eq!(apply(&site).code, 0);
    let mut corrected = NEW.to_vec();
    (corrected[0].0, corrected[1].0) = (2, 1);
    site.write("content/2567/framework.toml", framework(2567, &corrected));
    let done = apply(&site);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(
        site.read("content/2567/o01/index.md")
            .contains("[structure]")
    );
    assert!(
        site.read("content/2567/o01/index.md")
            .contains("[รายงาน](o2)")
    );
    assert!(site.exists("content/_2567-before-2/2567/o01/index.md"));
    assert_eq!(told(&site, 2567), Vec::<String>::new());
    let undone = site.run(&["rollover", "2566", "2567", "--undo"]);
    assert_eq!(undone.code, 0, "{undone:?}");
    assert!(
        site.read("content/2567/o02/index.md")
            .contains("[structure]")
    );
}
