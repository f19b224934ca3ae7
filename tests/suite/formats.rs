//! The formats of `check` for other programs: GitHub's annotations and SARIF 2.1.0.

use std::sync::OnceLock;

use boon::{Compiler, SchemaIndex, Schemas};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::harness::{Run, SiteTest, oit, repository, run};

/// A site with findings of every level, in names and texts that have to be escaped.
fn site() -> SiteTest {
    let site = SiteTest::new();
    site.write(
        "content/2566/o06/ข้อ 1, 50%.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-31\"\n+++\nกู้ที่ดิน😀 [ที่นี่](ผู้ใหญ่%20บ้าน.pdf) แล้ว\n",
    )
    .write(
        "content/2566/o1/index.md",
        "\u{feff}+++\r\ncomponents = [1]\r\n+++\r\nมี\r\n",
    )
    .write(
        "content/2566/o2/a.md",
        "---\ntitle: ก\ndate: 2566-01-31\n---\nมี\n",
    )
    .write(
        "content/2566/o7/a.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-31\"\n+++\nก\n",
    )
    .write(
        "content/2566/o7/b.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-31\"\n+++\nก\n",
    )
    .write("content/2566/o7/ภาพ.pdf", "x")
    .write("content/2566/o99/index.md", "+++\n+++\nก\n");
    site
}

/// The official schema of SARIF, ready to judge.
struct Judge {
    schemas: Schemas,
    sarif: SchemaIndex,
}

impl Judge {
    fn get() -> &'static Self {
        static JUDGE: OnceLock<Judge> = OnceLock::new();
        JUDGE.get_or_init(|| {
            let path = repository().join("tests/fixtures/sarif/sarif-schema-2.1.0.json");
            let text = std::fs::read_to_string(path).unwrap();
            // One pattern of the schema has a bracket too many, which not every engine takes for a letter.
            let text = text.replace("{2}]?$", "{2}\\\\]?$");
            let mut compiler = Compiler::new();
            compiler.enable_format_assertions();
            let schema = serde_json::from_str(&text).unwrap();
            compiler.add_resource("mem:///sarif.json", schema).unwrap();
            let mut schemas = Schemas::new();
            let sarif = compiler.compile("mem:///sarif.json", &mut schemas).unwrap();
            Self { schemas, sarif }
        })
    }

    /// What the schema finds wrong with a log.
    fn fault(&self, log: &Value) -> Option<String> {
        let verdict = self.schemas.validate(log, self.sarif);
        verdict.err().map(|error| error.to_string())
    }
}

/// A SARIF log that the official schema accepts.
fn sarif(run: &Run) -> Value {
    let log: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {run:?}"));
    assert_eq!(Judge::get().fault(&log), None);
    log
}

fn json(site: &SiteTest) -> Vec<Value> {
    let run = site.run(&["check", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    report["findings"].as_array().unwrap().clone()
}

#[test]
fn the_schema_refuses_what_is_no_sarif() {
    let mut log = sarif(&site().run(&["check", "--format", "sarif"]));
    assert_eq!(Judge::get().fault(&log), None);
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] =
        0.into();
    assert!(Judge::get().fault(&log).is_some());
}

#[test]
fn sarif_tells_what_json_tells() {
    let site = site();
    let expected = json(&site);
    let run = site.run(&["check", "--format", "sarif"]);
    assert!(run.stderr.is_empty(), "{run:?}");
    assert_eq!(run.stdout, site.run(&["check", "--format", "sarif"]).stdout);
    let log = &sarif(&run)["runs"][0];
    assert_eq!(log["columnKind"], "unicodeCodePoints");
    assert_eq!(log["tool"]["driver"]["language"], "th");
    let results = log["results"].as_array().unwrap();
    assert_eq!(results.len(), expected.len());
    let mut levels = Vec::new();
    for (result, finding) in results.iter().zip(&expected) {
        let level = match finding["severity"].as_str().unwrap() {
            "advice" => "note",
            other => other,
        };
        levels.push(level);
        assert_eq!(
            (&result["ruleId"], &result["level"]),
            (&finding["code"], &level.into())
        );
        let text = result["message"]["text"].as_str().unwrap();
        assert!(
            text.starts_with(finding["message"].as_str().unwrap()),
            "{text}"
        );
        assert!(text.ends_with(finding["help"].as_str().unwrap()), "{text}");
        let rule = &log["tool"]["driver"]["rules"]
            [usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert_eq!(rule["defaultConfiguration"]["level"], level);
        assert!(
            rule["help"]["markdown"].as_str().unwrap().len() > 100,
            "{rule}"
        );
        let place = &result["locations"][0]["physicalLocation"];
        let address = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(address.is_ascii(), "{address}");
        let file = percent_decode_str(address).decode_utf8().unwrap();
        assert_eq!(file, finding["file"].as_str().unwrap());
        assert_eq!(place["artifactLocation"]["uriBaseId"], "SRCROOT");
        assert_eq!(place["region"]["startLine"], finding["line"]);
        if let Some(column) = place["region"].get("startColumn") {
            assert_eq!(column, &finding["column"]);
        }
    }
    for level in ["error", "warning", "note"] {
        assert!(
            levels.contains(&level),
            "no finding is {level}: {expected:#?}"
        );
    }
}

#[test]
fn columns_of_sarif_hold_the_fault_in_characters() {
    let site = site();
    let log = sarif(&site.run(&["check", "--format", "sarif"]));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let link = results
        .iter()
        .find(|result| result["message"].to_string().contains("ผู้ใหญ่"))
        .unwrap();
    let region = &link["locations"][0]["physicalLocation"]["region"];
    let letters: Vec<char> = "กู้ที่ดิน😀 [ที่นี่](ผู้ใหญ่%20บ้าน.pdf) แล้ว".chars().collect();
    let column = |name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap();
    let held: String = letters[column("startColumn") - 1..column("endColumn") - 1]
        .iter()
        .collect();
    assert_eq!((column("startLine"), held.as_str()), (5, "ผู้ใหญ่%20บ้าน.pdf"));
    // A byte-order mark and Windows line ends are no columns.
    let first = results
        .iter()
        .find(|result| result["properties"]["item"] == "2566/o1")
        .unwrap();
    let region = &first["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        region.to_string(),
        r#"{"endColumn":16,"startColumn":15,"startLine":2}"#
    );
}

#[test]
fn a_rule_says_what_the_manual_says_in_the_reader_s_language() {
    let site = site();
    for language in ["th", "en"] {
        let log = sarif(&site.run(&["check", "--format", "sarif", "--lang", language]));
        let rules = log["runs"][0]["tool"]["driver"]["rules"]
            .as_array()
            .unwrap();
        let rule = rules
            .iter()
            .find(|rule| rule["id"] == "component-not-shown")
            .unwrap();
        let text = rule["shortDescription"]["text"].as_str().unwrap();
        let is_thai = text.chars().any(|c| ('\u{e01}'..='\u{e5b}').contains(&c));
        assert_eq!(is_thai, language == "th", "{text}");
    }
}

#[test]
fn github_s_commands_tell_what_json_tells() {
    let site = site();
    let expected = json(&site);
    let run = site.run(&["check", "--format", "github"]);
    assert!(run.stderr.is_empty(), "{run:?}");
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(
        lines.len(),
        expected.len(),
        "one command a line: {}",
        run.stdout
    );
    for (line, finding) in lines.iter().zip(&expected) {
        // As the runner reads it: command, properties up to the next `::`, message.
        let (command, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (command, properties) = command.split_once(' ').unwrap();
        let level = match finding["severity"].as_str().unwrap() {
            "advice" => "notice",
            other => other,
        };
        assert_eq!(command, level);
        let properties: Vec<(&str, String)> = properties
            .split(',')
            .map(|property| property.split_once('=').unwrap())
            .map(|(name, value)| {
                let value = value.replace("%2C", ",").replace("%3A", ":");
                (
                    name,
                    value
                        .replace("%0A", "\n")
                        .replace("%0D", "\r")
                        .replace("%25", "%"),
                )
            })
            .collect();
        let text = |name: &str| match &finding[name] {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let wanted = [
            ("file", text("file")),
            ("line", text("line")),
            ("col", text("column")),
            ("title", text("code")),
        ];
        assert_eq!(properties, wanted);
        let message = message
            .replace("%0A", "\n")
            .replace("%0D", "\r")
            .replace("%25", "%");
        assert_eq!(
            message,
            format!("{}\nแก้ไข: {}", text("message"), text("help"))
        );
    }
    let tricky = lines.iter().find(|line| line.contains("ผู้ใหญ่")).unwrap();
    assert!(
        tricky.contains("file=content/2566/o06/ข้อ 1%2C 50%25.md,line=5,col="),
        "{tricky}"
    );
}

#[test]
fn exit_codes_are_those_of_text() {
    let faulty = site();
    let warned = SiteTest::new();
    warned.write(
        "content/2566/o1/index.md",
        "+++\ncomponents = [1]\n+++\nมี\n",
    );
    let empty = SiteTest::empty();
    for format in ["text", "json", "github", "sarif"] {
        let code = |site: &SiteTest, more: &[&str]| {
            let arguments = [&["check", "--format", format], more].concat();
            site.run(&arguments).code
        };
        assert_eq!(code(&faulty, &[]), 1, "{format}");
        assert_eq!(code(&warned, &[]), 0, "{format}");
        assert_eq!(code(&warned, &["--strict"]), 1, "{format}");
        assert_eq!(code(&empty, &[]), 2, "{format}");
    }
}

#[test]
fn a_folder_that_is_no_site_is_told_in_every_format() {
    let folder = SiteTest::empty();
    let log = sarif(&folder.run(&["check", "--format", "sarif"]));
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    assert_eq!(results[0]["ruleId"], "not-a-site");
    let github = folder.run(&["check", "--format", "github"]).stdout;
    assert!(
        github.starts_with("::error file=") && github.lines().count() == 1,
        "{github}"
    );
    assert!(github.contains("title=not-a-site::"), "{github}");
    let clean = SiteTest::new();
    let log = sarif(&clean.run(&["check", "--format", "sarif"]));
    assert_eq!(log["runs"][0]["results"], Value::Array(vec![]));
    assert_eq!(clean.run(&["check", "--format", "github"]).stdout, "");
}

#[test]
fn a_site_in_a_folder_of_the_repository_is_named_from_there() {
    let above = SiteTest::empty();
    above
        .write("docs/site/site.toml", crate::harness::SITE)
        .write(
            "docs/site/content/2566/o1/index.md",
            "+++\ncomponents = [1]\n+++\nมี\n",
        );
    let check = |format: &str| {
        let mut command = oit();
        let command = command.args(["check", "--site", "docs/site", "--format", format]);
        run(command.current_dir(above.root())).stdout
    };
    let place = "docs/site/content/2566/o1/index.md";
    assert!(check("github").contains(&format!("file={place},line=2,")));
    assert!(check("sarif").contains(&format!("\"uri\": \"{place}\"")));
    assert!(check("json").contains("\"file\": \"content/2566/o1/index.md\""));
}
