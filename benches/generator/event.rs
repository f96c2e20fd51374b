//! Reports of invented events: five of each, which quote the same people, copy the same agency and count the same things, now and then with another
//! word, letter or figure. Words are made of syllables and as frequent as in real language (Zipf 1949), so that two events share no more than
//! two real ones would.

use super::chance::Chance;

/// How many reports an event has.
const REPORTS: usize = 5;
/// How many words there are, besides the small ones.
const VOCABULARY: f64 = 20_000.0;
const SMALL: [&str; 20] =
    ["the", "of", "and", "to", "in", "a", "was", "that", "for", "on", "with", "by", "at", "from", "it", "is", "which", "had", "as", "not"];
const UNITS: [&str; 8] = ["people", "tonnes", "houses", "vehicles", "litres of diesel", "metres", "per cent", "million euros"];
const MONTHS: [&str; 4] = ["March", "April", "October", "November"];
const TITLES: [&str; 6] = ["Mayor", "Dr", "the engineer", "Councillor", "the chief constable", "the spokesman"];
const SYLLABLES: [&str; 24] = [
    "ba", "ren", "tol", "ka", "mi", "sor", "ve", "lan", "du", "pel", "gri", "no", "hal", "ster", "we", "cor", "fin", "ta", "mos", "ri",
    "bel", "van", "lo", "quen",
];

/// What the reports of an event have in common.
struct Event {
    people: Vec<String>,
    quotes: Vec<(usize, Vec<String>)>,
    facts: Vec<(Vec<String>, usize, &'static str)>,
    agency: Vec<String>,
}

/// So many reports of about so many bytes each, those of one event side by side.
pub fn reports(count: usize, bytes: usize, seed: u64) -> Vec<String> {
    let mut reports = Vec::with_capacity(count);
    while reports.len() < count {
        let number = reports.len() / REPORTS;
        let mut chance = Chance::of(seed, number * 1000);
        let event = Event::new(&mut chance);
        let left = REPORTS.min(count - reports.len());
        reports.extend((0..left).map(|n| event.report(&mut Chance::of(seed, number * 1000 + 1 + n), bytes)));
    }
    reports
}

impl Event {
    fn new(chance: &mut Chance) -> Self {
        let people = (0..6).map(|_| format!("{} {}", capital(&word(chance)), capital(&word(chance)))).collect();
        let quotes = (0..14).map(|_| (chance.below(6), words(chance, 8))).collect();
        let facts = (0..12).map(|_| (words(chance, 7), 2 + chance.below(900), chance.pick(&UNITS))).collect();
        let agency = (0..8).map(|_| (0..3).map(|_| sentence(chance)).collect::<Vec<_>>().join(" ")).collect();
        Self { people, quotes, facts, agency }
    }

    fn report(&self, chance: &mut Chance, bytes: usize) -> String {
        let mut text = format!("{}\nBy {}\n", capital(&words(chance, 5).join(" ")), self.people[0]);
        while text.len() < bytes {
            match chance.below(10) {
                0 => text.push_str(&self.agency[chance.below(self.agency.len())]),
                1..=3 => self.quote(chance, &mut text),
                4..=5 => self.fact(chance, &mut text),
                _ => (0..3).for_each(|_| text.push_str(&(sentence(chance) + " "))),
            }
            text.truncate(text.trim_end().len());
            text.push('\n');
        }
        text.truncate(text.trim_end().len());
        text
    }

    fn quote(&self, chance: &mut Chance, text: &mut String) {
        let (person, said) = &self.quotes[chance.below(self.quotes.len())];
        let mut said = said.clone();
        if chance.percent(20) {
            let at = chance.below(said.len());
            said[at] = word(chance);
        }
        let mut name = self.people[*person].clone();
        if chance.percent(5) {
            name.push('e');
        }
        text.push_str(&format!("“{},” said {} {name}. {}", capital(&said.join(" ")), TITLES[*person], sentence(chance)));
    }

    fn fact(&self, chance: &mut Chance, text: &mut String) {
        let (about, count, unit) = &self.facts[chance.below(self.facts.len())];
        let count = if chance.percent(10) { count * 10 } else { *count };
        text.push_str(&format!("{} {count} {unit} {}. {}", capital(&about[..3].join(" ")), about[3..].join(" "), sentence(chance)));
    }
}

fn sentence(chance: &mut Chance) -> String {
    let length = 6 + chance.below(12);
    let mut words = words(chance, length);
    if chance.percent(15) {
        words.push(format!("on {} {} 2026", 1 + chance.below(28), chance.pick(&MONTHS)));
    }
    if chance.percent(15) {
        words.insert(3, format!("{} {}", 2 + chance.below(5000), chance.pick(&UNITS)));
    }
    capital(&words.join(" ")) + "."
}

/// So many words that carry meaning, with small ones between them.
fn words(chance: &mut Chance, count: usize) -> Vec<String> {
    let mut words = Vec::new();
    for _ in 0..count {
        if chance.percent(80) {
            words.push(chance.pick(&SMALL).to_owned());
        }
        words.push(word(chance));
    }
    words
}

/// A word: the n-th most frequent is picked with a probability of about 1/n.
fn word(chance: &mut Chance) -> String {
    let share = (chance.next() >> 11) as f64 / (1_u64 << 53) as f64;
    let mut number = VOCABULARY.powf(share) as usize + 23;
    let mut word = String::new();
    while number > 0 {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
    }
    word
}

fn capital(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
