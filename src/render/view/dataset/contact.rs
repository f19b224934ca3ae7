//! The agency's address and how it is reached.

use serde::Serialize;

use super::reach::{WayView, emails, phones};
use super::sheet::FilledDataset;

/// Where the agency is.
#[derive(Debug, Clone, Serialize)]
pub(in crate::render) struct ContactView {
    places: Vec<PlaceView>,
}

/// One address.
#[derive(Debug, Clone, Serialize)]
pub(in crate::render) struct PlaceView {
    address_html: String,
    phones: Vec<WayView>,
    /// Fax numbers; to be shown as text, nobody dials them.
    faxes: Vec<WayView>,
    emails: Vec<WayView>,
    /// May be empty.
    map_url: String,
    hours_html: String,
}

pub(in crate::render) fn draw(sheet: &FilledDataset<'_>) -> ContactView {
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
