//! The languages that the program speaks.

/// The languages the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// ไทย
    #[default]
    Thai,
    /// English
    English,
}

impl Language {
    /// The one of two sentences that is in this language.
    pub fn choose<T>(self, thai: T, english: T) -> T {
        match self {
            Self::Thai => thai,
            Self::English => english,
        }
    }
}

/// A fault in the words of a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The sentence that says what is wrong.
    pub message: String,
    /// What to do, or type.
    pub help: String,
}

impl<M: Into<String>, H: Into<String>> From<(M, H)> for Words {
    fn from((message, help): (M, H)) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
        }
    }
}
