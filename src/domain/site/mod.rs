//! The configuration of a site. A [`Site`] is always valid, because only [`Site::check`] and [`Site::admit`] make one.

use super::code::{DeskNumber, InstitutionCode, LanguageTag, NeedCode, ServiceCode};
use super::desk::Desk;
use super::doors::Doors;
use super::institution::{Institution, Presence};
use super::need::Need;
use super::rules::Rules;
use super::service::Service;
use super::tally::taps::Topic;
use super::words::Words;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

mod check;
mod presence;

/// The contents of a site file before they are checked.
#[derive(Debug, Clone, PartialEq)]
pub struct SiteDraft {
    pub name: Words,
    /// All hours and dates are in this time zone.
    pub time_zone: TimeZone,
    /// The end of the business day; usually midnight.
    pub day_ends: Time,
    /// The languages on the glass, in the order of the tiles. The first is that of the staff.
    pub languages: Vec<LanguageTag>,
    /// The address under which phones reach this site, without a trailing slash.
    pub public_url: Option<String>,
    pub institutions: Vec<Institution>,
    pub services: Vec<Service>,
    pub desks: Vec<Desk>,
    /// The menu: one or two levels.
    pub needs: Vec<Need>,
    /// The need for visitors whose language is not on the glass: an interpreter, a mediator.
    pub no_language: Option<NeedCode>,
    /// Topics of the voluntary survey after a ticket was issued; empty for a site without a survey.
    pub count: Vec<Topic>,
    /// Days on which the whole site is closed.
    pub holidays: Vec<Date>,
    /// The hours of the house itself; without them it is open while any institution is here.
    pub doors: Option<Doors>,
    /// The desk where visitors may ask anything.
    pub welcome_desk: Option<DeskNumber>,
    /// Whether clerks work at the desks of all institutions, whatever their accounts say.
    pub shared_desks: bool,
    /// For how long a sign-in of staff lasts with which nothing is done, away from a desk's page.
    pub idle_minutes: u16,
    pub rules: Rules,
}

impl SiteDraft {
    /// Every translatable text of the site's content, in the order of a site file.
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

/// The usual [`SiteDraft::idle_minutes`].
pub const USUAL_IDLE_MINUTES: u16 = 60;

/// The checked configuration of the site that this appliance serves, at most with bearable mistakes.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    draft: SiteDraft,
    /// Whether hours and dates can be judged now.
    is_time_known: bool,
}

/// The leaves among these needs and in their menus, in the order of the site file.
pub fn leaves(needs: &[Need]) -> impl Iterator<Item = &Need> {
    needs.iter().flat_map(|need| need.menu().iter().chain([need])).filter(|need| need.leads().is_some())
}

/// One mistake in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The path of tables, positions and keys in the draft, such as `needs / 3 / leaves / 0 / services`.
    pub place: Vec<PathPart>,
    pub problem: Problem,
}

/// One part of the path to a mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathPart {
    /// A field's name, as in [`SiteDraft`] and the types of its fields; for needs below a need it is `needs`.
    Field(&'static str),
    /// A position in a list, counted from 0.
    Index(usize),
}

/// What can be wrong with a draft that was parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// At least one entry is required.
    Empty,
    /// There are more entries than this limit.
    TooMany(usize),
    /// The same code, number or language is used twice.
    Twice(String),
    /// A reference to a desk, service, institution or language that is not in the file.
    Unknown(String),
    /// A third level of needs.
    TooDeep,
    /// No desk offers this service.
    NoDesk(ServiceCode),
    /// The text is missing in this language, which is that of the staff.
    NoWords(LanguageTag),
    /// Opening hours that end before they begin: over midnight they would be longer than any night.
    EndsBeforeBegin,
    /// An urgent need that says nothing of what to do while its desk is not there.
    NoFallback,
    /// The service has to come after this one, which in turn has to come after it.
    Circle(ServiceCode),
}

impl Problem {
    /// Whether a site can be served with it all the same: nothing in the file is unclear or missing. A house that began
    /// with such a file must not go dark because a later version looks closer.
    pub fn is_bearable(&self) -> bool {
        matches!(self, Problem::NoFallback)
    }
}

/// The most needs on one screen; more would need scrolling.
pub const MAX_NEEDS_PER_SCREEN: usize = 10;
/// The most languages, so that all fit the first screen.
pub const MAX_LANGUAGES: usize = 16;

/// The most services: the queue keeps sets of them as 256 bits.
pub const MAX_SERVICES: usize = 256;

impl Site {
    /// Makes a site of a draft, or lists every mistake in it.
    pub fn check(draft: SiteDraft) -> Result<Site, Vec<Mistake>> {
        let (site, mistakes) = Site::admit(draft)?;
        if mistakes.is_empty() { Ok(site) } else { Err(mistakes) }
    }

    /// The same, but bearable mistakes are only returned beside the site.
    pub fn admit(draft: SiteDraft) -> Result<(Site, Vec<Mistake>), Vec<Mistake>> {
        let mistakes = check::mistakes(&draft);
        let is_admitted = mistakes.iter().all(|mistake| mistake.problem.is_bearable());
        if is_admitted { Ok((Site { draft, is_time_known: true }, mistakes)) } else { Err(mistakes) }
    }

    pub fn name(&self) -> &Words {
        &self.draft.name
    }

    /// The same site with missing translations filled in: `translate` gets a language and the text in the staff's language.
    pub fn completed(mut self, translate: impl Fn(&LanguageTag, &str) -> Option<String>) -> Site {
        let (house, languages) = (self.house_language().clone(), self.languages().to_vec());
        self.draft.each_text_mut(&mut |words| {
            let Some(source) = words.get(&house).map(str::to_owned) else { return };
            for language in languages.iter().filter(|language| **language != house) {
                if let Some(text) = translate(language, &source) {
                    words.complete(language, &text);
                }
            }
        });
        self
    }

    /// The same site with its texts as `change` makes them; a translation for which that gives nothing is left out, and a
    /// text in the staff's language stays.
    pub fn with_texts(mut self, mut change: impl FnMut(&LanguageTag, &str) -> Option<String>) -> Site {
        let house = self.house_language().clone();
        for institution in &mut self.draft.institutions {
            institution.name = change(&house, &institution.name).unwrap_or_else(|| institution.name.clone());
        }
        self.draft.each_text_mut(&mut |words| {
            let own = |language: &LanguageTag, text: &str| (*language == house).then(|| text.to_owned());
            let changed = words.iter().filter_map(|(language, text)| {
                Some((language.clone(), change(language, text).or_else(|| own(language, text))?))
            });
            *words = Words::new(changed.collect::<Vec<_>>());
        });
        self
    }

    /// The same site with those of its languages that `is_wanted` takes; that of the staff stays.
    pub fn with_languages(mut self, mut is_wanted: impl FnMut(&LanguageTag) -> bool) -> Site {
        let house = self.house_language().clone();
        self.draft.languages.retain(|language| *language == house || is_wanted(language));
        self
    }

    /// Every translatable text of the site's content, in the order of a site file.
    pub fn texts(&self) -> Vec<&Words> {
        self.draft.texts()
    }

    /// The need for visitors whose language is not on the glass.
    pub fn no_language(&self) -> Option<&Need> {
        self.need(self.draft.no_language.as_ref()?)
    }

    /// The languages on the glass; never empty.
    pub fn languages(&self) -> &[LanguageTag] {
        &self.draft.languages
    }

    /// The language of the staff: all pages for them are in it.
    pub fn house_language(&self) -> &LanguageTag {
        &self.draft.languages[0]
    }

    /// Topics of the voluntary survey after a ticket was issued.
    pub fn topics(&self) -> &[Topic] {
        &self.draft.count
    }

    /// The address under which phones reach this site, without a trailing slash.
    pub fn public_url(&self) -> Option<&str> {
        self.draft.public_url.as_deref()
    }

    /// The desk where visitors may ask anything.
    pub fn welcome_desk(&self) -> Option<&Desk> {
        self.desk(self.draft.welcome_desk?)
    }

    /// Whether clerks work at the desks of all institutions, whatever their accounts say.
    pub fn shares_desks(&self) -> bool {
        self.draft.shared_desks
    }

    /// For how long a sign-in of staff lasts with which nothing is done, away from a desk's page.
    pub fn idle_minutes(&self) -> u16 {
        self.draft.idle_minutes
    }

    /// The hours of the house itself.
    pub fn doors(&self) -> Option<&Doors> {
        self.draft.doors.as_ref()
    }

    pub fn institutions(&self) -> &[Institution] {
        &self.draft.institutions
    }

    pub fn services(&self) -> &[Service] {
        &self.draft.services
    }

    pub fn desks(&self) -> &[Desk] {
        &self.draft.desks
    }

    /// The first level of the menu.
    pub fn needs(&self) -> &[Need] {
        &self.draft.needs
    }

    pub fn institution(&self, code: &InstitutionCode) -> Option<&Institution> {
        self.draft.institutions.iter().find(|institution| institution.code == *code)
    }

    pub fn service(&self, code: &ServiceCode) -> Option<&Service> {
        self.draft.services.iter().find(|service| service.code == *code)
    }

    /// The institution that offers a service.
    pub fn institution_of(&self, service: &ServiceCode) -> Option<&Institution> {
        self.institution(&self.service(service)?.institution)
    }

    pub fn desk(&self, number: DeskNumber) -> Option<&Desk> {
        self.draft.desks.iter().find(|desk| desk.number == number)
    }

    /// The desks that offer a service, in the order of the site file.
    pub fn desks_for<'a>(&'a self, service: &'a ServiceCode) -> impl Iterator<Item = &'a Desk> {
        self.draft.desks.iter().filter(move |desk| desk.services.contains(service))
    }

    /// A need of either level.
    pub fn need(&self, code: &NeedCode) -> Option<&Need> {
        let below = self.draft.needs.iter().flat_map(Need::menu);
        self.draft.needs.iter().chain(below).find(|need| need.code == *code)
    }

    /// The need whose menu contains this one; `None` on the first level.
    pub fn need_above(&self, code: &NeedCode) -> Option<&Need> {
        self.draft.needs.iter().find(|need| need.menu().iter().any(|below| below.code == *code))
    }

    /// A moment in the site's time zone.
    pub fn local(&self, at: Timestamp) -> DateTime {
        at.to_zoned(self.draft.time_zone.clone()).datetime()
    }

    /// The moment of a local time; in an hour that the clocks repeat, jiff's "compatible" choice: the first one.
    pub fn moment(&self, local: DateTime) -> Option<Timestamp> {
        Some(local.to_zoned(self.draft.time_zone.clone()).ok()?.timestamp())
    }

    /// The business day to which a moment belongs.
    pub fn business_date(&self, at: Timestamp) -> Date {
        let local = self.local(at);
        let belongs_to_yesterday = local.time() < self.draft.day_ends;
        if belongs_to_yesterday { local.date().yesterday().unwrap_or(local.date()) } else { local.date() }
    }

    /// Whether hours and dates can be judged now; without that every institution counts as here.
    pub fn is_time_known(&self) -> bool {
        self.is_time_known
    }

    pub(in crate::domain) fn with_time_known(&self, is_time_known: bool) -> Site {
        Site { is_time_known, ..self.clone() }
    }

    pub fn rules(&self) -> &Rules {
        &self.draft.rules
    }

    /// Whether every need that leads to a service is discreet, and at least one does.
    pub fn is_discreet(&self, service: &ServiceCode) -> bool {
        let mut needs = leaves(&self.draft.needs).filter(|need| need.services().contains(service)).peekable();
        needs.peek().is_some() && needs.all(Need::is_discreet)
    }

    /// The same site with other rules.
    pub fn ruled(mut self, rules: Rules) -> Site {
        self.draft.rules = rules;
        self
    }

    /// The same site with every institution here at every hour, to show what a visitor would get.
    pub fn always_here(mut self) -> Site {
        for institution in &mut self.draft.institutions {
            (institution.presence, institution.exceptions) = (Presence::Always, Vec::new());
        }
        (self.draft.holidays, self.draft.doors) = (Vec::new(), None);
        self
    }

    /// Days on which the whole site is closed.
    pub fn holidays(&self) -> &[Date] {
        &self.draft.holidays
    }

    /// A service's position in the site file.
    pub fn service_place(&self, code: &ServiceCode) -> Option<usize> {
        self.draft.services.iter().position(|service| service.code == *code)
    }

    /// A language's position in the site file.
    pub fn language_place(&self, tag: &LanguageTag) -> Option<usize> {
        self.draft.languages.iter().position(|language| language == tag)
    }
}
