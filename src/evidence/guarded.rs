//! Readers of other people's making: most of them give up on a damaged file, and a few panic.
//!
//! In: what is read with them. Out: its result, or nothing where it panicked. The thread says of
//! itself that such a panic is caught, so that nobody is told of it.

use std::cell::Cell;
use std::panic::{UnwindSafe, catch_unwind};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Reads; `None` where the reader panicked.
pub(super) fn guarded<T>(read: impl FnOnce() -> T + UnwindSafe) -> Option<T> {
    let before = GUARDED.replace(true);
    let done = catch_unwind(read);
    GUARDED.set(before);
    done.ok()
}

/// Whether a panic of this thread is caught by `guarded`.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

#[cfg(test)]
mod tests {
    use super::{guarded, is_guarded};

    #[test]
    fn a_panic_is_nothing_and_the_guard_ends_with_its_reader() {
        assert_eq!(guarded(is_guarded), Some(true));
        assert_eq!(guarded(|| -> u8 { panic!("damaged") }), None);
        assert!(!is_guarded());
    }
}
