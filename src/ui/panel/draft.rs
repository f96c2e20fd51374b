//! Words being typed into a field, until the project has them.

/// How long typing must pause before the words are sent, in seconds.
pub(super) const PAUSE_S: f64 = 0.6;
/// How long words wait at most, in seconds, however fast they come: what was typed is on the disk within a second.
const AT_MOST_S: f64 = 0.9;

/// The words in a field.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// What the field shows.
    pub(super) words: String,
    /// What the project says.
    known: String,
    /// When the first key and the last one were pressed, in seconds; `None` once the words were sent.
    typed: Option<(f64, f64)>,
}

impl Draft {
    /// Takes in what the project says. Words that were typed and that it lacks stay in the field, also while a question
    /// (who reviews?) holds them up.
    pub(super) fn see(&mut self, known: &str) {
        if self.known == known {
            return;
        }
        let untouched = self.typed.is_none();
        known.clone_into(&mut self.known);
        if untouched {
            known.clone_into(&mut self.words);
        }
    }

    /// Notes that something was typed.
    pub(super) fn typed(&mut self, now: f64) {
        let first = self.typed.map_or(now, |(first, _)| first);
        self.typed = Some((first, now));
    }

    /// In how many seconds the words are due; `None` when nothing waits.
    pub(super) fn due_in(&self, now: f64) -> Option<f64> {
        self.typed.map(|(first, last)| ((last + PAUSE_S).min(first + AT_MOST_S) - now).max(0.0))
    }

    /// The words, if the project lacks them; they count as sent.
    pub(super) fn take(&mut self) -> Option<String> {
        self.typed = None;
        (self.words != self.known).then(|| self.words.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_come_without_a_pause_do_not_wait_for_one() {
        let mut draft = Draft::default();
        let due = |draft: &mut Draft, tenth: i32| {
            let now = f64::from(tenth) / 10.0;
            draft.words.push('x');
            draft.typed(now);
            draft.due_in(now) == Some(0.0) && draft.take().is_some()
        };
        let sent: Vec<i32> = (0..30).filter(|tenth| due(&mut draft, *tenth)).collect();
        assert_eq!(sent, [9, 19, 29]);
    }

    #[test]
    fn typed_words_wait_and_are_sent_until_the_project_has_them() {
        let mut draft = Draft::default();
        draft.see("old");
        assert_eq!((draft.words.clone(), draft.take()), ("old".into(), None));
        draft.words = "new".into();
        draft.typed(1.0);
        assert!(draft.due_in(1.2).is_some_and(|left| left > 0.3) && draft.due_in(9.0) == Some(0.0));
        draft.see("from elsewhere");
        assert_eq!(draft.words, "new");
        assert_eq!(draft.take(), Some("new".into()));
        draft.see("from elsewhere");
        assert_eq!((draft.words.clone(), draft.take()), ("new".into(), Some("new".into())), "held up, and sent again");
        draft.see("new");
        assert_eq!((draft.due_in(9.0), draft.take()), (None, None));
        draft.see("undone");
        assert_eq!(draft.words, "undone");
    }
}
