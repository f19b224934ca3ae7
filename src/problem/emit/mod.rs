//! Findings as strings: pictures for people, and the formats that machines read.
//!
//! In: findings in their order and the texts they point into. Out: strings; nothing is printed
//! here. All formats tell the same findings in the same order at the same places.

mod github;
mod json;
mod line;
mod place;
mod sarif;
mod shown;
mod text;

pub use github::github;
pub use json::json;
pub use line::{Line, lines};
pub use sarif::sarif;
pub use shown::help_word;
pub use text::text;
