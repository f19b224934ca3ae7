//! The fifth verb: the site and a theme to pages as values.
//!
//! In: the assembled [`crate::model::Site`]. Out: for every [`Route`] its bytes, or the file to
//! copy. A page is a pure function of its view; nothing here knows where it will be written.

mod accent;
mod beside;
mod checklist;
mod clean;
mod data_file;
mod fault;
mod feed;
mod given;
mod markdown;
mod official_form;
mod pages;
mod qr;
mod renderer;
mod search;
mod shared;
mod structured;
mod tables;
mod theme;
mod view;
mod whole_words;

pub use fault::Fault;
use given::Given;
pub use official_form::FormOf;
pub use pages::{Route, addresses};
pub use renderer::{Content, Renderer};
pub use tables::ReportKind;
pub use theme::Theme;
