//! Days, months and years as far as a text gives them, and what “yesterday” or “on Thursday” means on the day of publication.
//!
//! Method: the anchoring of TimeML's relative expressions on the document's creation time (Pustejovsky et al. 2003; rules as in HeidelTime, Strötgen and Gertz
//! 2013): a bare weekday is the last one, the day of publication included, unless the sentence looks ahead; a day without a year is the one nearest to publication.
//! It stops working on reports of old events that leave the year out, and on “last Thursday”, which some writers count from this week and others from the last.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// A stretch of the calendar, each field as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct When {
    pub year: Option<i16>,
    pub month: Option<i8>,
    /// The first and the last day.
    pub days: Option<(i8, i8)>,
}

impl When {
    pub fn day(date: Date) -> Self {
        Self { year: Some(date.year()), month: Some(date.month()), days: Some((date.day(), date.day())) }
    }

    pub fn month(date: Date) -> Self {
        Self { days: None, ..Self::day(date) }
    }

    pub fn year(year: i16) -> Self {
        Self { year: Some(year), month: None, days: None }
    }

    /// The first day, if all of it is known.
    pub fn date(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.days?.0).ok()
    }

    /// Whether there may be such a day.
    pub fn exists(&self) -> bool {
        let year = self.year.unwrap_or(2000);
        let Some(month) = self.month else { return (1..=9999).contains(&year) };
        let (first, last) = self.days.unwrap_or((1, 1));
        first <= last && Date::new(year, month, first).is_ok() && Date::new(year, month, last).is_ok()
    }

    /// Whether both may be the same day, as far as both are known.
    pub fn agrees(&self, other: &Self) -> bool {
        let same = |a: Option<i16>, b: Option<i16>| a.zip(b).is_none_or(|(a, b)| a == b);
        let days = self.days.zip(other.days).is_none_or(|(a, b)| a.0 <= b.1 && b.0 <= a.1);
        same(self.year, other.year) && same(self.month.map(i16::from), other.month.map(i16::from)) && days
    }

    /// How finely it is known: 1 for a year, 2 for a month, 3 for a day.
    pub fn fineness(&self) -> u8 {
        u8::from(self.year.is_some()).max(2 * u8::from(self.month.is_some())).max(3 * u8::from(self.days.is_some()))
    }

    /// With the year that brings it nearest to `reference`, if it has none. Another year within ten months is taken where the date lies far off and `weekday`, if there is one, only
    /// fits that year: “Sunday, 1 November” in an April is of the November to come if that has a Sunday there.
    pub fn nearest(mut self, reference: Option<Date>, weekday: Option<Weekday>) -> Self {
        if self.year.is_some() || self.month.is_none() {
            return self;
        }
        let Some(reference) = reference else { return self };
        let in_year = |year: i16| {
            let date = Date::new(year, self.month?, self.days.map_or(15, |days| days.0)).ok()?;
            Some((days_between(date, reference).abs(), date))
        };
        let mut around: Vec<(i32, Date)> = [-1, 0, 1].into_iter().filter_map(|by| in_year(reference.year() + by)).collect();
        around.sort_unstable();
        let nearest = around.first().copied();
        let fits = |(far, date): &&(i32, Date)| *far < FAR && weekday == Some(date.weekday());
        let fitting = around.iter().find(fits).copied().filter(|_| nearest.is_some_and(|(far, _)| far > NEAR));
        self.year = fitting.or(nearest).map(|(_, date)| date.year());
        self
    }
}

/// Within so many days of publication a day without a year is of that year, whatever its weekday.
const NEAR: i32 = 90;
/// Farther off than so many days a year is named.
const FAR: i32 = 300;

/// `date` less `reference`, in days.
pub(super) fn days_between(date: Date, reference: Date) -> i32 {
    reference.until(date).map_or(0, |span| span.get_days())
}

/// The day that lies `days` after `date`.
pub(super) fn shifted(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The month that lies `months` after that of `date`.
pub(super) fn shifted_months(date: Date, months: i32) -> Option<Date> {
    let first = Date::new(date.year(), date.month(), 1).ok()?;
    first.checked_add(months.months()).ok()
}

/// The day that a bare weekday means on the day `reference`: the last one, today included, or the next one.
pub(super) fn on(weekday: Weekday, reference: Date, ahead: bool) -> Option<Date> {
    let back = i32::from(weekday.until(reference.weekday()));
    if ahead && back > 0 { shifted(reference, 7 - back) } else { shifted(reference, -back) }
}

/// The weekday that a word in lower case names.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "montag" | "lunes" | "lundi" => Weekday::Monday,
        "tuesday" | "dienstag" | "martes" | "mardi" => Weekday::Tuesday,
        "wednesday" | "mittwoch" | "miércoles" | "mercredi" => Weekday::Wednesday,
        "thursday" | "donnerstag" | "jueves" | "jeudi" => Weekday::Thursday,
        "friday" | "freitag" | "viernes" | "vendredi" => Weekday::Friday,
        "saturday" | "samstag" | "sonnabend" | "sábado" | "samedi" => Weekday::Saturday,
        "sunday" | "sonntag" | "domingo" | "dimanche" => Weekday::Sunday,
        _ => return None,
    })
}

/// The name of a weekday, as findings show it.
pub(super) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// The month that a word in lower case names, 1 to 12.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word {
        "january" | "jan" | "januar" | "jänner" | "enero" | "janvier" => 1,
        "february" | "feb" | "februar" | "febrero" | "février" => 2,
        "march" | "mar" | "märz" | "marzo" | "mars" => 3,
        "april" | "apr" | "abril" | "avril" => 4,
        "may" | "mai" | "mayo" => 5,
        "june" | "jun" | "juni" | "junio" | "juin" => 6,
        "july" | "jul" | "juli" | "julio" | "juillet" => 7,
        "august" | "aug" | "agosto" | "août" => 8,
        "september" | "sep" | "sept" | "septiembre" | "septembre" => 9,
        "october" | "oct" | "oktober" | "okt" | "octubre" | "octobre" => 10,
        "november" | "nov" | "noviembre" | "novembre" => 11,
        "december" | "dec" | "dezember" | "dez" | "diciembre" | "décembre" => 12,
        _ => return None,
    })
}

/// The name of a month, as findings show it.
pub(super) fn month_name(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
