//! A small site before and after a day's work, with every kind of step a publication has.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use percent_encoding::percent_decode_str;

use crate::harness::{AS_OF, Run, SiteTest, attributes, oit, pdf, run, tree};

/// Every file below a folder.
pub(super) type Tree = BTreeMap<String, Vec<u8>>;

/// What the webmaster has put into the output folder himself.
const FOREIGN: [(&str, &str); 3] = [
    ("google1234.html", "ของผู้ดูแล"),
    (".well-known/security.txt", "ของผู้ดูแล"),
    ("2566/o1/อย่าลบ.txt", "ของผู้ดูแล"),
];

/// Site, and what stood before and is to stand after a build.
pub(super) struct Scenario {
    site: SiteTest,
    /// What is published; empty for a first build.
    pub(super) before: Tree,
    /// What a build into an empty folder gives.
    pub(super) after: Tree,
    /// What cannot be there, for a moment, because a file becomes a folder or a folder a file.
    gap: &'static [&'static str],
}

impl Scenario {
    /// A site that was published and then edited: documents and files new, changed, withdrawn. So
    /// many documents besides make it larger.
    pub(super) fn edited(documents: usize) -> Self {
        let site = site(documents);
        let before = built(&site, "before");
        for old in ["2566/o1/old.md", "2566/o1/old.pdf", "pages/old.md"] {
            fs::remove_file(site.path("content").join(old)).unwrap();
        }
        site.write("content/2566/o1/law.pdf", pdf("law, second edition"))
            .write("content/2566/o1/new.pdf", pdf("new"))
            .write(
                "content/2566/o1/new.md",
                document(
                    "ใหม่",
                    "files = [{ path = \"new.pdf\" }]",
                    "[กฎหมาย](law.pdf)",
                ),
            )
            .write(
                "content/2566/o1/index.md",
                "+++\ncomponents = []\n+++\nอ่าน[ฉบับใหม่](new.md) และ[แฟ้ม](new.pdf)\n",
            )
            .write(
                "content/2566/o2/index.md",
                "ดู[ฉบับใหม่](../o1/new.md) และ[หน้าใหม่](/pages/new/)\n",
            )
            .write("content/pages/new.md", "+++\ntitle = \"หน้าใหม่\"\n+++\nมี\n");
        let after = built(&site, "after");
        Self {
            site,
            before,
            after,
            gap: &[],
        }
    }

    /// A site where a file becomes a document of the same name, and a document a file.
    pub(super) fn swapped() -> Self {
        let site = site(0);
        let document = document("แผน", "", "มี");
        site.write("content/2566/o1/plan", "แฟ้ม")
            .write("content/2566/o2/map.md", &document);
        let before = built(&site, "before");
        fs::remove_file(site.path("content/2566/o1/plan")).unwrap();
        fs::remove_file(site.path("content/2566/o2/map.md")).unwrap();
        site.write("content/2566/o1/plan.md", &document)
            .write("content/2566/o2/map", "แฟ้ม");
        let after = built(&site, "after");
        Self {
            site,
            before,
            after,
            gap: &["2566/o1/plan", "2566/o2/map"],
        }
    }

    /// A site that is published for the first time.
    pub(super) fn first(documents: usize) -> Self {
        let site = site(documents);
        let after = built(&site, "after");
        Self {
            site,
            before: Tree::new(),
            after,
            gap: &[],
        }
    }

    /// The site's folder.
    #[cfg(unix)]
    pub(super) fn root(&self) -> &Path {
        self.site.root()
    }

    /// Puts an output folder as it was before, with files of others in it, where any are published.
    pub(super) fn lay_out(&self, out: &Path) {
        if self.before.is_empty() {
            return;
        }
        let foreign = FOREIGN.map(|(name, text)| (name, text.as_bytes()));
        let ours = self.before.iter();
        let ours = ours.map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        for (name, bytes) in ours.chain(foreign) {
            let path = out.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }

    /// The build, as a command still to be run, by a program in front of it where one is given.
    pub(super) fn command(&self, out: &Path, through: &[&str]) -> Command {
        let build = oit();
        let mut command = match through.split_first() {
            None => oit(),
            Some((program, arguments)) => {
                let mut command = Command::new(program);
                command.args(arguments).arg(build.get_program());
                for (name, value) in build.get_envs() {
                    match value {
                        Some(value) => command.env(name, value),
                        None => command.env_remove(name),
                    };
                }
                command
            }
        };
        command
            .args(["build", "--allow-withdraw", "--as-of", AS_OF, "--out"])
            .arg(out)
            .current_dir(self.site.root());
        command
    }

    /// Runs the build.
    pub(super) fn build(&self, out: &Path) -> Run {
        run(&mut self.command(out, &[]))
    }

    /// What is wrong with an output folder after a build was broken off at any instant.
    pub(super) fn faults(&self, out: &Path) -> Vec<String> {
        let mut faults = Vec::new();
        if !out.exists() {
            return faults;
        }
        let mut files = tree(out);
        for (name, text) in FOREIGN {
            let found = files.remove(name);
            if !self.before.is_empty() && found.as_deref() != Some(text.as_bytes()) {
                faults.push(format!("{name}, a file of others, is {found:?}"));
            }
        }
        files.retain(|name, _| !name.split('/').any(|part| part.starts_with(".oit-")));
        for (name, bytes) in &files {
            let is_old = self.before.get(name) == Some(bytes);
            if !is_old && self.after.get(name) != Some(bytes) {
                faults.push(format!(
                    "{name} is neither old nor new: {} bytes",
                    bytes.len()
                ));
            }
        }
        let both = self
            .before
            .keys()
            .filter(|name| self.after.contains_key(*name));
        let roots: BTreeSet<String> = both.filter(|name| !is_own(name)).cloned().collect();
        let home = files
            .contains_key("index.html")
            .then(|| "index.html".to_owned());
        let unopened = unopened(&files, roots.into_iter().chain(home)).into_iter();
        faults
            .extend(unopened.filter(|fault| !self.gap.iter().any(|name| fault.starts_with(name))));
        faults
    }

    /// What is wrong after the build that follows one that was broken off.
    pub(super) fn repaired(&self, out: &Path) -> Vec<String> {
        let run = self.build(out);
        if run.code != 0 {
            return vec![format!("the next build: {run:?}")];
        }
        let mut files = tree(out);
        files.retain(|name, _| FOREIGN.iter().all(|(foreign, _)| name != foreign));
        let names: BTreeSet<&String> = files.keys().chain(self.after.keys()).collect();
        let differ = names
            .into_iter()
            .filter(|name| files.get(*name) != self.after.get(*name));
        let mut faults: Vec<String> = differ
            .map(|name| format!("{name} is not as a clean build makes it"))
            .collect();
        let folders = walkdir::WalkDir::new(out).min_depth(1).into_iter();
        let empty = folders.map(Result::unwrap).filter(|found| {
            found.file_type().is_dir() && fs::read_dir(found.path()).unwrap().next().is_none()
        });
        faults.extend(empty.map(|found| format!("{} is empty", found.path().display())));
        faults
    }
}

fn site(documents: usize) -> SiteTest {
    let site = SiteTest::new();
    for year in [2565, 2566] {
        site.write(&format!("content/{year}/framework.toml"), framework(year));
    }
    site.write("content/2565/o1/index.md", "ปีก่อน\n")
        .write("content/2565/o1/report.pdf", pdf("report"))
        .write("content/2566/o1/index.md", "อ่าน[ฉบับเดิม](old.md)\n")
        .write("content/2566/o1/law.pdf", pdf("law"))
        .write("content/2566/o1/old.pdf", pdf("old"))
        .write(
            "content/2566/o1/old.md",
            document(
                "เดิม",
                "files = [{ path = \"old.pdf\" }]",
                "[กฎหมาย](law.pdf)",
            ),
        )
        .write("content/2566/o2/index.md", "ดู[ฉบับเดิม](../o1/old.md)\n")
        .write("content/pages/old.md", "+++\ntitle = \"หน้าเดิม\"\n+++\nมี\n");
    for number in 0..documents {
        let text = document(&format!("ฉบับที่ {number}"), "", "[กฎหมาย](../o1/law.pdf)");
        site.write(&format!("content/2566/o2/{number}.md"), text);
    }
    site
}

fn document(title: &str, keys: &str, body: &str) -> String {
    format!("+++\ntitle = \"{title}\"\ndate = \"2566-01-31\"\n{keys}\n+++\n{body}\n")
}

/// A tree of two items.
fn framework(year: u16) -> String {
    let mut text = format!(
        "fiscal_year = {year}\nsource = \"ประกาศ\"\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n\
         [[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n"
    );
    for (number, key) in [(1, "laws"), (2, "news")] {
        let _ = write!(
            text,
            "[[indicator.sub.item]]\nnumber = {number}\nkey = \"{key}\"\ngroup = \"ค\"\n\
             title = \"เรื่อง {key}\"\nrule = \"any\"\n"
        );
    }
    text
}

/// What a build into an empty folder gives.
fn built(site: &SiteTest, name: &str) -> Tree {
    let out = site.path(name);
    let run = site.run(&["build", "--allow-withdraw", "--out", name]);
    assert_eq!(run.code, 0, "{run:?}");
    let files = tree(&out);
    fs::remove_dir_all(out).unwrap();
    files
}

/// Files that are the program's own notes.
fn is_own(name: &str) -> bool {
    name.starts_with('.')
}

/// What does not open: pages to begin with, and whatever they lead to, step by step.
fn unopened(files: &Tree, roots: impl Iterator<Item = String>) -> Vec<String> {
    let mut open: Vec<(String, String)> = roots.map(|root| (root, "before".to_owned())).collect();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    while let Some((name, from)) = open.pop() {
        if !seen.insert(name.clone()) {
            continue;
        }
        match files.get(&name) {
            Some(bytes) => {
                let led = leads_to(&name, bytes).into_iter();
                open.extend(led.map(|target| (target, name.clone())));
            }
            None => faults.push(format!("{name} does not open, linked from {from}")),
        }
    }
    faults
}

/// The files that a page, a feed or the site map leads to.
fn leads_to(name: &str, bytes: &[u8]) -> Vec<String> {
    let ending = Path::new(name).extension().unwrap_or_default();
    if ending != "html" && ending != "xml" && ending != "json" {
        return Vec::new();
    }
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let whole = text.split("https://x.example").skip(1);
    let whole = whole.map(|rest| {
        rest.split(['<', '"', '&', '\n', ' '])
            .next()
            .unwrap()
            .to_owned()
    });
    let mut addresses: Vec<String> = whole.collect();
    if ending == "html" {
        addresses.extend(attributes(&text, "href"));
        addresses.extend(attributes(&text, "src"));
        let refresh = text.split("content=\"0; url=").nth(1);
        addresses.extend(refresh.map(|rest| rest.split('"').next().unwrap().to_owned()));
    }
    if ending == "json" {
        // The parts of the search index, and the pages in them.
        let quoted = text.split('"').filter(|part| part.starts_with('/'));
        addresses.extend(quoted.map(str::to_owned));
    }
    let inside = addresses.iter().filter_map(|address| {
        let path = address.split(['#', '?']).next()?.strip_prefix('/')?;
        let path = percent_decode_str(path).decode_utf8().unwrap();
        Some(if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.into_owned()
        })
    });
    inside.collect()
}

#[test]
fn the_scenario_has_every_kind_of_step() {
    let Scenario { before, after, .. } = Scenario::edited(0);
    let count = |kept: &dyn Fn(&String) -> bool, all: &Tree| {
        all.keys()
            .filter(|name| !is_own(name) && kept(name))
            .count()
    };
    let new = count(&|name| !before.contains_key(name), &after);
    let changed = count(
        &|name| {
            before
                .get(name)
                .is_some_and(|old| Some(old) != after.get(name))
        },
        &after,
    );
    let gone = count(&|name| !after.contains_key(name), &before);
    assert!(
        new >= 3 && changed >= 5 && gone >= 3,
        "{new} {changed} {gone}"
    );
    // The test of what opens can fail: everything that is withdrawn is linked from a page before.
    for name in before.keys().filter(|name| !after.contains_key(*name)) {
        let mut broken = before.clone();
        broken.remove(name);
        let faults = unopened(&broken, std::iter::once("index.html".to_owned()));
        assert!(!faults.is_empty(), "{name}");
    }
}
