//! The list of files that this program wrote, so that it removes those and no others.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use anyhow::{Context, Result};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::files::path_text;
use crate::read;

/// The manifest's name in the output folder.
pub(super) const NAME: &str = ".oit-manifest";

const HEADER: &str = "oit-manifest 1";
const DRAFTS: &str = "oit-manifest 1 drafts";

/// What would break a line, or mean something else when it is read back.
const ESCAPED: &AsciiSet = &CONTROLS.add(b'%');

/// The files below an output folder that were written by this program, with `/` between parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Paths relative to the output folder.
    pub paths: BTreeSet<String>,
    /// Whether drafts may be among them, which nobody was promised.
    pub drafts: bool,
    /// Every file of a folder that is taken over because its list was lost; `None` where there is a list.
    pub found: Option<BTreeSet<String>>,
}

/// Whether the manifest of an output folder is the one that was read.
pub(super) fn is_still(out: &Path, manifest: Option<&Manifest>) -> Result<bool> {
    let text = read::optional_text(&out.join(NAME));
    let text = text.with_context(|| path_text(out))?;
    let manifest = manifest.filter(|manifest| manifest.found.is_none());
    // The same bytes say the same, and hardly ever do others.
    let is_same = text == manifest.map(Manifest::text);
    let read = || text.and_then(|text| Manifest::parse(&text));
    Ok(is_same || read().as_ref() == manifest)
}

impl Manifest {
    /// Reads a manifest; `None` where it is not one, was cut off, or names a path outside its folder.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if !text.ends_with('\n') {
            return None;
        }
        let mut lines = text.lines();
        let drafts = match lines.next()? {
            HEADER => false,
            DRAFTS => true,
            _ => return None,
        };
        let paths = lines.map(|line| {
            let path = percent_decode_str(line).decode_utf8().ok()?;
            is_inside(&path).then(|| path.into_owned())
        });
        let paths: Option<BTreeSet<String>> = paths.collect();
        paths.map(|paths| Self {
            paths,
            drafts,
            found: None,
        })
    }

    /// Whether all that it lists is listed by another too.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.found.is_none() && self.paths.is_subset(&other.paths) && self.drafts <= other.drafts
    }

    /// All that it or another lists.
    pub(super) fn with(&self, other: &Self) -> Self {
        Self {
            paths: self.paths.union(&other.paths).cloned().collect(),
            drafts: self.drafts || other.drafts,
            found: None,
        }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> String {
        let header = if self.drafts { DRAFTS } else { HEADER };
        let mut text = format!("{header}\n");
        for path in &self.paths {
            text.extend(utf8_percent_encode(path, ESCAPED));
            text.push('\n');
        }
        text
    }
}

/// Whether a path stays below its folder, as this system reads it.
fn is_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    // No system knows a file with such a name.
    let can_be = !path.is_empty() && !path.contains('\0');
    can_be && parts.all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn only_paths_inside_the_folder_are_believed() {
        let mut manifest = Manifest::parse("oit-manifest 1\n2566/o1/index.html\n").unwrap();
        manifest
            .paths
            .extend(["a\nb.pdf", "100%.pdf", "1:30.pdf"].map(str::to_owned));
        assert_eq!(Manifest::parse(&manifest.text()), Some(manifest.clone()));
        manifest.drafts = true;
        assert_eq!(Manifest::parse(&manifest.text()), Some(manifest));
        for bad in [
            "",
            "x",
            "oit-manifest 1\n../a",
            "oit-manifest 1\n/etc/passwd",
            "oit-manifest 1\n\n",
            "oit-manifest 1\n2566/o1/ind",
            "oit-manifest 1\n2566/o1/a%00.pdf\n",
        ] {
            assert_eq!(Manifest::parse(bad), None, "{bad}");
        }
    }
}
