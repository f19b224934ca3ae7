//! Evidence files: whether they are there and named, what they really are, and whether one is there
//! twice.

pub(super) mod beside;
mod browser;
pub(super) mod contents;
pub(super) mod duplicates;
pub(super) mod ending;
pub(super) mod named;
pub(super) mod own_table;
