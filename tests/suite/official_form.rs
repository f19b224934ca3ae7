//! The table of procurement in official columns: what stands in it, where it lies, and who may take its place.

use std::fmt::Write;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};

use crate::harness::{SiteTest, crawl, pdf, tree};
use crate::report::csv_rows;

/// The headings, as the official form has them.
const HEADINGS: [&str; 16] = [
    "ที่",
    "ปีงบประมาณ",
    "ชื่อหน่วยงาน",
    "อำเภอ",
    "จังหวัด",
    "กระทรวง",
    "ประเภทหน่วยงาน",
    "ชื่อรายการของงานที่ซื้อหรือจ้าง",
    "วงเงินงบประมาณที่ได้รับจัดสรร",
    "แหล่งที่มาของงบประมาณ",
    "สถานะการจัดซื้อจัดจ้าง",
    "วิธีการจัดซื้อจัดจ้าง",
    "ราคากลาง",
    "ราคาที่ตกลงซื้อหรือจ้าง",
    "รายชื่อผู้ประกอบการที่ได้รับการคัดเลือก",
    "เลขที่โครงการในระบบ e-GP",
];

const SETTINGS: &str = "title = \"ทดสอบ\"\nbase_url = \"https://x.example/oit/\"\nfiscal_year = 2568\n\
    [agency]\nname = \"เทศบาลตำบลทดสอบ\"\ndistrict = \"อำเภอสมมุติ\"\nprovince = \"จังหวัดจำลอง\"\n\
    ministry = \"กระทรวงมหาดไทย\"\nkind = \"องค์กรปกครองส่วนท้องถิ่น\"\n";

const ROAD: &str = "[[data.procurement]]\nwork = \"จ้าง**ซ่อม**ถนน\"\nbudget = 485000.5\n\
    budget_source = \"เงินอุดหนุน\"\nstatus = \"ลงนามแล้ว\"\nmethod = \"เฉพาะเจาะจง\"\nreference_price = \"๔๘๔,๐๐๐\"\n\
    price = 480000\nwinner = \"หจก. ก\"\negp_no = \"68019000001\"\nmonth = \"2567-12\"\n";

/// A site of 2568 with documents of one item, each by its name and what stands below its title.
fn site(item: &str, documents: &[(&str, &str)]) -> SiteTest {
    let site = SiteTest::empty();
    site.write("site.toml", SETTINGS);
    for (name, front) in documents {
        site.write(
            &format!("content/2568/{item}/{name}.md"),
            format!("+++\ntitle = \"{name}\"\ndate = \"2566-09-01\"\n{front}+++\nเนื้อหา\n"),
        );
    }
    site
}

fn workbook(site: &SiteTest, path: &str) -> Vec<Vec<Data>> {
    let bytes = std::fs::read(site.path(&format!("public/{path}"))).unwrap();
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    assert_eq!(names.len(), 1);
    assert!(book.worksheet_formula(&names[0]).unwrap().is_empty());
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

fn text(rows: &[Data]) -> Vec<String> {
    rows.iter().map(ToString::to_string).collect()
}

fn csv(site: &SiteTest, path: &str) -> Vec<Vec<String>> {
    csv_rows(&std::fs::read(site.path(&format!("public/{path}"))).unwrap())
}

#[test]
fn both_files_have_the_sixteen_columns_and_numbers_are_numbers() {
    let site = site("o12", &[("index", ROAD)]);
    site.build();
    let rows = workbook(&site, "2568/o12/procurement.xlsx");
    assert_eq!(text(&rows[0]), HEADINGS);
    let expected = [
        "1",
        "2568",
        "เทศบาลตำบลทดสอบ",
        "อำเภอสมมุติ",
        "จังหวัดจำลอง",
        "กระทรวงมหาดไทย",
        "องค์กรปกครองส่วนท้องถิ่น",
        "จ้างซ่อมถนน",
        "485000.5",
        "เงินอุดหนุน",
        "ลงนามแล้ว",
        "เฉพาะเจาะจง",
        "484000",
        "480000",
        "หจก. ก",
        "68019000001",
    ];
    assert_eq!(text(&rows[1]), expected);
    assert_eq!(rows.len(), 2);
    for at in [0, 1, 8, 12, 13] {
        assert!(matches!(rows[1][at], Data::Float(_)), "{:?}", rows[1][at]);
    }
    // A number that is a name would lose its zeros.
    assert!(matches!(rows[1][15], Data::String(_)));
    let bytes = site.read("public/2568/o12/procurement.csv");
    let head = bytes.trim_start_matches('\u{feff}').lines().next().unwrap();
    assert_eq!(head, HEADINGS.join(","));
    assert_eq!(csv(&site, "2568/o12/procurement.csv"), [expected]);
}

#[test]
fn an_item_has_the_rows_of_all_its_documents_in_the_order_of_months() {
    let row = |work: &str, month: &str| format!("[[data.procurement]]\nwork = \"{work}\"\n{month}");
    let nothing = "[[data.procurement]]\nmonth = \"2568-02\"\nnone = \"ไม่มีการจัดซื้อจัดจ้าง\"\n";
    let site = site(
        "o12",
        &[
            ("index", &row("ค", "month = \"2568-01\"\n")),
            ("a", &format!("period = \"2567-11\"\n{}", row("ข", ""))),
            ("b", &(row("ก", "month = \"2567-10\"\n") + &row("ง", ""))),
            ("draft", &format!("draft = true\n{}", row("ร่าง", ""))),
            ("none", nothing),
        ],
    );
    site.build();
    let works = |path: &str| -> Vec<String> {
        let rows = csv(&site, path).into_iter();
        rows.map(|row| format!("{} {} {}", row[0], row[1], row[7]))
            .collect()
    };
    let all = ["1 2568 ก", "2 2568 ข", "3 2568 ค", "4 2568 ง"];
    assert_eq!(works("2568/o12/procurement.csv"), all);
    assert_eq!(works("2568/o12/a/procurement.csv"), ["1 2568 ข"]);
    assert_eq!(
        works("2568/o12/b/procurement.csv"),
        ["1 2568 ก", "2 2568 ง"]
    );
    // What is not published, or says that there is nothing, has no table.
    for name in ["draft", "none", "index"] {
        assert!(!site.exists(&format!("public/2568/o12/{name}/procurement.csv")));
    }
    let crawled = crawl(&site.path("public"), "/oit/");
    assert!(crawled > 100, "{crawled}");
    for (page, files) in [
        ("2568/o12/index.html", "/oit/2568/o12/procurement"),
        ("2568/o12/a/index.html", "/oit/2568/o12/a/procurement"),
        ("2568/print/index.html", "/oit/2568/o12/procurement"),
    ] {
        let html = site.read(&format!("public/{page}"));
        for kind in ["XLSX", "CSV"] {
            let ending = kind.to_lowercase();
            let link = html.split(&format!("href=\"{files}.{ending}\"")).nth(1);
            let link = link.unwrap_or_else(|| panic!("{page}: {kind}"));
            let file = std::fs::metadata(site.path(&format!("public{}.{ending}", &files[4..])));
            let bytes = file.unwrap().len();
            let note = match bytes {
                0..1024 => format!("({kind}, {bytes} B)"),
                _ => format!("({kind}, {} KB)", bytes.div_ceil(1024)),
            };
            assert!(
                link.split("</li>").next().unwrap().contains(&note),
                "{page}: {note}"
            );
        }
    }
    assert!(
        !site
            .read("public/2568/o12/none/index.html")
            .contains("procurement.csv")
    );
}

#[test]
fn a_report_of_the_year_before_says_that_year() {
    let site = site(
        "o13",
        &[("index", "[[data.procurement]]\nwork = \"ถนน\"\n")],
    );
    site.build();
    assert_eq!(csv(&site, "2568/o13/procurement.csv")[0][1], "2567");
}

#[test]
fn no_cell_becomes_a_formula() {
    for sign in ["=", "+", "-", "@"] {
        let evil = format!("{sign}HYPERLINK(1)");
        let front = format!(
            "[[data.procurement]]\nwork = \"{evil}\"\nwinner = \"{evil}\"\nstatus = \"{evil}\"\negp_no = \"{evil}\"\n"
        );
        let site = site("o12", &[("index", &front)]);
        site.build();
        let row = &csv(&site, "2568/o12/procurement.csv")[0];
        for at in [7, 10, 14, 15] {
            assert_eq!(row[at], format!("'{evil}"));
        }
        let row = &workbook(&site, "2568/o12/procurement.xlsx")[1];
        assert_eq!(row[7], Data::String(evil));
    }
}

#[test]
fn the_same_rows_give_the_same_bytes_and_nothing_is_written_again() {
    let make = || site("o12", &[("index", ROAD), ("a", ROAD)]);
    let (one, other) = (make(), make());
    one.build();
    // A workbook would name the second it was made in.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    other.build();
    assert!(tree(&one.path("public")) == tree(&other.path("public")));
    let again = one.build();
    assert!(again.stdout.contains("ใหม่ 0 · เปลี่ยน 0"), "{again:?}");
}

#[test]
fn a_table_that_was_published_is_not_withdrawn_without_a_word() {
    let site = site("o12", &[("index", ""), ("a", ROAD)]);
    site.build();
    site.write(
        "content/2568/o12/a.md",
        "+++\ntitle = \"a\"\ndate = \"2566-09-01\"\n+++\nเนื้อหา\n",
    );
    let run = site.run(&["build"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("o12/a/procurement.xlsx"), "{run:?}");
    assert!(site.exists("public/2568/o12/a/procurement.xlsx"));
    site.build_anew();
    assert!(!site.exists("public/2568/o12/a/procurement.xlsx"));
}

#[test]
fn a_file_of_the_same_name_keeps_its_address() {
    let site = site("o12", &[("index", ROAD)]);
    site.write("content/2568/o12/Procurement.CSV", "ก,ข\n1,2\n");
    site.write("content/2568/o12/แบบ.pdf", pdf("x"));
    site.build();
    assert_eq!(site.read("public/2568/o12/Procurement.CSV"), "ก,ข\n1,2\n");
    // Where names in other letters are the same file, a look-up would find the agency's.
    assert!(!tree(&site.path("public")).contains_key("2568/o12/procurement.csv"));
    assert!(site.exists("public/2568/o12/procurement.xlsx"));
    crawl(&site.path("public"), "/oit/");
}

#[test]
fn a_year_that_does_not_ask_for_it_has_none() {
    let site = site("o11", &[("index", ROAD)]);
    site.write(
        "content/2566/o21/index.md",
        format!("+++\n{ROAD}+++\nเนื้อหา\n"),
    );
    site.build();
    for name in tree(&site.path("public")).keys() {
        assert!(!name.ends_with("/procurement.csv"), "{name}");
    }
}

#[test]
fn the_name_of_a_form_never_leaves_the_folder() {
    let site = site("o12", &[]);
    let framework = "fiscal_year = 2568\n[[form]]\nname = \"../../x\"\ntitle = \"ก\"\ndataset = \"risks\"\n\
        columns = [{ title = \"ความเสี่ยง\", value = \"event\" }]\n\
        [[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n\
        [[indicator.sub.item]]\nnumber = 1\nkey = \"a\"\ntitle = \"ค\"\nform = \"../../x\"\n";
    site.write("content/2568/framework.toml", framework);
    site.write(
        "content/2568/o01/index.md",
        "+++\n[[data.risks]]\nevent = \"เสี่ยง\"\n+++\nเนื้อหา\n",
    );
    site.build();
    assert_eq!(csv(&site, "2568/o1/------x.csv"), [["เสี่ยง"]]);
}

#[test]
fn a_project_number_is_no_number_of_a_person() {
    let mut rows = String::new();
    for at in 0..60 {
        let number = 68_019_000_001_u64 + at * 7_919;
        writeln!(
            rows,
            "[[data.procurement]]\nwork = \"ซื้อ {at}\"\negp_no = \"{number}\"\nbudget = {at}1"
        )
        .unwrap();
    }
    let site = site("o12", &[("index", &rows)]);
    let codes = |site: &SiteTest| -> Vec<String> {
        site.findings()
            .into_iter()
            .map(|finding| finding.code)
            .collect()
    };
    let found = codes(&site);
    assert!(
        !found
            .iter()
            .any(|code| code.contains("citizen") || code == "project-number"),
        "{found:?}"
    );
    // That of a person is one in this column too; the digits are made up, no province has such a code.
    let person = "1300040012340";
    let row = format!("[[data.procurement]]\nwork = \"ซื้อ\"\negp_no = \"{person}\"\n");
    let site = self::site("o12", &[("index", &row)]);
    let found = site.findings();
    let codes: Vec<&str> = found.iter().map(|finding| finding.code.as_str()).collect();
    assert!(
        codes.contains(&"citizen-number") && codes.contains(&"project-number"),
        "{codes:?}"
    );
    let quoted = found
        .iter()
        .any(|finding| finding.message.contains(person) || finding.help.contains(person));
    assert!(!quoted, "{found:?}");
}
