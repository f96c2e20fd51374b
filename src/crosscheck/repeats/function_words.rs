//! Words that carry no meaning of their own, and those that every report uses to say who said what and when.
//!
//! Why: “told reporters on Tuesday that the” stands in thousands of reports, and nobody copied it. What is left of a shared stretch without these
//! words says whether something was repeated.
//!
//! The lists are short: words of up to three letters count as function words anyway. They know English, German, Spanish, French and Italian.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Whether a word, in any case of its letters, is one of the lists.
pub(super) fn is_function_word(written: &str) -> bool {
    if written.len() > LONGEST {
        return false;
    }
    if written.bytes().any(|byte| byte.is_ascii_uppercase()) || !written.is_ascii() {
        return WORDS.contains(written.to_lowercase().replace(['’', 'ʼ'], "'").as_str());
    }
    WORDS.contains(written)
}

/// No word of the lists has more bytes.
const LONGEST: usize = 16;

static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    [ENGLISH, REPORTING, GERMAN, SPANISH, FRENCH, ITALIAN, CHINESE].iter().flat_map(|list| list.split_whitespace()).collect()
});

const ENGLISH: &str = "about above across after again against almost alone along already also although always among another anybody anyone anything \
    around away back because been before behind being below between beyond both came cannot come comes could couldn't despite didn't does doesn't \
    doing done don't down during each either else enough even ever every everybody everyone everything except from further gave give given gives \
    going gone hadn't half has hasn't have haven't having hence here hers herself himself however into isn't itself just keep kept last later \
    least less like likely made make makes making many maybe meanwhile might more moreover most much must myself near nearly neither never \
    nevertheless next nobody none nothing once only onto other others otherwise ought ours ourselves over perhaps quite rather really same several \
    shall should shouldn't since some somebody someone something soon still such take taken takes taking than that their theirs them themselves \
    then there therefore these they they're they've this those though through throughout thus together told took toward towards under unless until \
    upon used very want wants wasn't well went were weren't what whatever when where whether which while whom whose will with within without won't \
    would wouldn't your yours yourself";

/// What reports share without having copied anything from each other.
const REPORTING: &str = "according added adding asked called comment commented declined news report reported reportedly reporters reporting reports request respond \
    responded responding said saying says spokesman spokesperson spokeswoman statement immediately monday tuesday wednesday thursday friday \
    saturday sunday today yesterday tomorrow week weeks month months year years";

const GERMAN: &str = "aber alle allem allen aller alles also andere anderen auch beim bereits damit dann darauf dass dem denen denn deren dessen \
    dies diese diesem diesen dieser dieses doch dort durch eine einem einen einer eines erst etwa etwas euer gegen gewesen habe haben hatte \
    hatten hätte ihre ihrem ihren ihrer immer jede jedem jeden jeder jedoch jetzt kann kein keine keinen können könnte konnte machen mehr mein \
    meine muss müssen nach nachdem nicht nichts noch nur oder ohne sagt sagte sagten schon sehr sein seine seinem seinen seiner seit sich sind \
    sogar soll sollen sollte sondern sowie über unter viele vom vor wann waren warum weil weiter weitere welche wenn werde werden wieder will \
    wird wollen worden wurde wurden würde zudem zum zur zwar zwischen montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern";

const SPANISH: &str = "algo alguna algunas alguno algunos ante antes aquel aquella aunque cada como contra cual cuando cuyo dado desde dice dijo donde \
    durante ella ellas ellos entre eran eres esta está están estas este esto estos estaba fuera fueron haber había habían hace hacia hasta \
    hubo incluso junto luego más menos mientras mismo misma mucha mucho muchos nada ningún ninguna nosotros nuestra nuestro otra otras otro otros \
    para pero poco porque pues puede pueden quien quién según señaló será sido siempre sino sobre solo sólo también tanto tenía tiene tienen toda \
    todas todavía todo todos tras unas unos usted varias varios lunes martes miércoles jueves viernes sábado domingo ayer";

const FRENCH: &str = "ainsi alors aucun aucune aussi autre autres avait avaient avant avec avoir bien cela celle celles celui cependant cette ceux chaque \
    chez comme comment contre dans déclaré depuis dernier dernière deux dire dit donc dont elle elles encore entre était étaient être faire fait \
    font leur leurs lors lorsque lui mais même mêmes moins notre nous ont par parce pendant peut peuvent plus plusieurs pour pourquoi près quand \
    quel quelle quelques sans selon sera seront soit sont sous souvent sur tandis tous tout toute toutes très une vers votre vous lundi mardi \
    mercredi jeudi vendredi samedi dimanche hier";

const ITALIAN: &str = "alla alle allo anche ancora anni aveva avevano avere bene che come con contro così cui dalla dalle dallo degli della delle dello dentro \
    detto dopo dove dovrebbe durante ecco erano essere fatto fino fino fra già gli hanno infatti invece loro mentre molto nella nelle nello non \
    nostro ogni oltre perché però più poco poi prima proprio quale quando quanto quella quelle quelli quello questa queste questi questo quindi \
    secondo sempre senza senza sia sono sopra sotto stata stati stato sua sue sulla sulle tra tutta tutte tutti tutto una verso lunedì martedì \
    mercoledì giovedì venerdì sabato domenica ieri";

const CHINESE: &str = "的 了 是 在 和 也 不 有 人 我 他 她 它 这 這 那 一 个 個 们 們 地 得 着 著 之 与 與 就 都 而 及 为 為 以 对 對 从 從 到 说 說 被 把 会 會";
