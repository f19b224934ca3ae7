//! Whether a file is the one that was read.
//!
//! In: what the system says of a file. Out: its stamp, and whether a stamp can be relied on.

use std::fs;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::files::Stamp;

/// Some disks keep times to two seconds. A file that was written less than that before it was read may have been
/// written once more since, and look the same.
const COARSEST: Duration = Duration::from_millis(2500);

/// The stamp of a file that the system was asked about.
pub fn stamp_of(metadata: &fs::Metadata) -> Stamp {
    let modified = metadata.modified().ok();
    let modified = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Stamp {
        bytes: metadata.len(),
        modified: modified.map(|time| time.as_nanos()),
    }
}

/// A stamp, where a file written now would get another one.
pub fn settled(stamp: Stamp) -> Option<Stamp> {
    // A time to come says nothing: the clock was set back.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let newest = now.as_nanos().checked_sub(COARSEST.as_nanos())?;
    stamp.modified.filter(|time| *time < newest).map(|_| stamp)
}
