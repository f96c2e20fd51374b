//! Times of day in a sentence.
//!
//! Read are: 6.42 a.m., 18:30, 18.30 Uhr, 7h30, 1407 UTC, noon; and in words: half past seven, Viertel vor sieben, halb acht, las siete y media de la tarde, sept heures et demie.
//! A part of the day (“in the evening”, „abends“, «de la noche») tells which half of the day is meant; without it a time below thirteen may be twelve hours later. Times of two
//! zones are never compared, since summer time would have to be known. A time at the head of a line is the stamp of a ticker's entry and tells of nothing.

use super::context::hash;
use super::language::Language;
use super::numeral::{Numeral, numeral};
use super::token::Token;
use super::unit;
use super::vocabulary::{is_function_word, is_one_of};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hour {
    /// Minutes since midnight.
    pub minutes: u16,
    /// It may be twelve hours later.
    pub half: bool,
    /// Whether it is told as near: “about”, „gegen“, „kurz vor“.
    pub about: bool,
    /// Which zone is named, as a hash; 0 for none.
    pub zone: u32,
}

/// How many minutes two times of one event may lie apart.
const NEAR: i32 = 5;
/// How many, where one of them is told as near.
const NEAR_ABOUT: i32 = 20;

impl Hour {
    /// Whether both may be one time; `None` where that cannot be told.
    pub fn agrees(&self, other: &Self) -> Option<bool> {
        let apart = i32::from(self.minutes.abs_diff(other.minutes));
        let round = if self.half || other.half { 720 } else { 1440 };
        let apart = apart % round;
        let near = if self.about || other.about { NEAR_ABOUT } else { NEAR };
        let agrees = apart.min(round - apart) <= near;
        (agrees || self.zone == other.zone).then_some(agrees).filter(|_| self.zone == other.zone || self.zone * other.zone == 0)
    }
}

/// A time of day and the token after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: Hour,
    pub next: usize,
}

/// A time as it is read: minutes, whether it may be twelve hours later, the token after it.
type Read = (u16, bool, usize);

fn word<'a>(tokens: &'a [Token], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.lower.as_ref())
}

/// The time of day that starts at token `at`.
pub(super) fn clock(tokens: &[Token], at: usize, language: Language) -> Option<Clock> {
    let token = tokens.get(at)?;
    let (minutes, half, next) = if token.is_digits() {
        in_digits(tokens, at, language)?
    } else if token.is_word() {
        in_words(tokens, at, language)?
    } else {
        return None;
    };
    let (minutes, half, next) = match part_of_day(tokens, next) {
        Some((part, next)) if half => (part.of(minutes), false, next),
        Some((_, next)) => (minutes, half, next),
        None => (minutes, half, next),
    };
    let (zone, next) = zone(tokens, next).unwrap_or((0, next));
    Some(Clock { hour: Hour { minutes, half, about: is_about(tokens, at), zone }, next })
}

/// The stamp of a ticker's entry (“14:05 –”, “19:40 Uhr:”) at the head of a sentence: the token after it.
pub(super) fn stamp(tokens: &[Token]) -> usize {
    let first = usize::from(tokens.first().is_some_and(|token| matches!(token.text, "•" | "-" | "–" | "*")));
    let Some(time) = tokens.get(first).filter(|token| token.is_digits()) else { return 0 };
    let timed = time.text.split_once([':', '.']).is_some_and(|(hour, minute)| hour.len() <= 2 && minute.len() == 2);
    let hours = [first + 1, half_of_day(tokens, first + 1).1, first + 2];
    let ends = |at: usize| tokens.get(at).is_some_and(|mark| matches!(mark.text, "|" | ":" | "•") || (mark.is_mark('-') && mark.spaced));
    let labelled = is_one_of(word(tokens, first + 1), "uhr h hrs gmt utc horas");
    let next = if ends(first + 1) {
        first + 1
    } else if labelled && ends(first + 2) {
        first + 2
    } else {
        hours[1]
    };
    if timed && ends(next) { next + 1 } else { 0 }
}

/// Times that start with digits.
fn in_digits(tokens: &[Token], at: usize, language: Language) -> Option<Read> {
    let token = tokens.get(at).filter(|token| token.text.len() <= 8)?;
    if token.text.len() == 4 && token.text.bytes().all(|byte| byte.is_ascii_digit()) && is_one_of(word(tokens, at + 1), "utc gmt hrs") {
        let (hour, minute) = token.text.split_at_checked(2)?;
        return time(hour.parse().ok()?, minute.parse().ok()?).map(|minutes| (minutes, false, at + 1));
    }
    let mut parts = token.text.split([':', '.']);
    let hour: u16 = parts.next()?.parse().ok().filter(|hour| *hour < 24)?;
    let minute = match parts.next() {
        Some(minute) if minute.len() == 2 => Some(minute.parse::<u16>().ok().filter(|minute| *minute < 60)?),
        Some(_) => return None,
        None => None,
    };
    let (noon, next) = half_of_day(tokens, at + 1);
    if let Some(afternoon) = noon.filter(|_| (1..=12).contains(&hour)) {
        return Some(((hour % 12 + 12 * u16::from(afternoon)) * 60 + minute.unwrap_or(0), false, next));
    }
    let minutes = hour * 60 + minute.unwrap_or(0);
    let after = word(tokens, at + 1);
    let below = hour < 13;
    match after {
        "uhr" => {
            let more = tokens.get(at + 2).filter(|more| minute.is_none() && more.is_digits() && more.text.len() == 2);
            let more = more.and_then(|more| more.text.parse().ok()).filter(|more| *more < 60);
            return Some((minutes + more.unwrap_or(0), hour < 12, at + 2 + usize::from(more.is_some())));
        }
        "hrs" | "gmt" | "utc" | "h" | "horas" if minute.is_some() => {
            let zoned = matches!(after, "gmt" | "utc");
            return Some((minutes, false, at + 2 - usize::from(zoned)));
        }
        "heures" | "heure" if language == Language::French && is_one_of(word(tokens, at.wrapping_sub(1)), "à vers dès") => {
            let (more, next) = french_minutes(tokens, at + 2);
            return Some((minutes.saturating_add_signed(more), below, next));
        }
        "o'clock" => return Some((minutes, true, at + 2)),
        _ => {}
    }
    // “7h30”.
    let glued = tokens.get(at + 1).filter(|next| !next.spaced && minute.is_none()).and_then(|next| next.lower.strip_prefix('h'));
    if let Some(more) = glued.filter(|more| more.len() == 2).and_then(|more| more.parse().ok()).filter(|more: &u16| *more < 60) {
        return Some((minutes + more, false, at + 2));
    }
    // “At 8 in the evening”, „um 7.40“, «a las 04.30».
    let introduced = is_one_of(word(tokens, at.wrapping_sub(1)), "at um gegen las until from by after before till ab à about around");
    if introduced && hour <= 12 && part_of_day(tokens, at + 1).is_some() {
        return Some((minutes, true, at + 1));
    }
    let marked = token.text.contains(':') && parts.next().is_none();
    let pointed = minute.is_some() && is_one_of(word(tokens, at.wrapping_sub(1)), "um las gegen") && language != Language::English;
    let measured = tokens
        .get(at + 1)
        .is_some_and(|next| next.is_mark('%') || unit::named(&next.lower).is_some() || unit::currency(next.text).is_some());
    (minute.is_some() && !measured && (marked || pointed)).then_some((minutes, below, at + 1))
}

/// Times in words.
fn in_words(tokens: &[Token], at: usize, language: Language) -> Option<Read> {
    match word(tokens, at) {
        "noon" | "midday" | "mediodía" if !is_one_of(word(tokens, at.wrapping_sub(1)), "before del") => return Some((720, false, at + 1)),
        "midnight" | "mitternacht" | "medianoche" => return Some((0, false, at + 1)),
        _ => {}
    }
    match language {
        Language::English => english(tokens, at),
        Language::German => german(tokens, at),
        Language::Spanish => spanish(tokens, at),
        Language::French => french(tokens, at),
    }
}

fn time(hour: u16, minute: u16) -> Option<u16> {
    (hour < 24 && minute < 60).then_some(60 * hour + minute)
}

/// A number in one word.
fn small(tokens: &[Token], at: usize, language: Language) -> Option<u16> {
    let token = tokens.get(at)?;
    if token.is_digits() {
        return token.text.parse().ok().filter(|number| *number < 60);
    }
    match numeral(&token.lower, language).filter(|_| token.is_word())? {
        Numeral::Small(small) => u16::try_from(small).ok().filter(|small| *small < 60),
        Numeral::One if !matches!(token.lower.as_ref(), "a" | "an") => Some(1),
        _ => None,
    }
}

/// An hour in a word or in digits.
fn hour(tokens: &[Token], at: usize, language: Language) -> Option<u16> {
    small(tokens, at, language).filter(|hour| (1..=12).contains(hour))
}

/// The time that lies `by` minutes from an hour.
fn off(hour: u16, by: i16) -> u16 {
    ((i32::from(hour) * 60 + i32::from(by)).rem_euclid(720)) as u16
}

fn english(tokens: &[Token], at: usize) -> Option<Read> {
    let of = |at: usize| hour(tokens, at, Language::English);
    let direction = |at: usize| match word(tokens, at) {
        "past" | "after" => Some(1),
        "to" | "before" => Some(-1),
        _ => None,
    };
    match word(tokens, at) {
        "half" if word(tokens, at + 1) == "past" => return Some((off(of(at + 2)?, 30), true, at + 3)),
        "quarter" => return Some((off(of(at + 2)?, 15 * direction(at + 1)?), true, at + 3)),
        _ => {}
    }
    let number = small(tokens, at, Language::English)?;
    // “Ten past six”, “at ten to six”.
    let told = is_one_of(word(tokens, at.wrapping_sub(1)), "at about around until by just shortly before after");
    if let (Some(direction), Some(hour), 5 | 10 | 20 | 25) = (direction(at + 1), of(at + 2), number)
        && (direction > 0 || told)
    {
        return Some((off(hour, number as i16 * direction), true, at + 3));
    }
    let hour = of(at)?;
    let more = small(tokens, at + 1, Language::English).filter(|more| *more >= 5);
    let next = at + 1 + usize::from(more.is_some());
    let minutes = 60 * hour + more.unwrap_or(0);
    match half_of_day(tokens, next) {
        (Some(afternoon), next) => Some((minutes % 720 + 720 * u16::from(afternoon), false, next)),
        _ if word(tokens, next) == "o'clock" => Some((minutes, true, next + 1)),
        _ => (told && part_of_day(tokens, next).is_some()).then_some((minutes, true, next)),
    }
}

fn german(tokens: &[Token], at: usize) -> Option<Read> {
    let of = |at: usize| hour(tokens, at, Language::German);
    let end = |at: usize| at + usize::from(word(tokens, at) == "uhr");
    match (word(tokens, at), word(tokens, at + 1)) {
        ("halb", _) => return Some((off(of(at + 1)?, -30), true, end(at + 2))),
        ("dreiviertel", _) => return Some((off(of(at + 1)?, -15), true, end(at + 2))),
        ("drei", "viertel") if of(at + 2).is_some() => return Some((off(of(at + 2)?, -15), true, end(at + 3))),
        ("viertel", "vor") => return Some((off(of(at + 2)?, -15), true, end(at + 3))),
        ("viertel", "nach") => return Some((off(of(at + 2)?, 15), true, end(at + 3))),
        _ => {}
    }
    let number = small(tokens, at, Language::German)?;
    let told = is_one_of(word(tokens, at.wrapping_sub(1)), "um gegen kurz bis ab");
    match word(tokens, at + 1) {
        "uhr" => {
            let more =
                small(tokens, at + 2, Language::German).filter(|_| !is_one_of(word(tokens, at + 2), "ein eine einen eines einer einem"));
            Some((time(number, more.unwrap_or(0))?, number < 12, at + 2 + usize::from(more.is_some())))
        }
        "vor" if told && number < 30 => Some((off(of(at + 2)?, -(number as i16)), true, end(at + 3))),
        "nach" if told && number < 30 => Some((off(of(at + 2)?, number as i16), true, end(at + 3))),
        _ => None,
    }
}

fn spanish(tokens: &[Token], at: usize) -> Option<Read> {
    let back = |by: usize| at.checked_sub(by).map_or("", |at| word(tokens, at));
    let hour = hour(tokens, at, Language::Spanish).filter(|hour| back(1) == "las" || (back(1) == "la" && *hour == 1))?;
    let (by, next) = match (word(tokens, at + 1), word(tokens, at + 2)) {
        ("y", "media") => (30, at + 3),
        ("y", "cuarto") => (15, at + 3),
        ("menos", "cuarto") => (-15, at + 3),
        ("y", _) => small(tokens, at + 2, Language::Spanish).filter(|more| *more >= 5).map_or((0, at + 1), |more| (more as i16, at + 3)),
        ("menos", _) => small(tokens, at + 2, Language::Spanish).map_or((0, at + 1), |less| (-(less as i16), at + 3)),
        ("en", "punto") => (0, at + 3),
        ("horas", _) => (0, at + 2),
        _ => (0, at + 1),
    };
    // “A las dos mujeres” is no time.
    let ends =
        tokens.get(next).is_none_or(|token| !token.is_word() && !token.is_mark('-') || is_function_word(&token.lower, Language::Spanish));
    let told = next > at + 1 || part_of_day(tokens, next).is_some() || (is_one_of(back(2), "a desde hasta hacia sobre") && ends);
    told.then(|| (off(hour, by), true, next))
}

fn french(tokens: &[Token], at: usize) -> Option<Read> {
    let hour = small(tokens, at, Language::French).filter(|hour| *hour < 24)?;
    if !is_one_of(word(tokens, at + 1), "heures heure") || !is_one_of(word(tokens, at.wrapping_sub(1)), "à vers dès") {
        return None;
    }
    let (by, next) = french_minutes(tokens, at + 2);
    Some(((60 * hour).saturating_add_signed(by), hour < 13, next))
}

/// “Et demie”, “et quart”, “moins le quart”, “30”: the minutes, and the token after them.
fn french_minutes(tokens: &[Token], at: usize) -> (i16, usize) {
    match (word(tokens, at), word(tokens, at + 1), word(tokens, at + 2)) {
        ("et", "demie" | "demi", _) => (30, at + 2),
        ("et", "quart", _) => (15, at + 2),
        ("moins", "le", "quart") => (-15, at + 3),
        _ => match tokens.get(at).filter(|more| more.is_digits() && more.text.len() == 2).and_then(|more| more.text.parse().ok()) {
            Some(more) if more < 60 => (more, at + 1),
            _ => (0, at),
        },
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Morning,
    Evening,
    /// Before midnight or after it.
    Night,
}

impl Part {
    /// The time of the part of the day that `minutes`, below thirteen hours, means.
    fn of(self, minutes: u16) -> u16 {
        let minutes = minutes % 720;
        match self {
            Self::Morning => minutes,
            Self::Evening => minutes + 720,
            Self::Night => {
                if minutes >= 360 {
                    minutes + 720
                } else {
                    minutes
                }
            }
        }
    }
}

/// The part of the day that is named at a token, and the token after it.
fn part_of_day(tokens: &[Token], at: usize) -> Option<(Part, usize)> {
    use Part::{Evening, Morning, Night};
    Some(match (word(tokens, at), word(tokens, at + 1), word(tokens, at + 2)) {
        ("in", "the", "morning") | ("in", "der", "früh") | ("de", "la", "mañana" | "madrugada") => (Morning, at + 3),
        ("in", "the", "afternoon" | "evening") | ("de", "la", "tarde") => (Evening, at + 3),
        ("at", "night", _) => (Night, at + 2),
        ("in", "der", "nacht") | ("de", "la", "noche") => (Night, at + 3),
        ("am", "morgen" | "vormittag", _) | ("du", "matin", _) => (Morning, at + 2),
        ("am", "nachmittag" | "abend", _) | ("del", "mediodía", _) | ("du", "soir", _) => (Evening, at + 2),
        ("de", "l'après", "-") => (Evening, at + 4),
        ("morgens" | "früh" | "vormittags", _, _) => (Morning, at + 1),
        ("nachmittags" | "abends" | "mittags", _, _) => (Evening, at + 1),
        ("nachts", _, _) => (Night, at + 1),
        _ => return None,
    })
}

/// The zone that is named at a token, and the token after it. Summer and winter time of one place are one zone.
fn zone(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let token = tokens.get(at).filter(|token| token.is_word())?;
    let named = match token.text {
        "UTC" | "GMT" | "Z" => "utc",
        "ET" | "EST" | "EDT" => "eastern",
        "CT" | "CST" | "CDT" => "central",
        "MT" | "MST" | "MDT" => "mountain",
        "PT" | "PST" | "PDT" => "pacific",
        "CET" | "CEST" | "MEZ" | "MESZ" => "cet",
        "BST" | "IST" | "MSK" | "JST" | "KST" | "AEST" | "AEDT" | "SGT" | "HKT" | "EET" | "EEST" | "WAT" | "SAST" | "EAT" => token.text,
        _ if is_one_of(word(tokens, at + 1), "time") && token.is_capitalised() => return Some((hash(&token.lower), at + 2)),
        _ if token.lower == "local" && word(tokens, at + 1) == "time" => return Some((0, at + 2)),
        _ => return None,
    };
    Some((hash(named), at + 1))
}

/// Whether the words before a time make it a near one.
fn is_about(tokens: &[Token], at: usize) -> bool {
    let words = (1..=4).map(|back| at.checked_sub(back).map_or("", |at| word(tokens, at)));
    let joins = |word: &&str| is_one_of(word, "before after at vor nach um a las la de antes después");
    words
        .skip_while(joins)
        .take(1)
        .any(|word| is_one_of(word, "about around shortly just gegen kurz etwa ungefähr hacia sobre poco vers peu approximately roughly"))
}

/// “a.m.”, “pm”: whether it is the afternoon, and the token after it.
fn half_of_day(tokens: &[Token], at: usize) -> (Option<bool>, usize) {
    match word(tokens, at) {
        "am" if tokens.get(at).is_some_and(|token| !token.spaced || token.text == "AM")
            || tokens.get(at).is_some_and(|token| token.text == "am")
                && !is_one_of(
                    word(tokens, at + 1),
                    "morgen vormittag nachmittag abend montag dienstag mittwoch donnerstag freitag samstag sonntag",
                ) =>
        {
            (Some(false), at + 1)
        }
        "pm" => (Some(true), at + 1),
        first @ ("a" | "p") if word(tokens, at + 1) == "." && word(tokens, at + 2) == "m" => {
            let point = usize::from(tokens.get(at + 3).is_some_and(|token| token.is_mark('.') && !token.spaced));
            (Some(first == "p"), at + 3 + point)
        }
        _ => (None, at),
    }
}
