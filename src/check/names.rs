//! Names of files and folders that Windows cannot keep.
//!
//! They come from a Mac, from Linux or out of an archive. On the clerk's own machine such a file cannot
//! be copied or opened, and a build there fails where its page is written. Only told, never changed: the
//! address of a published file comes from its name.

use super::checked::Checked;
use crate::files::file_name;
use crate::problem::{Diagnostic, Diagnostics, FolderFault};

/// What Windows takes for a device, whatever the ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// The same with a number from 1 to 9.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let paths = checked.files.entries.keys().chain(&checked.files.folders);
    let content = paths.filter(|path| path.starts_with("content/"));
    findings.extend(content.filter_map(|path| {
        let meant = kept_by_windows(file_name(path))?;
        let problem = FolderFault::WindowsName { meant };
        Some(Diagnostic::whole(problem, path))
    }));
}

/// The nearest name that Windows can keep; `None` where it can keep this one.
fn kept_by_windows(name: &str) -> Option<String> {
    let is_forbidden = |c: char| c.is_ascii_control() || "<>:\"|?*\\".contains(c);
    let mut meant = name.replace(is_forbidden, "-");
    meant.truncate(meant.trim_end_matches(['.', ' ']).len());
    if is_device(&meant) {
        let stem = meant.find('.').unwrap_or(meant.len());
        meant.insert_str(stem, "-1");
    }
    if meant.is_empty() {
        meant.push_str("file");
    }
    (meant != name).then_some(meant)
}

/// Whether a name is that of a device: what stands before the first dot counts, without blanks.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.trim_end().to_ascii_lowercase();
    let numbered = |start: &str| {
        let number = stem.strip_prefix(start);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.iter().any(|start| numbered(start))
}

#[cfg(test)]
mod tests {
    use super::kept_by_windows;

    #[test]
    fn names_are_changed_as_little_as_they_need_be() {
        for (name, meant) in [
            ("con.md", "con-1.md"),
            ("AUX", "AUX-1"),
            ("nul.tar.gz", "nul-1.tar.gz"),
            ("lpt1 .pdf", "lpt1 -1.pdf"),
            ("แผน?.pdf", "แผน-.pdf"),
            ("แผน. .", "แผน"),
            ("a\nb.pdf", "a-b.pdf"),
            ("...", "file"),
        ] {
            assert_eq!(kept_by_windows(name).as_deref(), Some(meant), "{name}");
        }
        for name in [
            "contact.md",
            "com0.pdf",
            "com10.pdf",
            "a.con",
            "แผน .pdf",
            "o12",
            " a.pdf",
        ] {
            assert_eq!(kept_by_windows(name), None, "{name}");
        }
    }
}
