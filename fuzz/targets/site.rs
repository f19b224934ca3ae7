//! A whole small site with any text as its documents: from parsing to every finding, every page and
//! every repair.

#![no_main]

use libfuzzer_sys::fuzz_target;
use oit::assemble::links::Links;
use oit::assemble::{Judgement, assemble};
use oit::check::text::fix;
use oit::check::{Checked, check};
use oit::model::{FactsByPath, parse_date};
use oit::parse::inventory::inventory;
use oit::parse::pieces::pieces;
use oit::problem::sort;
use oit::readings::Readings;
use oit::render::{Renderer, Theme, addresses};
use oit_fuzz::{files, stand_inside, watch};

const SITE: &str = "title = \"ก\"\nbase_url = \"https://x.example/oit/\"\nfiscal_year = 2567\n\
    [units]\nclerk = \"สำนักปลัด\"\n";
const TREE: &str = "fiscal_year = 2567\nsource = \"-\"\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n\
    [[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n[[indicator.sub.item]]\nnumber = 1\nkey = \"a\"\n\
    title = \"ค\"\nrule = \"any\"\ncomponents = [{ text = \"ง\" }]\n[[indicator.sub.item]]\nnumber = 2\n\
    key = \"b\"\ntitle = \"จ\"\nrule = \"first-half\"\ncomponents = [{ text = \"ฉ\", \
    shown_by = \"executives(name, position)\" }]\n";

fuzz_target!(init: watch(), |text: &str| {
    let files = files(&[
        ("site.toml", Some(SITE)),
        ("content/2567/framework.toml", Some(TREE)),
        ("content/2567/o1/index.md", Some(text)),
        ("content/2567/o1/a.md", Some("+++\ntitle = \"ก\"\ndate = 2567-01-31\n+++\nก\n\n# ข\n")),
        ("content/2567/o1/แผน.pdf", None),
        ("content/2567/o2/a.md", Some(text)),
        ("content/pages/a.md", Some(text)),
        ("content/index.md", Some(text)),
    ]);
    let inventory = inventory(&files, None);
    let texts = Readings::default().of(&files, &inventory);
    let (pieces, mut findings) = pieces(inventory, texts.documents);
    let as_of = parse_date("2567-09-30").expect("a day");
    let (site, found) = assemble(pieces, &files, Judgement { as_of, drafts: true });
    findings.extend(found);
    let links = Links::new(&site, addresses(&site));
    let facts = FactsByPath::default();
    let checked = Checked { site: &site, files: &files, facts: &facts, links: &links, earlier: &findings };
    let found = check(&checked, texts.findings);
    findings.extend(found);
    sort(&mut findings);
    stand_inside(&findings, &files);
    fix(&site, &files, &findings);
    let mut theme = Theme::built_in();
    theme.lay_over(&files, "default");
    let renderer = Renderer::new(&site, &links, &mut theme).expect("the default theme");
    for route in renderer.routes() {
        let page = renderer.render(&route);
        assert!(page.is_ok(), "{:?}", page.err());
    }
});
