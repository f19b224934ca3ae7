//! A whole site of odd texts, from reading to every page: it ends, with findings inside their files.

use oit::assemble::Judgement;
use oit::check::text::fix;
use oit::evidence::Store;
use oit::model::parse_date;
use oit::pipeline::{Options, check_whole, load};
use oit::readings::Readings;
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
    };
    let (mut readings, store) = (Readings::default(), Store::of_user());
    let mut loaded = load(site.root(), &options, &mut readings, &store);
    check_whole(&mut loaded);
    stand_inside(&loaded.findings, &loaded.files);
    // A text that is put right is another one, and is read as well.
    for repaired in fix(&loaded.site, &loaded.files, &loaded.findings) {
        assert_ne!(*repaired.before, *repaired.after);
        site.write(&repaired.path, repaired.after);
    }
    let again = load(site.root(), &options, &mut readings, &store);
    stand_inside(&again.findings, &again.files);
}
