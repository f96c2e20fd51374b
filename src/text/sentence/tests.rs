//! Sentences as data: `¦` stands where one sentence ends and the next begins.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use proptest::prelude::*;

use super::{sentence_at, sentences};
use crate::text::sample::any_text;

fn marked(paragraph: &str) -> String {
    let parts: Vec<&str> = sentences(paragraph).into_iter().map(|range| &paragraph[range]).collect();
    parts.join(" ¦ ")
}

#[track_caller]
fn check(cases: &[&str]) {
    for expected in cases {
        let paragraph = expected.replace(" ¦ ", " ");
        assert_eq!(&marked(&paragraph), expected);
    }
}

#[test]
fn plain_sentences() {
    check(&[
        "The bridge opened. ¦ It closed again. ¦ Nobody knows why.",
        "Is it safe? ¦ The town says yes! ¦ Engineers doubt it.",
        "What now?! ¦ Nobody answered.",
        "It cost 3.5 million. ¦ That is 0.2 more.",
        "The flood came in 2008. ¦ It took two houses.",
        "The count was 40. ¦ 12 people left.",
        "He sold it. ¦ iPhone owners complained.",
        "See example.org for more. ¦ The site is free.",
        "Write to a.b@example.org or visit www.example.org/a.b?c=d.e today. ¦ It is free.",
        "The price rose. ¦ $5 was too much.",
        "It rained. ¦ – The mayor stayed.",
        "She laughed. ¦ 🎉 Then she left.",
        "A fine day! 🎉",
        "It was late. and nobody cared.",
    ]);
}

#[test]
fn abbreviations() {
    check(&[
        "Mr. Brown met Dr. Lee and Prof. Ito. ¦ They spoke.",
        "Rep. Ann Hill and Sen. Joe Marsh met Gov. Kay Stone. ¦ Lt. Gov. Roe was away.",
        "The U.S. Senate voted. ¦ The U.K. did not.",
        "He flew to the U.S. ¦ The trip was short.",
        "He flew to the U.S. on Monday.",
        "Anti-U.S. slogans were heard in Washington, D.C. ¦ Nobody was hurt.",
        "The U.S.-led group met in St. Mary. ¦ It was brief.",
        "It begins on Oct. 14 and ends in Nov. ¦ The fee is small.",
        "It was Fri. Oct. 3 when he came.",
        "It opens at 9 a.m. Monday. ¦ It closes at 5 p.m. ET daily.",
        "It opens at 9 a.m. ¦ Doors close at noon.",
        "She left at 5 p.m. and slept.",
        "He is No. 2 on the list. ¦ She is No. 1.",
        "“Did you win?” ¦ “No. ¦ We lost.”",
        "Fruit, e.g. Apples from Kent, i.e. Old sorts, sold well.",
        "Acme Inc. Chairman Roy Bell left Acme Corp. ¦ He was tired.",
        "Apples, pears, etc. ¦ They were all sold.",
        "He met John Hill Jr. ¦ She met nobody.",
        "He met John Hill Jr. in May.",
        "Town v. County was heard. ¦ Red vs. Blue was not.",
        "She has a Ph.D. in law. ¦ He has none.",
        "Smith et al. found nothing. ¦ See p. 5 and pp. 7 to 9, Fig. 2 and Vol. 3.",
        "He is 6 ft. 2 in. tall (see Chap. 3). ¦ She is not.",
        "They live on Elm St. ¦ The house is old.",
        "Mt. Alto is near Ft. Wells.",
        "He won in Columbus, Ohio, and in Gary, Ind. ¦ She lost.",
    ]);
}

#[test]
fn initials() {
    check(&[
        "J. K. Marlow wrote it. ¦ R.R. Tolland read it.",
        "George W. Hill spoke. ¦ He was brief.",
        "They chose plan B. ¦ The plan failed.",
        "She is taller than I. ¦ He is not.",
        "It happened in World War I. ¦ Nobody forgot.",
        "He read M. Le Roux and J. La Porte.",
        "She doesn’t. ¦ Brown does.",
        "She doesn't. ¦ Brown does.",
    ]);
}

#[test]
fn ellipses() {
    check(&[
        "“I think... the mayor is right,” she said.",
        "“I think… the mayor is right,” she said.",
        "“I think... I was wrong,” she said.",
        "He waited... ¦ Nobody came.",
        "It was […] late. ¦ They left (...) early.",
        "…and then it rained. ¦ It stopped.",
        "It was late . . . too late. ¦ He left.",
        "It took 3...5 days.",
    ]);
}

#[test]
fn quotations() {
    check(&[
        "“It is done.” ¦ He left.",
        "“It is done,” he said. ¦ “We can go.”",
        "“I know of no plan,” on Monday, said Hill.",
        "“Is it done?” he asked.",
        "“It is done!” she cried. ¦ He left.",
        "“Is it done?” ¦ He asked twice.",
        "“Is it done?” Hill asked.",
        "“Is it done?” Ann Hill told reporters. ¦ Nobody knew.",
        "“Is it done?” ¦ The mayor asked twice.",
        "\"It is done.\" ¦ \"Is it?\" ¦ \"Yes.\"",
        "'It is done.' ¦ He left.",
        "He called it “done.” ¦ She did not.",
        "“‘It is done.’” ¦ He left.",
        "(It is done.) ¦ He left.",
        "It is done (see p. 4). ¦ He left.",
        "It is done [he said.] ¦ He left.",
        "„Es ist fertig.“ ¦ Er ging.",
        "»Es ist fertig.« ¦ Er ging.",
        "„Ist es fertig?“, fragte er. ¦ Sie nickte.",
        "« C’est fait. » ¦ Il partit.",
        "« Pourquoi ? » demanda-t-il. ¦ Elle partit.",
        "«Está hecho.» ¦ Se fue.",
        "¿Está hecho? ¦ ¡Sí! ¦ Se fue.",
        "We love the “U.S.” ¦ Officials do not.",
        "**It is done.** ¦ He left.",
        "It was first.[1] ¦ He left.[12]",
        "It was second.² ¦ It was third.* ¦ He left.",
        "“We leave the U.S.” Hill said. ¦ “We leave the U.S.” ¦ Officials stayed.",
        "“When we met – it was May! – we laughed,” he said.",
        "He said it was “Fake” and then: “The end.” ¦ They left.",
    ]);
}

#[test]
fn missing_spaces() {
    let cases = [
        ("It was late.The mayor left.", "It was late. ¦ The mayor left."),
        ("“It was late.”The mayor left.", "“It was late.” ¦ The mayor left."),
        ("Was it late?The mayor left.", "Was it late? ¦ The mayor left."),
        ("He likes Node.js and ASP.NET a lot.", "He likes Node.js and ASP.NET a lot."),
        ("See https://example.org/it.The_End now.", "See https://example.org/it.The_End now."),
        ("Ask Mr.Brown about it.", "Ask Mr.Brown about it."),
        ("“Go!”—and he went.", "“Go!”—and he went."),
    ];
    for (paragraph, expected) in cases {
        assert_eq!(marked(paragraph), expected);
    }
}

#[test]
fn other_languages() {
    check(&[
        "Am 3. Oktober kam Dr. Weiß. ¦ Er blieb bis zum 5. November.",
        "Im 19. Jahrhundert gab es z. B. Mühlen, d. h. Arbeit. ¦ Heute nicht.",
        "Das kostet ca. 5 Mio. Euro bzw. 6 Mio. Dollar. ¦ Das ist viel.",
        "Er wohnt in der Nr. 5. ¦ Sie auch.",
        "El Sr. Gómez y la Sra. Ruiz llegaron. ¦ El Dr. Paz no.",
        "Viajó a EE.UU. con Ana. ¦ Volvió pronto.",
        "Viajó a EE. UU. ¦ El viaje fue corto.",
        "Hay frutas, p. ej. Manzanas. ¦ Son buenas.",
        "M. Dupuis et Mme. Roux sont partis. ¦ Il pleuvait.",
        "Мэр ушёл. ¦ Никто не знал.",
        "ذهب العمدة. ¦ لماذا؟ ¦ لا أحد يعرف.",
        "यह खत्म हुआ। ¦ वह चला गया।",
    ]);
    let cases = [
        ("橋が開いた。誰も知らない。", "橋が開いた。 ¦ 誰も知らない。"),
        ("「終わった。」彼は去った。", "「終わった。」 ¦ 彼は去った。"),
        ("「終わった。」と彼は言った。", "「終わった。」と彼は言った。"),
        ("桥开了！你知道吗？我不知道。", "桥开了！ ¦ 你知道吗？ ¦ 我不知道。"),
        ("他说：“完了。”然后走了。", "他说：“完了。” ¦ 然后走了。"),
    ];
    for (paragraph, expected) in cases {
        assert_eq!(marked(paragraph), expected);
    }
}

#[test]
fn headings_list_items_and_line_breaks() {
    let cases = [
        ("Mayor Quits. Town Cheers", "Mayor Quits. ¦ Town Cheers"),
        ("Who Paid for the Bridge?", "Who Paid for the Bridge?"),
        ("- Oct. 3 The bridge opens. The mayor speaks.", "- Oct. 3 The bridge opens. The mayor speaks."),
        ("1. The bridge opens. Then it closes.", "1. The bridge opens. Then it closes."),
        ("First line\u{2028}Second line.", "First line ¦ Second line."),
        ("  \u{a0} ", ""),
        ("", ""),
        ("...", "..."),
    ];
    for (paragraph, expected) in cases {
        assert_eq!(marked(paragraph), expected);
    }
}

#[test]
fn the_sentence_at_an_offset() {
    let text = "The bridge opened. It closed again.\nNobody knows why.";
    let cases = [
        (0, "The bridge opened."),
        (17, "The bridge opened."),
        (18, "The bridge opened."),
        (19, "It closed again."),
        (35, "It closed again."),
        (36, "Nobody knows why."),
        (9999, "Nobody knows why."),
    ];
    for (byte, expected) in cases {
        assert_eq!(&text[sentence_at(text, byte)], expected, "at {byte}");
    }
    assert_eq!(sentence_at("", 3), 0..0);
    assert_eq!(sentence_at("a\n  \nb", 3), 3..3);
}

/// A dot after every word makes every word a candidate; twice the text must not cost four times the time.
#[test]
fn hostile_runs_are_read_once() {
    for piece in [". ", "…\"", "a. ", "?” ", "( ", "。」", "\u{2028}.", "[1]", "A."] {
        let text = piece.repeat(200_000);
        assert!(sentences(&text).len() <= text.len());
    }
}

proptest! {
    #[test]
    fn every_seen_character_is_in_exactly_one_sentence(text in any_text()) {
        let found = sentences(&text);
        let mut end = 0;
        for range in &found {
            prop_assert!(text[end..range.start].trim().is_empty());
            prop_assert!(range.start < range.end);
            prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
            end = range.end;
        }
        prop_assert!(text[end..].trim().is_empty());
    }

    #[test]
    fn sentence_at_agrees_with_sentences(text in any_text(), byte in 0..400usize) {
        let found = sentence_at(&text, byte);
        prop_assert!(text.get(found.clone()).is_some());
        for (at, _) in text[found.clone()].char_indices() {
            prop_assert_eq!(sentence_at(&text, found.start + at), found.clone());
        }
    }
}
