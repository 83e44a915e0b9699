//! Typing the code of an appointment.

use crate::domain::{AppointmentCode, Refusal};
use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};

/// A box for each character, and a keyboard.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// The question.
    pub title: String,
    /// One for each character of a code; empty ones are still to be typed.
    pub characters: Vec<String>,
    /// The keys of the keyboard.
    pub keys: Vec<String>,
    /// The name of the erase key.
    pub erase: String,
    /// Why the hub refused the code.
    pub refusal: Option<String>,
    /// The button that sends the code; `None` until it is complete, and after a refusal, which would only repeat itself.
    pub act: Option<String>,
}

impl Code {
    pub(super) fn compose(composer: &Composer, characters: &str, refusal: Option<&Refusal>) -> Code {
        let typed = characters.chars().map(String::from).chain(std::iter::repeat(String::new()));
        let can_be_sent = characters.len() == AppointmentCode::LENGTH && refusal.is_none();
        Code {
            title: composer.message("kiosk-appointment-title"),
            characters: typed.take(AppointmentCode::LENGTH).collect(),
            keys: AppointmentCode::SIGNS.chars().map(String::from).collect(),
            erase: composer.message("kiosk-erase"),
            refusal: refusal.map(|refusal| composer.translator.refusal(refusal)),
            act: can_be_sent.then(|| composer.message("kiosk-check-in")),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        let page = ui::global::<ui::CodePage>(window);
        let before = page.get_data();
        page.set_data(ui::CodeData {
            title: ui::text(&self.title),
            characters: ui::update_list(&before.characters, self.characters.iter().map(|it| ui::text(it))),
            keys: ui::update_list(&before.keys, self.keys.iter().map(|key| ui::text(key))),
            erase: ui::text(&self.erase),
            refusal: ui::optional(self.refusal.as_deref()),
            act: ui::optional(self.act.as_deref()),
        });
        ScreenKind::Code
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    let page = ui::global::<ui::CodePage>(window);
    page.on_erase(touches.sends(Touch::Erase));
    page.on_check_in(touches.sends(Touch::CheckIn));
    let touches = touches.clone();
    page.on_key(move |key| key.chars().for_each(|character| touches.send(Touch::Key(character))));
}
