//! A field that several people may have said something about: the value with the highest stamp shows.

use super::Stamp;

/// The newest value of a field. Ties between equal stamps go to the greater value, so the order in which
/// statements arrive never matters (a last-writer-wins register; Shapiro et al., “A comprehensive study of
/// Convergent and Commutative Replicated Data Types”, 2011).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Latest<T> {
    at: Stamp,
    value: T,
}

impl<T: Ord> Latest<T> {
    /// Hears a value; returns whether it is the one that shows now and did not show before.
    pub fn say(&mut self, at: Stamp, value: T) -> bool {
        let news = (at, &value) > (self.at, &self.value);
        if !news {
            return false;
        }
        let shown = self.value != value;
        *self = Self { at, value };
        shown
    }

    /// Hears a value if one was said.
    pub fn hear(&mut self, at: Stamp, value: &Option<T>) -> bool
    where
        T: Clone,
    {
        value.as_ref().is_some_and(|value| self.say(at, value.clone()))
    }
}

impl<T> Latest<T> {
    /// The value that shows.
    pub fn get(&self) -> &T {
        &self.value
    }

    /// When it was said; [`Stamp::NEVER`] for a value that nobody has said.
    pub fn at(&self) -> Stamp {
        self.at
    }
}
