//! Thai Markdown: the events of a body, what other pages need to know of it, and its HTML with slots.
//!
//! One reading serves checking and rendering, so that a link that was checked is the link that is
//! shown. `emphasis` mends what CommonMark gets wrong where a language has no spaces.

mod anchor;
mod asterisks;
mod depth;
mod emphasis;
mod events;
mod promise;
mod raw_html;
mod scan;
mod set;
mod shown;

pub use anchor::{anchor, raw_anchor};
pub use depth::without_depth;
pub use events::each_event;
pub use scan::{body, scan};
pub use set::{escape, set};
pub use shown::ShownText;
