//! A survey question after the number; its answers are counted anonymously.

use crate::domain::tally::taps::{AgeBand, FirstVisit, Gender, Status, Tap, Topic};
use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::parts::Tile;
use crate::kiosk::tokens::PRIMARY;
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};

/// One question with closed answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// The invitation to the survey.
    pub invite: String,
    /// That it is anonymous.
    pub note: String,
    /// The question.
    pub title: String,
    /// The answers; each id is a topic and an answer, with a space between.
    pub tiles: Vec<Tile>,
    /// "I'd rather not say": ends the survey.
    pub skip: String,
    /// The share of the time that is left, 1 to 0.
    pub left: f32,
}

impl Survey {
    pub(super) fn compose(composer: &Composer, topic: Topic) -> Survey {
        let tile = |tap: Tap| Tile {
            id: format!("{} {}", topic.code(), tap.code()),
            label: answer(composer, tap),
            family: String::new(),
            note: String::new(),
            pictogram: pictogram(tap).to_owned(),
            colour: PRIMARY,
            is_open: true,
        };
        Survey {
            invite: composer.message("kiosk-tap-invite"),
            note: composer.message("kiosk-tap-anonymous"),
            title: composer.message(match topic {
                Topic::FirstVisit => "kiosk-tap-first",
                Topic::Gender => "kiosk-tap-gender",
                Topic::Age => "kiosk-tap-age",
                Topic::Status => "kiosk-tap-status",
            }),
            tiles: topic.answers().into_iter().map(tile).collect(),
            skip: composer.message("kiosk-tap-skip"),
            left: composer.session.question_left(),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        let page = ui::global::<ui::SurveyPage>(window);
        let before = page.get_data();
        page.set_data(ui::SurveyData {
            invite: ui::text(&self.invite),
            note: ui::text(&self.note),
            title: ui::text(&self.title),
            tiles: ui::update_list(&before.tiles, self.tiles.iter().map(Tile::to_slint)),
            skip: ui::text(&self.skip),
            left: self.left,
        });
        ScreenKind::Survey
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    let page = ui::global::<ui::SurveyPage>(window);
    page.on_skip(touches.sends(Touch::Skip));
    let touches = touches.clone();
    page.on_answer(move |id| {
        if let Some(tap) = id.split_once(' ').and_then(|(topic, answer)| Tap::parse(topic, answer)) {
            touches.send(Touch::Answer(tap));
        }
    });
}

fn answer(composer: &Composer, tap: Tap) -> String {
    let range = |low: u32, high: u32| {
        let (low, high) = (composer.translator.count(low), composer.translator.count(high));
        composer.message_with("kiosk-tap-age-range", &[("low", low.into()), ("high", high.into())])
    };
    let years = |id, years: u32| composer.message_with(id, &[("years", composer.translator.count(years).into())]);
    match tap {
        Tap::FirstVisit(FirstVisit::Yes) => composer.message("kiosk-tap-first-yes"),
        Tap::FirstVisit(FirstVisit::No) => composer.message("kiosk-tap-first-no"),
        Tap::Gender(Gender::Woman) => composer.message("kiosk-tap-woman"),
        Tap::Gender(Gender::Man) => composer.message("kiosk-tap-man"),
        Tap::Gender(Gender::Other) => composer.message("kiosk-tap-other"),
        Tap::Age(AgeBand::Under18) => years("kiosk-tap-age-under", 18),
        Tap::Age(AgeBand::From18) => range(18, 24),
        Tap::Age(AgeBand::From25) => range(25, 34),
        Tap::Age(AgeBand::From35) => range(35, 49),
        Tap::Age(AgeBand::From50) => range(50, 64),
        Tap::Age(AgeBand::From65) => years("kiosk-tap-age-over", 65),
        Tap::Status(Status::Asylum) => composer.message("kiosk-tap-asylum"),
        Tap::Status(Status::Protection) => composer.message("kiosk-tap-protected"),
        Tap::Status(Status::Permit) => composer.message("kiosk-tap-permit"),
        Tap::Status(Status::Citizen) => composer.message("kiosk-tap-citizen"),
        Tap::Status(Status::NoPapersYet) => composer.message("kiosk-tap-none"),
    }
}

fn pictogram(tap: Tap) -> &'static str {
    match tap {
        Tap::FirstVisit(FirstVisit::Yes) => "number-circle-one",
        Tap::FirstVisit(FirstVisit::No) => "number-circle-two",
        Tap::Gender(Gender::Woman) => "gender-female",
        Tap::Gender(Gender::Man) => "gender-male",
        Tap::Gender(Gender::Other) => "user",
        Tap::Age(_) => "cake",
        Tap::Status(Status::Asylum) => "hourglass",
        Tap::Status(Status::Protection) => "shield-check",
        Tap::Status(Status::Permit) => "identification-badge",
        Tap::Status(Status::Citizen) => "book-bookmark",
        Tap::Status(Status::NoPapersYet) => "file-dashed",
    }
}
