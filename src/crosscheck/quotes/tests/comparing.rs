//! How two quotations of a statement compare.

use QuoteClass::{Cut, Punctuation, Reworded, Same};

use super::*;

/// Two articles in which the same person says this and that.
fn told(one: &str, other: &str) -> Vec<QuoteClass> {
    classes(&[&format!("“{one}” said the mayor, Ada Quist, on Friday."), &format!("The mayor of the town, Ada Quist, said: “{other}”")])
}

#[test]
fn one_statement_in_two_articles() {
    for (one, other, expected) in [
        ("The lock will open on Friday at noon,", "The lock will open on Friday at noon.", Some(Same)),
        ("The lock will open, on Friday, at noon,", "The lock will open on Friday at noon.", Some(Punctuation)),
        ("the lock will open on Friday at noon,", "The lock will open on Friday at noon.", Some(Punctuation)),
        ("It’s the colour of the harbour that we don’t like,", "It is the color of the harbor that we do not like.", Some(Punctuation)),
        ("We are co-operating with the twenty-two engineers,", "We are cooperating with the twenty two engineers.", Some(Punctuation)),
        ("We had 11 minutes of warning at the lock,", "We had eleven minutes of warning at the lock.", Some(Punctuation)),
        ("We spent 50% of 1,000 crowns on the lock,", "We spent 50 percent of 1000 crowns on the lock.", Some(Punctuation)),
        ("The lock will open on Friday at noon,", "The lock will open on Monday at noon.", Some(Reworded)),
        ("The lock is safe and it will open on Friday,", "The lock is not safe and it will open on Friday.", Some(Reworded)),
        ("The lock keeper may open the gate on Friday,", "The lock keeper must open the gate on Friday.", Some(Reworded)),
        ("We lost three boats and forty sheep in the storm,", "We lost three boats and fourteen sheep in the storm.", Some(Reworded)),
        ("The lock was safe for every boat on the river,", "The lock is safe for every boat on the river.", Some(Reworded)),
        ("We never closed the old lock for the winter,", "They never closed the old lock for the winter.", Some(Reworded)),
        ("We paid 300 euros for the new gate,", "We paid 300 dollars for the new gate.", Some(Reworded)),
        ("We work with the engineers on the investigation,", "We work with the engineers on the investigators.", Some(Reworded)),
        ("The lock is safe, but nobody may stand on the gate,", "The lock is safe.", Some(Cut)),
        ("The lock is old and safe and it opens at noon,", "The lock is old … and it opens at noon.", Some(Cut)),
        ("The lock is old and safe and it opens at noon,", "The lock is old […] and it opens at noon.", Some(Cut)),
        ("The lock is old. It leaks on both sides. It opens at noon,", "The lock is old. It opens at noon.", Some(Cut)),
        ("He told us to open the old lock at noon,", "[The engineer] told us to open the old lock at noon.", Some(Punctuation)),
        ("He told us to open the old lock at noon,", "[H]e told us to open the old lock at noon.", Some(Punctuation)),
        (
            "We carried the water up in kettles, and the bill comes all the same,",
            "We carried the water up in buckets,” she said, “and the bill comes all the same.",
            Some(Reworded),
        ),
        ("The lock opens at noon,", "Nobody has asked the council for money.", None),
        ("We will mend the lock,", "We will sell the bridge.", None),
        ("At the end of the day the lock has to open,", "At the end of the day the money has to come from the county.", None),
    ] {
        assert_eq!(told(one, other), expected.into_iter().collect::<Vec<_>>(), "{one} / {other}");
    }
}

#[test]
fn a_broken_quotation_is_one_statement() {
    let whole = "Ada Quist said: “The old lock is safe. It opens on Friday at noon.”";
    let broken = "“The old lock is safe,” said Ada Quist. “It opens on Friday at noon.”";
    let within = "“The old lock is safe and it opens,” said Ada Quist, “on Friday at noon.”";
    assert_eq!(classes(&[whole, broken]), [Punctuation]);
    assert_eq!(classes(&[within, "Ada Quist: “The old lock is safe and it opens on Friday at noon.”"]), [Punctuation]);
    let groups = find(&[whole, broken]).0;
    assert_eq!(groups[0].members[1].parts.len(), 2, "both parts are one member");
}

#[test]
fn other_speakers_say_stock_phrases() {
    let by = |name: &str, words: &str| format!("“{words},” said {name}.");
    let one = by("Ada Quist", "We are working with the authorities on it");
    let other = by("Bo Lind", "We are working with the police on it");
    assert_eq!(classes(&[&one, &other]), []);
    let misattributed = by("Bo Lind", "The old lock leaks on both sides and nobody has mended it since the war");
    let right = by("Ada Quist", "The old lock leaks on both sides and nobody has mended it since the flood");
    assert_eq!(classes(&[&misattributed, &right]), [Reworded], "a whole sentence is no stock phrase");
}

#[test]
fn a_common_phrase_does_not_chain_statements() {
    let groups = find(&[
        "“The old lock leaks on both sides of the gate. We have asked the county for money,” said Ada Quist.",
        "“We have asked the county for money,” said Ada Quist.",
        "“We have asked the county for money. The bridge needs paint before the winter storms,” said Ada Quist.",
        "“The bridge needs paint before the winter storms,” said Ada Quist.",
    ])
    .0;
    for group in groups {
        let articles: Vec<u32> = group.members.iter().map(|member| member.place.article.0).collect();
        assert!(!(articles.contains(&0) && articles.contains(&3)), "{articles:?}");
    }
}

#[test]
fn within_one_article() {
    let same = "“The old lock leaks on both sides,” said Ada Quist.\nShe is angry. “The old lock leaks on both sides,” she said.";
    assert_eq!(classes(&[same]), [Same]);
    let parallel = "“We want justice for the town,” said Ada Quist. Later she said: “We want answers for the town.”";
    assert_eq!(classes(&[parallel]), [], "a figure of speech is no rewording");
}

#[test]
fn scare_quotes_only_meet_longer_ones() {
    assert_eq!(classes(&["The “safe” lock fell.", "The “safe” lock stands."]), []);
    let long = "“The old lock is perfectly safe for boats,” said Ada Quist.";
    assert_eq!(classes(&["Ada Quist called it “perfectly safe” on Friday.", long]), [Cut]);
}

#[test]
fn german_spanish_and_french() {
    for (one, other, expected) in [
        (
            "„Wir haben die Schleuse drei Tage lang nicht geöffnet“, sagte Ada Quist. Das ist nicht neu.",
            "»Wir haben die Schleuse vier Tage lang nicht geöffnet«, sagte Ada Quist und ging mit der Presse.",
            Reworded,
        ),
        (
            "„Wir haben die Schleuse drei Tage lang nicht geöffnet“, sagte Ada Quist. Das ist nicht neu.",
            "Ada Quist sagte: »Wir haben die Schleuse 3 Tage lang nicht geöffnet.« Das ist der Grund und die Folge.",
            Punctuation,
        ),
        (
            "«El puente viejo es seguro para los vecinos del puerto», dijo Ana Ruiz en la plaza.",
            "—El puente viejo no es seguro para los vecinos del puerto —dijo Ana Ruiz—. En la plaza.",
            Reworded,
        ),
        (
            "« Le vieux pont est sûr pour les voisins du port », a dit Anne Morel dans la rue.",
            "“Le vieux pont était sûr pour les voisins du port”, a dit Anne Morel dans la rue.",
            Reworded,
        ),
    ] {
        assert_eq!(classes(&[one, other]), [expected], "{one} / {other}");
    }
}

#[test]
fn pairs_that_are_kept_apart_are_never_joined() {
    let texts = ["“The old lock opens on Friday at noon,” said Ada Quist.", "“The old lock opens on Monday at noon,” said Ada Quist."];
    let sources = sources(&texts);
    let mut quotes = Quotes::default();
    sources.values().for_each(|source| quotes.add(source));
    let (groups, _) = quotes.find(&sources, &Apart::default());
    let mut apart = Apart::default();
    apart.keep_places(&groups[0].members.iter().map(|member| member.place).collect::<Vec<_>>());
    assert_eq!(quotes.find(&sources, &apart).0, []);
}

#[test]
fn the_order_is_class_then_difference() {
    let groups = find(&[
        "“The old lock opens on Friday at noon,” said Ada Quist.\n“Nobody has asked the county for money,” said Bo Lind.\n“The grey ferry sails to five islands in winter,” said Cy Marr.",
        "“The old lock opens on Monday at noon,” said Ada Quist.\n“Nobody has asked the county for money,” said Bo Lind.\n“The black ferry swims to five islands in winter,” said Cy Marr.",
    ])
    .0;
    let order: Vec<(QuoteClass, usize)> = groups.iter().map(|group| (group.class, group.changed_words)).collect();
    assert_eq!(order, [(Reworded, 2), (Reworded, 1), (Same, 0)]);
}

#[test]
fn the_diff_shows_the_changed_words() {
    let groups = find(&["“The old lock opens on Friday,” said Ada Quist.", "“The old lock shuts on Friday,” said Ada Quist."]).0;
    let changed: Vec<&str> = groups[0]
        .diff
        .iter()
        .filter(|change| change.kind != crate::text::diff::ChangeKind::Same)
        .map(|change| change.text.as_str())
        .collect();
    assert_eq!(changed, ["opens", "shuts"]);
    assert_eq!((groups[0].changed_words, groups[0].compared, groups[0].words), (1, (0, 1), 4));
}

#[test]
fn copies_and_texts_without_spaces() {
    let article = "“The old lock opens on Friday at noon,” said Ada Quist.\n“Nobody has asked the county for money,” said Bo Lind.";
    let groups = find(&[article; 10]).0;
    assert_eq!(groups.iter().map(|group| (group.class, group.members.len())).collect::<Vec<_>>(), [(Same, 10), (Same, 10)]);
    let one = "市长说：“古老的水闸将于星期五中午开放，请大家不要靠近。”";
    let other = "市长说：“古老的水闸将于星期一中午开放，请大家不要靠近。”";
    assert_eq!(classes(&[one, other]), [Reworded]);
}
