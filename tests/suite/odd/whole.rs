//! A whole site of odd texts, from reading to every page: it ends, with findings inside their files.

use oit::assemble::Judgement;
use oit::model::parse_date;
use oit::pipeline::{Destination, Options, Pages, finish, fixed, hold_texts, load};
use proptest::prelude::Strategy;

use super::inside::stand_inside;
use super::{holds, made};
use crate::harness::SiteTest;

#[test]
fn any_texts_make_a_site_or_findings() {
    let good = made::good(&["content", "tests/fixtures"], ".md");
    let document = proptest::prop_oneof![made::text(good), made::document()].boxed();
    let settings = proptest::prop_oneof![
        3 => proptest::strategy::Just(crate::harness::SITE.to_owned()),
        1 => made::text(made::settings()),
    ];
    let csv = proptest::prop_oneof![
        made::bytes(),
        made::changed(vec![b"\xe0\xb8\x81,b\n1,2\n".to_vec()])
    ];
    let strategy = (settings, document.clone(), document.clone(), document, csv);
    holds(40, &strategy, |(settings, lead, further, home, csv)| {
        let site = SiteTest::new();
        site.write("site.toml", settings)
            .write("content/2566/o2/index.md", lead)
            .write("content/2566/o2/a.md", further)
            .write("content/2566/o2/a.csv", csv)
            .write("content/2566/o2/แผน.pdf", crate::harness::pdf("plan"))
            .write("content/index.md", &home)
            .write("content/pages/a.md", home);
        is_told_and_rendered(&site);
    });
}

fn is_told_and_rendered(site: &SiteTest) {
    let as_of = parse_date("2566-09-30").unwrap();
    let options = Options {
        base_url: None,
        judgement: Judgement {
            as_of,
            drafts: true,
        },
        strict: false,
    };
    let mut loaded = load(site.root(), &options, Pages::All);
    let written = finish(
        site.root(),
        &mut loaded,
        &options,
        Destination::Nowhere,
        &|_, _| {},
    );
    assert!(written.unwrap().unwrap().is_none());
    stand_inside(&loaded.findings, &loaded.files);
    // A text that is put right is another one, and is read as well.
    for repaired in fixed(&mut loaded) {
        assert_ne!(*repaired.before, *repaired.after);
        site.write(&repaired.path, repaired.after);
    }
    let mut again = load(site.root(), &options, Pages::All);
    hold_texts(&mut again);
    stand_inside(&again.findings, &again.files);
}
