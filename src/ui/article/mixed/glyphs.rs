//! How wide each unit of a piece is, told from the glyphs that egui made of it.
//!
//! egui says of each glyph with which character its cluster starts, and how far it moves the pen. A cluster of several
//! characters is one glyph followed by others without width; where a script runs from right to left, egui gives the
//! glyphs as they stand, so the last comes first, and some without width after them. What cannot be told apart is shared
//! out evenly: so units always fill the piece, one after the other, whatever a font does.

/// A glyph: the first character of its cluster, and its advance in points.
pub(super) type Glyph = (char, f32);

/// How many units one glyph may stand for.
const LIGATURE: usize = 6;

/// The widths of units, in their order, from glyphs in theirs. `None` if the glyphs are in some other order.
pub(super) fn widths(glyphs: impl Iterator<Item = Glyph>, units: &[&str]) -> Option<Vec<f32>> {
    let firsts: Vec<char> = units.iter().map(|unit| unit.chars().next().unwrap_or_default()).collect();
    let first = |at: usize| firsts.get(at).copied();
    let mut widths = vec![0.0; units.len()];
    let mut lost = 0;
    let mut at: Option<usize> = None;
    for (c, advance) in glyphs {
        let next = at.map_or(0, |at| at + 1);
        if first(next) == Some(c) {
            at = Some(next);
        } else if advance > 0.0 && at.and_then(first) != Some(c) {
            match (next..next + LIGATURE).find(|at| first(*at) == Some(c)) {
                Some(found) => at = Some(found),
                None if at.and_then(|at| units.get(at)).is_some_and(|unit| unit.contains(c)) => {}
                None => lost += 1,
            }
        }
        if let Some(width) = widths.get_mut(at.unwrap_or(0)) {
            *width += advance.max(0.0);
        }
    }
    let in_order = lost == 0 && at.is_none_or(|at| at + LIGATURE >= units.len());
    share(&mut widths);
    in_order.then_some(widths)
}

/// Widths that are all alike.
pub(super) fn even(whole: f32, units: usize) -> Vec<f32> {
    vec![whole / units.max(1) as f32; units]
}

/// Gives units without width their part of the one before them: they are joined in one glyph.
fn share(widths: &mut [f32]) {
    let lead = widths.iter().take_while(|width| **width <= 0.0).count();
    if lead == widths.len() {
        return;
    }
    if let Some(joined) = widths.get_mut(..=lead) {
        even_out(joined);
    }
    let mut from = lead;
    while from < widths.len() {
        let joined = 1 + widths.iter().skip(from + 1).take_while(|width| **width <= 0.0).count();
        if let Some(joined) = widths.get_mut(from..from + joined) {
            even_out(joined);
        }
        from += joined;
    }
}

fn even_out(widths: &mut [f32]) {
    let part = widths.iter().sum::<f32>() / widths.len().max(1) as f32;
    widths.fill(part);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_are_shared_out_to_units() {
        let glyphs = |text: &[(char, u8)]| text.iter().map(|(c, width)| (*c, f32::from(*width))).collect::<Vec<_>>();
        for (found, units, expected) in [
            (vec![('a', 5), ('b', 6)], vec!["a", "b"], Some(vec![5., 6.])),
            (vec![('e', 5), ('\u{301}', 0), ('b', 6)], vec!["e\u{301}", "b"], Some(vec![5., 6.])),
            // A ligature of three letters, with glyphs without width after it.
            (vec![('f', 9), ('f', 0), ('i', 0), ('x', 4)], vec!["f", "f", "i", "x"], Some(vec![3., 3., 3., 4.])),
            // One of two, with nothing after it, as where words run from right to left.
            (vec![('ل', 8), ('م', 5)], vec!["ل", "ا", "م"], Some(vec![4., 4., 5.])),
            // Several glyphs for one unit.
            (vec![('न', 5), ('न', 3), ('क', 4)], vec!["नि", "क"], Some(vec![8., 4.])),
            (vec![('ש', 5), ('ש', 0), ('ש', 5), ('ש', 0)], vec!["שׁ", "שׁ"], Some(vec![5., 5.])),
            (vec![('x', 5), ('y', 5)], vec!["a", "b"], None),
            (vec![], vec![], Some(vec![])),
        ] {
            assert_eq!(widths(glyphs(&found).into_iter(), &units), expected, "{units:?}");
        }
    }
}
