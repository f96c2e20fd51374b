//! What a statement is about, and the words in it that a person wrote.

use super::{AnnotationId, Apart, ArticleId, EvidenceId, LinkId, Project, Record, Revealed, ReviewerId, Target, What};

/// What a statement is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The project itself.
    Project,
    /// A reviewer, and how they are called.
    Reviewer(ReviewerId),
    /// An article, with its text.
    Article(ArticleId),
    /// An annotation, with everybody's judgements.
    Annotation(AnnotationId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A link.
    Link(LinkId),
    /// Things that look alike.
    Apart(Apart),
}

impl What {
    /// What it is about; `None` for a redaction.
    pub fn subject(&self) -> Option<Subject> {
        Some(match self {
            Self::Project { .. } => Subject::Project,
            Self::Reviewer { reviewer, .. } => Subject::Reviewer(*reviewer),
            Self::Article { article, .. }
            | Self::Dismissal { article, .. }
            | Self::SignOff { article, .. }
            | Self::Reveal { of: Revealed::Article(article) }
            | Self::Hiding { target: Target::Article(article), .. } => Subject::Article(*article),
            Self::Annotation { annotation, .. }
            | Self::Judgement { annotation, .. }
            | Self::Ruling { annotation, .. }
            | Self::Reveal { of: Revealed::Annotation(annotation) }
            | Self::Hiding { target: Target::Annotation(annotation), .. } => Subject::Annotation(*annotation),
            Self::Evidence { evidence, .. } | Self::Hiding { target: Target::Evidence(evidence), .. } => Subject::Evidence(*evidence),
            Self::Link { link, .. } | Self::Hiding { target: Target::Link(link), .. } => Subject::Link(*link),
            Self::Apart { places, names, .. } => Subject::Apart(Apart::new(places.clone(), names.clone())),
            Self::Redaction { .. } => return None,
        })
    }

    /// The words in it that a person wrote or marked, without empty ones.
    pub fn words(&self) -> Vec<&str> {
        let said: Vec<Option<&String>> = match self {
            Self::Project { title, blind: _ } => vec![title.as_ref()],
            Self::Reviewer { name, .. } => vec![name.as_ref()],
            Self::Article { article: _, title, outlet, url, date, source_name, source_sha256 } => {
                [title, outlet, url, date, source_name, source_sha256].map(Option::as_ref).into()
            }
            Self::Annotation { passage, .. } => {
                passage.iter().flat_map(|passage| [Some(&passage.words), Some(&passage.before), Some(&passage.after)]).collect()
            }
            Self::Judgement { note, correction, .. } => [note, correction].map(Option::as_ref).into(),
            Self::Evidence { citation, place, words, consulted, .. } => [citation, place, words, consulted].map(Option::as_ref).into(),
            Self::Ruling { correction, reason, .. } => [correction, reason].map(Option::as_ref).into(),
            Self::SignOff { reason, .. } => vec![reason.as_ref()],
            Self::Apart { names, .. } => names.iter().map(Some).collect(),
            Self::Redaction { reason, .. } => vec![Some(reason)],
            Self::Reveal { .. } | Self::Link { .. } | Self::Dismissal { .. } | Self::Hiding { .. } => Vec::new(),
        };
        said.into_iter().flatten().map(String::as_str).filter(|words| !words.is_empty()).collect()
    }
}

impl Project {
    /// The numbers of all records about something, its whole history: of an article also its text and every annotation
    /// that was ever made in it. The cost of all but annotations and evidence grows with the project.
    pub fn records_about(&self, subject: &Subject) -> Vec<u32> {
        let mut numbers = match subject {
            Subject::Annotation(id) => self.whole(*id).map(|annotation| annotation.records().to_vec()).unwrap_or_default(),
            Subject::Evidence(id) => self.evidence(*id).map(|evidence| evidence.records().to_vec()).unwrap_or_default(),
            Subject::Article(id) => {
                let about = self.article(*id).map(|article| article.records().to_vec()).unwrap_or_default();
                let annotations = self.naming(*id).filter_map(|id| self.whole(id)).flat_map(|annotation| annotation.records());
                about.into_iter().chain(annotations.copied()).chain(self.records_of_text(*id)).collect()
            }
            Subject::Project => self.records_like("Project", subject),
            Subject::Reviewer(_) => self.records_like("Reviewer", subject),
            Subject::Link(_) => self.records_like("Link", subject),
            Subject::Apart(_) => self.records_like("Apart", subject),
        };
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The numbers of the records in which these words occur, in any case, wherever somebody wrote or marked them, and
    /// of the paragraphs that hold them. It reads the whole project: call it on a worker.
    pub fn records_with(&self, words: &str) -> Vec<u32> {
        let wanted = words.to_lowercase();
        let holds = |record: &Record| match record {
            Record::Text { text, .. } => text.to_lowercase().contains(&wanted),
            Record::Said { what, .. } => what.words().iter().any(|words| words.to_lowercase().contains(&wanted)),
        };
        let read = self.records().lines().numbered();
        read.filter(|(_, line)| Record::from_line(line).is_ok_and(|record| holds(&record))).map(|(number, _)| number).collect()
    }

    /// The numbers of the paragraphs of an article.
    pub(super) fn records_of_text(&self, id: ArticleId) -> Vec<u32> {
        let spelled = id.to_string();
        let lines = self.records().lines().numbered().filter(|(_, line)| line.starts_with("Text") && line.contains(&spelled));
        let of = |line: &str| matches!(Record::from_line(line), Ok(Record::Text { article, .. }) if article == id);
        lines.filter(|(_, line)| of(line)).map(|(number, _)| number).collect()
    }

    /// The numbers of the records about something, looked for among the lines that hold a word.
    fn records_like(&self, word: &str, subject: &Subject) -> Vec<u32> {
        let lines = self.records().lines().numbered().filter(|(_, line)| line.contains(word));
        let about = |line: &str| match Record::from_line(line) {
            Ok(Record::Said { what, .. }) => what.subject().as_ref() == Some(subject),
            _ => false,
        };
        lines.filter(|(_, line)| about(line)).map(|(number, _)| number).collect()
    }
}
