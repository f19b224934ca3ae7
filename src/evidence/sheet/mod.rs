//! A file as a table: the bytes of a CSV or XLSX file to the [`Sheet`] that a page shows.

mod csv;
mod csv_faults;
mod grid;
mod number_format;
mod number_pattern;
mod package;
mod shape;
mod text_faults;
mod xlsx;

use crate::files::ending;
use crate::model::Sheet;
use crate::problem::SheetFault;

/// A file that is shown as a table, in bytes. A larger one is no page but a database.
pub const LARGEST: u64 = 20 << 20;

/// What a file of this name shows as a table, of which `wanted` is a sheet; `None` where it holds
/// nothing. Its bytes are asked for when its name says that it can be read.
pub fn sheet<'a>(
    name: &str,
    wanted: Option<&str>,
    bytes: impl FnOnce() -> Result<&'a [u8], SheetFault>,
) -> Result<Option<Sheet>, SheetFault> {
    let grid = match (&*ending(name).to_ascii_lowercase(), wanted) {
        ("csv", Some(wanted)) => Err(SheetFault::SheetNotFound {
            name: wanted.to_owned(),
            sheets: Vec::new(),
            near: None,
        }),
        ("csv", None) => csv::read(bytes()?).map_err(|why| SheetFault::TableUnreadable { why }),
        ("xlsx", _) => xlsx::read(bytes()?, wanted),
        _ => {
            let name = name.to_owned();
            Err(SheetFault::TableEnding { name })
        }
    };
    let mut grid = grid?;
    text_faults::look(&mut grid);
    Ok(shape::shape(&grid))
}
