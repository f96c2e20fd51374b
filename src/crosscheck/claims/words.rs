//! The words that make a sentence worth checking, in four languages. A language that is not known is read as English.

use std::sync::LazyLock;

use hashbrown::HashMap;

use crate::crosscheck::finding::ClaimReason;
use crate::crosscheck::quotes::{Language, verbs};
use crate::text::quotation::{fold, is_closing_mark};

/// The words of one language, small and folded, parted by commas; some are phrases.
struct List {
    numbers: &'static str,
    dates: &'static str,
    superlatives: &'static str,
    /// What superlatives end in, and words that only look so.
    endings: &'static str,
    no_superlatives: &'static str,
    causes: &'static str,
    comparisons: &'static str,
    attributions: &'static str,
    /// What makes a sentence a guess or a wish.
    guesses: &'static str,
}

const ENGLISH: List = List {
    numbers: "two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, \
     eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred, hundreds, thousand, \
     thousands, million, millions, billion, dozen, dozens, half, third, quarter, both, zero",
    dates: "january, february, april, june, july, august, september, october, november, december, monday, tuesday, wednesday, \
     thursday, friday, saturday, sunday, yesterday, tomorrow, last week, last month, last year, next week, next month, \
     next year, years ago, decades ago, months ago",
    superlatives: "most, least, never, only, first, worst, best, nobody, none, no one, always, every, unique, record",
    endings: "est",
    no_superlatives: "rest, test, guest, west, nest, chest, quest, crest, priest, forest, harvest, interest, request, protest, invest, \
     suggest, arrest, contest, honest, manifest, conquest, digest, modest, southwest, northwest, midwest, earnest, tempest, \
     attest, detest, latest",
    causes: "because, caused, causes, cause, due to, led to, leads to, as a result, resulted in, thanks to, owing to, triggered, \
     brought about, the reason, therefore",
    comparisons: "than, twice, double, doubled, tripled, halved, fewer, compared with, compared to, rose, fell by, increased, decreased, \
     as much as, as many as",
    attributions: "according to, records show, documents show",
    guesses: "perhaps, maybe, may be, may only be, may well be, who can say, who knows, might, possibly, let us, must be allowed, one wonders",
};

const GERMAN: List = List {
    numbers: "zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, zwanzig, dreißig, vierzig, fünfzig, sechzig, \
     siebzig, achtzig, neunzig, hundert, tausend, million, millionen, milliarden, dutzend, hälfte, drittel",
    dates: "januar, februar, märz, april, juni, juli, august, september, oktober, november, dezember, montag, dienstag, mittwoch, \
     donnerstag, freitag, samstag, sonntag, gestern, vorgestern, morgen früh, vorige woche, letzten monat",
    superlatives: "nie, niemals, niemand, einzige, erste, ersten, erstmals, immer, höchste, beste, größte, keiner, rekord",
    endings: "ste, sten, ster, stes",
    no_superlatives: "erste, letzte, kosten, posten, westen, osten, fenster, kaste, küste, leiste, liste, gäste, reste, texte, feste, \
     meister, minister, geister, schwester, muster, monster, musste, mussten, wusste, wussten, leisten, dienste, diensten, \
     proteste, verluste, künste, lasten, kasten, rasten, hasten, meisten, bester, wüste, büste, leiteste, bürgermeister, \
     ministers, fasten, listen, küsten, hauste, reiste, reisten, leistet, tasten, piste, pisten, weste",
    causes: "weil, wegen, deshalb, deswegen, dadurch, führte zu, verursacht, verursachte, auslöser, aufgrund, ursache",
    comparisons: "mehr als, weniger als, größer als, kleiner als, höher als, doppelt, verdoppelt, gestiegen, gesunken, um fast, \
     verglichen mit",
    attributions: "laut, zufolge, nach angaben, nach auskunft, nach eigenen angaben",
    guesses: "vielleicht, wer weiß, womöglich, möglicherweise, wird man sehen, könnte sein",
};

const SPANISH: List = List {
    numbers: "dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, trece, catorce, quince, veinte, treinta, \
     cuarenta, cincuenta, sesenta, setenta, ochenta, noventa, cien, ciento, cientos, mil, miles, millón, millones, docena, \
     mitad, tercio",
    dates: "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, lunes, martes, \
     miércoles, jueves, viernes, sábado, domingo, ayer, mañana por la, el mes pasado, el año pasado",
    superlatives: "nunca, jamás, nadie, único, única, primera, primer, primero, siempre, peor, mejor, ninguno, ninguna, récord",
    endings: "ísimo, ísima",
    no_superlatives: "",
    causes: "porque, debido a, a causa de, por eso, causó, provocó, provocado, como resultado, gracias a",
    comparisons: "más que, menos que, más de, menos de, el doble, aumentó, aumentaron, bajó, bajaron, respecto al, más barata que, \
     algo más",
    attributions: "según, de acuerdo con",
    guesses: "tal vez, quién sabe, quizá, quizás, acaso, ya se verá",
};

const FRENCH: List = List {
    numbers: "deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, treize, quatorze, quinze, seize, vingt, trente, \
     quarante, cinquante, soixante, cent, cents, mille, million, millions, milliard, milliards, douzaine, moitié, tiers",
    dates: "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre, lundi, mardi, \
     mercredi, jeudi, vendredi, samedi, dimanche, hier, demain, le mois dernier, l'an dernier",
    superlatives: "jamais, personne, seul, seule, premier, première, toujours, pire, meilleur, meilleure, aucun, aucune, record, le plus, \
     la plus",
    endings: "issime",
    no_superlatives: "",
    causes: "parce que, en raison de, à cause de, a provoqué, a causé, grâce à, c'est pourquoi",
    comparisons: "plus que, moins que, plus de, moins de, deux fois, a augmenté, a baissé, par rapport",
    attributions: "selon, d'après",
    guesses: "peut-être, qui sait, sans doute, il se peut",
};

static TABLES: LazyLock<[Words; 4]> = LazyLock::new(|| [&ENGLISH, &GERMAN, &SPANISH, &FRENCH].map(Words::from));

/// A guess has no reason of its own.
const GUESS: u16 = 1 << 15;

/// The words of one language, to be looked up.
pub struct Words {
    words: HashMap<&'static str, u16>,
    /// By their first word.
    phrases: HashMap<&'static str, Vec<(&'static str, u16)>>,
    endings: Vec<&'static str>,
    no_superlatives: Vec<&'static str>,
}

const REASONS: [ClaimReason; 6] = [
    ClaimReason::Figure,
    ClaimReason::Date,
    ClaimReason::Attribution,
    ClaimReason::Superlative,
    ClaimReason::Cause,
    ClaimReason::Comparison,
];

const fn bit(reason: ClaimReason) -> u16 {
    1 << reason as u16
}

fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(',').map(str::trim).filter(|entry| !entry.is_empty())
}

impl From<&List> for Words {
    fn from(list: &List) -> Self {
        let mut words = HashMap::new();
        let mut phrases: HashMap<&'static str, Vec<(&'static str, u16)>> = HashMap::new();
        for (entry, bits) in [
            (list.numbers, bit(ClaimReason::Figure)),
            (list.dates, bit(ClaimReason::Date)),
            (list.superlatives, bit(ClaimReason::Superlative)),
            (list.causes, bit(ClaimReason::Cause)),
            (list.comparisons, bit(ClaimReason::Comparison)),
            (list.attributions, bit(ClaimReason::Attribution)),
            (list.guesses, GUESS),
        ]
        .into_iter()
        .flat_map(|(list, bits)| entries(list).map(move |entry| (entry, bits)))
        {
            match entry.split_once(' ') {
                Some((first, _)) => phrases.entry(first).or_default().push((entry, bits)),
                None => *words.entry(entry).or_default() |= bits,
            }
        }
        let no_superlatives = entries(list.no_superlatives).collect();
        Self { words, phrases, endings: entries(list.endings).collect(), no_superlatives }
    }
}

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        let [english, german, spanish, french] = &*TABLES;
        match language {
            Language::German => german,
            Language::Spanish => spanish,
            Language::French => french,
            Language::English | Language::Unknown => english,
        }
    }

    /// Adds why a sentence can be checked to what is known of it. Of a question nothing is left, of a guess only what can be looked up.
    pub fn reasons(&self, sentence: &str, reasons: &mut Vec<ClaimReason>) {
        let ends_in = sentence.trim_end_matches(|c: char| c.is_whitespace() || is_closing_mark(c) || c == ')');
        let quoted = reasons.contains(&ClaimReason::Quote);
        if !quoted && ends_in.ends_with(['?', '？', '؟']) {
            reasons.clear();
            return;
        }
        let bits = self.bits(&fold(&sentence.to_lowercase()));
        reasons.extend(REASONS.into_iter().filter(|reason| bits & bit(*reason) != 0));
        if !quoted && bits & GUESS != 0 {
            // “Perhaps the village will never be dry” names nothing that can be looked up.
            reasons.retain(|reason| matches!(reason, ClaimReason::Figure | ClaimReason::Date));
        }
    }

    /// What the words of a sentence say, in small letters and folded.
    fn bits(&self, plain: &str) -> u16 {
        let mut bits = if plain.contains(char::is_numeric) { bit(ClaimReason::Figure) } else { 0 };
        let is_part = |c: char| c.is_alphanumeric() || c == '\'' || c == '-';
        let mut at = 0;
        for word in plain.split(|c: char| !is_part(c)) {
            // “forty-eight” as well as “forty”.
            for known in std::iter::once(word).chain(word.split('-').filter(|part| part.len() < word.len())) {
                bits |= self.words.get(known).copied().unwrap_or_default();
            }
            let rest = plain.get(at..).unwrap_or_default();
            for (phrase, own) in self.phrases.get(word).into_iter().flatten() {
                let whole = rest.strip_prefix(phrase).is_some_and(|after| !after.starts_with(is_part));
                bits |= if whole { *own } else { 0 };
            }
            if verbs::reports(word) {
                bits |= bit(ClaimReason::Attribution);
            }
            if word.len() > 5 && self.endings.iter().any(|ending| word.ends_with(ending)) && !self.no_superlatives.contains(&word) {
                bits |= bit(ClaimReason::Superlative);
            }
            // The mark after a word is of any length.
            at += word.len();
            at += plain.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        }
        bits
    }
}
