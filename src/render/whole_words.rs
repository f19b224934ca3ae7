//! Words that a browser would tear at the end of a line, kept whole in finished pages.
//!
//! In: a page. Out: the page with each of them in a `bdi`, an element that says nothing and for which style sheets
//! have a rule; nothing is added to the text, so that copying and finding work. Apart from views and templates:
//! headings, cells and texts of every kind of page come by here, and need not think of it.

use memchr::{memchr, memmem};

use crate::thai::compounds::Compounds;

/// Elements whose text takes no elements, or is not set as lines of text.
const UNTOUCHED: [&[u8]; 9] = [
    b"option",
    b"pre",
    b"script",
    b"style",
    b"svg",
    b"template",
    b"textarea",
    b"title",
    b"code",
];

/// The lists of a tree that are folded away when a page opens: whole words in them would cost a page more than they give.
const FOLDED: &[u8] = b"<ul class=\"folded\"";

/// The tree of a year, which many pages have: its words were kept whole when it was made.
const TREE: &[u8] = b"<nav class=\"tree\"";

/// The page with its words kept whole.
pub(super) fn keep_whole(compounds: &Compounds, page: Vec<u8>) -> Vec<u8> {
    let is_tree = |tag: &[u8]| tag.starts_with(TREE);
    keep(compounds, &page, is_tree).unwrap_or(page)
}

/// The tree of a year with its words kept whole.
pub(super) fn keep_whole_in_tree(compounds: &Compounds, tree: String) -> Vec<u8> {
    keep(compounds, tree.as_bytes(), |_| false).unwrap_or(tree.into_bytes())
}

/// A text with its words kept whole, but for a `nav` that is left as it is; `None` where there is none.
fn keep(compounds: &Compounds, page: &[u8], is_done: impl Fn(&[u8]) -> bool) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(page.len() + page.len() / 8);
    let mut copied = 0;
    let mut at = 0;
    let mut begins_line = false;
    while at < page.len() {
        let text = compounds.places(&page[at..], |place| {
            let word = &page[at + place.start..at + place.end];
            // A telephone number has blanks, where it might be parted even there.
            if begins_line && place.start == 0 && !word.contains(&b' ') {
                return;
            }
            out.extend_from_slice(&page[copied..at + place.start]);
            out.extend_from_slice(b"<bdi>");
            out.extend_from_slice(word);
            out.extend_from_slice(b"</bdi>");
            copied = at + place.end;
        });
        let rest = &page[at + text..];
        let is_end = rest.starts_with(b"</");
        begins_line = !is_end && begins_line_of(name_of(rest));
        let length = if is_end {
            memchr(b'>', rest).map_or(rest.len(), |end| end + 1)
        } else if is_done(rest) {
            memmem::find(rest, b"</nav").unwrap_or(rest.len())
        } else {
            after_tag(rest)
        };
        at += text + length;
    }
    out.extend_from_slice(&page[copied..]);
    (copied > 0).then_some(out)
}

/// Whether an element begins a line as wide as the text: its first word is never torn, and stays beside its tag.
fn begins_line_of(name: &[u8]) -> bool {
    matches!(
        name,
        b"blockquote" | b"caption" | b"dd" | b"figcaption" | b"li" | b"p" | [b'h', b'1'..=b'6']
    )
}

/// How long a tag that begins an element is, with the element where that is left as it is.
fn after_tag(rest: &[u8]) -> usize {
    if rest.starts_with(b"<!--") {
        return memmem::find(rest, b"-->").map_or(rest.len(), |end| end + 3);
    }
    let Some(OpeningTag {
        length,
        is_for_programs,
    }) = OpeningTag::at(rest)
    else {
        return rest.len();
    };
    let (tag, behind) = rest.split_at(length);
    let to_end = |place: Option<usize>| length + place.unwrap_or(behind.len());
    if tag.starts_with(FOLDED) {
        to_end(memmem::find(behind, b"</ul"))
    } else if is_for_programs {
        to_end(memchr(b'<', behind))
    } else if is_untouched(name_of(tag)) {
        let close = [b"</", name_of(tag)].concat();
        to_end(memmem::find(behind, &close))
    } else {
        length
    }
}

fn is_untouched(name: &[u8]) -> bool {
    UNTOUCHED
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}

/// The name of the element that a tag begins.
fn name_of(tag: &[u8]) -> &[u8] {
    let name = tag.get(1..).unwrap_or_default();
    let end = name.iter().position(|byte| !byte.is_ascii_alphanumeric());
    &name[..end.unwrap_or(name.len())]
}

/// A tag that begins an element.
struct OpeningTag {
    /// Bytes up to its `>`; one in a value of an attribute is none.
    length: usize,
    /// Whether programs read the text of its element: it stays one piece.
    is_for_programs: bool,
}

impl OpeningTag {
    /// The one that a text begins with.
    fn at(rest: &[u8]) -> Option<Self> {
        let mut length = 0;
        let mut is_for_programs = false;
        loop {
            let mut bytes = rest[length..].iter();
            length += bytes.position(|byte| matches!(byte, b'>' | b'"' | b'\''))? + 1;
            let (before, value) = rest.split_at(length);
            match before.last()? {
                b'>' => {
                    return Some(Self {
                        length,
                        is_for_programs,
                    });
                }
                quote => length += memchr(*quote, value)? + 1,
            }
            is_for_programs |= before.ends_with(b"data-oit-reason=\"")
                || (before.ends_with(b"class=\"") && value.starts_with(b"status"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Compounds, keep_whole};

    fn kept(html: &str) -> String {
        let kept = keep_whole(&Compounds::built_in(), html.as_bytes().to_vec());
        String::from_utf8(kept).unwrap_or_default()
    }

    #[test]
    fn words_of_the_text_are_kept_whole() {
        assert_eq!(
            kept("<p>งบประมาณของ<b>หน่วยงาน</b> 1 < 2 ข้อมูล"),
            "<p>งบประมาณของ<b><bdi>หน่วยงาน</bdi></b> 1 < 2 ข้อมูล"
        );
        assert_eq!(
            kept("<h2 id=x>งบประมาณ งบประมาณ</h2><td>งบประมาณ</td><p>0 0000 0001"),
            "<h2 id=x>งบประมาณ <bdi>งบประมาณ</bdi></h2><td><bdi>งบประมาณ</bdi></td><p><bdi>0 0000 0001</bdi>"
        );
    }

    #[test]
    fn what_is_no_text_stays_as_it_is() {
        for html in [
            "<a title='งบประมาณ > \"หน่วยงาน'>ก</a>",
            "<title>งบประมาณ</title><script>\"<b>หน่วยงาน</b>\"</script>",
            "<option>งบประมาณ</option><TEXTAREA>งบประมาณ</TEXTAREA>",
            "<!-- งบประมาณ > --><svg><text>งบประมาณ</text></svg>",
            "<li data-oit-reason=\"x\">งบประมาณ</li><b class=\"status missing\">งบประมาณ</b>",
            "<ul class=\"folded\"><li>งบประมาณ</li></ul>",
            "<p ข้อมูล",
            "",
        ] {
            assert_eq!(kept(html), html);
        }
    }
}
