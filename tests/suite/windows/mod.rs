//! What is particular to Windows: files that are held open, its ways to name a folder, names in other case.
//!
//! The manual's page on Windows names these tests and others as its proof; [`page`] and [`same`] run on every system,
//! the rest on Windows, and under Wine by `tests/windows/run`.

#[cfg(windows)]
mod held;
#[cfg(windows)]
mod names;
mod page;
#[cfg(windows)]
mod places;
mod same;
