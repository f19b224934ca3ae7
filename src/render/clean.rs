//! HTML that came from outside, made harmless.
//!
//! In: HTML as a writer left it. Out: what may stand in a page. Apart from `markdown`, because this list of
//! what is let through is the whole of it.

use std::collections::{HashMap, HashSet};

use crate::parse::markdown::{raw_anchor, without_depth};

/// Attributes that an element may have.
const ATTRIBUTES: [(&str, &str); 8] = [
    ("a", "href title hreflang name"),
    ("img", "src alt title width height"),
    ("td", "colspan rowspan headers"),
    ("th", "colspan rowspan headers scope"),
    ("ol", "start type"),
    ("div", "tabindex role aria-label"),
    ("time", "datetime"),
    ("li", "value"),
];

/// Classes that an element may have.
const CLASSES: [(&str, &str); 4] = [
    ("td", "right center"),
    ("th", "right center"),
    ("div", "table-scroll footnote-definition"),
    ("sup", "footnote-reference footnote-definition-label"),
];

/// Keeps what is harmless in HTML that came from outside, and drops the rest: scripts, styles,
/// forms, event handlers; in a cell also what it could be linked to by.
pub(super) fn clean(html: &str, in_cell: bool) -> String {
    ammonia::Builder::new()
        .tag_attributes(by_element(ATTRIBUTES))
        .generic_attributes(HashSet::from(["lang", "id"]))
        .attribute_filter(move |_, attribute, value| match attribute {
            "id" | "name" => {
                let own = raw_anchor(value);
                (!in_cell && !own.is_empty()).then_some(own.into())
            }
            _ => Some(value.into()),
        })
        .allowed_classes(by_element(CLASSES))
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .clean(&without_depth(html))
        .to_string()
}

/// The words of each element.
fn by_element<const N: usize>(
    rows: [(&'static str, &'static str); N],
) -> HashMap<&'static str, HashSet<&'static str>> {
    let rows = rows.map(|(element, words)| (element, words.split(' ').collect()));
    HashMap::from(rows)
}
