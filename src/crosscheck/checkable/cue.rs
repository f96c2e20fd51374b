//! Words that say why a sentence can be checked, or that it hardly can.
//!
//! One table for English, German, Spanish and French together: a word of one language that means something else in another only makes a sentence checkable that might not be.

use std::sync::LazyLock;

use hashbrown::HashMap;

use crate::crosscheck::finding::ClaimReason;

/// What a word says about its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// Why it can be checked.
    Reason(ClaimReason),
    /// “I”, “we”: who holds an opinion.
    Self_,
    /// “Think”, “hope”: the verb of an opinion.
    Opinion,
    /// “Should”, “beautiful”: says how something ought to be, or what it is worth.
    Judging,
    /// “Thanks”, “welcome”: a sentence that opens so speaks to the reader.
    Greeting,
    /// “The”, “he”: opens sentences with its capital and is no name.
    Opener,
}

/// No longer word is in the table, in bytes.
pub(super) const LONGEST: usize = 24;

const CUES: &[(Cue, &str)] = &[
    (
        Cue::Reason(ClaimReason::Figure),
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety \
         hundred hundreds thousand thousands million millions billion billions dozen dozens half percent percentage double twice thrice third quarter both zwei drei vier fünf sechs sieben acht neun zehn elf zwölf \
         zwanzig dreißig hundert hunderte tausend tausende millionen milliarden dutzend dutzende prozent hälfte drittel doppelt dos tres cuatro cinco seis siete ocho nueve diez once doce veinte \
         treinta cien cientos mil miles millón millones docena docenas ciento mitad doble deux trois quatre cinq sept huit neuf dix onze douze vingt trente cent mille milliard milliards moitié",
    ),
    (
        Cue::Reason(ClaimReason::Date),
        "monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december yesterday today tomorrow tonight ago noon midnight \
         montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz juni juli oktober dezember gestern heute morgen lunes martes miércoles jueves viernes sábado domingo \
         enero febrero marzo abril junio julio agosto septiembre octubre noviembre diciembre ayer hoy mañana lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril juin juillet août \
         septembre octobre novembre décembre hier aujourd'hui year years month months week weeks day days hour hours jahr jahre jahren monat monate woche wochen tage tagen año años mes meses semana semanas",
    ),
    (
        Cue::Reason(ClaimReason::Attribution),
        "said says told according reported reports announced announces claimed claims claim stated states confirmed confirms denied denies admitted admits warned warns argued argues explained explains \
         declared insisted insists suggested suggests acknowledged revealed wrote writes testified alleged allegedly reportedly sagte sagt erklärte erklärt teilte laut zufolge behauptete behauptet bestätigte bestritt \
         berichtete berichtet warnte betonte angeblich dijo dice según afirmó afirma aseguró asegura explicó informó confirmó negó anunció declaró advirtió señaló presuntamente déclaré affirmé selon expliqué annoncé",
    ),
    (
        Cue::Reason(ClaimReason::Superlative),
        "most least first last only nobody none niemand nadie ninguno personne never always ever none every all worst best biggest largest smallest highest lowest longest oldest youngest fastest greatest deadliest costliest record sole unique unprecedented \
         erste ersten erster erstmals einzige einzigen nie niemals immer alle meisten größte größten höchste höchsten schlimmste schlimmsten beste besten längste älteste letzte letzten rekord \
         primera primero primer última último único única nunca jamás siempre todos todas mejor peor mayoría récord premier première dernier jamais toujours tous seul",
    ),
    (
        Cue::Reason(ClaimReason::Cause),
        "because caused causes causing due therefore thus hence result resulted results led leads consequently owing thanks-to triggered weil wegen deshalb daher dadurch verursachte verursacht führte auslöste ausgelöst folge \
         porque debido causó causa provocó provocado consecuencia por-eso parce cause provoqué",
    ),
    (
        Cue::Reason(ClaimReason::Comparison),
        "than more less fewer compared higher lower bigger smaller larger better worse rose fell risen fallen increased decreased grew shrank doubled tripled halved unlike exceeds exceeded mehr weniger höher niedriger größer \
         kleiner besser schlechter stieg sank gestiegen gesunken verdoppelte verglichen gegenüber más menos aumentó disminuyó subió bajó duplicó comparado plus moins augmenté baissé",
    ),
    (Cue::Self_, "i we ich wir yo nosotros je nous"),
    (
        Cue::Opinion,
        "think believe feel hope wish guess suppose prefer love hate glaube glauben finde finden denke denken hoffe hoffen meine meinen creo creemos espero esperamos pienso pensamos crois croyons pense pensons espère espérons",
    ),
    (
        Cue::Judging,
        "should ought beautiful wonderful terrible awful lovely shame shameful disgraceful splendid horrible dreadful boring charming delightful ugly nice sad sadly hopefully unfortunately perhaps maybe sollte sollten schön schrecklich \
         furchtbar wunderbar leider hoffentlich vielleicht debería deberían hermoso terrible lamentable ojalá quizá quizás devrait devraient magnifique peut-être",
    ),
    (
        Cue::Greeting,
        "thanks thank hello hi welcome goodbye dear please sorry congratulations danke hallo willkommen liebe bitte tschüss gracias hola bienvenidos bienvenido adiós merci bonjour bienvenue",
    ),
    (
        Cue::Opener,
        "the a an this that these those he she it they you his her its their our my your there here but and or nor so yet on at for from by with without as if when while after before during since although though despite however \
         meanwhile moreover also then now not no yes what who why how where which some many both each several still such once until under instead later earlier nobody another others to was were is are did does could would has have had \
         in of about over into even just perhaps almost among between through neither either let one der die das den dem ein eine er sie es aber und oder doch im am auf bei mit nach seit zum zur für auch nun dabei damit dann dort hier diese \
         dieser dieses wenn während zudem el la los las un una y pero se cuando este esta para tras además en con sin lo le les il elle ils elles mais et dans pour cette",
    ),
];

static TABLE: LazyLock<HashMap<&str, Cue>> = LazyLock::new(|| {
    // The first entry of a word counts: “all” is a superlative before it is an opener.
    let mut table = HashMap::new();
    for (cue, words) in CUES {
        words.split_ascii_whitespace().for_each(|word| {
            table.entry(word).or_insert(*cue);
        });
    }
    table
});

/// What a word in lower case says about its sentence.
pub(super) fn cue(word: &str) -> Option<Cue> {
    TABLE.get(word).copied()
}
