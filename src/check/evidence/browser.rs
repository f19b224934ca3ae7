//! Evidence that a browser or the web server would run as a part of the site.
//!
//! In: the name a file is published under, and what its content runs. Out: a fault, or none. Such a
//! file could change what readers see of every page, or send elsewhere what they type, so it is not
//! published, whoever put it there.

use crate::files::file_name;
use crate::model::{Facts, FileKind};
use crate::problem::{EvidenceFault, RunsInBrowser};

/// Endings that web servers take for programs, wherever they stand in a name.
const SERVER: [&str; 38] = [
    "php", "php3", "php4", "php5", "php7", "php8", "phtml", "phtm", "pht", "phps", "phpt", "phar",
    "pgif", "shtml", "shtm", "stm", "asp", "aspx", "jsp", "jspx", "jspf", "jsw", "jsv", "jhtml",
    "cfm", "cfml", "cfc", "cgi", "fcgi", "fpl", "pl", "py", "pyc", "rb", "lua", "tcl", "cshtml",
    "vbhtml",
];

/// Endings that they take for programs at the end of a name.
const SERVER_AT_END: [&str; 17] = [
    "asa", "asax", "ascx", "ashx", "asmx", "axd", "cer", "cdx", "idc", "htr", "htw", "ida", "idq",
    "soap", "svc", "rem", "inc",
];

/// Endings that browsers take for pages and scripts.
const BROWSER: [&str; 16] = [
    "html", "htm", "xhtml", "xht", "mht", "mhtml", "js", "mjs", "cjs", "swf", "hta", "htc", "xsl",
    "xslt", "wasm", "svgz",
];

/// Endings that browsers take for markup: harmless, or not.
const MARKUP: [&str; 15] = [
    "svg", "xml", "rdf", "rss", "atom", "kml", "gpx", "xsd", "wsdl", "mathml", "mml", "smil",
    "xul", "xaml", "gml",
];

/// Endings whose type every server names, so that no browser looks at the content.
const NAMED: [&str; 44] = [
    "pdf", "jpg", "jpeg", "jpe", "png", "gif", "webp", "heic", "tif", "tiff", "bmp", "docx",
    "docm", "dotx", "xlsx", "xlsm", "xlsb", "xltx", "pptx", "pptm", "ppsx", "potx", "odt", "ods",
    "odp", "odg", "doc", "xls", "ppt", "pps", "rtf", "zip", "rar", "7z", "mp4", "mov", "m4v",
    "m4a", "3gp", "mp3", "avi", "txt", "csv", "json",
];

/// Judges a file by its place below `public/` and its content, where that was read.
pub(super) fn judge(output: &str, facts: Option<&Facts>) -> Option<EvidenceFault> {
    let name = file_name(output).to_ascii_lowercase();
    let parts: Vec<&str> = name.split('.').skip(1).map(str::trim).collect();
    let last = parts.last().copied().unwrap_or("");
    let is_settings = name == "web.config";
    // Servers look for the last ending they know, so `plan.html.backup` is a page.
    let known: &[&str] = if NAMED.contains(&last) { &[] } else { &BROWSER };
    let ran = parts
        .iter()
        .find(|part| SERVER.contains(part) || known.contains(part))
        .or_else(|| SERVER_AT_END.iter().find(|ending| **ending == last));
    let why = if let Some(ending) = ran.copied().or(is_settings.then_some("config")) {
        RunsInBrowser::Name(ending.to_owned())
    } else if NAMED.contains(&last) {
        let is_page = facts.is_some_and(|facts| facts.kind == FileKind::Html);
        (is_page && last != "txt").then_some(RunsInBrowser::Page)?
    } else if MARKUP.contains(&last) {
        match facts {
            Some(facts) => RunsInBrowser::Markup(facts.runs.as_markup.clone()?),
            // Too large to be read.
            None => RunsInBrowser::Markup(String::new()),
        }
    } else {
        (facts?.runs.as_page).then_some(RunsInBrowser::Page)?
    };
    Some(EvidenceFault::RunsInBrowser(why))
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn names_that_a_server_or_browser_runs() {
        for name in [
            "o1/a.html",
            "o1/A.HTM",
            "a.php",
            "a.php.pdf",
            "a.html.bak",
            "a.shtml.pdf",
            "a.mjs",
            "a.js ",
            "web.config",
            "a.svgz",
            "a.pht",
            "a.phtm",
            "a.shtm",
            "a.stm",
            "a.asa",
            "a.cer",
            "a.ashx",
            "a.asmx",
            "a.cshtml",
            "a.cfm",
            "a.pl",
            "a.py.txt",
            "a.FCGI",
            "a.lua",
        ] {
            assert!(judge(name, None).is_some(), "{name}");
        }
        for name in [
            "a.pdf",
            "html",
            "a.html.pdf",
            "php.pdf",
            "a.js.zip",
            "o1.html/a.pdf",
            "app.config",
            "a",
            "a.dwg",
            ".php.pdf/a.txt",
            "a.cer.pdf",
            "โครงการ pl.pdf",
        ] {
            assert!(judge(name, None).is_none(), "{name}");
        }
    }
}
