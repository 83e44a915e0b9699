//! The questions for the counts.

use super::{Composer, PRIMARY};
use crate::domain::tally::taps::{AgeBand, FirstVisit, Gender, Status, Tap, Topic};
use crate::kiosk::screen::{Body, Count, Tile};

impl Composer<'_> {
    pub(super) fn count(&self, topics: &[Topic]) -> Body {
        let Some(topic) = topics.first().copied() else { return self.needs(None) };
        let tile = |tap: Tap| Tile {
            id: format!("{} {}", topic.code(), tap.code()),
            label: self.answer(tap),
            note: String::new(),
            pictogram: pictogram(tap).to_owned(),
            colour: PRIMARY,
            is_open: true,
        };
        Body::Count(Count {
            invite: self.say("kiosk-tap-invite"),
            note: self.say("kiosk-tap-anonymous"),
            title: self.say(match topic {
                Topic::FirstVisit => "kiosk-tap-first",
                Topic::Gender => "kiosk-tap-gender",
                Topic::Age => "kiosk-tap-age",
                Topic::Status => "kiosk-tap-status",
            }),
            tiles: topic.answers().into_iter().map(tile).collect(),
            skip: self.say("kiosk-tap-skip"),
        })
    }

    fn answer(&self, tap: Tap) -> String {
        let range = |low: u32, high: u32| {
            let (low, high) = (self.translator.count(low), self.translator.count(high));
            self.say_with("kiosk-tap-age-range", &[("low", low.into()), ("high", high.into())])
        };
        let years = |id, years: u32| self.say_with(id, &[("years", self.translator.count(years).into())]);
        match tap {
            Tap::FirstVisit(FirstVisit::Yes) => self.say("kiosk-tap-first-yes"),
            Tap::FirstVisit(FirstVisit::No) => self.say("kiosk-tap-first-no"),
            Tap::Gender(Gender::Woman) => self.say("kiosk-tap-woman"),
            Tap::Gender(Gender::Man) => self.say("kiosk-tap-man"),
            Tap::Gender(Gender::Other) => self.say("kiosk-tap-other"),
            Tap::Age(AgeBand::Under18) => years("kiosk-tap-age-under", 18),
            Tap::Age(AgeBand::From18) => range(18, 24),
            Tap::Age(AgeBand::From25) => range(25, 34),
            Tap::Age(AgeBand::From35) => range(35, 49),
            Tap::Age(AgeBand::From50) => range(50, 64),
            Tap::Age(AgeBand::From65) => years("kiosk-tap-age-over", 65),
            Tap::Status(Status::Asylum) => self.say("kiosk-tap-asylum"),
            Tap::Status(Status::Protection) => self.say("kiosk-tap-protected"),
            Tap::Status(Status::Permit) => self.say("kiosk-tap-permit"),
            Tap::Status(Status::Citizen) => self.say("kiosk-tap-citizen"),
            Tap::Status(Status::NoPapersYet) => self.say("kiosk-tap-none"),
        }
    }
}

fn pictogram(tap: Tap) -> &'static str {
    match tap {
        Tap::FirstVisit(FirstVisit::Yes) => "hand-waving",
        Tap::FirstVisit(FirstVisit::No) => "arrows-clockwise",
        Tap::Gender(Gender::Woman) => "gender-female",
        Tap::Gender(Gender::Man) => "gender-male",
        Tap::Gender(Gender::Other) | Tap::Age(_) => "user",
        Tap::Status(Status::Asylum) => "hand-heart",
        Tap::Status(Status::Protection) => "shield-check",
        Tap::Status(Status::Permit) => "identification-card",
        Tap::Status(Status::Citizen) => "flag-banner",
        Tap::Status(Status::NoPapersYet) => "file",
    }
}
