//! Names of files and folders that Windows cannot keep.
//!
//! They come from a Mac, from Linux or out of an archive. On the clerk's own machine such a file cannot
//! be copied or opened, and a build there fails where its page is written. Only told, never changed: the
//! address of a published file comes from its name.

use super::checked::Checked;
use crate::files::file_name;
use crate::model::kept_by_windows;
use crate::problem::{Diagnostic, Diagnostics, FolderFault};

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let paths = checked.files.entries.keys().chain(&checked.files.folders);
    let content = paths.filter(|path| path.starts_with("content/"));
    findings.extend(content.filter_map(|path| {
        let meant = kept_by_windows(file_name(path))?;
        let problem = FolderFault::WindowsName { meant };
        Some(Diagnostic::whole(problem, path))
    }));
}
