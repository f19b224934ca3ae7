//! Thai text: letters, digits, numbers of people, and where a line may break.
//!
//! In: a text. Out: what stands in it, or the same text in another spelling. Nothing here knows what a site is.

pub mod amount;
pub mod citizen_number;
pub mod compounds;
pub mod digits;
pub mod encoding;
pub mod nearest;
pub mod numeral;
pub mod personal;
pub mod promise;
pub mod spaces;
pub mod spelling;
pub mod wrap;
