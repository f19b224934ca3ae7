//! The agency's address and how it is reached.

use serde::Serialize;

use super::reach::{WayView, emails, phones};
use super::sheet::FilledDataset;

/// Where the agency is.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct ContactView {
    pub places: Vec<PlaceView>,
}

/// One address.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs)]
pub struct PlaceView {
    pub address_html: String,
    pub phones: Vec<WayView>,
    /// Fax numbers; to be shown as text, nobody dials them.
    pub faxes: Vec<WayView>,
    pub emails: Vec<WayView>,
    /// May be empty.
    pub map_url: String,
    pub hours_html: String,
}

pub(super) fn draw(sheet: &FilledDataset<'_>) -> ContactView {
    let places = sheet.dataset.rows.iter().map(|row| PlaceView {
        address_html: sheet.text_html(row, "address"),
        phones: phones(sheet, row, "phone"),
        faxes: phones(sheet, row, "fax"),
        emails: emails(sheet, row, "email"),
        map_url: sheet.url(row, "map"),
        hours_html: sheet.text_html(row, "hours"),
    });
    ContactView {
        places: places.collect(),
    }
}
