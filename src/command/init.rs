//! `oit init`: `site.toml`, `new` for every item of the framework, and the files that publish.

use std::path::Path;

use super::ci::Pipeline;
use super::new::new_folder;
use super::place::refuse_impossible;
use super::scaffold::Scaffold;
use super::voice::Voice;
use super::{Ending, Result, as_of, mistyped, refused, shown, taken, year_argument};
use crate::cli::{Common, InitArguments};
use crate::files::path_text;
use crate::model::config::{PLACEHOLDER_BASE, PLACEHOLDER_NAME};
use crate::model::{Date, FiscalYear, Framework, Recorded};
use crate::parse::framework::{built_in, built_in_years, framework, newest_built_in};
use crate::parse::quoted::quoted;
use crate::problem::{FolderFault, TypedSlip};
use crate::publish::NewFiles;
use crate::read::{SITE_FILE, exists, is_site};

/// Published files are made anew by every build, so they do not belong in version control.
const GITIGNORE: &str = "/public/\n";

/// The home page's text. It names nobody: the theme shows the name that `site.toml` has.
const HOME: &str = "ข้อมูลสาธารณะตามแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)\n";

/// Pages that every site owes its readers. Drafts, because only the agency knows whether they are true of it.
const PAGES: [(&str, &str); 2] = [
    ("accessibility.md", include_str!("init/accessibility.md")),
    ("website-policy.md", include_str!("init/website-policy.md")),
];

pub(super) fn init(voice: &Voice, common: &Common, wanted: &InitArguments) -> Result {
    let folder = wanted.folder.as_path();
    if folder.as_os_str().is_empty() {
        let (name, example) = ("FOLDER", "oit init website");
        return Err(mistyped(TypedSlip::Empty { name, example }));
    }
    refuse_impossible("oit init", folder)?;
    // A site that is there gets the files it lacks, when nothing else is asked for.
    let only_ci = wanted.agency.is_none() && wanted.year.is_none() && is_site(folder);
    let pipeline = Pipeline::of(wanted)?;
    if let Some(pipeline) = pipeline.as_ref().filter(|_| only_ci) {
        let mut files = NewFiles::default();
        write_ci(&mut files, folder, pipeline)?;
        files.keep();
        pipeline.report(voice, &shown(&pipeline.path(folder)));
        return Ok(Ending::Fine);
    }
    let date = as_of(common)?;
    let now = FiscalYear::of(date);
    let year = match &wanted.year {
        Some(text) => year_argument(text)?,
        None => newest_built_in(now).ok_or_else(|| refused(FolderFault::NoYear))?,
    };
    let Some(framework) = known_framework(year) else {
        let newest = newest_built_in(year).filter(|newest| *newest < year);
        return Err(refused(FolderFault::UnknownYear {
            year: year.to_string(),
            meant: None,
            start: newest.map(FiscalYear::number),
        }));
    };
    let mut made = vec![folder.join(SITE_FILE), folder.join("content")];
    made.extend(pipeline.as_ref().map(|pipeline| pipeline.path(folder)));
    if let Some(path) = made.into_iter().find(|path| exists(path)) {
        return Err(taken(&path));
    }
    let agency = wanted.agency.as_deref();
    let mut files = NewFiles::default();
    write_site(&mut files, folder, agency, &framework, date)?;
    if let Some(pipeline) = &pipeline {
        write_ci(&mut files, folder, pipeline)?;
    }
    files.keep();
    report(voice, folder, agency, &framework);
    if wanted.year.is_none() {
        of_today(voice, folder, year, now);
    }
    how_much_is_known(voice, &framework);
    if let Some(pipeline) = &pipeline {
        pipeline.report(voice, &shown(&pipeline.path(folder)));
    }
    Ok(Ending::Fine)
}

fn write_ci(files: &mut NewFiles, folder: &Path, pipeline: &Pipeline) -> Result<()> {
    let path = pipeline.path(folder);
    if files.create(&path, &pipeline.text())? {
        Ok(())
    } else {
        Err(taken(&path))
    }
}

fn write_site(
    files: &mut NewFiles,
    folder: &Path,
    agency: Option<&str>,
    framework: &Framework,
    date: Date,
) -> Result<()> {
    let year = framework.fiscal_year;
    let agency = agency.unwrap_or(PLACEHOLDER_NAME);
    files.create(&folder.join(SITE_FILE), &site_toml(agency, year))?;
    files.create(&folder.join(".gitignore"), GITIGNORE)?;
    files.create(&folder.join("content").join("index.md"), HOME)?;
    for (name, text) in PAGES {
        files.create(&folder.join("content/pages").join(name), text)?;
    }
    for (_, _, item) in framework.items() {
        let scaffold = Scaffold {
            item,
            year,
            title: None,
            date,
            draft: true,
        };
        let path = new_folder(folder, year, item.number).join("index.md");
        files.create(&path, &scaffold.text())?;
    }
    Ok(())
}

fn report(voice: &Voice, folder: &Path, agency: Option<&str>, framework: &Framework) {
    let count = framework.items().count();
    let year = framework.fiscal_year;
    let first = framework.items().next();
    let first = first.map(|(_, _, item)| new_folder(Path::new(""), year, item.number));
    let first = first.unwrap_or_default().join("index.md");
    let first = path_text(&first);
    let at = path_text(folder);
    let enter = if folder == Path::new(".") {
        String::new()
    } else {
        voice.say(
            format!("เข้าโฟลเดอร์ {at} แล้ว"),
            format!("go into {at}, then "),
        )
    };
    let names = voice.say("title, name และ ", "title, name and ");
    let names = agency.map_or(names, |_| "");
    voice.tell(
        format!(
            "สร้างเว็บไซต์ปี {year} ใน {at} แล้ว มีฉบับร่าง {count} ข้อ\n\
             ขั้นต่อไป\n\
             \x20 1. {enter}แก้ {SITE_FILE}: {names}base_url เป็นค่าจริง และกรอก [agency]\n\
             \x20 2. เขียนข้อแรก เช่น {first} ลบบรรทัด draft แล้วกรอก\n\
             \x20 3. สั่ง oit check แล้ว oit build"
        ),
        format!(
            "made a site for {year} in {at} with {count} drafts\n\
             next\n\
             \x20 1. {enter}edit {SITE_FILE}: the true {names}base_url, and [agency]\n\
             \x20 2. write the first item, such as {first}: remove the line draft and fill it in\n\
             \x20 3. run oit check, then oit build"
        ),
    );
}

/// Says that the list of the year of today is not known, and what to do when it is.
fn of_today(voice: &Voice, folder: &Path, year: FiscalYear, now: FiscalYear) {
    if year == now {
        return;
    }
    let at = path_text(folder);
    voice.tell(
        format!(
            "\nขณะนี้เป็นปีงบประมาณ {now} แต่โปรแกรมนี้ยังไม่มีรายการข้อของปี {now} จึงใช้ของปี {year} ซึ่งใหม่ที่สุดที่มี\n\
             \x20 เมื่อประกาศรายการของปี {now} แล้ว ใช้โปรแกรมรุ่นที่มีปีนั้น หรือวาง content/{now}/framework.toml\n\
             \x20 แล้วสั่ง oit rollover {year} {now} ในโฟลเดอร์ {at}"
        ),
        format!(
            "\nthis is fiscal year {now}, but no item list of {now} is known: that of {year} is used, the newest there is\n\
             \x20 when the list of {now} is announced, use a release that has it, or put it into content/{now}/framework.toml,\n\
             \x20 then run oit rollover {year} {now} in {at}"
        ),
    );
}

/// Says where a list is not whole, and which one is.
fn how_much_is_known(voice: &Voice, framework: &Framework) {
    let year = framework.fiscal_year;
    let all = framework.items().count();
    let known = framework
        .items()
        .filter(|(_, _, item)| item.records_components);
    let known = known.count();
    let mut whole = built_in_years().into_iter().rev();
    let whole = whole.find(|year| {
        let framework = known_framework(*year);
        framework.is_some_and(|framework| framework.records_components() == Recorded::All)
    });
    let Some(whole) = whole.filter(|_| known < all) else {
        return;
    };
    let (thai, english) = if framework.is_provisional {
        (" และยังไม่ยืนยันกับคู่มือของปีนี้", ", and it is not confirmed")
    } else {
        ("", "")
    };
    voice.tell(
        format!(
            "\nรายการของปี {year} บันทึกองค์ประกอบไว้ {known} จาก {all} ข้อ{thai} ข้อที่เหลือโปรแกรมตรวจได้เฉพาะว่ามีเอกสารและช่วงเวลาถูก\n\
             \x20 ปีที่บันทึกองค์ประกอบครบทุกข้อคือ oit init โฟลเดอร์ --year {whole}"
        ),
        format!(
            "\nthe list of {year} has the components of {known} of {all} items{english}: of the others only documents and periods are checked\n\
             \x20 the list whose components are all recorded is oit init FOLDER --year {whole}"
        ),
    );
}

/// The tree of a built-in year.
pub(super) fn known_framework(year: FiscalYear) -> Option<Framework> {
    let (path, text) = built_in(year)?;
    Some(framework(&path, &text, year).0)
}

fn site_toml(agency: &str, year: FiscalYear) -> String {
    let name = quoted(agency);
    format!(
        "title = {name}\n\
         base_url = \"{PLACEHOLDER_BASE}\"   # แก้เป็นที่อยู่จริงของเว็บไซต์\n\
         fiscal_year = {year}\n\
         # accent = \"#1d5c3a\"                     # สีหลักของเว็บไซต์\n\
         # logo = \"seal.png\"                      # ไฟล์ตราของหน่วยงาน วางข้างไฟล์นี้\n\
         \n\
         [agency]\n\
         name = {name}\n\
         district = \"\"\n\
         province = \"\"\n\
         ministry = \"กระทรวงมหาดไทย\"\n\
         kind = \"องค์กรปกครองส่วนท้องถิ่น\"\n\
         address = \"\"\n\
         phone = \"\"\n\
         fax = \"\"\n\
         email = \"\"\n\
         map = \"\"\n\
         \n\
         [units]                                   # หน่วยงานผู้รับผิดชอบ: รหัส = \"ชื่อ\" ลบบรรทัดที่ไม่มี\n\
         clerk = \"สำนักปลัด\"\n\
         strategy = \"กองยุทธศาสตร์และงบประมาณ\"\n\
         finance = \"กองคลัง\"\n\
         works = \"กองช่าง\"\n\
         health = \"กองสาธารณสุขและสิ่งแวดล้อม\"\n\
         education = \"กองการศึกษา\"\n\
         welfare = \"กองสวัสดิการสังคม\"\n\
         audit = \"หน่วยตรวจสอบภายใน\"\n"
    )
}
