//! A file that cannot be read: no text, no TOML, no front matter.

use super::expected::Expected;
use super::language::{Language, Words};
use super::meant::Meant;
use crate::files::SpecialEntry;

/// Why a file is not read, or not all of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ReadingFault {
    NotUtf8,
    /// Another program's file under a document's name.
    OfProgram {
        program: &'static str,
    },
    Unreadable {
        reason: Option<String>,
    },
    /// It is a way to another program or a machine.
    NoFile(SpecialEntry),
    /// A text file that is too large to be one.
    TextTooLarge {
        /// Its size in megabytes, rounded up.
        mb: u64,
        /// The size that passes.
        most_mb: u64,
    },
    /// An evidence file is not the one any more that was looked into.
    ChangedMeanwhile,
    TomlSyntax {
        fault: TomlFault,
        /// The line as it was meant.
        meant: Option<Box<Meant>>,
        /// The key of the line, and what it takes.
        key: Option<(String, Expected)>,
        /// Whether the body of a document stands below.
        in_front_matter: bool,
    },
    YamlFrontMatter {
        converted: String,
    },
    FrontMatterMissing,
    FrontMatterUnclosed {
        /// The line that was to close it.
        closed_by: Option<String>,
    },
    /// What Git leaves where two people changed the same lines.
    MergeConflict,
    /// Front matter that would be shown as text.
    FrontMatterMisread {
        why: Misread,
        /// How it should begin, with the keys that were found.
        meant: String,
    },
}

/// Why front matter was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Misread {
    /// Something stands above it.
    Above,
    /// Its first line is not `+++`.
    Fence,
    /// Its keys stand without a first line.
    Keys,
    /// Some was read before it.
    Again,
    /// Its lines end with CR alone.
    LineEnds,
}

faults! {
    ReadingFault {
        Error "not-utf8":
        Self::OfProgram { program } =>
            (format!("ไฟล์นี้เป็น {program} ไม่ใช่ข้อความธรรมดา แม้ชื่อจะลงท้ายอย่างเอกสาร"),
             "เปิดในโปรแกรมนั้น คัดลอกข้อความไปวางใน Notepad แล้วบันทึกเป็นไฟล์นี้ (ชนิด All Files การเข้ารหัส UTF-8) ถ้าเป็นหลักฐาน แก้นามสกุลของไฟล์ให้ตรง"),
            (format!("this file is {program} and no plain text, whatever its name ends with"),
             "open it there, paste the text into Notepad, and save that under this name (All Files, UTF-8); evidence needs its own ending"),
        Self::NotUtf8 =>
            ("ไฟล์นี้ไม่ได้บันทึกเป็น UTF-8 จึงอ่านภาษาไทยไม่ได้",
             "สั่ง oit check --fix หรือเปิดไฟล์ใน Notepad เลือก บันทึกเป็น แล้วตั้งการเข้ารหัสเป็น UTF-8 (ไฟล์เก่ามักเป็น Windows-874)"),
            ("this file is not saved as UTF-8",
             "run oit check --fix, or save it again with the encoding UTF-8 (old files are mostly Windows-874)");
        Error "unreadable":
        Self::Unreadable { reason: Some(reason) } =>
            (format!("เปิดอ่านไม่ได้: {reason}"), "ตรวจสิทธิ์ของไฟล์ และปิดโปรแกรมอื่นที่เปิดไฟล์นี้ค้างอยู่"),
            (format!("cannot be read: {reason}"),
             "check its permissions and close other programs that hold it open"),
        Self::NoFile(kind) =>
            (format!("เป็น{} ไม่ใช่ไฟล์ โปรแกรมจึงไม่เปิดและไม่เผยแพร่", match kind {
                SpecialEntry::Pipe => "ท่อส่งข้อมูลระหว่างโปรแกรม (FIFO)",
                SpecialEntry::Socket => "ช่องต่อระหว่างโปรแกรม (socket)",
                SpecialEntry::Device => "อุปกรณ์ของเครื่อง (device)",
            }), "ลบหรือย้ายออกจากโฟลเดอร์ของเว็บไซต์ แล้ววางไฟล์จริงแทน"),
            (format!("this is a {} and no file, so it is neither opened nor published", match kind {
                SpecialEntry::Pipe => "named pipe (FIFO)",
                SpecialEntry::Socket => "socket",
                SpecialEntry::Device => "device",
            }), "take it out of the site's folder, and put the real file in its place"),
        Self::Unreadable { reason: None } =>
            ("เป็นทางลัด (symbolic link) ซึ่งโปรแกรมไม่ตามไป จึงไม่ถูกเผยแพร่", "คัดลอกไฟล์จริงมาวางแทนทางลัด"),
            ("a symbolic link, which is not followed and not published",
             "put a copy of the real file in its place");
        Error "text-too-large": Self::TextTooLarge { mb, most_mb } =>
            (format!("ไฟล์ข้อความใหญ่ {mb} MB เกิน {most_mb} MB จึงไม่ได้อ่าน"),
             "แบ่งเป็นหลายไฟล์ ตารางใหญ่ให้วางเป็น .xlsx หรือ .csv แล้วเขียน [[table]] file = \"ชื่อไฟล์.xlsx\""),
            (format!("the text file has {mb} MB, more than {most_mb} MB, and was not read"),
             "divide it into several files; put a large table beside it as .xlsx or .csv, and write [[table]] file = \"name.xlsx\"");
        Error "changed-meanwhile": Self::ChangedMeanwhile =>
            ("ไฟล์ถูกแก้ไขหรือย้ายไประหว่างสร้างเว็บไซต์ จึงยังไม่ได้เผยแพร่อะไร",
             "รอให้บันทึกหรือซิงก์ไฟล์เสร็จก่อน แล้วสั่ง oit build อีกครั้ง"),
            ("the file was changed or moved while the site was being built, so nothing was published",
             "wait until it is saved or synchronised, and run oit build again");
        Error "toml-syntax":
        Self::TomlSyntax { fault, meant: Some(meant), .. } =>
            (fault.words(Language::Thai).message, meant.help(Language::Thai)),
            (fault.words(Language::English).message, meant.help(Language::English)),
        Self::TomlSyntax { fault, meant: None, key, in_front_matter } =>
            fault.told(key.as_ref(), *in_front_matter, Language::Thai),
            fault.told(key.as_ref(), *in_front_matter, Language::English);
        Error "yaml-front-matter": Self::YamlFrontMatter { converted } =>
            ("ส่วนหัวเขียนแบบ YAML (---) ระบบนี้ใช้ TOML ระหว่างบรรทัด +++", format!("เขียนส่วนหัวใหม่ดังนี้\n{converted}")),
            ("front matter is YAML (---); oit uses TOML between +++ lines",
             format!("write it like this\n{converted}"));
        Error "front-matter-missing": Self::FrontMatterMissing =>
            ("ไม่มีส่วนหัว +++ ที่ต้นไฟล์",
             "เริ่มไฟล์ด้วยบรรทัดเหล่านี้\n+++\ntitle = \"ชื่อเอกสาร\"\ndate = \"2566-01-31\"\n+++"),
            ("no +++ front matter at the start of the file",
             "start the file with\n+++\ntitle = \"Title\"\ndate = \"2566-01-31\"\n+++");
        Error "front-matter-unclosed":
        Self::FrontMatterUnclosed { closed_by: Some(signs) } =>
            (format!("ส่วนหัวเปิดด้วย +++ แต่บรรทัดที่ปิดเป็น {signs}"), "เปลี่ยนบรรทัดนี้เป็น +++"),
            (format!("front matter opens with +++, but the line that closes it is {signs}"), "make this line +++"),
        Self::FrontMatterUnclosed { closed_by: None } =>
            ("ส่วนหัวเปิดด้วย +++ แต่ไม่มีบรรทัด +++ ปิดท้าย", "เพิ่มบรรทัด +++ ต่อจากคีย์สุดท้าย ก่อนเนื้อหา"),
            ("front matter opens with +++ but no +++ line closes it", "add a +++ line after the last key");
        Error "front-matter-misread":
        Self::FrontMatterMisread { why: Misread::Above, meant } =>
            ("มีข้อความอยู่เหนือส่วนหัว ส่วนหัวจึงไม่มีผลและจะถูกเผยแพร่เป็นข้อความ",
             format!("ย้ายส่วนหัวขึ้นไปเริ่มที่บรรทัดแรกของไฟล์\n{meant}")),
            ("something stands above the front matter, so it has no effect and would be published as text",
             format!("move the front matter up to the first line of the file\n{meant}")),
        Self::FrontMatterMisread { why: Misread::Fence, meant } =>
            ("บรรทัดแรกของส่วนหัวไม่ใช่ +++ ส่วนหัวจึงไม่มีผลและจะถูกเผยแพร่เป็นข้อความ",
             format!("บรรทัดบนและล่างของส่วนหัวมีเพียง +++\n{meant}")),
            ("the first line of the front matter is not +++, so it has no effect and would be published as text",
             format!("the lines above and below the keys hold +++ alone\n{meant}")),
        Self::FrontMatterMisread { why: Misread::Keys, meant } =>
            ("คีย์ของส่วนหัวไม่ได้อยู่ระหว่างบรรทัด +++ จึงไม่มีผลและจะถูกเผยแพร่เป็นข้อความ",
             format!("เริ่มไฟล์ด้วยบรรทัดเหล่านี้\n{meant}")),
            ("keys of the front matter do not stand between +++ lines, so they have no effect and would be published as text",
             format!("start the file with\n{meant}")),
        Self::FrontMatterMisread { why: Misread::Again, meant } =>
            ("มีส่วนหัวอีกชุดในเนื้อหา ซึ่งไม่มีผลและจะถูกเผยแพร่เป็นข้อความ",
             format!("ส่วนหัวมีได้ชุดเดียวที่ต้นไฟล์ ย้ายคีย์ไปรวมไว้ที่นั่นแล้วลบชุดนี้ ถ้าเป็นเอกสารอีกฉบับให้แยกเป็นไฟล์ใหม่\n{meant}")),
            ("there is front matter again in the body; it has no effect and would be published as text",
             format!("a file has one front matter, at its start: move the keys there and delete these lines; a second document is a file of its own\n{meant}")),
        Self::FrontMatterMisread { why: Misread::LineEnds, meant } =>
            ("บรรทัดในไฟล์นี้ขึ้นบรรทัดใหม่แบบโปรแกรมเก่า (CR) จึงอ่านส่วนหัวไม่ออก",
             format!("เปิดใน Notepad แล้วขึ้นบรรทัดใหม่ด้วย Enter ทุกบรรทัด บันทึกใหม่\n{meant}")),
            ("the lines of this file end as very old programs end them (CR), so its front matter cannot be read",
             format!("open it in an editor and save it with Windows or Unix line ends\n{meant}"));
        Error "merge-conflict": Self::MergeConflict =>
            ("มีเครื่องหมายของ Git ค้างอยู่ สองคนแก้บรรทัดเดียวกัน และยังไม่ได้เลือกว่าจะใช้ของใคร",
             "เลือกข้อความที่ถูกต้อง แล้วลบบรรทัด <<<<<<< ======= และ >>>>>>> ออกทั้งหมด"),
            ("a marker of Git is left: two people changed the same lines and nobody has chosen yet",
             "keep the right text and delete the lines <<<<<<<, ======= and >>>>>>>");
    }
}

/// What a TOML parser stumbled on, as far as a clerk needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TomlFault {
    /// A key in Thai, or with other signs than letters, digits, `-` and `_`.
    Key,
    /// Text without quotation marks, or with curly ones.
    Unquoted,
    /// No value after `=`.
    NoValue,
    /// A quotation mark that is never closed.
    UnclosedText,
    /// A text that opens with one quotation mark and closes with another.
    MixedQuotes,
    /// A number with zeros in front, as telephone numbers have.
    LeadingZero,
    /// A key or table that was there before.
    Duplicate(String),
    /// `[table]` for each of several rows, which takes `[[table]]`.
    RowTwice(String),
    /// `[table` without `]`.
    UnclosedTable,
    /// A key without `=`.
    NoEquals,
    /// A list without comma or end.
    List,
    /// More on the line than one key and value.
    TwoOnALine,
    /// A backslash with a meaningless letter after it.
    Escape,
    /// `:` where `=` belongs.
    Colon,
    /// A letter outside of quotation marks that nobody sees.
    Unseen {
        /// Its code point, `U+00A0`.
        number: String,
    },
    /// Sentences: text of the page, or remarks without their `#`.
    Prose {
        /// On how many lines in a row.
        lines: usize,
    },
    /// Straight quotation marks inside a text.
    InnerQuotes,
    /// The code that shows a map, where its address belongs.
    Embedded,
    /// A text that goes on in the next line.
    Lines,
    /// `{ … }` without a comma or a key.
    Inline,
    /// A second `=`.
    ExtraEquals,
    /// `True`, `FALSE`.
    Truth,
    /// A number or a day that is none.
    Number,
    /// Anything else, in the parser's English.
    Other(String),
    /// Faults on so many more lines, which are not told one by one.
    More(usize),
}

words! {
    TomlFault {
        Self::Key =>
            ("ชื่อคีย์ต้องเป็นอักษรอังกฤษ ตัวเลข - หรือ _ เท่านั้น", "ใช้ชื่อคีย์ภาษาอังกฤษ เช่น title = \"ชื่อเอกสาร\" ถ้าเป็นข้อความ ย้ายไปไว้ใต้ +++ ที่สอง หรือใส่ # ไว้ต้นบรรทัด"),
            ("a key takes English letters, digits, - and _ only",
             "use the English name, as in title = \"Title\"; move text below the second +++, or put # before it");
        Self::Unquoted =>
            ("ข้อความต้องอยู่ในเครื่องหมายคำพูด \" \"", "เขียนในรูป คีย์ = \"ข้อความ\" ใช้เครื่องหมาย \" ตรง ไม่ใช่ “ ”"),
            ("text must stand in quotation marks \" \"",
             "write key = \"text\" with straight \" marks, not “ ”");
        Self::NoValue =>
            ("ไม่มีค่าหลังเครื่องหมาย =", "ใส่ค่า เช่น title = \"ชื่อเอกสาร\" หรือลบทั้งบรรทัด"),
            ("there is no value after =", "give it a value, or remove the line");
        Self::UnclosedText =>
            ("เปิดเครื่องหมายคำพูดแล้วไม่ได้ปิดในบรรทัดเดียวกัน", "เพิ่ม \" ที่ท้ายข้อความ"),
            ("a quotation mark is not closed on its line", "add \" at the end of the text");
        Self::MixedQuotes =>
            ("เครื่องหมายคำพูดที่เปิดกับที่ปิดไม่เหมือนกัน", "ใช้ \" ทั้งต้นและท้ายข้อความ"),
            ("a text opens with one quotation mark and closes with another",
             "use \" at both ends of the text");
        Self::LeadingZero =>
            ("ตัวเลขขึ้นต้นด้วย 0 ไม่ได้", "หมายเลขโทรศัพท์หรือรหัส ครอบด้วย \" \" ส่วนจำนวน ลบ 0 ข้างหน้าออก"),
            ("a number cannot start with 0",
             "put a telephone number or code in \" \"; of an amount, remove the 0 in front");
        Self::Duplicate(key) =>
            (format!("คีย์ `{key}` เขียนไว้แล้วก่อนหน้านี้"), "เหลือไว้บรรทัดเดียว"),
            (format!("key `{key}` was there before"), "keep one of the lines");
        Self::RowTwice(heading) =>
            (format!("หัว [{heading}] มีมากกว่าหนึ่งแถว หัวของทุกแถวต้องมีวงเล็บสองชั้น"), format!("หัวของทุกแถวเขียนเป็น [[{heading}]]")),
            (format!("[{heading}] heads more than one row; every row has two brackets"), format!("write [[{heading}]] above every row"));
        Self::UnclosedTable =>
            ("หัวตารางไม่มี ] ปิดท้าย", "เขียนในรูป [ชื่อ] หรือ [[ชื่อ]]"),
            ("a table heading lacks its ]", "write [name] or [[name]]");
        Self::NoEquals =>
            ("คีย์ไม่มีเครื่องหมาย = ตามหลัง", "เขียนในรูป คีย์ = ค่า"),
            ("a key without =", "write key = value");
        Self::List =>
            ("รายการในวงเล็บ [ ] ขาดจุลภาคหรือไม่ได้ปิด",
             "คั่นทุกค่าด้วยจุลภาค แล้วปิดด้วย ] เช่น [1, 2] หรือ [\"clerk\", \"finance\"]"),
            ("a list in [ ] lacks a comma or its end",
             "put a comma between the values and ] at the end, as in [1, 2] or [\"clerk\", \"finance\"]");
        Self::TwoOnALine =>
            ("บรรทัดนี้มีอย่างอื่นต่อท้ายค่า", "ขึ้นบรรทัดใหม่สำหรับแต่ละคีย์ เครื่องหมายคำพูดข้างในข้อความใช้ “ ” หมายเหตุขึ้นต้นด้วย #"),
            ("something else follows the value on this line",
             "start a new line for each key; inside a text use “ ”, and put # before a remark");
        Self::Escape =>
            ("เครื่องหมาย \\ ในข้อความต้องตามด้วยตัวอักษรที่มีความหมาย", "ใช้ / แทน \\ ในชื่อไฟล์ หรือครอบข้อความด้วย ' '"),
            ("a \\ in text needs a letter that has a meaning",
             "use / instead of \\ in file names, or put the text in ' '");
        Self::Colon =>
            ("ใช้ : แทนเครื่องหมาย =", "เขียนในรูป คีย์ = ค่า ข้อความครอบด้วย \" \""),
            (": stands where = belongs", "write key = value, and put text in \" \"");
        Self::Unseen { number } =>
            (format!("มีอักขระที่มองไม่เห็น ({number}) นอกเครื่องหมายคำพูด มักติดมาจาก Word หรือเว็บไซต์"),
             "พิมพ์บรรทัดนี้ใหม่ หรือสั่ง oit check --fix"),
            (format!("a letter that cannot be seen ({number}) stands outside of quotation marks; it mostly comes from Word or a website"),
             "type the line anew, or run oit check --fix");
        Self::Prose { lines } =>
            (match lines {
                1 => "บรรทัดนี้เป็นข้อความ ไม่ใช่ คีย์ = ค่า".to_owned(),
                lines => format!("{lines} บรรทัดตั้งแต่บรรทัดนี้เป็นข้อความ ไม่ใช่ คีย์ = ค่า"),
             },
             "ถ้าเป็นเนื้อหาของหน้า ย้ายไปไว้ใต้บรรทัด +++ ที่สอง ถ้าเป็นคำแนะนำหรือหมายเหตุ ใส่ # ไว้ต้นบรรทัด"),
            (match lines {
                1 => "this line is text and not key = value".to_owned(),
                lines => format!("{lines} lines from here on are text and not key = value"),
             },
             "if it belongs to the page, move it below the second +++ line; if it is a remark, put # in front");
        Self::InnerQuotes =>
            ("มีเครื่องหมาย \" อยู่ข้างในข้อความ", "ข้างในข้อความใช้ “ ” แทน"),
            ("there are \" marks inside the text", "use “ ” inside a text");
        Self::Embedded =>
            ("เป็นโค้ดฝังแผนที่ (iframe) ไม่ใช่ที่อยู่",
             "เปิดแผนที่ กด แชร์ แล้วคัดลอกลิงก์ เขียนเป็น map = \"https://…\" ด้วยลิงก์นั้น"),
            ("this is the code that embeds a map (iframe) and no address",
             "open the map, choose Share and copy the link: map = \"https://…\" with that link");
        Self::Lines =>
            ("ข้อความขึ้นบรรทัดใหม่ก่อนปิดเครื่องหมายคำพูด", "เขียนให้อยู่ในบรรทัดเดียว"),
            ("a text goes on in the next line before its quotation mark closes", "write it on one line");
        Self::Inline =>
            ("ใน { } ขาดจุลภาค ขาดคีย์ หรือไม่ได้ปิด", "เขียนเช่น { path = \"plan.pdf\", title = \"แผน\" } คั่นด้วยจุลภาค"),
            ("something in { } lacks a comma, its key or its end",
             "write { path = \"plan.pdf\", title = \"Plan\" } with a comma between");
        Self::ExtraEquals =>
            ("มีเครื่องหมาย = เกินมา", "เขียนในรูป คีย์ = ค่า"),
            ("there is an = too many", "write key = value");
        Self::Truth =>
            ("ค่านี้ต้องเป็น true หรือ false ตัวพิมพ์เล็ก", "เขียนในรูป คีย์ = true หรือ คีย์ = false"),
            ("this must be true or false, in small letters", "write key = true or key = false");
        Self::Number =>
            ("อ่านค่านี้เป็นตัวเลขหรือวันที่ไม่ได้",
             "จำนวนเขียนตัวเลขล้วน เช่น 250000 วันที่เขียน \"2566-01-31\" อย่างอื่นครอบด้วย \" \""),
            ("this can be read neither as a number nor as a day",
             "write a number in figures alone, as 250000, a day as \"2566-01-31\", and put anything else in \" \"");
        Self::Other(detail) =>
            ("บรรทัดนี้ไม่ใช่ คีย์ = ค่า", "เขียนในรูป คีย์ = ค่า บรรทัดละหนึ่งคีย์ ถ้าเป็นหมายเหตุ ใส่ # ไว้ต้นบรรทัด"),
            (format!("this is not key = value ({detail})"), "write key = value, one on a line; put # before a remark");
        Self::More(lines) =>
            (format!("รูปแบบ TOML ผิดอีก {lines} บรรทัด"),
             "แก้บรรทัดข้างบนก่อน แล้วตรวจใหม่ ไฟล์ที่ผิดเกือบทุกบรรทัดมักไม่ใช่ TOML"),
            (format!("{lines} more lines are not TOML"),
             "mend the lines above and check again; where nearly every line is wrong, the file is no TOML");
    }
}

impl TomlFault {
    /// What is said of it where nobody knows what was meant, as far as the key and the file decide it.
    fn told(
        &self,
        key: Option<&(String, Expected)>,
        in_front_matter: bool,
        language: Language,
    ) -> Words {
        let mut words = self.words(language);
        let of_value = matches!(
            self,
            Self::Unquoted | Self::NoValue | Self::List | Self::Number | Self::Truth | Self::Inline
        );
        match (self, key) {
            (Self::Unquoted, Some((key, Expected::Text))) => {
                let example = Expected::Text.example(key, language);
                words.help = language.choose(
                    format!("{example} ใช้เครื่องหมาย \" ตรง ไม่ใช่ “ ”"),
                    format!("{example}, with straight \" marks, not “ ”"),
                );
            }
            (_, Some((key, expected))) if of_value => words.help = expected.example(key, language),
            (Self::Key | Self::Prose { .. }, _) if !in_front_matter => {
                let help = language.choose(
                    "ชื่อคีย์เป็นภาษาอังกฤษ เขียนในรูป คีย์ = ค่า ถ้าเป็นหมายเหตุ ใส่ # ไว้ต้นบรรทัด",
                    "keys are in English, as key = value; put # before a remark",
                );
                help.clone_into(&mut words.help);
            }
            _ => {}
        }
        words
    }
}
