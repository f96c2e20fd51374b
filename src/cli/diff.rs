//! `factmark diff`: what two copies of a project say differently, in words; or one project in words, as git wants it to show differences.
//!
//! Both sides are [told] line by line in the same order, and the lines are compared (histogram diff). Nothing is merged or changed.

mod told;

use imara_diff::{Algorithm, Diff, InternedInput};

use super::args::Diff as Args;
use super::terminal::visible;
use super::{DONE, Failure, Terminal, open};

/// Prints the difference, or the one project.
pub fn run(args: &Args, terminal: &mut Terminal) -> Result<u8, Failure> {
    let before = told::lines(&open::read(&args.a, terminal)?.project);
    let Some(b) = &args.b else {
        for line in before {
            terminal.print(&visible(&line))?;
        }
        return Ok(DONE);
    };
    let after = told::lines(&open::read(b, terminal)?.project);
    for line in difference(&before, &after) {
        terminal.print(&visible(&line))?;
    }
    Ok(DONE)
}

/// The lines that differ, each under the article and passage that it belongs to.
fn difference(before: &[String], after: &[String]) -> Vec<String> {
    let mut input = InternedInput::default();
    input.update_before(before.iter().map(String::as_str));
    input.update_after(after.iter().map(String::as_str));
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let mut said: Vec<String> = Vec::new();
    let mut over: Vec<String> = Vec::new();
    for hunk in diff.hunks() {
        let heads = heads(after, hunk.after.start as usize);
        let shared = heads.iter().zip(&over).take_while(|(a, b)| a == b).count();
        said.extend(heads.iter().skip(shared).map(|head| format!("  {head}")));
        over = heads;
        let lines = |side: &[String], range: std::ops::Range<u32>, sign: char| -> Vec<String> {
            let some = side.get(range.start as usize..range.end as usize).unwrap_or_default();
            some.iter().map(|line| format!("{sign} {line}")).collect()
        };
        said.extend(lines(before, hunk.before, '-'));
        said.extend(lines(after, hunk.after, '+'));
    }
    said
}

/// The lines above one that are indented less: its article, its passage.
fn heads(lines: &[String], at: usize) -> Vec<String> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut wanted = lines.get(at).map_or(0, |line| indent(line));
    let mut heads: Vec<String> = Vec::new();
    for line in lines.get(..at).unwrap_or_default().iter().rev() {
        if wanted == 0 {
            break;
        }
        if indent(line) < wanted {
            wanted = indent(line);
            heads.push(line.clone());
        }
    }
    heads.reverse();
    heads
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_stands_under_its_article_and_passage() {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let before = lines("Bridge\nCourier\n  “40 metres”\n    Ada: disputed\n  “nine”\n    Ada: verified");
        let after = lines("Bridge\nCourier\n  “40 metres”\n    Ada: erroneous\n    Bo: verified\n  “nine”\n    Ada: verified");
        assert_eq!(
            difference(&before, &after),
            ["  Courier", "    “40 metres”", "-     Ada: disputed", "+     Ada: erroneous", "+     Bo: verified"]
        );
        assert!(difference(&before, &before).is_empty());
    }
}
