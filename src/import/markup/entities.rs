//! `&amp;`, `&#8217;`, `&#x2019;`.

use super::encoding;

/// The longest name, in bytes.
const LONGEST: usize = 10;

/// Names that occur in press texts; the rest of the standard's two thousand stay as they are.
const NAMED: [(&str, &str); 62] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("ensp", " "),
    ("emsp", " "),
    ("thinsp", "\u{2009}"),
    ("shy", ""),
    ("zwnj", ""),
    ("zwj", ""),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("lsaquo", "‹"),
    ("rsaquo", "›"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("deg", "°"),
    ("euro", "€"),
    ("pound", "£"),
    ("yen", "¥"),
    ("cent", "¢"),
    ("sect", "§"),
    ("times", "×"),
    ("frac12", "½"),
    ("frac14", "¼"),
    ("auml", "ä"),
    ("ouml", "ö"),
    ("uuml", "ü"),
    ("Auml", "Ä"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("szlig", "ß"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("ecirc", "ê"),
    ("aacute", "á"),
    ("agrave", "à"),
    ("acirc", "â"),
    ("iacute", "í"),
    ("oacute", "ó"),
    ("uacute", "ú"),
    ("ntilde", "ñ"),
    ("Ntilde", "Ñ"),
    ("ccedil", "ç"),
    ("Eacute", "É"),
    ("iexcl", "¡"),
    ("iquest", "¿"),
    ("prime", "′"),
];

/// Decodes the entity at the start of `text`, which begins with `&`: puts its character into `result` and gives its length in bytes; 0 if it is none.
pub(super) fn decode(text: &str, result: &mut String) -> usize {
    let Some(inner) = text.strip_prefix('&') else { return 0 };
    let Some(length) = inner.bytes().take(LONGEST + 1).position(|byte| byte == b';') else { return 0 };
    let Some(name) = inner.get(..length) else { return 0 };
    if let Some(number) = name.strip_prefix('#') {
        let Some(character) = numbered(number) else { return 0 };
        result.extend(if character.is_whitespace() && character != '\u{a0}' { Some(' ') } else { encoding::readable(character) });
    } else {
        let Some((_, words)) = NAMED.iter().find(|(known, _)| *known == name) else { return 0 };
        result.push_str(words);
    }
    length + 2
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|character| *character != '\0')
}
