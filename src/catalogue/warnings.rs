//! What is allowed in a site file and is seldom meant.

use super::address::is_this_machine;
use super::hours_warnings;
use super::mistake::quoted;
use super::week::date_in_words;
use crate::domain::institution::Colour;
use crate::domain::site::leaves;
use crate::domain::{Need, Site, Words};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Colours that are less than this apart, as distance in RGB, are taken for one another.
const SAME_COLOUR: u32 = 32;
/// Characters that take no room and are easily pasted: two texts that look the same differ then.
const UNSEEN: [char; 4] = ['\u{200B}', '\u{2060}', '\u{00AD}', '\u{180E}'];

/// The warnings about a site, a sentence each, on this date.
pub fn warnings(site: &Site, today: Date) -> Vec<String> {
    let mut found = Vec::new();
    found.extend(letters(site));
    found.extend(hours_warnings::warnings(site, today));
    found.extend(holidays(site, today));
    found.extend(references(site));
    found.extend(labels(site.needs(), site));
    found.extend(site.needs().iter().flat_map(|need| labels(need.menu(), site)));
    found.extend(colours(site));
    found.extend(unseen(site));
    found.extend(address(site));
    found
}

fn letters(site: &Site) -> Vec<String> {
    let mut users: BTreeMap<char, BTreeSet<&str>> = BTreeMap::new();
    for service in site.services() {
        users.entry(service.letter.as_char()).or_default().insert(service.institution.as_str());
    }
    let shared = users.into_iter().filter(|(_, institutions)| institutions.len() > 1);
    let words_of = |(letter, institutions): (char, BTreeSet<&str>)| {
        let institutions = institutions.into_iter().collect::<Vec<_>>().join(", ");
        format!("the letter {letter} is shared by {institutions}: their numbers mix, and the board shows them together")
    };
    shared.map(words_of).collect()
}

fn holidays(site: &Site, today: Date) -> Vec<String> {
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    let past = site.holidays().iter().filter(|date| **date < today).count();
    if past > 0 {
        found.push(format!(
            "holidays: {past} of {} are past: take them out, or correct the year",
            site.holidays().len()
        ));
    }
    for date in site.holidays().iter().filter(|date| !seen.insert(**date)) {
        found.push(format!("holidays: {} is there twice", date_in_words(*date)));
    }
    found
}

fn references(site: &Site) -> Vec<String> {
    let idle = site
        .institutions()
        .iter()
        .filter(|institution| !site.services().iter().any(|service| service.institution == institution.code));
    let mut found: Vec<String> =
        idle.map(|institution| format!("institutions[{}]: it has no service", institution.code)).collect();
    for service in site.services() {
        if !leaves(site.needs()).any(|need| need.services().contains(&service.code)) {
            let code = &service.code;
            found.push(format!(
                "services[{code}]: no need leads to it: visitors can't choose it, only desks hand on to it"
            ));
        }
    }
    for desk in site.desks() {
        for language in desk.languages.iter().filter(|language| !site.languages().contains(language)) {
            let desk = desk.number;
            found.push(format!("desks[{desk}].languages: {language} is spoken there, and visitors can't choose it"));
        }
    }
    found
}

fn labels(needs: &[Need], site: &Site) -> Vec<String> {
    let label = |need: &Need| Words::get(&need.label, site.house_language()).unwrap_or_default().to_lowercase();
    let mut found = Vec::new();
    for (place, need) in needs.iter().enumerate() {
        let twins = needs[place + 1..].iter().filter(|other| label(other) == label(need));
        found.extend(twins.map(|twin| {
            let shown = quoted(Words::get(&need.label, site.house_language()).unwrap_or_default());
            format!("needs[{}] and needs[{}] are both called {shown} on one page", need.code, twin.code)
        }));
    }
    found
}

fn colours(site: &Site) -> Vec<String> {
    let mut found = Vec::new();
    for (place, one) in site.institutions().iter().enumerate() {
        let others = site.institutions()[place + 1..].iter();
        found.extend(others.filter(|other| distance(one.colour, other.colour) < SAME_COLOUR).map(|other| {
            let (one, other) = (&one.code, &other.code);
            format!("institutions[{one}] and institutions[{other}] have colours that look the same")
        }));
    }
    found
}

fn distance(one: Colour, other: Colour) -> u32 {
    let square = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
    (square(one.0, other.0) + square(one.1, other.1) + square(one.2, other.2)).isqrt()
}

fn unseen(site: &Site) -> Vec<String> {
    let names = site.institutions().iter().map(|institution| institution.name.as_str());
    let words = site.texts().into_iter().flat_map(|words| site.languages().iter().filter_map(|tag| words.get(tag)));
    let texts = names.chain(words).filter(|text| text.contains(UNSEEN));
    let texts: BTreeSet<&str> = texts.collect();
    let words_of = |text: &str| {
        let code = text.chars().find(|character| UNSEEN.contains(character)).map_or(0, u32::from);
        let shown: String = text.chars().filter(|character| !UNSEEN.contains(character)).collect();
        format!("{} contains the invisible character U+{code:04X}: type it again", quoted(&shown))
    };
    texts.into_iter().map(words_of).collect()
}

fn address(site: &Site) -> Option<String> {
    let url = site.public_url()?;
    is_this_machine(url).then(|| format!("public_url: phones can't reach {url}, an address of this machine alone"))
}
