//! Official forms filled in: whose rows, at which address, and as a table that a file is made of.
//!
//! In: the site, and the forms of its frameworks. Out: for an item or a document that has rows for its form the
//! [`ReportTable`]. Apart from `tables`, whose columns are the program's own.

use std::borrow::Cow;

use super::beside;
use crate::model::{
    Cell, ColumnType, Document, DocumentId, FiscalYear, FormValue, ItemDefinition, ItemNumber,
    OfficialForm, Period, Row, Rule, Site, address, typed_date,
};
use crate::parse::markdown::ShownText;
use crate::report::{CellKind, Format, ReportColumn, ReportTable};

/// The formats that a form is made in.
const FORMATS: [Format; 2] = [Format::Xlsx, Format::Csv];

/// Whose rows a form is filled in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormOf {
    /// Those of all documents of an item.
    Item(FiscalYear, ItemNumber),
    /// Those of a further document.
    Document(DocumentId),
}

/// A form with its rows, at least one.
pub(super) struct FilledForm<'a> {
    site: &'a Site,
    year: FiscalYear,
    definition: &'a ItemDefinition,
    pub(super) form: &'a OfficialForm,
    /// The page that it stands beside.
    page: String,
    rows: Vec<(&'a Document, &'a Row)>,
}

/// The files of every form that the site has rows for, in the order of years and items.
pub(super) fn files(site: &Site) -> impl Iterator<Item = (FormOf, Format, String)> {
    let years = site.years.iter().rev();
    let all = years.flat_map(move |year| {
        let asked = year
            .asked()
            .filter(|(_, _, definition, _)| definition.form.is_some());
        asked.flat_map(move |(_, _, _, item)| {
            let documents = item.documents.iter().copied();
            let further = documents.filter(|id| site.document(*id).slug.is_some());
            let of_item = FormOf::Item(year.fiscal_year(), item.number);
            [of_item].into_iter().chain(further.map(FormOf::Document))
        })
    });
    all.flat_map(move |of| {
        let files = filled(site, of).map(|filled| filled.files());
        let files = files.into_iter().flatten();
        files.map(move |(format, address)| (of, format, address))
    })
}

/// A form with its rows; `None` where there are none.
pub(super) fn filled(site: &Site, of: FormOf) -> Option<FilledForm<'_>> {
    let (year, number) = match of {
        FormOf::Item(year, number) => (year, number),
        FormOf::Document(id) => (site.document(id).year, site.document(id).item),
    };
    let of_year = site.year(year)?;
    let definition = of_year.framework.item(number)?;
    let form = definition.form.as_deref()?;
    let item = of_year.item(number)?;
    let (page, documents) = match of {
        FormOf::Document(id) => (site.document(id).address.clone(), vec![id]),
        FormOf::Item(..) => {
            let counting = item.state.documents.iter().copied();
            let own = item.documents.iter().copied();
            let marked = own.filter(|id| !site.document(*id).counts());
            (
                address::item(year, number),
                counting.chain(marked).collect(),
            )
        }
    };
    let documents = documents.into_iter().map(|id| site.document(id));
    let shown = documents.filter(|document| site.is_rendered(document));
    let mut rows: Vec<(&Document, &Row)> = shown
        .flat_map(|document| {
            let tables = document.datasets.iter();
            let tables = tables.filter(|table| table.kind == form.dataset);
            let rows = tables.flat_map(|table| &table.rows);
            rows.map(move |row| (document, row))
        })
        .collect();
    // As on the page; rows of no month come last.
    rows.sort_by_key(|(document, row)| {
        let time = time_of(document, row);
        (time.is_none(), time)
    });
    (!rows.is_empty()).then_some(FilledForm {
        site,
        year,
        definition,
        form,
        page,
        rows,
    })
}

/// The time that a row says, or else its document.
fn time_of(document: &Document, row: &Row) -> Option<Period> {
    let mut cells = row.cells.iter();
    let own = cells.find_map(|(_, cell)| match cell.value {
        Cell::Period(period) => Some(period),
        _ => None,
    });
    own.or(document.stated_period())
}

impl FilledForm<'_> {
    /// The addresses of its files, each with its format.
    pub(super) fn files(&self) -> Vec<(Format, String)> {
        let item = (self.year, self.definition.number);
        beside::files(self.site, item, &self.page, &self.form.name, FORMATS)
    }

    /// The form as a table: nothing above its headings, which are its own.
    pub(super) fn table(&self) -> ReportTable {
        let rows = (1..).zip(&self.rows);
        ReportTable {
            title: format!(
                "{} ปี {} {}",
                self.definition.number.label(),
                self.year,
                self.form.title
            ),
            head: Vec::new(),
            columns: (self.form.columns.iter())
                .map(|column| ReportColumn::titled(&column.title, kind(column.value)))
                .collect(),
            rows: rows
                .map(|(number, (document, row))| {
                    let columns = self.form.columns.iter();
                    let cells = columns.map(|column| match column.value {
                        FormValue::Row => number.to_string(),
                        FormValue::Year => self.year_of(document, row).to_string(),
                        FormValue::Agency(key) => {
                            self.site.config.agency.stated(key).trim().to_owned()
                        }
                        FormValue::Column(column) => {
                            row.get(column.name).map_or_else(String::new, said)
                        }
                    });
                    cells.collect()
                })
                .collect(),
        }
    }

    /// The fiscal year that a row is of: that of its month, or else the one that the item asks for.
    fn year_of(&self, document: &Document, row: &Row) -> FiscalYear {
        match (time_of(document, row), self.definition.timing.rule) {
            (Some(time), _) => FiscalYear::of(time.first),
            (None, Rule::Previous) => self.year.previous(),
            (None, _) => self.year,
        }
    }
}

fn kind(value: FormValue) -> CellKind {
    match value {
        FormValue::Row | FormValue::Year => CellKind::Number,
        FormValue::Agency(_) => CellKind::Text,
        FormValue::Column(column) => match column.kind {
            ColumnType::Number | ColumnType::Percent | ColumnType::Score | ColumnType::Year => {
                CellKind::Number
            }
            _ => CellKind::Text,
        },
    }
}

/// What a cell says, without marks of Markdown, and numbers without commas.
pub(super) fn said(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => plain(text).trim().to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => typed_date(*day),
        Cell::Period(period) => period.thai(),
        Cell::Truth(true) => "ใช่".to_owned(),
        Cell::Truth(false) => "ไม่".to_owned(),
        Cell::File(path) => path.to_string(),
        Cell::Address(link) => link.href.clone(),
        Cell::Bidders(bidders) => {
            let names: Vec<&str> = bidders.iter().map(|(name, _)| name.as_str()).collect();
            names.join("\n")
        }
    }
}

fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(['*', '_', '<', '[', '`', '\\', '&']) {
        ShownText::of(text).text.into()
    } else {
        text.into()
    }
}
