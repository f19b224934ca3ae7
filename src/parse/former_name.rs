//! A name in `formerly`, as clerks write it, and the address that it stands for.
//!
//! In: a name, and where the text stands that has it. Out: the place in the site, or why it is none of there. A name is
//! one in the same item, one in another item of the year (`o12/old.pdf`), or an address that was copied from a
//! browser. Apart from `assemble`, because commands write such names too.

use percent_encoding::percent_decode_str;

use super::reference::{decode, nfc};
use crate::files::ending;
use crate::model::config::BaseUrl;
use crate::model::host::begins_with_host;
use crate::model::{FiscalYear, ItemNumber, address};

/// A file's ending is no longer; what stands behind a later dot of a document's name mostly is.
const LONGEST_ENDING: usize = 5;

/// Where former addresses lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormerPlace {
    /// Below an item.
    Item(FiscalYear, ItemNumber),
    /// Below `/pages/`.
    Pages,
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerName {
    /// Where it lies.
    pub place: FormerPlace,
    /// The path below that place; empty for the page of an item.
    pub inside: String,
    /// The ending of a file, in lower case; `None` for a page.
    pub kind: Option<String>,
}

/// Why a name stands for no former address of where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFormer {
    /// It is of another year, where it has this name.
    OfYear(FiscalYear, String),
    /// It is none of the year, or of the free pages.
    Elsewhere,
    /// It is the part of an address, which reads so.
    Encoded(String),
}

impl FormerName {
    /// Reads a name in a text that stands at `home`.
    pub fn parse(written: &str, home: FormerPlace, base: &BaseUrl) -> Result<Self, NotFormer> {
        let written = written.trim().replace('\\', "/");
        let (path, start) = match on_site(&written, base)? {
            Some(path) => (path, Vec::new()),
            None => {
                let decoded = decode(&written);
                if *decoded != written && !decoded.contains(char::is_control) {
                    return Err(NotFormer::Encoded(decoded.into_owned()));
                }
                let start = start(&written, home);
                (written, start)
            }
        };
        let mut parts = start;
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop().ok_or(NotFormer::Elsewhere)?;
                }
                part => parts.push(nfc(part).into_owned()),
            }
        }
        let is_index = parts.last().is_some_and(|last| last == "index.html");
        if is_index {
            parts.pop();
        }
        Self::at(parts, is_index || path.ends_with('/'), home)
    }

    fn at(parts: Vec<String>, is_page: bool, home: FormerPlace) -> Result<Self, NotFormer> {
        let mut parts = parts.into_iter();
        let first = parts.next().ok_or(NotFormer::Elsewhere)?;
        let place = if first == "pages" {
            FormerPlace::Pages
        } else {
            let item = parts.next().and_then(|part| ItemNumber::parse(&part));
            let (year, item) = year_in(&first).zip(item).ok_or(NotFormer::Elsewhere)?;
            FormerPlace::Item(year, item)
        };
        let mut inside = parts.collect::<Vec<_>>().join("/");
        let mut kind = kind_of(&inside).filter(|_| !is_page);
        // Documents go by their name alone, and the lead has the address of its item.
        if let Some(length) = kind.as_deref().filter(|kind| is_text(kind)).map(str::len) {
            inside.truncate(inside.len() - length - 1);
            kind = None;
        }
        if inside == "index" {
            inside.clear();
        }
        let found = Self {
            place,
            inside,
            kind,
        };
        match (home, place) {
            (FormerPlace::Item(of, _), FormerPlace::Item(year, _)) if of != year => {
                Err(NotFormer::OfYear(year, found.shown()))
            }
            (FormerPlace::Item(..), FormerPlace::Item(..)) => Ok(found),
            (FormerPlace::Pages, FormerPlace::Pages) if !found.inside.is_empty() => Ok(found),
            _ => Err(NotFormer::Elsewhere),
        }
    }

    /// The name of what stands at a path below a place, a document with its ending.
    pub fn of_path(place: FormerPlace, inside: &str) -> Self {
        let kind = kind_of(inside);
        let text = kind.as_deref().filter(|kind| is_text(kind));
        let stem = text.map(|kind| inside[..inside.len() - kind.len() - 1].to_owned());
        Self {
            place,
            kind: kind.filter(|_| stem.is_none()),
            inside: stem.unwrap_or_else(|| inside.to_owned()),
        }
    }

    /// The name of a published file below the output folder; `None` where no name keeps it alive.
    pub fn of_output(output: &str) -> Option<Self> {
        let page = output.strip_suffix("index.html");
        let mut parts = output.splitn(3, '/');
        let (first, second) = (parts.next()?, parts.next()?);
        let (place, top) = if first == "pages" {
            (FormerPlace::Pages, first.len() + 1)
        } else {
            let item = ItemNumber::parse(second)?;
            let place = FormerPlace::Item(year_in(first)?, item);
            (place, first.len() + second.len() + 2)
        };
        let inside = page.unwrap_or(output).get(top..)?.trim_end_matches('/');
        let kind = page.is_none().then(|| kind_of(inside)).flatten();
        Some(Self {
            place,
            inside: inside.to_owned(),
            kind,
        })
    }

    /// The address that it stands for.
    pub fn address(&self) -> String {
        let top = match self.place {
            FormerPlace::Item(year, item) => format!("{year}/{item}/"),
            FormerPlace::Pages => "pages/".to_owned(),
        };
        let inside = address::ascii_path(&self.inside);
        let slash = if self.kind.is_some() || inside.is_empty() {
            ""
        } else {
            "/"
        };
        address::of_output(&format!("{top}{inside}{slash}"))
    }

    /// As it is written anywhere in the year, or in any free page.
    pub fn shown(&self) -> String {
        match self.place {
            FormerPlace::Item(_, item) => self.below(&item.to_string()),
            FormerPlace::Pages => self.within(),
        }
    }

    /// As it is written in a text of the same place: shorter, where that says the same.
    pub fn within(&self) -> String {
        let tail = self.tail();
        let first = tail.split('/').next().unwrap_or_default();
        let is_host = begins_with_host(&tail) && tail.contains('/');
        match self.place {
            FormerPlace::Item(_, item) => {
                let is_place = ItemNumber::parse(first).is_some() || year_in(first).is_some();
                if tail.is_empty() || is_place || is_host {
                    self.below(&item.to_string())
                } else {
                    tail
                }
            }
            FormerPlace::Pages if first == "pages" || is_host => self.below("pages"),
            FormerPlace::Pages => tail,
        }
    }

    fn below(&self, top: &str) -> String {
        let tail = self.tail();
        if tail.starts_with('/') {
            tail
        } else {
            format!("{top}/{tail}")
        }
    }

    /// The path below the place, told apart from what it might be taken for.
    fn tail(&self) -> String {
        if *decode(&self.inside) != self.inside {
            // A name that looks like an address in part is written as one.
            return self.address();
        }
        let is_like_a_file = self.kind.is_none() && kind_of(&self.inside).is_some();
        let slash = if is_like_a_file { "/" } else { "" };
        format!("{}{slash}", self.inside)
    }
}

/// The path from the top of the site that an address names, decoded; `None` for a name that is no address.
fn on_site(written: &str, base: &BaseUrl) -> Result<Option<String>, NotFormer> {
    let whole = begins_with_host(written) && written.contains('/');
    let whole = if whole {
        format!("https://{written}")
    } else {
        written.to_owned()
    };
    let inside = if whole.contains("://") || whole.starts_with("//") {
        base.inside(&whole).ok_or(NotFormer::Elsewhere)?
    } else if let Some(path) = whole.strip_prefix('/') {
        let below = whole.strip_prefix(base.path());
        below.unwrap_or(path).to_owned()
    } else {
        return Ok(None);
    };
    let path = inside.split(['?', '#']).next().unwrap_or_default();
    let path = percent_decode_str(path).decode_utf8();
    path.map(|path| Some(path.into_owned()))
        .map_err(|_| NotFormer::Elsewhere)
}

/// The parts that a name is seen from.
fn start(written: &str, home: FormerPlace) -> Vec<String> {
    let mut parts = written.split('/').filter(|part| *part != ".");
    let (first, second) = (parts.next().unwrap_or_default(), parts.next());
    match home {
        FormerPlace::Item(year, _) if second.is_some() && ItemNumber::parse(first).is_some() => {
            vec![year.to_string()]
        }
        FormerPlace::Item(..)
            if year_in(first).is_some()
                && second.is_some_and(|part| ItemNumber::parse(part).is_some()) =>
        {
            Vec::new()
        }
        FormerPlace::Item(year, item) => vec![year.to_string(), item.to_string()],
        FormerPlace::Pages if first == "pages" && second.is_some() => Vec::new(),
        FormerPlace::Pages => vec!["pages".to_owned()],
    }
}

fn year_in(text: &str) -> Option<FiscalYear> {
    FiscalYear::new(text.parse().ok()?)
}

/// The ending that makes a name that of a file.
fn kind_of(name: &str) -> Option<String> {
    let kind = ending(name).to_ascii_lowercase();
    let is_ending = (1..=LONGEST_ENDING).contains(&kind.len())
        && kind.chars().all(|c| c.is_ascii_alphanumeric());
    is_ending.then_some(kind)
}

/// Whether a file is a document, whose address leaves the ending out.
fn is_text(kind: &str) -> bool {
    matches!(kind, "md" | "toml")
}

#[cfg(test)]
mod tests {
    use super::{FormerName, FormerPlace, NotFormer};
    use crate::model::config::BaseUrl;
    use crate::model::{FiscalYear, ItemNumber};

    fn read(written: &str) -> Result<String, NotFormer> {
        let home = FormerPlace::Item(FiscalYear::new(2566).unwrap(), ItemNumber(7));
        let base = BaseUrl::parse("https://www.x.example/oit/").unwrap();
        FormerName::parse(written, home, &base).map(|name| name.address())
    }

    #[test]
    fn a_name_stays_inside_its_year() {
        for (written, address) in [
            ("old", "/2566/o7/old/"),
            ("old.md", "/2566/o7/old/"),
            ("old/", "/2566/o7/old/"),
            ("old.pdf", "/2566/o7/old.pdf"),
            ("old.2566/", "/2566/o7/old.2566/"),
            ("index.md", "/2566/o7/"),
            ("o12/", "/2566/o12/"),
            ("o012/a.jpg", "/2566/o12/a.jpg"),
            ("../o12", "/2566/o12/"),
            ("../o12/x/../plan.pdf", "/2566/o12/plan.pdf"),
            ("2566/o12/x", "/2566/o12/x/"),
            ("/2566/o12/x/index.html", "/2566/o12/x/"),
            ("/oit/2566/o12/x/", "/2566/o12/x/"),
            (
                "https://x.example/oit/2566/o12/a%20b.pdf#p",
                "/2566/o12/a%20b.pdf",
            ),
            ("www.x.example/oit/2566/o12/", "/2566/o12/"),
            (r"..\o12\x", "/2566/o12/x/"),
        ] {
            assert_eq!(read(written).as_deref(), Ok(address), "{written}");
        }
        for written in [
            "../..",
            "../../zzz",
            "../../../../zzz",
            "/zzz",
            "..",
            "/",
            "/pages/about/",
            "https://y.example/oit/2566/o7/x/",
            "mailto://x",
            "/2566/checklist/",
            "../checklist.json",
        ] {
            assert_eq!(read(written), Err(NotFormer::Elsewhere), "{written}");
        }
        let before = FiscalYear::new(2565).unwrap();
        for written in ["2565/o7/z", "/2565/o7/z/", "../../2565/o07/z.md"] {
            let of_year = NotFormer::OfYear(before, "o7/z".to_owned());
            assert_eq!(read(written), Err(of_year), "{written}");
        }
        let decoded = NotFormer::Encoded("news 2".to_owned());
        assert_eq!(read("news%202"), Err(decoded));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let base = BaseUrl::parse("https://x.example/").unwrap();
        let item = FormerPlace::Item(FiscalYear::new(2566).unwrap(), ItemNumber(7));
        for (place, path) in [
            (item, "ข่าว 1.2566.md"),
            (item, "ภาพ/a.jpg"),
            (item, "o12/a.jpg"),
            (item, "plan%202.pdf"),
            (item, "plan%202.md"),
            (item, "100%.pdf"),
            (item, "2565/o7/a.pdf"),
            (FormerPlace::Pages, "about.md"),
            (FormerPlace::Pages, "pages/form.pdf"),
        ] {
            let name = FormerName::of_path(place, path);
            for written in [name.within(), name.shown()] {
                let again = FormerName::parse(&written, place, &base).unwrap();
                assert_eq!(again.address(), name.address(), "{path}: {written}");
            }
            let output = crate::model::address::to_output(name.address().trim_start_matches('/'));
            let published = FormerName::of_output(&output).unwrap();
            assert_eq!(published.address(), name.address(), "{path}: {output}");
        }
    }
}
