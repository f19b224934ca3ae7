//! QR codes as SVG, made when the site is built: no picture from another host, no script.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

use super::view::escape;

/// The empty margin that readers need around the code, in modules.
const QUIET: usize = 4;

/// An address as a QR code; `None` for one that is too long to be one.
pub(in crate::render) fn svg(address: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let size = code.width() + 2 * QUIET;
    Some(format!(
        "<svg class=\"qr\" viewBox=\"0 0 {size} {size}\" width=\"176\" height=\"176\" \
         role=\"img\" aria-label=\"QR code ของ {}\"><path d=\"{}\"/></svg>",
        escape(address),
        path(&code)
    ))
}

/// The dark modules, each run of a row as one rectangle.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            if run[0] == Color::Dark {
                let (left, top, width) = (x + QUIET, y + QUIET, run.len());
                let _ = write!(path, "M{left} {top}h{width}v1h-{width}z");
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use qrcode::{Color, EcLevel, QrCode};

    use super::{QUIET, svg};

    #[test]
    fn the_path_covers_the_dark_modules_and_no_other() {
        let address = "https://survey.example/?a=1&b=2";
        let code = QrCode::with_error_correction_level(address, EcLevel::M).unwrap();
        let svg = svg(address).unwrap();
        assert_eq!(svg.matches("<path").count(), 1);
        let mut dark = vec![false; code.width() * code.width()];
        let path = svg
            .split(" d=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        for rectangle in path.split('M').skip(1) {
            let numbers: Vec<usize> = rectangle
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            let [left, top, width, 1, back] = numbers[..] else {
                panic!("{rectangle}");
            };
            assert_eq!(width, back);
            for x in left..left + width {
                dark[(top - QUIET) * code.width() + x - QUIET] = true;
            }
        }
        let colors = code.to_colors();
        assert!(colors.iter().map(|color| *color == Color::Dark).eq(dark));
    }

    #[test]
    fn an_endless_address_has_no_code() {
        assert_eq!(svg(&"x".repeat(5000)), None);
    }
}
