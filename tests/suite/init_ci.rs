//! `init --ci`: the files that publish on GitHub and GitLab, read as YAML, and their steps run by a shell.

use std::fs;
#[cfg(unix)]
use std::{path::Path, process::Command};

use yaml_rust2::{Yaml, YamlLoader};

#[cfg(unix)]
use crate::harness::{Run, run};
use crate::harness::{SiteTest, repository};
use crate::writing_help::made;

/// The hosts, and where the file of each lies.
const HOSTS: [(&str, &str); 2] = [
    ("github", ".github/workflows/publish.yml"),
    ("gitlab", ".gitlab-ci.yml"),
];

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
    for variable in ["OIT_RELEASES", "OIT_SHA256", "OIT_REPOSITORY", "OIT_COMMIT"] {
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
    let from = &steps[named("Program")]["env"]["FROM_FORK"];
    let from = from.as_str().unwrap();
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
}

/// Runs the step that builds, where `curl` finds what is in a folder, or one page at every address.
#[cfg(unix)]
fn run_build_step(site: &SiteTest, script: &str, curl: &str, allowed: &str) -> Run {
    use std::os::unix::fs::PermissionsExt as _;
    site.write("bin/curl", format!("#!/bin/sh\n{curl}"));
    let program = site.path("bin/curl");
    fs::set_permissions(program, fs::Permissions::from_mode(0o755)).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_oit")).parent().unwrap();
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
    for (host, path) in HOSTS {
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
    for (host, path) in HOSTS {
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

/// The step that brings the program, with the values of the file.
#[cfg(unix)]
fn program_step(yaml: &Yaml) -> String {
    let all = texts(yaml);
    let step = all.iter().find(|text| text.contains("sha256sum"));
    step.expect("a step that looks at the checksum").clone()
}

/// Runs the step that brings the program, with variables as the host would set them.
#[cfg(unix)]
fn bring(site: &SiteTest, step: &str, variables: &[(&str, &str)]) -> Run {
    let mut shell = Command::new("sh");
    shell.args(["-euc", step]).current_dir(site.root());
    for name in ["RELEASES", "SHA256", "REPOSITORY", "COMMIT"] {
        shell.env(format!("OIT_{name}"), "");
    }
    run(shell
        .env("OIT_VERSION", env!("CARGO_PKG_VERSION"))
        .envs(variables.iter().copied()))
}

/// A release of this program in a folder: its address and its checksum.
#[cfg(unix)]
fn release(folder: &SiteTest) -> (String, String) {
    let version = env!("CARGO_PKG_VERSION");
    let (place, name) = (format!("v{version}"), format!("oit-{version}"));
    let inside = folder.path(&format!("{place}/{name}"));
    fs::create_dir_all(&inside).unwrap();
    fs::copy(env!("CARGO_BIN_EXE_oit"), inside.join("oit")).unwrap();
    let script = format!(
        "tar -cf - {name} | gzip -1 >{name}-x86_64-linux.tar.gz && rm -r {name} && sha256sum *.gz >SHA256SUMS"
    );
    let mut pack = Command::new("sh");
    let packed = run(pack
        .args(["-euc", &script])
        .current_dir(folder.path(&place)));
    assert_eq!(packed.code, 0, "{packed:?}");
    let sums = folder.read(&format!("{place}/SHA256SUMS"));
    let sum = sums.split(' ').next().unwrap().to_owned();
    (format!("file://{}", folder.root().display()), sum)
}

#[cfg(unix)]
#[test]
fn the_released_program_is_used_by_its_checksum_and_no_other() {
    let folder = SiteTest::empty();
    let (releases, sum) = release(&folder);
    let wrong = "0".repeat(64);
    for (host, path) in HOSTS {
        let (site, yaml) = ci(host, path);
        let step = program_step(&yaml);
        let with = |releases: &str, sum: &str| {
            bring(
                &site,
                &step,
                &[("OIT_RELEASES", releases), ("OIT_SHA256", sum)],
            )
        };
        for (releases, sum, says) in [
            (
                &*releases,
                &*wrong,
                ["ไม่ตรงกับ OIT_SHA256", "not the one of OIT_SHA256"],
            ),
            (
                "file:///nowhere",
                &*sum,
                ["ดาวน์โหลด file:///nowhere/v", "cannot be downloaded"],
            ),
            ("", "", ["ใส่ OIT_RELEASES และ OIT_SHA256", "OIT_COMMIT"]),
            (
                &*releases,
                "",
                ["ใส่ OIT_RELEASES และ OIT_SHA256", "OIT_COMMIT"],
            ),
        ] {
            let stopped = with(releases, sum);
            assert_eq!(stopped.code, 1, "{host}: {stopped:?}");
            for words in says {
                assert!(stopped.stdout.contains(words), "{words}: {stopped:?}");
            }
            assert!(!site.exists(".oit/bin/oit"), "{host}: {says:?}");
        }
        // An address may end in `/`.
        let brought = with(&format!("{releases}/"), &sum);
        assert_eq!(brought.code, 0, "{host}: {brought:?}");
        let checked = run(Command::new(site.path(".oit/bin/oit"))
            .args(["check"])
            .current_dir(site.root()));
        assert_eq!(checked.code, 0, "{host}: {checked:?}");
    }
}

#[cfg(unix)]
#[test]
fn without_a_release_the_program_is_compiled_where_variables_say_so() {
    use std::os::unix::fs::PermissionsExt as _;
    for (host, path) in HOSTS {
        let (site, yaml) = ci(host, path);
        site.write("bin/cargo", "#!/bin/sh\necho \"$@\"\n");
        let runs = fs::Permissions::from_mode(0o755);
        fs::set_permissions(site.path("bin/cargo"), runs).unwrap();
        let before = std::env::var("PATH").unwrap();
        let way = format!("{}:{before}", site.path("bin").display());
        let step = program_step(&yaml);
        let with = |variables: &[(&str, &str)]| {
            bring(&site, &step, &[variables, &[("PATH", &*way)]].concat())
        };
        let address = ("OIT_REPOSITORY", "https://x.example/oit.git");
        let compiled = with(&[address, ("OIT_COMMIT", "abc")]);
        assert_eq!(compiled.code, 0, "{host}: {compiled:?}");
        let asked = "--git https://x.example/oit.git --rev abc --root .oit oit";
        assert!(compiled.stdout.contains(asked), "{host}: {compiled:?}");
        assert_eq!(with(&[address]).code, 1, "{host}");
        // To a pull request from a fork GitHub gives no variables, whoever has set them.
        let fork = with(&[("FROM_FORK", "true"), ("GITHUB_ACTIONS", "true")]);
        assert_eq!(fork.code, 1, "{host}");
        assert!(
            fork.stdout.starts_with("::error::คำขอนี้มาจากที่เก็บอื่น (fork)"),
            "{fork:?}"
        );
    }
}

#[test]
fn the_file_pins_the_release_that_was_named() {
    let sum = "0123456789abcdefABCDEF".repeat(3)[..64].to_owned();
    let address = "https://x.example/oit/releases/download";
    for (host, path) in HOSTS {
        let site = made("2566");
        let init = |more: &[&str]| site.run(&[&["init", "--ci", host], more].concat());
        for more in [
            ["--sha256", "12"],
            ["--releases", "x.example"],
            ["--releases", "https://x.example/\"\n"],
        ] {
            let refused = init(&more);
            assert_eq!(refused.code, 2, "{refused:?}");
            assert!(refused.stderr.contains("[command-line]"), "{refused:?}");
        }
        let written = init(&["--releases", address, "--sha256", &sum]);
        assert_eq!(written.code, 0, "{written:?}");
        assert!(
            !written.stdout.contains("OIT_"),
            "nothing is left to fill in"
        );
        let yaml = &YamlLoader::load_from_str(&site.read(path)).unwrap()[0];
        let values = match host {
            "github" => &yaml["env"],
            _ => &yaml["variables"],
        };
        let value = |name: &str| values[name].as_str().map(str::to_owned);
        assert_eq!(value("OIT_RELEASES").as_deref(), Some(address));
        assert_eq!(value("OIT_SHA256"), Some(sum.to_lowercase()));
        assert_eq!(
            value("OIT_VERSION").as_deref(),
            Some(env!("CARGO_PKG_VERSION"))
        );
    }
    let alone = SiteTest::empty().run(&["init", "town", "--sha256", &sum]);
    assert_eq!(alone.code, 2, "without --ci: {alone:?}");
}
