//! An inverted index in one sorted list: from a hash to the numbers that have it.
//!
//! A list of pairs takes a quarter of the memory of a map of lists. What is added waits until it is sorted in, all at once.

/// Hashes and the numbers that have them.
#[derive(Clone, Debug, Default)]
pub struct Index {
    sorted: Vec<(u32, u32)>,
    waiting: Vec<(u32, u32)>,
}

impl Index {
    /// Adds a number under each of the hashes.
    pub fn add(&mut self, hashes: &[u32], number: u32) {
        self.waiting.extend(hashes.iter().map(|hash| (*hash, number)));
    }

    /// Sorts in what was added: linear in the index, if only little was.
    pub fn settle(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        self.waiting.sort_unstable();
        self.sorted.append(&mut self.waiting);
        self.waiting.shrink_to_fit();
        // A merge, as the sort finds the two sorted runs.
        self.sorted.sort();
        self.sorted.shrink_to_fit();
    }

    /// The entries under a hash, of those that were sorted in.
    pub fn under(&self, hash: u32) -> &[(u32, u32)] {
        let start = self.sorted.partition_point(|(other, _)| *other < hash);
        let rest = self.sorted.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|(other, _)| *other == hash).count();
        rest.get(..length).unwrap_or_default()
    }

    /// Forgets numbers.
    pub fn forget(&mut self, gone: impl Fn(u32) -> bool) {
        self.sorted.retain(|(_, number)| !gone(*number));
        self.waiting.retain(|(_, number)| !gone(*number));
    }
}
