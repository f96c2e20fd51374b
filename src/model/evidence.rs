//! Evidence, reviewers and links: what the fold knows of each.

use super::{AnnotationId, EvidenceId, Latest, LinkId, Relation, ReviewerId, Source, Stamp, What};

/// A source that judgements rest on.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Its identifier.
    pub id: EvidenceId,
    source: Latest<Source>,
    citation: Latest<String>,
    place: Latest<String>,
    words: Latest<String>,
    consulted: Latest<String>,
    primary: Latest<bool>,
    confidential: Latest<bool>,
    hidden: Latest<bool>,
    made: Option<(Stamp, ReviewerId)>,
    pub(super) changed: Stamp,
    records: Vec<u32>,
}

impl Evidence {
    pub(super) fn new(id: EvidenceId) -> Self {
        Self { id, ..Self::default() }
    }

    /// What it is.
    pub fn source(&self) -> Source {
        *self.source.get()
    }

    /// How it is cited.
    pub fn citation(&self) -> &str {
        self.citation.get()
    }

    /// The URL or the page; empty if unknown.
    pub fn place(&self) -> &str {
        self.place.get()
    }

    /// The words quoted from it; empty for none.
    pub fn words(&self) -> &str {
        self.words.get()
    }

    /// When it was consulted, as YYYY-MM-DD; empty if unknown.
    pub fn consulted(&self) -> &str {
        self.consulted.get()
    }

    /// Whether it is a primary source.
    pub fn is_primary(&self) -> bool {
        *self.primary.get()
    }

    /// Whether it must not be named in what is published.
    pub fn is_confidential(&self) -> bool {
        *self.confidential.get()
    }

    /// Whether it was deleted, or nothing but its deletion is known.
    pub fn is_hidden(&self) -> bool {
        *self.hidden.get() || !self.is_known()
    }

    /// Whether anything but its deletion is known.
    pub(super) fn is_known(&self) -> bool {
        self.made.is_some()
    }

    /// Who brought it first, and when.
    pub fn made(&self) -> Option<(Stamp, ReviewerId)> {
        self.made
    }

    /// When something was last said about it.
    pub fn changed(&self) -> Stamp {
        self.changed
    }

    /// The numbers of the records about it, in the order of arrival.
    pub fn records(&self) -> &[u32] {
        &self.records
    }

    pub(super) fn note_record(&mut self, number: u32) {
        self.records.push(number);
    }

    pub(super) fn hear(&mut self, at: Stamp, by: ReviewerId, what: &What) {
        let What::Evidence { evidence: _, source, citation, place, words, consulted, primary, confidential } = what else { return };
        self.source.hear(at, source);
        self.citation.hear(at, citation);
        self.place.hear(at, place);
        self.words.hear(at, words);
        self.consulted.hear(at, consulted);
        self.primary.hear(at, primary);
        self.confidential.hear(at, confidential);
        self.made = Some(self.made.map_or((at, by), |made| made.min((at, by))));
        self.changed = self.changed.max(at);
    }

    pub(super) fn hear_hiding(&mut self, at: Stamp, hidden: bool) {
        self.hidden.say(at, hidden);
        self.changed = self.changed.max(at);
    }
}

/// A person who reviews.
#[derive(Clone, Debug, Default)]
pub struct Reviewer {
    /// Their identifier.
    pub id: ReviewerId,
    name: Latest<String>,
    colour: Latest<u8>,
    pub(super) changed: Stamp,
}

impl Reviewer {
    pub(super) fn new(id: ReviewerId) -> Self {
        Self { id, ..Self::default() }
    }

    /// The name; empty while only the identifier is known.
    pub fn name(&self) -> &str {
        self.name.get()
    }

    /// Which colour of the interface's list.
    pub fn colour(&self) -> u8 {
        *self.colour.get()
    }

    /// The initials of the name.
    pub fn initials(&self) -> String {
        initials(self.name())
    }

    pub(super) fn hear(&mut self, at: Stamp, what: &What) {
        let What::Reviewer { reviewer: _, name, colour } = what else { return };
        self.name.hear(at, name);
        self.colour.hear(at, colour);
        self.changed = self.changed.max(at);
    }
}

/// The first letters of a name's first and last word, in capitals.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// Annotations in several articles that are one statement.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its identifier.
    pub id: LinkId,
    relation: Latest<Relation>,
    members: Latest<Vec<AnnotationId>>,
    hidden: Latest<bool>,
    known: bool,
    pub(super) changed: Stamp,
}

impl Link {
    pub(super) fn new(id: LinkId) -> Self {
        Self { id, relation: Latest::default(), members: Latest::default(), hidden: Latest::default(), known: false, changed: Stamp::NEVER }
    }

    /// Why the annotations are linked.
    pub fn relation(&self) -> Relation {
        *self.relation.get()
    }

    /// The annotations.
    pub fn members(&self) -> &[AnnotationId] {
        self.members.get()
    }

    /// Whether it was deleted, or nothing but its deletion is known.
    pub fn is_hidden(&self) -> bool {
        *self.hidden.get() || !self.known
    }

    /// Whether anything but its deletion is known.
    pub(super) fn is_known(&self) -> bool {
        self.known
    }

    pub(super) fn hear(&mut self, at: Stamp, what: &What) {
        let What::Link { link: _, relation, members } = what else { return };
        self.relation.hear(at, relation);
        self.members.hear(at, members);
        self.known = true;
        self.changed = self.changed.max(at);
    }

    pub(super) fn hear_hiding(&mut self, at: Stamp, hidden: bool) {
        self.hidden.say(at, hidden);
        self.changed = self.changed.max(at);
    }
}
