//! Names that are new in small and capital letters only, where the file system takes both for one.
//!
//! In: the names of before and now. Out: files and folders that have the names of now. A folder on Windows or macOS
//! would keep the old name for ever, because a file of the new one seems to be there; and a web server that tells the
//! two apart would not find what the pages lead to.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, ErrorKind};
use std::path::Path;

use super::temporary::rename;

/// The names that are new in case only, each after the one it had.
pub(super) fn recased(old: &BTreeSet<String>, new: &BTreeSet<String>) -> Vec<(String, String)> {
    let folded = new.difference(old).map(|name| (name.to_lowercase(), name));
    let folded: BTreeMap<String, &String> = folded.collect();
    let gone = old.difference(new);
    let pairs = gone.filter_map(|name| {
        let now = folded.get(&name.to_lowercase())?;
        Some((name.clone(), (*now).clone()))
    });
    pairs.collect()
}

/// Gives files and the folders they lie in their names of now, from the top down. Each is there under one of its
/// names at every instant.
pub(super) fn recase(out: &Path, pairs: &[(String, String)]) -> io::Result<()> {
    let mut done = BTreeSet::new();
    for (old, new) in pairs {
        let mut at = 0;
        for (was, is) in old.split('/').zip(new.split('/')) {
            let folder = out.join(&new[..at]);
            at += is.len() + 1;
            if was == is || !done.insert(&new[..at - 1]) {
                continue;
            }
            match rename(&folder.join(was), &folder.join(is)) {
                // A run that was cut off had come so far already.
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::{recase, recased};

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn what_differs_in_case_only_gets_its_new_name_with_its_folders() {
        let old = names(&[
            "o11/Plan.PDF",
            "o11/Report/index.html",
            "o11/Report/Photos/A.jpg",
            "o12/a.pdf",
            "o12/gone.pdf",
        ]);
        let new = names(&[
            "o11/plan.pdf",
            "o11/report/index.html",
            "o11/report/photos/A.jpg",
            "o12/a.pdf",
            "o12/new.pdf",
        ]);
        let pairs = recased(&old, &new);
        let news: Vec<&str> = pairs.iter().map(|(_, new)| &**new).collect();
        assert_eq!(
            news,
            [
                "o11/plan.pdf",
                "o11/report/photos/A.jpg",
                "o11/report/index.html"
            ]
        );
        let folder = tempfile::tempdir().unwrap();
        for name in &old {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, name).unwrap();
        }
        // Twice: a run that was cut off is gone on with.
        for _ in 0..2 {
            recase(folder.path(), &pairs).unwrap();
        }
        for (old, new) in &pairs {
            assert_eq!(fs::read_to_string(folder.path().join(new)).unwrap(), *old);
        }
    }
}
