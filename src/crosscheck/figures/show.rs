//! Figures and dates as findings show them: “2,400,000 €”, “40 cm (0.4 m)”, “28 March 2026”.

use super::agree::Amount;
use super::calendar::{When, month_name};
use super::mention::Worth;
use super::qualifier::Qualifier;
use super::unit::{Dimension, base_sign};

/// A figure, normalised.
pub(super) fn worth(worth: &Worth) -> String {
    match worth {
        Worth::Amount(figure) => amount(figure),
        Worth::Day { when, .. } => day(when),
        Worth::Time(hour) => {
            let time = format!("{}:{:02}", hour.minutes / 60, hour.minutes % 60);
            if hour.half { format!("{time} (a.m. or p.m.)") } else { time }
        }
    }
}

fn amount(amount: &Amount) -> String {
    let (value, upper) = (amount.value / amount.factor, amount.upper / amount.factor);
    let mut shown = match amount.qualifier {
        Qualifier::AtLeast => "at least ",
        Qualifier::AtMost => "at most ",
        Qualifier::JustOver => "a little over ",
        Qualifier::Nearly => "nearly ",
        Qualifier::Exact | Qualifier::About => "",
    }
    .to_owned();
    shown.push_str(&number(value));
    if upper != value {
        shown.push('–');
        shown.push_str(&number(upper));
    }
    let sign = match amount.sign {
        "EUR" => "€",
        "USD" => "$",
        "GBP" => "£",
        sign => sign,
    };
    if !sign.is_empty() {
        if sign != "%" {
            shown.push('\u{a0}');
        }
        shown.push_str(sign);
    }
    let base = base_sign(amount.dimension);
    if !base.is_empty() && sign != base && amount.dimension != Dimension::Temperature {
        shown.push_str(&format!(" ({}\u{a0}{base})", number(amount.value)));
    }
    shown
}

/// A number with commas between thousands and no more digits than it needs.
pub(super) fn number(value: f64) -> String {
    let digits = if value.abs() >= 1000.0 {
        0
    } else if value.abs() >= 1.0 {
        2
    } else {
        4
    };
    let plain = format!("{value:.digits$}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut shown = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 && !shown.ends_with('-') {
            shown.push(',');
        }
        shown.push(digit);
    }
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { shown } else { format!("{shown}.{fraction}") }
}

/// A date as far as it is known.
pub(super) fn day(when: &When) -> String {
    let mut parts = Vec::new();
    match when.days {
        Some((first, last)) if first != last => parts.push(format!("{first}–{last}")),
        Some((day, _)) => parts.push(day.to_string()),
        None => {}
    }
    parts.extend(when.month.map(|month| month_name(month).to_owned()));
    parts.extend(when.year.map(|year| year.to_string()));
    parts.join(" ")
}
