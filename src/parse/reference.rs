//! References to files, as clerks write them, to paths of the site.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

use crate::model::ItemNumber;

/// The path of `reference` as seen from `folder`; `None` where it leads out of `content/`.
///
/// Windows backslashes are read as slashes. Names compare in NFC, because macOS may hand over
/// decomposed ones.
pub fn join(folder: &str, reference: &str) -> Option<String> {
    let reference = reference.replace('\\', "/");
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in reference.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            _ => parts.push(part),
        }
    }
    (parts.first() == Some(&"content")).then(|| nfc(&parts.join("/")).into_owned())
}

/// A name as it is compared: in NFC.
pub fn nfc(name: &str) -> Cow<'_, str> {
    if name.is_ascii() || unicode_normalization::is_nfc(name) {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(name.nfc().collect())
    }
}

/// A path as it is looked up: in NFC, and with the item's folder in one spelling, since `o1`, `o01` and
/// `O01` are the same item.
pub fn canonical(path: &str) -> String {
    let path = nfc(path);
    let mut parts = path.splitn(4, '/');
    let (Some("content"), Some(year), Some(item)) = (parts.next(), parts.next(), parts.next())
    else {
        return path.into_owned();
    };
    match (ItemNumber::parse(item), parts.next()) {
        (Some(item), Some(inside)) => format!("content/{year}/{item}/{inside}"),
        (Some(item), None) => format!("content/{year}/{item}"),
        (None, _) => path.into_owned(),
    }
}

/// A Markdown address with its `%xx` decoded; as it stands where that is not UTF-8.
pub fn decode(href: &str) -> Cow<'_, str> {
    percent_decode_str(href)
        .decode_utf8()
        .unwrap_or(Cow::Borrowed(href))
}

#[cfg(test)]
mod tests {
    use super::{join, nfc};

    #[test]
    fn names_compare_in_nfc() {
        for name in ["รายงาน ปี 2566.pdf", "ผู้อยู่ น้ำ ที่นี่ สิทธิ์", "é", ""]
        {
            assert_eq!(nfc(name), name);
        }
        assert_eq!(nfc("ก\u{e49}\u{e39}"), "ก\u{e39}\u{e49}");
        assert_eq!(nfc("e\u{301}"), "é");
    }

    #[test]
    fn references_stay_inside_content() {
        let folder = "content/2566/o12";
        assert_eq!(
            join(folder, "plan.pdf").unwrap(),
            "content/2566/o12/plan.pdf"
        );
        assert_eq!(
            join(folder, r"..\o11\plan.pdf").unwrap(),
            "content/2566/o11/plan.pdf"
        );
        assert_eq!(
            join(folder, "./a/../b.pdf").unwrap(),
            "content/2566/o12/b.pdf"
        );
        assert_eq!(join(folder, "../../../site.toml"), None);
        assert_eq!(join(folder, "../../../../../etc/passwd"), None);
    }
}
