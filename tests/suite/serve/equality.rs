//! Whatever is done to a site, what is served and what is built upon an older build are, byte for
//! byte, what a clean build makes.
//!
//! Edits are drawn by a generator with a seed, so that a failure comes again. A short run is always
//! made; `OIT_LONG_TESTS=1` makes the one of 500 steps.

use std::collections::BTreeMap;
use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::harness::{LIMIT, Serving, cut, moved};
use crate::harness::{self, AS_OF, Run, SITE, SiteTest, oit, pdf, repository, tree};

/// Days before and after those that documents have here, and in other years.
const DAYS: [&str; 6] = [
    "2565-12-31",
    "2566-02-02",
    "2566-02-03",
    "2566-10-01",
    "2566-12-31",
    "2567-06-01",
];

#[test]
fn whatever_is_edited_is_served_and_built_as_by_a_clean_build() {
    // What Wine does not tell is found half a minute later.
    run(0x0017, if cfg!(windows) { 12 } else { 40 }, 1);
}

#[test]
fn a_long_series_of_edits_is_served_and_built_as_by_a_clean_build() {
    if std::env::var("OIT_LONG_TESTS").is_ok_and(|long| long == "1") {
        run(0x2566, 500, 2);
    }
}

/// Makes so many edits; at every so many of them everything is compared.
fn run(seed: u64, steps: usize, every: usize) {
    let mut writer = Writer::new(seed);
    let serving = Serving::start(&writer.site, &[]);
    let mut broken = 0;
    for step in 1..=steps {
        writer.edit(step);
        if step % every != 0 {
            continue;
        }
        let told = format!("seed {seed:#x}, after {:#?}", writer.last());
        let clean = SiteTest::empty();
        let out = clean.path("out");
        let built = writer.site.run(&["build", "--out", out.to_str().unwrap()]);
        if built.code != 0 {
            broken += 1;
            let end = Instant::now() + LIMIT;
            while !serving.get("/").added().contains("data-part=\"errors\"") {
                assert!(
                    Instant::now() < end,
                    "no errors are shown: {told}\n{built:?}"
                );
                thread::sleep(Duration::from_millis(5));
            }
            writer.mend();
            continue;
        }
        let clean = site_of(tree(&out));
        built_again(&writer.site, AS_OF, &clean, &told);
        if step % 8 == 0 {
            let day = DAYS[writer.below(DAYS.len())];
            let told = format!("on {day}, {told}");
            let clean = SiteTest::empty();
            let out = clean.path("out");
            let built = on(&writer.site, day, &["--out", out.to_str().unwrap()]);
            assert_eq!(built.code, 0, "{told}: {built:?}");
            built_again(&writer.site, day, &site_of(tree(&out)), &told);
        }
        served_as_built(&serving, &clean, &writer.looked_at(&clean), &told);
    }
    assert!(broken > 0, "no edit broke the site");
    let end: Vec<String> = site_of(tree(&writer.site.path("public")))
        .into_keys()
        .collect();
    assert!(
        end.len() > 60,
        "the edits left little of the site: {end:#?}"
    );
}

/// Builds a site on a day.
fn on(site: &SiteTest, day: &str, more: &[&str]) -> Run {
    let mut command = oit();
    command
        .args(["build", "--as-of", day])
        .args(more)
        .current_dir(site.root());
    harness::run(&mut command)
}

/// Builds upon what was built before, and compares.
fn built_again(site: &SiteTest, day: &str, clean: &BTreeMap<String, Vec<u8>>, told: &str) {
    let again = on(site, day, &["--allow-withdraw"]);
    assert_eq!(again.code, 0, "{told}: {again:?}");
    let kept = site_of(tree(&site.path("public")));
    compare(clean, |name| kept.get(name).cloned(), clean.keys(), told);
    assert_eq!(
        kept.len(),
        clean.len(),
        "{told}: withdrawn files are still there"
    );
}

/// A workbook that is as long whatever the figure in it.
fn workbook(figure: usize) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2023, 1, 31).unwrap();
    workbook.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&day));
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["รายการ", "งบประมาณ"]).unwrap();
    sheet.write(1, 0, "ค่าน้ำ").unwrap();
    sheet.write(1, 1, u32::try_from(figure).unwrap()).unwrap();
    let mut bytes = workbook.save_to_buffer().unwrap();
    // Compressed, another figure may take a byte more: a comment at the end makes up for it.
    let room = 8192 - bytes.len();
    let at = bytes.len() - 2;
    bytes[at..].copy_from_slice(&u16::try_from(room).unwrap().to_le_bytes());
    bytes.extend(std::iter::repeat_n(b' ', room));
    bytes
}

/// Without the manifest and the like.
fn site_of(mut files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    files.retain(|name, _| !name.starts_with('.'));
    files
}

fn compare<'a>(
    clean: &BTreeMap<String, Vec<u8>>,
    other: impl Fn(&str) -> Option<Vec<u8>>,
    names: impl IntoIterator<Item = &'a String>,
    told: &str,
) {
    for name in names {
        let same = other(name).as_ref() == clean.get(name);
        assert!(same, "{name} is otherwise than in a clean build, {told}");
    }
}

/// Waits until all of these are served as they were built: the change may still be on its way.
fn served_as_built(
    serving: &Serving,
    clean: &BTreeMap<String, Vec<u8>>,
    names: &[String],
    told: &str,
) {
    let end = Instant::now() + LIMIT;
    let served = |name: &str| {
        let file = format!("/{}", utf8_percent_encode(name, NON_ALPHANUMERIC)).replace("%2F", "/");
        let reply = serving.get(file.strip_suffix("index%2Ehtml").unwrap_or(&file));
        (reply.status == 200).then(|| cut(&reply.body))
    };
    for name in names {
        while served(name).as_ref() != clean.get(name) && Instant::now() < end {
            thread::sleep(Duration::from_millis(5));
        }
    }
    compare(clean, served, names, told);
}

/// Somebody who edits a site.
struct Writer {
    site: SiteTest,
    random: u64,
    done: Vec<String>,
    /// What was broken on purpose: path and text before.
    broken: Option<(String, String)>,
    /// Files of the output that the last edits were about.
    touched: Vec<String>,
}

impl Writer {
    fn new(seed: u64) -> Self {
        let site = SiteTest::new();
        let mut writer = Self {
            site,
            random: seed | 1,
            done: Vec::new(),
            broken: None,
            touched: Vec::new(),
        };
        for item in [1, 2, 6, 12, 30] {
            writer.document(&format!("content/2566/o{item:02}/index.md"), "ต้น");
            writer.document(&format!("content/2566/o{item:02}/a.md"), "ต้น");
        }
        writer.document("content/2565/o06/a.md", "ปีก่อน");
        writer.site.write("content/index.md", "ยินดีต้อนรับ\n");
        writer
    }

    /// A number below another, by a generator that is the same everywhere (xorshift).
    fn below(&mut self, most: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % most as u64).unwrap()
    }

    fn last(&self) -> &[String] {
        &self.done[self.done.len().saturating_sub(4)..]
    }

    /// One edit of any kind.
    fn edit(&mut self, step: usize) {
        self.mend();
        let kind = self.below(20);
        let done = match kind {
            0..=2 => self.change_body(step),
            3 => self.change_title(step),
            4 => self.change_front_matter(),
            5 | 6 => self.add_document(step),
            7 => self.rename_document(step),
            8 => self.delete_document(),
            9 => self.move_item(),
            10 | 11 => self.change_evidence(step),
            12 => self.change_template(step),
            13 => self.change_framework(step),
            14 => self.change_settings(step),
            15 | 16 => self.change_table(step),
            17 => self.swap_pictures(),
            18 => self.print_everything(step),
            _ => self.break_something(),
        };
        self.done.push(format!("step {step}: {done}"));
    }

    /// Puts right what was broken on purpose.
    fn mend(&mut self) {
        if let Some((path, text)) = self.broken.take() {
            self.site.write(&path, text);
        }
    }

    fn document(&mut self, path: &str, words: &str) {
        let text = format!(
            "+++\ntitle = \"เอกสาร {words}\"\ndate = \"2566-01-01\"\ncomponents = []\n+++\n\n\
             ## หัวข้อ\n\nเนื้อความ {words} ดู [ข้อ 1](o1)\n"
        );
        self.site.write(path, text);
    }

    /// The paths of the site's documents.
    fn documents(&self) -> Vec<String> {
        let files = tree(&self.site.path("content"));
        let documents = files
            .into_keys()
            .filter(|name| name.ends_with(".md") && name.contains("/o"));
        documents.map(|name| format!("content/{name}")).collect()
    }

    fn any_document(&mut self) -> String {
        let mut documents = self.documents();
        let at = self.below(documents.len());
        let path = documents.swap_remove(at);
        let page = |path: &str| {
            let mut parts = path.split('/').skip(1);
            let (year, item) = (parts.next()?, parts.next()?);
            let number: u16 = item[1..].parse().ok()?;
            let slug = parts.next()?.strip_suffix(".md")?;
            let item = format!("{year}/o{number}");
            Some(match slug {
                "index" => vec![format!("{item}/index.html")],
                slug => vec![
                    format!("{item}/index.html"),
                    format!("{item}/{slug}/index.html"),
                ],
            })
        };
        self.touched.extend(page(&path).into_iter().flatten());
        path
    }

    /// Saves a text as one of several kinds of editor does.
    fn save(&mut self, path: &str, text: &str) {
        match self.below(3) {
            0 => {
                self.site.write(path, text);
            }
            1 => {
                let beside = self.site.path(&format!("{path}~"));
                let beside = beside.with_file_name(".saving");
                fs::write(&beside, text).unwrap();
                moved(beside, self.site.path(path));
            }
            _ => {
                fs::remove_file(self.site.path(path)).unwrap();
                self.site.write(path, text);
            }
        }
    }

    fn change_body(&mut self, step: usize) -> String {
        let path = self.any_document();
        let text = format!("{}\nย่อหน้าที่ {step}\n", self.site.read(&path));
        self.save(&path, &text);
        format!("body of {path}")
    }

    fn change_title(&mut self, step: usize) -> String {
        let path = self.any_document();
        let text = self.site.read(&path);
        let line = text
            .lines()
            .find(|line| line.starts_with("title = "))
            .unwrap();
        let text = text.replacen(line, &format!("title = \"ชื่อที่ {step}\""), 1);
        self.save(&path, &text);
        format!("title of {path}")
    }

    fn change_front_matter(&mut self) -> String {
        let path = self.any_document();
        let lines = [
            "components = [1]",
            "components = [1, 2]",
            "components = []",
            "draft = true",
            "draft = false",
            "period = \"2566-H1\"",
            "period = \"2565..2567\"",
            "unit = \"clerk\"",
            "date = \"2566-02-03\"",
            "date = \"2566-12-31\"",
            "summary = \"สรุป\"",
        ];
        let line = lines[self.below(lines.len())];
        let key = line.split(' ').next().unwrap();
        let text = self.site.read(&path);
        let mut kept: Vec<&str> = text.lines().collect();
        // Only in the front matter, which ends with the second line of this kind.
        kept.retain(|known| !known.starts_with(&format!("{key} = ")));
        kept.insert(1, line);
        self.save(&path, &(kept.join("\n") + "\n"));
        format!("{line} in {path}")
    }

    fn add_document(&mut self, step: usize) -> String {
        let year = [2565, 2566][self.below(2)];
        let item = 1 + self.below(43);
        let lead = format!("content/{year}/o{item:02}/index.md");
        let path = if self.below(3) == 0 && !self.site.exists(&lead) {
            lead
        } else {
            format!("content/{year}/o{item:02}/d{step}.md")
        };
        self.document(&path, &step.to_string());
        format!("added {path}")
    }

    fn rename_document(&mut self, step: usize) -> String {
        let path = self.any_document();
        let new = self.site.path(&path).with_file_name(format!("r{step}.md"));
        moved(self.site.path(&path), new);
        format!("renamed {path} to r{step}.md")
    }

    fn delete_document(&mut self) -> String {
        if self.documents().len() < 8 {
            return "nothing: few documents are left".to_owned();
        }
        let path = self.any_document();
        fs::remove_file(self.site.path(&path)).unwrap();
        format!("deleted {path}")
    }

    /// An item's folder under another number, or out of the site and in again.
    fn move_item(&mut self) -> String {
        let path = self.any_document();
        let folder = path.rsplit_once('/').unwrap().0.to_owned();
        let year = folder.rsplit_once('/').unwrap().0.to_owned();
        if self.below(2) == 0 {
            let elsewhere = SiteTest::empty();
            let out = elsewhere.path("folder");
            moved(self.site.path(&folder), &out);
            fs::write(
                out.join("moved.md"),
                "+++\ntitle = \"ย้าย\"\ndate = \"2566-03-01\"\n+++\n\nย้ายมา\n",
            )
            .unwrap();
            moved(&out, self.site.path(&folder));
            return format!("moved {folder} out and in again");
        }
        let free = (1..=43).map(|number| format!("{year}/o{number:02}"));
        let free: Vec<String> = free.filter(|folder| !self.site.exists(folder)).collect();
        let new = free[self.below(free.len())].clone();
        moved(self.site.path(&folder), self.site.path(&new));
        format!("moved {folder} to {new}")
    }

    fn change_evidence(&mut self, step: usize) -> String {
        let path = self.any_document();
        let folder = path.rsplit_once('/').unwrap().0.to_owned();
        let names = ["plan.pdf", "แผนงาน.pdf", "rows.csv"];
        let path = format!("{folder}/{}", names[self.below(names.len())]);
        if self.site.exists(&path) && self.below(3) == 0 {
            fs::remove_file(self.site.path(&path)).unwrap();
            return format!("deleted {path}");
        }
        let bytes = if path.ends_with(".csv") {
            format!("a,b\n{step},{step}\n").into_bytes()
        } else {
            pdf(&format!("step {step}"))
        };
        self.site.write(&path, bytes);
        format!("wrote {path}")
    }

    /// Figures in a file that a page shows as a table, and takes rows from. The file stays as long as it was.
    fn change_table(&mut self, step: usize) -> String {
        let folder = format!("content/2566/o{:02}", [6, 12][self.below(2)]);
        let ending = ["csv", "xlsx"][self.below(2)];
        let path = format!("{folder}/table.{ending}");
        let figure = 100 + step % 900;
        let bytes = match ending {
            "csv" => format!("รายการ,งบประมาณ\nค่าน้ำ,{figure}\n").into_bytes(),
            _ => workbook(figure),
        };
        if self.site.exists(&path) {
            let length = fs::metadata(self.site.path(&path)).unwrap().len();
            assert_eq!(length, bytes.len() as u64, "{path} has another size");
        }
        self.site.write(&path, bytes);
        let document = format!(
            "+++\ntitle = \"ตาราง\"\ndate = \"2566-01-01\"\n\
             [[table]]\nfile = \"table.{ending}\"\ncaption = \"ตาราง\"\n\
             [[rows]]\ndata = \"projects\"\nfile = \"table.{ending}\"\n+++\n\nก\n"
        );
        let page = format!("{folder}/table-{ending}.md");
        if !self.site.exists(&page) {
            self.site.write(&page, document);
        }
        let item = folder.rsplit('o').next().unwrap().trim_start_matches('0');
        let page = format!("2566/o{item}/table-{ending}/index.html");
        self.touched.push(page);
        format!("{figure} in {path}")
    }

    /// Two pictures of one size, each in the place of the other.
    fn swap_pictures(&mut self) -> String {
        let [one, other] = ["content/2566/o06/a.png", "content/2566/o06/b.png"];
        if self.site.exists(one) {
            let [first, second] = [one, other].map(|path| fs::read(self.site.path(path)).unwrap());
            self.site.write(one, second).write(other, first);
        } else {
            let picture = |colour: u8| [b"\x89PNG\r\n\x1a\n".as_slice(), &[colour; 64]].concat();
            self.site.write(one, picture(1)).write(other, picture(2));
        }
        self.touched.push("2566/o6/a.png".to_owned());
        "swapped pictures".to_owned()
    }

    /// A template that prints every field it is given, as `docs/themes.md` lists them: pages then
    /// differ by whatever is wrong in any of them.
    fn print_everything(&mut self, step: usize) -> String {
        const TEMPLATES: [&str; 8] = [
            "nav.html",
            "document.html",
            "item.html",
            "year.html",
            "home.html",
            "print.html",
            "checklist.html",
            "submission.html",
        ];
        const GIVEN: [&str; 16] = [
            "site",
            "page",
            "home",
            "year",
            "item",
            "document",
            "checklist",
            "submission",
            "print",
            "around",
            "around_html",
            "other_years",
            "previous",
            "next",
            "current",
            "origin",
        ];
        let templates = "themes/default/templates";
        let component = repository().join("tests/fixtures/themes/values/templates/values.html");
        let component = fs::read_to_string(component).unwrap();
        let path = format!("{templates}/values.html");
        self.site.write(&path, component);
        let name = TEMPLATES[self.below(TEMPLATES.len())];
        let built_in = fs::read_to_string(repository().join(templates).join(name)).unwrap();
        let print = |name: &str| {
            format!("{{% if {name} is defined %}}{{{{ <values value={{{name}}}/> }}}}{{% endif %}}")
        };
        let everything = format!("<p>{step} {}</p>", GIVEN.map(print).concat());
        let text = match built_in.split_once("{% block main %}") {
            Some((start, end)) => format!("{start}{{% block main %}}{everything}{end}"),
            None => built_in + &everything,
        };
        self.site.write(&format!("{templates}/{name}"), text);
        format!("{name} prints everything")
    }

    /// A template or a style sheet of the site's own, changed or taken away.
    fn change_template(&mut self, step: usize) -> String {
        let names = [
            "templates/document.html",
            "templates/item.html",
            "static/style.css",
            "static/own.css",
        ];
        let name = names[self.below(names.len())];
        let path = format!("themes/default/{name}");
        if self.site.exists(&path) && self.below(2) == 0 {
            if self.below(2) == 0 {
                fs::remove_dir_all(self.site.path("themes")).unwrap();
                return "deleted themes".to_owned();
            }
            fs::remove_file(self.site.path(&path)).unwrap();
            return format!("deleted {path}");
        }
        let built_in = fs::read_to_string(repository().join(&path)).unwrap_or_default();
        let text = if name.ends_with(".css") {
            format!("{built_in}\n.step {{ order: {step} }}\n")
        } else {
            built_in.replacen(
                "{% block main %}",
                &format!("{{% block main %}}<!-- {step} -->"),
                1,
            )
        };
        self.site.write(&path, text);
        format!("wrote {path}")
    }

    fn change_framework(&mut self, step: usize) -> String {
        let path = "content/2566/framework.toml";
        if self.site.exists(path) && self.below(2) == 0 {
            fs::remove_file(self.site.path(path)).unwrap();
            return format!("deleted {path}");
        }
        let text = fs::read_to_string(repository().join("src/frameworks/2566.toml")).unwrap();
        let line = text
            .lines()
            .find(|line| line.starts_with("title = "))
            .unwrap();
        let text = text.replacen(line, &format!("title = \"ตัวชี้วัดที่ {step}\""), 1);
        self.site.write(path, text);
        format!("wrote {path}")
    }

    fn change_settings(&mut self, step: usize) -> String {
        let more = [
            "accent = \"#123456\"\n",
            "accent = \"#7a0000\"\n",
            "show_score = true\n",
            "",
        ];
        let more = more[self.below(more.len())];
        // Keys of the whole site stand before the first table.
        let text = SITE.replace("[units]", &format!("{more}[units]"));
        let text = text.replace("ทดสอบ", &format!("ทดสอบ {step}"));
        self.save("site.toml", &text);
        "site.toml".to_owned()
    }

    /// What keeps the site from being built, until the next edit.
    fn break_something(&mut self) -> String {
        let path = match self.below(3) {
            0 => "site.toml".to_owned(),
            _ => self.any_document(),
        };
        let text = self.site.read(&path);
        let wrong = match path.as_str() {
            "site.toml" => format!("titel = \"x\"\n{text}"),
            _ => text.replacen("+++\n", "+++\ndaet = \"2566-01-01\"\n", 1),
        };
        self.site.write(&path, wrong);
        self.broken = Some((path.clone(), text));
        format!("broke {path}")
    }

    /// What is compared after an edit: what it was about, what lists everything, and a few others.
    fn looked_at(&mut self, clean: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
        let all: Vec<&String> = clean.keys().collect();
        let mut names: Vec<String> = [
            "index.html",
            "2566/index.html",
            "2566/checklist/index.html",
            "2566/checklist.json",
            "2566/print/index.html",
            "search/2566-1.json",
            "sitemap.xml",
            "feed.xml",
            "2566/submission.csv",
            "assets/style.css",
            "assets/accent.css",
        ]
        .map(str::to_owned)
        .into();
        names.append(&mut self.touched);
        for _ in 0..4 {
            let at = self.below(all.len());
            names.push(all[at].clone());
        }
        names.retain(|name| clean.contains_key(name));
        names.sort();
        names.dedup();
        names
    }
}
