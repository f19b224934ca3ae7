//! The text of one part of an office document, paragraph by paragraph and cell by cell.

use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::evidence::bounded::BoundedReader;
use crate::evidence::personal::PersonalSearch;
use crate::model::FileKind;

/// A paragraph or cell, in bytes; of a longer one the beginning is searched before the rest is read.
const LONGEST_UNIT: usize = 4 << 20;
/// What is looked for is never longer, in bytes.
const LONGEST_NUMBER: usize = 256;
/// Numbers above have more digits than anything that is looked for.
const LARGEST: f64 = 1e15;
/// Text boxes within text boxes.
const DEEPEST: usize = 64;

/// Whether an element is a row of a table.
fn is_row(name: &str) -> bool {
    matches!(name, "row" | "tr" | "table-row")
}

/// Whether a part holds the texts that the cells of a workbook share.
pub(super) fn is_shared_texts(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with("sharedstrings.xml")
}

/// How the reading of a part ended.
pub(super) enum End {
    /// With its end.
    Whole,
    /// Before its end.
    BrokenOff,
    /// At a text without end, which was not read.
    TooLong,
}

impl End {
    pub(super) fn of(is_whole: bool) -> Self {
        if is_whole {
            Self::Whole
        } else {
            Self::BrokenOff
        }
    }
}

/// The texts that the cells of a workbook share, one behind the other: they may be very many.
#[derive(Default)]
pub(super) struct SharedTexts {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl SharedTexts {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.extend(u32::try_from(self.text.len()));
    }

    fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)? as usize;
        let start = at
            .checked_sub(1)
            .map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }
}

/// The text of one part, while it is read.
pub(super) struct Text<'a> {
    kind: FileKind,
    /// Whether what is read are the texts that cells share.
    is_shared_texts: bool,
    shared: &'a mut SharedTexts,
    /// Rows of tables that are open.
    rows: usize,
    /// The paragraphs and cells that are open: a text box stands inside a paragraph.
    units: Vec<String>,
    /// Deeper ones than are followed.
    deeper: usize,
    /// Whether the cell's value is the number of a shared text.
    is_shared: bool,
    personal: &'a mut PersonalSearch,
}

impl<'a> Text<'a> {
    /// Reads a part, and says how that ended.
    pub(super) fn read(
        input: impl Read,
        kind: FileKind,
        name: &str,
        shared: &'a mut SharedTexts,
        personal: &'a mut PersonalSearch,
    ) -> End {
        let mut part = Self {
            kind,
            is_shared_texts: is_shared_texts(name),
            shared,
            rows: 0,
            units: Vec::new(),
            deeper: 0,
            is_shared: false,
            personal,
        };
        let mut reader = Reader::from_reader(BoundedReader::of(input));
        reader.config_mut().check_end_names = false;
        let mut buffer = Vec::new();
        let mut depth = 0_i64;
        let end = loop {
            buffer.clear();
            reader.get_mut().begin();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Eof) => break End::of(depth <= 0),
                Ok(Event::Start(start)) => {
                    depth += 1;
                    part.start(&start);
                }
                Ok(Event::Empty(start)) => part.empty(&start),
                Ok(Event::End(end)) => {
                    depth -= 1;
                    part.end(end.name().local_name().as_ref());
                }
                Ok(Event::Text(text)) => part.text(&text.xml10_content()),
                Ok(Event::CData(text)) => part.text(&text.xml10_content()),
                Ok(Event::GeneralRef(reference)) => part.reference(&reference),
                Ok(_) => {}
                Err(_) if reader.get_ref().is_too_long() => break End::TooLong,
                Err(_) => break End::BrokenOff,
            }
        };
        while !part.units.is_empty() {
            part.close("");
        }
        part.personal.search_rows();
        end
    }

    fn is_sheet(&self) -> bool {
        self.kind == FileKind::Xlsx
    }

    fn is_open_document(&self) -> bool {
        self.kind == FileKind::OpenDocument
    }

    /// Whether an element is one line of text.
    fn is_unit(&self, name: &str) -> bool {
        match name {
            "p" | "h" | "si" | "is" => true,
            "text" => !self.is_open_document(),
            "c" | "v" | "f" => self.is_sheet(),
            _ => false,
        }
    }

    fn start(&mut self, start: &BytesStart<'_>) {
        let name = start.name();
        let name = name.local_name();
        let name = name.as_ref();
        if self.is_sheet() && name == "c" {
            let kind = start.try_get_attribute("t").ok().flatten();
            self.is_shared = kind.is_some_and(|kind| kind.value.as_ref() == "s");
        }
        self.rows += usize::from(is_row(name));
        if !self.is_unit(name) {
            self.empty(start);
        } else if self.units.len() < DEEPEST {
            self.units.push(String::new());
        } else {
            self.deeper += 1;
        }
    }

    /// An element that stands for a sign.
    fn empty(&mut self, start: &BytesStart<'_>) {
        match start.name().local_name().as_ref() {
            "tab" => self.text("\t"),
            "br" | "cr" | "line-break" => self.text("\n"),
            "noBreakHyphen" => self.text("-"),
            "s" if self.is_open_document() => self.text(" "),
            // The name of a sheet, and what stands for a picture or a field.
            "sheet" | "table" | "docPr" | "cNvPr" | "dataValidation" | "result" | "default"
            | "listEntry" => {
                for key in [
                    "name",
                    "table:name",
                    "descr",
                    "title",
                    "prompt",
                    "val",
                    "w:val",
                ] {
                    if let Ok(Some(text)) = start.try_get_attribute(key) {
                        self.personal.search_piece(&text.value);
                    }
                }
            }
            // A number as it is, however it is shown.
            "table-cell" => {
                let value = start.try_get_attribute("office:value").ok().flatten();
                if let Some(value) = value {
                    self.search_value(&value.value);
                }
            }
            // What a pivot table remembers of its source, which may be deleted.
            "s" | "n" if self.is_sheet() => {
                let kept = start.try_get_attribute("v").ok().flatten();
                if let Some(kept) = kept {
                    self.search_value(&kept.value);
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if is_row(name) {
            self.rows = self.rows.saturating_sub(1);
            self.personal.keep("\n");
        }
        if !self.is_unit(name) {
            return;
        }
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if self.is_sheet() && name == "v" {
            self.value();
        } else {
            self.close(name);
        }
    }

    fn close(&mut self, name: &str) {
        let Some(unit) = self.units.pop() else { return };
        self.personal.search_piece(&unit);
        if self.is_shared_texts {
            self.shared.push(&unit);
        } else if name != "f" {
            self.keep(&unit);
        }
    }

    /// Keeps a text in its row; outside of a table it is one.
    fn keep(&mut self, text: &str) {
        self.personal.keep(text);
        self.end_cell();
    }

    fn end_cell(&mut self) {
        self.personal.keep(if self.rows > 0 { "\t" } else { "\n" });
    }

    /// The value of a cell.
    fn value(&mut self) {
        let value = self.units.pop().unwrap_or_default();
        if !self.is_shared {
            self.search_value(&value);
            let lost_zero = value.len() == 9 && value.starts_with(['6', '8', '9']);
            // A telephone number that was typed as a number.
            let zero = if lost_zero { "0" } else { "" };
            self.keep(&format!("{zero}{value}"));
        } else if let Some(text) = (value.trim().parse().ok()).and_then(|at| self.shared.get(at)) {
            // Searched where it stands, not for every cell that names it.
            self.personal.keep(text);
            self.end_cell();
        }
    }

    /// A text, or a number in any way of writing it.
    fn search_value(&mut self, value: &str) {
        match value.trim().parse::<f64>() {
            Ok(number) if number.fract() != 0.0 => {}
            Ok(number) if number.abs() < LARGEST => {
                self.personal.search_piece(&format!("{number:.0}"));
            }
            _ => self.personal.search_piece(value),
        }
    }

    fn text(&mut self, text: &str) {
        let Some(unit) = self.units.last_mut() else {
            // Text that is in no paragraph, such as a property of the document.
            self.personal.search_piece(text);
            return;
        };
        if unit.len() + text.len() > LONGEST_UNIT {
            self.personal.search_piece(unit);
            // A number may begin here and go on.
            let from = unit.len().saturating_sub(LONGEST_NUMBER);
            let rest = (from..unit.len()).find(|at| unit.is_char_boundary(*at));
            unit.drain(..rest.unwrap_or(0));
        }
        unit.push_str(text);
    }

    fn reference(&mut self, reference: &BytesRef<'_>) {
        let letter = match reference.resolve_char_ref() {
            Ok(Some(letter)) => letter,
            // `&amp;` and its like: none is a digit or stands between two.
            _ => '&',
        };
        self.text(letter.encode_utf8(&mut [0; 4]));
    }
}
