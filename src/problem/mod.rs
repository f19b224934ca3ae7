//! What the program tells the webmaster: a family of faults a file, each fault with its code, how bad it
//! is, and what is said of it in both languages.
//!
//! In: a [`Problem`] and a place. Out: a [`Diagnostic`]; [`emit`] turns it into a picture or a
//! format for machines, `order` puts it where it is looked for. A fault that the webmaster can repair is
//! always one of these and never an `Err`, so that one run tells them all.

#[macro_use]
mod faults;

mod consequences;
mod coverage;
mod diagnostic;
mod drift;
pub mod emit;
mod evidence;
mod expected;
mod folder;
mod framework;
mod language;
mod link;
mod logo;
pub mod manual;
mod meant;
mod none;
mod order;
mod owed;
mod personal;
mod public;
mod reading;
mod reference;
mod refusal;
mod rows;
mod sample;
mod settings;
mod severity;
mod sheet;
mod text;
mod theme;
mod typed;
mod value;
mod waiting;
mod words;

pub use coverage::{CoverageFault, reason_code, reason_message};
pub use diagnostic::{Diagnostic, Diagnostics, Problem, codes, counts, stops};
pub use drift::DriftFault;
pub use evidence::{EvidenceFault, RunsInBrowser, Unsearchable};
pub use expected::Expected;
pub use folder::{FolderFault, FolderMeant};
pub use framework::FrameworkFault;
pub use language::{Language, Words};
pub use link::{EXAMPLE_HOST, LinkFault};
pub use logo::{LogoFault, NoSeal};
pub use meant::Meant;
pub use none::NoneFault;
pub use order::sort;
pub use owed::OwedFault;
pub use personal::PersonalFault;
pub use public::public_reason;
pub use reading::{Misread, ReadingFault, TomlFault};
pub use reference::{EXAMPLE_FILE, ReferenceFault};
pub use refusal::{OutputRefusal, RefusalFault, RenameRefusal, ReportRefusal, RolloverRefusal};
pub use rows::{CellDoubt, HiddenFault, RowsFault, TimeFault, titles};
pub use settings::SettingsFault;
pub use severity::Severity;
pub use sheet::{SheetFault, TableFault};
pub use text::{Slip, TextFault};
pub use theme::ThemeFault;
pub use typed::{TypedFault, TypedSlip};
pub use value::{KeyMeant, ValueFault};
pub use waiting::WaitingFault;
