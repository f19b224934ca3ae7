//! HTML that nests deeper than any page: its innermost frames are left out, its text stays.
//!
//! A browser's way of reading HTML looks through all open elements at many a tag, so a page of a hundred
//! thousand `<div>` would take hours to clean.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::html::tags;
use crate::span::replaced;

/// No page nests deeper.
const DEEPEST: usize = 200;

/// Elements that hold nothing, or end by themselves where the next one starts.
const SHORT: [&str; 29] = [
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot", "th",
    "thead", "tr", "track", "wbr", "colgroup",
];

/// The same HTML without the tags of elements that lie too deep.
pub fn without_depth(html: &str) -> Cow<'_, str> {
    if html.matches('<').nth(DEEPEST).is_none() {
        return html.into();
    }
    let mut open: Vec<String> = Vec::new();
    let mut left_out: HashMap<String, usize> = HashMap::new();
    let mut parts = Vec::new();
    for tag in tags(html).filter(|tag| !tag.is(&SHORT)) {
        let deeper = left_out.get_mut(&tag.name).filter(|count| **count > 0);
        if let (true, Some(count)) = (tag.is_end, deeper) {
            *count -= 1;
            parts.push((tag.range, String::new()));
        } else if tag.is_end {
            // An end ends what was not closed inside, too; one that was never opened ends nothing.
            if let Some(at) = open.iter().rposition(|known| *known == tag.name) {
                open.truncate(at);
            }
        } else if open.len() < DEEPEST {
            open.push(tag.name);
        } else {
            *left_out.entry(tag.name).or_insert(0) += 1;
            parts.push((tag.range, String::new()));
        }
    }
    if parts.is_empty() {
        html.into()
    } else {
        replaced(html, parts).into()
    }
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, without_depth};

    #[test]
    fn what_nests_too_deep_keeps_its_text_and_loses_its_frame() {
        let deep = |count: usize| format!("{}ก{}", "<div>".repeat(count), "</div>".repeat(count));
        assert_eq!(without_depth(&deep(DEEPEST)), deep(DEEPEST));
        assert_eq!(without_depth(&deep(5000)), deep(DEEPEST));
        // Ends that end nothing do not hide the depth.
        let odd = "<div></b>".repeat(5000);
        assert_eq!(without_depth(&odd).matches("<div>").count(), DEEPEST);
    }

    #[test]
    fn long_pages_that_close_what_they_open_stay_as_they_are() {
        for piece in [
            "<div><span>ก</div>",
            "<p>ก<br><img src=a>",
            "<table><tr><td>ก<td>ข</table>",
            "<ul><li>ก<li>ข</ul>",
            "<b>ก</b>",
        ] {
            let html = piece.repeat(5000);
            assert_eq!(without_depth(&html), html, "{piece}");
        }
    }
}
