//! The screens, one file each: its data, how it is composed, how it is drawn, and which touches it sends.
//!
//! A screen's file and its counterpart `ui/kiosk/screens/NAME.slint` are all that knows its texts. This file lists the
//! screens, and which of them shows which [`Page`].

pub mod closed;
pub mod code;
pub mod confirm;
pub mod issuing;
pub mod languages;
pub mod leaving;
pub mod needs;
pub mod number;
pub mod person;
pub mod survey;
pub mod trouble;
pub mod wordless;

use super::composer::Composer;
use super::page::Page;
use super::ui::{TouchSender, Window};

/// What is between header and footer.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    Languages(languages::Languages),
    Needs(needs::Needs),
    Confirm(confirm::Confirm),
    Person(person::Person),
    Closed(closed::Closed),
    Code(code::Code),
    Issuing(issuing::Issuing),
    Number(number::Number),
    Leaving(leaving::Leaving),
    Survey(survey::Survey),
    Trouble(trouble::Trouble),
    Wordless(wordless::Wordless),
}

/// Composes the screen for a page; the menu, when the site file has lost what the page is about.
pub(super) fn compose(page: &Page, composer: &Composer) -> Body {
    let menu = |above| Body::Needs(needs::Needs::compose(composer, above));
    let need = |code| composer.day.site().need(code);
    let body = match page {
        Page::Languages { .. } => Some(Body::Languages(languages::Languages::compose(composer))),
        Page::Needs => None,
        Page::Leaves { need: code } => need(code).map(|need| menu(Some(need))),
        Page::Confirm { selection, .. } if wordless::is_meant(composer, selection) => {
            wordless::Wordless::compose(composer, selection).map(Body::Wordless)
        }
        Page::Confirm { selection, request } => {
            Some(Body::Confirm(confirm::Confirm::compose(composer, selection, request.is_some())))
        }
        Page::Person { need: code } => {
            need(code).and_then(|need| person::Person::compose(composer, need)).map(Body::Person)
        }
        Page::Closed { need: code, note } => {
            need(code).map(|need| Body::Closed(closed::Closed::compose(composer, need, *note)))
        }
        Page::Appointment { characters, refusal, .. } => {
            Some(Body::Code(code::Code::compose(composer, characters, refusal.as_ref())))
        }
        Page::Issuing { request, since } => Some(Body::Issuing(issuing::Issuing::compose(composer, request, *since))),
        Page::Trouble { error, .. } => Some(Body::Trouble(trouble::Trouble::compose(composer, error))),
        Page::Number(ticket) => Some(Body::Number(number::Number::compose(composer, ticket))),
        Page::Leaving { ticket, .. } => Some(Body::Leaving(leaving::Leaving::ask(composer, ticket.ticket.number))),
        Page::Left { number } => Some(Body::Leaving(leaving::Leaving::done(composer, *number))),
        Page::Survey { topics } => topics.first().map(|topic| Body::Survey(survey::Survey::compose(composer, *topic))),
    };
    body.unwrap_or_else(|| menu(None))
}

/// Draws a screen in place of the one that was there.
pub(super) fn draw(body: &Body, window: &Window) {
    window.set_screen(match body {
        Body::Languages(screen) => screen.draw(window),
        Body::Needs(screen) => screen.draw(window),
        Body::Confirm(screen) => screen.draw(window),
        Body::Person(screen) => screen.draw(window),
        Body::Closed(screen) => screen.draw(window),
        Body::Code(screen) => screen.draw(window),
        Body::Issuing(screen) => screen.draw(window),
        Body::Number(screen) => screen.draw(window),
        Body::Leaving(screen) => screen.draw(window),
        Body::Survey(screen) => screen.draw(window),
        Body::Trouble(screen) => screen.draw(window),
        Body::Wordless(screen) => screen.draw(window),
    });
}

/// Connects the buttons that only one screen has.
pub(super) fn connect(window: &Window, touches: &TouchSender) {
    languages::connect(window, touches);
    needs::connect(window, touches);
    confirm::connect(window, touches);
    person::connect(window, touches);
    closed::connect(window, touches);
    code::connect(window, touches);
    number::connect(window, touches);
    leaving::connect(window, touches);
    survey::connect(window, touches);
    trouble::connect(window, touches);
    wordless::connect(window, touches);
}
