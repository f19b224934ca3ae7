//! Content streams to operations, one at a time.
//!
//! In: the bytes of a page or form. Out: each operator with its operands. A reader for people shows what
//! comes after a faulty place, so this passes over what it does not understand and never gives up;
//! nothing is nested, so nothing recurses.

/// More operands than any operator or array takes, the tables of a font included; of those that pile
/// up, the last are kept, because a small stream can unpack to millions.
const MOST_OPERANDS: usize = 200_000;

/// What stands before an operator.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    /// The texts and numbers of an array.
    Array(Vec<Self>),
}

/// A content stream while it is read.
pub(super) struct ContentStream<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The operands of the operator that was read last.
    pub(super) operands: Vec<Operand>,
}

impl<'a> ContentStream<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            operands: Vec::new(),
        }
    }

    /// The next operator; its operands are in `operands`.
    pub(super) fn operator(&mut self) -> Option<&'a [u8]> {
        self.operands.clear();
        let mut array: Option<Vec<Operand>> = None;
        loop {
            self.skip_space();
            let operand = match *self.bytes.get(self.at)? {
                b'[' => {
                    self.at += 1;
                    array.get_or_insert_default();
                    continue;
                }
                b']' => {
                    self.at += 1;
                    array.take().map(Operand::Array)
                }
                b'(' => Some(Operand::Text(self.literal())),
                b'<' if self.peek(1) != Some(b'<') => Some(Operand::Text(self.hexadecimal())),
                // The entries of a dictionary are read like operands; no operator needs them.
                b'<' | b'>' | b'{' | b'}' | b')' => {
                    self.at += 1;
                    continue;
                }
                b'/' => {
                    self.at += 1;
                    Some(Operand::Name(name(self.word())))
                }
                b'+' | b'-' | b'.' | b'0'..=b'9' => Some(Operand::Number(number(self.word()))),
                _ => {
                    let word = self.word();
                    match word {
                        b"true" | b"false" | b"null" => continue,
                        b"ID" => self.skip_image(),
                        _ => {}
                    }
                    return Some(word);
                }
            };
            let Some(operand) = operand else { continue };
            let list = array.as_mut().unwrap_or(&mut self.operands);
            if list.len() == MOST_OPERANDS {
                list.drain(..MOST_OPERANDS / 2);
            }
            list.push(operand);
        }
    }

    fn peek(&self, further: usize) -> Option<u8> {
        self.bytes.get(self.at + further).copied()
    }

    fn skip_space(&mut self) {
        while let Some(byte) = self.peek(0) {
            if byte == b'%' {
                let line = self.bytes[self.at..].iter();
                self.at += line.take_while(|byte| !b"\r\n".contains(byte)).count();
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// A run of regular characters, at least one byte long.
    fn word(&mut self) -> &'a [u8] {
        let rest = &self.bytes[self.at..];
        let ends = |byte: &u8| is_space(*byte) || b"()<>[]{}/%".contains(byte);
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }

    /// `(text)`, with brackets in pairs and what follows a backslash.
    fn literal(&mut self) -> Vec<u8> {
        let mut text = Vec::new();
        let mut open = 0_usize;
        while let Some(byte) = self.peek(0) {
            self.at += 1;
            match byte {
                b'(' => {
                    open += 1;
                    if open == 1 {
                        continue;
                    }
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    text.extend(self.escaped());
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escaped(&mut self) -> Option<u8> {
        let byte = self.peek(0)?;
        if matches!(byte, b'0'..=b'7') {
            let rest = &self.bytes[self.at..];
            let digits = rest.iter().take(3);
            let digits: Vec<u8> = digits
                .take_while(|byte| matches!(byte, b'0'..=b'7'))
                .copied()
                .collect();
            self.at += digits.len();
            let value = digits
                .iter()
                .fold(0_u16, |value, digit| value * 8 + u16::from(digit - b'0'));
            return Some(value.to_le_bytes()[0]);
        }
        self.at += 1;
        match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            // The text goes on in the next line.
            b'\r' => {
                if self.peek(0) == Some(b'\n') {
                    self.at += 1;
                }
                None
            }
            b'\n' => None,
            other => Some(other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let rest = &self.bytes[self.at..];
        let end = rest.iter().position(|byte| *byte == b'>');
        let inside = &rest[..end.unwrap_or(rest.len())];
        self.at += (inside.len() + 1).min(rest.len());
        hexadecimal(inside)
    }

    /// The bytes of an image that stands in the stream itself.
    fn skip_image(&mut self) {
        let rest = &self.bytes[self.at..];
        let ends =
            |window: &[u8]| is_space(window[0]) && window[1..3] == *b"EI" && (is_space(window[3]));
        let end = rest.windows(4).position(ends);
        self.at += end.map_or(rest.len(), |end| end + 1);
    }
}

/// Hexadecimal digits as bytes; the last may lack its second digit.
pub(super) fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let digits = digits
        .iter()
        .filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u8> = digits
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect();
    let pairs = digits.chunks(2);
    pairs
        .map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0))
        .collect()
}

/// A name with `#41` for `A`.
fn name(word: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(word.len());
    let mut at = 0;
    while at < word.len() {
        let code = word.get(at + 1..at + 3).filter(|_| word[at] == b'#');
        let code = code.filter(|code| code.iter().all(u8::is_ascii_hexdigit));
        match code {
            Some(code) => {
                name.extend(hexadecimal(code));
                at += 3;
            }
            None => {
                name.push(word[at]);
                at += 1;
            }
        }
    }
    name
}

/// A number, as far as it is one.
fn number(word: &[u8]) -> f64 {
    let text = String::from_utf8_lossy(word);
    let plain = text.trim_start_matches(['+', '-']);
    let end = plain
        .char_indices()
        .find(|(at, sign)| !sign.is_ascii_digit() && (*sign != '.' || plain[..*at].contains('.')));
    let plain = &plain[..end.map_or(plain.len(), |(at, _)| at)];
    let value: f64 = plain.parse().unwrap_or(0.0);
    if text.starts_with('-') { -value } else { value }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\0' | 12)
}

#[cfg(test)]
mod tests {
    use super::{ContentStream, Operand};

    fn operations(text: &[u8]) -> Vec<(String, Vec<Operand>)> {
        let mut content = ContentStream::new(text);
        let mut found = Vec::new();
        while let Some(operator) = content.operator() {
            let operator = String::from_utf8_lossy(operator).into_owned();
            found.push((operator, content.operands.clone()));
        }
        found
    }

    #[test]
    fn operators_and_their_operands() {
        let text = Operand::Text(b"a(b)\nA".to_vec());
        let array = Operand::Array(vec![Operand::Text(vec![1, 0x20]), Operand::Number(-120.5)]);
        assert_eq!(
            operations(b"/F#31 12 Tf % size\n(a(b)\\n\\101)Tj [<0120> -120.5]TJ"),
            [
                (
                    "Tf".into(),
                    vec![Operand::Name(b"F1".to_vec()), Operand::Number(12.0)]
                ),
                ("Tj".into(), vec![text]),
                ("TJ".into(), vec![array]),
            ]
        );
    }

    #[test]
    fn faults_do_not_hide_what_follows() {
        for fault in [
            ") ",
            "1.2.3 -- /P <</MCID 0>> BDC ",
            "BI /W 1 ID \x01)(\x02 EI ",
            "[ (x) Tj ",
            ">>]} ",
        ] {
            let text = format!("{fault} (here) Tj");
            let found = operations(text.as_bytes());
            let here = |operand: &Operand| format!("{operand:?}").contains("[104, 101, 114, 101]");
            assert!(
                found.iter().any(|(_, operands)| operands.iter().any(here))
                    || fault.starts_with('['),
                "{fault}: {found:?}"
            );
        }
    }
}
