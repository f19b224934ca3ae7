//! What an evidence file really is: its bytes to [`Facts`](crate::model::Facts).
//!
//! In: the bytes, and nothing else, so that facts can be kept by content. Out: kind, hash, whether it
//! opens, and the personal data in its text, masked. The text is searched while it is read and not
//! kept. Whatever the bytes are, this ends soon and with a result: everything that is unpacked is
//! bounded, and readers of other people's making are not trusted.

mod bounded;
mod extract;
mod facts;
mod gather;
mod guarded;
mod inside;
mod kind;
mod logo;
mod look;
mod office;
mod old_office;
mod package;
mod pdf;
mod personal;
mod picture_size;
pub mod record;
mod rows;
mod rtf;
mod runs;
mod seen;
pub mod sheet;
mod store;
mod text;

pub use facts::{facts, hash};
pub use gather::gather;
pub use guarded::is_guarded;
pub use logo::logo;
pub use rows::RowsSheets;
pub use store::{GridResult, Store};
