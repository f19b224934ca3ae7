//! Style sheets and values of attributes: whether they reach outside of their picture.

/// What an address inside a style may begin with: a part of the same picture, or a font or picture that
/// is written out there.
const HARMLESS: [&str; 9] = [
    "#",
    "data:font/",
    "data:application/font",
    "data:application/x-font",
    "data:application/vnd.ms-font",
    "data:image/png",
    "data:image/jpeg",
    "data:image/gif",
    "data:image/webp",
];

/// Functions that fetch what stands at any of the addresses in them, without `url(…)` around it. No
/// program that draws writes them.
const FETCHING: [&str; 2] = ["image-set(", "cross-fade("];

/// The same, in a style only: elsewhere they may be part of a name, `image(1)`.
const FETCHING_IN_STYLE: [&str; 2] = ["image(", "src("];

/// Beginnings of addresses that run something.
const RUNNING: [&str; 3] = ["javascript:", "vbscript:", "data:text/"];

/// What in a value runs or leads out of the picture.
pub(super) fn suspect(value: &str) -> Option<&'static str> {
    let value = folded(value);
    let mut words = RUNNING.iter().chain(&FETCHING);
    if let Some(found) = words.find(|word| value.contains(**word)) {
        return Some(found);
    }
    let mut addresses = value.split("url(").skip(1);
    let leads_out = addresses.any(|address| {
        let address = address.trim_start_matches(['"', '\'']);
        !HARMLESS.iter().any(|start| address.starts_with(start))
    });
    leads_out.then_some("url(…)")
}

/// What in a style sheet or style attribute does.
pub(super) fn suspect_style(style: &str) -> Option<&'static str> {
    // A sign may be written by its number, `\75rl(`, so none may be.
    if style.contains('\\') {
        return Some("\\");
    }
    let value = folded(style);
    let others = ["@import", "expression(", "behavior:", "-moz-binding"];
    let mut words = others.iter().chain(&FETCHING_IN_STYLE);
    let found = words.find(|word| value.contains(**word));
    found.copied().or_else(|| suspect(style))
}

/// Whether an address of an SVG element stays inside its picture; a link may also lead to a site.
pub(super) fn is_harmless_address(address: &str, is_link: bool) -> bool {
    let address = folded(address);
    let pictures = &HARMLESS[5..];
    let sites = ["https://", "http://", "mailto:"];
    address.is_empty()
        || address.starts_with('#')
        || pictures.iter().any(|start| address.starts_with(start))
        || (is_link && sites.iter().any(|start| address.starts_with(start)))
}

/// As a browser reads an address: without blanks and control characters, in small letters.
fn folded(value: &str) -> String {
    let kept = value
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control());
    kept.flat_map(char::to_lowercase).collect()
}
