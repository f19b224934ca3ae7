//! `[[form]]` of a framework file to an [`OfficialForm`]: a table that is asked for in columns of its own.
//!
//! In: its table. Out: the form, and the one that an item names.

use std::sync::Arc;

use super::framework_value::{UsedNames, named, plain, provenance};
use super::table::TomlTable;
use crate::model::{DatasetKind, FormColumn, FormValue, OfficialForm};

/// A form and its columns; of a column that stands for nothing known only its heading stays.
pub(super) fn form(table: &TomlTable<'_>, used: &mut UsedNames) -> OfficialForm {
    let name = used.name(table, "name");
    let kinds = DatasetKind::ALL.map(|kind| (kind.name(), kind));
    let dataset = named(table, "dataset", &kinds).unwrap_or(DatasetKind::Procurement);
    let known = FormValue::known(dataset);
    let columns = table.each("columns", |column| {
        Some(FormColumn {
            title: plain(column, "title"),
            value: named(column, "value", &known)?,
        })
    });
    OfficialForm {
        name,
        title: plain(table, "title"),
        dataset,
        provenance: provenance(table),
        columns,
    }
}

/// The form that an item names.
pub(super) fn form_named(table: &TomlTable<'_>, used: &UsedNames) -> Option<Arc<OfficialForm>> {
    let at = used.forms.iter().enumerate();
    let names: Vec<(&str, usize)> = at.map(|(at, form)| (&*form.name, at)).collect();
    let at = named(table, "form", &names)?;
    used.forms.get(at).cloned()
}
