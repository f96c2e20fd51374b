//! `**x**`, `__x__`, `*x*`, `_x_` and three of them.

/// A run of `*` or `_`.
struct Run {
    start: usize,
    length: usize,
    paired: bool,
}

/// The line without pairs of marks. One pass, with the last opening mark of each kind in hand, so linear.
pub(super) fn without(line: &str) -> String {
    let mut runs: Vec<Run> = Vec::new();
    // The place in `runs` of the last open mark, for `*` and `_` by length.
    let mut open: [[Option<usize>; 3]; 2] = Default::default();
    let mut before = None;
    let mut rest = line.char_indices().peekable();
    while let Some((start, mark)) = rest.next() {
        if !matches!(mark, '*' | '_') {
            before = Some(mark);
            continue;
        }
        let mut length = 1;
        while rest.next_if(|(_, next)| *next == mark).is_some() {
            length += 1;
        }
        let after = rest.peek().map(|(_, next)| *next);
        let slot = open.get_mut(usize::from(mark == '_')).and_then(|kinds| kinds.get_mut(length - 1));
        if let Some(slot) = slot {
            let opener = slot.and_then(|index| runs.get_mut(index));
            match opener {
                Some(opener) if closes(before, after, mark == '*' && length > 1) => {
                    opener.paired = true;
                    *slot = None;
                    runs.push(Run { start, length, paired: true });
                }
                _ if opens(before, after) => {
                    *slot = Some(runs.len());
                    runs.push(Run { start, length, paired: false });
                }
                _ => {}
            }
        }
        before = Some(mark);
    }
    let mut result = String::with_capacity(line.len());
    let mut from = 0;
    for run in runs.iter().filter(|run| run.paired) {
        result.push_str(line.get(from..run.start).unwrap_or_default());
        from = run.start + run.length;
    }
    result.push_str(line.get(from..).unwrap_or_default());
    result
}

/// At a word's start: white space or something opening before it, a word or something opening after it.
fn opens(before: Option<char>, after: Option<char>) -> bool {
    let edge = before.is_none_or(|before| before.is_whitespace() || "([{\"'“‘„«–—-*_>".contains(before));
    edge && after.is_some_and(|after| after.is_alphanumeric() || "([\"'“‘„«¿¡$€£#@*_".contains(after))
}

/// At a word's end. After `**x**` a word may go on, as in `**B**erlin`.
fn closes(before: Option<char>, after: Option<char>, may_go_on: bool) -> bool {
    let word = before.is_some_and(|before| before.is_alphanumeric() || ".,!?;:…)]\"'”’“»%€$*_".contains(before));
    let edge = after
        .is_none_or(|after| after.is_whitespace() || ".,!?;:…)]}\"'”’“»–—-*_<".contains(after) || (may_go_on && after.is_alphanumeric()));
    word && edge
}
