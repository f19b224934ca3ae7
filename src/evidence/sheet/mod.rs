//! A file as a table: the bytes of a CSV or XLSX file to the [`Sheet`] that a page shows.

mod csv;
mod grid;
mod number_format;
mod package;
mod shape;
mod xlsx;

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
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let grid = match ending.to_ascii_lowercase().as_str() {
        "csv" => match wanted {
            Some(wanted) => {
                return Err(SheetFault::SheetNotFound {
                    name: wanted.to_owned(),
                    sheets: Vec::new(),
                    near: None,
                });
            }
            None => csv::read(bytes()?).map_err(|why| SheetFault::TableUnreadable { why })?,
        },
        "xlsx" => xlsx::read(bytes()?, wanted)?,
        _ => {
            let name = name.to_owned();
            return Err(SheetFault::TableEnding { name });
        }
    };
    Ok(shape::shape(&grid))
}
