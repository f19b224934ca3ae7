//! A list that is kept from run to run, outside the site, and may be lost at any time.
//!
//! In: what it is about. Out: its lines, where they were written under the same header. Whether anything is
//! kept never changes a page or a finding.

use std::path::{Path, PathBuf};

use crate::{publish, read};

/// So much of a hash, in hexadecimal, tells folders apart.
const SHORT: usize = 32;

/// A list about one folder.
pub(super) struct Kept {
    /// `None` where nothing can be kept.
    place: Option<PathBuf>,
    header: String,
}

impl Kept {
    /// The list of a kind about a folder. Under another header it says nothing.
    pub(super) fn about(kind: &str, folder: &Path, header: String) -> Self {
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
        let name = blake3::hash(whole.as_os_str().as_encoded_bytes()).to_hex();
        let place = read::cache_folder().map(|cache| cache.join(kind).join(&name[..SHORT]));
        Self { place, header }
    }

    /// What was kept, without the header.
    pub(super) fn text(&self) -> Option<String> {
        let text = read::optional_text(self.place.as_deref()?).ok()??;
        let body = text.strip_prefix(&self.header)?.strip_prefix('\n')?;
        Some(body.to_owned())
    }

    /// Keeps other lines, in an order that is always the same.
    pub(super) fn keep(self, lines: &str) {
        if let Some(place) = self.place {
            publish::keep(&place, &[&self.header, "\n", lines].concat());
        }
    }
}
