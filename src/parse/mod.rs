//! The second verb: text to typed pieces, each with its findings.
//!
//! Nothing here fails and nothing stops at the first fault: every function returns what it could
//! read and adds what it could not to the findings.

pub mod assessment;
pub mod config;
pub mod dataset;
pub mod document;
mod folder_meant;
pub mod former_name;
pub mod framework;
mod framework_value;
pub mod front_matter;
pub mod inventory;
mod item_folders;
mod keys;
#[cfg(test)]
mod keys_tests;
pub mod layout;
pub mod leftover;
pub mod markdown;
mod misplaced;
mod misread;
mod names;
mod official_form;
pub mod pieces;
pub mod prose;
pub mod quoted;
pub mod reference;
pub mod schema;
mod table;
mod typed_key;
mod yaml;
