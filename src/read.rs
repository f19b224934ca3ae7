//! The first verb: the only code that reads the disk.
//!
//! In: a folder. Out: [`Files`](crate::files::Files), every text of the site and a listing of the rest. Nothing
//! fails here: what cannot be read becomes an entry that says so, and a later stage reports it.

mod cache;
mod file;
mod folder;
mod no_file;
mod served;
mod site;
mod stamp;

pub use cache::Cache;
pub use file::{
    Refused, bounded, exists, holds, is_plain, optional_text, same_bytes, text_of_other_encoding,
};
pub use folder::{FRAMEWORK_FILE, SITE_FILE, TOPS, find_site, is_site};
pub use served::{Served, Stamps, is_folder, real, served, stamps};
pub use site::{MOST_TEXT, is_left_out, site};
pub use stamp::{settled, stamp_of};
