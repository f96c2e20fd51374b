//! An article: its text, put together from its paragraphs, its details, and what is marked in it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::id::Digest;
use super::{AnnotationId, ArticleId, Counts, Latest, Places, Reason, ReviewerId, SignOff, Stamp, Touch, What};

/// How many choices between contradicting paragraphs are tried.
const MAX_CHOICES: usize = 64;

/// A stretch of an article that somebody, or a proposal, has dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissed {
    /// Where, in bytes of the article's text.
    pub range: Range<usize>,
    /// Why.
    pub reason: Reason,
    /// Whether it is only the program's proposal.
    pub proposed: bool,
}

/// What was last said of a range: the reason and whether it is a proposal, or `None` where it was brought back.
type Dismissing = Option<(Reason, bool)>;

/// A text under review.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its identifier, the SHA-256 of its text.
    pub id: ArticleId,
    paragraphs: BTreeMap<u32, BTreeSet<String>>,
    text: Arc<str>,
    whole: bool,
    title: Latest<String>,
    outlet: Latest<String>,
    url: Latest<String>,
    date: Latest<String>,
    source_name: Latest<String>,
    source_sha256: Latest<String>,
    hidden: Latest<bool>,
    added: Option<Stamp>,
    changed: Stamp,
    dismissals: BTreeMap<(usize, usize), Latest<Dismissing>>,
    sign_offs: BTreeMap<ReviewerId, SignOff>,
    revealed: BTreeMap<ReviewerId, Stamp>,
    /// The numbers of the records about it, paragraphs and annotations apart.
    records: Vec<u32>,
    dismissed: Places<()>,
    places: Places<AnnotationId>,
    counts: Counts,
}

impl Article {
    pub(super) fn new(id: ArticleId) -> Self {
        Self {
            id,
            paragraphs: BTreeMap::new(),
            text: Arc::from(""),
            whole: false,
            title: Latest::default(),
            outlet: Latest::default(),
            url: Latest::default(),
            date: Latest::default(),
            source_name: Latest::default(),
            source_sha256: Latest::default(),
            hidden: Latest::default(),
            added: None,
            changed: Stamp::NEVER,
            dismissals: BTreeMap::new(),
            sign_offs: BTreeMap::new(),
            revealed: BTreeMap::new(),
            records: Vec::new(),
            dismissed: Places::default(),
            places: Places::default(),
            counts: Counts::default(),
        }
    }

    /// The text: paragraphs parted by one line feed.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// Whether the text is the one that the identifier names. A text that is not whole lacks paragraphs.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// The title as it was given, whole; where none was, the first line, or the start of one that goes on and on.
    pub fn title(&self) -> &str {
        let given = self.title.get();
        if given.is_empty() {
            let start = self.text.floor_char_boundary(Self::LONGEST_TITLE);
            return self.text.get(..start).unwrap_or_default().lines().next().unwrap_or("Untitled");
        }
        given
    }

    /// So much of the text, in bytes, may stand for a title.
    const LONGEST_TITLE: usize = 1000;

    /// Who published it; empty if unknown.
    pub fn outlet(&self) -> &str {
        self.outlet.get()
    }

    /// Where on the web; empty if unknown.
    pub fn url(&self) -> &str {
        self.url.get()
    }

    /// When it was published; empty if unknown.
    pub fn date(&self) -> &str {
        self.date.get()
    }

    /// The name of the file that it came from; empty if unknown.
    pub fn source_name(&self) -> &str {
        self.source_name.get()
    }

    /// The SHA-256 of the file that it came from; empty if unknown.
    pub fn source_sha256(&self) -> &str {
        self.source_sha256.get()
    }

    /// Whether there is anything of it to show: a text or details. Without, only statements about it are known.
    fn is_known(&self) -> bool {
        self.added.is_some() || !self.text.is_empty()
    }

    /// Whether it was taken out of the project, or was never in it.
    pub fn is_hidden(&self) -> bool {
        *self.hidden.get() || !self.is_known()
    }

    /// When it was added.
    pub fn added(&self) -> Stamp {
        self.added.unwrap_or(Stamp::NEVER)
    }

    /// When something was last said about the article itself.
    pub fn changed(&self) -> Stamp {
        self.changed
    }

    /// Where its annotations stand.
    pub fn places(&self) -> &Places<AnnotationId> {
        &self.places
    }

    /// How its annotations stand.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// What is dismissed, by place.
    pub fn dismissals(&self) -> impl Iterator<Item = Dismissed> {
        self.dismissals.iter().filter_map(|((start, end), state)| {
            (*state.get()).map(|(reason, proposed)| Dismissed { range: *start..*end, reason, proposed })
        })
    }

    /// What is dismissed within or across a stretch of text. The cost follows the answer, not the article.
    pub fn dismissals_in(&self, range: Range<usize>) -> impl Iterator<Item = Dismissed> {
        self.dismissed.overlapping(range).into_iter().filter_map(|(range, ())| {
            let (reason, proposed) = self.dismissal(&range)?;
            Some(Dismissed { range, reason, proposed })
        })
    }

    /// The state of the dismissal of exactly this range.
    pub fn dismissal(&self, range: &Range<usize>) -> Option<(Reason, bool)> {
        self.dismissals.get(&(range.start, range.end)).and_then(|state| *state.get())
    }

    /// Everybody's signatures, also those that are void or were taken back.
    pub fn sign_offs(&self) -> impl Iterator<Item = (ReviewerId, &SignOff)> {
        self.sign_offs.iter().map(|(by, sign_off)| (*by, sign_off))
    }

    /// A reviewer's signature.
    pub fn sign_off(&self, by: ReviewerId) -> Option<&SignOff> {
        self.sign_offs.get(&by)
    }

    pub(super) fn places_mut(&mut self) -> &mut Places<AnnotationId> {
        &mut self.places
    }

    pub(super) fn counts_mut(&mut self) -> &mut Counts {
        &mut self.counts
    }

    /// Takes a paragraph. Once the text is proven whole, nothing can change it any more.
    pub(super) fn hear_paragraph(&mut self, n: u32, text: &str) {
        if !self.whole {
            self.paragraphs.entry(n).or_default().insert(text.to_owned());
        }
    }

    /// Puts the text together once all paragraphs that there are have been heard; returns whether it changed. Two
    /// texts for one paragraph, or paragraphs beyond the end, come only from a damaged or hostile file: the choice
    /// that proves whole is taken.
    pub(super) fn assemble(&mut self) -> bool {
        if self.whole {
            return false;
        }
        let choices = self.paragraphs.values().map(BTreeSet::len).fold(1usize, usize::saturating_mul);
        let whole = (0..choices.min(MAX_CHOICES)).find_map(|choice| self.whole_text(choice));
        self.whole = whole.is_some();
        let text = whole.unwrap_or_else(|| self.choose(0).collect::<Vec<_>>().join("\n"));
        let changed = *self.text != *text;
        self.text = text.into();
        if self.whole {
            self.paragraphs = BTreeMap::new();
        }
        changed
    }

    /// The text of one choice of paragraphs if it, or a beginning of it, is the one that the identifier names.
    fn whole_text(&self, choice: usize) -> Option<String> {
        let mut digest = Digest::default();
        let count = self.choose(choice).position(|paragraph| digest.with(paragraph) == self.id)? + 1;
        Some(self.choose(choice).take(count).collect::<Vec<_>>().join("\n"))
    }

    /// The paragraphs of one of the possible choices, counted from 0.
    fn choose(&self, choice: usize) -> impl Iterator<Item = &str> {
        self.paragraphs.values().scan(choice, |rest, texts| {
            let len = texts.len().max(1);
            let text = texts.iter().rev().nth(*rest % len);
            *rest /= len;
            text.map(String::as_str)
        })
    }

    pub(super) fn hear_details(&mut self, at: Stamp, what: &What) {
        let What::Article { article: _, title, outlet, url, date, source_name, source_sha256 } = what else { return };
        self.title.hear(at, title);
        self.outlet.hear(at, outlet);
        self.url.hear(at, url);
        self.date.hear(at, date);
        self.source_name.hear(at, source_name);
        self.source_sha256.hear(at, source_sha256);
        self.changed = self.changed.max(at);
        self.added = Some(self.added.map_or(at, |added| added.min(at)));
    }

    pub(super) fn hear_hiding(&mut self, at: Stamp, hidden: bool) {
        self.hidden.say(at, hidden);
        self.changed = self.changed.max(at);
    }

    pub(super) fn hear_dismissal(&mut self, at: Stamp, range: Range<usize>, state: Dismissing) {
        self.changed = self.changed.max(at);
        let shown = self.dismissals.entry((range.start, range.end)).or_default();
        shown.say(at, state);
        match shown.get() {
            Some(_) => self.dismissed.insert(range, ()),
            None => self.dismissed.remove(&range, ()),
        }
    }

    pub(super) fn hear_sign_off(&mut self, at: Stamp, by: ReviewerId, what: &What) {
        let What::SignOff { article: _, signed, as_of, reason } = what else { return };
        self.sign_offs.entry(by).or_default().hear(at, *signed, *as_of, reason);
        self.changed = self.changed.max(at);
    }

    /// Takes note of a statement that touched what signatures answer for.
    pub(super) fn touch(&mut self, touch: Touch) {
        self.sign_offs.values_mut().for_each(|sign_off| sign_off.touch(touch));
    }

    pub(super) fn hear_reveal(&mut self, at: Stamp, by: ReviewerId) {
        let first = self.revealed.entry(by).or_insert(at);
        *first = at.min(*first);
    }

    /// When a reviewer first asked to see what others said in it.
    pub fn revealed_by(&self, reviewer: ReviewerId) -> Option<Stamp> {
        self.revealed.get(&reviewer).copied()
    }

    /// The numbers of the records about the article itself: details, hidings, dismissals, signatures, reveals.
    pub fn records(&self) -> &[u32] {
        &self.records
    }

    pub(super) fn note_record(&mut self, number: u32) {
        self.records.push(number);
    }

    /// The reviewers whose signature stands.
    pub fn signed_by(&self) -> BTreeSet<ReviewerId> {
        self.sign_offs.iter().filter(|(_, sign_off)| sign_off.stands()).map(|(by, _)| *by).collect()
    }
}
