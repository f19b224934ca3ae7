//! The ways in which Windows names a folder: drives, shares, both slashes, and more than 260 letters.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{AS_OF, Run, SITE, SiteTest, oit, run, tree};

/// A share that tests may write to, as `\\server\share`; `tests/windows/run` names one.
const SHARE: &str = "OIT_SHARE";

fn site() -> SiteTest {
    let site = SiteTest::new();
    site.write("content/2566/o06/index.md", "มี\n");
    site
}

/// A path as the user sees it, `C:\…`.
fn text(path: PathBuf) -> String {
    path.into_os_string().into_string().unwrap()
}

/// Runs the program from a folder, with nothing but these words.
fn run_in(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = oit();
    command.args(arguments).args(["--as-of", AS_OF]);
    run(command.current_dir(folder))
}

#[track_caller]
fn reference(site: &SiteTest) -> BTreeMap<String, Vec<u8>> {
    assert_eq!(site.run(&["build", "--out", "reference"]).code, 0);
    tree(&site.path("reference"))
}

/// Ways to write the path of a folder, that of a drive, `C:\…`, among them.
fn spellings(folder: &str) -> Vec<String> {
    let (drive, rest) = folder.split_once(':').unwrap();
    vec![
        folder.to_owned(),
        folder.replace('\\', "/"),
        format!("{}:{}", drive.to_lowercase(), rest.to_uppercase()),
        format!(r"\\?\{folder}"),
        rest.to_owned(),
        format!(r"{folder}\"),
        format!(r"{folder}\.\nothing\.."),
    ]
}

#[test]
fn a_folder_may_be_named_in_every_way() {
    let site = site();
    let whole = reference(&site);
    let root = text(site.root().to_path_buf());
    let mut sites = spellings(&root);
    sites.extend([".", r".\", r"content\..", "content/2566/../.."].map(str::to_owned));
    for (at, named) in sites.iter().enumerate() {
        let outs = spellings(&format!(r"{root}\out{at}"));
        let out = &outs[at % outs.len()];
        let run = site.run(&["build", "--site", named, "--out", out]);
        assert_eq!(run.code, 0, "--site {named} --out {out}: {run:?}");
        assert!(
            tree(&site.path(&format!("out{at}"))) == whole,
            "--site {named} --out {out}"
        );
        let files = spellings(&format!(r"{root}\file{at}.csv"));
        let file = &files[at % 5];
        let run = site.run(&["report", "checklist", "--site", named, "-o", file]);
        assert_eq!(run.code, 0, "-o {file}: {run:?}");
        assert!(site.exists(&format!("file{at}.csv")), "-o {file}");
    }
}

#[test]
fn the_site_is_not_written_over_by_another_spelling() {
    let site = site();
    site.build();
    let before = tree(site.root());
    let root = text(site.root().to_path_buf());
    let mut refused: Vec<String> = [
        "CONTENT",
        r"Content\2566\x",
        r"content\..\Content",
        r"C:\",
        r"\\?\C:\",
        "c:",
        r".\",
    ]
    .map(str::to_owned)
    .into();
    refused.extend(spellings(&root));
    refused.extend(spellings(&format!(r"{root}\content\x")));
    for out in refused {
        let run = site.run(&["build", "--out", &out]);
        assert_eq!(run.code, 2, "--out {out}: {run:?}");
        assert!(
            run.stderr.contains("output-refused"),
            "--out {out}: {run:?}"
        );
    }
    let mut files = spellings(&format!(r"{root}\site.toml"));
    // A slash at the end makes a folder of it.
    files.truncate(5);
    files.extend(
        [
            "SITE.TOML",
            r"Content\2566\x.csv",
            r"content\..\CONTENT\x.csv",
        ]
        .map(str::to_owned),
    );
    for file in files {
        let run = site.run(&["report", "checklist", "--format", "csv", "-o", &file]);
        assert_eq!(run.code, 2, "-o {file}: {run:?}");
    }
    assert!(tree(site.root()) == before);
}

#[test]
fn paths_over_260_letters_are_no_hindrance() {
    let site = site();
    let whole = reference(&site);
    let deep = ["ยาว".repeat(30), "long".repeat(25), "ลึก".repeat(30)].join("/");
    site.write(&format!("{deep}/site.toml"), SITE)
        .write(&format!("{deep}/content/2566/o06/index.md"), "มี\n");
    let folder = text(site.path(&deep)).replace('/', "\\");
    assert!(folder.chars().count() > 300, "{folder}");
    for (at, named) in [&folder, &deep, &format!(r"\\?\{folder}")]
        .into_iter()
        .enumerate()
    {
        let out = format!("{deep}/public");
        let run = run_in(site.root(), &["build", "--site", named]);
        assert_eq!(run.code, 0, "{named}: {run:?}");
        assert!(tree(&site.path(&out)) == whole, "{named}");
        fs::remove_dir_all(site.path(&out)).unwrap();
        let file = format!(r"{folder}\{at}.csv");
        let run = run_in(
            site.root(),
            &["report", "checklist", "--site", named, "-o", &file],
        );
        assert_eq!(run.code, 0, "{file}: {run:?}");
        assert!(Path::new(&file).is_file());
    }
}

#[test]
fn what_is_said_has_slashes_of_one_kind() {
    let site = site();
    let made = site.run(&["new", "o12", "แผน", "--year", "2566"]);
    assert_eq!(made.code, 0, "{made:?}");
    let refused = run_in(site.root(), &["check", "--site", r"nothing\here"]);
    let failed = site.run(&["build", "--out", r"content\x"]);
    for said in [made, refused, failed] {
        let said = said.stdout + &said.stderr;
        assert!(said.contains('/') && !said.contains('\\'), "{said}");
    }
    for format in ["json", "github", "sarif"] {
        let run = run_in(
            site.root(),
            &["check", "--site", r"nothing\here", "--format", format],
        );
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stdout.contains("nothing/here"), "{run:?}");
    }
}

#[test]
fn a_share_of_the_network_is_a_folder_like_any_other() {
    let Ok(share) = std::env::var(SHARE) else {
        eprintln!("left out: {SHARE} names no share");
        return;
    };
    let here = site();
    let whole = reference(&here);
    let folder = tempfile::tempdir_in(&share).unwrap();
    let town = text(folder.path().join("เทศบาล"));
    for (name, bytes) in tree(here.root()) {
        let path = Path::new(&town).join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    for (at, slashes) in [town.clone(), town.replace('\\', "/")].iter().enumerate() {
        let out = format!(r"{town}\www{at}");
        let run = run_in(here.root(), &["build", "--site", slashes, "--out", &out]);
        assert_eq!(run.code, 0, "{slashes}: {run:?}");
        assert!(tree(Path::new(&out)) == whole);
    }
    for out in [format!(r"{town}\content\x"), town.clone(), share] {
        let run = run_in(here.root(), &["build", "--site", &town, "--out", &out]);
        assert_eq!(run.code, 2, "{out}: {run:?}");
    }
    assert!(!Path::new(&town).join("content/x").exists());
}
