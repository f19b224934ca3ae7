//! The trees of years that a site has no folder for.
//!
//! In: which years, and how to read a tree. Out: a tree, read when it is asked for first. Apart from
//! `framework`, because most sites never ask, and reading these trees takes longer than reading a small
//! site's own.

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::fiscal_year::FiscalYear;
use super::framework::Framework;

/// How a tree is read.
type Read = fn(FiscalYear) -> Option<Framework>;

/// The trees of years that a site has no folder for.
#[derive(Clone)]
pub struct OtherFrameworks {
    years: Arc<[(FiscalYear, OnceLock<Option<Framework>>)]>,
    read: Read,
}

impl OtherFrameworks {
    /// The trees of these years, as `read` gives them.
    pub fn new(years: impl IntoIterator<Item = FiscalYear>, read: Read) -> Self {
        let years = years.into_iter().map(|year| (year, OnceLock::new()));
        Self {
            years: years.collect(),
            read,
        }
    }

    /// The tree of a year.
    pub fn get(&self, year: FiscalYear) -> Option<&Framework> {
        let mut years = self.years.iter();
        let (_, tree) = years.find(|(other, _)| *other == year)?;
        tree.get_or_init(|| (self.read)(year)).as_ref()
    }

    /// All these trees.
    pub fn iter(&self) -> impl Iterator<Item = &Framework> {
        self.years().filter_map(|year| self.get(year))
    }

    fn years(&self) -> impl Iterator<Item = FiscalYear> {
        self.years.iter().map(|(year, _)| *year)
    }
}

impl Default for OtherFrameworks {
    fn default() -> Self {
        Self::new([], |_| None)
    }
}

/// By year: the tree of a year is the same, whether it was read yet or not.
impl PartialEq for OtherFrameworks {
    fn eq(&self, other: &Self) -> bool {
        self.years().eq(other.years())
    }
}

impl Eq for OtherFrameworks {}

impl fmt::Debug for OtherFrameworks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.years()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{FiscalYear, OtherFrameworks};

    #[test]
    fn a_tree_that_nobody_asks_for_is_not_read() {
        let year = |number| FiscalYear::new(number).unwrap();
        let trees = OtherFrameworks::new([year(2566)], |_| unreachable!("nobody asked"));
        assert_eq!(trees, trees.clone());
        assert_ne!(trees, OtherFrameworks::default());
        assert_eq!(trees.get(year(2565)), None);
    }
}
