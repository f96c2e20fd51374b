//! The fold: how each record changes what is shown, at a cost that does not depend on how many there are.
//!
//! What needs more than one record to be told (a text from its paragraphs, what made a signature void) is worked out at
//! the end of each batch, once for each article that it concerns. Only a redaction that removes something makes it begin
//! anew.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Change, Project};
use crate::model::evidence::{Evidence, Link, Reviewer};
use crate::model::names::folded;
use crate::model::{
    Added, Annotation, AnnotationId, Apart, Article, ArticleId, EvidenceId, Record, RecordSet, Redaction, Revealed, ReviewerId, Stamp,
    Target, Touch, Touched, Viewer, What,
};

/// The articles that a batch of records leaves something to do for.
#[derive(Default)]
struct Rest {
    /// Paragraphs came.
    texts: BTreeSet<ArticleId>,
    /// What made their signatures void must be asked anew.
    signed: BTreeSet<ArticleId>,
    /// The viewer asked to see what others said in them.
    revealed: BTreeSet<ArticleId>,
    /// The blind check is another.
    blind: bool,
    /// Records were removed.
    removed: bool,
}

/// A record as it is folded.
#[derive(Clone, Copy)]
struct Said<'a> {
    number: u32,
    at: Stamp,
    by: ReviewerId,
    what: &'a What,
}

impl Project {
    /// Adds records by their lines and folds the new ones; returns what they changed. A line that is no record of a
    /// kind that this version knows is kept as it is.
    pub fn add<'a>(&mut self, lines: impl IntoIterator<Item = &'a str>) -> Vec<Change> {
        let read = lines.into_iter().map(|line| (line, Record::from_line(line).ok()));
        self.add_read(read)
    }

    /// Like [`Project::add`], for lines that have been read already, as workers do.
    pub fn add_read<L: AsRef<str>>(&mut self, read: impl IntoIterator<Item = (L, Option<Record>)>) -> Vec<Change> {
        let mut changes = Vec::new();
        let removed = self.hear_all(read, &mut |change| changes.push(change));
        if removed { vec![Change::Everything] } else { changes }
    }

    /// Like [`Project::add_read`], where nobody asks what changed: loading, which has many records at once.
    pub fn fill<L: AsRef<str>>(&mut self, read: impl IntoIterator<Item = (L, Option<Record>)>) {
        self.hear_all(read, &mut drop);
    }

    /// Folds what is new; returns whether something was removed, so that anything may have changed.
    fn hear_all<L: AsRef<str>>(&mut self, read: impl IntoIterator<Item = (L, Option<Record>)>, changed: &mut impl FnMut(Change)) -> bool {
        let mut rest = Rest::default();
        for (line, record) in read {
            let Some(number) = self.insert(line.as_ref(), &mut rest) else { continue };
            self.take(number, record, &mut rest).into_iter().for_each(&mut *changed);
        }
        if rest.removed {
            self.fold_anew();
            return true;
        }
        self.finish(rest, changed);
        false
    }

    fn insert(&mut self, line: &str, rest: &mut Rest) -> Option<u32> {
        match self.records.add(line) {
            Added::New(number) => Some(number),
            Added::Redaction(number, gone) => {
                self.forget(&gone);
                rest.removed |= !gone.is_empty();
                Some(number)
            }
            Added::Known | Added::Refused => None,
        }
    }

    /// Forgets what is shown and folds all records again. The records keep their numbers.
    fn fold_anew(&mut self) {
        let records = std::mem::take(&mut self.records);
        let (forgotten, viewer) = (std::mem::take(&mut self.forgotten), self.viewer);
        *self = Self { forgotten, ..Self::new(self.id) };
        let mut rest = Rest::default();
        for (number, line) in records.lines().numbered() {
            self.take(number, Record::from_line(line).ok(), &mut rest);
        }
        self.records = records;
        self.finish(rest, &mut drop);
        self.look_as(viewer);
    }

    /// Begins with a set of records and some lines more.
    pub(in crate::model) fn set_records(&mut self, records: RecordSet, more: &[String]) {
        self.records = records;
        for line in more {
            self.insert(line, &mut Rest::default());
        }
        self.fold_anew();
    }

    /// Joins another set into this one; returns what it changed.
    pub fn join(&mut self, other: &RecordSet) -> Vec<Change> {
        self.add(other.lines().iter())
    }

    fn take(&mut self, number: u32, record: Option<Record>, rest: &mut Rest) -> Option<Change> {
        match record {
            Some(Record::Text { article, n, text }) => {
                self.article_mut(article).hear_paragraph(n, &text);
                rest.texts.insert(article);
                None
            }
            Some(Record::Said { at, by, what }) => {
                self.newest = self.newest.max(at);
                self.reviewers.entry(by).or_insert_with(|| Reviewer::new(by));
                let said = Said { number, at, by, what: &what };
                let change = self.hear(said, rest);
                if let Some(touched) = Touched::by(&what) {
                    self.touch(Touch { at, by, what: touched }, &what);
                }
                Some(change)
            }
            None => {
                self.unknown += 1;
                None
            }
        }
    }

    fn finish(&mut self, rest: Rest, changed: &mut impl FnMut(Change)) {
        for article in rest.texts {
            self.assemble(article, changed);
        }
        for article in rest.signed {
            self.look_after_signatures(article);
        }
        if rest.blind {
            self.veil_all(changed);
        } else {
            for article in rest.revealed {
                let there: Vec<AnnotationId> = self.naming(article).collect();
                self.veil_anew(there, changed);
            }
        }
    }

    fn assemble(&mut self, id: ArticleId, changed: &mut impl FnMut(Change)) {
        let Some(article) = self.articles.get_mut(&id) else { return };
        if !article.assemble() {
            return;
        }
        changed(Change::Article(id));
        for annotation in self.naming.get(&id).cloned().unwrap_or_default() {
            let before = self.leave(annotation);
            self.enter(annotation);
            changed(Change::Annotation(annotation, before));
        }
    }

    fn hear(&mut self, said: Said<'_>, rest: &mut Rest) -> Change {
        let Said { number, at, by, what } = said;
        match what {
            What::Project { title, blind } => {
                self.title.hear(at, title);
                self.blind.hear(at, blind);
                rest.blind |= blind.is_some();
                Change::Project
            }
            What::Reviewer { reviewer, .. } => {
                self.hear_reviewer(at, *reviewer, what);
                Change::Project
            }
            What::Annotation { annotation, passage, kind } => {
                if let Some(passage) = passage {
                    self.name(*annotation, passage.article, rest);
                }
                self.change(*annotation, number, |annotation| annotation.hear_mark(at, by, passage, kind))
            }
            What::Judgement { annotation, evidence, .. } => {
                for evidence in evidence.iter().flatten() {
                    self.cite(*annotation, *evidence, rest);
                }
                self.change(*annotation, number, |annotation| annotation.hear_judgement(at, by, what))
            }
            What::Ruling { annotation, .. } => self.change(*annotation, number, |annotation| annotation.hear_ruling(at, by, what)),
            What::Reveal { of: Revealed::Annotation(annotation) } => {
                self.change(*annotation, number, |annotation| annotation.hear_reveal(at, by))
            }
            What::Reveal { of: Revealed::Article(article) } => {
                if self.viewer == Viewer::Reviewer(Some(by)) {
                    rest.revealed.insert(*article);
                }
                self.change_article(*article, number, |article| article.hear_reveal(at, by))
            }
            What::Article { article, .. } => self.change_article(*article, number, |article| article.hear_details(at, what)),
            What::Dismissal { article, start, end, reason, proposed } => {
                let range = *start..*end;
                self.change_article(*article, number, |article| {
                    article.hear_dismissal(at, range.clone(), reason.map(|reason| (reason, *proposed)));
                });
                Change::Dismissal(*article, range)
            }
            What::SignOff { article, .. } => {
                rest.signed.insert(*article);
                self.change_article(*article, number, |article| article.hear_sign_off(at, by, what))
            }
            What::Evidence { evidence, .. } => self.change_evidence(*evidence, number, |evidence| evidence.hear(at, by, what)),
            What::Link { link, .. } => {
                self.links.entry(*link).or_insert_with(|| Link::new(*link)).hear(at, what);
                Change::Link(*link)
            }
            What::Apart { places, names, apart } => {
                self.apart.entry(Apart::new(places.clone(), names.clone())).or_default().say(at, *apart);
                Change::Apart
            }
            What::Redaction { records, reason } => {
                self.redactions.insert(Redaction { at, by, records: records.len(), reason: reason.clone() });
                Change::Redaction
            }
            What::Hiding { target, hidden } => self.hear_hiding(number, at, *target, *hidden),
        }
    }

    fn hear_reviewer(&mut self, at: Stamp, id: ReviewerId, what: &What) {
        let reviewer = self.reviewers.entry(id).or_insert_with(|| Reviewer::new(id));
        let before = folded(reviewer.name());
        reviewer.hear(at, what);
        let now = folded(reviewer.name());
        if before == now {
            return;
        }
        if let Some(same) = self.names.get_mut(&before) {
            same.remove(&id);
        }
        if !now.is_empty() {
            self.names.entry(now).or_default().insert(id);
        }
    }

    fn hear_hiding(&mut self, number: u32, at: Stamp, target: Target, hidden: bool) -> Change {
        match target {
            Target::Annotation(id) => self.change(id, number, |annotation| annotation.hear_hiding(at, hidden)),
            Target::Article(id) => self.change_article(id, number, |article| article.hear_hiding(at, hidden)),
            Target::Evidence(id) => self.change_evidence(id, number, |evidence| evidence.hear_hiding(at, hidden)),
            Target::Link(id) => {
                self.links.entry(id).or_insert_with(|| Link::new(id)).hear_hiding(at, hidden);
                Change::Link(id)
            }
        }
    }

    fn article_mut(&mut self, id: ArticleId) -> &mut Article {
        self.articles.entry(id).or_insert_with(|| Article::new(id))
    }

    fn change_article(&mut self, id: ArticleId, number: u32, change: impl FnOnce(&mut Article)) -> Change {
        let article = self.article_mut(id);
        change(article);
        article.note_record(number);
        Change::Article(id)
    }

    fn change_evidence(&mut self, id: EvidenceId, number: u32, change: impl FnOnce(&mut Evidence)) -> Change {
        let evidence = self.evidence.entry(id).or_insert_with(|| Evidence::new(id));
        change(evidence);
        evidence.note_record(number);
        Change::Evidence(id)
    }

    /// Changes an annotation, and its entry in its article with it.
    fn change(&mut self, id: AnnotationId, number: u32, change: impl FnOnce(&mut Annotation)) -> Change {
        let before = self.leave(id);
        self.unveil(id);
        let annotation = self.annotations.entry(id).or_insert_with(|| Annotation::new(id));
        change(annotation);
        annotation.note_record(number);
        self.veil(id);
        self.enter(id);
        Change::Annotation(id, before)
    }

    /// Takes an annotation out of its article's places and counts; tells where it stood.
    pub(in crate::model) fn leave(&mut self, id: AnnotationId) -> Option<(ArticleId, Range<usize>)> {
        self.unplaced.remove(&id);
        let annotation = self.annotations.get_mut(&id)?;
        let standing = annotation.entered.take()?;
        let passage = annotation.passage()?;
        if let Some(article) = self.articles.get_mut(&passage.article) {
            article.places_mut().remove(&passage.range(), id);
            let counts = article.counts_mut();
            *counts.of_mut(standing.verdict) -= 1;
            counts.disagreements -= usize::from(standing.disagreement);
        }
        Some((passage.article, passage.range()))
    }

    /// Puts an annotation into its article's places and counts, if it stands there.
    pub(in crate::model) fn enter(&mut self, id: AnnotationId) {
        let Some(annotation) = self.annotations.get_mut(&id).filter(|annotation| !annotation.is_hidden()) else { return };
        let Some(passage) = annotation.passage() else { return };
        let Some(article) = self.articles.get_mut(&passage.article).filter(|article| passage.stands_in(article.text())) else {
            self.unplaced.insert(id);
            return;
        };
        let standing = annotation.standing();
        article.places_mut().insert(passage.range(), id);
        let counts = article.counts_mut();
        *counts.of_mut(standing.verdict) += 1;
        counts.disagreements += usize::from(standing.disagreement);
        annotation.entered = Some(standing);
    }

    /// Notes that a passage of an annotation names an article.
    fn name(&mut self, id: AnnotationId, article: ArticleId, rest: &mut Rest) {
        if !self.naming.entry(article).or_default().insert(id) {
            return;
        }
        let before = self.whole(id).and_then(Annotation::passage).map(|passage| passage.article);
        if let Some(before) = before {
            self.moved.entry(id).or_default().extend([before, article]);
        }
        rest.signed.insert(article);
    }

    /// Notes that a judgement of an annotation rests on evidence.
    fn cite(&mut self, id: AnnotationId, evidence: EvidenceId, rest: &mut Rest) {
        if self.cited.entry(evidence).or_default().insert(id) {
            rest.signed.extend(self.articles_of(id));
        }
    }

    /// The articles that an annotation's passages have ever named.
    fn articles_of(&self, id: AnnotationId) -> Vec<ArticleId> {
        match self.moved.get(&id) {
            Some(several) => several.iter().copied().collect(),
            None => self.whole(id).and_then(Annotation::passage).map(|passage| passage.article).into_iter().collect(),
        }
    }

    /// Tells the signatures of an article, or of those that evidence matters to, that something has been touched.
    fn touch(&mut self, touch: Touch, what: &What) {
        let articles: BTreeSet<ArticleId> = match (touch.what, what) {
            (Touched::Dismissal, What::Dismissal { article, .. }) => [*article].into(),
            (Touched::Dismissal, _) => return,
            (Touched::Evidence(evidence), _) => self.citing(evidence).flat_map(|id| self.articles_of(id)).collect(),
            (Touched::Mark(id) | Touched::Judgement(id) | Touched::Ruling(id) | Touched::Hiding(id), _) => {
                self.articles_of(id).into_iter().collect()
            }
        };
        for article in articles {
            if let Some(article) = self.articles.get_mut(&article) {
                article.touch(touch);
            }
        }
    }

    /// Asks anew what made the signatures under an article void: a signature has come, or something that was said
    /// before turns out to concern the article. Looks only into records about what has changed since the first signature.
    fn look_after_signatures(&mut self, id: ArticleId) {
        let Some(article) = self.articles.get(&id) else { return };
        let Some(first) = article.sign_offs().filter_map(|(_, sign_off)| sign_off.signed_at()).min() else { return };
        let naming = self.naming.get(&id);
        let annotations = naming.into_iter().flatten().filter_map(|id| self.whole(*id));
        let annotations = annotations.filter(|annotation| annotation.changed() > first).flat_map(Annotation::records);
        let cited = |evidence: &&Evidence| self.citing(evidence.id).any(|id| naming.is_some_and(|naming| naming.contains(&id)));
        let evidence = self.evidence.values().filter(|evidence| evidence.changed() > first).filter(cited).flat_map(Evidence::records);
        let own = article.records().iter().filter(|_| article.changed() > first);
        let numbers = annotations.chain(evidence).chain(own);
        let touch = |number: &u32| match Record::from_line(self.records.lines().get(*number)?).ok()? {
            Record::Said { at, by, what } => Touched::by(&what).filter(|_| at > first).map(|what| Touch { at, by, what }),
            Record::Text { .. } => None,
        };
        let touches: Vec<Touch> = numbers.filter_map(touch).collect();
        if let Some(article) = self.articles.get_mut(&id) {
            touches.into_iter().for_each(|touch| article.touch(touch));
        }
    }
}
