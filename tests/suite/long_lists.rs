//! Documents of an item that are many: told by months, and very many of them folded.

use crate::harness::{SiteTest, attributes};

#[test]
fn a_long_list_is_told_by_months_with_counts_and_a_short_one_is_not() {
    let site = SiteTest::new();
    let write = |day: &str, more: &str| {
        site.write(
            &format!("content/2566/o07/n{day}.md"),
            format!("+++\ntitle = \"ข่าว {day}\"\ndate = \"{day}\"\n{more}+++\nมี\n"),
        );
    };
    for day in ["2565-11-30", "2565-12-01", "2565-12-31", "2566-01-05"] {
        write(day, "");
    }
    site.build();
    let html = site.read("public/2566/o7/index.html");
    assert!(!html.contains("ธันวาคม 2565 <span"), "a short list");
    write("2566-02-01", "");
    // A report on one month belongs to that month.
    write("2566-03-09", "period = \"2565-12\"\n");
    site.build();
    let html = site.read("public/2566/o7/index.html");
    let list = html.split("id=\"_documents\"").nth(1).unwrap();
    let list = list.split("</section>").next().unwrap();
    assert!(list.contains("(6 ฉบับ)"), "{list}");
    let months: Vec<&str> = list
        .split("<h3>")
        .skip(1)
        .map(|month| month.split("</h3>").next().unwrap())
        .collect();
    let of =
        |month: &str, count: usize| format!("{month} <span class=\"note\">({count} ฉบับ)</span>");
    assert_eq!(
        months,
        [
            of("กุมภาพันธ์ 2566", 1),
            of("มกราคม 2566", 1),
            of("ธันวาคม 2565", 3),
            of("พฤศจิกายน 2565", 1)
        ]
    );
}

/// A site with so many news of three months.
pub(crate) fn with_news(count: usize) -> SiteTest {
    let site = SiteTest::new();
    for at in 0..count {
        let (month, day) = (at % 3 + 1, at / 3 % 28 + 1);
        let header = format!("title = \"ประชุมครั้งที่ {at}\"\ndate = \"2566-{month:02}-{day:02}\"");
        site.write(
            &format!("content/2566/o07/n{at}.md"),
            format!("+++\n{header}\n+++\nมี\n"),
        );
    }
    site.build();
    site
}

fn news(count: usize) -> String {
    with_news(count).read("public/2566/o7/index.html")
}

#[test]
fn very_many_are_folded_by_month_with_the_newest_open_and_all_there_without_a_script() {
    let html = news(30);
    let months: Vec<&str> = html.split("<details class=\"month\"").skip(1).collect();
    assert_eq!(months.len(), 3);
    let is_open = |month: &&str| month.split('>').next().unwrap().ends_with(" open");
    let open: Vec<bool> = months.iter().map(is_open).collect();
    assert_eq!(open, [true, false, false]);
    assert!(months[0].starts_with(" id=\"_2566-03\""), "{}", months[0]);
    let entries = |month: &&str| {
        let list = month.split("</details>").next().unwrap();
        list.matches("href=\"/2566/o7/n").count()
    };
    assert_eq!(months.iter().map(entries).collect::<Vec<_>>(), [10, 10, 10]);
    let ways = html.split("<nav class=\"months\"").nth(1).unwrap();
    let ways = attributes(ways.split("</nav>").next().unwrap(), "href");
    assert_eq!(ways, ["#_2566-03", "#_2566-02", "#_2566-01"]);
    // The search within needs its script; without one it is not there.
    assert!(html.contains("<form class=\"within\" hidden>"));
    assert!(html.contains("assets/months.js") && html.contains("assets/months.css"));
}

#[test]
fn fewer_are_not_folded_and_load_nothing_for_it() {
    let html = news(29);
    assert!(html.contains("<h3>มีนาคม 2566"), "{html}");
    for part in [
        "<details class=\"month\"",
        "class=\"within\"",
        "assets/months",
    ] {
        assert!(!html.contains(part), "{part}");
    }
}
