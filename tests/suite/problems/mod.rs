//! Every finding: what a clerk would have to write to get it, and where it must point.
//!
//! A case is a mistake in an otherwise good site. Lines and columns are worked out by hand from the
//! contract (both from 1, columns in characters), never taken from the program. Texts of a case may
//! start with a mark that says how the file comes to be, see [`put`].

mod evidence;
mod link;
mod none;
mod owed;
mod personal;
mod rows;
mod settings;
mod stale;
mod stated;
mod text;
mod typed;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

use oit::thai::numeral::is_thai;
use rayon::prelude::*;

use crate::harness::{
    Finding, Run, SiteTest, evidence_fixture, findings, pdf, repository, times, tree,
};

/// Path and text of every file of a case.
type Files = &'static [(&'static str, &'static str)];

/// A mistake, and every finding it must give: `code` at `at`, and `more`.
struct Case {
    code: &'static str,
    files: Files,
    /// `file:line:column`
    at: &'static str,
    /// Code and place of what the same mistake rightly gives besides.
    more: &'static [(&'static str, &'static str)],
}

/// Every table of cases.
const TABLES: &[&[Case]] = &[
    TEXTS,
    KEYS,
    VALUES,
    FOLDERS,
    FRAMEWORKS,
    REFERENCES,
    OWED,
    evidence::CASES,
    link::CASES,
    none::CASES,
    owed::CASES,
    personal::CASES,
    rows::CASES,
    settings::CASES,
    stale::CASES,
    stated::CASES,
    text::CASES,
];

/// The text of a file: encoding, fences, TOML.
#[rustfmt::skip]
const TEXTS: &[Case] = &[
    Case { code: "not-utf8", at: "content/2566/o6/plan.md:2:10", more: &[], files: &[
        ("content/2566/o6/plan.md", "windows-874:+++\n\
         title = \"กองคลังกู้ที่ดิน\"\n\
         date = \"2566-01-31\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "not-utf8", at: "content/2566/o6/index.toml:1:1", more: &[], files: &[
        ("content/2566/o6/index.toml", "utf-16:components = [1]\n"),
    ] },
    Case { code: "not-utf8", at: "site.toml:1:10", more: &[], files: &[
        ("site.toml", "windows-874:title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "not-utf8", at: "content/2567/framework.toml:4:10", more: &[], files: &[
        ("content/2567/framework.toml", "windows-874:fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"การเปิดเผย\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ก\"\n\
         [[indicator.sub.item]]\n\
         number = 1\n\
         key = \"a\"\n\
         title = \"ข\"\n"),
    ] },
    Case { code: "not-utf8", at: "content/pages/about.md:5:1", more: &[], files: &[
        ("content/pages/about.md", "windows-874:+++\n\
         title = \"about\"\n\
         +++\n\
         \n\
         รู้จักเรา\n"),
    ] },
    Case { code: "unreadable", at: "content/2566/o6/plan.pdf:1:1", more: &[], files: &[
        ("content/2566/o6/plan.pdf", "link to:/etc/hostname"),
    ] },
    Case { code: "unreadable", at: "content/2566/o7/news.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o7/news.md", "link to:../o6/index.md"),
    ] },
    // A database that was pasted; a picture in letters.
    Case { code: "text-too-large", at: "content/2566/o6/plan.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "megabytes:5"),
    ] },
    Case { code: "text-too-large", at: "site.toml:1:1", more: &[], files: &[
        ("site.toml", "megabytes:5"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:2:9", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = “ประกาศกู้ที่ดิน”\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:11", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         summary = กู้ที่ดิน\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         สรุป = \"กู้ที่ดิน\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         title = \"ซ้ำ\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         unit = \n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:44", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         files = [{ title = \"กู้ที่ดิน\", path = \"C:\\กู้.pdf\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:23", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         summary = \"กู้ที่ดิน\" unit = \"clerk\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         links = [{ title = \"กู้ที่ดิน\", url = \"https://x.example/\" }\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:4:15", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [๑]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:6", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         draft\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:2:16", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "\u{feff}+++\r\n\
         title = \"ประกาศ\r\n\
         date = \"2566-01-31\"\r\n\
         +++\r\n\
         เนื้อหา\r\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.toml:1:9", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.toml", "\u{feff}title = “กู้ที่ดิน”\r\n\
         date = 2566-01-31\r\n\
         links = [{ url = \"https://x.example/\", title = \"กู้ที่\" }]\r\n"),
    ] },
    Case { code: "toml-syntax", at: "site.toml:4:7", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         [units\n\
         clerk = \"สำนักปลัด\"\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:11", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         updated = ๒๕๖๖-๐๒-๐๑\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o6/plan.md:5:11", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         updated = 31/01/2566\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "yaml-front-matter", at: "content/2566/o6/plan.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "---\n\
         title: ประกาศ\n\
         date: 2566-01-31\n\
         ---\n\
         เนื้อหา\n"),
    ] },
    Case { code: "yaml-front-matter", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "\u{feff}---\r\n\
         components: [1]\r\n\
         ---\r\n\
         เนื้อหา\r\n"),
    ] },
    Case { code: "yaml-front-matter", at: "content/pages/about.md:1:1", more: &[], files: &[
        ("content/pages/about.md", "---\n\
         title: รู้จักเรา\n\
         ---\n\
         เนื้อหา\n"),
    ] },
    Case { code: "front-matter-missing", at: "content/2566/o6/plan.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "# ประกาศ\n\
         \n\
         เนื้อหา\n"),
    ] },
    Case { code: "front-matter-missing", at: "content/pages/about.md:1:1", more: &[], files: &[
        ("content/pages/about.md", "\u{feff}รู้จักเรา\r\n"),
    ] },
    Case { code: "merge-conflict", at: "content/2566/o6/index.md:6:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n\
         \n\
         <<<<<<< HEAD\n\
         ก\n\
         =======\n\
         ข\n\
         >>>>>>> b\n"),
    ] },
    // Half of it was deleted. What is shown in a fence is meant.
    Case { code: "merge-conflict", at: "content/2566/o6/index.md:10:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ```\n\
         <<<<<<< HEAD\n\
         ```\n\
         \n\
         หัวข้อที่ขีดเส้นใต้\n\
         ==================\n\
         =======\n\
         ข\n"),
    ] },
    Case { code: "merge-conflict", at: "site.toml:4:1", more: &[("toml-syntax", "site.toml:4:1"), ("toml-syntax", "site.toml:5:2"), ("toml-syntax", "site.toml:6:9")], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         <<<<<<< HEAD\n\
         =======\n\
         >>>>>>> b\n"),
    ] },
    Case { code: "front-matter-unclosed", at: "content/2566/o6/plan.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         \n\
         เนื้อหา\n"),
    ] },
    Case { code: "front-matter-unclosed", at: "content/2566/o6/index.md:3:1", more: &[], files: &[
        ("content/2566/o6/index.md", "\u{feff}+++\r\n\
         components = [1]\r\n\
         ++\r\n\
         เนื้อหา\r\n"),
    ] },
    Case { code: "front-matter-unclosed", at: "content/2566/o6/index.md:3:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n```\nกฎหมาย\n"),
    ] },
    // Pasted from a chat, with its block of code.
    Case { code: "front-matter-misread", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "```\n+++\ndraft = true\n+++\n```\nลับ\n"),
    ] },
    Case { code: "front-matter-misread", at: "content/index.md:1:1", more: &[], files: &[
        ("content/index.md", "+++draft = true+++\nลับ\n"),
    ] },
    // From mail, from a list, from an editor that writes HTML, from another program.
    Case { code: "front-matter-misread", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "> +++\n> draft = true\n> +++\n\nลับ\n"),
    ] },
    Case { code: "front-matter-misread", at: "content/index.md:1:1", more: &[], files: &[
        ("content/index.md", "- draft = true\n\nลับ\n"),
    ] },
    Case { code: "front-matter-misread", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "<p>+++</p>\n<p>draft = true</p>\n<p>ลับ</p>\n"),
    ] },
    Case { code: "front-matter-misread", at: "content/index.md:2:1", more: &[], files: &[
        ("content/index.md", "{\n\"draft\": true\n}\n\nลับ\n"),
    ] },
    // TOML between the signs of YAML.
    Case { code: "yaml-front-matter", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "---\ncomponents = [1]\ndraft = true\n---\nลับ\n"),
    ] },
    // A heading above it.
    Case { code: "front-matter-misread", at: "content/2566/o6/index.md:3:1", more: &[], files: &[
        ("content/2566/o6/index.md", "# กฎหมาย\n\n+++\ndraft = true\n+++\nลับ\n"),
    ] },
    // Two plus signs too many, in a page.
    Case { code: "front-matter-misread", at: "content/pages/about.md:1:1", more: &[], files: &[
        ("content/pages/about.md", "++++\ntitle = \"เรา\"\ndraft = true\n++++\nลับ\n"),
    ] },
    // The first line was lost.
    Case { code: "front-matter-misread", at: "content/index.md:1:1", more: &[], files: &[
        ("content/index.md", "draft = true\n+++\nลับ\n"),
    ] },
    // A second one was pasted below.
    Case { code: "front-matter-misread", at: "content/2566/o6/index.md:6:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n\n+++\ntitle = \"ข่าว\"\n+++\nเนื้อหา\n"),
    ] },
    Case { code: "not-utf8", at: "themes/mine/templates/item.html:1:17", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         theme = \"mine\"\n"),
        ("themes/mine/templates/item.html", "windows-874:<p>{% if item %}กู้ที่ดิน{% endif %}</p>\n"),
    ] },
    Case { code: "toml-syntax", at: "site.toml:4:38", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         units = { clerk = \"สำนักปลัดกู้ที่\", clerk = \"ปลัด\" }\n"),
    ] },
    Case { code: "toml-syntax", at: "content/2566/o2/index.md:3:18", more: &[], files: &[
        ("content/2566/o2/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.executives\n\
         name = \"นายกู้ ที่ดี\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "front-matter-missing", at: "content/2566/o6/plan.md:1:1", more: &[("stub", "content/2566/o6/plan.md:1:1")], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", ""),
    ] },
];

/// Keys: unknown, missing, empty.
#[rustfmt::skip]
const KEYS: &[Case] = &[
    Case { code: "unknown-key", at: "content/2566/o6/plan.md:3:1", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         dat = \"2566-01-31\"\n\
         date = 2563-02-29\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-key", at: "content/2566/o6/plan.md:5:36", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         files = [{ title = \"แผนกู้ที่ดิน\", filename = \"plan.pdf\", path = \"plan.pdf\" }]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/plan.pdf", "%PDF"),
    ] },
    Case { code: "unknown-key", at: "content/2566/o2/index.toml:4:1", more: &[], files: &[
        ("content/2566/o2/index.toml", "\u{feff}components = [1, 2]\r\n\
         [[data.executives]]\r\n\
         name = \"นายกู้ ที่ดี\"\r\n\
         tel = \"02\"\r\n"),
    ] },
    Case { code: "unknown-key", at: "site.toml:4:39", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         agency = { name = \"เทศบาลตำบลน้ำกู้\", fone = \"02\" }\n"),
    ] },
    Case { code: "unknown-key", at: "site.toml:1:1", more: &[], files: &[
        ("site.toml", "\u{feff}titel = \"ก\"\r\n\
         title = \"ทดสอบ\"\r\n\
         base_url = \"https://x.example/\"\r\n\
         fiscal_year = 2566\r\n"),
    ] },
    Case { code: "unknown-key", at: "content/pages/about.md:3:1", more: &[], files: &[
        ("content/pages/about.md", "+++\n\
         title = \"รู้จักเรา\"\n\
         unit = \"clerk\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-key", at: "content/2566/o6/index.md:4:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [data]\n\
         project = []\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-key", at: "content/2566/o6/index.md:3:42", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         also = [{ item = \"o3\", components = [1], note = \"กู้\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-key", at: "content/2566/o21/index.md:4:84", more: &[], files: &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         data.procurement = [{ work = \"จ้างขุดบ่อน้ำ\", bidders = [{ name = \"หจก. กู้ที่ดี\", prise = 5 }] }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "missing-key", at: "content/2566/o6/plan.md:2:1", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "missing-key", at: "content/2566/o6/plan.md:2:1", more: &[], files: &[
        ("content/2566/o6/plan.md", "\u{feff}+++\r\n\
         title = \"ประกาศ\"\r\n\
         components = [1]\r\n\
         +++\r\n\
         เนื้อหา\r\n"),
    ] },
    Case { code: "missing-key", at: "content/2566/o6/plan.toml:1:1", more: &[("missing-key", "content/2566/o6/plan.toml:1:1")], files: &[
        ("content/2566/o6/plan.toml", "components = [1]\n\
         links = [{ url = \"https://x.example/\", title = \"กู้ที่\" }]\n"),
    ] },
    Case { code: "missing-key", at: "content/2566/o6/index.md:3:48", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         files = [{ path = \"a.pdf\", title = \"กู้ที่\" }, { title = \"กู้ที่ดิน\" }]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/a.pdf", "%PDF"),
    ] },
    Case { code: "missing-key", at: "content/2566/o6/index.md:3:60", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         links = [{ url = \"https://x.example/\", title = \"กู้ที่\" }, { title = \"ที่ดิน\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "missing-key", at: "content/2566/o6/index.md:3:10", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         allow = [{ code = \"stub\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "missing-key", at: "content/2566/o6/index.md:3:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[table]]\n\
         file = \"a.csv\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/a.csv", "ก,ข\n\
         1,2\n"),
    ] },
    Case { code: "missing-key", at: "content/2566/o11/index.md:5:1", more: &[], files: &[
        ("content/2566/o11/index.md", "+++\n\
         period = \"2566\"\n\
         components = [1, 2, 3]\n\
         [data]\n\
         [[data.projects]]\n\
         budget = 5\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "missing-key", at: "site.toml:1:1", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "missing-key", at: "content/pages/about.md:2:1", more: &[], files: &[
        ("content/pages/about.md", "+++\n\
         +++\n\
         รู้จักเรา\n"),
    ] },
    Case { code: "missing-key", at: "content/2567/framework.toml:1:1", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n"),
    ] },
    Case { code: "missing-key", at: "content/2567/framework.toml:8:1", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข\"\n\
         [[indicator.sub.item]]\n\
         key = \"laws\"\n\
         title = \"กฎหมาย\"\n"),
    ] },
    Case { code: "empty-value", at: "content/2566/o6/plan.md:2:9", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "empty-value", at: "content/2566/o6/index.md:3:43", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         files = [{ title = \"แผนกู้ที่ดิน\", path = \"  \" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "empty-value", at: "site.toml:1:9", more: &[], files: &[
        ("site.toml", "\u{feff}title = \"\"\r\n\
         base_url = \"https://x.example/\"\r\n\
         fiscal_year = 2566\r\n"),
    ] },
    Case { code: "empty-value", at: "site.toml:4:38", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         units = { clerk = \"สำนักปลัดกู้ที่\", finance = \"\" }\n"),
    ] },
    Case { code: "empty-value", at: "content/2566/o6/index.md:3:36", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         allow = [{ code = \"stub\", reason = \"\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "component-not-shown", at: "content/2566/o6/index.md:2:14", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = []\n\
         +++\n\
         กฎหมาย\n"),
    ] },
    Case { code: "component-not-shown", at: "content/2566/o7/index.md:3:9", more: &[], files: &[
        ("content/2566/o7/index.md", "+++\n\
         components = [1, 2]\n\
         also = [\"o6\"] # ข่าวนี้แสดงกฎหมายด้วย\n\
         period = \"2566\"\n\
         +++\n\
         ข่าว\n"),
    ] },
    Case { code: "unknown-key", at: "content/2566/o6/index.md:5:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         [[table]]\n\
         file = \"a.csv\"\n\
         caption = \"รายชื่อ\"\n\
         components = [1]\n\
         +++\n\
         กฎหมาย\n"),
        ("content/2566/o6/a.csv", "ก,ข\n\
         1,2\n"),
    ] },
];

/// Values: types, dates, periods, choices, limits.
#[rustfmt::skip]
const VALUES: &[Case] = &[
    Case { code: "wrong-type", at: "content/2566/o6/index.md:3:9", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         draft = \"true\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o6/index.md:2:14", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = \"1\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o1/index.md:2:18", more: &[], files: &[
        ("content/2566/o1/index.md", "+++\n\
         components = [1, \"๒\"]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o11/index.md:4:51", more: &[], files: &[
        ("content/2566/o11/index.md", "+++\n\
         period = \"2566\"\n\
         components = [1, 2, 3]\n\
         data.projects = [{ name = \"กู้ที่ทำกิน\", budget = \"๑๒๐,๐๐๐ บาท\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o6/index.md:3:18", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         unit = [\"clerk\", 12]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o6/index.md:3:9", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         files = \"plan.pdf\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/plan.pdf", "%PDF"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o6/index.md:3:48", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         files = [{ path = \"a.pdf\", title = \"กู้ที่\" }, \"b.pdf\"]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/a.pdf", "%PDF"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o6/index.md:3:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         date = 25660131\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o6/index.md:3:10", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         period = [\"2566\"]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o6/index.md:3:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         data = \"ผู้บริหาร\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o6/index.md:3:15", more: &[("component-not-shown", "content/2566/o6/index.md:3:9")], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         also = [\"o3\", 13]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o21/index.md:4:57", more: &[], files: &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         data.procurement = [{ work = \"จ้างขุดบ่อน้ำ\", bidders = \"หจก. กู้ที่ดี\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "wrong-type", at: "site.toml:3:15", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = \"๒๕๖๖\"\n"),
    ] },
    Case { code: "wrong-type", at: "site.toml:4:13", more: &[("wrong-type", "site.toml:5:14")], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         own_hosts = \"x.example\"\n\
         show_score = \"ใช่\"\n"),
    ] },
    Case { code: "bad-date", at: "content/2566/o6/plan.md:3:8", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"31 มกราคม 2566\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-date", at: "content/2566/o6/plan.md:3:8", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"๒๕๖๘-๐๒-๒๙\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-date", at: "content/2566/o6/plan.md:3:8", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = 2566-02-31\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-date", at: "content/2566/o6/plan.md:3:8", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = 3109-01-31\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-date", at: "content/2566/o6/plan.md:5:11", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         updated = \"31/01/2566\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-date", at: "content/2566/o6/plan.toml:1:8", more: &[], files: &[
        ("content/2566/o6/plan.toml", "\u{feff}date = \"2566-1-31\"\r\n\
         title = \"ประกาศ\"\r\n\
         components = [1]\r\n\
         links = [{ url = \"https://x.example/\", title = \"กู้ที่\" }]\r\n"),
    ] },
    Case { code: "bad-date", at: "content/2566/o21/index.md:4:63", more: &[], files: &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         data.procurement = [{ work = \"จ้างขุดบ่อน้ำ\", contract_date = \"๓๑ ม.ค. ๖๖\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-date", at: "content/pages/about.md:3:8", more: &[], files: &[
        ("content/pages/about.md", "+++\n\
         title = \"รู้จักเรา\"\n\
         date = \"2566-13-01\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-date", at: "content/2566/o11/index.md:4:50", more: &[], files: &[
        ("content/2566/o11/index.md", "+++\n\
         period = \"2566\"\n\
         components = [1, 2, 3]\n\
         data.projects = [{ name = \"กู้ที่ทำกิน\", start = 2566-06-31, end = \"2566-Q4\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-period", at: "content/2566/o6/index.md:3:10", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         period = \"2023\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-period", at: "content/2566/o6/index.md:3:10", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         period = \"ปีงบประมาณ 2566\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-period", at: "content/2566/o6/index.md:3:10", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         period = \"๒๕๖๖..๒๕๖๕\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-period", at: "content/2566/o6/index.md:3:10", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         period = \"2566-H3\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-period", at: "content/2566/o12/index.md:3:10", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\n\
         components = [1, 2, 3]\n\
         period = \"รอบ 6 เดือน\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-period", at: "content/2566/o16/index.md:4:44", more: &[], files: &[
        ("content/2566/o16/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2]\n\
         data.statistics = [{ \"total\" = 1, period = \"ม.ค.\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-choice", at: "content/2566/o2/index.md:3:53", more: &[], files: &[
        ("content/2566/o2/index.md", "+++\n\
         components = [1, 2]\n\
         data.executives = [{ name = \"นายกู้ ที่ดี\", group = \"ข้าราชการ\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-choice", at: "site.toml:3:17", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         public_status = \"hidden\"\n"),
    ] },
    Case { code: "bad-choice", at: "content/2566/o9/index.toml:3:8", more: &[], files: &[
        ("content/2566/o9/index.toml", "components = [1]\r\n\
         [[data.channels]]\r\n\
         kind = \"facebook\"\r\n\
         url = \"https://x.example/\"\r\n"),
    ] },
    Case { code: "bad-choice", at: "content/2567/framework.toml:5:97", more: &[], files: &[
        ("content/2567/framework.toml", "\u{feff}fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         sub = [{ code = \"9.1\", title = \"กู้ที่\", item = [{ number = 1, key = \"a\", title = \"น้ำ\", rule = \"spanss\" }] }]\n"),
    ] },
    Case { code: "out-of-range", at: "content/2566/o12/index.md:4:53", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         data.projects = [{ name = \"กู้ที่ทำกิน\", progress = \"๑๒๐\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "out-of-range", at: "content/2566/o42/index.md:3:41", more: &[("out-of-range", "content/2566/o42/index.md:3:55")], files: &[
        ("content/2566/o42/index.md", "+++\n\
         components = [1, 2, 3]\n\
         data.scores = [{ of = \"กู้ที่\", score = 785.5, year = 66 }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "out-of-range", at: "site.toml:4:15", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         max_file_mb = 0\n"),
    ] },
    Case { code: "bad-period", at: "site.toml:3:15", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2023\n"),
    ] },
    Case { code: "out-of-range", at: "content/2567/framework.toml:5:76", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         sub = [{ code = \"9.1\", title = \"กู้ที่\", item = [{ title = \"น้ำ\", number = 0, key = \"a\" }] }]\n"),
    ] },
    Case { code: "placeholder", at: "site.toml:2:9", more: &[], files: &[
        ("site.toml", "base_url = \"https://x.example/\"\n\
         title = \"เทศบาลตำบล…\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "placeholder", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"เทศบาลตำบลบ้านใหม่\"\n\
         base_url = \"https://www.your-town.go.th/\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "placeholder", at: "site.toml:5:8", more: &[], files: &[
        ("site.toml", "title = \"เทศบาลตำบลบ้านใหม่\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         [agency]\n\
         name = \"เทศบาลตำบล…\"\n"),
    ] },
    Case { code: "bad-base-url", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://https://www.rim.go.th/\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "bad-base-url", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://www.rim,go,th/\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "bad-base-url", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://www.rim..go.th/\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "bad-base-url", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://www.rim.go.th/oit/index.html\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "bad-base-url", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://example\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "staging-address", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://www.rim.go.th/2566/\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "staging-address", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://www.rim.go.th/oit/2566\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "empty-value", at: "site.toml:4:14", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         own_hosts = [\"\"]\n"),
    ] },
    Case { code: "empty-value", at: "site.toml:4:14", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         own_hosts = [\" .\"]\n"),
    ] },
    Case { code: "bad-base-url", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"www.example.go.th\"\n\
         fiscal_year = 2566\n"),
    ] },
    Case { code: "bad-base-url", at: "site.toml:2:12", more: &[], files: &[
        ("site.toml", "\u{feff}title = \"ทดสอบ\"\r\n\
         base_url = \"https://เทศบาล บ้านใหม่.ไทย/\"\r\n\
         fiscal_year = 2566\r\n"),
    ] },
    Case { code: "bad-accent", at: "site.toml:4:10", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         accent = \"เขียว\"\n"),
    ] },
    Case { code: "bad-accent", at: "site.toml:4:10", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         accent = \"#1d5\"\n"),
    ] },
    Case { code: "bad-logo", at: "site.toml:4:8", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         logo = \"ตรา.png\"\n"),
    ] },
    Case { code: "bad-logo", at: "site.toml:4:8", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         logo = \"seal.png\"\n"),
        ("seal.png", "รูปตรา"),
    ] },
    Case { code: "bad-logo", at: "site.toml:4:8", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         logo = \"seal.svg\"\n"),
        ("seal.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script>alert(1)</script></svg>\n"),
    ] },
    Case { code: "logo-unfit", at: "site.toml:4:8", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         logo = \"seal.svg\"\n"),
        ("seal.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 60\"><path d=\"M0 0h9v9z\"/></svg>\n"),
    ] },
    Case { code: "logo-unfit", at: "site.toml:4:8", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         logo = \"img/seal.svg\"\n"),
        ("themes/default/static/img/seal.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20px\" height=\"90\"><path d=\"M0 0h9v9z\"/></svg>\n"),
    ] },
    Case { code: "wrong-type", at: "content/2566/o2/index.md:3:1", more: &[], files: &[
        ("content/2566/o2/index.md", "+++\n\
         components = [1, 2]\n\
         [data.executives]\n\
         name = \"นายกู้ ที่ดี\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "bad-date", at: "content/2566/o6/plan.md:3:8", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = 2566-01-31T10:00:00\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
];

/// Folders and files in the wrong place, and years.
#[rustfmt::skip]
const FOLDERS: &[Case] = &[
    Case { code: "unknown-folder", at: "content/2566/แผนงาน:1:1", more: &[], files: &[
        ("content/2566/แผนงาน/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-folder", at: "content/ข่าว:1:1", more: &[], files: &[
        ("content/ข่าว/ข่าวที่ 1.pdf", "%PDF"),
    ] },
    Case { code: "unknown-folder", at: "content/2566/o0:1:1", more: &[], files: &[
        ("content/2566/o0/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-year", at: "content/2570:1:1", more: &[], files: &[
        ("content/2570/o1/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-year", at: "content/2023:1:1", more: &[], files: &[
        ("content/2023/o1/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-item", at: "content/2566/o44:1:1", more: &[], files: &[
        ("content/2566/o44/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-item", at: "content/2566/o6/index.md:3:36", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         also = [{ components = [1], item = \"o99\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-item", at: "content/2566/o6/index.md:3:15", more: &[("component-not-shown", "content/2566/o6/index.md:3:9")], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         also = [\"o3\", \"ข้อ 13\"]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-item", at: "content/2566/o6/index.md:3:9", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         also = [\"2565/o3\"]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "duplicate-item", at: "content/2566/o6:1:1", more: &[], files: &[
        ("content/2566/o06/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "duplicate-item", at: "content/2566/o6:1:1", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/O06/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "duplicate-document", at: "content/2566/o6/plan.toml:1:1", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/plan.toml", "title = \"ก\"\n\
         date = \"2566-01-31\"\n\
         links = [{ url = \"https://x.example/\", title = \"กู้ที่\" }]\n"),
    ] },
    Case { code: "duplicate-document", at: "content/2566/o6/index.toml:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/index.toml", "links = [{ url = \"https://x.example/\", title = \"กู้ที่\" }]\n"),
    ] },
    Case { code: "stray-file", at: "content/2566/แผนกู้ที่.pdf:1:1", more: &[], files: &[
        ("content/2566/แผนกู้ที่.pdf", "%PDF"),
    ] },
    Case { code: "stray-file", at: "content/readme.md:1:1", more: &[], files: &[
        ("content/readme.md", "อ่านก่อน\n"),
    ] },
    Case { code: "stray-file", at: "content/2566/index.md:1:1", more: &[], files: &[
        ("content/2566/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "misplaced-document", at: "content/2566/o6/ปี 2565/plan.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/ปี 2565/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "misplaced-document", at: "content/pages/งาน/about.md:1:1", more: &[], files: &[
        ("content/pages/งาน/about.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "double-ending", at: "content/2566/o6/index.md.txt:1:1", more: &[], files: &[
        ("content/2566/o6/index.md.txt", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
    ] },
    Case { code: "duplicate-document", at: "content/pages/about.toml:1:1", more: &[], files: &[
        ("content/pages/about.md", "+++\n\
         title = \"ก\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/pages/about.toml", "title = \"ข\"\n"),
    ] },
    Case { code: "double-ending", at: "content/pages/about.md.txt:1:1", more: &[], files: &[
        ("content/pages/about.md.txt", "เนื้อหา\n"),
    ] },
    Case { code: "double-ending", at: "content/2566/o6/ข่าว.txt:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/ข่าว.txt", "\u{feff}\n+++\r\ndraft = true\r\n+++\r\nลับ\r\n"),
        ("content/2566/o6/หมายเหตุ.txt", "---\nข้อความ: ก\n---\n"),
    ] },
    Case { code: "double-ending", at: "content/2566/o6/ข่าว.markdown:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/ข่าว.markdown", "ข้อความ\n"),
    ] },
    Case { code: "double-ending", at: "content/2566/o6/a/ข่าว.mdx:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/a/ข่าว.mdx", "---\ntitle: ก\n---\nลับ\n"),
    ] },
    Case { code: "double-ending", at: "content/2566/o6/index.txt:1:1", more: &[], files: &[
        ("content/2566/o6/index.txt", "กฎหมายที่เกี่ยวข้อง\n"),
    ] },
    Case { code: "windows-name", at: "content/2566/o6/con.md:1:1", more: &[], files: &[
        ("content/2566/o6/con.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "windows-name", at: "content/2566/o6/nul.pdf:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         files = [{ path = \"nul.pdf\", title = \"กฎหมายที่เกี่ยวข้อง\" }]\n\
         +++\n"),
        ("content/2566/o6/nul.pdf", "%PDF"),
    ] },
    Case { code: "windows-name", at: "content/2566/o6/แผน: แก้ไข:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         files = [{ path = \"แผน: แก้ไข/law.pdf\", title = \"กฎหมายที่เกี่ยวข้อง\" }]\n\
         +++\n"),
        ("content/2566/o6/แผน: แก้ไข/law.pdf", "%PDF"),
    ] },
    Case { code: "address-clash", at: "content/2566/o6/plan:1:1", more: &[], files: &[
        ("content/2566/o6/plan", "%PDF"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "address-clash", at: "content/2566/o6/index.html:1:1", more: &[("runs-in-browser", "content/2566/o6/index.html:1:1")], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/index.html", "<p>"),
    ] },
    Case { code: "address-clash", at: "content/pages/about:1:1", more: &[], files: &[
        ("content/pages/about.md", "+++\n\
         title = \"ก\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/pages/about", "%PDF"),
    ] },
    Case { code: "no-year", at: "site.toml:1:1", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n"),
        ("content/2566", "(gone)"),
    ] },
    Case { code: "no-year", at: "site.toml:1:1", more: &[("unknown-year", "content/2023:1:1")], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n"),
        ("content/2566", "(gone)"),
        ("content/2023/o1/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "old-year", at: "site.toml:1:1", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n"),
        ("content/2566", "(gone)"),
        ("content/2565/o6/index.md", "กฎหมาย\n"),
    ] },
    Case { code: "old-year", at: "site.toml:1:1", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n"),
        ("content/2566", "(gone)"),
        ("content/2564/o6/index.md", "กฎหมาย\n"),
        ("content/2565/o6/index.md", "กฎหมาย\n"),
    ] },
    Case { code: "year-without-folder", at: "site.toml:3:15", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2565\n"),
    ] },
    Case { code: "year-without-folder", at: "site.toml:3:15", more: &[], files: &[
        ("site.toml", "\u{feff}title = \"ทดสอบ\"\r\n\
         base_url = \"https://x.example/\"\r\n\
         fiscal_year = 2566\r\n"),
        ("content/2566", "(gone)"),
        ("content/2565/o6/index.md", "กฎหมาย\n"),
    ] },
    // The folder is there, and its list is not known.
    Case { code: "year-without-folder", at: "site.toml:3:15", more: &[("unknown-year", "content/2567:1:1")], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2567\n"),
        ("content/2567/o1/index.md", "โครงสร้าง\n"),
    ] },
    Case { code: "duplicate-item", at: "content/2566/o6:1:1", more: &[("unknown-key", "content/2566/o6/plan.md:5:1")], files: &[
        ("content/2566/o06/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         sumary = \"กู้ที่\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "stray-file", at: "content/2566/o6.md:1:1", more: &[], files: &[
        ("content/2566/o6.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
];

/// Framework files.
#[rustfmt::skip]
const FRAMEWORKS: &[Case] = &[
    Case { code: "framework-year", at: "content/2567/framework.toml:1:15", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2566\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข\"\n\
         [[indicator.sub.item]]\n\
         number = 1\n\
         key = \"a\"\n\
         title = \"ค\"\n"),
    ] },
    Case { code: "framework-year", at: "content/2567/framework.toml:1:15", more: &[], files: &[
        ("content/2567/framework.toml", "\u{feff}fiscal_year = 66\r\n\
         [[indicator]]\r\n\
         code = \"9\"\r\n\
         title = \"ก\"\r\n\
         [[indicator.sub]]\r\n\
         code = \"9.1\"\r\n\
         title = \"ข\"\r\n\
         [[indicator.sub.item]]\r\n\
         number = 1\r\n\
         key = \"a\"\r\n\
         title = \"ค\"\r\n"),
    ] },
    Case { code: "framework-duplicate", at: "content/2567/framework.toml:13:10", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข\"\n\
         [[indicator.sub.item]]\n\
         number = 1\n\
         key = \"a\"\n\
         title = \"ค\"\n\
         [[indicator.sub.item]]\n\
         number = 1\n\
         key = \"b\"\n\
         title = \"ง\"\n"),
    ] },
    Case { code: "framework-duplicate", at: "content/2567/framework.toml:8:92", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข\"\n\
         item = [{ number = 1, key = \"a\", title = \"กู้ที่\" }, { title = \"กู้ที่\", number = 2, key = \"a\" }]\n"),
    ] },
    Case { code: "framework-duplicate", at: "content/2567/framework.toml:14:8", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข\"\n\
         [[indicator.sub.item]]\n\
         number = 1\n\
         key = \"a\"\n\
         title = \"ค\"\n\
         [[indicator.sub]]\n\
         title = \"ง\"\n\
         code = \"9.1\"\n"),
    ] },
    Case { code: "unknown-former-key", at: "content/2567/framework.toml:12:13", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข\"\n\
         [[indicator.sub.item]]\n\
         number = 1\n\
         key = \"a\"\n\
         title = \"ค\"\n\
         formerly = [\"zzz\"]\n"),
    ] },
    Case { code: "unknown-former-key", at: "content/2567/framework.toml:12:26", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข\"\n\
         [[indicator.sub.item]]\n\
         number = 1\n\
         key = \"a\"\n\
         title = \"ค\"\n\
         formerly = [\"structure\", \"powers-dutys\"]\n"),
    ] },
    Case { code: "bad-shown-by", at: "content/2567/framework.toml:12:58", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข\"\n\
         [[indicator.sub.item]]\n\
         number = 1\n\
         key = \"a\"\n\
         title = \"ค\"\n\
         components = [{ text = \"แสดงผู้บริหารกู้ที่\", shown_by = \"executives(ชื่อ, รูป)\" }]\n"),
    ] },
    Case { code: "bad-shown-by", at: "content/2567/framework.toml:14:33", more: &[], files: &[
        ("content/2567/framework.toml", "fiscal_year = 2567\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n\
         [[indicator.sub]]\n\
         code = \"9.1\"\n\
         title = \"ข\"\n\
         [[indicator.sub.item]]\n\
         number = 1\n\
         key = \"a\"\n\
         title = \"ค\"\n\
         components = [\n\
         \x20 { text = \"น้ำ\" },\n\
         \x20 { text = \"กู้ที่\", shown_by = \"project(name)\" },\n\
         ]\n"),
    ] },
];

/// Names that must exist, links and templates.
#[rustfmt::skip]
const REFERENCES: &[Case] = &[
    Case { code: "unknown-unit", at: "content/2566/o6/index.md:3:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         unit = \"finanse\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-unit", at: "content/2566/o6/index.md:3:18", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         unit = [\"clerk\", \"กองช่าง\"]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-unit", at: "content/2566/o6/index.toml:1:18", more: &[], files: &[
        ("content/2566/o6/index.toml", "\u{feff}unit = [\"clerk\", \"works\"]\r\n\
         components = [1]\r\n\
         links = [{ url = \"https://x.example/\", title = \"กู้ที่\" }]\r\n"),
    ] },
    Case { code: "component-out-of-range", at: "content/2566/o6/index.md:2:18", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1, 5]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "component-out-of-range", at: "content/2566/o6/index.md:3:41", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         also = [{ item = \"o3\", components = [1, 0] }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "component-out-of-range", at: "content/2565/o6/index.md:2:15", more: &[], files: &[
        ("content/2565/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "file-not-found", at: "content/2566/o6/index.md:3:43", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         files = [{ title = \"แผนกู้ที่ดิน\", path = \"แผนที่ดีน.pdf\" }]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/แผนที่ดิน.pdf", "%PDF"),
    ] },
    Case { code: "file-not-found", at: "content/2566/o6/index.md:3:36", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         table = [{ caption = \"น้ำ\", file = \"ที่ดิน.csv\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "file-not-found", at: "content/2566/o2/index.md:3:53", more: &[], files: &[
        ("content/2566/o2/index.md", "+++\n\
         components = [1, 2]\n\
         data.executives = [{ name = \"นายกู้ ที่ดี\", photo = \"นายก.jpg\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "file-not-found", at: "content/2566/o6/index.md:3:37", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         files = [{ title = \"กู้ที่\", path = 'ย่อย\\plan.pdf' }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "table-ending", at: "content/2566/o6/index.md:3:36", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         table = [{ caption = \"น้ำ\", file = \"ที่ดิน.xls\" }]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/ที่ดิน.xls", "ก"),
    ] },
    Case { code: "table-ending", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[table]]\n\
         file = \"แผน.pdf\"\n\
         caption = \"แผน\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/แผน.pdf", "%PDF"),
    ] },
    Case { code: "table-unreadable", at: "content/2566/o6/index.md:3:36", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         table = [{ caption = \"น้ำ\", file = \"ที่ดิน.XLSX\" }]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/ที่ดิน.XLSX", "ไม่ใช่สมุดงาน"),
    ] },
    Case { code: "table-unreadable", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[table]]\n\
         file = \"a.csv\"\n\
         caption = \"รายชื่อ\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/a.csv", "PK\x03\x04"),
    ] },
    Case { code: "sheet-not-found", at: "content/2566/o6/index.md:5:9", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[table]]\n\
         file = \"a.xlsx\"\n\
         sheet = \"ไตรมาส ๓\"\n\
         caption = \"รายชื่อ\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/a.xlsx", "xlsx:ไตรมาส 1,ไตรมาส 2"),
    ] },
    Case { code: "sheet-not-found", at: "content/2566/o6/index.md:5:9", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[table]]\n\
         file = \"a.csv\"\n\
         sheet = \"แผ่น 1\"\n\
         caption = \"รายชื่อ\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/a.csv", "ก,ข\n\
         1,2\n"),
    ] },
    Case { code: "table-empty", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[table]]\n\
         file = \"a.csv\"\n\
         caption = \"รายชื่อ\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/a.csv", "ก,ข\n\
         , \n"),
    ] },
    Case { code: "table-empty", at: "content/2566/o6/index.toml:2:46", more: &[], files: &[
        ("content/2566/o6/index.toml", "components = [1]\n\
         table = [{ caption = \"รายชื่อกฎหมาย\", file = \"ว่าง.csv\" }]\n"),
        ("content/2566/o6/ว่าง.csv", ",,\n,,\n"),
    ] },
    Case { code: "table-cut", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[table]]\n\
         file = \"a.csv\"\n\
         caption = \"รายชื่อ\"\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/a.csv", "1100 lines:ก,ข\n"),
    ] },
    Case { code: "table-cut", at: "content/2566/o6/index.toml:2:46", more: &[], files: &[
        ("content/2566/o6/index.toml", "components = [1]\n\
         table = [{ caption = \"รายชื่อกฎหมาย\", file = \"รายชื่อ.csv\" }]\n"),
        ("content/2566/o6/รายชื่อ.csv", "1100 lines:กฎหมาย,๒๕๔๐\n"),
    ] },
    Case { code: "outside-site", at: "content/2566/o6/index.md:3:43", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         files = [{ title = \"แผนกู้ที่ดิน\", path = \"../../../../ลับ.pdf\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "outside-site", at: "content/2566/o6/index.md:4:19", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ดู [แผนกู้ที่ดิน](../../../site.toml) ด้วย\n"),
    ] },
    Case { code: "outside-site", at: "content/2566/o2/index.md:3:53", more: &[], files: &[
        ("content/2566/o2/index.md", "+++\n\
         components = [1, 2]\n\
         data.executives = [{ name = \"นายกู้ ที่ดี\", photo = \"../../../x.jpg\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:4:19", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ดู [แผนกู้ที่ดิน](plan.pdf) ด้วย\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:4:39", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         **สำคัญ:**ดู**แผน**และ[น้ำ**ที่**กู้](plan.pdf)\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:6:20", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         | ที่ | แผน |\n\
         |---|---|\n\
         | กู้ที่ดิน | [ดู](plan.pdf) |\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:5:23", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         - ข้อที่ 1\n\
         \x20 > กู้ ![รูปที่ดิน](<รูป 1.jpg> \"น้ำ\")\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:4:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ดู [แผนที่](plan.pdf \"ไฟล์ plan.pdf\") ด้วย\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:6:22", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         <table>\n\
         <tr><td>กู้ที่</td></tr>\n\
         <tr><td>น้ำ <a href=\"plan.pdf\">แผน</a></td></tr>\n\
         </table>\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:6:22", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\r\n\
         components = [1]\r\n\
         +++\r\n\
         <table>\r\n\
         <tr><td>กู้ที่</td></tr>\r\n\
         <tr><td>น้ำ <a href=\"plan.pdf\">แผน</a></td></tr>\r\n\
         </table>\r\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:7:16", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         - ข้อที่ 1\n\
         \n\
         \x20 <p>กู้\n\
         \x20 น้ำ <a href=\"plan.pdf\">แผน</a></p>\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:5:16", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         > <p>กู้\n\
         > น้ำ <a href=\"plan.pdf\">แผน</a></p>\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:4:17", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กู้ที่ <a href=\"plan.pdf\">แผน</a>\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:3:39", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         links = [{ title = \"กู้ที่ดิน\", url = \"/pages/abuot/\" }]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/pages/about.md", "+++\n\
         title = \"ก\"\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o9/index.md:3:64", more: &[], files: &[
        ("content/2566/o9/index.md", "+++\n\
         components = [1]\n\
         data.channels = [{ label = \"เพจกู้ที่\", kind = \"social\", url = \"www.facebook.com/x\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "broken-link", at: "content/index.md:1:26", more: &[("broken-link", "content/index.md:3:7")], files: &[
        ("content/index.md", "\u{feff}ยินดีต้อนรับสู่ [น้ำกู้](o99)\r\n\
         \r\n\
         [ที่](/2567/o1/)\r\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:4:4", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ดู [แผนกู้ที่][1]\n\
         \n\
         [1]: plan.pdf\n"),
    ] },
    Case { code: "broken-anchor", at: "content/2566/o6/index.md:6:16", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ## วัตถุประสงค์\n\
         \n\
         ตามที่กู้ [ดู](#วัตถุประสงค) น้ำ\n"),
    ] },
    Case { code: "broken-anchor", at: "content/2566/o6/index.md:4:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ที่กู้ [ดู](o3#ไม่มี) น้ำ\n"),
    ] },
    // A heading inside a line of text is set as none, so nothing leads to it.
    Case { code: "broken-anchor", at: "content/2566/o6/index.md:4:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ที่กู้ [ดู](#section) น้ำ <h3>หัวเรื่อง</h3>\n"),
    ] },
    Case { code: "broken-anchor", at: "content/2566/o6/plan.md:5:13", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         +++\n\
         ที่กู้ [ดู](other.md#สอง) น้ำ\n"),
        ("content/2566/o6/other.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         ## หนึ่ง\n\
         \n\
         กู้\n"),
    ] },
    Case { code: "unpublished-target", at: "content/2566/o6/index.md:4:15", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ที่กู้ [ร่าง](plan.md) น้ำ\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         draft = true\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unpublished-target", at: "content/2566/o6/index.md:4:15", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ที่กู้ [ร่าง](plan.md) น้ำ\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-10-01\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unpublished-target", at: "content/2566/o6/index.md:4:15", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ที่กู้ [ร่าง](/2566/o3/plan/) น้ำ\n"),
        ("content/2566/o3/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         draft = true\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unpublished-target", at: "content/index.md:1:15", more: &[], files: &[
        ("content/index.md", "ที่กู้ [ร่าง](pages/about.md)\n"),
        ("content/pages/about.md", "+++\n\
         title = \"ก\"\n\
         draft = true\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unsafe-link", at: "content/2566/o6/index.md:3:39", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         links = [{ title = \"กู้ที่ดิน\", url = \"javascript:alert(1)\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unsafe-link", at: "content/2566/o6/index.md:4:14", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ที่กู้ [แผน](file:///C:/แผน.pdf) น้ำ\n"),
    ] },
    Case { code: "unsafe-link", at: "content/2566/o6/index.md:4:17", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ที่กู้ <a href=\"data:text/html,x\">แผน</a> น้ำ\n"),
    ] },
    Case { code: "unknown-code", at: "content/2566/o6/index.md:3:49", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         allow = [{ reason = \"กู้ที่ดินอยู่แล้ว\", code = \"period-mising\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "unknown-code", at: "content/2566/o6/index.md:3:39", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         allow = [{ reason = \"น้ำท่วม\", code = \"ทุกอย่าง\" }]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "allow-without-effect", at: "content/2566/o6/index.md:3:19", more: &[
        ("citizen-number", "content/2566/o7/รายชื่อ.txt:1:1"),
    ], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         allow = [{ code = \"citizen-number\", reason = \"ที่กู้\", file = \"../o7/รายชื่อ.txt\" }]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o7/index.md", "+++\ncomponents = [1, 2]\nperiod = \"2566\"\n+++\nข่าว\n"),
        ("content/2566/o7/รายชื่อ.txt", "ที่ดินของ 1000012345677\n"),
    ] },
    Case { code: "allow-without-effect", at: "content/pages/a.md:3:19", more: &[
        ("citizen-number", "content/2566/o7/บัญชี.csv:1:1"),
    ], files: &[
        ("content/pages/a.md", "+++\n\
         title = \"น้ำ\"\n\
         allow = [{ code = \"citizen-number\", reason = \"กู้\", file = \"../2566/o7/บัญชี.csv\" }]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o7/index.md", "+++\ncomponents = [1, 2]\nperiod = \"2566\"\n+++\nข่าว\n"),
        ("content/2566/o7/บัญชี.csv", "ที่ดินของ,1000012345677\n"),
    ] },
    Case { code: "dataset-too-large", at: "content/2566/o7/index.toml:1:1", more: &[
        ("component-not-shown", "content/2566/o7/index.toml:1:1"),
        ("component-not-shown", "content/2566/o7/index.toml:1:1"),
        ("period-missing", "content/2566/o7/index.toml:1:1"),
    ], files: &[
        ("content/2566/o7/index.toml", "1100 lines:[[data.statistics]]\nperiod = \"2566-01\"\na=1\nb=1\nc=1\nd=1\ne=1\nf=1\ng=1\nh=1\ni=1\nj=1\nk=1\nl=1\nm=1\nn=1\no=1\np=1\nq=1\nr=1\ns=1\nt=1\nu=1\nv=1\nw=1\nx=1\ny=1\nz=1\nA=1\nB=1\nC=1\nD=1\nE=1\nF=1\nG=1\nH=1\nI=1\nJ=1\nK=1\nL=1\nM=1\nN=1\nO=1\nP=1\nQ=1\nR=1\nS=1\nT=1\n"),
    ] },
    Case { code: "dataset-too-large", at: "content/2566/o6/index.toml:1:1", more: &[
        ("component-not-shown", "content/2566/o6/index.toml:1:1"),
    ], files: &[
        ("content/2566/o6/index.toml", "1100 lines:[[data.statistics]]\nperiod = \"2566-02\"\na=1\nb=1\nc=1\nd=1\ne=1\nf=1\ng=1\nh=1\ni=1\nj=1\nk=1\nl=1\nm=1\nn=1\no=1\np=1\nq=1\nr=1\ns=1\nt=1\nu=1\nv=1\nw=1\nx=1\ny=1\nz=1\nA=1\nB=1\nC=1\nD=1\nE=1\nF=1\nG=1\nH=1\nI=1\nJ=1\nK=1\nL=1\nM=1\nN=1\nO=1\nP=1\nQ=1\nR=1\nS=1\nT=1\n"),
    ] },
    Case { code: "unknown-theme", at: "site.toml:4:9", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         theme = \"สวยงาม\"\n"),
    ] },
    Case { code: "unknown-theme", at: "site.toml:4:9", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         theme = \"../mine\"\n"),
    ] },
    Case { code: "template", at: "themes/mine/templates/item.html:1:17", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         theme = \"mine\"\n"),
        ("themes/mine/templates/item.html", "<p>กู้ที่ดิน {% fi item %}</p>\n"),
    ] },
    Case { code: "template", at: "themes/mine/templates/item.html:2:14", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         theme = \"mine\"\n"),
        ("themes/mine/templates/item.html", "<h1>{{ site.title }}</h1>\n\
         <p>น้ำกู้ {{ nothing.here }}</p>\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:6:10", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         <!-- เดิม <a href=\"old.pdf\">เก่า</a> -->\n\
         \n\
         น้ำ [ดู](plan.pdf)\n"),
    ] },
    Case { code: "broken-link", at: "content/2566/o6/index.md:4:17", more: &[("broken-link", "content/2566/o6/index.md:8:16")], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ## กู้ที่ [ดิน](plan.pdf)\n\
         \n\
         ข้อความ[^1]\n\
         \n\
         [^1]: น้ำ [ดู](note.pdf)\n"),
    ] },
    Case { code: "template", at: "themes/mine/templates/item.html:1:1", more: &[], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         theme = \"mine\"\n"),
        ("themes/mine/templates/aaa.html", "<p>ก</p>\n"),
        ("themes/mine/templates/item.html", "{% extends \"none.html\" %}\n"),
    ] },
    Case { code: "template", at: "themes/mine/templates/home.html:1:11", more: &[("template", "themes/mine/templates/item.html:2:14")], files: &[
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         theme = \"mine\"\n"),
        ("themes/mine/templates/home.html", "<p>น้ำ {{ nothing.here }}</p>\n"),
        ("themes/mine/templates/item.html", "<p>น้ำ</p>\n\
         <p>กู้ที่ {{ nothing.here }}</p>\n"),
    ] },
];

/// What is not yet complete.
#[rustfmt::skip]
const OWED: &[Case] = &[
    Case { code: "stub", at: "content/2566/o6/plan.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         กฎหมายที่เกี่ยวข้อง\n"),
        ("content/2566/o6/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         ## หัวข้อ\n\
         \n\
         <!-- เขียนที่นี่ -->\n"),
    ] },
    Case { code: "stub", at: "content/2566/o6/plan.md:1:1", more: &[], files: &[
        ("content/2566/o6/plan.md", "+++\r\n\
         title = \"ประกาศ\"\r\n\
         date = \"2566-01-31\"\r\n\
         components = [1]\r\n\
         +++\r\n"),
    ] },
    Case { code: "stub", at: "content/2566/o6/plan.toml:1:1", more: &[("file-empty", "content/2566/o6/a.pdf:1:1")], files: &[
        ("content/2566/o6/plan.toml", "title = \"กู้ที่\"\n\
         date = \"2566-01-31\"\n\
         files = [{ path = \"a.pdf\" }]\n"),
        ("content/2566/o6/a.pdf", ""),
    ] },
    Case { code: "stub", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         ## กฎหมายที่เกี่ยวข้อง\n\
         \n\
         <!-- เขียนเนื้อหาใต้บรรทัดนี้ -->\n"),
    ] },
    Case { code: "stub", at: "content/2566/o6/index.toml:1:1", more: &[], files: &[
        ("content/2566/o6/index.toml", "date = \"2566-01-31\"\n\
         unit = \"clerk\"\n"),
        ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         [units]\n\
         clerk = \"สำนักปลัด\"\n"),
    ] },
    Case { code: "component-not-shown", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "กฎหมาย\n"),
    ] },
    Case { code: "component-not-shown", at: "content/2566/o1/index.md:2:15", more: &[], files: &[
        ("content/2566/o1/index.md", "+++\n\
         components = [2]\n\
         +++\n\
         ผัง\n"),
    ] },
    Case { code: "component-not-shown", at: "content/2566/o1/b.md:4:15", more: &[], files: &[
        ("content/2566/o1/a.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-01\"\n\
         components = [2]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o1/b.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [2]\n\
         +++\n\
         เนื้อหา\n"),
    ] },
    Case { code: "period-missing", at: "content/2566/o12/index.md:1:1", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\n\
         components = [1, 2, 3]\n\
         +++\n\
         รายงาน\n"),
    ] },
    Case { code: "period-missing", at: "content/2566/o11/index.toml:1:1", more: &[], files: &[
        ("content/2566/o11/index.toml", "\u{feff}components = [1, 2, 3]\r\n\
         links = [{ url = \"https://x.example/\", title = \"กู้ที่\" }]\r\n"),
    ] },
    Case { code: "period-not-covered", at: "content/2566/o12/index.md:3:10", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\n\
         components = [1, 2, 3]\n\
         period = \"2566-Q1\"\n\
         +++\n\
         รายงาน\n"),
    ] },
    Case { code: "period-not-covered", at: "content/2566/o11/index.toml:1:10", more: &[], files: &[
        ("content/2566/o11/index.toml", "\u{feff}period = \"๒๕๖๕\"\r\n\
         components = [1, 2, 3]\r\n\
         links = [{ url = \"https://x.example/\", title = \"กู้ที่\" }]\r\n"),
    ] },
    Case { code: "period-not-covered", at: "content/2566/o19/plan.md:1:1", more: &[], files: &[
        ("content/2566/o19/plan.md", "+++\n\
         title = \"แผน\"\n\
         date = \"2564-11-01\"\n\
         components = [1, 2]\n\
         +++\n\
         แผน\n"),
    ] },
    Case { code: "dataset-gap", at: "content/2566/o2/index.md:4:1", more: &[("component-not-shown", "content/2566/o2/index.md:2:15")], files: &[
        ("content/2566/o2/index.md", "+++\n\
         components = [1]\n\
         [data]\n\
         [[data.executives]]\n\
         name = \"นายกู้ ที่ดี\"\n\
         position = \"นายก\"\n\
         phone = \"02\"\n\
         +++\n\
         ผู้บริหาร\n"),
    ] },
    Case { code: "dataset-gap", at: "content/2566/o2/index.md:8:1", more: &[], files: &[
        ("content/2566/o2/index.md", "+++\n\
         components = [1, 2]\n\
         [[data.executives]]\n\
         name = \"นายกู้ ที่ดี\"\n\
         position = \"นายก\"\n\
         photo = \"a.jpg\"\n\
         phone = \"02\"\n\
         [[data.executives]]\n\
         name = \"นางกู้ ที่ดี\"\n\
         position = \"ปลัด\"\n\
         phone = \"02\"\n\
         +++\n\
         ผู้บริหาร\n"),
        ("content/2566/o2/a.jpg", "(picture)"),
    ] },
    Case { code: "dataset-gap", at: "content/2566/o5/index.toml:1:17", more: &[("component-not-shown", "content/2566/o5/index.toml:1:1")], files: &[
        ("content/2566/o5/index.toml", "\u{feff}data.contact = [{ address = \"หมู่ที่ ๑ ตำบลน้ำกู้\", phone = \"02\", fax = \"\", email = \"a@x.example\" }]\r\n"),
    ] },
    Case { code: "calendar-only", at: "content/2566/o17/index.md:3:10", more: &[], files: &[
        ("content/2566/o17/index.md", "+++\n\
         components = [1, 2]\n\
         period = \"2565-01..2565-12\"\n\
         +++\n\
         ผลสำรวจ\n"),
    ] },
    Case { code: "calendar-only", at: "content/2566/o19/plan.md:4:10", more: &[], files: &[
        ("content/2566/o19/plan.md", "+++\n\
         title = \"แผนกู้ที่\"\n\
         date = 2566-09-01\n\
         period = \"๒๕๖๖-๑๑\"\n\
         components = [1, 2]\n\
         +++\n\
         แผน\n"),
    ] },
    // Laid beside a draft.
    Case { code: "file-waiting", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ndraft = true\n+++\n"),
        ("content/2566/o6/plan.txt", "กฎหมาย\n"),
    ] },
    // Nothing but the draft line keeps the item from being complete.
    Case { code: "draft-complete", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ndate = \"2566-01-01\"\ndraft = true\ncomponents = [1]\n+++\nพระราชบัญญัติเทศบาล พ.ศ. 2496\n"),
    ] },
    // Text typed into a new draft; only a link filled in.
    Case { code: "draft-waiting", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ndate = \"2566-01-01\"\ndraft = true            # ลบบรรทัดนี้เมื่อพร้อมเผยแพร่\ncomponents = []\n+++\nพระราชบัญญัติเทศบาล พ.ศ. 2496\n"),
    ] },
    Case { code: "draft-waiting", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ndate = \"2566-01-01\"\ndraft = true            # ลบบรรทัดนี้เมื่อพร้อมเผยแพร่\ncomponents = []\nlinks = [{ url = \"https://x.example/law\", title = \"พระราชบัญญัติเทศบาล\" }]\n+++\n\n<!-- เขียนเนื้อหาใต้บรรทัดนี้ -->\n"),
    ] },
    // The item is complete by another document, as with news.
    Case { code: "draft-waiting", at: "content/2566/o6/news.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nพระราชบัญญัติเทศบาล พ.ศ. 2496\n"),
        ("content/2566/o6/news.md", "+++\ntitle = \"ระเบียบใหม่\"\ndate = \"2566-01-01\"\ndraft = true            # ลบบรรทัดนี้เมื่อพร้อมเผยแพร่\n+++\nระเบียบที่ประกาศใหม่\n"),
    ] },
    // A draft with its file.
    Case { code: "draft-complete", at: "content/2566/o6/law.md:1:1", more: &[], files: &[
        ("content/2566/o6/law.md", "+++\ntitle = \"กฎหมาย\"\ndate = \"2566-01-01\"\ndraft = true\ncomponents = [1]\nfiles = [{ path = \"law.txt\" }]\n+++\n"),
        ("content/2566/o6/law.txt", "พระราชบัญญัติเทศบาล พ.ศ. 2496\n"),
    ] },
    // Two that a draft names.
    Case { code: "file-waiting", at: "content/2566/o6/law.md:1:1", more: &[], files: &[
        ("content/2566/o6/law.md", "+++\ntitle = \"กฎหมาย\"\ndate = \"2566-01-01\"\ndraft = true\nfiles = [{ path = \"a.txt\" }, { path = \"b.txt\" }]\n+++\n"),
        ("content/2566/o6/a.txt", "พระราชบัญญัติ\n"),
        ("content/2566/o6/b.txt", "ระเบียบ\n"),
    ] },
    // The old name is that of another file.
    Case { code: "formerly", at: "content/2566/o6/index.md:3:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nformerly = [\"plan\"]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/plan.md", "+++\ntitle = \"แผน\"\ndate = \"2566-01-01\"\n+++\nแผน\n"),
    ] },
    // No file took its place.
    Case { code: "formerly", at: "content/2566/o6/index.md:3:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nformerly = [\"old.pdf\"]\n+++\nกฎหมาย\n"),
    ] },
    // Evidence beside the settings.
    Case { code: "stray-file", at: "แผน.pdf:1:1", more: &[], files: &[
        ("แผน.pdf", "%PDF"), ("checklist-2566.xlsx", "PK"),
    ] },
    // What keeps a file unpublished; an address and a document in the place of one.
    Case { code: "file-not-found", at: "content/2566/o6/index.md:3:19", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nfiles = [{ path = \"_a.pdf\" }]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/_a.pdf", "%PDF"),
    ] },
    Case { code: "file-not-found", at: "content/2566/o6/index.md:3:19", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nfiles = [{ path = \"https://x.example/a.pdf\" }]\n+++\nกฎหมาย\n"),
    ] },
    Case { code: "file-not-found", at: "content/2566/o6/index.md:3:19", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nfiles = [{ path = \"index.md\" }]\n+++\nกฎหมาย\n"),
    ] },
    // The page of another item.
    Case { code: "formerly", at: "content/2566/o6/index.md:3:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nformerly = [\"../o7\"]\n+++\nกฎหมาย\n"),
    ] },
    // Out of the site.
    Case { code: "formerly", at: "content/2566/o6/index.md:3:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nformerly = [\"../../../../zzz\"]\n+++\nกฎหมาย\n"),
    ] },
    // Of another year.
    Case { code: "formerly", at: "content/2566/o6/index.md:3:20", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nformerly = [\"old\", \"/2565/o7/z/\"]\n+++\nกฎหมาย\n"),
    ] },
    // Of another site.
    Case { code: "formerly", at: "content/2566/o6/index.md:3:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nformerly = [\"https://www.other.go.th/2566/o6/x/\"]\n+++\nกฎหมาย\n"),
    ] },
    // A part of an address.
    Case { code: "formerly", at: "content/2566/o6/index.md:3:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nformerly = [\"news%202\"]\n+++\nกฎหมาย\n"),
    ] },
    // No list has that many items.
    Case { code: "formerly", at: "content/2566/o6/index.md:3:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nformerly = [\"o99/x\"]\n+++\nกฎหมาย\n"),
    ] },
    // Its own address.
    Case { code: "formerly", at: "content/2566/o6/index.md:3:13", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nformerly = [\"https://www.x.example/2566/o6/\"]\n+++\nกฎหมาย\n"),
    ] },
    Case { code: "formerly", at: "content/pages/about.md:3:13", more: &[], files: &[
        ("content/pages/about.md", "+++\ntitle = \"เกี่ยวกับ\"\nformerly = [\"/2566/o6/x/\"]\n+++\nก\n"),
    ] },
    Case { code: "unowned-file", at: "content/2566/o6/แผนกู้ที่.pdf:1:1", more: &[], files: &[
        ("content/2566/o6/แผนกู้ที่.pdf", "%PDF"),
    ] },
    Case { code: "unowned-file", at: "content/2566/o6/ย่อย/plan.pdf:1:1", more: &[], files: &[
        ("content/2566/o6/a.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/b.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
        ("content/2566/o6/ย่อย/plan.pdf", "%PDF"),
    ] },
];

/// Why an item is missing: no finding, but a reason in the checklist. Code, files, item.
const REASONS: &[(&str, Files, &str)] = &[
    ("no-document", &[], "o12"),
    (
        "no-document",
        &[("content/2566/o12/รายงาน.pdf", "%PDF")],
        "o12",
    ),
    (
        "only-draft",
        &[(
            "content/2566/o12/index.md",
            "+++\ndraft = true\n+++\nรายงาน\n",
        )],
        "o12",
    ),
    (
        "only-future",
        &[(
            "content/2566/o12/plan.md",
            "+++\ntitle = \"กู้ที่ดิน\"\ndate = \"๒๕๖๖-๑๐-๐๑\"\n+++\nรายงาน\n",
        )],
        "o12",
    ),
    (
        "only-stub",
        &[("content/2566/o12/index.md", "+++\n+++\n# หัวข้อ\n")],
        "o12",
    ),
    (
        "only-stub",
        &[
            (
                "content/2566/o12/index.toml",
                "files = [{ path = \"a.pdf\" }]\n",
            ),
            ("content/2566/o12/a.pdf", ""),
        ],
        "o12",
    ),
];

/// What keeps a command from running. Code, files, arguments.
const REFUSALS: &[(&str, Files, &[&str])] = &[
    ("command-line", &[], &["bulid"]),
    ("command-line", &[], &["build", "--ouy", "x"]),
    ("command-line", &[], &["new"]),
    ("command-line", &[], &["new", "o12", "report", "two"]),
    ("command-line", &[], &["check", "--format", "xml"]),
    ("command-line", &[], &["serve", "--port", "abc"]),
    ("command-line", &[], &["build", "--out"]),
    ("command-line", &[], &["build", "--strict", "--strict"]),
    ("command-line", &[], &["check", "--fix", "--format", "json"]),
    (
        "command-line",
        &[],
        &["build", "--base-url", "www.x.example"],
    ),
    ("command-line", &[], &["new", ""]),
    ("command-line", &[], &["new", "o12", "2566"]),
    ("command-line", &[], &["new", "o12", "--year", "66"]),
    ("command-line", &[], &["init", ""]),
    ("command-line", &[], &["init", "new", "--year", "2023"]),
    ("command-line", &[], &["report", "score", "--year", "66"]),
    (
        "report-refused",
        &[],
        &["report", "score", "--year", "2580"],
    ),
    ("command-line", &[], &["report", "score", "-o", "score.pdf"]),
    (
        "command-line",
        &[],
        &["report", "score", "-o", "score.html"],
    ),
    ("command-line", &[], &["report", "print", "--format", "csv"]),
    (
        "report-refused",
        &[],
        &["report", "score", "-o", "content/score.csv"],
    ),
    (
        "report-refused",
        &[],
        &["report", "score", "-o", "a/b/score.csv"],
    ),
    (
        "report-refused",
        &[],
        &["schema", "site", "-o", "site.toml"],
    ),
    (
        "report-refused",
        &[],
        &["check", "-o", "content/2566/a.txt"],
    ),
    ("command-line", &[], &["check", "-o", "found.csv"]),
    ("not-a-site", &[("site.toml", "(gone)")], &["check"]),
    ("not-a-site", &[], &["build", "--site", "content"]),
    ("output-refused", &[("public/รูป.jpg", "JPG")], &["build"]),
    ("output-refused", &[("public", "แฟ้ม")], &["build"]),
    ("output-refused", &[], &["build", "--out", "content/2566"]),
    ("output-refused", &[], &["build", "--out", "."]),
    (
        "output-refused",
        &[("public/.oit-manifest", "ไม่ใช่รายการ")],
        &["build"],
    ),
    (
        "output-refused",
        &[("public", "link to:content")],
        &["build"],
    ),
    (
        "baseline-refused",
        &[],
        &["build", "--baseline", "checklist.json"],
    ),
    (
        "baseline-refused",
        &[("checklist.json", "<!doctype html>")],
        &["build", "--baseline", "checklist.json"],
    ),
    ("init-refused", &[], &["init", "."]),
    ("init-refused", &[("site.toml", "(gone)")], &["init"]),
    (
        "init-refused",
        &[("content/2566/o1/index.md", "มี\n")],
        &["new", "o1"],
    ),
    (
        "init-refused",
        &[("content/2566/o1/a.md", "มี\n")],
        &["rename", "content/2566/o1/a.md", "aux.md"],
    ),
    ("rollover-refused", &[], &["rollover", "2567", "2566"]),
    ("rollover-refused", &[], &["rollover", "๒๕๖๖", "2566"]),
    ("rollover-refused", &[], &["rollover", "2023", "2024"]),
    ("rollover-refused", &[], &["rollover", "66", "67"]),
    ("rollover-refused", &[], &["rollover", "2566", "2657"]),
    ("rollover-refused", &[], &["rollover", "2564", "2565"]),
];

/// Puts a file of a case into a site. `windows-874:` and `utf-16:` save the rest in that encoding,
/// `xlsx:` makes a workbook with sheets of these names, `1100 lines:` repeats a line, `link to:` makes
/// a symbolic link, `(gone)` takes away what [`SiteTest::new`] has put there.
fn put(site: &SiteTest, path: &str, text: &str) {
    if text == "(gone)" {
        let path = site.path(path);
        let removed = if path.is_dir() {
            fs::remove_dir_all(path)
        } else {
            fs::remove_file(path)
        };
        removed.unwrap();
    } else if let Some(text) = text.strip_prefix("windows-874:") {
        site.write(path, text.chars().map(windows_874).collect::<Vec<u8>>());
    } else if let Some(text) = text.strip_prefix("utf-16:") {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        site.write(path, units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    } else if text == "%PDF" && path.ends_with(".pdf") {
        // Each its own, since two of the same content would be a finding.
        let letters = path
            .bytes()
            .flat_map(|byte| [b'a' + byte / 16, b'a' + byte % 16]);
        site.write(path, pdf(&letters.map(char::from).collect::<String>()));
    } else if text == "(picture)" {
        site.write(path, picture(path));
    } else if let Some(text) = text.strip_prefix("%PDF of:") {
        site.write(path, pdf(text));
    } else if let Some(name) = text.strip_prefix("fixture:") {
        site.write(path, evidence_fixture(name));
    } else if let Some(name) = text.strip_prefix("half of:") {
        let bytes = evidence_fixture(name);
        site.write(path, &bytes[..bytes.len() / 2]);
    } else if let Some(megabytes) = text.strip_prefix("megabytes:") {
        site.write(path, vec![b' '; megabytes.parse::<usize>().unwrap() << 20]);
    } else if let Some(megabytes) = text.strip_prefix("photograph of megabytes:") {
        let mut bytes = evidence_fixture("photo.jpg");
        // What cameras write behind the end of a picture does no harm.
        bytes.resize(megabytes.parse::<usize>().unwrap() * 1_000_000, 0);
        site.write(path, bytes);
    } else if let Some(text) = text.strip_prefix("one bad byte:") {
        let bytes = text
            .bytes()
            .map(|byte| if byte == b'?' { 0xb1 } else { byte });
        site.write(path, bytes.collect::<Vec<u8>>());
    } else if let Some(text) = text.strip_prefix("zip of:") {
        site.write(path, archive(&[("รายชื่อ.txt", text)]));
    } else if let Some(rows) = text.strip_prefix("cells:") {
        site.write(path, raw_workbook(rows));
    } else if let Some(names) = text.strip_prefix("xlsx:") {
        site.write(path, workbook(names));
    } else if let Some(line) = text.strip_prefix("1100 lines:") {
        site.write(path, line.repeat(1100));
    } else if let Some(target) = text.strip_prefix("link to:") {
        site.write(path, "");
        fs::remove_file(site.path(path)).unwrap();
        link(target, &site.path(path));
    } else {
        site.write(path, text);
    }
}

/// As much of a picture as tells its kind; each its own.
fn picture(path: &str) -> Vec<u8> {
    let start: &[u8] = match path.rsplit('.').next() {
        Some("png") => b"\x89PNG\r\n\x1a\n",
        Some("gif") => b"GIF89a",
        _ => b"\xff\xd8\xff\xe0",
    };
    [start, path.as_bytes()].concat()
}

/// An archive of texts.
fn archive(members: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in members {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A workbook with these rows, as other programs than Excel write them.
fn raw_workbook(rows: &str) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
    let book = std::io::Cursor::new(workbook("ก"));
    let mut book = zip::ZipArchive::new(book).unwrap();
    let mut made = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..book.len() {
        let mut part = book.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name.ends_with("sheet1.xml") {
            bytes = sheet.clone().into_bytes();
        }
        let options = zip::write::SimpleFileOptions::default();
        made.start_file(name, options).unwrap();
        made.write_all(&bytes).unwrap();
    }
    made.finish().unwrap().into_inner()
}

/// A workbook with a small table in each sheet.
fn workbook(names: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for name in names.split(',') {
        let sheet = book.add_worksheet();
        sheet.set_name(name).unwrap();
        sheet.write_row(0, 0, ["ก", "ข"]).unwrap();
        sheet.write_row(1, 0, [1, 2]).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn windows_874(letter: char) -> u8 {
    match u32::from(letter) {
        thai @ 0x0e01..=0x0e5b => u8::try_from(thai - 0x0e00 + 0xa0).unwrap(),
        ascii => u8::try_from(ascii).unwrap(),
    }
}

#[cfg(unix)]
fn link(target: &str, path: &Path) {
    std::os::unix::fs::symlink(target, path).unwrap();
}

#[cfg(not(unix))]
fn link(_: &str, _: &Path) {
    unreachable!("such cases are left out here");
}

/// Whether this system can have such files.
fn can_be_made(files: &[(&str, &str)]) -> bool {
    let is_link = |(_, text): &(&str, &str)| text.starts_with("link to:");
    cfg!(unix) || !files.iter().any(is_link)
}

/// Every case that can be set up on this system. Names that Windows cannot keep it cannot keep here either.
fn cases() -> Vec<&'static Case> {
    TABLES
        .iter()
        .copied()
        .flatten()
        .filter(|case| can_be_made(case.files) && (cfg!(unix) || case.code != "windows-name"))
        .collect()
}

fn site_with(files: &[(&str, &str)]) -> SiteTest {
    let site = SiteTest::new();
    for (path, text) in files {
        put(&site, path, text);
    }
    site
}

fn check(site: &SiteTest, language: &str) -> (Run, Vec<Finding>) {
    let run = site.run(&["check", "--format", "json", "--lang", language]);
    assert!(matches!(run.code, 0 | 1), "{run:?}");
    let found = findings(&run.stdout);
    (run, found)
}

/// Code and place of findings, as lines to compare.
fn lines(found: &[Finding]) -> Vec<String> {
    let mut lines: Vec<String> = found
        .iter()
        .map(|f| format!("{} {}", f.at, f.code))
        .collect();
    lines.sort();
    lines
}

/// Fails with every fault at once.
#[track_caller]
fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults\n\n{}",
        faults.len(),
        faults.join("\n\n")
    );
}

#[test]
fn every_case_gives_its_findings_and_no_others() {
    let faults: Vec<String> = cases().par_iter().filter_map(|case| exact(case)).collect();
    none(&faults);
}

/// What is wrong with the findings of a case.
fn exact(case: &Case) -> Option<String> {
    let site = site_with(case.files);
    let (run, found) = check(&site, "th");
    let more = case.more.iter().map(|(code, at)| format!("{at} {code}"));
    let mut expected: Vec<String> = more.chain([format!("{} {}", case.at, case.code)]).collect();
    expected.sort();
    let errors = found.iter().any(|finding| finding.severity == "error");
    let right = lines(&found) == expected && (run.code == 1) == errors;
    (!right).then(|| {
        let told: Vec<String> = found
            .iter()
            .map(|f| format!("{} {}: {}", f.at, f.code, f.message))
            .collect();
        format!(
            "{:?}\nexpected {expected:#?}\nfound    {told:#?} exit {}",
            case.files, run.code
        )
    })
}

#[test]
fn a_missing_item_says_why_in_the_checklist() {
    let faults: Vec<String> = REASONS
        .par_iter()
        .filter_map(|(code, files, item)| {
            let site = site_with(files);
            let found = site.findings();
            site.build();
            let item = site.item(item);
            let reasons: Vec<&str> = item["reasons"]
                .as_array()
                .unwrap()
                .iter()
                .map(|r| r["code"].as_str().unwrap())
                .collect();
            let right = reasons == [*code] && item["status"] == "missing";
            let never = found.iter().all(|finding| finding.code != *code);
            (!right || !never).then(|| format!("{code} {files:?}: {item} {found:?}"))
        })
        .collect();
    none(&faults);
}

#[test]
fn a_refused_command_says_why_and_changes_nothing() {
    let faults: Vec<String> = REFUSALS
        .par_iter()
        .filter(|(_, files, _)| can_be_made(files))
        .flat_map(|refusal| [("th", refusal), ("en", refusal)])
        .filter_map(|(language, (code, files, arguments))| {
            let site = site_with(files);
            let before = tree(site.root());
            let mut arguments = arguments.to_vec();
            arguments.extend(["--lang", language]);
            let run = site.run(&arguments);
            let unchanged = tree(site.root()) == before;
            let named = run.stderr.contains(&format!("[{code}]"));
            let spoken = run.stderr.chars().any(is_thai) == (language == "th");
            let right = run.code == 2 && named && spoken && unchanged;
            (!right).then(|| format!("{code} {arguments:?} unchanged: {unchanged} {run:?}"))
        })
        .collect();
    none(&faults);
}

#[test]
fn every_code_has_a_case() {
    let cases = TABLES.iter().copied().flatten().map(|case| case.code);
    let reasons = REASONS.iter().map(|(code, ..)| *code);
    let refusals = REFUSALS.iter().map(|(code, ..)| *code);
    let elsewhere = [
        crate::publishing::drift::CODES.as_slice(),
        crate::publishing::changed::CODES.as_slice(),
        crate::fix::CODES,
    ];
    let tested = cases
        .chain(reasons)
        .chain(refusals)
        .chain(elsewhere.concat());
    let tested: BTreeSet<&str> = tested.collect();
    let known: BTreeSet<&str> = oit::problem::codes().into_iter().collect();
    assert_eq!(tested, known);
    assert_eq!(
        known.len(),
        oit::problem::codes().len(),
        "a code is listed twice"
    );
}

#[test]
fn the_corpus_holds_several_mistakes_of_a_rule() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for case in TABLES.iter().copied().flatten() {
        *counts.entry(case.code).or_default() += 1;
    }
    let single: Vec<_> = counts.iter().filter(|(_, count)| **count < 2).collect();
    assert!(single.is_empty(), "{single:?}");
    assert!(counts.values().sum::<usize>() >= 120, "{counts:?}");
}

#[test]
fn every_code_speaks_both_languages() {
    let faults: Vec<String> = cases()
        .par_iter()
        .flat_map(|case| {
            let site = site_with(case.files);
            let (thai, english) = (check(&site, "th").1, check(&site, "en").1);
            let mut faults = languages(&thai, &english);
            if lines(&thai) != lines(&english) {
                faults.push(format!("{thai:?}\n{english:?}"));
            }
            faults
        })
        .collect();
    let faults: BTreeSet<String> = faults.into_iter().collect();
    none(&faults.into_iter().collect::<Vec<_>>());
}

#[test]
fn text_and_json_name_the_same_place() {
    let faults: Vec<String> = cases()
        .par_iter()
        .flat_map(|case| {
            let site = site_with(case.files);
            let found = check(&site, "en").1;
            let text = site.run(&["check", "--lang", "en"]).stderr;
            let untold = found
                .iter()
                .filter(|finding| !told(&text, &finding.code, &finding.at));
            untold
                .map(|finding| format!("{} {}\n{text}", finding.at, finding.code))
                .collect::<Vec<_>>()
        })
        .collect();
    none(&faults);
}

#[test]
fn two_folders_of_one_year_are_an_error() {
    let site = site_with(&[
        (
            "content/2566/o6/index.md",
            "+++\ncomponents = [1]\n+++\nกฎหมาย\n",
        ),
        (
            "content/๒๕๖๖/o6/index.md",
            "+++\ncomponents = [1]\n+++\nกฎหมาย\n",
        ),
    ]);
    let (run, found) = check(&site, "th");
    let build = site.run(&["build"]);
    assert!(matches!(build.code, 0 | 1), "{build:?}");
    assert_eq!(run.code, 1, "{found:?}");
    assert!(
        found.iter().any(|finding| finding.at == "content/๒๕๖๖:1:1"),
        "{found:?}"
    );
}

fn languages(thai: &[Finding], english: &[Finding]) -> Vec<String> {
    let mut faults = Vec::new();
    for finding in thai.iter().chain(english) {
        if finding.message.trim().is_empty() || finding.help.trim().is_empty() {
            faults.push(format!("says nothing: {finding:?}"));
        }
    }
    for finding in thai {
        // What is to be typed may be all there is to say, but never in English words.
        if !finding.message.chars().any(is_thai) || !finding.help.chars().any(is_thai) {
            faults.push(format!("not in Thai: {finding:?}"));
        }
    }
    for finding in english {
        let message = match finding.code.as_str() {
            // The framework's own words for the component.
            "component-not-shown" => finding.message.split(": ").next().unwrap_or_default(),
            _ => &finding.message,
        };
        let english = finding
            .help
            .chars()
            .any(|letter| letter.is_ascii_alphabetic());
        if without_quotes(message).chars().any(is_thai) || !english {
            faults.push(format!("not in English: {finding:?}"));
        }
    }
    faults
}

/// A sentence without what it quotes from the webmaster, in backticks or quotation marks.
fn without_quotes(text: &str) -> String {
    let outside = |text: &str, sign| text.split(sign).step_by(2).collect::<Vec<_>>().join(" ");
    outside(&outside(text, '`'), '"')
}

#[test]
fn every_code_is_in_the_manual() {
    let manual = fs::read_to_string(repository().join("docs/diagnostics.md")).unwrap();
    let mut headings: Vec<&str> = Vec::new();
    let mut in_example = false;
    for line in manual.lines() {
        if line.trim_start().starts_with("```") {
            in_example = !in_example;
        } else if let Some(heading) = line.strip_prefix("## ").filter(|_| !in_example) {
            headings.push(heading.trim());
        }
    }
    headings.sort_unstable();
    let mut codes = oit::problem::codes();
    codes.sort_unstable();
    assert_eq!(headings, codes);
}

/// A good site.
#[rustfmt::skip]
const GOOD: Files = &[
    ("content/2566/o27/index.md", "+++\n\
         components = [1, 2]\n\
         +++\n\
         แนวปฏิบัติ\n"),
    ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         units = { clerk = \"สำนักปลัด\" }\n"),
    ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ("content/2566/o2/index.toml", "components = [1, 2]\n\
         [[data.executives]]\n\
         name = \"ก\"\n"),
    ("content/2566/o3/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ("content/2566/o14/index.md", "+++\n\
         components = [1, 2, 3]\n\
         +++\n\
         คู่มือ\n"),
    ("content/2566/o3/qa.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ("content/2566/o11/index.md", "+++\n\
         period = \"2566\"\n\
         components = [1, 2, 3]\n\
         +++\n\
         แผน\n"),
    ("content/2566/o15/manual.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1, 2, 3]\n\
         +++\n\
         เนื้อหา\n"),
    ("content/2566/o27/guide.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"2566-01-31\"\n\
         components = [1]\n\
         +++\n\
         เนื้อหา\n"),
    ("content/pages/about.md", "+++\n\
         title = \"ก\"\n\
         +++\n\
         เนื้อหา\n"),
];

/// The same after a bad day: ten of its files, saved with twenty mistakes.
#[rustfmt::skip]
const BAD: Files = &[
    ("site.toml", "title = \"ทดสอบ\"\n\
         base_url = \"https://x.example/\"\n\
         fiscal_year = 2566\n\
         accent = \"เขียว\"\n\
         max_file_mb = 0\n\
         units = { clerk = \"สำนักปลัด\" }\n"),
    ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         titel = \"กฎหมาย\"\n\
         unit = [\"clerk\", \"กองช่าง\"]\n\
         allow = [{ reason = \"กู้ที่\", code = \"stubb\" }]\n\
         +++\n\
         กฎหมาย\n"),
    ("content/2566/o2/index.toml", "\u{feff}components = [1, 2]\r\n\
         data.executives = [{ name = \"นายกู้ ที่ดี\", group = \"นายก\", photo = \"นายก.jpg\" }]\r\n"),
    ("content/2566/o3/plan.md", "+++\n\
         title = \"ประกาศ\"\n\
         date = \"๓๑ ม.ค. ๖๖\"\n\
         components = [1]\n\
         period = \"ปี 2566\"\n\
         +++\n\
         เนื้อหา\n"),
    ("content/2566/o14/index.md", "+++\n\
         components = [1, 2, 3]\n\
         +++\n\
         ## ขั้นตอนที่ ๑\n\
         \n\
         ดูคู่มือ[กู้ที่](manual.pdf) และ[กู้ยืม](#ขั้นตอนที่-๒)\n"),
    ("content/2566/o3/qa.md", "+++\n\
         title = \"ถามตอบ\"\n\
         components = [1]\n\
         +++\n\
         ถามได้ที่ <a href=\"javascript:history.back()\">หน้านี้</a>\n"),
    ("content/2566/o11/index.md", "+++\r\n\
         period = \"2566\"\r\n\
         components = [1, 2, 3, 9]\r\n\
         also = [\"o99\"]\r\n\
         data.projects = [{ name = \"ขุดบ่อน้ำกู้ที่\", budget = \"ห้าหมื่น\" }]\r\n\
         +++\r\n\
         แผน\r\n"),
    ("content/2566/o15/manual.md", "windows-874:+++\n\
         title = \"คู่มือ\"\n\
         date = \"2566-01-31\"\n\
         +++\n\
         เนื้อหา\n"),
    ("content/2566/o27/guide.md", "---\n\
         title: แนวปฏิบัติ\n\
         date: 2566-01-31\n\
         ---\n\
         เนื้อหา\n"),
    ("content/pages/about.md", "\u{feff}+++\n\
         title = \" \"\n\
         +++\n\
         ดู [ผู้ใหญ่บ้าน](../../../ลับ.pdf)\n"),
];

/// The twenty, and where they stand.
#[rustfmt::skip]
const TWENTY: [(&str, &str); 20] = [
    ("bad-accent", "site.toml:4:10"),
    ("out-of-range", "site.toml:5:15"),
    ("unknown-key", "content/2566/o6/index.md:3:1"),
    ("unknown-unit", "content/2566/o6/index.md:4:18"),
    ("unknown-code", "content/2566/o6/index.md:5:38"),
    ("bad-choice", "content/2566/o2/index.toml:2:53"),
    ("file-not-found", "content/2566/o2/index.toml:2:69"),
    ("bad-date", "content/2566/o3/plan.md:3:8"),
    ("bad-period", "content/2566/o3/plan.md:5:10"),
    ("broken-link", "content/2566/o14/index.md:6:18"),
    ("broken-anchor", "content/2566/o14/index.md:6:42"),
    ("missing-key", "content/2566/o3/qa.md:2:1"),
    ("unsafe-link", "content/2566/o3/qa.md:5:20"),
    ("component-out-of-range", "content/2566/o11/index.md:3:24"),
    ("unknown-item", "content/2566/o11/index.md:4:9"),
    ("wrong-type", "content/2566/o11/index.md:5:55"),
    ("not-utf8", "content/2566/o15/manual.md:2:10"),
    ("yaml-front-matter", "content/2566/o27/guide.md:1:1"),
    ("empty-value", "content/pages/about.md:2:9"),
    ("outside-site", "content/pages/about.md:4:18"),
];

#[test]
fn twenty_mistakes_in_ten_files() {
    let site = site_with(GOOD);
    site.build();
    assert_eq!(
        lines(&site.findings()),
        Vec::<String>::new(),
        "the site was good"
    );
    let public = site.path("public");
    let (pages, changed) = (tree(&public), times(&public));
    for (path, text) in BAD {
        put(&site, path, text);
    }
    let mut expected: Vec<String> = TWENTY
        .iter()
        .map(|(code, at)| format!("{at} {code}"))
        .collect();
    expected.sort();
    for language in ["th", "en"] {
        let (run, found) = check(&site, language);
        assert_eq!(
            (lines(&found), run.code),
            (expected.clone(), 1),
            "{found:#?}"
        );
        for command in ["check", "build"] {
            let run = site.run(&[command, "--lang", language]);
            assert_eq!(run.code, 1, "{run:?}");
            for (code, at) in TWENTY {
                assert!(
                    told(&run.stderr, code, at),
                    "{code} at {at}:\n{}",
                    run.stderr
                );
            }
        }
    }
    assert_eq!(tree(&public), pages, "pages of the good build");
    assert_eq!(times(&public), changed, "their times");
}

/// Whether text for people tells a code and, below it, the place. Of what has no text to show, such
/// as a folder, it tells the path alone.
fn told(text: &str, code: &str, at: &str) -> bool {
    let code = format!("[{code}]");
    let places = [
        format!("--> {at}"),
        format!("--> {}", at.trim_end_matches(":1:1")),
    ];
    text.split("\n\n").any(|picture| {
        let place = picture
            .lines()
            .find(|line| line.trim_start().starts_with("-->"));
        picture.contains(&code)
            && place.is_some_and(|line| places.contains(&line.trim().to_owned()))
    })
}

#[test]
fn the_caret_sits_under_the_thai_letter() {
    let site = SiteTest::new();
    let front = "files = [{ title = \"กู้ที่ดินเพื่อน้ำท่วม\", path = \"ผู้ใหญ่.pdf\" }]";
    let body = "**หมายเหตุ:**ตามที่กู้ยืมน้ำมัน ดู [ที่นี่](ผู้นำ.pdf) แล้ว";
    let text = format!("+++\r\ncomponents = [1]\r\n{front}\r\n+++\r\n{body}\r\n");
    site.write("content/2566/o6/index.md", text);
    let run = site.run(&["check", "--lang", "th", "--color", "never"]);
    for (line, fault) in [(front, "\"ผู้ใหญ่.pdf\""), (body, "ผู้นำ.pdf")] {
        let shown: Vec<&str> = run.stderr.lines().collect();
        let at = shown.iter().position(|shown| shown.contains(line)).unwrap();
        let before = shown[at].split(fault).next().unwrap();
        let caret = shown[at + 1].split('^').next().unwrap();
        assert_eq!(columns(caret), columns(before), "{}", run.stderr);
        assert_eq!(
            shown[at + 1].matches('^').count(),
            columns(fault),
            "{}",
            run.stderr
        );
    }
}

/// How many columns a terminal gives a text: marks above and below a letter take none.
fn columns(text: &str) -> usize {
    let mark = |letter| matches!(letter, '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}');
    text.chars().filter(|letter| !mark(*letter)).count()
}

#[test]
fn every_prefix_of_a_file_is_survived() {
    let content = repository().join("content/2566");
    for item in ["o12", "o21"] {
        let site = SiteTest::new();
        let mut documents: Vec<_> = fs::read_dir(content.join(item))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        documents.retain(|found| {
            found
                .path()
                .extension()
                .is_some_and(|ending| ending == "md")
        });
        for found in documents {
            let text = fs::read_to_string(found.path()).unwrap();
            let name = found
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned();
            for part in prefixes(&text, 37) {
                site.write(
                    &format!("content/2566/{item}/{name}-{}.md", part.len()),
                    part,
                );
            }
        }
        survives(&site);
    }
    let settings = fs::read_to_string(repository().join("site.toml")).unwrap();
    prefixes(&settings, 37).into_par_iter().for_each(|part| {
        let site = SiteTest::empty();
        site.write("site.toml", part);
        survives(&site);
    });
    let framework = fs::read_to_string(repository().join("src/frameworks/2566.toml")).unwrap();
    let site = SiteTest::new();
    for (at, part) in prefixes(&framework, 1999).into_iter().enumerate() {
        site.write(&format!("content/{}/framework.toml", 2600 + at), part);
    }
    survives(&site);
}

/// A text cut off every `step` bytes, between two letters.
fn prefixes(text: &str, step: usize) -> Vec<&str> {
    let letters = |end: &usize| text.is_char_boundary(*end);
    let ends = (0..text.len())
        .step_by(step)
        .map(|end| (0..=end).rev().find(letters).unwrap_or(0));
    ends.map(|end| &text[..end]).collect()
}

/// A run on a site ends as the contract says, whatever the site holds.
fn survives(site: &SiteTest) {
    for language in ["th", "en"] {
        let run = site.run(&["check", "--lang", language]);
        assert!(matches!(run.code, 0 | 1), "{} {}", run.code, run.stderr);
        assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
    }
}
