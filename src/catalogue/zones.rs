//! Time zones by the names that people try first: a city, a country in their own language, an abbreviation.

/// Other names of zones, in small letters: as people here write the city or the country.
const OTHER_NAMES: [(&str, &[&str]); 14] = [
    ("Europe/Rome", &["roma", "italy", "italia", "italie", "italien", "turin", "torino", "milano", "milan", "napoli"]),
    ("Europe/Paris", &["parigi", "france", "francia", "frankreich"]),
    ("Europe/Berlin", &["berlino", "germany", "germania", "allemagne", "deutschland"]),
    ("Europe/Zurich", &["zurigo", "zürich", "switzerland", "svizzera", "suisse", "schweiz"]),
    ("Europe/Vienna", &["vienna", "wien", "austria", "autriche", "österreich"]),
    ("Europe/Madrid", &["spain", "spagna", "espagne", "españa"]),
    ("Europe/Lisbon", &["lisbona", "lisboa", "portugal", "portogallo"]),
    ("Europe/London", &["londra", "londres", "uk", "england", "gran bretagna"]),
    ("Europe/Brussels", &["bruxelles", "belgium", "belgio", "belgique"]),
    ("Europe/Amsterdam", &["netherlands", "olanda", "paesi bassi", "pays-bas"]),
    ("Europe/Athens", &["atene", "athènes", "greece", "grecia"]),
    ("Europe/Tirane", &["tirana", "albania"]),
    ("Europe/Bucharest", &["bucarest", "românia", "romania"]),
    ("Europe/Kyiv", &["kiev", "ukraine", "ucraina"]),
];

/// What to write in place of an unknown name.
pub(super) fn remedy(typed: &str) -> String {
    let names: Vec<String> = jiff::tz::db().available().map(|zone| zone.to_string()).collect();
    if names.is_empty() {
        return "This machine knows no time zones: install the package tzdata.".to_owned();
    }
    match meant(typed, &names) {
        Some(zone) => format!("Did you mean {zone:?}?"),
        None => "Write the name of a city's zone, such as \"Europe/Rome\": it knows summer time.".to_owned(),
    }
}

/// The zone of this city or country, or the one whose name differs by a slip of the hand. The nearest name by letters
/// would often be the zone of another country.
fn meant<'a>(typed: &str, names: &'a [String]) -> Option<&'a str> {
    let typed = typed.trim().to_lowercase();
    let place = typed.rsplit('/').next().unwrap_or(&typed);
    let other = OTHER_NAMES.iter().find(|(_, others)| others.contains(&place)).map(|(zone, _)| *zone);
    let is_meant = |name: &&String| match other {
        Some(zone) => name.as_str() == zone,
        None => city(name) == place.replace(' ', "_") && name.contains('/') && !name.starts_with("Etc/"),
    };
    let is_near = |name: &&String| typed.contains('/') && strsim::osa_distance(&typed, &name.to_lowercase()) == 1;
    names.iter().find(is_meant).or_else(|| names.iter().find(is_near)).map(String::as_str)
}

fn city(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).to_lowercase()
}
