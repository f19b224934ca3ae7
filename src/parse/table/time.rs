//! Reading dates and periods, which TOML knows in the common era only.

use toml::de::DeValue;

use super::{Table, Value};
use crate::diagnostic::{Expected, Problem};
use crate::model::numeral::to_arabic;
use crate::model::{Date, Period, PeriodText, meant_date, parse_date};
use crate::source::Located;

/// A day or a period.
pub(in crate::parse) enum Moment {
    /// A day.
    Day(Date),
    /// A period.
    Period(PeriodText),
}

impl<'t> Table<'t> {
    /// A date in either era.
    pub(in crate::parse) fn date(&mut self, key: &'static str) -> Option<Located<Date>> {
        let value = self.value(key)?;
        let Some(text) = self.date_text(value) else {
            return self.wrong(key, value, Expected::Date);
        };
        match parse_date(text) {
            Ok(date) => Some(self.located(date, value)),
            Err(fault) => {
                let text = text.to_owned();
                let problem = Problem::BadDate { text, fault };
                self.source.report_value(problem, value.span());
                None
            }
        }
    }

    /// A period; whole numbers such as `2566` are read too.
    pub(in crate::parse) fn period(&mut self, key: &'static str) -> Option<Located<PeriodText>> {
        let value = self.value(key)?;
        let text = match value.get_ref() {
            DeValue::String(text) => text.as_ref(),
            DeValue::Integer(number) => number.as_str(),
            _ => return self.wrong(key, value, Expected::Period),
        };
        match Period::parse(text) {
            Ok(period) => {
                let text = to_arabic(text.trim()).into_owned();
                Some(self.located(PeriodText { period, text }, value))
            }
            Err(fault) => {
                let text = text.to_owned();
                let problem = Problem::BadPeriod { text, fault };
                self.source.report_value(problem, value.span());
                None
            }
        }
    }

    /// A day or a period.
    pub(in crate::parse) fn moment(&mut self, key: &'static str) -> Option<Located<Moment>> {
        let value = self.value(key)?;
        let is_period = match value.get_ref() {
            DeValue::String(text) => {
                to_arabic(text).split('-').count() < 3 && meant_date(text).is_none()
            }
            DeValue::Integer(_) => true,
            _ => false,
        };
        if is_period {
            return self.period(key).map(|found| found.map(Moment::Period));
        }
        self.date(key).map(|found| found.map(Moment::Day))
    }

    /// The text of a date as it was written: TOML refuses days of the Buddhist era that it takes
    /// for days that do not exist, so its own reading of a date is never used.
    fn date_text(&self, value: &Value<'t>) -> Option<&'t str> {
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
