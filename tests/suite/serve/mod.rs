//! `oit serve`: what is served, what changes while it is, and who is turned away.

mod again;
mod equality;
pub(crate) mod harness;
mod http;
mod live;
mod page;
mod watching;
