//! What of the truths was found, and which findings are true.
//!
//! A place is that of a passage when they share half of the shorter one's bytes; of a repeat, half of the passage. A finding is right when places of
//! it are those of two passages of one truth (of figures and names: places under different values or spellings); a truth is found when some finding is
//! right about it.

use factmark::crosscheck::Place;
use factmark::crosscheck::finding::{FigureGroup, FigureKind, NameDifference, NameGroup, QuoteClass};

use super::group::{Group, Truth};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Statements quoted with other words.
    Reworded,
    /// Statements that several articles quote, in whatever class.
    Quotes,
    /// Statements quoted here and told in other words there.
    Paraphrases,
    /// Quotation marks without a partner.
    Faults,
    /// Passages that stand in several places.
    Repeats,
    /// Names written in several ways.
    Names,
    /// Offices that are given to two people.
    Offices,
    /// Figures and dates in conflict.
    Conflicts,
    /// Weekdays that do not fit their date.
    Weekdays,
    /// What is no article text.
    NotArticleText,
    /// Sentences that can be checked, of those listed.
    Claims,
}

impl Kind {
    /// Every kind, as the table has them.
    pub const ALL: [Self; 11] = [
        Self::Reworded,
        Self::Quotes,
        Self::Paraphrases,
        Self::Faults,
        Self::Repeats,
        Self::Names,
        Self::Offices,
        Self::Conflicts,
        Self::Weekdays,
        Self::NotArticleText,
        Self::Claims,
    ];

    /// Its words in the table.
    pub fn label(self) -> &'static str {
        match self {
            Self::Reworded => "reworded quotes",
            Self::Quotes => "quotes of one statement",
            Self::Paraphrases => "paraphrased quotes",
            Self::Faults => "quotation marks",
            Self::Repeats => "repeats",
            Self::Names => "name variants",
            Self::Offices => "offices",
            Self::Conflicts => "figures in conflict",
            Self::Weekdays => "weekdays",
            Self::NotArticleText => "not article text",
            Self::Claims => "claims",
        }
    }
}

/// What was found of one kind in one group.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Findings that are right.
    pub right: usize,
    /// Findings that are not, with their words.
    pub wrong: Vec<String>,
    /// Truths that were found.
    pub found: usize,
    /// Truths that were not, with their words.
    pub missed: Vec<String>,
}

impl Score {
    /// Scores a kind on a group.
    pub fn of(kind: Kind, group: &Group) -> Self {
        let found = &group.findings;
        match kind {
            Kind::Reworded => {
                let reworded = found.quotes.iter().filter(|quote| quote.class == QuoteClass::Reworded);
                let findings: Vec<Vec<Place>> = reworded.map(|quote| quote.members.iter().map(|member| member.place).collect()).collect();
                Self::places(group, &findings, &["reworded_quote"], two_of)
            }
            Kind::Quotes => {
                let literal = |quote: &factmark::crosscheck::finding::QuoteGroup| -> Vec<Place> {
                    quote.members.iter().filter(|member| member.class != QuoteClass::Paraphrased).map(|member| member.place).collect()
                };
                let findings: Vec<Vec<Place>> = found.quotes.iter().map(literal).filter(|places| places.len() > 1).collect();
                Self::places(group, &findings, &["reworded_quote", "same_quote", "cut_quote"], two_of)
            }
            Kind::Paraphrases => Self::paraphrases(group),
            Kind::Faults => {
                let findings: Vec<Vec<Place>> = found.quote_faults.iter().map(|fault| vec![fault.place]).collect();
                Self::places(group, &findings, &["unclosed_quotation_mark", "stray_quotation_mark"], one_of)
            }
            Kind::Repeats => Self::repeats(group),
            Kind::Names => Self::names(group, NameDifference::Spelling, "name_spelling"),
            Kind::Offices => Self::offices(group),
            Kind::Conflicts => Self::conflicts(group),
            Kind::Weekdays => {
                let weekdays = found.figures.iter().filter(|figure| figure.kind == FigureKind::Weekday);
                let findings: Vec<Vec<Place>> = weekdays.map(places).collect();
                Self::places(group, &findings, &["weekday_mismatch"], one_of)
            }
            Kind::NotArticleText => Self::not_article_text(group),
            Kind::Claims => Self::claims(group),
        }
    }

    /// The share of the findings that are right; all if there are none.
    pub fn precision(&self) -> f64 {
        share(self.right, self.wrong.len())
    }

    /// The share of the truths that were found; all if there are none.
    pub fn recall(&self) -> f64 {
        share(self.found, self.missed.len())
    }

    /// Both together.
    pub fn plus(mut self, other: Self) -> Self {
        self.right += other.right;
        self.found += other.found;
        self.wrong.extend(other.wrong);
        self.missed.extend(other.missed);
        self
    }

    fn finding(&mut self, right: bool, words: impl FnOnce() -> String) {
        if right { self.right += 1 } else { self.wrong.push(words()) }
    }

    fn truth(&mut self, found: bool, words: impl FnOnce() -> String) {
        if found { self.found += 1 } else { self.missed.push(words()) }
    }

    /// Findings that are only places.
    fn places(group: &Group, findings: &[Vec<Place>], kinds: &[&str], right: fn(&Truth, &[Place]) -> bool) -> Self {
        let truths = group.of(kinds);
        let mut score = Self::default();
        for finding in findings {
            score.finding(truths.iter().any(|truth| right(truth, finding)), || group.show(finding));
        }
        for truth in truths {
            score.truth(findings.iter().any(|finding| right(truth, finding)), || group.show(&truth.passages));
        }
        score
    }

    /// Each place that paraphrases is a finding, together with the quotes that it paraphrases.
    fn paraphrases(group: &Group) -> Self {
        let mut findings = Vec::new();
        for quote in &group.findings.quotes {
            let (told, quoted): (Vec<_>, Vec<_>) = quote.members.iter().partition(|member| member.class == QuoteClass::Paraphrased);
            findings
                .extend(told.iter().map(|member| std::iter::once(member.place).chain(quoted.iter().map(|quoted| quoted.place)).collect()));
        }
        // The truth names only one of the quotes.
        Self::places(group, &findings, &["paraphrase"], |truth, finding: &[Place]| {
            is(&truth.passages[0], &finding[0])
                && truth.passages[1..].iter().any(|passage| finding[1..].iter().any(|place| is(passage, place)))
        })
    }

    /// A repeat is right if half of each of two of its places was repeated, in one truth or in several that stand side by side; a truth is found if
    /// half of each of two of its passages is, in one finding or in several. A repeat that is a quote of several articles is neither.
    fn repeats(group: &Group) -> Self {
        let truths = group.of(&["repeated_between", "repeated_within"]);
        let quotes = group.of(&["reworded_quote", "same_quote", "cut_quote"]);
        let passages = |truths: &[&Truth]| -> Vec<Place> { truths.iter().flat_map(|truth| truth.passages.clone()).collect() };
        let (repeated, quoted) = (passages(&truths), passages(&quotes));
        // A sentence that was copied together with the quote beside it.
        let either = [repeated.as_slice(), quoted.as_slice()].concat();
        let half = |place: &Place, passages: &[Place]| 2 * covered_by(place, passages) >= place.end - place.start;
        let found = &group.findings.repeats;
        let mut score = Self::default();
        for repeat in found {
            let of = |passages: &[Place]| repeat.members.iter().filter(|place| half(place, passages)).count();
            if of(&repeated) > 1 || of(&quoted) < repeat.members.len() {
                score.finding(of(&either) > 1, || group.show(&repeat.members));
            }
        }
        for truth in truths {
            // Findings that join two of its passages; each may have a part of them.
            let touches = |repeat: &&factmark::crosscheck::finding::Repeat| {
                truth.passages.iter().filter(|passage| repeat.members.iter().any(|place| passage.shared(place) > 0)).count() > 1
            };
            let places: Vec<Place> = found.iter().filter(touches).flat_map(|repeat| repeat.members.clone()).collect();
            let has = |passage: &&Place| 2 * covered_by(passage, &places) >= passage.end - passage.start;
            score.truth(truth.passages.iter().filter(has).count() > 1, || group.show(&truth.passages));
        }
        score
    }

    /// Two variants must each be one of the truth's spellings, or a part of it.
    fn names(group: &Group, difference: NameDifference, kind: &str) -> Self {
        let truths = group.of(&[kind]);
        let findings: Vec<&NameGroup> = group.findings.names.iter().filter(|found| found.difference == difference).collect();
        let right = |truth: &Truth, finding: &NameGroup| {
            // “Ohlhof” is itself before it is a part of “Ohlhoff”.
            let spelled = |text: &str| {
                let words = || truth.passages.iter().map(|place| group.words(place));
                words().find(|words| *words == text).or_else(|| words().find(|words| words.contains(text) || text.contains(words)))
            };
            let mut spellings: Vec<&str> = finding.variants.iter().filter_map(|variant| spelled(&variant.text)).collect();
            spellings.sort_unstable();
            spellings.dedup();
            spellings.len() > 1
        };
        let mut score = Self::default();
        for finding in &findings {
            let texts: Vec<&str> = finding.variants.iter().map(|variant| variant.text.as_str()).collect();
            score.finding(truths.iter().any(|truth| right(truth, finding)), || format!("{}: {}", finding.name, texts.join(" | ")));
        }
        for truth in truths {
            score.truth(findings.iter().any(|finding| right(truth, finding)), || group.show(&truth.passages));
        }
        score
    }

    /// One office with two holders. Differing titles of one person have no truths yet and count for nothing.
    fn offices(group: &Group) -> Self {
        let findings: Vec<&NameGroup> = group.findings.names.iter().filter(|found| found.difference == NameDifference::Holder).collect();
        let right = |truth: &Truth, finding: &NameGroup| {
            two_of(truth, &finding.variants.iter().flat_map(|variant| variant.places.clone()).collect::<Vec<_>>())
        };
        let mut score = Self::default();
        let truths = group.of(&["wrong_name"]);
        score.right = findings.iter().filter(|finding| truths.iter().any(|truth| right(truth, finding))).count();
        for truth in truths {
            score.truth(findings.iter().any(|finding| right(truth, finding)), || group.show(&truth.passages));
        }
        score
    }

    /// Two values must stand at passages of different words.
    fn conflicts(group: &Group) -> Self {
        let truths = group.of(&["number_conflict", "date_conflict"]);
        let also = group.of(&["weekday_mismatch"]);
        let quotes = group.of(&["reworded_quote"]);
        let all = group.findings.figures.iter();
        let findings: Vec<&FigureGroup> = all.filter(|figure| figure.conflict && figure.kind != FigureKind::Weekday).collect();
        let right = |truth: &Truth, finding: &FigureGroup| {
            let told = |places: &[Place]| {
                truth.passages.iter().find(|passage| places.iter().any(|place| is(passage, place))).map(|passage| group.words(passage))
            };
            let mut words: Vec<&str> = finding.values.iter().filter_map(|value| told(&value.members)).collect();
            words.sort_unstable();
            words.dedup();
            words.len() > 1
        };
        let mut score = Self::default();
        for finding in &findings {
            // What stands in the quotes of one statement is told as a rewording, and is no second finding, neither right nor wrong.
            if quotes.iter().any(|quote| places(finding).iter().all(|place| quote.passages.iter().any(|passage| is(passage, place)))) {
                continue;
            }
            let show = || format!("{} ({})\n        {}", finding.what, finding.reason, group.show(&places(finding)));
            score.finding(truths.iter().chain(&also).any(|truth| right(truth, finding)), show);
        }
        for truth in truths {
            score.truth(findings.iter().any(|finding| right(truth, finding)), || group.show(&truth.passages));
        }
        score
    }

    fn not_article_text(group: &Group) -> Self {
        let truths = group.of(&["not_article_text"]);
        let findings = &group.findings.boilerplate;
        let mut score = Self::default();
        for finding in findings {
            let within = |truth: &&Truth| {
                truth.passages.iter().any(|passage| 2 * passage.shared(&finding.place) >= finding.place.end - finding.place.start)
            };
            score.finding(truths.iter().any(within), || group.show([&finding.place]));
        }
        for truth in truths {
            let passage = &truth.passages[0];
            let shared: usize = findings.iter().map(|finding| passage.shared(&finding.place)).sum();
            score.truth(2 * shared >= passage.end - passage.start, || group.show([passage]));
        }
        score
    }

    /// Of the sentences that are listed: those that can be checked, and those with nothing to check.
    fn claims(group: &Group) -> Self {
        let claimed = |truth: &Truth| group.findings.claims.iter().any(|claim| is(&truth.passages[0], &claim.place));
        let mut score = Self::default();
        for truth in group.of(&["claim"]) {
            score.truth(claimed(truth), || group.show(&truth.passages));
        }
        score.right = score.found;
        for truth in group.of(&["no_claim"]).into_iter().filter(|truth| claimed(truth)) {
            score.finding(false, || group.show(&truth.passages));
        }
        score
    }
}

fn share(good: usize, bad: usize) -> f64 {
    if good + bad == 0 { 1.0 } else { good as f64 / (good + bad) as f64 }
}

fn places(figure: &FigureGroup) -> Vec<Place> {
    figure.values.iter().flat_map(|value| value.members.clone()).collect()
}

/// How many bytes of a passage lie in places, each counted once.
fn covered_by(passage: &Place, places: &[Place]) -> usize {
    (passage.start..passage.end)
        .filter(|at| places.iter().any(|place| place.article == passage.article && place.range().contains(at)))
        .count()
}

/// Whether a place is that of a passage.
fn is(passage: &Place, place: &Place) -> bool {
    let shorter = (passage.end - passage.start).min(place.end - place.start);
    shorter > 0 && 2 * passage.shared(place) >= shorter
}

fn one_of(truth: &Truth, places: &[Place]) -> bool {
    truth.passages.iter().any(|passage| places.iter().any(|place| is(passage, place)))
}

fn two_of(truth: &Truth, places: &[Place]) -> bool {
    truth.passages.iter().filter(|passage| places.iter().any(|place| is(passage, place))).count() > 1
}
