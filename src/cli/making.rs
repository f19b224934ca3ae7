//! What commands take that write into a site: its files, its documents, its years.

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, ValueEnum};

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

/// Where a site is published from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum CiArgument {
    Github,
    Gitlab,
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
