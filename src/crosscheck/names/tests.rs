//! Each line is a text, or several, and what is found in it. People, towns and companies are invented.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::sync::Arc;

use super::mention::mentions;
use super::spelling::{Alike, alike, alike_first, distance, fold, likeness};
use super::*;
use crate::crosscheck::finding::{NameDifference, NameKind};

fn named(text: &str) -> Vec<String> {
    mentions(&article_text(text, &[])).into_iter().map(|mention| text[mention.range].to_owned()).collect()
}

fn check_mentions(text: &str, expected: &[&str]) {
    assert_eq!(named(text), expected, "{text}");
}

#[test]
fn names_are_found_in_running_text() {
    for (text, expected) in [
        ("The keeper told Wendel Oort that nobody was hurt.", &["Wendel Oort"][..]),
        ("It was Jean-Luc O’Neill who called.", &["Jean-Luc O’Neill"]),
        ("They met Maria de la Vega and Karim al-Sabri there.", &["Maria de la Vega", "Karim al-Sabri"]),
        ("They met Ludwig van der Meer’s brother.", &["Ludwig van der Meer"]),
        ("A letter to J. R. Prewitt was lost.", &["J. R. Prewitt"]),
        ("The talk with Dr. Ilse Brand was short, said Mr. Oort.", &["Ilse Brand", "Oort"]),
        ("Everyone thanked Mayor Ingrid Berg.", &["Ingrid Berg"]),
        ("Everyone thanked Deputy Mayor Ingrid Berg.", &["Ingrid Berg"]),
        ("He wrote to the Ministry of Finance and to the Bank of Northmark.", &["Ministry of Finance", "Bank of Northmark"]),
        ("She left St Osric’s Hospital on foot.", &["St Osric’s Hospital"]),
        ("The firm is called Nordbau GmbH.", &["Nordbau GmbH"]),
        ("They drove from Lower Marrow to Eastwick.", &["Lower Marrow", "Eastwick"]),
        ("He spoke to Secretary of State Ada Quist.", &["Ada Quist"]),
        ("He spoke of Quist’s plan.", &["Quist"]),
        ("Yesterday he slept. Then nobody came.", &[]),
        ("On Monday, in March, I slept. I’m tired.", &[]),
        ("He flew a Boeing 737 in 2019.", &["Boeing"]),
        ("NATO AND THE UN SAY THAT NOBODY SLEPT", &[]),
        ("Harbour Ferry Runs Aground Near Old Pier", &[]),
        ("The harbour is closed. Harbour lights are out.", &[]),
        ("the oort talks and the mayor", &[]),
        ("船が橋に衝突した。", &[]),
        ("", &[]),
    ] {
        check_mentions(text, expected);
    }
}

#[test]
fn in_german_a_noun_is_no_name() {
    for (text, expected) in [
        ("Die Fähre ist mit dem Kran und der Brücke nicht zu sehen, sagte Jonas Weber.", &["Jonas Weber"][..]),
        (
            "Der Hafenmeister Jonas Weber und die Bürgermeisterin Petra Lang sind mit der Lösung nicht zufrieden.",
            &["Jonas Weber", "Petra Lang"],
        ),
        ("Das ist die Meinung der Leute und der Stadt, sagte Frau Lang.", &["Lang"]),
        (
            "Die Anwohnerin Petra Lang und der Tischler Emil Brandt sind nicht überrascht. Brandt ist die Ruhe selbst.",
            &["Petra Lang", "Emil Brandt", "Brandt"],
        ),
        (
            "Das Schiff ist alt, sagte Wiebke Mathis von der Reederei der Stadt und Ursula von der Heide.",
            &["Wiebke Mathis", "Ursula von der Heide"],
        ),
        ("Die Züge und die Busse fahren nicht, das ist in Sandhausen und der Umgebung so.", &["Sandhausen"]),
    ] {
        check_mentions(text, expected);
    }
}

#[test]
fn words_are_compared() {
    for (a, b, expected) in [
        ("josé", "jose", Some(Alike::Marks)),
        ("müller", "mueller", Some(Alike::Marks)),
        ("müller", "muller", Some(Alike::Marks)),
        ("groß", "gross", Some(Alike::Marks)),
        ("søren", "sören", Some(Alike::Marks)),
        ("o'neill", "oneill", Some(Alike::Marks)),
        ("kyiv", "kiev", Some(Alike::Marks)),
        ("yuri", "yury", Some(Alike::Sound)),
        ("dmitry", "dmitrij", Some(Alike::Sound)),
        ("kowalczyk", "kowalczik", Some(Alike::Sound)),
        ("zelinsky", "selinskyj", Some(Alike::Sound)),
        ("zelinsky", "zelinskyy", Some(Alike::Sound)),
        ("philip", "filip", Some(Alike::Sound)),
        ("erik", "eric", Some(Alike::Sound)),
        ("sarah", "sara", Some(Alike::Sound)),
        ("marta", "martha", Some(Alike::Sound)),
        ("schmitt", "schmit", Some(Alike::Sound)),
        ("shevchenko", "schewtschenko", Some(Alike::Sound)),
        ("serguei", "sergej", Some(Alike::Sound)),
        ("vayutek", "vaayutek", Some(Alike::Sound)),
        ("baigorri", "vaigorri", Some(Alike::Near)),
        ("gebara", "gevara", Some(Alike::Slip)),
        ("iyengar", "ayengar", Some(Alike::Near)),
        ("anders", "enders", Some(Alike::Near)),
        ("smirnov", "smirnoff", Some(Alike::Sound)),
        ("brandvold", "brandvolt", Some(Alike::Slip)),
        ("halloran", "hallorna", Some(Alike::Slip)),
        ("clark", "clarke", Some(Alike::Near)),
        ("fairweather", "fairwether", Some(Alike::Slip)),
        ("petersen", "peterson", Some(Alike::Slip)),
        ("mohammed", "muhammad", Some(Alike::Near)),
        ("yelena", "elena", Some(Alike::Sound)),
        ("jewgeni", "evgeny", Some(Alike::Sound)),
        // False friends.
        ("russia", "russian", None),
        ("russian", "russians", None),
        ("ukraine", "ukrainian", None),
        ("italy", "italian", None),
        ("israel", "israeli", None),
        ("germany", "german", None),
        ("berlin", "berlins", None),
        ("berlin", "berliner", None),
        ("iran", "iraq", None),
        ("austria", "australia", None),
        ("niger", "nigeria", None),
        ("slovakia", "slovenia", None),
        ("hans", "hanna", None),
        ("daniel", "dan", None),
        ("oort", "orte", None),
        ("barlow", "marlow", None),
        ("baranov", "baranova", None),
        ("conservative", "conservatives", None),
        ("democrat", "democratic", None),
    ] {
        assert_eq!(alike(a, b), expected, "{a} {b}");
        assert_eq!(alike(b, a), expected, "{b} {a}");
    }
}

#[test]
fn first_names_are_compared() {
    let check = |a: &str, b: &str, expected: bool| {
        let one = alike(a, b).is_some_and(|how| alike_first(a, b, how));
        assert_eq!(one, expected, "{a} {b}");
    };
    for (a, b) in [
        ("yuri", "yury"),
        ("jose", "josé"),
        ("marta", "martha"),
        ("erik", "eric"),
        ("steven", "stephen"),
        ("tomas", "tomasz"),
        ("sara", "sarah"),
        ("yannig", "yannick"),
    ] {
        check(a, b, true);
    }
    for (a, b) in [
        ("michael", "michelle"),
        ("peter", "petra"),
        ("paul", "paula"),
        ("mario", "maria"),
        ("dan", "daniel"),
        ("alex", "alexander"),
        ("john", "jane"),
        ("hans", "hanna"),
        ("martin", "martina"),
        ("christian", "christina"),
    ] {
        check(a, b, false);
    }
}

#[test]
fn distances_are_those_of_the_papers() {
    assert_eq!(distance("martha", "marhta", 2), Some(1));
    assert_eq!(distance("kitten", "sitting", 3), Some(3));
    assert_eq!(distance("kitten", "sitting", 2), None);
    assert_eq!(distance("", "ab", 2), Some(2));
    assert!((likeness("martha", "marhta") - 0.9611).abs() < 0.001);
    assert!((likeness("dixon", "dicksonx") - 0.8133).abs() < 0.001);
    assert_eq!(likeness("a", "b"), 0.0);
    assert_eq!(fold("ærøskøbing-łódź"), "aeroskobinglodz");
}

fn sources(texts: &[&str]) -> Sources {
    let source = |(no, text): (usize, &&str)| {
        let no = ArticleNo(u32::try_from(no).unwrap());
        (no, Source { no, text: Arc::from(*text), date: None })
    };
    texts.iter().enumerate().map(source).collect()
}

fn of(sources: &Sources) -> Names {
    let mut names = Names::default();
    sources.values().for_each(|source| names.add(source));
    names
}

/// Each group as the texts of its variants, sorted.
fn groups(texts: &[&str], difference: NameDifference) -> Vec<Vec<String>> {
    let sources = sources(texts);
    let found = of(&sources).find(&sources, &Apart::default());
    let texts = |group: NameGroup| {
        for variant in &group.variants {
            assert!(!variant.places.is_empty());
            assert!(variant.places.iter().all(|place| sources[&place.article].text.get(place.range()).is_some()));
        }
        let mut texts: Vec<String> = group.variants.into_iter().map(|variant| variant.text).collect();
        texts.sort();
        texts
    };
    found.into_iter().filter(|group| group.difference == difference).map(texts).collect()
}

fn check_spellings(texts: &[&str], expected: &[&[&str]]) {
    assert_eq!(groups(texts, NameDifference::Spelling), expected, "{texts:?}");
}

#[test]
fn one_name_in_two_spellings() {
    for (texts, expected) in [
        (&["It was Tomasz Kowalik who called.", "It was Tomasz Kowalyk who called."][..], &["Tomasz Kowalik", "Tomasz Kowalyk"][..]),
        (&["They met Yuri Baranov there.", "They met Yury Baranov there."], &["Yuri Baranov", "Yury Baranov"]),
        (&["They met José Luna there.", "They met Jose Luna there."], &["Jose Luna", "José Luna"]),
        (&["They met Jean-Luc Moreau there.", "They met Jean Luc Moreau there."], &["Jean Luc Moreau", "Jean-Luc Moreau"]),
        (&["They met Aidan O’Neill there.", "They met Aidan ONeill there."], &["Aidan ONeill", "Aidan O’Neill"]),
        (&["They met Anna Keller there.", "They met Ann Keller there."], &["Ann Keller", "Anna Keller"]),
        (&["They met Ole Gross there.", "They met Ole Groß there."], &["Ole Gross", "Ole Groß"]),
        (&["They met Lars Petersen there.", "They met Lars Peterson there."], &["Lars Petersen", "Lars Peterson"]),
        (&["They met Siobhán Ní Dhálaigh there.", "They met Siobhan Ni Dhalaigh there."], &["Siobhan Ni Dhalaigh", "Siobhán Ní Dhálaigh"]),
        (&["They met T. Kowalik there.", "They met Tomasz Kowalyk there."], &["T. Kowalik", "Tomasz Kowalyk"]),
        (
            &["He lies in St Osric’s Hospital now.", "He lies in St Osrick’s Hospital now."],
            &["St Osrick’s Hospital", "St Osric’s Hospital"],
        ),
        (&["They met Wenceslao Baigorri there.", "They met Wenceslao Vaigorri there."], &["Wenceslao Baigorri", "Wenceslao Vaigorri"]),
        (&["They met Ana Quintanilla Vega there.", "They met Ana Quintanila there."], &["Ana Quintanila", "Ana Quintanilla Vega"]),
        (&["They met Joyce Tanquill there.", "Gran Joyce Tanquell fumed."], &["Gran Joyce Tanquell", "Joyce Tanquill"]),
        // Within one article.
        (
            &[
                "They met Ingrid Halvorsen on Monday. Nobody, Halvorsen said, had asked. It went on for most of a long day and nobody could say how it would end or for whom. Later, Halvorson left.",
            ],
            &["Halvorson", "Ingrid Halvorsen"],
        ),
        (
            &[
                "They met Ada Fairweather there. A long day began and nobody could say how it would end or for whom. The rain told Fairwether little.",
            ],
            &["Ada Fairweather", "Fairwether"],
        ),
    ] {
        check_spellings(texts, &[expected]);
        let turned: Vec<&str> = texts.iter().rev().copied().collect();
        check_spellings(&turned, &[expected]);
    }
}

#[test]
fn german_reports() {
    let a = "Die Fähre nach Sandhausen fährt wieder. Das sagte Bürgermeisterin Petra Lang am Montag im Rathaus. Der Kapitän Jörg Hinrichsen und die Sprecherin der \
             Reederei, Wiebke Matthiesen, waren dabei. Lang lobte die Arbeit der Leute, und Hinrichsen ist mit dem Schiff nicht unzufrieden. Die Kosten sind hoch, und das \
             Land zahlt die Hälfte. Langs Vorschlag ist neu. Der Schaden ist groß, die Schäden sind teuer.";
    let b = "Nach dem Sturm und der langen Pause ist die Fähre in Sandhausen wieder da. Jörg Hinrichsen, der Kapitän, ist froh. „Das Schiff ist alt, aber die Maschine nicht“, sagte \
             Petra Lange, die Bürgermeisterin. Wiebke Mathiesen von der Reederei nannte die Kosten nicht. Der Sprecher der Werft, Hauke Brodersen, ist mit dem Ergebnis zufrieden.";
    let c = "Mit der Fähre ist nicht zu spaßen: Das sagt Kapitän Joerg Hinrichsen. Hauke Broderson und die Leute der Werft haben das Ruder und die Schraube ersetzt. Die \
             Kosten und die Zeit sind ein Ärgernis, sagte Bürgermeisterin Petra Lang dem Rat.";
    let expected: [&[&str]; 4] = [
        &["Joerg Hinrichsen", "Jörg Hinrichsen"],
        &["Petra Lang", "Petra Lange"],
        &["Hauke Brodersen", "Hauke Broderson"],
        &["Wiebke Mathiesen", "Wiebke Matthiesen"],
    ];
    let mut found = groups(&[a, b, c], NameDifference::Spelling);
    let mut expected: Vec<Vec<&str>> = expected.iter().map(|names| names.to_vec()).collect();
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
    assert_eq!(groups(&[a, b, c], NameDifference::Role), Vec::<Vec<String>>::new());
}

#[test]
fn spanish_reports() {
    let a = "El alcalde de Puerto Claro, Íñigo Salvatierra, dijo que la escuela abrirá el lunes. La doctora Begoña Arrizabalaga y el señor Echeverría lo confirmaron. Salvatierra no quiso \
             hablar de los costes que tiene la obra. Según la Universidad de Puerto Claro, el edificio es seguro.";
    let b = "La escuela de Puerto Claro abrirá el lunes, dijo Iñigo Salvatierra. Begoña Arrizabálaga, que trabaja en el centro, y la concejala Marta Quiroga no hablaron de los costes. \
             Los españoles y la española que viven allí esperan.";
    let c = "La teniente de alcalde Marta Quiroga y el alcalde Íñigo Salvatierra visitaron la escuela de Puerto Claro. Begoña Arrizabalaga explicó que el edificio y los pupitres son nuevos.";
    let mut found = groups(&[a, b, c], NameDifference::Spelling);
    found.sort();
    assert_eq!(found, [["Begoña Arrizabalaga", "Begoña Arrizabálaga"], ["Iñigo Salvatierra", "Íñigo Salvatierra"]]);
}

#[test]
fn a_surname_alone_is_found_between_related_articles() {
    let a = "Wendel Oort told Marta Lindt that President Volodymyr Melenskyy would come to Sandmouth. Later Melenskyy left.";
    let b = "In Sandmouth, Wendel Oort and Marta Lindt waited. They said that Melenskiy was late.";
    check_spellings(&[a, b], &[&["Melenskiy", "Volodymyr Melenskyy"]]);
    // Nothing says that these tell of one event.
    check_spellings(&[a, "They said that Melenskiy was late."], &[]);
}

#[test]
fn false_friends_are_left() {
    for texts in [
        &["They left Russia with a Russian and two Russians.", "In Russia, Russians met Russian friends."][..],
        &["They met Dan Miller there.", "They met Daniel Miller there."],
        &["They met John and Jane Smith.", "They met John Smith and Jane Smith."],
        &["They met Michael Berg there.", "They met Michelle Berg there."],
        &["They met Peter Lang there.", "They met Petra Lang there."],
        &["They met Ingrid Berg there. Later Berg left.", "They met Berg there."],
        &["He flew a Boeing 737.", "He flew a Boeing 747."],
        &["They flew from Iran to Iraq.", "They flew from Iraq to Iran."],
        &["They flew from Austria to Australia.", "They flew to Australia from Austria."],
        &["They met Hans Berg there.", "They met Hanna Berg there."],
        &["The North Sea is cold, and so is the South Sea.", "The South Sea is warm."],
        &[
            "Der Hafen ist zu, und die Leute sind in der Stadt. Das ist die Freude Berlins und der Stadt Berlin.",
            "Es ist die Stadt Berlin, und das ist der Hafen.",
        ],
        &["He wrote to the Defence Ministry.", "He wrote to the Defense Ministry."],
        &["They met Jon Berg and John Berg there.", "They met Jon Berg there."],
        &["They met Erik Hansen there.", "They met Paula Hanson there."],
        &["He read the Harbour Times.", "He read the Harbour Time."],
        &["He joined West Arle Council.", "He joined Arle Council."],
    ] {
        check_spellings(texts, &[]);
    }
}

fn check_roles(texts: &[&str], difference: NameDifference, expected: &[&[&str]]) {
    assert_eq!(groups(texts, difference), expected, "{texts:?}");
}

/// What makes two articles tell of one event.
const EVENT: &str = "Wendel Oort and Marta Lindt live in Sandmouth and wait there.";

#[test]
fn offices_that_differ() {
    for (a, b, expected) in [
        ("The deputy mayor Ingrid Berg came.", "The mayor Ingrid Berg came.", &["deputy mayor", "mayor"][..]),
        ("Everyone thanked Deputy Mayor Ingrid Berg.", "Everyone thanked Mayor Ingrid Berg.", &["Deputy Mayor", "Mayor"]),
        ("Ingrid Berg, the former mayor, came.", "Ingrid Berg, the mayor of the town, came.", &["former mayor", "mayor"]),
        ("Everyone thanked acting mayor Ingrid Berg.", "Ingrid Berg, the mayor, came.", &["acting mayor", "mayor"]),
        ("The police chief, Ingrid Berg, came.", "The fire chief, Ingrid Berg, came.", &["fire chief", "police chief"]),
        ("Foreign minister Ingrid Berg came.", "The defence minister, Ingrid Berg, came.", &["Foreign minister", "defence minister"]),
        ("Everyone thanked Judge Ingrid Berg.", "Everyone thanked prosecutor Ingrid Berg.", &["Judge", "prosecutor"]),
        (
            "Everyone thanked harbour master Ingrid Berg.",
            "Everyone thanked deputy harbour master Ingrid Berg.",
            &["deputy harbour master", "harbour master"],
        ),
    ] {
        let (a, b) = (format!("{EVENT} {a}"), format!("{EVENT} {b}"));
        check_roles(&[&a, &b], NameDifference::Role, &[expected]);
        check_roles(&[&b, &a], NameDifference::Role, &[expected]);
    }
    for (a, b) in [
        ("The mayor, Ingrid Berg, came.", "Everyone thanked Mayor Ingrid Berg."),
        ("The town’s mayor, Ingrid Berg, came.", "Everyone thanked Sandmouth mayor Ingrid Berg."),
        ("The mayor, Ingrid Berg, came.", "Ingrid Berg, a professor of history, came."),
        ("The mayor, Ingrid Berg, came.", "Acting mayor Ingrid Berg came. Mayor Berg left."),
        ("The spokesman, Ingrid Berg, came.", "The spokeswoman, Ingrid Berg, came."),
        ("After talks with the mayor, Ingrid Berg left.", "The deputy mayor, Ingrid Berg, came."),
        ("Everyone thanked Ingrid Berg, mayor Jonas Weber and the crew.", "The deputy mayor, Ingrid Berg, came."),
    ] {
        let (a, b) = (format!("{EVENT} {a}"), format!("{EVENT} {b}"));
        check_roles(&[&a, &b], NameDifference::Role, &[]);
    }
}

#[test]
fn one_office_with_two_people() {
    let with = |words: &str| format!("{EVENT} {words}");
    let (berg, weber) = (with("Everyone thanked Mayor Ingrid Berg."), with("The mayor, Jonas Weber, came."));
    check_roles(&[&berg, &weber], NameDifference::Holder, &[&["Ingrid Berg", "Jonas Weber"]]);
    let (keeper, other) = (with("Bridge keeper Ada Quist came."), with("Everyone thanked bridge keeper Paul Lamm."));
    check_roles(&[&keeper, &other], NameDifference::Holder, &[&["Ada Quist", "Paul Lamm"]]);
    // Other events; presidents of two countries; one article knows both; a former one.
    check_roles(&["Everyone thanked Mayor Ingrid Berg.", "Everyone thanked Mayor Jonas Weber."], NameDifference::Holder, &[]);
    check_roles(&[&with("President Ingrid Berg came."), &with("President Jonas Weber came.")], NameDifference::Holder, &[]);
    check_roles(&[&berg, &with("Mayor Jonas Weber and Ingrid Berg came.")], NameDifference::Holder, &[]);
    check_roles(&[&berg, &with("Former mayor Jonas Weber came.")], NameDifference::Holder, &[]);
}

#[test]
fn one_office_and_surname_with_two_first_names() {
    let with = |words: &str| format!("{EVENT} {words}");
    for (a, b, expected) in [
        ("The mayor, Ingrid Berg, came.", "Everyone thanked Mayor Paula Berg.", &["Ingrid Berg", "Paula Berg"][..]),
        ("Everyone thanked farmer Wojciech Kowalik.", "Farmer Wojtek Kowalik came.", &["Wojciech Kowalik", "Wojtek Kowalik"]),
        ("Everyone thanked farmer Wojciech Rosiński.", "Farmer Wojtek Rosinski came.", &["Wojciech Rosiński", "Wojtek Rosinski"]),
    ] {
        check_spellings(&[&with(a), &with(b)], &[expected]);
        check_spellings(&[a, b], &[]);
    }
    check_spellings(&[&with("Everyone thanked farmer Ada Kowalik."), &with("Farmer Paul Kowalik came.")], &[]);
    check_spellings(&[&with("The mayor, Ingrid Berg, came."), &with("Everyone thanked Mayor Paula Berg and her aunt, Ingrid Berg.")], &[]);
}

#[test]
fn what_people_keep_apart_stays_apart() {
    let sources = sources(&["They met Yuri Baranov there.", "They met Yury Baranov there."]);
    let names = of(&sources);
    assert_eq!(names.find(&sources, &Apart::default()).len(), 1);
    let mut apart = Apart::default();
    apart.keep_names(&["Yuri Baranov".to_owned(), "Yury Baranov".to_owned()]);
    assert_eq!(names.find(&sources, &apart), []);
}

#[test]
fn places_counts_and_kind_are_told() {
    let sources = sources(&["Mayor Ada Kowalik came. Nobody, Kowalik said, had asked.", "Share this @x\nThey met Ada Kowalyk’s brother."]);
    let found = of(&sources).find(&sources, &Apart::default());
    let group = &found[0];
    assert_eq!((group.kind, group.name.as_str()), (NameKind::Person, "Ada Kowalik"));
    let places: Vec<Vec<&str>> = group
        .variants
        .iter()
        .map(|variant| variant.places.iter().map(|place| &sources[&place.article].text[place.range()]).collect())
        .collect();
    assert_eq!(places, [vec!["Ada Kowalik", "Kowalik"], vec!["Ada Kowalyk"]]);
}

proptest::proptest! {
    /// Adding and removing in any order gives what adding the rest gives.
    #[test]
    fn removing_undoes_adding(order in proptest::collection::vec(0_usize..6, 1..12)) {
        const TEXTS: [&str; 3] = ["They met Yuri Baranov there.", "They met Yury Baranov there. José Luna left.", "They met Jose Luna, mayor of Sandmouth."];
        let all = sources(&TEXTS);
        let (mut names, mut left) = (Names::default(), Sources::new());
        for step in order {
            let source = &all[&ArticleNo(step as u32 % 3)];
            if step < 3 { names.add(source); left.insert(source.no, source.clone()); } else { names.remove(source.no); left.remove(&source.no); }
        }
        proptest::prop_assert_eq!(names.find(&left, &Apart::default()), of(&left).find(&left, &Apart::default()));
    }

    #[test]
    fn any_text_is_taken(a in crate::text::sample::any_text(), b in "(?s)([A-Z][a-zé’'-]{0,8}[ ,.]|Mayor |von |al-|der |É|.){0,60}") {
        let sources = sources(&[&a, &b, &b.to_uppercase(), &format!("{a}{b}")]);
        for group in of(&sources).find(&sources, &Apart::default()) {
            proptest::prop_assert!(group.variants.len() > 1);
            for place in group.variants.iter().flat_map(|variant| &variant.places) {
                proptest::prop_assert!(sources[&place.article].text.get(place.range()).is_some());
            }
        }
    }

    #[test]
    fn likeness_is_even(a in "\\PC{0,12}", b in "\\PC{0,12}") {
        proptest::prop_assert_eq!(alike(&a, &b), alike(&b, &a));
        proptest::prop_assert_eq!(distance(&a, &b, 3), distance(&b, &a, 3));
    }
}
