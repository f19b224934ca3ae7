//! What a link leads to: a file beside the document, a site address or an item.
//!
//! Checking and rendering ask the same [`Links`], so that a link that passed the check is the link
//! on the page.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Problem;
use crate::model::config::BaseUrl;
use crate::model::{
    Body, Document, DocumentId, EvidenceId, FiscalYear, Heading, ItemNumber, Page, Site, Target,
    address, item_in,
};
use crate::parse::markdown::anchor;
use crate::parse::nearest::nearest;
use crate::parse::reference::{decode, join, nfc};
use crate::source::folder_of;

/// Schemes that may stand on a page.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// What stands at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thing {
    Document(DocumentId),
    Evidence(EvidenceId),
    Page(usize),
    Item(FiscalYear, ItemNumber),
}

/// Where a link stands.
#[derive(Debug, Clone, Copy)]
pub struct From<'a> {
    /// The file it is written in.
    pub path: &'a str,
    /// The year of that file, for `o12`; the current one for free pages.
    pub year: Option<FiscalYear>,
    /// The address of the page it is shown on.
    pub address: &'a str,
    /// The body it belongs to, for `#anchor`.
    pub body: &'a Body,
}

impl<'a> From<'a> {
    /// A link in a document that is shown at `address`.
    pub fn document(document: &'a Document, address: &'a str) -> Self {
        Self {
            path: &document.path,
            year: Some(document.year),
            address,
            body: &document.body,
        }
    }

    /// A link on a free page that is shown at `address`.
    pub fn page(page: &'a Page, address: &'a str, site: &Site) -> Self {
        Self {
            path: &page.path,
            year: site.current,
            address,
            body: &page.body,
        }
    }
}

/// An index of everything a link may lead to.
pub struct Links<'a> {
    site: &'a Site,
    by_path: HashMap<String, Thing>,
    by_address: HashMap<String, Thing>,
    fixed: HashSet<String>,
}

/// The path in the site that a link may mean, if it can be a file beside the document.
pub(super) fn file_reference(folder: &str, href: &str) -> Option<String> {
    let path = href.split(['#', '?']).next().unwrap_or("");
    let outside = path.is_empty() || path.starts_with('/') || scheme(href).is_some();
    (!outside).then(|| join(folder, &decode(path))).flatten()
}

impl<'a> Links<'a> {
    /// Indexes a site.
    pub fn new(site: &'a Site) -> Self {
        let mut links = Self {
            site,
            by_path: HashMap::new(),
            by_address: HashMap::new(),
            fixed: fixed_addresses(site),
        };
        for year in &site.years {
            let fiscal_year = year.fiscal_year();
            for item in &year.items {
                let thing = Thing::Item(fiscal_year, item.number);
                links
                    .by_address
                    .insert(address::item(fiscal_year, item.number), thing);
                if let Some(folder) = &item.folder {
                    links.by_path.insert(folder.to_string(), thing);
                }
            }
        }
        for (at, document) in site.documents.iter().enumerate() {
            let thing = Thing::Document(DocumentId(at));
            links
                .by_path
                .insert(nfc(&document.path).into_owned(), thing);
            links.by_address.entry(document.address()).or_insert(thing);
        }
        for (at, file) in site.evidence.iter().enumerate() {
            let thing = Thing::Evidence(EvidenceId(at));
            links.by_path.insert(nfc(&file.path).into_owned(), thing);
            links.by_address.insert(file.address.clone(), thing);
        }
        for (at, page) in site.pages.iter().enumerate() {
            links
                .by_path
                .insert(nfc(&page.path).into_owned(), Thing::Page(at));
            links
                .by_address
                .insert(address::page(&page.slug), Thing::Page(at));
        }
        links
    }

    /// The base address of the site.
    pub fn base(&self) -> &BaseUrl {
        &self.site.config.base
    }

    /// Where a link leads, or what is wrong with it.
    pub fn resolve(&self, from: From<'_>, href: &str) -> Result<Target, Problem> {
        let href = href.trim();
        if let Some(scheme) = scheme(href) {
            return if SCHEMES.contains(&scheme.as_str()) {
                Ok(Target::Outside(href.to_owned()))
            } else {
                Err(Problem::UnsafeLink {
                    href: href.to_owned(),
                })
            };
        }
        if href.starts_with("//") {
            return Ok(Target::Outside(href.to_owned()));
        }
        let (path, fragment) = match href.split_once('#') {
            Some((path, fragment)) => (path, Some(decode(fragment))),
            None => (href, None),
        };
        if path.is_empty() && fragment.is_some() {
            let anchor = self.anchor(&from.body.headings, fragment.as_deref())?;
            return Ok(Target::Inside(format!("{}{anchor}", from.address)));
        }
        let path = decode(path);
        let path = path.split('?').next().unwrap_or("");
        let found = self
            .thing(from, path)
            .ok_or_else(|| self.broken(from, href, path))?;
        self.target(found, href, fragment.as_deref())
    }

    fn thing(&self, from: From<'_>, path: &str) -> Option<Found> {
        if path.starts_with('/') {
            return self.by_address(path);
        }
        if let Some((year, number)) = item_in(path.trim_end_matches('/')) {
            let year = year.or(from.year)?;
            return (self.site.item(year, number)).map(|_| Found::Thing(Thing::Item(year, number)));
        }
        let path = join(folder_of(from.path), path)?;
        self.by_path.get(&path).copied().map(Found::Thing)
    }

    fn by_address(&self, path: &str) -> Option<Found> {
        let encoded = address::of_output(&nfc(path.trim_start_matches('/')));
        let closed = format!("{}/", encoded.trim_end_matches('/'));
        for candidate in [encoded, closed] {
            if let Some(thing) = self.by_address.get(&candidate) {
                return Some(Found::Thing(*thing));
            }
            if self.fixed.contains(&candidate) {
                return Some(Found::Fixed(candidate));
            }
        }
        None
    }

    fn target(&self, found: Found, href: &str, fragment: Option<&str>) -> Result<Target, Problem> {
        let unpublished = || Problem::UnpublishedTarget {
            href: href.to_owned(),
        };
        let (address, headings) = match found {
            Found::Fixed(address) => (address, None),
            Found::Thing(Thing::Evidence(id)) => {
                let file = self.site.file(id);
                if !self.site.is_published(file) {
                    return Err(unpublished());
                }
                // The fragment of a file is its reader's business (`plan.pdf#page=3`).
                let fragment = fragment.map(|f| format!("#{f}")).unwrap_or_default();
                return Ok(Target::Inside(format!("{}{fragment}", file.address)));
            }
            Found::Thing(Thing::Document(id)) => {
                let document = self.site.document(id);
                let shown = self.site.is_rendered(document);
                if !shown && document.slug.is_some() {
                    return Err(unpublished());
                }
                (
                    document.address(),
                    Some(shown_headings(shown, &document.body)),
                )
            }
            Found::Thing(Thing::Page(at)) => {
                let page = &self.site.pages[at];
                if !self.site.is_page_rendered(page) {
                    return Err(unpublished());
                }
                (
                    address::page(&page.slug),
                    Some(page.body.headings.as_slice()),
                )
            }
            Found::Thing(Thing::Item(year, number)) => {
                let lead = self.site.item(year, number).and_then(|item| item.lead);
                let headings = lead.map(|id| self.site.document(id)).map(|document| {
                    shown_headings(self.site.is_rendered(document), &document.body)
                });
                (address::item(year, number), Some(headings.unwrap_or(&[])))
            }
        };
        let anchor = match headings {
            Some(headings) => self.anchor(headings, fragment)?,
            None => String::new(),
        };
        Ok(Target::Inside(format!("{address}{anchor}")))
    }

    /// The anchor of the heading that a fragment means, with its `#`.
    #[allow(clippy::unused_self)] // Belongs with its callers.
    fn anchor(&self, headings: &[Heading], fragment: Option<&str>) -> Result<String, Problem> {
        let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else {
            return Ok(String::new());
        };
        let wanted = anchor(fragment);
        match headings.iter().find(|heading| heading.anchor == wanted) {
            Some(heading) => Ok(format!("#{}", heading.anchor)),
            None => Err(Problem::BrokenAnchor {
                anchor: fragment.to_owned(),
                near: nearest(&wanted, headings.iter().map(|h| h.anchor.as_str()))
                    .map(|anchor| format!("#{anchor}")),
            }),
        }
    }

    /// The name in the folder that a path means, as the path would have to be written.
    fn nearest_file(&self, from: From<'_>, path: &str) -> Option<String> {
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(f, n)| (f, n));
        let place = join(folder_of(from.path), folder)?;
        let prefix = format!("{place}/");
        let beside = self
            .by_path
            .keys()
            .filter_map(|known| known.strip_prefix(&prefix));
        let near = nearest(name, beside)?;
        let slash = if folder.is_empty() { "" } else { "/" };
        Some(format!("{folder}{slash}{near}"))
    }

    fn broken(&self, from: From<'_>, href: &str, path: &str) -> Problem {
        if path.contains("..") && join(folder_of(from.path), path).is_none() {
            return Problem::OutsideSite {
                path: href.to_owned(),
            };
        }
        let near = if path.starts_with('/') {
            nearest(path, self.by_address.keys().map(String::as_str))
        } else if path.starts_with("www.") {
            Some(format!("https://{path}"))
        } else {
            self.nearest_file(from, path)
        };
        Problem::BrokenLink {
            href: href.to_owned(),
            near,
        }
    }
}

/// What a path inside the site stands for.
enum Found {
    Thing(Thing),
    Fixed(String),
}

fn shown_headings(shown: bool, body: &Body) -> &[Heading] {
    if shown { &body.headings } else { &[] }
}

/// The scheme of an address, in lower case: `https` of `https://…`.
fn scheme(href: &str) -> Option<String> {
    let (scheme, _) = href.split_once(':')?;
    // Browsers drop control characters inside a scheme, so they must not hide one from us.
    let scheme: String = scheme
        .chars()
        .filter(|c| !c.is_control() && !c.is_whitespace())
        .collect();
    let good = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    good.then(|| scheme.to_ascii_lowercase())
}

/// Addresses that are neither items nor documents.
fn fixed_addresses(site: &Site) -> HashSet<String> {
    let mut fixed: HashSet<String> = ["/", "/checklist/", "/sitemap.xml", "/feed.xml"]
        .map(str::to_owned)
        .into();
    for year in &site.years {
        let base = address::year(year.fiscal_year());
        for part in ["", "checklist/", "checklist.json", "checklist.csv"] {
            fixed.insert(format!("{base}{part}"));
        }
    }
    if let Some(year) = site.current.and_then(|current| site.year(current)) {
        fixed.extend(year.items.iter().map(|item| format!("/{}/", item.number)));
    }
    fixed
}
