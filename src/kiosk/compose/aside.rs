//! The pages beside the straight way: nobody is here, a code to type, waiting, trouble.

use super::{Composer, PRIMARY};
use crate::domain::{AppointmentCode, Need, Refusal, SlipOutcome};
use crate::kiosk::page::{Asked, SlipProgress, Trouble};
use crate::kiosk::screen::{Closed, Code, Heading, Note, SlipSign, TroubleText, Waiting};
use crate::kiosk::session;
use std::time::Duration;

impl Composer<'_> {
    pub(super) fn closed(&self, need: &Need, note: Option<(u64, SlipProgress)>) -> Closed {
        let site = self.day.site();
        let first = || need.services().first().and_then(|service| site.institution_of(service));
        // Somebody who is here by now is told with the next change of the day.
        let absence = self.session.absence(need);
        let (code, is_full, back) = absence.map_or((None, false, None), |it| (it.institution, it.is_full, it.back));
        let institution = code.and_then(|code| site.institution(&code)).or_else(first);
        Closed {
            need: self.heading(need),
            title: self.say(if is_full { "kiosk-full-title" } else { "kiosk-closed-title" }),
            institution: institution.map(|body| body.name.clone()).unwrap_or_default(),
            gloss: institution.map(|body| self.translator.pick(&body.gloss).to_owned()).unwrap_or_default(),
            next: match back {
                Some(at) => self.say_with("kiosk-closed-next", &[("moment", self.translator.moment(at).into())]),
                None => self.say("kiosk-closed-for-long"),
            },
            help: self.say("kiosk-closed-help"),
            note: match note {
                None => Note::Offered(self.say("kiosk-print-this")),
                Some((_, progress)) => {
                    let (sign, text) = self.note(progress);
                    Note::Asked(sign, self.say(text))
                }
            },
            act: self.say("kiosk-choose-other"),
        }
    }

    pub(super) fn note(&self, progress: SlipProgress) -> (SlipSign, &'static str) {
        match progress {
            SlipProgress::Printing => (SlipSign::Printing, "kiosk-slip-printing"),
            SlipProgress::Done(SlipOutcome::Printed | SlipOutcome::Unknown) => (SlipSign::Take, "kiosk-slip-printed"),
            SlipProgress::Done(SlipOutcome::Failed) => (SlipSign::Doubtful, "kiosk-note-failed"),
        }
    }

    pub(super) fn waiting(&self, asked: &Asked, since: Duration) -> Waiting {
        let is_slow = self.session.since(since) >= session::WORDS_AFTER;
        let need = asked.needs().last().and_then(|code| self.day.site().need(code));
        Waiting {
            need: need.map_or_else(|| self.appointment(), |need| self.heading(need)),
            text: if is_slow { self.say("kiosk-issuing") } else { String::new() },
        }
    }

    pub(super) fn appointment(&self) -> Heading {
        Heading { label: self.say("kiosk-appointment"), pictogram: "calendar".to_owned(), colour: PRIMARY }
    }

    pub(super) fn code(&self, signs: &str, why: Option<&Refusal>) -> Code {
        let typed = signs.chars().map(String::from).chain(std::iter::repeat(String::new()));
        Code {
            title: self.say("kiosk-appointment-title"),
            signs: typed.take(AppointmentCode::LENGTH).collect(),
            keys: AppointmentCode::SIGNS.chars().map(String::from).collect(),
            erase: self.say("kiosk-erase"),
            trouble: why.map(|refusal| self.translator.refusal(refusal)).unwrap_or_default(),
            // The same code would be refused once more.
            act: (signs.len() == AppointmentCode::LENGTH && why.is_none()).then(|| self.say("kiosk-check-in")),
        }
    }

    pub(super) fn trouble(&self, why: &Trouble) -> TroubleText {
        let (text, can_help) = match why {
            Trouble::Away => (self.say("kiosk-trouble-away"), true),
            Trouble::NotSaved => (self.say("kiosk-trouble-not-saved"), true),
            Trouble::Busy => (self.say("kiosk-trouble-busy"), true),
            Trouble::Refused(refusal) => (self.translator.refusal(refusal), false),
        };
        TroubleText {
            title: self.say("kiosk-trouble-title"),
            text,
            help: self.say("kiosk-trouble-help"),
            act: can_help.then(|| self.say("kiosk-try-again")),
        }
    }
}
