//! Inspects every page of the demo site in all sixteen languages and two pseudo-languages, at three sizes: in a full room,
//! where pages have the most text, and after everything that can go wrong.

use super::glass_inspection::faults;
use super::glass_world::{Visitor, glass};
use super::{pictures, pseudo};
use sportello::domain::{NeedCode, Refusal, Site, SlipOutcome};
use sportello::hub::HubError;
use sportello::kiosk::screens::Body;
use sportello::kiosk::{Effect, Glass, Input, IssueRequest, Page, Touch};
use sportello::locale::Locales;

/// Faults found so far in one language.
struct Inspection<'a> {
    glass: &'a Glass,
    language: &'a str,
    found: Vec<String>,
}

impl Inspection<'_> {
    fn see(&mut self, visitor: &Visitor, what: &str) {
        let language = self.language;
        let faults = faults(self.glass, visitor);
        if !faults.is_empty() {
            let picture = self.glass.snapshot().expect("a picture");
            let name = format!("faults/{language}-{what}-{}", picture.width());
            pictures::keep(&name, picture.width(), picture.height(), picture.as_bytes());
        }
        self.found.extend(faults.into_iter().map(|fault| format!("{language}, {what}: {fault}")));
    }
}

/// Every page of the menu and every number, in a full room.
fn every_need(inspection: &mut Inspection, site: &Site, mut visitor: Visitor) {
    inspection.see(&visitor, "start");
    visitor.finds_people_everywhere();
    visitor.chooses_language(inspection.language);
    inspection.see(&visitor, "needs");
    for need in site.needs() {
        visitor.chooses(&[need.code.as_str()]);
        inspection.see(&visitor, need.code.as_str());
        for leaf in need.menu() {
            visitor.chooses(&[leaf.code.as_str()]);
            inspection.see(&visitor, leaf.code.as_str());
            if matches!(visitor.session.page(), Page::Confirm { .. }) {
                let asked = visitor.confirms();
                let ticket = visitor.hub_issues(&asked);
                visitor.hears(&asked, Ok(ticket.clone()));
                visitor.slip_is(&ticket, SlipOutcome::Failed);
                inspection.see(&visitor, &format!("number for {}", leaf.code));
                visitor.taps(Touch::Home);
                visitor.chooses_language(inspection.language);
                visitor.chooses(&[need.code.as_str()]);
            } else {
                visitor.taps(Touch::Back);
            }
        }
        visitor.taps(Touch::Back);
    }
}

/// The need with the fullest pages: two institutions, and things to bring.
const FULLEST: [&str; 2] = ["permit", "permit.btp"];

/// Everything that can happen to a visitor: an empty room, a hub or printer that is slow, away or refuses, an immediate call,
/// the idle warning.
fn every_way(inspection: &mut Inspection, mut visitor: Visitor) {
    visitor.chooses_language(inspection.language);
    closed_door(inspection, &mut visitor);
    visitor.chooses(&FULLEST);
    inspection.see(&visitor, "an empty queue");
    visitor.hub_opens(4);
    inspection.see(&visitor, "an empty queue and a desk is open");
    let asked = trouble(inspection, &mut visitor);
    slips(inspection, &mut visitor, &asked);
    visitor.tells(Input::HubGone);
    inspection.see(&visitor, "number without the hub");
    visitor.hub_calls(4);
    inspection.see(&visitor, "called");
    visitor.taps(Touch::Home);
    visitor.finds_people_everywhere();
    visitor.chooses_language(inspection.language);
    wishes(inspection, &mut visitor);
    visitor.taps(Touch::Home);
    visitor.chooses_language(inspection.language);
    full_room(inspection, &mut visitor);
}

/// Several needs on one number, a mistyped code, a number given up.
fn wishes(inspection: &mut Inspection, visitor: &mut Visitor) {
    visitor.chooses(&FULLEST);
    for more in [["health", "health.ssn"], ["work", "work.cv"]] {
        visitor.taps(Touch::AddNeed);
        inspection.see(visitor, "what else");
        visitor.chooses(&more);
        inspection.see(visitor, "several needs");
    }
    visitor.taps(Touch::TogglePriority);
    inspection.see(visitor, "several needs, sooner");
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket.clone()));
    inspection.see(visitor, "number for several needs");
    visitor.taps(Touch::Done);
    while let Page::Survey { topics } = visitor.session.page().clone() {
        inspection.see(visitor, "a question for the counts");
        visitor.taps(Touch::Answer(topics[0].answers()[0]));
    }
    visitor.chooses_language(inspection.language);
    visitor.chooses(&FULLEST);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(ticket.clone()));
    visitor.taps(Touch::Leave);
    inspection.see(visitor, "leaving");
    visitor.taps(Touch::ConfirmLeave);
    visitor.tells(Input::Withdrawn { token: ticket.token, result: Ok(()) });
    inspection.see(visitor, "left");
    visitor.taps(Touch::Home);
    visitor.hub_books("asl.card", "2026-11-23T11:00:00+01:00", "7GH9JK");
    visitor.chooses_language(inspection.language);
    inspection.see(visitor, "needs with an appointment");
    visitor.taps(Touch::OpenAppointment);
    for sign in "WWWWWW".chars() {
        visitor.taps(Touch::Key(sign));
    }
    inspection.see(visitor, "code");
    let later = Refusal::AppointmentLater { at: jiff::civil::datetime(2026, 9, 30, 22, 50, 0, 0) };
    for refusal in [Refusal::UnknownAppointment, later] {
        let effects = visitor.taps(Touch::CheckIn);
        let [Effect::Issue(asked)] = effects.as_slice() else { panic!("a question to the hub") };
        visitor.hears(asked, Err(HubError::Refused(refusal)));
        inspection.see(visitor, "code refused");
    }
}

/// A closed need, and its note on paper.
fn closed_door(inspection: &mut Inspection, visitor: &mut Visitor) {
    visitor.chooses(&["permit", "permit.family"]);
    assert!(!visitor.taps(Touch::PrintNote).is_empty(), "the Prefettura is away, and a paper says so");
    inspection.see(visitor, "closed, with a paper to come");
    for outcome in [SlipOutcome::Printed, SlipOutcome::Failed] {
        visitor.tells(Input::NoteDone { note: 1, outcome });
        inspection.see(visitor, "closed, with a paper");
    }
    visitor.taps(Touch::Home);
    visitor.chooses_language(inspection.language);
}

/// Every error of a request for a number; returns the last request.
fn trouble(inspection: &mut Inspection, visitor: &mut Visitor) -> IssueRequest {
    let mut asked = visitor.confirms();
    inspection.see(visitor, "asking");
    visitor.waits(3.0);
    inspection.see(visitor, "waiting");
    for error in [HubError::Away, HubError::Busy, HubError::NotSaved] {
        let what = format!("trouble: {error:?}");
        visitor.hears(&asked, Err(error));
        inspection.see(visitor, &what);
        visitor.taps(Touch::Retry);
    }
    let need = NeedCode::parse(FULLEST[1]).expect("a code");
    for refusal in [Refusal::DayFull, Refusal::KeyReused, Refusal::UnknownNeed(need)] {
        let what = format!("trouble: {refusal:?}");
        visitor.hears(&asked, Err(HubError::Refused(refusal)));
        inspection.see(visitor, &what);
        visitor.taps(Touch::Back);
        asked = visitor.confirms();
    }
    asked
}

fn slips(inspection: &mut Inspection, visitor: &mut Visitor, asked: &IssueRequest) {
    let ticket = visitor.hub_issues(asked);
    visitor.hears(asked, Ok(ticket.clone()));
    inspection.see(visitor, "printing");
    visitor.waits(9.0);
    inspection.see(visitor, "slow slip");
    for outcome in [SlipOutcome::Printed, SlipOutcome::Unknown, SlipOutcome::Failed] {
        visitor.slip_is(&ticket, outcome);
        inspection.see(visitor, &format!("slip: {outcome:?}"));
    }
}

fn full_room(inspection: &mut Inspection, visitor: &mut Visitor) {
    visitor.tells(Input::HubGone);
    inspection.see(visitor, "needs without the hub");
    visitor.chooses(&FULLEST);
    let Body::Confirm(shown) = visitor.screen().body else { panic!("a page to confirm") };
    assert!(shown.wait.is_some(), "there is a wait to be told");
    inspection.see(visitor, "people wait and the hub is gone");
    visitor.waits(75.0);
    inspection.see(visitor, "still there");
    visitor.tells(Touch::Anywhere);
    let asked = visitor.confirms();
    visitor.waits(3.0);
    visitor.tells(Input::HubGone);
    inspection.see(visitor, "waiting without the hub");
    visitor.hears(&asked, Err(HubError::Away));
    inspection.see(visitor, "trouble without the hub");
    visitor.taps(Touch::OpenLanguages);
    inspection.see(visitor, "another language");
    visitor.waits(89.0);
    inspection.see(visitor, "still there, the last second");
}

/// Leads a visitor in each language through the site; fails when anything does not fit.
fn fits(width: u32, height: u32, inspect: impl Fn(&mut Inspection, &Site, Visitor)) {
    let (glass, site) = (glass(width, height), super::world::demo_site());
    let locales = Locales::load().expect("the messages can be read");
    let mut found = Vec::new();
    let mut take = |language: &str, site: &Site, visitor: Visitor| {
        let mut inspection = Inspection { glass: &glass, language, found: Vec::new() };
        inspect(&mut inspection, site, visitor);
        found.extend(inspection.found);
    };
    for language in locales.languages() {
        take(language.tag.as_str(), &site, Visitor::arrives_at(site.clone()));
    }
    let site = pseudo::site(&pseudo::locales());
    for language in [pseudo::LONG, pseudo::MIRRORED] {
        take(language, &site, Visitor::arrives_with(site.clone(), pseudo::locales()));
    }
    assert!(found.is_empty(), "{} faults at {width}x{height}:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_need_of_the_demo_site_fits_upright_in_every_language() {
    fits(1080, 1920, every_need);
}

#[test]
fn every_need_of_the_demo_site_fits_on_its_side_in_every_language() {
    fits(1920, 1080, every_need);
}

#[test]
fn every_need_of_the_demo_site_fits_on_a_small_screen_in_every_language() {
    fits(1280, 800, every_need);
}

#[test]
fn whatever_comes_in_the_way_fits_upright_in_every_language() {
    fits(1080, 1920, |inspection, _, visitor| every_way(inspection, visitor));
}

#[test]
fn whatever_comes_in_the_way_fits_on_its_side_in_every_language() {
    fits(1920, 1080, |inspection, _, visitor| every_way(inspection, visitor));
}

#[test]
fn whatever_comes_in_the_way_fits_on_a_small_screen_in_every_language() {
    fits(1280, 800, |inspection, _, visitor| every_way(inspection, visitor));
}
