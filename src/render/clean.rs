//! HTML that came from outside, made harmless.
//!
//! In: HTML as a writer left it. Out: what may stand in a page. Apart from `markdown`, because this list of
//! what is let through is the whole of it.

use std::collections::{HashMap, HashSet};

use crate::parse::markdown::{raw_anchor, without_depth};

/// Keeps what is harmless in HTML that came from outside, and drops the rest: scripts, styles,
/// forms, event handlers; in a cell also what it could be linked to by.
pub(super) fn clean(html: &str, in_cell: bool) -> String {
    let mut attributes: HashMap<&str, HashSet<&str>> = HashMap::new();
    attributes.insert("a", HashSet::from(["href", "title", "hreflang", "name"]));
    attributes.insert(
        "img",
        HashSet::from(["src", "alt", "title", "width", "height"]),
    );
    attributes.insert("td", HashSet::from(["colspan", "rowspan", "headers"]));
    attributes.insert(
        "th",
        HashSet::from(["colspan", "rowspan", "headers", "scope"]),
    );
    attributes.insert("ol", HashSet::from(["start", "type"]));
    attributes.insert("div", HashSet::from(["tabindex", "role", "aria-label"]));
    attributes.insert("time", HashSet::from(["datetime"]));
    attributes.insert("li", HashSet::from(["value"]));
    let cells = HashSet::from(["right", "center"]);
    let classes = HashMap::from([
        ("td", cells.clone()),
        ("th", cells),
        (
            "div",
            HashSet::from(["table-scroll", "footnote-definition"]),
        ),
        (
            "sup",
            HashSet::from(["footnote-reference", "footnote-definition-label"]),
        ),
    ]);
    ammonia::Builder::new()
        .tag_attributes(attributes)
        .generic_attributes(HashSet::from(["lang", "id"]))
        .attribute_filter(move |_, attribute, value| match attribute {
            "id" | "name" => {
                let own = raw_anchor(value);
                (!in_cell && !own.is_empty()).then_some(own.into())
            }
            _ => Some(value.into()),
        })
        .allowed_classes(classes)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .link_rel(None)
        .clean(&without_depth(html))
        .to_string()
}
