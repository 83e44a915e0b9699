//! The site's own texts, each once, with its first place in the site file.

use crate::domain::site::leaves;
use crate::domain::{Need, Site, Words};

/// One text of the site.
#[derive(Debug, Clone)]
pub(super) struct SiteText<'a> {
    /// The text in every language that the site file itself has.
    pub words: &'a Words,
    /// The text in the site's first language.
    pub source: &'a str,
    /// Its first place in the site file.
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
            if let Some(fallback) = leaf.fallback() {
                add(&fallback.words, format!("needs[{}].fallback.words", leaf.code));
            }
        }
    }
    found
}
