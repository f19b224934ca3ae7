//! What a disclosure site is made of, in the words of the field.
//!
//! In: nothing but the places of [`crate::files`]. Out: plain values. No disk, no command line and
//! no `Serialize` here: templates and JSON get views of these, so that the model may change without
//! breaking a theme.

pub mod address;
pub mod assessment;
pub mod body;
pub mod body_html;
pub mod config;
pub mod dataset;
pub mod dataset_kind;
pub mod date;
pub mod document;
pub mod due;
pub mod facts;
pub mod fiscal_year;
pub mod framework;
pub mod host;
pub mod id;
pub mod item_definition;
pub mod link;
pub mod no_value;
pub mod official_form;
pub mod period;
pub mod period_meant;
pub mod period_text;
pub mod provenance;
pub mod score;
pub mod scored;
pub mod sheet;
pub mod shown_by;
pub mod site;
pub mod status;
pub mod timing;
pub mod total_row;
pub mod windows_name;

pub use assessment::{Assessment, Instrument, Level, OIT, ScoredIndicator};
pub use body::{Body, Heading, Image, LeftOut, Literal};
pub use body_html::{BodyHtml, BodyPart, Slot};
pub use config::{Agency, Config, PublicStatus, Unit};
pub use dataset::{Cell, Dataset, NoneStated, Row};
pub use dataset_kind::{Column, ColumnType, DatasetKind, is_grouping};
pub use date::{
    DateFault, buddhist_year, guessed_date, meant_date, parse_date, short_date, thai_date,
    typed_date, year_meant,
};
pub use document::{Allow, Also, Document, FileReference, RowsFile, Standing, TableFile, Written};
pub use due::{Due, Owed};
pub use facts::{Condition, Facts, FactsByPath, FileKind, Runs, TextLayer};
pub use fiscal_year::FiscalYear;
pub use framework::{Framework, Indicator, Recorded, SubIndicator};
pub use id::{DocumentId, EvidenceId, ItemNumber, item_in, item_said};
pub use item_definition::{Component, Duty, Feed, ItemDefinition};
pub use jiff::civil::Date;
pub use link::{Link, Target, leads_somewhere};
pub use no_value::{is_no_value, is_reached_by, says_none};
pub use official_form::{FormColumn, FormValue, OfficialForm};
pub use period::Period;
pub use period_meant::{is_certain_period, meant_month, meant_period, period_in_column};
pub use period_text::{PeriodFault, PeriodText};
pub use provenance::{Confidence, Provenance};
pub use score::{Cost, Score};
pub use scored::Scored;
pub use sheet::{Extent, Sheet, SheetCell, SheetDoubt};
pub use shown_by::{Requirement, ShownBy};
pub use site::{Evidence, FormerAddress, FormerTarget, Item, Logo, Page, Site, Year, is_picture};
pub use status::{ComponentState, Counts, ItemState, Reason, Status};
pub use timing::{Calendar, Rule, Timing};
pub use total_row::is_total;
pub use windows_name::{kept_by_windows, path_kept_by_windows, top_of_windows};
