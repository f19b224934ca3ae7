//! Charts as data: every bar has its label and its number, so that the same view is a table.

use serde::Serialize;

/// A chart of horizontal bars.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ChartView {
    pub(super) title: String,
    /// What the labels are: `ปีงบประมาณ`.
    pub(super) label_title: String,
    /// What the numbers are: `คะแนน`.
    pub(super) value_title: String,
    /// Where thin lines stand, in percent of the whole length.
    pub(super) grid: Vec<String>,
    /// How far the lines stand apart, where they only measure: `300`; empty otherwise.
    pub(super) step: String,
    /// What the lines mean, where they mean something: the steps of the year's scale.
    pub(super) marks: Vec<MarkView>,
    /// The mark at which one passes, `85`: points, and percent of the whole length; empty where there is none.
    pub(super) pass: String,
    /// One without a title, or several with.
    pub(super) series: Vec<SeriesView>,
}

/// A line of a chart that means something.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MarkView {
    /// `ผ่านดี, ผ่าน`
    pub(super) title: String,
    /// `85`
    pub(super) value: String,
}

/// Bars that belong together.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SeriesView {
    /// May be empty.
    pub(super) title: String,
    pub(super) bars: Vec<BarView>,
}

/// One bar.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BarView {
    /// Beside it.
    pub(super) label: String,
    /// Its number, to be read: `1,146`.
    pub(super) value: String,
    /// Its length in percent of the whole: `57.3`.
    pub(super) length: String,
    /// The year that the data speak of, among other years.
    pub(super) is_current: bool,
}

/// A number not far above the greatest, whose quarters are easy to count in; at least 4, so that
/// quarters of a count are whole.
pub(super) fn round_maximum(greatest: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 < greatest {
        power *= 10.0;
    }
    let steps = [1.0, 1.2, 1.6, 2.0, 2.4, 3.2, 4.0, 6.0, 8.0, 10.0].map(|step| step * power);
    let least = steps.into_iter().find(|step| *step >= greatest);
    least.unwrap_or(greatest).max(4.0)
}

#[cfg(test)]
mod tests {
    use super::round_maximum;

    #[test]
    fn the_scale_ends_at_a_round_number() {
        for (greatest, maximum) in [(1.0, 4.0), (52.0, 60.0), (240.0, 240.0), (1146.0, 1200.0)] {
            let found = round_maximum(greatest);
            assert!((found - maximum).abs() < 1e-9, "{greatest}: {found}");
        }
    }
}
