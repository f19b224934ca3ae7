//! Input that nobody means well with, or that a program made: what it may cost, what it must not
//! reach, and that nothing of it runs in a reader's browser.

mod evidence;
mod growth;
mod large;
mod limits;
mod paths;
mod payloads;

/// Whether the long versions of tests were asked for (CONTRIBUTING.md, "Tests").
fn long() -> bool {
    std::env::var("OIT_LONG_TESTS").is_ok_and(|value| value == "1")
}
