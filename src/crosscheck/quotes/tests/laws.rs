//! What holds for every text.

use proptest::prelude::*;

use super::*;

const PIECES: &[&str] = &[
    "\"",
    "“",
    "”",
    "„",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "‚",
    "‹",
    "›",
    "「",
    "」",
    "『",
    "』",
    " ",
    " ",
    " ",
    "\n",
    "—",
    "-",
    ",",
    ".",
    "?",
    "…",
    "[",
    "]",
    "the lock",
    "opens",
    "on Friday",
    "said Ada Quist",
    "he said",
    "Bo Lind told",
    "don’t",
    "5",
    "12\"",
    "’90s",
    "ß",
    "水闸",
    "👍",
    "\u{a0}",
    "\u{301}",
    "We waited",
    "sagte",
    "dijo Ana",
    "not",
    "11 minutes",
    "Mr",
    "St.",
    "İ",
    "ﬁ",
    "%",
    "€",
    ":",
    "1,000.5",
];

fn any_article() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn on_boundaries(text: &str, start: usize, end: usize) -> bool {
    start <= end && text.get(start..end).is_some()
}

proptest! {
    #[test]
    fn places_are_on_character_boundaries(texts in proptest::collection::vec(any_article(), 1..5)) {
        let list: Vec<&str> = texts.iter().map(String::as_str).collect();
        for text in &list {
            for quotation in quotations(text).quotations {
                prop_assert!(on_boundaries(text, quotation.place.start, quotation.place.end), "{text:?}");
                prop_assert_eq!(quotation.parts.len(), quotation.begins.len());
                let mut from = quotation.place.start;
                for part in &quotation.parts {
                    prop_assert!(from <= part.start && part.end <= quotation.place.end, "{text:?} {quotation:?}");
                    prop_assert!(on_boundaries(text, part.start, part.end));
                    from = part.end;
                }
            }
        }
        let (groups, faults) = find(&list);
        for group in groups {
            prop_assert!(group.members.len() > 1);
            prop_assert!(group.members.is_sorted_by_key(|member| member.place));
            prop_assert!(group.compared.0 != group.compared.1 && group.compared.0.max(group.compared.1) < group.members.len());
            for member in &group.members {
                let text = list[member.place.article.0 as usize];
                prop_assert!(on_boundaries(text, member.place.start, member.place.end));
                prop_assert!(member.parts.iter().all(|(start, end)| on_boundaries(text, *start, *end)));
            }
        }
        for fault in faults {
            prop_assert!(on_boundaries(list[fault.place.article.0 as usize], fault.place.start, fault.place.end));
        }
    }

    #[test]
    fn the_order_of_adding_does_not_matter(texts in proptest::collection::vec(any_article(), 2..5)) {
        let list: Vec<&str> = texts.iter().map(String::as_str).collect();
        let sources = sources(&list);
        let (mut forward, mut backward) = (Quotes::default(), Quotes::default());
        for source in sources.values() {
            forward.add(source);
            forward.find(&sources, &Apart::default());
        }
        sources.values().rev().for_each(|source| backward.add(source));
        prop_assert_eq!(forward.find(&sources, &Apart::default()), backward.find(&sources, &Apart::default()));
    }

    #[test]
    fn removing_is_never_having_added(texts in proptest::collection::vec(any_article(), 2..5)) {
        let list: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut sources = sources(&list);
        let (mut with, mut without) = (Quotes::default(), Quotes::default());
        sources.values().for_each(|source| with.add(source));
        with.find(&sources, &Apart::default());
        sources.remove(&ArticleNo(0));
        with.remove(ArticleNo(0));
        sources.values().for_each(|source| without.add(source));
        prop_assert_eq!(with.find(&sources, &Apart::default()), without.find(&sources, &Apart::default()));
    }
}
