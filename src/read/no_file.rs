//! What stands in a folder and is neither a file nor a folder.

use std::path::Path;

use crate::files::Entry;
#[cfg(unix)]
use crate::files::SpecialEntry;

/// A link, or a way to another program or to a machine. It is not opened, because a pipe is waited for.
pub(super) fn entry(on_disk: &Path) -> Entry {
    #[cfg(unix)]
    if let Ok(found) = on_disk.symlink_metadata() {
        use std::os::unix::fs::FileTypeExt;
        let kind = found.file_type();
        let names = [
            (kind.is_fifo(), SpecialEntry::Pipe),
            (kind.is_socket(), SpecialEntry::Socket),
            (
                kind.is_char_device() || kind.is_block_device(),
                SpecialEntry::Device,
            ),
        ];
        if let Some((_, kind)) = names.iter().find(|(is_it, _)| *is_it) {
            return Entry::NoFile(*kind);
        }
    }
    #[cfg(not(unix))]
    let _ = on_disk;
    Entry::Link
}
