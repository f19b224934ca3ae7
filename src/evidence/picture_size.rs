//! How wide and high a picture is, by its first bytes.

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::model::FileKind;

/// The size of a PNG, a JPEG or an SVG; `None` of anything else, and where it is not said.
pub(super) fn picture_size(kind: FileKind, bytes: &[u8]) -> Option<(u32, u32)> {
    let size = match kind {
        FileKind::Png => png(bytes),
        FileKind::Jpeg => jpeg(bytes),
        FileKind::Text => svg(bytes),
        _ => None,
    };
    size.filter(|(width, height)| *width > 0 && *height > 0)
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let side = |from: usize| {
        let side = bytes.get(from..from + 4)?;
        Some(u32::from_be_bytes(side.try_into().ok()?))
    };
    (bytes.get(12..16)? == b"IHDR").then_some((side(16)?, side(20)?))
}

/// The size stands in the segment that starts the picture, behind those of the camera.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let two = |at: usize| {
        let two = bytes.get(at..at + 2)?;
        Some(u16::from_be_bytes(two.try_into().ok()?))
    };
    let mut at = 2;
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else {
            return None;
        };
        match marker {
            // Filling.
            0xff => at += 1,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((two(at + 7)?.into(), two(at + 5)?.into()));
            }
            _ => at += 2 + usize::from(two(at + 2)?),
        }
    }
}

/// `viewBox`, or else `width` and `height`.
fn svg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut reader = Reader::from_reader(bytes);
    let mut buffer = Vec::new();
    let root = loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => break element.into_owned(),
            Event::Eof => return None,
            _ => buffer.clear(),
        }
    };
    if root.local_name().as_ref() != "svg" {
        return None;
    }
    let attribute = |name: &str| {
        let found = root.try_get_attribute(name).ok()??;
        Some(found.value.into_owned())
    };
    let side = |text: &str| {
        let digits = text.trim().trim_end_matches("px");
        let side: f64 = digits.parse().ok()?;
        // A drawing has no pixels: what counts is one side beside the other.
        format!("{:.0}", side * 100.0).parse().ok()
    };
    if let Some(view_box) = attribute("viewBox") {
        let mut parts = view_box.split([' ', ',']).filter(|part| !part.is_empty());
        return Some((side(parts.nth(2)?)?, side(parts.next()?)?));
    }
    Some((side(&attribute("width")?)?, side(&attribute("height")?)?))
}

#[cfg(test)]
mod tests {
    use super::picture_size;
    use crate::model::FileKind;

    #[test]
    fn the_size_is_read_where_each_kind_keeps_it() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0\0\0\x01\0";
        assert_eq!(picture_size(FileKind::Png, png), Some((512, 256)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xc2\0\x11\x08\0\x40\0\x80";
        assert_eq!(picture_size(FileKind::Jpeg, jpeg), Some((128, 64)));
        let svg = "<?xml version=\"1.0\"?><!-- ก --><svg viewBox=\"0 0 24 12.5\"/>";
        assert_eq!(
            picture_size(FileKind::Text, svg.as_bytes()),
            Some((2400, 1250))
        );
        for other in ["<svg/>", "<p>ก</p>", "ก", ""] {
            assert_eq!(
                picture_size(FileKind::Text, other.as_bytes()),
                None,
                "{other}"
            );
        }
        assert_eq!(picture_size(FileKind::Jpeg, &jpeg[..9]), None);
    }
}
