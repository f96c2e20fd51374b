//! Five copies of a project in five hands, with clocks that go as they like: whatever is passed on to whom in whatever
//! order, once everybody has heard from everybody all have the same file and see the same.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::*;
use super::shown::told;
use super::strategies::{cases, kept, lines, project, read, said};

/// What one of them does. Whoever is meant is counted from 0.
#[derive(Clone, Debug)]
enum Step {
    Say(usize, Vec<What>, u64),
    Undo(usize, u64),
    Redact(usize, prop::sample::Index, u64),
    /// The first hears what the second has.
    Hear(usize, usize, u64),
    /// Closes the program and opens the saved file.
    Reopen(usize),
}

const HANDS: usize = 5;

fn step() -> impl Strategy<Value = Step> {
    let hand = || 0..HANDS;
    let now = || prop_oneof![9 => 0u64..6, 1 => Just(u64::MAX), 1 => 0..2 * FAR_AHEAD_MS];
    prop_oneof![
        6 => (hand(), vec(said(), 1..3), now()).prop_map(|(hand, says, now)| Step::Say(hand, says, now)),
        2 => (hand(), now()).prop_map(|(hand, now)| Step::Undo(hand, now)),
        1 => (hand(), any::<prop::sample::Index>(), now()).prop_map(|(hand, which, now)| Step::Redact(hand, which, now)),
        4 => (hand(), hand(), now()).prop_map(|(to, from, now)| Step::Hear(to, from, now)),
        1 => hand().prop_map(Step::Reopen),
    ]
}

struct Hand {
    project: Project,
    clock: Clock,
    by: ReviewerId,
    undo: Vec<Edit>,
}

impl Hand {
    fn apply(&mut self, edit: &Edit, now: u64) {
        let done = self.project.apply(edit, self.by, &mut self.clock, now);
        self.undo.push(done.inverse);
    }

    fn hear(&mut self, file: &[String], now: u64) {
        self.project.add_read(file.iter().map(|line| (line, read(line))));
        self.clock.observe(self.project.newest(), now);
    }
}

fn file(hand: &Hand) -> Vec<String> {
    hand.project.records().lines().sorted().into_iter().map(str::to_owned).collect()
}

fn act(hands: &mut [Hand], step: Step) {
    match step {
        Step::Say(hand, says, now) => hands[hand].apply(&Edit::many("Say", says), now),
        Step::Undo(hand, now) => {
            if let Some(edit) = hands[hand].undo.pop() {
                hands[hand].apply(&edit, now);
            }
        }
        Step::Redact(hand, which, now) => {
            let numbers = 0..hands[hand].project.records().next().max(1);
            let chosen = which.index(numbers.len()) as u32;
            if let Ok(edit) = hands[hand].project.redact(&[chosen], "Confidential") {
                hands[hand].apply(&edit, now);
            }
        }
        Step::Hear(to, from, now) => {
            let file = file(&hands[from]);
            hands[to].hear(&file, now);
        }
        Step::Reopen(hand) => {
            hands[hand].project = project(&file(&hands[hand]));
            hands[hand].undo.clear();
        }
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn five_copies_end_the_same_whatever_is_passed_on(begun in lines(), steps in vec(step(), 0..24), turn in 0..HANDS) {
        // Two of them share a replica and a reviewer, as when an installation was copied.
        let hand = |n: usize| Hand {
            project: project(if n == 0 { &begun } else { &[] }),
            clock: Clock::new(Replica(n as u32 % 4)),
            by: ReviewerId::new(7, n as u128 % 4),
            undo: Vec::new(),
        };
        let mut hands: Vec<Hand> = (0..HANDS).map(hand).collect();
        steps.into_iter().for_each(|step| act(&mut hands, step));
        let files: Vec<Vec<String>> = hands.iter().map(file).collect();
        let union: Vec<String> = files.concat();
        hands.rotate_left(turn);
        for hand in &mut hands {
            files.iter().for_each(|file| hand.hear(file, 0));
        }
        for hand in &hands {
            prop_assert_eq!(file(hand), kept(&union));
            prop_assert_eq!(told(&hand.project), told(&hands[0].project));
        }
        prop_assert_eq!(told(&project(&file(&hands[0]))), told(&hands[0].project));
    }
}
