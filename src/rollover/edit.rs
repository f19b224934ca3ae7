//! Edits of a document that goes to another item.
//!
//! Every byte that need not change stays, comments and line ends included: what is not right in its new place is
//! commented out, and the head of the document says what to look at.

use std::collections::BTreeSet;
use std::ops::Range;

use super::Note;
use super::compare::Trees;
use super::references::Becomes;
use crate::model::{Document, ItemDefinition};
use crate::parse::layout::Layout;
use crate::parse::quoted::quoted;
use crate::span::{Located, Span};

/// A document that is being edited.
pub(super) struct EditedDocument<'a> {
    document: &'a Document,
    text: &'a str,
    trees: Trees<'a>,
    layout: Layout<'a>,
    /// Places in the text, and what is to stand there.
    edits: Vec<(Range<usize>, String)>,
    /// Lines at the head.
    pub(super) head: Vec<String>,
    pub(super) notes: Vec<Note>,
}

impl<'a> EditedDocument<'a> {
    pub(super) fn new(document: &'a Document, text: &'a str, trees: Trees<'a>) -> Self {
        Self {
            document,
            text,
            trees,
            layout: Layout::new(&document.path, text),
            edits: Vec::new(),
            head: Vec::new(),
            notes: Vec::new(),
        }
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.layout.value(key).is_some()
    }

    pub(super) fn comment_out(&mut self, key: &str) {
        for lines in self.layout.lines(key) {
            let commented = format!("# {}", self.text[lines.clone()].replace('\n', "\n# "));
            // Nothing inside is edited any more.
            self.edits.retain(|(range, _)| !touches(range, &lines));
            self.edits.push((lines, commented));
        }
    }

    fn replace(&mut self, range: Range<usize>, text: String) {
        if !self.edits.iter().any(|(other, _)| touches(&range, other)) {
            self.edits.push((range, text));
        }
    }

    /// Puts another comment in the place of one that the program wrote.
    pub(super) fn retell(&mut self, old: &str, new: String) {
        let toml = self.layout.toml.clone();
        if let Some(at) = self.text[toml.clone()].find(old) {
            let start = toml.start + at;
            self.replace(start..start + old.len(), new);
        }
    }

    /// Sets a key of one line, in its place or at the head.
    pub(super) fn set(&mut self, key: &str, value: String) {
        match self.layout.value(key) {
            Some(place) => self.replace(place, value),
            None => self.head.push(format!("{key} = {value}")),
        }
    }

    /// The components that it shows, by their numbers in the new item.
    pub(super) fn components(&mut self, old: &ItemDefinition, new: &ItemDefinition) {
        let numbers = self.trees.components(old, new);
        let same = old.components.len() == new.components.len()
            && numbers.iter().enumerate().all(|(at, n)| *n == Some(at + 1));
        if same {
            return;
        }
        let (kept, lost) = renumbered(&self.document.components, &numbers);
        if new.components.is_empty() {
            self.comment_out("components");
        } else {
            let kept: Vec<String> = kept.iter().map(ToString::to_string).collect();
            self.set("components", format!("[{}]", kept.join(", ")));
            let to = self.trees.new.fiscal_year;
            self.head
                .push(format!("# ตรวจ components ใหม่ องค์ประกอบของปี {to}:"));
            let texts = new.components.iter().enumerate();
            self.head
                .extend(texts.map(|(at, one)| format!("#   {}. {}", at + 1, one.text)));
        }
        if !lost.is_empty() {
            self.notes.push(Note::Components(lost));
        }
    }

    /// Further items of the same year: under their new numbers, or not at all. `own`: the item it stands under.
    pub(super) fn also(&mut self, own: &ItemDefinition) {
        let trees = self.trees;
        let mut edits = Vec::new();
        let mut lost = false;
        for also in &self.document.also {
            let number = also.item.value;
            let (Some(old), Some(new)) = (trees.old.item(number), trees.heir(number)) else {
                lost = true;
                continue;
            };
            // It is evidence for its own item already.
            lost |= new.number == own.number;
            if new.number != number {
                edits.push((also.item.at.range.clone(), format!("\"{}\"", new.number)));
            }
            let numbers = trees.components(old, new);
            for component in &also.components {
                match at(&numbers, component.value) {
                    Some(now) => edits.push((component.at.range.clone(), now.to_string())),
                    None => lost = true,
                }
            }
        }
        if lost {
            self.head
                .push("# ตรวจ also: บางข้อหรือบางองค์ประกอบไม่มีในปีนี้แล้ว แก้แล้วเอา # ออก".to_owned());
            self.comment_out("also");
            self.notes.push(Note::Also);
            return;
        }
        for (range, text) in edits {
            self.replace(range, text);
        }
    }

    /// Everything that it refers to; gives how many references are written anew. `old_year`: how the old year begins
    /// in a reference.
    pub(super) fn references(
        &mut self,
        old_year: &str,
        becomes: &dyn Fn(&str) -> Becomes,
    ) -> usize {
        let found = references(self.document, self.text);
        let changed = written_anew(self.text, &self.document.body.range, found, becomes);
        let count = changed.edits.len();
        let mut leads_back = changed.old_year;
        for (range, text, written) in changed.edits {
            self.replace(range, text);
            leads_back.extend(written.contains(old_year).then_some(written));
        }
        self.note("# ตรวจลิงก์ที่ยังชี้ไปปีก่อน", leads_back, Note::OldYear);
        self.note("# แก้ลิงก์เหล่านี้เอง", changed.by_hand, Note::ByHand);
        count
    }

    /// Tells of references, if there are any.
    fn note(&mut self, what: &str, links: BTreeSet<String>, note: fn(Vec<String>) -> Note) {
        if !links.is_empty() {
            let links: Vec<String> = links.into_iter().collect();
            self.head.push(format!("{what}: {}", links.join("  ")));
            self.notes.push(note(links));
        }
    }

    /// The text with all edits, its head below these lines, and what to look at in it.
    pub(super) fn finish(mut self, mut above: Vec<String>) -> (String, Vec<Note>) {
        above.append(&mut self.head);
        let end = if self.text.contains("\r\n") {
            "\r\n"
        } else {
            "\n"
        };
        let mut out = self.text.to_owned();
        self.edits
            .sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        for (range, new) in std::mem::take(&mut self.edits) {
            out.replace_range(range, &new);
        }
        if above.is_empty() {
            return (out, self.notes);
        }
        let head = above.join(end) + end;
        if self.layout.has_keys {
            out.insert_str(self.start(), &head);
        } else {
            let start = self.layout.toml.start;
            out.insert_str(start, &format!("+++{end}{head}+++{end}{end}"));
        }
        (out, self.notes)
    }

    /// Where the keys start: what tells an editor the schema must stay on the first lines.
    fn start(&self) -> usize {
        let start = self.layout.toml.start;
        let lines = self.text[start..].split_inclusive('\n');
        let told = lines.take_while(|line| line.starts_with("#:"));
        start + told.map(str::len).sum::<usize>()
    }
}

/// What becomes of the references of a text.
#[derive(Default)]
pub(super) struct ChangedReferences {
    /// Where they stand, what is to stand there, and the same without quotation marks.
    pub(super) edits: Vec<(Range<usize>, String, String)>,
    /// Those that lead to the old year as they are.
    pub(super) old_year: BTreeSet<String>,
    /// Those that somebody has to mend.
    pub(super) by_hand: BTreeSet<String>,
}

/// Works out what is to be written for the references of a text, of which `body` is Markdown.
pub(super) fn written_anew(
    text: &str,
    body: &Range<usize>,
    references: Vec<(String, Span)>,
    becomes: &dyn Fn(&str) -> Becomes,
) -> ChangedReferences {
    let mut changed = ChangedReferences::default();
    for (href, at) in references {
        match becomes(&href) {
            Becomes::Same => {}
            Becomes::OldYear => changed.old_year.extend([href]),
            Becomes::Lost => changed.by_hand.extend([href]),
            Becomes::Written(written) => match place_of(text, body, &href, &at) {
                Some((range, is_quoted)) => {
                    let new = if is_quoted {
                        quoted(&written)
                    } else {
                        written.clone()
                    };
                    changed.edits.push((range, new, written));
                }
                None => changed.by_hand.extend([href]),
            },
        }
    }
    changed
}

/// The new number of a component.
fn at(numbers: &[Option<usize>], old: i64) -> Option<usize> {
    let index = usize::try_from(old).ok()?.checked_sub(1)?;
    *numbers.get(index)?
}

/// Components by their new numbers, and those that have none.
fn renumbered(stated: &[Located<i64>], numbers: &[Option<usize>]) -> (Vec<usize>, Vec<i64>) {
    let mut kept: Vec<usize> = stated
        .iter()
        .filter_map(|component| at(numbers, component.value))
        .collect();
    kept.sort_unstable();
    let lost = stated.iter().map(|component| component.value);
    (
        kept,
        lost.filter(|old| at(numbers, *old).is_none()).collect(),
    )
}

/// Every reference of a document as it is written, with its place.
fn references(document: &Document, text: &str) -> Vec<(String, Span)> {
    let links = document.all_links();
    let links = links.filter(|link| link.at.cell.is_none());
    let links = links.map(|link| (link.href.clone(), link.at.clone()));
    let accepted = document
        .allow
        .iter()
        .filter_map(|allow| allow.file.as_ref());
    let accepted = accepted.map(|file| &file.at);
    // What a spreadsheet names is not written here.
    let named = document.named_files().map(|(_, at)| at);
    let named = named.filter(|at| at.cell.is_none());
    let files = named.chain(accepted);
    let files = files.map(|at| {
        let written = text.get(at.range.clone()).unwrap_or("");
        let inner = written.trim_matches(['"', '\'']).trim();
        (inner.to_owned(), at.clone())
    });
    links.chain(files).collect()
}

/// Where exactly a reference is written, and whether the quotation marks belong to the place.
fn place_of(
    text: &str,
    body: &Range<usize>,
    href: &str,
    at: &Span,
) -> Option<(Range<usize>, bool)> {
    let written = text.get(at.range.clone())?;
    if written == href {
        return Some((at.range.clone(), false));
    }
    let in_toml = at.range.end <= body.start || body.is_empty();
    if in_toml && written.trim_matches(['"', '\'']).trim() == href {
        return Some((at.range.clone(), true));
    }
    // A link inside a text, or one whose address stands at the end of the document.
    let (area, starts): (Range<usize>, &[&str]) = if in_toml {
        (at.range.clone(), &["](", "](<"])
    } else {
        (body.clone(), &["]: ", "]: <", "]:"])
    };
    let area_text = text.get(area.clone())?;
    starts.iter().find_map(|start| {
        let wanted = format!("{start}{href}");
        let found = area_text.find(&wanted)?;
        let end = found + wanted.len();
        let closed = area_text[end..].chars().next();
        let closed = closed.is_none_or(|c| c.is_whitespace() || ")>".contains(c));
        closed.then(|| (area.start + found + start.len()..area.start + end, false))
    })
}

fn touches(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
