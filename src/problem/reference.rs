//! What a document refers to and what is not there: units, components, files, links, codes.

use super::language::Language::{self, English, Thai};
use super::meant::Meant;
use super::words::suggested;
use crate::files::SitePath;
use crate::model::ItemNumber;
use crate::model::host::is_web_address;

/// The file that a new document names as an example.
pub const EXAMPLE_FILE: &str = "ชื่อไฟล์.pdf";

/// What is wrong with a reference.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ReferenceFault {
    UnknownUnit {
        id: String,
        /// The ids of the units that are named.
        meant: Option<Box<Meant>>,
        near: Option<String>,
        /// The units that there are, by id and name.
        units: Vec<(String, String)>,
    },
    ComponentOutOfRange {
        item: ItemNumber,
        number: i64,
        count: usize,
    },
    FileNotFound {
        path: String,
        near: Option<String>,
        /// Where a file of this very name lies.
        moved: Option<SitePath>,
    },
    /// A name that begins so that the file stays unpublished.
    HiddenFile {
        path: String,
        /// The sign it begins with.
        sign: char,
    },
    /// An address where a file is asked for.
    AddressAsFile {
        address: String,
    },
    /// A document or settings where evidence is asked for.
    DocumentAsFile {
        path: String,
    },
    /// A folder where a file is asked for.
    FolderAsFile {
        path: String,
    },
    OutsideSite {
        path: String,
    },
    BrokenLink {
        href: String,
        near: Option<String>,
    },
    BrokenAnchor {
        anchor: String,
        near: Option<String>,
    },
    UnpublishedTarget {
        href: String,
    },
    UnsafeLink {
        href: String,
    },
    /// A name in `formerly` whose address belongs to something else now.
    FormerlyTaken {
        name: String,
    },
    /// A file in `formerly` of a document that has no file of its kind.
    FormerlyWithoutFile {
        name: String,
    },
    /// A name in `formerly` that is the address of the document itself.
    FormerlyOwn {
        name: String,
    },
    /// An address in `formerly` of another year, in which it is written so.
    FormerlyOfYear {
        name: String,
        year: i16,
        there: String,
    },
    /// A name in `formerly` of nothing that the year (`None`: the free pages) can have had.
    FormerlyElsewhere {
        name: String,
        year: Option<i16>,
    },
    /// A name in `formerly` with the signs of an address.
    FormerlyEncoded {
        name: String,
        meant: Box<Meant>,
    },
    UnknownCode {
        code: String,
        near: Option<String>,
    },
    /// An `allow` for an error in a file, in a document that does not answer for the file.
    AllowWithoutEffect {
        file: String,
    },
}

faults! {
    ReferenceFault {
        Error "unknown-unit":
        Self::UnknownUnit { id, meant: Some(meant), .. } =>
            (format!("ไม่มีหน่วยงาน `{id}` ใน [units] ของ site.toml"), meant.help(Thai)),
            (format!("no unit `{id}` in [units] of site.toml"), meant.help(English)),
        Self::UnknownUnit { id, near, units, .. } =>
            (format!("ไม่มีหน่วยงาน `{id}` ใน [units] ของ site.toml"), suggested(Thai, near.as_deref(), &unit(Thai, id, units))),
            (format!("no unit `{id}` in [units] of site.toml"), suggested(English, near.as_deref(), &unit(English, id, units)));
        Error "component-out-of-range":
        Self::ComponentOutOfRange { item, number, count: 0 } =>
            (format!("ไม่มีองค์ประกอบที่ {number} ข้อ {item} มี 0 องค์ประกอบ"),
             "ไม่มีองค์ประกอบของข้อนี้บันทึกไว้ ลบ components ออก"),
            (format!("there is no component {number}: item {item} has 0"),
             "no components of this item are recorded: remove components"),
        Self::ComponentOutOfRange { item, number, count: 1 } =>
            (format!("ไม่มีองค์ประกอบที่ {number} ข้อ {item} มี 1 องค์ประกอบ"),
             "ข้อนี้มีองค์ประกอบเดียว คือองค์ประกอบที่ 1"),
            (format!("there is no component {number}: item {item} has 1"),
             "this item has one component, number 1"),
        Self::ComponentOutOfRange { item, number, count } =>
            (format!("ไม่มีองค์ประกอบที่ {number} ข้อ {item} มี {count} องค์ประกอบ"),
             format!("ใช้เลข 1 ถึง {count} ตามลำดับในหน้าของข้อ")),
            (format!("there is no component {number}: item {item} has {count}"),
             format!("use 1 to {count}, in the order of the item's page"));
        Error "file-not-found":
        Self::FileNotFound { path, .. } if path == EXAMPLE_FILE =>
            (format!("ไม่พบไฟล์ `{path}`"), "ยังเป็นตัวอย่าง: ใส่ชื่อไฟล์จริง หรือลบทั้งบรรทัด"),
            (format!("file `{path}` is not there"),
             "this is still the example: name the true file, or delete the line"),
        Self::FileNotFound { path, .. } if is_web_address(path) =>
            (format!("`{path}` เป็นที่อยู่เว็บ ไม่ใช่ไฟล์ข้างเอกสาร"),
             format!("ถ้าเป็นหลักฐานบนเว็บ เขียนใน links = [{{ url = \"{path}\" }}] ถ้าต้องเป็นไฟล์ ให้ดาวน์โหลดมาวางข้างเอกสารแล้วใส่ชื่อไฟล์")),
            (format!("`{path}` is a web address and no file beside the document"),
             format!("name evidence on the web in links = [{{ url = \"{path}\" }}]; where a file is wanted, save it beside the document and name it")),
        Self::FileNotFound { path, near: Some(near), moved: Some(moved) } =>
            (format!("ไม่พบไฟล์ `{path}` ที่นี่ แต่มีอยู่ที่ {moved}"),
             format!("เขียนเป็น `{near}` หรือย้ายไฟล์กลับมาไว้ในโฟลเดอร์เดียวกับเอกสารนี้")),
            (format!("file `{path}` is not here; it lies at {moved}"),
             format!("write `{near}`, or move the file back beside this document")),
        Self::HiddenFile { path, sign } =>
            (format!("`{path}` ขึ้นต้นชื่อด้วย {sign} จึงเป็นไฟล์ที่กันไว้ไม่ให้เผยแพร่"),
             format!("ถ้าจะเผยแพร่ เปลี่ยนชื่อไฟล์หรือโฟลเดอร์ไม่ให้ขึ้นต้นด้วย {sign} แล้วแก้ชื่อที่นี่")),
            (format!("the name `{path}` begins with {sign}, which keeps a file unpublished"),
             format!("to publish it, rename it without the {sign}, and change the name here")),
        Self::AddressAsFile { address } =>
            (format!("`{address}` เป็นที่อยู่เว็บ ไม่ใช่ชื่อไฟล์"),
             format!("เขียนเป็น links = [{{ url = \"{address}\", title = \"ชื่อที่แสดง\" }}] หรือดาวน์โหลดไฟล์มาวางข้างเอกสาร แล้วเขียนชื่อไฟล์")),
            (format!("`{address}` is an address on the web, not the name of a file"),
             format!("write links = [{{ url = \"{address}\", title = \"title\" }}], or save the file beside this document and name it")),
        Self::DocumentAsFile { path } =>
            (format!("`{path}` เป็นเอกสารหรือค่าตั้งของโปรแกรม ไม่ใช่ไฟล์หลักฐาน"),
             "วางไฟล์ .md หรือ .toml ไว้ในโฟลเดอร์ของข้อโดยตรงจึงจะเป็นหน้า หรือบันทึกเป็น .pdf ก่อน"),
            (format!("`{path}` is a document or settings of this program, and no evidence file"),
             "put an .md or .toml file into the item's folder, where it becomes a page, or save it as .pdf first"),
        Self::FolderAsFile { path } =>
            (format!("`{path}` เป็นโฟลเดอร์ ไม่ใช่ไฟล์"), "พิมพ์ชื่อไฟล์ที่อยู่ในโฟลเดอร์นั้นทีละไฟล์"),
            (format!("`{path}` is a folder, not a file"), "name the files in it, one by one"),
        Self::FileNotFound { path, near, .. } =>
            (format!("ไม่พบไฟล์ `{path}`"),
             suggested(Thai, near.as_deref(), "ตรวจชื่อไฟล์ หรือวางไฟล์ไว้ในโฟลเดอร์เดียวกับเอกสารนี้")),
            (format!("file `{path}` is not there"),
             suggested(English, near.as_deref(), "check the name, or put the file beside this document"));
        Error "outside-site": Self::OutsideSite { path } =>
            (format!("`{path}` ชี้ออกนอกโฟลเดอร์ของเว็บไซต์"), "คัดลอกไฟล์มาไว้ในโฟลเดอร์ของข้อ แล้วอ้างด้วยชื่อไฟล์"),
            (format!("`{path}` leads out of the site folder"),
             "copy the file into the item's folder and name it without its path");
        Error "broken-link": Self::BrokenLink { href, near } =>
            (format!("ลิงก์ `{href}` ไม่นำไปที่ใดในเว็บไซต์นี้"),
             suggested(Thai, near.as_deref(), "เขียนเป็นชื่อไฟล์ข้างเอกสาร (plan.pdf), ข้อ (o12 หรือ 2565/o12), ที่อยู่ในเว็บไซต์ (/pages/about/) หรือที่อยู่เต็ม https://…")),
            (format!("link `{href}` leads nowhere in this site"),
             suggested(English, near.as_deref(), "write a file beside the document (plan.pdf), an item (o12 or 2565/o12), a site address (/pages/about/) or a whole address https://…"));
        Error "broken-anchor": Self::BrokenAnchor { anchor, near } =>
            (format!("หน้าปลายทางไม่มีหัวข้อ `{anchor}`"),
             suggested(Thai, near.as_deref(), "ใช้ข้อความของหัวข้อปลายทางหลังเครื่องหมาย #")),
            (format!("the page it leads to has no heading `{anchor}`"),
             suggested(English, near.as_deref(), "write the heading's text after the #"));
        Error "unpublished-target": Self::UnpublishedTarget { href } =>
            (format!("ลิงก์ `{href}` นำไปยังเอกสารที่ยังไม่เผยแพร่ ผู้อ่านจะเปิดไม่ได้"),
             "เผยแพร่เอกสารปลายทางก่อน หรือลบลิงก์นี้ออก"),
            (format!("link `{href}` leads to a document that is not published"),
             "publish that document first, or remove this link");
        Error "unsafe-link": Self::UnsafeLink { href } =>
            (format!("ลิงก์ `{href}` ใช้ไม่ได้บนหน้าเว็บ"),
             "ใช้ https://, mailto: หรือ tel: ส่วนไฟล์ในเครื่องให้คัดลอกมาไว้ข้างเอกสาร แล้วอ้างด้วยชื่อไฟล์"),
            (format!("link `{href}` cannot be used on a page"),
             "use https://, mailto: or tel:; copy a file of your computer beside the document and name it");
        Error "formerly":
        Self::FormerlyTaken { name } =>
            (format!("ที่อยู่เดิม `{name}` เป็นที่อยู่ของอีกไฟล์หรือเอกสารอยู่แล้ว"),
             "ลบชื่อนี้ออกจาก formerly หรือเปลี่ยนชื่อของอีกไฟล์"),
            (format!("the former address `{name}` belongs to another file or document now"),
             "remove the name from formerly, or give the other one another name"),
        Self::FormerlyWithoutFile { name } =>
            (format!("เอกสารนี้ไม่มีไฟล์ชนิดเดียวกับ `{name}` มาแทน ที่อยู่เดิมจึงเปิดไม่ได้"),
             "วางไฟล์ที่มาแทนไว้ข้างเอกสาร และเขียนชื่อไว้ใน files"),
            (format!("this document has no file of the kind of `{name}` to stand in its place, so the old address would not open"),
             "put the file that replaces it beside the document and name it in files"),
        Self::FormerlyOwn { name } =>
            (format!("`{name}` ใน formerly คือที่อยู่ปัจจุบันของเอกสารนี้เอง"),
             "ลบชื่อนี้ออก ถ้าหมายถึงที่อยู่เดิมในข้ออื่น ใส่เลขข้อไว้ข้างหน้า เช่น \"o12/old-name\""),
            (format!("`{name}` in formerly is the address that this document has now"),
             "remove the name; for an address that it had in another item, put the item before it, as in \"o12/old-name\""),
        Self::FormerlyOfYear { name, year, there } =>
            (format!("ที่อยู่เดิม `{name}` เป็นของปี {year} ซึ่งไม่ใช่ปีของเอกสารนี้"),
             format!("ลบชื่อนี้ออก แล้วเขียนในเอกสารของปี {year}: formerly = [\"{there}\"]")),
            (format!("the former address `{name}` is one of {year}, which is not the year of this document"),
             format!("remove it, and write in a document of {year}: formerly = [\"{there}\"]")),
        Self::FormerlyElsewhere { name, year: Some(year) } =>
            (format!("ที่อยู่เดิม `{name}` ไม่ใช่ที่อยู่ของข้อใดในปี {year}"),
             "เขียนชื่อเดิมในข้อนี้ เช่น formerly = [\"old-name\", \"old.pdf\"] หรือในข้ออื่นของปีเดียวกัน เช่น formerly = [\"o12/old.pdf\"]"),
            (format!("the former address `{name}` is one of no item of {year}"),
             "write the name it had in this item, as in formerly = [\"old-name\", \"old.pdf\"], or in another one of the year, as in formerly = [\"o12/old.pdf\"]"),
        Self::FormerlyElsewhere { name, year: None } =>
            (format!("ที่อยู่เดิม `{name}` ไม่ใช่ที่อยู่ของหน้าอิสระ"),
             "เขียนชื่อเดิมในโฟลเดอร์ pages เช่น formerly = [\"old-name\", \"old.pdf\"]"),
            (format!("the former address `{name}` is none of a free page"),
             "write the name it had in the folder pages, as in formerly = [\"old-name\", \"old.pdf\"]"),
        Self::FormerlyEncoded { name, meant } =>
            (format!("`{name}` ใน formerly เป็นส่วนหนึ่งของที่อยู่ ไม่ใช่ชื่อ"), meant.help(Thai)),
            (format!("`{name}` in formerly is a part of an address, and no name"), meant.help(English));
        Error "unknown-code": Self::UnknownCode { code, near } =>
            (format!("ไม่มีรหัสข้อสังเกต `{code}`"), suggested(Thai, near.as_deref(), "สั่ง oit explain เพื่อดูรหัสทั้งหมด")),
            (format!("there is no finding with code `{code}`"),
             suggested(English, near.as_deref(), "oit explain lists all codes"));
        Warning "allow-without-effect": Self::AllowWithoutEffect { file } =>
            (format!("allow นี้ไม่มีผลกับ `{file}` เพราะไฟล์ไม่ใช่ของเอกสารนี้ หรือเอกสารนี้ยังไม่นับ"),
             "ย้าย allow ไปไว้ในเอกสารที่เผยแพร่แล้วและอ้างถึงไฟล์นั้น"),
            (format!("this allow has no effect on `{file}`: the file is not this document's, or this document does not count"),
             "write the allow in a published document that names the file");
    }
}

/// Which unit to write, or how to add this one.
fn unit(language: Language, id: &str, units: &[(String, String)]) -> String {
    const MOST: usize = 12;
    let is_id = id
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let add = if is_id {
        language.choose(
            format!("เพิ่มใน [units] ของ site.toml: {id} = \"ชื่อหน่วยงาน\""),
            format!("add it to [units] in site.toml: {id} = \"Name of the unit\""),
        )
    } else {
        language.choose(
            format!("เพิ่มใน [units] ของ site.toml: รหัสภาษาอังกฤษ = \"{id}\" แล้วใช้รหัสนั้นที่นี่"),
            format!("add it to [units] in site.toml: english-id = \"{id}\" and use that id here"),
        )
    };
    if units.is_empty() {
        return add;
    }
    let known: Vec<String> = units
        .iter()
        .take(MOST)
        .map(|(id, name)| format!("{id} {name}"))
        .collect();
    let known = known.join(" · ");
    language.choose(
        format!("ใช้รหัสที่มี: {known} หรือ{add}"),
        format!("use an id that is there: {known}, or {add}"),
    )
}
