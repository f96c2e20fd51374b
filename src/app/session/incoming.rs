//! Records that came in from a file: compared with the own ones on another thread, taken in here.
//!
//! Few are folded into the open project one by one, so that the window knows what they have changed. Many come as the
//! project that both sides make together, folded already, which takes the place of the open one. Either way it is a
//! union: undo, the reviewer and everything else about the session stay.

use std::collections::{HashMap, HashSet};

use super::{Facts, Session};
use crate::app::came_in::{News, Tally};
use crate::model::{Added, ArticleId, Blind, Change, Project, Record, RecordSet, Refold, Stamp, What};

/// So many new records are folded one by one, in less than a frame's time; more come folded.
pub const FEW: usize = 100;

/// What a file holds that the open project lacks, and the other way round.
pub struct Incoming {
    new: New,
    /// Whether no record is new.
    is_empty: bool,
    /// The lines of the new records, to be journaled where no file of this project holds them.
    lines: Vec<String>,
    /// Own records that the file lacks although it held them before.
    pub lost: Vec<String>,
    /// Who said how much that is new.
    pub tally: Tally,
    /// How many records, theirs or own, were left out because they were removed for good.
    pub removed: usize,
    /// What is new about annotations.
    pub news: News,
    /// The stamps of the new statements.
    pub stamps: HashSet<Stamp>,
    facts: HashMap<ArticleId, Facts>,
    /// How many own records it was compared with, and how they were numbered.
    compared: (u32, u64),
}

/// The own records at a moment, to be compared on another thread.
#[derive(Clone, Debug)]
pub struct Own {
    records: Refold,
    next: u32,
    saved: u32,
    epoch: u64,
    blind: bool,
}

impl Own {
    /// To be compared with what never had all records, as a journal: none that it lacks counts as lost.
    #[must_use]
    pub fn against_a_part(self) -> Self {
        Self { saved: 0, ..self }
    }
}

enum New {
    Few(Vec<(String, Record)>),
    Many(Box<Project>),
}

/// What is left to do when records have been taken in.
#[derive(Default)]
pub struct TakenIn {
    /// Lines that must go into the journal.
    pub journal: Vec<String>,
    /// The project that was replaced: large, so it is dropped on another thread.
    pub old: Option<Box<Project>>,
}

impl Incoming {
    /// Compares what was read with the own records.
    pub fn of(theirs: &Project, own: Own) -> Self {
        let mine = own.records.lines();
        let mut union = RecordSet::from(mine.clone());
        let is_new = |line: &&str| matches!(union.add(line), Added::New(_) | Added::Redaction(..));
        let lines: Vec<String> = theirs.records().lines().iter().filter(is_new).map(str::to_owned).collect();
        let read: Vec<(String, Record)> = lines.iter().filter_map(|line| Some((line.clone(), Record::from_line(line).ok()?))).collect();
        let removed = union.turned_away();
        let stamps = read.iter().filter_map(|(_, record)| record.at()).collect();
        let tally = Tally::of(read.iter().map(|(_, record)| record), |by| theirs.reviewer_name(by));
        let news = News::of(read.iter().map(|(_, record)| record));
        // What was removed for good is not lost.
        let is_lost = |(n, line): &(u32, &str)| *n < own.saved && !theirs.records().contains(line) && union.contains(line);
        let lost = mine.numbered().filter(is_lost).map(|(_, line)| line.to_owned()).collect();
        let removes = |record: &Record| matches!(record, Record::Said { what: What::Redaction { .. }, .. });
        // A line that this version does not understand is kept as it is, and folded with the others.
        // In a blind check a new text is counted for the eyes of the window.
        let alone = |record: &Record| removes(record) || own.blind && article_of_text(record).is_some();
        let few = lines.len() <= FEW && read.len() == lines.len() && !read.iter().any(|(_, record)| alone(record));
        let (next, epoch, is_empty) = (own.next, own.epoch, lines.is_empty());
        let (new, facts) = if few {
            let articles: HashSet<ArticleId> = read.iter().filter_map(|(_, record)| article_of_text(record)).collect();
            let facts = articles.into_iter().filter_map(|id| Some((id, Facts::of(theirs, theirs.article(id)?)))).collect();
            (New::Few(read), facts)
        } else {
            let union = own.records.with(lines.clone()).run();
            let facts = Facts::of_all(&union);
            (New::Many(Box::new(union)), facts)
        };
        Self { new, is_empty, lines, lost, tally, removed, news, stamps, facts, compared: (next, epoch) }
    }

    /// Looks at the own records with the new ones. Few new ones are folded for it, at a cost that grows with all of them.
    pub fn joined<T>(&self, own: Own, look: impl FnOnce(&Project) -> T) -> T {
        match &self.new {
            New::Many(union) => look(union),
            New::Few(_) => look(&own.records.with(self.lines.clone()).run()),
        }
    }

    /// Whether no record is new.
    pub fn is_empty(&self) -> bool {
        self.is_empty
    }
}

fn article_of_text(record: &Record) -> Option<ArticleId> {
    if let Record::Text { article, .. } = record { Some(*article) } else { None }
}

impl Session {
    /// Takes in what came from the project's own file, which holds it: only what the file has lost is journaled. All
    /// own records must have been handed over to the journal before.
    pub fn take_in_from_file(&mut self, incoming: Incoming, now: u64) -> TakenIn {
        let whole = self.saved == self.project.records().next() && incoming.lost.is_empty();
        let lost = incoming.lost.clone();
        let taken = self.take_in(incoming, now);
        if whole {
            self.saved = self.project.records().next();
        } else if !lost.is_empty() {
            self.saved = 0;
        }
        TakenIn { journal: lost, ..taken }
    }

    /// Takes in what came from elsewhere: it is journaled, and no file of this project holds it yet.
    pub fn take_in_from_elsewhere(&mut self, incoming: Incoming, now: u64) -> TakenIn {
        let lines = incoming.lines.clone();
        TakenIn { journal: lines, ..self.take_in(incoming, now) }
    }

    fn take_in(&mut self, incoming: Incoming, now: u64) -> TakenIn {
        if incoming.is_empty {
            return TakenIn::default();
        }
        let mut taken = TakenIn::default();
        let changes = match incoming.new {
            New::Few(read) => {
                for (article, facts) in incoming.facts {
                    self.facts.entry(article).or_insert(facts);
                }
                self.project.add_read(read.into_iter().map(|(line, record)| (line, Some(record))))
            }
            New::Many(mut union) => {
                // What was said since has numbers after the new ones; numbers of another count say nothing.
                let (compared, epoch) = incoming.compared;
                let since = if epoch == self.epoch { compared } else { 0 };
                let records = self.project.records();
                union.add(records.range(since..records.next()));
                // Somebody else may review by now.
                union.look_as(self.project.viewer());
                self.saved = self.saved.min(since);
                self.facts = incoming.facts;
                self.uncounted.clear();
                self.epoch += 1;
                let articles = union.articles();
                let changes = articles.iter().map(|article| Change::Article(article.id)).chain([Change::Project]).collect();
                taken.old = Some(Box::new(std::mem::replace(&mut self.project, *union)));
                changes
            }
        };
        self.clock.observe(self.project.newest(), now);
        self.journaled = self.project.records().next();
        self.note(changes);
        taken
    }

    /// The own records as they are now, for [`Incoming::of`].
    pub fn own(&self) -> Own {
        let (next, blind) = (self.project.records().next(), self.project.blind() != Blind::Off);
        Own { records: self.project.refold(), next, saved: self.saved, epoch: self.epoch, blind }
    }

    /// Notes that the file is gone: nothing of the project is saved any more. Gives back how many records were.
    pub fn note_file_gone(&mut self) -> u32 {
        std::mem::take(&mut self.saved)
    }

    /// Notes that the file is back as it was.
    pub fn note_file_back(&mut self, saved: u32) {
        self.saved = self.saved.max(saved.min(self.project.records().next()));
    }

    /// Grows when the records are numbered anew.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }
}
