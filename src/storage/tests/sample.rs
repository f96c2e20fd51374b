//! Records of every kind with awkward words in them, from a seed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use crate::model::*;

/// Pieces that trouble formats, tools and terminals.
const AWKWARD: &[&str] = &[
    "the bridge",
    "“quoted”",
    "\"straight\"",
    "back\\slash",
    "*/",
    "/*",
    "//",
    "),",
    "(",
    "\n",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{1b}[31m",
    "\u{202e}",
    "é",
    "e\u{301}",
    "👩\u{200d}🚒",
    "\u{feff}",
    "<<<<<<< ours",
    "=======",
    "id: \"x\"",
    "r#\"raw\"#",
    "\u{2028}",
    "=1+1",
    "   ",
    "",
];

/// A stream of numbers that looks like chance (the mixing of SplitMix64: Steele, Lea, Flood, 2014).
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(2) == 0).then(|| make(self))
    }

    fn words(&mut self) -> String {
        (0..self.below(5)).map(|_| AWKWARD[self.below(AWKWARD.len())]).collect()
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// The lines of `count` records, some of them of kinds that this version does not know.
pub fn lines(seed: u64, count: usize) -> Vec<String> {
    let mut chance = Chance(seed);
    let article = ArticleId::of(&seed.to_string());
    (0..count)
        .map(|n| match chance.below(8) {
            0 => format!("Told(at: {n}, what: [\"unknown to us\", {}])", chance.next()),
            1 => Record::Text { article, n: n as u32, text: chance.words().replace('\n', " ") }.to_line(),
            _ => said(&mut chance, n, article).to_line(),
        })
        .collect()
}

/// A set of such records.
pub fn set(seed: u64, count: usize) -> RecordSet {
    let mut set = RecordSet::default();
    for line in lines(seed, count) {
        set.insert(&line);
    }
    set
}

pub fn project_id(seed: u64) -> ProjectId {
    ProjectId::new(1_790_000_000_000, u128::from(seed))
}

fn said(chance: &mut Chance, n: usize, article: ArticleId) -> Record {
    let annotation = AnnotationId::new(n as u64 / 2, 5);
    let evidence = EvidenceId::new(n as u64 / 3, 6);
    let what = match chance.below(12) {
        0 => What::Project { title: chance.maybe(Chance::words), blind: chance.maybe(|chance| chance.of(Blind::ALL)) },
        1 => What::Reviewer {
            reviewer: ReviewerId::new(1, 2),
            name: chance.maybe(Chance::words),
            colour: chance.maybe(|chance| chance.below(256) as u8),
        },
        2 => What::Annotation {
            annotation,
            passage: chance.maybe(|chance| Passage {
                article,
                start: n,
                end: n + 4,
                words: chance.words(),
                before: chance.words(),
                after: chance.words(),
            }),
            kind: chance.maybe(|chance| chance.of(Kind::ALL)),
        },
        3 => What::Judgement {
            annotation,
            verdict: chance.maybe(|chance| chance.maybe(|chance| chance.of(Verdict::ALL))),
            note: chance.maybe(Chance::words),
            correction: chance.maybe(Chance::words),
            severity: chance.maybe(|chance| chance.of(Severity::ALL)),
            evidence: chance.maybe(|_| vec![evidence]),
        },
        4 => What::Evidence {
            evidence,
            source: chance.maybe(|chance| chance.of(Source::ALL)),
            citation: chance.maybe(Chance::words),
            place: chance.maybe(Chance::words),
            words: chance.maybe(Chance::words),
            consulted: None,
            primary: chance.maybe(|chance| chance.below(2) == 0),
            confidential: chance.maybe(|chance| chance.below(2) == 0),
        },
        5 => What::Ruling {
            annotation,
            verdict: Some(None),
            heard: None,
            correction: chance.maybe(Chance::words),
            reason: chance.maybe(Chance::words),
        },
        6 => What::Link {
            link: LinkId::new(3, 4),
            relation: chance.maybe(|chance| chance.of(Relation::ALL)),
            members: Some(vec![annotation]),
        },
        7 => What::Dismissal {
            article,
            start: n,
            end: n + 9,
            reason: chance.maybe(|chance| chance.of(&Reason::ALL)),
            proposed: chance.below(2) == 0,
        },
        8 => What::Apart {
            places: vec![Stretch { article, start: n, end: n + 5 }],
            names: chance.maybe(Chance::words).into_iter().collect(),
            apart: chance.below(2) == 0,
        },
        9 => What::Reveal { of: chance.of(&[Revealed::Article(article), Revealed::Annotation(annotation)]) },
        10 => What::SignOff {
            article,
            signed: chance.below(2) == 0,
            as_of: chance.maybe(|chance| Stamp(chance.next(), 0, Replica(7))),
            reason: chance.maybe(Chance::words),
        },
        _ => What::Hiding { target: Target::Annotation(annotation), hidden: chance.below(2) == 0 },
    };
    Record::Said { at: Stamp(1_790_000_000_000 + n as u64, chance.below(3) as u32, Replica(7)), by: ReviewerId::new(1, 2), what }
}
