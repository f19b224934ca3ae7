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

/// Marks of elements that programs read: their text stays one piece.
const READ_BY_PROGRAMS: [&[u8]; 2] = [b"data-oit-reason=", b"class=\"status"];

/// The lists of a tree that are folded away when a page opens: whole words in them would cost a page more than they give.
const FOLDED: &[u8] = b"<ul class=\"folded\"";

/// Elements that begin a line as wide as the text: their first word is never torn, and stays beside its tag.
const BEGINS_LINE: [&[u8]; 12] = [
    b"blockquote",
    b"caption",
    b"dd",
    b"figcaption",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"li",
    b"p",
];

/// The page with its words kept whole.
pub(super) fn keep_whole(compounds: &Compounds, page: Vec<u8>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    let mut begins_line = false;
    while at < page.len() {
        let text = memchr(b'<', &page[at..]).map_or(page.len(), |end| at + end);
        compounds.places(&page[at..text], |place| {
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
        begins_line = BEGINS_LINE.contains(&name_of(&page[text..]));
        at = text + after_tag(&page[text..]);
    }
    if copied == 0 {
        return page;
    }
    out.extend_from_slice(&page[copied..]);
    out
}

/// How long a tag is, with the element where that is left as it is.
fn after_tag(rest: &[u8]) -> usize {
    if rest.starts_with(b"<!--") {
        return memmem::find(rest, b"-->").map_or(rest.len(), |end| end + 3);
    }
    let Some(end) = end_of_tag(rest) else {
        return rest.len();
    };
    let name = name_of(rest);
    let tag = &rest[..end];
    if tag.starts_with(FOLDED) {
        return memmem::find(rest, b"</ul").unwrap_or(rest.len());
    }
    if READ_BY_PROGRAMS
        .iter()
        .any(|mark| memmem::find(tag, mark).is_some())
    {
        return memchr(b'<', &rest[end..]).map_or(rest.len(), |next| end + next);
    }
    if !UNTOUCHED
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
    {
        return end;
    }
    let close = [b"</", name].concat();
    memmem::find(&rest[end..], &close).map_or(rest.len(), |close| end + close)
}

/// The name of the element that a tag begins; of an end tag none.
fn name_of(tag: &[u8]) -> &[u8] {
    let name = tag.get(1..).unwrap_or_default();
    let end = name.iter().position(|byte| !byte.is_ascii_alphanumeric());
    &name[..end.unwrap_or(name.len())]
}

/// Behind the `>` of a tag; one in a value of an attribute is none.
fn end_of_tag(rest: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    None
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
