//! A statement that is quoted here and told in other words there.

use QuoteClass::{Paraphrased, Same};

use super::*;

/// A report that quotes, another that tells, and whether the one tells the other.
fn check(quoted: &str, told: &str, expected: bool) {
    let found = classes(&[quoted, told]);
    assert_eq!(found, if expected { vec![Paraphrased] } else { vec![] }, "{quoted} / {told}");
}

#[test]
fn english() {
    let lock = "The lock on the Wend has leaked since March. “The old lock leaks on both sides and the county refuses money for new gates,” said the mayor, Ada Quist. She will ask again.";
    for (told, expected) in [
        ("The mayor, Ada Quist, said that both sides of the lock were leaking and that the county would not pay for new gates.", true),
        ("Ada Quist has kept her office for ten years. She complained that the county had refused the money for the gates.", true),
        ("The gates are old. According to Mayor Quist, the lock is leaking on both sides. Nobody knows for how long.", true),
        ("The lock leaks on both sides, the mayor, Ada Quist, told the council, and the county refuses the money.", true),
        ("The mayor, Ada Quist, said the ferry would sail from the new quay on Sunday and carry forty passengers.", false),
        ("The mayor, Ada Quist, said that the lock would be painted in May.", false),
        ("The mayor said both sides of the lock were leaking. She is to meet the council.", true),
        ("Ada Quist, the mayor, came by boat. At noon the mayor said that both sides of the lock were leaking.", true),
        ("Bo Lind, the mayor, came by boat. At noon the mayor said that both sides of the lock were leaking.", false),
        ("The keeper, Bo Lind, said that both sides of the lock were leaking and that the county would not pay for new gates.", false),
        ("Both sides of the lock leak, and the county gives no money for new gates.", false),
    ] {
        check(lock, told, expected);
    }
    let crew =
        "“We pulled forty-one people from the roofs before dawn, and not one of them was wearing shoes,” said Cy Marr, who leads the crew.";
    for (told, expected) in [
        ("Cy Marr said his crew had rescued some forty people from roofs before it was light.", true),
        ("None of the people on the roofs had shoes on, recalled Cy Marr.", true),
        ("Cy Marr said his crew would rest until Friday.", false),
    ] {
        check(crew, told, expected);
    }
}

#[test]
fn german_and_spanish() {
    for (quoted, told, expected) in [
        (
            "„Die Schleuse ist seit März undicht, und der Kreis zahlt keine neuen Tore“, sagte die Bürgermeisterin Ada Quist dem Rat.",
            "Die Schleuse sei seit März undicht, sagte Ada Quist. Der Kreis wolle neue Tore nicht bezahlen, klagte sie.",
            true,
        ),
        (
            "„Die Schleuse ist seit März undicht, und der Kreis zahlt keine neuen Tore“, sagte die Bürgermeisterin Ada Quist dem Rat.",
            "Ada Quist erklärte, dass der Kreis kein Geld für die neuen Tore der Schleuse zahlen wolle. Das ist nicht neu.",
            true,
        ),
        (
            "„Die Schleuse ist seit März undicht, und der Kreis zahlt keine neuen Tore“, sagte die Bürgermeisterin Ada Quist dem Rat.",
            "Ada Quist erklärte, die Fähre fahre ab Sonntag wieder und nehme vierzig Leute mit. Das ist nicht neu.",
            false,
        ),
        (
            "«El puente viejo no aguantará otro invierno y la provincia no paga las obras», dijo la alcaldesa, Ana Ruiz, en la plaza.",
            "Ana Ruiz aseguró que el puente no aguantaría otro invierno. La alcaldesa habló en la plaza del pueblo.",
            true,
        ),
        (
            "«El puente viejo no aguantará otro invierno y la provincia no paga las obras», dijo la alcaldesa, Ana Ruiz, en la plaza.",
            "La alcaldesa, Ana Ruiz, lamentó que la provincia no pagara las obras del puente. Habló en la plaza del pueblo.",
            true,
        ),
        (
            "«El puente viejo no aguantará otro invierno y la provincia no paga las obras», dijo la alcaldesa, Ana Ruiz, en la plaza.",
            "La alcaldesa, Ana Ruiz, dijo que el barco de los domingos saldría a las ocho. Habló en la plaza del pueblo.",
            false,
        ),
    ] {
        check(quoted, told, expected);
    }
}

#[test]
fn a_statement_is_told_without_a_verb_of_saying_by_a_firm_or_by_an_office() {
    for (quoted, told, expected) in [
        // The mood alone says that somebody is told.
        (
            "„Die Schleuse ist seit März undicht, und der Kreis zahlt keine neuen Tore“, sagte die Bürgermeisterin Ada Quist dem Rat.",
            "Die Bürgermeisterin Ada Quist trat am Abend vor den Rat und sagte, sie sei müde. Die Schleuse sei seit März undicht, neue Tore zahle der Kreis nicht.",
            true,
        ),
        (
            "„Die Schleuse ist seit März undicht, und der Kreis zahlt keine neuen Tore“, sagte die Bürgermeisterin Ada Quist dem Rat.",
            "Die Schleuse sei seit März undicht und der Kreis zahle keine neuen Tore, so die Bürgermeisterin. Der Rat schwieg dazu.",
            true,
        ),
        (
            "„Die Schleuse ist seit März undicht, und der Kreis zahlt keine neuen Tore“, sagte die Bürgermeisterin Ada Quist dem Rat.",
            "Nach den Worten von Ada Quist ist die Schleuse seit März undicht. Der Rat schwieg dazu.",
            true,
        ),
        // What the founder is quoted with, the firm says.
        (
            "“Every gate that we delivered held its water for ten years,” said Cy Marr, who founded Lockworks Wend.",
            "The gates are in the news. Wend said that all gates it delivered had held for a decade, ten years in all.",
            true,
        ),
        // A row of rare words, with nobody named on the one side.
        (
            "“We mend the sluices alone in shafts of twelve metres, and nobody looks for us,” said Bo Lind.",
            "The workers have been out since May. One of them said it was about shafts of twelve metres which they mend alone.",
            true,
        ),
        (
            "“We mend the sluices alone in shafts of twelve metres,” said Bo Lind.",
            "The keeper, Cy Marr, said that the shafts were too narrow for him.",
            false,
        ),
    ] {
        check(quoted, told, expected);
    }
}

/// What a whole article is about proves nothing: of two words that stand in every sentence no telling is made.
#[test]
fn words_that_an_article_is_full_of_make_no_telling() {
    let quoted = "The talks on the lock go on. Ada Quist said the county “has always wanted a new lock,” and left the talks.";
    let told = "The county and the lock: what is known. The county owns the lock. The lock is old. The county has an office for the lock. A lock was planned by the county in May. Ada Quist recommended that the clerk should call the county about the new lock of Wend. The county knows the lock.";
    check(quoted, told, false);
}

#[test]
fn a_telling_joins_the_group_of_the_quotation() {
    let quoted = "“The old lock leaks on both sides and the county refuses money for new gates,” said Ada Quist.";
    let told = "Ada Quist said that both sides of the lock were leaking and that the county would not pay for new gates.";
    let groups = find(&[quoted, told, quoted]).0;
    let [group] = groups.as_slice() else { panic!("{groups:?}") };
    assert_eq!(group.class, Paraphrased);
    assert_eq!(group.members.iter().map(|member| member.class).collect::<Vec<_>>(), [Same, Paraphrased, Same]);
    assert_eq!(group.members[group.compared.1].class, Paraphrased);
    assert_eq!(classes(&[&format!("{quoted}\n{told}")]), [], "within one article it is how reports are written");
    assert_eq!(classes(&[quoted, &format!("{told} {quoted}")]), [Same], "what is quoted as well is not told in other words");
}
