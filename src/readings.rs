//! What the text of one file alone decides, kept from one reading of a site to the next.
//!
//! In: the texts of a site. Out: its documents, and what is wrong in the letters of every text. A reading is kept by
//! the path and the text itself, so that it can never be old. Everything that hangs on more than one text is
//! made anew each time.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{Titles, look};
use crate::files::{Files, SitePath};
use crate::model::Written;
use crate::parse::document::{DocumentPlace, document};
use crate::parse::inventory::{Inventory, Listed};
use crate::problem::Diagnostics;

/// Texts that a thread takes at once: few enough that none is left alone with the last.
const BATCH: usize = 16;

/// The readings of a site, for as long as the process lives.
#[derive(Default)]
pub struct Readings {
    by_path: HashMap<SitePath, TextReading>,
    titles: Titles,
}

/// What one text decides.
struct TextReading {
    text: Arc<str>,
    /// Where the document stands; `None` for a text that is no document.
    place: Option<DocumentPlace>,
    document: Option<(Arc<Written>, Diagnostics)>,
    /// What is wrong in its letters, and which personal data are in it.
    in_text: Diagnostics,
}

/// What all texts of a site decide.
pub struct Texts {
    /// The listed documents, in the order of the inventory, each with what is wrong in its keys.
    pub documents: Vec<(Arc<Written>, Diagnostics)>,
    /// What is wrong in the letters of all texts, and which personal data are in them.
    pub findings: Diagnostics,
}

impl Readings {
    /// Reads the texts of a site, as far as they are other than they were. Readings of files that are gone are
    /// forgotten.
    pub fn of(&mut self, files: &Files, inventory: &Inventory) -> Texts {
        let own = inventory.years.iter().map(|year| &*year.framework);
        let titles = Titles::of(own.chain(&inventory.other_frameworks));
        if titles != self.titles {
            self.by_path.clear();
            self.titles = titles;
        }
        let listed = inventory.documents.iter();
        let listed: HashMap<&str, &Listed> = listed.map(|listed| (&*listed.path, listed)).collect();
        let texts = files.texts().map(|(path, text)| {
            let place = listed.get(&**path).map(|listed| &listed.place);
            let earlier = self.by_path.remove(path);
            (path, text, place, earlier)
        });
        let texts: Vec<_> = texts.collect();
        let read = texts.into_par_iter().with_max_len(BATCH);
        let titles = &self.titles;
        self.by_path = read
            .map(|(path, text, place, earlier)| {
                let same = earlier.filter(|reading| reading.is_of(text, place));
                let reading = same.unwrap_or_else(|| TextReading::new(path, text, place, titles));
                (path.clone(), reading)
            })
            .collect();
        self.texts(inventory)
    }

    fn texts(&self, inventory: &Inventory) -> Texts {
        let documents = inventory.documents.iter();
        let documents =
            documents.filter_map(|listed| self.by_path.get(&listed.path)?.document.clone());
        let findings = self.by_path.values().flat_map(|reading| &reading.in_text);
        Texts {
            documents: documents.collect(),
            findings: findings.cloned().collect(),
        }
    }
}

impl TextReading {
    fn new(
        path: &SitePath,
        text: &Arc<str>,
        place: Option<&DocumentPlace>,
        titles: &Titles,
    ) -> Self {
        let read = |place: &DocumentPlace| {
            let (written, findings) = document(path, text, place.clone());
            (Arc::new(written), findings)
        };
        Self {
            text: text.clone(),
            place: place.cloned(),
            document: place.map(read),
            in_text: look(path, text, titles),
        }
    }

    fn is_of(&self, text: &Arc<str>, place: Option<&DocumentPlace>) -> bool {
        self.place.as_ref() == place && self.text == *text
    }
}
