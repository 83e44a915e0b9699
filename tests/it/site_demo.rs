//! The two site files that come with the project: what the demo site holds, and the true hours beside it.

use crate::site_file::{known, read};
use sportello::catalogue;
use sportello::domain::{DeskNumber, Leads, Need, NeedCode, Presence, Site, Words};
use std::collections::BTreeSet;

const SPAZIO_COMUNE: &str = include_str!("sites/spazio-comune.toml");

fn leaves(site: &Site) -> Vec<&Need> {
    site.needs().iter().flat_map(Need::menu).collect()
}

#[test]
fn the_demo_site_has_what_the_catalogue_says() {
    let site = catalogue::demo(&known());
    assert_eq!(site.needs().len(), 10);
    assert_eq!(leaves(&site).len(), 43);
    assert_eq!(site.desks().len(), 13);
    assert_eq!(site.institutions().len(), 13);
    let numbers: Vec<u16> = site.desks().iter().map(|desk| desk.number.0).collect();
    assert_eq!(numbers, (1..=13).collect::<Vec<_>>());
    let letters: BTreeSet<char> = site.institutions().iter().map(|known| known.letter.as_char()).collect();
    assert_eq!(letters, "ACEFGHILMNQSW".chars().collect());
    let languages: Vec<&str> = site.languages().iter().map(|language| language.as_str()).collect();
    let sixteen = "it en fr ar uk ru so fa-AF ps ti sq ro es bn ur zh-Hans";
    assert_eq!(languages.join(" "), sixteen);
    assert_eq!(site.no_language().map(|need| need.code.as_str()), Some("city.mediator"));
    assert!(
        catalogue::summary(&site, jiff::civil::date(2026, 11, 24))
            .contains("10 needs with 43 leaves; 2 lead straight to a person")
    );
}

#[test]
fn the_demo_site_speaks_italian_and_english_everywhere() {
    let site = catalogue::demo(&known());
    for language in ["it", "en"] {
        let tag = site.languages().iter().find(|known| known.as_str() == language).expect("it is offered");
        let has_text = |words: &Words| words.get(tag).is_some_and(|text| !text.is_empty());
        for need in site.needs().iter().chain(leaves(&site)) {
            assert!(has_text(&need.label), "{} has no {language} label", need.code);
            assert!(need.bring().iter().all(has_text), "{}: what to bring lacks {language}", need.code);
            assert!(need.bring().len() <= 5, "{}: the slip has room for five lines", need.code);
        }
        assert!(site.services().iter().all(|service| has_text(&service.label)));
        assert!(site.desks().iter().all(|desk| has_text(&desk.room)));
        assert!(site.institutions().iter().all(|institution| has_text(&institution.gloss)));
    }
}

#[test]
fn every_service_of_the_demo_site_is_wanted_and_done_somewhere() {
    let site = catalogue::demo(&known());
    let wanted: BTreeSet<_> = leaves(&site).iter().flat_map(|leaf| leaf.services()).collect();
    for service in site.services() {
        assert!(wanted.contains(&service.code), "no need leads to {}", service.code);
        assert!(site.desks_for(&service.code).next().is_some(), "no desk does {}", service.code);
    }
}

#[test]
fn who_is_in_danger_goes_straight_to_a_person_and_care_is_discreet() {
    let site = catalogue::demo(&known());
    let need = |code: &str| site.need(&NeedCode::parse(code).expect("a code")).expect("it is there");
    assert_eq!(need("legal.minor").leads(), Some(&Leads::Person { desk: DeskNumber(1) }));
    assert_eq!(need("care.violence").leads(), Some(&Leads::Person { desk: DeskNumber(2) }));
    for leaf in leaves(&site) {
        assert_eq!(leaf.is_discreet(), leaf.code.as_str().starts_with("care."), "{}", leaf.code);
        let support = leaf.services().iter().filter_map(|service| site.service(service));
        let neutral =
            support.filter(|service| service.institution.as_str() == "ascolto").all(|it| it.letter.as_char() == 'N');
        assert!(neutral, "{}", leaf.code);
    }
}

#[test]
fn the_demo_site_is_open_at_every_hour_but_for_the_prefettura() {
    let site = catalogue::demo(&known());
    for institution in site.institutions() {
        let is_prefettura = institution.code.as_str() == "prefettura";
        assert_eq!(institution.presence == Presence::Always, !is_prefettura, "{}", institution.code);
    }
    let family = NeedCode::parse("permit.family").expect("a code");
    let services = site.need(&family).expect("it is there").services();
    assert_eq!(services.len(), 1, "it shows what closed looks like");
}

#[test]
fn the_true_hours_change_nothing_but_presence() {
    let demo = catalogue::demo_parts(&known()).site;
    let real = read(SPAZIO_COMUNE).expect("the second site file is right");
    assert_eq!(demo.needs(), real.needs());
    assert_eq!(demo.services(), real.services());
    assert_eq!(demo.desks(), real.desks());
    assert!(real.institutions().iter().all(|institution| institution.presence != Presence::Always));
}

#[test]
fn with_the_true_hours_every_need_can_be_met_at_some_hour_of_the_week() {
    let site = read(SPAZIO_COMUNE).expect("the second site file is right");
    let monday: jiff::Timestamp = "2026-11-23T00:00:00+01:00".parse().expect("a moment");
    let quarters: Vec<_> = (0..7 * 96).map(|quarter| monday + jiff::SignedDuration::from_mins(quarter * 15)).collect();
    for leaf in leaves(&site) {
        let can_be_met = quarters.iter().any(|at| {
            leaf.services().iter().all(|service| site.institution_of(service).is_some_and(|it| site.is_here(it, *at)))
        });
        assert!(can_be_met, "{}: its services are never here at the same time", leaf.code);
    }
}
