//! What helps to write: new documents as a clerk fills them in, `explain`, and the files of `--ci`.

use std::fs;
use std::process::Command;

use yaml_rust2::{Yaml, YamlLoader};

use crate::harness::{Run, SiteTest, oit, repository, run};

/// A site made by `init` for a year, without what only its webmaster knows.
fn made(year: &str) -> SiteTest {
    let site = SiteTest::empty();
    let arguments = ["init", "--year", year, "--agency", "เทศบาลตำบลทดสอบ"];
    assert_eq!(site.run(&arguments).code, 0);
    let settings = site.read("site.toml");
    site.write(
        "site.toml",
        settings.replace("www.your-town.go.th", "x.example"),
    );
    site
}

/// The lead documents of a made site.
fn leads(site: &SiteTest, year: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for number in 1.. {
        let path = format!("content/{year}/o{number:02}/index.md");
        if !site.exists(&path) {
            return paths;
        }
        paths.push(path);
    }
    unreachable!()
}

#[test]
fn a_new_document_has_no_fault_and_is_a_stub_until_something_is_written() {
    for year in ["2564", "2565", "2566"] {
        let site = made(year);
        assert!(site.findings().is_empty(), "{:#?}", site.findings());
        let leads = leads(&site, year);
        assert!(leads.len() > 40, "{year}: {}", leads.len());
        for path in &leads {
            let text = site.read(path);
            let published: Vec<&str> = text.lines().filter(|l| !l.starts_with("draft")).collect();
            assert_eq!(text.lines().count(), published.len() + 1, "{path}");
            site.write(path, published.join("\n"));
        }
        let found = site.findings();
        assert!(
            found.iter().all(|finding| finding.code == "stub"),
            "{found:#?}"
        );
        assert_eq!(found.len(), leads.len());
        site.build();
        let checklist = site.checklist(year.parse().unwrap());
        assert_eq!(checklist["counts"]["missing"], leads.len());
        assert_eq!(checklist["items"][0]["reasons"][0]["code"], "only-stub");
    }
}

/// A value as a clerk would type it, for a key in a table (`""` is the document itself).
fn typed(table: &str, key: &str) -> String {
    let text = |value: &str| format!("\"{value}\"");
    match (table, key) {
        ("", "unit") => text("clerk"),
        ("", "period") => text("2566"),
        ("", "files") => r#"[{ path = "แผน.pdf", title = "แผนของเทศบาล" }]"#.to_owned(),
        ("", "links") => r#"[{ url = "https://x.example/a", title = "หน้าแผน" }]"#.to_owned(),
        ("executives", "group") => text("ประจำ"),
        (_, "photo") => text("นายก.jpg"),
        (_, "url" | "map") => text("https://x.example/b"),
        (_, "phone" | "fax") => text("0 0000 0001"),
        (_, "email") => text("saraban@x.example"),
        (_, "budget" | "spent" | "reference_price" | "price") => text("๑,๒๕๐,๐๐๐"),
        ("statistics", "total" | "closed" | "open") => "12".to_owned(),
        (_, "progress" | "score") => "50".to_owned(),
        (_, "start" | "contract_date") => text("2565-10-01"),
        (_, "end") => text("2566-Q1"),
        (_, "period" | "month") => text("2565-10"),
        (_, "bidders") => r#"[{ name = "ร้าน ก", price = "500" }]"#.to_owned(),
        _ => text("ข้อความที่กรอก"),
    }
}

/// A new document with every commented line uncommented and every blank filled in.
fn filled_in(text: &str) -> String {
    let mut table = String::new();
    let mut out = String::new();
    for line in text.lines().filter(|line| !line.starts_with("draft")) {
        let bare = line.strip_prefix("# ").unwrap_or(line);
        let key = bare.split(" = ").next().unwrap();
        let is_key =
            bare.contains(" = ") && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if let Some(heading) = bare.strip_prefix("[[data.").or(bare.strip_prefix("[data.")) {
            let name = heading.split(']').next().unwrap();
            name.clone_into(&mut table);
            out.push_str(bare);
        } else if !line.starts_with("# ") || !is_key {
            out.push_str(line);
        } else if bare.starts_with("kind = \"") {
            assert!(
                !bare.starts_with("kind = \"\""),
                "the kind is given: {bare}"
            );
            out.push_str(bare);
        } else {
            out.extend([key, " = ", &typed(&table, key)]);
        }
        out.push('\n');
    }
    out
}

#[test]
fn a_document_that_is_uncommented_and_filled_in_has_no_error_and_shows_what_it_says() {
    for year in ["2564", "2565", "2566"] {
        let site = made(year);
        let mut promised = Vec::new();
        for path in leads(&site, year) {
            let text = site.read(&path);
            let folder = path.strip_suffix("index.md").unwrap();
            let files = repository().join("content/2566");
            site.copy_in(
                &format!("{folder}แผน.pdf"),
                &files.join("o11/annual-plan-2566.pdf"),
            );
            site.copy_in(
                &format!("{folder}นายก.jpg"),
                &files.join("o02/photos/mayor.jpg"),
            );
            for line in text.lines() {
                if let Some((_, number)) = line.split_once("แล้วไม่ต้องใส่เลข ")
                {
                    promised.push((path.clone(), number.to_owned()));
                }
            }
            site.write(&path, filled_in(&text));
        }
        let errors: Vec<_> = site
            .findings()
            .into_iter()
            .filter(|finding| finding.severity == "error" || finding.code == "dataset-gap")
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        site.build();
        let checklist = site.checklist(year.parse().unwrap());
        for (path, number) in &promised {
            let item: usize = path[path.len() - 11..path.len() - 9].parse().unwrap();
            let components = &checklist["items"][item - 1]["components"];
            let at: usize = number.parse().unwrap();
            assert_eq!(components[at - 1]["shown"], true, "{path}: {number}");
        }
        assert_eq!(promised.is_empty(), year != "2566", "{year}");
    }
}

#[test]
fn the_period_is_the_one_the_item_asks_for() {
    let site = SiteTest::new();
    let line = |item: &str, day: &str| {
        let mut command = oit();
        command
            .args(["new", item, "ชื่อ", "--as-of", day])
            .current_dir(site.root());
        assert_eq!(run(&mut command).code, 0);
        let text = site.read(&format!("content/2566/{item}/{day}.md"));
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let at = lines.iter().position(|line| line.contains("period = \""));
        at.map(|at| (lines[at - 1].clone(), lines[at].clone()))
    };
    assert_eq!(line("o01", "2566-01-31"), None, "no time is asked for");
    let (asked, typed) = line("o12", "2566-01-31").unwrap();
    assert!(asked.contains("ตุลาคม 2565 – มีนาคม 2566"), "{asked}");
    assert!(typed.starts_with("period = \"2566-H1\""), "{typed}");
    let (_, typed) = line("o13", "2566-01-31").unwrap();
    assert!(typed.starts_with("period = \"2565\""), "{typed}");
    let (_, typed) = line("o07", "2566-01-31").unwrap();
    assert!(
        typed.starts_with("# period = \"2566\""),
        "the day will do: {typed}"
    );
    let (_, typed) = line("o07", "2566-10-01").unwrap();
    assert!(
        typed.starts_with("period = \"2566\""),
        "the day will not do: {typed}"
    );
}

#[test]
fn text_of_a_framework_stays_a_comment() {
    let site = SiteTest::new();
    site.write(
        "content/2567/framework.toml",
        "[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\ncode = \"9.1\"\n\
         title = \"ข\"\n[[indicator.sub.item]]\nnumber = 1\nkey = \"a\"\n\
         title = \"\"\"บรรทัดหนึ่ง\nx = 1\"\"\"\ncomponents = [\n\
         { text = \"\"\"แสดง\n+++\nแผน\"\"\", optional = true },\n\
         { text = \"ถาม\", shown_by = \"channels(kind=qa, url)\" },\n\
         { text = \"ตอบ\", shown_by = \"channels(kind=opinion, url)\" },\n]\n",
    );
    assert_eq!(site.run(&["new", "o1", "--year", "2567"]).code, 0);
    let text = site.read("content/2567/o01/index.md");
    assert!(text.contains("#   1. แสดง +++ แผน (ถ้ามี)\n"), "{text}");
    assert!(
        text.contains("# kind = \"qa\"") && text.contains("# kind = \"opinion\""),
        "{text}"
    );
    assert_eq!(
        text.matches("# [[data.channels]]").count(),
        2,
        "a row for each: {text}"
    );
    site.write("content/2567/o01/index.md", filled_in(&text));
    site.copy_in(
        "content/2567/o01/แผน.pdf",
        &repository().join("content/2566/o11/annual-plan-2566.pdf"),
    );
    let errors = site
        .findings()
        .into_iter()
        .find(|finding| finding.severity == "error");
    assert_eq!(errors, None, "{text}");
}

#[test]
fn new_takes_an_item_as_people_say_it_and_says_what_is_wrong() {
    let site = SiteTest::new();
    for (item, folder) in [
        ("12", "o12"),
        ("๑๓", "o13"),
        ("ข้อ 14", "o14"),
        ("ข้อ O๑๕", "o15"),
    ] {
        let made = site.run(&["new", item]);
        assert_eq!(made.code, 0, "{item}: {made:?}");
        let path = format!("content/2566/{folder}/index.md");
        assert!(
            site.exists(&path) && made.stdout.contains(&path),
            "{made:?}"
        );
    }
    let refused = |arguments: &[&str], says: &str| {
        let run = site.run(arguments);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains(says), "{run:?}");
    };
    refused(&["new", "o99"], "ปีนี้มีข้อ o1 ถึง o43");
    refused(&["new", "แผน"], "ไม่มีข้อ `แผน`");
    refused(&["new", "12", "2566"], "--year 2566");
    refused(&["new", "o12"], "oit new o12 \"ชื่อเอกสาร\"");
    refused(&["new", "o14", "  "], "oit new o14 \"ชื่อเอกสาร\"");
    refused(&["new", "o1", "--year", "2580"], "ยังไม่มีกรอบตัวชี้วัดของปี 2580");
    assert!(!site.exists("content/2580"));
}

fn explain(arguments: &[&str]) -> Run {
    let nowhere = SiteTest::empty();
    nowhere.run(&[&["explain"], arguments].concat())
}

#[test]
fn explain_shows_an_entry_in_the_language_asked_for() {
    let thai = explain(&["[STUB]"]);
    assert_eq!(thai.code, 0, "{thai:?}");
    assert!(
        thai.stdout.starts_with("stub · เตือน\n\nเอกสารยังไม่มีเนื้อหา"),
        "{thai:?}"
    );
    assert!(
        thai.stdout.contains("\n    draft = true\n"),
        "the example: {thai:?}"
    );
    for noise in ["```", "##", "](", "Nothing"] {
        assert!(!thai.stdout.contains(noise), "{noise}: {thai:?}");
    }
    let english = explain(&["stub", "--lang", "en"]);
    assert!(
        english.stdout.starts_with("stub · warning\n"),
        "{english:?}"
    );
    assert!(english.stdout.contains("    draft = true\n"), "{english:?}");
    assert!(!english.stdout.contains("เอกสารยังไม่มีเนื้อหา"), "{english:?}");
    let unknown = explain(&["stubb"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.stdout.is_empty() && unknown.stderr.contains("`stub`"),
        "{unknown:?}"
    );
}

#[test]
fn explain_alone_lists_every_code_of_the_manual() {
    let list = explain(&[]).stdout;
    for code in oit::problem::codes() {
        let line = list
            .lines()
            .find(|line| line.trim_start().starts_with(&format!("{code} ")));
        assert!(line.is_some(), "{code}: {list}");
        let entry = explain(&[code]);
        assert_eq!(entry.code, 0, "{code}");
    }
    let headings: Vec<&str> = list.lines().filter(|line| !line.starts_with(' ')).collect();
    assert!(headings.starts_with(&["ผิด", ""]), "{headings:?}");
}

/// Every text in a YAML file.
fn texts(yaml: &Yaml) -> Vec<String> {
    match yaml {
        Yaml::String(text) => vec![text.clone()],
        Yaml::Array(items) => items.iter().flat_map(texts).collect(),
        Yaml::Hash(entries) => entries.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// The file that `init --ci` writes for a host, read as YAML, in the site it was written for.
fn ci(host: &str, path: &str) -> (SiteTest, Yaml) {
    let site = made("2566");
    let written = site.run(&["init", "--ci", host]);
    assert_eq!(written.code, 0, "{written:?}");
    assert!(
        written.stdout.starts_with(&format!("สร้างแล้ว: {path}\n")),
        "{written:?}"
    );
    for variable in ["OIT_REPOSITORY", "OIT_COMMIT"] {
        assert!(
            written.stdout.contains(variable),
            "what is left to set: {written:?}"
        );
    }
    let text = site.read(path);
    let mut read = YamlLoader::load_from_str(&text).unwrap();
    assert_eq!(
        site.run(&["init", "--ci", host]).code,
        2,
        "never overwritten"
    );
    assert_eq!(site.read(path), text);
    (site, read.remove(0))
}

/// Runs the `oit` commands of a file as they stand there, and gives their number.
fn run_commands(site: &SiteTest, yaml: &Yaml) -> usize {
    let texts = texts(yaml);
    let lines = texts.iter().flat_map(|text| text.lines());
    let commands: Vec<&str> = lines.filter_map(|line| line.strip_prefix("oit ")).collect();
    for command in &commands {
        let address = "https://town.example.org/oit";
        let command = command.replace("\"$SITE_URL\"", address);
        // What the shell would make of these is tested below.
        let command = command.replace(" ${OIT_ALLOW_WITHDRAW:+--allow-withdraw} \"$@\"", "");
        let arguments: Vec<&str> = command.split(' ').collect();
        let run = site.run(&arguments);
        assert_eq!(run.code, 0, "{command}: {run:?}");
    }
    assert!(
        site.read("public/sitemap.xml")
            .contains("https://town.example.org/oit/2566/")
    );
    commands.len()
}

/// The step that says that a variable is not set, run with and without the variables.
fn asks_for_the_variables(script: &str) {
    for (repository, commit, code) in [
        ("", "", 1),
        ("https://x.example/oit.git", "", 1),
        ("a", "b", 0),
    ] {
        let mut shell = Command::new("sh");
        shell.args(["-euc", script]);
        shell
            .env("OIT_REPOSITORY", repository)
            .env("OIT_COMMIT", commit);
        let run = run(&mut shell);
        assert_eq!(run.code, code, "{script}: {run:?}");
        assert_eq!(run.stdout.contains("OIT_COMMIT"), code == 1, "{run:?}");
    }
}

#[test]
fn the_workflow_for_github_checks_always_and_publishes_the_main_branch_only() {
    let (site, yaml) = ci("github", ".github/workflows/publish.yml");
    assert_eq!(run_commands(&site, &yaml), 2);
    let build = &yaml["jobs"]["build"];
    let steps = build["steps"].as_vec().unwrap();
    let named = |name: &str| {
        let found = steps
            .iter()
            .position(|step| step["name"].as_str() == Some(name));
        found.unwrap_or_else(|| panic!("no step {name}"))
    };
    assert!(named("Check") < named("Build"));
    assert_eq!(
        steps[named("Check")]["if"],
        Yaml::BadValue,
        "requests are checked too"
    );
    for step in &steps[named("Check") + 1..] {
        assert_eq!(
            step["if"].as_str(),
            Some("github.event_name != 'pull_request'"),
            "{step:?}"
        );
    }
    let deploy = &yaml["jobs"]["deploy"];
    assert_eq!(deploy["needs"].as_str(), Some("build"));
    assert_eq!(
        deploy["if"].as_str(),
        Some("github.event_name != 'pull_request'")
    );
    assert_eq!(deploy["permissions"]["pages"].as_str(), Some("write"));
    assert_eq!(deploy["permissions"]["id-token"].as_str(), Some("write"));
    assert_eq!(yaml["permissions"]["contents"].as_str(), Some("read"));
    let settings = steps[named("Settings")]["run"].as_str().unwrap();
    asks_for_the_variables(settings);
    // To a pull request from a fork GitHub gives none, whoever has set them.
    let told = |repository: &str| {
        let mut shell = Command::new("sh");
        shell.args(["-euc", settings]).env("FROM_FORK", "true");
        shell.env("OIT_REPOSITORY", repository);
        run(shell.env("OIT_COMMIT", repository))
    };
    let run = told("");
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stdout.contains("fork") && !run.stdout.contains("Variables"),
        "{run:?}"
    );
    assert_eq!(told("a").code, 0);
    let from = steps[named("Settings")]["env"]["FROM_FORK"]
        .as_str()
        .unwrap();
    assert!(
        from.contains("head.repo.full_name != github.repository"),
        "{from}"
    );
}

#[test]
fn the_pipeline_for_gitlab_checks_requests_and_publishes_the_default_branch() {
    let (site, yaml) = ci("gitlab", ".gitlab-ci.yml");
    assert_eq!(run_commands(&site, &yaml), 3);
    let rule = |job: &str| yaml[job]["rules"][0]["if"].as_str().unwrap().to_owned();
    assert_eq!(
        rule("check"),
        "$CI_PIPELINE_SOURCE == \"merge_request_event\""
    );
    assert_eq!(rule("pages"), "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH");
    assert_eq!(yaml["check"]["artifacts"], Yaml::BadValue);
    assert_eq!(
        yaml["pages"]["artifacts"]["paths"][0].as_str(),
        Some("public")
    );
    asks_for_the_variables(yaml[".oit"]["before_script"][0].as_str().unwrap());
}

/// Runs the step that builds, where `curl` finds what is in a folder, or one page at every address.
#[cfg(unix)]
fn run_build_step(site: &SiteTest, script: &str, curl: &str, allowed: &str) -> Run {
    use std::os::unix::fs::PermissionsExt as _;
    site.write("bin/curl", format!("#!/bin/sh\n{curl}"));
    let program = site.path("bin/curl");
    fs::set_permissions(program, fs::Permissions::from_mode(0o755)).unwrap();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_oit"))
        .parent()
        .unwrap();
    let path = std::env::var("PATH").unwrap();
    let path = format!(
        "{}:{}:{path}",
        site.path("bin").display(),
        program.display()
    );
    let mut shell = Command::new("sh");
    shell.args(["-euc", script]).current_dir(site.root());
    shell.env("PATH", path).env("OIT_LANG", "th");
    shell.env("SITE_URL", "https://town.example.org/oit");
    run(shell.env("OIT_ALLOW_WITHDRAW", allowed))
}

#[cfg(unix)]
#[test]
fn what_is_published_does_not_vanish_where_a_host_builds() {
    // The arguments are those of the script: `-sSL --retry 2 -o file -w format address`.
    let served = "file=\"published/${8#https://town.example.org/oit/}\"\n\
        if [ -f \"$file\" ]; then cp \"$file\" \"$5\"; printf 200; else printf 404; fi\n";
    let parked = "echo '<p id=\"2566\">for sale</p>' >\"$5\"; printf 200\n";
    let broken = "echo busy >\"$5\"; printf 503\n";
    for (host, path) in [
        ("github", ".github/workflows/publish.yml"),
        ("gitlab", ".gitlab-ci.yml"),
    ] {
        let (site, yaml) = ci(host, path);
        let all = texts(&yaml);
        let script = all.iter().find(|text| text.contains("--baseline")).unwrap();
        let step = |curl, allowed| {
            let _ = fs::remove_dir_all(site.path("public"));
            run_build_step(&site, script, curl, allowed)
        };
        site.write("content/2566/o06/index.md", "มี\n");
        let first = step(served, "");
        assert_eq!(first.code, 0, "nothing is published yet: {first:?}");
        for (curl, why) in [
            (parked, "another page stands there"),
            (broken, "the server is busy"),
            ("exit 6\n", "no network"),
        ] {
            let run = step(curl, "");
            assert_eq!(run.code, 1, "{why}: {run:?}");
            assert!(run.stderr.contains("OIT_ALLOW_WITHDRAW"), "{run:?}");
            assert!(!site.exists("public"), "{why}");
        }
        assert_eq!(
            step(parked, "1").code,
            0,
            "a first publication all the same"
        );
        fs::rename(site.path("public"), site.path("published")).unwrap();
        assert_eq!(step(served, "").code, 0, "the same again");
        site.write("content/2566/o06/index.md", "+++\ndraft = true\n+++\nมี\n");
        let stopped = step(served, "");
        assert_eq!(stopped.code, 1, "{stopped:?}");
        assert!(stopped.stderr.contains("[item-withdrawn]"), "{stopped:?}");
        assert_eq!(step(served, "1").code, 0, "on purpose");
    }
}

#[test]
fn the_manual_shows_the_step_that_the_files_have() {
    let manual = fs::read_to_string(repository().join("docs/publishing.md")).unwrap();
    let shown = manual.split("```sh\n").nth(1).unwrap();
    let shown = shown.split("```").next().unwrap();
    for (host, path) in [
        ("github", ".github/workflows/publish.yml"),
        ("gitlab", ".gitlab-ci.yml"),
    ] {
        let has = texts(&ci(host, path).1);
        assert!(has.iter().any(|text| text.trim() == shown.trim()), "{host}");
    }
}

#[test]
fn a_new_site_can_have_them_from_the_start() {
    let site = SiteTest::empty();
    site.write("town/.gitlab-ci.yml", "pages: {}\n");
    let refused = site.run(&["init", "town", "--ci", "gitlab"]);
    assert_eq!(refused.code, 2, "{refused:?}");
    assert!(!site.exists("town/site.toml"), "nothing is half made");
    assert_eq!(site.run(&["init", "town", "--ci", "github"]).code, 0);
    assert!(site.exists("town/.github/workflows/publish.yml") && site.exists("town/site.toml"));
    assert_eq!(site.read("town/.gitlab-ci.yml"), "pages: {}\n");
    assert_eq!(
        site.run(&["init", "town", "--year", "2566", "--ci", "github"])
            .code,
        2
    );
}
