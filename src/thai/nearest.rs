//! The right name nearest to a misspelt one.

use crate::thai::numeral::to_arabic;

/// Longer words are not slips of anything.
const LONGEST: usize = 120;

/// The nearest of `names`, if it is near enough to be what was meant; of two equally near ones
/// the first in the alphabet. Thai and Arabic digits are the same, and so are capitals.
pub fn nearest<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let folded = |text: &str| to_arabic(text).to_lowercase();
    let word = folded(word);
    let length = word.chars().count();
    let allowed = (length / 3).max(1);
    if length > LONGEST {
        return None;
    }
    names
        .into_iter()
        .filter(|name| name.chars().count().abs_diff(length) <= allowed)
        .map(|name| {
            let distance = strsim::damerau_levenshtein(&word, &folded(name));
            (distance, name)
        })
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        assert_eq!(
            nearest("titel", ["title", "date"]).as_deref(),
            Some("title")
        );
        assert_eq!(nearest("Date", ["title", "date"]).as_deref(), Some("date"));
        assert_eq!(nearest("๒๕๖๖", ["2566"]).as_deref(), Some("2566"));
        assert_eq!(nearest("colour", ["title", "date"]), None);
    }
}
