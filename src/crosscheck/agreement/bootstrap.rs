//! How much chance there is in a figure: the percentile bootstrap.
//!
//! Source: Efron, “Bootstrap methods: another look at the jackknife”, Annals of Statistics 7 (1979); the interval is his percentile interval. The
//! items are drawn with a generator that always begins alike (SplitMix64; Steele, Lea and Flood, OOPSLA 2014), so that the same project gives
//! the same interval on every machine. It stops being honest with a handful of items: below [`LEAST`] there is no interval.

/// With fewer items there is no interval.
pub const LEAST: usize = 5;
/// How often items are drawn, where they are not very many.
const ROUNDS: usize = 1_000;
/// No more draws altogether, but [`FEWEST`] rounds in any case.
const DRAWS: usize = 20_000_000;
/// The fewest rounds.
const FEWEST: usize = 200;

/// A figure with the interval in which it lies in 95 of 100 repetitions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// From where to where; `None` where there are too few items to say.
    pub interval: Option<(f64, f64)>,
}

/// The figure of all items, with its interval.
///
/// # Errors
/// Those of `figure` on all items. A drawing on which it is not defined does not count.
pub fn estimate<T: Clone, E>(items: &[T], figure: impl Fn(&[T]) -> Result<f64, E>) -> Result<Estimate, E> {
    let value = figure(items)?;
    if items.len() < LEAST {
        return Ok(Estimate { value, interval: None });
    }
    let rounds = (DRAWS / items.len()).clamp(FEWEST, ROUNDS);
    let mut chance = SplitMix(0x5eed);
    let mut drawn: Vec<T> = Vec::with_capacity(items.len());
    let mut values: Vec<f64> = Vec::with_capacity(rounds);
    for _ in 0..rounds {
        drawn.clear();
        drawn.extend((0..items.len()).filter_map(|_| items.get(chance.below(items.len()))).cloned());
        values.extend(figure(&drawn).ok());
    }
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values.get((share * (values.len().saturating_sub(1)) as f64).round() as usize).copied();
    let enough = 2 * values.len() >= rounds;
    Ok(Estimate { value, interval: at(0.025).zip(at(0.975)).filter(|_| enough) })
}

struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, evenly but for one part in 2⁶⁴ / `end`.
    fn below(&mut self, end: usize) -> usize {
        ((u128::from(self.next()) * end as u128) >> 64) as usize
    }
}
