//! What a link leads to: a file beside the document, a site address or an item.
//!
//! Checking and rendering ask the same [`Links`], so that a link that passed the check is the link
//! on the page.

mod near;

use std::collections::HashSet;

use super::index::{Index, LinkTarget};
use crate::files::folder_of;
use crate::model::config::BaseUrl;
use crate::model::{
    Body, Document, Evidence, FiscalYear, ItemNumber, Page, Site, Target, address, item_in,
    leads_somewhere,
};
use crate::parse::markdown::{anchor, raw_anchor};
use crate::parse::reference::{canonical, decode, join, nfc};
use crate::problem::ReferenceFault;
use crate::thai::nearest::nearest;

/// Names that are compared with a misspelt one, at most.
const MOST_COMPARED: usize = 500;

/// Signs in an address that are tried as part of a name, at most.
const MOST_ENDS: usize = 8;

/// Schemes that may stand on a page.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Where a link stands.
#[derive(Debug, Clone, Copy)]
pub struct From<'a> {
    /// The file it is written in.
    pub path: &'a str,
    /// The year of that file, for `o12`; none for free pages.
    pub year: Option<FiscalYear>,
    /// The address of the page it is shown on.
    pub address: &'a str,
    /// The body it belongs to, for `#anchor`.
    pub body: &'a Body,
}

impl<'a> From<'a> {
    /// A link in a document.
    pub fn document(document: &'a Document) -> Self {
        Self {
            path: &document.path,
            year: Some(document.year),
            address: &document.address,
            body: &document.body,
        }
    }

    /// A link on a free page that is shown at `address`.
    pub fn page(page: &'a Page, address: &'a str) -> Self {
        Self {
            path: &page.path,
            year: None,
            address,
            body: &page.body,
        }
    }
}

/// What links of a site lead to.
pub struct Links<'a> {
    site: &'a Site,
    index: Index,
}

/// The path in the site that a link may mean, if it can be a file beside the document.
pub fn file_reference(folder: &str, href: &str) -> Option<String> {
    let path = href.split(['#', '?']).next().unwrap_or("");
    let outside = path.is_empty() || path.starts_with('/') || scheme(href).is_some();
    (!outside).then(|| join(folder, &decode(path))).flatten()
}

/// The paths that a link may mean, the likeliest first: `#` and `?` may be part of a name, `แผน #1.pdf`.
pub fn possible_files(folder: &str, href: &str) -> Vec<String> {
    let outside = href.starts_with('/') || scheme(href).is_some();
    let ends = ends_of_names(href).filter(|_| !outside);
    ends.filter_map(|end| join(folder, &decode(&href[..end])))
        .collect()
}

/// Where the name of a file may end in an address, from its end on.
fn ends_of_names(href: &str) -> impl Iterator<Item = usize> {
    let signs = href.rmatch_indices(['#', '?']).map(|(at, _)| at);
    let signs = signs.filter(|at| *at > 0);
    std::iter::once(href.len())
        .filter(|end| *end > 0)
        .chain(signs)
        .take(MOST_ENDS)
}

/// The address that a link from the top of the site names, without fragment and query, encoded.
pub(super) fn site_address(href: &str) -> Option<String> {
    let path = href.split(['#', '?']).next().unwrap_or("");
    let inside = path
        .strip_prefix('/')
        .filter(|inside| !inside.starts_with('/'))?;
    Some(address::of_output(&nfc(&decode(inside))))
}

impl<'a> Links<'a> {
    /// Indexes a site. `fixed` are the addresses of what is neither an item, a document, a free page nor evidence.
    pub fn new(site: &'a Site, fixed: HashSet<String>) -> Self {
        let index = Index::new(site, fixed);
        Self { site, index }
    }

    /// The evidence file at a path of the site, in any spelling of the item's folder.
    pub fn file(&self, path: &str) -> Option<&'a Evidence> {
        match self.index.by_path.get(&canonical(path))? {
            LinkTarget::Evidence(id) => Some(self.site.file(*id)),
            _ => None,
        }
    }

    /// The base address of the site.
    pub fn base(&self) -> &BaseUrl {
        &self.site.config.base
    }

    /// Where a link leads; `None` for one with which something is wrong.
    pub fn follow(&self, from: From<'_>, href: &str) -> Option<Target> {
        self.resolve(from, href).ok()
    }

    /// Where a link leads, or what is wrong with it. What a broken one may have meant is another question
    /// ([`Links::near`]).
    pub fn resolve(&self, from: From<'_>, href: &str) -> Result<Target, ReferenceFault> {
        let href = href.trim();
        match scheme(href) {
            Some(scheme) if !SCHEMES.contains(&&*scheme) => {
                let href = href.to_owned();
                return Err(ReferenceFault::UnsafeLink { href });
            }
            // One without any address is told where the text is read.
            _ if !href.is_empty() && !leads_somewhere(href) => {
                let href = href.to_owned();
                return Err(ReferenceFault::BrokenLink { href, near: None });
            }
            None if !href.starts_with("//") => return self.resolve_inside(from, href, href),
            _ => {}
        }
        match self.own(href) {
            Some(inside) => self.resolve_inside(from, href, &inside),
            None => Ok(Target::Outside(href.to_owned())),
        }
    }

    /// The address on the site that a whole address means. At the top of a host other programs may serve pages too:
    /// there only what begins like an address of this site is meant as one.
    fn own(&self, href: &str) -> Option<String> {
        let inside = self.base().inside(href)?;
        let first = inside.trim_start_matches('/').split('/').next()?;
        let is_year = || first.parse().ok().and_then(FiscalYear::new).is_some();
        let is_ours = self.base().path() != "/"
            || is_year()
            || ItemNumber::parse(first).is_some()
            || ["pages", "checklist"].contains(&first);
        is_ours.then_some(inside)
    }

    /// The same of an address on the site. `written`: as the webmaster has it.
    fn resolve_inside(
        &self,
        from: From<'_>,
        written: &str,
        href: &str,
    ) -> Result<Target, ReferenceFault> {
        if let Some((file, fragment)) = self.file_of_signs(from, href) {
            return self.target(file, written, fragment.as_deref());
        }
        let (path, fragment) = match href.split_once('#') {
            Some((path, fragment)) => (path, Some(decode(fragment))),
            None => (href, None),
        };
        if path.is_empty() && fragment.is_some() {
            let anchor = anchor_in(Some(from.body), fragment.as_deref())?;
            return Ok(Target::Inside(format!("{}{anchor}", from.address)));
        }
        let path = decode(path.split('?').next().unwrap_or(""));
        let resolved = self.place(from, &path);
        let resolved = resolved.ok_or_else(|| broken(from, written, &path))?;
        self.target(resolved, written, fragment.as_deref())
    }

    /// The file beside the document whose name has `#` or `?` in it, and the fragment behind.
    fn file_of_signs(&self, from: From<'_>, href: &str) -> Option<(Resolved, Option<String>)> {
        let first = href.find(['#', '?']).filter(|_| !href.starts_with('/'))?;
        let mut ends = ends_of_names(href).filter(|end| *end > first);
        ends.find_map(|end| {
            let path = join(folder_of(from.path), &decode(&href[..end]))?;
            let file = self.index.by_path.get(&canonical(&path))?;
            let is_file = matches!(file, LinkTarget::Evidence(_));
            let fragment = href[end..].strip_prefix('#').map(decode);
            let fragment = fragment.map(std::borrow::Cow::into_owned);
            is_file.then_some((Resolved::Target(*file), fragment))
        })
    }

    /// What a path without its fragment stands for.
    fn place(&self, from: From<'_>, path: &str) -> Option<Resolved> {
        if path.starts_with('/') {
            return self.by_address(path);
        }
        if let Some((year, number)) = item_in(path.trim_end_matches('/')) {
            // Outside of a year a subject is meant, wherever it is published.
            let newest = || self.site.newest_item(number);
            let (year, number) = match year.or(from.year) {
                Some(year) => (year, number),
                None => newest()?,
            };
            return (self.site.item(year, number))
                .map(|_| Resolved::Target(LinkTarget::Item(year, number)));
        }
        let path = join(folder_of(from.path), path)?;
        let target = self.index.by_path.get(&canonical(&path));
        target.copied().map(Resolved::Target)
    }

    fn by_address(&self, path: &str) -> Option<Resolved> {
        // Every server shows the page of a folder under this name too.
        let path = path
            .strip_suffix("index.html")
            .filter(|folder| folder.ends_with('/'))
            .unwrap_or(path);
        let encoded = address::of_output(&nfc(path.trim_start_matches('/')));
        self.at(&encoded)
            .or_else(|| self.at(&format!("{}/", encoded.trim_end_matches('/'))))
    }

    /// What stands at an address that is written as pages have it.
    fn at(&self, address: &str) -> Option<Resolved> {
        if let Some(thing) = self.index.by_address.get(address) {
            return Some(Resolved::Target(*thing));
        }
        let fixed = self.index.fixed.get(address)?;
        Some(Resolved::Fixed(fixed.clone()))
    }

    fn target(
        &self,
        resolved: Resolved,
        href: &str,
        fragment: Option<&str>,
    ) -> Result<Target, ReferenceFault> {
        let unpublished = || ReferenceFault::UnpublishedTarget {
            href: href.to_owned(),
        };
        let (address, body) = match resolved {
            Resolved::Fixed(address) => return Ok(Target::Inside(address)),
            Resolved::Target(LinkTarget::Evidence(id)) => {
                let file = self.site.file(id);
                if !self.site.is_published(file) {
                    return Err(unpublished());
                }
                // The fragment of a file is its reader's business (`plan.pdf#page=3`).
                let fragment = fragment.map(|f| format!("#{f}")).unwrap_or_default();
                return Ok(Target::Inside(format!("{}{fragment}", file.address)));
            }
            Resolved::Target(LinkTarget::Document(id)) => {
                let document = self.site.document(id);
                let shown = self.site.is_rendered(document);
                if !shown && document.slug.is_some() {
                    return Err(unpublished());
                }
                (document.address.clone(), shown.then_some(&document.body))
            }
            Resolved::Target(LinkTarget::Page(at)) => {
                let page = &self.site.pages[at];
                if !self.site.is_page_rendered(page) {
                    return Err(unpublished());
                }
                (address::page(&page.slug), Some(&page.body))
            }
            Resolved::Target(LinkTarget::Item(year, number)) => {
                let lead = self.site.item(year, number).and_then(|item| item.lead);
                let lead = lead.map(|id| self.site.document(id));
                let shown = lead.filter(|document| self.site.is_rendered(document));
                (
                    address::item(year, number),
                    shown.map(|document| &document.body),
                )
            }
        };
        Ok(Target::Inside(address + &anchor_in(body, fragment)?))
    }
}

fn broken(from: From<'_>, href: &str, path: &str) -> ReferenceFault {
    let href = href.to_owned();
    if path.contains("..") && join(folder_of(from.path), path).is_none() {
        return ReferenceFault::OutsideSite { path: href };
    }
    ReferenceFault::BrokenLink { href, near: None }
}

/// What a path inside the site stands for.
enum Resolved {
    Target(LinkTarget),
    Fixed(String),
}

/// The anchor that a fragment means in a body, with its `#`: a heading by its text, or an `id` that raw
/// HTML gives.
fn anchor_in(body: Option<&Body>, fragment: Option<&str>) -> Result<String, ReferenceFault> {
    let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) else {
        return Ok(String::new());
    };
    let wanted = anchor(fragment);
    let headings = body.map_or(&[][..], |body| &body.headings);
    if let Some(heading) = headings.iter().find(|heading| heading.anchor == wanted) {
        return Ok(format!("#{}", heading.anchor));
    }
    let raw = raw_anchor(fragment);
    if body.is_some_and(|body| body.raw_anchors.iter().any(|known| known == raw)) {
        return Ok(format!("#{raw}"));
    }
    // Of very many headings none is looked through for every slip.
    let known = headings
        .iter()
        .take(MOST_COMPARED)
        .map(|h| h.anchor.as_str());
    Err(ReferenceFault::BrokenAnchor {
        anchor: fragment.to_owned(),
        near: nearest(&wanted, known).map(|anchor| format!("#{anchor}")),
    })
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
