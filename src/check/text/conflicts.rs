//! What Git leaves in a text where two people changed the same lines.
//!
//! In: a text. Out: a finding for each such place, at its first marker. Code in fences is left alone.

use memchr::memmem;

use crate::files::SitePath;
use crate::problem::{Diagnostic, ReadingFault};
use crate::span::{Span, lines};

/// The markers, in their order. The second is also what underlines a heading.
const MARKERS: [&str; 4] = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"];

/// Every conflict of a text.
pub(super) fn conflicts(path: &SitePath, text: &str) -> Vec<Diagnostic> {
    let has = |marker: &&str| memmem::find(text.as_bytes(), marker.as_bytes()).is_some();
    let mut found = Vec::new();
    if !MARKERS.iter().any(has) {
        return found;
    }
    let (mut is_open, mut is_code, mut above) = (false, false, "");
    let mut all = lines(text).peekable();
    while let Some((start, line)) = all.next() {
        let line = line.trim_end();
        let below = all.peek().map_or("", |(_, line)| line.trim());
        is_code ^= path.ends_with(".md") && line.starts_with("```");
        if let Some(marker) = marker(line).filter(|_| !is_code) {
            // Without the others it may underline a heading, with a blank line below.
            let is_heading = marker == MARKERS[2] && !above.is_empty() && below.is_empty();
            if !is_open && !is_heading {
                let at = Span::new(path, start..start + line.len());
                found.push(Diagnostic::new(ReadingFault::MergeConflict, at));
            }
            is_open = marker != MARKERS[3] && (is_open || marker == MARKERS[0]);
        }
        above = line;
    }
    found
}

fn marker(line: &str) -> Option<&'static str> {
    let marker = MARKERS
        .into_iter()
        .find(|marker| line.starts_with(marker))?;
    let rest = &line[marker.len()..];
    (rest.is_empty() || (rest.starts_with(' ') && marker != MARKERS[2])).then_some(marker)
}
