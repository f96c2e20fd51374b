//! Amounts, and when two of them can both be right.
//!
//! Two amounts agree when one is the other, rounded: the radius of a number is half of what its last digit counts, wider where it is hedged, and each may be off by its radius
//! but not both at once (21 and 22 are two numbers). “More than” and “up to” are open to one side. Converted units may be a little further apart, since reporters round after converting.

use super::number::Number;
use super::qualifier::Qualifier;
use super::unit::{Dimension, Unit};

/// How far a hedged number may be off, as a share of it.
const HEDGED: f64 = 0.15;
/// How far a round number of one digit may be off, as a share of it.
const ROUND: f64 = 0.05;
/// How far a conversion may be off, as a share.
const CONVERTED: f64 = 0.04;

/// So much of something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub dimension: Dimension,
    /// The number as it is meant, in the base unit.
    pub value: f64,
    /// The last number of a range, in the base unit.
    pub upper: f64,
    /// How far the number may be off, in the base unit.
    pub radius: f32,
    /// What one of the unit that is written is in the base unit.
    pub factor: f64,
    /// The sign of the unit or the currency.
    pub sign: &'static str,
    pub qualifier: Qualifier,
    /// The stem of what the amount is counted by (“a day”), or 0.
    pub rate: u32,
}

impl Amount {
    /// From a number, the end of its range and its unit.
    pub fn new(number: Number, upper: Option<Number>, unit: Unit, qualifier: Qualifier) -> Self {
        let factor = unit.factor;
        let last = upper.map_or(number.value, |upper| upper.value);
        let small = number.value <= 20.0 && number.step >= 1.0;
        let mut radius = match (number.digits, small) {
            // “A dozen”.
            (0, _) => number.step / 2.0,
            (_, true) => 0.0,
            // “300”, “5,000”.
            (1, false) if number.step > 1.0 => ROUND * number.value,
            _ => number.step / 2.0,
        };
        if qualifier == Qualifier::About {
            radius = f64::max(radius, HEDGED * number.value);
        }
        Self {
            dimension: unit.dimension,
            value: number.value * factor,
            upper: last * factor,
            radius: (radius * factor) as f32,
            factor,
            sign: unit.sign,
            qualifier,
            rate: 0,
        }
    }

    /// From where to where it may be by its qualifier.
    fn bounds(&self) -> (f64, f64) {
        match self.qualifier {
            Qualifier::Exact | Qualifier::About => (self.value, self.upper),
            Qualifier::Nearly => ((1.0 - HEDGED) * self.value, self.upper),
            Qualifier::JustOver => (self.value, self.upper * (1.0 + 1.5 * HEDGED)),
            Qualifier::AtLeast => (self.value, f64::INFINITY),
            Qualifier::AtMost => (0.0, self.upper),
        }
    }

    /// Whether both can be right of one thing.
    pub fn agrees(&self, other: &Self) -> bool {
        let most = self.qualifier == Qualifier::AtMost && other.qualifier == Qualifier::AtMost;
        // “Up to 750” and “up to 570” are told of one limit.
        let bounds = |amount: &Self| if most { (amount.value, amount.upper) } else { amount.bounds() };
        let (low, high) = bounds(self);
        let (other_low, other_high) = bounds(other);
        let gap = f64::max(low - other_high, other_low - high);
        let mut off = f64::from(self.radius.max(other.radius));
        if self.factor != other.factor {
            off = off.max(CONVERTED * self.value.max(other.value));
        }
        // A birthday may lie between two reports.
        if self.dimension == Dimension::Age {
            off = off.max(1.01 * self.factor);
        }
        gap <= off
    }

    /// Whether both are the same number, hedged or not.
    pub fn equals(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs());
        near(self.value, other.value) && near(self.upper, other.upper)
    }

    /// Whether one looks like a slip for the other: the same number in another unit, the decimal point elsewhere, digits changed over, or one digit another.
    ///
    /// The slips are those that Damerau counted in 1964, applied to digits.
    pub fn slip_of(&self, other: &Self) -> Slip {
        let (a, b) = (self.value / self.factor, other.value / other.factor);
        if a == b {
            return if self.factor == other.factor { Slip::None } else { Slip::Sure };
        }
        slip(&digits(a), &digits(b))
    }
}

impl Amount {
    /// The digits that say something, sorted, of what is measured: numbers whose digits were changed over have the same. `None` for what is counted, and for one digit.
    pub fn digits(&self) -> Option<String> {
        let mut digits = digits(self.value / self.factor).into_bytes();
        digits.sort_unstable();
        let measured = self.dimension != Dimension::Count && self.upper == self.value;
        String::from_utf8(digits).ok().filter(|digits| measured && digits.len() > 1)
    }
}

/// How much two numbers that differ look like one number and a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    None,
    /// One digit is another.
    Likely,
    /// The same digits in another order or of another size.
    Sure,
}

/// How much one row of digits looks like a slip for another.
pub(super) fn slip(a: &str, b: &str) -> Slip {
    if a == b {
        return Slip::Sure;
    }
    if a.len() != b.len() || a.len() < 2 {
        return Slip::None;
    }
    let sorted = |digits: &str| {
        let mut digits = digits.as_bytes().to_vec();
        digits.sort_unstable();
        digits
    };
    let differing = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count();
    match differing {
        _ if sorted(a) == sorted(b) => Slip::Sure,
        1 if a.len() >= 3 => Slip::Likely,
        _ => Slip::None,
    }
}

/// The digits of a number that say something, to its thousandths.
fn digits(value: f64) -> String {
    const WHOLE: f64 = 1e15;
    let thousandths = (value.abs() * 1000.0).round();
    if thousandths > WHOLE {
        return format!("{value:.0}").trim_matches(['-', '0']).to_owned();
    }
    (thousandths as u64).to_string().trim_end_matches('0').to_owned()
}
