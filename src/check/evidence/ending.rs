//! What the ending of a file's name promises, and what phones open.

use crate::model::FileKind;
use crate::problem::EvidenceFault;

/// The endings that are right for a kind; the first is the one to give.
fn endings(kind: FileKind) -> &'static [&'static str] {
    match kind {
        FileKind::Pdf => &["pdf", "ai"],
        FileKind::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
        FileKind::Png => &["png"],
        FileKind::Gif => &["gif"],
        FileKind::Webp => &["webp"],
        FileKind::Heic => &["heic", "heif"],
        FileKind::Tiff => &["tif", "tiff"],
        FileKind::Bmp => &["bmp"],
        FileKind::Photoshop => &["psd"],
        FileKind::Docx => &["docx", "docm", "dotx"],
        FileKind::Xlsx => &["xlsx", "xlsm", "xlsb", "xltx"],
        FileKind::Pptx => &["pptx", "pptm", "ppsx", "potx"],
        FileKind::OpenDocument => &["odt", "ods", "odp", "odg"],
        FileKind::OldWord => &["doc", "dot", "wps"],
        FileKind::OldExcel => &["xls", "xlt", "et"],
        FileKind::OldPowerPoint => &["ppt", "pps", "dps"],
        FileKind::LockedOffice => &["docx", "xlsx", "pptx", "docm", "xlsm", "pptm"],
        FileKind::Rtf => &["rtf", "doc"],
        FileKind::Rar => &["rar"],
        FileKind::SevenZip => &["7z"],
        FileKind::Zip => &["zip"],
        FileKind::Tar => &["gz", "tgz", "tar", "bz2", "xz", "svgz", "emz"],
        FileKind::Html => &["html", "htm", "xhtml", "mht", "mhtml", "php", "txt"],
        FileKind::Text => &["txt", "csv"],
        FileKind::Mp4 => &["mp4", "mov", "m4v", "m4a", "3gp", "avif"],
        FileKind::Compound => &["doc", "xls", "ppt"],
        FileKind::LfsPointer | FileKind::Program | FileKind::Unknown => &[],
    }
}

/// Endings that promise one of these kinds and nothing else.
const PROMISES: [&str; 24] = [
    "pdf", "jpg", "jpeg", "png", "gif", "webp", "heic", "tif", "tiff", "bmp", "docx", "xlsx",
    "pptx", "odt", "ods", "odp", "doc", "xls", "ppt", "zip", "rar", "7z", "mp4", "csv",
];

/// Kinds that open whatever picture they are called.
const PICTURES: [FileKind; 5] = [
    FileKind::Jpeg,
    FileKind::Png,
    FileKind::Gif,
    FileKind::Webp,
    FileKind::Bmp,
];

/// Programs and what starts them, by ending: the content does not always name them.
const RUN: [&str; 24] = [
    "exe", "msi", "msp", "msix", "appx", "bat", "cmd", "pif", "scr", "cpl", "dll", "sys", "vbs",
    "vbe", "wsf", "wsh", "ps1", "psm1", "reg", "jar", "apk", "dmg", "deb", "app",
];

/// Whether a file is a program of the computer it is opened on.
pub fn is_program(name: &str, kind: Option<FileKind>) -> bool {
    RUN.contains(&&*of(name)) || kind == Some(FileKind::Program)
}

/// Pictures, however large.
pub(super) fn is_picture(kind: FileKind) -> bool {
    PICTURES.contains(&kind)
}

/// Programs whose files only they open, by ending: the content does not name them.
const OTHER_PROGRAMS: [&str; 22] = [
    "wps", "et", "dps", "psd", "ai", "eps", "cdr", "dwg", "dxf", "pub", "vsd", "vsdx", "mpp",
    "one", "mdb", "accdb", "hwp", "pages", "numbers", "key", "wmf", "emf",
];

/// The ending of a name, in small letters; empty where what follows the last dot is none, as in
/// `แผน ปี 2566.ฉบับแก้ไข`.
pub(super) fn of(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending = ending.len() <= 5 && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let has_letter = ending.bytes().any(|byte| byte.is_ascii_alphabetic());
    if is_ending && has_letter {
        ending.to_ascii_lowercase()
    } else {
        String::new()
    }
}

/// Whether name and content disagree so that it matters.
pub(super) fn judge(name: &str, ending: &str, kind: FileKind) -> Option<EvidenceFault> {
    let right = endings(kind);
    if right.contains(&ending) || kind == FileKind::Program {
        return None;
    }
    let promises = PROMISES.contains(&ending);
    if kind == FileKind::Unknown {
        return promises.then_some(EvidenceFault::Damaged);
    }
    // An ending that is not known may be right for a kind that many programs build on.
    if !ending.is_empty() && !promises && kind != FileKind::Html {
        return None;
    }
    if ending.is_empty() && matches!(kind, FileKind::Text | FileKind::Compound) {
        return None;
    }
    // A web page with the name of a document is what a sign-in page leaves behind, and a text no
    // document either: another name does not make it one.
    let is_wrong_file = matches!(kind, FileKind::Html | FileKind::Text | FileKind::Compound);
    let given = right
        .first()
        .filter(|_| !is_wrong_file && kind != FileKind::LockedOffice);
    let stem = name.len()
        - if ending.is_empty() {
            0
        } else {
            ending.len() + 1
        };
    Some(EvidenceFault::Ending {
        ending: ending.to_owned(),
        kind,
        rename: given.map(|given| format!("{}.{given}", &name[..stem])),
        opens: opens(ending, kind),
    })
}

/// Whether readers see the right thing all the same: browsers look at a picture's content, and Word and
/// Excel take the new format under the old name.
fn opens(ending: &str, kind: FileKind) -> bool {
    let is_picture = |ending: &str| PICTURES.iter().any(|kind| endings(*kind).contains(&ending));
    match kind {
        FileKind::Docx => ending == "doc",
        FileKind::Xlsx => ending == "xls",
        FileKind::Pptx => ending == "ppt",
        _ => PICTURES.contains(&kind) && is_picture(ending),
    }
}

/// What phones do not open: its name, and what to save it as instead.
pub(super) fn unopened(kind: FileKind, ending: &str) -> Option<(String, &'static str)> {
    let instead = match kind {
        FileKind::Heic | FileKind::Tiff => "JPEG (.jpg)",
        FileKind::OldExcel => "Excel (.xlsx)",
        FileKind::OldWord | FileKind::OldPowerPoint | FileKind::Photoshop | FileKind::Program => {
            "PDF (.pdf)"
        }
        FileKind::Rar | FileKind::SevenZip | FileKind::Tar => "ZIP (.zip)",
        _ if OTHER_PROGRAMS.contains(&ending) => {
            return Some((format!(".{ending}"), "PDF (.pdf)"));
        }
        _ => return None,
    };
    Some((kind.name().to_owned(), instead))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn endings_of_names() {
        for (name, ending) in [
            ("plan.PDF", "pdf"),
            ("plan.2566.pdf", "pdf"),
            ("แผน ปี 2566", ""),
            ("แผน พ.ศ.2566", ""),
            ("รายงาน.ฉบับแก้ไข", ""),
            ("a.7z", "7z"),
            ("plan", ""),
        ] {
            assert_eq!(of(name), ending, "{name}");
        }
    }
}
