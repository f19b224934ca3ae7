//! Places that were typed and that Windows cannot have.
//!
//! In: a folder or file from the command line. Out: what is wrong with it, before anything is made: the system's own
//! words, `Path not found`, would name neither the drive that is gone nor the blank at the end.

use std::path::Path;

use super::{Result, mistyped};
use crate::model::{path_kept_by_windows, top_of_windows};
use crate::problem::TypedSlip;
use crate::read::exists;

/// Refuses a place to write to that Windows cannot have; elsewhere all names will do.
pub(super) fn refuse_impossible(option: &'static str, place: &Path) -> Result<()> {
    let written = place.to_string_lossy();
    let unreached = unreached(option, &written, is_there);
    refuse(unreached.or_else(|| unkept(option, &written)))
}

/// Refuses a place to read from that Windows cannot reach.
pub(super) fn refuse_unreached(option: &'static str, place: &Path) -> Result<()> {
    refuse(unreached(option, &place.to_string_lossy(), is_there))
}

fn refuse(slip: Option<TypedSlip>) -> Result<()> {
    match slip.filter(|_| cfg!(windows)) {
        None => Ok(()),
        Some(slip) => Err(mistyped(slip)),
    }
}

fn is_there(top: &str) -> bool {
    exists(Path::new(top))
}

/// Why nothing can be found under a name. For `"C:\my site\"` Windows hands over `C:\my site"`, with the rest of the line
/// behind it.
fn unreached(
    option: &'static str,
    written: &str,
    is_there: impl Fn(&str) -> bool,
) -> Option<TypedSlip> {
    if let Some((meant, _)) = written.split_once('"') {
        let meant = meant.to_owned();
        return Some(TypedSlip::SwallowedQuote { option, meant });
    }
    let drive = top_of_windows(written).filter(|top| !is_there(top))?;
    let drive = drive.to_owned();
    Some(TypedSlip::NoDrive { option, drive })
}

/// Why nothing can be written under a name.
fn unkept(option: &'static str, written: &str) -> Option<TypedSlip> {
    let meant = path_kept_by_windows(written)?;
    let written = written.to_owned();
    Some(TypedSlip::NotOnWindows {
        option,
        written,
        meant,
    })
}

#[cfg(test)]
mod tests {
    use super::unreached;
    use crate::problem::TypedSlip::{NoDrive, SwallowedQuote};

    #[test]
    fn what_windows_cannot_reach_is_told_with_what_to_type() {
        let slip = |written| unreached("--out", written, |top| top == r"C:\");
        for written in [r#"C:\my site""#, r#"C:\my site" --strict"#] {
            let (option, meant) = ("--out", r"C:\my site".to_owned());
            assert_eq!(slip(written), Some(SwallowedQuote { option, meant }));
        }
        for (written, drive) in [
            (r"Q:\x", r"Q:\"),
            (r"\\server\share\x", r"\\server\share\"),
            ("a:b", "a:"),
        ] {
            let (option, drive) = ("--out", drive.to_owned());
            assert_eq!(slip(written), Some(NoDrive { option, drive }));
        }
        for written in [r"C:\my site", "../public-new", ".", "เว็บ ใหม่"] {
            assert_eq!(slip(written), None, "{written}");
        }
    }
}
