//! Names that must exist: units, components, further items, finding codes and the theme.

use toml::de::{DeTable, DeValue};

use super::checked::Checked;
use crate::model::{Allow, Document, ItemNumber, Unit};
use crate::parse::quoted::quoted;
use crate::problem::{
    Diagnostic, Diagnostics, Expected, FolderFault, Meant, Problem, ReadingFault, ReferenceFault,
    ThemeFault, ValueFault, codes,
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
        if unit.value.trim().is_empty() {
            let key = "unit".to_owned();
            findings.push(Diagnostic::new(
                ValueFault::EmptyValue { key },
                unit.at.clone(),
            ));
        } else if !units.iter().any(|one| one.id == unit.value) {
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
fn ids_of(units: &[Unit], text: &str) -> Option<Vec<String>> {
    // `ำ` may be typed in two.
    let whole = |text: &str| text.trim().replace("\u{e4d}\u{e32}", "\u{e33}");
    let id_of = |part: &str| {
        let part = whole(part);
        let is_it = |unit: &&Unit| unit.id.eq_ignore_ascii_case(&part) || whole(&unit.name) == part;
        units.iter().find(is_it).map(|unit| quoted(&unit.id))
    };
    let mut ids = Vec::new();
    for part in text.split([',', '/', '+']) {
        match id_of(part) {
            Some(id) => ids.push(id),
            // A unit may have the word in its own name.
            None => ids.extend(part.split("และ").map(id_of).collect::<Option<Vec<_>>>()?),
        }
    }
    Some(ids)
}

/// Lines with a syntax fault whose unit is called by its name: with its id, as the next run wants it. What is no unit is
/// only likely.
pub fn name_units(findings: &mut [Diagnostic], units: &[Unit]) {
    for finding in findings {
        let Problem::Reading(ReadingFault::TomlSyntax {
            meant: Some(meant),
            key: Some((key, Expected::TextOrList)),
            ..
        }) = &mut finding.problem
        else {
            continue;
        };
        if key != "unit" {
            continue;
        }
        match line_with_ids(units, &meant.by) {
            Some(line) => {
                meant.shown.clone_from(&line);
                meant.by = line;
            }
            None => meant.is_sure = false,
        }
    }
}

fn line_with_ids(units: &[Unit], line: &str) -> Option<String> {
    let table = DeTable::parse(line).ok()?;
    let value = table.get_ref().get("unit")?;
    let texts: Vec<&str> = match value.get_ref() {
        DeValue::String(text) => vec![text],
        DeValue::Array(items) => {
            let texts = items.iter().map(|item| item.get_ref().as_str());
            texts.collect::<Option<_>>()?
        }
        _ => return None,
    };
    let ids: Option<Vec<Vec<String>>> = texts.into_iter().map(|text| ids_of(units, text)).collect();
    let ids = ids?.concat();
    let value_meant = match &ids[..] {
        [id] if value.get_ref().as_str().is_some() => id.clone(),
        ids => format!("[{}]", ids.join(", ")),
    };
    let mut line = line.to_owned();
    line.replace_range(value.span(), &value_meant);
    Some(line)
}

fn unit_meant(units: &[Unit], written: &Located<String>, text: &str) -> Option<Meant> {
    let ids = ids_of(units, &written.value)?;
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
