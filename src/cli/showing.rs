//! What commands take that read a site and make something of it: pages, findings, reports.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

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

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum FormatArgument {
    Text,
    Json,
    Github,
    Sarif,
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

/// What is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum SubjectArgument {
    Checklist,
    Submission,
    Score,
    Print,
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

/// Which kind of file a schema is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum SchemaArgument {
    Site,
    Document,
    Framework,
}
