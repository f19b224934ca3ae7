//! One section of a number format of Excel, as a pattern of places and signs.
//!
//! In: a section of the code. Out: a number as it is shown by it. Apart from `number_format`, which chooses the section.

use crate::thai::numeral::{grouped, to_thai};

/// One section of a format code.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools)]
pub(super) struct Pattern {
    before: String,
    after: String,
    /// The places for digits before the point, from left to right: whether a zero is shown there.
    whole: Vec<bool>,
    /// Signs between them, each with how many places are before it.
    between: Vec<(usize, String)>,
    least_places: usize,
    most_places: usize,
    has_digits: bool,
    grouped: bool,
    percent: bool,
    /// Each comma after the digits divides by a thousand.
    thousands: i32,
    thai: bool,
}

impl Pattern {
    pub(super) fn read(code: &str) -> Option<Self> {
        let mut pattern = Self::default();
        let (mut decimals, mut commas) = (false, 0);
        let mut letters = code.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '0' | '#' | '?' => {
                    pattern.has_digits = true;
                    pattern.grouped |= commas > 0 && !decimals;
                    commas = 0;
                    pattern.digit(letter, decimals);
                }
                '.' if !decimals && (pattern.has_digits || letters.peek().is_some()) => {
                    decimals = true;
                    pattern.between_digits();
                }
                ',' if pattern.has_digits => commas += 1,
                '"' => {
                    let text: String = letters.by_ref().take_while(|c| *c != '"').collect();
                    pattern.literal(&text);
                }
                '[' => {
                    let text: String = letters.by_ref().take_while(|c| *c != ']').collect();
                    pattern.bracket(&text);
                }
                '\\' => pattern.literal(&letters.next()?.to_string()),
                // Room as wide as a letter, and filling: both are for columns of paper.
                '_' | '*' => _ = letters.next(),
                't' if letters.peek().is_some_and(|c| matches!(c, '0' | '#')) => {
                    pattern.thai = true;
                }
                '%' => {
                    pattern.percent = true;
                    pattern.literal("%");
                }
                '@' | '/' | 'E' | 'e' | 'G' | 'g' => return None,
                _ => pattern.literal(letter.encode_utf8(&mut [0; 4])),
            }
        }
        pattern.thousands = commas;
        (!code.is_empty()).then_some(pattern)
    }

    fn digit(&mut self, letter: char, decimals: bool) {
        if decimals {
            self.most_places += 1;
            if letter == '0' {
                self.least_places = self.most_places;
            }
        } else {
            self.between_digits();
            // To the right of a place that is always filled every place is.
            let is_filled = letter == '0' || self.whole.last() == Some(&true);
            self.whole.push(is_filled);
        }
    }

    /// Signs that stood behind a digit stand between two.
    fn between_digits(&mut self) {
        if !self.after.is_empty() {
            let signs = std::mem::take(&mut self.after);
            self.between.push((self.whole.len(), signs));
        }
    }

    fn literal(&mut self, text: &str) {
        let side = if self.has_digits {
            &mut self.after
        } else {
            &mut self.before
        };
        side.push_str(text);
    }

    /// `[$฿-41E]` is a currency sign and a language; languages that start with `D` have Thai digits.
    fn bracket(&mut self, text: &str) {
        if let Some((sign, language)) = text.strip_prefix('$').and_then(|t| t.split_once('-')) {
            self.literal(sign);
            self.thai |= language.len() > 4 && language.starts_with(['D', 'd']);
        }
    }

    pub(super) fn show(&self, value: f64) -> String {
        let around = |number: &str| {
            let text = format!("{}{number}{}", self.before, self.after);
            text.trim().to_owned()
        };
        if !self.has_digits {
            return around("");
        }
        let scale = if self.percent { 100.0 } else { 1.0 };
        let scaled = value * scale / 1000_f64.powi(self.thousands);
        // No price has more places than a number has digits.
        let most = self.most_places.min(15);
        let text = rounded(scaled, most);
        let (sign, digits) = match text.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", text.as_str()),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let needless = places.len() - places.trim_end_matches('0').len();
        let kept = (places.len() - needless).max(self.least_places.min(most));
        let whole = self.whole(if whole == "0" { "" } else { whole });
        let point = if kept > 0 { "." } else { "" };
        let number = format!("{whole}{point}{}", &places[..kept]);
        let number = if self.thai { to_thai(&number) } else { number };
        format!("{sign}{}", around(&number))
    }

    /// The digits before the point in their places, counted from the right; what is left stands before the first.
    fn whole(&self, digits: &str) -> String {
        let filled = self.whole.iter().filter(|is_filled| **is_filled).count();
        let digits = format!("{digits:0>filled$}");
        if self.between.is_empty() {
            return if self.grouped {
                grouped(&digits)
            } else {
                digits
            };
        }
        let mut text = String::new();
        let mut signs = self.between.iter().peekable();
        let surplus = digits.len().saturating_sub(self.whole.len());
        let empty = self.whole.len().saturating_sub(digits.len());
        text.push_str(&digits[..surplus]);
        let mut rest = digits[surplus..].chars();
        for place in 0..=self.whole.len() {
            while let Some((_, sign)) = signs.next_if(|(at, _)| *at <= place) {
                text.push_str(sign);
            }
            if place >= empty {
                text.extend(rest.next());
            }
        }
        text
    }
}

/// Rounded half up as Excel does, which looks at fifteen digits: 2.675 is stored a little below.
pub(super) fn rounded(value: f64, places: usize) -> String {
    let text = format!("{:.places$}", value * (1.0 + 4.0 * f64::EPSILON));
    let is_zero = !text.contains(|c: char| ('1'..='9').contains(&c));
    match text.strip_prefix('-') {
        Some(plain) if is_zero => plain.to_owned(),
        _ => text,
    }
}
