//! HTML in parts, as a browser takes it apart: tags, comments, and the text between them with its
//! entities decoded.
//!
//! In: a piece of HTML. Out: its tokens in order, each with its place. Knows no site: Markdown, finished
//! pages and front matter are all read with it.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use memchr::{memchr, memchr_iter};

/// Elements whose content is not text of the page.
const UNSHOWN: [&str; 7] = [
    "iframe", "noembed", "noscript", "script", "style", "textarea", "title",
];

/// Every element of HTML, those of old, and those of pictures that are drawn.
const ELEMENTS: &str = "\
    a abbr acronym address annotation applet area article aside audio b base basefont bdi bdo bgsound \
    big blink blockquote body br button canvas caption center circle cite clippath code col colgroup \
    data datalist dd defs del desc details dfn dialog dir div dl dt ellipse em embed fieldset figcaption \
    figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image \
    img input ins isindex kbd keygen label legend li line lineargradient link listing main map mark \
    marquee mask math menu menuitem meta meter nav nobr noembed noframes noscript object ol optgroup \
    option output p param path pattern picture plaintext polygon polyline pre progress q rb rect rp rt \
    rtc ruby s samp script search section select slot small source spacer span stop strike strong style \
    sub summary sup svg symbol table tbody td template text textarea tfoot th thead time title tr track \
    tspan tt u ul use var video wbr xml xmp";

/// Whether a name is that of an element. Programs make up names with `:` or `-` for their own; no text has those.
pub fn is_element(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.contains([':', '-']) || ELEMENTS.split(' ').any(|element| element == name)
}

/// A part of HTML.
#[derive(Debug)]
pub enum Token {
    /// Text that is shown, decoded, and where it is written.
    Text(String, Range<usize>),
    /// A tag.
    Tag(Tag),
}

/// A tag, with the places of its parts.
#[derive(Debug, Default)]
pub struct Tag {
    /// The name, in lower case.
    pub name: String,
    /// `</name>`.
    pub is_end: bool,
    /// From `<` to behind `>`.
    pub range: Range<usize>,
    /// In the order they are written; none of an end tag.
    pub attributes: Vec<Attribute>,
}

/// An attribute of a tag.
#[derive(Debug)]
pub struct Attribute {
    /// The name, in lower case.
    pub name: String,
    /// The value, with character references decoded.
    pub value: String,
    /// Where the value is written, without quotation marks; empty where there is none.
    pub range: Range<usize>,
}

impl Tag {
    /// Whether it is one of these elements.
    pub fn is(&self, names: &[&str]) -> bool {
        names.contains(&self.name.as_str())
    }

    /// The level of a heading's tag.
    pub fn heading(&self) -> Option<u8> {
        let level = self.name.strip_prefix('h')?.parse().ok()?;
        (1..=6).contains(&level).then_some(level)
    }

    /// An attribute; of several with one name the first, as browsers have it.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
    }

    /// The value of an attribute, decoded; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.attribute(name)
            .map_or("", |attribute| &attribute.value)
    }

    /// The address it links to or shows: `href` of `a`, `src` of `img`.
    pub fn address(&self) -> Option<&Attribute> {
        let name = match self.name.as_str() {
            "a" => "href",
            "img" => "src",
            _ => return None,
        };
        self.attribute(name)
            .filter(|attribute| !attribute.range.is_empty())
    }
}

/// The tags and the shown text of a piece of HTML, in order. Comments, the insides of scripts and a tag
/// that never ends are none.
pub fn tokens(html: &str) -> Vec<Token> {
    read(html, true)
}

/// The tags of a piece of HTML that have attributes and may be wanted by what stands between their `<` and `>`, in
/// order. Only that is taken apart: the text of a page takes longer.
pub fn tags_with_attributes(html: &str, may_be_wanted: impl Fn(&str) -> bool) -> Vec<Tag> {
    let mut found = Vec::new();
    for start in memchr_iter(b'<', html.as_bytes()) {
        let piece = &html[start..];
        let name = piece[1..].trim_start_matches('/');
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(0)];
        let piece = &piece[..memchr(b'>', piece.as_bytes()).map_or(piece.len(), |end| end + 1)];
        let is_unshown = UNSHOWN
            .iter()
            .any(|unshown| unshown.eq_ignore_ascii_case(name));
        let has_attributes =
            !name.is_empty() && piece.contains([' ', '\t', '\n', '\r', '\x0c', '/']);
        // A `>` in a value ends no tag.
        let is_cut = || piece.contains('\'') || piece.matches('"').count() % 2 == 1;
        let is_wanted = has_attributes && (may_be_wanted(piece) || is_cut());
        let tag = is_wanted.then(|| tags(piece).next());
        if piece.starts_with("<!") || is_unshown || tag.as_ref().is_some_and(Option::is_none) {
            // What looks like a tag in a comment, a script or a value is none.
            return tags(html)
                .filter(|tag| !tag.attributes.is_empty())
                .collect();
        }
        if let Some(mut tag) = tag.flatten().filter(|tag| !tag.attributes.is_empty()) {
            let moved = |range: &mut Range<usize>| *range = start + range.start..start + range.end;
            moved(&mut tag.range);
            tag.attributes
                .iter_mut()
                .for_each(|attribute| moved(&mut attribute.range));
            found.push(tag);
        }
    }
    found
}

/// The tokens, with the shown text among them or without.
fn read(html: &str, with_text: bool) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut tag = Tag::default();
    let mut is_shown = true;
    let on_event = |event: CallbackEvent<'_>, span: Span<usize>| -> Option<Infallible> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                tag = Tag {
                    name: text(name),
                    range: span.start..span.end,
                    ..Tag::default()
                };
            }
            CallbackEvent::AttributeName { name } => tag.attributes.push(Attribute {
                name: text(name),
                value: String::new(),
                range: span.end..span.end,
            }),
            CallbackEvent::AttributeValue { value } => {
                if let Some(attribute) = tag.attributes.last_mut() {
                    attribute.value = text(value);
                    attribute.range = span.start..span.end;
                }
            }
            CallbackEvent::CloseStartTag { .. } => {
                tag.range.end = span.end;
                is_shown = !tag.is(&UNSHOWN);
                tokens.push(Token::Tag(std::mem::take(&mut tag)));
            }
            CallbackEvent::EndTag { name } => {
                is_shown = true;
                tag = Tag::default();
                tokens.push(Token::Tag(Tag {
                    name: text(name),
                    is_end: true,
                    range: span.start..span.end,
                    attributes: Vec::new(),
                }));
            }
            CallbackEvent::String { value } if with_text && is_shown => {
                tokens.push(Token::Text(text(value), span.start..span.end));
            }
            _ => {}
        }
        None
    };
    let mut emitter = CallbackEmitter::new(on_event);
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(html, emitter).finish();
    tokens
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The tags of a piece of HTML, in order.
pub fn tags(html: &str) -> impl Iterator<Item = Tag> {
    read(html, false)
        .into_iter()
        .filter_map(|token| match token {
            Token::Tag(tag) => Some(tag),
            Token::Text(..) => None,
        })
}

#[cfg(test)]
mod tests {
    use super::{Token, tags, tags_with_attributes, tokens};

    #[test]
    fn addresses_of_links_and_pictures_only() {
        let html = "<a class=x HREF=\"plan.pdf\">a</a> href=\"no\" <img src='a.jpg'> \
                    <link rel=File-List href=f.xml> <a title=\"a>b\" href=c.pdf>c</a> \
                    <!-- <a href=\"old.pdf\"> --> <style>a[href=x]{}</style> <a/href=d> \
                    <a href=\"e?x=1&amp;y=&#3585;\" href=second>";
        let mut found = Vec::new();
        for tag in tags(html) {
            if let Some(address) = tag.address() {
                found.push((address.value.clone(), &html[address.range.clone()]));
            }
        }
        let as_written = ["plan.pdf", "a.jpg", "c.pdf", "d"];
        let mut expected: Vec<_> = as_written.map(|at| (at.to_owned(), at)).into();
        expected.push(("e?x=1&y=ก".to_owned(), "e?x=1&amp;y=&#3585;"));
        assert_eq!(found, expected);
    }

    #[test]
    fn what_a_token_covers_is_where_it_is_written() {
        let html = "ก&eacute;ข\r\n<b\r\n class='q\r\nz'>x&amp;</B ><!-- <i> -->&nbsp;<script>'<p>'</script>\
                    <!doctype html>1 < 2</x a=1><";
        let mut parts = Vec::new();
        for token in tokens(html) {
            parts.push(match token {
                Token::Text(text, at) => (text, &html[at]),
                Token::Tag(tag) => (tag.name, &html[tag.range]),
            });
        }
        let expected = [
            ("กéข\n", "ก&eacute;ข\r\n"),
            ("b", "<b\r\n class='q\r\nz'>"),
            ("x&", "x&amp;"),
            ("b", "</B >"),
            ("\u{a0}", "&nbsp;"),
            ("script", "<script>"),
            ("script", "</script>"),
            ("1 < 2", "1 < 2"),
            ("x", "</x a=1>"),
            ("<", "<"),
        ];
        assert_eq!(parts, expected.map(|(text, at)| (text.to_owned(), at)));
    }

    #[test]
    fn tags_with_attributes_are_those_of_all_tags_that_have_some() {
        let pages = [
            "<p>ก</p><h2 id=ก>1 < 2 > 3</h2><BR/><a\nhref='x' id=\"a&amp;b\">ข</a></a x=1><td a>",
            "<p>ก <!-- <a id=x> --> <a id=y>",
            "<a id=x><style>a{b:'<a id=y>'}</STYLE><a id=z>",
            "<a title='1 > 2' id=x><a title='<b id=y>' id=z>",
            "<a id=x> <a id='",
            "<a><b ><c/> < id=x> <x-y a=1>",
        ];
        for html in pages {
            let all = tags(html).filter(|tag| !tag.attributes.is_empty());
            let parts = |tag: super::Tag| format!("{tag:?}");
            let all: Vec<String> = all.map(parts).collect();
            let quick: Vec<String> = tags_with_attributes(html, |_| true)
                .into_iter()
                .map(parts)
                .collect();
            assert_eq!(quick, all, "{html}");
            let wanted = tags_with_attributes(html, |piece| piece.contains("id="));
            let wanted = wanted.into_iter().map(|tag| tag.value("id").to_owned());
            let ids = tags(html).filter_map(|tag| Some(tag.attribute("id")?.value.clone()));
            let wanted: Vec<String> = wanted.filter(|id| !id.is_empty()).collect();
            assert_eq!(wanted, ids.collect::<Vec<_>>(), "{html}");
        }
    }

    #[test]
    fn nothing_is_too_odd_to_be_walked() {
        for html in [
            "<",
            "<a",
            "<a href",
            "<a href=",
            "<a href=\"",
            "</",
            "<!--",
            "<a =>",
            "<ก>",
            "&",
            "&#xFFFFFFFF;",
            "</a b=c",
        ] {
            assert!(
                tags(html).all(|tag| html.get(tag.range).is_some()),
                "{html}"
            );
        }
    }
}
