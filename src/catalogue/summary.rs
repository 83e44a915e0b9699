//! A summary of a site, for technicians.

use crate::domain::site::leaves;
use crate::domain::{Leads, Need, Site};

/// The content of a site in a few lines, for `sportello check`.
pub fn summary(site: &Site) -> String {
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
        format!("{} languages: {}", languages.len(), languages.join(", ")),
    ];
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
