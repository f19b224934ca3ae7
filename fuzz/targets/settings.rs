//! `site.toml` and `framework.toml`, from any text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oit::model::FiscalYear;
use oit::parse::config::config;
use oit::parse::framework::framework;
use oit::files::SitePath;
use oit_fuzz::{files, stand_inside, watch};

fuzz_target!(init: watch(), |text: &str| {
    let path = SitePath::from("site.toml");
    let known = files(&[(&path, Some(text))]);
    let (settings, findings) = config(&path, text, None);
    let (again, _) = config(&path, text, None);
    assert_eq!(format!("{settings:?}"), format!("{again:?}"));
    stand_inside(&findings, &known);
    let year = FiscalYear::new(2567).expect("a year");
    let path = SitePath::from("content/2567/framework.toml");
    let known = files(&[(&path, Some(text))]);
    let (tree, findings) = framework(&path, text, year);
    let (again, _) = framework(&path, text, year);
    assert_eq!(format!("{tree:?}"), format!("{again:?}"));
    stand_inside(&findings, &known);
});
