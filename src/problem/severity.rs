//! How bad a finding is.

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Wrong: `build` stops before it writes.
    Error,
    /// Not yet complete: does not stop a build, except with `--strict`.
    Warning,
    /// Worth knowing.
    Advice,
}

impl Severity {
    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}
