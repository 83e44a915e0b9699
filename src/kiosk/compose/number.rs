//! The number, how far its slip is, and giving it up.

use super::Composer;
use crate::domain::board::called_last;
use crate::domain::{ServiceCode, SlipOutcome, Ticket, TicketNumber, TicketState};
use crate::kiosk::page::SlipProgress;
use crate::kiosk::screen::{Leaving, Number, Place, SlipSign};
use crate::kiosk::session;
use std::time::Duration;

impl Composer<'_> {
    pub(super) fn number(&self, issued: &Ticket, slip: SlipProgress, since: Duration) -> Number {
        // The day may know more by now: a quick desk calls before the visitor has taken the slip.
        let ticket = self.day.ticket_of(issued.token).map_or(issued, |newest| newest);
        let needs = self.needs_of(&ticket.needs);
        let (bring_title, bring) = if needs.is_empty() { Default::default() } else { self.bring(&needs) };
        let services: Vec<ServiceCode> = ticket.steps.iter().map(|step| step.service.clone()).collect();
        let mut places = self.places(&services, self.day.is_quiet(ticket)).into_iter();
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
            bring_title,
            bring,
            act: self.say("kiosk-done"),
        }
    }

    /// Beside the range stands whose turn it was last: it says how fast things go.
    pub(super) fn range_and_last_called(&self, ticket: &Ticket) -> String {
        let range = self.range(self.session.forecast().wait(ticket));
        let last = called_last(self.day, ticket, 1).first().map(|number| number.to_string().replace(' ', "\u{A0}"));
        let last = last.map(|number| self.say_with("kiosk-last-called", &[("number", number.into())]));
        [range, last.unwrap_or_default()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    pub(super) fn then(&self, place: &Place) -> String {
        let arguments = [
            ("label", place.desk_label.clone().into()),
            ("desks", self.translator.list(&place.desks).into()),
            ("room", place.room.clone().into()),
        ];
        self.say_with("kiosk-then", &arguments)
    }

    pub(super) fn slip(&self, slip: SlipProgress, since: Duration) -> (SlipSign, &'static str) {
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

    pub(super) fn leaving(&self, number: TicketNumber) -> Leaving {
        Leaving {
            number: number.to_string(),
            title: self.say("kiosk-leave-sure"),
            text: self.say("kiosk-leave-note"),
            yes: Some(self.say("kiosk-leave-yes")),
            no: self.say("kiosk-leave-no"),
        }
    }

    pub(super) fn left(&self, number: TicketNumber) -> Leaving {
        let (title, text) = (self.say("kiosk-left"), self.say("kiosk-left-more"));
        Leaving { number: number.to_string(), title, text, yes: None, no: self.say("kiosk-done") }
    }
}
