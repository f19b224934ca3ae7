//! `docs/themes.md` is true: what templates are given is compared with it, field by field.
//!
//! A theme of the tests writes down what each template gets on the demonstration. Every field of it
//! must be documented with what it is, and every documented field must have been seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::demonstration::built;
use crate::harness::{SiteTest, repository, tree};
use crate::theme::demonstration_with;

/// A documented field's line and name: a line of the table of templates has several.
type Place = (usize, String);

/// A field as documented.
struct Field {
    /// Its line in the document.
    line: usize,
    /// What it is, in the document's words.
    what: String,
    /// The fields that stand below it.
    below: View,
}

#[derive(Default)]
struct View {
    /// The view whose fields it has too.
    base: Option<String>,
    fields: BTreeMap<String, Field>,
}

/// The document, read.
struct Contract {
    /// The templates that are rendered, with what they get.
    templates: BTreeMap<String, View>,
    views: BTreeMap<String, View>,
}

fn document() -> String {
    fs::read_to_string(repository().join("docs/themes.md")).unwrap()
}

/// The numbered lines from one heading to another.
fn section<'a>(text: &'a str, from: &str, to: &str) -> impl Iterator<Item = (usize, &'a str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line));
    lines
        .skip_while(move |(_, line)| !line.starts_with(from))
        .take_while(move |(_, line)| !line.starts_with(to))
}

/// The names in backticks in the first cell of a table's rows.
fn first_cells(text: &str, from: &str, to: &str) -> BTreeSet<String> {
    let rows = section(text, from, to).filter(|(_, line)| line.starts_with("| `"));
    let cells = rows.map(|(_, line)| line.split('|').nth(1).unwrap());
    cells
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect()
}

impl Contract {
    fn read() -> Self {
        let text = document();
        Self {
            templates: templates(&text),
            views: views(&text),
        }
    }

    /// The field of a view or of its base.
    fn field<'a>(&'a self, view: &'a View, name: &str) -> Option<&'a Field> {
        let base = view.base.as_ref().map(|base| &self.views[base]);
        (view.fields.get(name)).or_else(|| base.and_then(|base| self.field(base, name)))
    }

    /// Notes the fields that lead to a given value, or says what is wrong.
    fn meet(
        &self,
        view: &View,
        way: &[&str],
        kind: &str,
        met: &mut BTreeSet<Place>,
    ) -> Result<(), String> {
        let (step, rest) = way.split_first().unwrap();
        let name = step.trim_end_matches("[]");
        let deep = (step.len() - name.len()) / 2;
        let (name, drawing) = name
            .split_once(':')
            .map_or((name, None), |(name, kind)| (name, Some(capital(kind))));
        let field = self.field(view, name).ok_or("is not documented")?;
        met.insert((field.line, name.to_owned()));
        let may_be_none = field.what.ends_with(" or none");
        let what = field.what.trim_end_matches(" or none");
        let (lists, what) = match (what.strip_prefix("list of"), what.strip_prefix("rows of ")) {
            (Some(of), _) => (1, of.trim_start()),
            (_, Some(of)) => (2, of),
            _ => (0, what),
        };
        let (is, inside) = match what {
            "text" | "HTML" | "address" | "whole address" => ("text", None),
            "number" | "bool" => (what, None),
            "" | "fields" => ("fields", Some(&field.below)),
            "by kind" => ("fields", self.views.get(&drawing.unwrap_or_default())),
            view => ("fields", self.views.get(view)),
        };
        if !rest.is_empty() {
            let inside = inside.ok_or(format!("is documented as {what}, a view that is not"))?;
            return self.meet(inside, rest, kind, met);
        }
        let expected = if deep < lists { "list" } else { is };
        if kind == expected || (kind == "none" && may_be_none && deep == 0) {
            return Ok(());
        }
        Err(format!("is {kind}, documented as {}", field.what))
    }
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

/// The table of templates: `` `name`: what `` with ` · ` between.
fn templates(text: &str) -> BTreeMap<String, View> {
    let mut found = BTreeMap::new();
    let rows = section(text, "## What each template", "The other built-in");
    for (line, row) in rows.filter(|(_, row)| row.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").collect();
        let mut view = View::default();
        let mut add = |name: &str, what: &str| {
            let field = Field {
                line,
                what: what.trim().to_owned(),
                below: View::default(),
            };
            view.fields.insert(name.to_owned(), field);
        };
        add("site", "Site");
        if !cells[1].contains("**no** `page`") {
            add("page", "Page");
        }
        let given = cells[2].split(" · ");
        for part in given.filter(|part| !part.trim().is_empty()) {
            let (name, what) = part.trim().split_once(": ").unwrap();
            add(name.trim_matches('`'), what);
        }
        found.insert(cells[0].trim().trim_matches('`').to_owned(), view);
    }
    found
}

/// The views in the blocks of text: a name at the margin, its fields below it, two spaces a step.
fn views(text: &str) -> BTreeMap<String, View> {
    let mut found: BTreeMap<String, View> = BTreeMap::new();
    let mut way: Vec<String> = Vec::new();
    let mut in_block = false;
    for (at, line) in section(text, "## Views", "## What the `data-oit") {
        if line.starts_with("```") {
            in_block = line == "```text";
        } else if in_block && !line.is_empty() {
            let depth = (line.len() - line.trim_start().len()) / 2;
            way.truncate(depth);
            let (name, what) = line.trim().split_once(' ').unwrap_or((line, ""));
            if depth == 0 {
                let base = what.strip_prefix("= ").map(|base| {
                    base.strip_suffix(" and:")
                        .unwrap_or_else(|| panic!("{at}: {line}"))
                        .to_owned()
                });
                let view = View {
                    base,
                    ..View::default()
                };
                assert!(
                    found.insert(name.to_owned(), view).is_none(),
                    "{at}: {line}"
                );
            } else {
                let what = what.trim_start().split("  ").next().unwrap().to_owned();
                let is_html = name == "html" || name.ends_with("_html");
                assert_eq!(is_html, what.ends_with("HTML"), "{at}: {line}");
                let view = way[1..]
                    .iter()
                    .fold(found.get_mut(&way[0]).unwrap(), |view, step| {
                        &mut view.fields.get_mut(step).unwrap().below
                    });
                let below = View::default();
                let before = view.fields.insert(
                    name.to_owned(),
                    Field {
                        line: at,
                        what,
                        below,
                    },
                );
                assert!(before.is_none(), "{at}: {line}");
            }
            way.push(name.to_owned());
        }
    }
    found
}

/// Every documented field.
fn places(view: &View, into: &mut BTreeSet<Place>) {
    for (name, field) in &view.fields {
        into.insert((field.line, name.clone()));
        places(&field.below, into);
    }
}

/// What each template is given, `item.html .item.title text`: on the demonstration, in a year with
/// nothing in it, and on a site without a year, where much is none.
fn given(contract: &Contract) -> BTreeSet<String> {
    let site = demonstration_with("fields");
    for name in contract.templates.keys() {
        // What is rendered for another template is shown by that one.
        let shown = match name.as_str() {
            "year.html" => "{{ page.nav_html | safe }}",
            "item.html" => "{{ around_html | safe }}",
            "print.html" => {
                "{% for section in print.sections %}{{ section.items_html | join | safe }}{% endfor %}"
            }
            _ => "",
        };
        site.write(
            &format!("themes/fields/templates/{name}"),
            format!("{{{{ <fields value={{__tera_context}} at=\"{name} \"/> }}}}\n{shown}\n"),
        );
    }
    // The demonstration has no table too large for a page.
    site.write(
        "content/2566/o12/large.md",
        "+++\ntitle = \"ตารางใหญ่\"\ndate = \"2566-01-31\"\n[[table]]\nfile = \"large.csv\"\ncaption = \"ก\"\n+++\nก\n",
    );
    site.write("content/2566/o12/large.csv", "ก,ข\n".repeat(1200));
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        settings.replace("show_score = false", "show_score = true"),
    );
    let mut lines = written(&site);
    fs::remove_dir_all(site.path("content")).unwrap();
    fs::create_dir_all(site.path("content/2565")).unwrap();
    let year = "fiscal_year = 2566\n";
    site.write("site.toml", settings.replace(year, "fiscal_year = 2565\n"));
    lines.extend(written(&site));
    fs::remove_dir(site.path("content/2565")).unwrap();
    site.write("site.toml", settings.replace(year, ""));
    lines.extend(written(&site));
    lines
}

/// The lines of every page after a build.
fn written(site: &SiteTest) -> BTreeSet<String> {
    site.build_anew();
    let files = tree(&site.path("public")).into_iter();
    let pages = files.filter(|(name, _)| name.ends_with(".html") || name.ends_with(".xml"));
    let texts = pages.map(|(_, bytes)| String::from_utf8(bytes).unwrap());
    let all: Vec<String> = texts.collect();
    let lines = all.iter().flat_map(|text| text.lines());
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_field_that_templates_are_given_is_documented_and_every_documented_field_is_given() {
    let contract = Contract::read();
    let mut met = BTreeSet::new();
    let mut wrong = Vec::new();
    for line in given(&contract) {
        let parts: Vec<&str> = line.split(' ').collect();
        let [template, way, kind] = parts[..] else {
            panic!("{line}");
        };
        let steps: Vec<&str> = way.split('.').skip(1).collect();
        if steps.is_empty() {
            continue;
        }
        let view = &contract.templates[template];
        if let Err(fault) = contract.meet(view, &steps, kind, &mut met) {
            wrong.push(format!("{template}: {way} {fault}"));
        }
    }
    assert!(wrong.is_empty(), "docs/themes.md: {wrong:#?}");
    let mut documented = BTreeSet::new();
    for view in contract.templates.values().chain(contract.views.values()) {
        places(view, &mut documented);
    }
    let unseen: Vec<&Place> = documented.difference(&met).collect();
    assert!(
        unseen.is_empty(),
        "documented, and never given: {unseen:#?}"
    );
}

#[test]
fn every_file_of_the_built_in_theme_is_documented() {
    let text = document();
    let files = |folder: &str| -> BTreeSet<String> {
        let files = tree(&repository().join("themes/default").join(folder));
        files.into_keys().collect()
    };
    let templates = first_cells(&text, "## What each template", "## Views");
    assert_eq!(templates, files("templates"));
    let mut statics = files("static");
    statics.extend(["accent.css", "icon.svg"].map(str::to_owned));
    assert_eq!(first_cells(&text, "## Static files", "## Search"), statics);
}

#[test]
fn the_pages_that_load_a_static_file_are_those_documented() {
    let text = document();
    let addresses = [
        "/",
        "/2566/",
        "/2566/o1/",
        "/2566/checklist/",
        "/checklist/",
        "/2566/submission/",
        "/2566/print/",
        "/search/",
        "/404.html",
    ];
    let rows = section(&text, "## Static files", "## Search");
    for (_, row) in rows.filter(|(_, row)| row.starts_with("| `")) {
        let cells: Vec<&str> = row.split(" | ").collect();
        // The first file of a row; others of it are loaded by that one.
        let file = format!("/assets/{}\"", cells[0].split('`').nth(1).unwrap());
        for address in addresses {
            let named = cells[1].contains(&format!("`{address}`"));
            let documented = named != cells[1].starts_with("every page");
            let mut path = built().join(&address[1..]);
            if address.ends_with('/') {
                path = path.join("index.html");
            }
            let html = fs::read_to_string(path).unwrap();
            assert_eq!(html.contains(&file), documented, "{address} and {file}");
        }
    }
}
