//! What was typed that no command takes.

/// What was typed that no command takes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TypedFault {
    /// The whole line, as typed.
    pub line: String,
    /// The command of it, with the program's name: `oit build`; `oit` where there is none.
    pub command: String,
    /// What is wrong with it.
    pub slip: TypedSlip,
}

/// What is wrong with a line that was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum TypedSlip {
    /// There is no such command.
    Command {
        written: String,
        meant: Option<String>,
    },
    /// The command has no such option.
    Option {
        written: String,
        meant: Option<String>,
    },
    /// More than the command takes.
    TooMuch { written: String },
    /// Something that the command cannot do without, as its help names it.
    Missing { names: Vec<String> },
    /// An option without its value.
    NoValue { option: String },
    /// A value that the option does not take.
    Value {
        option: String,
        written: String,
        /// Those that it takes, where they can be listed.
        possible: Vec<String>,
    },
    /// Anything else, in the words of the reader of the line.
    Other { words: String },
}
