//! The built-in lists, fact by fact: nothing that was found is lost, and nothing stands there that was not found.

mod facts;
mod instruments;

use std::collections::BTreeSet;

use oit::model::{Calendar, Confidence, FiscalYear, Framework, ItemDefinition};
use oit::parse::framework::{built_in, built_in_years, framework};

use self::facts::facts;
use crate::harness::{SiteTest, repository};

fn text(year: u16) -> String {
    built_in(FiscalYear::new(i64::from(year)).unwrap())
        .unwrap()
        .1
}

fn tree(year: u16) -> Framework {
    let year = FiscalYear::new(i64::from(year)).unwrap();
    let (path, text) = built_in(year).unwrap();
    let (tree, found) = framework(&path, &text, year);
    assert!(found.is_empty(), "{found:?}");
    tree
}

fn texts(item: &ItemDefinition) -> Vec<String> {
    let components = item.components.iter();
    components.map(|component| component.text.clone()).collect()
}

fn confidence(mark: &str) -> Option<Confidence> {
    match mark {
        "[2+]" => Some(Confidence::Confirmed),
        "[1]" | "[1, cut]" => Some(Confidence::Single),
        "[?]" => Some(Confidence::Assumed),
        "[1a]" => Some(Confidence::Adapted),
        _ => None,
    }
}

#[test]
fn the_lists_of_2568_and_2569_say_what_was_found_and_no_more() {
    for year in [2568, 2569] {
        let tree = tree(year);
        let facts = facts(&format!("{year}.tsv"));
        assert_eq!(tree.items().count(), facts.len());
        for ((indicator, sub, item), fact) in tree.items().zip(&facts) {
            let label = format!("{year} {}", fact.get("item"));
            assert_eq!(item.number.0, fact.number(), "{label}");
            assert_eq!(item.key, fact.get("key"), "{label}");
            assert_eq!(item.title, fact.get("title_th"), "{label}");
            assert_eq!(item.group, fact.plain("group"), "{label}");
            assert_eq!(sub.code, fact.get("sub_indicator"), "{label}");
            assert!(
                sub.code.starts_with(&format!("{}.", indicator.code)),
                "{label}"
            );
            assert_eq!(sub.title, fact.plain("sub_indicator_title"), "{label}");
            let is_guessed = fact.get("sub_indicator_title").ends_with("[?]");
            let of_sub = sub.provenance.confidence;
            assert_eq!(of_sub == Some(Confidence::Assumed), is_guessed, "{label}");
            assert_eq!(item.timing.rule.name(), fact.get("rule"), "{label}");
            let either = item.timing.calendar == Calendar::Either;
            assert_eq!(either, fact.get("calendar") == "either", "{label}");
            for key in fact.get("formerly").split_whitespace() {
                assert!(item.took_up(key), "{label}: {key}");
            }
            assert_eq!(
                item.provenance.confidence,
                confidence(fact.get("title_mark")),
                "{label}"
            );
            assert!(!item.provenance.source.is_empty(), "{label}");
            let is_known = fact.get("components_mark") != "[missing]";
            assert_eq!(item.records_components, is_known, "{label}");
            assert_eq!(texts(item), fact.components("components_th"), "{label}");
            for component in &item.components {
                let wanted = confidence(fact.get("components_mark"));
                assert_eq!(component.provenance.confidence, wanted, "{label}");
            }
        }
    }
    assert!(tree(2569).is_provisional && !tree(2568).is_provisional);
}

#[test]
fn components_of_2565_are_required_only_where_two_sources_have_them() {
    let tree = tree(2565);
    // What a college calls itself.
    let plain = |text: &str| text.replace("สถานศึกษา", "หน่วยงาน");
    let mut recorded = 0;
    for fact in facts("2565-components.tsv") {
        let mut items = tree.items().map(|(_, _, item)| item);
        let item = items.find(|item| item.number.0 == fact.number());
        let item = item.unwrap();
        let witnessed = fact.components("components_th_as_witnessed");
        assert_eq!(item.key, fact.get("key"));
        let is_sure = fact.get("mark") == "[2+]";
        assert_eq!(item.records_components, is_sure, "{}", item.key);
        if is_sure {
            recorded += 1;
            assert_eq!(texts(item), witnessed, "{}", item.key);
            assert!(item.advice.is_empty(), "{}", item.key);
        } else {
            let advised: Vec<&str> = item.advice.iter().map(|one| one.text.as_str()).collect();
            let witnessed: Vec<String> = witnessed.iter().map(|text| plain(text)).collect();
            assert_eq!(advised, witnessed, "{}", item.key);
            let is_adapted = |one: &&oit::model::Component| {
                one.provenance.confidence == Some(Confidence::Adapted)
            };
            assert!(
                item.advice.iter().all(|one| is_adapted(&one)),
                "{}",
                item.key
            );
        }
    }
    let all = tree.items().filter(|(_, _, item)| item.records_components);
    assert_eq!(all.count(), recorded, "a component without a source");
}

/// The items whose components differ from the manual that the list of 2566 was taken from, and why.
const CORRECTED: [(u16, &str); 9] = [
    (1, "two prints"),
    (2, "two prints"),
    (11, "two prints"),
    (12, "two prints"),
    (21, "the manual breaks off"),
    (30, "the year of the older form"),
    (31, "a footnote was counted"),
    (40, "a slip"),
    (43, "two sentences run together"),
];

#[test]
fn the_list_of_2566_differs_from_the_manual_only_where_it_is_meant() {
    let (tree, text) = (tree(2566), text(2566));
    let comments: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with('#'))
        .collect();
    let comments = comments.join("\n");
    let mut differing = Vec::new();
    for ((_, sub, item), fact) in tree.items().zip(facts("2566-seed.tsv")) {
        assert_eq!(item.number.0, fact.number());
        assert_eq!(item.key, fact.get("key"));
        assert_eq!(item.title, fact.get("title_th"));
        assert_eq!(item.group, fact.get("group"));
        assert_eq!(sub.code, fact.get("sub_indicator"));
        assert_eq!(item.timing.rule.name(), fact.get("rule"), "{}", item.key);
        let (seed, now) = (fact.components("components_th"), texts(item));
        if seed == now {
            continue;
        }
        differing.push(item.number.0);
        // A comment keeps the words of the manual. Of slips it names the words that slipped.
        let are_kept = ![21, 40, 43].contains(&item.number.0);
        for words in seed.iter().filter(|words| are_kept && !now.contains(words)) {
            assert!(comments.contains(words.as_str()), "{}: {words}", item.key);
        }
        for component in item
            .components
            .iter()
            .filter(|one| !seed.contains(&one.text))
        {
            let sure = component.provenance.confidence;
            let is_slip = [30, 40, 43].contains(&item.number.0);
            assert!(
                is_slip || sure == Some(Confidence::Confirmed),
                "{}: {}",
                item.key,
                component.text
            );
        }
    }
    assert_eq!(differing, CORRECTED.map(|(number, _)| number));
}

#[test]
fn every_fact_names_a_source() {
    for year in built_in_years() {
        let tree = tree(u16::try_from(year.number()).unwrap());
        assert!(!tree.source.is_empty());
        let mut named = String::new();
        for (_, sub, item) in tree.items() {
            let components = item.components.iter().chain(&item.advice);
            let of_components: Vec<_> = components.map(|one| &one.provenance).collect();
            for known in of_components
                .iter()
                .chain(&[&sub.provenance, &item.provenance])
            {
                assert_eq!(
                    known.source.is_empty(),
                    known.confidence.is_none(),
                    "{year} O{}: {known:?}",
                    item.number.0
                );
                named += &known.source;
                named.push(' ');
            }
            for advised in &item.advice {
                assert!(
                    advised.provenance.confidence.is_some(),
                    "{year} {}",
                    advised.text
                );
            }
        }
        for known in instruments::provenances(&tree.assessment) {
            assert_eq!(known.source.is_empty(), known.confidence.is_none());
            named += &known.source;
            named.push(' ');
        }
        let is_sign = |c: char| c.is_ascii_alphanumeric() || c == '-';
        let words: BTreeSet<&str> = named.split(|c| !is_sign(c)).collect();
        for (sign, words_of_it) in &tree.sources {
            assert!(
                words.contains(sign.as_str()),
                "{year}: nothing is from {sign}"
            );
            assert!(!words_of_it.is_empty());
        }
        let signs: Vec<&str> = tree.sources.iter().map(|(sign, _)| sign.as_str()).collect();
        let is_item = |word: &str| word.starts_with('O') && word[1..].parse::<u16>().is_ok();
        for word in words
            .iter()
            .filter(|word| word.len() > 1 && word.chars().any(|c| c.is_ascii_uppercase()))
        {
            assert!(
                signs.contains(word) || is_item(word),
                "{year}: what is {word}?"
            );
        }
    }
}

/// Subjects that a list asks for no more, in no item.
const GONE: [&str; 8] = [
    "opinion-channel",
    "executive-participation",
    "integrity-culture",
    "laws",
    "social-network",
    "privacy-policy",
    "satisfaction-survey",
    "procurement-notices",
];

#[test]
fn every_list_takes_up_the_subjects_of_all_lists_before() {
    let years = built_in_years();
    for (at, new) in years.iter().enumerate() {
        let new = tree(u16::try_from(new.number()).unwrap());
        for old in &years[..at] {
            let old = tree(u16::try_from(old.number()).unwrap());
            for (_, _, item) in old.items() {
                let mut heirs = new.items();
                let is_there = heirs.any(|(_, _, heir)| heir.is_same_subject(item));
                let gone = GONE.contains(&item.key.as_str());
                // 2566 still asked for five of the eight.
                assert!(
                    is_there || gone,
                    "{} → {}: {}",
                    old.fiscal_year,
                    new.fiscal_year,
                    item.key
                );
            }
        }
    }
}

/// The word for what is not known for sure.
fn word(confidence: Option<Confidence>) -> Option<&'static str> {
    match confidence {
        Some(Confidence::Derived) => Some("อนุมาน"),
        Some(Confidence::Assumed) => Some("สันนิษฐาน"),
        _ => None,
    }
}

/// The lines that the manual has for a year.
fn lines_of(tree: &Framework) -> Vec<String> {
    let all = tree.items().count();
    let (known, unknown): (Vec<_>, Vec<_>) = tree
        .items()
        .partition(|(_, _, item)| item.records_components);
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for (_, _, item) in unknown {
        let number = item.number.0;
        match runs.last_mut() {
            Some(run) if run.1 + 1 == number => run.1 = number,
            _ => runs.push((number, number)),
        }
    }
    let runs = runs.iter().map(|(first, last)| {
        if first == last {
            format!(" O{first}")
        } else {
            format!(" O{first}–O{last}")
        }
    });
    let runs: String = runs.collect();
    let unknown = if runs.is_empty() {
        String::new()
    } else {
        format!(" ยังไม่ทราบ:{runs}")
    };
    let provisional = if tree.is_provisional {
        " **ยังไม่ยืนยันกับคู่มือของปี**"
    } else {
        ""
    };
    let mut lines = vec![
        format!("- {all} ข้อ{provisional}"),
        format!("- บันทึกองค์ประกอบไว้ {} จาก {all} ข้อ{unknown}", known.len()),
    ];
    lines.extend(instruments::unsure(&tree.assessment));
    for sub in tree.indicators.iter().flat_map(|indicator| &indicator.subs) {
        if let Some(word) = word(sub.provenance.confidence) {
            lines.push(format!("| {} | {} | {word} |", sub.code, sub.title));
        }
        for item in &sub.items {
            for component in item.components.iter().chain(&item.advice) {
                if let Some(word) = word(component.provenance.confidence) {
                    let label = item.number.label();
                    lines.push(format!("| {label} | {} | {word} |", component.text));
                }
            }
        }
    }
    lines
}

#[test]
fn the_manual_lists_what_is_not_known_of_each_year() {
    let page = std::fs::read_to_string(repository().join("docs/years.md")).unwrap();
    for year in built_in_years() {
        let section = page.split(&format!("\n## {year}\n")).nth(1);
        let section = section.unwrap_or_else(|| panic!("docs/years.md lacks {year}"));
        let section = section.split("\n## ").next().unwrap();
        let wanted = lines_of(&tree(u16::try_from(year.number()).unwrap()));
        let there: Vec<&str> = section
            .lines()
            .filter(|line| {
                !line.starts_with("- ยังไม่ทราบด้วย")
                    && !line.is_empty()
                    && !line.starts_with("| ที่")
                    && !line.starts_with("|-")
            })
            .collect();
        assert_eq!(there, wanted, "{year}");
    }
}

#[test]
fn an_item_is_explained_with_its_sources() {
    let site = SiteTest::empty();
    let explain = |arguments: &[&str]| {
        let run = site.run(arguments);
        assert_eq!(run.code, 0, "{run:?}");
        run.stdout.replace('\n', " ")
    };
    let progress = explain(&["explain", "o12"]);
    for said in [
        "O12",
        "ปีงบประมาณ 2566",
        "first-half",
        "3. สามารถจัดทำข้อมูล",
        "HIA, HORWANG",
        "ยืนยันจากสองแหล่ง",
        "HIA = hia.anamai",
    ] {
        assert!(progress.contains(said), "{said}\n{progress}");
    }
    let report = explain(&["explain", "13", "--lang", "en"]);
    assert!(
        report.contains("advised, and not required") && report.contains("adapts the form"),
        "{report}"
    );
    let plan = explain(&["explain", "ข้อ 6", "--year", "2569"]);
    for said in [
        "ยังไม่ยืนยันกับคู่มือของปีนี้",
        "ยังไม่ได้บันทึกไว้",
        "R69 = ",
        "ช่วงเวลา: ข้อมูล 6 เดือนแรก",
    ] {
        assert!(plan.contains(said), "{said}\n{plan}");
    }
    let survey = explain(&["explain", "eit", "--year", "2568", "--lang", "en"]);
    for said in [
        "weight in the total (percent): 30",
        "8 การปรับปรุงระบบการทำงาน",
        "assumed: no source was found",
        "pass mark: 85",
        "UP = ",
    ] {
        assert!(survey.contains(said), "{said}\n{survey}");
    }
    let none = explain(&["explain", "O๒๙", "--year", "2566"]);
    assert!(none.contains("none = \"ไม่มีเรื่องร้องเรียน\""), "{none}");
    for wrong in [
        &["explain", "o44"][..],
        &["explain", "o1", "--year", "2567"],
        &["explain", "o1", "--year", "66"],
        &["explain", "EIT2"],
    ] {
        assert_eq!(site.run(wrong).code, 2, "{wrong:?}");
    }
}
