//! The number, where to go, and the progress of the slip.

use crate::domain::board::called_last;
use crate::domain::institution::Colour;
use crate::domain::{Outlook, ServiceCode, SlipOutcome, Ticket, TicketState};
use crate::kiosk::composer::Composer;
use crate::kiosk::page::{ShownTicket, SlipProgress, Touch};
use crate::kiosk::parts::{Bring, DeskLocation, Desks, QueueLines, SlipLine, SlipSign};
use crate::kiosk::session;
use crate::kiosk::tokens::PRIMARY;
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};
use std::time::Duration;

/// A ticket that was issued.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// "Your number", or "it is your turn".
    pub title: String,
    /// The number, such as `P 042`.
    pub number: String,
    /// The colour behind the number.
    pub colour: Colour,
    /// Where to go first; the desk, once the ticket is called.
    pub desks: Desks,
    /// Where to go after that, in order.
    pub then: Vec<Desks>,
    /// That staff come for the visitor, for a ticket that is not called aloud.
    pub quiet: Option<String>,
    /// How many people are ahead; `None` once the ticket is called.
    pub ahead: Option<String>,
    /// The expected wait, and the number called last.
    pub wait: Option<String>,
    /// The progress of the slip.
    pub slip: SlipLine,
    /// The button that prints a slip that did not come out; `None` while it can't.
    pub print: Option<String>,
    /// The ticket's page for phones; `None` when phones can't reach this site.
    pub phone: Option<PhoneLink>,
    /// What to bring; `None` for an appointment, and for a need that others must not learn of.
    pub bring: Option<Bring>,
}

/// A QR code and its purpose.
#[derive(Debug, Clone, PartialEq)]
pub struct PhoneLink {
    /// The address in the QR code.
    pub address: String,
    /// What the QR code is for.
    pub text: String,
}

impl Number {
    pub(super) fn compose(composer: &Composer, shown: &ShownTicket) -> Number {
        let day = composer.day;
        // The day may hold a newer state: a quick desk calls before the visitor has taken the slip.
        let ticket: &Ticket = day.ticket_of(shown.ticket.token).map_or(&shown.ticket, |newest| newest);
        let needs = composer.needs(&ticket.needs);
        let services: Vec<ServiceCode> = ticket.steps.iter().map(|step| step.service.clone()).collect();
        let is_quiet = day.is_quiet(ticket);
        let mut locations = DeskLocation::of_services(composer, &services, is_quiet).into_iter();
        let first = locations.next().map(|location| location.desks);
        let first = first.unwrap_or_else(|| Desks::of_numbers(composer, &[], PRIMARY));
        let Outlook { ahead, attendance } = day.outlook(ticket, composer.session.now());
        let range = composer.session.forecast().wait(ticket);
        let queue = QueueLines::of(composer, "kiosk-ahead", ahead, attendance, range);
        let called_to = match ticket.state {
            TicketState::Called { desk, .. } | TicketState::Serving { desk, .. } => Some(desk),
            _ => None,
        };
        Number {
            title: composer.message(if called_to.is_some() { "kiosk-number-called" } else { "kiosk-number-title" }),
            number: ticket.number.to_string(),
            colour: first.colour,
            desks: match called_to {
                Some(desk) => Desks::of_desk(composer, desk, first.colour),
                None => first,
            },
            then: locations.map(|location| location.desks).collect(),
            quiet: is_quiet.then(|| composer.message("slip-quiet")),
            ahead: ticket.is_waiting().then_some(queue.people),
            wait: wait(composer, ticket, queue.wait),
            slip: slip(composer, shown.slip, shown.since),
            print: composer.session.may_print_slip().then(|| composer.message("kiosk-print-slip")),
            phone: (!composer.public_url.is_empty()).then(|| PhoneLink {
                address: format!("{}/t/{}", composer.public_url, ticket.token),
                text: composer.message("kiosk-address"),
            }),
            bring: (!needs.is_empty() && !is_quiet).then(|| Bring::compose(composer, &needs)),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        let page = ui::global::<ui::NumberPage>(window);
        let before = page.get_data();
        let address = ui::optional(self.phone.as_ref().map(|phone| phone.address.as_str()));
        let code = if before.address == address { before.code } else { ui::qr_code(&address).unwrap_or_default() };
        page.set_data(ui::NumberData {
            title: ui::text(&self.title),
            number: ui::text(&self.number),
            colour: ui::colour(self.colour),
            desks: self.desks.to_slint(),
            then: ui::update_list(&before.then, self.then.iter().map(Desks::to_slint)),
            quiet: ui::optional(self.quiet.as_deref()),
            ahead: ui::optional(self.ahead.as_deref()),
            wait: ui::optional(self.wait.as_deref()),
            slip: self.slip.to_slint(),
            print: ui::optional(self.print.as_deref()),
            has_phone: self.phone.is_some(),
            address,
            code,
            address_text: ui::optional(self.phone.as_ref().map(|phone| phone.text.as_str())),
            bring: self.bring.as_ref().map(|bring| bring.to_slint(&before.bring)).unwrap_or_default(),
        });
        ScreenKind::Number
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    ui::global::<ui::NumberPage>(window).on_print_slip(touches.sends(Touch::PrintSlip));
}

/// The number called last stands beside the range: it shows how fast the queue moves.
fn wait(composer: &Composer, ticket: &Ticket, range: Option<String>) -> Option<String> {
    let last = called_last(composer.day, ticket, 1).first().map(|number| number.to_string().replace(' ', "\u{A0}"));
    let last = last.map(|number| composer.message_with("kiosk-last-called", &[("number", number.into())]));
    let texts: Vec<String> = range.into_iter().chain(last).collect();
    (!texts.is_empty()).then(|| texts.join(" · "))
}

fn slip(composer: &Composer, slip: SlipProgress, since: Duration) -> SlipLine {
    let (sign, text) = match slip {
        SlipProgress::Printing if composer.session.since(since) >= session::SLIP_IS_SLOW_AFTER => {
            (SlipSign::Doubtful, "kiosk-slip-slow")
        }
        SlipProgress::Printing => (SlipSign::Printing, "kiosk-slip-printing"),
        SlipProgress::Done(SlipOutcome::Printed) => (SlipSign::Take, "kiosk-slip-printed"),
        SlipProgress::Done(SlipOutcome::Unknown) => (SlipSign::Take, "kiosk-slip-unknown"),
        SlipProgress::Done(SlipOutcome::Failed | SlipOutcome::Torn) => (SlipSign::Doubtful, "kiosk-slip-failed"),
    };
    SlipLine { sign, text: composer.message(text) }
}
