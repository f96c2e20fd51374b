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
