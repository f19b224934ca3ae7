//! Names that Windows cannot keep.
//!
//! In: the name of a file, or a whole path as it was typed. Out: the nearest one that Windows can keep. Text only, so
//! that every system can tell.

/// What Windows takes for a device, whatever the ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// The same with a number from 1 to 9.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// The nearest name that Windows can keep; `None` where it can keep this one.
pub fn kept_by_windows(name: &str) -> Option<String> {
    let is_forbidden = |c: char| c.is_ascii_control() || "<>:\"|?*\\".contains(c);
    let mut meant = name.replace(is_forbidden, "-");
    meant.truncate(meant.trim_end_matches(['.', ' ']).len());
    if is_device(&meant) {
        let stem = meant.find('.').unwrap_or(meant.len());
        meant.insert_str(stem, "-1");
    }
    if meant.is_empty() {
        meant.push_str("file");
    }
    (meant != name).then_some(meant)
}

/// Whether a name is that of a device: what stands before the first dot counts, without blanks.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.trim_end().to_ascii_lowercase();
    let numbered = |start: &str| {
        let number = stem.strip_prefix(start);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
    };
    DEVICES.contains(&stem.as_str()) || NUMBERED_DEVICES.iter().any(|start| numbered(start))
}

/// The nearest path that Windows can keep, in its own spelling; `None` where it can keep this one.
pub fn path_kept_by_windows(path: &str) -> Option<String> {
    let (top, rest) = path.split_at(top_of_windows(path).map_or(0, str::len));
    // What begins so is handed to the disk as it stands.
    if top.starts_with(r"\\?") || top.starts_with(r"\\.") {
        return None;
    }
    let mut meant = top.to_owned();
    for part in rest.split_inclusive(['/', '\\']) {
        let name = part.trim_end_matches(['/', '\\']);
        let is_way = matches!(name, "" | "." | "..");
        let kept = kept_by_windows(name).filter(|_| !is_way);
        meant.push_str(kept.as_deref().unwrap_or(name));
        meant.push_str(&part[name.len()..]);
    }
    (meant != path).then_some(meant)
}

/// The drive or share that a path of Windows begins with: `C:\`, `\\server\share\`.
pub fn top_of_windows(path: &str) -> Option<&str> {
    let is_separator = |byte: u8| matches!(byte, b'/' | b'\\');
    match path.as_bytes() {
        [drive, b':', rest @ ..] if drive.is_ascii_alphabetic() => {
            let separators = rest.iter().take_while(|byte| is_separator(**byte)).count();
            Some(&path[..2 + separators])
        }
        [one, two, rest @ ..] if is_separator(*one) && is_separator(*two) => {
            let mut ends = (0..rest.len()).filter(|at| is_separator(rest[*at]));
            let end = ends.nth(1).map_or(path.len(), |at| at + 3);
            Some(&path[..end])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{kept_by_windows, path_kept_by_windows, top_of_windows};

    #[test]
    fn names_are_changed_as_little_as_they_need_be() {
        for (name, meant) in [
            ("con.md", "con-1.md"),
            ("AUX", "AUX-1"),
            ("nul.tar.gz", "nul-1.tar.gz"),
            ("lpt1 .pdf", "lpt1 -1.pdf"),
            ("แผน?.pdf", "แผน-.pdf"),
            ("แผน. .", "แผน"),
            ("a\nb.pdf", "a-b.pdf"),
            ("...", "file"),
        ] {
            assert_eq!(kept_by_windows(name).as_deref(), Some(meant), "{name}");
        }
        for name in [
            "contact.md",
            "com0.pdf",
            "com10.pdf",
            "a.con",
            "แผน .pdf",
            "o12",
            " a.pdf",
        ] {
            assert_eq!(kept_by_windows(name), None, "{name}");
        }
    }

    #[test]
    fn of_a_path_only_the_names_are_looked_at() {
        for (path, meant) in [
            ("nul", "nul-1"),
            ("เว็บ:ใหม่", "เว็บ-ใหม่"),
            (r"C:\งาน\x. ", r"C:\งาน\x"),
            (r"C:\งาน \x", r"C:\งาน\x"),
            (r"\\server\share\www?", r"\\server\share\www-"),
            ("../con/x.csv", "../con-1/x.csv"),
        ] {
            assert_eq!(path_kept_by_windows(path).as_deref(), Some(meant), "{path}");
        }
        for path in [
            r"C:\",
            "C:",
            // Where that drive was left last.
            "a:b",
            r"C:\เว็บ ของ เรา\public\",
            r"\\server\share",
            "//server/share/www2",
            r"\\?\C:\a.",
            r"..\.\x",
            ".",
            "",
        ] {
            assert_eq!(path_kept_by_windows(path), None, "{path}");
        }
    }

    #[test]
    fn the_drive_or_share_is_what_a_path_begins_with() {
        for (path, top) in [
            (r"Q:\x\y", Some(r"Q:\")),
            ("q:/x", Some("q:/")),
            ("Q:x", Some("Q:")),
            (r"\\server\share\www", Some(r"\\server\share\")),
            ("//server/share", Some("//server/share")),
            (r"\tmp", None),
            ("www", None),
            ("กข:", None),
        ] {
            assert_eq!(top_of_windows(path), top, "{path}");
        }
    }
}
