//! What was typed that no command takes.

use super::language::Language::{self, English, Thai};

/// What was typed that no command takes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TypedFault {
    /// The whole line, as typed.
    pub line: String,
    /// The command of it, with the program's name: `oit build`; `oit` where there is none.
    pub command: String,
    /// What is wrong with it.
    pub slip: TypedSlip,
}

/// What is wrong with a line that was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum TypedSlip {
    /// There is no such command.
    Command {
        written: String,
        meant: Option<String>,
    },
    /// The command has no such option.
    Option {
        written: String,
        meant: Option<String>,
    },
    /// More than the command takes.
    TooMuch { written: String },
    /// Something that the command cannot do without, as its help names it.
    Missing { names: Vec<String> },
    /// An option without its value.
    NoValue { option: String },
    /// A value that the option does not take.
    Value {
        option: String,
        written: String,
        /// Those that it takes, where they can be listed.
        possible: Vec<String>,
    },
    /// A value of another form than the option's.
    Form {
        option: &'static str,
        written: String,
        /// One that it takes: what was meant, where that can be told.
        example: String,
    },
    /// Two options that exclude each other, or one that is there twice.
    Conflict { option: String, with: String },
    /// A name of nothing but spaces, and a line that has one.
    Empty {
        name: &'static str,
        example: &'static str,
    },
    /// A place whose name Windows does not keep; `meant` it would.
    NotOnWindows {
        option: &'static str,
        written: String,
        meant: String,
    },
    /// A place whose name has swallowed the closing `"`, and what follows, by a `\\` before it.
    SwallowedQuote { option: &'static str, meant: String },
    /// A place on a drive or share that is not there.
    NoDrive { option: &'static str, drive: String },
    /// A port after which so many are taken that none is looked for any more.
    Port { port: u16 },
    /// A year in the place of a document's title.
    YearAsTitle { year: String },
    /// A report to a file whose ending stands for no format.
    ReportEnding { ending: String },
    /// Findings to a file whose ending stands for no format.
    CheckEnding { ending: String },
    /// A report that nobody can read on a terminal, without a file to write it to.
    NotForTerminal,
    /// Letters that are no text.
    NotText,
    /// Anything else.
    Other,
}

faults! {
    TypedFault {
        Error "command-line":
        Self { command, slip: TypedSlip::Command { written, meant }, .. } =>
            (format!("ไม่มีคำสั่ง `{written}`"), probably(Thai, "oit ", meant.as_deref(), command)),
            (format!("there is no command `{written}`"), probably(English, "oit ", meant.as_deref(), command)),
        Self { command, slip: TypedSlip::Option { written, meant }, .. } =>
            (format!("`{command}` ไม่มีตัวเลือก `{written}`"), probably(Thai, "", meant.as_deref(), command)),
            (format!("`{command}` has no option `{written}`"), probably(English, "", meant.as_deref(), command)),
        Self { command, slip: TypedSlip::TooMuch { written }, .. } =>
            (format!("`{written}` เกินมา `{command}` ไม่รับคำนี้"),
             format!("ชื่อที่มีช่องว่างอยู่ในเครื่องหมาย \"…\" ถ้าไม่ใช่ชื่อ {}", usage(Thai, command))),
            (format!("`{written}` is more than `{command}` takes"),
             format!("a title with spaces stands in \"…\"; {}", usage(English, command))),
        Self { command, slip: TypedSlip::Missing { names }, .. } =>
            (format!("`{command}` ยังขาด {}", names.join(" ")), usage(Thai, command)),
            (format!("`{command}` lacks {}", names.join(" ")), usage(English, command)),
        Self { command, slip: TypedSlip::NoValue { option }, .. } =>
            (format!("`{option}` ต้องมีค่าตามหลัง"), usage(Thai, command)),
            (format!("`{option}` needs a value"), usage(English, command)),
        Self { command, slip: TypedSlip::Value { option, written, possible }, .. } if possible.is_empty() =>
            (format!("`{option}` ไม่รับค่า `{written}`"), usage(Thai, command)),
            (format!("`{option}` does not take `{written}`"), usage(English, command)),
        Self { slip: TypedSlip::Value { option, written, possible }, .. } =>
            (format!("`{option}` ไม่รับค่า `{written}`"), format!("ใช้ได้: {}", possible.join(", "))),
            (format!("`{option}` does not take `{written}`"), format!("it takes {}", possible.join(", "))),
        Self { slip: TypedSlip::Form { option, written, example }, .. } =>
            (format!("`{option}` ไม่รับค่า `{written}`"), format!("พิมพ์อย่างนี้: {option} {example}")),
            (format!("`{option}` does not take `{written}`"), format!("type it like this: {option} {example}")),
        Self { slip: TypedSlip::Conflict { option, with }, .. } if option == with =>
            (format!("`{option}` ใส่ได้เพียงครั้งเดียว"), "ลบตัวที่ซ้ำออก"),
            (format!("`{option}` is there more than once"), "take out all but one"),
        Self { slip: TypedSlip::Conflict { option, with }, .. } =>
            (format!("`{option}` ใช้พร้อมกับ `{with}` ไม่ได้"), "ลบตัวใดตัวหนึ่งออก หรือสั่งทีละครั้ง"),
            (format!("`{option}` cannot be used with `{with}`"), "take one of them out, or run one after the other"),
        Self { slip: TypedSlip::Empty { name, example }, .. } =>
            (format!("`{name}` ว่างอยู่"), format!("พิมพ์อย่างนี้: {example}")),
            (format!("`{name}` is empty"), format!("type it like this: {example}")),
        Self { slip: TypedSlip::NotOnWindows { option, written, meant }, .. } =>
            (format!("Windows เก็บไฟล์หรือโฟลเดอร์ชื่อ `{written}` ไม่ได้"), format!("ใช้ชื่ออื่น เช่น {option} \"{meant}\"")),
            (format!("Windows can keep no file or folder `{written}`"),
             format!("choose another name, as in {option} \"{meant}\"")),
        Self { slip: TypedSlip::SwallowedQuote { option, meant }, .. } =>
            (format!("เครื่องหมาย \" ที่ปิดชื่อหลัง `{option}` ถูกอ่านเป็นส่วนของชื่อ เพราะมี \\ อยู่ข้างหน้า"),
             format!("พิมพ์โดยไม่มี \\ ท้ายชื่อ: {option} \"{meant}\"")),
            (format!("the \" that closes the name after `{option}` was taken into it, because a \\ stands before it"),
             format!("type it without the last \\: {option} \"{meant}\"")),
        Self { slip: TypedSlip::NoDrive { option, drive }, .. } =>
            (format!("ไม่พบไดรฟ์หรือโฟลเดอร์ที่แชร์ `{drive}` ซึ่งใส่ไว้ให้ `{option}`"),
             "ต่อไดรฟ์หรือเครือข่ายจนเปิดได้ใน File Explorer ก่อน แล้วสั่งใหม่ หรือเลือกที่อื่น"),
            (format!("the drive or share `{drive}` of `{option}` is not there"),
             "connect it until File Explorer opens it, then run this again, or choose another place"),
        Self { slip: TypedSlip::Port { port }, .. } =>
            (format!("ใช้พอร์ต {port} และพอร์ตถัดไปไม่ได้: โปรแกรมอื่นใช้อยู่ หรือระบบไม่ให้ใช้"),
             "เลือกพอร์ตอื่น เช่น --port 8080"),
            (format!("port {port} and those after it cannot be had: other programs have them, or the system keeps them"),
             "choose another port, as in --port 8080"),
        Self { slip: TypedSlip::YearAsTitle { year }, .. } =>
            (format!("`{year}` เป็นปี ไม่ใช่ชื่อเอกสาร"), format!("ใส่ปีด้วย --year {year}")),
            (format!("`{year}` is a year and not a title"), format!("give a year as --year {year}")),
        Self { slip: TypedSlip::ReportEnding { ending }, .. } =>
            (format!("ไม่รู้จักรูปแบบของไฟล์ `.{ending}`"),
             "ใช้ .txt .csv .xlsx .json หรือ .html ส่วน PDF ได้จากการพิมพ์ไฟล์ html ของ oit report print"),
            (format!("`.{ending}` stands for no format of a report"),
             "use .txt .csv .xlsx .json or .html; a PDF comes from printing the html file of oit report print"),
        Self { slip: TypedSlip::CheckEnding { ending }, .. } =>
            (format!("ไม่รู้จักรูปแบบของไฟล์ `.{ending}`"), "ใช้ .txt .json หรือ .sarif หรือใส่ --format"),
            (format!("`.{ending}` stands for no format of findings"), "use .txt .json or .sarif, or add --format"),
        Self { slip: TypedSlip::NotForTerminal, .. } =>
            ("ผลลัพธ์นี้อ่านบนจอไม่ได้", "ใส่ -o และชื่อไฟล์"),
            ("this report cannot be read on a terminal", "add -o FILE"),
        Self { command, slip: TypedSlip::NotText, .. } =>
            ("คำสั่งที่พิมพ์มีตัวอักษรที่อ่านไม่ได้", usage(Thai, command)),
            ("the line has letters that are no text", usage(English, command)),
        Self { command, slip: TypedSlip::Other, .. } =>
            ("คำสั่งที่พิมพ์อ่านไม่ได้", usage(Thai, command)),
            ("the line cannot be read", usage(English, command));
    }
}

fn usage(language: Language, command: &str) -> String {
    language.choose(
        format!("ดูวิธีใช้ด้วย {command} --help"),
        format!("{command} --help tells more"),
    )
}

/// What was meant; `command_line` is what is typed before it.
fn probably(language: Language, command_line: &str, meant: Option<&str>, command: &str) -> String {
    let all = usage(language, command);
    match meant {
        Some(meant) => language.choose(
            format!("หมายถึง {command_line}{meant} หรือไม่ ถ้าไม่ใช่ {all}"),
            format!("is {command_line}{meant} meant? {all}"),
        ),
        None => all,
    }
}
