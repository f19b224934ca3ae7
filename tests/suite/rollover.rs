//! `oit rollover`: the next year's folders from this year's.

use std::collections::BTreeMap;

use crate::harness::{SITE, SiteTest, tree};

/// What a site holds, without what it publishes.
pub(crate) fn content(site: &SiteTest) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(site.root());
    files.retain(|name, _| !name.starts_with("public/"));
    files
}

/// The files of a year.
fn of_year(files: &BTreeMap<String, Vec<u8>>, year: u16) -> Vec<String> {
    let start = format!("content/{year}/");
    let names = files.keys().filter(|name| name.starts_with(&start));
    names.cloned().collect()
}

/// A tree of items: number, key, what else.
pub(crate) fn framework(year: u16, items: &[(u8, &str, &str)]) -> String {
    let mut text = format!(
        "# รายการของเมือง\nfiscal_year = {year}\nsource = \"ประกาศ\"\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n\
         [[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n"
    );
    for (number, key, more) in items {
        let item = ["number = ", &number.to_string(), "\nkey = \"", key].concat();
        let title = ["\"\ntitle = \"เรื่อง ", key, "\"\n", more, "\n"].concat();
        text.extend(["[[indicator.sub.item]]\n", &item, &title]);
    }
    text
}

/// The findings in a year's folder, and every error.
pub(crate) fn told(site: &SiteTest, year: u16) -> Vec<String> {
    let folder = format!("content/{year}");
    let found = site.findings().into_iter();
    found
        .filter(|one| one.at.starts_with(&folder) || one.severity == "error")
        .map(|one| format!("{} {} {}", one.at, one.code, one.message))
        .collect()
}

#[test]
fn the_demonstration_goes_on_into_a_year_whose_list_nobody_knows_yet() {
    let site = SiteTest::demonstration();
    site.build();
    let pages = tree(&site.path("public"));
    let before = content(&site);
    let dry = site.run(&["rollover", "2566", "2567", "--dry-run"]);
    assert_eq!(dry.code, 0, "{dry:?}");
    assert_eq!(content(&site), before, "a dry run writes nothing");

    let run = site.run(&["rollover", "๒๕๖๖", "๒๕๖๗"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("เป็นของชั่วคราว"), "{}", run.stdout);
    assert!(run.stdout.contains("fiscal_year = 2567"), "{}", run.stdout);
    let after = content(&site);
    for (name, bytes) in &before {
        assert_eq!(after.get(name), Some(bytes), "{name} changed");
    }
    let mut added = after.keys().filter(|name| !before.contains_key(*name));
    assert!(added.all(|name| name.starts_with("content/2567/")));

    let tree_text = site.read("content/2567/framework.toml");
    assert!(tree_text.starts_with("# ชั่วคราว") && tree_text.contains("\nfiscal_year = 2567\n"));
    let provisional = told(&site, 2567);
    assert_eq!(provisional.len(), 1, "{provisional:?}");
    assert!(provisional[0].contains("framework-provisional"));
    for kept in [
        "o01/structure.jpg",
        "o02/photos/mayor.jpg",
        "o04/amendment-1.md",
        "o06/ordinances/เทศบัญญัติ-การจัดการมูลฝอย-2564.pdf",
        "o09/index.toml",
        "o25/index.md",
    ] {
        let (old, new) = (
            format!("content/2566/{kept}"),
            format!("content/2567/{kept}"),
        );
        assert!(after.contains_key(&new), "{kept} was not carried");
        if !kept.ends_with(".md") && !kept.ends_with(".toml") {
            assert_eq!(after[&old], after[&new], "{kept}");
        }
    }
    // Of a year: news, the half-year report, last year's report, a plan of one year.
    for item in ["o07", "o12", "o13", "o36"] {
        let start = format!("content/2567/{item}/");
        let names: Vec<&String> = after
            .keys()
            .filter(|name| name.starts_with(&start))
            .collect();
        assert_eq!(names, [&format!("{start}index.md")]);
    }
    assert!(
        site.read("content/2567/o12/index.md")
            .contains("period = \"2567-H1\"")
    );
    let plan = site.read("content/2567/o04/index.md");
    assert!(plan.contains("\nperiod = \"2566..2570\"\n") && plan.contains("\ndraft = true "));
    for name in of_year(&after, 2567) {
        let document = name.ends_with(".md") || name.ends_with("index.toml");
        assert!(
            !document || site.read(&name).contains("\ndraft = true "),
            "{name}"
        );
    }

    site.build();
    old_pages_are_the_same(&pages, &tree(&site.path("public")));

    let again = site.run(&["rollover", "2566", "2567"]);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(
        again
            .stdout
            .contains("ยกมา 0 ข้อ · เริ่มใหม่ 0 ข้อ · ไม่แตะ 43 ข้อ")
    );
    assert_eq!(content(&site), after, "twice is as once");
}

/// Pages of the old year may name the new one in the list of years, and nothing else is different.
fn old_pages_are_the_same(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) {
    for (name, bytes) in before.iter().filter(|(name, _)| name.starts_with("2566/")) {
        let new = &after[name];
        if !name.ends_with(".html") {
            assert_eq!(bytes, new, "{name}");
            continue;
        }
        let lines = |bytes: &[u8]| -> Vec<String> {
            let mut text = String::from_utf8(bytes.to_vec()).unwrap();
            // An item that no other year had before gets the whole switch.
            if let Some(start) = text.find("<nav class=\"years\"") {
                let end = start + text[start..].find("</nav>").unwrap();
                let other =
                    text[start..end].contains("<li>") && text[start..end].contains("/2565/");
                text.replace_range(start..end + "</nav>".len(), if other { "2565" } else { "" });
            }
            let lines = text.lines().filter(|line| !line.contains("/2567/"));
            lines
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect()
        };
        assert_eq!(lines(bytes), lines(new), "{name}");
    }
}

#[test]
fn from_2565_to_a_2566_that_is_there_only_gaps_are_filled() {
    let site = SiteTest::demonstration();
    let before = content(&site);
    let run = site.run(&["rollover", "2565", "2566"]);
    assert_eq!(run.code, 0, "{run:?}");
    let mut after = content(&site);
    for empty in ["o26", "o32"] {
        let document = after.remove(&format!("content/2566/{empty}/index.md"));
        assert!(document.is_some(), "{empty} had no document");
    }
    assert_eq!(after, before);
    assert_eq!(
        told(&site, 2566)
            .iter()
            .filter(|one| one.contains("o26"))
            .count(),
        0
    );
    for said in [
        "มีอยู่แล้ว ไม่แตะ",
        "รวม O18 เข้ามา",
        "เลขข้อเปลี่ยน",
        "ข้อใหม่",
        "O32 ช่องทางการรับฟังความคิดเห็น\n",
        "ไม่แตะ 41 ข้อ",
    ] {
        assert!(run.stdout.contains(said), "{said}\n{}", run.stdout);
    }
    assert!(
        !run.stdout.contains("กติกา"),
        "no rules of 2565 are recorded"
    );
    let english = site.run(&["rollover", "2565", "2566", "--lang", "en"]);
    assert!(
        english
            .stdout
            .contains("2566: 0 carried · 0 started · 43 left alone"),
        "{english:?}"
    );
}

const OLD: &[(u8, &str, &str)] = &[
    (
        1,
        "structure",
        "rule = \"any\"\ncomponents = [{ text = \"ผังปี พ.ศ. ๒๕๖๖\" }, { text = \"งานภายใน\" }, { text = \"เลิกถาม\" }]",
    ),
    (2, "powers", "rule = \"any\""),
    (3, "laws", "rule = \"any\""),
    (4, "plan", "rule = \"spans\""),
    (5, "report", "rule = \"previous\""),
    (6, "gone", "rule = \"any\""),
    (7, "manual", "rule = \"any\""),
    (8, "policy", "rule = \"current\""),
];

pub(crate) const NEW: &[(u8, &str, &str)] = &[
    (1, "report", "rule = \"previous\""),
    (
        2,
        "structure",
        "rule = \"any\"\ncomponents = [{ text = \"งานภายใน\" }, { text = \"ผังปี พ.ศ. ๒๕๖๗\" }, { text = \"เพิ่มถาม\" }]",
    ),
    (3, "laws", "formerly = [\"powers\"]\nrule = \"any\""),
    (4, "plan", "rule = \"spans\""),
    (5, "added", "rule = \"any\""),
    (7, "manual", "rule = \"any\""),
    (8, "policy", "rule = \"current\""),
];

/// A town with lists of its own, where the new one adds, drops, renumbers and merges.
pub(crate) fn town() -> SiteTest {
    let site = SiteTest::new();
    site.write("content/2566/framework.toml", framework(2566, OLD));
    site.write("content/2567/framework.toml", framework(2567, NEW));
    site.write(
        "content/2566/o1/index.md",
        "+++\r\n# หมายเหตุเดิม\r\ndate = 2565-10-01\r\nperiod = \"2566\"\r\ncomponents = [1, 2, 3]\r\ndraft = false\r\n\
         also = [\"o7\", { item = \"o3\" }]\r\nfiles = [{ path = \"ผัง.pdf\", title = \"ผัง\" }, { path = '../o5/รายงาน.pdf' }]\r\n+++\r\n\r\n\
         ดู [รายงาน](o5) [เลิก](o6) [คู่มือ](../o7/index.md) [ขั้นตอน](o7#ขั้นตอน) [ปีก่อน](2566/o5)\r\n\
         [ภาพ](ผัง.pdf \"ผัง.pdf\") [นี่](#หัวข้อ) [อ้าง][x] <https://x.example/o5>\r\n\r\n## หัวข้อ\r\n\r\nเนื้อหา\r\n\r\n[x]: ../o3/ก%20ข.pdf\r\n",
    );
    site.write("content/2566/o1/ผัง.pdf", "%PDF ผัง");
    site.write(
        "content/2566/o1/ร่าง.md",
        "+++\ntitle = \"ร่าง\"\ndate = 2565-10-01\ndraft = true\n+++\nยังไม่เสร็จ\n",
    );
    site.write(
        "content/2566/o2/index.md",
        "+++\nunit = \"clerk\"\n+++\nหน้าที่ตามกฎหมาย [หนังสือ](ก ข.pdf) [หนังสือ](<ก ข.pdf>)\n",
    );
    site.write("content/2566/o2/more.toml", "title = \"เพิ่มเติม\"\ndate = \"2566-01-01\"\nsummary = \"ก\"\n[[links]]\nurl = \"o5\"\ntitle = \"ติดต่อ\"\n[[also]]\nitem = \"o6\"\n[[data.channels]]\nkind = \"qa\"\nurl = \"o1\"\nnote = \"ถามที่ [นี่](index.md)\"\n");
    site.write("content/2566/o2/ก ข.pdf", "%PDF ของหน้าที่");
    site.write(
        "content/2566/o3/index.md",
        "กฎหมายที่ใช้ [หน้าที่](../o2) [ฉบับ](<ก ข.pdf>)\n",
    );
    site.write("content/2566/o3/ก ข.pdf", "%PDF ของกฎหมาย");
    site.write("content/2566/o4/index.md", "+++\nunit = \"clerk\"\n+++\n");
    site.write(
        "content/2566/o4/long.md",
        "+++\ntitle = \"แผนห้าปี 2566–2570\"\ndate = 2565-09-01\nperiod = \"2566..2570\"\n+++\nแผน\n",
    );
    site.write(
        "content/2566/o4/short.md",
        "+++\ntitle = \"แผนปีเดียว\"\ndate = 2565-10-01\nperiod = \"2566\"\n+++\nแผน\n",
    );
    site.write(
        "content/2566/o5/index.md",
        "+++\nperiod = \"2565\"\n+++\nรายงาน [หนังสือ](รายงาน.pdf)\n",
    );
    site.write("content/2566/o5/รายงาน.pdf", "%PDF รายงาน");
    site.write("content/2566/o6/index.md", "ข้อที่เลิก\n");
    site.write(
        "content/2566/o7/index.md",
        "คู่มือ\n\n## ขั้นตอน\n\nหนึ่ง [แผน](../o4/short.md)\n",
    );
    site.write(
        "content/2566/o8/index.md",
        "+++\ndate = 2565-12-01\n+++\nนโยบายของปี\n",
    );
    site
}

#[test]
fn a_site_with_lists_of_its_own_is_followed_by_key() {
    let site = town();
    let before = content(&site);
    let run = site.run(&["rollover", "2566", "2567"]);
    assert_eq!(run.code, 0, "{run:?}");
    let after = content(&site);
    for (name, bytes) in &before {
        assert_eq!(after.get(name), Some(bytes), "{name} changed");
    }
    assert_eq!(told(&site, 2567), Vec::<String>::new());
    let names: Vec<String> = of_year(&after, 2567);
    let names: Vec<&str> = names
        .iter()
        .map(|name| &name["content/2567/".len()..])
        .collect();
    assert_eq!(
        names,
        [
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
    assert_eq!(
        after["content/2567/o03/powers/ก ข.pdf"],
        "%PDF ของหน้าที่".as_bytes()
    );
    let structure = site.read("content/2567/o02/index.md");
    let expected = "+++\r\n\
        # oit rollover [structure] ยกมาจาก content/2566/o1/index.md\r\n\
        # ปี 2566 ข้อ O1 → ปี 2567 ข้อ O2 เรื่อง structure\r\n\
        # ก่อนเผยแพร่: อ่านชื่อเรื่อง เนื้อหา และไฟล์ ว่ายังใช้ในปีนี้ แก้ปี พ.ศ. ในข้อความ และตรวจ date\r\n\
        draft = true            # ลบบรรทัดนี้เมื่อตรวจแล้วและพร้อมเผยแพร่\r\n\
        # ตรวจ period: ของเดิมคือ 2566 ซึ่งไม่คลุมปี 2567 ใส่ช่วงเวลาใหม่หรือลบบรรทัดนั้น\r\n\
        # ตรวจ components ใหม่ องค์ประกอบของปี 2567:\r\n\
        #   1. งานภายใน\r\n\
        #   2. ผังปี พ.ศ. ๒๕๖๗\r\n\
        #   3. เพิ่มถาม\r\n\
        # ตรวจลิงก์ที่ยังชี้ไปปีก่อน: ../../2566/o5/รายงาน.pdf  2566/o5  2566/o6  2566/o7#ขั้นตอน\r\n\
        # หมายเหตุเดิม\r\ndate = 2565-10-01\r\n# period = \"2566\"\r\ncomponents = [1, 2]\r\n# draft = false\r\n\
        also = [\"o7\", { item = \"o3\" }]\r\nfiles = [{ path = \"ผัง.pdf\", title = \"ผัง\" }, { path = \"../../2566/o5/รายงาน.pdf\" }]\r\n+++\r\n\r\n\
        ดู [รายงาน](o1) [เลิก](2566/o6) [คู่มือ](../o07/index.md) [ขั้นตอน](2566/o7#ขั้นตอน) [ปีก่อน](2566/o5)\r\n\
        [ภาพ](ผัง.pdf \"ผัง.pdf\") [นี่](#หัวข้อ) [อ้าง][x] <https://x.example/o5>\r\n\r\n## หัวข้อ\r\n\r\nเนื้อหา\r\n\r\n[x]: ../o3/ก%20ข.pdf\r\n";
    let expected = expected.replace("../o07/index.md", "../o7/index.md");
    assert_eq!(structure, expected);
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
    assert!(
        more.ends_with("[[links]]\nurl = \"o1\"\ntitle = \"ติดต่อ\"\n# [[also]]\n# item = \"o6\"\n[[data.channels]]\nkind = \"qa\"\nurl = \"o2\"\nnote = \"ถามที่ [นี่](powers.md)\"\n"),
        "{more}"
    );
    let laws = site.read("content/2567/o03/index.md");
    assert!(
        laws.starts_with("+++\n# oit rollover [laws] ยกมาจาก content/2566/o3/index.md\n"),
        "{laws}"
    );
    assert!(
        laws.ends_with("+++\n\nกฎหมายที่ใช้ [หน้าที่](.) [ฉบับ](<ก ข.pdf>)\n"),
        "{laws}"
    );
    let manual = site.read("content/2567/o07/index.md");
    assert!(
        manual.ends_with("หนึ่ง [แผน](../../2566/o4/short.md)\n"),
        "{manual}"
    );
    assert!(
        site.read("content/2567/o05/index.md")
            .contains("[added] เริ่มใหม่ ปี 2566 ไม่มี")
    );
    for said in [
        "O6 เรื่อง gone · content/2566/o6",
        "รวม O2 เข้ามา",
        "ข้อใหม่",
        "องค์ประกอบ +1 −1",
        "O2 + เพิ่มถาม",
        "O2 − เลิกถาม",
    ] {
        assert!(run.stdout.contains(said), "{said}\n{}", run.stdout);
    }
}

#[test]
fn what_is_there_is_never_overwritten() {
    let site = town();
    site.write(
        "content/2567/o2/mine.md",
        "+++\ntitle = \"ของเรา\"\ndate = 2566-10-01\n+++\nเขียนแล้ว\n",
    );
    site.write("content/2567/O4/plan.pdf", "ของเดิม");
    site.write("content/2567/o03/ก ข.pdf", "ไม่ใช่ไฟล์เดียวกัน");
    let run = site.run(&["rollover", "2566", "2567"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        !site.exists("content/2567/o02"),
        "the folder is there in another spelling"
    );
    assert!(!site.exists("content/2567/o2/index.md"));
    assert!(
        !site.exists("content/2567/O4/long.md"),
        "a draft would hide the file"
    );
    assert_eq!(site.read("content/2567/o03/ก ข.pdf"), "ไม่ใช่ไฟล์เดียวกัน");
    assert!(
        run.stdout.contains("ไม่เขียนทับ:\n  content/2567/o03/ก ข.pdf"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("ไม่แตะ 2 ข้อ"), "{}", run.stdout);
}

#[test]
fn nothing_is_made_of_a_year_that_is_wrong_or_for_a_list_that_is() {
    let site = town();
    site.write("content/2566/o8/more.md", "+++\ntitel = \"ก\"\n+++\nมี\n");
    let before = content(&site);
    let run = site.run(&["rollover", "2566", "2567"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("unknown-key"), "{run:?}");
    std::fs::remove_file(site.path("content/2566/o8/more.md")).unwrap();
    site.write("content/2567/framework.toml", "fiscal_year = 2566\n");
    let run = site.run(&["rollover", "2566", "2567"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("framework-year"), "{run:?}");
    assert_eq!(of_year(&content(&site), 2567), of_year(&before, 2567));
}

#[test]
fn a_year_may_be_left_out_with_a_warning_and_the_current_year_is_not_touched() {
    let site = SiteTest::new();
    let no_year = SITE.replace("fiscal_year = 2566\n", "");
    site.write("site.toml", &no_year);
    site.write(
        "content/2565/o01/index.md",
        "+++\ndate = 2565-01-01\n+++\nโครงสร้าง\n",
    );
    let run = site.run(&["rollover", "2565", "2567"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("ข้ามไป 2 ปี"), "{}", run.stdout);
    assert!(
        run.stdout.contains("ไม่ได้กำหนด fiscal_year"),
        "{}",
        run.stdout
    );
    assert_eq!(site.read("site.toml"), no_year);
    // From a year without recorded components into one with them.
    let run = site.run(&["rollover", "2565", "2566"]);
    assert_eq!(run.code, 0, "{run:?}");
    let document = site.read("content/2566/o01/index.md");
    assert!(
        document.contains("\ncomponents = []\n") && document.contains("#   2. "),
        "{document}"
    );
    assert_eq!(told(&site, 2566), Vec::<String>::new());
}
