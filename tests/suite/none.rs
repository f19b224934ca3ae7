//! Statements that there is none: where they count, how far they reach, and how they are drawn.

use crate::harness::SiteTest;

/// A document of an item, with these lines in its head.
fn site(item: &str, head: &str) -> SiteTest {
    let site = SiteTest::new();
    site.write(
        &format!("content/2566/{item}/index.md"),
        format!("+++\ndate = \"2566-04-05\"\n{head}\n+++\n"),
    );
    site
}

fn codes(site: &SiteTest) -> Vec<String> {
    let findings = site.findings().into_iter();
    let own = findings.filter(|one| one.at.starts_with("content/2566/"));
    own.map(|one| one.code).collect()
}

const NONE: &str = "none = \"ไม่มีเรื่องที่ต้องลง\"";

#[test]
fn a_statement_counts_where_the_form_takes_it_and_nowhere_else() {
    let of_year = format!("period = \"2566\"\n{NONE}");
    for item in ["o19", "o21", "o29"] {
        let site = site(item, &of_year);
        assert_eq!(codes(&site), Vec::<String>::new(), "{item}");
        assert_eq!(site.status(item), "complete", "{item}");
    }
    // Every other item of the year.
    for number in (1..=43).filter(|number| ![19, 21, 29].contains(number)) {
        let item = format!("o{number}");
        let site = site(&item, &of_year);
        assert_eq!(site.status(&item), "missing", "{item}");
        assert!(
            codes(&site).contains(&"none-not-asked".to_owned()),
            "{item}"
        );
    }
}

#[test]
fn a_statement_reaches_as_far_as_its_period() {
    for (head, status, code) in [
        ("period = \"2566-H1\"", "complete", ""),
        ("period = \"2566-Q1\"", "incomplete", "period-not-covered"),
        ("", "incomplete", "period-missing"),
    ] {
        let site = site("o29", &format!("{head}\n{NONE}"));
        assert_eq!(site.status("o29"), status, "{head}");
        assert!(
            code.is_empty() || codes(&site).contains(&code.to_owned()),
            "{head}"
        );
    }
    // A month without purchases says nothing of the months with some.
    let month = "period = \"2566-H1\"\ncomponents = [1, 3]\n[[data.procurement]]\nmonth = \"2566-02\"\nnone = \"ไม่มี\"";
    let alone = site("o21", month);
    assert_eq!(alone.status("o21"), "incomplete");
    assert!(codes(&alone).contains(&"component-not-shown".to_owned()));
    let row = "\n[[data.procurement]]\nmonth = \"2565-10\"\nwork = \"ซื้อ\"\nbudget = 1\nreference_price = 1\n\
               method = \"เฉพาะเจาะจง\"\nbidders = [{ name = \"ก\", price = 1 }]\nwinner = \"ก\"\nprice = 1\n\
               reason = \"ต่ำสุด\"\ncontract_no = \"1\"\ncontract_date = \"2565-10-12\"";
    let beside = site("o21", &format!("{month}{row}"));
    assert_eq!(beside.status("o21"), "complete", "{:?}", codes(&beside));
    // The months that nobody speaks of are still asked for, and that one is not.
    let findings = beside.findings();
    let months = findings
        .iter()
        .find(|one| one.code == "months-missing")
        .unwrap();
    assert!(!months.message.contains("กุมภาพันธ์ 2566"), "{months:?}");
    // A row that lacks something is not made good by the month without purchases.
    let lacking = site(
        "o21",
        &format!("{month}{}", row.replace("\nreason = \"ต่ำสุด\"", "")),
    );
    assert_eq!(lacking.status("o21"), "incomplete");
    let gap = lacking
        .findings()
        .into_iter()
        .find(|one| one.code == "dataset-gap")
        .unwrap();
    assert!(
        gap.message.contains("แถวที่ 2"),
        "rows are counted as they are written: {gap:?}"
    );
    // Each of the six months by itself.
    let rows: String = [
        "2565-10", "2565-11", "2565-12", "2566-01", "2566-02", "2566-03",
    ]
    .map(|month| format!("\n[[data.procurement]]\nmonth = \"{month}\"\nnone = \"ไม่มี\""))
    .concat();
    let all = site(
        "o21",
        &format!("period = \"2566-H1\"\ncomponents = [1, 3]{rows}"),
    );
    assert_eq!(all.status("o21"), "complete", "{:?}", codes(&all));
}

#[test]
fn statements_are_drawn_as_sentences_searched_and_handed_in() {
    let site = site(
        "o29",
        "period = \"2566-H1\"\nnone = \"ไม่มีเรื่องร้องเรียน<การทุจริต>\"\n[[data.statistics]]\nperiod = \"2566-Q1\"\nnone = \"ไตรมาสแรกไม่มี\"",
    );
    site.build();
    let page = site.read("public/2566/o29/index.html");
    assert!(
        page.contains("ตุลาคม 2565 – มีนาคม 2566: ไม่มีเรื่องร้องเรียน&lt;การทุจริต&gt;</p>"),
        "{page}"
    );
    assert!(page.contains("ไตรมาสแรกไม่มี</p>"), "{page}");
    let dataset = page.split("class=\"dataset statistics\"").nth(1).unwrap();
    assert!(
        !dataset
            .split("</section>")
            .next()
            .unwrap()
            .contains("<table"),
        "no empty table"
    );
    assert!(
        site.read("public/search/2566-1.json")
            .contains("ไม่มีเรื่องร้องเรียน")
    );
    assert!(
        site.read("public/2566/submission/index.html")
            .contains("- ไม่มีเรื่องร้องเรียน")
    );
    assert!(
        site.read("public/2566/print/index.html")
            .contains("ไตรมาสแรกไม่มี")
    );
}

#[test]
fn scaffolds_ask_for_it_where_it_is_an_answer() {
    let site = SiteTest::new();
    for (item, asked) in [
        ("o29", true),
        ("o21", true),
        ("o19", true),
        ("o1", false),
        ("o13", false),
    ] {
        assert_eq!(site.run(&["new", item]).code, 0);
        let folder = format!("o{:0>2}", &item[1..]);
        let draft = site.read(&format!("content/2566/{folder}/index.md"));
        assert_eq!(draft.contains("# none = \"\""), asked, "{draft}");
    }
    let months = site.read("content/2566/o21/index.md");
    assert_eq!(
        months.matches("# none = \"\"").count(),
        2,
        "of the document and of a row\n{months}"
    );
    // The row as it is meant to be uncommented.
    let text = "+++\ndate = \"2566-04-05\"\nperiod = \"2566-H1\"\ncomponents = [1, 3]\n[[data.procurement]]\nmonth = \"2566-02\"\nnone = \"\"\nwork = \"\"\n+++\nมี\n";
    site.write("content/2566/o21/index.md", text);
    assert!(
        !codes(&site).contains(&"none-beside-data".to_owned()),
        "blank says nothing"
    );
}

#[test]
fn signs_are_no_statement() {
    for none in ["-", " ", "...", "—"] {
        let site = site("o29", &format!("period = \"2566-H1\"\nnone = \"{none}\""));
        assert_eq!(site.status("o29"), "missing", "{none}");
    }
}
