//! The place this appliance serves, as configured. A [`Site`] is always whole: it can only be made by [`Site::check`].

use super::code::{DeskNumber, InstitutionCode, LanguageTag, NeedCode, ServiceCode};
use super::desk::Desk;
use super::institution::{Institution, Presence};
use super::need::{Leads, Need, NeedContent};
use super::service::Service;
use super::words::Words;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use std::collections::HashSet;

/// What somebody wrote about a site, not checked yet.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteDraft {
    /// The name over the door.
    pub name: Words,
    /// The time zone in which hours are meant and days end.
    pub time_zone: TimeZone,
    /// When the business day ends; midnight for most.
    pub day_ends: Time,
    /// The languages offered on the glass, in the order of the tiles. The first is the house's own.
    pub languages: Vec<LanguageTag>,
    /// The address under which phones reach this site, without a slash at its end.
    pub public_url: Option<String>,
    /// Who offers services.
    pub institutions: Vec<Institution>,
    /// What is offered.
    pub services: Vec<Service>,
    /// Where.
    pub desks: Vec<Desk>,
    /// What visitors choose from; one or two levels.
    pub needs: Vec<Need>,
    /// The need for whoever finds no language of theirs on the glass: an interpreter, a mediator.
    pub no_language: Option<NeedCode>,
}

impl SiteDraft {
    /// Every text of the site's own content that stands in several languages, in the order of a site file.
    pub fn texts(&self) -> Vec<&Words> {
        let mut texts = vec![&self.name];
        texts.extend(self.institutions.iter().map(|institution| &institution.gloss));
        texts.extend(self.services.iter().map(|service| &service.label));
        texts.extend(self.desks.iter().map(|desk| &desk.room));
        texts.extend(self.needs.iter().flat_map(Need::texts));
        texts.retain(|words| !words.is_empty());
        texts
    }

    fn each_text_mut(&mut self, change: &mut impl FnMut(&mut Words)) {
        change(&mut self.name);
        self.institutions.iter_mut().for_each(|institution| change(&mut institution.gloss));
        self.services.iter_mut().for_each(|service| change(&mut service.label));
        self.desks.iter_mut().for_each(|desk| change(&mut desk.room));
        self.needs.iter_mut().for_each(|need| need.each_text_mut(change));
    }
}

/// The place this appliance serves.
#[derive(Debug, Clone, PartialEq)]
pub struct Site(SiteDraft);

/// The leaves among these needs and in their menus: what a visitor ends up at, in the order of the site file.
pub fn leaves(needs: &[Need]) -> impl Iterator<Item = &Need> {
    needs.iter().flat_map(|need| need.menu().iter().chain([need])).filter(|need| need.leads().is_some())
}

/// One thing that is wrong with a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where: the path of tables, positions and keys in the draft, such as `needs / 3 / leaves / 0 / services`.
    pub place: Vec<PathPart>,
    /// What.
    pub problem: Problem,
}

/// A step on the way to a mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathPart {
    /// A field's name, as in [`SiteDraft`] and what it holds; for needs below a need it is `needs`.
    Field(&'static str),
    /// A position in a list, counted from 0.
    Index(usize),
}

/// What can be wrong with a draft that could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There must be at least one.
    Empty,
    /// More than can be shown; the number is the most.
    TooMany(usize),
    /// The same code, number or language stands there twice.
    Twice(String),
    /// A desk, service, institution or language that is not in the file.
    Unknown(String),
    /// A need below a need below a need.
    TooDeep,
    /// No desk can do this service.
    NoDesk(ServiceCode),
    /// The text is missing in this language, which is the house's own.
    NoWords(LanguageTag),
    /// A stretch of hours ends before it begins.
    EndsBeforeBegin,
}

/// The most needs on one screen, so that nobody has to scroll.
pub const MOST_NEEDS_A_SCREEN: usize = 10;
/// The most languages, so that all fit the first screen.
pub const MOST_LANGUAGES: usize = 16;

impl Site {
    /// Makes a site of a draft, or tells every mistake in it.
    pub fn check(draft: SiteDraft) -> Result<Site, Vec<Mistake>> {
        let mut checker = Checker { draft: &draft, mistakes: Vec::new() };
        checker.check();
        let mistakes = checker.mistakes;
        if mistakes.is_empty() { Ok(Site(draft)) } else { Err(mistakes) }
    }

    /// The name over the door.
    pub fn name(&self) -> &Words {
        &self.0.name
    }

    /// The same site with more words: for each text that lacks one of the site's languages, `translate` is asked with
    /// the text in the house's own language.
    pub fn completed(mut self, translate: impl Fn(&LanguageTag, &str) -> Option<String>) -> Site {
        let (house, languages) = (self.house_language().clone(), self.languages().to_vec());
        self.0.each_text_mut(&mut |words| {
            let Some(source) = words.get(&house).map(str::to_owned) else { return };
            for language in languages.iter().filter(|language| **language != house) {
                if let Some(text) = translate(language, &source) {
                    words.complete(language, &text);
                }
            }
        });
        self
    }

    /// Every text of the site's own content that stands in several languages.
    pub fn texts(&self) -> Vec<&Words> {
        self.0.texts()
    }

    /// The need for whoever finds no language of theirs on the glass.
    pub fn no_language(&self) -> Option<&Need> {
        self.need(self.0.no_language.as_ref()?)
    }

    /// The languages on the glass; never empty.
    pub fn languages(&self) -> &[LanguageTag] {
        &self.0.languages
    }

    /// The house's own language, in which staff read everything.
    pub fn house_language(&self) -> &LanguageTag {
        &self.0.languages[0]
    }

    /// The address under which phones reach this site, when the site file tells it.
    pub fn public_url(&self) -> Option<&str> {
        self.0.public_url.as_deref()
    }

    /// Who offers services.
    pub fn institutions(&self) -> &[Institution] {
        &self.0.institutions
    }

    /// What is offered.
    pub fn services(&self) -> &[Service] {
        &self.0.services
    }

    /// Where.
    pub fn desks(&self) -> &[Desk] {
        &self.0.desks
    }

    /// The first level of the menu.
    pub fn needs(&self) -> &[Need] {
        &self.0.needs
    }

    /// One institution.
    pub fn institution(&self, code: &InstitutionCode) -> Option<&Institution> {
        self.0.institutions.iter().find(|institution| institution.code == *code)
    }

    /// One service.
    pub fn service(&self, code: &ServiceCode) -> Option<&Service> {
        self.0.services.iter().find(|service| service.code == *code)
    }

    /// The institution that offers a service.
    pub fn institution_of(&self, service: &ServiceCode) -> Option<&Institution> {
        self.institution(&self.service(service)?.institution)
    }

    /// One desk.
    pub fn desk(&self, number: DeskNumber) -> Option<&Desk> {
        self.0.desks.iter().find(|desk| desk.number == number)
    }

    /// The desks that can do a service, in order of their numbers.
    pub fn desks_for<'a>(&'a self, service: &'a ServiceCode) -> impl Iterator<Item = &'a Desk> {
        self.0.desks.iter().filter(move |desk| desk.services.contains(service))
    }

    /// One need, on either level.
    pub fn need(&self, code: &NeedCode) -> Option<&Need> {
        let below = self.0.needs.iter().flat_map(Need::menu);
        self.0.needs.iter().chain(below).find(|need| need.code == *code)
    }

    /// The need in whose menu this one stands; `None` for the first level.
    pub fn need_above(&self, code: &NeedCode) -> Option<&Need> {
        self.0.needs.iter().find(|need| need.menu().iter().any(|below| below.code == *code))
    }

    /// This moment in the site's own time.
    pub fn local(&self, at: Timestamp) -> DateTime {
        at.to_zoned(self.0.time_zone.clone()).datetime()
    }

    /// The moment at which the site's clocks show this; the later one when they show it twice.
    pub fn moment(&self, local: DateTime) -> Option<Timestamp> {
        Some(local.to_zoned(self.0.time_zone.clone()).ok()?.timestamp())
    }

    /// The business day to which a moment belongs.
    pub fn business_date(&self, at: Timestamp) -> Date {
        let local = self.local(at);
        let belongs_to_yesterday = local.time() < self.0.day_ends;
        if belongs_to_yesterday { local.date().yesterday().unwrap_or(local.date()) } else { local.date() }
    }

    /// Whether the people who offer a service are here, and if not, when they are next.
    pub fn presence(&self, service: &ServiceCode, at: Timestamp) -> Option<(bool, Option<DateTime>)> {
        let local = self.local(at);
        let presence = &self.institution_of(service)?.presence;
        Some((presence.is_here(local), presence.next(local)))
    }
}

struct Checker<'a> {
    draft: &'a SiteDraft,
    mistakes: Vec<Mistake>,
}

use PathPart::{Field, Index};

impl<'a> Checker<'a> {
    fn check(&mut self) {
        let draft = self.draft;
        self.words(&draft.name, &[Field("name")]);
        self.languages();
        self.unique("institutions", "code", draft.institutions.iter().map(|it| it.code.as_str().to_owned()));
        self.unique("services", "code", draft.services.iter().map(|it| it.code.as_str().to_owned()));
        self.unique("desks", "number", draft.desks.iter().map(|it| it.number.to_string()));
        for (i, institution) in draft.institutions.iter().enumerate() {
            self.institution(i, institution);
        }
        for (i, service) in draft.services.iter().enumerate() {
            self.service(i, service);
        }
        for (i, desk) in draft.desks.iter().enumerate() {
            self.desk(i, desk);
        }
        self.needs(&draft.needs, &[Field("needs")], 0, &mut HashSet::new());
        if let Some(code) = draft.no_language.as_ref().filter(|it| leaves(&draft.needs).all(|leaf| leaf.code != **it)) {
            self.say(&[Field("no_language")], &[], Problem::Unknown(code.to_string()));
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
        if languages.len() > MOST_LANGUAGES {
            self.say(&[Field("languages")], &[], Problem::TooMany(MOST_LANGUAGES));
        }
        for (i, language) in languages.iter().enumerate() {
            if languages[..i].contains(language) {
                self.say(&[Field("languages"), Index(i)], &[], Problem::Twice(language.to_string()));
            }
        }
    }

    fn unique(&mut self, list: &'static str, field: &'static str, names: impl Iterator<Item = String>) {
        let mut seen = HashSet::new();
        let mut count = 0;
        for (i, name) in names.enumerate() {
            count += 1;
            if !seen.insert(name.clone()) {
                self.say(&[Field(list), Index(i)], &[Field(field)], Problem::Twice(name));
            }
        }
        if count == 0 {
            self.say(&[Field(list)], &[], Problem::Empty);
        }
    }

    fn institution(&mut self, i: usize, institution: &Institution) {
        let place = [Field("institutions"), Index(i)];
        if let Presence::Weekly(hours) = &institution.presence {
            for (k, stretch) in hours.iter().enumerate() {
                if stretch.to != Time::midnight() && stretch.to <= stretch.from {
                    self.say(&place, &[Field("presence"), Index(k)], Problem::EndsBeforeBegin);
                }
            }
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
        if needs.len() > MOST_NEEDS_A_SCREEN {
            self.say(place, &[], Problem::TooMany(MOST_NEEDS_A_SCREEN));
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
                NeedContent::Leaf { leads, bring, .. } => self.leaf(leads, bring, &place),
            }
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
