//! What is other than it was when a folder was looked at last.
//!
//! In: a folder, at two times. Out: what changed between them. Apart from `watch`, which knows when to look.

use std::collections::BTreeSet;
use std::path::Path;

use super::Changed;
use crate::files::SitePath;
use crate::read::{Stamps, stamps};

/// The folder as it was looked at last.
pub(super) struct Look {
    pub(super) stamps: Stamps,
    /// What was told since.
    pub(super) expected: BTreeSet<SitePath>,
}

impl Look {
    pub(super) fn at(root: &Path) -> Self {
        Self {
            stamps: stamps(root),
            expected: BTreeSet::new(),
        }
    }

    /// Looks again, for what nobody told.
    pub(super) fn again(&mut self, root: &Path) -> Option<Changed> {
        let now = Self::at(root);
        let before = std::mem::replace(self, now);
        let changed = between(&before.stamps, &self.stamps, &before.expected);
        (changed != Changed::Files(Vec::new())).then_some(changed)
    }
}

/// What changed between two looks, besides what is known.
pub(super) fn between(before: &Stamps, now: &Stamps, known: &BTreeSet<SitePath>) -> Changed {
    let differs = |one: &Stamps, other: &Stamps| {
        let found = one
            .iter()
            .filter(|(path, stamp)| other.get(*path) != Some(stamp));
        let paths = found.map(|(path, _)| path.clone());
        paths
            .filter(|path| !known.contains(path))
            .collect::<Vec<_>>()
    };
    let (gone, come) = (differs(before, now), differs(now, before));
    if gone == come {
        Changed::Files(come)
    } else {
        Changed::Anything
    }
}

#[cfg(test)]
mod tests {
    use super::super::Changed;
    use super::Look;

    #[test]
    fn what_nobody_told_is_found_by_looking() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            std::fs::write(folder.path().join("content").join(name), text).unwrap();
        };
        std::fs::create_dir(folder.path().join("content")).unwrap();
        write("a.md", "ก");
        write("b.md", "ข");
        let mut look = Look::at(folder.path());
        let files = |names: &[&str]| {
            let paths = names.iter().map(|name| format!("content/{name}").into());
            Some(Changed::Files(paths.collect()))
        };
        assert_eq!(look.again(folder.path()), None);
        write("a.md", "กก");
        write("b.md", "ขข");
        look.expected.insert("content/a.md".into());
        assert_eq!(look.again(folder.path()), files(&["b.md"]));
        write("c.md", "ค");
        assert_eq!(look.again(folder.path()), Some(Changed::Anything));
        std::fs::remove_file(folder.path().join("content/c.md")).unwrap();
        look.expected.insert("content/c.md".into());
        assert_eq!(look.again(folder.path()), None);
    }
}
