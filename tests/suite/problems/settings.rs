//! Settings without the effect that is expected of them, as somebody fills in `site.toml`.

use super::Case;

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    Case { code: "score-hidden", at: "site.toml:4:14", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         show_score = true\n\
         public_status = \"published\"\n"),
    ] },
    Case { code: "score-hidden", at: "site.toml:5:14", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         public_status = \"none\"\n\
         show_score = true # ขอให้แสดง\n"),
    ] },
    Case { code: "shared-host", at: "site.toml:4:39", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         own_hosts = [\"eservice.banmai.go.th\", \"https://drive.google.com/drive/\"]\n"),
    ] },
    Case { code: "shared-host", at: "site.toml:4:14", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         own_hosts = [\"*.go.th\"]\n"),
    ] },
    Case { code: "shared-host", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://www.facebook.com/banmai\"\n\
         fiscal_year = 2566\n"),
    ] },
    // The year of the assessment, typed a year too late; the last fiscal year, of which the site has nothing.
    Case { code: "submitted-day", at: "site.toml:4:13", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         submitted = \"2567-04-28\"\n"),
    ] },
    Case { code: "submitted-day", at: "site.toml:4:14", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         submitted = [\"2565-09-30\"]\n"),
    ] },
    // Before all that it handed in. A day may stand without quotation marks.
    Case { code: "submitted-day", at: "site.toml:4:26", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         submitted = [2566-06-30, 2566-04-28]\n"),
        ("content/2566/o27/index.md", "+++\n\
         date = \"2566-05-02\"\n\
         components = [1, 2]\n\
         +++\n\
         แนวปฏิบัติ\n"),
    ] },
    // At the foot of every page these would lead nowhere.
    Case { code: "no-value", at: "site.toml:5:9", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         [agency]\n\
         email = \"saraban.banmai.go.th\"\n\
         phone = \"0 0000 0001\"\n"),
    ] },
    Case { code: "no-value", at: "site.toml:6:9", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         [agency]\n\
         fax = \"\"\n\
         phone = \"-\"\n"),
    ] },
    // A seal under nearly its name; the picture beside the settings is told there, not twice.
    Case { code: "bad-logo", at: "site.toml:4:8", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         logo = \"Seal.PNG\"\n"),
        ("seal.jpg", "(picture)"),
    ] },
    Case { code: "bad-logo", at: "site.toml:4:8", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         logo = \"seal.gif\"\n"),
        ("seal.gif", "(picture)"),
    ] },
    Case { code: "bad-logo", at: "site.toml:4:8", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         logo = \"ภาพ/seal.png\"\n"),
        ("ภาพ/seal.png", "(picture)"),
    ] },
    Case { code: "bad-logo", at: "site.toml:4:8", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         logo = \"https://www.banmai.go.th/seal.png\"\n"),
    ] },
    Case { code: "stray-file", at: "seal.jpg:1:1", more: &[], files: &[
        ("seal.jpg", "(picture)"),
    ] },
    // In quotation marks a key is right TOML whatever it says.
    Case { code: "unknown-key", at: "site.toml:4:1", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         \"ตรา\" = \"seal.png\"\n"),
    ] },
    Case { code: "unknown-key", at: "content/2566/o6/index.md:3:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         \"draft \" = true\n\
         +++\n\
         ร่างที่ยังไม่เผยแพร่\n"),
    ] },
    Case { code: "unknown-key", at: "content/2566/o6/index.md:4:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[data.risks]]\n\
         'ความเสี่ยง' = \"ทุจริต\"\n\
         event = \"ทุจริต\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    // The title of another dataset than the one that is there, and of none.
    Case { code: "unknown-key", at: "content/2566/o6/index.md:6:12", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[data.risks]]\n\
         event = \"ทุจริต\"\n\
         [data.titles]\n\
         projects = \"ความเสี่ยง ปี 2566\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-key", at: "content/2566/o6/index.md:3:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [titles]\n\
         risks = \"ความเสี่ยง\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    // WordPad keeps its own under any name.
    Case { code: "not-utf8", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "{\\rtf1\\ansi ระเบียบ}\n"),
    ] },
    // A folder that was copied by hand; a year that was only named; one whose folder is called otherwise is told once.
    Case { code: "unknown-year", at: "content/2567:1:1", more: &[], files: &[
        ("content/2567/o06/index.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n"),
    ] },
    Case { code: "unknown-folder", at: "content/Content:1:1", more: &[], files: &[
        ("content/Content/2566/o06/index.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n"),
    ] },
];
