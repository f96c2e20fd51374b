//! Phrases that stand alone on web pages, as regular expressions over a whole paragraph.
//!
//! Why expressions: they are data, one a line, and take linear time. Each must match the whole paragraph, so that a sentence of the body that only
//! begins with the same words is left.

use std::sync::LazyLock;

use regex::Regex;
use regex::bytes::{RegexSet, RegexSetBuilder};

use crate::model::Reason;

/// Longer paragraphs, in bytes, are no labels. A copyright notice may be longer: see [`NOTICE`].
const LABEL: usize = 300;

/// A notice at the end of a paragraph is not longer than this, in bytes.
const NOTICE: usize = 700;

/// Where one can share and follow; `NETS` in the expressions below.
const NETS: &str = "(?:(?:facebook|twitter|x|instagram|whatsapp|linkedin|reddit|telegram|youtube|tiktok|bluesky|threads|mastodon|pinterest|google news|social media|\
     e-?mail|friends|signal|xing|messenger|flipboard|sms|mail|correo|courriel|print|drucken|imprimir|copy link|link kopieren|copiar enlace|@[\\w.]+|and|or|und|y|et|the|our)[ ,/&|.!·•-]*)+";

const SHARE: [&str; 64] = [
    // What press offices write around a release.
    r"(?:for|under) (?:immediate release|embargo until .{4,40})[.:!]?|sperrfrist:? .{4,40}|zur sofortigen veröffentlichung|para (?:su )?(?:publicación|difusión) inmediata|pour diffusion immédiate",
    r"[-–—*# ]*(?:ends|ende|fin|-30-|###)[-–—*# .]*|notes? (?:to|for) (?:the )?editors?:?|hinweise? (?:an|für) die redaktion(?:en)?:?|nota a los (?:editores|redactores):?|notes? aux rédactions?:?",
    r"(?:for (?:more|further|media|press) (?:information|details|enquiries|inquiries)|(?:media|press) (?:contacts?|enquiries|inquiries)|pressekontakt|rückfragen (?:an|bitte an)|contacto de prensa|para más información|contacts? presse)\b[^!?]*(?:@|(?:contact|call|phone|telefon|teléfono|téléphone|tel\.)[^!?]*\d{4})[^!?]*",
    r"(?:.*[?!.] )?(?:call|ring|phone|text|contact) (?:us|(?:our|the) (?:newsroom|news ?desk|reporters?))\b[^.!?]*\d{3}[^.!?]*\.?",
    r"share (?:this )?(?:article|story|post|page|report)?(?: ?(?:on|via|by|with|to|at|:))? ?@[\w.-]+",
    r"share this(?: (?:article|story|post|page|report))?[:.!]?",
    r"share this(?: (?:article|story|post|page|report))? (?:on|via|by|with) NETS",
    r"share (?:on|via|by) NETS",
    r"(?:share|teilen|comparte|compartir|partager|partagez|condividi|(?:diesen |den )?(?:artikel|beitrag|text) teilen|share this (?:article|story|post|page|report)|(?:comparte|compartir|comparta) (?:esta|este) (?:noticia|artículo|nota)|partage[rz] cet article)\s?[:|·•–-] ?NETS",
    r"(?:please )?(?:follow|like|find|join) us[.!:]?",
    r"(?:please )?(?:follow|like|find|join|connect with) us (?:on|at|via) .+",
    r"follow .+ on NETS",
    r"(?:please )?subscribe(?: (?:now|today|here|for free))?[.!]?",
    r"(?:please )?subscribe (?:now )?(?:to|for) .*(?:newsletter|channel|podcast|mailing list|magazine|alerts|digest|daily briefing).*",
    r"sign up(?: (?:now|today|here))?[.!]?",
    r"sign up (?:now |here )?(?:for|to) .*(?:newsletter|updates|alerts|e-?mails?|briefing|digest|inbox).*",
    r"get .+ (?:in|to) your inbox.*",
    r"(?:download|get) (?:our|the) (?:free |news )*app\b.*",
    r"(?:.*[?!.] )?(?:write to|e-?mail|contact)(?: us| the newsroom)?(?: at)? [^\s@]+@[\w.-]+",
    r"follow (?:us )?@[\w.]+(?:(?:,| and| &) @[\w.]+)*[.!]?",
    r"support (?:our|independent|local) journalism.*",
    r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)(?: (?:below|here))?[.!:]?",
    r"join the (?:conversation|discussion|debate)(?: (?:below|in the comments.*))?[.!:]?",
    r"(?:\d+ comments?|comments? ?\(\d+\)|comments are closed)[.!]?",
    r"(?:.*[?!.] )?(?:tell us|let us know|share your (?:thoughts?|views?|opinions?)|have your say).*(?:comments?|below)\b.*",
    r"(?:advertisement|advert|story continues below(?: (?:this )?ad\w*)?|article continues below(?: (?:this )?ad\w*)?)[.:]?",
    r"(?:(?:diesen )?(?:artikel|beitrag) )?teilen(?: (?:auf|via|per|über) NETS)?[:.!]?",
    r"folgen sie uns (?:auf|bei) .+",
    r"(?:abonnieren sie|melden sie sich .*an für) .*newsletter.*",
    r"(?:compartir|comparte) (?:(?:en|por|via|vía) NETS|este artículo.*)",
    r"(?:síguenos|síganos) en .+",
    r"(?:suscríbete|suscríbase) a .*(?:boletín|newsletter|canal).*",
    r"(?:copy link|print(?: this (?:article|page|story))?|save (?:this )?(?:article|story)|listen to this (?:article|story)|back to top|skip to (?:main )?content)[.!]?",
    r"(?:\d+[ -]min(?:ute)?s? read|reading time|lesezeit|lesedauer|tiempo de lectura|temps de lecture)(?:\s?: ?(?:ca\. ?)?\d+ min(?:ute|uten|utes|utos|\.)?)?",
    r"(?:.*[?!.] )?(?:schreiben sie(?: uns)?(?: eine (?:e-?mail|mail))?(?: an)?|schreibt(?: uns)?(?: an)?|escríb(?:enos|anos|ame) a|escribe a|écrivez(?:-nous)?(?: à)?|scrivi(?:te)?ci a|scrivete a)\s?:? [^\s@]+@[\w.-]+",
    r"(?:anzeige|werbung|publicidad|anuncio|publicité|pubblicità|advertorial|sponsored(?: content)?)[.:]?",
    r"(?:artikel|beitrag|seite|text|link) (?:teilen|drucken|merken|kopieren|versenden|speichern|weiterempfehlen)[.!]?",
    r"teilen sie (?:diesen|den) (?:artikel|beitrag|text).*",
    r"folgen sie (?:uns|dem .+ auf NETS).*",
    r"(?:hier |jetzt )?(?:zum |unseren |den )?newsletter(?: (?:jetzt )?(?:abonnieren|anmelden|bestellen))?[.!]?",
    r"(?:\d+ kommentare?|kommentare?(?: ?\(\d+\))?|kommentare? (?:schreiben|lesen|anzeigen|verfassen)|diskutieren sie mit.*|ihre meinung.*\?|jetzt mitdiskutieren)[.!:]?",
    r"(?:zur startseite|nach oben|mehr laden|jetzt (?:app )?herunterladen|jetzt (?:kostenlos )?(?:abonnieren|anmelden|testen))[.!]?",
    r"(?:comparte?|compartir|comparta|difunde) (?:esta|este|la|el) (?:noticia|artículo|página|reportaje|crónica|nota)(?: (?:en|por|via|vía) NETS)?[.!:]?",
    r"(?:compartir|comparte|imprimir|guardar|copiar enlace|escuchar)[.!:]?",
    r"(?:sígu[ea]nos|siga a .+|sigue a .+|síguenos también) (?:en|por) NETS.*",
    r"(?:suscríb(?:ete|ase|anse)|apúnt(?:ate|ese)|únete|únase) .*(?:boletín|newsletter|canal|whatsapp|telegram)\b.*",
    r"(?:\d+ comentarios?|comentarios?(?: ?\(\d+\))?|deja (?:tu|un) comentario|(?:comenta|opina) (?:aquí|esta noticia))[.!:]?",
    r"(?:partager|partagez)(?: (?:cet article|sur NETS))?[.!:]?",
    r"(?:[^.!?]{0,80}[.!?] )?(?:suivez-nous|abonnez-vous|inscrivez-vous)\b.+",
    r"(?:condividi|seguici)(?: (?:su|questo articolo).*)?[.!:]?",
    r"(?:[^.!?]*\? )?(?:please )?(?:subscribe|sign up|register)(?: (?:here|now|today|for free))?[.!]?",
    r"(?:view (?:this|the) (?:e-?mail|newsletter|message|issue) (?:in|on) (?:your|a|the) (?:web ?)?browser|(?:read|view) (?:this )?(?:online|in (?:your )?browser|in (?:the|our) app)|(?:newsletter|e-?mail|mail|nachricht) im browser (?:ansehen|öffnen|lesen|anzeigen)|ver (?:este |el )?(?:correo|boletín|mensaje) en (?:el|su|tu) navegador|(?:voir|afficher|lire) (?:cet? )?(?:e-?mail|courriel|message|lettre) dans (?:votre|le) navigateur)[.!]?",
    r"(?:(?:unsubscribe|update (?:your |my )?(?:e-?mail )?preferences|manage (?:your |my )?(?:subscriptions?|preferences)|privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)|about us|contact us|abbestellen|abmelden|newsletter abbestellen|impressum|datenschutz(?:erklärung)?|darse de baja|cancelar (?:la )?suscripción|aviso legal|política de privacidad|se désabonner|se désinscrire|mentions légales|gérer (?:vos|mes) préférences)(?: here| hier| aquí| ici)?[ |·•,/.–-]*)+",
    r"(?:recib[ae]|recíbel[ao]|regístr(?:ate|ese)|inscríb(?:ete|ase)|suscribite|descarg[ae]) .*(?:boletín|newsletter|whatsapp|telegram|nuestra app)\b.*",
    r"(?:s[úu]mate|súmese|unite|seguí|siga|sigue) (?:a|al|el|en|nuestro) .*(?:boletín|newsletter|canal de|whatsapp|telegram|comunidad de)\b.*",
    r"(?:erhalten sie|holen sie sich|bestellen sie|verpassen sie|laden sie|lesen sie) .*(?:newsletter|whatsapp-kanal|push-nachrichten?|unsere app|e-?paper)\b.*",
    r"(?:recevez|téléchargez|rejoignez|suivez|retrouvez) .*(?:newsletter|infolettre|lettre d['’]information|whatsapp|telegram|notre (?:application|chaîne|page))\b.*",
    r"(?:get|receive|join|follow) (?:our|the) .*(?:newsletter|whatsapp|telegram|channel|e-?mail alerts)\b.*",
    r"(?:listen (?:to us )?live|watch live|listen online|escúch[ea]nos|hören sie uns|écoutez-nous|véanos|tune in)\b[^.!?]{0,60}",
    r"(?:write to|e-?mail|contact|reach|kontakt|contacto|hinweise (?:bitte )?an|mail an)\b[^@.!?]{0,60}[ :][^\s@]+@[\w.-]+",
    r"[\[(*–—-]* ?(?:advertisement|anzeige|werbung|publicidad|publicité|paid content|advertiser content) ?[\])*–—-]*",
    r"(?:already a (?:subscriber|member)\?.{0,60}|(?:log|sign) in(?: to (?:continue|read))?|(?:register|subscribe) to (?:continue|read) .{0,40}|this (?:article|content|story) is (?:only )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members)\b.*|(?:dieser|der) (?:artikel|inhalt) ist (?:nur |exklusiv )?für abonnent.*|(?:bereits|schon) abonnent(?:in)?\?.*|(?:contenido|artículo) (?:exclusivo|solo|reservado) para (?:suscriptores|socios).*|¿ya eres suscriptora?\?.*|article réservé aux abonnés.*|déjà abonné ?\?.*)",
    r"(?:donate(?: (?:now|today|here))?|support us|become a (?:member|subscriber|supporter|patron)\b[^.!?]{0,40}|hazte (?:socio|socia|suscriptor)\b[^.!?]{0,40}|apóyanos|spenden sie (?:jetzt|hier)|unterstützen sie (?:uns|unseren journalismus|unsere arbeit)\b.*|werden sie (?:mitglied|abonnent)[^.!?]{0,40}|faites un don|soutenez-nous\b.*)[.!]?",
    r"(?:continue reading(?: below)?|nach der anzeige geht es weiter|(?:der )?artikel wird unten fortgesetzt|la (?:noticia|nota) continúa .*(?:publicidad|anuncio)|la suite après (?:cette|la) publicité)[.:]?",
];

const RELATED: [&str; 12] = [
    r"(?:most (?:read|viewed|popular|shared|commented)|trending now|latest (?:news|stories)|am meisten gelesen|meistgelesen|lo más (?:leído|visto|comentado)|les plus lus)[.:!]?",
    r"(?:related(?: (?:articles?|story|stories|news|coverage|content|reading|videos?))?|read (?:more|also|next)|also read|see also|more on this(?: (?:story|topic))?|don['’]t miss|you (?:may|might) also (?:like|be interested in)|recommended (?:reading|for you|stories))\s*(?::|»|›|→|>|\||[–—-] ).*",
    r"(?:related (?:articles?|story|stories|news|coverage|content|reading|videos?)|read (?:more|also|next)(?: here)?|also read|more on this (?:story|topic)|you (?:may|might) also like|recommended (?:reading|for you|stories))[.…]{0,3}",
    r"(?:lesen sie (?:auch|mehr)|mehr zum thema|lea (?:también|más)|lee (?:también|más)|(?:le|te) puede interesar|(?:à )?lire aussi|leggi anche)\s*(?::|»|›|→|>|[–—-] ).*",
    r"(?:lesen sie (?:hierzu|dazu)?(?: ?auch)?|lesetipp|mehr (?:dazu|hierzu|aus .{2,30}|zu .{2,30})|auch interessant|das könnte sie (?:auch )?interessieren|passend (?:dazu|zum thema)|siehe auch|weiterlesen)\s*(?::|»|›|→|>) ?.+",
    r"(?:(?:te |le )?(?:también )?(?:te |le )?puede interesar|noticias? relacionadas?|artículos? relacionados?|leer más|sigue leyendo|relacionado|vea también|ver también|(?:à )?lire (?:aussi|également)|sur le même sujet|voir aussi|leggi (?:anche|tutto)|potrebbe interessarti)\s*(?::|»|›|→|>) ?.+",
    r"(?:mehr zum thema|auch interessant|das könnte sie (?:auch )?interessieren|weiterlesen|lesen sie auch|noticias relacionadas|artículos relacionados|(?:también )?te puede interesar|leer más|sigue leyendo|sur le même sujet|à lire aussi|leggi anche)[.…:!]{0,3}",
    r"(?-i:READ|WATCH|LISTEN|MORE|SEE)(?-i: MORE| ALSO)?\s?: .+",
    r"(?:más (?:información|noticias)|(?:weitere|mehr) (?:informationen|nachrichten|meldungen)|zum thema|zum weiterlesen|plus d['’]informations?|à voir aussi|notre sélection|more (?:news|from .{2,30})|in other news|en otras noticias)\s?[:»›→>|] ?[^.!?]{4,140}[!?]?",
    r"[^.!?>›]{2,30}(?: [>›] [^.!?>›]{2,40}){1,5}",
    r"(?:filed (?:under|in)|tags?|topics|keywords|categories|schlagw(?:orte|örter)|stichw(?:orte|örter)|themen|archivado en|etiquetas|temas|palabras clave|mots[- ]clés|sujets|thèmes)\s?: [^.!?]{2,200}",
    r"(?:kommentar|bericht|berichte|leitartikel|interview|porträt|reportage|mehr dazu|siehe|fortsetzung|weiter|see|continued|turn to|full story|editorial|pasa a|viene de|continúa en|sigue en|análisis|suite|à lire)\b[^.!?:]{0,40} (?:seiten?|pages?|páginas?|pág\.|pp?\.|s\.) ?\d{1,3}(?:[–-]\d{1,3})?\.?",
];

const ADDRESS: [&str; 4] = [
    r"@[\w.]{2,30}",
    r"<?(?:https?://|www\.)\S+",
    r"(?:(?:original|source|canonical|full|short)?\s?(?:url|link|address|article|story|source|post))\s*:\s*<?(?:https?://|www\.)\S+",
    r"[^\s.!?:]+(?: [^\s.!?:]+){0,4}\s?: ?<?(?:https?://|www\.)\S+",
];

const BYLINE: [&str; 21] = [
    r"(?:le |la |l['’]|un |une )?(?:billet|chronique|édito|éditorial|analyse|reportage|récit|enquête|portrait|entretien|interview|tribune|carnet) (?:de |d['’]|par )(?-i:\p{Lu})[^.!?]{2,60}",
    r"(?:(?:world )?exclusive|comment|column|sketch) by (?-i:\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2})",
    r"(?:(?:directeur|directrice|rédacteur|rédactrice) (?:de la publication|de la rédaction|en chef)|chefredakteur(?:in)?|v\. ?i\. ?s\. ?d\. ?p\.|verantwortlich(?: für den inhalt)?|director(?:a)? (?:de la publicación|responsable)|(?:managing |news )?editor)\s?: (?-i:\p{Lu})[^.!?:]{2,60}",
    r"\{\s*[\w-]+(?:\.[\w-]+)+\s*\}",
    r#"(?-i:\p{Lu})[^"“”.!?]+ contributed (?:reporting|to (?:this|the) (?:report|reporting|story|article))(?: from [^.]+)?\.?"#,
    r"(?:additional )?reporting by (?:the )?(?-i:\p{Lu}).*",
    r"\((?:additional )?(?:reporting|writing|editing) by [^()]+\)",
    r"(?:written|edited|compiled|translated|editing|writing) by (?-i:\p{Lu})[^.!?]+\.?",
    r"with (?:files|reporting|material|reports|additional reporting) (?:from|by) (?-i:\p{Lu})[^.!?]+\.?",
    r"mit material (?:von|der) [^.!?]+\.?",
    r"(?:story|article|text) by:? (?-i:\p{Lu})[^.!?]+\.?",
    r"\(?(?:mitarbeit|redaktion|bearbeitung|übersetzung|aus dem \w+ von|texto|redacción|edición|traducción|con información de|texte|traduction)\s?:? (?-i:\p{Lu})[^.!?:]{2,60}\)?\.?",
    r"\((?:(?:dpa|afp|ap|apa|epd|kna|sid|rtr|reuters|efe|ep|europa press|ansa|tass|afx)(?:[/,; -]+(?-i:\p{Ll}{1,5}|[A-Z]{2,4}))*)\)\.?",
    r"(?:(?:ein|eine) (?:reportage|analyse|kommentar|bericht|gastbeitrag|interview|porträt|glosse) von|un (?:reportaje|análisis|artículo) de|una (?:crónica|entrevista|nota) de) (?-i:\p{Lu})[^.!?]{2,60}",
    r"(?:von unsere[mr] (?:redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|mitarbeiter(?:in)?)) (?-i:\p{Lu})[^.!?]{2,60}",
    r"\((?:with|mit|con|avec) [^.!?()]{2,60}\)\.?",
    r"(?:with (?:agency )?inputs? from .{2,60}|with agencies|mit agenturmaterial|mit (?:informationen|text) (?:von|der) .{2,40}|con (?:información|datos|aportes) de (?:agencias|las? .{2,40})|con agencias|avec (?:les )?agences)\.?",
    r"(?:(?:ROLES)\s?: (?-i:\p{Lu})[^.!?:]{2,60}[.;|]? ?){2,5}",
    r"(?:by (?:our |the )?(?:own |staff |special |news )?(?:reporters?|correspondents?|writers?|agencies|news desk|newsroom|staff|team)|von (?:der|unserer) redaktion|por (?:la )?redacción|redacción|redaktion|agencias|agenturen)[.:]?",
    r"(?-i:(?:[A-Z]{2,6} )?[a-z]{2,4}(?:/[a-z]{2,4}){1,3})",
    r"(?-i:[a-z]{3}\d{4} \d [a-z]{2} \d{2,4}(?: [a-z]{3} \d{3,4})?)",
];
/// What people do for a report; `ROLES` in the expressions.
const ROLES: &str = "locución|producción|realización|edición|redacción|guion|guión|textos?|fotos?|imágenes|mitarbeit|redaktion|moderation|produktion|regie|schnitt|kamera|\
     sprecher(?:in)?|reporter|producer|presenter|editor|words|pictures|camera|texte|photos?|images|production|réalisation|montage";

/// What newsrooms say of the article itself: that it was changed, and when.
const NOTE: [&str; 8] = [
    r"(?:(?:correction|clarification|editor['’]?s['’]? note|update|updated)\s?[:–—-] .*)?(?:in )?an? (?:earlier|previous|former) version of (?:this|the) (?:article|story|report|piece|headline|post)\b.*",
    r"(?:(?:correction|clarification|editor['’]?s['’]? note|update|note)\s?[:–—-] )?this (?:article|story|post|page|piece|headline) (?:has been|was) (?:last )?(?:updated|corrected|amended|edited|changed|(?:first|originally) published)\b.*",
    r"(?:correction|clarification|editor['’]?s['’]? note|korrektur|richtigstellung|(?:anmerkung|hinweis) der redaktion|anm\. ?d\. ?red\.|fe de (?:erratas?|errores)|nota (?:del editor|de la redacción)|rectificatif|erratum|note de la rédaction|ndlr)(?: \([^()]{4,30}\))?\s?: .+",
    r"(?:[^.!?]{0,80}[.!:] )?in einer (?:früheren|ersten|vorherigen|älteren) (?:version|fassung) (?:dieses|des) (?:artikels|beitrags|textes|berichts)\b.*",
    r"dieser (?:artikel|beitrag|text) (?:wurde|ist|erschien) .*(?:aktualisiert|korrigiert|ergänzt|veröffentlicht|geändert|erschienen|zuerst)\b.*",
    r"(?:[^.!?]{0,80}[.!:] )?(?:en )?una versión (?:anterior|previa) de (?:esta|este) (?:noticia|artículo|información|nota|texto)\b.*",
    r"(?:(?:esta|este) (?:noticia|artículo|información|nota) (?:ha sido|fue) (?:actualizad|corregid|modificad)|cet article a été (?:mis à jour|modifié|corrigé|publié)|(?:dans )?une (?:première|précédente) version de (?:cet article|ce texte)).*",
    r"(?:(?:last )?(?:updated|published|posted|aktualisiert|veröffentlicht|actualizado|publicado|mis à jour|publié):? )?(?:(?:an?|one|\d{1,2}) (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?) ago|vor (?:einer|einem|\d{1,2}) (?:minuten?|stunden?|tag(?:en)?)|hace (?:una?|\d{1,2}) (?:minutos?|horas?|días?)|il y a (?:une?|\d{1,2}) (?:minutes?|heures?|jours?))",
];

/// `NAME` is a holder: words that begin with a capital letter or a figure, with the small words between them.
const COPYRIGHT: [&str; 10] = [
    r"(?:©|\(c\)|copyright ?(?:©|\(c\)))(?: ?copyright)?,? ?NAME(?:[.,|–—-]? *RIGHTS)?(?:[.,]? *LIMITS)*\.?",
    r"©[^.!?]{2,120}(?:[.,|–—-]? *RIGHTS)?(?:[.,]? *LIMITS)*\.?",
    r"copyright:? (?:by )?(?:19|20)\d\dNAME(?:[.,|–—-]? *RIGHTS)?(?:[.,]? *LIMITS)*\.?",
    r"copyright:? (?:by )?NAME,? (?:19|20)\d\d(?:[.,|–—-]? *RIGHTS)?(?:[.,]? *LIMITS)*\.?",
    r"copyright:? (?:by )?NAME[.,|–—-]? *RIGHTS(?:[.,]? *LIMITS)*\.?",
    r"RIGHTS[.!]?(?: *LIMITS)*\.?",
    r"(?-i:\p{Lu})[^.!?]*[,.]? RIGHTS[.!]?",
    r"LIMITS(?: LIMITS)*\.?",
    r"RIGHTS[.,]? *LIMITS",
    r"this (?:article|story|report) (?:is|was) (?:re)?published .*(?:creative commons|licen[cs]e).*",
];
const HOLDER: &str = r"(?-i:[ ,]*(?:[\p{Lu}\p{N}][\p{L}\p{N}&'’./–-]*|of|and|the|by|for|de|la|der|die|des|und|y|&))+";
const RIGHTS: &str =
    r"(?:all rights reserved|alle rechte vorbehalten|todos los derechos reservados|tous droits réservés|tutti i diritti riservati)";
const LIMITS: &str = r"(?:(?:this|the) (?:material|article|story|contents?|text|report|work)s? (?:may|must|can) ?not be (?:re)?(?:published|broadcast|produced|written|distributed|copied|used)[^!?]*?(?:permission|consent|authori[sz]ation)\b[^.!?]*\.?|(?:no part of this|unauthori[sz]ed (?:use|reproduction|republication)|reproduction|republication|redistribution|nachdruck|(?:jede )?vervielfältigung|weiterverbreitung|toute reproduction) [^!?]*?(?:prohibited|forbidden|verboten|permission|consent|untersagt|genehmigung|zustimmung|autorización|consentimiento|permiso|interdite)\b[^.!?]*\.?|(?:queda )?prohibida (?:su |la )?(?:reproducción|distribución|difusión|redifusión)[^.!?]*\.?|not for (?:re)?(?:publication|distribution|broadcast|sale)\b[^.!?]*\.?)";

/// Where a notice may begin within a paragraph: after the end of a sentence.
const OPENINGS: [&str; 8] = [
    "©",
    "(c) ",
    "copyright ",
    "all rights reserved",
    "this material may not",
    "alle rechte vorbehalten",
    "todos los derechos reservados",
    "tous droits réservés",
];

/// Letters, capitals and small letters in few ranges. Unicode's own classes have hundreds, which are compiled anew wherever one is named: they made
/// these expressions take ten megabytes. What the ranges have too much are signs that stand in no such phrase.
const CLASSES: [(&str, &str); 6] = [
    (r"\p{Lu}", r"[A-ZÀ-ÖØ-Þ\u{100}-\u{24F}\u{386}-\u{3AB}\u{400}-\u{42F}\u{460}-\u{52F}\u{531}-\u{556}\u{1E00}-\u{1FFF}]"),
    (r"\p{Ll}", r"[a-zß-öø-\u{24F}\u{3AC}-\u{3FF}\u{430}-\u{52F}]"),
    (r"\p{L}", LETTER),
    (r"\p{N}", "[0-9]"),
    (r"\d", "[0-9]"),
    (r"\w", r"[0-9_A-Za-zÀ-ÖØ-öø-\u{1FFF}\u{2C00}-\u{2DFF}\u{3005}-\u{D7FF}\u{F900}-\u{FAFF}\u{20000}-\u{3FFFF}]"),
];
const LETTER: &str = r"[A-Za-zªºÀ-ÖØ-öø-\u{1FFF}\u{2C00}-\u{2DFF}\u{3005}-\u{D7FF}\u{F900}-\u{FAFF}\u{20000}-\u{3FFFF}]";

/// The expressions of one reason; with none if one of them is wrong, which a test rules out.
fn set(sources: &[&str]) -> Option<RegexSet> {
    let whole = sources.iter().map(|source| {
        let source = source
            .replace("NETS", NETS)
            .replace("NAME", HOLDER)
            .replace("RIGHTS", RIGHTS)
            .replace("LIMITS", LIMITS)
            .replace("ROLES", ROLES);
        let source = CLASSES.iter().fold(source, |source, (class, ranges)| source.replace(class, ranges));
        // A boundary of Unicode's words costs the fast engine wherever a curly mark stands.
        let source = source.replace(r"\b", r"(?-u:\b)");
        format!("^(?:{})$", repeated_in_bytes(&source))
    });
    RegexSetBuilder::new(whole).case_insensitive(true).size_limit(64 << 20).dfa_size_limit(2 << 20).build().ok()
}

/// The source with what is repeated of “.” and “[^.!?]” in bytes, not in characters: one state for each instead of a dozen.
fn repeated_in_bytes(source: &str) -> String {
    let mut counted = String::with_capacity(source.len() + 64);
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let class = match first {
            '\\' => rest.chars().take(2).map(char::len_utf8).sum(),
            '[' => rest.find(']').map_or(rest.len(), |end| end + 1),
            _ => first.len_utf8(),
        };
        let (class, after) = rest.split_at_checked(class).unwrap_or((rest, ""));
        let any = class == "." || (class.starts_with("[^") && class.is_ascii() && !class.contains(['\\', '&']));
        if any && after.starts_with(['{', '*', '+']) {
            counted.push_str("(?-u:");
            counted.push_str(class);
            counted.push(')');
        } else {
            counted.push_str(class);
        }
        rest = after;
    }
    counted
}

type Set = LazyLock<Option<RegexSet>>;

static SHARE_SET: Set = LazyLock::new(|| set(&SHARE));
static RELATED_SET: Set = LazyLock::new(|| set(&RELATED));
static ADDRESS_SET: Set = LazyLock::new(|| set(&ADDRESS));
static BYLINE_SET: Set = LazyLock::new(|| set(&BYLINE));
static NOTE_SET: Set = LazyLock::new(|| set(&NOTE));
static COPYRIGHT_SET: Set = LazyLock::new(|| set(&COPYRIGHT));

/// What every notice has somewhere: looked for first, since it is found, or not, in a hundredth of the time.
const NOTICED: &str = r"(?i)©|\(c\)|copyright|reserv|réserv|riserv|vorbehalten|permission|consent|authori|prohibi|forbidden|verboten|untersagt|published|genehmigung|zustimmung|autoriza|interdite|not for re|not for pub";
static NOTICED_ANYWHERE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(NOTICED).ok());

fn matches(set: &Set, words: &str) -> bool {
    set.as_ref().is_some_and(|set| set.is_match(words.as_bytes()))
}

/// What a paragraph is by its words alone.
pub(super) fn reason(words: &str) -> Option<Reason> {
    if words.len() <= LABEL {
        let sets = [
            (&SHARE_SET, Reason::ShareLine),
            (&RELATED_SET, Reason::RelatedArticle),
            (&ADDRESS_SET, Reason::Address),
            (&BYLINE_SET, Reason::Byline),
            (&NOTE_SET, Reason::Dateline),
        ];
        if let Some((_, reason)) = sets.into_iter().find(|(set, _)| matches(set, words)) {
            return Some(reason);
        }
    }
    let and_share = || {
        let ends = words.match_indices(". ").take(6).filter_map(|(end, _)| words.split_at_checked(end + 1));
        ends.into_iter().any(|(notice, rest)| is_notice(notice) && matches(&SHARE_SET, rest.trim_start()))
    };
    (is_notice(words) || (words.len() <= LABEL && and_share())).then_some(Reason::Copyright)
}

/// A copyright or licence notice and nothing else.
fn is_notice(words: &str) -> bool {
    words.len() <= NOTICE && NOTICED_ANYWHERE.as_ref().is_some_and(|noticed| noticed.is_match(words)) && matches(&COPYRIGHT_SET, words)
}

/// Where the copyright notice begins that ends a paragraph of article text, in bytes.
pub(super) fn notice_at_end(words: &str) -> Option<usize> {
    let from = words.ceil_char_boundary(words.len().saturating_sub(NOTICE));
    let tail = words.get(from..)?;
    if !NOTICED_ANYWHERE.as_ref().is_some_and(|noticed| noticed.is_match(tail)) {
        return None;
    }
    let mut after_end = false;
    for (at, character) in tail.char_indices() {
        let rest = tail.get(at..)?;
        let opens = |opening: &&str| rest.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening));
        if after_end && OPENINGS.iter().any(opens) && is_notice(rest) {
            return Some(from + at);
        }
        after_end = match character {
            '.' | '!' | '?' | '…' => true,
            '"' | '”' | '’' | '»' | ')' => after_end,
            _ => after_end && character.is_whitespace(),
        };
    }
    None
}

/// Whether a paragraph is a web address and nothing else.
#[must_use]
pub fn is_address(words: &str) -> bool {
    words.len() <= LABEL * 4
        && (words.starts_with("http") || words.starts_with("www.") || words.starts_with('<'))
        && matches(&ADDRESS_SET, words)
}

/// “Original url:” and its like; only meaningful before an address.
pub(super) fn announces_address(words: &str) -> bool {
    const ANNOUNCING: [&str; 14] = [
        "url",
        "original url",
        "source url",
        "link",
        "original link",
        "original article",
        "article url",
        "source",
        "original",
        "original source",
        "permalink",
        "read the original article",
        "read the full story",
        "quelle",
    ];
    let label = words.trim_end_matches([':', ' ', '.']);
    label.len() < 40 && label.len() < words.len() && ANNOUNCING.contains(&label.to_lowercase().as_str())
}

/// Whether a paragraph is one or more `![…](…)` and nothing else.
#[must_use]
pub fn is_image_mark(words: &str) -> bool {
    let mut rest = words;
    while let Some(inside) = rest.strip_prefix("![") {
        let Some((alt, after)) = inside.split_once("](") else { return false };
        let Some((address, after)) = after.split_once(')') else { return false };
        if alt.contains(['[', ']']) || address.contains(['(', '[', ']']) {
            return false;
        }
        rest = after.trim_start();
    }
    rest.is_empty() && !words.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expression_is_well_formed() {
        for set in [&SHARE_SET, &RELATED_SET, &ADDRESS_SET, &BYLINE_SET, &NOTE_SET, &COPYRIGHT_SET] {
            assert!(set.is_some());
        }
        assert!(NOTICED_ANYWHERE.is_some());
    }
}
