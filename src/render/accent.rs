//! The site's one colour, kept readable.

/// The style sheet among the theme's static files.
pub(super) const FILE: &str = "accent.css";

/// The icon among them, where the site has no seal.
pub(super) const ICON: &str = "icon.svg";

/// The accent where a site sets none: a calm green.
const DEFAULT: [u8; 3] = [0x1d, 0x5c, 0x3a];

/// The least contrast to white that text and controls need (WCAG 2.2, 1.4.3).
const CONTRAST: f64 = 4.5;

/// A style sheet with the accent.
pub(super) fn style(accent: Option<&str>) -> String {
    format!(":root {{ --accent: {}; }}\n", colour(accent))
}

/// The icon of the site: a tick on the accent.
pub(super) fn icon(accent: Option<&str>) -> String {
    let colour = colour(accent);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 16 16\"><rect width=\"16\" height=\"16\" rx=\"2\" \
         fill=\"{colour}\"/><path d=\"M3.5 8.5l3 3 6-7\" fill=\"none\" stroke=\"#fff\" stroke-width=\"2\"/></svg>\n"
    )
}

/// The accent as `#rrggbb`: one that is too light on white is darkened until it reads.
pub(super) fn colour(accent: Option<&str>) -> String {
    let mut colour = accent.and_then(parse).unwrap_or(DEFAULT);
    while contrast_to_white(colour) < CONTRAST {
        colour = colour.map(|part| part - part / 20 - u8::from(part > 0));
    }
    let [red, green, blue] = colour;
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn parse(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#')?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// Contrast ratio as WCAG 2.2 reckons it.
fn contrast_to_white(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

#[cfg(test)]
mod tests {
    use super::{contrast_to_white, parse, style};

    #[test]
    fn a_light_colour_is_darkened_and_a_dark_one_kept() {
        assert_eq!(style(Some("#1d5c3a")), ":root { --accent: #1d5c3a; }\n");
        let light = style(Some("#ffee00"));
        let colour = parse(&light[light.find('#').unwrap()..][..7]).unwrap();
        assert!(contrast_to_white(colour) >= 4.5, "{light}");
    }
}
