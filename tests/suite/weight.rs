//! How heavy an item page is for a phone on a slow line.
//!
//! What the webmaster writes is as long as it must be: the elements of class `body` (text) and
//! `evidence` (datasets, tables, files). The theme's own part around it has a limit, and so has
//! everything a browser loads before the page can be read, images apart.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write as _};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::demonstration::built;
use crate::harness::{attributes, repository, tree};

const PAGE_WITHOUT_BODY: usize = 30_000;
const FIRST_VIEW: usize = 60_000;

/// The item pages among the files of a site.
fn item_pages(files: &BTreeMap<String, Vec<u8>>) -> Vec<(&str, String)> {
    let pages: Vec<(&str, String)> = files
        .iter()
        .filter(|(name, _)| is_item_page(name))
        .map(|(name, bytes)| (name.as_str(), String::from_utf8(bytes.clone()).unwrap()))
        .collect();
    assert!(pages.len() > 80, "only {} item pages", pages.len());
    pages
}

/// `2566/o12/index.html`
fn is_item_page(name: &str) -> bool {
    let steps: Vec<&str> = name.split('/').collect();
    matches!(steps[..], [year, item, "index.html"]
        if year.parse::<u16>().is_ok() && item[1..].parse::<u16>().is_ok())
}

#[test]
fn an_item_page_without_its_body_is_light() {
    let files = tree(built());
    let mut removed = 0;
    let mut heavy = Vec::new();
    for (name, html) in item_pages(&files) {
        let rest = without_body(&html);
        removed += html.len() - rest.len();
        if rest.len() > PAGE_WITHOUT_BODY {
            heavy.push(format!("{name}: {} bytes", rest.len()));
        }
    }
    assert!(removed > 0, "no body was found on any page");
    assert!(heavy.is_empty(), "over {PAGE_WITHOUT_BODY}: {heavy:#?}");
}

#[test]
fn the_first_view_of_an_item_page_is_light() {
    let files = tree(built());
    let mut heavy = Vec::new();
    for (name, html) in item_pages(&files) {
        let loaded: Vec<usize> = loaded(&files, &html)
            .iter()
            .map(|file| files[file].len())
            .collect();
        assert!(!loaded.is_empty(), "{name} loads no style");
        let all = html.len() + loaded.iter().sum::<usize>();
        if all > FIRST_VIEW {
            heavy.push(format!("{name}: {} + {loaded:?} = {all} bytes", html.len()));
        }
    }
    assert!(heavy.is_empty(), "over {FIRST_VIEW}: {heavy:#?}");
}

/// The styles and scripts that a page loads by itself, with the modules that these import.
fn loaded(files: &BTreeMap<String, Vec<u8>>, html: &str) -> BTreeSet<String> {
    let file = |address: String| address.trim_start_matches('/').to_owned();
    let mut found: BTreeSet<String> = elements(html, "<link rel=\"stylesheet\"", "href")
        .chain(elements(html, "<script", "src"))
        .map(file)
        .collect();
    let mut unread: Vec<String> = found.iter().cloned().collect();
    while let Some(name) = unread.pop() {
        let text = String::from_utf8_lossy(&files[&name]).replace('\'', "\"");
        for import in text.split("from \"./").skip(1) {
            let import = format!("assets/{}", import.split('"').next().unwrap());
            if found.insert(import.clone()) {
                unread.push(import);
            }
        }
    }
    found
}

/// An attribute of each element that starts so, where it has one.
fn elements<'a>(
    html: &'a str,
    start: &'a str,
    attribute: &'a str,
) -> impl Iterator<Item = String> + 'a {
    html.match_indices(start)
        .map(|(at, _)| html[at..].split('>').next().unwrap())
        .flat_map(move |element| attributes(element, attribute))
}

/// The page less its `div` elements of class `body` or `evidence`.
fn without_body(html: &str) -> String {
    let mut rest = html;
    let mut kept = String::new();
    let start = |html: &str| {
        let starts = ["<div class=\"body\">", "<div class=\"evidence\">"];
        starts.iter().filter_map(|start| html.find(start)).min()
    };
    while let Some(at) = start(rest) {
        kept.push_str(&rest[..at]);
        rest = &rest[at + end_of_div(&rest[at..])..];
    }
    kept + rest
}

/// Where the `div` that HTML starts with ends.
fn end_of_div(html: &str) -> usize {
    let mut depth = 0;
    for (at, _) in html.match_indices('<') {
        if html[at..].starts_with("<div") {
            depth += 1;
        } else if html[at..].starts_with("</div>") {
            depth -= 1;
            if depth == 0 {
                return at + "</div>".len();
            }
        }
    }
    panic!("a div that does not end: {html}");
}

/// What a search loads before its first result, compressed as servers do; pictures apart.
const FIRST_SEARCH: usize = 60_000;

#[test]
fn the_first_search_in_a_year_is_light() {
    let files = tree(built());
    let page = "search/index.html";
    let html = String::from_utf8(files[page].clone()).unwrap();
    let index: Value = serde_json::from_slice(&files["search/index.json"]).unwrap();
    let parts = ["", "2566"]
        .into_iter()
        .flat_map(|year| index["years"][year].as_array().unwrap());
    let parts = parts.map(|part| part.as_str().unwrap().trim_start_matches('/').to_owned());
    let mut names = loaded(&files, &html);
    assert!(names.contains("assets/hits.js"), "{names:?}");
    names.extend([page, "search/index.json", "assets/words.json"].map(str::to_owned));
    names.extend(parts);
    let sizes: Vec<(&String, usize)> = names
        .iter()
        .map(|name| (name, compressed(&files[name])))
        .collect();
    let all: usize = sizes.iter().map(|(_, size)| size).sum();
    assert!(all <= FIRST_SEARCH, "{all} bytes: {sizes:#?}");
}

/// How many bytes `gzip -9` makes of a file.
fn compressed(bytes: &[u8]) -> usize {
    const HEAD_AND_SUM: usize = 18;
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let most = SimpleFileOptions::default().compression_level(Some(9));
    archive.start_file("file", most).unwrap();
    archive.write_all(bytes).unwrap();
    let mut archive = archive.finish_into_readable().unwrap();
    let size = archive.by_index(0).unwrap().compressed_size();
    usize::try_from(size).unwrap() + HEAD_AND_SUM
}

#[test]
fn scripts_and_styles_are_sent_without_comments_of_their_own_lines() {
    let sources = tree(&repository().join("themes/default/static"));
    let files = tree(built());
    let mut comments = 0;
    for (name, bytes) in &sources {
        let Some("js" | "css") = name.rsplit('.').next() else {
            continue;
        };
        let source = String::from_utf8_lossy(bytes);
        // No text over several lines may lose what begins these.
        let is_whole = |line: &str| line.matches('`').count().is_multiple_of(2);
        assert!(source.lines().all(is_whole), "{name}");
        let is_code = |line: &&str| {
            let is_comment = line.starts_with("//") || line.starts_with("/*");
            comments += usize::from(is_comment);
            !is_comment && !line.is_empty()
        };
        let code: Vec<&str> = source.lines().map(str::trim).filter(is_code).collect();
        let sent = String::from_utf8_lossy(&files[&format!("assets/{name}")]);
        assert!(sent.lines().eq(code), "{name}");
    }
    assert!(comments > 100, "{comments}");
}

#[test]
fn what_a_page_loads_is_found_through_imports() {
    let files = [
        ("assets/a.js", "import { b } from './b.js';"),
        (
            "assets/b.js",
            "import * as a from \"./a.js\"; import('./later.js');",
        ),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let html = "<script type=\"module\" src=\"/assets/a.js\"></script>";
    let expected = ["assets/a.js", "assets/b.js"].map(str::to_owned);
    assert_eq!(loaded(&files.into(), html), expected.into());
}

#[test]
fn a_body_is_taken_out_with_what_it_holds() {
    let html =
        "a<div class=\"body\">x<div>y</div>z</div>b<div class=\"evidence\"></div>c<div>d</div>";
    assert_eq!(without_body(html), "abc<div>d</div>");
}
