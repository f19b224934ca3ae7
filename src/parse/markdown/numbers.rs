//! The numbers of the points of lists: as they were typed.
//!
//! In: the events of a text. Out: for a point that a browser would give another number, its own. Markdown has the first
//! of a list only, and counts on.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

/// Digits of a number, at most.
const MOST_DIGITS: usize = 9;

/// The numbers of the lists that are open.
#[derive(Default)]
pub(super) struct Numbers {
    lists: Vec<CountedList>,
    /// That of the point that comes next, as it was typed.
    typed: Option<u64>,
}

struct CountedList {
    /// What a browser gives to the next point; nothing where it gives none.
    next: Option<u64>,
    /// The number of the first point, as long as all have the same: who lets Markdown count types `1.` each time.
    repeated: Option<u64>,
}

impl Numbers {
    /// Begins a list, with its first number if it has any.
    pub(super) fn begin(&mut self, start: Option<u64>) {
        self.lists.push(CountedList {
            next: start,
            repeated: start,
        });
    }

    pub(super) fn end(&mut self) {
        self.lists.pop();
    }

    /// Looks how a point is numbered that an event begins.
    pub(super) fn typed(&mut self, event: &Event<'_>, markdown: &str, at: &Range<usize>) {
        if matches!(event, Event::Start(Tag::Item)) {
            let written = markdown.get(at.clone()).unwrap_or("").trim_start();
            let digits = written.bytes().take_while(u8::is_ascii_digit);
            self.typed = written[..digits.take(MOST_DIGITS).count()].parse().ok();
        }
    }

    /// The number of the point that begins, where a browser would give it another.
    pub(super) fn shown(&mut self) -> Option<u64> {
        let typed = self.typed.take();
        let list = self.lists.last_mut()?;
        let expected = list.next?;
        list.repeated = list.repeated.filter(|first| typed == Some(*first));
        let shown = typed.filter(|typed| list.repeated.is_none() && *typed != expected);
        list.next = Some(shown.unwrap_or(expected) + 1);
        shown
    }
}
