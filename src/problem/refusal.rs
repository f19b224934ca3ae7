//! Why a command does not begin.

use super::language::Language::{self, English, Thai};
use super::words::Both;
use crate::model::ItemNumber;

/// Why a command does not begin, though its line can be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum RefusalFault {
    NotASite {
        folder: String,
    },
    OutputRefused {
        folder: String,
        why: OutputRefusal,
    },
    BaselineRefused {
        path: String,
        /// The system's reason; `None` where it is there but is no checklist.
        reason: Option<String>,
    },
    InitRefused {
        path: String,
    },
    RenameRefused {
        name: String,
        why: RenameRefusal,
    },
    RolloverRefused {
        years: String,
        why: RolloverRefusal,
        meant: Option<String>,
    },
    ReportRefused {
        path: String,
        why: ReportRefusal,
    },
    /// Somebody wrote in a file that was about to be repaired.
    FileChanged {
        path: String,
    },
}

/// Why a file does not get a name.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RenameRefusal {
    /// It is one in another folder.
    OtherFolder,
    /// Files of such a name are not read.
    LeftOut,
    /// Windows keeps no such name; this one it would.
    NotOnWindows(String),
}

/// Why a report is not made of a year, or not written to a place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ReportRefusal {
    /// It belongs to the site, where the report would be evidence, or written over it.
    OfSite,
    /// There is no such folder, and the name may be a slip.
    NoFolder,
    /// The site has no such year, only these.
    NoYear(Vec<String>),
}

/// Why an output folder is not touched.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum OutputRefusal {
    /// It has files that this program did not write.
    Foreign,
    /// It is a whole drive, or somebody's home.
    Everything,
    /// A file that this program did not write stands where a page belongs.
    ForeignFile(String),
    /// It is a file.
    IsFile,
    /// It is a link, to this folder; `None` where it leads nowhere.
    Link(Option<String>),
    /// A folder in it is a link.
    LinkInside(String),
    /// It is, or holds, or lies in the content of the site.
    HoldsSite,
    /// Another build is at work in it.
    Busy,
    /// Its list of written files cannot be read.
    Manifest,
    /// A site of this program stands in it, without its list of written files.
    ManifestLost,
}

/// Why two years are not taken for a new year and the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RolloverRefusal {
    /// One of them is no Buddhist-era year.
    NotAYear(String),
    /// One of them is a year of the common era.
    CommonEra(String),
    /// The new year does not come after the old one.
    NotLater,
    /// So many years lie between them that one must be a slip.
    TooFar,
    /// The site has no such old year, only these.
    NoSource(Vec<String>),
    /// A renumbering was cut off.
    Unfinished {
        /// Undoing it was.
        undoing: bool,
    },
    /// No renumbering is kept.
    NothingToUndo,
    /// Folders that stand neither where the old list nor where the new one has their subject, each with the name that
    /// it had.
    Unclear(Vec<(String, String)>),
}

faults! {
    RefusalFault {
        Error "not-a-site": Self::NotASite { folder } =>
            (format!("ไม่พบ site.toml ใน `{folder}` และโฟลเดอร์ที่อยู่เหนือขึ้นไป"),
             "เข้าไปในโฟลเดอร์ของเว็บไซต์ก่อน ใช้ --site โฟลเดอร์ หรือสร้างใหม่ด้วย oit init โฟลเดอร์"),
            (format!("no site.toml in `{folder}` or any folder above it"),
             "go into the site's folder, use --site FOLDER, or make one with oit init FOLDER");
        Error "output-refused":
        Self::OutputRefused { folder, why: OutputRefusal::Foreign } =>
            (format!("โฟลเดอร์ `{folder}` มีไฟล์ที่โปรแกรมนี้ไม่ได้เขียน จึงไม่แตะต้อง"), ANOTHER_FOLDER.thai),
            (format!("folder `{folder}` has files that oit did not write; it is left alone"),
             ANOTHER_FOLDER.english),
        Self::OutputRefused { folder, why: OutputRefusal::ForeignFile(path) } =>
            (format!("`{path}` ใน `{folder}` ไม่ใช่ไฟล์ที่โปรแกรมนี้เขียน จึงไม่เขียนทับ"), ANOTHER_FOLDER.thai),
            (format!("`{path}` in `{folder}` was not written by oit and is not overwritten"),
             ANOTHER_FOLDER.english),
        Self::OutputRefused { folder, why: OutputRefusal::Everything } =>
            (format!("`{folder}` เป็นไดรฟ์ทั้งไดรฟ์หรือโฟลเดอร์หลักของผู้ใช้ ไม่ใช่ที่สำหรับเว็บไซต์เดียว"),
             "ระบุโฟลเดอร์ข้างใน เช่น --out www"),
            (format!("`{folder}` is a whole drive or somebody's home, not the place of one site"),
             "name a folder in it, as in --out www"),
        Self::OutputRefused { folder, why: OutputRefusal::IsFile } =>
            (format!("`{folder}` เป็นไฟล์ ไม่ใช่โฟลเดอร์"), ANOTHER_FOLDER.thai),
            (format!("`{folder}` is a file, not a folder"), ANOTHER_FOLDER.english),
        Self::OutputRefused { folder, why: OutputRefusal::Link(Some(target)) } =>
            (format!("`{folder}` เป็นทางลัดไปยัง `{target}`"),
             format!("พิมพ์ชื่อโฟลเดอร์จริง: oit build --out \"{target}\" หรือลบทางลัดแล้วสร้างใหม่")),
            (format!("`{folder}` is a link to `{target}`"),
             format!("type the folder itself: oit build --out \"{target}\", or delete the link")),
        Self::OutputRefused { folder, why: OutputRefusal::Link(None) } =>
            (format!("`{folder}` เป็นทางลัดที่ไม่นำไปยังโฟลเดอร์ใด"), "ลบทางลัดนั้น แล้วสั่ง oit build ใหม่"),
            (format!("`{folder}` is a link that leads to no folder"),
             "delete that link, then run oit build again"),
        Self::OutputRefused { folder, why: OutputRefusal::LinkInside(path) } =>
            (format!("`{path}` ใน `{folder}` เป็นทางลัดที่นำออกไปที่อื่น โปรแกรมจึงไม่เขียนหรือลบอะไรผ่านทางลัดนี้"),
             "ลบทางลัดนั้น (ไม่ใช่โฟลเดอร์ที่มันชี้ไป) แล้วสั่ง oit build ใหม่"),
            (format!("`{path}` in `{folder}` is a link to elsewhere, and nothing is written or deleted through it"),
             "delete the link (not the folder it leads to), then run oit build again"),
        Self::OutputRefused { folder, why: OutputRefusal::HoldsSite } =>
            (format!("`{folder}` เป็นที่เก็บเนื้อหาของเว็บไซต์ ใช้เป็นที่เผยแพร่ไม่ได้"), ANOTHER_FOLDER.thai),
            (format!("`{folder}` holds the site's own content"), ANOTHER_FOLDER.english),
        Self::OutputRefused { folder, why: OutputRefusal::Busy } =>
            (format!("มีการสร้างเว็บไซต์ลง `{folder}` ค้างอยู่แล้ว"), "รอให้เสร็จก่อน แล้วสั่งใหม่"),
            (format!("another build is writing to `{folder}`"), "wait for it, then run this again"),
        Self::OutputRefused { folder, why: OutputRefusal::Manifest } =>
            (format!("รายการไฟล์ .oit-manifest ใน `{folder}` เสียหาย"),
             "ลบไฟล์ .oit-manifest แล้วสั่ง oit build --adopt"),
            (format!(".oit-manifest in `{folder}` is damaged"),
             "delete .oit-manifest, then run oit build --adopt"),
        Self::OutputRefused { folder, why: OutputRefusal::ManifestLost } =>
            (format!("`{folder}` มีเว็บไซต์ที่โปรแกรมนี้สร้าง แต่ไฟล์ .oit-manifest ซึ่งจำว่าเขียนไฟล์ใดไว้ หายไป (การกู้คืนหรือคัดลอกมักไม่เอาไฟล์ที่ขึ้นต้นด้วยจุดมาด้วย)"),
             "สั่ง oit build --adopt เพื่อรับโฟลเดอร์นี้มาทำต่อ ไฟล์ที่โปรแกรมไม่ได้สร้างจะไม่ถูกแตะต้อง"),
            (format!("a site of oit stands in `{folder}`, but .oit-manifest, the list of the files it wrote, is lost; copies and artifacts often leave dot-files out"),
             "run oit build --adopt to take the folder over; files that oit does not make are left alone");
        Error "baseline-refused":
        Self::BaselineRefused { path, reason: Some(reason) } =>
            (format!("เปิดอ่าน `{path}` ไม่ได้: {reason}"), BASELINE.thai),
            (format!("`{path}` cannot be read: {reason}"), BASELINE.english),
        Self::BaselineRefused { path, reason: None } =>
            (format!("`{path}` ไม่ใช่ checklist.json ที่โปรแกรมนี้เขียน"), BASELINE.thai),
            (format!("`{path}` is no checklist.json that this program wrote"), BASELINE.english);
        Error "init-refused": Self::InitRefused { path } =>
            (format!("มี `{path}` อยู่แล้ว จึงไม่เขียนทับ"), kept(Thai, path)),
            (format!("`{path}` is already there and is not overwritten"), kept(English, path)),
        Self::RenameRefused { name, why: RenameRefusal::OtherFolder } =>
            (format!("`{name}` อยู่คนละโฟลเดอร์กับไฟล์เดิม oit rename เปลี่ยนชื่อในโฟลเดอร์เดิมเท่านั้น"),
             "ย้ายไฟล์เอง แล้วเขียนที่อยู่เดิมในเอกสารที่มาแทน เช่น formerly = [\"o12/old-name\"]"),
            (format!("`{name}` lies in another folder; oit rename leaves a file in its own"),
             "move the file yourself, and write its old address in the document that takes the place, as in formerly = [\"o12/old-name\"]"),
        Self::RenameRefused { name, why: RenameRefusal::LeftOut } =>
            (format!("ไฟล์ชื่อ `{name}` จะไม่เผยแพร่: ชื่อที่ขึ้นต้นด้วย . _ หรือ ~$ โปรแกรมไม่อ่าน"),
             "ใช้ชื่ออื่น ถ้าต้องการพักเอกสารไว้ ใส่ draft = true"),
            (format!("a file called `{name}` is not published: names that begin with . _ or ~$ are not read"),
             "choose another name; to hold a document back, write draft = true"),
        Self::RenameRefused { name, why: RenameRefusal::NotOnWindows(meant) } =>
            (format!("Windows เก็บไฟล์ชื่อ `{name}` ไม่ได้"), format!("ใช้ชื่ออื่น เช่น {meant}")),
            (format!("Windows can keep no file `{name}`"), format!("choose another name, as {meant}"));
        Error "report-refused":
        Self::ReportRefused { path, why: ReportRefusal::OfSite } =>
            (format!("`{path}` เป็นส่วนของเว็บไซต์ จึงไม่เขียนผลลัพธ์ลงที่นั้น"), "เลือกที่อื่นให้ -o"),
            (format!("`{path}` is part of the site; no result is written there"),
             "choose another place with -o"),
        Self::ReportRefused { path, why: ReportRefusal::NoFolder } =>
            (format!("ไม่มีโฟลเดอร์ `{path}`"), "สร้างโฟลเดอร์นี้ก่อน แล้วสั่งใหม่"),
            (format!("there is no folder `{path}`"), "make the folder first, then run this again"),
        Self::ReportRefused { path, why: ReportRefusal::NoYear(years) } =>
            (format!("เว็บไซต์นี้ไม่มี `{path}`"), format!("ใส่ --year ด้วยปีที่มี: {}", years.join(", "))),
            (format!("this site has no `{path}`"), format!("give --year a year that is there: {}", years.join(", ")));
        Error "file-changed": Self::FileChanged { path } =>
            (format!("`{path}` เปลี่ยนไประหว่างทำงาน จึงไม่เขียนทับ"), "สั่งใหม่อีกครั้ง"),
            (format!("`{path}` was changed meanwhile and is not overwritten"), "run this again");
        Error "rollover-refused":
        Self::RolloverRefused { why: RolloverRefusal::NotAYear(text), meant, .. } =>
            (format!("`{text}` ไม่ใช่ปี พ.ศ."), old_and_new(Thai, meant.as_deref())),
            (format!("`{text}` is no Buddhist-era year"), old_and_new(English, meant.as_deref())),
        Self::RolloverRefused { why: RolloverRefusal::CommonEra(text), meant, .. } =>
            (format!("`{text}` เป็นปี ค.ศ. คำสั่งนี้ใช้ปี พ.ศ."), old_and_new(Thai, meant.as_deref())),
            (format!("`{text}` is a year of the common era; the Buddhist era is meant"),
             old_and_new(English, meant.as_deref())),
        Self::RolloverRefused { years, why: RolloverRefusal::NotLater, meant } =>
            (format!("`{years}`: ปีใหม่ต้องมาหลังปีเดิม"), old_and_new(Thai, meant.as_deref())),
            (format!("`{years}`: the new year must come after the old one"), old_and_new(English, meant.as_deref())),
        Self::RolloverRefused { years, why: RolloverRefusal::TooFar, meant } =>
            (format!("`{years}`: สองปีนี้ห่างกันเกินไป"), old_and_new(Thai, meant.as_deref())),
            (format!("`{years}`: these years lie too far apart"), old_and_new(English, meant.as_deref())),
        Self::RolloverRefused { years, why: RolloverRefusal::NoSource(known), meant } if known.is_empty() =>
            (format!("`{years}`: เว็บไซต์นี้ยังไม่มีปีใดให้ยกมา"), old_and_new(Thai, meant.as_deref())),
            (format!("`{years}`: this site has no year yet to start from"), old_and_new(English, meant.as_deref())),
        Self::RolloverRefused { years, why: RolloverRefusal::NoSource(known), meant } =>
            (format!("`{years}`: เว็บไซต์นี้ไม่มีปีที่จะยกมา มีแต่ {}", known.join(", ")),
             old_and_new(Thai, meant.as_deref())),
            (format!("`{years}`: this site has no such year to start from, only {}", known.join(", ")),
             old_and_new(English, meant.as_deref())),
        Self::RolloverRefused { years, why: RolloverRefusal::Unfinished { undoing: false }, .. } =>
            ("การเปลี่ยนเลขข้อครั้งก่อนยังทำไม่เสร็จ".to_owned(),
             format!("สั่ง oit rollover {years} --apply เพื่อทำต่อให้เสร็จ หรือ oit rollover {years} --undo เพื่อคืนของเดิม")),
            ("the last renumbering was cut off".to_owned(),
             format!("run oit rollover {years} --apply to finish it, or oit rollover {years} --undo to put back what was")),
        Self::RolloverRefused { years, why: RolloverRefusal::Unfinished { undoing: true }, .. } =>
            ("การคืนของเดิมครั้งก่อนยังทำไม่เสร็จ".to_owned(), format!("สั่ง oit rollover {years} --undo อีกครั้งเพื่อทำต่อให้เสร็จ")),
            ("putting back what was, the last time, was cut off".to_owned(),
             format!("run oit rollover {years} --undo again to finish it")),
        Self::RolloverRefused { why: RolloverRefusal::NothingToUndo, .. } =>
            ("ไม่มีการเปลี่ยนเลขข้อที่จะคืนได้".to_owned(), "--undo ใช้หลังจาก --apply และก่อนลบโฟลเดอร์ที่เก็บของเดิมไว้"),
            ("there is no renumbering to undo".to_owned(),
             "--undo comes after --apply, and before the folder that keeps what was is deleted"),
        Self::RolloverRefused { why: RolloverRefusal::Unclear(folders), .. } =>
            ("บางโฟลเดอร์ไม่ได้อยู่ที่เลขข้อของรายการเดิม จึงไม่รู้ว่าลิงก์ในปีนี้หมายถึงข้อใด".to_owned(),
             format!("เปลี่ยนชื่อกลับก่อน แล้วสั่งใหม่: {}", renames(folders))),
            ("some folders do not stand where the old list has them, so nobody knows which item a link means".to_owned(),
             format!("give them their names back, then run this again: {}", renames(folders)));
    }
}

const ANOTHER_FOLDER: Both = Both {
    thai: "เลือกโฟลเดอร์ว่างด้วย --out โฟลเดอร์ หรือย้ายไฟล์เดิมออกไปก่อน",
    english: "choose an empty folder with --out FOLDER, or move those files away",
};

const BASELINE: Both = Both {
    thai: "ใส่ --baseline ด้วยไฟล์ checklist.json ของเว็บไซต์ที่เผยแพร่อยู่ เช่น https://ที่อยู่เว็บไซต์/2566/checklist.json ถ้ายังไม่เคยเผยแพร่ ไม่ต้องใส่ --baseline",
    english: "give --baseline the checklist.json of the published site, as from https://SITE/2566/checklist.json; leave it out where nothing is published yet",
};

fn kept(language: Language, path: &str) -> String {
    match item_folder(path) {
        Some(item) => language.choose(
            format!("เปิดไฟล์นั้นแก้ หรือเพิ่มเอกสารอีกฉบับด้วย oit new {item} \"ชื่อเอกสาร\""),
            format!("edit that file, or add a document with oit new {item} \"Title\""),
        ),
        None => language
            .choose(
                "ใช้ไฟล์ที่มีอยู่ เปลี่ยนชื่อไฟล์นั้น หรือเลือกโฟลเดอร์อื่น",
                "use the file that is there, rename it, or choose another folder",
            )
            .to_owned(),
    }
}

/// The item whose lead document a path names, as in `content/2566/o12/index.md`.
fn item_folder(path: &str) -> Option<ItemNumber> {
    let mut parts = path.rsplit(['/', '\\']);
    let is_lead = parts.next()?.to_lowercase().starts_with("index.");
    ItemNumber::parse(parts.next()?).filter(|_| is_lead)
}

fn renames(folders: &[(String, String)]) -> String {
    let each = folders.iter().map(|(is, was)| format!("{is} → {was}"));
    each.collect::<Vec<_>>().join(", ")
}

fn old_and_new(language: Language, meant: Option<&str>) -> String {
    match meant {
        Some(meant) => language.choose(
            format!("พิมพ์ปีเดิมก่อนแล้วตามด้วยปีใหม่: oit rollover {meant}"),
            format!("type the old year, then the new one: oit rollover {meant}"),
        ),
        None => language
            .choose(
                "พิมพ์ปีเดิมก่อนแล้วตามด้วยปีใหม่ เป็น พ.ศ. เช่น oit rollover 2566 2567",
                "type the old year, then the new one, in the Buddhist era: oit rollover 2566 2567",
            )
            .to_owned(),
    }
}
