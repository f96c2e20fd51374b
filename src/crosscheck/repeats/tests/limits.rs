//! Bad input: nothing here may take longer than a reviewer would wait, and nothing may panic.

use super::*;

#[test]
fn bad_input_is_answered() {
    let one_word = "buffalo ".repeat(100_000);
    let turning = "alpha bravo charlie delta echo ".repeat(10_000);
    let chunk = format!("{FERRY} {TUGS} {BAKERY} {ROWERS} {ORCHARD}\n").repeat(100);
    let letters = "a".repeat(300_000);
    let no_spaces = "港湾大橋の改修費用として二億四千万円".repeat(1_000);
    for text in [one_word.as_str(), &turning, &chunk, &letters, &no_spaces] {
        let (found, _) = find(&[text, text]);
        assert!(found.len() < 200, "{} findings", found.len());
    }
}
