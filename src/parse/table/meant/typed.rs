//! What is typed in the place of a line or a value, and how sure that is.

/// A line or a value as it was meant.
pub(in crate::parse::table) struct Typed {
    /// What is typed.
    pub(in crate::parse::table) text: String,
    /// Whether nothing else can be meant.
    pub(in crate::parse::table) is_sure: bool,
}

impl Typed {
    pub(super) fn likely(text: String) -> Self {
        Self {
            text,
            is_sure: false,
        }
    }

    pub(super) fn sure(text: String) -> Self {
        Self {
            text,
            is_sure: true,
        }
    }
}
