//! Every kind of dataset as the theme draws it: what is added up, joined and measured is right.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::harness::{SiteTest, attributes, tree, unescape};

/// The page of a document that has this under its other keys.
fn page(front: &str) -> String {
    let site = SiteTest::new();
    page_of(&site, front)
}

fn page_of(site: &SiteTest, front: &str) -> String {
    site.write(
        "content/2566/o06/index.md",
        format!("+++\n{front}\n+++\nเนื้อหา\n"),
    );
    site.build();
    let html = site.read("public/2566/o6/index.html");
    let ids = attributes(&html, "id");
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    assert!(!html.contains(" style="));
    html
}

/// The block of a kind of dataset.
fn block<'a>(html: &'a str, kind: &str) -> &'a str {
    let start = html.find(&format!("<section class=\"dataset {kind}\" id=\"_{kind}\""));
    let html = &html[start.unwrap_or_else(|| panic!("{kind} is not drawn"))..];
    // Files to download stand below what is drawn.
    let end = html.find("<p class=\"downloads\">");
    &html[..end.or(html.find("</section>")).unwrap()]
}

/// What people read, with one space between.
fn text(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push(' ');
        out.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    let out = unescape(&out).replace("&nbsp;", " ");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A cell as it stands in the HTML.
#[derive(Debug)]
struct Cell {
    text: String,
    rows: usize,
    columns: usize,
}

/// The rows of the tables in a piece of HTML, a table each.
fn tables(html: &str) -> Vec<Vec<Vec<Cell>>> {
    let span = |cell: &str, name: &str| {
        let tag = cell.split('>').next().unwrap().to_owned() + " ";
        let values = attributes(&tag, name);
        values.first().map_or(1, |value| value.parse().unwrap())
    };
    let cells = |row: &str| {
        let row = row.replace("<th", "<td");
        row.split("<td")
            .skip(1)
            .map(|cell| Cell {
                text: text(&format!("<td{cell}")),
                rows: span(cell, "rowspan"),
                columns: span(cell, "colspan"),
            })
            .collect()
    };
    html.split("<table")
        .skip(1)
        .map(|table| table.split("</table>").next().unwrap())
        // `<thead` starts like `<th`.
        .map(|table| table.replace("<thead>", ""))
        .map(|table| table.split("<tr").skip(1).map(cells).collect())
        .collect()
}

fn texts(row: &[Cell]) -> Vec<&str> {
    row.iter().map(|cell| cell.text.as_str()).collect()
}

/// Each row's cells, with those that reach down into it, add up to the number of columns.
fn assert_rectangular(table: &[Vec<Cell>]) {
    let width: usize = table[0].iter().map(|cell| cell.columns).sum();
    let mut reaching: Vec<(usize, usize)> = Vec::new();
    for row in table {
        let above: usize = reaching.iter().map(|(_, columns)| columns).sum();
        let own: usize = row.iter().map(|cell| cell.columns).sum();
        assert_eq!(above + own, width, "{:?}", texts(row));
        reaching.extend(row.iter().map(|cell| (cell.rows, cell.columns)));
        for (rows, _) in &mut reaching {
            *rows -= 1;
        }
        reaching.retain(|(rows, _)| *rows > 0);
    }
    assert!(reaching.is_empty(), "a cell reaches below the table");
}

#[test]
fn executives_are_cards_by_side_with_links_to_reach_them() {
    let site = SiteTest::new();
    site.write("content/2566/o06/a.jpg", b"\xff\xd8\xff");
    let html = page_of(
        &site,
        "[[data.executives]]\nname = \"ปลัด <ก>\"\ngroup = \"ประจำ\"\nphone = \"0 2123 4567 ต่อ 12, ๐๘๑ ๒๓๔ ๕๖๗๘\"\n\
         [[data.executives]]\nname = \"นายก\"\ngroup = \"การเมือง\"\nphoto = \"a.jpg\"\nemail = \"a@b.example\"\nline = \"@town\"\nurl = \"https://b.example/\"\n\
         [[data.executives]]\nname = \"ไม่ระบุฝ่าย\"\n",
    );
    let block = block(&html, "executives");
    let order = ["ฝ่ายการเมือง", "นายก", "ฝ่ายประจำ", "ปลัด", "ไม่ระบุฝ่าย"];
    let places: Vec<usize> = order.iter().map(|name| block.find(name).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(
        attributes(block, "href"),
        [
            "mailto:a@b.example",
            "https://b.example/",
            "tel:021234567;ext=12",
            "tel:0812345678"
        ]
    );
    assert_eq!(attributes(block, "alt"), ["รูปถ่าย นายก"]);
    assert_eq!(attributes(block, "src"), ["/2566/o6/a.jpg"]);
    assert_eq!(block.matches("aria-label=\"ไม่มีรูปถ่าย\"").count(), 2);
    assert!(!block.contains("<ก>"));
}

#[test]
fn a_contact_is_an_address_block_with_a_map() {
    let html = page(
        "[[data.contact]]\naddress = \"99 หมู่ 9\"\nphone = \"0 0000 0001\"\nfax = \"0 0000 0002\"\nemail = \"a@b.example\"\nmap = \"https://map.example/1\"\nhours = \"08.30–16.30\"\n",
    );
    let block = block(&html, "contact");
    assert_eq!(
        attributes(block, "href"),
        [
            "tel:000000001",
            "mailto:a@b.example",
            "https://map.example/1"
        ]
    );
    for word in ["99 หมู่ 9", "0 0000 0002", "08.30–16.30"] {
        assert!(text(block).contains(word), "{word}");
    }
}

#[test]
fn of_several_telephone_numbers_each_is_dialled_and_no_fax() {
    let html = page(
        "[[data.contact]]\naddress = \"ก\"\nphone = \"0-2123-4567 หรือ 081-234-5678 และ โทร. 0-2123-4569 โทรสาร 0-2123-4568\"\n\
         [[data.contact]]\naddress = \"ข\"\nphone = \"0-2123-4567 081-234-5678, ฝ่ายป้องกันและบรรเทา ๑๙๙\"\n",
    );
    let block = block(&html, "contact");
    let numbers = [
        "tel:021234567",
        "tel:0812345678",
        "tel:021234569",
        "tel:199",
    ];
    assert_eq!(attributes(block, "href"), numbers);
    for word in [
        "โทรสาร 0-2123-4568",
        "0-2123-4567 081-234-5678",
        "ป้องกันและบรรเทา",
    ] {
        assert!(text(block).contains(word), "{word}");
    }
}

#[test]
fn channels_are_grouped_and_only_a_survey_elsewhere_has_a_code() {
    let html = page(
        "[[data.channels]]\nkind = \"social\"\nlabel = \"เพจ\"\nurl = \"https://a.example/\"\n\
         [[data.channels]]\nkind = \"eit-survey\"\nlabel = \"ตอบแบบวัด\"\nurl = \"https://survey.example/?a=1&b=2\"\n\
         [[data.channels]]\nkind = \"social\"\nurl = \"https://c.example/\"\n\
         [[data.channels]]\nkind = \"eit-survey\"\nlabel = \"ภายใน\"\nurl = \"o5\"\n",
    );
    let block = block(&html, "channels");
    assert_eq!(block.matches("<h4>").count(), 2, "{block}");
    assert_eq!(block.matches("<svg").count(), 1);
    assert!(block.contains("aria-label=\"QR code ของ https://survey.example/?a=1&amp;b=2\""));
    let links = attributes(block, "href");
    let survey = "https://survey.example/?a=1&b=2";
    assert_eq!(
        links,
        [
            "https://a.example/",
            "https://c.example/",
            survey,
            survey,
            "/2566/o5/"
        ]
    );
}

#[test]
fn the_money_of_projects_adds_up() {
    let html = page(
        "[[data.projects]]\nname = \"ก\"\nbudget = 300000\nspent = 100000.5\nprogress = 35\n\
         [[data.projects]]\nname = \"ข\"\nbudget = \"๑๐๐,๐๐๐\"\nprogress = 100\n",
    );
    let block = block(&html, "projects");
    let table = &tables(block)[0];
    assert_rectangular(table);
    let total = texts(table.last().unwrap());
    assert_eq!(total, ["รวม", "400,000", "100,000.5 (25.00%)", ""]);
    assert_eq!(attributes(block, "x2"), ["35", "100"]);

    let html = page(
        "[[data.projects]]\nname = \"ก\"\nbudget = 100\nspent = 50\n[[data.projects]]\nname = \"ข\"\nspent = 50\n",
    );
    assert!(
        !html.contains("50.00%"),
        "a share of half the budgets is none"
    );
}

#[test]
fn procurement_is_grouped_by_month_in_order() {
    let row = |work: &str, month: &str, price: u32| {
        format!(
            "[[data.procurement]]\nwork = \"{work}\"\nprice = {price}\nbudget = 1000\nbidders = [{{ name = \"ร้าน {work}\", price = {price} }}]\n{month}\n"
        )
    };
    let html = page(
        &[
            row("ค", "", 4),
            row("ข", "month = \"2566-01\"", 1000),
            row("ก", "month = \"2565-12\"", 20),
            row("ง", "month = \"2566-01\"", 300),
        ]
        .concat(),
    );
    let table = &tables(block(&html, "procurement"))[0];
    assert_rectangular(table);
    let firsts: Vec<&str> = table.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(
        firsts[1..],
        [
            "ธันวาคม 2565 1 รายการ ราคาที่ตกลงรวม 20 บาท",
            "ก",
            "มกราคม 2566 2 รายการ ราคาที่ตกลงรวม 1,300 บาท",
            "ข",
            "ง",
            "ไม่ได้ระบุเดือน 1 รายการ ราคาที่ตกลงรวม 4 บาท",
            "ค",
            "รวม",
        ]
    );
    assert_eq!(texts(table.last().unwrap()), ["รวม", "4,000", "", "1,324"]);
}

#[test]
fn statistics_have_sums_and_bars_that_equal_the_counts() {
    let html = page(
        "[data.statistics_labels]\nshare = \"ร้อยละที่แล้วเสร็จ\"\n\
         [[data.statistics]]\nperiod = \"2565-10\"\nvisits = 1000\nshare = 50\n\
         [[data.statistics]]\nperiod = \"2565-11\"\nvisits = 250\nshare = 75\n",
    );
    let tables = tables(block(&html, "statistics"));
    for table in &tables {
        assert_rectangular(table);
    }
    assert_eq!(
        texts(tables[0].last().unwrap()),
        ["รวม", "1,250", ""],
        "shares are not added up"
    );
    assert_eq!(tables.len(), 1, "bars stand in the table, which says all");
    assert_eq!(texts(&tables[0][1]), ["ตุลาคม 2565", "1,000", "50"]);
    // Each of the greatest of its own counter, row by row.
    assert_eq!(
        attributes(block(&html, "statistics"), "x2"),
        ["100", "66.67", "25", "100"]
    );
}

#[test]
fn periods_that_overlap_are_not_added_up() {
    let html = page(
        "[[data.statistics]]\nperiod = \"2566-Q1\"\nvisits = 9\n[[data.statistics]]\nperiod = \"2565-10\"\nvisits = 3\n",
    );
    assert!(!block(&html, "statistics").contains("<tfoot"));
}

#[test]
fn measures_are_numbered_and_equal_cells_joined() {
    let row = |measure: &str, method: &str| {
        format!(
            "[[data.measures]]\nmeasure = \"{measure}\"\nmethod = \"{method}\"\nfollow_up = \"ทุกเดือน\"\n"
        )
    };
    let rows = [row("ก", "หนึ่ง"), row("ก", "สอง"), row("ข", "สอง")];
    let html = page(&rows.concat());
    let table = &tables(block(&html, "measures"))[0];
    assert_rectangular(table);
    assert_eq!(
        texts(&table[0]),
        ["ลำดับ", "มาตรการ", "ขั้นตอนหรือวิธีการ", "การกำกับติดตาม"],
        "only columns that are filled in"
    );
    let spans: Vec<usize> = table[1].iter().map(|cell| cell.rows).collect();
    assert_eq!(spans, [2, 2, 1, 2]);
    assert_eq!(texts(&table[2]), ["สอง"]);
    // On a phone a measure stands alone, and says all that belongs to it.
    assert_eq!(texts(&table[3]), ["2", "ข", "สอง", "ทุกเดือน"]);
}

#[test]
fn what_no_row_fills_in_is_not_drawn() {
    for rows in [
        "[[data.measures]]\nmeasure = \"\"\n[[data.measures]]\nmeasure = \"\"\n",
        "[[data.procurement]]\nwork = \"\"\nmonth = \"2566-01\"\n",
        "[[data.improvements]]\ninstrument = \"IIT\"\n",
        "[[data.channels]]\nkind = \"qa\"\n",
        "[[data.executives]]\nname = \"\"\ngroup = \"ประจำ\"\n",
        "[[data.projects]]\nname = \" \"\n",
    ] {
        let html = page(rows);
        assert!(!html.contains("class=\"dataset "), "{rows}");
    }
    // Without the measure the other columns still say something, a number for each row.
    let html = page(&"[[data.measures]]\nmeasure = \"\"\nmethod = \"ก\"\n".repeat(2));
    let table = &tables(block(&html, "measures"))[0];
    assert_rectangular(table);
    assert_eq!(texts(&table[1]), ["1", "ก"]);
    assert_eq!(texts(&table[2]), ["2", "ก"]);
}

#[test]
fn improvements_stand_by_instrument_and_indicator_with_both_boxes() {
    let row = |instrument: &str, indicator: &str, rest: &str| {
        format!(
            "[[data.improvements]]\ninstrument = \"{instrument}\"\nindicator = \"{indicator}\"\npoint = \"จุด\"\n{rest}\n"
        )
    };
    let html = page(
        &[
            row("OIT", "9", "done = true\nresult = \"ลงแล้ว\""),
            row("IIT", "2", "done = false"),
            row("IIT", "1", ""),
            row("IIT", "2", "done = true\nresult = \"เสร็จ\""),
        ]
        .concat(),
    );
    let tables = tables(block(&html, "improvements"));
    for table in &tables {
        assert_rectangular(table);
    }
    let [iit, oit] = &tables[..] else {
        panic!("{tables:?}")
    };
    assert_eq!(
        texts(&iit[1]),
        [
            "ตัวชี้วัดที่ 2 การใช้งบประมาณ",
            "จุด",
            "☑ ยังไม่ได้ดำเนินการ (เลือก) ☐ ดำเนินการ"
        ]
    );
    assert_eq!(iit[1][0].rows, 2);
    assert_eq!(
        texts(&iit[2]),
        ["จุด", "☐ ยังไม่ได้ดำเนินการ ☑ ดำเนินการ (เลือก) เสร็จ"]
    );
    assert_eq!(texts(&iit[3]), ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "จุด", ""]);
    assert_eq!(oit[1][0].text, "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล");
}

#[test]
fn points_to_improve_stay_apart_and_none_vanishes() {
    let html = page(
        "[[data.improvements]]\ninstrument = \"IIT\"\npoint = \"ซ้ำ\"\naction = \"หนึ่ง\"\n\
         [[data.improvements]]\ninstrument = \"IIT\"\npoint = \"ซ้ำ\"\naction = \"สอง\"\n\
         [[data.improvements]]\ninstrument = \"\"\npoint = \"ไม่ระบุแบบวัด\"\n",
    );
    let block = block(&html, "improvements");
    let tables = tables(block);
    for table in &tables {
        assert_rectangular(table);
    }
    assert_eq!(texts(&tables[0][1]), ["ซ้ำ", "หนึ่ง"]);
    assert_eq!(texts(&tables[0][2]), ["ซ้ำ", "สอง"]);
    assert_eq!(texts(&tables[1][1]), ["ไม่ระบุแบบวัด", ""]);
    assert!(!block.contains("<h4></h4>"));
}

#[test]
fn a_risk_says_its_level_in_words_and_by_a_class() {
    let mut front = String::new();
    for level in ["สูงมาก", "สูง (15)", "ปานกลาง", "ต่ำ", "3"]
    {
        let _ = write!(
            front,
            "[[data.risks]]\nevent = \"เหตุ\"\nlevel = \"{level}\"\n"
        );
    }
    let html = page(&front);
    let block = block(&html, "risks");
    for cell in [
        "class=\"gravity very-high\">สูงมาก<",
        "class=\"gravity high\">สูง (15)<",
        "class=\"gravity medium\">ปานกลาง<",
        "class=\"gravity low\">ต่ำ<",
        "<td>3<",
    ] {
        assert!(block.contains(cell), "{cell}: {block}");
    }
}

fn scores(rows: &[(&str, f64, u16)]) -> String {
    let mut front = String::new();
    for (of, score, year) in rows {
        let _ = write!(
            front,
            "[[data.scores]]\nof = \"{of}\"\nscore = {score:.2}\nyear = {year}\n"
        );
    }
    front
}

/// The sentence at the top of the scores.
fn outcome(rows: &[(&str, f64, u16)]) -> String {
    let html = page(&scores(rows));
    let block = block(&html, "scores");
    let outcome = block.split("<p class=\"outcome\">").nth(1);
    let outcome = outcome.and_then(|rest| rest.split("</p>").next());
    text(outcome.unwrap_or_default())
}

#[test]
fn the_level_is_that_of_the_years_own_scale() {
    let with = |total, each| {
        [
            ("total", total, 2566),
            ("IIT", each, 2566),
            ("EIT", 100.0, 2566),
            ("OIT", 100.0, 2566),
        ]
    };
    for (total, each, level) in [
        (95.0, 95.0, "ผ่านดีเยี่ยม"),
        (95.0, 94.99, "ผ่านดี"),
        (94.99, 99.0, "ผ่านดี"),
        (85.0, 85.0, "ผ่านดี"),
        (85.0, 84.99, "ผ่าน"),
        (84.99, 100.0, "ต้องปรับปรุง"),
        (69.99, 100.0, "ต้องปรับปรุงโดยด่วน"),
    ] {
        let expected = format!("ปี 2566 ได้ {total:.2} คะแนน ระดับ {level}");
        assert_eq!(outcome(&with(total, each)), expected);
    }
    // 2565 has no folder here, but its scale is built in.
    let old = [("total", 84.99, 2565)];
    assert_eq!(outcome(&old), "ปี 2565 ได้ 84.99 คะแนน ระดับ B");
    // What the scores do not decide is not said.
    let total = [("total", 96.0, 2566)];
    assert_eq!(outcome(&total), "ปี 2566 ได้ 96.00 คะแนน");
    assert_eq!(outcome(&[("IIT", 96.0, 2566)]), "");
}

#[test]
fn a_score_of_a_year_to_come_does_not_take_the_page_over() {
    let html = page(&scores(&[("total", 96.0, 2566), ("OIT", 12.3, 2570)]));
    let block = block(&html, "scores");
    assert!(text(block).contains("ปี 2566 ได้ 96.00 คะแนน"));
    assert!(!block.contains("2570"), "{block}");
}

#[test]
fn the_chart_is_a_table_of_this_year_beside_the_last_with_bars_as_long() {
    let html = page(&scores(&[
        ("total", 78.19, 2566),
        ("IIT", 78.37, 2566),
        ("EIT1", 76.16, 2566),
        ("EIT2", 78.37, 2566),
        ("OIT", 78.75, 2566),
        ("9", 80.0, 2566),
        ("total", 81.0, 2565),
        ("OIT", 80.5, 2565),
    ]));
    let block = block(&html, "scores");
    let figures: Vec<&str> = block.split("<figure").skip(1).collect();
    assert_eq!(figures.len(), 1, "two years stand side by side: no history");
    let table = &tables(figures[0])[0];
    assert_rectangular(table);
    let rows: Vec<Vec<&str>> = table[1..].iter().map(|row| texts(row)).collect();
    assert_eq!(
        rows,
        [
            ["คะแนนรวมและแบบวัด", "", ""],
            ["คะแนนรวม", "78.19 81.00", "−2.81"],
            ["IIT", "78.37", ""],
            ["EIT ส่วนที่ 1", "76.16", ""],
            ["EIT ส่วนที่ 2", "78.37", ""],
            ["OIT", "78.75 80.50", "−1.75"],
            ["ตัวชี้วัด", "", ""],
            ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "80.00", ""],
        ]
    );
    // A full score has four fifths of the place, so that its number stands behind it.
    let svgs = figures[0].split("<span class=\"score").skip(1);
    let widths: Vec<String> = svgs.map(|svg| attributes(svg, "width").remove(0)).collect();
    let lengths: Vec<f64> = widths
        .iter()
        .map(|width| width.trim_end_matches('%').parse::<f64>().unwrap() / 0.8)
        .collect();
    let numbers = rows.iter().flat_map(|row| row[1].split_whitespace());
    let numbers: Vec<f64> = numbers.map(|number| number.parse().unwrap()).collect();
    assert_eq!(lengths.len(), numbers.len());
    for (length, number) in lengths.iter().zip(&numbers) {
        assert!((length - number).abs() < 0.01, "{length} for {number}");
    }
    assert!(
        !text(block).contains("ข้อคำถามของแบบวัด"),
        "there are no questions"
    );
}

#[test]
fn years_come_from_all_documents_once_and_never_from_later_ones() {
    let site = SiteTest::new();
    let other = |item: &str, date: &str, more: &str, rows: &[(&str, f64, u16)]| {
        let text = format!(
            "title = \"ผล\"\ndate = \"{date}\"\n{more}\n{}",
            scores(rows)
        );
        site.write(&format!("content/2566/{item}/ผล-{date}.toml"), text);
    };
    other(
        "o07",
        "2566-01-02",
        "",
        &[("total", 61.0, 2564), ("total", 62.0, 2563)],
    );
    other(
        "o08",
        "2566-03-02",
        "",
        &[("total", 64.0, 2564), ("total", 99.0, 2565)],
    );
    other(
        "o08",
        "2566-04-02",
        "draft = true",
        &[("total", 11.0, 2562)],
    );
    other("o09", "2566-05-02", "", &[("total", 90.0, 2567)]);
    let html = page_of(
        &site,
        &scores(&[("total", 70.0, 2566), ("total", 65.0, 2565)]),
    );
    let figures: Vec<&str> = block(&html, "scores").split("<figure").collect();
    let table = &tables(figures[2])[0];
    let rows: Vec<Vec<&str>> = table[1..].iter().map(|row| texts(row)).collect();
    assert_eq!(
        rows,
        [
            ["คะแนนรวม", ""],
            ["2563", "62.00"],
            ["2564", "64.00"],
            ["2565", "65.00"],
            ["2566", "70.00"],
        ]
    );
}

#[test]
fn links_in_texts_lead_where_they_should() {
    let html = page(
        "[[data.measures]]\nmeasure = \"ตาม [ประกาศ](o5)\"\nmethod = \"**ด่วน**\"\n[[data.risks]]\nevent = \"ดู [ข้อ 7](o7)\"\n",
    );
    let measures = block(&html, "measures");
    assert_eq!(attributes(measures, "href"), ["/2566/o5/"]);
    assert!(measures.contains("<strong>ด่วน</strong>"));
    assert_eq!(attributes(block(&html, "risks"), "href"), ["/2566/o7/"]);
}

/// The paragraphs that hold what HTML does not let them hold.
fn broken_paragraphs(html: &str) -> Vec<&str> {
    let blocks = ["<p>", "<ul", "<ol", "<div", "<blockquote", "<table", "<dl"];
    let paragraphs = html.split("<p>").skip(1);
    paragraphs
        .filter_map(|rest| rest.split("</p>").next())
        .filter(|inside| blocks.iter().any(|block| inside.contains(block)))
        .collect()
}

#[test]
fn what_a_clerk_writes_in_a_cell_is_no_list_of_one() {
    let html = page(
        "[[data.executives]]\nname = \"1. นาย ก\"\nposition = \"-\"\nline = \"---\"\n\
         [[data.executives]]\nname = \"- นาย **ข**\"\nposition = \"1. ปลัด\\n2. รักษาการ\"\n\
         [[data.risks]]\nevent = \"> 50 คน\"\nmeasure = \"ก\\n\\n1) ข\"\nresult = \"- [x] ทำแล้ว\"\n\
         [[data.channels]]\nkind = \"qa\"\nlabel = \"-\"\nnote = \"- ก\\n- ข\"\n",
    );
    let people = block(&html, "executives");
    for shown in ["1. นาย ก", "LINE ---", "- นาย ข", "ปลัด", "รักษาการ"]
    {
        assert!(text(people).contains(shown), "{shown}: {people}");
    }
    assert_eq!(people.matches("<ol>").count(), 1, "two numbered lines");
    assert!(people.contains("<strong>ข</strong>"));
    let risks = block(&html, "risks");
    assert!(!risks.contains("<blockquote") && !risks.contains("<ol"));
    assert!(text(risks).contains("> 50 คน ก 1) ข ☑ ทำแล้ว"), "{risks}");
    assert_eq!(block(&html, "channels").matches("<li>").count(), 3);
    assert!(!people.contains('\\') && !risks.contains('\\'));
    assert_eq!(broken_paragraphs(&html), [""; 0]);
}

#[test]
fn blocks_in_cells_never_stand_in_a_paragraph() {
    let site = SiteTest::new();
    let two = "หนึ่ง\\n\\nสอง";
    let html = page_of(
        &site,
        &format!(
            "[[data.executives]]\nname = \"{two}\"\nposition = \"{two}\"\n\
             [[data.contact]]\naddress = \"{two}\"\n\
             [[data.channels]]\nkind = \"qa\"\nlabel = \"{two}\"\nurl = \"https://a.example/\"\nnote = \"{two}\"\n\
             [[data.channels]]\nkind = \"qa\"\nlabel = \"{two}\"\n"
        ),
    );
    assert_eq!(broken_paragraphs(&html), [""; 0]);
    let home = site.read("public/index.html");
    // The address, and label and note of the channel that has an address to lead to.
    assert_eq!(home.matches("<p>สอง</p>").count(), 3);
    assert_eq!(broken_paragraphs(&home), [""; 0]);
}

#[test]
fn cells_give_no_ids() {
    let html = page(
        "[[data.measures]]\nmeasure = \"# หัวข้อ\"\nmethod = \"ก[^1]\\n\\n[^1]: ข\"\n\
         [[data.measures]]\nmeasure = \"# หัวข้อ\"\nmethod = '<b id=\"x\">ค</b> <a name=\"y\">ง</a>'\n",
    );
    let ids = attributes(block(&html, "measures"), "id");
    assert_eq!(ids, ["_measures", "_measures_title"]);
    let names = attributes(block(&html, "measures"), "name");
    assert!(names.is_empty(), "{names:?}");
    assert!(!block(&html, "measures").contains("href=\"#"));
}

#[test]
fn the_demonstration_is_rectangular_and_its_ids_are_unique() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let run = crate::harness::run(
        crate::harness::oit()
            .args(["build", "--as-of", crate::harness::AS_OF, "--out"])
            .arg(&out)
            .current_dir(crate::harness::repository()),
    );
    assert_eq!(run.code, 0, "{run:?}");
    let mut seen = 0;
    for (name, bytes) in tree(&out) {
        if !name.ends_with(".html") {
            continue;
        }
        let html = String::from_utf8(bytes).unwrap();
        let ids = attributes(&html, "id");
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
        for block in html.split("<section class=\"dataset ").skip(1) {
            let block = block.split("</section>").next().unwrap();
            for table in tables(block) {
                assert_rectangular(&table);
            }
            seen += 1;
        }
    }
    assert!(seen >= 20, "{seen} datasets");
}

#[test]
fn datasets_stand_in_the_order_in_which_they_are_written_under_their_own_titles() {
    let html = page(
        "[[data.risks]]\nevent = \"รับสินบน\"\n[[data.measures]]\nmeasure = \"ตรวจ\"\n\
         [data.titles]\nrisks = \"ความเสี่ยงด้านการจัดซื้อ\"\n",
    );
    let own = html.find(">ความเสี่ยงด้านการจัดซื้อ</h");
    let usual = html.find(">มาตรการ</h");
    assert!(own.is_some() && own < usual, "{own:?} {usual:?}");
    let risks = "[[data.risks]]\nevent = \"รับสินบน\"\n";
    let contact = "[[data.contact]]\naddress = \"9 หมู่ 9\"\n";
    let order = |tables: [&str; 2]| {
        let html = page(&tables.concat());
        let mut places =
            ["รับสินบน<", "9 หมู่ 9</", "class=\"body\""].map(|part| (html.find(part), part));
        assert!(
            places.iter().all(|(place, _)| place.is_some()),
            "{places:?}"
        );
        places.sort_unstable();
        places.map(|(_, part)| part)
    };
    assert_eq!(
        order([contact, risks]),
        ["9 หมู่ 9</", "class=\"body\"", "รับสินบน<"]
    );
    assert_eq!(
        order([risks, contact]),
        ["class=\"body\"", "รับสินบน<", "9 หมู่ 9</"]
    );
    let site = SiteTest::new();
    site.write(
        "content/2566/o43/index.toml",
        "[[data.risks]]\nevent = \"ก\"\n[data.titles]\nrisk = \"ความเสี่ยง\"\n",
    );
    let findings = site.findings();
    let slip = findings.iter().find(|one| one.code == "unknown-key");
    assert!(
        slip.is_some_and(|one| one.help.contains("risks")),
        "{findings:#?}"
    );
}
