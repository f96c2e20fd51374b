//! What the blind check hides, from whom, and until when.

use super::super::*;
use super::story::*;

fn blind(blind: Blind) -> Story {
    let mut story = Story::begin();
    story.say(1, ADA, What::Project { title: None, blind: Some(blind) });
    story.mark(2, ADA, 1, 4..10);
    story
}

#[test]
fn what_others_said_is_hidden_until_one_has_judged() {
    for (setting, before_others_judge, before_judging) in [
        (Blind::Off, Sight::Whole, Sight::Whole),
        (Blind::Judgements, Sight::Whole, Sight::MarkOnly),
        (Blind::Annotations, Sight::Nothing, Sight::Nothing),
    ] {
        let mut story = blind(setting);
        let sees = |story: &Story, who| story.project.sees(by(who), id(1));
        assert_eq!((sees(&story, ADA), sees(&story, BEN)), (Sight::Whole, before_others_judge), "{setting:?}");
        story.judge(3, ADA, 1, Verdict::Erroneous);
        assert_eq!((sees(&story, ADA), sees(&story, BEN)), (Sight::Whole, before_judging), "{setting:?}");
        assert_eq!(story.project.sees(None, id(1)), before_judging, "{setting:?}");
        let seen = story.project.standing_seen(by(BEN), id(1)).verdict;
        assert_eq!(seen, (setting == Blind::Off).then_some(Verdict::Erroneous));
        story.say(4, BEN, judgement(1, None, Some("A note is no verdict"), &[]));
        assert_eq!(sees(&story, BEN), before_judging, "{setting:?}");
        assert_eq!(story.project.unseen(by(BEN), story.article), usize::from(setting != Blind::Off));
        story.judge(5, BEN, 1, Verdict::Verified);
        assert_eq!((sees(&story, BEN), story.project.unseen(by(BEN), story.article)), (Sight::Whole, 0), "{setting:?}");
        assert!(story.project.standing_seen(by(BEN), id(1)).disagreement);
    }
}

#[test]
fn ones_own_mark_hides_only_what_others_said_of_it() {
    let mut story = blind(Blind::Annotations);
    story.judge(3, BEN, 1, Verdict::Disputed);
    assert_eq!(story.project.sees(by(ADA), id(1)), Sight::MarkOnly);
    assert_eq!(story.project.sees(by(ADA), id(9)), Sight::Nothing);
}

#[test]
fn a_reveal_is_for_who_asked_and_is_never_taken_back() {
    let story = |of| {
        let mut story = blind(Blind::Annotations);
        story.judge(3, ADA, 1, Verdict::Erroneous);
        let mut clock = Clock::new(Replica(2));
        let done = story.project.apply(&Edit::one("Reveal", What::Reveal { of }), by(BEN), &mut clock, 4);
        assert_eq!(done.inverse.says, []);
        assert_eq!((story.project.sees(by(BEN), id(1)), story.project.sees(by(3), id(1))), (Sight::Whole, Sight::Nothing));
        story
    };
    let one = story(Revealed::Annotation(id(1)));
    assert_eq!(one.project.annotation(id(1)).unwrap().revealed_by(by(BEN)).map(Stamp::millis), Some(4));
    assert_eq!(one.project.annotation(id(1)).unwrap().changed(), at(3), "looking changes nothing");
    let all = story(Revealed::Article(one.article));
    assert_eq!(all.project.article(all.article).unwrap().revealed_by(by(BEN)).map(Stamp::millis), Some(4));
}
