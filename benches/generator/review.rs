//! What two reviewers have said about generated reports.

use std::ops::Range;

use factmark::model::{
    AnnotationId, ArticleId, EvidenceId, Kind, Passage, Reason, Record, Replica, ReviewerId, Severity, Source, Stamp, Target, Verdict, What,
};

use super::chance::Chance;
use super::text::{self, Report};
use super::words::{ADJECTIVES, BODIES, FIRST, LAST, NOUNS, UNITS};
use super::{Plan, Shape};

/// When the review began, in milliseconds since 1970.
pub const BEGUN: u64 = 1_790_000_000_000;
/// What lies between the statements about two annotations, in milliseconds.
const PACE: u64 = 1000;
/// How many annotations share a piece of evidence.
const PER_EVIDENCE: usize = 20;
/// How many annotations there are for one sentence that was dismissed.
const PER_DISMISSAL: usize = 50;

/// All records of a plan, or those about the annotations that are to be kept.
pub fn records(plan: &Plan, keep: impl Fn(usize) -> bool) -> Vec<Record> {
    let mut all = Records { out: Vec::with_capacity(plan.annotations * 3 + plan.bytes / 256), at: BEGUN, count: 0 };
    all.introduce();
    let evidence: Vec<EvidenceId> = (0..plan.annotations.div_ceil(PER_EVIDENCE)).map(|n| all.evidence(n)).collect();
    let each = plan.annotations / plan.articles;
    for n in 0..plan.articles {
        let report = text::shaped(plan.shape, plan.bytes / plan.articles, n as u64 + 1);
        let article = all.article(n, &report);
        for number in n * each..(n + 1) * each {
            let mut chance = Chance::of(7, number);
            let gap = report.text.len() / each.max(1);
            let place = (number - n * each) * gap + chance.below(gap);
            all.now(BEGUN + 1_000_000 + number as u64 * PACE);
            let range = match plan.shape {
                Shape::Heap => text::heaped(&report.text, number - n * each),
                _ => text::passage(&report.text, place, length(&mut chance)),
            };
            if keep(number)
                && let Some(range) = range
            {
                all.annotation(&mut chance, article, &report.text, range, &evidence);
            }
        }
    }
    all.out
}

/// How many words a passage has.
fn length(chance: &mut Chance) -> usize {
    match chance.below(100) {
        0..50 => 1 + chance.below(4),
        50..85 => 5 + chance.below(12),
        85..97 => 17 + chance.below(24),
        _ => 60 + chance.below(140),
    }
}

fn reviewer(n: usize) -> ReviewerId {
    ReviewerId::new(BEGUN, n as u128 + 1)
}

struct Records {
    out: Vec<Record>,
    at: u64,
    /// Statements of this moment.
    count: u32,
}

impl Records {
    /// Goes on to another moment. What is said in it does not depend on what was said before.
    fn now(&mut self, at: u64) {
        (self.at, self.count) = (at, 0);
    }

    fn say(&mut self, by: usize, what: What) {
        let at = Stamp(self.at, self.count, Replica(by as u32 + 1));
        self.count += 1;
        self.out.push(Record::Said { at, by: reviewer(by), what });
    }

    fn introduce(&mut self) {
        self.say(0, What::Project { title: Some("A year at the harbour".into()), blind: None });
        for (n, name) in ["Ada Quill", "Bo Lind"].into_iter().enumerate() {
            self.say(n, What::Reviewer { reviewer: reviewer(n), name: Some(name.into()), colour: Some(n as u8) });
        }
    }

    fn evidence(&mut self, n: usize) -> EvidenceId {
        let mut chance = Chance::of(11, n);
        let evidence = EvidenceId::new(BEGUN, chance.wide());
        let web = chance.percent(40);
        let citation = format!("Minutes of {}, {} {}", chance.pick(BODIES), chance.pick(ADJECTIVES), chance.pick(NOUNS));
        let place = if web { format!("https://records.example/{n}") } else { format!("page {}", 1 + chance.below(400)) };
        let what = What::Evidence {
            evidence,
            source: Some(if web { Source::Web } else { Source::Document }),
            citation: Some(citation),
            place: Some(place),
            words: Some(format!("{} {} were counted.", chance.below(9000), chance.pick(UNITS))),
            consulted: Some("2026-09-14".into()),
            primary: Some(chance.percent(30)),
            confidential: Some(chance.percent(3)),
        };
        self.say(n % 2, what);
        evidence
    }

    fn article(&mut self, n: usize, report: &Report) -> ArticleId {
        let article = ArticleId::of(&report.text);
        self.now(BEGUN + 1 + n as u64);
        let paragraphs = report.text.split('\n').enumerate();
        self.out.extend(paragraphs.map(|(n, text)| Record::Text { article, n: n as u32, text: text.to_owned() }));
        // As an import gives it: the first line, or its opening words.
        let title = report.text.lines().next().map(|line| line.chars().take(80).collect());
        let what = What::Article {
            article,
            title,
            outlet: Some("The Lowsand Courier".into()),
            url: None,
            date: Some("2026-09-12".into()),
            source_name: Some(format!("report-{n}.txt")),
            source_sha256: None,
        };
        self.say(0, what);
        self.say(0, What::Hiding { target: Target::Article(article), hidden: false });
        for range in &report.apart {
            self.dismiss(article, range, Reason::ShareLine, true);
        }
        article
    }

    fn dismiss(&mut self, article: ArticleId, range: &Range<usize>, reason: Reason, proposed: bool) {
        self.say(0, What::Dismissal { article, start: range.start, end: range.end, reason: Some(reason), proposed });
    }

    fn annotation(&mut self, chance: &mut Chance, article: ArticleId, text: &str, range: Range<usize>, evidence: &[EvidenceId]) {
        let annotation = AnnotationId::new(self.at, chance.wide());
        let by = chance.below(2);
        if chance.below(PER_DISMISSAL) == 0 {
            let opinion = range.start..range.start + text[range.start..].find(['.', '\n']).unwrap_or(1);
            self.dismiss(article, &opinion, Reason::NothingToCheck, false);
        }
        let passage = Passage::at(article, text, range);
        self.say(by, What::Annotation { annotation, passage, kind: Some(chance.pick(Kind::ALL)) });
        let verdict = match chance.below(100) {
            0..62 => Verdict::Verified,
            62..76 => Verdict::Disputed,
            76..90 => Verdict::Erroneous,
            _ => return,
        };
        self.judge(chance, annotation, by, verdict, evidence);
        if chance.percent(15) {
            let other = if chance.percent(70) { verdict } else { chance.pick(Verdict::ALL) };
            self.judge(chance, annotation, 1 - by, other, evidence);
        }
        if chance.percent(1) {
            let reason = Some(format!("{} {} has the last word.", chance.pick(FIRST), chance.pick(LAST)));
            self.say(0, What::Ruling { annotation, verdict: Some(Some(verdict)), heard: None, correction: None, reason });
        }
    }

    fn judge(&mut self, chance: &mut Chance, annotation: AnnotationId, by: usize, verdict: Verdict, evidence: &[EvidenceId]) {
        let wrong = verdict == Verdict::Erroneous;
        let noted = wrong || chance.percent(40);
        let note =
            noted.then(|| format!("{} {} says {} {}.", chance.pick(FIRST), chance.pick(LAST), chance.below(9000), chance.pick(UNITS)));
        let correction = wrong.then(|| format!("{} {}", chance.below(9000), chance.pick(UNITS)));
        let severity = wrong.then(|| chance.pick(Severity::ALL));
        let rests = chance.percent(60).then(|| vec![chance.pick(evidence)]);
        self.say(by, What::Judgement { annotation, verdict: Some(Some(verdict)), note, correction, severity, evidence: rests });
    }
}
