//! The sentences of [`EvidenceFault`] in English.

use crate::problem::{EvidenceFault, RunsInBrowser, Unsearchable};

/// What is wrong.
pub(super) fn message(fault: &EvidenceFault) -> String {
    match fault {
        EvidenceFault::Empty => "the file is empty".to_owned(),
        EvidenceFault::TooLarge { mb, most_mb } => format!(
            "the file has {mb} MB, more than {most_mb} MB: hard to open on a phone, and not searched for personal data"
        ),
        EvidenceFault::Kind { kind, .. } => {
            format!("most phones do not open a file of the kind {kind}")
        }
        EvidenceFault::Ending { ending, kind, .. } if ending.is_empty() => {
            format!("the file's name has no ending; its content is {}, and readers cannot open it", kind.name())
        }
        EvidenceFault::Ending { ending, kind, .. } => {
            format!("the file's name ends in .{ending}, but its content is {}", kind.name())
        }
        EvidenceFault::RunsInBrowser(why) => runs(why),
        EvidenceFault::Damaged => "the file is damaged, or not all of it is there".to_owned(),
        EvidenceFault::Locked => "the file asks for a password: readers cannot open it".to_owned(),
        EvidenceFault::Scan => {
            "this PDF is a scan without text: it cannot be searched or read aloud".to_owned()
        }
        EvidenceFault::Unsearchable(Unsearchable::Unmapped) => {
            "a font of this PDF does not say which letters it shows, so it could not be searched for personal data".to_owned()
        }
        EvidenceFault::Unsearchable(Unsearchable::TooMuch) => {
            "there is too much in this file to search all of it for personal data".to_owned()
        }
        EvidenceFault::Duplicate { other } => format!("the content is the same as that of `{other}`"),
        EvidenceFault::OtherYear { other, year } => format!(
            "the content is the same as that of `{other}` of {year}: probably last year's file"
        ),
    }
}

fn runs(why: &RunsInBrowser) -> String {
    match why {
        RunsInBrowser::Name(ending) => format!(
            "a browser or the web server would run a file with .{ending} in its name as a part of this site, so it is not published"
        ),
        RunsInBrowser::Page => {
            "the content of the file is a web page (HTML), which a browser might run as a part of this site, so it is not published".to_owned()
        }
        RunsInBrowser::Markup(what) if what.is_empty() => {
            "the file could not be looked through for what a browser would run, so it is not published".to_owned()
        }
        RunsInBrowser::Markup(what) => format!(
            "the file has `{what}` in it, which a browser might run or fetch from elsewhere, so it is not published"
        ),
    }
}

/// What to do, or type.
pub(super) fn help(fault: &EvidenceFault) -> String {
    match fault {
        EvidenceFault::Empty => "put the real file in its place, or delete it".to_owned(),
        EvidenceFault::TooLarge { .. } => {
            "save the PDF with a smaller size or in parts; where it must be large, raise max_file_mb in site.toml".to_owned()
        }
        EvidenceFault::Kind { instead, .. } => {
            format!("save it as {instead}, in its place or beside it under the same name")
        }
        EvidenceFault::Ending { rename, .. } => match rename {
            Some(name) => format!("rename it to `{name}`, in the documents that name it too"),
            None => "probably a download or save gone wrong: open it, and put the real file in its place".to_owned(),
        },
        EvidenceFault::RunsInBrowser(RunsInBrowser::Markup(_)) => {
            "open it in the program that drew it, and put a PNG (.png) or PDF (.pdf) in its place".to_owned()
        }
        EvidenceFault::RunsInBrowser(_) => {
            "open it in a browser and print it to a PDF (.pdf) to put in its place, or move its text into index.md and delete it".to_owned()
        }
        EvidenceFault::Damaged => "copy or download it again, and open it before you put it here".to_owned(),
        EvidenceFault::Locked => "save it again without a password for opening".to_owned(),
        EvidenceFault::Scan => {
            "save it as PDF from Word or Excel, or scan with OCR; look for personal data with your own eyes".to_owned()
        }
        EvidenceFault::Unsearchable(Unsearchable::Unmapped) => {
            "save the PDF anew from the original, with \"Save as PDF\" of Word; look for citizen numbers with your own eyes".to_owned()
        }
        EvidenceFault::Unsearchable(Unsearchable::TooMuch) => {
            "divide it into several files; look for citizen numbers with your own eyes".to_owned()
        }
        EvidenceFault::Duplicate { .. } => {
            "keep one of them; for several items, write also = [\"o13\"] in the document that has it".to_owned()
        }
        EvidenceFault::OtherYear { .. } => {
            "put this year's file in its place; for a plan of several years, write its period = \"2566..2570\"".to_owned()
        }
    }
}
