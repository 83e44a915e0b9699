//! Session → Screen: puts into words where a visitor is.

mod aside;
mod count;
mod menu;
mod number;
mod way;

use super::page::{Page, Shown};
use super::screen::{Body, Footer, Header, Heading, Screen, Warning};
use super::session::{self, Session};
use crate::domain::institution::Colour;
use crate::domain::{Day, Need, NeedCode};
use crate::locale::{Language, Locales, Translator, Value};

/// What is on the glass while a session stands as it stands. `public_url` is the address at which phones reach this site;
/// empty when they can't.
pub fn compose(session: &Session, locales: &Locales, public_url: &str) -> Screen {
    let translator = locales.translator(session.language());
    let public_url = public_url.trim_end_matches('/');
    let composer = Composer { session, day: session.day(), locales, translator, public_url };
    Screen {
        language: translator.tag().clone(),
        direction: translator.direction(),
        family: translator.family().to_owned(),
        type_setting: translator.setting(),
        header: composer.header(),
        footer: composer.footer(),
        body: composer.body(session.page()),
        warning: composer.warning(),
    }
}

struct Composer<'a> {
    session: &'a Session,
    day: &'a Day,
    locales: &'a Locales,
    translator: Translator<'a>,
    public_url: &'a str,
}

/// The colour of things that belong to no need and to no institution: `primary` of `ui/tokens.toml`.
const PRIMARY: Colour = Colour(0x00, 0x33, 0xA0);

/// For the staff; nothing where the endonym is the same.
fn italian_name(language: &Language) -> String {
    let is_same = language.italian_name.to_lowercase() == language.endonym.to_lowercase();
    if is_same { String::new() } else { language.italian_name.clone() }
}

impl Composer<'_> {
    fn say(&self, id: &str) -> String {
        self.translator.message(id)
    }

    fn say_with(&self, id: &str, arguments: &[(&str, Value)]) -> String {
        self.translator.message_with(id, arguments)
    }

    fn header(&self) -> Header {
        let is_picker = matches!(self.session.page(), Page::Languages { .. });
        let endonym = self.locales.language(self.translator.tag()).map(|language| language.endonym.clone());
        Header {
            site_name: self.translator.pick(self.day.site().name()).to_owned(),
            clock: self.translator.time(self.day.site().local(self.session.now()).time()),
            language: endonym.filter(|_| !is_picker),
            language_label: self.say("kiosk-language"),
            notice: self.session.is_hub_gone().then(|| self.say("kiosk-hub-gone")),
        }
    }

    fn footer(&self) -> Footer {
        let page = self.session.page();
        let (has_back, has_home) = match page {
            Page::Languages { back_to } => (back_to.is_some(), back_to.is_some()),
            Page::Issuing { .. } | Page::Number(_) | Page::Left { .. } | Page::Counting { .. } => (false, true),
            _ => (true, true),
        };
        Footer {
            back: has_back.then(|| self.say("kiosk-back")),
            home: has_home.then(|| self.say("kiosk-home")),
            leave: self.session.may_leave().then(|| self.say("kiosk-leave")),
        }
    }

    fn warning(&self) -> Option<Warning> {
        let left = self.session.warning()?;
        let seconds = left.as_millis().div_ceil(1000) as u64;
        Some(Warning {
            title: self.say("kiosk-still-there"),
            text: self.say_with("kiosk-still-there-seconds", &[("seconds", seconds.into())]),
            left: left.as_secs_f32() / session::WARN_BEFORE.as_secs_f32(),
            stay: self.say("kiosk-stay"),
            leave: self.say("kiosk-done"),
        })
    }

    fn body(&self, page: &Page) -> Body {
        match page {
            Page::Languages { .. } => Body::Languages(self.languages()),
            Page::Needs => self.needs(None),
            Page::Leaves { need } => self.needs(self.day.site().need(need)),
            Page::Confirm { wish, asked } => Body::Confirm(self.confirmation(wish, asked.is_none())),
            Page::Person { need } => self.about(need, |need| self.person(need)),
            Page::Closed { need, note } => self.about(need, |need| Body::Closed(self.closed(need, *note))),
            Page::Appointment { signs, why, .. } => Body::Code(self.code(signs, why.as_ref())),
            Page::Issuing { asked, since } => Body::Waiting(self.waiting(asked, *since)),
            Page::Trouble { why, .. } => Body::Trouble(self.trouble(why)),
            Page::Number(Shown { ticket, slip, since }) => Body::Number(self.number(ticket, *slip, *since)),
            Page::Leaving { number, .. } => Body::Leaving(self.leaving(number.ticket.number)),
            Page::Left { number } => Body::Leaving(self.left(*number)),
            Page::Counting { topics } => self.count(topics),
        }
    }

    /// A page about a need; the menu, should the site have lost it.
    fn about(&self, code: &NeedCode, page: impl Fn(&Need) -> Body) -> Body {
        self.day.site().need(code).map_or_else(|| self.needs(None), page)
    }

    fn heading(&self, need: &Need) -> Heading {
        let above = self.day.site().need_above(&need.code);
        Heading {
            label: self.translator.pick(&need.label).to_owned(),
            pictogram: need.pictogram.clone(),
            colour: above.unwrap_or(need).colour,
        }
    }
}
