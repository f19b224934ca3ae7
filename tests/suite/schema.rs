//! `oit schema`: what editors are given is what the program takes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use boon::{Compiler, SchemaIndex, Schemas};
use oit::parse::framework::built_in_years;
use serde_json::{Map, Value, json};

use crate::harness::{SiteTest, oit, repository, run};

fn schema(subject: &str) -> Value {
    let mut command = oit();
    // No site is needed.
    command.args(["schema", subject]).current_dir("/");
    let run = run(&mut command);
    assert_eq!(run.code, 0, "{run:?}");
    serde_json::from_str(&run.stdout).unwrap()
}

/// The three schemas, ready to judge.
struct Judge {
    schemas: Schemas,
    by_subject: BTreeMap<&'static str, SchemaIndex>,
}

impl Judge {
    fn new() -> Self {
        let mut schemas = Schemas::new();
        let mut by_subject = BTreeMap::new();
        for subject in ["site", "document", "framework"] {
            let mut compiler = Compiler::new();
            let place = format!("mem:///{subject}.json");
            compiler.add_resource(&place, schema(subject)).unwrap();
            let ready = compiler.compile(&place, &mut schemas).unwrap();
            by_subject.insert(subject, ready);
        }
        Self {
            schemas,
            by_subject,
        }
    }

    /// What a schema finds wrong with a TOML text.
    fn fault(&self, subject: &str, text: &str) -> Option<String> {
        let table: toml::Table = toml::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"));
        let value = plain(&toml::Value::Table(table));
        let verdict = (self.schemas).validate(&value, self.by_subject[subject]);
        verdict.err().map(|error| error.to_string())
    }
}

/// TOML as editors judge it: a day is a text.
fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(day) => json!(day.to_string()),
        toml::Value::Array(list) => list.iter().map(plain).collect(),
        toml::Value::Table(table) => {
            let pairs = table.iter();
            Value::Object(
                pairs
                    .map(|(key, value)| (key.clone(), plain(value)))
                    .collect(),
            )
        }
    }
}

/// The TOML of a document.
fn front_matter(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    if path.extension().is_some_and(|ending| ending == "toml") {
        return text;
    }
    text.split("+++").nth(1).unwrap_or("").to_owned()
}

#[test]
fn the_demonstration_and_the_built_in_years_are_as_the_schemas_say() {
    let judge = Judge::new();
    let root = repository();
    let settings = fs::read_to_string(root.join("site.toml")).unwrap();
    assert_eq!(judge.fault("site", &settings), None);
    let mut documents = 0;
    for entry in walkdir::WalkDir::new(root.join("content")) {
        let path = entry.unwrap().into_path();
        if matches!(
            path.extension().and_then(|e| e.to_str()),
            Some("md" | "toml")
        ) {
            let fault = judge.fault("document", &front_matter(&path));
            assert_eq!(fault, None, "{}", path.display());
            documents += 1;
        }
    }
    assert!(documents > 70, "only {documents} documents");
    for year in built_in_years() {
        let path = root.join(format!("src/frameworks/{year}.toml"));
        let fault = judge.fault("framework", &fs::read_to_string(path).unwrap());
        assert_eq!(fault, None, "{year}");
    }
}

const SITE: &str = "title = \"ก\"\nbase_url = \"https://x.example/\"\n";
const TREE: &str = "[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\ncode = \"9.1\"\n\
                    title = \"ข\"\n[[indicator.sub.item]]\nnumber = 1\nkey = \"a\"\ntitle = \"ค\"\n";

/// What the program refuses too: the same files are given to both.
const WRONG: &[(&str, &str)] = &[
    ("site", "title = \"ก\"\n"),
    ("site", "base_url = \"https://x.example/\"\n"),
    ("site", "+titel = \"ก\"\n"),
    ("site", "+fiscal_year = 2023\n"),
    ("site", "+fiscal_year = \"2566\"\n"),
    ("site", "+accent = \"green\"\n"),
    ("site", "+max_file_mb = 0\n"),
    ("site", "+own_hosts = \"x.example\"\n"),
    ("site", "+[agency]\nเลขที่ = \"1\"\n"),
    ("site", "+[agency]\ntel = \"1\"\n"),
    ("site", "+[agency]\nmap = \"แผนที่\"\n"),
    ("site", "+[units]\nclerk = \"\"\n"),
    ("site", "title = \"ก\"\nbase_url = \"www.x.example\"\n"),
    ("document", "titel = \"ก\"\n"),
    ("document", "title = \"\"\n"),
    ("document", "date = \"31/01/2566\"\n"),
    ("document", "date = 2566\n"),
    ("document", "draft = \"true\"\n"),
    ("document", "period = \"2023\"\n"),
    ("document", "period = \"2566-H3\"\n"),
    ("document", "period = \"2566-13\"\n"),
    ("document", "components = \"1\"\n"),
    ("document", "components = [0]\n"),
    ("document", "components = [\"1\"]\n"),
    ("document", "also = [\"12\"]\n"),
    ("document", "also = [{ components = [1] }]\n"),
    ("document", "files = [\"plan.pdf\"]\n"),
    ("document", "files = [{ title = \"แผน\" }]\n"),
    ("document", "links = [{ href = \"o1\", url = \"o1\" }]\n"),
    ("document", "[[table]]\nfile = \"a.csv\"\n"),
    ("document", "allow = [{ code = \"stub\" }]\n"),
    (
        "document",
        "allow = [{ code = \"stubb\", reason = \"ก\" }]\n",
    ),
    ("document", "[[data.executive]]\nname = \"ก\"\n"),
    ("document", "[[data.executives]]\nposition = \"นายก\"\n"),
    (
        "document",
        "[[data.executives]]\nname = \"ก\"\ntel = \"1\"\n",
    ),
    (
        "document",
        "[[data.executives]]\nname = \"ก\"\ngroup = \"อื่น\"\n",
    ),
    ("document", "[[data.channels]]\nkind = \"Q&A\"\n"),
    (
        "document",
        "[[data.projects]]\nname = \"ก\"\nbudget = \"สองล้าน\"\n",
    ),
    (
        "document",
        "[[data.projects]]\nname = \"ก\"\nprogress = 120\n",
    ),
    (
        "document",
        "[[data.statistics]]\nperiod = \"2566\"\ntotal = \"มาก\"\n",
    ),
    ("document", "[[data.statistics]]\ntotal = 1\n"),
    (
        "document",
        "[[data.improvements]]\ninstrument = \"IIT\"\ndone = \"ทำแล้ว\"\n",
    ),
    (
        "document",
        "[[data.procurement]]\nwork = \"ก\"\nbidders = [\"ข\"]\n",
    ),
    ("framework", "fiscal_year = 2567\n"),
    ("framework", "+rule = \"yearly\"\n"),
    ("framework", "+calendar = \"thai\"\n"),
    ("framework", "+monthly = \"yes\"\n"),
    ("framework", "+formerly = \"b\"\n"),
    ("framework", "+name = \"ก\"\n"),
    ("framework", "+components = [\"ก\"]\n"),
    ("framework", "+components = [{ optional = true }]\n"),
    (
        "framework",
        "+components = [{ text = \"ก\", shown_by = \"executives\" }]\n",
    ),
    (
        "framework",
        "+components = [{ text = \"ก\", shown_by = \"executive(name)\" }]\n",
    ),
    (
        "framework",
        "+components = [{ text = \"ก\", shown_by = \"executives(name, tel)\" }]\n",
    ),
];

/// What both take, at the edges.
const RIGHT: &[(&str, &str)] = &[
    (
        "site",
        "+fiscal_year = 2566\nmax_file_mb = 1000\n[agency]\nmap = \"\"\n[units]\na = \"ก\"\n",
    ),
    (
        "site",
        "title = \"ก\"\nbase_url = \"HTTPS://x.example/oit\"\n",
    ),
    ("document", ""),
    (
        "document",
        "date = 2566-01-31\nupdated = \"๒๕๖๖-๐๒-๐๑\"\nunit = []\n",
    ),
    ("document", "period = 2566\n"),
    ("document", "period = \"๒๕๖๖-H๑\"\n"),
    ("document", "period = \"2565-10 .. 2566-q2\"\n"),
    (
        "document",
        "also = [\"O๑\", { item = \"o02\", components = [1] }]\n",
    ),
    (
        "document",
        "[[data.projects]]\nname = \"ก\"\nbudget = \"๔๘๕,๐๐๐.๕๐\"\nspent = \"\"\nstart = \"2566-Q1\"\nend = 2566-09-30\n",
    ),
    (
        "document",
        "[[data.statistics]]\nperiod = \"2566-Q1\"\ntotal = 3\n[data.statistics_labels]\ntotal = \"รวม\"\n",
    ),
    (
        "document",
        "[[data.procurement]]\nwork = \"ก\"\nbidders = [{ name = \"ข\", price = \"1,000\" }]\n",
    ),
    (
        "framework",
        "+rule = \"spans\"\ncalendar = \"either\"\nmonthly = false\ncomponents = [{ text = \"ก\", shown_by = \" channels( kind = qa , url|note )\" }, { text = \"ข\", shown_by = \"statistics(period, total)\", optional = true }]\n",
    ),
];

/// A text with its beginning, where it starts with `+`.
fn whole(subject: &str, text: &str) -> String {
    let base = if subject == "site" { SITE } else { TREE };
    match text.strip_prefix('+') {
        Some(more) => format!("{base}{more}"),
        None => text.to_owned(),
    }
}

/// The errors that the program finds in such a file.
fn errors(subject: &str, text: &str) -> Vec<String> {
    let site = SiteTest::new();
    match subject {
        "site" => {
            let year = if text.contains("fiscal_year") {
                ""
            } else {
                "fiscal_year = 2566\n"
            };
            site.write("site.toml", format!("{year}{text}"));
        }
        "document" => {
            site.write("content/2566/o01/index.toml", text);
            site.write("content/2566/o02/index.toml", "draft = true\n");
        }
        _ => {
            site.write("content/2567/framework.toml", text);
        }
    }
    let told = site.findings().into_iter();
    told.filter(|finding| finding.severity == "error")
        .map(|finding| format!("{} {}", finding.code, finding.message))
        .collect()
}

#[test]
fn wrong_files_are_wrong_for_editors_and_for_the_program() {
    let judge = Judge::new();
    for (subject, text) in WRONG {
        let text = whole(subject, text);
        // A key in Thai is no TOML at all.
        if toml::from_str::<toml::Table>(&text).is_ok() {
            let fault = judge.fault(subject, &text);
            assert!(fault.is_some(), "the schema of {subject} takes\n{text}");
        }
        assert!(
            !errors(subject, &text).is_empty(),
            "the program takes\n{text}"
        );
    }
    for (subject, text) in RIGHT {
        let text = whole(subject, text);
        let readable = toml::from_str::<toml::Table>(&text).is_ok();
        assert!(readable, "{text}");
        assert_eq!(judge.fault(subject, &text), None, "{text}");
        assert_eq!(errors(subject, &text), Vec::<String>::new(), "{text}");
    }
}

/// A value that a schema takes.
fn example(schema: &Value) -> Value {
    // Of a table it says only which keys are required.
    if let Some(choices) = schema["anyOf"].as_array()
        && schema["type"].is_null()
    {
        return example(&choices[0]);
    }
    if let Some(words) = schema["enum"].as_array() {
        return words[0].clone();
    }
    match schema["type"].as_str().unwrap() {
        "object" => {
            let mut table = Map::new();
            let keys = schema["properties"].as_object();
            for (key, takes) in keys.into_iter().flatten() {
                table.insert(key.clone(), example(takes));
            }
            if schema["additionalProperties"].is_object() {
                table.insert("total".to_owned(), example(&schema["additionalProperties"]));
            }
            Value::Object(table)
        }
        "array" => json!([example(&schema["items"])]),
        "string" => json!(text_for(schema["pattern"].as_str().unwrap_or(""))),
        "integer" => schema["minimum"].clone(),
        "number" => json!(1.5),
        "boolean" => json!(true),
        other => panic!("{other}"),
    }
}

/// A text that fits one of the patterns there are.
fn text_for(pattern: &str) -> &'static str {
    let samples = [
        ("", "ก"),
        (r"\S", "ก"),
        ("{4}-", "2566-01-31"),
        ("^#", "#1d5c3a"),
        ("[oO]", "o2"),
        ("executives", "executives(name)"),
        ("://", "https://x.example/"),
    ];
    let fits = |(sign, _): &&(&str, &str)| {
        if sign.len() < 3 {
            pattern == *sign || (*sign == "^#" && pattern.starts_with("^#"))
        } else {
            pattern.contains(sign)
        }
    };
    samples
        .iter()
        .find(fits)
        .unwrap_or_else(|| panic!("{pattern}"))
        .1
}

#[test]
fn every_key_of_a_schema_is_one_that_the_program_knows() {
    for subject in ["site", "document", "framework"] {
        let mut value = example(&schema(subject));
        // A file that must be there, and days, of which a schema says only that they are texts.
        for (key, written) in [
            ("logo", json!("seal.svg")),
            ("submitted", json!("2566-04-30")),
        ] {
            if let Some(sample) = value.get_mut(key) {
                *sample = written;
            }
        }
        let text = toml::to_string(&value).unwrap();
        let told = errors(subject, &text);
        let unknown: Vec<&String> = told
            .iter()
            .filter(|told| {
                ["unknown-key", "wrong-type", "missing-key", "bad-"]
                    .iter()
                    .any(|code| told.starts_with(code))
                    && !told.starts_with("bad-logo")
            })
            .collect();
        assert!(unknown.is_empty(), "{subject}: {unknown:#?}\n{text}");
    }
}

/// The names in backticks in the first cells of the tables of a section of the manual.
fn documented(section: &str) -> Vec<String> {
    let manual = fs::read_to_string(repository().join("docs/content.md")).unwrap();
    let text = manual
        .split("\n## ")
        .find(|text| text.starts_with(section))
        .unwrap();
    let cells = text.lines().filter_map(|line| line.strip_prefix("| `"));
    let mut names = Vec::new();
    for cell in cells {
        let cell = format!("`{cell}");
        let first = cell.split(" |").next().unwrap();
        names.extend(first.split('`').skip(1).step_by(2).map(str::to_owned));
    }
    names
}

/// Whether a key stands anywhere in a schema.
fn has(schema: &Value, key: &str) -> bool {
    match schema {
        Value::Object(map) => {
            map.get("properties")
                .is_some_and(|keys| keys.get(key).is_some())
                || map.values().any(|value| has(value, key))
        }
        Value::Array(list) => list.iter().any(|value| has(value, key)),
        _ => false,
    }
}

#[test]
fn the_manual_and_the_schemas_list_the_same_keys() {
    for (section, subject, most) in [
        ("2.", "site", 11),
        ("3.", "document", 14),
        ("13.", "framework", 14),
    ] {
        let schema = schema(subject);
        let names = documented(section);
        assert!(names.len() >= most - 2, "{section}: {names:?}");
        for name in &names {
            let key = name.trim_matches(['[', ']']).rsplit('.').next().unwrap();
            let is_value = ["any", "current", "fiscal"].contains(&key);
            assert!(is_value || has(&schema, key), "{section} has {name}");
        }
        for key in schema["properties"].as_object().unwrap().keys() {
            let found = names
                .iter()
                .any(|name| name.trim_matches(['[', ']']) == key);
            assert!(found, "{section} lacks {key}");
        }
    }
    let datasets = documented("10.");
    let kinds = schema("document")["properties"]["data"]["properties"].clone();
    for kind in kinds
        .as_object()
        .unwrap()
        .keys()
        .filter(|kind| !["statistics_labels", "titles"].contains(&kind.as_str()))
    {
        assert!(datasets.contains(kind), "10. lacks {kind}");
    }
}

#[test]
fn every_key_is_explained_in_both_languages() {
    fn look(schema: &Value, silent: &mut Vec<String>) {
        if let Some(keys) = schema["properties"].as_object() {
            for (key, takes) in keys {
                let text = takes["description"].as_str().unwrap_or("");
                let (thai, english) = text.split_once("\n\n").unwrap_or(("", ""));
                if thai.is_empty()
                    || !english.is_ascii() && !english.contains(['–', '…'])
                    || english.is_empty()
                {
                    silent.push(key.clone());
                }
                look(takes, silent);
            }
        }
        for inner in ["items", "anyOf"] {
            match &schema[inner] {
                Value::Array(list) => list.iter().for_each(|one| look(one, silent)),
                one @ Value::Object(_) => look(one, silent),
                _ => {}
            }
        }
    }
    for subject in ["site", "document", "framework"] {
        let mut silent = Vec::new();
        look(&schema(subject), &mut silent);
        assert_eq!(silent, Vec::<String>::new(), "{subject}");
    }
}
