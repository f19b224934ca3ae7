//! Whether a workbook may be unpacked: how much is in it.
//!
//! In: the bytes of an XLSX file, which is a ZIP archive. Out: nothing, or why not. A file of a few
//! kilobytes can unpack to gigabytes, or say that it needs them; both are found here, before the
//! reader of workbooks trusts it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::problem::TableFault;

/// All parts of a workbook, unpacked.
const MOST_BYTES: u64 = 200 << 20;
/// The formats of a workbook, and how many records it has; Excel stops at 65,490 of each kind.
const MOST_STYLES: u64 = 16 << 20;
const MOST_RECORDS: usize = 500_000;
/// What the records hold when each has a copy of the longest text.
const MOST_COPIES: usize = 200 << 20;

/// Looks at every part's size, and into those two that make the reader ask for memory.
pub(super) fn check(bytes: &[u8]) -> Result<(), TableFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableFault::Damaged)?;
    let mut total = 0_u64;
    for at in 0..archive.len() {
        // Reading stops at the size that is stated, so a false one is of no use.
        let part = archive.by_index_raw(at).map_err(|_| TableFault::Damaged)?;
        total = total.saturating_add(part.size());
    }
    if total > MOST_BYTES {
        return Err(TableFault::Unpacked);
    }
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(|_| TableFault::Damaged)?;
        let name = part.name().map_err(|_| TableFault::Damaged)?.to_lowercase();
        let (strings, styles) = (
            name.ends_with("sharedstrings.xml"),
            name.ends_with("styles.xml"),
        );
        if !strings && !styles {
            continue;
        }
        if styles && part.size() > MOST_STYLES {
            return Err(TableFault::Unpacked);
        }
        let mut xml = Vec::new();
        let read = part.read_to_end(&mut xml);
        read.map_err(|_| TableFault::Damaged)?;
        let xml = String::from_utf8_lossy(&xml);
        if (strings && !is_true_count(&xml)) || (styles && has_too_many_copies(&xml)) {
            return Err(TableFault::Unpacked);
        }
    }
    Ok(())
}

/// Whether there can be as many texts as the part says; room for them is made before they are read.
fn is_true_count(xml: &str) -> bool {
    xml.split("uniqueCount").skip(1).all(|rest| {
        let value = rest
            .trim_start_matches(|c: char| c == '=' || c == '"' || c == '\'' || c.is_whitespace());
        let digits = value.len() - value.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        digits == 0
            || value[..digits]
                .parse::<usize>()
                .is_ok_and(|n| n <= xml.len())
    })
}

/// Whether every format with a copy of the longest text would not fit.
fn has_too_many_copies(xml: &str) -> bool {
    let records = xml.matches("xf").count();
    let longest = xml.split('"').map(str::len).max().unwrap_or(0);
    records > MOST_RECORDS || records.saturating_mul(longest) > MOST_COPIES
}

#[cfg(test)]
mod tests {
    use super::{has_too_many_copies, is_true_count};

    #[test]
    fn parts_that_ask_for_too_much() {
        assert!(is_true_count(
            "<sst count=\"9\" uniqueCount=\"2\"><si/></sst>"
        ));
        assert!(!is_true_count(
            "<sst uniqueCount = '99999999999'><si/></sst>"
        ));
        assert!(!has_too_many_copies("<cellXfs><xf/></cellXfs>"));
        assert!(has_too_many_copies(&"<xf/>".repeat(600_000)));
    }
}
