//! Dates in a sentence.
//!
//! Read are: 12 March 2026, March 12 (2026), Oct. 24-26, 12. März, 12 de marzo de 2026, 12.3.2026, 2026-03-12, 13/3/2026, a month with or without its year, a year after a
//! preposition, weekdays, today and yesterday, last month and next year. Left open is what can be read in two ways (3/4/2026), a date
//! that does not exist (31 February, 99/99/9999), a season and a week. How a date is completed from the day of publication: [`calendar`](super::calendar).

use jiff::civil::{Date, Weekday};

use super::calendar::{When, month, on, shifted, shifted_months, weekday};
use super::language::{Language, Manner};
use super::token::Token;

/// A date in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    pub when: When,
    /// The weekday that stands beside a day of a month.
    pub weekday: Option<Weekday>,
    /// Whether it may be meant in another way, so that it can agree with another date and never contradict it.
    pub loose: bool,
    /// The token after it.
    pub next: usize,
}

/// What a sentence's dates are counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    /// The day of publication.
    pub date: Option<Date>,
    /// Whether the sentence speaks of what is to come.
    pub ahead: bool,
}

/// The date that starts at token `at`.
pub(super) fn date(tokens: &[Token], at: usize, manner: Manner, reference: Reference) -> Option<Dated> {
    let token = tokens.get(at)?;
    if token.is_digits() {
        return day_first(tokens, at, manner).or_else(|| year_alone(tokens, at)).map(|dated| complete(dated, reference));
    }
    if !token.is_word() {
        return None;
    }
    if let Some(weekday) =
        weekday(&token.lower).filter(|_| token.is_capitalised() || matches!(manner.language, Language::Spanish | Language::French))
    {
        return with_weekday(tokens, at, weekday, manner, reference);
    }
    month_first(tokens, at, manner).map(|dated| complete(dated, reference)).or_else(|| relative(tokens, at, reference))
}

/// With its year.
fn complete(dated: Dated, reference: Reference) -> Dated {
    Dated { when: dated.when.nearest(reference.date, dated.weekday), ..dated }
}

fn with_weekday(tokens: &[Token], at: usize, weekday: Weekday, manner: Manner, reference: Reference) -> Option<Dated> {
    let skips = |token: &Token| {
        token.is_mark(',') || token.is_mark('.') || matches!(token.lower.as_ref(), "the" | "dem" | "den" | "der" | "el" | "le" | "día")
    };
    let mut next = at + 1;
    while next < at + 4 && tokens.get(next).is_some_and(skips) {
        next += 1;
    }
    let beside = day_first(tokens, next, manner).or_else(|| month_first(tokens, next, manner)).filter(|dated| dated.when.days.is_some());
    // “Monday and Tuesday, 2 and 3 March”: which day is which is for the reader.
    let several = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|before| {
        before.is_mark('-')
            || matches!(before.lower.as_ref(), "and" | "or" | "to" | "und" | "bis" | "oder" | "y" | "o" | "a" | "et")
                && manner.language != Language::German
            || matches!(before.lower.as_ref(), "und" | "bis" | "oder")
    });
    if let Some(beside) = beside {
        let named = (!several).then_some(weekday);
        return Some(complete(Dated { weekday: named, ..beside }, reference));
    }
    let word = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at)).map_or("", |token| token.lower.as_ref());
    if matches!(
        word(1),
        "every"
            | "each"
            | "jeden"
            | "cada"
            | "a"
            | "next"
            | "nächsten"
            | "kommenden"
            | "próximo"
            | "following"
            | "previous"
            | "black"
            | "good"
            | "same"
    ) || matches!(tokens.get(at + 1).map_or("", |token| token.lower.as_ref()), "after" | "before")
    {
        return None;
    }
    let loose = matches!(word(1), "last" | "vergangenen" | "letzten" | "pasado" | "that" | "this")
        || tokens.get(at + 1).is_some_and(|next| next.lower == "pasado");
    let day = on(weekday, reference.date?, reference.ahead)?;
    Some(Dated { when: When::day(day), weekday: None, loose, next: at + 1 })
}

/// A whole number of one or two digits, with an ordinal's ending, and the token after it.
fn day(tokens: &[Token], at: usize, language: Language) -> Option<(i8, usize)> {
    let token = tokens.get(at).filter(|token| token.is_digits() && token.text.len() <= 2)?;
    let day = token.text.parse().ok().filter(|day| (1..=31).contains(day))?;
    let glued = tokens.get(at + 1).filter(|next| !next.spaced);
    let ended = match glued {
        Some(next) if matches!(next.lower.as_ref(), "st" | "nd" | "rd" | "th" | "er" | "º") => 1,
        Some(next) if next.is_mark('.') && language == Language::German => 1,
        _ => 0,
    };
    Some((day, at + 1 + ended))
}

/// The second day of “24-26” or “24 to 26”, and the token after it.
fn until_day(tokens: &[Token], at: usize, first: i8, language: Language) -> Option<(i8, usize)> {
    let joins = tokens.get(at).is_some_and(|token| token.is_mark('-') || matches!(token.lower.as_ref(), "to" | "bis" | "al"));
    if !joins {
        return None;
    }
    day(tokens, at + 1, language).filter(|(last, _)| *last > first)
}

fn year(tokens: &[Token], at: usize) -> Option<i16> {
    let token = tokens.get(at).filter(|token| token.is_digits() && token.text.len() == 4)?;
    let glued = tokens.get(at + 1).is_some_and(|next| !next.spaced && (next.is_word() || next.is_mark('%') || next.is_mark('/')));
    token.text.parse().ok().filter(|year| (1000..=2199).contains(year) && !glued)
}

/// A year after a date's month, with a comma or “de” before it; the token after it.
fn year_after(tokens: &[Token], at: usize) -> Option<(i16, usize)> {
    let passes = tokens.get(at).is_some_and(|token| token.is_mark(',') || matches!(token.lower.as_ref(), "de" | "del" | "of"));
    let at = at + usize::from(passes);
    year(tokens, at).map(|year| (year, at + 1))
}

/// The month that a token names; a month that is also a word needs its capital.
fn month_at(tokens: &[Token], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at).filter(|token| token.is_word())?;
    let month = month(&token.lower)?;
    let foreign = matches!(
        token.lower.as_ref(),
        "enero"
            | "febrero"
            | "marzo"
            | "abril"
            | "mayo"
            | "junio"
            | "julio"
            | "agosto"
            | "septiembre"
            | "octubre"
            | "noviembre"
            | "diciembre"
            | "janvier"
            | "février"
            | "mars"
            | "avril"
            | "mai"
            | "juin"
            | "juillet"
            | "août"
            | "septembre"
            | "octobre"
            | "novembre"
            | "décembre"
    );
    let point = token.text.len() <= 4 && tokens.get(at + 1).is_some_and(|next| next.is_mark('.') && !next.spaced);
    (token.is_capitalised() || foreign).then_some((month, at + 1 + usize::from(point)))
}

/// Dates that start with digits.
fn day_first(tokens: &[Token], at: usize, manner: Manner) -> Option<Dated> {
    let found = |when: When, next: usize| when.exists().then_some(Dated { when, weekday: None, loose: false, next });
    if let Some((when, next)) = numeric(tokens, at, manner) {
        return found(when, next);
    }
    let (first, mut next) = day(tokens, at, manner.language)?;
    let mut last = first;
    if let Some((day, after)) = until_day(tokens, next, first, manner.language) {
        (last, next) = (day, after);
    }
    if tokens.get(next).is_some_and(|token| matches!(token.lower.as_ref(), "of" | "de")) {
        next += 1;
    }
    let (month, next) = month_at(tokens, next)?;
    let days = Some((first, last));
    match year_after(tokens, next) {
        Some((year, next)) => found(When { year: Some(year), month: Some(month), days }, next),
        None => found(When { year: None, month: Some(month), days }, next),
    }
}

/// 2026-03-12, 12.3.2026, 12.3., 13/3/2026.
fn numeric(tokens: &[Token], at: usize, manner: Manner) -> Option<(When, usize)> {
    let token = tokens.get(at)?;
    let glued = at
        .checked_sub(1)
        .and_then(|at| tokens.get(at))
        .is_some_and(|before| !token.spaced && (before.is_mark('/') || before.is_mark('-') || before.is_digits()));
    if glued {
        return None;
    }
    let when = |year: i16, month: i8, day: i8| When { year: Some(year), month: Some(month), days: Some((day, day)) };
    if token.text.contains('.') {
        let mut parts = token.text.split('.');
        let (day, month) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let year = parts
            .next()
            .filter(|year| matches!(year.len(), 2 | 4))
            .map(|year| year.parse::<i16>().ok().map(|short| if year.len() == 2 { 2000 + short } else { short }));
        return match (year, parts.next()) {
            (Some(year), None) => Some((when(year?, month, day), at + 1)),
            // “12.3.”: only German leaves the year out like this.
            (None, None)
                if manner.language == Language::German && tokens.get(at + 1).is_some_and(|next| next.is_mark('.') && !next.spaced) =>
            {
                Some((When { year: None, ..when(0, month, day) }, at + 2))
            }
            _ => None,
        };
    }
    let mark = tokens.get(at + 1).filter(|mark| !mark.spaced)?;
    let same = tokens.get(at + 3).is_some_and(|other| other.text == mark.text && !other.spaced);
    let (second, third) = (tokens.get(at + 2).filter(|token| !token.spaced)?, tokens.get(at + 4).filter(|token| !token.spaced)?);
    if !same || !second.is_digits() || !third.is_digits() {
        return None;
    }
    if mark.is_mark('-') && token.text.len() == 4 {
        return Some((when(token.text.parse().ok()?, second.text.parse().ok()?, third.text.parse().ok()?), at + 5));
    }
    if mark.is_mark('/') && third.text.len() == 4 {
        let (first, second, year): (i8, i8, i16) = (token.text.parse().ok()?, second.text.parse().ok()?, third.text.parse().ok()?);
        let day_first = when(year, second, first);
        let month_first = when(year, first, second);
        return match (day_first.exists(), month_first.exists()) {
            (true, true) if first != second && manner.language == Language::English => None,
            (true, _) => Some((day_first, at + 5)),
            (false, true) => Some((month_first, at + 5)),
            (false, false) => None,
        };
    }
    None
}

/// Dates that start with a month.
fn month_first(tokens: &[Token], at: usize, manner: Manner) -> Option<Dated> {
    let (month, next) = month_at(tokens, at)?;
    let found = |when: When, loose: bool, next: usize| when.exists().then_some(Dated { when, weekday: None, loose, next });
    if let Some((first, after)) = day(tokens, next, manner.language).filter(|_| manner.language == Language::English) {
        let (last, after) = until_day(tokens, after, first, manner.language).unwrap_or((first, after));
        let days = Some((first, last));
        // “March 12 people …” is a count: a day is followed by no noun, but that cannot be seen; the commoner reading is the date.
        return match year_after(tokens, after) {
            Some((year, next)) => found(When { year: Some(year), month: Some(month), days }, false, next),
            None => found(When { year: None, month: Some(month), days }, false, after),
        };
    }
    if let Some((year, next)) = year_after(tokens, next) {
        return found(When { year: Some(year), month: Some(month), days: None }, false, next);
    }
    let before = at.checked_sub(1).and_then(|at| tokens.get(at));
    let introduced = before.is_some_and(|before| {
        before.is_mark('-')
            || matches!(
                before.lower.as_ref(),
                "in" | "since"
                    | "until"
                    | "till"
                    | "by"
                    | "from"
                    | "of"
                    | "last"
                    | "next"
                    | "early"
                    | "late"
                    | "mid"
                    | "this"
                    | "during"
                    | "im"
                    | "seit"
                    | "ende"
                    | "anfang"
                    | "mitte"
                    | "en"
                    | "desde"
                    | "hasta"
                    | "de"
                    | "depuis"
                    | "fin"
            )
    });
    introduced.then(|| found(When { year: None, month: Some(month), days: None }, true, next)).flatten()
}

/// A year that a preposition shows to be one.
fn year_alone(tokens: &[Token], at: usize) -> Option<Dated> {
    let year = year(tokens, at)?;
    let before = at.checked_sub(1).and_then(|at| tokens.get(at))?;
    let introduced = matches!(
        before.lower.as_ref(),
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "from"
            | "of"
            | "during"
            | "late"
            | "early"
            | "before"
            | "after"
            | "year"
            | "seit"
            | "jahr"
            | "jahre"
            | "bis"
            | "vor"
            | "nach"
            | "en"
            | "desde"
            | "hasta"
            | "año"
            | "de"
            | "depuis"
    );
    let range = tokens.get(at + 1).is_some_and(|next| next.is_mark('-'));
    (introduced && !range).then_some(Dated {
        when: When::year(year),
        weekday: None,
        loose: matches!(before.lower.as_ref(), "before" | "after" | "by" | "vor" | "nach" | "until" | "till"),
        next: at + 1,
    })
}

/// Today, yesterday, last month, next year.
fn relative(tokens: &[Token], at: usize, reference: Reference) -> Option<Dated> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.lower.as_ref());
    let found = |when: Option<When>, length: usize| Some(Dated { when: when?, weekday: None, loose: true, next: at + length });
    let by_days = |days: i32| reference.date.and_then(|date| shifted(date, days)).map(When::day);
    let by_months = |months: i32| reference.date.and_then(|date| shifted_months(date, months)).map(When::month);
    let by_years = |years: i16| reference.date.map(|date| When::year(date.year() + years));
    match (word(at), word(at + 1)) {
        ("today" | "heute" | "hoy" | "aujourd'hui", _) => found(by_days(0), 1),
        ("yesterday" | "gestern" | "ayer" | "hier", _) => found(by_days(-1), 1).filter(|_| word(at) != "hier" || reference.date.is_some()),
        ("tomorrow" | "demain" | "übermorgen", _) => found(by_days(if word(at) == "übermorgen" { 2 } else { 1 }), 1),
        ("vorgestern" | "anteayer" | "avant-hier", _) => found(by_days(-2), 1),
        ("last", "month") | ("vergangenen" | "letzten", "monat") => found(by_months(-1), 2),
        ("next", "month") | ("kommenden" | "nächsten", "monat") => found(by_months(1), 2),
        ("last", "year") | ("vergangenen" | "letzten", "jahr" | "jahres") => found(by_years(-1), 2),
        ("next", "year") | ("kommenden" | "nächsten", "jahr") => found(by_years(1), 2),
        ("mes", "pasado") => found(by_months(-1), 2),
        ("año", "pasado") => found(by_years(-1), 2),
        _ => None,
    }
}
