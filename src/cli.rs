//! The command line: arguments to values. What they do is the commands' business.

mod typed;

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};

use crate::problem::{Language, TypedFault, TypedSlip};

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

/// What a new site is to be.
#[derive(Debug, Args)]
pub struct InitArguments {
    /// โฟลเดอร์ · The folder
    #[arg(default_value = ".", value_parser = OsStringValueParser::new().map(PathBuf::from))]
    pub folder: PathBuf,
    /// ชื่อหน่วยงาน · The agency's name
    #[arg(long)]
    pub agency: Option<String>,
    /// ปีงบประมาณ · The fiscal year
    #[arg(long)]
    pub year: Option<String>,
    /// เขียนไฟล์ที่เผยแพร่เองทุกครั้งที่เนื้อหาเปลี่ยน · Also write the files that publish every change
    #[arg(long)]
    pub ci: Option<CiArgument>,
    /// ที่อยู่ของรุ่นที่เผยแพร่ของโปรแกรม ให้ไฟล์ของ --ci ใช้ · Where releases of the program are, for --ci
    #[arg(long, value_name = "URL", requires = "ci")]
    pub releases: Option<String>,
    /// เลขของ oit-<รุ่น>-x86_64-linux.tar.gz ใน SHA256SUMS ให้ไฟล์ของ --ci ใช้ · Its checksum, for --ci
    #[arg(long, value_name = "HEX", requires = "ci")]
    pub sha256: Option<String>,
}

/// What `new` takes.
#[derive(Debug, Args)]
pub struct NewArguments {
    /// ข้อ เช่น o12 หรือ 12 · The item
    pub item: String,
    /// ชื่อเอกสาร · The document's title
    pub title: Option<String>,
    /// ปีงบประมาณ · The fiscal year
    #[arg(long)]
    pub year: Option<String>,
}

/// What `add` takes.
#[derive(Debug, Args)]
pub struct AddArguments {
    /// ข้อ เช่น o12 หรือ 12 · The item
    pub item: String,
    /// ไฟล์ แล้วตามด้วยชื่อเอกสาร (ไม่ใส่: ใช้ชื่อไฟล์) · Files, then the document's title
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    /// เลของค์ประกอบที่ไฟล์แสดง เช่น 1-5 หรือ 1,3 · The components that the files show
    #[arg(long)]
    pub components: Option<String>,
    /// รหัสหน่วยงานจาก units · The responsible unit
    #[arg(long)]
    pub unit: Option<String>,
    /// ช่วงเวลาที่ไฟล์ครอบคลุม เช่น 2566-H1 · The window that the files cover
    #[arg(long)]
    pub period: Option<String>,
    /// ปีงบประมาณ · The fiscal year
    #[arg(long)]
    pub year: Option<String>,
}

/// What `rename` takes.
#[derive(Debug, Args)]
pub struct RenameArguments {
    /// ไฟล์เดิม · The file as it is
    pub old: String,
    /// ชื่อใหม่ ในโฟลเดอร์เดิม · Its new name, in the same folder
    pub new: String,
}

/// What `build` takes.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools)] // Each is a switch of the command line.
pub struct BuildArguments {
    /// โฟลเดอร์ปลายทาง · The output folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// ที่อยู่เว็บไซต์ แทน `base_url` ใน site.toml · The address, instead of `base_url`
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// แสดงฉบับร่างด้วย · Render drafts and future documents too
    #[arg(long)]
    pub drafts: bool,
    /// ถือคำเตือนเป็นข้อผิดพลาด · Warnings stop the build too
    #[arg(long)]
    pub strict: bool,
    /// ยอมให้ถอนข้อหรือที่อยู่ที่เผยแพร่แล้ว · Allow what is published to be withdrawn
    #[arg(long)]
    pub allow_withdraw: bool,
    /// checklist.json ของเว็บไซต์ที่เผยแพร่อยู่ ใส่ซ้ำได้ปีละครั้ง · The published site's checklist.json,
    /// once for each year
    #[arg(long, value_name = "FILE")]
    pub baseline: Vec<PathBuf>,
    /// รับโฟลเดอร์ปลายทางที่มีเว็บไซต์แต่ .oit-manifest หายไปมาทำต่อ · Take over an output folder that holds a site whose
    /// .oit-manifest was lost
    #[arg(long)]
    pub adopt: bool,
    /// รูปแบบของข้อสังเกต · Format of the findings
    #[arg(long, default_value = "text")]
    pub format: FormatArgument,
}

/// What `serve` takes.
#[derive(Debug, Args)]
pub struct ServeArguments {
    /// พอร์ต ถ้ามีโปรแกรมอื่นใช้อยู่จะใช้พอร์ตถัดไป · The port, or the next free one
    #[arg(long, value_name = "N", default_value_t = 4343)]
    pub port: u16,
    /// เปิดเบราว์เซอร์ให้ด้วย · Open the browser too
    #[arg(long)]
    pub open: bool,
    /// ดูโฟลเดอร์เป็นระยะเอง สำหรับไดรฟ์เครือข่าย · Look at the folder every so often, for network drives
    #[arg(long)]
    pub poll: bool,
    /// แสดงฉบับร่างด้วย · Show drafts and future documents too
    #[arg(long)]
    pub drafts: bool,
}

/// What `check` takes.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// ตรวจเฉพาะข้อเหล่านี้ เช่น o12 · Only these items
    #[arg(value_name = "ITEM")]
    pub items: Vec<String>,
    /// ถือคำเตือนเป็นข้อผิดพลาด · Warnings count as errors
    #[arg(long)]
    pub strict: bool,
    /// แก้ตัวอักษรและรูปวันที่ที่ผิดแน่นอนให้ก่อน แล้วจึงตรวจ · Repair what is certain, then check
    #[arg(long, conflicts_with_all = ["format", "output"])]
    pub fix: bool,
    /// แสดงว่าจะแก้อะไร โดยไม่เขียนไฟล์ · Show what --fix would change, and write nothing
    #[arg(long, requires = "fix")]
    pub dry_run: bool,
    /// รูปแบบผลลัพธ์ (ปกติ: ตามนามสกุลของ FILE หรือ text) · Output format
    #[arg(long)]
    pub format: Option<FormatArgument>,
    /// ไฟล์ปลายทาง แทนการแสดงบนจอ · The file to write, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What `report` takes.
#[derive(Debug, Args)]
pub struct ReportArguments {
    /// checklist แบบตรวจรายการ · submission ตารางสำหรับส่ง ITAS · score คะแนนประมาณการ · print หน้าพิมพ์ทั้งปี
    pub subject: SubjectArgument,
    /// ปีงบประมาณ (ปกติ: ปีปัจจุบันของเว็บไซต์) · The fiscal year
    #[arg(long)]
    pub year: Option<String>,
    /// รูปแบบ (ปกติ: ตามนามสกุลของ FILE หรือ text) · Output format
    #[arg(long)]
    pub format: Option<ReportFormatArgument>,
    /// ไฟล์ปลายทาง แทนการแสดงบนจอ · The file to write, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What `rollover` takes.
#[derive(Debug, Clone, Args)]
pub struct RolloverArguments {
    /// ปีเดิม เช่น 2566 · The old year
    pub from: String,
    /// ปีใหม่ เช่น 2567 · The new year
    pub to: String,
    /// บอกว่าจะทำอะไร โดยไม่เขียนไฟล์ · Say what would be done, write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// ย้ายทุกอย่างของปีใหม่ไปตามเลขข้อของรายการที่ประกาศทีหลัง · Move the new year to the numbers of a list that came
    /// late
    #[arg(long)]
    pub apply: bool,
    /// คืนปีใหม่เป็นอย่างก่อน --apply · Put the new year back as it was before --apply
    #[arg(long, conflicts_with_all = ["apply", "dry_run"])]
    pub undo: bool,
}

impl RolloverArguments {
    /// The same years, carried.
    #[must_use]
    pub fn without_apply(&self) -> Self {
        Self {
            apply: false,
            ..self.clone()
        }
    }
}

/// What `explain` takes.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// รหัส เช่น stub ข้อ เช่น o12 หรือแบบวัด เช่น IIT ไม่ใส่: แสดงทุกรหัส · A code, an item such as o12, or an instrument such as IIT; none: list all codes
    pub code: Option<String>,
    /// ปีของข้อหรือแบบวัด ปกติคือปีของเว็บไซต์ · The year of the item or instrument; usually the site's
    #[arg(long, value_name = "2566")]
    pub year: Option<String>,
}

/// What `schema` takes.
#[derive(Debug, Args)]
pub struct SchemaArguments {
    /// site สำหรับ site.toml · document ส่วนหัวของเอกสาร · framework กรอบตัวชี้วัด
    pub subject: SchemaArgument,
    /// ไฟล์ปลายทาง แทนการแสดงบนจอ · The file to write, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// `th`, `en`; an empty `OIT_LANG` is as good as none.
fn language(text: &str) -> Result<Language, String> {
    match text {
        "" | "th" => Ok(Language::Thai),
        "en" => Ok(Language::English),
        _ => Err("th | en".to_owned()),
    }
}

/// Where a site is published from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum CiArgument {
    Github,
    Gitlab,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum FormatArgument {
    Text,
    Json,
    Github,
    Sarif,
}

/// What is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum SubjectArgument {
    Checklist,
    Submission,
    Score,
    Print,
}

/// Which kind of file a schema is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum SchemaArgument {
    Site,
    Document,
    Framework,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum ReportFormatArgument {
    Text,
    Csv,
    Xlsx,
    Json,
    Html,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Arguments::command().debug_assert();
    }
}
