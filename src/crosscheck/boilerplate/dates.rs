//! Lines that hold only a date.
//!
//! Forms: `March 4, 2026`, `4 March 2026`, `4. März 2026`, `4 de marzo de 2026`, `2026-03-04`, `04.03.2026`, `13/03/2026`, with a weekday before and a time after,
//! and with a label such as “Published:”. Months in English, German, Spanish, French and Italian.
//!
//! What it does not do: it finds no dates within prose. `03/04/2026` is seen as a date but not read, since nobody can know which day is meant.

use std::str::FromStr;

/// What a label before a date says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// When the article appeared.
    Published,
    /// When it was last changed.
    Updated,
}

/// A line that holds only a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateLine {
    /// The label, if there is one.
    pub label: Option<Label>,
    /// The date as `2026-03-04`, unless it can be read in two ways, or only the time of day is told.
    pub iso: Option<String>,
}

/// Longer lines, in bytes, hold more than a date.
const LONGEST: usize = 120;

const PUBLISHED: [&str; 12] = [
    "published",
    "posted",
    "first published",
    "issued",
    "date",
    "veröffentlicht",
    "erstellt",
    "publicado",
    "publié",
    "pubblicato",
    "stand",
    "fecha",
];
const UPDATED: [&str; 11] = [
    "last updated",
    "updated",
    "last modified",
    "modified",
    "zuletzt aktualisiert",
    "aktualisiert",
    "última actualización",
    "actualizado",
    "actualizada",
    "mis à jour",
    "aggiornato",
];

/// What may stand between a label and its date, and around a time.
const FILLERS: [&str; 45] = [
    "on", "at", "am", "um", "uhr", "el", "le", "il", "a", "las", "à", "alle", "pm", "a.m", "p.m", "h", "hrs", "gmt", "utc", "bst", "cet",
    "cest", "est", "edt", "et", "pst", "pdt", "pt", "ist", "cst", "cdt", "mst", "mdt", "aest", "aedt", "jst", "sgt", "hkt", "msk", "mez",
    "mesz", "art", "horas", "hora", "heures",
];

const WEEKDAYS: [&str; 7 * 5] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
];
const SHORT_WEEKDAYS: [&str; 11] = ["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "sonnabend"];

/// The names of each month.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "januar", "jänner", "enero", "janvier", "gennaio"],
    &["february", "feb", "februar", "febrero", "février", "febbraio"],
    &["march", "mar", "märz", "marzo", "mars"],
    &["april", "apr", "abril", "avril", "aprile"],
    &["may", "mai", "mayo", "maggio"],
    &["june", "jun", "juni", "junio", "juin", "giugno"],
    &["july", "jul", "juli", "julio", "juillet", "luglio"],
    &["august", "aug", "agosto", "août"],
    &["september", "sep", "sept", "septiembre", "septembre", "settembre"],
    &["october", "oct", "oktober", "okt", "octubre", "octobre", "ottobre"],
    &["november", "nov", "noviembre", "novembre"],
    &["december", "dec", "dezember", "dez", "diciembre", "décembre", "dicembre"],
];

/// Reads a line that holds only a date, or a date of publication and one of change parted by `|`, `;` or `•`. `None` if it holds anything else.
#[must_use]
pub fn date_line(line: &str) -> Option<DateLine> {
    if line.len() > LONGEST || !line.contains(|character: char| character.is_ascii_digit()) {
        return None;
    }
    // “Publié le 4 mars 2026, mis à jour à 11h48”.
    let lower = UPDATED.iter().fold(line.to_lowercase(), |line, label| line.replace(&format!(", {label} "), &format!("|{label} ")));
    let dates: Vec<DateLine> = lower.split(['|', ';', '•', '·']).map(single).collect::<Option<_>>()?;
    let best = dates.iter().find(|date| date.label != Some(Label::Updated)).or(dates.first());
    best.cloned()
}

/// The date after a name, as in “The Harbour Times, 4 March 2026”, and the name.
#[must_use]
pub fn after_name(line: &str) -> Option<(&str, DateLine)> {
    let (name, rest) = line.split_once([',', '|', '•', '·'])?;
    Some((name.trim(), date_line(rest.trim())?))
}

/// The date in a path such as `/2026/03/04/bridge.html`.
#[must_use]
pub fn date_in_path(url: &str) -> Option<String> {
    let parts: Vec<&str> = url.split('/').collect();
    parts.windows(3).find_map(|window| match window {
        [year, month, day] if year.len() == 4 && month.len() <= 2 => iso(number(year)?, number(month)?, number(day)?),
        _ => None,
    })
}

/// One date with its label, in lower case.
fn single(text: &str) -> Option<DateLine> {
    let text = text.trim();
    let (label, rest) = without_label(text);
    let mut words = rest
        .split(|character: char| character.is_whitespace() || character == ',')
        .map(|word| word.trim_matches(['.', '(', ')', ':']))
        .filter(|word| !word.is_empty() && !matches!(*word, "-" | "–" | "—" | "de" | "of" | "del"))
        .skip_while(|word| FILLERS.contains(word) || WEEKDAYS.contains(word) || SHORT_WEEKDAYS.contains(word));
    let mut first = words.next()?;
    // “Published: 09:12, 4 March 2026”.
    if label.is_some() && is_time(first) {
        first = words.find(|word| !FILLERS.contains(word)).unwrap_or(first);
    }
    let iso = if let Some(date) = numeric(first) {
        date
    } else if label.is_some() && is_time(first) {
        None
    } else {
        let (second, year) = (words.next()?, number(words.next()?)?);
        let (month, day) = match (month(first), month(second)) {
            (Some(month), _) => (month, day(second)?),
            (None, Some(month)) => (month, day(first)?),
            (None, None) => return None,
        };
        Some(iso(year, month, day)?)
    };
    words.all(|word| FILLERS.contains(&word) || is_time(word)).then_some(DateLine { label, iso })
}

/// A label must be parted from what follows it: “Dates” is none.
fn without_label(text: &str) -> (Option<Label>, &str) {
    let find = |labels: &[&str], label: Label| {
        labels.iter().find_map(|words| {
            let rest = text.strip_prefix(words).filter(|rest| rest.starts_with([':', ' ']))?;
            // “Posted by the editors on March 13”.
            let date = rest.strip_prefix(" by ").and_then(|rest| rest.split_once(" on ")).map_or(rest, |(_, date)| date);
            Some((Some(label), date))
        })
    };
    find(&PUBLISHED, Label::Published).or_else(|| find(&UPDATED, Label::Updated)).unwrap_or((None, text))
}

/// A date in figures. The inner `None`: it can be read in two ways.
fn numeric(word: &str) -> Option<Option<String>> {
    // The time of `2026-03-04T10:30:00Z` says nothing about the day.
    let date = word.split_once('t').filter(|(_, time)| is_time(time.trim_end_matches('z'))).map_or(word, |(date, _)| date);
    let separator = ['-', '/', '.'].into_iter().find(|separator| date.contains(*separator))?;
    let mut parts = date.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    if first.len() == 4 {
        return Some(Some(iso(number(first)?, number(second)?, number(third)?)?));
    }
    let (first, second, year) = (number(first)?, number(second)?, number(third).filter(|_| third.len() == 4)?);
    let (day_first, month_first) = (iso(year, second, first), iso(year, first, second));
    match (day_first, month_first) {
        (day_first, _) if separator == '.' => Some(Some(day_first?)),
        (Some(one), Some(other)) => Some((one == other).then_some(one)),
        (Some(one), None) | (None, Some(one)) => Some(Some(one)),
        (None, None) => None,
    }
}

/// A day without its year, which only a weekday or a place before it shows to be a dateline: “Wednesday, 4 March”, “Oslo, 4. März”.
#[must_use]
pub fn is_day_line(line: &str) -> bool {
    let Some((head, rest)) = line.split_once(',').filter(|_| line.len() <= 60) else { return false };
    let lower = head.to_lowercase();
    let weekday = WEEKDAYS.contains(&lower.as_str()) || SHORT_WEEKDAYS.contains(&lower.as_str());
    let rest = rest.to_lowercase();
    let mut words =
        rest.split_whitespace().map(|word| word.trim_matches(['.', ','])).filter(|word| !matches!(*word, "de" | "of" | "den" | "the"));
    let (Some(first), Some(second), None) = (words.next(), words.next(), words.next()) else { return false };
    let dated = (day(first).is_some_and(|day| day < 32) && month(second).is_some())
        || (month(first).is_some() && day(second).is_some_and(|day| day < 32));
    dated && (weekday || super::names::is_bare_place(head))
}

/// “05:30 CET”, “16:20 Uhr”: a time of day and nothing else.
#[must_use]
pub fn is_time_alone(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace().map(|word| word.trim_matches(['.', '(', ')', ':', ',']));
    lower.len() <= 30 && words.clone().any(is_time) && words.all(|word| is_time(word) || FILLERS.contains(&word))
}

/// `10:30`, `10.30`, `10h30`, `10:30:05`, `10:30am`, `10am`, `+01:00`.
fn is_time(word: &str) -> bool {
    if let Some((hours, minutes)) = word.split_once('h') {
        let figures = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        return !hours.is_empty() && figures(hours) && figures(minutes);
    }
    let figures = word.trim_end_matches("am").trim_end_matches("pm").trim_end_matches('h').trim_start_matches('+');
    let marked = figures.len() < word.len() || figures.contains([':', '.']);
    marked && figures.split([':', '.']).all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn month(word: &str) -> Option<u32> {
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    u32::try_from(index + 1).ok()
}

fn day(word: &str) -> Option<u32> {
    let figures = ["st", "nd", "rd", "th", "er", "º"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    number(figures)
}

fn number(word: &str) -> Option<u32> {
    word.bytes().all(|byte| byte.is_ascii_digit()).then(|| u32::from_str(word).ok())?
}

/// `2026-03-04`, if there is such a day.
fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    ((1600..2200).contains(&year) && (1..=days).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
}
