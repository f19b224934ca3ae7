//! The limit that `oit` is held against: a program that reads every document, lets pulldown-cmark make
//! HTML of it, puts it into furniture that is there already, and writes it. No settings, no templates,
//! no links, no safety.
//!
//! It writes as many files of as many bytes as `oit` wrote, which a list says: an output a line, with
//! its size and, where it is a document's page, its source.

use std::fmt::Write as _;
use std::fs;
use std::io::{Error, Result};
use std::path::Path;

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;

/// What fills a page up to its size.
const FURNITURE: &str = "<li><a href=\"/2568/o12/\">O12 รายงานผลการดำเนินงานประจำปี</a></li>\n";

/// Writes the list for a site that `oit` has built.
pub fn list(out: &Path, list: &Path) -> Result<()> {
    let mut lines = String::new();
    let mut folders = vec![out.to_path_buf()];
    let mut outputs = Vec::new();
    while let Some(folder) = folders.pop() {
        for found in fs::read_dir(&folder)? {
            let (found, path) = found.map(|found| (found.metadata(), found.path()))?;
            if found.as_ref().is_ok_and(fs::Metadata::is_dir) {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(out).map_err(Error::other)?;
                outputs.push((inside.display().to_string(), found?.len()));
            }
        }
    }
    outputs.sort();
    for (name, bytes) in outputs {
        let page = name.strip_suffix("/index.html");
        let source = page.filter(|page| page.contains("/doc-"));
        let source = source.map_or(String::new(), |page| format!("content/{page}.md"));
        let _ = writeln!(lines, "{name}\t{bytes}\t{source}");
    }
    fs::write(list, lines)
}

/// Writes every file of the list.
pub fn write(site: &Path, out: &Path, list: &Path) -> Result<()> {
    let list = fs::read_to_string(list)?;
    let longest = list
        .lines()
        .filter_map(|line| line.split('\t').nth(1)?.parse().ok());
    let longest: usize = longest.max().unwrap_or(0);
    let furniture = FURNITURE.repeat(longest / FURNITURE.len() + 1);
    list.par_lines()
        .try_for_each_with(Vec::new(), |page, line| {
            let mut parts = line.split('\t');
            let mut part = || {
                parts
                    .next()
                    .ok_or_else(|| Error::other("a line of the list"))
            };
            let (name, bytes, source) = (part()?, part()?, part()?);
            let bytes: usize = bytes.parse().map_err(Error::other)?;
            page.clear();
            if !source.is_empty() {
                render(&fs::read_to_string(site.join(source))?, page)?;
            }
            let room = bytes.saturating_sub(page.len());
            page.extend_from_slice(&furniture.as_bytes()[..room]);
            let path = out.join(name);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, page)
        })
}

fn render(text: &str, page: &mut Vec<u8>) -> Result<()> {
    let inside = text.strip_prefix("+++\n");
    let parts = inside.and_then(|text| text.split_once("\n+++\n"));
    let (_, body) = parts.ok_or_else(|| Error::other("a document without front matter"))?;
    html::write_html_io(page, Parser::new_ext(body, Options::ENABLE_TABLES))
}
