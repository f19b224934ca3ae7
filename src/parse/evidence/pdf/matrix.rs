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
        let six = operands
            .len()
            .checked_sub(6)
            .map(|from| &operands[from..])?;
        let mut numbers = [0.0; 6];
        for (place, operand) in numbers.iter_mut().zip(six) {
            let Operand::Number(number) = operand else {
                return None;
            };
            *place = *number;
        }
        Some(Self(numbers))
    }

    /// First this, then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [g, h, i, j, k, l] = other.0;
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }
}
