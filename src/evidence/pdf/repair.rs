//! A PDF whose streams are not written as the format wants it, put right.
//!
//! In: the bytes. Out: the same objects, every stream with its true length and its end. `lopdf` passes over a stream
//! without a length, with a space before `endstream` or without that word, while readers for people show it. The list
//! of places is wrong afterwards, so it is made useless: the objects are then found one by one.

use memchr::memmem::{find, find_iter, rfind};

/// The word behind which the bytes of a stream stand, and those that end it and its object.
const BEGIN: &[u8] = b"stream";
const END: &[u8] = b"endstream";
const END_OF_OBJECT: &[u8] = b"endobj";
/// What tells where the list of places is.
const LIST: &[u8] = b"startxref";

/// The file with its streams put right; `None` where it would become much larger, as no file of a program does.
pub(super) fn repaired(bytes: &[u8]) -> Option<Vec<u8>> {
    let ends: Vec<usize> = find_iter(bytes, END).collect();
    let ends_of_objects: Vec<usize> = find_iter(bytes, END_OF_OBJECT).collect();
    let next =
        |places: &[usize], from| places.get(places.partition_point(|at| *at < from)).copied();
    let mut mended = Vec::with_capacity(bytes.len());
    let mut from = 0;
    for keyword in find_iter(bytes, BEGIN) {
        let Some((head, data)) = begun(bytes, from, keyword) else {
            continue;
        };
        let end_of_object = next(&ends_of_objects, data).unwrap_or(bytes.len());
        let end = next(&ends, data).filter(|end| *end < end_of_object);
        let stop = end.unwrap_or(end_of_object);
        let content = content(&bytes[data..stop], length(&bytes[from..head]));
        mended.extend_from_slice(&bytes[from..head]);
        mended.extend_from_slice(format!(" /Length {} >>\nstream\n", content.len()).as_bytes());
        mended.extend_from_slice(content);
        mended.extend_from_slice(b"\nendstream\n");
        from = end.map_or(stop, |end| end + END.len());
        if !bytes[from..].trim_ascii_start().starts_with(END_OF_OBJECT) {
            mended.extend_from_slice(b"endobj\n");
        }
        if mended.len() / 2 > bytes.len() {
            return None;
        }
    }
    mended.extend_from_slice(&bytes[from..]);
    let lists: Vec<usize> = find_iter(&mended, LIST).collect();
    for list in lists {
        mended[list..list + LIST.len()].fill(b' ');
    }
    Some(mended)
}

/// Where the dictionary before a keyword ends, without its `>>`, and where the data behind it begin; `None` where the
/// word stands in something else, or before `from`.
fn begun(bytes: &[u8], from: usize, keyword: usize) -> Option<(usize, usize)> {
    let before = bytes.get(from..keyword)?.trim_ascii_end();
    let head = before.strip_suffix(b">>")?;
    let rest = &bytes[keyword + BEGIN.len()..];
    let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t'));
    let blanks = blanks.count();
    let line_end = match &rest[blanks..] {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => return None,
    };
    Some((from + head.len(), keyword + BEGIN.len() + blanks + line_end))
}

/// The length that a dictionary gives itself.
fn length(before: &[u8]) -> Option<usize> {
    const KEY: &[u8] = b"/Length";
    let start = rfind(before, b"obj").unwrap_or(0);
    let dictionary = &before[start..];
    let value = &dictionary[find(dictionary, KEY)? + KEY.len()..];
    let value = value.strip_prefix(b" ").unwrap_or(value);
    let digits = value.iter().take_while(|byte| byte.is_ascii_digit());
    let (digits, rest) = value.split_at(digits.count());
    // A number of an object that holds the length is none itself.
    let is_reference = rest.trim_ascii_start().starts_with(b"0 R");
    str::from_utf8(digits)
        .ok()?
        .parse()
        .ok()
        .filter(|_| !is_reference)
}

/// The data of a stream: as many as it says where nothing but blanks follows, and otherwise without the end of the
/// line before `endstream`.
fn content(data: &[u8], length: Option<usize>) -> &[u8] {
    let told = length.and_then(|length| data.split_at_checked(length));
    if let Some((content, rest)) = told
        && !content.is_empty()
        && rest.trim_ascii().is_empty()
    {
        return content;
    }
    let blanks = data
        .iter()
        .rev()
        .take_while(|byte| matches!(byte, b' ' | b'\t'));
    let without = &data[..data.len() - blanks.count()];
    for line_end in [b"\r\n".as_slice(), b"\n", b"\r"] {
        if let Some(content) = without.strip_suffix(line_end) {
            return content;
        }
    }
    data
}

#[cfg(test)]
mod tests {
    use super::repaired;

    #[test]
    fn streams_get_their_length_and_end() {
        for (written, mended) in [
            (
                "1 0 obj\n<< /Length 2 >>\nstream\nab\r endstream\nendobj\nstartxref\n9",
                "1 0 obj\n<< /Length 2  /Length 2 >>\nstream\nab\nendstream\n\nendobj\n         \n9",
            ),
            (
                "1 0 obj <</A 1>>stream\r\nab\nendstream endobj",
                "1 0 obj <</A 1 /Length 2 >>\nstream\nab\nendstream\n endobj",
            ),
            (
                "1 0 obj <<>> stream\nab\nendobj 2 0 obj",
                "1 0 obj << /Length 2 >>\nstream\nab\nendstream\nendobj 2 0 obj",
            ),
            (
                "1 0 obj <</Length 2 0 R>> stream\nab endstream 2 0 obj 3",
                "1 0 obj <</Length 2 0 R /Length 3 >>\nstream\nab \nendstream\nendobj\n 2 0 obj 3",
            ),
            ("(stream\n) endstream", "(stream\n) endstream"),
        ] {
            let found = repaired(written.as_bytes()).unwrap_or_default();
            assert_eq!(String::from_utf8_lossy(&found), mended);
        }
    }
}
