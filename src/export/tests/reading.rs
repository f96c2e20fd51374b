//! Reads a rendered page again, so that tests can speak of what a reader sees.

/// A piece of a page.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// Name and attributes.
    Open(&'a str, &'a str),
    Close(&'a str),
    Text(&'a str),
}

/// Elements that have no end.
const VOID: [&str; 5] = ["meta", "br", "rect", "path", "circle"];

/// Cuts a page into tags and text. Panics on anything that is neither.
pub(super) fn tokens(page: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = page;
    while !rest.is_empty() {
        let (text, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        if !text.is_empty() {
            assert!(!text.contains('>') || matches!(tokens.last(), Some(Token::Open("style", _))), "a bare > in {text}");
            tokens.push(Token::Text(text));
        }
        if tag.is_empty() {
            break;
        }
        let end = tag_end(tag);
        let inner = &tag[1..end];
        if let Some(name) = inner.strip_prefix('/') {
            tokens.push(Token::Close(name));
        } else if !inner.starts_with('!') {
            let (name, attributes) = inner.split_at(inner.find(' ').unwrap_or(inner.len()));
            let name = name.trim_end_matches('/');
            assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()), "a tag called {name:?}");
            tokens.push(Token::Open(name, attributes));
            if VOID.contains(&name) && inner.ends_with('/') {
                tokens.push(Token::Close(name));
            }
        }
        rest = &tag[end + 1..];
    }
    tokens
}

/// Where a tag ends: at the first > outside quotation marks.
fn tag_end(tag: &str) -> usize {
    let mut quoted = false;
    tag.bytes()
        .position(|byte| {
            quoted ^= byte == b'"';
            byte == b'>' && !quoted
        })
        .expect("every tag ends")
}

/// Every element that is opened is closed, in order.
pub(super) fn assert_balanced(page: &str) {
    let mut open = Vec::new();
    for token in tokens(page) {
        match token {
            Token::Open(name, attributes) => {
                assert_eq!(attributes.matches('"').count() % 2, 0, "{name}{attributes}");
                if !matches!(name, "meta" | "br") {
                    open.push(name);
                }
            }
            Token::Close(name) => assert_eq!(open.pop(), Some(name), "inside {open:?}"),
            Token::Text(_) => {}
        }
    }
    assert_eq!(open, [""; 0]);
}

pub(super) fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// The text of each article on a page, as a reader sees it: without the references to notes, and with the marks of
/// hidden characters read as these characters.
pub(super) fn article_texts(page: &str) -> Vec<String> {
    let mut articles: Vec<Vec<String>> = Vec::new();
    let (mut within, mut reference, mut hidden) = (false, false, false);
    for token in tokens(page) {
        match token {
            Token::Open("article", _) => articles.push(Vec::new()),
            Token::Open("p", attributes) if attributes.starts_with(" class=\"text") => {
                within = true;
                articles.last_mut().unwrap().push(String::new());
            }
            Token::Close("p") => within = false,
            Token::Open("sup", _) => reference = true,
            Token::Close("sup") => reference = false,
            Token::Open("span", attributes) => hidden = attributes.contains("\"hid\""),
            Token::Close("span") => hidden = false,
            Token::Text(text) if within && !reference => {
                let text = match text.strip_prefix("U+").filter(|_| hidden) {
                    Some(code) => char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap().to_string(),
                    None => unescape(text),
                };
                articles.last_mut().unwrap().last_mut().unwrap().push_str(&text);
            }
            _ => {}
        }
    }
    articles.into_iter().map(|paragraphs| paragraphs.join("\n")).collect()
}

/// All text of a page without its style, unescaped.
pub(super) fn visible(page: &str) -> String {
    let mut style = false;
    let mut out = String::new();
    for token in tokens(page) {
        match token {
            Token::Open(name, _) => style = name == "style",
            Token::Close(name) => {
                style = false;
                if !matches!(name, "span" | "bdi" | "a" | "i" | "b" | "del" | "ins" | "mark" | "cite" | "sup") {
                    out.push(' ');
                }
            }
            Token::Text(text) if !style => out.push_str(&unescape(text)),
            Token::Text(_) => {}
        }
    }
    out
}
