//! Weekdays that stand beside a date that falls on another.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::crosscheck::finding::{FigureGroup, FigureKind, FigureValue};
use crate::crosscheck::source::Apart;

use super::calendar::weekday_name;
use super::entry::Entry;
use super::index::Index;
use super::mention::Worth;
use super::show::day;

/// Older dates may be of another calendar.
const FIRST_YEAR: i16 = 1753;

/// Each date that some article gives a wrong weekday, with all weekdays that articles give it. A wrong one of which people have said that nothing is
/// wrong there, or that it and another are two things, is left out.
pub(super) fn mismatches(index: &Index, apart: &Apart) -> Vec<FigureGroup> {
    let mut dates: BTreeMap<Date, Vec<&Entry>> = BTreeMap::new();
    for entry in index.entries() {
        if let Worth::Day { when, weekday: Some(_), .. } = entry.worth
            && let Some(date) = when.date().filter(|date| date.year() >= FIRST_YEAR)
        {
            dates.entry(date).or_default().push(entry);
        }
    }
    dates.into_iter().filter_map(|(date, entries)| mismatch(date, &entries, apart)).collect()
}

fn mismatch(date: Date, entries: &[&Entry], apart: &Apart) -> Option<FigureGroup> {
    let mut values: Vec<FigureValue> = Vec::new();
    let mut wrong = false;
    for entry in entries {
        let Worth::Day { when, weekday: Some(weekday), .. } = entry.worth else { continue };
        if weekday != date.weekday() {
            let place = entry.place();
            if apart.alone(&place) || entries.iter().any(|other| apart.places(&place, &other.place())) {
                continue;
            }
            wrong = true;
        }
        let value = format!("{}, {}", weekday_name(weekday), day(&when));
        match values.iter_mut().find(|known| known.value == value) {
            Some(known) => known.members.push(entry.place()),
            None => values.push(FigureValue { value, members: vec![entry.place()] }),
        }
    }
    for value in &mut values {
        value.members.sort_unstable();
    }
    values.sort_by_key(|value| (std::cmp::Reverse(value.members.len()), value.members.first().copied()));
    let written = day(&super::calendar::When::day(date));
    let reason = format!("{written} is a {}.", weekday_name(date.weekday()));
    wrong.then_some(FigureGroup { kind: FigureKind::Weekday, what: written, conflict: true, reason, values })
}
