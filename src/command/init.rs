//! `oit init`: `site.toml`, and `new` for every item of the framework.

use std::path::Path;

use anyhow::{Result, anyhow};

use super::new::new_folder;
use super::scaffold::{Scaffold, quoted};
use super::voice::Voice;
use super::{Ending, as_of, year_argument};
use crate::cli::Common;
use crate::diagnostic::Problem;
use crate::model::{FiscalYear, Framework};
use crate::parse::framework::{built_in, built_in_years, framework};
use crate::read::{SITE_FILE, exists};
use crate::write::create;

/// Published files are made anew by every build, so they do not belong in version control.
const GITIGNORE: &str = "/public/\n";

pub(super) fn init(
    voice: &Voice,
    common: &Common,
    folder: &Path,
    agency: Option<&str>,
    year: Option<&str>,
) -> Result<Ending> {
    let year = match year {
        Some(text) => year_argument(text)?,
        None => newest_year().ok_or_else(|| anyhow!("--year ?"))?,
    };
    let Some((path, text)) = built_in(year) else {
        let year = year.to_string();
        return Ok(Ending::Refused(Problem::UnknownYear { year, meant: None }));
    };
    for taken in [SITE_FILE, "content"] {
        let path = folder.join(taken);
        if exists(&path) {
            let path = path.display().to_string();
            return Ok(Ending::Refused(Problem::InitRefused { path }));
        }
    }
    let (framework, _) = framework(&path, &text, year);
    let date = as_of(common)?;
    let agency = agency.unwrap_or("เทศบาลตำบล…");
    create(&folder.join(SITE_FILE), &site_toml(agency, year))?;
    create(&folder.join(".gitignore"), GITIGNORE)?;
    create(&folder.join("content").join("index.md"), &home(agency))?;
    for (_, _, item) in framework.items() {
        let scaffold = Scaffold {
            item,
            year,
            title: None,
            date,
            draft: true,
        };
        let path = new_folder(folder, year, item.number).join("index.md");
        create(&path, &scaffold.text())?;
    }
    report(voice, folder, &framework);
    Ok(Ending::Fine)
}

fn report(voice: &Voice, folder: &Path, framework: &Framework) {
    let count = framework.items().count();
    let (year, folder) = (framework.fiscal_year, folder.display());
    let lines = match voice.language {
        crate::diagnostic::Language::Thai => format!(
            "สร้างเว็บไซต์ปี {year} ใน {folder} แล้ว มีฉบับร่าง {count} ข้อ\n\
             ขั้นต่อไป: แก้ {SITE_FILE} เขียนข้อแรกใน content/{year}/ แล้วสั่ง oit build"
        ),
        crate::diagnostic::Language::English => format!(
            "made a site for {year} in {folder} with {count} drafts\n\
             next: edit {SITE_FILE}, write the first item in content/{year}/, then run oit build"
        ),
    };
    voice.result(&lines);
}

/// The newest built-in year whose components are recorded.
fn newest_year() -> Option<FiscalYear> {
    built_in_years().into_iter().rev().find(|year| {
        built_in(*year).is_some_and(|(path, text)| {
            let (framework, _) = framework(&path, &text, *year);
            framework
                .items()
                .any(|(_, _, item)| !item.components.is_empty())
        })
    })
}

fn site_toml(agency: &str, year: FiscalYear) -> String {
    let name = quoted(agency);
    format!(
        "title = {name}\n\
         base_url = \"https://www.example.go.th/\"   # ที่อยู่จริงของเว็บไซต์\n\
         fiscal_year = {year}\n\
         # accent = \"#1d5c3a\"                     # สีหลักของเว็บไซต์\n\
         \n\
         [agency]\n\
         name = {name}\n\
         district = \"\"\n\
         province = \"\"\n\
         address = \"\"\n\
         phone = \"\"\n\
         fax = \"\"\n\
         email = \"\"\n\
         map = \"\"\n\
         \n\
         [units]                                   # หน่วยงานผู้รับผิดชอบ: รหัส = \"ชื่อ\"\n\
         clerk = \"สำนักปลัด\"\n\
         finance = \"กองคลัง\"\n\
         works = \"กองช่าง\"\n"
    )
}

fn home(agency: &str) -> String {
    let title = quoted(agency);
    format!(
        "+++\ntitle = {title}\n+++\n\n\
         ข้อมูลสาธารณะของ{agency} ตามแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)\n"
    )
}
