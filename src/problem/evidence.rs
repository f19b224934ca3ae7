//! Evidence files that a phone, an evaluator or a search engine cannot read.

use super::language::Language::{self, English, Thai};
use super::words::Both;
use crate::model::{FileKind, FiscalYear, ItemNumber};

/// Faults of evidence files: what a phone, an evaluator or a search engine cannot read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum EvidenceFault {
    /// It has no content.
    Empty,
    /// It opens, and there is nothing in it.
    Nothing,
    /// Its table has a heading and no rows.
    HeadingOnly,
    /// It is larger than the settings want, and was not read.
    TooLarge {
        /// Its size in megabytes, rounded up.
        mb: u64,
        /// The size that passes.
        most_mb: u64,
    },
    /// A kind that phones do not open.
    Kind {
        /// The kind that its bytes have.
        kind: String,
        /// What to save it as.
        instead: &'static str,
    },
    /// Its name says that it is something else.
    Ending {
        /// The ending of its name; empty without one.
        ending: String,
        /// The kind that its bytes have.
        kind: FileKind,
        /// The name it should have, where that would make it right.
        rename: Option<String>,
        /// Whether it opens all the same.
        opens: bool,
    },
    /// A program of the computer that it is opened on.
    Program,
    /// What Git left in the place of a file.
    GitPointer,
    /// A photograph as it comes from the camera.
    LargePicture {
        /// Its size in megabytes, rounded up.
        mb: u64,
    },
    /// A browser or the web server would run it.
    RunsInBrowser(RunsInBrowser),
    /// It breaks off, or is not what its name says.
    Damaged,
    /// It opens with a password only.
    Locked,
    /// A PDF whose pages are pictures.
    Scan,
    /// A PDF of which some pages are pictures.
    ScannedPages {
        /// How many are.
        scanned: u32,
        /// How many pages it has.
        pages: u32,
    },
    /// Its text could not be searched for personal data.
    Unsearchable(Unsearchable),
    /// Another file of the year has the same content.
    Duplicate {
        /// The path of the other file.
        other: String,
        /// Of two items, that of the other file and that of this one.
        also: Option<(ItemNumber, ItemNumber)>,
    },
    /// It is published in the place of a table that is made of rows.
    OwnTable,
    /// The same item of an earlier year has a file with the same content.
    OtherYear {
        /// The path of the other file.
        other: String,
        /// The year of the other file.
        year: FiscalYear,
    },
}

/// What makes a browser or the web server run a file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RunsInBrowser {
    /// An ending in its name.
    Name(String),
    /// Its content is a web page, whatever its name.
    Page,
    /// This stands in it; empty where it could not be looked through.
    Markup(String),
}

/// Why the text of a file could not be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unsearchable {
    /// A font does not say which letters its shapes are.
    Unmapped,
    /// The content of some pages could not be read.
    Unread,
    /// A file within it could not be searched.
    Inside,
    /// It holds pictures alone.
    Pictures,
    /// There is too much of it.
    TooMuch,
}

faults! {
    EvidenceFault {
        Warning "file-empty":
        Self::Empty =>
            ("ไฟล์ว่างเปล่า ไม่มีเนื้อหา", "วางไฟล์ฉบับจริงทับไฟล์นี้ หรือลบไฟล์นี้"),
            ("the file is empty", "put the real file in its place, or delete it"),
        Self::Nothing =>
            ("ไฟล์นี้เปิดได้ แต่ไม่มีข้อความ ตาราง หรือรูปอยู่ข้างใน", "วางไฟล์ฉบับที่มีเนื้อหาทับไฟล์นี้ หรือลบไฟล์นี้"),
            ("the file opens, but there is no text, table or picture in it", "put the one with its content in its place, or delete it"),
        Self::HeadingOnly =>
            ("ตารางในไฟล์นี้มีแต่หัวตาราง ไม่มีแถวข้อมูล", "กรอกแถวแล้วบันทึกทับไฟล์นี้ ถ้าไม่มีรายการ ให้เขียนไว้ในแถวแรกว่าไม่มี"),
            ("the table in this file has a heading and no rows", "fill in its rows; where there is nothing to list, say so in the first row");
        Advice "file-too-large": Self::TooLarge { mb, most_mb } =>
            (format!("ไฟล์ใหญ่ {mb} MB เกิน {most_mb} MB ผู้อ่านทางโทรศัพท์เปิดยาก และโปรแกรมไม่ได้ค้นหาข้อมูลส่วนบุคคลในไฟล์นี้"),
             "บันทึก PDF แบบลดขนาด หรือแบ่งเป็นหลายไฟล์ ถ้าจำเป็นต้องใหญ่ ให้เพิ่ม max_file_mb ใน site.toml"),
            (format!("the file has {mb} MB, more than {most_mb} MB: hard to open on a phone, and not searched for personal data"),
             "save the PDF with a smaller size or in parts; where it must be large, raise max_file_mb in site.toml");
        Warning "file-kind": Self::Kind { kind, instead } =>
            (format!("ไฟล์ชนิด {kind} ส่วนใหญ่เปิดบนโทรศัพท์ไม่ได้ และโปรแกรมค้นหาข้อมูลส่วนบุคคลในไฟล์นี้ได้ไม่ครบ"),
             format!("บันทึกเป็น {instead} แล้ววางแทน หรือวางไว้คู่กันโดยใช้ชื่อเดียวกัน")),
            (format!("most phones do not open a file of the kind {kind}, and it could not all be searched for personal data"),
             format!("save it as {instead}, in its place or beside it under the same name"));
        Warning "file-ending": Self::Ending { ending, kind, rename, opens: false } =>
            (wrong_ending(Thai, ending, *kind), renamed(Thai, rename.as_deref())),
            (wrong_ending(English, ending, *kind), renamed(English, rename.as_deref()));
        Advice "file-ending": Self::Ending { ending, kind, rename, opens: true } =>
            (wrong_ending(Thai, ending, *kind), renamed(Thai, rename.as_deref())),
            (wrong_ending(English, ending, *kind), renamed(English, rename.as_deref()));
        Error "runs-in-browser":
        Self::RunsInBrowser(RunsInBrowser::Name(ending)) =>
            (format!("ไฟล์ที่ชื่อมี .{ending} เบราว์เซอร์หรือเครื่องแม่ข่ายจะสั่งให้ทำงานในนามเว็บไซต์ของหน่วยงาน จึงไม่เผยแพร่"), PRINTED.thai),
            (format!("a browser or the web server would run a file with .{ending} in its name as a part of this site, so it is not published"), PRINTED.english),
        Self::RunsInBrowser(RunsInBrowser::Page) =>
            ("เนื้อไฟล์เป็นหน้าเว็บ (HTML) ซึ่งเบราว์เซอร์อาจสั่งให้ทำงานในนามเว็บไซต์ของหน่วยงาน จึงไม่เผยแพร่", PRINTED.thai),
            ("the content of the file is a web page (HTML), which a browser might run as a part of this site, so it is not published", PRINTED.english),
        Self::RunsInBrowser(RunsInBrowser::Markup(what)) if what.is_empty() =>
            ("ตรวจไฟล์นี้ไม่ได้ตลอดว่าไม่มีส่วนที่เบราว์เซอร์จะสั่งให้ทำงาน จึงไม่เผยแพร่", DRAWN.thai),
            ("the file could not be looked through for what a browser would run, so it is not published", DRAWN.english),
        Self::RunsInBrowser(RunsInBrowser::Markup(what)) =>
            (format!("ในไฟล์มี `{what}` ซึ่งเบราว์เซอร์อาจสั่งให้ทำงาน หรือเรียกจากที่อื่น จึงไม่เผยแพร่"), DRAWN.thai),
            (format!("the file has `{what}` in it, which a browser might run or fetch from elsewhere, so it is not published"), DRAWN.english);
        Error "program-file": Self::Program =>
            ("ไฟล์นี้เป็นโปรแกรมหรือคำสั่งที่ทำงานบนเครื่องของผู้เปิด จึงไม่เผยแพร่",
             "ลบไฟล์นี้ ถ้าเป็นเอกสาร ให้บันทึกเป็น PDF (.pdf) ถ้าเป็นแอป ให้เขียนลิงก์ไปยังร้านค้าแอปใน [[links]]"),
            ("the file is a program that would run on the computer of whoever opens it, so it is not published",
             "delete it; save a document as PDF (.pdf), and link to the store of an app under [[links]]");
        Error "git-pointer": Self::GitPointer =>
            ("ไฟล์นี้เป็นเพียงตัวชี้ของ Git LFS ไม่มีเนื้อหาจริง จึงไม่เผยแพร่",
             "สั่ง git lfs pull ในโฟลเดอร์ของเว็บไซต์ แล้วตรวจใหม่ (ใน CI เปิดตัวเลือก lfs ของขั้น checkout)"),
            ("the file is only a pointer of Git LFS with nothing of the real one in it, so it is not published",
             "run git lfs pull in the site's folder and check again (in CI, switch on lfs in the checkout step)");
        Advice "large-picture": Self::LargePicture { mb } =>
            (format!("รูปภาพใหญ่ {mb} MB ผู้อ่านทางโทรศัพท์ต้องดาวน์โหลดทั้งหมด"),
             "ย่อให้ด้านยาวไม่เกิน 2000 จุด แล้วบันทึกเป็น .jpg (ใน Windows: เปิดใน โปรแกรมรูปถ่าย > … > ปรับขนาดรูป)"),
            (format!("the picture has {mb} MB, all of which a reader's phone must download"),
             "make its longer side 2000 pixels at most and save it as .jpg (in Windows: Photos > … > Resize image)");
        Warning "file-damaged": Self::Damaged =>
            ("ไฟล์เสียหาย หรือไม่ครบทั้งไฟล์", "คัดลอกหรือดาวน์โหลดจากต้นฉบับอีกครั้ง แล้วลองเปิดดูก่อนวาง"),
            ("the file is damaged, or not all of it is there",
             "copy or download it again, and open it before you put it here");
        Warning "file-locked": Self::Locked =>
            ("ไฟล์ตั้งรหัสผ่านไว้ ผู้อ่านเปิดไม่ได้", "บันทึกใหม่โดยไม่ตั้งรหัสผ่านสำหรับเปิดไฟล์"),
            ("the file asks for a password: readers cannot open it",
             "save it again without a password for opening");
        Advice "pdf-scan":
        Self::ScannedPages { scanned, pages } =>
            (format!("{scanned} จาก {pages} หน้าของ PDF นี้เป็นภาพสแกน ไม่มีตัวอักษร จึงค้นหาคำไม่ได้ และโปรแกรมไม่ได้ค้นหาข้อมูลส่วนบุคคลในหน้าเหล่านั้น"),
             "บันทึกหน้าเหล่านั้นเป็น PDF จาก Word หรือ Excel โดยตรง หรือสแกนแบบ OCR และตรวจด้วยตาว่าไม่มีข้อมูลส่วนบุคคล"),
            (format!("{scanned} of the {pages} pages of this PDF are scans without text: they cannot be searched or read aloud, and were not searched for personal data"),
             "save those pages as PDF from Word or Excel, or scan with OCR; look for personal data with your own eyes"),
        Self::Scan =>
            ("PDF นี้เป็นภาพสแกน ไม่มีตัวอักษร จึงค้นหาคำไม่ได้ และโปรแกรมอ่านออกเสียงอ่านไม่ได้",
             "บันทึกเป็น PDF จาก Word หรือ Excel โดยตรง หรือสแกนแบบ OCR และตรวจด้วยตาว่าไม่มีข้อมูลส่วนบุคคล ถ้าต้องเป็นฉบับลงนาม ให้คงไว้และเขียน [[allow]] code = \"pdf-scan\" reason = \"ฉบับลงนาม\""),
            ("this PDF is a scan without text: it cannot be searched or read aloud",
             "save it as PDF from Word or Excel, or scan with OCR; look for personal data with your own eyes; keep a signed original, and write [[allow]] code = \"pdf-scan\" reason = \"signed\"");
        Advice "file-unsearchable":
        Self::Unsearchable(Unsearchable::Unmapped) =>
            ("แบบอักษรใน PDF นี้ไม่บอกว่าเป็นตัวอักษรใด จึงค้นหาข้อมูลส่วนบุคคลไม่ได้",
             "บันทึกเป็น PDF ใหม่จากต้นฉบับ โดยใช้ “บันทึกเป็น PDF” ของ Word และตรวจด้วยตาว่าไม่มีเลขประจำตัวประชาชน"),
            ("a font of this PDF does not say which letters it shows, so it could not be searched for personal data",
             "save the PDF anew from the original, with \"Save as PDF\" of Word; look for citizen numbers with your own eyes"),
        Self::Unsearchable(Unsearchable::Unread) =>
            ("เนื้อหาบางหน้าของ PDF นี้เขียนผิดรูปแบบ โปรแกรมอ่านไม่ได้ จึงค้นหาข้อมูลส่วนบุคคลไม่ได้",
             "เปิดไฟล์ สั่งพิมพ์เป็น PDF ใหม่ วางแทน และตรวจด้วยตาว่าไม่มีเลขประจำตัวประชาชน"),
            ("some pages of this PDF are not written as the format wants it and could not be read, so they were not searched for personal data",
             "open it and print it to a new PDF to put in its place; look for citizen numbers with your own eyes"),
        Self::Unsearchable(Unsearchable::Inside) =>
            ("ในไฟล์นี้มีไฟล์อื่นแนบหรือบีบอัดอยู่ ซึ่งโปรแกรมค้นหาข้อมูลส่วนบุคคลไม่ได้ทั้งหมด เช่น ภาพสแกน หรือไฟล์ Word และ Excel รุ่นเก่า",
             "วางไฟล์ข้างในเป็นไฟล์แยกทีละไฟล์ และตรวจด้วยตาว่าไม่มีเลขประจำตัวประชาชน"),
            ("files are packed into this file or attached to it that could not all be searched for personal data, such as scans or old Word and Excel",
             "put them beside it as files of their own; look for citizen numbers with your own eyes"),
        Self::Unsearchable(Unsearchable::Pictures) =>
            ("ในไฟล์นี้มีแต่รูป ไม่มีข้อความ จึงค้นหาข้อมูลส่วนบุคคลไม่ได้ และผู้อ่านค้นหาหรือฟังไม่ได้",
             "ตรวจรูปด้วยตาว่าไม่มีเลขประจำตัวประชาชน พิมพ์ข้อความสำคัญไว้ใต้ส่วนหัว +++ ถ้าเป็นภาพถ่าย ให้วางรูปข้างเอกสารทีละไฟล์"),
            ("this file holds pictures and no text, so it could not be searched for personal data, nor can readers search it",
             "look for citizen numbers with your own eyes, and write what matters below the front matter; put photographs beside the document one by one"),
        Self::Unsearchable(Unsearchable::TooMuch) =>
            ("เนื้อไฟล์มากเกินไป จึงค้นหาข้อมูลส่วนบุคคลได้ไม่หมด", "แบ่งเป็นหลายไฟล์ และตรวจด้วยตาว่าไม่มีเลขประจำตัวประชาชน"),
            ("there is too much in this file to search all of it for personal data",
             "divide it into several files; look for citizen numbers with your own eyes");
        Advice "file-duplicate":
        Self::Duplicate { other, also: Some((one, two)) } =>
            (format!("เนื้อไฟล์เหมือนกับ `{other}` ทุกประการ"),
             format!("เก็บไว้ไฟล์เดียว แล้วเขียน also = [\"{two}\"] ในเอกสารของข้อ {one} ที่มีไฟล์นั้น")),
            (format!("the content is the same as that of `{other}`"),
             format!("keep one of them, and write also = [\"{two}\"] in the document of item {one} that has it")),
        Self::Duplicate { other, also: None } =>
            (format!("เนื้อไฟล์เหมือนกับ `{other}` ทุกประการ"),
             "เก็บไว้ไฟล์เดียว ถ้าเอกสารสองฉบับใช้ไฟล์เดียวกัน ให้อ้างชื่อเดียวกันใน files ของทั้งสองฉบับ"),
            (format!("the content is the same as that of `{other}`"),
             "keep one of them; two documents may name the same file under files");
        Advice "own-table": Self::OwnTable =>
            ("ไฟล์นี้เผยแพร่แทนตารางชื่อเดียวกันที่โปรแกรมทำจากแถวข้อมูล และไม่เปลี่ยนตามเมื่อแก้แถว".to_owned(),
             "ถ้าดาวน์โหลดตารางมาแก้แล้ววางกลับ ให้แก้ที่แถวข้อมูลแล้วลบไฟล์นี้ ถ้าเป็นไฟล์อื่น เปลี่ยนชื่อไฟล์ แล้วทั้งสองไฟล์จะเผยแพร่"),
            ("this file is published instead of the table of that name which is made of the rows, and does not change with them".to_owned(),
             "if the table was downloaded, changed and put here, change the rows and delete this file; if it is another file, rename it, and both are published");
        Warning "file-of-other-year": Self::OtherYear { other, year } =>
            (format!("เนื้อไฟล์เหมือนกับ `{other}` ของปี {year} ทุกประการ น่าจะเป็นไฟล์ของปีก่อน"),
             "วางไฟล์ของปีนี้แทน ถ้าเป็นแผนหลายปี ให้เขียน period = \"2566..2570\" ตามจริง"),
            (format!("the content is the same as that of `{other}` of {year}: probably last year's file"),
             "put this year's file in its place; for a plan of several years, write its period = \"2566..2570\"");
    }
}

const PRINTED: Both = Both {
    thai: "เปิดในเบราว์เซอร์ สั่งพิมพ์ แล้วบันทึกเป็น PDF (.pdf) วางแทน หรือคัดลอกข้อความไปไว้ใน index.md แล้วลบไฟล์นี้",
    english: "open it in a browser and print it to a PDF (.pdf) to put in its place, or move its text into index.md and delete it",
};

const DRAWN: Both = Both {
    thai: "เปิดในโปรแกรมที่วาด แล้วบันทึกเป็น PNG (.png) หรือ PDF (.pdf) วางแทน",
    english: "open it in the program that drew it, and put a PNG (.png) or PDF (.pdf) in its place",
};

fn wrong_ending(language: Language, ending: &str, kind: FileKind) -> String {
    let thai = match kind {
        FileKind::Html => "หน้าเว็บ (HTML)".to_owned(),
        FileKind::Text => "ข้อความล้วน".to_owned(),
        kind => format!(" {}", kind.name()),
    };
    let english = kind.name();
    match ending {
        "" => language.choose(
            format!("ชื่อไฟล์ไม่มีนามสกุล เนื้อไฟล์เป็น{thai} ผู้อ่านจึงเปิดไม่ได้"),
            format!("the file's name has no ending; its content is {english}, and readers cannot open it"),
        ),
        ending => language.choose(
            format!("ชื่อไฟล์ลงท้ายด้วย .{ending} แต่เนื้อไฟล์เป็น{thai}"),
            format!("the file's name ends in .{ending}, but its content is {english}"),
        ),
    }
}

fn renamed(language: Language, name: Option<&str>) -> String {
    match name {
        Some(name) => language.choose(
            format!("เปลี่ยนชื่อไฟล์เป็น `{name}` และแก้ชื่อในเอกสารที่อ้างถึง"),
            format!("rename it to `{name}`, in the documents that name it too"),
        ),
        None => language
            .choose(
                "น่าจะดาวน์โหลดหรือบันทึกผิด เปิดดูไฟล์ แล้ววางไฟล์ฉบับจริงแทน",
                "probably a download or save gone wrong: open it, and put the real file in its place",
            )
            .to_owned(),
    }
}
