//! A site in a temporary folder, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::time::SystemTime;

use percent_encoding::percent_decode_str;
use serde_json::Value;
use tempfile::TempDir;

/// The settings most tests need.
pub(crate) const SITE: &str = "title = \"ทดสอบ\"\nbase_url = \"https://x.example/\"\n\
    fiscal_year = 2566\n[units]\nclerk = \"สำนักปลัด\"\nfinance = \"กองคลัง\"\n";

/// The day every test judges on, unless it says otherwise.
pub(crate) const AS_OF: &str = "2566-09-30";

/// The repository, which is itself a site.
pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The program, without anything of the surroundings that would change what it says.
pub(crate) fn oit() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_oit"));
    command
        .env_remove("OIT_LANG")
        .env("NO_COLOR", "1")
        .env("OIT_CACHE_DIR", cache())
        .env_remove("CLICOLOR_FORCE");
    command
}

/// Where tests keep what the program finds out once: never the user's own folder, and empty at the
/// start, so that no test is told what an older program found.
fn cache() -> &'static Path {
    static CACHE: OnceLock<PathBuf> = OnceLock::new();
    CACHE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("evidence-cache");
        let _ = fs::remove_dir_all(&folder);
        folder
    })
}

/// A site of its own, gone when it is dropped.
pub(crate) struct SiteTest {
    folder: TempDir,
}

/// What a run said.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// One finding of `check --format json`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    /// `file:line:column`
    pub(crate) at: String,
    pub(crate) code: String,
    pub(crate) severity: String,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl SiteTest {
    /// A site with [`SITE`] as its settings and an empty year 2566.
    #[must_use]
    pub(crate) fn new() -> Self {
        let site = Self::empty();
        site.write("site.toml", SITE);
        fs::create_dir_all(site.path("content/2566")).unwrap();
        site
    }

    /// A folder with nothing in it.
    #[must_use]
    pub(crate) fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// A copy of a folder of the repository.
    #[must_use]
    pub(crate) fn copy_of(folder: &str) -> Self {
        let site = Self::empty();
        copy(&repository().join(folder), site.root());
        site
    }

    /// A copy of the demonstration, to be changed.
    #[must_use]
    pub(crate) fn demonstration() -> Self {
        let site = Self::empty();
        for name in ["content", "site.toml", "seal.png"] {
            site.copy_in(name, &repository().join(name));
        }
        site
    }

    /// Copies a file or folder from elsewhere into the site.
    pub(crate) fn copy_in(&self, path: &str, from: &Path) {
        if from.is_file() {
            self.write(path, fs::read(from).unwrap());
        } else {
            copy(from, &self.path(path));
        }
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Writes a file and its folders.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub(crate) fn read(&self, path: &str) -> String {
        let text = fs::read_to_string(self.path(path));
        let text = text.unwrap_or_else(|error| panic!("{path}: {error}"));
        if path.ends_with(".html") {
            // They say where a line may break, and nothing else.
            return text.replace("<bdi>", "").replace("</bdi>", "");
        }
        text
    }

    pub(crate) fn exists(&self, path: &str) -> bool {
        self.path(path).symlink_metadata().is_ok()
    }

    /// Runs `oit` in the site's folder on [`AS_OF`].
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let mut command = oit();
        command
            .args(arguments)
            .args(["--as-of", AS_OF])
            .current_dir(self.root());
        run(&mut command)
    }

    /// Builds, and insists that it went well.
    #[track_caller]
    pub(crate) fn build(&self) -> Run {
        let run = self.run(&["build"]);
        assert_eq!(run.code, 0, "{run:?}");
        run
    }

    /// Builds whatever the site is now, though it may take away what was published.
    #[track_caller]
    pub(crate) fn build_anew(&self) -> Run {
        let run = self.run(&["build", "--allow-withdraw"]);
        assert_eq!(run.code, 0, "{run:?}");
        run
    }

    /// The findings of `check`, sorted by place.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        self.findings_in("th")
    }

    pub(crate) fn findings_in(&self, language: &str) -> Vec<Finding> {
        let run = self.run(&["check", "--format", "json", "--lang", language]);
        findings(&run.stdout)
    }

    /// The checklist of a year.
    pub(crate) fn checklist(&self, year: u16) -> Value {
        serde_json::from_str(&self.read(&format!("public/{year}/checklist.json"))).unwrap()
    }

    /// An item of the year 2566's checklist.
    pub(crate) fn item(&self, item: &str) -> Value {
        let checklist = self.checklist(2566);
        let items = checklist["items"].as_array().unwrap();
        items
            .iter()
            .find(|found| found["item"] == item)
            .unwrap()
            .clone()
    }

    /// The status of an item of the year 2566, after a build.
    #[track_caller]
    pub(crate) fn status(&self, item: &str) -> String {
        self.build_anew();
        self.item(item)["status"].as_str().unwrap().to_owned()
    }
}

/// A file of `tests/fixtures/evidence`.
pub(crate) fn evidence_fixture(name: &str) -> Vec<u8> {
    fs::read(repository().join("tests/fixtures/evidence").join(name)).unwrap()
}

/// A whole PDF of one page that says this, in Latin letters.
pub(crate) fn pdf(text: &str) -> Vec<u8> {
    pdf_page(&format!("BT /F 12 Tf 72 720 Td ({text}) Tj ET"))
}

/// A whole PDF of one page with this content, which shows Helvetica as `/F`.
pub(crate) fn pdf_page(content: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F 5 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    pdf_of(&objects)
}

/// A PDF of these objects, of which the first is the catalogue.
pub(crate) fn pdf_of(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
    }
    let (start, count, places) = (file.len(), objects.len() + 1, places.concat());
    let end = format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}\
         trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(end.into_bytes());
    file
}

/// Wine fails to start one program in thousands when the machine is busy, with this number: "internal error".
const NOT_STARTED_BY_WINE: i32 = 1359;

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Run {
    let mut output = command.output();
    if cfg!(windows)
        && output
            .as_ref()
            .is_err_and(|e| e.raw_os_error() == Some(NOT_STARTED_BY_WINE))
    {
        output = command.output();
    }
    let Output {
        status,
        stdout,
        stderr,
    } = output.unwrap();
    Run {
        code: status.code().unwrap_or(-1),
        stdout: String::from_utf8(stdout).unwrap(),
        stderr: String::from_utf8(stderr).unwrap(),
    }
}

/// Reads the JSON of `check --format json`.
pub(crate) fn findings(json: &str) -> Vec<Finding> {
    let report: Value = serde_json::from_str(json).unwrap_or_else(|e| panic!("{e}: {json}"));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut found: Vec<Finding> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| Finding {
            at: format!(
                "{}:{}:{}",
                finding["file"].as_str().unwrap(),
                finding["line"],
                finding["column"]
            ),
            code: text(&finding["code"]),
            severity: text(&finding["severity"]),
            message: text(&finding["message"]),
            help: text(&finding["help"]),
        })
        .collect();
    found.sort();
    found
}

/// Every file below a folder with its bytes, by path with `/`.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder)
        .into_iter()
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// Every file below a folder with its time of change.
pub(crate) fn times(folder: &Path) -> BTreeMap<String, SystemTime> {
    let time = |path: PathBuf| path.metadata().unwrap().modified().unwrap();
    files(folder)
        .into_iter()
        .map(|(name, path)| (name, time(path)))
        .collect()
}

fn files(folder: &Path) -> Vec<(String, PathBuf)> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let inside = entry.path().strip_prefix(folder).unwrap();
            let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
            (parts.join("/"), entry.path().to_path_buf())
        })
        .collect()
}

fn copy(from: &Path, to: &Path) {
    for (name, path) in files(from) {
        let target = to.join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(path, target).unwrap();
    }
}

/// Follows every reference in every HTML and XML file below `out`, and gives their number.
pub(crate) fn crawl(out: &Path, base: &str) -> usize {
    let files = tree(out);
    let mut broken = Vec::new();
    let mut followed = 0;
    for (name, bytes) in &files {
        let is_page = name.ends_with(".html");
        if !is_page && !name.ends_with(".xml") {
            continue;
        }
        let html = String::from_utf8(bytes.clone()).unwrap();
        let mut references = attributes(&html, "href");
        references.extend(attributes(&html, "src"));
        let refresh = html.split("content=\"0; url=").nth(1);
        references.extend(refresh.map(|rest| rest.split('"').next().unwrap().to_owned()));
        for reference in references {
            if reference.contains(':') {
                continue;
            }
            followed += 1;
            let (path, fragment) = reference.split_once('#').unwrap_or((&reference, ""));
            let target = if path.is_empty() {
                Some(name.clone())
            } else {
                path.strip_prefix(base).map(|inside| {
                    let inside = percent_decode_str(inside)
                        .decode_utf8()
                        .unwrap()
                        .into_owned();
                    if inside.is_empty() || inside.ends_with('/') {
                        format!("{inside}index.html")
                    } else {
                        inside
                    }
                })
            };
            let Some(found) = target.and_then(|target| files.get(&target)) else {
                broken.push(format!("{name}: {reference}"));
                continue;
            };
            let anchor = percent_decode_str(fragment).decode_utf8().unwrap();
            let ids = || attributes(&String::from_utf8_lossy(found), "id");
            if !anchor.is_empty() && is_page && !ids().contains(&anchor.into_owned()) {
                broken.push(format!("{name}: {reference}: no such anchor"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    followed
}

/// The values of an attribute in HTML, in order, entities decoded.
pub(crate) fn attributes(html: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    html.split(&start)
        .skip(1)
        .map(|rest| unescape(rest.split('"').next().unwrap_or("")))
        .collect()
}

/// Items with their status as a page marks them: both attributes on one element.
pub(crate) fn marks(html: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for element in html
        .split('<')
        .filter(|element| element.contains("data-oit-item=\""))
    {
        let element = format!("<{}", element.split('>').next().unwrap());
        let item = attributes(&element, "data-oit-item").remove(0);
        let status = attributes(&element, "data-oit-status").remove(0);
        let before = found.insert(item.clone(), status.clone());
        assert!(
            before.is_none_or(|before| before == status),
            "two statuses of {item}"
        );
    }
    found
}

pub(crate) fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}
