//! The list of files that this program wrote, so that it removes those and no others.

use std::collections::BTreeSet;

/// The manifest's name in the output folder.
pub(super) const NAME: &str = ".oit-manifest";

const HEADER: &str = "oit-manifest 1";

/// The files below an output folder that were written by this program, with `/` between parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Paths relative to the output folder.
    pub paths: BTreeSet<String>,
}

impl Manifest {
    /// Reads a manifest; `None` where it is not one, or names a path outside its folder.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next()? != HEADER {
            return None;
        }
        let paths: BTreeSet<String> = lines.map(str::to_owned).collect();
        paths
            .iter()
            .all(|path| is_inside(path))
            .then_some(Self { paths })
    }

    /// The text of the file.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for path in &self.paths {
            text.push_str(path);
            text.push('\n');
        }
        text
    }
}

fn is_inside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', ':'])
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn only_paths_inside_the_folder_are_believed() {
        let manifest = Manifest::parse("oit-manifest 1\n2566/o1/index.html\n").unwrap();
        assert_eq!(Manifest::parse(&manifest.text()), Some(manifest));
        for bad in [
            "",
            "x",
            "oit-manifest 1\n../a",
            "oit-manifest 1\n/etc/passwd",
            "oit-manifest 1\nc:a",
        ] {
            assert_eq!(Manifest::parse(bad), None, "{bad}");
        }
    }
}
