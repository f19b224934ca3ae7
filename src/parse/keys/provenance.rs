//! The keys that say where something of a framework is known from, and how sure it is.
//!
//! Apart because items, components and forms have them alike.

use super::key::ValueType::OneOf;
use super::key::{Key, LOOSE_TEXT, key};
use crate::model::Confidence;

#[rustfmt::skip]
pub(super) const SOURCE: Key = key("source", LOOSE_TEXT,
    "ที่มา: รหัสใน [sources] หรือข้อความ",
    "Where it was read: signs of [sources], or words.");
#[rustfmt::skip]
pub(super) const CONFIDENCE: Key = key("confidence", OneOf(confidences),
    "ความมั่นใจในข้อมูลนี้", "How sure it is.").reference();

fn confidences() -> Vec<(&'static str, &'static str)> {
    Vec::from(Confidence::NAMES.map(|(name, confidence)| (name, confidence.words().0)))
}
