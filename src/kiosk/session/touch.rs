//! Where a touch leads.

use super::{Effect, MAX_NEEDS_CHOSEN, Session};
use crate::domain::tally::taps::Tap;
use crate::domain::{AppointmentCode, LanguageTag, Leads, Need, NeedCode};
use crate::kiosk::page::{Page, ShownTicket, Touch};
use crate::kiosk::request::{Errand, IssueError, Selection};

impl Session {
    pub(super) fn touch(&mut self, touch: Touch) -> Vec<Effect> {
        if !self.heed(&touch) {
            return Vec::new();
        }
        match touch {
            Touch::Anywhere => {}
            Touch::ChooseLanguage(language) => self.choose_language(language),
            Touch::NoLanguage => self.no_language(),
            Touch::ChooseNeed(need) => self.choose_need(&need),
            Touch::TogglePriority => self.toggle_priority(),
            Touch::AddNeed => self.add_need(),
            Touch::Confirm => return self.confirm(),
            Touch::OpenAppointment => self.open_appointment(),
            Touch::Key(character) => self.key(character),
            Touch::Erase => self.erase(),
            Touch::CheckIn => return self.check_in(),
            Touch::Retry => return self.retry(),
            Touch::PrintSlip => return self.print_slip(),
            Touch::PrintNote => return self.print_note(),
            Touch::Leave => self.leave(),
            Touch::ConfirmLeave => return self.confirm_leave(),
            Touch::Understood => self.understood(),
            Touch::Done => self.done(),
            Touch::Answer(tap) => return self.answer(tap),
            Touch::Skip => self.skip(),
            Touch::Back => self.back(),
            Touch::Home => self.go_home(),
            Touch::OpenLanguages => self.open_languages(),
        }
        Vec::new()
    }

    pub(super) fn go(&mut self, page: Page) {
        self.page = page;
        self.end_press();
    }

    pub(super) fn go_home(&mut self) {
        self.language = None;
        self.selected = Selection::default();
        // The next visitor may select the same needs, and must get an own ticket. A code always means the same ticket.
        self.unanswered = self.unanswered.take().filter(|request| matches!(request.errand, Errand::Appointment(_)));
        self.go(Page::START);
    }

    fn open_languages(&mut self) {
        if !matches!(self.page, Page::Languages { .. }) {
            let here = std::mem::replace(&mut self.page, Page::START);
            self.go(Page::Languages { back_to: Some(Box::new(here)) });
        }
    }

    fn choose_language(&mut self, language: LanguageTag) {
        let Page::Languages { back_to } = &mut self.page else { return };
        if self.day.site().languages().contains(&language) {
            let next = back_to.take().map_or(Page::Needs, |page| *page);
            self.language = Some(language);
            self.go(next);
        }
    }

    /// Leads to the need that the site file names for this case, in the house's language.
    fn no_language(&mut self) {
        if !self.may_miss_a_language() {
            return;
        }
        self.selected = Selection::default();
        if let Some(need) = self.day.site().no_language() {
            let next = self.page_of(need);
            self.language = None;
            self.go(next);
        }
    }

    fn choose_need(&mut self, code: &NeedCode) {
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

    pub(super) fn page_of(&self, need: &Need) -> Page {
        let code = need.code.clone();
        match need.leads() {
            None => Page::Leaves { need: code },
            // A fallback has its place on the person's page, whether or not the desk is there.
            Some(Leads::Person { .. }) if need.fallback().is_some() => Page::Person { need: code },
            Some(_) if self.absence(need).is_some() => Page::Closed { need: code, note: None },
            Some(Leads::Person { .. }) => Page::Person { need: code },
            Some(Leads::Services(_)) => Page::Confirm { selection: self.selected.with(&code), request: None },
        }
    }

    /// A selection that was requested can't be changed: the request may have succeeded.
    fn toggle_priority(&mut self) {
        if let Page::Confirm { selection, request: None } = &mut self.page {
            selection.is_priority = !selection.is_priority;
            self.selected.is_priority = selection.is_priority;
            // A double tap would take it back at once.
            self.pause_presses();
        }
    }

    fn add_need(&mut self) {
        if let Page::Confirm { selection, request: None } = &self.page
            && selection.needs.len() < MAX_NEEDS_CHOSEN
        {
            self.selected = selection.clone();
            self.go(Page::Needs);
        }
    }

    fn open_appointment(&mut self) {
        if self.page == Page::Needs && self.has_appointments() {
            self.go(Page::Appointment { characters: String::new(), request: None, refusal: None });
        }
    }

    fn key(&mut self, character: char) {
        if let Page::Appointment { characters, request, refusal } = &mut self.page
            && characters.len() < AppointmentCode::LENGTH
            && AppointmentCode::SIGNS.contains(character)
        {
            characters.push(character);
            (*request, *refusal) = (None, None);
        }
    }

    fn erase(&mut self) {
        if let Page::Appointment { characters, request, refusal } = &mut self.page {
            characters.pop();
            (*request, *refusal) = (None, None);
        }
    }

    fn leave(&mut self) {
        if let Page::Number(ticket) = &self.page
            && self.may_leave()
        {
            self.go(Page::Leaving { ticket: ticket.clone(), is_sent: false });
        }
    }

    /// Needs selected before the one without a number still get theirs.
    fn understood(&mut self) {
        match &self.page {
            Page::Person { .. } if self.is_adding() => self.return_to_selection(),
            Page::Person { .. } => self.go_home(),
            _ => {}
        }
    }

    fn return_to_selection(&mut self) {
        let selection = self.selected.clone();
        self.selected.needs.pop();
        self.go(Page::Confirm { selection, request: None });
    }

    /// Leads to the survey, where the site has one; a visitor with a discreet need is asked nothing.
    fn done(&mut self) {
        let Page::Number(ShownTicket { ticket, .. }) = &self.page else { return };
        let topics = self.day.site().topics().to_vec();
        if topics.is_empty() || self.is_hub_gone || self.day.is_quiet(ticket) {
            self.go_home();
        } else {
            self.go(Page::Survey { topics });
        }
    }

    fn answer(&mut self, tap: Tap) -> Vec<Effect> {
        let is_asked = matches!(&self.page, Page::Survey { topics } if topics.first() == Some(&tap.topic()));
        if !is_asked {
            return Vec::new();
        }
        self.next_topic();
        vec![Effect::Count(tap)]
    }

    /// Ends the survey: who does not answer one question need not decline each.
    fn skip(&mut self) {
        if matches!(self.page, Page::Survey { .. }) {
            self.go_home();
        }
    }

    fn next_topic(&mut self) {
        let Page::Survey { topics } = &self.page else { return };
        match topics.get(1..) {
            Some([]) | None => self.go_home(),
            Some(rest) => self.go(Page::Survey { topics: rest.to_vec() }),
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
            Page::Needs if !self.selected.needs.is_empty() => return self.return_to_selection(),
            Page::Needs => return self.go_home(),
            // Without a language the visitor came straight from the start, and has seen no menu.
            Page::Confirm { .. } | Page::Person { .. } | Page::Closed { .. } if self.language.is_none() => {
                return self.go_home();
            }
            Page::Leaves { .. } | Page::Appointment { .. } => Page::Needs,
            Page::Confirm { selection, .. } => selection.needs.last().map_or(Page::Needs, above),
            Page::Person { need } | Page::Closed { need, .. } => above(need),
            Page::Trouble { request, error } => match &request.errand {
                // After a refusal no ticket exists, so the selection may be changed.
                Errand::Needs(selection) => {
                    let request = (!matches!(error, IssueError::Refused(_))).then(|| request.clone());
                    Page::Confirm { selection: selection.clone(), request }
                }
                Errand::Appointment(code) => {
                    Page::Appointment { characters: code.to_string(), request: Some(request.clone()), refusal: None }
                }
            },
            Page::Leaving { is_sent: true, .. } => return,
            Page::Leaving { ticket, .. } => Page::Number(ticket.clone()),
            Page::Issuing { .. } | Page::Number(_) | Page::Left { .. } | Page::Survey { .. } => return,
        };
        self.go(next);
    }
}
