//! Places that were typed and that Windows cannot have.
//!
//! In: a folder or file from the command line. Out: what is wrong with it, before anything is made: the system's own
//! words, `Path not found`, would name neither the drive that is gone nor the blank at the end.

use std::path::Path;

use super::{Result, mistyped};
use crate::model::{path_kept_by_windows, top_of_windows};
use crate::problem::{PlaceSlip, TypedSlip};
use crate::read::exists;

/// Refuses a place to write to that Windows cannot have; elsewhere all names will do.
pub(super) fn refuse_impossible(option: &'static str, place: &Path) -> Result<()> {
    let written = place.to_string_lossy();
    let is_there = |top: &str| exists(Path::new(top));
    refuse(option, &written, slip(&written, is_there))
}

/// Refuses a place to read from whose name has swallowed a `"`.
pub(super) fn refuse_quote(option: &'static str, place: &Path) -> Result<()> {
    let written = place.to_string_lossy();
    refuse(option, &written, quote(&written))
}

fn refuse(option: &'static str, written: &str, why: Option<PlaceSlip>) -> Result<()> {
    match why.filter(|_| cfg!(windows)) {
        None => Ok(()),
        Some(why) => Err(mistyped(TypedSlip::Place {
            option,
            written: written.to_owned(),
            why,
        })),
    }
}

fn slip(written: &str, is_there: impl Fn(&str) -> bool) -> Option<PlaceSlip> {
    let no_drive = || {
        let top = top_of_windows(written).filter(|top| !is_there(top))?;
        Some(PlaceSlip::NoDrive(top.to_owned()))
    };
    quote(written)
        .or_else(no_drive)
        .or_else(|| path_kept_by_windows(written).map(PlaceSlip::Name))
}

/// What was meant by `"C:\my site\"`: Windows hands over `C:\my site"`, with the rest of the line behind it.
fn quote(written: &str) -> Option<PlaceSlip> {
    let (meant, _) = written.split_once('"')?;
    Some(PlaceSlip::Quote(meant.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::slip;
    use crate::problem::PlaceSlip::{Name, NoDrive, Quote};

    #[test]
    fn what_windows_cannot_have_is_told_with_what_to_type() {
        let is_there = |top: &str| top == r"C:\";
        for (written, why) in [
            (r#"C:\my site""#, Quote(r"C:\my site".to_owned())),
            (r#"C:\my site" --strict"#, Quote(r"C:\my site".to_owned())),
            (r"Q:\x", NoDrive(r"Q:\".to_owned())),
            (r"\\server\share\x", NoDrive(r"\\server\share\".to_owned())),
            ("a:b", NoDrive("a:".to_owned())),
            ("nul", Name("nul-1".to_owned())),
            ("x ", Name("x".to_owned())),
            (r"C:\เว็บ.", Name(r"C:\เว็บ".to_owned())),
        ] {
            assert_eq!(slip(written, is_there), Some(why), "{written}");
        }
        for written in [r"C:\my site", "../public-new", ".", "เว็บ ใหม่"] {
            assert_eq!(slip(written, is_there), None, "{written}");
        }
    }
}
