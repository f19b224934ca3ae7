//! Numbers and days of a sheet as Excel would show them.
//!
//! In: the value a cell stores and its format code, such as `#,##0.00;[Red](#,##0.00)`. Out: the text.
//! What no disclosure table needs (fractions, powers of ten) is shown as a plain number.

use super::number_pattern::{Pattern, rounded};
use crate::model::date::{ERA_OFFSET, thai_month};
use crate::model::{Date, thai_date};

/// A format code is no longer in Excel, in bytes: 255 letters, which may be Thai.
const LONGEST_CODE: usize = 3 * 255;

/// A number in a format; an empty code is Excel's *General*.
pub(super) fn number(value: f64, code: &str) -> String {
    if code.len() > LONGEST_CODE {
        return general(value);
    }
    let sections = split(code);
    let Some(section) = section(&sections, value) else {
        return general(value);
    };
    // A section of its own for negative numbers says how the sign is shown.
    let has_condition = sections.iter().any(|s| holds(s, value).is_some());
    let own_sign = value < 0.0 && sections.len() > 1 && !has_condition;
    match Pattern::read(section) {
        Some(pattern) => pattern.show(if own_sign { -value } else { value }),
        None => general(value),
    }
}

/// Whether a format shows the day, the month, the year and the time: what a day is shown by.
#[allow(clippy::struct_excessive_bools)]
pub(super) struct DayParts {
    day: bool,
    month: bool,
    year: bool,
    time: bool,
}

impl DayParts {
    /// Whether a format shows the year of the Buddhist era and nothing else.
    pub(super) fn is_buddhist_year(code: &str) -> bool {
        let sections = split(code);
        let code = unquoted(sections.first().map_or("", |section| section));
        let code = code.trim();
        !code.is_empty() && code.bytes().all(|letter| matches!(letter, b'b' | b'B'))
    }

    /// Whether only a month with its year is shown.
    pub(super) fn is_month(&self) -> bool {
        self.month && !self.day
    }

    /// Whether a time is shown, and no day.
    pub(super) fn is_time(&self) -> bool {
        self.time && !self.day && !self.month && !self.year
    }

    /// What a format code names.
    pub(super) fn of(code: &str) -> Self {
        let sections = split(code);
        let code = unquoted(sections.first().map_or("", |section| section)).to_lowercase();
        let time = code.contains(['h', 's']);
        Self {
            day: code.contains('d'),
            // Beside hours or seconds, `m` stands for minutes.
            month: code.contains("mmm") || (code.contains('m') && !time),
            year: code.contains(['y', 'b']),
            time,
        }
    }
}

/// The year of the common era that a program counts in, whatever was typed into it.
fn common_year(year: u16) -> i16 {
    let year = i16::try_from(year).unwrap_or(i16::MAX);
    if year > 2400 { year - ERA_OFFSET } else { year }
}

/// The day of a year, month and day, of which the year may be of the Buddhist era.
pub(super) fn common_day(year: u16, month: u8, day: u8) -> Option<Date> {
    let small = |number: u8| i8::try_from(number).unwrap_or(0);
    Date::new(common_year(year), small(month), small(day)).ok()
}

/// Whether numbers are shown as percentages.
pub(super) fn is_percentage(code: &str) -> bool {
    code.len() <= LONGEST_CODE
        && split(code)
            .first()
            .is_some_and(|first| unquoted(first).contains('%'))
}

/// Year, month, day, hour and minute, as Thai offices write them. A year above 2400 was typed in the
/// Buddhist era into a program that counts in the common one.
pub(super) fn day(at: (u16, u8, u8, u8, u8), parts: &DayParts) -> String {
    let (year, month, day, hour, minute) = at;
    let time = format!("{hour:02}:{minute:02} น.");
    if parts.is_time() {
        return time;
    }
    let Some(date) = common_day(year, month, day) else {
        let year = common_year(year);
        return format!("{day}/{month}/{}", i32::from(year) + i32::from(ERA_OFFSET));
    };
    let year = date.year();
    let mut text = match parts {
        DayParts {
            day: false,
            month: true,
            ..
        } => thai_month(date),
        DayParts {
            day: false,
            year: true,
            ..
        } => (i32::from(year) + i32::from(ERA_OFFSET)).to_string(),
        _ => thai_date(date),
    };
    if parts.time && (hour, minute) != (0, 0) {
        text.push(' ');
        text.push_str(&time);
    }
    text
}

/// Hours and minutes of a duration in days: `26:30`.
pub(super) fn duration(days: f64) -> String {
    let minutes = (days.abs() * 24.0 * 60.0).round();
    let sign = if days < 0.0 { "-" } else { "" };
    format!("{sign}{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
}

/// A number without format: ten digits, so that no `0.30000000000000004` is shown.
fn general(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    let size = value.abs().log10().floor();
    if !(-9.0..15.0).contains(&size) {
        return format!("{value:E}");
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let places = (9.0 - size).clamp(0.0, 10.0) as usize;
    let text = rounded(value, places);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

/// The sections of a format code, which `;` separates outside quotation marks.
fn split(code: &str) -> Vec<&str> {
    let (mut sections, mut start) = (Vec::new(), 0);
    let (mut quoted, mut escaped) = (false, false);
    for (at, letter) in code.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if !quoted => escaped = true,
            '"' => quoted = !quoted,
            ';' if !quoted => {
                sections.push(&code[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    sections.push(&code[start..]);
    sections
}

/// The section for a value: the first whose condition holds; otherwise positive, negative, zero.
fn section<'a>(sections: &[&'a str], value: f64) -> Option<&'a str> {
    let conditions: Vec<Option<bool>> = sections.iter().map(|s| holds(s, value)).collect();
    if conditions.iter().any(Option::is_some) {
        // What has no condition of its own is for all that none of the others is for.
        let met = conditions.iter().position(|holds| *holds == Some(true));
        let at = met.or_else(|| conditions.iter().position(Option::is_none));
        return sections.get(at?).copied();
    }
    let at = match sections.len() {
        2.. if value < 0.0 => 1,
        3.. if value == 0.0 => 2,
        _ => 0,
    };
    sections.get(at).copied()
}

/// Whether the condition of a section, as in `[<=99999999]`, holds; `None` where it has none.
fn holds(section: &str, value: f64) -> Option<bool> {
    let inside = section.split('[').skip(1);
    let mut inside = inside.filter_map(|rest| Some(rest.split_once(']')?.0));
    inside.find_map(|condition| {
        let number = condition.trim_start_matches(['<', '>', '=']);
        let sign = &condition[..condition.len() - number.len()];
        let number: f64 = number.trim().parse().ok()?;
        Some(match sign {
            "<" => value < number,
            "<=" => value <= number,
            ">" => value > number,
            ">=" => value >= number,
            #[allow(clippy::float_cmp)] // As it is typed.
            "=" => value == number,
            "<>" => (value - number).abs() > 0.0,
            _ => return None,
        })
    })
}

/// A format code without literal text, colours and languages.
fn unquoted(code: &str) -> String {
    let mut plain = String::new();
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => _ = letters.by_ref().find(|c| *c == '"'),
            '[' => _ = letters.by_ref().find(|c| *c == ']'),
            '\\' | '_' | '*' => _ = letters.next(),
            _ => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{DayParts, day, duration, number};

    #[test]
    fn numbers_in_the_formats_of_excel() {
        let accounting = "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)";
        for (value, code, shown) in [
            (0.1 + 0.2, "", "0.3"),
            (2566.0, "General", "2566"),
            (1_234_567.891, "General", "1234567.891"),
            (1_410_000.0, "#,##0", "1,410,000"),
            (2.675, "0.00", "2.68"),
            (-0.001, "0.00", "0.00"),
            (1234.5, "#,##0.00", "1,234.50"),
            (1234.5, "0.0##", "1234.5"),
            (0.785, "0%", "79%"),
            (0.785, "0.0%", "78.5%"),
            (-1500.0, "#,##0;[Red](#,##0)", "(1,500)"),
            (-1500.0, accounting, "(1,500.00)"),
            (0.0, accounting, "-"),
            (0.0, "#,###", ""),
            (-5.0, "0", "-5"),
            (7.0, "000", "007"),
            (485_000.0, "#,##0\" บาท\"", "485,000 บาท"),
            (485_000.0, "[$฿-41E]#,##0", "฿485,000"),
            (485_000.0, "[$-D00041E]#,##0", "๔๘๕,๐๐๐"),
            (2566.0, "t0", "๒๕๖๖"),
            (2_500_000.0, "#,##0,", "2,500"),
            (0.5, "# ?/?", "0.5"),
            (0.5, "#.00", ".50"),
            (5.0, "[>100]0;0", "5"),
            (1e300, "", "1E300"),
        ] {
            assert_eq!(number(value, code), shown, "{value} in {code}");
        }
    }

    #[test]
    fn signs_between_digits_and_conditions() {
        for (value, code, shown) in [
            // Telephone and citizen numbers, account numbers, post codes: digits with signs between.
            (812_345_678.0, "000-000-0000", "081-234-5678"),
            (812_345_678.0, "0##-###-####", "081-234-5678"),
            (812_345_678.0, "0-####-####", "8-1234-5678"),
            (44_123_456.0, "0-####-####", "0-4412-3456"),
            (
                1_100_700_230_707.0,
                "0-0000-00000-00-0",
                "1-1007-00230-70-7",
            ),
            (12_345.0, "00-000", "12-345"),
            (7.0, "00-000", "00-007"),
            (123.0, "##-##", "1-23"),
            (
                812_345_678.0,
                "[<=99999999][$-1000000]0-####-####;[$-1000000]0##-###-####",
                "081-234-5678",
            ),
            (
                44_123_456.0,
                "[<=99999999][$-1000000]00-###-###;[$-1000000]0##-###-####",
                "44-123-456",
            ),
            (
                5_551_234.0,
                "[<=9999999]###-####;(###) ###-####",
                "555-1234",
            ),
            (-5.0, "[>100]0;0.0", "-5.0"),
            (0.0, "[=0]\"ไม่มี\";0", "ไม่มี"),
            (12.5, "0\" บาท\".00", "12 บาท.50"),
            (f64::NAN, "", "0"),
        ] {
            assert_eq!(number(value, code), shown, "{value} in {code}");
        }
    }

    #[test]
    fn days_in_either_era() {
        let shown = |year, code| day((year, 10, 1, 8, 30), &DayParts::of(code));
        assert_eq!(shown(2022, "d/m/yyyy"), "1 ตุลาคม 2565");
        assert_eq!(shown(2565, "d/m/yyyy"), "1 ตุลาคม 2565");
        assert_eq!(shown(2022, "[$-107041E]d mmm yyyy;@"), "1 ตุลาคม 2565");
        assert_eq!(shown(2022, "mmm yyyy"), "ตุลาคม 2565");
        assert_eq!(shown(2022, "d/m/yyyy h:mm"), "1 ตุลาคม 2565 08:30 น.");
        assert_eq!(shown(2022, "bbbb"), "2565");
        assert_eq!(shown(2022, "yyyy"), "2565");
        assert_eq!(shown(2022, "d mmmm bbbb"), "1 ตุลาคม 2565");
        assert!(DayParts::is_buddhist_year("[$-41E]bbbb;@"));
        assert!(!DayParts::is_buddhist_year("0"));
        assert_eq!(shown(2022, "h:mm"), "08:30 น.");
        let leap = day((2568, 2, 29, 0, 0), &DayParts::of("d/m/yyyy"));
        assert_eq!(leap, "29/2/2568");
        assert_eq!(duration(1.5), "36:00");
    }
}
