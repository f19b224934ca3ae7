//! JSON of which there is very much: an object for every document, and the way to every page.
//!
//! In: texts. Out: the same bytes that `serde_json` would give. By hand, because most texts have nothing
//! to escape, which is told many times faster than each byte is looked up.

use memchr::memchr2;

/// An object that is being written.
pub(super) struct Object<'a> {
    out: &'a mut String,
    is_empty: bool,
}

impl<'a> Object<'a> {
    pub(super) fn begin(out: &'a mut String) -> Self {
        out.push('{');
        Self {
            out,
            is_empty: true,
        }
    }

    /// A field with a text. Names are written as they are.
    pub(super) fn text(&mut self, name: &str, text: &str) -> &mut Self {
        self.name(name);
        push_text(self.out, text);
        self
    }

    /// A field with a text that is left out where it is empty.
    pub(super) fn text_if_any(&mut self, name: &str, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.text(name, text);
        }
        self
    }

    /// A field with texts that is left out where there are none.
    pub(super) fn texts_if_any(&mut self, name: &str, texts: &[String]) -> &mut Self {
        if !texts.is_empty() {
            self.name(name);
            for (at, text) in texts.iter().enumerate() {
                self.out.push(if at == 0 { '[' } else { ',' });
                push_text(self.out, text);
            }
            self.out.push(']');
        }
        self
    }

    /// A field with a number.
    pub(super) fn number(&mut self, name: &str, number: usize) -> &mut Self {
        self.name(name);
        self.out.push_str(&number.to_string());
        self
    }

    pub(super) fn end(&mut self) {
        self.out.push('}');
    }

    fn name(&mut self, name: &str) {
        if !self.is_empty {
            self.out.push(',');
        }
        self.is_empty = false;
        self.out.extend(["\"", name, "\":"]);
    }
}

/// JSON in which no text can end the `script` element around it.
pub(super) fn safe(json: String) -> String {
    if json.contains('<') {
        json.replace('<', "\\u003c")
    } else {
        json
    }
}

fn push_text(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    // The least of all, because then many are looked at at once.
    let least = bytes.iter().fold(u8::MAX, |least, byte| least.min(*byte));
    if least < b' ' || memchr2(b'"', b'\\', bytes).is_some() {
        out.push_str(&serde_json::to_string(text).unwrap_or_default());
    } else {
        out.extend(["\"", text, "\""]);
    }
}

#[cfg(test)]
mod tests {
    use super::Object;

    #[test]
    fn it_is_what_the_library_writes() {
        let texts = [
            "",
            "ก ข",
            "\"",
            "a\\b",
            "\u{0}\n\t\u{1f}",
            "</script>\u{7f}\u{2028}😀",
        ];
        for text in texts {
            let mut out = String::new();
            let list = [text.to_owned(), "x".to_owned()];
            Object::begin(&mut out)
                .text("a", text)
                .text_if_any("b", text)
                .texts_if_any("c", &list)
                .texts_if_any("d", &[])
                .number("e", 12)
                .end();
            let mut expected = serde_json::json!({ "a": text, "c": list, "e": 12 });
            if !text.is_empty() {
                expected["b"] = text.into();
            }
            let read: serde_json::Value = serde_json::from_str(&out).unwrap();
            assert_eq!(read, expected);
            let written = serde_json::to_string(text).unwrap();
            assert!(out.starts_with(&format!("{{\"a\":{written}")), "{out}");
        }
    }
}
