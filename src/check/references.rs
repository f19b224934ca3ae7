//! Names that must exist: units, components, further items, finding codes and the theme.

use super::checked::Checked;
use crate::model::{Allow, Document, ItemNumber};
use crate::parse::nearest::nearest;
use crate::problem::{Diagnostic, Diagnostics, FolderFault, ReferenceFault, ThemeFault, codes};
use crate::span::Located;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    theme(checked, findings);
    for page in &checked.site.pages {
        codes_exist(&page.allow, findings);
    }
    checked.each_document(findings, of_document);
}

fn of_document(checked: &Checked<'_>, document: &Document, findings: &mut Diagnostics) {
    units(checked, document, findings);
    let own = &document.components;
    components(checked, document, document.item, own, findings);
    also(checked, document, findings);
    codes_exist(&document.allow, findings);
}

fn theme(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let theme = &checked.site.config.theme;
    let folder = format!("themes/{}", theme.value);
    let exists = theme.value == "default" || checked.files.folders.contains(folder.as_str());
    if !exists || theme.value.contains(['/', '\\']) {
        let name = theme.value.clone();
        findings.push(Diagnostic::new(
            ThemeFault::UnknownTheme { name },
            theme.at.clone(),
        ));
    }
}

fn units(checked: &Checked<'_>, document: &Document, findings: &mut Diagnostics) {
    let units = &checked.site.config.units;
    for unit in &document.units {
        if !units.iter().any(|one| one.id == unit.value) {
            let problem = ReferenceFault::UnknownUnit {
                id: unit.value.clone(),
                // A clerk may have written the unit's name instead of its id.
                near: units
                    .iter()
                    .find(|one| one.name == unit.value)
                    .map(|one| one.id.clone())
                    .or_else(|| nearest(&unit.value, units.iter().map(|unit| unit.id.as_str()))),
                ids: units.iter().map(|unit| unit.id.clone()).collect(),
            };
            findings.push(Diagnostic::new(problem, unit.at.clone()));
        }
    }
}

fn components(
    checked: &Checked<'_>,
    document: &Document,
    item: ItemNumber,
    numbers: &[Located<i64>],
    findings: &mut Diagnostics,
) {
    let year = checked.site.year(document.year);
    let definition = year.and_then(|year| year.framework.item(item));
    let count = definition.map_or(0, |definition| definition.components.len());
    for number in numbers {
        let fits = usize::try_from(number.value).is_ok_and(|n| (1..=count).contains(&n));
        if !fits {
            let problem = ReferenceFault::ComponentOutOfRange {
                item,
                number: number.value,
                count,
            };
            findings.push(Diagnostic::new(problem, number.at.clone()));
        }
    }
}

fn also(checked: &Checked<'_>, document: &Document, findings: &mut Diagnostics) {
    let Some(year) = checked.site.year(document.year) else {
        return;
    };
    for also in &document.also {
        let item = also.item.value;
        if year.framework.item(item).is_some() {
            components(checked, document, item, &also.components, findings);
        } else {
            let problem = FolderFault::UnknownItem {
                name: item.to_string(),
                last: year.items.iter().map(|item| item.number).max(),
            };
            findings.push(Diagnostic::new(problem, also.item.at.clone()));
        }
    }
}

fn codes_exist(allow: &[Allow], findings: &mut Diagnostics) {
    for allow in allow {
        let code = &allow.code;
        if !codes().contains(&code.value.as_str()) {
            let problem = ReferenceFault::UnknownCode {
                code: code.value.clone(),
                near: nearest(&code.value, codes().iter().copied()),
            };
            findings.push(Diagnostic::new(problem, code.at.clone()));
        }
    }
}
