//! Over the signs of a line as Markdown takes them: what is escaped and what is code is passed over.

use memchr::memchr;

/// How far the end of an address, a span of code or a tag is looked for, in bytes.
pub(super) const LONGEST: usize = 1024;

/// The bytes at which a sign may begin that somebody looks for.
pub(super) struct Signs([bool; 256]);

impl Signs {
    /// Those, and what [`walk`] itself looks at.
    pub(super) const fn of(signs: &[u8]) -> Self {
        let mut begins = [false; 256];
        begins[b'\\' as usize] = true;
        begins[b'`' as usize] = true;
        let mut at = 0;
        while at < signs.len() {
            begins[signs[at] as usize] = true;
            at += 1;
        }
        Self(begins)
    }

    /// Where the next one begins.
    fn next(&self, bytes: &[u8]) -> Option<usize> {
        bytes.iter().position(|byte| self.0[usize::from(*byte)])
    }
}

/// Shows `look` every place of a line where one of the signs begins, and may mean something. It says how many bytes
/// belong to what it found there, and are passed over.
pub(super) fn walk(line: &str, signs: &Signs, mut look: impl FnMut(usize) -> Option<usize>) {
    let bytes = line.as_bytes();
    let mut at = 0;
    while let Some(next) = signs.next(bytes.get(at..).unwrap_or_default()) {
        at += next;
        at += match bytes[at] {
            b'\\' => 1 + line[at + 1..].chars().next().map_or(0, char::len_utf8),
            b'`' => code(&bytes[at..]),
            _ => look(at).unwrap_or(1),
        };
    }
}

/// The length of a span of code, or of what would open one.
fn code(bytes: &[u8]) -> usize {
    let run = |bytes: &[u8]| bytes.iter().take_while(|byte| **byte == b'`').count();
    let length = run(bytes);
    let mut at = length;
    while let Some(next) = memchr(b'`', &bytes[at..bytes.len().min(LONGEST).max(at)]) {
        let closing = run(&bytes[at + next..]);
        at += next + closing;
        if closing == length {
            return at;
        }
    }
    length
}

/// The length of a tag or an address in `<…>`; links are no part of one.
pub(super) fn tag(bytes: &[u8]) -> usize {
    let near = &bytes[..bytes.len().min(LONGEST)];
    let is_tag = near
        .get(1)
        .is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/');
    let end = memchr(b'>', near).filter(|_| is_tag);
    end.map_or(1, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::{Signs, walk};

    #[test]
    fn passes_over_code_and_what_is_escaped() {
        let line = r"ก\__`_`__*ข_";
        let mut seen = Vec::new();
        walk(line, &Signs::of(b"_"), |at| {
            seen.push(at);
            line[at..].starts_with("__").then_some(2)
        });
        assert_eq!(seen, [5, 9, 15]);
    }
}
