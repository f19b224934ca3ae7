//! Scores as a page shows them: what they are of by name, the scale and the pass mark of their year, and the advice on a
//! total that does not follow.

use serde_json::json;

use crate::harness::SiteTest;

/// A table of scores in an item's folder.
fn scores(rows: &[(&str, &str, u16)]) -> String {
    let rows = rows.iter().map(|(of, score, year)| {
        format!("[[data.scores]]\nof = \"{of}\"\nscore = {score}\nyear = {year}\n")
    });
    rows.collect()
}

fn site(front: &str) -> SiteTest {
    let site = SiteTest::new();
    site.write(
        "content/2566/o42/index.md",
        format!("+++\n{front}+++\nผล\n"),
    );
    site
}

/// The page with the scores.
fn page(front: &str) -> String {
    let site = site(front);
    site.build();
    site.read("public/2566/o42/index.html")
}

/// The words of a page, without those of its frame.
fn words(html: &str) -> String {
    let block = html.split("class=\"dataset ").nth(1).unwrap();
    let block = block.split("</section>").next().unwrap();
    let tags = block
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text = tags.collect::<Vec<_>>().join(" ").replace("&nbsp;", " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn indicators_of_the_surveys_have_their_names_in_charts_tables_and_search() {
    let front = scores(&[
        ("2", "76.22", 2566),
        ("๘", "75.58", 2566),
        ("2", "70", 2565),
        ("9.1", "60", 2566),
    ]);
    let more = "[[data.improvements]]\nindicator = \"5\"\npoint = \"ประเด็น\"\ninstrument = \"IIT\"\n\
                [[data.improvements]]\nindicator = \"E11\"\npoint = \"อื่น\"\ninstrument = \"EIT\"\n";
    let site = site(&(front + more));
    site.build();
    let html = site.read("public/2566/o42/index.html");
    let second = "<th scope=\"row\">ตัวชี้วัดที่ 2 การใช้งบประมาณ</th>";
    // Once, this year beside the year before.
    assert_eq!(html.matches(second).count(), 1, "{html}");
    for name in [
        "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน",
        "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน",
        "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต",
        "ข้อคำถาม e11",
    ] {
        assert!(html.contains(name), "{name}");
    }
    let index = site.read("public/search/2566-1.json");
    for name in ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "การแก้ไขปัญหาการทุจริต"]
    {
        let found = index.matches(name).count();
        assert_eq!(found, 1, "{name}: once, whatever the rows");
    }
}

#[test]
fn questions_and_instruments_stand_apart_from_indicators() {
    let words = words(&page(&scores(&[
        ("IIT", "90", 2566),
        ("i27", "44.33", 2566),
        ("5", "86.69", 2566),
        ("I๒๕", "92.47", 2566),
    ])));
    let at = |text: &str| {
        words
            .find(text)
            .unwrap_or_else(|| panic!("{text}: {words}"))
    };
    let charts = [
        "คะแนนรวมและแบบวัด IIT 90.00",
        "ตัวชี้วัด ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต 86.69",
        "ข้อคำถามของแบบวัด ข้อคำถาม i27 44.33 ข้อคำถาม i25 92.47",
    ];
    assert!(charts.map(at).is_sorted(), "{words}");
}

#[test]
fn scores_of_years_without_a_list_are_read_by_the_scale_of_their_time() {
    for (year, total, level) in [
        (2560, "84.99", "B"),
        (2561, "95", "AA"),
        (2562, "49", "F"),
        (2563, "53.04", "E"),
        (2567, "84", "ต้องปรับปรุง"),
    ] {
        // Under the year itself, whatever else the site has.
        let site = SiteTest::new();
        let own = "fiscal_year = 2568\nsource = \"ทดสอบ\"\n[[indicator]]\ncode = \"1\"\ntitle = \"ก\"\n\
                   [[indicator.sub]]\ncode = \"1.1\"\ntitle = \"ข\"\nitem = [{ number = 1, key = \"a\", title = \"ค\" }]\n";
        site.write("content/2568/framework.toml", own).write(
            "content/2568/o1/index.md",
            format!("+++\n{}+++\nผล\n", scores(&[("total", total, year)])),
        );
        site.build();
        let words = words(&site.read("public/2568/o1/index.html"));
        let wanted = format!("คะแนน ระดับ {level} ");
        assert!(words.contains(&wanted), "{year}: {words}");
        // Of the oldest years nobody was found to say what it took to pass.
        let pass = words.contains("เกณฑ์ผ่านการประเมิน");
        assert_eq!(pass, year >= 2563, "{year}: {words}");
    }
    // And their indicators by the names of their time.
    let old = page(&scores(&[("4", "71.51", 2563), ("10.1", "6.25", 2563)]));
    assert!(old.contains("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ"), "{old}");
    assert!(old.contains("ตัวชี้วัดย่อยที่ 10.1 การดำเนินการเพื่อป้องกันการทุจริต"));
}

#[test]
fn the_pass_mark_is_drawn_over_the_bars_and_said_in_words() {
    let html = page(&scores(&[("total", "78.19", 2566), ("9", "90", 2566)]));
    let block = html.split("class=\"dataset scores\"").nth(1).unwrap();
    let bars = block.matches("<span class=\"score").count();
    let lines = block.matches("x1=\"68%\" x2=\"68%\"").count();
    // One line for all bars: 85 of 100 in four fifths of their place.
    assert_eq!((bars, lines), (2, 1), "{block}");
    let words = words(&html);
    assert!(words.contains("เกณฑ์ผ่าน 85"), "{words}");
    assert!(
        words.contains("เกณฑ์ผ่านการประเมิน: คะแนนรวมตั้งแต่ 85"),
        "{words}"
    );
    // It needs no script, and charts that are not of scores have none.
    let other = page(
        "[[data.statistics]]\nperiod = \"2566-Q1\"\ntotal = 12\n[[data.statistics]]\nperiod = \"2566-Q2\"\ntotal = 9\n",
    );
    assert!(other.contains("<svg class=\"bar\"") && !other.contains("class=\"pass"));
}

/// The findings on a total, in English.
fn told(site: &SiteTest) -> Vec<String> {
    let run = site.run(&["check", "--format", "json", "--lang", "en"]);
    let found: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let found = found["findings"].as_array().unwrap().iter();
    let found = found.filter(|one| one["code"] == "total-does-not-follow");
    found
        .map(|one| one["message"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn a_total_that_does_not_follow_is_told_with_the_number_that_does() {
    let with = |total: &str, oit: &str, year: u16| {
        scores(&[
            ("total", total, year),
            ("IIT", "78.37", year),
            ("EIT", "76.16", year),
            ("OIT", oit, year),
        ])
    };
    let off = told(&site(&with("78.19", "78.75", 2566)));
    assert_eq!(off.len(), 1, "{off:?}");
    for said in ["78.19", "IIT 30, EIT 30, OIT 40", "77.86"] {
        assert!(off[0].contains(said), "{off:?}");
    }
    // Right to rounding, whatever was rounded.
    for right in ["77.86", "77.85", "77.87", "77.9", "78"] {
        assert!(
            told(&site(&with(right, "78.75", 2566))).is_empty(),
            "{right}"
        );
    }
    assert_eq!(told(&site(&with("77.7", "78.75", 2566))).len(), 1);
    assert_eq!(told(&site(&with("77", "78.75", 2563))).len(), 1);
    assert_eq!(told(&site(&with("77", "78.75", 2567))).len(), 1);
    // What the instruments weighed in 2562 was not found.
    assert!(told(&site(&with("10", "78.75", 2562))).is_empty());
}

#[test]
fn scores_of_real_reports_are_left_alone() {
    for seeds in ["seed-scores", "seed-004"] {
        let site = SiteTest::copy_of(&format!("tests/fixtures/{seeds}"));
        assert!(told(&site).is_empty(), "{seeds}");
        let codes = site.findings().into_iter().map(|finding| finding.code);
        let of_scores = |code: &String| code.contains("score");
        assert_eq!(codes.filter(of_scores).count(), 0, "{seeds}");
    }
}

#[test]
fn a_list_of_ones_own_says_what_its_instruments_weigh() {
    let tree = "[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n\
                item = [{ number = 42, key = \"a\", title = \"ค\" }]\n";
    let rows = scores(&[
        ("total", "90", 2566),
        ("IIT", "80", 2566),
        ("OIT", "60", 2566),
        ("3", "1", 2566),
    ]);
    let with = |head: &str| {
        let site = site(&rows);
        site.write(
            "content/2566/framework.toml",
            format!("source = \"ทดสอบ\"\n{head}{tree}"),
        );
        site
    };
    // One that says nothing of it is as good as before.
    let silent = with("");
    assert!(told(&silent).is_empty());
    silent.build();
    let html = silent.read("public/2566/o42/index.html");
    assert!(
        html.contains("ตัวชี้วัดที่ 3</th>") && !html.contains("เกณฑ์ผ่าน"),
        "{html}"
    );
    let head = "pass_mark = 70\n[[instrument]]\nname = \"IIT\"\nweight = 25\n\
                indicators = [{ code = \"3\", title = \"ตัวที่สาม\" }]\n\
                [[instrument]]\nname = \"OIT\"\nweight = 75\n";
    let own = with(head);
    let told = told(&own);
    assert!(
        told[0].contains("IIT 25, OIT 75") && told[0].contains("65.00"),
        "{told:?}"
    );
    own.build();
    let html = own.read("public/2566/o42/index.html");
    assert!(
        html.contains("ตัวชี้วัดที่ 3 ตัวที่สาม") && html.contains("x1=\"56%\""),
        "{html}"
    );
    // The estimate too.
    let run = own.run(&["report", "score", "--format", "json"]);
    let score: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let (oit, ita) = (&score["estimated_oit"], &score["estimated_ita"]);
    assert_eq!((oit, ita), (&json!(100.0), &json!(75.0)));
    // A code stands once, in the surveys and on the pages.
    let twice = with(&head.replace("code = \"3\"", "code = \"9\""));
    let codes = twice.findings().into_iter().map(|finding| finding.code);
    assert!(
        codes
            .collect::<Vec<_>>()
            .contains(&"framework-duplicate".to_owned())
    );
}

#[test]
fn the_name_of_an_indicator_leads_to_its_code() {
    for (typed, code) in [
        ("2 การใช้งบประมาณ", "2"),
        ("ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล", "9"),
        ("การสื่อสาร", ""),
        ("EIT3", "EIT"),
    ] {
        let run = site(&scores(&[(typed, "80", 2566)])).run(&["check", "--format", "json"]);
        let found: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let found = found["findings"].as_array().unwrap().iter();
        let mut unknown = found.filter(|one| one["code"] == "unknown-score");
        let help = unknown.next().unwrap()["help"].as_str().unwrap();
        let is_meant = !code.is_empty() && help.contains(&format!("`{code}"));
        assert_eq!(is_meant, !code.is_empty(), "{typed}: {help}");
    }
}
