//! Raw HTML inside Markdown, as Word leaves it: addresses to check and tick boxes to keep.

use std::ops::Range;

/// The addresses in `href` and `src` attributes, with their ranges in the text, in order.
pub(super) fn addresses(html: &str) -> Vec<(String, Range<usize>)> {
    let lower = html.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = lower[from..].find('<').map(|at| from + at) {
        if lower[start..].starts_with("<!--") {
            from = lower[start..]
                .find("-->")
                .map_or(lower.len(), |at| start + at);
            continue;
        }
        let end = lower[start..]
            .find('>')
            .map_or(lower.len(), |at| start + at);
        let tag = &lower[start..end];
        for name in ["href", "src"] {
            for (at, _) in tag.match_indices(name) {
                let ends_attribute = |c: char| c.is_ascii_whitespace() || "\"'/".contains(c);
                if !tag[..at].ends_with(ends_attribute) {
                    continue;
                }
                if let Some(range) = value(&html[..end], start + at + name.len()) {
                    found.push((html[range.clone()].replace("&amp;", "&"), range));
                }
            }
        }
        from = end;
    }
    found.sort_by_key(|(_, range)| range.start);
    found
}

/// The same HTML with every address replaced.
pub fn with_addresses(html: &str, replace: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(html.len());
    let mut from = 0;
    for (address, range) in addresses(html) {
        // An address inside another one's quotation marks is part of that one.
        if range.start >= from {
            out.push_str(&html[from..range.start]);
            out.push_str(&replace(&address));
            from = range.end;
        }
    }
    out + &html[from..]
}

/// The range of an attribute's value, from behind its name.
fn value(html: &str, from: usize) -> Option<Range<usize>> {
    let rest = html[from..].trim_start();
    let rest = rest.strip_prefix('=')?.trim_start();
    let start = html.len() - rest.len();
    let quote = rest.chars().next()?;
    if matches!(quote, '"' | '\'') {
        let end = rest[1..].find(quote)?;
        return Some(start + 1..start + 1 + end);
    }
    let end = rest
        .find(|c: char| c.is_ascii_whitespace())
        .unwrap_or(rest.len());
    (end > 0).then(|| start..start + end)
}

/// The same HTML with `<input type="checkbox">` as ☐ or ☑: a form field on a page that has no form
/// tells a screen reader nothing, the sign does.
pub fn tick_boxes(html: &str) -> String {
    let lower = html.to_ascii_lowercase();
    let mut out = String::with_capacity(html.len());
    let mut from = 0;
    while let Some(start) = lower[from..].find("<input").map(|at| from + at) {
        let Some(end) = lower[start..].find('>').map(|at| start + at + 1) else {
            break;
        };
        out.push_str(&html[from..start]);
        let tag = &lower[start..end];
        if tag.contains("checkbox") || tag.contains("radio") {
            out.push_str(if tag.contains("checked") {
                "☑ "
            } else {
                "☐ "
            });
        }
        from = end;
    }
    out + &html[from..]
}

/// Whether HTML shows any text, comments and tags aside.
pub(super) fn shows_text(html: &str) -> bool {
    let mut rest = html;
    loop {
        let (text, tag) = rest.split_once('<').unwrap_or((rest, ""));
        if text.chars().any(char::is_alphanumeric) {
            return true;
        }
        if tag.is_empty() {
            return false;
        }
        if tag.to_ascii_lowercase().starts_with("img") {
            return true;
        }
        let end = if tag.starts_with("!--") { "-->" } else { ">" };
        let Some((_, after)) = tag.split_once(end) else {
            return false;
        };
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::{addresses, shows_text, tick_boxes};

    #[test]
    fn addresses_of_links_and_images() {
        let html = r#"<a class=x HREF="plan.pdf">a</a> href="no" <img src='a&amp;b.jpg'>"#;
        let found: Vec<_> = addresses(html).into_iter().map(|(text, _)| text).collect();
        assert_eq!(found, ["plan.pdf", "a&b.jpg"]);
    }

    #[test]
    fn tick_boxes_become_signs() {
        let html = r#"<li><input type="checkbox" checked> ดำเนินการ</li><input type=text>"#;
        assert_eq!(tick_boxes(html), "<li>☑  ดำเนินการ</li>");
    }

    #[test]
    fn comments_are_not_text() {
        assert!(!shows_text("<!-- เขียน <b>ที่นี่</b> -->\n<p></p>"));
        assert!(shows_text("<p>มี</p>"));
    }
}
