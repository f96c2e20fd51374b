//! Random records that collide: few identifiers, few stamps, few articles, so that every tie occurs.
//!
//! Making, spelling and reading records costs far more than folding them. So the cases of a law draw from pools of
//! records that are made once, always the same: a failure can be shrunk and seen again.

use std::collections::HashMap;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use super::super::*;

pub const TEXTS: [&str; 3] =
    ["The bridge closed.\nNobody was hurt, the mayor said.", "“We waited,” she said.\nÉlodie left at noon. 👩‍👩‍👧", "One"];

pub fn id<T>(make: fn(u64, u128) -> T) -> impl Strategy<Value = T>
where
    T: std::fmt::Debug,
{
    (0u128..4).prop_map(move |n| make(7, n))
}

pub fn article() -> impl Strategy<Value = ArticleId> {
    (0..TEXTS.len()).prop_map(|n| ArticleId::of(TEXTS[n]))
}

pub fn stamp() -> impl Strategy<Value = Stamp> {
    // Few moments and replicas, and now and then a hostile one.
    let millis = prop_oneof![9 => 0u64..6, 1 => Just(u64::MAX)];
    (millis, 0u32..3, 0u32..3).prop_map(|(millis, counter, replica)| Stamp(millis, counter, Replica(replica)))
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        pick(&["a", "b", "c", "ab", "bc"]).prop_map(str::to_owned),
        Just("“quo\"te”\n\\ \u{202e}\u{0}\u{1F600} */ ),".to_owned()),
        // A pattern would be read anew for each case.
        vec(any::<char>(), 0..12).prop_map(|letters| letters.into_iter().collect()),
    ]
}

fn passage() -> impl Strategy<Value = Passage> {
    let honest = (0..TEXTS.len(), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_filter_map("a passage", |(n, a, b)| {
        let text = TEXTS[n];
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (a, b) = (ends[a.index(ends.len())], ends[b.index(ends.len())]);
        Passage::at(ArticleId::of(text), text, a.min(b)..a.max(b))
    });
    let hostile = (article(), any::<u8>(), any::<u8>(), words()).prop_map(|(article, start, end, words)| Passage {
        article,
        start: start.into(),
        end: end.into(),
        words,
        before: String::new(),
        after: String::new(),
    });
    prop_oneof![6 => honest, 1 => hostile]
}

fn pick<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    (0..all.len()).prop_map(|n| all[n])
}

fn reason() -> impl Strategy<Value = Reason> {
    pick(&Reason::ALL)
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![
        article().prop_map(Target::Article),
        id(AnnotationId::new).prop_map(Target::Annotation),
        id(EvidenceId::new).prop_map(Target::Evidence),
        id(LinkId::new).prop_map(Target::Link),
    ]
}

fn revealed() -> impl Strategy<Value = Revealed> {
    prop_oneof![article().prop_map(Revealed::Article), id(AnnotationId::new).prop_map(Revealed::Annotation)]
}

fn heard() -> impl Strategy<Value = Option<Vec<(ReviewerId, Verdict)>>> {
    option::of(vec((id(ReviewerId::new), pick(Verdict::ALL)), 0..4).prop_map(sorted))
}

fn stretch() -> impl Strategy<Value = Stretch> {
    (article(), 0usize..2, 2usize..4).prop_map(|(article, start, end)| Stretch { article, start, end })
}

fn sorted<T: Ord + Clone>(mut all: Vec<T>) -> Vec<T> {
    all.sort();
    all.dedup();
    all
}

pub fn what() -> impl Strategy<Value = What> {
    let verdict = || option::of(option::of(pick(Verdict::ALL)));
    let details = prop_oneof![
        (option::of(words()), option::of(pick(Blind::ALL))).prop_map(|(title, blind)| What::Project { title, blind }),
        revealed().prop_map(|of| What::Reveal { of }),
        (id(ReviewerId::new), option::of(words()), option::of(0u8..3)).prop_map(|(reviewer, name, colour)| What::Reviewer {
            reviewer,
            name,
            colour
        }),
        (article(), option::of(words()), option::of(words())).prop_map(|(article, title, outlet)| What::Article {
            article,
            title,
            outlet,
            url: None,
            date: None,
            source_name: None,
            source_sha256: None
        }),
    ];
    let review = prop_oneof![
        3 => (id(AnnotationId::new), option::of(passage()), option::of(pick(Kind::ALL)))
            .prop_map(|(annotation, passage, kind)| What::Annotation { annotation, passage, kind }),
        4 => (
            id(AnnotationId::new),
            verdict(),
            option::of(words()),
            option::of(words()),
            option::of(pick(Severity::ALL)),
            option::of(vec(id(EvidenceId::new), 0..3).prop_map(sorted))
        )
            .prop_map(|(annotation, verdict, note, correction, severity, evidence)| What::Judgement {
                annotation,
                verdict,
                note,
                correction,
                severity,
                evidence
            }),
        1 => (id(EvidenceId::new), option::of(pick(Source::ALL)), option::of(words()), option::of(any::<bool>())).prop_map(
            |(evidence, source, citation, confidential)| What::Evidence {
                evidence,
                source,
                citation,
                place: None,
                words: None,
                consulted: None,
                primary: None,
                confidential
            }
        ),
        1 => (id(AnnotationId::new), verdict(), heard(), option::of(words())).prop_map(|(annotation, verdict, heard, reason)| What::Ruling {
            annotation,
            verdict,
            heard,
            correction: None,
            reason
        }),
    ];
    let rest = prop_oneof![
        (id(LinkId::new), option::of(pick(Relation::ALL)), option::of(vec(id(AnnotationId::new), 0..3).prop_map(sorted)))
            .prop_map(|(link, relation, members)| What::Link { link, relation, members }),
        (article(), 0usize..9, 0usize..20, option::of(reason()), any::<bool>())
            .prop_map(|(article, start, end, reason, proposed)| { What::Dismissal { article, start, end, reason, proposed } }),
        (target(), any::<bool>()).prop_map(|(target, hidden)| What::Hiding { target, hidden }),
        (article(), any::<bool>(), option::of(stamp()), option::of(words())).prop_map(|(article, signed, as_of, reason)| What::SignOff {
            article,
            signed,
            as_of,
            reason
        }),
        (vec(stretch(), 0..3), vec(words(), 0..2), any::<bool>()).prop_map(|(places, names, apart)| What::Apart { places, names, apart }),
    ];
    prop_oneof![2 => details, 5 => review, 3 => rest]
}

pub fn paragraphs(n: usize) -> Vec<Record> {
    let article = ArticleId::of(TEXTS[n]);
    TEXTS[n].split('\n').enumerate().map(|(n, text)| Record::Text { article, n: n as u32, text: text.to_owned() }).collect()
}

/// A line of a project: a statement, a paragraph (sometimes a forged one), or a record of a later version.
pub fn line() -> impl Strategy<Value = String> {
    let said = (stamp(), id(ReviewerId::new), what()).prop_map(|(at, by, what)| Record::Said { at, by, what }.to_line());
    let paragraph = (0..TEXTS.len(), any::<prop::sample::Index>()).prop_map(|(n, index)| {
        let all = paragraphs(n);
        all[index.index(all.len())].to_line()
    });
    let forged = (article(), 0u32..3).prop_map(|(article, n)| Record::Text { article, n, text: "forged".into() }.to_line());
    let later = (0u32..4).prop_map(|n| format!("Weighed(at: ({n}, 0, \"00000000\"), grams: {n})"));
    prop_oneof![12 => said, 4 => paragraph, 1 => forged, 1 => later]
}

/// How many cases a law is tried with: so many, or 25 times as many in the long run, which `FACTMARK_LONG=1` asks for.
pub fn cases(count: u32) -> ProptestConfig {
    let long = std::env::var_os("FACTMARK_LONG").is_some_and(|long| long == "1");
    let count = if long { count * 25 } else { count };
    println!("{count} cases");
    ProptestConfig::with_cases(count)
}

/// So many records hang together…
const POOL_LINES: usize = 250;
/// …and there are so many such pools.
const POOLS: usize = 12;

/// Lines with the records that they hold.
type Pool = Vec<(String, Option<Record>)>;

static ALL: LazyLock<Vec<Pool>> = LazyLock::new(|| {
    let pool = |n: usize| {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[n as u8; 32]);
        let mut runner = TestRunner::new_with_rng(ProptestConfig::default(), rng);
        let made = (0..POOL_LINES).map(|_| line().new_tree(&mut runner).unwrap().current());
        made.map(|line| (line.clone(), Record::from_line(&line).ok())).collect()
    };
    (0..POOLS).map(pool).collect()
});

static READ: LazyLock<HashMap<&'static str, Option<&'static Record>>> =
    LazyLock::new(|| ALL.iter().flatten().map(|(line, record)| (line.as_str(), record.as_ref())).collect());

/// The record of a line.
pub fn read(line: &str) -> Option<Record> {
    READ.get(line).map_or_else(|| Record::from_line(line).ok(), |record| record.cloned())
}

static SAID: LazyLock<Vec<What>> = LazyLock::new(|| {
    let said = |record: &Option<Record>| match record {
        Some(Record::Said { what, .. }) => Some(what.clone()),
        _ => None,
    };
    ALL.iter().flatten().filter_map(|(_, record)| said(record)).collect()
});

/// Something to say, from any of the pools.
pub fn said() -> impl Strategy<Value = What> {
    any::<prop::sample::Index>().prop_map(|n| n.get(&SAID).clone())
}

/// Lines with, now and then, redactions of some of them, which stand anywhere among them.
pub fn lines() -> impl Strategy<Value = Vec<String>> {
    lines_of(0..POOLS)
}

/// Several such lists of lines from one pool, which therefore share lines.
pub fn copies<const N: usize>() -> impl Strategy<Value = [Vec<String>; N]> {
    (0..POOLS).prop_flat_map(|pool| std::array::from_fn(|_| lines_of(pool..pool + 1)))
}

fn lines_of(pools: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    let index = any::<prop::sample::Index>;
    let redaction = move || (stamp(), id(ReviewerId::new), vec(index(), 0..4), index());
    let redactions = prop_oneof![2 => vec(redaction(), 0), 1 => vec(redaction(), 1..4)];
    (pools, vec(index(), 0..24), redactions).prop_map(|(pool, chosen, redactions)| {
        let mut lines: Vec<String> = chosen.iter().map(|index| index.get(&ALL[pool]).0.clone()).collect();
        for (at, by, chosen, place) in redactions {
            let chosen = chosen.iter().filter(|_| !lines.is_empty());
            let named: Vec<&str> = chosen.map(|index| lines[index.index(lines.len())].as_str()).collect();
            let line = redaction_of(at, by, &named);
            lines.insert(place.index(lines.len() + 1), line);
        }
        lines
    })
}

pub fn redaction_of(at: Stamp, by: ReviewerId, lines: &[&str]) -> String {
    let records = sorted(lines.iter().map(|line| RecordHash::of(line)).collect());
    Record::Said { at, by, what: What::Redaction { records, reason: "Confidential".into() } }.to_line()
}

/// The lines that a set of these must hold: each once, less what a redaction among them names.
pub fn kept(lines: &[String]) -> Vec<String> {
    let named = |line: &String| match Record::from_line(line) {
        Ok(Record::Said { what: What::Redaction { records, .. }, .. }) => Some(records),
        _ => None,
    };
    let gone: Vec<RecordHash> = lines.iter().filter_map(named).flatten().collect();
    let mut kept: Vec<String> =
        lines.iter().filter(|line| named(line).is_some() || !gone.contains(&RecordHash::of(line))).cloned().collect();
    kept.sort_by(|a, b| line_order(a, b));
    kept.dedup();
    kept
}

pub fn project(lines: &[String]) -> Project {
    let mut project = Project::new(ProjectId::new(0, 1));
    project.add_read(lines.iter().map(|line| (line, read(line))));
    project
}
