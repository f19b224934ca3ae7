//! Asterisks that were meant as emphasis and stayed asterisks: `** หนา **`, `**หนา` without an end.
//!
//! In: the text of a body, event by event. Out: the first such place of each block. A pair or three
//! asterisks that could open something (behind a space or at the start, before a word) are meant as
//! emphasis, and so are two with a space inside both; asterisks behind a word alone (`5 ราย**`) or
//! alone at the start of a line (`** ข้อมูล ณ วันที่`) mark a footnote and are left to the writer.

use std::ops::Range;

use memchr::memchr_iter;

/// The asterisks of the block that is being read.
#[derive(Default)]
pub(super) struct Asterisks {
    runs: Vec<Range<usize>>,
}

impl Asterisks {
    /// Notes the asterisks of a text at a place of the Markdown. Those of `\*\*` stand apart.
    pub(super) fn text(&mut self, markdown: &str, at: Range<usize>) {
        let Some(written) = markdown.get(at.clone()) else {
            return;
        };
        for offset in memchr_iter(b'*', written.as_bytes()) {
            let place = at.start + offset;
            match self.runs.last_mut() {
                Some(last) if last.end == place => last.end += 1,
                _ if markdown[..place].ends_with('\\') => {}
                _ => self.runs.push(place..place + 1),
            }
        }
    }

    /// Ends the block: where its asterisks show, if they were meant as emphasis.
    pub(super) fn end(&mut self, markdown: &str) -> Option<Range<usize>> {
        let mut runs = std::mem::take(&mut self.runs);
        runs.retain(|run| (2..=3).contains(&run.len()));
        let opens = |at: usize| {
            let run = &runs[at];
            let before = markdown[..run.start].chars().next_back().unwrap_or('\n');
            let after = markdown[run.end..].chars().next().unwrap_or('\n');
            let can = before.is_whitespace() || matches!(before, '|' | '>' | '(' | '“' | '"');
            let closes_later = runs[at + 1..].iter().any(|next| next.len() == run.len());
            can && (!after.is_whitespace() || closes_later)
        };
        let first = (0..runs.len()).find(|at| opens(*at));
        first.map(|at| runs[at].clone())
    }
}
