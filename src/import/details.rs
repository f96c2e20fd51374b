//! Title, outlet, address and date, as far as the text states them.
//!
//! Why: five reports of one event are told apart by their outlets and headlines; typing them again would be a nuisance.
//!
//! How: the title is the first line above the body that reads like a headline, else the opening words. Everything else is taken only from what is no
//! article text, never from prose. For the outlet the strongest statement counts: the page's own name (share line, `{Site.com}`, the article's
//! address), then a line of outlet and date, the byline, a copyright notice, and last an agency, which sells its reports to many outlets.
//!
//! What it does not do: it guesses nothing. A date that reads in two ways is left out; the reviewer can fill it in.

use std::ops::Range;

use crate::crosscheck::boilerplate::{byline, dates, is_body_text};
use crate::model::Reason;

use super::markup;

/// A headline is sought in so many paragraphs.
const HEAD: usize = 8;

/// The longest headline, in characters.
const LONGEST_HEADLINE: usize = 200;

/// Opening words that serve as title are not longer, in characters.
const LONGEST_OPENING: usize = 80;

/// Roles that stand after a name in a byline, where an outlet may stand too.
const ROLES: [&str; 12] = [
    "writer",
    "editor",
    "reporter",
    "correspondent",
    "staff",
    "chief",
    "columnist",
    "bureau",
    "journalist",
    "redakteur",
    "redakteurin",
    "photographer",
];

/// Agencies whose reports many outlets print.
const AGENCIES: [&str; 14] = [
    "ap",
    "associated press",
    "the associated press",
    "reuters",
    "thomson reuters",
    "afp",
    "agence france-presse",
    "dpa",
    "efe",
    "ansa",
    "upi",
    "tass",
    "xinhua",
    "bloomberg",
];

/// What a text says about itself.
#[derive(Debug, Default)]
pub(super) struct Details {
    pub title: String,
    pub outlet: Option<String>,
    pub url: Option<String>,
    pub date: Option<String>,
}

/// Reads the details of `text`; `proposals` are the parts that are no article text.
pub(super) fn read(text: &str, proposals: &[(Range<usize>, Reason)]) -> Details {
    let parts: Vec<(&str, Reason)> = proposals.iter().filter_map(|(range, reason)| Some((text.get(range.clone())?, *reason))).collect();
    let url = url(&parts);
    Details { title: title(text, proposals), outlet: outlet(&parts, url.as_deref()), date: date(&parts, url.as_deref()), url }
}

fn title(text: &str, proposals: &[(Range<usize>, Reason)]) -> String {
    let mut start = 0;
    let mut dismissed = proposals.iter().peekable();
    let mut opening = None;
    let mut headlines = Vec::new();
    for (index, paragraph) in text.split('\n').enumerate() {
        let end = start + paragraph.len();
        while dismissed.next_if(|(range, _)| range.end <= start && range.end < end).is_some() {}
        // A dateline may take the head of a paragraph: the title begins after it.
        let from = dismissed.peek().filter(|(range, _)| range.start == start).map_or(start, |(range, _)| range.end.min(end));
        let words = text.get(from..end).unwrap_or_default().trim();
        start = end + 1;
        if words.is_empty() {
            continue;
        }
        opening = opening.or(Some(words));
        if index >= HEAD || is_body_text(words) {
            break;
        }
        if is_headline(words) {
            headlines.push(words);
        }
    }
    // A line of one to three words may be the name of a section above the headline.
    let long = headlines.iter().find(|words| words.split_whitespace().nth(3).is_some());
    match long.or(headlines.first()) {
        Some(headline) => (*headline).to_owned(),
        None => shortened(opening.or_else(|| text.lines().next()).unwrap_or_default()),
    }
}

fn is_headline(words: &str) -> bool {
    let several = words.split_whitespace().nth(1).is_some() || words.chars().filter(|character| !character.is_ascii()).nth(5).is_some();
    several
        && !markup::is_item(words)
        && !words.ends_with(['.', ',', ';', ':'])
        && words.chars().nth(LONGEST_HEADLINE).is_none()
        && dates::date_line(words).is_none()
}

/// The first words, cut at a word's end.
fn shortened(words: &str) -> String {
    let Some((limit, _)) = words.char_indices().nth(LONGEST_OPENING) else { return words.to_owned() };
    let head = words.char_indices().nth(LONGEST_OPENING - 1).and_then(|(end, _)| words.get(..end)).unwrap_or_default();
    let at_word =
        words.get(..limit).and_then(|head| head.rfind(char::is_whitespace)).filter(|at| *at > limit / 2).and_then(|at| words.get(..at));
    format!("{}…", at_word.unwrap_or(head).trim_end_matches([' ', ',', ';', ':', '–', '—', '-', '.']))
}

/// The only address in the text, or the one that is announced as the article's own.
fn url(parts: &[(&str, Reason)]) -> Option<String> {
    let addresses = || parts.iter().filter(|(_, reason)| *reason == Reason::Address).map(|(words, _)| *words);
    let announced = addresses().zip(addresses().skip(1)).find_map(|(label, next)| address(label).is_none().then(|| address(next))?);
    let labelled = || addresses().find(|words| address(words).is_some_and(|address| !words.starts_with(address)));
    let first = addresses().find_map(address)?;
    let single = addresses().filter_map(address).all(|address| address == first).then_some(first);
    announced.or_else(|| labelled().and_then(address)).or(single).map(str::to_owned)
}

fn address(words: &str) -> Option<&str> {
    let at = words.find("http://").or_else(|| words.find("https://")).or_else(|| words.find("www."))?;
    words.get(at..)?.split(['>', ' ']).next()
}

fn outlet(parts: &[(&str, Reason)], url: Option<&str>) -> Option<String> {
    let of = |wanted: Reason, read: fn(&str) -> Option<String>| {
        parts.iter().filter(|(_, reason)| *reason == wanted).find_map(|(words, _)| read(words))
    };
    let copyright = of(Reason::Copyright, holder);
    let is_agency = |name: &String| AGENCIES.contains(&name.to_lowercase().as_str());
    of(Reason::ShareLine, site_after_at)
        .or_else(|| of(Reason::Byline, site_in_braces))
        .or_else(|| url.and_then(host))
        .or_else(|| of(Reason::Dateline, outlet_before_date))
        .or_else(|| of(Reason::Byline, outlet_in_byline))
        .or_else(|| copyright.clone().filter(|name| !is_agency(name)))
        .or_else(|| of(Reason::Dateline, agency))
        .or(copyright)
}

/// `site.com` in “Share this @site.com”. A name without a domain is somebody's account.
fn site_after_at(words: &str) -> Option<String> {
    let site = words.split_whitespace().find_map(|word| word.strip_prefix('@'))?.trim_end_matches(['.', ',', ':']);
    site.contains('.').then(|| site.to_owned())
}

fn site_in_braces(words: &str) -> Option<String> {
    Some(words.strip_prefix('{')?.strip_suffix('}')?.trim().to_owned())
}

/// `The Harbour Times` in “The Harbour Times, 4 March 2026”. A name of one or two words may be a place.
fn outlet_before_date(words: &str) -> Option<String> {
    let (name, _) = dates::after_name(words)?;
    let several = name.starts_with("The ") || name.split_whitespace().nth(2).is_some();
    (several && dates::date_line(words).is_none()).then(|| name.to_owned())
}

/// The host of an address, without `www.`
fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && !host.contains('@')).then(|| host.to_lowercase())
}

fn outlet_in_byline(words: &str) -> Option<String> {
    let (_, after) = byline(words)?;
    let name = after.strip_prefix("for ").unwrap_or(after).trim_end_matches('.');
    let role = name.to_lowercase().split_whitespace().any(|word| ROLES.contains(&word.trim_end_matches(',')));
    (!name.is_empty() && !role && !name.starts_with("in ") && dates::date_line(name).is_none()).then(|| name.to_owned())
}

/// The holder in “© 2026 The X. All rights reserved.”
fn holder(words: &str) -> Option<String> {
    let lower = words.to_lowercase();
    let end = lower.find("all rights").filter(|_| lower.len() == words.len()).unwrap_or(words.len());
    let notice = words.get(..end)?;
    let at = notice.find('©').or_else(|| lower.find("(c)")).or_else(|| lower.find("copyright"))?;
    let skipped = |word: &&str| {
        let word = word.trim_matches(['©', ',', ':', '–', '-', '|']).to_lowercase();
        word.is_empty()
            || matches!(word.as_str(), "copyright" | "(c)" | "by")
            || word.split(['-', '–']).all(|year| year.len() == 4 && year.parse::<u16>().is_ok())
    };
    let name: Vec<&str> = notice.get(at..)?.split_whitespace().skip_while(skipped).take_while(|word| !skipped(word)).collect();
    let name = name.join(" ");
    let name = name.split(". ").next()?.trim_end_matches(['.', ',', '|', '–', '—', '-', ' ']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// The agency in “BERLIN (Agency) —”.
fn agency(words: &str) -> Option<String> {
    let (_, rest) = words.split_once('(')?;
    let (agency, _) = rest.split_once(')')?;
    Some(agency.trim().to_owned())
}

/// The day of publication, else a day alone on a line, else the day of a change, else a day in the address.
fn date(parts: &[(&str, Reason)], url: Option<&str>) -> Option<String> {
    let lines: Vec<dates::DateLine> = parts
        .iter()
        .filter(|(_, reason)| matches!(reason, Reason::Dateline | Reason::Byline))
        .filter_map(|(words, _)| dates::date_line(words).or_else(|| dates::after_name(words).map(|(_, date)| date)))
        .collect();
    let of = |label: Option<dates::Label>| lines.iter().filter(|line| line.label == label).find_map(|line| line.iso.clone());
    of(Some(dates::Label::Published))
        .or_else(|| of(None))
        .or_else(|| of(Some(dates::Label::Updated)))
        .or_else(|| url.and_then(dates::date_in_path))
}
