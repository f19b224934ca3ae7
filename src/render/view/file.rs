//! Evidence files and links, as they stand in lists.

use serde::Serialize;

use super::{Builder, DateView};
use crate::files::ending;
use crate::model::Evidence;
use crate::render::official_form::{self, FormOf};

/// An evidence file.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FileView {
    pub(super) title: String,
    pub(super) url: String,
    /// Its own name, to save it under; empty where the address says it already, so that browsers
    /// open what they can show.
    pub(super) download: String,
    /// `PDF`, `XLSX` …
    pub(super) kind: String,
    /// `1.2 MB`
    pub(super) size: String,
    /// The size for programs.
    pub(super) bytes: u64,
    /// How many pages it has, where that is known.
    pub(super) pages: Option<u32>,
    /// The day of the document it belongs to.
    pub(super) date: Option<DateView>,
}

pub(in crate::render) fn file_view(
    builder: Builder<'_>,
    file: &Evidence,
    title: String,
) -> FileView {
    FileView {
        title,
        url: builder.local(&file.address),
        download: if file.output.ends_with(&file.name) {
            String::new()
        } else {
            file.name.clone()
        },
        kind: ending(&file.name).to_uppercase(),
        size: size(file.bytes),
        bytes: file.bytes,
        pages: file.pages,
        date: None,
    }
}

/// The files of an official form, if there are rows for it.
pub(super) fn form_files(builder: Builder<'_>, of: FormOf) -> Vec<FileView> {
    let Some(filled) = official_form::filled(builder.site, of) else {
        return Vec::new();
    };
    let table = filled.table();
    let files = filled.files().into_iter();
    // A format that cannot be made is told where the file is.
    let made = files.filter_map(|(format, address)| {
        let bytes = u64::try_from(table.bytes(format).ok()?.len()).ok()?;
        Some(FileView {
            title: filled.form.title.clone(),
            url: builder.local(&address),
            download: String::new(),
            kind: ending(&address).to_uppercase(),
            size: size(bytes),
            bytes,
            pages: None,
            date: None,
        })
    });
    made.collect()
}

/// A size as people read it: `640 B`, `12 KB`, `1.2 MB`.
fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    const MB: u64 = KB * KB;
    match bytes {
        0..KB => format!("{bytes} B"),
        KB..MB => format!("{} KB", bytes.div_ceil(KB)),
        _ => format!("{}.{} MB", bytes / MB, bytes % MB * 10 / MB),
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes() {
        assert_eq!(size(640), "640 B");
        assert_eq!(size(12_000), "12 KB");
        assert_eq!(size(1_300_000), "1.2 MB");
    }
}
