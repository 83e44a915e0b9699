//! Stories of the voluntary questions after a number.

use super::glass_site;
use super::glass_world::Visitor;
use super::world::demo_site;
use sportello::domain::tally::taps::{AgeBand, FirstVisit, Gender, Status, Tap};
use sportello::kiosk::screens::Body;
use sportello::kiosk::session::QUESTION_STAYS;
use sportello::kiosk::{Effect, Page, Touch};

/// At the demo site, which has a survey.
fn done_with(needs: &[&str]) -> Visitor {
    let mut visitor = Visitor::arrives_at(demo_site());
    visitor.chooses_language("ti");
    visitor.chooses(needs);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket));
    visitor.taps(Touch::Done);
    visitor
}

#[test]
fn every_survey_question_can_be_answered_and_declining_one_declines_all() {
    let mut visitor = done_with(&["health", "health.ssn"]);
    let titles = |visitor: &Visitor| match visitor.screen().body {
        Body::Survey(survey) => survey.title,
        other => panic!("a question, not {other:?}"),
    };
    let first = titles(&visitor);
    let other = Tap::Age(AgeBand::From65);
    assert_eq!(visitor.taps(Touch::Answer(other)), [], "not what is asked now");
    let yes = Tap::FirstVisit(FirstVisit::Yes);
    assert_eq!(visitor.taps(Touch::Answer(yes)), [Effect::Count(yes)]);
    assert_eq!(visitor.tells(Touch::Answer(yes)), [], "a double tap tells once");
    assert_ne!(titles(&visitor), first);
    assert_eq!(visitor.taps(Touch::Skip), [], "what is left out is not counted either");
    assert_eq!(*visitor.session.page(), Page::START, "one touch is enough");
    let mut visitor = done_with(&["health", "health.ssn"]);
    let (gender, status) = (Tap::Gender(Gender::Other), Tap::Status(Status::Permit));
    for answer in [yes, gender, other, status] {
        assert_eq!(visitor.taps(Touch::Answer(answer)), [Effect::Count(answer)]);
    }
    assert_eq!(*visitor.session.page(), Page::START, "four questions and no more");
    let mut visitor = done_with(&["health", "health.ssn"]);
    visitor.waits(QUESTION_STAYS.as_secs_f64() + 0.5);
    assert_eq!(*visitor.session.page(), Page::START, "an unanswered question ends the survey");
}

#[test]
fn no_survey_after_a_discreet_need_or_at_a_site_without_one() {
    assert_eq!(*done_with(&["care", "care.talk"]).session.page(), Page::START);
    let (mut visitor, _) = Visitor::with_a_number(glass_site::site());
    visitor.taps(Touch::Done);
    assert_eq!(*visitor.session.page(), Page::START);
}
