//! Glyphs at their places, to lines that are searched.
//!
//! In: a page's glyphs in the order they are drawn. A number may be drawn digit by digit, in any
//! order, so lines are put together twice: as drawn, and from left to right. What a reader sees as
//! apart stays apart: a wide gap ends a line, and across a narrow one that is no space a number counts
//! only if it is grouped as such numbers are written, or its digits stand evenly.

use super::font::Glyph;
use super::matrix::Matrix;
use crate::evidence::personal::PersonalSearch;
use crate::thai::citizen_number::citizen_numbers;
use crate::thai::numeral::arabic_digit;
use crate::thai::personal::Personal;

/// Distances in sizes of the font. Further up or down is another line.
const SAME_LINE: f64 = 0.35;
/// A wider gap ends a line.
const WIDE_GAP: f64 = 1.0;
/// A narrower gap is no gap but kerning.
const NO_GAP: f64 = 0.15;
/// How far back a glyph may stand over the one before it.
const OVERLAP: f64 = 0.6;
/// The same letter so near is the same letter, drawn twice to look bold.
const DRAWN_TWICE: f64 = 0.15;
/// The widest distance between digits that stand evenly, in narrowest ones.
const EVEN: f64 = 1.3;
/// Where a number is grouped as it is printed on the card, `1-2345-67890-12-3`.
const GROUPS: [usize; 4] = [1, 5, 10, 12];
/// Glyphs without known letters that could be a number.
const UNMAPPED: usize = 13;

/// A letter at its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct PlacedGlyph {
    pub(super) letter: char,
    is_mapped: bool,
    /// The direction of the line in whole degrees.
    angle: i32,
    /// Along the line, and across it.
    start: f64,
    end: f64,
    across: f64,
    size: f64,
}

impl PlacedGlyph {
    /// Stands on no line, so that what is before and after it is apart.
    pub(super) const BREAK: Self = Self {
        letter: ' ',
        is_mapped: true,
        angle: i32::MAX,
        start: 0.0,
        end: 0.0,
        across: 0.0,
        size: 1.0,
    };
}

/// Puts a glyph where its matrix says; `end` is where its ink ends.
pub(super) fn place(placed: &mut Vec<PlacedGlyph>, glyph: &Glyph, at: Matrix, end: Matrix) {
    let [right, up, c, d, x, y] = at.0;
    let (size, width) = (c.hypot(d).max(1e-6), right.hypot(up));
    if !(x + y + size + end.0[4] + end.0[5]).is_finite() || width == 0.0 {
        return;
    }
    let (cos, sin) = (right / width, up / width);
    let along = |x: f64, y: f64| x * cos + y * sin;
    let (start, end) = (along(x, y), along(end.0[4], end.0[5]));
    let count = glyph.letters.chars().count().max(1);
    #[allow(clippy::cast_precision_loss)]
    let step = (end - start) / count as f64;
    let mut from = start;
    for letter in glyph.letters.chars() {
        placed.push(PlacedGlyph {
            letter,
            is_mapped: glyph.is_mapped,
            #[allow(clippy::cast_possible_truncation)]
            angle: sin.atan2(cos).to_degrees().round() as i32,
            start: from,
            end: from + step,
            across: y * cos - x * sin,
            size,
        });
        from += step;
    }
}

/// Searches the lines of a page; whether one of them does not say its letters.
pub(super) fn search(placed: &mut [PlacedGlyph], personal: &mut PersonalSearch) -> bool {
    let mut lines = LineSearch {
        is_as_drawn: true,
        ..LineSearch::default()
    };
    lines.read(placed, personal);
    personal.keep("\n");
    lines.is_as_drawn = false;
    sort(placed);
    lines.read(placed, personal);
    lines.has_unmapped
}

/// From left to right, line by line.
fn sort(placed: &mut [PlacedGlyph]) {
    placed.sort_by(|a, b| {
        let angles = a.angle.cmp(&b.angle);
        angles.then(b.across.total_cmp(&a.across))
    });
    let mut from = 0;
    for at in 1..=placed.len() {
        let ends = placed
            .get(at)
            .is_none_or(|glyph| !same_line(&placed[from], glyph));
        if ends {
            placed[from..at].sort_by(|a, b| a.start.total_cmp(&b.start));
            from = at;
        }
    }
}

fn same_line(one: &PlacedGlyph, other: &PlacedGlyph) -> bool {
    let size = one.size.max(other.size);
    one.angle == other.angle && (one.across - other.across).abs() < SAME_LINE * size
}

/// Lines while they are put together.
#[derive(Default)]
struct LineSearch {
    /// Whether the letters of words stand in their order, so that rows can be kept.
    is_as_drawn: bool,
    /// The line with nothing in its narrow gaps, and where they are.
    text: String,
    gaps: Vec<usize>,
    /// Where digits stand: in the text, and on the page.
    digits: Vec<(usize, f64)>,
    /// Glyphs in a row that do not say their letters.
    unmapped: usize,
    has_unmapped: bool,
}

impl LineSearch {
    fn read(&mut self, placed: &[PlacedGlyph], personal: &mut PersonalSearch) {
        let mut before: Option<&PlacedGlyph> = None;
        for glyph in placed {
            if let Some(before) = before {
                let gap = (glyph.start - before.end) / glyph.size.max(before.size);
                let near = same_line(before, glyph);
                let moved = (glyph.start - before.start).abs();
                if near && glyph.letter == before.letter && moved < DRAWN_TWICE * glyph.size {
                    continue;
                }
                if !near || !(-OVERLAP..=WIDE_GAP).contains(&gap) {
                    self.end(personal);
                    if self.is_as_drawn {
                        personal.keep(if near { "\t" } else { "\n" });
                    }
                } else if gap > NO_GAP && glyph.letter != ' ' && before.letter != ' ' {
                    self.gaps.push(self.text.len());
                }
            }
            self.add(glyph);
            before = Some(glyph);
        }
        self.end(personal);
    }

    fn add(&mut self, glyph: &PlacedGlyph) {
        if arabic_digit(glyph.letter).is_ascii_digit() {
            self.digits.push((self.text.len(), glyph.start));
        }
        self.text.push(glyph.letter);
        self.unmapped = if glyph.is_mapped {
            0
        } else {
            self.unmapped + 1
        };
        self.has_unmapped |= self.unmapped >= UNMAPPED;
    }

    /// Searches the line that ends here.
    fn end(&mut self, personal: &mut PersonalSearch) {
        if self.is_as_drawn {
            self.keep_row(personal);
        }
        if !self.digits.is_empty() {
            for piece in self.pieces() {
                personal.search_piece(piece);
            }
            if !self.gaps.is_empty() {
                for (range, masked) in citizen_numbers(&self.text) {
                    if self.is_one(&range) {
                        personal.add(Personal::CitizenNumber { masked });
                    }
                }
            }
        }
        self.text.clear();
        self.gaps.clear();
        self.digits.clear();
        self.unmapped = 0;
    }

    /// Keeps the line as part of a row, with a space in every gap.
    fn keep_row(&self, personal: &mut PersonalSearch) {
        for (at, piece) in self.pieces().enumerate() {
            if at > 0 {
                personal.keep(" ");
            }
            // Many fonts draw sara am as its two halves.
            personal.keep(&piece.replace("\u{e4d}\u{e32}", "\u{e33}"));
        }
    }

    /// What stands between the narrow gaps.
    fn pieces(&self) -> impl Iterator<Item = &str> {
        let ends = self.gaps.iter().copied().chain([self.text.len()]);
        let starts = [0].into_iter().chain(self.gaps.iter().copied());
        starts.zip(ends).map(|(start, end)| &self.text[start..end])
    }

    /// Whether what stands across narrow gaps is one number to a reader: its digits stand evenly, or
    /// are grouped as on the card, by wider gaps or signs.
    fn is_one(&self, range: &std::ops::Range<usize>) -> bool {
        let before = |place: usize| self.digits.partition_point(|(at, _)| *at < place);
        let digits = &self.digits[before(range.start)..before(range.end)];
        let step = |pair: &[(usize, f64)]| pair[1].1 - pair[0].1;
        let least = digits.windows(2).map(step).fold(f64::MAX, f64::min);
        let is_apart = |pair: &[(usize, f64)]| {
            let sign = self.text[pair[0].0..pair[1].0].chars().nth(1).is_some();
            sign || step(pair) > least * EVEN
        };
        let groups = digits
            .windows(2)
            .zip(1..)
            .filter(|(pair, _)| is_apart(pair));
        let groups: Vec<usize> = groups.map(|(_, before)| before).collect();
        least > 0.0 && (groups.is_empty() || groups == GROUPS)
    }
}
