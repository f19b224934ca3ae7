//! Personal data, as far as a finding may speak of it: what kind, never the data themselves.

/// Personal data found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Personal {
    /// A Thai citizen number with a right check digit.
    CitizenNumber {
        /// The number with its middle hidden: `1-23xx-xxxxx-xx-1`.
        masked: String,
    },
    /// A list of private persons with their telephone or account numbers.
    List {
        /// How many of its rows hold a name and a number.
        rows: usize,
    },
}
