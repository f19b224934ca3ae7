//! Pictures that are none: `![แผน](plan.pdf)` becomes a link, because a browser would show a broken picture.
//!
//! In: the events of a text. Out: the same, where what an image leads to is certainly no picture as a link.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::files::{ending, file_name};
use crate::model::is_picture;

/// Endings of what certainly is no picture, wherever it lies.
const NO_PICTURES: [&str; 26] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "txt", "csv",
    "md", "htm", "html", "zip", "rar", "7z", "mp4", "mov", "avi", "wmv", "webm", "mp3", "m4a",
];

/// Whether an address leads to no picture. What lies on the site and is none by its name is none; elsewhere an
/// address without an ending may lead to one.
pub(super) fn is_no_picture(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or("").trim();
    let is_elsewhere = address.contains("//") || address.contains(':');
    let ending = ending(file_name(path)).to_ascii_lowercase();
    // A sign may be part of the name of a file.
    !is_picture(path)
        && !is_picture(address.trim())
        && (!is_elsewhere || NO_PICTURES.contains(&&*ending))
}

/// What a link to a file says that has no text of its own.
pub(super) fn name_of(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or("").trim();
    Some(file_name(path))
        .filter(|name| !name.is_empty())
        .unwrap_or(address)
}

/// The images of a text that become links.
#[derive(Default)]
pub(super) struct Pictures {
    /// The link that is being made of one: what it says where it has no text, and how many images are open in it.
    link: Option<(String, usize)>,
    /// Links that are open around an image.
    around: usize,
}

impl Pictures {
    /// Shows `look` what an event becomes.
    pub(super) fn next<'e>(
        &mut self,
        event: Event<'e>,
        range: Range<usize>,
        mut look: impl FnMut(Event<'e>, Range<usize>),
    ) {
        let Some((name, depth)) = &mut self.link else {
            return self.outside(event, range, look);
        };
        match event {
            Event::Start(Tag::Image { .. }) => *depth += 1,
            Event::End(TagEnd::Image) if *depth > 0 => *depth -= 1,
            Event::End(TagEnd::Image) => {
                let name = std::mem::take(name);
                self.link = None;
                if !name.is_empty() {
                    look(Event::Text(name.into()), range.clone());
                }
                // Within another link only its text stays.
                if self.around == 0 {
                    look(Event::End(TagEnd::Link), range);
                }
            }
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => {}
            event => {
                name.clear();
                look(event, range);
            }
        }
    }

    fn outside<'e>(
        &mut self,
        event: Event<'e>,
        range: Range<usize>,
        mut look: impl FnMut(Event<'e>, Range<usize>),
    ) {
        match event {
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            }) if is_no_picture(&dest_url) => {
                self.link = Some((name_of(&dest_url).to_owned(), 0));
                if self.around == 0 {
                    let link = Tag::Link {
                        link_type,
                        dest_url,
                        title,
                        id,
                    };
                    look(Event::Start(link), range);
                }
                return;
            }
            Event::Start(Tag::Link { .. }) => self.around += 1,
            Event::End(TagEnd::Link) => self.around = self.around.saturating_sub(1),
            _ => {}
        }
        look(event, range);
    }
}

#[cfg(test)]
mod tests {
    use super::is_no_picture;

    #[test]
    fn what_may_be_a_picture_stays_one() {
        for address in [
            "ผัง.png",
            "a/b.JPG?x=1",
            "https://x.example/show?id=1",
            "https://x.example/a.jpg",
            "data:image/png;base64,AA",
        ] {
            assert!(!is_no_picture(address), "{address}");
        }
        for address in [
            "plan.pdf",
            "o12",
            "",
            "https://x.example/a.PDF#page=2",
            "#ก",
            "คลิป.mp4",
        ] {
            assert!(is_no_picture(address), "{address}");
        }
    }
}
