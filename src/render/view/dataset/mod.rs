//! Datasets as views: the plain table of each, and what the theme draws it with.
//!
//! In: a dataset of a document. Out: a [`DatasetView`]. One file per drawing, so that a theme
//! author's question about one kind has one place to look; `sheet` holds what they share.

mod assessment;
mod channels;
mod chart;
mod contact;
mod executives;
mod improvements;
mod joined;
mod measures;
mod procurement;
mod projects;
mod reach;
mod risks;
mod scores;
mod sheet;
mod statistics;

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

pub(in crate::render) use self::assessment::of_title;
pub(super) use self::channels::{ChannelView, channels_of, kind_title};
pub(super) use self::contact::{ContactView, draw as contact};
pub(super) use self::reach::{WayView, phones_in};
pub(super) use self::sheet::FilledDataset;
pub(in crate::render) use self::sheet::filled_columns;
use self::sheet::{CellView, ColumnView};
use super::Builder;
use super::none::NoneView;
use crate::files::ending;
use crate::model::{Dataset, DatasetKind, Document};
use crate::render::data_file;
use crate::render::markdown::BodyContext;

/// A dataset: as the plain table that any theme can show, and as what its kind is drawn with.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DatasetView {
    /// `executives`, `projects` …
    kind: &'static str,
    title: String,
    /// Its place on the page, `_executives`. Headings of bodies never start with `_`.
    anchor: String,
    /// The columns that at least one row fills in.
    columns: Vec<ColumnView>,
    rows: Vec<Vec<CellView>>,
    /// What it states that there is none of, in order.
    none: Vec<NoneView>,
    /// Its rows as files.
    downloads: Vec<DownloadView>,
    /// What its kind is drawn with: templates decide by `kind`.
    drawing: Value,
}

pub(super) fn dataset_view(
    builder: Builder<'_>,
    document: &Document,
    dataset: &Dataset,
    context: BodyContext<'_>,
) -> DatasetView {
    let sheet = FilledDataset {
        builder,
        document,
        dataset,
        context,
    };
    let columns = sheet.columns();
    DatasetView {
        kind: dataset.kind.name(),
        title: document.dataset_title(dataset.kind).to_owned(),
        anchor: format!("_{}", dataset.kind.name()),
        rows: sheet.rows(&columns),
        columns: sheet::headings(&columns),
        none: (dataset.none.iter())
            .map(|stated| {
                let period = stated.period.or(document.stated_period());
                NoneView::new(&stated.text.value, period)
            })
            .collect(),
        downloads: downloads(builder, document, dataset.kind),
        drawing: drawing(&sheet),
    }
}

/// A dataset as a file.
#[derive(Debug, Clone, Serialize)]
struct DownloadView {
    /// `CSV` or `JSON`.
    kind: String,
    url: String,
}

fn downloads(builder: Builder<'_>, document: &Document, kind: DatasetKind) -> Vec<DownloadView> {
    let files = data_file::files(builder.site, document).into_iter();
    let own = files.filter(|file| file.kind == kind);
    let views = own.map(|file| DownloadView {
        kind: ending(&file.address).to_uppercase(),
        url: builder.local(&file.address),
    });
    views.collect()
}

fn drawing(sheet: &FilledDataset<'_>) -> Value {
    let nothing = || Value::from(BTreeMap::<&'static str, Value>::new());
    if sheet.dataset.rows.is_empty() {
        return nothing();
    }
    match sheet.dataset.kind {
        DatasetKind::Executives => one("groups", &executives::groups(sheet)),
        DatasetKind::Contact => Value::from_serializable(&contact::draw(sheet)),
        DatasetKind::Channels => one("groups", &channels::groups(sheet)),
        DatasetKind::Projects => Value::from_serializable(&projects::draw(sheet)),
        DatasetKind::Procurement => Value::from_serializable(&procurement::draw(sheet)),
        DatasetKind::Statistics => Value::from_serializable(&statistics::draw(sheet)),
        DatasetKind::Measures => Value::from_serializable(&measures::draw(sheet)),
        DatasetKind::Improvements => one("instruments", &improvements::instruments(sheet)),
        DatasetKind::Risks => one("rows", &risks::rows(sheet)),
        DatasetKind::Scores => Value::from_serializable(&scores::draw(sheet)),
        // The plain table says it all.
        DatasetKind::Participation | DatasetKind::Gifts => nothing(),
    }
}

/// A drawing that has one field.
fn one(name: &'static str, field: &impl Serialize) -> Value {
    Value::from(BTreeMap::from([(name, Value::from_serializable(field))]))
}
