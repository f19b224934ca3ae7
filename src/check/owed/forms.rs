//! Cells that stay blank in an official form: columns that a row does not fill in, and what the settings leave out.
//!
//! Only where a table is filled in at all: of what stands in a file nothing is known.

use super::of;
use crate::check::checked::Checked;
use crate::model::{Column, Dataset, Document, FormValue, OfficialForm, Row};
use crate::problem::{Diagnostic, Diagnostics, OwedFault};

pub(in crate::check) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    let mut first = None;
    for year in &site.years {
        for (_, _, definition, item) in year.asked() {
            let Some(form) = definition.form.as_deref() else {
                continue;
            };
            let documents = item.documents.iter().map(|id| site.document(*id));
            for document in documents.filter(|document| document.counts()) {
                let tables = document.datasets.iter();
                for table in
                    tables.filter(|table| table.kind == form.dataset && !table.rows.is_empty())
                {
                    first.get_or_insert(form);
                    rows(document, form, table, findings);
                }
            }
        }
    }
    if let Some(form) = first {
        settings(checked, form, findings);
    }
}

fn rows(document: &Document, form: &OfficialForm, table: &Dataset, findings: &mut Diagnostics) {
    let blank = blank(form, false, |value| match value {
        FormValue::Column(column) => {
            let lacks = table.rows.iter().any(|row| lacks(row, column));
            lacks.then(|| column.name.to_owned())
        }
        _ => None,
    });
    findings.extend(blank.map(|fault| of(document, fault, &table.at)));
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
fn settings(checked: &Checked<'_>, form: &OfficialForm, findings: &mut Diagnostics) {
    let agency = &checked.site.config.agency;
    let blank = blank(form, true, |value| match value {
        FormValue::Agency(key) if agency.stated(key).trim().is_empty() => Some((*key).to_owned()),
        _ => None,
    });
    let settings = &checked.site.config.theme.at.path;
    findings.extend(blank.map(|fault| Diagnostic::whole(fault, settings)));
}
