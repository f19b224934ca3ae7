//! Folders and files that stand where nothing looks for them, or under a name that cannot be.

use super::language::Language::{self, English, Thai};
use super::meant::Meant;
use crate::model::ItemNumber;

/// What is wrong with the place or the name of a folder or file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum FolderFault {
    UnknownFolder {
        name: String,
        meant: FolderMeant,
    },
    UnknownYear {
        year: String,
        meant: Option<i16>,
        /// A year to begin a new site with, where one is made.
        start: Option<i16>,
    },
    /// A year without a list in a site that has an earlier one: its folder was made or copied by hand.
    YearByHand {
        year: i16,
        from: i16,
    },
    UnknownItem {
        name: String,
        last: Option<ItemNumber>,
    },
    DuplicateItem {
        item: ItemNumber,
        other: String,
    },
    DuplicateDocument {
        other: String,
    },
    StrayFile,
    /// A picture beside the settings, where the seal is.
    PictureBeside {
        name: String,
        has_seal: bool,
    },
    MisplacedDocument,
    DoubleEnding {
        meant: String,
    },
    /// A document under an ending that makes it evidence.
    OtherEnding {
        meant: String,
    },
    /// A shortcut to a file of the computer it was made on.
    Shortcut,
    /// A pointer to a document in a cloud.
    CloudPointer {
        ending: String,
    },
    /// What a program left behind.
    Leftover,
    /// A copy of a document that a cloud or a computer made.
    DocumentCopy {
        /// The name of the document it was copied from.
        original: String,
    },
    WindowsName {
        /// The name as Windows can keep it.
        meant: String,
    },
    AddressClash {
        address: String,
        /// The file that has it too; `None`: a page that the program makes.
        other: Option<String>,
    },
    NoYear,
    OldYear {
        year: i16,
        now: i16,
        /// The newest year with a known list, where that is not the one of today.
        newest: Option<i16>,
    },
    /// An item that is written as people say it.
    ItemMisspelt {
        name: String,
        meant: Meant,
    },
    YearWithoutFolder {
        year: i16,
        /// Whether the folder is there and only its list is not known.
        is_there: bool,
        /// The last year before it that the site has.
        from: Option<i16>,
    },
}

faults! {
    FolderFault {
        Error "unknown-folder":
        Self::UnknownFolder { name, meant: FolderMeant::Move(to) } =>
            (format!("โฟลเดอร์ `{name}` อยู่ผิดที่ จึงไม่ถูกเผยแพร่"), format!("ย้ายสิ่งที่อยู่ข้างในไปไว้ใน {to} แล้วลบโฟลเดอร์นี้")),
            (format!("folder `{name}` is in the wrong place and is not published"), format!("move what is in it to {to}, and delete this folder")),
        Self::UnknownFolder { name, meant: FolderMeant::Copy(original) } =>
            (format!("โฟลเดอร์ `{name}` เป็นสำเนาของ `{original}` จึงไม่ถูกเผยแพร่"),
             format!("นำสิ่งที่ต้องการไปไว้ใน {original} แล้วลบโฟลเดอร์นี้ หรือขึ้นต้นชื่อด้วย _ เพื่อเก็บไว้โดยไม่เผยแพร่")),
            (format!("folder `{name}` is a copy of `{original}` and is not published"),
             format!("move what you want to keep into {original} and delete this folder; or start its name with _ to keep it unpublished")),
        Self::UnknownFolder { name, meant } =>
            (format!("โฟลเดอร์ `{name}` ไม่ใช่ปีงบประมาณ ไม่ใช่ข้อ OIT และไม่ใช่ pages"), meant.rename(Thai)),
            (format!("folder `{name}` is neither a fiscal year nor an OIT item nor `pages`"), meant.rename(English));
        Error "unknown-year":
        Self::UnknownYear { year, meant: Some(meant), start } =>
            (format!("โฟลเดอร์ `{year}` เป็นปี ค.ศ. คลาดไป 543 ปี ควรเป็น พ.ศ. {meant}"),
             begun(Thai, year, *start, format!("เปลี่ยนชื่อโฟลเดอร์จาก {year} เป็น {meant}"))),
            (format!("folder `{year}` is a common-era year, off by 543; {meant} BE is meant"),
             begun(English, year, *start, format!("rename the folder from {year} to {meant}"))),
        Self::UnknownYear { year, meant: None, start } =>
            (format!("ยังไม่มีกรอบตัวชี้วัดของปี {year}"), begun(Thai, year, *start,
             format!("วางไฟล์ framework.toml ของปีนั้นไว้ใน content/{year} หรือตรวจเลขปีในชื่อโฟลเดอร์"))),
            (format!("there is no framework for year {year}"), begun(English, year, *start,
             format!("put that year's framework.toml into content/{year}, or check the number"))),
        Self::YearByHand { year, from } =>
            (format!("ยังไม่มีรายการข้อของปี {year}"),
             format!("ปีใหม่สร้างด้วย oit rollover {from} {year} ซึ่งใส่รายการข้อให้ และยกเฉพาะเอกสารที่ยังใช้ได้มาเป็นฉบับร่าง ถ้าคัดลอกโฟลเดอร์ปีเดิมมา ให้ลบโฟลเดอร์นี้ก่อน ถ้ามีรายการจริงแล้ว วางเป็น content/{year}/framework.toml")),
            (format!("there is no list of items for {year}"),
             format!("oit rollover {from} {year} makes a new year, with a list, and carries what still holds as drafts; delete this folder first if it is a copy of an earlier year; or put the true list into content/{year}/framework.toml"));
        Error "unknown-item":
        Self::UnknownItem { name, last: Some(last) } =>
            (format!("ไม่มีข้อ `{name}` ในกรอบตัวชี้วัดของปีนี้"), format!("ปีนี้มีข้อ o1 ถึง {last} ตรวจเลขข้ออีกครั้ง")),
            (format!("this year's framework has no item `{name}`"),
             format!("this year has items o1 to {last}")),
        Self::ItemMisspelt { name, meant } =>
            (format!("`{name}` ไม่ใช่รูปแบบของข้อ"), meant.help(Thai)),
            (format!("`{name}` is no item as it must be written"), meant.help(English)),
        Self::UnknownItem { name, last: None } =>
            (format!("ไม่มีข้อ `{name}` ในกรอบตัวชี้วัดของปีนี้"), "ตรวจเลขข้ออีกครั้ง"),
            (format!("this year's framework has no item `{name}`"), "check the number");
        Error "duplicate-item": Self::DuplicateItem { item, other } =>
            (format!("ข้อ {item} มีสองโฟลเดอร์ อีกโฟลเดอร์คือ `{other}`"),
             "ย้ายไฟล์ทั้งหมดไปไว้ในโฟลเดอร์เดียว แล้วลบอีกโฟลเดอร์"),
            (format!("item {item} has two folders; the other is `{other}`"),
             "move all files into one of them and delete the other");
        Error "duplicate-document": Self::DuplicateDocument { other } =>
            (format!("เอกสารนี้ใช้ชื่อเดียวกับ `{other}` ซึ่งจะได้ที่อยู่เดียวกัน"), "รวมเป็นไฟล์เดียว หรือเปลี่ยนชื่อไฟล์หนึ่ง"),
            (format!("this document has the same name as `{other}` and would get its address"),
             "merge them, or rename one");
        Warning "stray-file":
        Self::StrayFile =>
            ("ไฟล์นี้ไม่ได้อยู่ในโฟลเดอร์ของข้อใด จึงไม่ถูกเผยแพร่", "ย้ายไปไว้ในโฟลเดอร์ของข้อ เช่น content/2566/o12/"),
            ("this file is in no item's folder and is not published",
             "move it into an item's folder, such as content/2566/o12/"),
        Self::PictureBeside { name, has_seal: false } =>
            ("รูปนี้อยู่ข้าง site.toml จึงไม่ถูกเผยแพร่",
             format!("ถ้าเป็นตราของหน่วยงาน เพิ่มเหนือหัวตาราง [ ] แรกของ site.toml: logo = \"{name}\" ถ้าเป็นหลักฐาน ย้ายไปไว้ในโฟลเดอร์ของข้อ")),
            ("this picture lies beside site.toml and is not published",
             format!("if it is the agency's seal, write logo = \"{name}\" above the first [heading] of site.toml; evidence belongs into an item's folder")),
        Self::PictureBeside { has_seal: true, .. } =>
            ("รูปนี้อยู่ข้าง site.toml และไม่ใช่ตราที่ logo บอก จึงไม่ถูกเผยแพร่",
             "ถ้าเป็นหลักฐาน ย้ายไปไว้ในโฟลเดอร์ของข้อ ถ้าไม่ใช้แล้ว ลบออก"),
            ("this picture lies beside site.toml, is not the seal that logo names, and is not published",
             "evidence belongs into an item's folder; remove it if it is not used");
        Error "misplaced-document": Self::MisplacedDocument =>
            ("เอกสารอยู่ในโฟลเดอร์ย่อย ซึ่งเก็บได้เฉพาะไฟล์หลักฐาน จึงไม่ถูกเผยแพร่", "ย้ายไฟล์ขึ้นมาไว้ในโฟลเดอร์ของข้อโดยตรง"),
            ("a document in a subfolder, which holds evidence files only, is not published",
             "move it up into the item's own folder");
        Error "double-ending":
        Self::DoubleEnding { meant } =>
            (format!("ชื่อไฟล์ลงท้ายซ้ำสองชั้น โปรแกรมจึงไม่เห็นว่าเป็นเอกสาร น่าจะหมายถึง `{meant}`"),
             format!("เปลี่ยนชื่อเป็น {meant} (ใน Notepad ตั้ง บันทึกเป็นชนิด เป็น ไฟล์ทั้งหมด)")),
            (format!("this file's name has a second ending, so it is no document; `{meant}` is probably meant"),
             format!("rename it to {meant} (in Notepad, save as type: all files)")),
        Self::OtherEnding { meant } =>
            (format!("ไฟล์นี้เขียนอย่างเอกสาร แต่นามสกุลไม่ใช่ .md โปรแกรมจึงไม่เห็นว่าเป็นเอกสาร และไม่เผยแพร่ น่าจะหมายถึง `{meant}`"),
             format!("เปลี่ยนชื่อเป็น {meant} ถ้าเป็นไฟล์หลักฐาน ให้บันทึกเป็น PDF")),
            (format!("this file is written as documents are and does not end in .md, so it is no document and is not published; `{meant}` is probably meant"),
             format!("rename it to {meant}; if it is evidence, save it as PDF"));
        Warning "shortcut":
        Self::Shortcut =>
            ("ไฟล์นี้เป็นทางลัด ไม่มีเนื้อหาของเอกสารอยู่ข้างใน ผู้อ่านเปิดไม่ได้ จึงไม่เผยแพร่และไม่นับเป็นหลักฐาน",
             "เปิดโฟลเดอร์ที่เก็บไฟล์จริง คัดลอกไฟล์นั้นมาวางแทน แล้วลบทางลัด ถ้าเป็นหน้าเว็บ ให้เขียนที่อยู่ไว้ใน [[links]]"),
            ("this file is a shortcut with nothing of the document in it, so it is not published and no evidence",
             "copy the file itself into this folder and delete the shortcut; write the address of a web page under [[links]]"),
        Self::CloudPointer { ending } =>
            (format!("ไฟล์ .{ending} เป็นเพียงตัวชี้ไปยังเอกสารบนคลาวด์ ไม่มีเนื้อหาอยู่ข้างใน และอาจบอกที่อยู่อีเมลของผู้ทำ จึงไม่เผยแพร่และไม่นับเป็นหลักฐาน"),
             "เปิดเอกสารนั้น เลือก ไฟล์ > ดาวน์โหลด > PDF (.pdf) แล้ววางแทนไฟล์นี้"),
            (format!("a .{ending} file only points to a document in a cloud, and may name the e-mail address of who made it, so it is not published and no evidence"),
             "open the document, choose File > Download > PDF (.pdf), and put that in its place");
        Warning "leftover":
        Self::Leftover =>
            ("ไฟล์นี้เป็นไฟล์ชั่วคราว ไฟล์สำรอง หรือไฟล์ที่ดาวน์โหลดไม่ครบ จึงไม่เผยแพร่และไม่นับเป็นหลักฐาน",
             "ปิดโปรแกรมที่เปิดเอกสารอยู่ ตรวจว่าเอกสารฉบับจริงอยู่ในโฟลเดอร์นี้ แล้วลบไฟล์นี้"),
            ("a temporary file, a backup or a download that did not end, so it is not published and no evidence",
             "close the program that made it, see that the document itself is in this folder, and delete this file"),
        Self::DocumentCopy { original } =>
            (format!("ไฟล์นี้เป็นสำเนาของ `{original}` ที่โปรแกรมซิงก์หรือการคัดลอกสร้างขึ้น จึงไม่เผยแพร่"),
             format!("นำส่วนที่ต้องการไปใส่ใน {original} แล้วลบไฟล์นี้ ถ้าเป็นเอกสารอีกฉบับ ให้ตั้งชื่อใหม่")),
            (format!("a copy of `{original}` that a synchronising program or a copying made, so it is not published"),
             format!("move what you want to keep into {original} and delete this file; rename it if it is another document"));
        Warning "windows-name": Self::WindowsName { meant } =>
            ("Windows เก็บไฟล์หรือโฟลเดอร์ชื่อนี้ไม่ได้ เครื่องที่ใช้ Windows จะคัดลอก เปิด หรือสร้างเว็บไซต์นี้ไม่ได้",
             format!("เปลี่ยนชื่อ เช่น {meant} แล้วแก้ที่อ้างถึงชื่อเดิม")),
            ("Windows cannot keep a name like this; nobody can copy, open or build this site there",
             format!("rename it, to {meant} for example, and change what refers to it"));
        Error "address-clash":
        Self::AddressClash { address, other: None } =>
            (format!("ที่อยู่ {address} เป็นของหน้าเว็บที่โปรแกรมสร้าง"), "เปลี่ยนชื่อไฟล์นี้ ถ้าเป็นหน้าเว็บที่บันทึกมา ให้บันทึกเป็น PDF แทน"),
            (format!("address {address} is that of a page that is made here"),
             "rename this file; a web page that was saved is better kept as PDF"),
        Self::AddressClash { address, other: Some(other) } =>
            (format!("ที่อยู่ {address} ซ้ำกับ `{other}`"), "เปลี่ยนชื่อไฟล์หนึ่งให้ต่างกัน (ตัวพิมพ์เล็กใหญ่ไม่นับว่าต่าง)"),
            (format!("address {address} is also that of `{other}`"),
             "rename one of the files (case makes no difference)");
        Warning "no-year": Self::NoYear =>
            ("ยังไม่มีโฟลเดอร์ปีงบประมาณใน content", "สร้างด้วยคำสั่ง oit new o1 --year 2566"),
            ("content has no fiscal-year folder yet", "make one with oit new o1 --year 2566");
        Advice "old-year": Self::OldYear { year, now, newest } =>
            (format!("ปีล่าสุดของเว็บไซต์คือ {year} แต่ขณะนี้เป็นปีงบประมาณ {now}{}", newest.map_or_else(String::new, |newest| format!(" (ยังไม่มีรายการข้อของปี {now} ใหม่ที่สุดที่โปรแกรมมีคือปี {newest})"))),
             format!("สั่ง oit rollover {year} {} หรือกำหนด fiscal_year ใน site.toml ให้ชัดเจน", newest.unwrap_or(*now))),
            (format!("the site's latest year is {year}, but this is fiscal year {now}{}", newest.map_or_else(String::new, |newest| format!(" (no list of {now} is known yet; the newest one is of {newest})"))),
             format!("run oit rollover {year} {}, or set fiscal_year in site.toml", newest.unwrap_or(*now)));
        Error "year-without-folder":
        Self::YearWithoutFolder { year, is_there: true, from } =>
            (format!("fiscal_year เป็น {year} แต่ยังไม่มีกรอบตัวชี้วัดของปีนั้น จึงยังใช้เป็นปีปัจจุบันไม่ได้"),
             format!("สั่ง oit rollover {} {year} หรือวาง framework.toml ของปีนั้นใน content/{year}", from.unwrap_or(year - 1))),
            (format!("fiscal_year is {year}, but there is no framework for that year yet"),
             format!("run oit rollover {} {year}, or put that year's framework.toml into content/{year}", from.unwrap_or(year - 1))),
        Self::YearWithoutFolder { year, from: Some(from), .. } =>
            (format!("fiscal_year เป็น {year} แต่ไม่มีโฟลเดอร์ content/{year}"),
             format!("สั่ง oit rollover {from} {year} เพื่อสร้างปีนั้น หรือแก้ fiscal_year ให้เป็นปีที่มีอยู่ เช่น {from}")),
            (format!("fiscal_year is {year}, but there is no folder content/{year}"),
             format!("run oit rollover {from} {year} to make it, or set fiscal_year to a year that is there, such as {from}")),
        Self::YearWithoutFolder { year, .. } =>
            (format!("fiscal_year เป็น {year} แต่ไม่มีโฟลเดอร์ content/{year}"),
             format!("สร้างโฟลเดอร์ content/{year} หรือแก้ fiscal_year ให้เป็นปีที่มีอยู่")),
            (format!("fiscal_year is {year}, but there is no folder content/{year}"),
             format!("make the folder content/{year}, or set fiscal_year to a year that is there"));
    }
}

/// What a folder was meant to be.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FolderMeant {
    /// Nothing that is known.
    Unclear,
    /// The folder of a year.
    Year(i16),
    /// The folder of an item.
    Item(ItemNumber),
    /// It is called rightly, and belongs here.
    Move(String),
    /// A copy of this folder.
    Copy(String),
}

impl FolderFault {
    /// The year that a folder under another name was meant to be.
    pub(super) fn year_meant(&self) -> Option<i16> {
        match self {
            Self::UnknownFolder {
                meant: FolderMeant::Year(year),
                ..
            } => Some(*year),
            Self::UnknownYear { meant, .. } => *meant,
            _ => None,
        }
    }
}

impl FolderMeant {
    /// What to call it.
    fn rename(&self, language: Language) -> String {
        let name = match self {
            Self::Year(year) => year.to_string(),
            Self::Item(item) => item.folder_name(),
            _ => {
                return language
                    .choose(
                        "เปลี่ยนชื่อเป็นปี พ.ศ. เช่น 2566 หรือข้อ เช่น o12 ถ้าไม่ต้องการเผยแพร่ ให้ขึ้นต้นชื่อด้วย _",
                        "rename it to a Buddhist-era year such as 2566 or an item such as o12; to keep it unpublished, start its name with _",
                    )
                    .to_owned();
            }
        };
        language.choose(
            format!("เปลี่ยนชื่อเป็น {name} ถ้าไม่ต้องการเผยแพร่ ให้ขึ้นต้นชื่อด้วย _"),
            format!("rename it to {name}; to keep it unpublished, start its name with _"),
        )
    }
}

/// How to begin a new site with a year that is known, where one is made.
fn begun(language: Language, year: &str, start: Option<i16>, otherwise: String) -> String {
    match start {
        Some(start) => language.choose(
            format!("เริ่มจากปีล่าสุดที่โปรแกรมมี: oit init โฟลเดอร์ --year {start} แล้วสั่งในโฟลเดอร์นั้น oit rollover {start} {year}"),
            format!("begin with the newest year that is known: oit init FOLDER --year {start}, then in that folder oit rollover {start} {year}"),
        ),
        None => otherwise,
    }
}
