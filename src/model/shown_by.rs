//! Which columns of a dataset say what a component asks.

use super::dataset_kind::DatasetKind;

/// Which dataset columns say what a component asks: `executives(name, phone|email)`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ShownBy {
    /// The kind of dataset.
    pub dataset: DatasetKind,
    /// What every row must have.
    pub requirements: Vec<Requirement>,
}

/// One entry between the brackets of a [`ShownBy`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// `phone|email`: at least one of these columns is filled in.
    AnyOf(Vec<String>),
    /// `kind=qa`: only rows with this value are looked at, and there is at least one.
    Only {
        /// The key of the column.
        column: String,
        /// The text that its cells must have.
        value: String,
    },
}
