//! All files of an item as one archive, which the visitor's browser makes: saved by a browser, unpacked here.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use zip::{CompressionMethod, ZipArchive};

use crate::browser::run_script;
use crate::demonstration::built;
use crate::harness::{SiteTest, pdf};
use crate::serve::harness::Serving;

/// What lies in an archive, by name. The reader compares the sums.
fn unpacked(archive: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(File::open(archive).unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        assert_eq!(file.compression(), CompressionMethod::Stored);
        assert_eq!(file.unix_mode(), Some(0o100_644));
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

/// Has a browser save the archives of a site, built or served; `false` where there is no browser.
fn saved(site: &Path, downloads: &Path, address: &str) -> bool {
    let mut arguments = vec![site.as_os_str(), OsStr::new("/"), downloads.as_os_str()];
    if !address.is_empty() {
        arguments.push(address.as_ref());
    }
    run_script("zip.mjs", &arguments)
}

#[test]
fn the_files_of_an_item_are_what_is_published() {
    let downloads = tempfile::tempdir().unwrap();
    if !saved(built(), downloads.path(), "") {
        return;
    }
    let published = |path: &str| fs::read(built().join("2566").join(path)).unwrap();
    // Thai names are those of the files as they were written, not of their addresses.
    let expected = [
        (
            "o20-2566/invite-road-soi-3.pdf",
            published("o20/invite-road-soi-3.pdf"),
        ),
        (
            "o20-2566/ประกาศผล-ซอยตัวอย่าง-3.pdf",
            published("o20/3-3c3ca812.pdf"),
        ),
    ];
    let expected = expected.map(|(name, bytes)| (name.to_owned(), bytes));
    let found = unpacked(&downloads.path().join("o20-2566.zip"));
    assert!(found == expected.into(), "{:?}", found.keys());
    // One file is no reason for an archive.
    assert!(!downloads.path().join("o16-2566.zip").exists());
}

#[test]
fn equal_names_stand_beside_each_other_and_serve_has_the_same_archive() {
    let site = SiteTest::new();
    for name in ["one", "two"] {
        site.write(
            &format!("content/2566/o20/{name}.md"),
            format!(
                "+++\ntitle = \"ประกาศ {name}\"\ndate = \"2566-02-01\"\ncomponents = [1, 2]\n\
                 files = [{{ path = \"{name}/ประกาศ.pdf\" }}]\n+++\n\nเชิญชวนเสนอราคา\n"
            ),
        );
        site.write(&format!("content/2566/o20/{name}/ประกาศ.pdf"), pdf(name));
    }
    site.build();
    let serving = Serving::start(&site, &[]);
    for address in ["", &serving.address] {
        let downloads = tempfile::tempdir().unwrap();
        if !saved(&site.path("public"), downloads.path(), address) {
            return;
        }
        let found = unpacked(&downloads.path().join("o20-2566.zip"));
        let names: Vec<&String> = found.keys().collect();
        assert_eq!(names, ["o20-2566/ประกาศ (2).pdf", "o20-2566/ประกาศ.pdf"]);
        let mut bytes: Vec<Vec<u8>> = found.into_values().collect();
        bytes.sort();
        let mut expected = [pdf("one"), pdf("two")];
        expected.sort();
        assert!(bytes == expected);
    }
}
