//! The frame around every screen: header, footer, and the idle warning above everything.

use super::composer::Composer;
use super::page::{Page, Touch};
use super::session;
use super::ui::{self, TouchSender, Window};
use crate::locale::Translator;

/// The strip along the top.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// The site's name.
    pub site_name: String,
    /// The time, such as `09:05`.
    pub clock: String,
    /// The language button: the current language in its own words; `None` on the choice of a language.
    pub language: Option<String>,
    /// The language button's name for screen readers; `None` with it.
    pub language_label: Option<String>,
    /// An alert for every visitor: numbers can't be issued.
    pub notice: Option<String>,
}

/// The strip along the bottom. A button that is `None` is not shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Footer {
    /// One page back.
    pub back: Option<String>,
    /// Back to the start.
    pub home: Option<String>,
    /// Whether that button stands at the other end, because the one that led here stood in its place.
    pub is_home_apart: bool,
    /// Closes the page with the number.
    pub done: Option<String>,
    /// Gives the number up.
    pub leave: Option<String>,
}

/// The warning before the glass resets.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// The question.
    pub title: String,
    /// The time left.
    pub text: String,
    /// The share of the time left, 1 to 0.
    pub left: f32,
    /// The button to stay.
    pub stay: String,
    /// The button to end the visit.
    pub leave: String,
}

impl Header {
    pub(super) fn compose(composer: &Composer) -> Header {
        let is_choosing_language = matches!(composer.session.page(), Page::Languages { .. });
        let language = composer.locales.language(composer.translator.tag());
        let now = composer.day.site().local(composer.session.now());
        Header {
            site_name: composer.pick(composer.day.site().name()),
            clock: composer.translator.time(now.time()),
            language: language.map(|language| language.endonym.clone()).filter(|_| !is_choosing_language),
            language_label: (!is_choosing_language).then(|| composer.message("kiosk-language")),
            notice: notice(composer),
        }
    }

    pub(super) fn draw(&self, window: &Window) {
        ui::global::<ui::Kiosk>(window).set_header(ui::HeaderData {
            site_name: ui::text(&self.site_name),
            clock: ui::text(&self.clock),
            language: ui::optional(self.language.as_deref()),
            language_label: ui::optional(self.language_label.as_deref()),
            notice: ui::optional(self.notice.as_deref()),
        });
    }
}

impl Footer {
    pub(super) fn compose(composer: &Composer) -> Footer {
        let (has_back, has_home) = match composer.session.page() {
            Page::Languages { back_to } => (back_to.is_some(), back_to.is_some()),
            Page::Number(_) => (false, false),
            Page::Issuing { .. } | Page::Left { .. } | Page::Survey { .. } => (false, true),
            _ => (true, true),
        };
        Footer {
            back: has_back.then(|| composer.message("kiosk-back")),
            home: has_home.then(|| composer.message("kiosk-home")),
            is_home_apart: matches!(composer.session.page(), Page::Survey { .. }),
            done: matches!(composer.session.page(), Page::Number(_)).then(|| composer.message("kiosk-done")),
            leave: composer.session.may_leave().then(|| composer.message("kiosk-leave")),
        }
    }

    pub(super) fn draw(&self, window: &Window) {
        ui::global::<ui::Kiosk>(window).set_footer(ui::FooterData {
            back: ui::optional(self.back.as_deref()),
            home: ui::optional(self.home.as_deref()),
            is_home_apart: self.is_home_apart,
            done: ui::optional(self.done.as_deref()),
            leave: ui::optional(self.leave.as_deref()),
        });
    }
}

impl Warning {
    pub(super) fn compose(composer: &Composer) -> Option<Warning> {
        let left = composer.session.warning()?;
        let seconds = left.as_millis().div_ceil(1000) as u64;
        Some(Warning {
            title: composer.message("kiosk-still-there"),
            text: composer.message_with("kiosk-still-there-seconds", &[("seconds", seconds.into())]),
            left: left.as_secs_f32() / session::WARN_BEFORE.as_secs_f32(),
            stay: composer.message("kiosk-stay"),
            leave: composer.message("kiosk-done"),
        })
    }

    pub(super) fn draw(warning: Option<&Warning>, window: &Window) {
        let kiosk = ui::global::<ui::Kiosk>(window);
        kiosk.set_is_warning(warning.is_some());
        if let Some(warning) = warning {
            kiosk.set_warning(ui::WarningData {
                title: ui::text(&warning.title),
                text: ui::text(&warning.text),
                left: warning.left,
                stay: ui::text(&warning.stay),
                leave: ui::text(&warning.leave),
            });
        }
    }
}

/// Connects the buttons of header, footer and warning, and those that several screens share.
pub(super) fn connect(window: &Window, touches: &TouchSender) {
    let kiosk = ui::global::<ui::Kiosk>(window);
    kiosk.on_touched(touches.sends(Touch::Anywhere));
    kiosk.on_back(touches.sends(Touch::Back));
    kiosk.on_home(touches.sends(Touch::Home));
    kiosk.on_done(touches.sends(Touch::Done));
    kiosk.on_leave(touches.sends(Touch::Leave));
    kiosk.on_open_languages(touches.sends(Touch::OpenLanguages));
}

fn notice(composer: &Composer) -> Option<String> {
    composer.session.has_no_numbers().then(|| no_numbers(composer, composer.translator))
}

/// That no numbers can be had; it sends to the welcome desk only while there is help.
pub(super) fn no_numbers(composer: &Composer, translator: Translator<'_>) -> String {
    translator.message(if composer.has_welcome() { "kiosk-hub-gone" } else { "kiosk-hub-gone-alone" })
}
