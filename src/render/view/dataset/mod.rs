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

pub use channels::{ChannelGroupView, ChannelView, ChannelsView};
pub use chart::{BarView, ChartView, MarkView, SeriesView};
pub use contact::{ContactView, PlaceView};
pub use executives::{ExecutivesView, PeopleView, PersonView, PhotoView};
pub use improvements::{ImprovementsView, InstrumentView};
pub use measures::MeasuresView;
pub use procurement::{MonthView, ProcurementView};
pub use projects::ProjectsView;
pub use reach::WayView;
pub use risks::RisksView;
pub use scores::{ChangeView, LevelView, ScoresView};
pub use sheet::{CellView, ColumnView};
pub use statistics::StatisticsView;

use serde::Serialize;

use self::sheet::FilledDataset;
use super::Builder;
use crate::model::{Dataset, DatasetKind, Document};
use crate::render::markdown::BodyContext;

/// A dataset: as the plain table that any theme can show, and as what its kind is drawn with.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct DatasetView {
    /// `executives`, `projects` …
    pub kind: &'static str,
    pub title: &'static str,
    /// Its place on the page, `_executives`. Headings of bodies never start with `_`.
    pub anchor: String,
    /// The columns that at least one row fills in.
    pub columns: Vec<ColumnView>,
    pub rows: Vec<Vec<CellView>>,
    pub drawing: DrawingView,
}

/// What each kind is drawn with. Templates get the fields themselves and decide by `kind`.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
#[allow(missing_docs)]
pub enum DrawingView {
    Executives(ExecutivesView),
    Contact(ContactView),
    Channels(ChannelsView),
    Projects(ProjectsView),
    Procurement(ProcurementView),
    Statistics(StatisticsView),
    Measures(MeasuresView),
    Improvements(ImprovementsView),
    Risks(RisksView),
    Scores(ScoresView),
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
        title: dataset.kind.title(),
        anchor: format!("_{}", dataset.kind.name()),
        rows: sheet.rows(&columns),
        columns: sheet::headings(&columns),
        drawing: drawing(&sheet),
    }
}

fn drawing(sheet: &FilledDataset<'_>) -> DrawingView {
    match sheet.dataset.kind {
        DatasetKind::Executives => DrawingView::Executives(executives::draw(sheet)),
        DatasetKind::Contact => DrawingView::Contact(contact::draw(sheet)),
        DatasetKind::Channels => DrawingView::Channels(channels::draw(sheet)),
        DatasetKind::Projects => DrawingView::Projects(projects::draw(sheet)),
        DatasetKind::Procurement => DrawingView::Procurement(procurement::draw(sheet)),
        DatasetKind::Statistics => DrawingView::Statistics(statistics::draw(sheet)),
        DatasetKind::Measures => DrawingView::Measures(measures::draw(sheet)),
        DatasetKind::Improvements => DrawingView::Improvements(improvements::draw(sheet)),
        DatasetKind::Risks => DrawingView::Risks(risks::draw(sheet)),
        DatasetKind::Scores => DrawingView::Scores(scores::draw(sheet)),
    }
}
