//! Links: as they were written, and what they lead to.

use super::host::host_of;
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

impl Link {
    /// Whether its address can be followed at all: `#`, `https://` and `mailto:` alone cannot.
    pub fn leads_somewhere(&self) -> bool {
        leads_somewhere(&self.href)
    }
}

/// Whether an address can be followed at all.
pub fn leads_somewhere(href: &str) -> bool {
    let href = href.trim();
    let lower = href.to_ascii_lowercase();
    let digits = || href.chars().filter(char::is_ascii_digit).count();
    match lower.split_once(':') {
        Some(("http" | "https", rest)) => rest.starts_with("//") && host_of(href).is_some(),
        Some(("mailto", rest)) => rest.contains('@'),
        Some(("tel", _)) => digits() > 2,
        _ => !href.is_empty() && href != "#",
    }
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An address inside the site, without base path, with its `#anchor` if any.
    Inside(String),
    /// Another site, or mail and telephone.
    Outside(String),
}
