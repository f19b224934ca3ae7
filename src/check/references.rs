//! Names that must exist: units, components, further items, finding codes and the theme.

use super::checked::Checked;
use crate::model::{Allow, Document, ItemNumber, Unit};
use crate::parse::quoted::quoted;
use crate::problem::{
    Diagnostic, Diagnostics, FolderFault, Meant, ReferenceFault, ThemeFault, codes,
};
use crate::span::Located;
use crate::thai::nearest::nearest;

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
            let text = checked.files.text(&document.path);
            let problem = ReferenceFault::UnknownUnit {
                id: unit.value.clone(),
                meant: text
                    .and_then(|text| unit_meant(units, unit, text))
                    .map(Box::new),
                near: nearest(&unit.value, units.iter().map(|unit| unit.id.as_str())),
                units: units
                    .iter()
                    .map(|unit| (unit.id.clone(), unit.name.clone()))
                    .collect(),
            };
            findings.push(Diagnostic::new(problem, unit.at.clone()));
        }
    }
}

/// The ids of the units that a text names, by their ids or their names, one or several: `กองคลัง`, `clerk, finance`.
fn unit_meant(units: &[Unit], written: &Located<String>, text: &str) -> Option<Meant> {
    let id_of = |part: &str| {
        let part = part.trim();
        let is_it = |unit: &&Unit| unit.id.eq_ignore_ascii_case(part) || unit.name == part;
        units.iter().find(is_it).map(|unit| quoted(&unit.id))
    };
    let mut ids = Vec::new();
    for part in written.value.split([',', '/', '+']) {
        match id_of(part) {
            Some(id) => ids.push(id),
            // A unit may have the word in its own name.
            None => ids.extend(part.split("และ").map(id_of).collect::<Option<Vec<_>>>()?),
        }
    }
    let list = ids.join(", ");
    let is_in_list = !text[..written.at.range.start].trim_end().ends_with('=');
    let by = if is_in_list || ids.len() == 1 {
        list
    } else {
        format!("[{list}]")
    };
    Some(Meant {
        shown: if is_in_list {
            by.clone()
        } else {
            format!("unit = {by}")
        },
        replaces: written.at.range.clone(),
        by,
        is_sure: true,
    })
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
