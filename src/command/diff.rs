//! Two versions of a text as a unified diff, for people and for `patch`.

use similar::TextDiff;

/// The diff of two texts; empty where they are equal.
pub(super) fn diff(path: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    let (before, after) = (format!("a/{path}"), format!("b/{path}"));
    diff.unified_diff().header(&before, &after).to_string()
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
