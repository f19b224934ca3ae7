//! The cells of a sheet with its merged cells: what stands at a place, and in which cell that is written.
//!
//! In: a [`Grid`]. Out: for each place the cell it shows. Only merges that hold something and lie in what was kept are
//! followed, and no more of them than a sheet of that size needs: a hostile file may name millions.

use std::collections::HashMap;

use crate::evidence::sheet::{Grid, GridCell, MOST_COLUMNS, MOST_ROWS};

/// Places that merged cells may cover together.
const MOST_COVERED: usize = 2 * MOST_ROWS * MOST_COLUMNS;

/// A place: row and column, from 0.
pub(super) type GridPlace = (u32, u32);

/// A sheet's cells as rows are taken from them.
pub(super) struct MergedCells<'a> {
    pub(super) grid: &'a Grid,
    pub(super) top: u32,
    /// The last row that was kept whole.
    pub(super) last: u32,
    pub(super) left: u32,
    pub(super) right: u32,
    /// The cell that a covered place shows.
    covered: HashMap<GridPlace, GridPlace>,
    /// The last row and column of a merged cell.
    ends: HashMap<GridPlace, GridPlace>,
}

impl<'a> MergedCells<'a> {
    /// `None` where no cell holds anything.
    pub(super) fn of(grid: &'a Grid) -> Option<Self> {
        let [top, bottom, ..] = grid.bounds?;
        let columns = || grid.cells.keys().map(|(_, column)| *column);
        let (left, right) = (columns().min()?, columns().max()?);
        let kept = grid.cells.keys().next_back()?.0;
        let last = kept.min(bottom).min(grid.last_whole_row()?);
        let (mut covered, mut ends) = (HashMap::new(), HashMap::new());
        let mut left_over = MOST_COVERED;
        'merges: for merge in &grid.merges {
            let (first, end) = (
                merge.first,
                (merge.last.0.min(last), merge.last.1.min(right)),
            );
            if !grid.cells.contains_key(&first) || end.0 < first.0 || end.1 < first.1 {
                continue;
            }
            ends.insert(first, end);
            for row in first.0..=end.0 {
                for column in first.1..=end.1 {
                    // Those that lie over others cover no more places, and are looked at all the same.
                    left_over -= 1;
                    if left_over == 0 {
                        break 'merges;
                    }
                    if (row, column) != first {
                        covered.insert((row, column), first);
                    }
                }
            }
        }
        Some(Self {
            grid,
            top,
            last,
            left,
            right,
            covered,
            ends,
        })
    }

    /// Where the cell is written that a place shows.
    pub(super) fn origin(&self, place: GridPlace) -> GridPlace {
        self.covered.get(&place).copied().unwrap_or(place)
    }

    /// The cell that a place shows.
    pub(super) fn shown(&self, place: GridPlace) -> Option<&'a GridCell> {
        self.grid.cells.get(&self.origin(place))
    }

    /// The cell that is written at a place itself.
    pub(super) fn own(&self, place: GridPlace) -> Option<&'a GridCell> {
        self.grid
            .cells
            .get(&place)
            .filter(|_| self.origin(place) == place)
    }

    /// What a place shows, as text.
    pub(super) fn text(&self, place: GridPlace) -> &'a str {
        self.shown(place).map_or("", |cell| &cell.text)
    }

    /// The last row and column that the cell at a place reaches.
    pub(super) fn end(&self, place: GridPlace) -> GridPlace {
        self.ends.get(&place).copied().unwrap_or(place)
    }

    /// The columns of a row in which something is written.
    pub(super) fn filled(&self, row: u32) -> Vec<u32> {
        let cells = self.grid.cells.range((row, self.left)..=(row, self.right));
        let columns = cells.map(|((_, column), _)| *column);
        columns
            .filter(|column| self.origin((row, *column)) == (row, *column))
            .collect()
    }
}
