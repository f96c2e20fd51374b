//! What stands in quotation marks, and which marks are none.

use super::super::super::finding::Fault::{self, Stray, Unclosed};
use super::*;

/// The quotations of a text, their parts joined by “|”; nested ones left out.
fn quoted(text: &str) -> Vec<String> {
    let all = quotations(text).quotations;
    let parts = |quotation: &Quotation| quotation.parts.iter().map(|part| &text[part.clone()]).collect::<Vec<_>>().join("|");
    all.iter().filter(|quotation| !quotation.nested).map(parts).collect()
}

fn faults(text: &str) -> Vec<(Fault, &str)> {
    quotations(text).faults.into_iter().map(|(range, fault)| (fault, &text[range])).collect()
}

#[test]
fn the_marks_of_many_languages() {
    for (text, expected) in [
        ("“We saw nothing,” said Ada.", &["We saw nothing,"][..]),
        ("\"We saw nothing,\" said Ada.", &["We saw nothing,"]),
        ("‘We saw nothing,’ said Ada.", &["We saw nothing,"]),
        ("'We saw nothing,' said Ada.", &["We saw nothing,"]),
        ("„Wir sahen nichts“, sagte Ada.", &["Wir sahen nichts"]),
        ("„Wir sahen nichts”, sagte Ada.", &["Wir sahen nichts"]),
        ("»Wir sahen nichts«, sagte Ada.", &["Wir sahen nichts"]),
        ("‚Wir sahen nichts‘, sagte Ada.", &["Wir sahen nichts"]),
        ("›Wir sahen nichts‹, sagte Ada.", &["Wir sahen nichts"]),
        ("« Nous n’avons rien vu », dit Ada.", &["Nous n’avons rien vu"]),
        ("«No vimos nada», dijo Ada.", &["No vimos nada"]),
        ("”Vi såg inget”, sade Ada.", &["Vi såg inget"]),
        ("彼は「何も見なかった」と言った。", &["何も見なかった"]),
        ("他说：“我们什么都没看见。”她走了。", &["我们什么都没看见。"]),
        ("“We saw nothing,\" said Ada.", &["We saw nothing,"]),
        ("She said:\"We saw nothing.\" Then she left.", &["We saw nothing."]),
        ("He said “we saw nothing“ and left.", &["we saw nothing"]),
    ] {
        assert_eq!(quoted(text), expected, "{text}");
        assert_eq!(faults(text), [], "{text}");
    }
}

#[test]
fn marks_that_quote_nothing() {
    for text in [
        "The pipe was 6\" wide and 5' 10\" long.",
        "A 5'10\" man lifted the 12\" plank.",
        "It was the dogs' bowl, and the ships’ horns.",
        "They play rock ’n’ roll, rock 'n' roll and rock ‘n’ roll.",
        "In the ’90s, the '80s and the ‘70s it was so.",
        "’Twas the keeper’s, ’til he gave it to ’em.",
        "It lies at 54° 12′ 5″ north.",
        "Home » News » Local",
        "Read more »",
        "James' house and the boss's car don't count.",
        "\"\"\"\"\"\"\"\"\"\"",
    ] {
        assert_eq!(quoted(text), [""; 0], "{text}");
        assert_eq!(faults(text), [], "{text}");
    }
}

#[test]
fn measures_and_apostrophes_within_a_quotation() {
    for (text, expected) in [
        ("\"The plank was 6\" wide,\" he said.", "The plank was 6\" wide,"),
        ("‘The dogs’ bowls were empty,’ she said.", "The dogs’ bowls were empty,"),
        ("'The dogs' bowls weren't full,' she said.", "The dogs' bowls weren't full,"),
        ("‘We played rock ’n’ roll in the ’90s,’ she said.", "We played rock ’n’ roll in the ’90s,"),
        ("\"We had 11 minutes' notice, no more,\" he said.", "We had 11 minutes' notice, no more,"),
    ] {
        assert_eq!(quoted(text), [expected], "{text}");
        assert_eq!(faults(text), [], "{text}");
    }
}

#[test]
fn parts_are_joined_to_one_statement() {
    for (text, expected) in [
        ("“We waited,” he said, “and nobody came.”", &["We waited,|and nobody came."][..]),
        ("“We waited,” said Ada Quist. “Nobody came.”", &["We waited,|Nobody came."]),
        ("“We waited,” said Ada Quist, who keeps the lock, on Friday. “Nobody came.”", &["We waited,|Nobody came."]),
        ("“We waited,” said Ada Quist. “Nobody came,” said Bo Lind.", &["We waited,", "Nobody came,"]),
        ("“We waited,” said Ada Quist. Then she left. “Nobody came.”", &["We waited,", "Nobody came."]),
        ("It was “late” and said in a second note: “Nobody came.”", &["late", "Nobody came."]),
        ("“We waited.\n“Nobody came.\n“We left.”\nAda left.", &["We waited.|Nobody came.|We left."]),
        ("«Esperamos.\n»Nadie vino.»", &["Esperamos.|Nadie vino."]),
        ("‘We waited.\n‘Nobody came,’ said Ada.", &["We waited.|Nobody came,"]),
        ("„Wir warteten“, sagte Ada Quist, „und niemand kam.“", &["Wir warteten|und niemand kam."]),
    ] {
        assert_eq!(quoted(text), expected, "{text}");
        assert_eq!(faults(text), [], "{text}");
    }
}

#[test]
fn quotations_within_quotations() {
    for (text, outer, inner) in [
        ("“She told me ‘go home’ and left,” he said.", "She told me ‘go home’ and left,", "go home"),
        ("\"She told me 'go home' and left,\" he said.", "She told me 'go home' and left,", "go home"),
        ("„Sie sagte ‚geh heim‘ und ging“, sagte er.", "Sie sagte ‚geh heim‘ und ging", "geh heim"),
        ("«Me dijo “vete” y se fue», dijo.", "Me dijo “vete” y se fue", "vete"),
        ("「彼は『帰れ』と言った」", "彼は『帰れ』と言った", "帰れ"),
    ] {
        let nested: Vec<Quotation> = quotations(text).quotations.into_iter().filter(|quotation| quotation.nested).collect();
        assert_eq!(quoted(text), [outer], "{text}");
        assert_eq!(nested.iter().map(|quotation| &text[quotation.parts[0].clone()]).collect::<Vec<_>>(), [inner], "{text}");
    }
}

#[test]
fn dashes_begin_speech_only_where_a_reporter_speaks() {
    for (text, expected) in [
        ("—No había barco —dijo Ana Ruiz—. Nadie avisó.", &["No había barco|Nadie avisó."][..]),
        ("—¿Quién paga? —preguntó Ana Ruiz.", &["¿Quién paga?"]),
        ("— Nous partons, dit le maire.", &["Nous partons"]),
        ("— a loaf of bread", &[]),
        ("– The council met on Friday.", &[]),
    ] {
        assert_eq!(quoted(text), expected, "{text}");
    }
}

#[test]
fn marks_without_a_partner_are_faults() {
    for (text, expected) in [
        ("“I have crossed it all my life, said Ada. Then it rained.", &[(Unclosed, "“I have crossed it all my life,")][..]),
        ("“I have crossed it all my life,\nThen it rained.", &[(Unclosed, "“I have crossed it all my life,")]),
        ("“Nobody came.\nThen it rained.", &[(Unclosed, "“Nobody came.")]),
        ("“It rains, said Ada.\n“Nobody came,” said Bo.", &[(Unclosed, "“It rains,")]),
        ("Go by the lock.” Allow an hour.", &[(Stray, "Go by the lock.”")]),
        ("It rained. Go by the lock until noon.\" Allow an hour.", &[(Stray, "Go by the lock until noon.\"")]),
        ("„Niemand kam, sagte Ada.", &[(Unclosed, "„Niemand kam,")]),
        ("Nadie vino», dijo Ana.", &[(Stray, "Nadie vino»")]),
        ("Il a plu. Personne n’est venu ». Puis rien.", &[(Stray, "Personne n’est venu »")]),
        ("何も見なかった」と言った。", &[(Stray, "何も見なかった」")]),
        ("Go by the lock,’ said Ada.", &[(Stray, "Go by the lock,’")]),
    ] {
        assert_eq!(faults(text), expected, "{text}");
    }
}

/// What a stray mark closes is compared as well; two words before it are not.
#[test]
fn the_words_before_a_stray_mark_are_a_quotation() {
    assert_eq!(quoted("It rained. Nobody may walk on the old gate at night,” said Ada."), ["Nobody may walk on the old gate at night,"]);
    assert_eq!(quoted("It rained. Nobody came.”"), Vec::<&str>::new());
}

#[test]
fn an_unclosed_quotation_does_not_swallow_the_next() {
    let text = "“It rains, said Ada Quist. “Nobody came,” said Bo Lind.";
    assert_eq!(quoted(text), ["It rains,", "Nobody came,"]);
    assert_eq!(faults(text), [(Unclosed, "“It rains,")]);
}

#[test]
fn scare_quotes_and_titles() {
    for (text, scare) in [
        ("The “safe” bridge fell.", true),
        ("It was “very safe” indeed.", true),
        ("She has read “The Lock Keeper Returns” twice.", true),
        ("It was “safe for all” indeed.", false),
        ("“Who pays for it?” asked Ada.", false),
    ] {
        assert_eq!(quotations(text).quotations[0].scare, scare, "{text}");
    }
}

#[test]
fn what_a_stray_mark_ends_is_compared_but_is_no_quotation_by_itself() {
    let texts = ["“Go by the lock,” said Ada Quist.", "It rained in the morning. Go by the old lock until noon.” Allow an hour."];
    let mut quotes = Quotes::default();
    sources(&texts).values().for_each(|source| quotes.add(source));
    let places = |no: u32| quotes.places_in(ArticleNo(no)).count();
    assert_eq!((places(0), places(1)), (1, 0));
}
