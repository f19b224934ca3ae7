//! What a page shows: its content and that of its forms, to glyphs at their places.
//!
//! In: a page. Out: its glyphs, given to `lines` page by page, so that memory is bounded by a page.
//! Forms may show each other; depth and the number of steps are bounded.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::content::{ContentStream, Operand};
use super::font::Font;
use super::lines::{self, PlacedGlyph};
use super::matrix::Matrix;
use super::unpacked::Unpacked;
use crate::evidence::personal::PersonalSearch;

/// Forms within forms.
const DEEPEST: usize = 12;
/// States that are kept while a page is walked.
const MOST_STATES: usize = 256;
/// Glyphs of one page; no page that is read has so many.
const MOST_GLYPHS: usize = 1_000_000;
/// How far up a page's resources may stand.
const MOST_PARENTS: usize = 64;

/// A document while its pages are walked.
pub(super) struct Walk<'a> {
    pub(super) document: &'a Document,
    /// By where they stand in the document: a font without a number of its own is read once too.
    fonts: HashMap<*const Object, Rc<Font>>,
    pub(super) placed: Vec<PlacedGlyph>,
    /// What may still be unpacked.
    pub(super) room: Unpacked,
    /// What was shown on this page.
    shown: PageShows,
    /// What was shown on each page.
    pub(super) pages: Vec<PageShows>,
    /// Whether a line was long enough for what is looked for and did not say its letters.
    pub(super) has_unmapped_line: bool,
}

/// What a page shows, in numbers.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PageShows {
    pub(super) letters: usize,
    pub(super) pictures: usize,
    /// How much of the page its pictures cover: 1 for all of it.
    pub(super) covered: f64,
}

/// The state of text and page that `q` keeps and `Q` brings back.
#[derive(Clone)]
pub(super) struct GraphicsState {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    /// Horizontal stretch, 1 for none.
    stretch: f64,
    leading: f64,
}

impl GraphicsState {
    pub(super) fn new(page: Matrix) -> Self {
        Self {
            page,
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
        }
    }
}

/// Where a run through one content stream stands.
struct StreamRun<'r> {
    resources: Option<&'r Dictionary>,
    state: GraphicsState,
    kept: Vec<GraphicsState>,
    /// Where the text and its line stand.
    text: Matrix,
    line: Matrix,
    depth: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self {
            document,
            fonts: HashMap::new(),
            placed: Vec::new(),
            room: Unpacked::new(),
            shown: PageShows::default(),
            pages: Vec::new(),
            has_unmapped_line: false,
        }
    }

    /// Walks a page and searches its lines.
    pub(super) fn page(&mut self, id: ObjectId, personal: &mut PersonalSearch) {
        let Ok(page) = self.document.get_dictionary(id) else {
            return;
        };
        if let Ok(contents) = page.get(b"Contents") {
            let content = self.room.contents(contents, self.document);
            let state = GraphicsState::new(Matrix::IDENTITY);
            self.stream(&content, self.resources(page), state, 0);
        }
        self.fields(page);
        let letters = self.placed.iter().filter(|glyph| glyph.letter != ' ');
        let mut shown = std::mem::take(&mut self.shown);
        shown.letters = letters.count();
        shown.covered /= self.area(page);
        self.pages.push(shown);
        self.has_unmapped_line |= lines::search(&mut self.placed, personal);
        self.placed.clear();
    }

    /// Resources of a page, or of those that it hangs on.
    fn resources(&self, page: &'a Dictionary) -> Option<&'a Dictionary> {
        self.inherited(page, b"Resources")?.as_dict().ok()
    }

    /// How large a page is, in its own units; that of A4 where it does not say.
    fn area(&self, page: &'a Dictionary) -> f64 {
        const A4: f64 = 595.0 * 842.0;
        let corners = self.inherited(page, b"MediaBox");
        let corners = corners.and_then(|corners| corners.as_array().ok());
        let numbers = corners.into_iter().flatten().filter_map(|number| {
            let (_, number) = self.document.dereference(number).ok()?;
            number.as_float().ok().map(f64::from)
        });
        let area = match numbers.collect::<Vec<f64>>()[..] {
            [left, bottom, right, top] => Some((right - left) * (top - bottom)),
            _ => None,
        };
        let area = area.map(f64::abs);
        area.filter(|area| *area > 0.0).unwrap_or(A4)
    }

    /// What a page says of itself, or those that it hangs on.
    pub(super) fn inherited(&self, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        let mut node = page;
        for _ in 0..MOST_PARENTS {
            if let Ok(found) = node.get_deref(key, self.document) {
                return Some(found);
            }
            node = node
                .get_deref(b"Parent", self.document)
                .ok()?
                .as_dict()
                .ok()?;
        }
        None
    }

    /// Shows a form at the place of its state.
    pub(super) fn form(
        &mut self,
        form: &'a Stream,
        outer: Option<&'a Dictionary>,
        mut state: GraphicsState,
        depth: usize,
    ) {
        let Some(content) = self.room.content(form) else {
            self.room.has_unread = true;
            return;
        };
        let own = form.dict.get_deref(b"Resources", self.document);
        let own = own.and_then(Object::as_dict).ok();
        let matrix = form.dict.get_deref(b"Matrix", self.document);
        let matrix = matrix.and_then(Object::as_array).ok().and_then(|numbers| {
            let number = |n: &Object| n.as_float().ok().map(|n| Operand::Number(f64::from(n)));
            let numbers: Option<Vec<Operand>> = numbers.iter().take(6).map(number).collect();
            Matrix::of(&numbers?)
        });
        state.page = matrix.unwrap_or(Matrix::IDENTITY).then(state.page);
        self.stream(&content, own.or(outer), state, depth);
    }

    fn stream(
        &mut self,
        bytes: &[u8],
        resources: Option<&'a Dictionary>,
        state: GraphicsState,
        depth: usize,
    ) {
        let mut run = StreamRun {
            resources,
            state,
            kept: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            depth,
        };
        let mut content = ContentStream::new(bytes);
        while let Some(operator) = content.operator() {
            if !self.room.step(1) {
                break;
            }
            match operator {
                b"Tj" | b"TJ" | b"'" | b"\"" => self.shown(&mut run, operator, &content.operands),
                b"Tf" => run.state.font = self.font(&run, &content.operands),
                b"Do" => self.thing(&run, &content.operands),
                _ => {}
            }
            run.set(operator, &content.operands);
        }
    }

    /// A form or picture that is shown by its name.
    fn thing(&mut self, run: &StreamRun<'a>, operands: &[Operand]) {
        let Some(Object::Stream(thing)) = self.resource(run, b"XObject", operands) else {
            return;
        };
        match thing.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Image") => {
                let [a, b, c, d, ..] = run.state.page.0;
                self.shown.pictures += 1;
                self.shown.covered += (a * d - b * c).abs();
            }
            Ok(b"Form") if run.depth < DEEPEST => {
                self.form(thing, run.resources, run.state.clone(), run.depth + 1);
            }
            _ => {}
        }
    }

    fn resource(
        &self,
        run: &StreamRun<'a>,
        kind: &[u8],
        operands: &[Operand],
    ) -> Option<&'a Object> {
        let name = operands.iter().find_map(|operand| match operand {
            Operand::Name(name) => Some(name),
            _ => None,
        })?;
        let all = run.resources?.get_deref(kind, self.document).ok()?;
        let entry = all.as_dict().ok()?.get(name).ok()?;
        self.document
            .dereference(entry)
            .ok()
            .map(|(_, found)| found)
    }

    fn font(&mut self, run: &StreamRun<'a>, operands: &[Operand]) -> Option<Rc<Font>> {
        let found = self.resource(run, b"Font", operands)?;
        let place = std::ptr::from_ref(found);
        if let Some(known) = self.fonts.get(&place) {
            return Some(known.clone());
        }
        let font = Font::new(found.as_dict().ok()?, self.document, &mut self.room);
        // Reading a font takes as long as a few lines of text, and longer with many widths.
        self.room.step(500 + font.widths());
        let font = Rc::new(font);
        self.fonts.insert(place, font.clone());
        Some(font)
    }

    /// Text that is shown.
    fn shown(&mut self, run: &mut StreamRun<'a>, operator: &[u8], operands: &[Operand]) {
        if matches!(operator, b"'" | b"\"") {
            if let (b"\"", [Operand::Number(word), Operand::Number(letter), _]) =
                (operator, operands)
            {
                run.state.word_space = *word;
                run.state.letter_space = *letter;
            }
            run.next_line(0.0, -run.state.leading);
        }
        match operands.last() {
            Some(Operand::Text(text)) => self.text(run, text),
            Some(Operand::Array(parts)) => {
                for part in parts {
                    match part {
                        Operand::Text(text) => self.text(run, text),
                        Operand::Number(back) => {
                            let state = &run.state;
                            let x = -back / 1000.0 * state.size * state.stretch;
                            run.text = Matrix::shift(x, 0.0).then(run.text);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, run: &mut StreamRun<'a>, text: &[u8]) {
        let state = &run.state;
        let Some(font) = &state.font else { return };
        for glyph in font.glyphs(text) {
            // One text may hold more than all others together.
            if self.placed.len() > MOST_GLYPHS {
                self.room.use_up();
            }
            if !self.room.step(1) {
                return;
            }
            let inked = glyph.width * state.size * state.stretch;
            let mut spaces = state.letter_space;
            if glyph.is_blank {
                spaces += state.word_space;
            }
            let size = Matrix([state.size, 0.0, 0.0, state.size, 0.0, 0.0]);
            let place = size.then(run.text).then(state.page);
            let end = Matrix::shift(inked, 0.0).then(run.text).then(state.page);
            lines::place(&mut self.placed, &glyph, place, end);
            let moved = inked + spaces * state.stretch;
            run.text = Matrix::shift(moved, 0.0).then(run.text);
        }
    }
}

impl StreamRun<'_> {
    /// What changes the state and shows nothing.
    fn set(&mut self, operator: &[u8], operands: &[Operand]) {
        let number = |at: usize| match operands.get(at) {
            Some(Operand::Number(number)) => *number,
            _ => 0.0,
        };
        match operator {
            b"q" if self.kept.len() < MOST_STATES => self.kept.push(self.state.clone()),
            b"Q" => self.state = self.kept.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => {
                let matrix = Matrix::of(operands).unwrap_or(Matrix::IDENTITY);
                self.state.page = matrix.then(self.state.page);
            }
            b"BT" => (self.text, self.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
            b"Tf" => self.state.size = number(1),
            b"Tc" => self.state.letter_space = number(0),
            b"Tw" => self.state.word_space = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tm" => {
                self.line = Matrix::of(operands).unwrap_or(self.line);
                self.text = self.line;
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).then(self.line);
        self.text = self.line;
    }
}
