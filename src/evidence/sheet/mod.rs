//! A file as a table: the bytes of a CSV or XLSX file to the [`Sheet`] that a page shows, or to the [`Grid`] of cells
//! that rows of a dataset are taken from.

mod csv;
mod csv_faults;
mod grid;
mod hidden;
mod number_format;
mod number_pattern;
mod package;
mod shape;
mod text_faults;
mod xlsx;

pub use grid::{
    Grid, GridCell, GridValue, HiddenParts, MOST_COLUMNS, MOST_ROWS, Merge, column_letters,
};

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
    Ok(shape::shape(&cells(name, wanted, bytes)?))
}

/// The same of cells that were read before.
pub(super) fn shown(grid: &Grid) -> Option<Sheet> {
    shape::shape(grid)
}

/// The cells of a sheet as the file keeps them, and what of them is hidden.
pub fn grid<'a>(
    name: &str,
    wanted: Option<&str>,
    bytes: impl Fn() -> Result<&'a [u8], SheetFault>,
) -> Result<Grid, SheetFault> {
    let mut grid = cells(name, wanted, &bytes)?;
    if let Some(sheet) = &grid.sheet {
        let (rows, columns) = hidden::hidden(bytes()?, sheet);
        (grid.hidden.rows, grid.hidden.columns) = (rows, columns);
    }
    Ok(grid)
}

fn cells<'a>(
    name: &str,
    wanted: Option<&str>,
    bytes: impl FnOnce() -> Result<&'a [u8], SheetFault>,
) -> Result<Grid, SheetFault> {
    match (&*ending(name).to_ascii_lowercase(), wanted) {
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
    }
}
