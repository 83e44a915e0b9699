//! What a ticket was promised when it was issued, in words: a changed site file changes nothing of it.

use super::code::{LanguageTag, NeedCode, ServiceCode};
use super::site::Site;
use super::words::Words;

/// What a ticket was promised. Its words are in the language of the house and in the visitor's own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Promise {
    /// Whether others in the room must not learn what the ticket is for.
    pub is_quiet: bool,
    pub needs: Vec<PromisedNeed>,
    pub services: Vec<PromisedService>,
}

/// A need by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromisedNeed {
    pub code: NeedCode,
    pub label: Words,
}

/// A service by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromisedService {
    pub code: ServiceCode,
    pub label: Words,
    /// The name of the institution that offers it.
    pub institution: String,
}

impl Promise {
    /// What the site promises to a visitor with these needs who has to visit these services. Codes that the site does not
    /// have come from an older site file: nothing is known of them, so they are treated as discreet.
    pub fn of(site: &Site, needs: &[NeedCode], services: &[ServiceCode], language: &LanguageTag) -> Promise {
        let in_two = |words: &Words| words.only(&[site.house_language(), language]);
        let is_discreet = |need: &NeedCode| site.need(need).is_none_or(|need| need.is_discreet());
        let is_kept_quiet = |service: &ServiceCode| site.service(service).is_none() || site.is_discreet(service);
        let named = needs.iter().filter_map(|code| site.need(code));
        let offered = services.iter().filter_map(|code| site.service(code));
        Promise {
            is_quiet: needs.iter().any(is_discreet) || services.iter().any(is_kept_quiet),
            needs: named.map(|need| PromisedNeed { code: need.code.clone(), label: in_two(&need.label) }).collect(),
            services: offered
                .map(|service| PromisedService {
                    code: service.code.clone(),
                    label: in_two(&service.label),
                    institution: site.institution(&service.institution).map(|it| it.name.clone()).unwrap_or_default(),
                })
                .collect(),
        }
    }

    /// What the site promises to a visitor who has to visit this service, whatever the need.
    pub fn of_service(site: &Site, service: &ServiceCode, language: &LanguageTag) -> Promise {
        Promise::of(site, &[], std::slice::from_ref(service), language)
    }

    /// Adds what was promised for a further step.
    pub(super) fn add(&mut self, more: Promise) {
        self.is_quiet |= more.is_quiet;
        for service in more.services {
            if self.services.iter().all(|known| known.code != service.code) {
                self.services.push(service);
            }
        }
    }

    /// A need's words: as they were promised, in further languages as the site has them; `None` when they are not known.
    pub fn need_label(&self, code: &NeedCode, site: &Site) -> Option<Words> {
        let promised = self.needs.iter().find(|need| need.code == *code).map(|need| &need.label);
        over(promised, site.need(code).map(|need| &need.label))
    }

    /// A service's name: as it was promised, in further languages as the site has it; `None` when it is not known.
    pub fn service_label(&self, code: &ServiceCode, site: &Site) -> Option<Words> {
        let promised = self.service(code).map(|service| &service.label);
        over(promised, site.service(code).map(|service| &service.label))
    }

    /// The name of the institution that offers a service; `None` when it is not known.
    pub fn institution_name<'a>(&'a self, code: &ServiceCode, site: &'a Site) -> Option<&'a str> {
        let promised = self.service(code).map(|service| service.institution.as_str());
        promised.or_else(|| site.institution_of(code).map(|institution| institution.name.as_str()))
    }

    fn service(&self, code: &ServiceCode) -> Option<&PromisedService> {
        self.services.iter().find(|service| service.code == *code)
    }
}

/// Some words, in the languages that they lack those of other words.
fn over(words: Option<&Words>, others: Option<&Words>) -> Option<Words> {
    match (words, others) {
        (Some(words), Some(others)) => Some(words.or(others)),
        (words, others) => words.or(others).cloned(),
    }
}
