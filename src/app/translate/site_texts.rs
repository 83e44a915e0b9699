//! The site's own texts, each once, with where it stands first.

use crate::domain::site::leaves;
use crate::domain::{Need, Site, Words};

/// One text of the site in the house's language.
#[derive(Debug, Clone)]
pub(super) struct SiteText<'a> {
    /// In every language in which the site file itself says it.
    pub words: &'a Words,
    /// In the house's language.
    pub source: &'a str,
    /// Where it stands first.
    pub place: String,
}

/// Every text of the site, each once.
pub(super) fn texts(site: &Site) -> Vec<SiteText<'_>> {
    let mut found: Vec<SiteText<'_>> = Vec::new();
    let mut add = |words, place: String| {
        let source = Words::get(words, site.house_language());
        let source = source.filter(|source| !found.iter().any(|known| known.source == *source));
        found.extend(source.map(|source| SiteText { words, source, place }));
    };
    add(site.name(), "name".to_owned());
    for institution in site.institutions() {
        add(&institution.gloss, format!("institutions[{}].gloss", institution.code));
    }
    for service in site.services() {
        add(&service.label, format!("services[{}].label", service.code));
    }
    for desk in site.desks() {
        add(&desk.room, format!("desks[{}].room", desk.number));
    }
    for need in site.needs() {
        add(&need.label, format!("needs[{}].label", need.code));
        for leaf in leaves(std::slice::from_ref(need)) {
            add(&leaf.label, format!("needs[{}].label", leaf.code));
            for line in Need::bring(leaf) {
                add(line, format!("needs[{}].bring", leaf.code));
            }
        }
    }
    found
}
