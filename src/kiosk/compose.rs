//! Session → Screen: puts into words where a visitor is.

use super::page::{Page, SlipProgress, Trouble};
use super::screen::{
    Body, Closed, Confirmation, Direct, Footer, Header, Heading, Languages, Menu, Number, Place, Screen, SlipSign,
    Tile, TroubleText, Waiting, Warning,
};
use super::session::{self, Session};
use crate::domain::board::called_last;
use crate::domain::institution::Colour;
use crate::domain::wait::Expected;
use crate::domain::{
    Day, DeskNumber, LanguageTag, Leads, Need, NeedCode, Refusal, ServiceCode, SlipOutcome, Ticket, TicketState, Wait,
};
use crate::locale::{Language, Locales, Speech, Value};
use std::time::Duration;

/// What is on the glass while a session stands as it stands. `public_url` is the address at which phones reach this site;
/// empty when they can't.
pub fn compose(session: &Session, locales: &Locales, public_url: &str) -> Screen {
    let speech = locales.speak(session.language());
    let public_url = public_url.trim_end_matches('/');
    let composer = Composer { session, day: session.day(), locales, speech, public_url };
    Screen {
        language: speech.tag().clone(),
        direction: speech.direction(),
        family: speech.family().to_owned(),
        type_setting: speech.setting(),
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
    speech: Speech<'a>,
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
        self.speech.message(id)
    }

    fn say_with(&self, id: &str, arguments: &[(&str, Value)]) -> String {
        self.speech.message_with(id, arguments)
    }

    fn header(&self) -> Header {
        let is_picker = matches!(self.session.page(), Page::Languages { .. });
        let endonym = self.locales.language(self.speech.tag()).map(|language| language.endonym.clone());
        Header {
            site_name: self.speech.pick(self.day.site().name()).to_owned(),
            clock: self.speech.time(self.day.site().local(self.session.now()).time()),
            language: endonym.filter(|_| !is_picker),
            language_label: self.say("kiosk-language"),
            notice: self.session.is_hub_gone().then(|| self.say("kiosk-hub-gone")),
        }
    }

    fn footer(&self) -> Footer {
        let (has_back, has_home) = match self.session.page() {
            Page::Languages { back_to } => (back_to.is_some(), back_to.is_some()),
            Page::Issuing { .. } | Page::Number { .. } => (false, true),
            _ => (true, true),
        };
        Footer { back: has_back.then(|| self.say("kiosk-back")), home: has_home.then(|| self.say("kiosk-home")) }
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
            Page::Confirm { need, .. } => self.about(need, |need| Body::Confirm(self.confirmation(need))),
            Page::Person { need } => self.about(need, |need| self.person(need)),
            Page::Closed { need } => self.about(need, |need| Body::Closed(self.closed(need))),
            Page::Issuing { asked, since } => self.waiting(&asked.need, *since),
            Page::Trouble { why, .. } => Body::Trouble(self.trouble(why)),
            Page::Number { ticket, slip, since } => Body::Number(self.number(ticket, *slip, *since)),
        }
    }

    /// A page about a need; the menu, should the site have lost it.
    fn about(&self, code: &NeedCode, page: impl Fn(&Need) -> Body) -> Body {
        self.day.site().need(code).map_or_else(|| self.needs(None), page)
    }

    fn languages(&self) -> Languages {
        let tiles = self.day.site().languages().iter().map(|tag| {
            let language = self.locales.language(tag);
            Tile {
                id: tag.to_string(),
                label: language.map_or_else(|| tag.to_string(), |language| language.endonym.clone()),
                note: language.map(italian_name).unwrap_or_default(),
                pictogram: String::new(),
                colour: PRIMARY,
                is_open: true,
            }
        });
        let greetings: Vec<String> = self
            .day
            .site()
            .languages()
            .iter()
            .map(|tag| self.locales.speak(tag).message("kiosk-welcome").replace(' ', "\u{A0}"))
            .map(|greeting| format!("\u{2068}{greeting}\u{2069}"))
            .collect();
        Languages {
            title: self.say("kiosk-choose-language"),
            greeting: greetings.join("  ·  "),
            missing: self.missing(),
            tiles: tiles.collect(),
        }
    }

    /// Who finds no language here reads none of these words either; but whoever is with them may.
    fn missing(&self) -> String {
        let Some(_) = self.day.site().no_language() else { return String::new() };
        let own = self.say("kiosk-language-missing");
        let english = LanguageTag::parse("en").ok().filter(|tag| self.day.site().languages().contains(tag));
        match english.map(|tag| self.locales.speak(&tag).message("kiosk-language-missing")) {
            Some(english) if english != own => format!("{own}  ·  {english}"),
            _ => own,
        }
    }

    fn needs(&self, above: Option<&Need>) -> Body {
        let needs = above.map_or(self.day.site().needs(), Need::menu);
        let title = if above.is_some() { "kiosk-choose-leaf" } else { "kiosk-choose-need" };
        Body::Needs(Menu {
            title: self.say(title),
            chosen: above.map(|need| self.heading(need)),
            tiles: needs.iter().map(|need| self.tile(need, above)).collect(),
        })
    }

    fn tile(&self, need: &Need, above: Option<&Need>) -> Tile {
        let is_open = session::is_open(self.day, need, self.session.now());
        Tile {
            id: need.code.to_string(),
            label: self.speech.pick(&need.label).to_owned(),
            note: if is_open { String::new() } else { self.say("kiosk-closed-now") },
            pictogram: need.pictogram.clone(),
            colour: above.unwrap_or(need).colour,
            is_open,
        }
    }

    fn heading(&self, need: &Need) -> Heading {
        let above = self.day.site().need_above(&need.code);
        Heading {
            label: self.speech.pick(&need.label).to_owned(),
            pictogram: need.pictogram.clone(),
            colour: above.unwrap_or(need).colour,
        }
    }

    fn confirmation(&self, need: &Need) -> Confirmation {
        let first = need.services().first();
        let people = first.map_or(0, |service| self.day.waiting_beside(service));
        let wait = first.and_then(|service| self.session.forecast().newcomer(service)).map(Expected::told);
        Confirmation {
            need: self.heading(need),
            places: self.places(need.services(), false),
            waiting: self.say_with("kiosk-people-waiting", &[("people", people.into())]),
            wait: self.range(wait),
            bring_title: self.bring_title(need),
            bring: self.bring(need),
            act: self.say("kiosk-take-number"),
        }
    }

    /// Beside the range stands whose turn it was last: it says how fast things go.
    fn range_and_last_called(&self, ticket: &Ticket) -> String {
        let range = self.range(self.session.forecast().wait(ticket));
        let last = called_last(self.day, ticket, 1).first().map(|number| number.to_string().replace(' ', "\u{A0}"));
        let last = last.map(|number| self.say_with("kiosk-last-called", &[("number", number.into())]));
        [range, last.unwrap_or_default()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn range(&self, wait: Option<Wait>) -> String {
        let Some(wait) = wait else { return String::new() };
        let (low, high) = (self.speech.count(wait.low_min), wait.high_min);
        match wait.low_min {
            0 => self.say_with("kiosk-wait-up-to", &[("high", high.into())]),
            _ => self.say_with("kiosk-wait-range", &[("low", low.into()), ("high", high.into())]),
        }
    }

    fn bring_title(&self, need: &Need) -> String {
        self.say(if need.bring().is_empty() { "kiosk-bring-nothing" } else { "kiosk-bring" })
    }

    fn bring(&self, need: &Need) -> Vec<String> {
        need.bring().iter().map(|line| self.speech.pick(line).to_owned()).collect()
    }

    /// The places behind services, each once, in order; without the institutions' names where those must not be told.
    fn places(&self, services: &[ServiceCode], is_discreet: bool) -> Vec<Place> {
        let site = self.day.site();
        let several = services.len() > 1;
        let place = |(position, service): (usize, &ServiceCode)| {
            let institution = site.institution_of(service).filter(|_| !is_discreet);
            let mut rooms: Vec<&str> = Vec::new();
            let mut desks = Vec::new();
            for desk in site.desks_for(service) {
                desks.push(desk.number);
                let room = self.speech.pick(&desk.room);
                if !rooms.contains(&room) {
                    rooms.push(room);
                }
            }
            let step = match position {
                _ if !several => String::new(),
                0 => self.say("kiosk-step-first"),
                _ => self.say("kiosk-step-then"),
            };
            Place {
                step,
                institution: institution.map(|body| body.name.clone()).unwrap_or_default(),
                gloss: institution.map(|body| self.speech.pick(&body.gloss).to_owned()).unwrap_or_default(),
                colour: site.institution_of(service).map_or(PRIMARY, |body| body.colour),
                room: rooms.join(" · "),
                ..self.desks(&desks)
            }
        };
        services.iter().enumerate().map(place).collect()
    }

    fn desks(&self, desks: &[DeskNumber]) -> Place {
        Place {
            step: String::new(),
            institution: String::new(),
            gloss: String::new(),
            colour: PRIMARY,
            desk_label: self.say_with("kiosk-desks", &[("count", desks.len().into())]),
            desks: desks.iter().map(DeskNumber::to_string).collect(),
            room: String::new(),
        }
    }

    fn desk(&self, number: DeskNumber, colour: Colour) -> Place {
        let room = self.day.site().desk(number).map(|desk| self.speech.pick(&desk.room).to_owned());
        Place { room: room.unwrap_or_default(), colour, ..self.desks(&[number]) }
    }

    fn person(&self, need: &Need) -> Body {
        let Some(Leads::Person { desk }) = need.leads() else { return self.needs(None) };
        let heading = self.heading(need);
        Body::Person(Direct {
            title: self.say("kiosk-person-title"),
            text: self.say("kiosk-person-text"),
            place: self.desk(*desk, heading.colour),
            act: self.say("kiosk-understood"),
            need: heading,
        })
    }

    fn closed(&self, need: &Need) -> Closed {
        let site = self.day.site();
        let refusal = self.day.may_issue(need, self.session.now()).err();
        let is_full = matches!(refusal, Some(Refusal::TodayIsFull { .. }));
        let (code, next) = match refusal {
            Some(Refusal::InstitutionAway { institution, back } | Refusal::TodayIsFull { institution, back }) => {
                (Some(institution), back)
            }
            _ => (None, None),
        };
        let first = || need.services().first().and_then(|service| site.institution_of(service));
        let institution = code.and_then(|code| site.institution(&code)).or_else(first);
        Closed {
            need: self.heading(need),
            title: self.say(if is_full { "kiosk-full-title" } else { "kiosk-closed-title" }),
            institution: institution.map(|body| body.name.clone()).unwrap_or_default(),
            gloss: institution.map(|body| self.speech.pick(&body.gloss).to_owned()).unwrap_or_default(),
            next: match next {
                Some(at) => self.say_with("kiosk-closed-next", &[("moment", self.speech.moment(at).into())]),
                None => self.say("kiosk-closed-for-long"),
            },
            help: self.say("kiosk-closed-help"),
            act: self.say("kiosk-choose-other"),
        }
    }

    fn waiting(&self, need: &NeedCode, since: Duration) -> Body {
        let is_slow = self.session.since(since) >= session::WORDS_AFTER;
        self.about(need, |need| {
            let text = if is_slow { self.say("kiosk-issuing") } else { String::new() };
            Body::Waiting(Waiting { need: self.heading(need), text })
        })
    }

    fn trouble(&self, why: &Trouble) -> TroubleText {
        let (text, can_help) = match why {
            Trouble::Away => (self.say("kiosk-trouble-away"), true),
            Trouble::NotSaved => (self.say("kiosk-trouble-not-saved"), true),
            Trouble::Busy => (self.say("kiosk-trouble-busy"), true),
            Trouble::Refused(refusal) => (self.speech.refusal(refusal), false),
        };
        TroubleText {
            title: self.say("kiosk-trouble-title"),
            text,
            help: self.say("kiosk-trouble-help"),
            act: can_help.then(|| self.say("kiosk-try-again")),
        }
    }

    fn number(&self, issued: &Ticket, slip: SlipProgress, since: Duration) -> Number {
        // The day may know more by now: a quick desk calls before the visitor has taken the slip.
        let ticket = self.day.ticket_of(issued.token).map_or(issued, |newest| newest);
        let need = ticket.needs.first().and_then(|code| self.day.site().need(code));
        let services: Vec<ServiceCode> = ticket.steps.iter().map(|step| step.service.clone()).collect();
        let mut places = self.places(&services, need.is_some_and(Need::is_discreet)).into_iter();
        let first = places.next().unwrap_or_else(|| self.desks(&[]));
        let is_quiet = self.day.is_quiet(ticket);
        let then = places.map(|place| self.then(&place)).collect::<Vec<_>>().join(" · ");
        let called_to = match ticket.state {
            TicketState::Called { desk, .. } | TicketState::Serving { desk, .. } => Some(desk),
            _ => None,
        };
        let ahead = self.say_with("kiosk-ahead", &[("people", self.day.ahead(ticket).into())]);
        let (slip, slip_text) = self.slip(slip, since);
        let has_address = !self.public_url.is_empty();
        Number {
            title: self.say(if called_to.is_some() { "kiosk-number-called" } else { "kiosk-number-title" }),
            number: ticket.number.to_string(),
            colour: first.colour,
            place: called_to.map_or(Place { step: String::new(), ..first.clone() }, |desk| Place {
                institution: first.institution.clone(),
                ..self.desk(desk, first.colour)
            }),
            then: if is_quiet { self.say("slip-quiet") } else { then },
            ahead: if ticket.is_waiting() { ahead } else { String::new() },
            wait: self.range_and_last_called(ticket),
            slip,
            slip_text: self.say(slip_text),
            address: if has_address { format!("{}/t/{}", self.public_url, ticket.token) } else { String::new() },
            address_text: if has_address { self.say("kiosk-address") } else { String::new() },
            bring_title: need.map(|need| self.bring_title(need)).unwrap_or_default(),
            bring: need.map(|need| self.bring(need)).unwrap_or_default(),
            act: self.say("kiosk-done"),
        }
    }

    fn then(&self, place: &Place) -> String {
        let arguments = [
            ("label", place.desk_label.clone().into()),
            ("desks", self.speech.list(&place.desks).into()),
            ("room", place.room.clone().into()),
        ];
        self.say_with("kiosk-then", &arguments)
    }

    fn slip(&self, slip: SlipProgress, since: Duration) -> (SlipSign, &'static str) {
        match slip {
            SlipProgress::Printing if self.session.since(since) >= session::SLIP_IS_SLOW_AFTER => {
                (SlipSign::Doubtful, "kiosk-slip-slow")
            }
            SlipProgress::Printing => (SlipSign::Printing, "kiosk-slip-printing"),
            SlipProgress::Done(SlipOutcome::Printed) => (SlipSign::Take, "kiosk-slip-printed"),
            SlipProgress::Done(SlipOutcome::Unknown) => (SlipSign::Take, "kiosk-slip-unknown"),
            SlipProgress::Done(SlipOutcome::Failed) => (SlipSign::Doubtful, "kiosk-slip-failed"),
        }
    }
}
