//! Faults inside a text: letters that look right and are wrong, Markdown that shows its signs, and what no
//! page shows.

use super::language::Language::{self, English, Thai};
use super::words::Both;

/// Faults inside a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TextFault {
    /// Letters that are wrong.
    Letters {
        /// In which way the letters are wrong.
        slip: Slip,
        /// What is written, as it is shown to people.
        written: String,
        /// What is meant, where that is certain or nearly so.
        meant: Option<String>,
        /// How many more places of the file this finding stands for.
        more: usize,
    },
    /// The name of a file or folder has such letters.
    FileName {
        /// The name it should have.
        meant: String,
    },
    /// Asterisks meant as emphasis that the page shows as they are.
    LiteralAsterisks,
    /// A link without an end, which the page shows as it was typed.
    LiteralLink,
    /// A row of a table that is none, which the page shows as it was typed.
    LiteralTable,
    /// Rows whose columns are set apart by blanks, and not the same in all of them.
    LiteralColumns,
    /// The mark of a footnote that says nothing, which the page shows as it was typed.
    LiteralFootnote,
    /// A block of code that nothing closes.
    UnclosedCode,
    /// An image that says nothing to who cannot see it.
    ImageWithoutText {
        /// The file's name or other filling that stands there instead.
        written: String,
    },
    /// A picture on another host, which browsers are told not to fetch.
    PictureElsewhere {
        /// The host that it lies on.
        host: String,
    },
    /// An element that no page carries.
    LeftOut {
        /// The name of the HTML element.
        element: &'static str,
        /// The host of what it would show.
        host: Option<String>,
    },
    /// A heading that is more than one level below what is above it.
    HeadingOrder {
        /// Its level, as written.
        level: u8,
        /// The level it should have.
        meant: u8,
    },
}

/// How letters are wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// A letter of another script inside a Thai word.
    Foreign,
    /// ำ in two parts, or set apart from its consonant.
    SaraAm,
    /// เเ for แ.
    SaraAe,
    /// Vowel and tone marks in the wrong order, doubled, or set apart from their letter.
    MarkOrder,
    /// A mark where no letter can carry it.
    StrayMark,
    /// Control and zero-width characters.
    Invisible,
    /// Letters of the private area that old Thai fonts use for shifted marks.
    OldFont,
    /// A letter that was lost when the text was converted.
    Lost,
    /// Thai that was read in the wrong encoding and saved so.
    Mojibake,
    /// ๐ for the letter O: ๐๑.
    ZeroForO,
    /// A Latin letter and its accent as two characters.
    Decomposed,
}

impl Slip {
    /// Whether `oit check --fix` puts it right.
    pub fn is_fixable(self) -> bool {
        match self {
            Self::SaraAm
            | Self::SaraAe
            | Self::MarkOrder
            | Self::Invisible
            | Self::OldFont
            | Self::Decomposed => true,
            Self::Foreign | Self::StrayMark | Self::Lost | Self::Mojibake | Self::ZeroForO => false,
        }
    }
}

// None is an error: the page is there and can be read.
faults! {
    TextFault {
        Warning "foreign-letter": Self::Letters { slip: Slip::Foreign, written, meant, more } =>
            (format!("`{written}` มีตัวอักษรของภาษาอื่นปนอยู่ในคำไทย{}", and_more(Thai, *more)),
             compared(Thai, meant.as_deref())),
            (format!("`{written}` has a letter of another script inside a Thai word{}", and_more(English, *more)),
             compared(English, meant.as_deref()));
        Warning "split-sara-am": Self::Letters { slip: Slip::SaraAm, written, meant, more } =>
            (format!("สระอำใน `{written}` แยกออกจากกัน มักเกิดจากการคัดลอกจาก PDF{}", and_more(Thai, *more)),
             fixed(Thai, meant.as_deref())),
            (format!("the sara am of `{written}` came apart, as in text copied from a PDF{}", and_more(English, *more)),
             fixed(English, meant.as_deref()));
        Warning "double-sara-e": Self::Letters { slip: Slip::SaraAe, written, meant, more } =>
            (format!("`{written}` ใช้สระเอสองตัวแทนสระแอ{}", and_more(Thai, *more)), fixed(Thai, meant.as_deref())),
            (format!("`{written}` has two sara e for one sara ae{}", and_more(English, *more)),
             fixed(English, meant.as_deref()));
        Warning "mark-order": Self::Letters { slip: Slip::MarkOrder, written, meant, more } =>
            (format!("สระหรือวรรณยุกต์ใน `{written}` สลับลำดับ ซ้ำ หรือห่างจากพยัญชนะ{}", and_more(Thai, *more)),
             fixed(Thai, meant.as_deref())),
            (format!("the marks of `{written}` are in the wrong order, doubled or set apart{}", and_more(English, *more)),
             fixed(English, meant.as_deref()));
        Warning "stray-mark": Self::Letters { slip: Slip::StrayMark, written, meant, more } =>
            (format!("สระหรือวรรณยุกต์ใน `{written}` อยู่ผิดที่{}", and_more(Thai, *more)), compared(Thai, meant.as_deref())),
            (format!("a vowel or tone mark of `{written}` stands where none can{}", and_more(English, *more)),
             compared(English, meant.as_deref()));
        Warning "invisible-letter": Self::Letters { slip: Slip::Invisible, written, more, .. } =>
            (format!("มีอักขระที่มองไม่เห็น ({written}) อยู่ในข้อความ จึงค้นคำนี้ไม่พบ{}", and_more(Thai, *more)),
             "ลบทั้งคำแล้วพิมพ์ใหม่ หรือสั่ง oit check --fix"),
            (format!("an invisible character ({written}) stands in the text{}", and_more(English, *more)),
             "delete the word and type it anew, or run oit check --fix");
        Warning "old-font-letter": Self::Letters { slip: Slip::OldFont, written, meant, more } =>
            (format!("มีอักขระของฟอนต์เก่า ({written}) ซึ่งเครื่องอื่นแสดงเป็นช่องสี่เหลี่ยม{}", and_more(Thai, *more)),
             fixed(Thai, meant.as_deref())),
            (format!("a letter of an old font ({written}) shows as an empty box{}", and_more(English, *more)),
             fixed(English, meant.as_deref()));
        Warning "lost-letter": Self::Letters { slip: Slip::Lost, written, more, .. } =>
            (format!("มีตัวอักษรที่เสียไประหว่างแปลงไฟล์ ({written}){}", and_more(Thai, *more)),
             "เทียบกับต้นฉบับ แล้วพิมพ์ตัวอักษรที่หายไปใหม่"),
            (format!("a letter was lost when the text was converted ({written}){}", and_more(English, *more)),
             "compare with the original and type the lost letter anew");
        Warning "mojibake": Self::Letters { slip: Slip::Mojibake, written, meant, more } =>
            (format!("`{written}` เป็นภาษาไทยที่เปิดผิดการเข้ารหัสแล้วบันทึกทับ จึงอ่านไม่ออก{}", and_more(Thai, *more)),
             copied(Thai, meant.as_deref())),
            (format!("`{written}` is Thai that was opened in the wrong encoding and saved so{}", and_more(English, *more)),
             copied(English, meant.as_deref()));
        Warning "zero-for-o": Self::Letters { slip: Slip::ZeroForO, written, meant, more } =>
            (format!("`{written}` ใช้เลขศูนย์ไทยแทนอักษร O{}", and_more(Thai, *more)), compared(Thai, meant.as_deref())),
            (format!("`{written}` has the Thai digit zero for the letter O{}", and_more(English, *more)),
             compared(English, meant.as_deref()));
        Advice "decomposed-letter": Self::Letters { slip: Slip::Decomposed, written, meant, more } =>
            (format!("`{written}` เก็บตัวอักษรกับเครื่องหมายแยกกันเป็นสองอักขระ{}", and_more(Thai, *more)),
             fixed(Thai, meant.as_deref())),
            (format!("`{written}` keeps a letter and its accent as two characters{}", and_more(English, *more)),
             fixed(English, meant.as_deref()));
        Advice "file-name-letters": Self::FileName { meant } =>
            ("ชื่อไฟล์หรือโฟลเดอร์มีตัวอักษรที่ผิด แม้ดูเหมือนถูก จึงค้นไม่พบและอ้างถึงไม่ได้",
             format!("เปลี่ยนชื่อเป็น `{meant}` โดยพิมพ์ชื่อใหม่ และแก้ที่ที่อ้างถึงด้วย ถ้าเผยแพร่แล้ว ที่อยู่ของไฟล์จะเปลี่ยน")),
            ("the name of the file or folder has letters that are wrong though they look right",
             format!("rename it `{meant}`, typing the name anew, and change what refers to it; the address of a published file changes with its name"));
        Warning "literal-asterisks": Self::LiteralAsterisks =>
            ("ดอกจันคู่นี้ไม่เป็นตัวหนา หน้าเว็บจะแสดง ** ให้เห็น",
             "ตัวหนาเขียน **คำ** ติดกัน ไม่เว้นวรรคด้านใน เปิดและปิดในย่อหน้าเดียวกัน ถ้าต้องการให้เห็นดอกจันจริง เขียน \\*\\*"),
            ("these asterisks make nothing bold; the page shows `**`",
             "write **bold** without spaces inside, opened and closed in one paragraph; for real asterisks write \\*\\*");
        Warning "literal-link": Self::LiteralLink =>
            ("ลิงก์นี้เขียนไม่ครบ หน้าเว็บจะแสดงวงเล็บให้เห็น กดไม่ได้",
             "เขียน [ข้อความ](ชื่อไฟล์.pdf) ติดกันในบรรทัดเดียว และปิดวงเล็บให้ครบ ถ้าต้องการให้เห็นวงเล็บจริง เขียน \\[ข้อความ\\]"),
            ("this link is not complete: the page shows its brackets",
             "write [text](file.pdf) on one line without a gap, and close both brackets; for real brackets write \\[text\\]");
        Warning "literal-table":
        Self::LiteralTable =>
            ("แถวนี้ไม่เป็นตาราง หน้าเว็บจะแสดงเครื่องหมายที่คั่นช่อง (| หรือ ,) ให้เห็น",
             "วางแถวของตารางติดกันโดยไม่เว้นบรรทัด แถวแรกเป็นหัวตาราง บรรทัดที่สองเป็น |---|---| คั่นทุกช่องด้วย |"),
            ("this row is part of no table: the page shows the signs between its cells (`|` or `,`)",
             "put the rows of the table on lines without a gap; the first is its heading, the second |---|---|; put | between all cells"),
        Self::LiteralColumns =>
            ("ตารางที่เว้นช่องด้วยวรรคนี้มีช่องไม่เท่ากันทุกแถว หน้าเว็บจึงแสดงเป็นข้อความติดกัน",
             "คั่นช่องด้วย | ทุกแถว ช่องที่ว่างก็คั่น เช่น | รวม | | 500 | หรือคัดลอกตารางจาก Excel มาวาง"),
            ("the columns of this table are set apart by blanks and are not the same in every row: the page shows running text",
             "put | between the cells of every row, around empty cells too: | total | | 500 |; or paste the table from Excel");
        Warning "literal-footnote": Self::LiteralFootnote =>
            ("เครื่องหมายเชิงอรรถนี้ไม่มีข้อความของเชิงอรรถ หน้าเว็บจะแสดง [^…] ให้เห็น",
             "เขียนข้อความของเชิงอรรถไว้บรรทัดของตัวเอง เช่น [^1]: ที่มา กองคลัง โดยใช้ชื่อในวงเล็บเดียวกัน ถ้าไม่ใช้ ให้ลบเครื่องหมาย"),
            ("this mark of a footnote has no footnote: the page shows `[^…]`",
             "write the footnote on a line of its own with the same name in brackets, as in [^1]: source; or delete the mark");
        Warning "unclosed-code": Self::UnclosedCode =>
            ("``` บรรทัดนี้ไม่มีบรรทัดปิด ข้อความข้างใต้จึงแสดงเป็นรหัสโปรแกรม",
             "ปิดด้วย ``` บนบรรทัดของตัวเอง ถ้าไม่ได้ตั้งใจเขียนรหัส ให้ลบ ``` บรรทัดนี้"),
            ("nothing closes this ```: the text below it is shown as code",
             "close it with ``` on a line of its own; if no code is meant, delete this line");
        Warning "image-without-text":
        Self::ImageWithoutText { written } if written.is_empty() =>
            ("ภาพนี้ไม่มีข้อความแทนภาพ ผู้พิการทางสายตาและโปรแกรมค้นหาจึงไม่รู้ว่าเป็นภาพอะไร", ALTERNATIVE.thai),
            ("the image has no text alternative: who cannot see it learns nothing", ALTERNATIVE.english),
        Self::ImageWithoutText { written } =>
            (format!("ข้อความแทนภาพ `{written}` เป็นชื่อไฟล์ ไม่ได้บอกว่าเป็นภาพอะไร"), ALTERNATIVE.thai),
            (format!("the text alternative `{written}` is a file name and does not say what is shown"), ALTERNATIVE.english);
        Warning "picture-elsewhere": Self::PictureElsewhere { host } =>
            (format!("ภาพนี้อยู่ที่ {host} หน้าเว็บจึงไม่แสดง ผู้อ่านเห็นเพียงข้อความแทนภาพ"),
             "บันทึกไฟล์ภาพมาวางข้างเอกสาร แล้วเขียน ![คำบรรยายภาพ](ชื่อไฟล์.jpg) หรือใส่เป็นลิงก์ [คำบรรยายภาพ](https://…)"),
            (format!("the picture is on {host}, so no page shows it: readers see its text alternative only"),
             "save the picture beside the document and write ![what it shows](file.jpg), or a link: [what it shows](https://…)");
        Warning "left-out": Self::LeftOut { element, host } =>
            (format!("`<{element}>`{} ถูกตัดออก หน้าเว็บไม่แสดงส่วนนี้", in_brackets(host.as_deref())),
             "ใส่เป็นลิงก์แทน เช่น [วิดีโอแนะนำบริการ](https://…) ถ้าไม่ได้ใช้ ให้ลบออก"),
            (format!("`<{element}>`{} is left out: no page shows it", in_brackets(host.as_deref())),
             "write a link instead, as in [video about the service](https://…); delete it if it is of no use");
        Advice "heading-order": Self::HeadingOrder { level, meant } =>
            (format!("หัวข้อระดับ {level} ข้ามระดับ ตรงนี้ควรเป็นระดับ {meant}"),
             format!("ขึ้นต้นหัวข้อด้วย {} (โปรแกรมปรับหัวข้อใหญ่สุดให้เข้ากับหน้าเอง)", "#".repeat(usize::from(*meant)))),
            (format!("a heading of level {level} skips a level; here it should be {meant}"),
             format!("begin the heading with {} (the highest headings are fitted to the page by the program)", "#".repeat(usize::from(*meant))));
    }
}

const ALTERNATIVE: Both = Both {
    thai: "เขียนว่าภาพแสดงอะไร เช่น ![ผังโครงสร้างเทศบาล](ผัง.png) หรือ alt=\"ผังโครงสร้างเทศบาล\"",
    english: "say what the image shows: ![chart of the municipality](chart.png) or alt=\"…\"",
};

/// How many more places a finding stands for.
fn and_more(language: Language, more: usize) -> String {
    match more {
        0 => String::new(),
        more => language.choose(
            format!(" และอีก {more} แห่งในไฟล์นี้"),
            format!(", and in {more} more places of this file"),
        ),
    }
}

/// What only looks right is not certain to be meant.
fn compared(language: Language, meant: Option<&str>) -> String {
    match meant {
        None | Some("") => retyped(language),
        Some(meant) => language.choose(
            format!("น่าจะเป็น `{meant}` เทียบกับต้นฉบับแล้วพิมพ์คำนี้ใหม่"),
            format!("probably `{meant}`: compare with the original and type the word anew"),
        ),
    }
}

fn fixed(language: Language, meant: Option<&str>) -> String {
    let write = match meant {
        None | Some("") => retyped(language),
        Some(meant) => language.choose(format!("แก้เป็น `{meant}`"), format!("write `{meant}`")),
    };
    write + language.choose(" หรือสั่ง oit check --fix", ", or run oit check --fix")
}

fn retyped(language: Language) -> String {
    let again = language.choose("ลบแล้วพิมพ์คำนี้ใหม่", "delete the word and type it anew");
    again.to_owned()
}

fn copied(language: Language, meant: Option<&str>) -> String {
    let copy = language.choose(
        "คัดลอกข้อความจากต้นฉบับมาวางใหม่ แล้วบันทึกเป็น UTF-8",
        "copy the text from the original again and save as UTF-8",
    );
    match meant {
        Some(meant) => language.choose(
            format!("น่าจะเป็น `{meant}` ให้{copy}"),
            format!("probably `{meant}`: {copy}"),
        ),
        None => copy.to_owned(),
    }
}

/// The host of what was left out, after its element.
fn in_brackets(host: Option<&str>) -> String {
    host.map_or_else(String::new, |host| format!(" ({host})"))
}
