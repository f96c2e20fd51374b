//! Web addresses in evidence: which may be opened, and under which host's name.

/// An address that may be opened.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Web {
    /// Whose page it is, to be shown before it is opened.
    pub(super) host: String,
    /// The address, put together anew from its parts.
    pub(super) url: String,
}

/// Reads an address. `None` for all that is not http or https, that names no plain host, or that has white space in it.
/// A user's name and password, which could pass for a host, are left out.
pub(super) fn web(place: &str) -> Option<Web> {
    let (scheme, rest) = place.trim().split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") || rest.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host).to_lowercase();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if host.is_empty() || !host.chars().all(plain) || !host.chars().any(char::is_alphanumeric) {
        return None;
    }
    let path: String = path.chars().filter(|c| !matches!(c, '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')).collect();
    Some(Web { url: format!("{scheme}://{host}{path}"), host })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_addresses_can_be_opened() {
        for (place, expected) in [
            ("https://Example.org/a?b=c#d", Some(("example.org", "https://example.org/a?b=c#d"))),
            ("HTTP://example.org", Some(("example.org", "http://example.org"))),
            ("https://bank.example@evil.example/x", Some(("evil.example", "https://evil.example/x"))),
            ("https://example.org:8080/\"<x>", Some(("example.org:8080", "https://example.org:8080/x"))),
            ("page 14", None),
            ("javascript://example.org/%0aalert(1)", None),
            ("file:///etc/passwd", None),
            ("https://", None),
            ("https:///path", None),
            ("https://exa mple.org", None),
            ("https://exam\u{202e}ple.org", None),
            ("https://a\\b.example/", None),
            ("https://..", None),
        ] {
            let expected = expected.map(|(host, url)| Web { host: host.into(), url: url.into() });
            assert_eq!(web(place), expected, "{place}");
        }
    }
}
