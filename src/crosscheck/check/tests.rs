//! Laws of the whole: whatever came and went before, what is found is what a fresh comparison of the articles finds; and what people say stays said.
#![allow(clippy::indexing_slicing)]

use std::ops::ControlFlow;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;

/// What reports of one event are made of: they copy, miscount, misspell and misquote each other.
const SENTENCES: [&str; 24] = [
    "The ferry Marigold ran aground on a sandbank off Teal Island shortly before midnight, with 84 passengers aboard.",
    "The ferry Marigold ran aground on a sandbank near Teal Island shortly before midnight with 48 passengers on board.",
    "Two tugs from Port Ansel pulled her free at high water and nobody needed treatment, the coastguard said.",
    "Two tugs pulled the ferry free at high water, and nobody needed treatment, according to the coastguard of Port Ansel.",
    "“We heard a long scraping noise and then the lights went out,” said Tomasz Kowalczyk, a passenger.",
    "“We heard a loud scraping noise and then the light went out,” said Tomasz Kowalczik, a passenger.",
    "The harbour master, Ingrid Solberg, will report on Friday, 3 April 2026.",
    "The deputy harbour master, Ingrid Solberg, will report on Thursday, 3 April 2026.",
    "The harbour master, Jonas Weber, said that the sandbank was known.",
    "Teal Island has 340 houses and one doctor, Yuri Baranov.",
    "Yury Baranov treated three people who were hurt.",
    "The ferry company put the damage at 2.4 million euros.",
    "Damage to the ferry reaches 24 million euros, the company said.",
    "Five people were hurt on the ferry.",
    "“Nobody was ever in danger,” the company said.",
    "The report of the harbour master is due by the end of May. By the end of May the harbour master wants to have her report.",
    "Photo: Ada Quist",
    "© 2026 The Ansel Gazette. All rights reserved.",
    "Is that really the last word?",
    "“The sandbank moved, said Ingrid Solberg.",
    "Der Bürgermeister von Seefeld, Jörg Müller, sagte am Dienstag, 40 Häuser seien zerstört.",
    "Der Bürgermeister von Seefeld, Joerg Mueller, sagte am Dienstag, 400 Häuser seien zerstört.",
    "El alcalde José Ibarra contó 12 heridos el 3 de mayo de 2026.",
    "El alcalde Jose Ibarra contó 21 heridos el 3 de mayo de 2026.",
];

fn report() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(SENTENCES.to_vec()), 1..10).prop_map(|sentences| sentences.join("\n"))
}

/// What happens to the articles: one comes, in place of the one of its number, or one goes.
fn history() -> impl Strategy<Value = Vec<(u32, Option<String>, bool)>> {
    prop::collection::vec((0..6_u32, prop::option::weighted(0.7, report()), any::<bool>()), 1..14)
}

fn source(no: u32, text: &str) -> Source {
    Source { no: ArticleNo(no), text: Arc::from(text), date: "2026-04-02".parse().ok() }
}

fn find(check: &mut CrossCheck, apart: &Apart) -> Findings {
    check.findings(apart, &mut |_| ControlFlow::Continue(())).unwrap()
}

proptest! {
    #[test]
    fn whatever_came_and_went_the_findings_are_those_of_a_fresh_comparison(history in history()) {
        let mut check = CrossCheck::new();
        // In the order in which they came: of many figures that are told alike only the links to the nearest are kept.
        let mut texts: Vec<(u32, String)> = Vec::new();
        for (no, text, look) in history {
            texts.retain(|(other, _)| *other != no);
            match text {
                Some(text) => {
                    check.add(source(no, &text));
                    texts.push((no, text));
                }
                None => check.remove(ArticleNo(no)),
            }
            // Asking in between changes nothing.
            if look {
                find(&mut check, &Apart::default());
            }
        }
        let mut fresh = CrossCheck::new();
        texts.iter().for_each(|(no, text)| fresh.add(source(*no, text)));
        let (found, expected) = (find(&mut check, &Apart::default()), find(&mut fresh, &Apart::default()));
        prop_assert_eq!(found.repeats, expected.repeats);
        prop_assert_eq!(found.names, expected.names);
        prop_assert_eq!(found.figures, expected.figures);
        prop_assert_eq!(found.shared, expected.shared);
        prop_assert_eq!(found.claims, expected.claims);
        prop_assert_eq!(found.boilerplate, expected.boilerplate);
        prop_assert_eq!(found.quotes, expected.quotes);
        prop_assert_eq!(found.quote_faults, expected.quote_faults);
    }
}

#[test]
fn nothing_is_wrong_here_stays_said() {
    let text = "The dyke broke on Monday.\nThe inquiry opens on Thursday, 3 April 2026.\n“The sandbank moved, said Ingrid Solberg.";
    let mut check = CrossCheck::new();
    check.add(source(0, text));
    let told = |found: &Findings| (found.quote_faults.len(), found.figures.iter().filter(|group| group.conflict).count());
    let found = find(&mut check, &Apart::default());
    assert_eq!(told(&found), (1, 1), "{found:?}");
    let mut apart = Apart::default();
    apart.keep_alone(found.quote_faults[0].place);
    assert_eq!(told(&find(&mut check, &apart)), (0, 1));
    apart.keep_alone(found.figures[0].values[0].members[0]);
    assert_eq!(told(&find(&mut check, &apart)), (0, 0));
    assert_eq!(told(&find(&mut check, &Apart::default())), (1, 1), "taken back");
    let mut elsewhere = Apart::default();
    elsewhere.keep_alone(Place { article: ArticleNo(0), start: 0, end: 10 });
    elsewhere.keep_alone(Place { article: ArticleNo(1), ..found.quote_faults[0].place });
    assert_eq!(told(&find(&mut check, &elsewhere)), (1, 1));
}

#[test]
fn a_statement_of_one_place_is_about_that_place_only_if_it_always_was() {
    use crate::model::{self, ArticleId, Stretch};
    let (here, gone) = (ArticleId::of("here"), ArticleId::of("gone"));
    let stretch = |article| Stretch { article, start: 3, end: 9 };
    let place = Place { article: ArticleNo(4), start: 3, end: 9 };
    for (places, alone) in [(vec![stretch(here)], true), (vec![stretch(here), stretch(gone)], false), (vec![stretch(gone)], false)] {
        let mut apart = Apart::default();
        apart.keep(&model::Apart::new(places, Vec::new()), |article| (article == here).then_some(ArticleNo(4)));
        assert_eq!(apart.alone(&place), alone);
    }
}
