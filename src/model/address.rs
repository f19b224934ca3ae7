//! Addresses of the site: where each thing is published (contract, "Addresses").
//!
//! All start with `/` and leave out the base path; they are percent-encoded and may be put into a
//! page as they are.

use std::borrow::Cow;

use percent_encoding::{
    AsciiSet, CONTROLS, PercentEncode, percent_decode_str, utf8_percent_encode,
};
use unicode_normalization::UnicodeNormalization;

use super::fiscal_year::FiscalYear;
use super::id::ItemNumber;

const UNSAFE_IN_PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'\\')
    .add(b'^')
    .add(b'|')
    .add(b'[')
    .add(b']')
    .add(b'\'')
    .add(b'&');

/// The indicator tree of a year.
pub fn year(year: FiscalYear) -> String {
    format!("/{year}/")
}

/// An item.
pub fn item(year: FiscalYear, number: ItemNumber) -> String {
    format!("/{year}/{number}/")
}

/// The checklist of a year.
pub fn checklist(year: FiscalYear) -> String {
    format!("/{year}/checklist/")
}

/// The checklist of a year as JSON.
pub fn checklist_json(year: FiscalYear) -> String {
    format!("/{year}/checklist.json")
}

/// The checklist of a year as CSV.
pub fn checklist_csv(year: FiscalYear) -> String {
    format!("/{year}/checklist.csv")
}

/// The table of a year to be handed in.
pub fn submission(year: FiscalYear) -> String {
    format!("/{year}/submission/")
}

/// The same table as CSV.
pub fn submission_csv(year: FiscalYear) -> String {
    format!("/{year}/submission.csv")
}

/// The same table as an Excel workbook.
pub fn submission_xlsx(year: FiscalYear) -> String {
    format!("/{year}/submission.xlsx")
}

/// A whole year on one page, to be printed.
pub fn print(year: FiscalYear) -> String {
    format!("/{year}/print/")
}

/// What was published in a year, newest first.
pub fn changes(year: FiscalYear) -> String {
    format!("/{year}/changes/")
}

/// The checklist of the current year.
pub const CURRENT_CHECKLIST: &str = "/checklist/";

/// Whether search engines are to have what stands at an address: not the table to hand in, the year on paper and
/// search itself, which say again what other pages say.
pub fn is_for_search_engines(address: &str) -> bool {
    let is_year = |step: &str| step.len() == 4 && step.bytes().all(|b| b.is_ascii_digit());
    let steps: Vec<&str> = address.trim_matches('/').split('/').collect();
    !matches!(steps[..], ["search"])
        && !matches!(steps[..], [year, "submission" | "print"] if is_year(year))
}

/// News of a year, as a feed.
pub fn news(year: FiscalYear) -> String {
    format!("/{year}/news.xml")
}

/// Procurement of a year, as a feed.
pub fn procurement(year: FiscalYear) -> String {
    format!("/{year}/procurement.xml")
}

/// The newest documents of all years, as a feed.
pub const FEED: &str = "/feed.xml";

/// The sitemap.
pub const SITEMAP: &str = "/sitemap.xml";

/// A part of the sitemap of a very large site, counted from 1.
pub fn sitemap_part(part: usize) -> String {
    format!("/sitemap-{part}.xml")
}

/// The page for what is not there.
pub const NOT_FOUND: &str = "/404.html";

/// Search, and every item by number.
pub const SEARCH: &str = "/search/";

/// The years of the search index.
pub const SEARCH_INDEX: &str = "/search/index.json";

/// The free pages in the search index.
pub const SEARCH_PAGES: &str = "/search/pages.json";

/// A part of the search index, counted from 1.
pub fn search_part(year: FiscalYear, part: usize) -> String {
    format!("/search/{year}-{part}.json")
}

/// An item of the current year.
pub fn current_item(number: ItemNumber) -> String {
    format!("/{number}/")
}

/// A free page; the home page for an empty slug.
pub fn page(slug: &str) -> String {
    if slug.is_empty() {
        "/".to_owned()
    } else {
        format!("/pages/{}/", encode(&ascii_name(slug)))
    }
}

/// A further document of an item.
pub fn document(year: FiscalYear, number: ItemNumber, slug: &str) -> String {
    format!("/{year}/{number}/{}/", encode(&ascii_name(slug)))
}

/// A file that the program makes beside the page at an address.
pub fn beside(page: &str, name: &str, ending: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name: String = name.chars().map(plain).collect();
    format!("{page}{name}.{ending}")
}

/// The path below `public/` of an evidence file of an item, which stands at `inside` in its folder.
pub fn file_output(year: FiscalYear, number: ItemNumber, inside: &str) -> String {
    format!("{year}/{number}/{}", ascii_path(inside))
}

/// The name of every part of a path as it stands in an address.
pub fn ascii_path(inside: &str) -> String {
    let parts: Vec<_> = inside.split('/').map(ascii_name).collect();
    parts.join("/")
}

/// A path below `public/` as an address.
pub fn of_output(path: &str) -> String {
    format!("/{}", encode(path))
}

/// The file below `public/` that stands at an address without its first `/`: a page is an `index.html`.
pub fn to_output(address: &str) -> String {
    let path = percent_decode_str(address).decode_utf8_lossy();
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.into_owned()
    }
}

fn encode(path: &str) -> PercentEncode<'_> {
    utf8_percent_encode(path, UNSAFE_IN_PATH)
}

/// A file or document name as it stands in an address: itself where it is ASCII, otherwise its
/// ASCII words and a number that is worked out from the whole name, so that it is the same for as
/// long as the name is.
pub fn ascii_name(name: &str) -> Cow<'_, str> {
    // Control characters, `\` and `:` mean something to one file system or another.
    let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'\\' && byte != b':';
    // Windows drops a dot or space at the end.
    if name.bytes().all(plain) && !name.ends_with(['.', ' ']) {
        return Cow::Borrowed(name);
    }
    let composed: String = name.nfc().collect();
    let (stem, ending) = match composed.rsplit_once('.') {
        Some((stem, ending))
            if ending.bytes().all(|b| b.is_ascii_alphanumeric()) && !stem.is_empty() =>
        {
            (stem, Some(ending))
        }
        _ => (composed.as_str(), None),
    };
    let hash = blake3::hash(composed.as_bytes()).to_hex();
    let mut out = String::new();
    for word in stem
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        out.push_str(word);
        out.push('-');
    }
    out.push_str(&hash[..8]);
    if let Some(ending) = ending {
        out.push('.');
        out.push_str(ending);
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::{ascii_name, of_output};

    #[test]
    fn ascii_names_stay_and_others_are_derived_from_themselves() {
        assert_eq!(ascii_name("plan 2.pdf"), "plan 2.pdf");
        let derived = ascii_name("แผน 2566 ฉบับ-1.pdf");
        assert!(derived.starts_with("2566-1-"), "{derived}");
        assert!(derived.ends_with(".pdf") && derived.is_ascii(), "{derived}");
        // The same name in another Unicode form (NFD) is the same name.
        assert_eq!(ascii_name("é.pdf"), ascii_name("e\u{301}.pdf"));
        assert_ne!(ascii_name("แผน.pdf"), ascii_name("แผ่น.pdf"));
        for name in ["a\nb.pdf", "1:30.pdf", r"a\b.pdf"] {
            assert!(!ascii_name(name).contains(['\n', ':', '\\']), "{name}");
        }
    }

    #[test]
    fn signs_that_mean_something_are_encoded() {
        assert_eq!(of_output("2566/o1/a #1?.pdf"), "/2566/o1/a%20%231%3F.pdf");
    }
}
