//! Facts as the text they are kept as, and back.
//!
//! One word a line, with the hash first and an end last, so that what breaks off is worth nothing and is found
//! out anew.

use crate::model::{Condition, Facts, FileKind, Runs, TextLayer};
use crate::thai::personal::Personal;

const END: &str = "end";
const PAGE: &str = "runs as page";
const MARKUP: &str = "markup";

const CONDITIONS: [(&str, Condition); 3] = [
    ("sound", Condition::Sound),
    ("locked", Condition::Locked),
    ("damaged", Condition::Damaged),
];

const LAYERS: [(&str, TextLayer); 10] = [
    ("searched", TextLayer::Searched),
    ("none", TextLayer::None),
    ("unmapped", TextLayer::Unmapped),
    ("unread", TextLayer::Unread),
    ("inside", TextLayer::Inside),
    ("too-much", TextLayer::TooMuch),
    ("other-kind", TextLayer::OtherKind),
    ("nothing", TextLayer::Nothing),
    ("heading", TextLayer::Heading),
    ("pictures", TextLayer::Pictures),
];

/// Facts as a text.
pub fn write(facts: &Facts) -> String {
    let mut lines = vec![
        facts.hash.clone(),
        facts.kind.name().to_owned(),
        name(&CONDITIONS, facts.condition).to_owned(),
        facts
            .pages
            .map_or_else(String::new, |pages| pages.to_string()),
        name(&LAYERS, facts.text).to_owned(),
    ];
    let scanned = Some(facts.scanned).filter(|pages| *pages > 0);
    lines.extend(scanned.map(|pages| format!("scanned {pages}")));
    let runs = &facts.runs;
    lines.extend(runs.as_page.then(|| PAGE.to_owned()));
    let markup = runs.as_markup.as_ref();
    lines.extend(markup.map(|found| format!("{MARKUP} {found}")));
    lines.extend(facts.personal.iter().map(|found| match found {
        Personal::CitizenNumber { masked } => format!("citizen-number {masked}"),
        Personal::List { rows } => format!("list {rows}"),
    }));
    lines.push(END.to_owned());
    lines.join("\n")
}

/// Facts from a text; `None` where it is not about this content, or not whole.
pub fn read(text: &str, hash: &str) -> Option<Facts> {
    let mut lines = text.lines();
    if lines.next()? != hash {
        return None;
    }
    let kind = lines.next()?;
    let mut facts = Facts {
        hash: hash.to_owned(),
        kind: *FileKind::ALL.iter().find(|known| known.name() == kind)?,
        condition: value(&CONDITIONS, lines.next()?)?,
        pages: match lines.next()? {
            "" => None,
            pages => Some(pages.parse().ok()?),
        },
        text: value(&LAYERS, lines.next()?)?,
        scanned: 0,
        personal: Vec::new(),
        runs: Runs::default(),
    };
    loop {
        let line = lines.next()?;
        match line.split_once(' ') {
            _ if line == PAGE => facts.runs.as_page = true,
            Some((MARKUP, found)) => facts.runs.as_markup = Some(found.to_owned()),
            Some(("citizen-number", masked)) => {
                let masked = masked.to_owned();
                facts.personal.push(Personal::CitizenNumber { masked });
            }
            Some(("scanned", pages)) => facts.scanned = pages.parse().ok()?,
            Some(("list", rows)) => {
                let rows = rows.parse().ok()?;
                facts.personal.push(Personal::List { rows });
            }
            None if text.ends_with(END) => return Some(facts),
            _ => return None,
        }
    }
}

fn name<T: PartialEq + Copy>(names: &[(&'static str, T)], value: T) -> &'static str {
    let found = names.iter().find(|(_, known)| *known == value);
    found.map_or("", |(name, _)| name)
}

fn value<T: Copy>(names: &[(&str, T)], name: &str) -> Option<T> {
    let found = names.iter().find(|(known, _)| *known == name);
    found.map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::model::{Condition, Facts, FileKind, Runs, TextLayer};
    use crate::thai::personal::Personal;

    #[test]
    fn what_is_kept_is_what_comes_back_or_nothing() {
        let masked = "1-23xx-xxxxx-xx-1".to_owned();
        let facts = Facts {
            hash: "ab12".to_owned(),
            kind: FileKind::OldWord,
            condition: Condition::Damaged,
            pages: Some(12),
            text: TextLayer::Unmapped,
            scanned: 9,
            personal: vec![
                Personal::CitizenNumber { masked },
                Personal::List { rows: 12 },
            ],
            runs: Runs {
                as_page: true,
                as_markup: Some("<script>".to_owned()),
            },
        };
        let text = write(&facts);
        assert_eq!(read(&text, "ab12"), Some(facts));
        assert_eq!(read(&text, "ab13"), None);
        for end in 0..text.len() {
            assert_eq!(read(&text[..end], "ab12"), None, "{}", &text[..end]);
        }
    }
}
