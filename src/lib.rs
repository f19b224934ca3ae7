//! `oit` turns a folder of Markdown and TOML, organised by fiscal year and OIT item, into the
//! disclosure site of a Thai local government.
//!
//! ```text
//! disk ─read─▶ Files ─parse─▶ pieces ─assemble─▶ Site ─check─▶ Diagnostics
//!                                                 │
//!                                                 └──render──▶ Content ─write─▶ disk
//! ```
//!
//! The modules below stand in the order of that picture; each imports only from those above it
//! (`tests/suite/tidy.rs` holds them to it). [`pipeline`] is the six calls in order, and
//! [`command`] are its thin callers.

pub mod files;
pub mod span;

pub mod html;
pub mod thai;

pub mod model;

pub mod problem;

pub mod read;

pub mod parse;

pub mod evidence;

pub mod rows;

pub mod assemble;

pub mod rollover;

pub mod rename;

pub mod check;

pub mod report;

pub mod render;

pub mod publish;

pub mod readings;

pub mod pipeline;

pub mod serve;

pub mod cli;
pub mod command;
