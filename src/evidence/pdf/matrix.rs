//! The six numbers that move, turn and stretch what a page shows.

use super::content::Operand;

/// `a b c d e f` of the format's own notation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// A move.
    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// The six last operands.
    pub(super) fn of(operands: &[Operand]) -> Option<Self> {
        let mut numbers = [0.0; 6];
        for (place, operand) in numbers.iter_mut().zip(operands.last_chunk::<6>()?) {
            let Operand::Number(number) = operand else {
                return None;
            };
            *place = *number;
        }
        Some(Self(numbers))
    }

    /// First this, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let (this, other) = (self.0, other.0);
        let turned = |x: f64, y: f64| [x * other[0] + y * other[2], x * other[1] + y * other[3]];
        let mut both = [0.0; 6];
        for (pair, from) in both.chunks_exact_mut(2).zip(this.chunks_exact(2)) {
            pair.copy_from_slice(&turned(from[0], from[1]));
        }
        both[4] += other[4];
        both[5] += other[5];
        Self(both)
    }
}
