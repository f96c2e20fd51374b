//! What the interface can ask for, and the one place that answers.

use std::ops::Range;
use std::path::PathBuf;

use super::command::{Command, When};
use super::compare;
use super::cross::{Finding, Section, Spot};
use super::dialog::{Ask, Dialog, Leaving, Purpose};
use super::edits::{self, ArticleDetails, EvidenceDetails, Judging, Ruled};
use super::filter::Filter;
use super::history::HistoryFilter;
use super::list::Column;
use super::notices::{Lead, Weight};
use super::panes::Pane;
use super::settings::Settings;
use super::summary::Choices;
use super::{App, Field, Tab};
use crate::export::{Format, Options};
use crate::model::{AnnotationId, ArticleId, Blind, Edit, EvidenceId, Kind, Reason, Revealed, ReviewerId, Subject, Target, Verdict, What};
use crate::text::find::Query;

/// Something that the interface asks for.
#[derive(Clone, Debug)]
pub enum Request {
    /// A command of the table.
    Run(Command),
    /// Open a project file, asking about unsaved work first.
    OpenProject(PathBuf),
    /// Add article files.
    AddFiles(Vec<PathBuf>),
    /// Files were dropped or named at the start: projects are opened, all else is added.
    Take(Vec<PathBuf>),
    /// Add an article from text.
    AddText(String),
    /// Files were chosen for a question.
    Chosen(Ask, Vec<PathBuf>),
    /// The system has no file dialog: ask for a typed path.
    NoFileDialog(Ask),
    /// Open an article.
    ShowArticle(ArticleId),
    /// A pane of the middle got the focus.
    FocusPane(Pane),
    /// Open an article in a pane, which gets the focus.
    ShowIn(Pane, ArticleId),
    /// Open an article beside the open one.
    OpenBeside(ArticleId),
    /// Close a pane; the other one has the whole middle then.
    ClosePane(Pane),
    /// Give the left one of two panes so many thousandths of the middle.
    Split(u16),
    /// Take an annotation in hand, without moving the page.
    TakeInHand(AnnotationId),
    /// Take an annotation in hand and bring it into view.
    GoTo(AnnotationId),
    /// Bring a place into view and select it.
    GoToPlace(ArticleId, Range<usize>),
    /// A passage of the open article was selected.
    Select(Range<usize>),
    /// Nothing is selected any more.
    Deselect,
    /// Judge an annotation.
    Judge(AnnotationId, Judging),
    /// Words typed into a field of the panel.
    Type(AnnotationId, Field, String),
    /// Say what sort of statement an annotation is.
    SetKind(AnnotationId, Kind),
    /// Move the ends of an annotation.
    Resize(AnnotationId, Range<usize>),
    /// Take over another reviewer's judgement.
    Agree(AnnotationId, ReviewerId),
    /// Settle the disagreement that an annotation is part of.
    Settle(AnnotationId, Ruled),
    /// Take the rulings on a disagreement back.
    Withdraw(AnnotationId),
    /// Give all annotations of a disagreement the extent of this one.
    TakeExtent(AnnotationId),
    /// Dismiss a range of an article.
    Dismiss(ArticleId, Range<usize>, Reason),
    /// Bring a dismissed range back.
    Restore(ArticleId, Range<usize>),
    /// Remove, or bring back, something.
    Hide(Target, bool),
    /// Add a piece of evidence, for an annotation.
    AddEvidence(Option<AnnotationId>, EvidenceDetails),
    /// Open the dialog of a piece of evidence.
    EditEvidence(EvidenceId),
    /// Change a piece of evidence.
    ChangeEvidence(EvidenceId, EvidenceDetails),
    /// Rest one's judgement on a piece of evidence, or no longer.
    ChooseEvidence(AnnotationId, EvidenceId, bool),
    /// Mark all places that the dialog has found.
    MarkEvery(Option<Verdict>),
    /// Change details of an article.
    ChangeArticle(ArticleId, ArticleDetails),
    /// Name the project.
    SetTitle(String),
    /// Say what reviewers do not see of each other.
    SetBlind(Blind),
    /// Show what others said in spite of the blind check.
    Reveal(Revealed),
    /// Sign an article off, with the reason why if something is open.
    SignOff(ArticleId, String),
    /// Choose what of the records about something is to be removed for good.
    ChooseToRedact(Subject),
    /// Choose among the records that the history shows.
    ChooseShownToRedact,
    /// Remove these records for good, by their numbers, for a reason; they must still be numbered as in this epoch.
    Redact(Vec<u32>, u64, String),
    /// Take one's signature under an article back.
    TakeSignatureBack(ArticleId),
    /// I am somebody new, of this name.
    BecomeNew(String),
    /// I am this reviewer of the project.
    Become(ReviewerId),
    /// Rename a reviewer.
    Rename(ReviewerId, String),
    /// Show only these annotations.
    SetFilter(Filter),
    /// Order the list by a column; twice turns it round.
    SortBy(Column),
    /// Look for these words, in all articles or in the open one.
    Find(Query, bool),
    /// Look for these words in the palette.
    Look(String),
    /// Change what the person has chosen.
    ChangeSettings(Box<Settings>),
    /// Look for the typefaces of the computer.
    FindTypefaces,
    /// Change what goes into the summary.
    SetSummary(Format, Choices),
    /// Show a tab.
    ShowTab(Tab),
    /// Show a section of the cross-check.
    ShowSection(Section),
    /// Take a finding in hand.
    ShowFinding(Finding),
    /// Take a finding in hand, in the cross-check over the whole middle.
    OpenFinding(Finding),
    /// Mark the places of a finding with a verdict, and link them.
    JudgeFinding(Finding, Option<Verdict>),
    /// Mark the places of one card of a finding.
    JudgeCard(Finding, usize, Option<Verdict>),
    /// The places of a finding are not the same.
    KeepApart(Finding),
    /// Go to a place of a finding in its article: which card, which of its places.
    GoToCard(Finding, usize, usize),
    /// Choose which two places of a finding are to be opened side by side.
    ChooseTwo(Finding, [Spot; 2]),
    /// Open the two places of a finding that were chosen, side by side.
    OpenTwo(Finding),
    /// Change which disagreements are listed.
    ChooseCompared(compare::Choices),
    /// Show a part of the view in which reviewers are compared.
    ShowCompared(compare::Section),
    /// Take the disagreement of an annotation in hand.
    ShowDisagreement(AnnotationId),
    /// Take the disagreement of an annotation in hand, in the comparison over the whole middle.
    OpenCompare(AnnotationId),
    /// Look for disagreements again, after that was stopped.
    CompareAgain,
    /// Show the verdicts of these two against each other.
    ChoosePair([ReviewerId; 2]),
    /// Show only these changes in the history.
    FilterHistory(HistoryFilter),
    /// Show what came in from others, in the history.
    ShowCameIn,
    /// Show what an item of a notice counts.
    Follow(Lead),
    /// Say again what was said before.
    SayAgain(Box<What>),
    /// Go to a hit of the search.
    GoToHit(usize),
    /// Write the summary.
    Export(Format, Options),
    /// Work of an earlier session: join it, or set it aside.
    Recover(PathBuf, bool),
    /// Show what was recovered, in the history.
    ReviewRecovered,
    /// What was recovered is wanted, or is to be set aside.
    AnswerRecovered(bool),
    /// What was found of a damaged project: join it, or leave it.
    AnswerRescue(bool),
    /// The window got the focus: look whether somebody else has changed the file.
    LookAgain,
    /// Try the save that failed once more.
    SaveAgain,
    /// Save to another place than the one that failed, or whose file is gone.
    SaveElsewhere,
    /// Do not try the save that failed any more.
    GiveUpSaving,
    /// Join the copies of the project that lie beside it, or leave them alone.
    AnswerCopies(bool),
    /// Close the dialog.
    CloseDialog,
    /// Close a notice.
    CloseNotice(u64),
    /// Merge a project that was started apart.
    MergeApart(PathBuf),
    /// Go on without saving.
    LeaveUnsaved(Leaving),
    /// Save, then go on.
    SaveAndLeave(Leaving),
    /// The window was asked to close.
    CloseWindow,
    /// Stop what is being done.
    Cancel,
}

impl App {
    /// Whether a command can run now.
    pub fn can(&self, command: Command) -> bool {
        let session = self.session();
        let writable = !session.read_only;
        let has_articles = || !session.project().articles().is_empty();
        match command.entry().when {
            When::Always => true,
            When::Articles => has_articles(),
            When::Article => self.article.is_some(),
            When::OnePane => self.article.is_some() && !self.panes.are_two(),
            When::TwoPanes => self.panes.are_two(),
            When::Writable => writable,
            When::Passage => writable && (self.selection.is_some() || self.in_hand.is_some() || self.is_cross_checking()),
            When::Selected => self.selection.is_some(),
            When::Quotable => self.selection.is_some() || self.in_hand.is_some(),
            When::Selection => writable && self.selection.is_some(),
            When::InHand => writable && self.in_hand.is_some(),
            When::Annotations => session.project().counts().total() > 0 || self.is_cross_checking(),
            When::Finding => writable && self.cross.current.is_some(),
            When::TwoPlaces => self.cross.current.is_some_and(|finding| self.two_places(finding).is_some()),
            When::Hidden => writable && self.in_hand.is_some_and(|id| self.may_hide(Revealed::Annotation(id))),
            When::HiddenInArticle => writable && self.article.is_some_and(|id| self.may_hide(Revealed::Article(id))),
            When::Signable => writable && self.article.is_some(),
            When::Signed => writable && self.has_signed(),
            When::Undo => session.undo_label().is_some(),
            When::Redo => session.redo_label().is_some(),
            When::Hits => !self.find.hits.is_empty(),
            When::Unsaved => {
                if session.path.is_some() {
                    session.is_unsaved()
                } else {
                    has_articles()
                }
            }
        }
    }

    /// Answers a request.
    pub fn act(&mut self, request: Request) {
        // Whoever does something else no longer waits for what is being looked for.
        self.seeking = None;
        match request {
            Request::Run(command) if !self.can(command) => {}
            Request::Run(command) if says_something(command) && self.reviewer().is_none() => self.waiting.push(request),
            Request::Run(command) => self.run(command),
            Request::OpenProject(path) => self.leave(Leaving::Open(path)),
            Request::AddFiles(paths) => self.add_files(paths),
            Request::Take(paths) => self.take(paths),
            Request::AddText(text) => self.add_text(text),
            Request::Chosen(ask, paths) => self.chosen(ask, paths),
            Request::NoFileDialog(ask) => self.dialog = Some(Dialog::TypedPath(ask)),
            Request::ShowArticle(article) => self.show_article(Some(article)),
            Request::FocusPane(pane) => self.focus_pane(pane),
            Request::ShowIn(pane, article) => self.show_in(pane, article),
            Request::OpenBeside(article) => self.open_beside(article),
            Request::ClosePane(pane) => self.close_pane(pane),
            Request::Split(split) => self.settings = Settings { split, ..self.settings.clone() }.bounded(),
            Request::TakeInHand(id) => self.take_in_hand(id),
            Request::GoTo(id) => self.go_to(id),
            Request::GoToPlace(article, range) => self.go_to_place(article, range),
            Request::Select(range) => self.select(range),
            Request::Deselect => self.selection = None,
            Request::EditEvidence(id) => self.dialog = Some(Dialog::Evidence { annotation: self.in_hand, evidence: Some(id) }),
            Request::SetFilter(filter) => self.filter = filter,
            Request::SortBy(column) => self.list.sort_by(column),
            Request::Find(query, everywhere) => (self.find.query, self.find.everywhere) = (query, everywhere),
            Request::Look(words) => self.palette.words = words,
            Request::ChangeSettings(settings) => self.settings = settings.bounded(),
            Request::FindTypefaces => self.find_typefaces(),
            Request::SetSummary(format, choices) => (self.summary.format, self.summary.options) = (format, choices),
            Request::ShowTab(tab) => self.show_tab(tab),
            Request::ShowSection(section) => self.show_section(section),
            Request::ShowFinding(finding) => self.show_finding(finding),
            Request::OpenFinding(finding) => self.open_finding(finding),
            Request::JudgeFinding(finding, verdict) => self.judge_finding(finding, verdict),
            Request::JudgeCard(finding, card, verdict) => self.judge_card(finding, card, verdict),
            Request::KeepApart(finding) => self.keep_apart(finding),
            Request::GoToCard(finding, card, place) => self.go_to_card(finding, card, place),
            Request::ChooseTwo(finding, spots) => self.choose_two(finding, spots),
            Request::OpenTwo(finding) => self.open_two(finding),
            Request::ChooseCompared(choices) => self.choose_compared(choices),
            Request::ShowCompared(section) => self.show_compared(section),
            Request::ShowDisagreement(id) => self.show_disagreement(id),
            Request::OpenCompare(id) => self.open_compare(id),
            Request::CompareAgain => self.compare_again(),
            Request::ChoosePair(pair) => self.choose_pair(pair),
            Request::Agree(annotation, with) => self.agree(annotation, with),
            Request::Settle(annotation, ruled) => self.settle_by(annotation, ruled),
            Request::Withdraw(annotation) => self.withdraw(annotation),
            Request::TakeExtent(annotation) => self.take_extent(annotation),
            Request::FilterHistory(filter) => self.history.filter = filter,
            Request::ShowCameIn => self.show_came_in(),
            Request::Follow(lead) => self.follow(lead),
            Request::GoToHit(hit) => self.go_to_hit(hit),
            Request::Export(format, options) => self.export(format, options),
            Request::Recover(path, keep) => self.recover(&path, keep),
            Request::ReviewRecovered => self.review_recovered(),
            Request::AnswerRecovered(true) => self.keep_recovered(),
            Request::AnswerRecovered(false) => self.set_recovered_aside(),
            Request::AnswerRescue(join) => self.answer_rescue(join),
            Request::LookAgain => self.look_again(),
            Request::SaveAgain => self.save_again(),
            Request::SaveElsewhere => self.save_elsewhere(),
            Request::GiveUpSaving => self.give_up_saving(),
            Request::AnswerCopies(join) => self.answer_copies(join),
            Request::CloseDialog => self.close_dialog(),
            Request::CloseNotice(id) => self.notices.close(id),
            Request::MergeApart(path) => {
                self.dialog = None;
                self.merge(vec![path], true);
            }
            Request::LeaveUnsaved(leaving) => self.leave_unsaved(leaving),
            Request::SaveAndLeave(leaving) => self.save_and_leave(leaving),
            Request::CloseWindow => self.leave(Leaving::Quit),
            Request::Cancel => self.jobs.running().iter().for_each(|job| job.progress.cancel()),
            Request::BecomeNew(name) => self.become_new(&name),
            Request::Become(reviewer) => self.become_known(reviewer),
            Request::ChooseToRedact(subject) => self.choose_to_redact(&subject),
            Request::ChooseShownToRedact => self.choose_shown_to_redact(),
            Request::Redact(..) if self.reviewer().is_none() => self.waiting.push(request),
            Request::Redact(numbers, epoch, reason) => self.redact(&numbers, epoch, &reason),
            Request::Reveal(_) if self.reviewer().is_none() => self.waiting.push(request),
            Request::Reveal(what) => self.reveal(what),
            Request::SetTitle(_)
            | Request::SetBlind(_)
            | Request::SignOff(..)
            | Request::TakeSignatureBack(_)
            | Request::Rename(..)
            | Request::Judge(..)
            | Request::Type(..)
            | Request::SetKind(..)
            | Request::Resize(..)
            | Request::Dismiss(..)
            | Request::Restore(..)
            | Request::Hide(..)
            | Request::AddEvidence(..)
            | Request::ChangeEvidence(..)
            | Request::ChooseEvidence(..)
            | Request::MarkEvery(_)
            | Request::SayAgain(_)
            | Request::ChangeArticle(..) => self.review(request),
        }
        self.hand_over();
        self.refresh();
    }

    /// Answers the requests that say something about the project, which only a known reviewer can.
    fn review(&mut self, request: Request) {
        let Some(by) = self.reviewer() else {
            self.waiting.push(request);
            return;
        };
        let project = self.session.project();
        let article = |id: ArticleId| project.article(id);
        let resized = if let Request::Resize(id, _) = request { Some(id) } else { None };
        let edit: Option<Edit> = match request {
            Request::SetTitle(title) => Some(edits::set_title(title.trim())),
            Request::SetBlind(blind) => (blind != project.blind()).then(|| edits::set_blind(blind)),
            Request::SignOff(id, why) => Some(edits::sign_off(id, &why)),
            Request::TakeSignatureBack(id) => Some(edits::take_signature_back(id)),
            Request::Rename(reviewer, name) => Some(edits::name_reviewer(reviewer, name.trim(), None)),
            Request::Judge(id, judging) => Some(edits::judge(id, judging)),
            Request::Type(id, field, words) => return self.type_words(id, field, words),
            Request::SetKind(id, kind) => Some(edits::set_kind(id, kind)),
            Request::Resize(id, range) => {
                let place = project.place(id).and_then(|(id, _)| article(id));
                place.and_then(|article| edits::resize(article, id, range))
            }
            Request::Dismiss(id, range, reason) => Some(edits::dismiss(id, &[range], reason)),
            Request::Restore(id, range) => Some(edits::restore(id, &range)),
            Request::Hide(target, hidden) => Some(edits::hide(target, hidden)),
            Request::AddEvidence(annotation, details) => Some(match edits::evidence_like(project, &details) {
                Some(known) => match annotation {
                    Some(annotation) => edits::choose_evidence(project, annotation, by, known, true),
                    None => return,
                },
                None => edits::add_evidence(project, annotation, by, details, &self.surroundings).1,
            }),
            Request::ChangeEvidence(id, details) => Some(edits::change_evidence(id, details)),
            Request::ChooseEvidence(annotation, id, chosen) => Some(edits::choose_evidence(project, annotation, by, id, chosen)),
            Request::MarkEvery(verdict) => return self.mark_every(verdict),
            Request::SayAgain(what) => return self.say_again(&what),
            Request::ChangeArticle(id, details) => article(id).map(|article| edits::change_article(article, details)),
            _ => None,
        };
        if edit.is_some_and(|edit| self.edit(edit))
            && let Some(id) = resized
        {
            self.say_annotation(id);
        }
    }

    /// Carries an edit out, or tells why not.
    pub(super) fn edit(&mut self, edit: Edit) -> bool {
        if self.session.read_only {
            self.tell(
                Weight::Note,
                "This project was written by a newer Factmark and is open for reading only. Save it under another name to go on.",
            );
            return false;
        }
        if self.reviewer().is_none() {
            return false;
        }
        let now = self.surroundings.now();
        self.session.apply(&edit, now)
    }

    fn run(&mut self, command: Command) {
        // Whoever goes on working after a cancelled file dialog has not left.
        self.after_saving = None;
        match command {
            Command::NewProject => self.leave(Leaving::New),
            Command::Open => self.ask(Purpose::OpenProject),
            Command::OpenSample => self.leave(Leaving::Sample),
            Command::AddArticles => self.ask(Purpose::AddArticles),
            Command::PasteArticle => self.dialog = Some(Dialog::Paste),
            Command::Save => self.save(),
            Command::SaveAs => self.ask(Purpose::SaveProject),
            Command::Merge => self.ask(Purpose::MergeCopies),
            Command::Export => self.dialog = Some(Dialog::Export),
            Command::Quit => self.leave(Leaving::Quit),
            Command::Undo => self.undo(),
            Command::Redo => self.redo(),
            Command::Copy => self.copy(),
            Command::CopyQuotation => self.copy_quotation(),
            Command::Find => self.open_find(false),
            Command::FindInAll => self.open_find(true),
            Command::FindNext => self.next_hit(true),
            Command::FindPrevious => self.next_hit(false),
            Command::EditArticle => self.dialog = self.article.map(Dialog::Article),
            Command::RemoveArticle => {
                if let Some(article) = self.article {
                    self.edit(edits::hide(Target::Article(article), true));
                }
            }
            Command::NameProject => self.dialog = Some(Dialog::ProjectTitle),
            Command::Redact => {
                if let Some(id) = self.in_hand {
                    self.choose_to_redact(&Subject::Annotation(id));
                }
            }
            Command::BlindCheck => self.dialog = Some(Dialog::Blind),
            Command::ChooseReviewer => self.dialog = Some(Dialog::Reviewer),
            Command::Reveal => self.dialog = self.in_hand.map(|id| Dialog::Reveal(Revealed::Annotation(id))),
            Command::RevealArticle => self.dialog = self.article.map(|id| Dialog::Reveal(Revealed::Article(id))),
            Command::SignOff => self.open_sign_off(),
            Command::TakeSignatureBack => {
                if let Some(article) = self.article {
                    self.act(Request::TakeSignatureBack(article));
                }
            }
            Command::Settings => self.dialog = Some(Dialog::Settings),
            Command::NextFinding => self.next_finding(true),
            Command::PreviousFinding => self.next_finding(false),
            Command::LinkFinding => self.with_finding(|app, finding| app.judge_finding(finding, None)),
            Command::OpenBoth => self.with_finding(Self::open_two),
            Command::KeepApart => self.with_finding(Self::keep_apart),
            Command::CrossCheck => self.show_cross_check(),
            Command::Compare => self.show_compare(compare::Section::All),
            Command::Agreement => self.show_compare(compare::Section::Agreement),
            Command::NextDisagreement => self.next_disagreement(true),
            Command::PreviousDisagreement => self.next_disagreement(false),
            Command::Agree => self.agree_here(),
            Command::Settle => self.write_ruling(),
            _ if self.is_cross_checking() && self.run_on_finding(command) => {}
            Command::NextAnnotation if self.is_comparing() => self.next_disagreement(true),
            Command::PreviousAnnotation if self.is_comparing() => self.next_disagreement(false),
            Command::Verify => self.give(Some(Verdict::Verified)),
            Command::Dispute => self.give(Some(Verdict::Disputed)),
            Command::Refute => self.give(Some(Verdict::Erroneous)),
            Command::ToCheck => self.give(None),
            Command::Dismiss => self.dismiss_here(),
            Command::Note => self.write(Field::Note),
            Command::Correct => self.write(Field::Correction),
            Command::Cite => self.cite(),
            Command::RemoveAnnotation => {
                if let Some(id) = self.in_hand {
                    self.edit(edits::hide(Target::Annotation(id), true));
                }
            }
            Command::MoveEnds => self.focus = Some(Field::Ends),
            Command::Widen => self.widen(),
            Command::Narrow => self.narrow(),
            Command::MarkEvery => self.open_mark_every(false),
            Command::MarkEveryInAll => self.open_mark_every(true),
            Command::NextAnnotation => self.next_annotation(true),
            Command::PreviousAnnotation => self.next_annotation(false),
            Command::NextUnchecked => self.next_unchecked(),
            Command::NextArticle => self.next_article(true),
            Command::PreviousArticle => self.next_article(false),
            Command::GoToAnything => {
                self.open_palette();
                self.dialog = Some(Dialog::Palette);
            }
            Command::NextArea => self.focus = Some(Field::NextArea),
            Command::PreviousArea => self.focus = Some(Field::PreviousArea),
            Command::GoToArticle => self.focus = Some(Field::Article),
            Command::ShowArticles => self.settings.articles = !self.settings.articles,
            Command::ShowPanel => self.settings.panel = !self.settings.panel,
            Command::ShowTabs => self.settings.tabs = !self.settings.tabs,
            Command::WholeTab => {
                self.settings.tabs = true;
                self.tab_whole = !self.tab_whole;
            }
            Command::OpenBeside => self.open_something_beside(),
            Command::OtherSide => self.other_side(),
            Command::SwapSides => self.swap_sides(),
            Command::CloseOther => self.close_pane(self.panes.focused.other()),
            Command::TabAnnotations => self.show_tab(Tab::Annotations),
            Command::TabSummary => self.show_tab(Tab::Summary),
            Command::History => self.show_history(),
            Command::ZoomIn => self.settings.zoom = self.settings.next_zoom(true),
            Command::ZoomOut => self.settings.zoom = self.settings.next_zoom(false),
            Command::ZoomReset => self.settings.zoom = 100,
            Command::Keys => self.dialog = Some(Dialog::Keys),
            Command::HowTo => self.dialog = Some(Dialog::HowTo),
            Command::About => self.dialog = Some(Dialog::About),
        }
    }

    fn undo(&mut self) {
        let now = self.surroundings.now();
        if let Some(label) = self.session.undo(now) {
            self.tell(Weight::Done, format!("Undone: {label}"));
        }
    }

    fn redo(&mut self) {
        let now = self.surroundings.now();
        if let Some(label) = self.session.redo(now) {
            self.tell(Weight::Done, format!("Done again: {label}"));
        }
    }

    pub(super) fn show_tab(&mut self, tab: Tab) {
        self.settings.tabs = true;
        self.tab = tab;
    }

    fn close_dialog(&mut self) {
        if self.dialog == Some(Dialog::Reviewer) {
            self.waiting.clear();
        }
        self.dialog = None;
        self.after_saving = None;
    }
}

/// Whether a command says something about the project, which only a known reviewer can.
fn says_something(command: Command) -> bool {
    let of_a_passage = matches!(command.entry().when, When::Passage | When::Selection | When::InHand);
    of_a_passage && command != Command::Settle
        || matches!(command, Command::Dismiss | Command::RemoveArticle | Command::Reveal | Command::RevealArticle | Command::SignOff)
}
