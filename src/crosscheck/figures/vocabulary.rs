//! Words that tell nothing of their own, and words that news uses for one another.
//!
//! The lists are short on purpose: a word that is missing from the first only counts as a little context, one that is wrongly in the second brings two things together.

use std::sync::LazyLock;

use hashbrown::{HashMap, HashSet};

use super::language::Language;

/// What a word says of people or things, whichever word of its kind it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// People, whoever they are.
    People,
    /// What befell people: counted people are told apart by it.
    Fate(&'static str),
    /// Another thing with several words.
    Other(&'static str),
}

/// The fates that a report's first numbers may be too low for.
pub(super) const FATES: [&str; 5] = ["=hurt", "=killed", "=missing", "=arrested", "=evacuated"];

/// The words of each class.
const CLASSES: &[(Class, &str)] = &[
    (Class::People, "people person persons individuals menschen personen leute leuten personas persona gente personnes"),
    (
        Class::Fate("=hurt"),
        "hurt injured injuring injures injure injuries injury wounded wounding verletzt verletzte verletzten verletzter verletzungen \
         herido heridos herida heridas lesionados lesionadas lesionado blessés blessées blessé",
    ),
    (
        Class::Fate("=killed"),
        "killed kill kills killing dead died die dies dying death deaths fatalities drowned tot tote toten toter getötet gestorben \
         starben starb todesopfer todesopfern ums muerto muertos muerta muertas murieron murió fallecidos fallecido fallecieron falleció \
         morts mort tués tué",
    ),
    (Class::Fate("=missing"), "missing vermisst vermisste vermissten desaparecidos desaparecido desaparecidas disparus"),
    (
        Class::Fate("=arrested"),
        "arrested arrest arrests arresting detained detaining festgenommen festnahmen festgenommene verhaftet detenidos detenido \
         detuvieron arrestados arrêtés",
    ),
    (
        Class::Fate("=evacuated"),
        "evacuated evacuate evacuating evacuees evakuiert evakuierten evacuados evacuadas desalojados desalojadas évacués",
    ),
    (Class::Other("=move"), "move moved moving push pushed pushing shove shoved shoving shift shifted shifting"),
    (Class::Other("=cost"), "cost costs costing bill price kosten kostet kostete coste costes costo costos costará costó"),
    (Class::Other("=damage"), "damage damages schaden schäden sachschaden daños dégâts"),
    (
        Class::Other("=hit"),
        "hit hits hitting struck strike strikes collided collision crash crashed crashes smashed smashes smashing rammed ran",
    ),
    (Class::Other("=begin"), "start started starts begin began begins begun beginning begann beginnt beginnen comenzó empezó comenzará"),
    (Class::Other("=fire"), "fire fires blaze blazes brand feuer feuers incendio incendios fuego"),
    (Class::Other("=home"), "house houses home homes haus häuser häusern wohnhäuser casa casas vivienda viviendas maison maisons"),
    (Class::Other("=build"), "build built building construct constructed"),
    (
        Class::Other("=offer"),
        "offer offers offered offering bid angebot angebote angeboten anbot bietet bot ofrece ofrecen ofrecido ofreció oferta ofertas offre offres offert",
    ),
    (Class::Other("=shares"), "share shares stock stocks aktie aktien acción acciones action actions"),
    (
        Class::Other("=fall"),
        "fall falls fell fallen drop drops dropped dropping slid slump slumped plunge plunged plunging sank tumbled lost lose losing decline declined fiel fielen gefallen sank \
         sanken gesunken rückgang cayó cayeron cae bajó bajaron descenso caída chuté baissé baisse",
    ),
    (
        Class::Other("=rise"),
        "rise rises rose risen rising climb climbed climbing increase increases increased grew growth raise raised hike stieg stiegen gestiegen steigt anstieg erhöhung erhöht \
         subida subidas aumento aumentos aumentó subió alza hausse augmentation augmenté",
    ),
    (Class::Other("=last"), "zuletzt letzte letzten letzter letztes letztmals última último últimas últimos dernière dernier"),
    (Class::Other("=take"), "lasts lasted lasting dauerte dauerten gedauert dauert duró duraron dura duración durée duré"),
    (Class::Other("=sentenced"), "sentenced jailed imprisoned verurteilt condenado condenados"),
];

const ENGLISH: &str = "the a an and or but nor so yet of to in on at by for with from into onto about over under after before during between among \
    through across against without within since until till as if than that this these those which who whom whose what when where why \
    how it its he she they them his her their our your you we us him i me my is are was were be been being am has have had having do \
    does did will would can could may might must shall should not no all any some each every both more most much many other another \
    others further additional such only own same very too also just then there here up down out off again once now still even ever \
    least less fewer nearly almost around roughly approximately per said says say saying told tell tells according added reported \
    reports put puts left leaving number total one first last next while because although though however like get got make made take \
    took taken come came go went ago later earlier early late today yesterday tomorrow morning evening afternoon night old new \
    including included";

const GERMAN: &str = "der die das den dem des ein eine einen einem einer eines und oder aber doch von vom zu zum zur in im ins an am auf aus bei beim \
    mit nach seit über unter vor für durch gegen ohne um bis als wie wenn weil dass ob ist sind war waren wird werden wurde wurden \
    worden hat haben hatte hatten habe sein seine seiner seinen ihr ihre ihrer er sie es wir ich man sich nicht kein keine auch noch \
    nur schon sehr mehr etwa rund knapp mindestens fast sagte sagt teilte mitteilte laut demnach damit dabei dort hier dann da so \
    dieser diese dieses diesem kann können soll sollen sollte muss müssen konnte konnten alle allen anderen weitere weiteren \
    zwischen pro je darunter insgesamt heute gestern morgen abend uhr zahl angaben";

const SPANISH: &str = "el la los las un una unos unas lo al del de y e o u pero que en a ante con contra desde durante entre hacia hasta para por según \
    sin sobre tras es son era eran fue fueron ser sido está están estaba ha han había habían hay he se su sus le les me nos él ella \
    ellos ellas este esta esto estos estas ese esa como cuando donde quien cual más menos muy ya no ni también sólo solo otro otra \
    otros otras todo todos todas dijo dice explicó añadió afirmó aseguró informó cerca casi alrededor total hoy ayer mañana tarde \
    noche cada porque aunque mientras dejó dejaron";

const FRENCH: &str = "le la les un une des du de et ou mais que qui dans en au aux à avec sans pour par sur sous entre est sont était étaient été être \
    a ont avait avaient il elle ils elles on nous vous se sa son ses leur leurs ce cette ces ne pas plus moins très aussi selon dit \
    déclaré comme tout tous autres autre environ près";

static CLASS_OF: LazyLock<HashMap<&str, Class>> =
    LazyLock::new(|| CLASSES.iter().flat_map(|(class, words)| words.split(' ').map(|word| (word, *class))).collect());

static FUNCTION_WORDS: LazyLock<[HashSet<&str>; 4]> =
    LazyLock::new(|| [ENGLISH, GERMAN, SPANISH, FRENCH].map(|words| words.split(' ').collect()));

/// The class of a word in lower case.
pub(super) fn class(word: &str) -> Option<Class> {
    CLASS_OF.get(word).copied()
}

/// Whether a word in lower case tells nothing of its own about a figure: articles, prepositions, auxiliaries, and verbs of saying.
pub(super) fn is_function_word(word: &str, language: Language) -> bool {
    FUNCTION_WORDS.get(language as usize).is_some_and(|words| words.contains(word))
}

/// Whether a word is one of these, which are parted by spaces. For lists that are asked seldom.
pub(super) fn is_one_of(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split_ascii_whitespace().any(|other| other == word)
}
