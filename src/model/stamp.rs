//! When a statement was made: a hybrid logical clock.
//!
//! A stamp orders statements over all reviewers without a server: it follows the wall clock where that runs, and
//! counts on where it stands still or runs backwards, so that a later statement of one replica always has a later stamp.
//! Method: Kulkarni, Demirbas et al., “Logical Physical Clocks and Consistent Snapshots in Globally Distributed
//! Databases” (2014). It says nothing about who is right.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How far ahead of the own clock a foreign stamp may be and still move it: 24 hours, in milliseconds.
pub const FAR_AHEAD_MS: u64 = 24 * 60 * 60 * 1000;

/// A random number for each installation and session: tells apart what was said in the same millisecond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Replica(pub u32);

impl Serialize for Replica {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{:08x}", self.0))
    }
}

impl<'de> Deserialize<'de> for Replica {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Hex;

        impl serde::de::Visitor<'_> for Hex {
            type Value = Replica;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("eight lower-case hexadecimal digits")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Replica, E> {
                text.parse().map_err(|()| E::invalid_value(serde::de::Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(Hex)
    }
}

impl FromStr for Replica {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let plain = text.len() == 8 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !plain {
            return Err(());
        }
        u32::from_str_radix(text, 16).map(Self).map_err(|_| ())
    }
}

/// The moment of a statement: milliseconds since 1970, a counter within the millisecond, the replica.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp(
    /// Milliseconds since 1970.
    pub u64,
    /// Counts statements of one millisecond.
    pub u32,
    /// Who counted.
    pub Replica,
);

impl Stamp {
    /// Before everything: the stamp of what nobody has said.
    pub const NEVER: Self = Self(0, 0, Replica(0));

    /// Milliseconds since 1970.
    pub fn millis(self) -> u64 {
        self.0
    }
}

/// Gives the stamps of one replica.
#[derive(Clone, Debug)]
pub struct Clock {
    replica: Replica,
    last: (u64, u32),
}

impl Clock {
    /// A clock that has given no stamp yet.
    pub fn new(replica: Replica) -> Self {
        Self { replica, last: (0, 0) }
    }

    /// The stamp for a statement made at `now` (milliseconds since 1970). It is later than every stamp that this
    /// clock has given or observed, and later than `floor`, which a far-ahead stamp may be without moving the clock.
    pub fn tick(&mut self, now: u64, floor: Stamp) -> Stamp {
        let (millis, counter) = self.last;
        self.last = if now > millis { (now, 0) } else { after(millis, counter) };
        let (millis, counter) = if (floor.0, floor.1) >= self.last { after(floor.0, floor.1) } else { self.last };
        Stamp(millis, counter, self.replica)
    }

    /// Takes note of a foreign stamp, so that what is said from now on is later. Returns false, and does nothing,
    /// for a stamp more than [`FAR_AHEAD_MS`] ahead of `now`: one broken clock must not carry all others away.
    pub fn observe(&mut self, stamp: Stamp, now: u64) -> bool {
        if stamp.0 > now.saturating_add(FAR_AHEAD_MS) {
            return false;
        }
        self.last = self.last.max((stamp.0, stamp.1));
        true
    }
}

/// The next moment of a clock that stands still.
fn after(millis: u64, counter: u32) -> (u64, u32) {
    counter.checked_add(1).map_or((millis.saturating_add(1), 0), |counter| (millis, counter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_grow_whatever_the_wall_clock_does() {
        let mut clock = Clock::new(Replica(7));
        let mut last = Stamp::NEVER;
        for now in [5, 5, 4, 9, 1, 0, 9, 10, u64::MAX, 3] {
            let stamp = clock.tick(now, Stamp::NEVER);
            assert!(stamp > last, "{stamp:?} after {last:?}");
            last = stamp;
        }
    }

    #[test]
    fn what_is_said_after_hearing_is_later_than_what_was_heard() {
        let mut clock = Clock::new(Replica(0));
        let heard = Stamp(2_000, 3, Replica(u32::MAX));
        assert!(clock.observe(heard, 1_000));
        assert!(clock.tick(1_000, Stamp::NEVER) > heard);
    }

    #[test]
    fn a_stamp_far_ahead_is_answered_but_not_taken_over() {
        let mut clock = Clock::new(Replica(0));
        let heard = Stamp(FAR_AHEAD_MS + 2_001, 0, Replica(1));
        assert!(!clock.observe(heard, 2_000));
        assert!(clock.tick(2_000, heard) > heard);
        assert_eq!(clock.tick(2_001, Stamp::NEVER).millis(), 2_001);
    }

    #[test]
    fn the_counter_never_runs_over() {
        assert_eq!(after(4, u32::MAX), (5, 0));
    }
}
