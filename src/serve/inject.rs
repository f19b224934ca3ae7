//! The one addition to a page while it is served, and where it goes.
//!
//! Between two comments, so that what is left without it is the built page, byte for byte. Script
//! and style have addresses of their own: nothing stands in the page that a content security policy
//! forbids.

use super::browsers::Prints;
use crate::problem::Language;

/// Where the script is. No content can have this address: names with a dot in front are left out.
pub(super) const SCRIPT: &str = "/.oit/live.js";
/// Where the style of the addition is.
pub(super) const STYLE: &str = "/.oit/live.css";
/// Where a browser hears of changes.
pub(super) const EVENTS: &str = "/.oit/events";
/// What is being served, for programs: how often the site was read, and its errors.
pub(super) const STATE: &str = "/.oit/state";

const START: &str = "<!--oit-live-->";
const END: &str = "<!--/oit-live-->";

/// A page with the addition before the end of its body, or where it has none, at its end.
pub(super) fn inject(html: &[u8], panel: &str, prints: &Prints, language: Language) -> Vec<u8> {
    let lang = language.choose("th", "en");
    let Prints {
        page,
        panel: on_top,
        style,
    } = prints;
    let addition = format!(
        "{START}<link rel=\"stylesheet\" href=\"{STYLE}\">\
         <script type=\"module\" src=\"{SCRIPT}\"></script>\
         <oit-live lang=\"{lang}\" data-events=\"{EVENTS}\" data-page=\"{page}\" \
         data-panel=\"{on_top}\" data-style=\"{style}\">{panel}</oit-live>{END}"
    );
    let at = end_of_body(html);
    [&html[..at], addition.as_bytes(), &html[at..]].concat()
}

fn end_of_body(html: &[u8]) -> usize {
    const TAG: &[u8] = b"</body>";
    let mut windows = html.windows(TAG.len());
    windows
        .rposition(|part| part.eq_ignore_ascii_case(TAG))
        .unwrap_or(html.len())
}

/// Text as it stands in HTML, also between quotation marks.
pub(super) fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{END, Prints, START, inject};
    use crate::problem::Language;

    #[test]
    fn the_addition_can_be_cut_out_again() {
        for html in [
            "<body>ก</body></html>",
            "<p>ก",
            "a</BODY>",
            "",
            "</body></body>",
        ] {
            let prints = Prints::default();
            let page = inject(html.as_bytes(), "<p>x", &prints, Language::Thai);
            let page = String::from_utf8(page).unwrap();
            let (before, rest) = page.split_once(START).unwrap();
            let (_, after) = rest.split_once(END).unwrap();
            assert_eq!(format!("{before}{after}"), html);
        }
    }
}
