//! What keeps an output from being made.
//!
//! Apart from `theme`, because what a program makes wrong is no template's: such an output stops the build, and
//! is never published empty.

use std::fmt::Display;

use crate::files::SitePath;
use crate::problem::{Diagnostic, ThemeFault};
use crate::report::{Format, ReportTable};
use crate::span::Span;

/// Why an output cannot be made; boxed, because it is rare and large.
pub type Fault = Box<Diagnostic>;

/// The fault of the program itself: it cannot make `output`.
pub(super) fn not_made(output: &str, error: impl Display) -> Fault {
    let message = format!("{output}: {error}");
    let at = Span::whole(&SitePath::from(output.to_owned()));
    Box::new(Diagnostic::new(ThemeFault::Template { message }, at))
}

/// A file of a table.
pub(super) fn table_file(table: &ReportTable, format: Format) -> Result<Vec<u8>, Fault> {
    let bytes = table.bytes(format);
    bytes.map_err(|error| not_made(&table.title, error))
}

/// A file of JSON, closed by a line end.
pub(super) fn json_file(output: &str, json: serde_json::Result<Vec<u8>>) -> Result<Vec<u8>, Fault> {
    let mut bytes = json.map_err(|error| not_made(output, error))?;
    bytes.push(b'\n');
    Ok(bytes)
}
