//! Reading dates and periods, which TOML knows in the common era only.

use toml::de::DeValue;

use super::TomlTable;
use super::value::TomlValue;
use crate::model::{
    Cell, Date, FiscalYear, Period, PeriodFault, PeriodText, is_certain_period, meant_date,
    meant_period, parse_date,
};
use crate::problem::{Meant, ValueFault};
use crate::span::Located;
use crate::thai::numeral::to_arabic;

impl<'t> TomlTable<'t> {
    /// A date in either era.
    pub(in crate::parse) fn date(&self, key: &str) -> Option<Located<Date>> {
        self.date_of(key, self.value(key)?)
    }

    /// A date, or a list of dates.
    pub(in crate::parse) fn dates(&self, key: &str) -> Vec<Located<Date>> {
        let dates = self.one_or_list(key).into_iter();
        dates.filter_map(|date| self.date_of(key, date)).collect()
    }

    fn date_of(&self, key: &str, value: &TomlValue<'t>) -> Option<Located<Date>> {
        let Some(text) = self.date_text(value) else {
            return self.wrong(key, value);
        };
        match parse_date(text) {
            Ok(date) => Some(self.located(date, value)),
            Err(fault) => {
                let text = text.to_owned();
                let problem = ValueFault::BadDate { text, fault };
                self.source.report_value(problem, value.span());
                None
            }
        }
    }

    /// A period; whole numbers such as `2566` are read too.
    pub(in crate::parse) fn period(&self, key: &str) -> Option<Located<PeriodText>> {
        let value = self.value(key)?;
        let text = match value.get_ref() {
            DeValue::String(text) => text.as_ref(),
            DeValue::Integer(number) => number.as_str(),
            _ => return self.wrong(key, value),
        };
        match Period::parse(text) {
            Ok(period) => {
                let text = to_arabic(text.trim()).into_owned();
                Some(self.located(PeriodText { period, text }, value))
            }
            Err(fault) => {
                let text = text.to_owned();
                let meant = self.meant_period(&text, &fault);
                let meant = meant.map(|(period, is_sure)| {
                    Box::new(Meant {
                        shown: format!("{key} = \"{period}\""),
                        replaces: self.source.span(value.span()).range,
                        by: format!("\"{period}\""),
                        is_sure,
                    })
                });
                let problem = ValueFault::BadPeriod { text, fault, meant };
                self.source.report_value(problem, value.span());
                None
            }
        }
    }

    /// What a text that is no period means, and whether that is certain; the year of the file's folder stands in for
    /// one.
    fn meant_period(&self, text: &str, fault: &PeriodFault) -> Option<(String, bool)> {
        match fault {
            PeriodFault::CommonEra(meant) => Some((meant.clone(), true)),
            PeriodFault::Backwards => {
                let (from, to) = text.split_once("..")?;
                let swapped = format!("{}..{}", to.trim(), from.trim());
                // One of the years may be a slip.
                Some((to_arabic(&swapped).into_owned(), false))
            }
            PeriodFault::Shape => {
                let folder = self.source.path.split('/').nth(1);
                let year = folder.and_then(|name| FiscalYear::new(name.parse().ok()?));
                Some((meant_period(text, year)?, is_certain_period(text)))
            }
        }
    }

    /// A day or a period.
    pub(in crate::parse) fn moment(&self, key: &str) -> Option<Located<Cell>> {
        let value = self.value(key)?;
        let is_period = match value.get_ref() {
            DeValue::String(text) => {
                to_arabic(text).split('-').count() < 3 && meant_date(text).is_none()
            }
            DeValue::Integer(_) => true,
            _ => false,
        };
        if is_period {
            return Some(self.period(key)?.map(|period| Cell::Period(period.period)));
        }
        Some(self.date(key)?.map(Cell::Date))
    }

    /// The text of a date as it was written: TOML refuses days of the Buddhist era that it takes
    /// for days that do not exist, so its own reading of a date is never used.
    fn date_text(&self, value: &TomlValue<'t>) -> Option<&'t str> {
        match value.get_ref() {
            DeValue::Datetime(_) => self.source.text.get(value.span()),
            DeValue::String(_) => {
                let quoted = self.source.text.get(value.span())?;
                Some(quoted.trim_matches(['"', '\'']))
            }
            _ => None,
        }
    }
}
