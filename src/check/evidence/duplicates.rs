//! Files of the same content: copied twice, or last year's under this year's name.
//!
//! Within a year one file is enough, because a document can be evidence for several items. From year
//! to year laws and manuals rightly stay the same, so only items that ask for a time are looked at, and
//! only where the document does not say that it is about both years. Pictures are left alone: a
//! portrait or a badge is used in many places.

use std::collections::{BTreeMap, HashSet};

use crate::check::checked::Checked;
use crate::model::{Evidence, FileKind, FiscalYear, ItemDefinition, ItemNumber, Rule, Site};
use crate::problem::{Diagnostic, Diagnostics, EvidenceFault};

/// A file and where it lies.
type Occurrence<'a> = (&'a Evidence, FiscalYear, ItemNumber);

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let mut by_content: BTreeMap<&str, Vec<Occurrence<'_>>> = BTreeMap::new();
    for file in &checked.site.evidence {
        let facts = checked.facts.get(&file.path);
        if let (Some(facts), Some((year, item))) = (facts, file.item)
            && !is_picture(facts.kind)
        {
            let same = by_content.entry(&facts.hash).or_default();
            same.push((file, year, item));
        }
    }
    let named: HashSet<&str> = checked
        .site
        .documents
        .iter()
        .flat_map(|document| document.named_files().map(|(path, _)| &**path))
        .collect();
    for same in by_content.values_mut() {
        // The copy is the one that no document names.
        same.sort_by_key(|(file, ..)| !named.contains(&*file.path));
        for (at, (file, year, item)) in same.iter().enumerate() {
            let older = same.iter().find(|(_, other_year, other)| {
                other_year < year
                    && is_mistaken(checked.site, file, (*year, *item), (*other_year, *other))
            });
            let twin = same[..at]
                .iter()
                .find(|(_, other_year, _)| other_year == year);
            let fault = match (older, twin) {
                (Some((other, year, _)), _) => EvidenceFault::OtherYear {
                    other: other.path.to_string(),
                    year: *year,
                },
                (None, Some((other, _, other_item))) => EvidenceFault::Duplicate {
                    other: other.path.to_string(),
                    also: (other_item != item).then_some((*other_item, *item)),
                },
                (None, None) => continue,
            };
            let finding = Diagnostic::whole(fault, &file.path);
            findings.push(finding.about(*year, *item));
        }
    }
}

fn is_picture(kind: FileKind) -> bool {
    use FileKind::{Bmp, Gif, Heic, Jpeg, Png, Tiff, Webp};
    matches!(kind, Jpeg | Png | Gif | Webp | Heic | Tiff | Bmp)
}

/// Whether a file cannot be right in both years: the same subject, which asks for a time, and no
/// document that speaks of both.
fn is_mistaken(
    site: &Site,
    file: &Evidence,
    newer: (FiscalYear, ItemNumber),
    older: (FiscalYear, ItemNumber),
) -> bool {
    let (Some(asked), Some(earlier)) = (definition(site, newer), definition(site, older)) else {
        return false;
    };
    let speaks_of_both = file.owners.iter().any(|owner| {
        let period = site.document(*owner).stated_period();
        period.is_some_and(|window| {
            window.overlaps(&newer.0.period()) && window.overlaps(&older.0.period())
        })
    });
    asked.key == earlier.key && asked.timing.rule != Rule::Any && !speaks_of_both
}

fn definition(site: &Site, (year, item): (FiscalYear, ItemNumber)) -> Option<&ItemDefinition> {
    site.year(year)?.framework.item(item)
}
