//! The place this appliance serves, as configured. A [`Site`] is always whole: it can only be made by [`Site::check`].

use super::code::{DeskNumber, InstitutionCode, LanguageTag, NeedCode, ServiceCode};
use super::desk::Desk;
use super::institution::{Institution, Stretch, minute_of};
use super::need::Need;
use super::rules::Rules;
use super::service::Service;
use super::tally::taps::Topic;
use super::ticket::Ticket;
use super::words::Words;
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

mod check;

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
    /// What visitors are asked once they have their number, if they like; none for a site that does not count people.
    pub count: Vec<Topic>,
    /// Days on which nobody is here.
    pub holidays: Vec<Date>,
    /// How the queues are ruled.
    pub rules: Rules,
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
    /// It has to come after something that has to come after it.
    Circle(ServiceCode),
}

/// The most needs on one screen, so that nobody has to scroll.
pub const MOST_NEEDS_A_SCREEN: usize = 10;
/// The most languages, so that all fit the first screen.
pub const MOST_LANGUAGES: usize = 16;

/// The most services: the queue keeps them as bits.
pub const MOST_SERVICES: usize = 256;
/// How many days ahead somebody's next presence is looked for.
pub const LOOK_AHEAD_DAYS: i64 = 92;

impl Site {
    /// Makes a site of a draft, or tells every mistake in it.
    pub fn check(draft: SiteDraft) -> Result<Site, Vec<Mistake>> {
        let mistakes = check::mistakes(&draft);
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

    /// What visitors are asked once they have their number, if they like.
    pub fn topics(&self) -> &[Topic] {
        &self.0.count
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

    /// Whether the people who offer a service are here, and when they are next; now, when they are.
    pub fn presence(&self, service: &ServiceCode, at: Timestamp) -> Option<(bool, Option<DateTime>)> {
        let (institution, local) = (self.institution_of(service)?, self.local(at));
        Some((self.is_here(institution, local), self.next_presence(institution, local)))
    }

    /// When an institution's people are here on a date.
    pub fn stretches(&self, institution: &Institution, date: Date) -> Vec<Stretch> {
        institution.stretches(date, self.0.holidays.contains(&date))
    }

    /// Whether somebody is here at this moment of the site's own time.
    pub fn is_here(&self, institution: &Institution, at: DateTime) -> bool {
        self.stretches(institution, at.date()).iter().any(|stretch| stretch.contains(at.time()))
    }

    /// When somebody is here next; `at` itself when somebody is here then, `None` when not within [`LOOK_AHEAD_DAYS`].
    pub fn next_presence(&self, institution: &Institution, at: DateTime) -> Option<DateTime> {
        if self.is_here(institution, at) {
            return Some(at);
        }
        (0..=LOOK_AHEAD_DAYS).find_map(|ahead| {
            let date = at.date().checked_add(ahead.days()).ok()?;
            let openings = self.stretches(institution, date).into_iter().map(|stretch| date.to_datetime(stretch.from));
            openings.filter(|opening| *opening > at).min()
        })
    }

    /// When somebody is here next on a later date.
    pub fn next_presence_after_today(&self, institution: &Institution, at: DateTime) -> Option<DateTime> {
        let tomorrow = at.date().tomorrow().ok()?.to_datetime(Time::midnight());
        self.next_presence(institution, tomorrow)
    }

    /// For how many minutes people of any of these institutions will still be here on this date.
    pub fn minutes_left(&self, institutions: &[&Institution], at: DateTime) -> u32 {
        let stretches = institutions.iter().flat_map(|institution| self.stretches(institution, at.date()));
        let mut stretches: Vec<(u32, u32)> = stretches.map(|stretch| stretch.minutes()).collect();
        stretches.sort_unstable();
        let mut reached = minute_of(at.time());
        let mut left = 0;
        for (from, to) in stretches {
            left += to.saturating_sub(from.max(reached));
            reached = reached.max(to);
        }
        left
    }

    /// How the queues are ruled.
    pub fn rules(&self) -> &Rules {
        &self.0.rules
    }

    /// Whether only needs that nobody in the room should know of lead to a service.
    pub fn is_discreet(&self, service: &ServiceCode) -> bool {
        let mut needs = leaves(&self.0.needs).filter(|need| need.services().contains(service)).peekable();
        needs.peek().is_some() && needs.all(Need::is_discreet)
    }

    /// Whether nobody in the room may see, hear or read what a ticket is for.
    pub fn is_quiet(&self, ticket: &Ticket) -> bool {
        let is_discreet = |need| self.need(need).is_some_and(Need::is_discreet);
        ticket.needs.iter().any(is_discreet) || ticket.steps.iter().any(|step| self.is_discreet(&step.service))
    }

    /// The same site under other rules.
    pub fn ruled(mut self, rules: Rules) -> Site {
        self.0.rules = rules;
        self
    }

    /// Days on which nobody is here.
    pub fn holidays(&self) -> &[Date] {
        &self.0.holidays
    }

    /// A service's position among all; `None` for one that the site has not.
    pub fn service_place(&self, code: &ServiceCode) -> Option<usize> {
        self.0.services.iter().position(|service| service.code == *code)
    }

    /// A language's position among all; `None` for one that the site has not.
    pub fn language_place(&self, tag: &LanguageTag) -> Option<usize> {
        self.0.languages.iter().position(|language| language == tag)
    }
}
