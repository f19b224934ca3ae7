//! What fields to fill in and notes look like.
//!
//! In: a page. Out: the glyphs of its fields, at their places: a form may have a field for each digit.

use lopdf::{Dictionary, Object, Stream, decode_text_string};

use super::font::Glyph;
use super::lines::{self, PlacedGlyph};
use super::matrix::Matrix;
use super::walk::{GraphicsState, Walk};

/// Letters of a value that are looked at: more is no box with a digit.
const LONGEST: usize = 64;

/// How high and how wide the letters of a field are, in heights of the field.
const HEIGHT: f64 = 0.7;
const WIDTH: f64 = 0.4;

impl<'a> Walk<'a> {
    /// What fields to fill in and notes look like.
    pub(super) fn fields(&mut self, page: &'a Dictionary) {
        let annotations = page.get_deref(b"Annots", self.document);
        let annotations = annotations.and_then(Object::as_array).ok();
        // What is drawn here does not go on with what was drawn before; fields beside each other are one row.
        self.placed.push(PlacedGlyph::BREAK);
        for annotation in annotations.into_iter().flatten() {
            if !self.room.step(1) {
                return;
            }
            match self.appearance(annotation) {
                Some((looks, place)) => self.form(looks, None, GraphicsState::new(place), 1),
                None => _ = self.value(annotation),
            }
        }
    }

    /// What stands in a field that says only its value, and is drawn by who opens the file.
    fn value(&mut self, annotation: &'a Object) -> Option<()> {
        let (_, field) = self.document.dereference(annotation).ok()?;
        let field = field.as_dict().ok()?;
        let text = decode_text_string(self.inherited(field, b"V")?).ok()?;
        let corners = field
            .get_deref(b"Rect", self.document)
            .ok()?
            .as_array()
            .ok()?;
        let number = |at: usize| corners.get(at)?.as_float().ok().map(f64::from);
        let (left, bottom, top) = (number(0)?, number(1)?, number(3)?);
        let height = (top - bottom).abs();
        let size = Matrix([height * HEIGHT, 0.0, 0.0, height * HEIGHT, left, bottom]);
        let mut moved = 0.0;
        for letter in text.chars().take(LONGEST) {
            let glyph = Glyph::plain(letter);
            let place = size.then(Matrix::shift(moved, 0.0));
            moved += height * WIDTH;
            let end = size.then(Matrix::shift(moved, 0.0));
            lines::place(&mut self.placed, &glyph, place, end);
        }
        Some(())
    }

    /// What a field looks like, and where its lower left corner is.
    fn appearance(&self, annotation: &'a Object) -> Option<(&'a Stream, Matrix)> {
        let (_, annotation) = self.document.dereference(annotation).ok()?;
        let annotation = annotation.as_dict().ok()?;
        let looks = annotation.get_deref(b"AP", self.document).ok()?;
        let normal = looks.as_dict().ok()?.get_deref(b"N", self.document).ok()?;
        let corner = annotation.get_deref(b"Rect", self.document);
        let corner = corner.and_then(Object::as_array).ok();
        let number = |at: usize| corner?.get(at)?.as_float().ok().map(f64::from);
        let place = Matrix::shift(number(0).unwrap_or(0.0), number(1).unwrap_or(0.0));
        normal.as_stream().ok().map(|stream| (stream, place))
    }
}
