//! The facts of any file: PDF, archive, office document, text; and of office documents around a part
//! that begins with `<`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oit::evidence::{facts, record};
use oit_fuzz::{archive, watch};

fuzz_target!(init: watch(), |bytes: &[u8]| {
    holds(bytes);
    if let [b'<', ..] = bytes {
        for name in ["word/document.xml", "xl/worksheets/sheet1.xml", "ppt/slides/slide1.xml"] {
            holds(&archive(&[("[Content_Types].xml", b"<Types/>"), (name, bytes)]));
        }
    }
});

/// The facts are the same every time, and are read as they were kept.
fn holds(bytes: &[u8]) {
    let found = facts(bytes);
    let told = format!("{found:?}");
    assert_eq!(format!("{:?}", facts(bytes)), told);
    let kept = record::read(&record::write(&found), &found.hash);
    assert_eq!(format!("{kept:?}"), format!("Some({told})"));
}
