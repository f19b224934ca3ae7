//! What Thai people type and what it becomes, as a file that people read: `tests/fixtures/typing.txt`.

use super::set;
use crate::model::{BodyPart as Part, Slot};

/// The HTML of a text; where links lead stands as it was written.
fn html(markdown: &str) -> String {
    let html = set(markdown, false);
    let shown = html.parts().map(|part| match part {
        Part::Html(text) => text.to_owned(),
        Part::Slot(Slot::Link(href) | Slot::RawLink(href)) => href.to_owned(),
        Part::Slot(Slot::Level(level)) => level.to_string(),
    });
    let shown = shown.collect::<String>().replace('\t', "→");
    let mut parts = shown.split("<div class=\"table-scroll\"");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| Some(part.split_once('>')?.1));
    let shown = rest.fold(first, |shown, rest| shown + rest);
    shown
        .replace("</table></div>", "</table>")
        .trim()
        .to_owned()
}

#[test]
fn what_is_typed_becomes_what_was_meant() {
    let known = include_str!("../../../tests/fixtures/typing.txt");
    let mut parts = known.split("##### ");
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((name, rest)) = part.split_once('\n') else {
            continue;
        };
        let typed = rest
            .split("----->\n")
            .next()
            .unwrap_or_default()
            .trim_end_matches('\n');
        let html = html(&typed.replace('→', "\t"));
        all.extend(["##### ", name, "\n", typed, "\n----->\n", &html, "\n\n"]);
    }
    assert!(known.trim() == all.trim(), "otherwise than known:\n{all}");
}
