//! `Site::check`: every mistake of a draft at once, each with its place.

use crate::queue_fixture::service_code;
use crate::world::{need_code, tag};
use sportello::domain::institution::Colour;
use sportello::domain::site::{
    MAX_LANGUAGES, MAX_NEEDS_PER_SCREEN, MAX_SERVICES, Mistake, PathPart, Problem, SiteDraft,
};
use sportello::domain::{
    Desk, DeskNumber, Institution, InstitutionCode, LanguageTag, Leads, Letter, Need, NeedContent, Presence, Rules,
    Service, ServiceCode, Site, Words,
};

/// A draft with this number of services, all at one desk and of one need.
fn draft(services: usize) -> SiteDraft {
    let codes: Vec<ServiceCode> = (0..services).map(|i| service_code(&format!("service.{i}"))).collect();
    let house = InstitutionCode::parse("house").unwrap();
    let (letter, colour) = (Letter::parse("A").unwrap(), Colour(0, 51, 160));
    let institution = Institution {
        code: house.clone(),
        name: "Casa".to_owned(),
        gloss: Words::default(),
        letter,
        colour,
        presence: Presence::Always,
        exceptions: Vec::new(),
    };
    let service = |code: &ServiceCode| Service {
        code: code.clone(),
        institution: house.clone(),
        letter,
        label: words(),
        minutes: 10,
        after: Vec::new(),
    };
    SiteDraft {
        name: words(),
        time_zone: jiff::tz::TimeZone::UTC,
        day_ends: jiff::civil::Time::midnight(),
        languages: vec![tag("it")],
        public_url: None,
        institutions: vec![institution],
        services: codes.iter().map(service).collect(),
        desks: vec![Desk { number: DeskNumber(1), room: words(), services: codes.clone(), languages: vec![tag("it")] }],
        needs: vec![leaf("need", Leads::Services(codes[..1].to_vec()))],
        no_language: None,
        count: Vec::new(),
        holidays: Vec::new(),
        doors: None,
        welcome_desk: None,
        shared_desks: false,
        idle_minutes: 60,
        rules: Rules::USUAL,
    }
}

fn words() -> Words {
    Words::new([(tag("it"), "Testo".to_owned())])
}

fn need(code: &str, content: NeedContent) -> Need {
    let (code, pictogram) = (need_code(code), "house".to_owned());
    Need { code, label: words(), pictogram, colour: Colour(0, 51, 160), content }
}

fn leaf(code: &str, leads: Leads) -> Need {
    need(code, NeedContent::Leaf { leads, bring: Vec::new(), discreet: false, urgent: false, fallback: None })
}

/// The mistakes of a draft of three services after a change.
fn told(change: impl FnOnce(&mut SiteDraft)) -> Vec<(String, Problem)> {
    let mut draft = draft(3);
    change(&mut draft);
    let part = |part: &PathPart| match part {
        PathPart::Field(field) => (*field).to_owned(),
        PathPart::Index(index) => index.to_string(),
    };
    let place = |mistake: &Mistake| mistake.place.iter().map(part).collect::<Vec<_>>().join("/");
    let mistakes = Site::check(draft).err().unwrap_or_default();
    mistakes.iter().map(|mistake| (place(mistake), mistake.problem.clone())).collect()
}

fn at(place: &str, problem: Problem) -> (String, Problem) {
    (place.to_owned(), problem)
}

#[test]
fn a_draft_without_a_mistake_is_a_site() {
    assert_eq!(told(|_| {}), []);
    assert_eq!(told(|draft| draft.no_language = Some(need_code("need"))), []);
    let more = |draft: &mut SiteDraft| {
        draft.needs.push(leaf("another", Leads::Person { desk: DeskNumber(1) }));
        draft.no_language = Some(need_code("need"));
    };
    assert_eq!(told(more), []);
}

#[test]
fn what_has_to_be_there_once_is_there_once() {
    let languages = |count| -> Vec<LanguageTag> { (0..count).map(|i| tag(&format!("x{i}"))).collect() };
    let twice = |name: &str| Problem::Twice(name.to_owned());
    assert_eq!(told(|draft| draft.languages = vec![]), [at("languages", Problem::Empty)]);
    assert_eq!(told(|draft| draft.languages.push(tag("it"))), [at("languages/1", twice("it"))]);
    assert_eq!(told(|draft| draft.languages.extend(languages(MAX_LANGUAGES - 1))), []);
    let many = Problem::TooMany(MAX_LANGUAGES);
    assert_eq!(told(|draft| draft.languages.extend(languages(MAX_LANGUAGES))), [at("languages", many.clone())]);
    assert_eq!(told(|draft| draft.languages.extend(languages(MAX_LANGUAGES + 1))), [at("languages", many)]);

    let institution = told(|draft| draft.institutions.push(draft.institutions[0].clone()));
    assert_eq!(institution, [at("institutions/1/code", twice("house"))]);
    let service = told(|draft| draft.services.push(draft.services[1].clone()));
    assert_eq!(service, [at("services/3/code", twice("service.1"))]);
    assert_eq!(told(|draft| draft.desks.push(draft.desks[0].clone())), [at("desks/1/number", twice("1"))]);
    assert_eq!(told(|draft| draft.needs.push(draft.needs[0].clone())), [at("needs/1/code", twice("need"))]);

    let without = told(|draft| draft.institutions.clear());
    assert_eq!(without[0], at("institutions", Problem::Empty));
    assert_eq!(told(|draft| draft.needs.clear()), [at("needs", Problem::Empty)]);
    assert_eq!(told(|draft| draft.desks[0].services.clear())[3..], [at("desks/0/services", Problem::Empty)]);
}

#[test]
fn nothing_comes_after_what_comes_after_it_be_it_by_way_of_others() {
    let after = |pairs: &'static [(usize, usize)]| {
        move |draft: &mut SiteDraft| {
            for (service, before) in pairs {
                let before = draft.services[*before].code.clone();
                draft.services[*service].after.push(before);
            }
        }
    };
    let circle = |place: &str, before: &str| at(place, Problem::Circle(service_code(before)));
    assert_eq!(told(after(&[(0, 1), (1, 2), (0, 2)])), [], "a chain is not a circle");
    assert_eq!(told(after(&[(0, 0)])), [circle("services/0/after/0", "service.0")]);
    let both = [circle("services/0/after/0", "service.1"), circle("services/1/after/0", "service.0")];
    assert_eq!(told(after(&[(0, 1), (1, 0)])), both);
    assert_eq!(told(after(&[(0, 1), (1, 0), (2, 0)])), both, "who only waits for a circle is in none");
    assert_eq!(told(after(&[(0, 1), (1, 2), (2, 0)])).len(), 3);
    let unknown = told(|draft| draft.services[0].after.push(service_code("nothing")));
    assert_eq!(unknown, [at("services/0/after/0", Problem::Unknown("nothing".to_owned()))]);
}

#[test]
fn a_need_leads_to_what_is_there_and_no_deeper_than_two_levels() {
    let unknown = |name: &str| Problem::Unknown(name.to_owned());
    let with = |need: Need| move |draft: &mut SiteDraft| draft.needs.push(need);
    assert_eq!(told(with(leaf("more", Leads::Services(vec![])))), [at("needs/1/services", Problem::Empty)]);
    let nowhere = leaf("more", Leads::Services(vec![service_code("service.2"), service_code("nothing")]));
    assert_eq!(told(with(nowhere)), [at("needs/1/services/1", unknown("nothing"))]);
    let nobody = leaf("more", Leads::Person { desk: DeskNumber(9) });
    assert_eq!(told(with(nobody.clone())), [at("needs/1/person", unknown("9"))]);
    let menu = |code, below| need(code, NeedContent::Menu(below));
    assert_eq!(told(with(menu("more", vec![]))), [at("needs/1/needs", Problem::Empty)]);
    assert_eq!(
        told(with(menu("more", vec![nobody]))),
        [at("needs/1/needs/0/code", Problem::Twice("more".to_owned())), at("needs/1/needs/0/person", unknown("9")),]
    );
    let person = || leaf("person", Leads::Person { desk: DeskNumber(1) });
    assert_eq!(told(with(menu("more", vec![person()]))), []);
    let deep = menu("more", vec![menu("deep", vec![person()])]);
    assert_eq!(told(with(deep)), [at("needs/1/needs/0/needs", Problem::TooDeep)]);
    let screen = |count| {
        move |draft: &mut SiteDraft| {
            draft.needs = (0..count).map(|i| leaf(&format!("n{i}"), Leads::Person { desk: DeskNumber(1) })).collect();
        }
    };
    assert_eq!(told(screen(MAX_NEEDS_PER_SCREEN)), []);
    assert_eq!(told(screen(MAX_NEEDS_PER_SCREEN + 1)), [at("needs", Problem::TooMany(MAX_NEEDS_PER_SCREEN))]);
    assert_eq!(told(|draft| draft.no_language = Some(need_code("nothing"))), [at("no_language", unknown("nothing"))]);
    assert_eq!(
        told(|draft| draft.services[1].institution = InstitutionCode::parse("nobody").unwrap()),
        [at("services/1/institution", unknown("nobody"))]
    );
}

#[test]
fn a_site_has_as_many_services_as_the_queue_has_room_for_and_no_more() {
    assert!(Site::check(draft(MAX_SERVICES)).is_ok());
    for more in [1, 2] {
        let told = Site::check(draft(MAX_SERVICES + more)).expect_err("too many");
        let problem = Problem::TooMany(MAX_SERVICES);
        assert_eq!(told, [Mistake { place: vec![PathPart::Field("services")], problem }]);
    }
}
