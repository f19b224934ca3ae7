//! A text with parts put in the place of others, and the way back.
//!
//! In: a text and what to put where. Out: what the parser reads, and for any place of it the place in the text
//! as it was written, because findings point there.

use std::borrow::Cow;
use std::ops::Range;

/// What is put in the place of a part of a text.
pub(super) type Edit = (Range<usize>, Cow<'static, str>);

/// A text after its edits.
pub(super) struct Edited<'a> {
    text: Cow<'a, str>,
    places: Vec<EditPlace>,
}

/// Where an edit stands.
struct EditPlace {
    /// In the text after the edits.
    after: Range<usize>,
    /// In the text as it was written.
    written: Range<usize>,
}

impl<'a> Edited<'a> {
    /// Makes the edits. Of two that overlap the first is made.
    pub(super) fn new(written: &'a str, mut edits: Vec<Edit>) -> Self {
        if edits.is_empty() {
            return Self {
                text: written.into(),
                places: Vec::new(),
            };
        }
        edits.sort_by_key(|(range, _)| range.start);
        let mut text = String::with_capacity(written.len() + 8 * edits.len());
        let mut places = Vec::with_capacity(edits.len());
        let mut from = 0;
        for (range, new) in edits {
            if range.start < from {
                continue;
            }
            text.push_str(&written[from..range.start]);
            let start = text.len();
            text.push_str(&new);
            from = range.end;
            places.push(EditPlace {
                after: start..text.len(),
                written: range,
            });
        }
        text.push_str(&written[from..]);
        Self {
            text: text.into(),
            places,
        }
    }

    /// The text after the edits.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing was edited.
    pub(super) fn is_as_written(&self) -> bool {
        self.places.is_empty()
    }

    /// A range of the text after the edits, in the text as it was written.
    pub(super) fn written(&self, range: Range<usize>) -> Range<usize> {
        if self.places.is_empty() {
            return range;
        }
        // What was left out belongs to neither of its neighbours.
        let starts =
            |place: &EditPlace| place.after.start < range.start || place.after.end <= range.start;
        let ends = |place: &EditPlace| place.after.start < range.end;
        let start = self.place(range.start, self.places.partition_point(starts));
        let end = self.place(range.end, self.places.partition_point(ends));
        start..end.max(start)
    }

    /// A place behind the beginnings of so many edits.
    fn place(&self, offset: usize, before: usize) -> usize {
        match before.checked_sub(1).map(|last| &self.places[last]) {
            None => offset,
            Some(last) if offset < last.after.end => {
                (last.written.start + offset - last.after.start).min(last.written.end)
            }
            Some(last) => last.written.end + offset - last.after.end,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Edited;

    #[test]
    fn places_lead_back_to_what_was_written() {
        let written = "\tก [ข] (ค.pdf) ง";
        let edits = vec![(0..1, "".into()), (10..11, "".into()), (12..12, "<".into())];
        let edited = Edited::new(written, edits);
        assert_eq!(edited.text(), "ก [ข](<ค.pdf) ง");
        for part in ["ก", "ข]", "ค.pdf", "ง"] {
            let at = edited.text().find(part).unwrap();
            assert_eq!(&written[edited.written(at..at + part.len())], part);
        }
        let whole = 0..edited.text().len();
        assert_eq!(edited.written(whole), 1..written.len());
    }
}
