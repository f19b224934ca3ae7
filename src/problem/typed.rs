//! What was typed that no command takes.

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
    /// Anything else, in the words of the reader of the line.
    Other { words: String },
}

faults! {
    TypedFault {
        Error "command-line":
        Self { command, slip: TypedSlip::Command { written, meant }, .. } =>
            (format!("ไม่มีคำสั่ง `{written}`"), meant_thai("oit ", meant.as_deref(), command)),
            (format!("there is no command `{written}`"), meant_english("oit ", meant.as_deref(), command)),
        Self { command, slip: TypedSlip::Option { written, meant }, .. } =>
            (format!("`{command}` ไม่มีตัวเลือก `{written}`"), meant_thai("", meant.as_deref(), command)),
            (format!("`{command}` has no option `{written}`"), meant_english("", meant.as_deref(), command)),
        Self { command, slip: TypedSlip::TooMuch { written }, .. } =>
            (format!("`{written}` เกินมา `{command}` ไม่รับคำนี้"),
             format!("ชื่อที่มีช่องว่างอยู่ในเครื่องหมาย \"…\" ถ้าไม่ใช่ชื่อ {}", usage_thai(command))),
            (format!("`{written}` is more than `{command}` takes"),
             format!("a title with spaces stands in \"…\"; {}", usage_english(command))),
        Self { command, slip: TypedSlip::Missing { names }, .. } =>
            (format!("`{command}` ยังขาด {}", names.join(" ")), usage_thai(command)),
            (format!("`{command}` lacks {}", names.join(" ")), usage_english(command)),
        Self { command, slip: TypedSlip::NoValue { option }, .. } =>
            (format!("`{option}` ต้องมีค่าตามหลัง"), usage_thai(command)),
            (format!("`{option}` needs a value"), usage_english(command)),
        Self { command, slip: TypedSlip::Value { option, written, possible }, .. } if possible.is_empty() =>
            (format!("`{option}` ไม่รับค่า `{written}`"), usage_thai(command)),
            (format!("`{option}` does not take `{written}`"), usage_english(command)),
        Self { slip: TypedSlip::Value { option, written, possible }, .. } =>
            (format!("`{option}` ไม่รับค่า `{written}`"), format!("ใช้ได้: {}", possible.join(", "))),
            (format!("`{option}` does not take `{written}`"), format!("it takes {}", possible.join(", "))),
        Self { command, slip: TypedSlip::Other { words }, .. } =>
            (format!("คำสั่งที่พิมพ์ใช้ไม่ได้ ({words})"), usage_thai(command)),
            (format!("the line cannot be read ({words})"), usage_english(command));
    }
}

fn usage_thai(command: &str) -> String {
    format!("ดูวิธีใช้ด้วย {command} --help")
}

fn usage_english(command: &str) -> String {
    format!("{command} --help tells more")
}

/// What was meant; `before` is what is typed before it.
fn meant_thai(before: &str, meant: Option<&str>, command: &str) -> String {
    let all = usage_thai(command);
    match meant {
        Some(meant) => format!("หมายถึง {before}{meant} หรือไม่ ถ้าไม่ใช่ {all}"),
        None => all,
    }
}

/// The same in English.
fn meant_english(before: &str, meant: Option<&str>, command: &str) -> String {
    let all = usage_english(command);
    match meant {
        Some(meant) => format!("is {before}{meant} meant? {all}"),
        None => all,
    }
}
