//! Links: as they were written, and what they lead to.

use crate::span::Span;

/// A link as it was written, in Markdown, in a dataset or as evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its address, as written.
    pub href: String,
    /// Its text, where it is known: of a picture and of raw HTML it is not.
    pub title: Option<String>,
    /// The bytes of the document that hold the address.
    pub at: Span,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An address inside the site, without base path, with its `#anchor` if any.
    Inside(String),
    /// Another site, or mail and telephone.
    Outside(String),
}
