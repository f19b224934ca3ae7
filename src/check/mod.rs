//! The fourth verb: the site to findings. One rule, one file.
//!
//! In: the assembled [`Site`](crate::model::Site) and the listing of its files. Out: findings. Rules are pure: whether
//! a file exists is a look-up. A finding that a document accepts with `allow` is left out here.

mod addresses;
mod allow;
mod checked;
mod coverage;
mod dates;
mod evidence;
mod former_keys;
mod link_quality;
mod links;
mod names;
mod none;
mod owed;
mod personal;
mod references;
mod renumbered;
mod stale_year;
mod tables;
pub mod text;
mod waiting;

pub use allow::without_allowed;
pub use checked::Checked;
pub use evidence::ending::is_program;
pub use references::name_units;
pub use text::Titles;

use rayon::prelude::*;

use crate::files::SitePath;
use crate::problem::Diagnostics;

/// A rule: looks at the site and adds what it finds. Rules run side by side.
pub type Check = fn(&Checked<'_>, &mut Diagnostics);

/// Every rule, in the order of a reader's interest.
pub const CHECKS: &[Check] = &[
    renumbered::check,
    references::check,
    evidence::named::check,
    evidence::contents::check,
    evidence::duplicates::check,
    evidence::beside::check,
    evidence::own_table::check,
    links::check,
    text::check,
    text::check_names,
    coverage::check,
    waiting::check,
    owed::awards::check,
    none::check,
    owed::advised::check,
    owed::channels::check,
    owed::duties::check,
    owed::forms::check,
    owed::months::check,
    owed::only_pdf::check,
    owed::pictures::check,
    owed::project_numbers::check,
    owed::rows::check,
    owed::same_row::check,
    owed::scores::check,
    owed::settings::check,
    owed::statistics::check,
    owed::submitted::check,
    owed::values::check,
    dates::check,
    link_quality::check,
    stale_year::check,
    tables::check,
    addresses::check,
    names::check,
    former_keys::check,
    personal::check,
];

/// What is wrong in a text whatever it says: letters, and personal data. `titles` are those of
/// all items.
pub fn look(path: &SitePath, text: &str, titles: &Titles) -> Diagnostics {
    let mut found = text::of_file(path, text, titles);
    found.extend(personal::of_text(path, text));
    found
}

/// Runs every rule. `in_texts` is what [`look`] found.
pub fn check(checked: &Checked<'_>, in_texts: Diagnostics) -> Diagnostics {
    let run = |rule: &Check| {
        let mut findings = Diagnostics::new();
        rule(checked, &mut findings);
        findings
    };
    let mut findings: Diagnostics = CHECKS.par_iter().flat_map_iter(run).collect();
    findings.extend(checked.about_items(in_texts));
    allow::without_allowed(findings, checked.site)
}
