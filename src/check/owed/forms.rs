//! Cells that stay blank in an official form: columns that a row does not fill in, and what the settings leave out.
//!
//! Only where a table is filled in at all: of what stands in a file nothing is known.

use crate::check::checked::Checked;
use crate::model::{Column, Dataset, FormValue, OfficialForm, Row};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let mut in_settings = None;
    checked.each_item(findings, |asked, found| {
        let Some(form) = asked.definition.form.as_deref() else {
            return;
        };
        let documents = checked.site.counting(asked.item);
        let tables = documents.flat_map(|document| &document.datasets);
        for table in tables.filter(|table| table.kind == form.dataset && !table.rows.is_empty()) {
            in_settings.get_or_insert_with(|| settings(checked, form));
            found.extend(rows(form, table));
        }
    });
    findings.extend(in_settings.flatten());
}

fn rows(form: &OfficialForm, table: &Dataset) -> Option<Diagnostic> {
    let blank = blank(form, false, |value| match value {
        FormValue::Column(column) => {
            let lacks = table.rows.iter().any(|row| lacks(row, column));
            lacks.then(|| column.name.to_owned())
        }
        _ => None,
    });
    blank.map(|fault| Diagnostic::new(fault, table.at.clone()))
}

/// The columns of a form that are blank, each with the key that fills it in; `key` gives that of a blank one.
fn blank(
    form: &OfficialForm,
    in_settings: bool,
    key: impl Fn(&FormValue) -> Option<String>,
) -> Option<OwedFault> {
    let columns = form.columns.iter();
    let columns = columns.filter_map(|column| Some((column.title.clone(), key(&column.value)?)));
    let columns: Vec<(String, String)> = columns.collect();
    (!columns.is_empty()).then(|| OwedFault::FormBlank {
        form: form.title.clone(),
        columns,
        in_settings,
    })
}

/// Whether a row lacks what is known of it. What was not agreed on yet has no price, and a number cannot say so.
fn lacks(row: &Row, column: &Column) -> bool {
    let is_agreed = ["price", "contract_no", "contract_date"]
        .iter()
        .any(|known| row.has(known));
    let is_due = is_agreed || !matches!(column.name, "reference_price" | "price");
    is_due && !row.has(column.name)
}

/// What the settings leave out is left out of every row: it is said once.
fn settings(checked: &Checked<'_>, form: &OfficialForm) -> Option<Diagnostic> {
    let agency = &checked.site.config.agency;
    let blank = blank(form, true, |value| match value {
        FormValue::Agency(key) if agency.stated(key).trim().is_empty() => Some((*key).to_owned()),
        _ => None,
    });
    let settings = &checked.site.config.theme.at.path;
    blank.map(|fault| Diagnostic::whole(fault, settings))
}
