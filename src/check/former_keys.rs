//! A subject that a list says it took up is one of an earlier list: a slip cuts an item off from its past.

use super::checked::Checked;
use crate::model::{FiscalYear, Framework, Year};
use crate::parse::framework::former_keys;
use crate::problem::{Diagnostic, Diagnostics, FrameworkFault};
use crate::thai::nearest::nearest;

pub(super) fn check(checked: &Checked<'_>, findings: &mut Diagnostics) {
    let site = checked.site;
    for year in site.years.iter().map(Year::fiscal_year) {
        // Where the list of the year before is not known, its keys are not either: only a slip of a known one is told.
        let is_guess = site.framework(year.previous()).is_none();
        let name = format!("content/{year}/framework.toml");
        let mut texts = checked.files.texts();
        let Some((path, text)) = texts.find(|(path, _)| path.eq_ignore_ascii_case(&name)) else {
            continue;
        };
        let known = earlier(checked, year);
        let is_known = |key: &str| known.contains(&key);
        for (own, former) in former_keys(path, text) {
            // A list of keys may name one of a year that nobody knows, beside others that tie the item to its past.
            let is_tied = is_known(&own) || former.iter().any(|key| is_known(&key.value));
            for unknown in former.into_iter().filter(|key| !is_known(&key.value)) {
                let near = nearest(&unknown.value, known.iter().copied());
                let is_slip = if is_guess {
                    near.is_some() && !is_tied
                } else {
                    near.is_some() || !is_tied
                };
                if is_slip {
                    let key = unknown.value;
                    let fault = FrameworkFault::UnknownFormer { key, near };
                    findings.push(Diagnostic::new(fault, unknown.at));
                }
            }
        }
    }
}

/// Every key of an earlier list, also those that it took up itself.
fn earlier<'a>(checked: &'a Checked<'_>, year: FiscalYear) -> Vec<&'a str> {
    let site = checked.site;
    let own = site.years.iter().map(|year| &*year.framework);
    let lists = own.chain(&site.other_frameworks);
    let lists = lists.filter(|list| list.fiscal_year < year);
    let items = lists.flat_map(Framework::items);
    let keys = items.flat_map(|(_, _, item)| std::iter::once(&item.key).chain(&item.formerly));
    keys.map(String::as_str).collect()
}
