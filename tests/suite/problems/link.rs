//! Links that work but cannot be relied on, as a clerk gets them wrong.

use super::{Case, SiteTest, evidence_fixture, lines, pdf, site_with};

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    Case { code: "evidence-elsewhere", at: "content/2566/o6/index.toml:2:18", more: &[], files: &[
        ("content/2566/o6/index.toml", "components = [1]\n\
         links = [{ url = \"https://drive.google.com/file/d/1a2b/view\", title = \"กฎหมายกู้ที่ดิน\" }]\n"),
    ] },
    Case { code: "evidence-elsewhere", at: "content/2566/o6/index.md:4:35", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         รายละเอียดตามลิงก์ [กฎหมายกู้ดิน](https://www.facebook.com/tambon/posts/1) ด้านล่าง\n"),
    ] },
    Case { code: "evidence-elsewhere", at: "content/2566/o6/plan.md:5:39", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"แผนที่น้ำ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         links = [{ title = \"แผนที่น้ำ\", url = \"https://tambon-my.sharepoint.com/x\" }]\n\
         +++\n"),
    ] },
    // The agency's other domain does not count until own_hosts names it.
    Case { code: "evidence-elsewhere", at: "content/2566/o6/index.md:4:20", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         <a class=\"a\" href=\"https://old.rim.go.th/law.pdf\">กฎหมาย</a> และ [ภาพ](https://youtu.be/ab)\n"),
    ] },
    Case { code: "link-title", at: "content/2566/o6/index.md:4:21", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมาย [คลิกที่นี่](law.pdf)\n"),
        ("content/2566/o6/law.pdf", "%PDF"),
    ] },
    Case { code: "link-title", at: "content/2566/o6/index.md:3:18", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         links = [{ url = \"https://x.example/budget\", title = \"คลิกเพื่อดู\" }]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
    ] },
    Case { code: "link-title", at: "content/2566/o6/index.md:3:18", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         links = [{ url = \"https://x.example/budget\" }]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
    ] },
    Case { code: "link-title", at: "content/2566/o6/index.toml:2:57", more: &[], files: &[
        ("content/2566/o6/index.toml", "components = [1]\n\
         links = [{ title = \"https://x.example/law-25...\", url = \"https://x.example/law-2566\" }]\n"),
    ] },
    Case { code: "link-title", at: "content/index.md:1:19", more: &[
        ("link-title", "content/index.md:3:4"),
        ("link-title", "content/index.md:5:65"),
    ], files: &[
        ("content/index.md", "ข่าวน้ำ [อ่านต่อ](2566/o6)\n\
         \n\
         [](2566/o6)\n\
         \n\
         [https://x.example/a/very/long/address/that/nobody/reads/aloud](https://x.example/a)\n"),
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
    ] },
    Case { code: "link-title", at: "content/2566/o6/index.md:6:28", more: &[
        ("link-title", "content/2566/o6/index.md:7:25"),
    ], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         | เรื่อง | ไฟล์ |\n\
         |---|---|\n\
         | กฎหมาย | **[ดาวน์โหลด »](law.pdf)** |\n\
         | ผัง | [👉 Click Here!](law.pdf) |\n"),
        ("content/2566/o6/law.pdf", "%PDF"),
    ] },
    Case { code: "short-link", at: "content/2566/o6/index.md:4:21", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กู้ที่ดิน [แบบคำขอ](https://bit.ly/3abc) ส่งได้ที่สำนักงาน ผู้ใดประสงค์จะใช้ที่ดินสาธารณะให้ยื่นคำขอต่อสำนักปลัดเทศบาลก่อนวันใช้อย่างน้อยสามสิบวัน พร้อมแผนที่สังเขป\n"),
    ] },
    Case { code: "short-link", at: "content/2566/o8/index.toml:4:7", more: &[], files: &[
        ("content/2566/o8/index.toml", "[[data.channels]]\n\
         kind = \"qa\"\n\
         label = \"ถามตอบ\"\n\
         url = \"http://SHORTURL.at/abcD\"\n"),
    ] },
    Case { code: "short-link", at: "content/pages/help.md:4:10", more: &[], files: &[
        ("content/pages/help.md", "+++\n\
         title = \"น้ำท่วม\"\n\
         +++\n\
         <a href=\"https://tinyurl.com/abc\">แบบคำขอ</a>\n"),
    ] },
    Case { code: "short-link", at: "content/2566/o6/index.md:3:18", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         links = [{ url = \"https://me2.do/abc\", title = \"แบบสำรวจน้ำ\" }]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/law.pdf", "%PDF"),
    ] },
    Case { code: "staging-address", at: "content/2566/o6/index.md:4:21", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กู้ที่ดิน [แบบคำขอ](http://192.168.1.20/form.pdf)\n"),
        ("content/2566/o6/law.pdf", "%PDF"),
    ] },
    Case { code: "staging-address", at: "content/2566/o6/index.md:3:18", more: &[("evidence-elsewhere", "content/2566/o6/index.md:3:18")], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         links = [{ url = \"https://www.test.town.go.th/a\", title = \"ระบบงานน้ำ\" }]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
    ] },
    Case { code: "staging-address", at: "content/2566/o6/index.md:3:18", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         links = [{ url = \"http://localhost:8080/oit\", title = \"ระบบงานน้ำ\" }]\n\
         +++\n"),
        ("content/2566/o6/law.pdf", "%PDF"),
    ] },
    Case { code: "staging-address", at: "content/2566/o8/index.toml:1:63", more: &[], files: &[
        ("content/2566/o8/index.toml", "data.channels = [{ label = \"กระดานถามตอบ\", kind = \"qa\", url = \"https://test.tambon.go.th/qa\" }]\n"),
    ] },
    Case { code: "staging-address", at: "content/pages/help.md:4:10", more: &[], files: &[
        ("content/pages/help.md", "+++\n\
         title = \"น้ำท่วม\"\n\
         +++\n\
         [แผนที่](http://nas/share/map.jpg)\n"),
    ] },
    Case { code: "staging-address", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://staging.tambon.go.th/oit/\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "staging-address", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"http://localhost:8000\"\n\
         fiscal_year = 2566\n"),
    ] },
];

#[test]
fn links_as_they_should_be_give_nothing() {
    let site = site_with(&[
        (
            "site.toml",
            "title = \"ทดสอบ\"\nbase_url = \"https://www.tambon.go.th/oit/\"\nfiscal_year = 2566\n\
             own_hosts = [\"https://Rim.go.th/\"]\n",
        ),
        // On the site's own hosts, and on those below them.
        (
            "content/2566/o6/index.toml",
            "components = [1]\nlinks = [{ url = \"https://eservice.tambon.go.th/law\", title = \"กฎหมาย\" }]\n",
        ),
        (
            "content/2566/o6/b.md",
            "+++\ntitle = \"ก\"\ndate = \"2566-01-01\"\n+++\nดู [กฎหมาย](https://www.rim.go.th/law.pdf)\n",
        ),
        // A text of its own, which also names other places.
        (
            "content/2566/o6/c.md",
            "+++\ntitle = \"ก\"\ndate = \"2566-01-01\"\n+++\n\
             เทศบาลใช้กฎหมายต่อไปนี้ในการปฏิบัติงาน ได้แก่ พระราชบัญญัติเทศบาล พ.ศ. 2496 \
             และที่แก้ไขเพิ่มเติม พระราชบัญญัติกำหนดแผนและขั้นตอนการกระจายอำนาจ พ.ศ. 2542 \
             ดูตัวบทที่ [ราชกิจจานุเบกษา](https://ratchakitcha.soc.go.th/)\n",
        ),
        // A file of its own besides the copy elsewhere.
        (
            "content/2566/o6/d.toml",
            "title = \"ก\"\ndate = \"2566-01-01\"\nfiles = [{ path = \"d.pdf\" }]\n\
             links = [{ url = \"https://www.youtube.com/watch?v=1\", title = \"วีดิทัศน์\" }]\n",
        ),
        ("content/2566/o6/d.pdf", "%PDF"),
        // Items that ask for ways to other places.
        (
            "content/2566/o9/index.md",
            "+++\ncomponents = [1]\n+++\n[เพจของเทศบาล](https://www.facebook.com/tambon)\n",
        ),
        (
            "content/2566/o18/index.toml",
            "components = [1, 2]\nlinks = [{ url = \"https://lin.ee/ab\", title = \"ไลน์ของเทศบาล\" }]\n",
        ),
        (
            "content/index.md",
            "<https://www.facebook.com/tambon> [www.tambon.go.th](/) ![ตราเทศบาล](seal.png)\n",
        ),
    ]);
    // That the home page leads nowhere yet and the seal is lacking is another matter.
    let other = |line: &String| line.ends_with("broken-link") || line.ends_with("not-on-home-page");
    let mut found = lines(&site.findings());
    found.retain(|line| !other(line));
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_thai_domain_is_one_host_however_it_is_written() {
    const THAI: &str = "ตัวอย่าง.ไทย";
    const ASCII: &str = "xn--72c1a1bt4awk9o.xn--o3cw4h";
    for (base, own, link) in [
        (THAI, "x.example", ASCII),
        (ASCII, "x.example", THAI),
        ("x.example", THAI, ASCII),
        ("x.example", ASCII, THAI),
        ("x.example", "อื่น.ไทย", "WWW.อื่น.ไทย:8443"),
    ] {
        let settings = format!(
            "title = \"ทดสอบ\"\nbase_url = \"https://{base}/oit/\"\nfiscal_year = 2566\nown_hosts = [\"{own}\"]\n"
        );
        let links = format!(
            "components = [1]\nlinks = [{{ url = \"https://{link}/law.pdf\", title = \"กฎหมาย\" }}]\n"
        );
        let picture = format!("![ตราเทศบาล](https://{base}/a.jpg) กฎหมายที่เกี่ยวข้อง\n");
        let site = site_with(&[
            ("site.toml", &settings),
            ("content/2566/o6/index.toml", &links),
            ("content/2566/o7/index.md", &picture),
        ]);
        let found = lines(&site.findings());
        let about = ["evidence-elsewhere", "picture-elsewhere", "bad-base-url"];
        let wrong = |line: &&String| about.iter().any(|code| line.ends_with(code));
        assert_eq!(found.iter().find(wrong), None, "{base} {own} {link}");
        // Pages are for machines, too: they have the form that sitemaps and search engines expect.
        site.build();
        let base = if base == THAI { ASCII } else { base };
        let canonical = format!("<link rel=\"canonical\" href=\"https://{base}/oit/2566/o6/\"");
        assert!(site.read("public/2566/o6/index.html").contains(&canonical));
        assert!(site.read("public/sitemap.xml").is_ascii());
    }
    // What a person is told about a host is in Thai letters.
    let site = site_with(&[(
        "content/2566/o6/index.toml",
        &format!(
            "components = [1]\nlinks = [{{ url = \"https://{ASCII}/\", title = \"กฎหมาย\" }}]\n"
        ),
    )]);
    let told = site.run(&["check"]);
    assert!(
        told.stderr.contains(THAI) && told.stderr.contains("evidence-elsewhere"),
        "{told:?}"
    );
}

#[test]
fn a_base_url_may_have_a_thai_folder() {
    let site = site_with(&[(
        "site.toml",
        "title = \"ทดสอบ\"\nbase_url = \"https://x.example/ข้อมูล\"\nfiscal_year = 2566\n",
    )]);
    site.build();
    let folder = "/%E0%B8%82%E0%B9%89%E0%B8%AD%E0%B8%A1%E0%B8%B9%E0%B8%A5/";
    let home = site.read("public/index.html");
    assert!(home.contains(&format!("href=\"https://x.example{folder}\"")));
    assert!(home.contains(&format!("href=\"{folder}2566/o6/\"")));
}

#[test]
fn a_trial_address_on_the_command_line_is_no_fault() {
    let site = site_with(&[]);
    let run = site.run(&["build", "--base-url", "http://localhost:8000/", "--strict"]);
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn signs_in_the_name_of_a_file_are_part_of_it() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        "+++\ncomponents = [1]\nlinks = [{ url = \"แผน #1.pdf\", title = \"แผนพัฒนา\" }]\n+++\n\
         [กฎหมาย](<แผน #2.pdf>) และ [หน้าสาม](<แผน #2.pdf#page=3>)\n\n\
         <img src=\"รูป #1.png\" alt=\"ผู้บริหาร\">\n",
    );
    for name in ["แผน #1.pdf", "แผน #2.pdf"] {
        site.write(&format!("content/2566/o6/{name}"), pdf(name));
    }
    site.write("content/2566/o6/รูป #1.png", evidence_fixture("photo.png"));
    let found = site.findings();
    assert!(
        found.iter().all(|finding| finding.code != "broken-link"),
        "{found:#?}"
    );
    let html = site.build_anew();
    assert_eq!(html.code, 0, "{html:?}");
    let html = site.read("public/2566/o6/index.html");
    for link in [
        ".pdf\">แผนพัฒนา</a>",
        ".pdf\">กฎหมาย</a>",
        ".pdf#page=3\">หน้าสาม</a>",
        ".png\" alt=\"ผู้บริหาร\"",
    ] {
        assert!(html.contains(link), "{link}\n{html}");
    }
}

#[test]
fn a_mail_address_is_offered_as_one() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o6/index.md",
        "+++\ncomponents = [1]\n+++\n[เมล](a@b.go.th)\n",
    );
    let run = site.run(&["check"]);
    assert!(run.stderr.contains("`mailto:a@b.go.th`"), "{run:?}");
}
