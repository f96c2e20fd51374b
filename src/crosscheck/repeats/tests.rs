//! What is found in small sets of articles, as data; and the laws that hold for any.
#![allow(clippy::indexing_slicing, clippy::string_slice)]

mod laws;
mod limits;

use std::sync::Arc;

use super::Repeats;
use crate::crosscheck::finding::{Place, Repeat, Shared};
use crate::crosscheck::{Apart, ArticleNo, Source};

/// The repeats of articles with these texts.
fn repeats(texts: &[&str]) -> Repeats {
    let mut repeats = Repeats::default();
    for (no, text) in texts.iter().enumerate() {
        repeats.add(&source(no, text));
    }
    repeats
}

fn source(no: usize, text: &str) -> Source {
    Source { no: ArticleNo(u32::try_from(no).unwrap()), text: Arc::from(text), date: None }
}

fn find(texts: &[&str]) -> (Vec<Repeat>, Vec<Shared>) {
    repeats(texts).find(&Apart::default())
}

/// The words of all findings, each with the number of its article.
fn words<'a>(texts: &[&'a str], found: &[Repeat]) -> Vec<Vec<(usize, &'a str)>> {
    let words = |place: &Place| (place.article.0 as usize, &texts[place.article.0 as usize][place.range()]);
    found.iter().map(|repeat| repeat.members.iter().map(words).collect()).collect()
}

/// What is found in `texts`, in any order of the findings.
fn check(texts: &[&str], expected: &[&[(usize, &str)]]) {
    let (found, _) = find(texts);
    let mut words = words(texts, &found);
    words.sort_unstable();
    let mut expected: Vec<Vec<(usize, &str)>> = expected.iter().map(|members| members.to_vec()).collect();
    expected.sort_unstable();
    assert_eq!(words, expected, "in {texts:#?}");
}

const FERRY: &str = "The ferry Marigold ran aground on a sandbank off Teal Island shortly before midnight, with 84 passengers aboard.";
const FERRY_EDITED: &str =
    "The ferry Marigold ran aground on a sandbank near Teal Island shortly before midnight with 48 passengers on board.";
const TUGS: &str = "Two tugs from Port Ansel pulled her free at high water and nobody needed treatment, the coastguard said.";
const BAKERY: &str = "A bakery on Linden Square has baked its ten thousandth rye loaf and gives the next hundred away.";
const ROWERS: &str = "Rowers of the Ansel club won three of the five races at the regatta, among them the long eight.";
const ORCHARD: &str = "The frost in April took half of the apple harvest, growers in the valley reckon.";

/// The sentence of an agency turned round, with a figure changed; and sentences that only share a person and what she does.
#[test]
fn sentences_of_two_articles_turned_round() {
    let agency = "Of the 64 locks of the Wend Canal a quarter have no gate of their own, the ministry says in a paper.";
    let turned = "In a paper the ministry says that a third of the 64 locks of the Wend Canal have no gate of their own.";
    check(&[agency, turned], &[&[(0, agency), (1, turned)]]);
    // No three words stand together in both.
    let notice = "The board has closed the eastern channel to all ships longer than 40 metres until further notice.";
    let again = "Ships of more than 40 metres may not use the eastern channel until further notice, as the board has closed it.";
    let copied = format!("{FERRY} {TUGS}");
    let [a, b] = [notice, again].map(|sentence| format!("{copied}\n{sentence}"));
    check(&[&a, &b], &[&[(0, &copied), (1, &copied)], &[(0, notice), (1, again)]]);
    // Taken over in pieces, as one sentence of two.
    let of_two = "It was founded in 1931 by the merger of two smaller shipyards.";
    let as_one = "Lindqvist, founded in 1931 by the merger of two smaller shipyards, builds four tugs a year on the island.";
    check(&[of_two, as_one], &[&[(0, of_two), (1, as_one)]]);
    let surgeon = "Olga Brandvold-Mertens, who leads the emergency ward of the hospital, spoke for the surgeons.";
    let again = "“The emergency ward sleeps,” said Olga Brandvold-Mertens, who leads it and lives in Marrow with two sons and a dog.";
    check(&[surgeon, again], &[]);
    // What one quotes and the other tells is left to the quotes.
    let quoted = "“The old lock leaks on both sides and the county refuses money for new gates,” said Ada Quist.";
    let told = "New gates are a matter of money that the county refuses, Ada Quist said, though on both sides leaks the old lock.";
    check(&[quoted, told], &[]);
}

#[test]
fn passages_of_two_articles() {
    // Word for word, and with changes.
    check(&[FERRY, FERRY], &[&[(0, FERRY), (1, FERRY)]]);
    check(&[FERRY, FERRY_EDITED], &[&[(0, FERRY), (1, FERRY_EDITED)]]);
    // Case, typography and hyphens are no difference.
    let typeset = FERRY.replace("Marigold", "MARIGOLD").replace(" off ", "\u{a0}off ");
    check(&[FERRY, &typeset], &[&[(0, FERRY), (1, &typeset)]]);
    // In the midst of other text.
    let (a, b) = (format!("{BAKERY}\n{FERRY}\n{ROWERS}"), format!("{ORCHARD} {FERRY}\n{TUGS}"));
    check(&[&a, &b], &[&[(0, FERRY), (1, FERRY)]]);
    // Neighbouring paragraphs are one passage, however they are divided.
    let (a, b) = (format!("{FERRY}\n{TUGS}"), format!("{BAKERY}\n{FERRY} {TUGS}"));
    check(&[&a, &b], &[&[(0, &a), (1, &b[BAKERY.len() + 1..])]]);
    // Much between them makes two.
    let (a, b) = (format!("{FERRY}\n{TUGS}"), format!("{FERRY}\n{BAKERY} {ROWERS}\n{ORCHARD}\n{TUGS}"));
    check(&[&a, &b], &[&[(0, FERRY), (1, FERRY)], &[(0, TUGS), (1, TUGS)]]);
}

#[test]
fn nothing_is_repeated() {
    check(&[], &[]);
    check(&[""], &[]);
    check(&["", ""], &[]);
    check(&[FERRY], &[]);
    check(&[FERRY, TUGS, BAKERY, ROWERS, ORCHARD], &[]);
    // Phrases that every report uses.
    let (a, b) =
        ("The mayor told reporters on Tuesday that the bridge would open.", "A farmer told reporters on Tuesday that the frost was late.");
    check(&[a, b], &[]);
    let (a, b) = (
        "The company did not immediately respond to a request for comment on Friday.",
        "The ministry did not immediately respond to a request for comment on Friday.",
    );
    check(&[a, b], &[]);
    // A person with a role.
    let (a, b) = (
        "The county’s engineer for bridges, Dr Ilka Brandeis, expects no delay.",
        "It was too early to say more, said the county’s engineer for bridges, Dr Ilka Brandeis, when we asked her about the pillars.",
    );
    check(&[a, b], &[]);
    // What is no article text.
    let notice = "Copyright 2026 The Ansel Gazette. All rights reserved. This report may not be copied or distributed without our consent.";
    check(&[&format!("{BAKERY}\n{notice}"), &format!("{ROWERS}\n{notice}")], &[]);
    check(&[&format!("{BAKERY} {notice}"), &format!("{ROWERS} {notice}")], &[]);
}

#[test]
fn one_finding_for_all_places() {
    let copies: Vec<String> = (0..10).map(|_| format!("{FERRY}\n{TUGS}\n{BAKERY}")).collect();
    let copies: Vec<&str> = copies.iter().map(String::as_str).collect();
    let (found, shared) = find(&copies);
    assert_eq!((found.len(), found[0].members.len(), shared.len()), (1, 10, 45));
    assert_eq!((found[0].similarity, found[0].within, found[0].compared), (1.0, false, (0, 1)));
    // In more articles than the index keeps places for.
    let many: Vec<String> = (0..100).map(|no| format!("Number {no} of the series.\n{FERRY}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let (found, _) = find(&many);
    assert_eq!((found.len(), found[0].members.len()), (1, 100));
    // A long passage of two, a part of it in three.
    let long = format!("{FERRY}\n{TUGS}\n{BAKERY}\n{ORCHARD}");
    check(&[&long, &long, TUGS], &[&[(0, &long), (1, &long)], &[(0, TUGS), (1, TUGS), (2, TUGS)]]);
}

#[test]
fn said_twice_in_one_article() {
    // Word for word: a teaser.
    let text = format!("{FERRY}\n{BAKERY}\n{ROWERS}\n{FERRY}");
    check(&[&text], &[&[(0, FERRY), (0, FERRY)]]);
    // In other words.
    let (first, second) = (
        "Drivers face a detour of 23 kilometres over the Harrow Pass until the tunnel opens again.",
        "With the tunnel shut, lorries go 23 kilometres out of their way over Harrow Pass.",
    );
    let text = format!("{BAKERY}\n{first}\n{ROWERS} {ORCHARD}\n{TUGS}\n{second}");
    check(&[&text], &[&[(0, first), (0, second)]]);
    // Turned round, in the next sentence.
    let (first, second) = ("The council says that it asked four times.", "Four times, according to the council, it asked for the money.");
    check(&[&format!("{BAKERY}\n{first} {second}\n{TUGS}")], &[&[(0, first), (0, second)]]);
    let (first, second) = ("There was no lamp in the tunnel that night.", "The tunnel had no lamp at all.");
    check(&[&format!("{BAKERY}\n{first}\n{ROWERS}\n{second}")], &[&[(0, first), (0, second)]]);
    // A standfirst is none.
    let lead = "Engineers warned the harbour board last autumn that the bearing of the swing bridge was no longer supported by its maker";
    let body =
        "The letter, sent in October, warned the harbour board that the bearing of the swing bridge was no longer supported by its maker.";
    check(&[&format!("{lead}\n{BAKERY}\n{body}")], &[&[(0, lead), (0, body)]]);
    // A title is taken up by its article: no repeat.
    let text = format!("Ferry Marigold runs aground on a sandbank off Teal Island with 84 passengers aboard\n{FERRY}\n{BAKERY}");
    check(&[&text], &[]);
    // Neighbours take up each other's words.
    let text = "The pivot of the Harrow bridge took the blow. That pivot is a part which no foundry has cast for any bridge since 1950.";
    check(&[&format!("{BAKERY}\n{text}\n{ROWERS}")], &[]);
}

#[test]
fn quotations_are_left_to_the_comparison_of_quotes() {
    let quote = "“We had eleven minutes of warning before the water came, and we used every single one of them for the school,”";
    let (a, b) = (format!("{BAKERY}\n{quote} said the warden."), format!("{quote} Ann Reed told us.\n{ROWERS}"));
    check(&[&a, &b], &[]);
    let straight = b.replace(['“', '”'], "\"");
    check(&[&a, &straight], &[]);
    // A quotation with a passage around it is a repeat.
    let (a, b) = (format!("{FERRY} {quote} the warden said."), format!("{BAKERY}\n{FERRY} {quote} the warden said."));
    check(&[&a, &b], &[&[(0, &a), (1, &b[BAKERY.len() + 1..])]]);
    // They count as shared text all the same.
    let (_, shared) = find(&[quote, quote]);
    assert_eq!(shared.iter().map(|shared| (shared.of_a, shared.of_b)).collect::<Vec<_>>(), [(1.0, 1.0)]);
}

#[test]
fn scripts_without_spaces() {
    let sentence = "市議会は火曜日、老朽化した港湾大橋の改修費用として二億四千万円の補正予算案を全会一致で可決した。";
    let other = "新しい図書館は来年の春に開館する予定で、地元の木材を使った閲覧室が設けられる。";
    let (a, b) = (format!("{other}\n{sentence}"), format!("{sentence}\n天気は晴れ。"));
    check(&[&a, &b], &[&[(0, sentence), (1, sentence)]]);
    check(&[sentence, other], &[]);
}

#[test]
fn what_was_said_not_to_be_the_same_is_never_together() {
    let texts = [FERRY, FERRY, FERRY];
    let place = |no: u32| Place { article: ArticleNo(no), start: 0, end: FERRY.len() };
    let mut apart = Apart::default();
    apart.keep_places(&[place(0), place(2)]);
    let (found, _) = repeats(&texts).find(&apart);
    let members: Vec<Vec<u32>> = found.iter().map(|repeat| repeat.members.iter().map(|place| place.article.0).collect()).collect();
    assert_eq!(members, [[0, 1]]);
    apart.keep_places(&[place(0), place(1), place(2)]);
    assert_eq!(repeats(&texts).find(&apart).0, []);
}

#[test]
fn articles_come_and_go() {
    let mut repeats = repeats(&[FERRY, BAKERY, FERRY_EDITED]);
    let count = |repeats: &mut Repeats| repeats.find(&Apart::default()).0.iter().map(|found| found.members.len()).collect::<Vec<_>>();
    assert_eq!(count(&mut repeats), [2]);
    repeats.add(&source(3, FERRY));
    assert_eq!(count(&mut repeats), [3]);
    repeats.add(&source(3, ROWERS));
    assert_eq!(count(&mut repeats), [2]);
    repeats.remove(ArticleNo(0));
    assert_eq!(count(&mut repeats), [0; 0]);
    repeats.add(&source(9, FERRY));
    repeats.remove(ArticleNo(77));
    assert_eq!(count(&mut repeats), [2]);
    // Those that came when the index had no room are found when others go.
    let mut crowd = Repeats::default();
    (0..60).for_each(|no| crowd.add(&source(no, FERRY)));
    (0..40).for_each(|no| crowd.remove(ArticleNo(no)));
    crowd.add(&source(90, FERRY));
    assert_eq!(count(&mut crowd), [21]);
}

#[test]
fn how_much_pairs_share() {
    let (a, b) = (format!("{FERRY}\n{BAKERY}"), format!("{FERRY}\n{ROWERS}\n{ORCHARD}"));
    let (_, shared) = find(&[&a, &b, TUGS]);
    assert_eq!(shared.len(), 1);
    let (of_a, of_b) = (18.0 / 36.0, 18.0 / 52.0);
    assert_eq!((shared[0].a, shared[0].b), (ArticleNo(0), ArticleNo(1)));
    assert!((shared[0].of_a - of_a).abs() < 0.001 && (shared[0].of_b - of_b).abs() < 0.001, "{shared:?}");
}
