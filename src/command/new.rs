//! `oit new`: a document with the item's own keys.

use std::path::{Path, PathBuf};

use super::scaffold::Scaffold;
use super::voice::Voice;
use super::{
    Ending, Result, as_of, load_once, mistyped, options, refused, shown, site_folder, taken,
    unknown_item, unknown_year, year_argument,
};
use crate::cli::{Common, NewArguments};
use crate::model::{FiscalYear, ItemDefinition, ItemNumber, Site, item_said, typed_date};
use crate::parse::framework::newest_built_in;
use crate::problem::{FolderFault, TypedSlip};
use crate::publish::NewFiles;
use crate::read::exists;
use crate::thai::numeral::to_arabic;

pub(super) fn new(voice: &Voice, common: &Common, wanted: &NewArguments) -> Result {
    let root = site_folder(common)?;
    let title = title_argument(wanted.title.as_deref())?;
    let options = options(common, None, false)?;
    let site = load_once(&root, &options).site;
    let place = ItemPlace::of(&site, &wanted.item, wanted.year.as_deref())?;
    let folder = place.folder(&root, &site);
    let date = as_of(common)?;
    let path = match title {
        None => folder.join("index.md"),
        Some(_) => free_name(&folder, &typed_date(date)),
    };
    let lead = site
        .item(place.year, place.number())
        .and_then(|item| item.lead);
    if let (None, Some(lead)) = (title, lead) {
        // It may be an index.toml, or INDEX.md.
        return Err(taken(Path::new(&*site.document(lead).path)));
    }
    let scaffold = Scaffold {
        item: place.definition,
        year: place.year,
        title,
        date,
        draft: false,
    };
    let mut files = NewFiles::default();
    if !files.create(&path, &scaffold.text())? {
        return Err(taken(&path));
    }
    files.keep();
    report(voice, &path);
    tell_new_year(voice, &site, place.year);
    Ok(Ending::Fine)
}

/// An item of a year, as it was named.
pub(super) struct ItemPlace<'a> {
    pub(super) year: FiscalYear,
    definition: &'a ItemDefinition,
}

impl<'a> ItemPlace<'a> {
    /// The item with this name, of the year with this name, else of the site's.
    pub(super) fn of(site: &'a Site, item: &str, year: Option<&str>) -> Result<Self> {
        let year = match year {
            Some(text) => year_argument(text)?,
            None => default_year(site).ok_or_else(|| refused(FolderFault::NoYear))?,
        };
        let framework = site.framework(year).ok_or_else(|| unknown_year(year))?;
        let definition = item_said(named(item)?).and_then(|number| framework.item(number));
        match definition {
            Some(definition) => Ok(Self { year, definition }),
            None => Err(unknown_item(framework, item)),
        }
    }

    pub(super) fn number(&self) -> ItemNumber {
        self.definition.number
    }

    /// The item's folder as it is, or as it will be named.
    pub(super) fn folder(&self, root: &Path, site: &Site) -> PathBuf {
        let known = site
            .item(self.year, self.number())
            .and_then(|item| item.folder.as_ref());
        match known {
            Some(folder) => root.join(&**folder),
            None => new_folder(root, self.year, self.number()),
        }
    }
}

fn report(voice: &Voice, path: &Path) {
    let path = shown(path);
    voice.tell(
        format!("สร้างแล้ว: {path}\nขั้นต่อไป: เปิดไฟล์นี้ กรอกและเขียนเนื้อหา แล้วสั่ง oit check"),
        format!("made: {path}\nnext: open it, fill it in and write, then run oit check"),
    );
}

/// A year that the site had not is a whole year of pages, where one document was meant.
pub(super) fn tell_new_year(voice: &Voice, site: &Site, year: FiscalYear) {
    if site.year(year).is_none() && !site.years.is_empty() {
        voice.tell(
            format!("ระวัง: เว็บไซต์นี้ยังไม่มีปี {year} จึงได้ปีใหม่ทั้งปี ข้ออื่นของปีนั้นจะขึ้นว่ายังไม่เผยแพร่ ถ้าพิมพ์ปีผิด ลบโฟลเดอร์ content/{year}"),
            format!("beware: this site had no year {year}; it now has a whole one, whose other items are not published; if that is a slip, delete content/{year}"),
        );
    }
}

/// The title, if it says anything; a year alone was meant as one.
pub(super) fn title_argument(title: Option<&str>) -> Result<Option<&str>> {
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    match title.filter(|title| is_year(title)) {
        Some(year) => {
            let year = year.to_owned();
            Err(mistyped(TypedSlip::YearAsTitle { year }))
        }
        None => Ok(title),
    }
}

/// The item's name, if there is one.
fn named(item: &str) -> Result<&str> {
    if item.trim().is_empty() {
        let (name, example) = ("ITEM", "oit new o12");
        return Err(mistyped(TypedSlip::Empty { name, example }));
    }
    Ok(item)
}

/// Whether a title is nothing but a year, as in `oit new 12 2566`.
fn is_year(title: &str) -> bool {
    let number = to_arabic(title).parse().ok();
    number.and_then(FiscalYear::new).is_some()
}

pub(super) fn default_year(site: &Site) -> Option<FiscalYear> {
    let set = site.config.fiscal_year.as_ref().map(|year| year.value);
    set.or(site.current)
        .or_else(|| newest_built_in(FiscalYear::of(site.as_of)))
}

/// The name of an item's folder that is not there yet.
pub(super) fn new_folder(root: &Path, year: FiscalYear, number: ItemNumber) -> PathBuf {
    root.join("content")
        .join(year.to_string())
        .join(number.folder_name())
}

/// A name by the day: it is ASCII, so the address says something, and never changes.
pub(super) fn free_name(folder: &Path, day: &str) -> PathBuf {
    let mut path = folder.join(format!("{day}.md"));
    let mut count = 2;
    while exists(&path) || exists(&path.with_extension("toml")) {
        path = folder.join(format!("{day}-{count}.md"));
        count += 1;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{ItemNumber, is_year, item_said};

    #[test]
    fn an_item_is_named_as_people_say_it() {
        for text in ["o12", "O12", "12", "๑๒", "ข้อ 12", "ข้อ O๑๒", " O 12 "] {
            assert_eq!(item_said(text), Some(ItemNumber(12)), "{text}");
        }
        for text in ["", "ข้อ", "o", "0", "12.5", "oo12", "2566/o12"] {
            assert_eq!(item_said(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_is_no_title() {
        assert!(is_year("2566") && is_year("๒๕๖๖"));
        assert!(!is_year("แผนปี 2566") && !is_year("12"));
    }
}
