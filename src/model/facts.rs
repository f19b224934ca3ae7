//! What an evidence file really is, whatever its name says.
//!
//! Plain values: the file's text is searched while it is read and never kept.

use std::collections::BTreeMap;

use crate::files::SitePath;
use crate::thai::personal::Personal;

/// The facts of every file that was read, by its path.
pub type FactsByPath = BTreeMap<SitePath, Facts>;

/// What was found out about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// The BLAKE3 hash of its content, in hexadecimal.
    pub hash: String,
    /// Its kind, by its content.
    pub kind: FileKind,
    /// Whether it opens.
    pub condition: Condition,
    /// How many pages it has, where that is cheap to tell.
    pub pages: Option<u32>,
    /// Whether its text could be searched.
    pub text: TextLayer,
    /// How many of its pages are pictures of text, where others are not.
    pub scanned: u32,
    /// The personal data in its text, each once, in order.
    pub personal: Vec<Personal>,
    /// What a browser would run of it.
    pub runs: Runs,
}

/// What a browser would run of a file, by its content; whether it does is decided by the name, too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Runs {
    /// Where the name says nothing, it is taken for a page.
    pub as_page: bool,
    /// Where the name says that it is markup such as SVG: the first thing in it that is not known to
    /// be harmless, as it is written; empty where it is no markup that can be read.
    pub as_markup: Option<String>,
}

/// Whether a file opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Condition {
    /// As far as can be told.
    Sound,
    /// With a password only.
    Locked,
    /// It breaks off, or is not what its first bytes say.
    Damaged,
}

/// Whether the text of a file could be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TextLayer {
    /// All of it.
    Searched,
    /// Its pages are pictures: there is no text.
    None,
    /// A font does not say which letters its shapes are.
    Unmapped,
    /// What some of its pages show could not be read.
    Unread,
    /// A file within it could not be searched.
    Inside,
    /// It unpacks to more than is looked at.
    TooMuch,
    /// It opens, and there is nothing in it.
    Nothing,
    /// Its table has a heading and no rows.
    Heading,
    /// It holds pictures and no text.
    Pictures,
    /// A kind of file that has no text, or none that is looked for.
    OtherKind,
}

/// The kinds of file that are told apart, with the words that name them.
macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $name:literal,)*) => {
        /// The kind of a file, by its content.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum FileKind { $($(#[$doc])* $kind,)* }

        impl FileKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$kind,)*];

            /// What people call it; the same in both languages.
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }
        }
    };
}

kinds! {
    /// PDF.
    Pdf = "PDF",
    /// A photograph.
    Jpeg = "JPEG",
    /// A picture.
    Png = "PNG",
    /// A picture.
    Gif = "GIF",
    /// A picture.
    Webp = "WebP",
    /// A photograph as an iPhone makes it.
    Heic = "HEIC",
    /// A picture as scanners make it.
    Tiff = "TIFF",
    /// A picture.
    Bmp = "BMP",
    /// Adobe Photoshop.
    Photoshop = "Photoshop",
    /// Documents since 2007.
    Docx = "Word (.docx)",
    /// Tables since 2007.
    Xlsx = "Excel (.xlsx)",
    /// Slides since 2007.
    Pptx = "PowerPoint (.pptx)",
    /// The open format of documents.
    OpenDocument = "OpenDocument",
    /// Documents before 2007.
    OldWord = "Word 97-2003 (.doc)",
    /// Tables before 2007.
    OldExcel = "Excel 97-2003 (.xls)",
    /// Slides before 2007.
    OldPowerPoint = "PowerPoint 97-2003 (.ppt)",
    /// A document since 2007, with a password.
    LockedOffice = "Microsoft Office",
    /// Another program's file in the container of the old Office, such as WPS or Publisher.
    Compound = "Microsoft Office 97-2003",
    /// Rich text.
    Rtf = "RTF",
    /// Packed files.
    Zip = "ZIP",
    /// Packed files.
    Rar = "RAR",
    /// Packed files.
    SevenZip = "7-Zip",
    /// Packed files, as other systems pack them.
    Tar = "TAR/GZ",
    /// A web page.
    Html = "HTML",
    /// Text, of a CSV file too.
    Text = "text",
    /// A film.
    Mp4 = "MP4",
    /// A program for Windows.
    Program = "Windows program (.exe)",
    /// What Git leaves in the place of a large file that it did not fetch.
    LfsPointer = "Git LFS pointer",
    /// None of these.
    Unknown = "unknown",
}

#[cfg(test)]
mod tests {
    use super::FileKind;

    #[test]
    fn no_two_kinds_have_one_name() {
        for kind in FileKind::ALL {
            let same = FileKind::ALL
                .iter()
                .filter(|other| other.name() == kind.name());
            assert_eq!(same.count(), 1, "{kind:?}");
        }
    }
}
