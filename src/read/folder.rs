//! What makes a folder a site.

use std::path::{Path, PathBuf};

/// The settings file that makes a folder a site.
pub const SITE_FILE: &str = "site.toml";

/// The item list of a year, in the folder of that year.
pub const FRAMEWORK_FILE: &str = "framework.toml";

/// The folders that a site is read from.
pub const TOPS: [&str; 2] = ["content", "themes"];

/// The folder at or above `start` that has a `site.toml`.
pub fn find_site(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .find(|folder| is_site(folder))
        .map(Path::to_path_buf)
}

/// Whether a folder is a site.
pub fn is_site(folder: &Path) -> bool {
    folder.join(SITE_FILE).is_file()
}
