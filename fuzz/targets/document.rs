//! A document of an item, a lead document and a free page, from any text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oit::model::{FiscalYear, ItemNumber};
use oit::parse::document::{DocumentPlace, document, page};
use oit::files::SitePath;
use oit_fuzz::{files, stand_inside, watch};

fuzz_target!(init: watch(), |text: &str| {
    let year = FiscalYear::new(2566).expect("a year");
    let item = ItemNumber::parse("o12").expect("an item");
    for (path, slug) in [
        ("content/2566/o12/index.md", None),
        ("content/2566/o12/a.md", Some("a")),
        ("content/2566/o12/a.toml", Some("a")),
    ] {
        let path = &SitePath::from(path);
        let read = || {
            let slug = slug.map(str::to_owned);
            document(path, text, DocumentPlace { year, item, slug })
        };
        let (piece, findings) = read();
        assert_eq!(format!("{:?}", read()), format!("{:?}", (&piece, &findings)));
        stand_inside(&findings, &files(&[(path, Some(text))]));
    }
    let path = &SitePath::from("content/pages/a.md");
    let (_, findings) = page(path, text, "a".to_owned());
    stand_inside(&findings, &files(&[(path, Some(text))]));
});
