//! The command table: every command once, with its words, its menu, its keys and when it can run.
//!
//! Menus, the palette, the shortcuts, the verdict bar and the cheat sheet are all made from this table. What a command
//! does stands in `requests`.

use super::shortcut::{Key, Shortcut, command, plain, shift_command, special};

/// Where in the menus a command stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Menu {
    /// Projects and files.
    File,
    /// Undo, copy, find.
    Edit,
    /// Verdicts, notes, going from one to the next.
    Review,
    /// What the window shows.
    View,
    /// Keys and explanations.
    Help,
}

impl Menu {
    /// All menus from left to right.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::Review, Self::View, Self::Help];

    /// The word in the menu bar.
    pub fn label(self) -> &'static str {
        match self {
            Self::File => "File",
            Self::Edit => "Edit",
            Self::Review => "Review",
            Self::View => "View",
            Self::Help => "Help",
        }
    }
}

/// What must be there for a command to make sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Always.
    Always,
    /// There is at least one article.
    Articles,
    /// An article is open.
    Article,
    /// An article is open, and nothing beside it.
    OnePane,
    /// Two articles, or two places of one, are open side by side.
    TwoPanes,
    /// The project may be changed.
    Writable,
    /// A passage is selected, or an annotation is in hand, and the project may be changed.
    Passage,
    /// A passage is selected.
    Selected,
    /// A passage is selected, or an annotation is in hand.
    Quotable,
    /// A passage is selected, and the project may be changed.
    Selection,
    /// An annotation is in hand, and the project may be changed.
    InHand,
    /// There is an annotation somewhere.
    Annotations,
    /// Something can be undone.
    Undo,
    /// Something can be redone.
    Redo,
    /// Something was looked for and found.
    Hits,
    /// A finding of the cross-check is in hand, and the project may be changed.
    Finding,
    /// A finding of the cross-check with two places or more is in hand.
    TwoPlaces,
    /// A blind check may hide what others said of the annotation in hand, and the project may be changed.
    Hidden,
    /// A blind check may hide what others said in the open article, and the project may be changed.
    HiddenInArticle,
    /// An article is open that can be signed off: the project may be changed.
    Signable,
    /// The reviewer has signed the open article off, and the project may be changed.
    Signed,
    /// There are records that no file holds yet, or a file that lacks some.
    Unsaved,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its words, as a button or menu says them.
    pub title: &'static str,
    /// What it does, in a sentence.
    pub tip: &'static str,
    /// Its menu; a new group begins where `first` is set.
    pub menu: Menu,
    /// Whether a line parts it from the entry above.
    pub first: bool,
    /// Its keys, the one that is shown first.
    pub keys: &'static [Shortcut],
    /// When it can run.
    pub when: When,
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident: $menu:ident $($first:literal)?, $title:literal, $tip:literal, [$($key:expr),*], $when:ident;)+) => {
        /// Something that a person can ask for by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $(#[doc = $tip] $name,)+ }

        /// Every command, in the order of the menus.
        pub const TABLE: &[Entry] = &[$(Entry {
            command: Command::$name,
            title: $title,
            tip: $tip,
            menu: Menu::$menu,
            first: !concat!("" $(, $first)?).is_empty(),
            keys: &[$($key),*],
            when: When::$when,
        },)+];
    };
}

commands! {
    NewProject: File, "New project", "Start a project without articles.", [command('N')], Always;
    Open: File, "Open project…", "Open a project file.", [command('O')], Always;
    OpenSample: File, "Open the sample", "Open five invented reports of one event, reviewed by two people.", [], Always;
    AddArticles: File "line", "Add articles…", "Add text or Markdown files to the project.", [shift_command('O')], Writable;
    PasteArticle: File, "Paste an article…", "Add an article from the clipboard or by typing.", [shift_command('V')], Writable;
    Save: File "line", "Save", "Write the project to its file.", [command('S')], Unsaved;
    SaveAs: File, "Save as…", "Write the project to another file.", [shift_command('S')], Articles;
    Merge: File "line", "Merge…", "Join what other reviewers have in their copies of this project. Nothing is lost.", [shift_command('M')], Articles;
    Export: File "line", "Export the summary…", "Write the review summary as Markdown, HTML or CSV.", [command('E')], Articles;
    Quit: File "line", "Quit", "Close the window. Unsaved work is asked about.", [command('Q')], Always;

    Undo: Edit, "Undo", "Take the last change back.", [command('Z')], Undo;
    Redo: Edit, "Redo", "Make the change again that was taken back.", [shift_command('Z'), command('Y')], Redo;
    Copy: Edit "line", "Copy", "Copy the selected words.", [command('C')], Selected;
    CopyQuotation: Edit, "Copy as a quotation", "Copy the selected words in quotation marks, with article, outlet, date and paragraph.", [shift_command('C')], Quotable;
    Find: Edit "line", "Find in the article", "Look for words in the open article.", [command('F')], Article;
    FindInAll: Edit, "Find in all articles", "Look for words in every article.", [shift_command('F')], Articles;
    FindNext: Edit, "Next hit", "Go to the next place found.", [special(Key::F(3)), command('G')], Hits;
    FindPrevious: Edit, "Previous hit", "Go to the place found before.", [special(Key::F(3)).with_shift(), shift_command('G')], Hits;
    EditArticle: Edit "line", "Article details…", "Change title, outlet, address and date of the open article.", [], Article;
    RemoveArticle: Edit, "Remove the article", "Take the open article out of the project. Undo brings it back.", [], Article;
    Redact: Edit, "Remove for good…", "Take what was said of the annotation in hand out of the file, for good: a confidential source, a name.", [], InHand;
    NameProject: Edit, "Project title…", "Name the project.", [], Writable;
    BlindCheck: Edit, "Blind check…", "Hide what other reviewers say until one has judged for oneself.", [], Writable;
    ChooseReviewer: Edit, "Who is reviewing…", "Say who you are in this project.", [], Always;
    Settings: Edit, "Settings…", "Theme, text size and measure, reading face.", [command(',')], Always;

    Verify: Review, "Verified", "Mark the passage as verified: checked against a source, and right.", [plain('1')], Passage;
    Dispute: Review, "Disputed", "Mark the passage as disputed: sources differ, or it misleads.", [plain('2')], Passage;
    Refute: Review, "Erroneous", "Mark the passage as erroneous: checked against a source, and wrong.", [plain('3')], Passage;
    ToCheck: Review, "To check", "Mark the passage to be checked later, or take the verdict back.", [plain('0')], Passage;
    Dismiss: Review, "Nothing to check here", "Dismiss the passage, or the sentence at the caret.", [plain('X')], Article;
    Note: Review "line", "Write note", "Say why, in the panel on the right.", [plain('N')], Passage;
    Correct: Review, "Write correction", "Say what the passage should read.", [plain('C')], Passage;
    Cite: Review, "Add evidence…", "Choose a source, or add a new one.", [plain('E')], Passage;
    Agree: Review "line", "Agree", "Say the same as the other reviewers of the annotation in hand.", [plain('A')], InHand;
    Settle: Review, "Settle by a ruling", "Decide where reviewers differ, with a reason. The judgements stay.", [plain('S')], InHand;
    MoveEnds: Review "line", "Move its ends", "Move an end of the annotation with the arrows; Tab takes the other end, Enter keeps, Escape leaves it.", [plain('R')], InHand;
    RemoveAnnotation: Review, "Remove annotation", "Remove the annotation in hand. Undo brings it back.", [special(Key::Delete)], InHand;
    Widen: Review "line", "Select more", "Widen the selection: word, sentence, paragraph, whole text.", [plain('W')], Article;
    Narrow: Review, "Select less", "Take the last widening back.", [plain('W').with_shift()], Selected;
    MarkEvery: Review "line", "Mark every occurrence here…", "Mark the selected words wherever this article has them.", [plain('M')], Selection;
    MarkEveryInAll: Review, "Mark every occurrence in all articles…", "Mark the selected words wherever any article has them.", [plain('M').with_shift()], Selection;
    NextAnnotation: Review "line", "Next annotation", "Go to the next annotation that the filter shows.", [plain('J')], Annotations;
    PreviousAnnotation: Review, "Previous annotation", "Go to the annotation before.", [plain('K')], Annotations;
    NextUnchecked: Review, "Next unchecked sentence", "Go to the next sentence that nobody has judged or dismissed.", [plain('F')], Article;
    Reveal: Review "line", "Reveal what others said…", "Show what others said of the annotation in hand, before judging it.", [], Hidden;
    RevealArticle: Review, "Reveal the whole article…", "Show what others said in the open article, before judging it.", [], HiddenInArticle;
    SignOff: Review "line", "Sign off the article…", "Answer for the open article as it stands now.", [], Signable;
    TakeSignatureBack: Review, "Take the signature back", "The open article is no longer signed off by you.", [], Signed;
    LinkFinding: Review "line", "Same claim: link", "Link the places of the finding in hand as one statement.", [plain('L')], Finding;
    KeepApart: Review, "Not the same", "The places of the finding in hand are not the same statement: do not show it again.", [plain('X').with_shift()], Finding;
    OpenBoth: Review, "Open both side by side", "Open two places of the finding in hand next to each other.", [plain('B')], TwoPlaces;
    NextFinding: Review, "Next finding", "Go to the next finding of the cross-check.", [special(Key::F(4))], Articles;
    PreviousFinding: Review, "Previous finding", "Go to the finding before.", [special(Key::F(4)).with_shift()], Articles;
    NextDisagreement: Review, "Next disagreement", "Go to the next statement on which reviewers differ.", [special(Key::F(8))], Articles;
    PreviousDisagreement: Review, "Previous disagreement", "Go to the disagreement before.", [special(Key::F(8)).with_shift()], Articles;
    NextArticle: Review "line", "Next article", "Open the article below.", [special(Key::PageDown).with_command()], Articles;
    PreviousArticle: Review, "Previous article", "Open the article above.", [special(Key::PageUp).with_command()], Articles;

    GoToAnything: View, "Go to anything…", "Find a command, an article or an annotation by its words.", [command('K')], Always;
    NextArea: View, "Next area", "Go with the keys to the next part of the window.", [special(Key::F(6))], Always;
    PreviousArea: View, "Previous area", "Go with the keys to the part of the window before.", [special(Key::F(6)).with_shift()], Always;
    GoToArticle: View, "To the article", "Put the focus back into the article; Escape does the same from anywhere.", [], Article;
    ShowArticles: View "line", "Articles", "Show or hide the list of articles.", [command('1')], Always;
    ShowPanel: View, "Annotation panel", "Show or hide the panel of the annotation in hand.", [command('2')], Always;
    ShowTabs: View, "Lists below the page", "Show or hide the tabs below the article.", [command('3')], Always;
    WholeTab: View, "Lists over the whole middle", "Let the tab take the place of the article, and back.", [command('4')], Articles;
    OpenBeside: View "line", "Open beside", "Open a second page beside the article; its head says which article it shows.", [command('6')], OnePane;
    OtherSide: View, "Other side", "Go to the page on the other side. The keys act on the side that has the focus.", [special(Key::F(6)).with_command()], TwoPanes;
    SwapSides: View, "Swap the sides", "Let the two pages change sides.", [special(Key::F(6)).with_command().with_shift()], TwoPanes;
    CloseOther: View, "Close the other side", "Leave only the page that has the focus.", [special(Key::F(4)).with_command()], TwoPanes;
    TabAnnotations: View "line", "Annotations", "List all annotations.", [], Articles;
    CrossCheck: View, "Cross-check", "Lay the articles against each other: quotes, repeats, names, figures.", [command('5')], Articles;
    Compare: View, "Compare reviewers", "See what reviewers differ in, side by side, and settle it.", [command('7')], Articles;
    Agreement: View, "Agreement", "How far the reviewers agree, in figures.", [], Articles;
    TabSummary: View, "Summary", "Look at the review summary.", [], Articles;
    History: View, "History of the project", "See who said what when, and bring back what was said before.", [], Articles;
    ZoomIn: View "line", "Larger", "Make everything larger.", [command('+'), command('=')], Always;
    ZoomOut: View, "Smaller", "Make everything smaller.", [command('-')], Always;
    ZoomReset: View, "Normal size", "Back to 100 %.", [command('0')], Always;

    Keys: Help, "All keys", "Show every shortcut.", [plain('?'), special(Key::F(1))], Always;
    HowTo: Help, "How a review goes", "From opening the articles to the summary, in one page.", [], Always;
    About: Help, "About Factmark", "Version, licence, and where things are kept.", [], Always;
}

impl Command {
    /// Its row in the table.
    pub fn entry(self) -> &'static Entry {
        static MISSING: Entry =
            Entry { command: Command::About, title: "", tip: "", menu: Menu::Help, first: false, keys: &[], when: When::Always };
        TABLE.get(self as usize).unwrap_or(&MISSING)
    }

    /// The key that is shown with it.
    pub fn key(self) -> Option<Shortcut> {
        self.entry().keys.first().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_finds_its_row() {
        for entry in TABLE {
            assert_eq!(entry.command.entry().title, entry.title);
            assert!(entry.tip.ends_with('.'), "{}", entry.title);
        }
    }

    #[test]
    fn no_two_commands_share_a_key() {
        let keys: Vec<Shortcut> = TABLE.iter().flat_map(|entry| entry.keys).copied().collect();
        let distinct: std::collections::HashSet<Shortcut> = keys.iter().copied().collect();
        assert_eq!(keys.len(), distinct.len());
    }
}
