//! A need whose institution is away or full: when it is back, what to do meanwhile, and a note on paper.

use crate::domain::{AbsenceKind, Need, SlipOutcome};
use crate::kiosk::composer::Composer;
use crate::kiosk::page::{SlipProgress, Touch};
use crate::kiosk::parts::{Heading, SlipLine, SlipSign};
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};

/// No number can be issued for this need now.
#[derive(Debug, Clone, PartialEq)]
pub struct Closed {
    pub need: Heading,
    /// That the house is closed, or this need: closed now, full or not here today.
    pub title: String,
    /// The institution that is away; empty when the house is closed.
    pub institution: String,
    /// The meaning of its name.
    pub gloss: String,
    /// When it is back.
    pub next: String,
    /// What to do meanwhile; `None` when there is nothing true to say.
    pub help: Option<String>,
    /// The same on paper.
    pub note: NoteOffer,
    /// The button back to the menu.
    pub act: String,
}

/// The note on paper.
#[derive(Debug, Clone, PartialEq)]
pub enum NoteOffer {
    /// The button that prints it.
    Offered(String),
    /// The progress of printing it.
    Requested(SlipLine),
}

impl Closed {
    pub(super) fn compose(composer: &Composer, need: &Need, note: Option<(u64, SlipProgress)>) -> Closed {
        let site = composer.day.site();
        let first = || need.services().first().and_then(|service| site.institution_of(service));
        // `None` when the institution has just come back; the next change of the day leads to the number.
        let absence = composer.session.absence(need);
        let kind = absence.as_ref().map_or(AbsenceKind::ClosedNow, |it| it.kind);
        let back = absence.as_ref().and_then(|it| it.back);
        let institution = absence.and_then(|it| it.institution).and_then(|code| site.institution(&code));
        let is_shown = kind != AbsenceKind::HouseClosed && !need.is_discreet();
        let institution = institution.or_else(first).filter(|_| is_shown);
        Closed {
            need: Heading::compose(composer, need),
            title: composer.translator.absence(kind),
            institution: institution.map(|body| body.name.clone()).unwrap_or_default(),
            gloss: institution.map(|body| composer.pick(&body.gloss)).unwrap_or_default(),
            next: composer.comes_back(back),
            help: help(composer, need),
            note: match note {
                None => NoteOffer::Offered(composer.message("kiosk-print-this")),
                Some((_, progress)) => NoteOffer::Requested(note_line(composer, progress)),
            },
            act: composer.message("kiosk-choose-other"),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        let (note_offer, note_progress) = match &self.note {
            NoteOffer::Offered(label) => (Some(label.as_str()), None),
            NoteOffer::Requested(line) => (None, Some(line)),
        };
        ui::global::<ui::ClosedPage>(window).set_data(ui::ClosedData {
            need: self.need.to_slint(),
            title: ui::text(&self.title),
            institution: ui::text(&self.institution),
            gloss: ui::text(&self.gloss),
            next: ui::text(&self.next),
            help: ui::optional(self.help.as_deref()),
            is_note_requested: note_progress.is_some(),
            note_offer: ui::optional(note_offer),
            note_progress: note_progress.map(SlipLine::to_slint).unwrap_or_default(),
            act: ui::text(&self.act),
        });
        ScreenKind::Closed
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    ui::global::<ui::ClosedPage>(window).on_print_note(touches.sends(Touch::PrintNote));
}

/// What the site says for this need; else the welcome desk, while it is there.
fn help(composer: &Composer, need: &Need) -> Option<String> {
    let own = need.fallback().map(|fallback| {
        let call = fallback.call.iter().map(|number| format!("{}: {number}", composer.message("kiosk-call")));
        let words = (!fallback.words.is_empty()).then(|| composer.pick(&fallback.words));
        call.chain(words).collect::<Vec<_>>().join(" · ")
    });
    own.or_else(|| composer.has_welcome().then(|| composer.message("kiosk-closed-help")))
}

fn note_line(composer: &Composer, progress: SlipProgress) -> SlipLine {
    let (sign, text) = match progress {
        SlipProgress::Printing => (SlipSign::Printing, "kiosk-slip-printing"),
        SlipProgress::Done(SlipOutcome::Printed | SlipOutcome::Unknown) => (SlipSign::Take, "kiosk-slip-printed"),
        SlipProgress::Done(SlipOutcome::Failed | SlipOutcome::Torn) => (SlipSign::Doubtful, "kiosk-note-failed"),
    };
    SlipLine { sign, text: composer.message(text) }
}
