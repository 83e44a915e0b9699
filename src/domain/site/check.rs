//! Checks a draft: collects all mistakes at once, each with its place.

use super::PathPart::{self, Field, Index};
use super::{MAX_LANGUAGES, MAX_NEEDS_PER_SCREEN, MAX_SERVICES, Mistake, Problem, SiteDraft, leaves};
use crate::domain::code::ServiceCode;
use crate::domain::desk::Desk;
use crate::domain::institution::{Hours, Presence};
use crate::domain::need::{Fallback, Leads, Need, NeedContent};
use crate::domain::service::Service;
use crate::domain::words::Words;
use std::collections::HashSet;

/// Every mistake in a draft.
pub(super) fn mistakes(draft: &SiteDraft) -> Vec<Mistake> {
    let mut checker = Checker { draft, mistakes: Vec::new() };
    checker.check();
    checker.mistakes
}

struct Checker<'a> {
    draft: &'a SiteDraft,
    mistakes: Vec<Mistake>,
}

impl<'a> Checker<'a> {
    fn check(&mut self) {
        let draft = self.draft;
        self.words(&draft.name, &[Field("name")]);
        self.languages();
        self.unique("institutions", "code", draft.institutions.iter().map(|it| it.code.as_str().to_owned()));
        self.unique("services", "code", draft.services.iter().map(|it| it.code.as_str().to_owned()));
        self.unique("desks", "number", draft.desks.iter().map(|it| it.number.to_string()));
        for (i, institution) in draft.institutions.iter().enumerate() {
            self.hours(&institution.presence, &[Field("institutions"), Index(i), Field("presence")]);
        }
        if let Some(doors) = &draft.doors {
            self.hours(&doors.hours, &[Field("doors"), Field("hours")]);
        }
        for (i, service) in draft.services.iter().enumerate() {
            self.service(i, service);
        }
        for (i, desk) in draft.desks.iter().enumerate() {
            self.desk(i, desk);
        }
        if draft.services.len() > MAX_SERVICES {
            self.say(&[Field("services")], &[], Problem::TooMany(MAX_SERVICES));
        }
        self.needs(&draft.needs, &[Field("needs")], 0, &mut HashSet::new());
        if let Some(code) = draft.no_language.as_ref().filter(|it| leaves(&draft.needs).all(|leaf| leaf.code != **it)) {
            self.say(&[Field("no_language")], &[], Problem::Unknown(code.to_string()));
        }
        if let Some(desk) = draft.welcome_desk.filter(|it| draft.desks.iter().all(|desk| desk.number != *it)) {
            self.say(&[Field("welcome_desk")], &[], Problem::Unknown(desk.to_string()));
        }
    }

    fn say(&mut self, place: &[PathPart], more: &[PathPart], problem: Problem) {
        let place = [place, more].concat();
        self.mistakes.push(Mistake { place, problem });
    }

    fn words(&mut self, words: &Words, place: &[PathPart]) {
        if let Some(house) = self.draft.languages.first()
            && words.get(house).is_none_or(|text| text.trim().is_empty())
        {
            self.say(place, &[], Problem::NoWords(house.clone()));
        }
    }

    fn languages(&mut self) {
        let languages = &self.draft.languages;
        if languages.is_empty() {
            self.say(&[Field("languages")], &[], Problem::Empty);
        }
        if languages.len() > MAX_LANGUAGES {
            self.say(&[Field("languages")], &[], Problem::TooMany(MAX_LANGUAGES));
        }
        for (i, language) in languages.iter().enumerate() {
            if languages[..i].contains(language) {
                self.say(&[Field("languages"), Index(i)], &[], Problem::Twice(language.to_string()));
            }
        }
    }

    fn unique(&mut self, list: &'static str, field: &'static str, names: impl Iterator<Item = String>) {
        let mut seen = HashSet::new();
        for (i, name) in names.enumerate() {
            if !seen.insert(name.clone()) {
                self.say(&[Field(list), Index(i)], &[Field(field)], Problem::Twice(name));
            }
        }
        if seen.is_empty() {
            self.say(&[Field(list)], &[], Problem::Empty);
        }
    }

    fn hours(&mut self, presence: &Presence, place: &[PathPart]) {
        let Presence::Weekly(hours) = presence else { return };
        for (k, _) in hours.iter().map(Hours::stretch).enumerate().filter(|(_, stretch)| stretch.is_too_long()) {
            self.say(place, &[Index(k)], Problem::EndsBeforeBegin);
        }
    }

    fn service(&mut self, i: usize, service: &Service) {
        let place = [Field("services"), Index(i)];
        self.words(&service.label, &[&place[..], &[Field("label")]].concat());
        if !self.draft.institutions.iter().any(|known| known.code == service.institution) {
            self.say(&place, &[Field("institution")], Problem::Unknown(service.institution.to_string()));
        }
        if !self.draft.desks.iter().any(|desk| desk.services.contains(&service.code)) {
            self.say(&place, &[Field("code")], Problem::NoDesk(service.code.clone()));
        }
        for (k, before) in service.after.iter().enumerate() {
            let place = [&place[..], &[Field("after"), Index(k)]].concat();
            self.known_service(before, &place);
            if self.comes_after(before, &service.code) {
                self.say(&place, &[], Problem::Circle(before.clone()));
            }
        }
    }

    /// Whether one service has to come after another, directly or through others.
    fn comes_after(&self, service: &ServiceCode, other: &ServiceCode) -> bool {
        let mut seen = HashSet::new();
        let mut to_look_at = vec![service];
        while let Some(code) = to_look_at.pop() {
            if code == other {
                return true;
            }
            if seen.insert(code) {
                let known = self.draft.services.iter().filter(|known| known.code == *code);
                to_look_at.extend(known.flat_map(|known| &known.after));
            }
        }
        false
    }

    fn desk(&mut self, i: usize, desk: &Desk) {
        let place = [Field("desks"), Index(i)];
        self.words(&desk.room, &[&place[..], &[Field("room")]].concat());
        if desk.services.is_empty() {
            self.say(&place, &[Field("services")], Problem::Empty);
        }
        for (k, service) in desk.services.iter().enumerate() {
            self.known_service(service, &[&place[..], &[Field("services"), Index(k)]].concat());
        }
    }

    fn known_service(&mut self, service: &ServiceCode, place: &[PathPart]) {
        if !self.draft.services.iter().any(|known| known.code == *service) {
            self.say(place, &[], Problem::Unknown(service.to_string()));
        }
    }

    fn needs(&mut self, needs: &'a [Need], place: &[PathPart], depth: usize, seen: &mut HashSet<&'a str>) {
        if needs.is_empty() {
            self.say(place, &[], Problem::Empty);
        }
        if needs.len() > MAX_NEEDS_PER_SCREEN {
            self.say(place, &[], Problem::TooMany(MAX_NEEDS_PER_SCREEN));
        }
        for (i, need) in needs.iter().enumerate() {
            let place = [place, &[Index(i)]].concat();
            self.words(&need.label, &[&place[..], &[Field("label")]].concat());
            if !seen.insert(need.code.as_str()) {
                self.say(&place, &[Field("code")], Problem::Twice(need.code.to_string()));
            }
            match &need.content {
                NeedContent::Menu(_) if depth > 0 => self.say(&place, &[Field("needs")], Problem::TooDeep),
                NeedContent::Menu(below) => {
                    self.needs(below, &[&place[..], &[Field("needs")]].concat(), depth + 1, seen);
                }
                NeedContent::Leaf { leads, bring, urgent, fallback, .. } => {
                    self.leaf(leads, bring, &place);
                    self.fallback(*urgent, fallback.as_ref(), &place);
                }
            }
        }
    }

    fn fallback(&mut self, is_urgent: bool, fallback: Option<&Fallback>, place: &[PathPart]) {
        match fallback {
            None if is_urgent => self.say(place, &[Field("fallback")], Problem::NoFallback),
            Some(Fallback { call, words }) if call.is_none() || !words.is_empty() => {
                self.words(words, &[place, &[Field("fallback"), Field("words")]].concat());
            }
            _ => {}
        }
    }

    fn leaf(&mut self, leads: &Leads, bring: &[Words], place: &[PathPart]) {
        for (k, line) in bring.iter().enumerate() {
            self.words(line, &[place, &[Field("bring"), Index(k)]].concat());
        }
        match leads {
            Leads::Services(services) if services.is_empty() => self.say(place, &[Field("services")], Problem::Empty),
            Leads::Services(services) => {
                for (k, service) in services.iter().enumerate() {
                    self.known_service(service, &[place, &[Field("services"), Index(k)]].concat());
                }
            }
            Leads::Person { desk } => {
                if !self.draft.desks.iter().any(|known| known.number == *desk) {
                    self.say(place, &[Field("person")], Problem::Unknown(desk.to_string()));
                }
            }
        }
    }
}
