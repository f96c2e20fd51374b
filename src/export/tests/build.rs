//! Builds projects for tests, the way the program does: by edits.

use std::ops::Range;

use crate::export::Options;
use crate::model::{
    AnnotationId, ArticleId, Clock, Edit, EvidenceId, Kind, Passage, Project, ProjectId, Reason, Record, Replica, ReviewerId, Severity,
    Source, Verdict, What,
};

/// A project that grows by a statement a second.
pub(super) struct Build {
    pub(super) project: Project,
    clock: Clock,
    now: u64,
    by: ReviewerId,
}

/// A judgement to be made.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) verdict: Option<Verdict>,
    pub(super) note: &'a str,
    pub(super) correction: &'a str,
    pub(super) severity: Severity,
    pub(super) evidence: &'a [EvidenceId],
}

impl Default for Word<'_> {
    fn default() -> Self {
        Self { verdict: None, note: "", correction: "", severity: Severity::Normal, evidence: &[] }
    }
}

/// Evidence to be added: source, citation, place, words, consulted, primary, confidential.
pub(super) type Piece<'a> = (Source, &'a str, &'a str, &'a str, &'a str, bool, bool);

impl Build {
    pub(super) fn new(title: &str) -> Self {
        let mut build =
            Self { project: Project::new(ProjectId::new(1, 1)), clock: Clock::new(Replica(1)), now: 0, by: ReviewerId::new(1, 1) };
        build.say(What::Project { title: Some(title.to_owned()), blind: None });
        build
    }

    pub(super) fn say(&mut self, what: What) {
        self.edit(&Edit::one("test", what));
    }

    fn edit(&mut self, edit: &Edit) {
        self.now += 1_000;
        self.project.apply(edit, self.by, &mut self.clock, self.now);
    }

    fn id(&mut self) -> (u64, u128) {
        self.now += 1_000;
        (self.now, u128::from(self.now))
    }

    /// The reviewer of this name speaks from now on.
    pub(super) fn reviewer(&mut self, name: &str) -> ReviewerId {
        let (now, random) = self.id();
        let reviewer = ReviewerId::new(now, random);
        self.by = reviewer;
        self.say(What::Reviewer { reviewer, name: Some(name.to_owned()), colour: None });
        reviewer
    }

    pub(super) fn speak(&mut self, by: ReviewerId) {
        self.by = by;
    }

    pub(super) fn article(&mut self, title: &str, outlet: &str, url: &str, text: &str) -> ArticleId {
        let article = ArticleId::of(text);
        let texts = (0..).zip(text.split('\n')).map(|(n, text)| Record::Text { article, n, text: text.to_owned() }).collect();
        let some = |detail: &str| Some(detail.to_owned());
        let says = vec![What::Article {
            article,
            title: some(title),
            outlet: some(outlet),
            url: some(url),
            date: some("2026-03-13"),
            source_name: None,
            source_sha256: None,
        }];
        self.edit(&Edit { texts, ..Edit::many("add", says) });
        article
    }

    pub(super) fn evidence(&mut self, (source, citation, place, words, consulted, primary, confidential): Piece) -> EvidenceId {
        let (now, random) = self.id();
        let evidence = EvidenceId::new(now, random);
        self.say(What::Evidence {
            evidence,
            source: Some(source),
            citation: Some(citation.to_owned()),
            place: Some(place.to_owned()),
            words: Some(words.to_owned()),
            consulted: Some(consulted.to_owned()),
            primary: Some(primary),
            confidential: Some(confidential),
        });
        evidence
    }

    /// Marks the first place of some words.
    pub(super) fn mark(&mut self, article: ArticleId, words: &str, kind: Kind) -> AnnotationId {
        let text = self.project.article(article).unwrap().text().clone();
        let start = text.find(words).expect("the words stand in the article");
        self.mark_range(article, start..start + words.len(), kind)
    }

    pub(super) fn mark_range(&mut self, article: ArticleId, range: Range<usize>, kind: Kind) -> AnnotationId {
        let text = self.project.article(article).unwrap().text().clone();
        let (now, random) = self.id();
        let annotation = AnnotationId::new(now, random);
        let passage = Passage::at(article, &text, range);
        assert!(passage.is_some(), "a passage can stand there");
        self.say(What::Annotation { annotation, passage, kind: Some(kind) });
        annotation
    }

    pub(super) fn judge(&mut self, annotation: AnnotationId, word: Word) {
        self.say(What::Judgement {
            annotation,
            verdict: Some(word.verdict),
            note: Some(word.note.to_owned()),
            correction: Some(word.correction.to_owned()),
            severity: Some(word.severity),
            evidence: Some(word.evidence.to_vec()),
        });
    }

    pub(super) fn verdict(&mut self, annotation: AnnotationId, verdict: Verdict, note: &str) {
        self.judge(annotation, Word { verdict: Some(verdict), note, ..Word::default() });
    }

    pub(super) fn rule(&mut self, annotation: AnnotationId, verdict: Verdict, correction: &str, reason: &str) {
        self.say(What::Ruling {
            annotation,
            verdict: Some(Some(verdict)),
            heard: None,
            correction: Some(correction.to_owned()),
            reason: Some(reason.to_owned()),
        });
    }

    pub(super) fn dismiss(&mut self, article: ArticleId, words: &str, reason: Reason, proposed: bool) {
        let start = self.project.article(article).unwrap().text().find(words).expect("the words stand in the article");
        self.say(What::Dismissal { article, start, end: start + words.len(), reason: Some(reason), proposed });
    }
}

/// Options with a clock that tests can foretell.
pub(super) fn options() -> Options {
    Options::new("20 March 2026, 16:05", |millis| format!("at {} s", millis / 1_000))
}

/// A small project with a case of everything that a summary tells.
pub(super) fn sample() -> Build {
    let mut build = Build::new("The ferry at Lowmoor");
    let ada = build.reviewer("Ada Quill");
    let ferry = build.article(
        "Ferry runs aground",
        "The Lowmoor Post",
        "https://post.example/ferry",
        "Ferry runs aground\nThe ferry Petrel ran aground on Monday with 212 passengers on board. Nobody was hurt, the owner said.\n\
         “We heard a bang,” said Tomas Reed, 41, a teacher from Sallow.\nShare this story",
    );
    let log = build.evidence((
        Source::Document,
        "Coast guard log no. 18",
        "page 2",
        "214 persons taken off,\nnone injured.",
        "2026-03-15",
        true,
        false,
    ));
    let list = build.evidence((Source::Web, "Passenger list", "https://ferries.example/list?day=9&leg=2", "", "", false, false));
    let mate = build.evidence((Source::Person, "Second mate of the Petrel", "by telephone", "We were late.", "2026-03-16", true, true));
    let count = build.mark(ferry, "212 passengers", Kind::Figure);
    build.judge(
        count,
        Word {
            verdict: Some(Verdict::Erroneous),
            note: "The log counts 214 persons.\nTwo of them were crew.",
            correction: "214 people",
            severity: Severity::Serious,
            evidence: &[log, list],
        },
    );
    let sentence = build.mark(ferry, "The ferry Petrel ran aground on Monday with 212 passengers on board.", Kind::Claim);
    build.judge(
        sentence,
        Word { verdict: Some(Verdict::Verified), note: "Place and day as in the log.", evidence: &[log], ..Word::default() },
    );
    let hurt = build.mark(ferry, "Nobody was hurt", Kind::Claim);
    build.judge(hurt, Word { verdict: Some(Verdict::Disputed), note: "The mate speaks of bruises.", evidence: &[mate], ..Word::default() });
    let age = build.mark(ferry, "41", Kind::Figure);
    build.judge(age, Word { verdict: Some(Verdict::Erroneous), note: "He is 43.", severity: Severity::Minor, ..Word::default() });
    build.mark(ferry, "a teacher", Kind::Attribution);
    let bang = build.mark(ferry, "“We heard a bang,”", Kind::Quote);
    build.verdict(bang, Verdict::Verified, "On the recording.");
    let place = build.mark(ferry, "Sallow", Kind::Name);
    build.verdict(place, Verdict::Verified, "");
    build.dismiss(ferry, "Share this story", Reason::ShareLine, true);
    build.dismiss(ferry, "Ferry runs aground", Reason::NothingToCheck, false);
    let ben = build.reviewer("Ben Okoro");
    build.judge(
        bang,
        Word { verdict: Some(Verdict::Erroneous), note: "He says “a thud”.", correction: "“We heard a thud,”", ..Word::default() },
    );
    build.verdict(place, Verdict::Disputed, "There are two Sallows.");
    let tide = build.article("A low tide", "Tidings", "", "Low tide was at 06.10, 0.4 m above datum.");
    let time = build.mark(tide, "06.10", Kind::Date);
    build.judge(time, Word { verdict: Some(Verdict::Verified), evidence: &[log, mate], ..Word::default() });
    build.speak(ada);
    build.rule(place, Verdict::Verified, "", "The electoral roll gives the one on the coast.");
    build.speak(ben);
    // Last, so that nothing that follows makes it void.
    build.say(What::SignOff {
        article: ferry,
        signed: true,
        as_of: None,
        reason: Some("The harbour office is closed until Friday.".to_owned()),
    });
    assert_eq!(build.project.reviewer_name(ben), "Ben Okoro");
    build
}
