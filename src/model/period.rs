//! The window of time that evidence covers.

use jiff::ToSpan;
use jiff::civil::Date;

/// A run of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day, which belongs to the period.
    pub first: Date,
    /// The last day, not before the first.
    pub last: Date,
}

impl Period {
    /// A run of days. Callers give the ends in order.
    pub fn new(first: Date, last: Date) -> Self {
        Self { first, last }
    }

    /// The day before it begins.
    pub fn day_before(&self) -> Date {
        self.first.saturating_sub(1.day())
    }

    /// How many days it is.
    pub fn days(&self) -> i32 {
        (self.last - self.first).get_days() + 1
    }

    /// Whether it is a month or less.
    pub fn is_within_a_month(&self) -> bool {
        self.last <= self.first.last_of_month()
    }

    /// Whether a day lies in the window.
    pub fn contains(&self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether two windows share a day.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether this window holds the whole of the other.
    pub fn covers(&self, other: &Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// The parts of this window that the given ones leave uncovered, in order.
    pub fn uncovered_by(&self, mut windows: Vec<Self>) -> Vec<Self> {
        windows.sort();
        let mut gaps = Vec::new();
        let mut next = self.first;
        for window in windows {
            if window.last < next || window.first > self.last {
                continue;
            }
            if window.first > next {
                gaps.push(Self::new(next, window.day_before()));
            }
            next = window.last.saturating_add(1.day());
            if next > self.last {
                return gaps;
            }
        }
        gaps.push(Self::new(next, self.last));
        gaps
    }
}
