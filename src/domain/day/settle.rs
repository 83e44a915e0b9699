//! After a change of the site file: the desks of the day are made to fit it.

use super::Day;
use crate::domain::code::DeskNumber;
use crate::domain::desk::{Desk, DeskNow, DeskState};
use crate::domain::event::Event;

impl Day {
    /// The events that are due at a start: none when the desks fit the site file. The ticket at a desk that is gone goes
    /// back to the queue with its age, and the desk closes. An open desk loses services and languages that are gone, and
    /// gets those of its services that were not in the file when it opened.
    pub fn settle(&self) -> Vec<Event> {
        let seated = self.desks.iter().filter(|(_, desk)| desk.state != DeskState::Closed);
        seated
            .flat_map(|(number, now)| match self.site.desk(*number) {
                None => leave(*number, now),
                Some(configured) => self.fit(configured, now),
            })
            .collect()
    }

    fn fit(&self, configured: &Desk, now: &DeskNow) -> Vec<Event> {
        let kept = now.services.iter().filter(|service| configured.services.contains(service));
        // Older journals do not say what was in the file.
        let is_new =
            |service: &&_| !now.offered.is_empty() && !now.offered.contains(service) && !now.services.contains(service);
        let added = configured.services.iter().filter(is_new);
        let mut services: Vec<_> = kept.chain(added).cloned().collect();
        if services.is_empty() {
            services.clone_from(&configured.services);
        }
        let mut languages = now.languages.clone();
        languages.retain(|language| self.site.languages().contains(language));
        if languages.is_empty() {
            languages.clone_from(&configured.languages);
        }
        if services == now.services && languages == now.languages {
            return Vec::new();
        }
        let (desk, offered) = (configured.number, configured.services.clone());
        let opened = Event::DeskOpened { desk, languages, services, offered };
        let paused = (now.state == DeskState::Paused).then_some(Event::DeskPaused { desk });
        std::iter::once(opened).chain(paused).collect()
    }
}

fn leave(desk: DeskNumber, now: &DeskNow) -> Vec<Event> {
    let back = now.current.map(|ticket| Event::TakenBack { ticket, keeps_age: true, desk: None });
    back.into_iter().chain([Event::DeskClosed { desk }]).collect()
}
