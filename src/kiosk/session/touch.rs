//! Where a touch leads.

use super::{Effect, Input, MOST_NEEDS_AT_ONCE, NUMBER_SETTLES, SETTLE, Session};
use crate::domain::tally::taps::Tap;
use crate::domain::{AppointmentCode, LanguageTag, Leads, Need, NeedCode};
use crate::kiosk::page::{Errand, Page, Trouble, Wish};

impl Session {
    pub(super) fn touch(&mut self, input: Input) -> Vec<Effect> {
        let was_warned = self.warning().is_some();
        let settles = if matches!(self.page, Page::Number(_)) { NUMBER_SETTLES } else { SETTLE };
        let has_settled = self.since(self.page_since) >= settles;
        self.touched_at = self.passed;
        let only_answers = was_warned && !matches!(input, Input::Home);
        if !has_settled || only_answers {
            return Vec::new();
        }
        match input {
            Input::ChoseLanguage(language) => self.chose_language(language),
            Input::NoLanguage => self.no_language(),
            Input::ChoseNeed(need) => self.chose_need(&need),
            Input::Sooner => self.sooner(),
            Input::AddNeed => self.add_need(),
            Input::Confirmed => return self.confirmed(),
            Input::OpenAppointment => self.open_appointment(),
            Input::Sign(sign) => self.sign(sign),
            Input::Erase => self.erase(),
            Input::CheckIn => return self.check_in(),
            Input::TryAgain => return self.try_again(),
            Input::PrintNote => return self.print_note(),
            Input::Leave => self.leave(),
            Input::LeaveForSure => return self.leave_for_sure(),
            Input::Understood => self.understood(),
            Input::Done => self.done(),
            Input::Told(tap) => return self.told(tap),
            Input::Skipped => self.next_topic(),
            Input::Back => self.back(),
            Input::Home => self.go_home(),
            Input::OpenLanguages => self.open_languages(),
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn go(&mut self, page: Page) {
        self.page = page;
        self.page_since = self.passed;
        self.touched_at = self.passed;
    }

    pub(super) fn go_home(&mut self) {
        self.language = None;
        self.before = Wish::default();
        // The next visitor may want the same, and is somebody else. A code stands for itself.
        self.unanswered = self.unanswered.take().filter(|asked| matches!(asked.errand, Errand::Appointment(_)));
        self.go(Page::START);
    }

    fn open_languages(&mut self) {
        if !matches!(self.page, Page::Languages { .. }) {
            let here = std::mem::replace(&mut self.page, Page::START);
            self.go(Page::Languages { back_to: Some(Box::new(here)) });
        }
    }

    fn chose_language(&mut self, language: LanguageTag) {
        let Page::Languages { back_to } = &mut self.page else { return };
        if self.day.site().languages().contains(&language) {
            let next = back_to.take().map_or(Page::Needs, |page| *page);
            self.language = Some(language);
            self.go(next);
        }
    }

    /// Straight to the need that the site names for it; in the house's language, until the visitor chooses one after all.
    fn no_language(&mut self) {
        if !self.may_miss_a_language() {
            return;
        }
        self.before = Wish::default();
        if let Some(need) = self.day.site().no_language() {
            let next = self.page_of(need);
            self.language = None;
            self.go(next);
        }
    }

    fn chose_need(&mut self, code: &NeedCode) {
        let is_offered = match &self.page {
            Page::Needs => self.day.site().needs().iter().any(|need| need.code == *code),
            Page::Leaves { need } => self.day.site().need_above(code).is_some_and(|above| above.code == *need),
            _ => false,
        };
        if let Some(need) = self.day.site().need(code).filter(|_| is_offered) {
            let next = self.page_of(need);
            self.go(next);
        }
    }

    fn page_of(&self, need: &Need) -> Page {
        let code = need.code.clone();
        match need.leads() {
            None => Page::Leaves { need: code },
            Some(Leads::Person { .. }) => Page::Person { need: code },
            Some(Leads::Services(_)) if self.absence(need).is_some() => Page::Closed { need: code, note: None },
            Some(Leads::Services(_)) => Page::Confirm { wish: self.before.and(&code), asked: None },
        }
    }

    /// What was asked already is not changed any more: it may have got through.
    fn sooner(&mut self) {
        if let Page::Confirm { wish, asked: None } = &mut self.page {
            wish.is_priority = !wish.is_priority;
            self.before.is_priority = wish.is_priority;
        }
    }

    fn add_need(&mut self) {
        if let Page::Confirm { wish, asked: None } = &self.page
            && wish.needs.len() < MOST_NEEDS_AT_ONCE
        {
            self.before = wish.clone();
            self.go(Page::Needs);
        }
    }

    fn open_appointment(&mut self) {
        if self.page == Page::Needs && self.has_appointments() {
            self.go(Page::Appointment { signs: String::new(), asked: None, why: None });
        }
    }

    fn sign(&mut self, sign: char) {
        if let Page::Appointment { signs, asked, why } = &mut self.page
            && signs.len() < AppointmentCode::LENGTH
            && AppointmentCode::SIGNS.contains(sign)
        {
            signs.push(sign);
            (*asked, *why) = (None, None);
        }
    }

    fn erase(&mut self) {
        if let Page::Appointment { signs, asked, why } = &mut self.page {
            signs.pop();
            (*asked, *why) = (None, None);
        }
    }

    fn leave(&mut self) {
        if let Page::Number(number) = &self.page
            && self.may_leave()
        {
            self.go(Page::Leaving { number: number.clone(), is_sent: false });
        }
    }

    /// On with the number for what was chosen before, where there is one to come.
    fn understood(&mut self) {
        match &self.page {
            Page::Person { .. } if self.is_adding() => self.return_to_what_was_chosen(),
            Page::Person { .. } => self.go_home(),
            _ => {}
        }
    }

    fn return_to_what_was_chosen(&mut self) {
        let wish = self.before.clone();
        self.before.needs.pop();
        self.go(Page::Confirm { wish, asked: None });
    }

    /// From the number to the questions, where the site has any; whoever came in trust is asked nothing.
    fn done(&mut self) {
        let Page::Number(number) = &self.page else { return };
        let topics = self.day.site().topics().to_vec();
        if topics.is_empty() || self.is_hub_gone || self.day.is_quiet(&number.ticket) {
            self.go_home();
        } else {
            self.go(Page::Counting { topics });
        }
    }

    fn told(&mut self, tap: Tap) -> Vec<Effect> {
        let is_asked = matches!(&self.page, Page::Counting { topics } if topics.first() == Some(&tap.topic()));
        if !is_asked {
            return Vec::new();
        }
        self.next_topic();
        vec![Effect::Count(tap)]
    }

    fn next_topic(&mut self) {
        let Page::Counting { topics } = &self.page else { return };
        match topics.get(1..) {
            Some([]) | None => self.go_home(),
            Some(rest) => self.go(Page::Counting { topics: rest.to_vec() }),
        }
    }

    fn back(&mut self) {
        let above = |need: &NeedCode| match self.day.site().need_above(need) {
            Some(above) => Page::Leaves { need: above.code.clone() },
            None => Page::Needs,
        };
        let next = match &mut self.page {
            Page::Languages { back_to } => match back_to.take() {
                Some(page) => *page,
                None => return,
            },
            Page::Needs if !self.before.needs.is_empty() => return self.return_to_what_was_chosen(),
            Page::Needs => return self.go_home(),
            // Who has chosen no language has seen no menu.
            Page::Confirm { .. } | Page::Person { .. } | Page::Closed { .. } if self.language.is_none() => {
                return self.go_home();
            }
            Page::Leaves { .. } | Page::Appointment { .. } => Page::Needs,
            Page::Confirm { wish, .. } => wish.needs.last().map_or(Page::Needs, above),
            Page::Person { need } | Page::Closed { need, .. } => above(need),
            Page::Trouble { asked, why } => match &asked.errand {
                // A refusal is certain: what was asked may be changed.
                Errand::Needs(wish) => {
                    let asked = (!matches!(why, Trouble::Refused(_))).then(|| asked.clone());
                    Page::Confirm { wish: wish.clone(), asked }
                }
                Errand::Appointment(code) => {
                    Page::Appointment { signs: code.to_string(), asked: Some(asked.clone()), why: None }
                }
            },
            Page::Leaving { is_sent: true, .. } => return,
            Page::Leaving { number, .. } => Page::Number(number.clone()),
            Page::Issuing { .. } | Page::Number(_) | Page::Left { .. } | Page::Counting { .. } => return,
        };
        self.go(next);
    }
}
