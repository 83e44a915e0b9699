//! What was understood of a site file, for technicians.

use super::week::{LOOK_AHEAD_DAYS, date_in_words, in_words, next_closed};
use crate::domain::institution::Institution;
use crate::domain::site::leaves;
use crate::domain::{Leads, Need, Site};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The content of a site in a few lines, for `sportello check` on this date.
pub fn summary(site: &Site, today: Date) -> String {
    let leaves: Vec<&Need> = leaves(site.needs()).collect();
    let persons = leaves.iter().filter(|leaf| matches!(leaf.leads(), Some(Leads::Person { .. }))).count();
    let languages: Vec<&str> = site.languages().iter().map(|language| language.as_str()).collect();
    let mut lines = vec![
        site.name().get(site.house_language()).unwrap_or("").to_owned(),
        format!("{} needs with {} leaves; {persons} lead straight to a person", site.needs().len(), leaves.len()),
        format!(
            "{} institutions, {} services, {} desks",
            site.institutions().len(),
            site.services().len(),
            site.desks().len()
        ),
    ];
    lines.extend(site.doors().map(|doors| format!("  doors: {}", in_words(&doors.hours))));
    lines.extend(site.institutions().iter().map(|institution| presence(site, institution, today)));
    lines.push(format!("{} languages: {}", languages.len(), languages.join(", ")));
    let texts = site.texts();
    for language in site.languages() {
        let missing = texts.iter().filter(|words| words.get(language).is_none()).count();
        if missing > 0 {
            lines.push(format!(
                "{language}: {missing} of {} texts are not translated; another language is shown instead",
                texts.len()
            ));
        }
    }
    lines.join("\n")
}

/// `  L cpi: Mon-Fri 8:30-12:30; next closed on Tue 8 December 2026`.
fn presence(site: &Site, institution: &Institution, today: Date) -> String {
    let services = site.services().iter().filter(|service| service.institution == institution.code);
    let mut letters: BTreeSet<char> = services.map(|service| service.letter.as_char()).collect();
    if letters.is_empty() {
        letters.insert(institution.letter.as_char());
    }
    let letters: Vec<String> = letters.into_iter().map(String::from).collect();
    let closed = match next_closed(site, institution, today) {
        Some(date) => format!("; next closed on {}", date_in_words(date)),
        None if site.holidays().is_empty() => String::new(),
        None => format!("; not closed in the next {LOOK_AHEAD_DAYS} days"),
    };
    let (letters, code) = (letters.join(" "), &institution.code);
    format!("  {letters} {code}: {}{closed}", in_words(&institution.presence))
}
