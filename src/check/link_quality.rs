//! Links that lead somewhere, but not where an evaluator can rely on it: evidence on other hosts,
//! shortened and trial addresses, texts that say nothing.

use super::checked::Checked;
use crate::assemble::links::From;
use crate::model::host::{Reach, host_of, is_below, is_shortened, reach, without_www};
use crate::model::{Dataset, DatasetKind, Document, Duty, ItemDefinition, Link, Site, Target};
use crate::problem::{Diagnostic, Diagnostics, LinkFault};
use crate::span::Span;

/// A body with fewer letters besides its links only says where the evidence is.
const SAYS_SOMETHING: usize = 100;

/// A written address that is longer is no text for people.
const LONGEST_ADDRESS: usize = 40;

/// No text that says nothing is longer, in bytes.
const LONGEST_WORD: usize = 60;

/// Texts that say nothing without what stands around them.
const EMPTY_WORDS: &[&str] = &[
    "คลิก",
    "คลิ๊ก",
    "คลิกที่นี่",
    "คลิ๊กที่นี่",
    "คลิกที่นี้",
    "คลิกตรงนี้",
    "คลิกดู",
    "คลิกเลย",
    "คลิกเพื่อดู",
    "คลิกเพื่อดาวน์โหลด",
    "คลิกดูรายละเอียด",
    "คลิกอ่านรายละเอียด",
    "กดที่นี่",
    "ที่นี่",
    "ที่นี้",
    "ดูที่นี่",
    "อ่านต่อ",
    "อ่านเพิ่มเติม",
    "ดูเพิ่มเติม",
    "เพิ่มเติม",
    "รายละเอียด",
    "รายละเอียดเพิ่มเติม",
    "ดูรายละเอียด",
    "ดาวน์โหลด",
    "ดาวน์โหลดที่นี่",
    "ดาวโหลด",
    "ไฟล์",
    "ไฟล์แนบ",
    "เอกสารแนบ",
    "ลิงก์",
    "ลิงค์",
    "ลิ้งค์",
    "ลิ้งก์",
    "click",
    "click here",
    "here",
    "link",
    "download",
    "more",
    "read more",
];

fn of_document(checked: &Checked<'_>, document: &Document, findings: &mut Diagnostics) {
    for link in document.all_links() {
        host(link, findings);
    }
    for link in &document.links {
        title(link, link.title.as_deref(), 0, findings);
    }
    for link in document.bodies().flat_map(|body| &body.links) {
        in_text(link, findings);
    }
    findings.extend(elsewhere(checked, document));
}

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    for link in checked.site.pages.iter().flat_map(|page| &page.body.links) {
        host(link, findings);
        in_text(link, findings);
    }
    checked.each_document(findings, of_document);
}

/// The text of a link among others. A picture that leads somewhere has none.
fn in_text(link: &Link, findings: &mut Diagnostics) {
    let text = link.title.as_deref().or(Some("-"));
    title(link, text, LONGEST_ADDRESS, findings);
}

/// Shortened and trial addresses.
fn host(link: &Link, findings: &mut Diagnostics) {
    let Some(host) = host_of(&link.href) else {
        return;
    };
    let fault = match reach(&host) {
        Reach::Public if is_shortened(&link.href, &host) => LinkFault::Shortened { host },
        Reach::Public => return,
        reach => LinkFault::Staging { host, reach },
    };
    findings.push(Diagnostic::new(fault, link.at.clone()));
}

/// A text that does not say where its link leads. An address is no text when it is longer than
/// `longest`: a short one in a sentence may be meant to be read, or printed.
fn title(link: &Link, title: Option<&str>, longest: usize, findings: &mut Diagnostics) {
    let text = title.unwrap_or("").trim();
    let sign = |c: char| c.is_whitespace() || "\"'«»<>()[]{}→➜>.…:*_!-–👉☞➡".contains(c);
    let word = text.trim_matches(sign);
    let is_empty_word = word.len() <= LONGEST_WORD && EMPTY_WORDS.contains(&&*word.to_lowercase());
    let starts = ["http://", "https://", "www."];
    let is_address = starts.iter().any(|start| text.starts_with(start));
    let is_cut = is_address && (text.ends_with('…') || text.ends_with("..."));
    let is_long = is_address && text.chars().count() > longest;
    if text.is_empty() || is_cut || is_long || is_empty_word {
        let title = Some(text.to_owned()).filter(|text| !text.is_empty());
        findings.push(Diagnostic::new(
            LinkFault::NoTitle { title },
            link.at.clone(),
        ));
    }
}

/// The finding for a counting document that only points at another host.
fn elsewhere(checked: &Checked<'_>, document: &Document) -> Option<Diagnostic> {
    let site = checked.site;
    let links = || document.links.iter().chain(&document.body.links);
    // Most documents lead nowhere else, and that is quickly seen.
    if !links().any(|link| link.href.contains("//")) {
        return None;
    }
    let year = site.year(document.year)?;
    let leads_out = |item| leads_out_rightly(year.framework.item(item));
    let has_file = (document.evidence.iter()).any(|id| site.file(*id).bytes > 0);
    let has_own = has_file || document.datasets.iter().any(Dataset::is_filled);
    if !document.counts() || has_own || leads_out(document.item) || says_something(document) {
        return None;
    }
    let from = From::document(document);
    let mut outside: Option<(String, Span)> = None;
    for link in links() {
        match checked.links.follow(from, &link.href) {
            Some(Target::Outside(href)) => match host_of(&href) {
                Some(host) if is_own(site, &host) => return None,
                Some(host) => {
                    outside.get_or_insert((host, link.at.clone()));
                }
                None => {}
            },
            // What lies on the site is evidence on the site; what is broken is told as such.
            Some(Target::Inside(_)) | None => return None,
        }
    }
    let (host, at) = outside?;
    Some(Diagnostic::new(LinkFault::EvidenceElsewhere { host }, at))
}

/// Whether an item asks for ways to other places, such as social networks and e-services, and for no
/// other dataset.
fn leads_out_rightly(item: Option<&ItemDefinition>) -> bool {
    item.is_some_and(|item| {
        let shown = || {
            let components = item.components.iter();
            components.filter_map(|component| component.shown_by.as_ref())
        };
        let mut all = shown().map(|shown| shown.dataset);
        item.duties.contains(&Duty::Social)
            || shown().next().is_some() && all.all(|dataset| dataset == DatasetKind::Channels)
    })
}

/// Whether a body says more than where something is to be found.
fn says_something(document: &Document) -> bool {
    let body = &document.body;
    let titles = body.links.iter().filter_map(|link| link.title.as_deref());
    let of_links: usize = titles.map(|title| title.chars().count()).sum();
    body.text.trim().chars().count() > of_links + SAYS_SOMETHING
}

/// Whether a host is the site's own: that of `base_url` or one of `own_hosts`, with or without
/// `www.`, or one below them.
fn is_own(site: &Site, host: &str) -> bool {
    let base = site.config.base.host();
    let listed = site.config.own_hosts.iter();
    let listed = listed.filter_map(|own| host_of(own).or_else(|| host_of(&format!("//{own}"))));
    std::iter::once(base)
        .chain(listed)
        .any(|own| is_below(host, without_www(&own)))
}

#[cfg(test)]
mod tests {
    use super::{EMPTY_WORDS, LONGEST_WORD};

    #[test]
    fn no_word_that_says_nothing_is_too_long_to_be_looked_for() {
        assert!(EMPTY_WORDS.iter().all(|word| word.len() <= LONGEST_WORD));
    }
}
