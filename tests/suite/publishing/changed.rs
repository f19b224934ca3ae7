//! A file that is replaced while a build runs is not published, and nothing else is.

use std::fs;
use std::path::Path;

use oit::assemble::Judgement;
use oit::evidence::Store;
use oit::model::parse_date;
use oit::pipeline::{Options, Publication, PublishOutcome, load, publish};
use oit::publish::inspect;
use oit::readings::Readings;

use crate::harness::{AS_OF, SiteTest, tree};

/// A way to replace a file, by what is done to it.
type Meanwhile<'a> = (&'a str, &'a dyn Fn(&Path));

/// The code of what is told.
pub(crate) const CODES: [&str; 1] = ["changed-meanwhile"];

/// Builds a site, and has `meanwhile` done between the moment when its files were looked into and the moment when
/// they are copied. The codes of the errors, where it was not published.
fn built(site: &SiteTest, meanwhile: impl FnOnce(&Path)) -> Result<(), Vec<&'static str>> {
    let options = Options {
        base_url: None,
        judgement: Judgement {
            as_of: parse_date(AS_OF).unwrap(),
            drafts: false,
        },
    };
    let store = Store::of_user();
    let out = site.path("public");
    let manifest = inspect(&out, site.root()).unwrap().unwrap();
    let mut loaded = load(site.root(), &options, &mut Readings::default(), &store);
    meanwhile(site.root());
    let publication = Publication {
        out: &out,
        manifest,
        guard: None,
    };
    match publish(&mut loaded, false, publication).unwrap() {
        PublishOutcome::Published(_) => Ok(()),
        PublishOutcome::Refused(problem) => Err(vec![problem.code()]),
        PublishOutcome::Faulty => {
            let errors = loaded.findings.iter();
            let errors = errors.map(|finding| finding.problem.code());
            Err(errors.filter(|code| CODES.contains(code)).collect())
        }
    }
}

fn site() -> SiteTest {
    let site = SiteTest::new();
    let lead =
        "+++\ntitle = \"ก\"\ndate = \"2566-01-31\"\nfiles = [{ path = \"a.txt\" }]\n+++\nก\n";
    site.write("content/2566/o06/index.md", lead)
        .write("content/2566/o06/a.txt", "เดิม ๑\n")
        .write("outside.txt", "นอก ๑\n");
    site
}

#[test]
fn what_takes_the_place_of_evidence_while_a_build_runs_is_not_published() {
    let evidence = |root: &Path| root.join("content/2566/o06/a.txt");
    let ways: &[Meanwhile<'_>] = &[
        ("another text", &|root| {
            fs::write(evidence(root), "ใหม่กว่าและยาวกว่า\n").unwrap();
        }),
        ("another text of the same length", &|root| {
            fs::write(evidence(root), "เดิม ๒\n").unwrap();
        }),
        ("nothing", &|root| fs::remove_file(evidence(root)).unwrap()),
        #[cfg(unix)]
        ("a link out of the site", &|root| {
            fs::remove_file(evidence(root)).unwrap();
            std::os::unix::fs::symlink(root.join("outside.txt"), evidence(root)).unwrap();
        }),
    ];
    for is_first in [true, false] {
        for (way, meanwhile) in ways {
            let site = site();
            if !is_first {
                built(&site, |_| ()).unwrap();
            }
            fs::create_dir_all(site.path("public")).unwrap();
            let before = tree(&site.path("public"));
            let ended = built(&site, meanwhile);
            // What is published already is what was looked into: nothing is copied.
            let expected = if is_first { Err(CODES.into()) } else { Ok(()) };
            assert_eq!(ended, expected, "{way}, first: {is_first}");
            fs::create_dir_all(site.path("public")).unwrap();
            let after = tree(&site.path("public"));
            let is_same = before
                .iter()
                .all(|(name, bytes)| after.get(name) == Some(bytes));
            assert!(is_same, "{way}, first: {is_first}");
            assert!(!after.values().any(|bytes| bytes == "เดิม ๒\n".as_bytes()));
        }
    }
}

#[test]
fn a_file_that_was_bad_for_a_moment_leaves_nothing_behind() {
    let site = site();
    built(&site, |_| ()).unwrap();
    let published = site.path("public/2566/o6/a.txt");
    let path = site.path("content/2566/o06/a.txt");
    for text in ["เดิม ๒\n", "เดิม ๑\n"] {
        fs::write(&path, text).unwrap();
        built(&site, |_| ()).unwrap();
        assert_eq!(fs::read_to_string(&published).unwrap(), text);
    }
}
