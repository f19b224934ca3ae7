//! Rows of datasets from spreadsheets: the same site as from typed rows, whoever wrote the file; and every mistake in a
//! file, told at its cell.

mod forms;
mod hostile;
mod kinds;
mod made;
mod mistakes;
mod same;
mod year;

use crate::harness::{SiteTest, tree};

/// A site whose O21 takes rows from a file, and the same with rows that are typed, the file beside them as evidence.
struct Pair {
    from_file: SiteTest,
    typed: SiteTest,
}

impl Pair {
    fn new(item: &str, head: &str, data: &str, name: &str, bytes: &[u8], typed: &str) -> Self {
        let site = |front: String| {
            let site = SiteTest::new();
            site.write(
                &format!("content/2566/{item}/index.md"),
                format!("+++\n{front}\n+++\nเนื้อหา\n"),
            );
            site.write(&format!("content/2566/{item}/{name}"), bytes);
            site
        };
        Self {
            from_file: site(format!(
                "{head}\n[[rows]]\ndata = \"{data}\"\nfile = \"{name}\""
            )),
            typed: site(format!(
                "{head}\nfiles = [{{ path = \"{name}\" }}]\n{typed}"
            )),
        }
    }

    /// Where a page or file of one is not the same as of the other.
    fn difference(&self) -> Option<String> {
        for site in [&self.typed, &self.from_file] {
            let run = site.run(&["build"]);
            if run.code != 0 {
                return Some(run.stderr);
            }
        }
        let [one, other] = [&self.from_file, &self.typed].map(|site| tree(&site.path("public")));
        let differs = one.iter().find_map(|(path, bytes)| {
            let other = other.get(path).map_or(&b""[..], Vec::as_slice);
            let (bytes, other) = (
                String::from_utf8_lossy(bytes),
                String::from_utf8_lossy(other),
            );
            let mut lines = bytes.lines().zip(other.lines());
            let line = lines.find(|(one, other)| one != other);
            (bytes != other).then(|| format!("{path}\n{line:#?}"))
        });
        differs.or_else(|| (one.len() != other.len()).then(|| "a file is lacking".to_owned()))
    }

    #[track_caller]
    fn assert_same(&self) {
        assert_eq!(self.difference(), None);
    }
}
