//! What a citizen comes for, as the head and foot of every page offer it: the duties of the main page that are
//! fulfilled, in one word each.

use serde::Serialize;

use super::Builder;
use crate::assemble::duty::newest_duties;
use crate::model::address;

/// Names of duties, and the word for each, in the order in which they are offered.
const OFFERED: [(&str, &str); 4] = [
    ("contact", "ติดต่อ"),
    ("eservice", "E-Service"),
    ("complaint", "ร้องเรียน"),
    ("fraud-complaint", "แจ้งทุจริต"),
];

/// A way to what a citizen comes for.
#[derive(Debug, Serialize)]
pub(super) struct ServiceView {
    /// `contact`, `eservice`, `complaint` or `fraud-complaint`.
    name: &'static str,
    title: &'static str,
    url: String,
}

/// Those that are published, each on the item of the newest year that has it.
pub(super) fn services(builder: Builder<'_>) -> Vec<ServiceView> {
    let duties = newest_duties(builder.site);
    let offered = OFFERED.into_iter().filter_map(|(name, title)| {
        let mut duties = duties.iter();
        let duty = duties.find(|duty| duty.name == name && !duty.documents.is_empty())?;
        let url = builder.local(&address::item(duty.year, duty.item));
        Some(ServiceView { name, title, url })
    });
    offered.collect()
}
