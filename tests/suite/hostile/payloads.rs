//! A site in which every text is a payload of `tests/fixtures/xss`: nothing of it runs.
//!
//! What a page may be made of is told here tag by tag, in whatever a build wrote; that nothing runs is
//! then proved in Chromium by `tests/browser/hostile.mjs`, without the policy that would stop it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use oit::html::tags;
use quick_xml::events::Event;
use rust_xlsxwriter::Workbook;

use crate::browser::script;
use crate::harness::{Finding, SiteTest, findings, pdf, repository, tree};

/// Items of the site's own tree, and required components of each.
const ITEMS: usize = 43;

/// The payloads, their control characters as they are.
fn payloads() -> Vec<String> {
    let path = repository().join("tests/fixtures/xss/payloads.txt");
    let text = fs::read_to_string(path).unwrap();
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with("// "));
    let signs = [
        ('␊', '\n'),
        ('␉', '\t'),
        ('␍', '\r'),
        ('␌', '\u{c}'),
        ('␀', '\0'),
    ];
    let shown = |line: &str| {
        signs.iter().fold(line.to_owned(), |text, (sign, control)| {
            text.replace(*sign, &control.to_string())
        })
    };
    lines.map(shown).collect()
}

/// A text as TOML has it.
fn toml(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            letter if letter.is_control() => write!(out, "\\u{:04x}", letter as u32).unwrap(),
            letter => out.push(letter),
        }
    }
    out + "\""
}

/// A document that shows a text wherever Markdown and datasets show any; its body and its datasets are
/// left out where a check refuses them.
fn text_document(at: usize, payload: &str, refused: usize) -> String {
    let quoted = toml(payload);
    let mut front = format!(
        "title = {quoted}\nsummary = {quoted}\ndate = \"2566-01-31\"\nunit = \"u{at}\"\nperiod = \"2566\"\n\
         files = [{{ path = \"plan {at}.pdf\", title = {quoted} }}]\n\
         links = [{{ url = \"https://x.example/{at}\", title = {quoted} }}]\n"
    );
    if refused < 2 {
        front += &datasets(payload);
    }
    let body = format!(
        "# {payload}\n\n> {payload}\n\n| ก | ข |\n|---|---|\n| {payload} | `{payload}` |\n\n\
         [{payload}](https://x.example/ \"{payload}\")\n\n```{payload}\n{payload}\n```\n\n[^{at}]\n\n\
         [^{at}]: {payload}\n\n**{payload}**\n\n<p title=\"{payload}\" id='{payload}'>{payload}</p>\n\n{payload}\n"
    );
    let body = if refused < 1 { &body } else { "ก\n" };
    format!("+++\n{front}+++\n{body}")
}

/// Every kind of dataset, every text of it the same.
fn datasets(payload: &str) -> String {
    let quoted = &toml(payload);
    let url = toml(&format!("https://x.example/?{payload}"));
    let channel = &format!("kind = \"qa\"\nurl = {url}\n");
    let mut out = String::new();
    for (kind, fixed, columns) in [
        ("executives", "", "name position phone email line"),
        ("contact", "", "address phone fax email hours"),
        ("channels", channel, "label note"),
        ("projects", "", "name unit result obstacle suggestion"),
        (
            "procurement",
            "bidders = [{ name = \"x\", price = 1 }]\n",
            "work budget_source status method winner reason contract_no egp_no",
        ),
        (
            "measures",
            "",
            "measure method unit duration follow_up result outcome suggestion",
        ),
        (
            "improvements",
            "instrument = \"OIT\"\n",
            "indicator point action unit duration result",
        ),
        ("risks", "", "event level measure unit result"),
        ("scores", "score = 90\n", "of"),
        ("participation", "", "topic participants result improvement"),
        ("gifts", "from = \"ประชาชน\"\n", "gift action"),
    ] {
        write!(out, "[[data.{kind}]]\n{fixed}").unwrap();
        for column in columns.split(' ') {
            writeln!(out, "{column} = {quoted}").unwrap();
        }
    }
    writeln!(
        out,
        "[[data.statistics]]\nperiod = \"2566-01\"\n{quoted} = 5"
    )
    .unwrap();
    writeln!(out, "[data.statistics_labels]\n{quoted} = {quoted}").unwrap();
    out
}

/// A document that takes the same text for an address wherever one may stand.
fn address_document(at: usize, payload: &str) -> String {
    let quoted = toml(payload);
    format!(
        "+++\ntitle = \"ที่อยู่ {at}\"\ndate = \"2566-01-31\"\n\
         links = [{{ url = {quoted}, title = \"ที่อยู่\" }}]\n\
         [[data.executives]]\nname = \"ก\"\nurl = {quoted}\n[[data.contact]]\naddress = \"ก\"\nmap = {quoted}\n\
         [[data.channels]]\nkind = \"qa\"\nlabel = \"ก\"\nurl = {quoted}\n\
         +++\nที่อยู่\n\n[ก]({payload})\n\n[ก](<{payload}>)\n\n![ก]({payload})\n\n[ก][ข]\n\n[ข]: {payload}\n\n\
         <{payload}>\n\n<a href=\"{payload}\">ก</a>\n\n<a href='{payload}'>ก</a>\n\n<a href={payload}>ก</a>\n\n\
         <img src=\"{payload}\" alt=\"ก\">\n"
    )
}

/// A tree whose every text is a payload.
fn framework(payloads: &[String]) -> String {
    let mut next = payloads.iter().cycle().map(|payload| toml(payload));
    let mut text = |key: &str| format!("{key} = {}\n", next.next().unwrap());
    let mut out = format!("fiscal_year = 2566\n{}", text("source"));
    write!(out, "[[level]]\n{}min = 85.0\n", text("name")).unwrap();
    write!(out, "[[indicator]]\ncode = \"9\"\n{}", text("title")).unwrap();
    write!(out, "[[indicator.sub]]\ncode = \"9.1\"\n{}", text("title")).unwrap();
    let components = payloads.len().div_ceil(ITEMS);
    for number in 1..=ITEMS {
        let (group, title) = (text("group"), text("title"));
        write!(out, "[[indicator.sub.item]]\nnumber = {number}\nkey = \"k{number}\"\n{group}{title}rule = \"any\"\n")
            .unwrap();
        for _ in 0..components {
            write!(out, "[[indicator.sub.item.components]]\n{}", text("text")).unwrap();
        }
    }
    out
}

fn settings(payloads: &[String]) -> String {
    let bad = toml("\"'></title></script><img src=x onerror=alert(1)>");
    let mut out =
        format!("title = {bad}\nbase_url = \"https://x.example/\"\nfiscal_year = 2566\n[agency]\n");
    for key in [
        "name", "district", "province", "address", "phone", "fax", "email",
    ] {
        writeln!(out, "{key} = {bad}").unwrap();
    }
    out += "map = \"https://x.example/\\\"><script>alert(1)</script>\"\n[units]\n";
    for (at, payload) in payloads.iter().enumerate() {
        writeln!(out, "u{at} = {}", toml(payload)).unwrap();
    }
    out
}

/// Writes the documents, each without what was refused of it: by its path, how often it was.
fn write(site: &SiteTest, payloads: &[String], refused: &BTreeMap<String, usize>) {
    let put = |path: String, most: usize, text: &dyn Fn(usize) -> String| {
        let times = refused.get(&path).copied().unwrap_or(0);
        if times < most {
            site.write(&path, text(times));
        } else if site.exists(&path) {
            fs::remove_file(site.path(&path)).unwrap();
        }
    };
    for (at, payload) in payloads.iter().enumerate() {
        let folder = format!("content/2566/o{}", 1 + at % ITEMS);
        put(format!("{folder}/t{at}.md"), 3, &|times| {
            text_document(at, payload, times)
        });
        put(format!("{folder}/a{at}.md"), 1, &|_| {
            address_document(at, payload)
        });
        if at % 20 == 0 {
            let page = format!("+++\ntitle = {}\n+++\n{payload}\n", toml(payload));
            put(format!("content/pages/p{at}.md"), 1, &|_| page.clone());
        }
    }
}

/// Cells of a CSV and an XLSX file, both drawn by a document.
fn tables(site: &SiteTest, payloads: &[String]) {
    let (mut csv, mut book) = (csv::Writer::from_writer(Vec::new()), Workbook::new());
    let sheet = book.add_worksheet();
    // A file that began with a tag would be taken for a page, and refused.
    csv.write_record(["ก", "ข"]).unwrap();
    for (row, pair) in (0..).zip(payloads.chunks_exact(2)) {
        let text = |payload: &String| payload.replace(['\0', '\u{c}'], "");
        csv.write_record(pair.iter().map(text)).unwrap();
        for (column, payload) in (0..).zip(pair) {
            sheet
                .write_string(row, column, payload.replace('\0', ""))
                .unwrap();
        }
    }
    site.write("content/2566/o1/csv.csv", csv.into_inner().unwrap());
    site.write("content/2566/o1/book.xlsx", book.save_to_buffer().unwrap());
    let caption = toml(&payloads[0]);
    let table = |file: &str| format!("[[table]]\nfile = \"{file}\"\ncaption = {caption}\n");
    let index = format!("{}{}", table("csv.csv"), table("book.xlsx"));
    site.write("content/2566/o1/index.toml", index);
}

/// Files that payloads name, and files and documents whose names are payloads, as far as a file system has such names.
fn names(site: &SiteTest, payloads: &[String]) {
    for item in 1..=ITEMS {
        site.write(&format!("content/2566/o{item}/x"), format!("x {item}"));
    }
    for (at, payload) in payloads.iter().enumerate() {
        let folder = format!("content/2566/o{}", 1 + at % ITEMS);
        site.write(
            &format!("{folder}/plan {at}.pdf"),
            pdf(&format!("plan {at}")),
        );
        let bad = |c: char| cfg!(windows) && (c.is_control() || "<>:\"|?*\\".contains(c));
        let name: String = payload
            .replace(['/', '\0'], "∕")
            .chars()
            .filter(|c| !bad(*c))
            .take(60)
            .collect();
        let name = name.trim_start_matches(['.', '_', '~']);
        site.write(
            &format!("{folder}/{name} {at}.pdf"),
            pdf(&format!("name {at}")),
        );
        if at % 9 == 0 {
            let text = "+++\ntitle = \"ก\"\ndate = \"2566-01-31\"\n+++\nก\n";
            site.write(&format!("{folder}/{name} {at}.md"), text);
        }
    }
}

fn errors(site: &SiteTest) -> Vec<Finding> {
    let run = site.run(&["check", "--format", "json"]);
    let found = findings(&run.stdout).into_iter();
    found
        .filter(|finding| finding.severity == "error")
        .collect()
}

/// The site, built, without what a check refuses to publish.
fn built() -> SiteTest {
    let payloads = payloads();
    assert!(payloads.len() >= 400, "{}", payloads.len());
    let site = SiteTest::empty();
    site.write("site.toml", settings(&payloads));
    site.write(
        "content/index.md",
        "<b>ก</b> {{ 7*7 }} <script>alert(1)</script>\n",
    );
    site.write("content/2566/framework.toml", framework(&payloads));
    tables(&site, &payloads);
    names(&site, &payloads);
    let mut refused = BTreeMap::new();
    write(&site, &payloads, &refused);
    for _ in 0..3 {
        let faulty = |finding: Finding| finding.at.rsplitn(3, ':').last().unwrap().to_owned();
        let faulty: BTreeSet<String> = errors(&site).into_iter().map(faulty).collect();
        for path in faulty {
            *refused.entry(path).or_insert(0) += 1;
        }
        write(&site, &payloads, &refused);
    }
    let run = site.run(&["build", "-q"]);
    assert_eq!(run.code, 0, "{:#?}", errors(&site));
    // An address must be one; a text may say anything but an address that runs.
    let texts = refused.keys().filter(|path| path.contains("/t")).count();
    assert!(
        texts * 4 < payloads.len(),
        "{texts} texts were not taken whole"
    );
    site
}

#[test]
fn nothing_that_was_typed_runs_in_a_browser() {
    let site = built();
    let out = site.path("public");
    let mut faults = Vec::new();
    for (name, bytes) in tree(&out) {
        let text = || String::from_utf8(bytes.clone()).unwrap();
        match name.rsplit('.').next() {
            Some("html") => page(&name, &text(), &mut faults),
            Some("xml") => xml(&name, &text(), &mut faults),
            Some("json") => drop(serde_json::from_str::<serde_json::Value>(&text()).unwrap()),
            Some("csv") if name.contains("submission") || name.contains("checklist") => {
                let is_formula = |cell: &str| cell.starts_with(['=', '+', '@', '\t']);
                let rows: Vec<csv::StringRecord> = csv::Reader::from_reader(&bytes[..])
                    .into_records()
                    .map(Result::unwrap)
                    .collect();
                assert!(!rows.iter().flatten().any(is_formula), "{name}");
            }
            _ => {}
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults: {:#?}",
        faults.len(),
        &faults[..faults.len().min(20)]
    );
    script("hostile.mjs", &out, "/");
}

/// What a page is made of, and what its addresses may begin with.
fn page(name: &str, html: &str, faults: &mut Vec<String>) {
    const NEVER: [&str; 24] = [
        "iframe",
        "object",
        "embed",
        "base",
        "frame",
        "frameset",
        "applet",
        "style",
        "template",
        "math",
        "portal",
        "noembed",
        "noframes",
        "xmp",
        "plaintext",
        "listing",
        "marquee",
        "audio",
        "video",
        "foreignobject",
        "animate",
        "set",
        "use",
        "textarea",
    ];
    for tag in tags(html).filter(|tag| !tag.is_end) {
        let value = |name: &str| tag.attribute(name).map(|found| found.value.as_str());
        let mut fault =
            |what: &str| faults.push(format!("{name}: {what}: {}", &html[tag.range.clone()]));
        let is_field = tag.is(&["textarea"]) && value("readonly").is_some();
        if tag.is(&NEVER) && !is_field {
            fault("element");
        }
        let is_data = value("type") == Some("application/ld+json");
        let is_own = value("src").is_some_and(|src| src.starts_with("/assets/"));
        if tag.is(&["script"]) && !is_data && !is_own {
            fault("script");
        }
        for attribute in &tag.attributes {
            let value = &attribute.value;
            let attribute = attribute.name.as_str();
            let scheme: String = value
                .chars()
                .filter(|c| !c.is_control() && *c != ' ')
                .collect();
            let scheme = scheme
                .split(['/', '#', '?'])
                .next()
                .unwrap_or("")
                .to_ascii_lowercase();
            let is_address = matches!(
                attribute,
                "href" | "src" | "action" | "formaction" | "xlink:href"
            );
            let harmless = ["http:", "https:", "mailto:", "tel:"];
            if attribute.starts_with("on")
                || matches!(attribute, "style" | "srcset" | "srcdoc" | "ping")
            {
                fault("attribute");
            } else if is_address
                && scheme.contains(':')
                && !harmless.iter().any(|start| scheme.starts_with(start))
            {
                fault("address");
            }
        }
    }
}

/// Feeds and the sitemap are XML, and what readers take out of it is text or markup without scripts.
fn xml(name: &str, text: &str, faults: &mut Vec<String>) {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return,
            Ok(Event::Start(tag) | Event::Empty(tag)) if tag.name().as_ref() == "script" => {
                faults.push(format!("{name}: script"));
            }
            Ok(_) => {}
            Err(error) => return faults.push(format!("{name}: {error}")),
        }
    }
}
