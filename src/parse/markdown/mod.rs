//! Thai Markdown: the events of a body, what other pages need to know of it, and its HTML with slots.
//!
//! One reading serves checking and rendering, so that a link that was checked is the link that is
//! shown. `habits`, `emphasis`, `line_breaks` and `addresses` mend what CommonMark takes otherwise than Thai people
//! mean it.

mod addresses;
mod anchor;
mod asterisks;
mod depth;
mod edited;
mod emphasis;
mod events;
mod habits;
mod line_breaks;
mod numbers;
mod pictures;
mod points;
mod raw_html;
mod scan;
mod set;
mod short_lines;
mod shown;

pub use addresses::may_have_address;
pub use anchor::{anchor, raw_anchor};
pub use depth::without_depth;
pub use events::each_event;
pub use scan::{body, scan};
pub use set::{escape, set};
pub use shown::ShownText;

#[cfg(test)]
mod typing_tests;
