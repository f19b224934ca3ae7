//! Documents of another year, as a clerk hands them in again.

use super::{Case, lines, site_with};

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    Case { code: "stale-year", at: "content/2566/o13/index.md:2:9", more: &[], files: &[
        ("content/2566/o13/index.md", "+++\n\
         title = \"รายงานผลการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๔\"\n\
         period = \"2565\"\n\
         components = [1, 2, 3, 4]\n\
         +++\n\
         รายงานน้ำ\n"),
    ] },
    Case { code: "stale-year", at: "content/2566/o22/index.toml:3:19", more: &[], files: &[
        ("content/2566/o22/index.toml", "period = \"2565\"\n\
         components = [1, 2, 3]\n\
         files = [{ path = \"annual-report-2564.pdf\", title = \"รายงานผลการจัดซื้อ ปี 2565\" }]\n"),
        ("content/2566/o22/annual-report-2564.pdf", "%PDF"),
    ] },
    Case { code: "stale-year", at: "content/2566/o38/report.md:6:42", more: &[], files: &[
        ("content/2566/o38/report.md", "+++\n\
         title = \"รายงานผลป้องกันการทุจริต\"\n\
         date = \"2566-01-31\"\n\
         period = \"2565\"\n\
         components = [1, 2, 3]\n\
         files = [{ path = \"oit2566.pdf\", title = \"รายงานผล ปีงบ 66\" }]\n\
         +++\n"),
        ("content/2566/o38/oit2566.pdf", "%PDF"),
    ] },
    Case { code: "stale-year", at: "content/2566/o31/index.md:2:9", more: &[
        ("stale-year", "content/2566/o31/ประกาศงดรับ-ประจำปี-2565.pdf:1:1"),
    ], files: &[
        ("content/2566/o31/index.md", "+++\n\
         title = \"ประกาศเจตนารมณ์ No Gift Policy ประจำปี 2022\"\n\
         date = \"2566-01-31\"\n\
         components = [1, 2, 3]\n\
         +++\n\
         กู้ชื่อเสียง\n"),
        ("content/2566/o31/ประกาศงดรับ-ประจำปี-2565.pdf", "%PDF"),
    ] },
    Case { code: "stale-year", at: "content/2566/o4/index.md:2:9", more: &[
        ("period-missing", "content/2566/o4/index.md:1:1"),
    ], files: &[
        ("content/2566/o4/index.md", "+++\n\
         title = \"แผนพัฒนาท้องถิ่น (พ.ศ. 2561–2565)\"\n\
         components = [1, 2, 3]\n\
         +++\n\
         แผนน้ำ\n"),
    ] },
    Case { code: "stale-year", at: "content/2566/o33/index.md:6:8", more: &[], files: &[
        ("content/2566/o33/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2]\n\
         \n\
         [[table]]\n\
         file = \"gift-2564.csv\"\n\
         caption = \"การรับของขวัญ\"\n\
         +++\n"),
        ("content/2566/o33/gift-2564.csv", "เดือน,จำนวน\nตุลาคม,0\n"),
    ] },
    Case { code: "stale-year", at: "content/2566/o31/index.md:2:9", more: &[
        ("stale-year", "content/2566/o31/index.md:4:18"),
    ], files: &[
        ("content/2566/o31/index.md", "+++\n\
         title = \"ประกาศเจตนารมณ์ No Gift Policy ปี ๒๕๖๕\"\n\
         components = [1, 2, 3]\n\
         links = [{ url = \"https://x.example/a\", title = \"ประกาศงดรับของขวัญ ปี 65\" }]\n\
         date = \"2566-01-31\"\n\
         +++\n\
         กู้ชื่อเสียง\n"),
    ] },
    Case { code: "stale-year", at: "content/2566/o12/index.md:2:9", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\n\
         title = \"รายงานรอบ 6 เดือน ปีงบประมาณ 2565\"\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         +++\n\
         รายงานน้ำ\n"),
    ] },
];

#[test]
fn names_that_speak_of_other_things_are_right() {
    let document = |title: &str, date: &str, rest: &str| {
        format!("+++\ntitle = \"{title}\"\ndate = \"{date}\"\n{rest}\n+++\nเนื้อหา\n")
    };
    let files = [
        // What a rule asks for, in every spelling.
        (
            "o13/a",
            document(
                "รายงานผล ปี ๒๕๖๕",
                "2566-01-01",
                "period = \"2565\"\ncomponents = [1, 2, 3, 4]",
            ),
        ),
        ("o13/b", document("รายงานผล ประจำปี 2022", "2566-01-01", "")),
        ("o13/c", document("รายงานผล ปีงบ 64–65", "2566-01-01", "")),
        // Laws, dates, numbers of resolutions, results that a measure builds on.
        (
            "o12/a",
            document(
                "รายงานตามระเบียบ พ.ศ. 2560",
                "2566-04-01",
                "period = \"2566-H1\"\ncomponents = [1, 2, 3, 4]",
            ),
        ),
        (
            "o12/b",
            document("สถิติ 1 ตุลาคม 2565 – 31 มี.ค. 66", "2566-04-01", ""),
        ),
        ("o12/c", document("มติที่ประชุมครั้งที่ 12/2565", "2566-04-01", "")),
        (
            "o43/index",
            document(
                "มาตรการจากผลการประเมิน ITA ปี 2565",
                "2566-04-01",
                "components = [1, 2, 3]",
            ),
        ),
        // Plans that span the year, and its own period.
        (
            "o4/a",
            document(
                "แผนพัฒนา พ.ศ. 2566-2570",
                "2566-01-01",
                "period = \"2566..2570\"\ncomponents = [1, 2, 3]",
            ),
        ),
        (
            "o4/b",
            document(
                "แผนพัฒนาฉบับเดิม ปี 2561-2565",
                "2566-01-01",
                "period = \"2561..2565\"",
            ),
        ),
        // News among news; an item without a time.
        (
            "o7/a",
            document("เบี้ยยังชีพปี 2568", "2566-01-01", "components = [1, 2]"),
        ),
        ("o7/b", document("ผลงานประจำปี 2564", "2566-01-01", "")),
        (
            "o6/a",
            document(
                "เทศบัญญัติงบประมาณ ประจำปี 2560",
                "2566-01-01",
                "components = [1]",
            ),
        ),
        // Evidence for two items with two years.
        (
            "o11/a",
            document(
                "รายงานประจำปี 2565",
                "2566-01-01",
                "period = \"2566\"\ncomponents = [1, 2, 3, 4, 5]\nalso = [\"o22\"]",
            ),
        ),
    ];
    let files: Vec<(String, String)> = files
        .into_iter()
        .map(|(name, text)| (format!("content/2566/{name}.md"), text))
        .collect();
    let mut files: Vec<(&str, &str)> = files.iter().map(|(a, b)| (&**a, &**b)).collect();
    files.extend([
        ("content/2566/o13/index.md", "รายงาน\n"),
        ("content/2566/o13/photos/IMG_2564.jpg", "x"),
        ("content/2566/o13/คำสั่ง-12-2564.pdf", "%PDF"),
        ("content/2566/o13/ITA2566-o13.pdf", "%PDF"),
        ("content/2566/o13/66059122564.pdf", "%PDF"),
    ]);
    let found = lines(&site_with(&files).findings());
    let stale: Vec<&String> = found
        .iter()
        .filter(|line| line.contains("stale-year"))
        .collect();
    assert!(stale.is_empty(), "{found:#?}");
}
