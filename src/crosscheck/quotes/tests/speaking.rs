//! Who is said to speak.

use super::*;

/// The speaker of the last quotation that is not nested.
fn speaker(text: &str) -> Option<String> {
    quotations(text).quotations.into_iter().rfind(|quotation| !quotation.nested).and_then(|quotation| Some(quotation.speaker?.to_string()))
}

#[test]
fn named_beside_the_verb() {
    for (text, expected) in [
        ("“We waited,” said Ada Quist.", "Ada Quist"),
        ("“We waited,” Ada Quist said.", "Ada Quist"),
        ("“We waited,” said the keeper of the lock, Ada Quist, on Friday.", "Ada Quist"),
        ("“We waited,” lock keeper Ada Quist told reporters on the quay.", "Ada Quist"),
        ("“We waited,” Ada Quist, a friend of Bo Lind, said.", "Ada Quist"),
        ("“We waited,” Mayor Ada Quist later added.", "Ada Quist"),
        ("“Who pays?” asked Ada Quist.", "Ada Quist"),
        ("“We waited,” fumed Ada Quist.", "Ada Quist"),
        ("Ada Quist said: “We waited.”", "Ada Quist"),
        ("Ada Quist, the mayor, told the council that “we waited all day”.", "Ada Quist"),
        ("Ada Quist ran to the quay and insisted that “the lock is safe”.", "Ada Quist"),
        ("In a letter to Bo Lind, Ada Quist wrote, “We waited.”", "Ada Quist"),
        ("According to Ada Quist, “nobody came to the lock”.", "Ada Quist"),
        ("“We waited,” said Bo Lind’s sister, Ada Quist.", "Ada Quist"),
        ("“We waited,” the Department of Health said.", "Department of Health"),
        ("„Wir haben gewartet“, sagte Bürgermeisterin Ada Quist.", "Ada Quist"),
        ("„Wir haben gewartet“, sagte die Sprecherin der Feuerwehr, Ada Quist.", "Ada Quist"),
        ("„Wir haben den Tag gewartet“, so Ada Quist.", "Ada Quist"),
        ("Ada Quist sagte: „Wir haben gewartet.“", "Ada Quist"),
        ("«Esperamos todo el día», dijo Ana Ruiz.", "Ana Ruiz"),
        ("«Esperamos todo el día», afirmó la alcaldesa, Ana Ruiz.", "Ana Ruiz"),
        ("—Esperamos todo el día —dijo Ana Ruiz—. Nadie vino.", "Ana Ruiz"),
        ("« Nous avons attendu », a déclaré Anne Morel.", "Anne Morel"),
        ("« Nous avons attendu », explique la maire, Anne Morel.", "Anne Morel"),
    ] {
        assert_eq!(speaker(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn nobody_rather_than_a_wrong_name() {
    for text in [
        "“We waited,” said one fisherman, who did not give his name.",
        "“We waited,” a spokesman for Quist Shipping said.",
        "“We waited,” the Kremlow adviser said.",
        "„Wir haben gewartet“, sagte die Sprecherin.",
        "„Wir haben gewartet“, teilte die Polizei mit.",
        "The bridge is “safe”.",
        "Ada Quist met Bo Lind at the lock. They talked. Nobody knows of what. “We waited for it to open.”",
    ] {
        assert_eq!(speaker(text), None, "{text}");
    }
}

#[test]
fn pronouns_stand_for_the_nearest_speaker_where_it_is_safe() {
    for (text, expected) in [
        ("Ms Quist has kept the lock for years. “We waited,” she said.", Some("Quist")),
        ("Ada Quist came at eight. “We waited,” she said.", Some("Ada Quist")),
        ("Ada Quist said that it had been late. “We waited,” she said.", Some("Ada Quist")),
        ("“It rained,” said Ada Quist.\n“We waited,” she added.", Some("Ada Quist")),
        ("Ada Quist said on Friday that she thought the lock “has always been a quiet place to wait”.", Some("Ada Quist")),
        ("The envoy advised Ada Quist that Bo Lind should call the mayor and say “we waited all day for it to open”.", None),
        ("Mr Quist has kept the lock for years. “We waited,” she said.", None),
        ("The river rose at eight. “We waited,” she said.", None),
        ("Nobody from Ada Quist to Bo Lind knew it. “We waited,” she said.", None),
        ("Ada Quist keeps the lock.\n“We waited,” said Quist.", Some("Ada Quist")),
    ] {
        assert_eq!(speaker(text).as_deref(), expected, "{text}");
    }
}
