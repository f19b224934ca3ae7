//! The command line: arguments to values. What they do is the commands' business.

mod making;
mod showing;
mod typed;

use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Args, ColorChoice, Parser, Subcommand};

use crate::problem::{Language, TypedFault, TypedSlip};
pub use making::{
    AddArguments, CiArgument, InitArguments, NewArguments, RenameArguments, RolloverArguments,
};
pub use showing::{
    BuildArguments, CheckArguments, ExplainArguments, FormatArgument, ReportArguments,
    ReportFormatArgument, SchemaArgument, SchemaArguments, ServeArguments, SubjectArgument,
};

/// สร้างเว็บไซต์เปิดเผยข้อมูล OIT ของ อปท. · Builds the OIT disclosure site of a Thai local government.
#[derive(Debug, Parser)]
#[command(name = "oit", version, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// What every command takes.
    #[command(flatten)]
    pub common: Common,
}

/// A line that runs no command.
#[derive(Debug)]
pub struct UnreadLine {
    /// What is said instead.
    pub instead: Instead,
    /// The language it asks for.
    pub language: Language,
    /// The format it asks for findings in.
    pub format: FormatArgument,
}

/// What is said where no command runs. Texts have colours.
#[derive(Debug)]
pub enum Instead {
    /// The help, which was asked for.
    Help(String),
    /// The version, which was asked for.
    Version,
    /// The help, where a command was left out.
    Usage(String),
    /// What is wrong with the line.
    Fault(TypedFault),
}

/// The words behind the program's name.
fn words() -> Vec<String> {
    let words = std::env::args_os().skip(1);
    words.map(|word| word.to_string_lossy().into()).collect()
}

/// The language that the line asks for, which may be one that cannot be read.
pub fn typed_language() -> Language {
    typed::language(&words())
}

/// What is wrong with the line that was typed.
pub fn typed_fault(slip: TypedSlip) -> TypedFault {
    typed::fault(slip, &words())
}

impl Arguments {
    /// The arguments of a line, with the program's name; `None` where it cannot be read.
    pub fn of(line: &[&str]) -> Option<Self> {
        Self::try_parse_from(line).ok()
    }

    /// The arguments of this process, or what is said instead of running them.
    pub fn typed() -> Result<Self, Box<UnreadLine>> {
        Self::try_parse().map_err(|error| {
            let words = words();
            let text = || error.render().ansi().to_string();
            Box::new(UnreadLine {
                language: typed::language(&words),
                format: typed::format(&words),
                instead: match error.kind() {
                    ErrorKind::DisplayHelp => Instead::Help(text()),
                    ErrorKind::DisplayVersion => Instead::Version,
                    ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Instead::Usage(text()),
                    _ => Instead::Fault(typed::fault(typed::slip(&error), &words)),
                },
            })
        })
    }
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    /// โฟลเดอร์ของเว็บไซต์ (ปกติ: โฟลเดอร์นี้หรือที่อยู่เหนือขึ้นไปที่มี site.toml) · The site's folder
    #[arg(long, global = true, value_name = "DIR")]
    pub site: Option<PathBuf>,
    /// ถือว่าวันนี้เป็นวันที่นี้ (พ.ศ. หรือ ค.ศ.) · The day to judge the site on, BE or CE
    #[arg(long, global = true, value_name = "YYYY-MM-DD")]
    pub as_of: Option<String>,
    /// ภาษาของข้อความ · Language of messages
    #[arg(long, global = true, env = "OIT_LANG", default_value = "th", value_name = "th|en",
        value_parser = language)]
    pub lang: Language,
    /// สีบนจอ · Colours
    #[arg(long, global = true, default_value = "auto")]
    pub color: ColorChoice,
    /// แสดงเฉพาะข้อสังเกต · Show findings only
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// สร้างเว็บไซต์ใหม่ · Make a new site
    Init(InitArguments),
    /// เพิ่มเอกสารของข้อ · Add a document to an item
    New(NewArguments),
    /// นำไฟล์เข้าข้อและเผยแพร่เป็นเอกสาร · Take files into an item and publish them as a document
    Add(AddArguments),
    /// เปลี่ยนชื่อเอกสารหรือไฟล์ โดยที่อยู่เดิมยังเปิดได้ · Rename a document or file, its address kept alive
    Rename(RenameArguments),
    /// สร้างหน้าเว็บลง public/ · Build the site
    Build(BuildArguments),
    /// เปิดดูเว็บไซต์ขณะเขียน หน้าเปลี่ยนเองเมื่อบันทึก · Show the site while it is written
    Serve(ServeArguments),
    /// ตรวจ ไม่เขียนไฟล์เว้นแต่สั่ง --fix · Check; writes nothing except with --fix
    Check(CheckArguments),
    /// ตารางหรือหน้าพิมพ์ของทั้งปี · A table or a printable page of a whole year
    Report(ReportArguments),
    /// อธิบายรหัสของข้อสังเกต หรือข้อของปี · Explain the code of a finding, or an item of a year
    Explain(ExplainArguments),
    /// สร้างโฟลเดอร์ของปีใหม่จากปีเดิม · Make next year's folders from this year's
    Rollover(RolloverArguments),
    /// JSON Schema ให้โปรแกรมแก้ไขเติมและอธิบายคีย์ · JSON Schema for editors
    Schema(SchemaArguments),
}

/// `th`, `en`; an empty `OIT_LANG` is as good as none.
fn language(text: &str) -> Result<Language, String> {
    match text {
        "" | "th" => Ok(Language::Thai),
        "en" => Ok(Language::English),
        _ => Err("th | en".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Arguments::command().debug_assert();
    }
}
