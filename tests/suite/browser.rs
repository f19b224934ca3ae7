//! The demonstration in a real browser, as people see it: the scripts of `tests/browser/`.
//!
//! Each test runs one script with Node.js, on the built folder, and passes on what it says. The npm
//! packages live below `target/`. A machine without Node.js or Chromium leaves these tests out and
//! says so; the gate (`CI=true`) does not accept that.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::demonstration::{build, built};
use crate::harness::{Run, oit, repository, run};

/// The oldest Node.js that the packages run on.
const NODE: u32 = 18;

/// What the scripts need of the machine.
struct Tools {
    node: PathBuf,
    chromium: PathBuf,
    packages: PathBuf,
}

#[test]
fn a_page_of_every_kind_has_no_barrier_on_a_phone_and_on_a_desk() {
    script("kinds.mjs", built(), "/");
}

#[test]
fn every_page_fits_a_phone_and_asks_no_other_host() {
    script("every-page.mjs", built(), "/");
}

#[test]
fn every_page_works_below_a_sub_path() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    build(&out, &["--base-url", "https://x.example/oit/"]);
    script("every-page.mjs", &out, "/oit/");
}

#[test]
fn people_do_what_they_came_for_by_keyboard_and_without_javascript() {
    script("tasks.mjs", built(), "/");
}

#[test]
fn what_people_come_for_is_three_taps_and_three_scrolls_away_on_a_phone() {
    script("steps.mjs", built(), "/");
}

#[test]
fn very_many_documents_are_found_in_their_item() {
    let site = crate::long_lists::with_news(312);
    for name in ["months.mjs", "validity.mjs"] {
        script(name, &site.path("public"), "/");
    }
}

#[test]
fn the_frame_leads_on_and_tables_and_words_stay_whole() {
    script("frame.mjs", built(), "/");
}

#[test]
fn search_spells_in_the_browser_as_in_rust() {
    script("search.mjs", built(), "/");
}

#[test]
fn the_year_prints_on_paper() {
    script("print.mjs", built(), "/");
}

#[test]
fn every_page_is_valid_html() {
    script("validity.mjs", built(), "/");
}

#[test]
fn the_checklist_with_the_estimate_and_what_is_to_come_is_valid_and_has_no_barrier() {
    let site = crate::score::demonstration_that_shows_it();
    // In February the half-year is still to come.
    let mut build = oit();
    let build = build.args(["build", "--drafts", "--as-of", "2566-02-10"]);
    let done = run(build.current_dir(site.root()));
    assert_eq!(done.code, 0, "{done:?}");
    let page = site.read("public/2566/checklist/index.html");
    assert!(page.contains("id=\"_cost\"") && page.contains(">ต่อไป ตั้งแต่"));
    for name in ["validity.mjs", "kinds.mjs"] {
        script(name, &site.path("public"), "/");
    }
}

#[test]
fn the_minimal_theme_is_valid_and_has_no_barrier() {
    let site = crate::theme::minimal().path("public");
    for name in ["validity.mjs", "every-page.mjs", "kinds.mjs"] {
        script(name, &site, "/");
    }
}

#[test]
fn a_page_that_is_open_follows_what_is_written() {
    let site = crate::harness::SiteTest::new();
    let text = "+++\ndate = \"2566-01-01\"\ncomponents = [1]\n+++\n\nโครงสร้างของหน่วยงาน\n";
    site.write("content/2566/o01/index.md", text);
    let serving = crate::serve::harness::Serving::start(&site, &[]);
    script("serve.mjs", site.root(), &serving.address);
}

/// Runs a script on a built site, and fails with what it prints.
#[track_caller]
pub(crate) fn script(name: &str, site: &Path, base: &str) {
    run_script(name, &[site.as_os_str(), base.as_ref()]);
}

/// The same with any arguments; `false` where the machine has no browser.
#[track_caller]
pub(crate) fn run_script(name: &str, arguments: &[&OsStr]) -> bool {
    static TOOLS: OnceLock<Result<Tools, String>> = OnceLock::new();
    let tools = match TOOLS.get_or_init(find_tools) {
        Ok(tools) => tools,
        Err(reason) if in_gate() => panic!("{name} could not run: {reason}"),
        Err(reason) => {
            say(&format!("skipped {name}: {reason}"));
            return false;
        }
    };
    let mut command = Command::new(&tools.node);
    command
        .arg(repository().join("tests/browser").join(name))
        .args(arguments)
        .env("OIT_CHROMIUM", &tools.chromium)
        .env("OIT_NODE_PACKAGES", &tools.packages);
    let Run {
        code,
        stdout,
        stderr,
    } = run(&mut command);
    assert!(code == 0, "{name} on {arguments:?}\n{stdout}{stderr}");
    true
}

pub(crate) fn in_gate() -> bool {
    env::var("CI").is_ok_and(|ci| ci == "true")
}

/// Says something even when the test passes: not by a macro, whose words the test runner keeps.
pub(crate) fn say(line: &str) {
    let line = format!("{line}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

fn find_tools() -> Result<Tools, String> {
    let node = on_path(&["node", "nodejs"]).ok_or("Node.js is not installed")?;
    let version = run(Command::new(&node).arg("--version")).stdout;
    let major = version.trim_start_matches('v').split('.').next();
    if major.and_then(|major| major.parse().ok()) < Some(NODE) {
        return Err(format!(
            "Node.js {NODE} or later is needed, not {}",
            version.trim()
        ));
    }
    let chromium = chromium().ok_or("Chromium is not installed (OIT_CHROMIUM may name it)")?;
    let packages = install()?;
    Ok(Tools {
        node,
        chromium,
        packages,
    })
}

fn chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("OIT_CHROMIUM") {
        return Some(PathBuf::from(named)).filter(|path| path.is_file());
    }
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "chrome",
        "msedge",
    ];
    let usual = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];
    on_path(&names).or_else(|| {
        let mut usual = usual.iter().map(PathBuf::from);
        usual.find(|path| path.is_file())
    })
}

/// The first of some programs that is on the search path.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| endings.iter().map(move |ending| format!("{name}{ending}")))
        .find_map(|name| {
            let mut places = folders.iter().map(|folder| folder.join(&name));
            places.find(|place| place.is_file())
        })
}

/// Installs the npm packages once for each state of the lock file, and gives their folder.
fn install() -> Result<PathBuf, String> {
    let from = repository().join("tests/browser");
    let lock = fs::read(from.join("package-lock.json")).unwrap();
    let key = blake3::hash(&lock).to_hex();
    let below = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let installed = below.join(format!("npm-{}", &key[..16]));
    if installed.is_dir() {
        return Ok(installed);
    }
    let npm = on_path(&["npm"]).ok_or("npm is not installed")?;
    // Installed apart and then renamed: a run that is broken off leaves nothing half done behind.
    fs::create_dir_all(below).unwrap();
    let folder = tempfile::tempdir_in(below).unwrap();
    for name in ["package.json", "package-lock.json"] {
        fs::copy(from.join(name), folder.path().join(name)).unwrap();
    }
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    let npm = run(Command::new(npm).args(arguments).current_dir(folder.path()));
    if npm.code != 0 {
        return Err(format!("npm ci failed:\n{}{}", npm.stdout, npm.stderr));
    }
    // Where another run was quicker, its folder is as good.
    let renamed = fs::rename(folder.path(), &installed);
    assert!(renamed.is_ok() || installed.is_dir(), "{renamed:?}");
    Ok(installed)
}
