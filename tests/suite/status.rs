//! When an item counts, and for what (contract, "Status of an item" and "Front matter").

use serde_json::Value;

use crate::harness::SiteTest;

/// O6 asks for no time and one component, so that only what is tested decides.
const O6: &str = "content/2566/o06/index.md";

fn codes(item: &Value) -> Vec<&str> {
    let reasons = item["reasons"].as_array().unwrap();
    reasons
        .iter()
        .map(|reason| reason["code"].as_str().unwrap())
        .collect()
}

#[test]
fn substance_is_a_body_a_file_a_dataset_or_a_link() {
    let cases = [
        ("", "missing"),
        ("+++\n+++\n# หัวข้อ\n\n<!-- เขียน -->\n", "missing"),
        ("+++\n+++\n……………\n\n---\n", "missing"),
        ("+++\n[[data.executives]]\nname = \" \"\n+++\n", "missing"),
        (
            "+++\n[[links]]\nurl = \"https://x.example/a\"\n+++\n",
            "incomplete",
        ),
        (
            "+++\n[[data.executives]]\nname = \"ก\"\n+++\n",
            "incomplete",
        ),
        ("+++\n+++\nกฎหมาย", "incomplete"),
        ("+++\ncomponents = [1]\n+++\n<p>กฎหมาย</p>", "complete"),
    ];
    for (text, status) in cases {
        let site = SiteTest::new();
        site.write(O6, text);
        assert_eq!(site.status("o6"), status, "{text}");
    }
}

#[test]
fn a_file_of_its_own_counts_unless_it_is_empty() {
    let site = SiteTest::new();
    site.write(O6, "+++\ncomponents = [1]\n+++\n");
    site.write("content/2566/o06/law.pdf", "");
    assert_eq!(site.status("o6"), "missing");
    assert_eq!(codes(&site.item("o6")), ["only-stub"]);
    site.write("content/2566/o06/law.pdf", "%PDF");
    assert_eq!(site.status("o6"), "complete");
    let files = &site.item("o6")["documents"][0]["files"];
    assert_eq!(files[0]["url"], "https://x.example/2566/o6/law.pdf");
    assert_eq!(files[0]["bytes"], 4);
    assert!(site.exists("public/2566/o6/law.pdf"));
}

#[test]
fn whose_a_file_is() {
    let site = SiteTest::new();
    let post = "+++\ntitle = \"ก\"\ndate = \"2566-01-05\"\n";
    // Named by one document: that one's. Named by nobody, without a lead: nobody's.
    site.write(
        "content/2566/o06/a.md",
        format!("{post}files = [{{ path = \"a.pdf\", title = \"เอ\" }}]\n+++\n"),
    )
    .write(
        "content/2566/o06/b.md",
        format!("{post}+++\nดู [บี](b.pdf)\n"),
    )
    .write("content/2566/o06/a.pdf", "a")
    .write("content/2566/o06/b.pdf", "b")
    .write("content/2566/o06/c.pdf", "c");
    site.build();
    let item = site.item("o6");
    let files: Vec<&Value> = item["documents"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|document| document["files"].as_array().unwrap())
        .map(|file| &file["title"])
        .collect();
    assert_eq!(files, ["เอ", "b.pdf"]);
    let findings = site.findings();
    let advice = findings
        .iter()
        .find(|finding| finding.code == "unowned-file")
        .unwrap();
    assert_eq!(advice.at, "content/2566/o06/c.pdf:1:1");
    assert_eq!(advice.severity, "advice");
    assert!(
        site.exists("public/2566/o6/c.pdf"),
        "it is published all the same"
    );
    assert!(
        site.read("public/2566/o6/index.html")
            .contains("/2566/o6/c.pdf")
    );
    // A lead document takes what nobody names.
    site.write(O6, "+++\n+++\n");
    site.build();
    assert_eq!(
        site.item("o6")["documents"][0]["files"][0]["title"],
        "c.pdf"
    );
}

#[test]
fn files_of_a_draft_are_not_published() {
    let site = SiteTest::new();
    site.write(O6, "+++\ndraft = true\n+++\nมี\n")
        .write("content/2566/o06/law.pdf", "x");
    site.build();
    assert!(!site.exists("public/2566/o6/law.pdf"));
    let run = site.run(&["build", "--drafts"]);
    assert_eq!(run.code, 0);
    assert!(site.exists("public/2566/o6/law.pdf"));
    assert!(site.read("public/2566/o6/index.html").contains("ฉบับร่าง"));
    assert_eq!(site.item("o6")["status"], "missing", "drafts never count");
}

#[test]
fn a_link_by_site_address_names_a_file_whatever_its_fragment() {
    let site = SiteTest::new();
    site.write("content/2566/o06/law.pdf", "x").write(
        "content/2566/o07/index.md",
        "ดู [กฎหมาย](/2566/o6/law.pdf#page=2)\n",
    );
    assert!(
        site.findings()
            .iter()
            .all(|finding| finding.code != "unowned-file")
    );
    site.build();
    assert_eq!(
        site.item("o7")["documents"][0]["files"][0]["title"],
        "law.pdf"
    );
}

#[test]
fn a_draft_takes_no_file_away_from_a_free_page() {
    let site = SiteTest::new();
    site.write(
        "content/pages/about.md",
        "+++\ntitle = \"ก\"\n+++\n[ไฟล์](a.pdf)\n",
    )
    .write("content/pages/a.pdf", "x")
    .write(
        "content/2566/o06/index.md",
        "+++\ndraft = true\n+++\n[ไฟล์](/pages/a.pdf)\n",
    );
    site.build();
    assert!(site.exists("public/pages/a.pdf"));
}

#[test]
fn a_dataset_shows_a_component_only_when_every_row_is_filled_in() {
    let row =
        "[[data.contact]]\naddress = \"1\"\nphone = \"2\"\nfax = \"3\"\nemail = \"a@x.example\"\n";
    let site = SiteTest::new();
    site.write(
        "content/2566/o05/index.toml",
        format!("{row}map = \"https://x.example/m\"\n"),
    );
    assert_eq!(site.status("o5"), "complete");
    site.write(
        "content/2566/o05/index.toml",
        format!("{row}map = \"https://x.example/m\"\n{row}"),
    );
    assert_eq!(site.status("o5"), "incomplete");
    let gap = site
        .findings()
        .into_iter()
        .find(|finding| finding.code == "dataset-gap")
        .unwrap();
    assert!(gap.message.contains("map"), "{gap:?}");
    assert_eq!(gap.at, "content/2566/o05/index.toml:7:1");
}

#[test]
fn a_channel_counts_by_its_kind() {
    let site = SiteTest::new();
    let channel = |kind: &str| {
        format!("[[data.channels]]\nkind = \"{kind}\"\nurl = \"https://x.example/{kind}\"\n")
    };
    site.write("content/2566/o08/index.toml", channel("social"));
    assert_eq!(site.status("o8"), "incomplete");
    site.write(
        "content/2566/o08/index.toml",
        channel("qa") + &channel("social"),
    );
    assert_eq!(site.status("o8"), "complete");
}

#[test]
fn also_is_judged_by_the_other_items_rule_and_shows_what_it_lists() {
    let site = SiteTest::new();
    let document = |also: &str| {
        format!("+++\nperiod = \"2566-H1\"\ncomponents = [1]\nalso = [{also}]\n+++\nมี\n")
    };
    site.write(O6, document("\"o7\""));
    site.build();
    assert_eq!(
        codes(&site.item("o7")),
        ["component-not-shown", "component-not-shown"]
    );
    site.write(O6, document("{ item = \"O07\", components = [1, 2] }"));
    assert_eq!(site.status("o7"), "complete");
    assert_eq!(
        site.item("o7")["documents"][0]["url"],
        "https://x.example/2566/o6/"
    );
    // The first six months of 2566 are not the year before.
    site.write(O6, document("{ item = \"o38\", components = [1, 2, 3] }"));
    site.build_anew();
    assert_eq!(codes(&site.item("o38")), ["period-not-covered"]);
}

#[test]
fn an_optional_component_never_blocks() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o39/index.md",
        "+++\ncomponents = [1]\n+++\nประมวลจริยธรรม\n",
    );
    assert_eq!(site.status("o39"), "complete");
    assert_eq!(site.item("o39")["components"][1]["optional"], true);
    assert_eq!(site.item("o39")["components"][1]["shown"], false);
}

#[test]
fn the_calendar_year_counts_where_the_item_says_so_with_advice() {
    let site = SiteTest::new();
    let text = "+++\ncomponents = [1, 2]\ndate = \"2566-11-05\"\n+++\nข่าว\n";
    site.write("content/2566/o07/index.md", text);
    let mut command = crate::harness::oit();
    command
        .args(["build", "--as-of", "2566-12-31"])
        .current_dir(site.root());
    let run = crate::harness::run(&mut command);
    assert!(run.stderr.contains("calendar-only"), "{run:?}");
    assert_eq!(site.item("o7")["status"], "complete");
    let allowed = text.replace(
        "date",
        "allow = [{ code = \"calendar-only\", reason = \"ปีปฏิทิน\" }]\ndate",
    );
    site.write("content/2566/o07/index.md", allowed);
    let run = crate::harness::run(&mut command);
    assert!(!run.stderr.contains("calendar-only"), "{run:?}");
}

#[test]
fn units_are_those_of_the_lead_document_even_of_a_draft() {
    let site = SiteTest::new();
    site.write(
        O6,
        "+++\ndraft = true\nunit = [\"finance\", \"clerk\"]\n+++\n",
    );
    site.build();
    assert_eq!(
        site.item("o6")["units"],
        serde_json::json!(["กองคลัง", "สำนักปลัด"])
    );
    let checklist = site.read("public/2566/checklist/index.html");
    assert!(checklist.contains(">กองคลัง, สำนักปลัด</p>"), "{checklist}");
}

#[test]
fn the_current_year_is_the_latest_that_has_begun() {
    let site = SiteTest::empty();
    site.write(
        "site.toml",
        "title = \"ก\"\nbase_url = \"https://x.example\"\n",
    )
    .write("content/2565/o01/index.md", "มี")
    .write("content/2566/o01/index.md", "มี");
    let current = |day: &str| {
        let mut command = crate::harness::oit();
        command
            .args(["build", "--as-of", day])
            .current_dir(site.root());
        let run = crate::harness::run(&mut command);
        assert_eq!(run.code, 0, "{run:?}");
        (
            site.read("public/o1/index.html").contains("/2566/o1/"),
            run.stderr.contains("old-year"),
        )
    };
    assert_eq!(current("2565-09-30"), (false, false));
    assert_eq!(current("2565-10-01"), (true, false));
    assert_eq!(current("2567-10-01"), (true, true));
}

#[test]
fn a_year_exists_when_its_folder_does() {
    let site = SiteTest::new();
    site.build();
    assert_eq!(site.checklist(2566)["counts"]["missing"], 43);
    assert!(
        site.exists("public/2566/o43/index.html"),
        "items without content have a page too"
    );
    assert!(!site.exists("public/2565"));
}

#[test]
fn a_fault_of_the_period_points_at_what_is_judged_not_at_a_draft() {
    let site = SiteTest::new();
    site.write(
        "content/2566/o12/index.md",
        "+++\ndraft = true\nperiod = \"2566-H1\"\n+++\nมี\n",
    );
    site.write(
        "content/2566/o12/q1.md",
        "+++\ntitle = \"ก\"\ndate = \"2566-01-10\"\nperiod = \"2566-Q1\"\n+++\nมี\n",
    );
    let findings = site.findings();
    let places: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.code == "period-not-covered")
        .map(|finding| &*finding.at)
        .collect();
    assert_eq!(places, ["content/2566/o12/q1.md:4:10"]);
}

#[test]
fn a_link_that_leads_nowhere_is_no_evidence() {
    let site = SiteTest::new();
    for (url, status) in [
        ("mailto:a@b.go.th", "missing"),
        ("tel:021234567", "missing"),
        ("o6", "missing"),
        ("/2566/o6/", "missing"),
        ("index.toml", "missing"),
        ("https://www.a.go.th/law", "complete"),
    ] {
        let text =
            format!("components = [1]\nlinks = [{{ url = \"{url}\", title = \"กฎหมาย\" }}]\n");
        site.write("content/2566/o06/index.toml", text);
        assert_eq!(site.status("o6"), status, "{url}");
    }
    for url in ["#", "https://", "http:/www.a.go.th", "mailto:"] {
        let text = format!("links = [{{ url = \"{url}\", title = \"กฎหมาย\" }}]\n");
        site.write("content/2566/o06/index.toml", text);
        let run = site.run(&["build"]);
        assert!(
            run.code == 1 && run.stderr.contains("broken-link"),
            "{url}: {run:?}"
        );
    }
}

#[test]
fn what_only_promises_is_no_statement_that_there_is_none() {
    let site = SiteTest::new();
    for (words, status) in [
        ("อยู่ระหว่างดำเนินการ", "missing"),
        ("รอข้อมูล", "missing"),
        ("xx", "missing"),
        ("ไม่มีเรื่องร้องเรียน", "complete"),
    ] {
        let text = format!("period = \"2566-H1\"\nnone = \"{words}\"\n");
        site.write("content/2566/o29/index.toml", text);
        assert_eq!(site.status("o29"), status, "{words}");
    }
}
