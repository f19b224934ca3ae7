//! The one integration binary: the real program on real folders.
//!
//! A module per subject; [`harness`] holds what they share. `tidy` proves the invariants of
//! ARCHITECTURE.md that are about the source itself.

#![allow(clippy::unwrap_used, clippy::case_sensitive_file_extension_comparisons)]

mod adding;
mod browser;
mod clean;
mod commands;
mod datasets;
mod demonstration;
mod due;
mod evidence;
mod fix;
mod fix_lines;
mod formats;
mod framework;
mod harness;
mod home;
mod hostile;
mod later_lists;
mod lists;
mod manual;
mod markdown;
mod none;
mod odd;
mod official;
mod official_form;
mod open_data;
mod own_time;
mod pages;
mod problems;
mod publishing;
mod readme;
mod remedies;
mod renumbering;
mod report;
mod results;
mod rollover;
mod rows;
mod schema;
mod score;
mod search;
mod seeds;
mod serve;
mod status;
mod streams;
mod summary;
mod tables;
mod theme;
mod tidy;
mod today;
mod views;
mod weight;
mod writing_help;
