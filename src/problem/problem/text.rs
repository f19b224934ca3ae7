//! Faults inside a text: letters that look right and are wrong, Markdown that shows its signs, and what no
//! page shows.

use super::Severity;

/// Faults inside a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TextFault {
    /// Letters that are wrong.
    Letters {
        /// In which way.
        slip: Slip,
        /// What is written, as it is shown to people.
        written: String,
        /// What is meant, where that is certain or nearly so.
        meant: Option<String>,
        /// How many more places of the file this finding stands for.
        more: usize,
    },
    /// The name of a file or folder has such letters.
    FileName {
        /// The name it should have.
        meant: String,
    },
    /// Asterisks meant as emphasis that the page shows as they are.
    LiteralAsterisks,
    /// An image that says nothing to who cannot see it.
    ImageWithoutText {
        /// The file's name or other filling that stands there instead.
        written: String,
    },
    /// A picture on another host, which browsers are told not to fetch.
    PictureElsewhere {
        /// The host.
        host: String,
    },
    /// An element that no page carries.
    LeftOut {
        /// Its name.
        element: &'static str,
        /// The host of what it would show.
        host: Option<String>,
    },
    /// A heading that is more than one level below what is above it.
    HeadingOrder {
        /// Its level, as written.
        level: u8,
        /// The level it should have.
        meant: u8,
    },
}

/// How letters are wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slip {
    /// A letter of another script inside a Thai word.
    Foreign,
    /// ำ in two parts, or set apart from its consonant.
    SaraAm,
    /// เเ for แ.
    SaraAe,
    /// Vowel and tone marks in the wrong order, doubled, or set apart from their letter.
    MarkOrder,
    /// A mark where no letter can carry it.
    StrayMark,
    /// Control and zero-width characters.
    Invisible,
    /// Letters of the private area that old Thai fonts use for shifted marks.
    OldFont,
    /// A letter that was lost when the text was converted.
    Lost,
    /// Thai that was read in the wrong encoding and saved so.
    Mojibake,
    /// ๐ for the letter O: ๐๑.
    ZeroForO,
    /// A Latin letter and its accent as two characters.
    Decomposed,
}

impl Slip {
    /// Whether `oit check --fix` puts it right.
    pub fn is_fixable(self) -> bool {
        match self {
            Self::SaraAm
            | Self::SaraAe
            | Self::MarkOrder
            | Self::Invisible
            | Self::OldFont
            | Self::Decomposed => true,
            Self::Foreign | Self::StrayMark | Self::Lost | Self::Mojibake | Self::ZeroForO => false,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Foreign => "foreign-letter",
            Self::SaraAm => "split-sara-am",
            Self::SaraAe => "double-sara-e",
            Self::MarkOrder => "mark-order",
            Self::StrayMark => "stray-mark",
            Self::Invisible => "invisible-letter",
            Self::OldFont => "old-font-letter",
            Self::Lost => "lost-letter",
            Self::Mojibake => "mojibake",
            Self::ZeroForO => "zero-for-o",
            Self::Decomposed => "decomposed-letter",
        }
    }
}

impl TextFault {
    /// The code that names the fault everywhere.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Letters { slip, .. } => slip.code(),
            Self::FileName { .. } => "file-name-letters",
            Self::LiteralAsterisks => "literal-asterisks",
            Self::ImageWithoutText { .. } => "image-without-text",
            Self::PictureElsewhere { .. } => "picture-elsewhere",
            Self::LeftOut { .. } => "left-out",
            Self::HeadingOrder { .. } => "heading-order",
        }
    }

    /// How bad it is. None keeps a site from being published: the page is there and can be read.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Letters {
                slip: Slip::Decomposed,
                ..
            }
            | Self::FileName { .. }
            | Self::HeadingOrder { .. } => Severity::Advice,
            _ => Severity::Warning,
        }
    }
}
