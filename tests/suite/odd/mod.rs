//! Odd input: what no clerk types and disks, editors and archives bring all the same.
//!
//! `letters` and `names` are files as they are found in the wild; `parts` and `whole` are properties
//! that hold for anything a generator makes (`made`); `growth` is what costs must not do. The inputs of
//! a property are the same in every run; `PROPTEST_CASES` makes more of them, and so does
//! `OIT_LONG_TESTS=1`. The fuzz targets in `fuzz/` ask the same of what libFuzzer finds.

mod growth;
mod inside;
mod letters;
mod made;
mod names;
mod parts;
mod whole;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// So many times as many inputs in a long run.
const LONG: u32 = 20;

/// Whether the long tests were asked for.
fn is_long() -> bool {
    std::env::var("OIT_LONG_TESTS").is_ok_and(|value| value == "1")
}

/// Holds a property to so many inputs, the same ones every time. Nothing is written to the work tree:
/// what fails is printed at its smallest, and belongs into a test of its own.
#[track_caller]
fn holds<S: Strategy>(cases: u32, strategy: &S, property: impl Fn(S::Value)) {
    let asked = std::env::var("PROPTEST_CASES").ok();
    let asked = asked.and_then(|cases| cases.parse().ok());
    let usual = if is_long() { cases * LONG } else { cases };
    let config = Config {
        cases: asked.unwrap_or(usual),
        rng_seed: RngSeed::Fixed(0x2566),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let result = TestRunner::new(config).run(strategy, |value| {
        property(value);
        Ok::<(), TestCaseError>(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}
