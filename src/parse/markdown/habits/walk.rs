//! Over the signs of a line as Markdown takes them: what is escaped and what is code is passed over.

use memchr::memchr;

/// How far the end of an address, a span of code or a tag is looked for, in bytes.
pub(super) const LONGEST: usize = 1024;

/// Shows `look` every place of a line where a sign may mean something. It says how many bytes belong to what it found
/// there, and are passed over.
pub(super) fn walk(line: &str, mut look: impl FnMut(usize) -> Option<usize>) {
    let bytes = line.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        at += match bytes[at] {
            b'\\' => 1 + line[at + 1..].chars().next().map_or(0, char::len_utf8),
            b'`' => code(&bytes[at..]),
            // Inside of a letter.
            0x80..=0xbf => 1,
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
    use super::walk;

    #[test]
    fn passes_over_code_and_what_is_escaped() {
        let line = r"ก\ข_`_`_";
        let mut seen = String::new();
        walk(line, |at| {
            seen.extend(line[at..].chars().next());
            line[at..].starts_with('_').then_some(1)
        });
        assert_eq!(seen, "ก__");
    }
}
