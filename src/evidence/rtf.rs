//! The text of RTF, as a word processor shows it.
//!
//! In: the bytes. Out: its text, a line a paragraph, with a tab between cells. Signs are written as `\'a1` in the
//! code page of Thai Windows, which all Thai writers of RTF use, or as `\u3585?`; bold and its like stand between
//! two letters of a word and are no text.

use encoding_rs::WINDOWS_874;

/// Groups that hold no text: lists of what the text uses, and pictures.
const NO_TEXT: [&[u8]; 8] = [
    b"fonttbl",
    b"colortbl",
    b"stylesheet",
    b"listtable",
    b"listoverridetable",
    b"rsidtbl",
    b"pict",
    b"themedata",
];

/// The text of a file.
pub(super) fn text(bytes: &[u8]) -> String {
    let mut reader = RtfReader {
        rest: bytes,
        text: String::new(),
        signs: Vec::new(),
        depth: 0,
        hidden: None,
        replacements: 1,
        replaced: 0,
    };
    while reader.next() {}
    reader.end_signs();
    reader.text
}

struct RtfReader<'a> {
    rest: &'a [u8],
    text: String,
    /// Bytes of the code page that are not yet in the text.
    signs: Vec<u8>,
    /// Groups that are open.
    depth: usize,
    /// How many were open where one without text began.
    hidden: Option<usize>,
    /// Signs that follow a letter of Unicode, for readers that do not know it.
    replacements: usize,
    /// Those of them that are still to come.
    replaced: usize,
}

impl RtfReader<'_> {
    /// Reads one sign, word or brace; `false` at the end.
    fn next(&mut self) -> bool {
        let Some((first, rest)) = self.rest.split_first() else {
            return false;
        };
        self.rest = rest;
        match first {
            b'{' => self.depth += 1,
            b'}' => {
                self.depth = self.depth.saturating_sub(1);
                self.hidden = self.hidden.filter(|depth| *depth <= self.depth);
            }
            b'\\' => self.word(),
            b'\r' | b'\n' => {}
            sign => self.sign(*sign),
        }
        true
    }

    /// What follows a backslash.
    fn word(&mut self) {
        let letters = self.rest.iter().take_while(|b| b.is_ascii_alphabetic());
        let (word, rest) = self.rest.split_at(letters.count());
        if word.is_empty() {
            return self.escaped();
        }
        let digits = rest
            .iter()
            .take_while(|b| b.is_ascii_digit() || **b == b'-');
        let (number, rest) = rest.split_at(digits.count());
        self.rest = rest.strip_prefix(b" ").unwrap_or(rest);
        let number = str::from_utf8(number)
            .ok()
            .and_then(|n| n.parse::<i64>().ok());
        match word {
            b"par" | b"line" | b"row" | b"sect" | b"page" => self.letter('\n'),
            b"cell" | b"nestcell" | b"tab" => self.letter('\t'),
            b"u" => {
                let code = number.map(|code| code.rem_euclid(0x1_0000));
                let letter = code.and_then(|code| char::from_u32(u32::try_from(code).ok()?));
                self.letter(letter.unwrap_or('\u{fffd}'));
                self.replaced = self.replacements;
            }
            b"uc" => self.replacements = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
            b"bin" => {
                let length = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
                self.rest = self.rest.get(length..).unwrap_or_default();
            }
            _ if NO_TEXT.contains(&word) => {
                self.hidden.get_or_insert(self.depth);
            }
            _ => {}
        }
    }

    /// A sign behind a backslash.
    fn escaped(&mut self) {
        let Some((sign, rest)) = self.rest.split_first() else {
            return;
        };
        self.rest = rest;
        match sign {
            b'\'' => {
                let (hex, rest) = rest.split_at(rest.len().min(2));
                let code = str::from_utf8(hex).ok();
                if let Some(sign) = code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
                    self.rest = rest;
                    self.sign(sign);
                }
            }
            b'~' => self.letter(' '),
            b'_' => self.letter('-'),
            b'\r' | b'\n' => self.letter('\n'),
            b'{' | b'}' | b'\\' => self.sign(*sign),
            _ => {}
        }
    }

    /// A byte of the code page.
    fn sign(&mut self, sign: u8) {
        if self.replaced > 0 {
            self.replaced -= 1;
        } else if self.hidden.is_none() {
            self.signs.push(sign);
        }
    }

    fn letter(&mut self, letter: char) {
        self.replaced = 0;
        if self.hidden.is_none() {
            self.end_signs();
            self.text.push(letter);
        }
    }

    fn end_signs(&mut self) {
        let (text, _) = WINDOWS_874.decode_without_bom_handling(&self.signs);
        self.text.push_str(&text);
        self.signs.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn text_is_read_as_it_is_shown() {
        for (rtf, shown) in [
            (
                r"{\rtf1\ansi\ansicpg874 \'e0\'c5\'a2 {\b 12}-3\par}",
                "เลข 12-3\n",
            ),
            (
                r"{\rtf1{\fonttbl{\f0 Angsana 1;}}\u3585?\u-4000 ?x\cell 1\cell\row}",
                "ก\u{f060}x\t1\t\n",
            ),
            (
                r"{\rtf1 a\~b\_c\{d\}{\pict 0102030405}\bin3 }}}e",
                "a b-c{d}e",
            ),
            ("{\\rtf1 a\r\nb\\", "ab"),
            (r"{\rtf1\uc0\u3585 12\u3586\uc1 3}", "ก12ข3"),
            (r"\'", ""),
            (r"}}\'zz\u99999999999999999999 ", "zz\u{fffd}"),
        ] {
            assert_eq!(text(rtf.as_bytes()), shown, "{rtf}");
        }
    }
}
