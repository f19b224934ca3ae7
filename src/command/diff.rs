//! Two versions of a text as a unified diff, for people and for `patch`.
//!
//! A repair changes letters inside lines and never their number, so lines are compared one by one;
//! a crate that finds moved lines would have nothing to do.

use std::fmt::Write as _;
use std::ops::Range;

/// Lines shown around a change.
const CONTEXT: usize = 3;

/// The diff of two texts with the same number of lines; empty where they are equal.
pub(super) fn diff(path: &str, old_text: &str, new_text: &str) -> String {
    let old: Vec<&str> = old_text.split_inclusive('\n').collect();
    let new: Vec<&str> = new_text.split_inclusive('\n').collect();
    let hunks = hunks(&old, &new);
    let mut out = String::new();
    if !hunks.is_empty() {
        let _ = writeln!(out, "--- a/{path}\n+++ b/{path}");
    }
    for hunk in hunks {
        let (start, length) = (hunk.start + 1, hunk.len());
        let _ = writeln!(out, "@@ -{start},{length} +{start},{length} @@");
        let lines: Vec<usize> = hunk.collect();
        let is_same = |at: usize| old[at] == new[at];
        for run in lines.chunk_by(|a, b| is_same(*a) == is_same(*b)) {
            let sides = if is_same(run[0]) {
                vec![(' ', &old)]
            } else {
                vec![('-', &old), ('+', &new)]
            };
            for (sign, text) in sides {
                for at in run {
                    line(&mut out, sign, text[*at]);
                }
            }
        }
    }
    out
}

/// Ranges of lines around changes that lie near each other.
fn hunks(old: &[&str], new: &[&str]) -> Vec<Range<usize>> {
    let mut hunks: Vec<Range<usize>> = Vec::new();
    for at in (0..old.len().min(new.len())).filter(|at| old[*at] != new[*at]) {
        let lines = at.saturating_sub(CONTEXT)..(at + CONTEXT + 1).min(old.len());
        match hunks.last_mut() {
            Some(last) if lines.start <= last.end => last.end = lines.end,
            _ => hunks.push(lines),
        }
    }
    hunks
}

fn line(out: &mut String, sign: char, line: &str) {
    out.push(sign);
    out.push_str(line);
    if !line.ends_with('\n') {
        out.push_str("\n\\ No newline at end of file\n");
    }
}

#[cfg(test)]
mod tests {
    use super::diff;

    #[test]
    fn changes_near_each_other_share_a_hunk() {
        let before = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\nl\nm";
        let after = "a\nB\nC\nd\ne\nf\ng\nh\ni\nj\nk\nl\nM";
        let expected = "--- a/x.md\n+++ b/x.md\n@@ -1,6 +1,6 @@\n a\n-b\n-c\n+B\n+C\n d\n e\n f\n\
            @@ -10,4 +10,4 @@\n j\n k\n l\n-m\n\\ No newline at end of file\n\
            +M\n\\ No newline at end of file\n";
        assert_eq!(diff("x.md", before, after), expected);
        assert_eq!(diff("x.md", before, before), "");
    }
}
