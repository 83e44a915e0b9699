//! What each page of the glass says, as text snapshots: one file a page, each text beside its translations.
//!
//! `tests/look --update` makes them anew.

use super::glass_pages::{PAGES, visit};
use super::glass_world::Visitor;
use super::outline::{Outline, merged};
use super::snapshots;
use super::world::demo_site;
use sportello::locale::Locales;
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_page_says_what_was_approved_in_every_language() {
    let mut pages: BTreeMap<String, Vec<(String, Outline)>> = BTreeMap::new();
    let site = demo_site();
    for language in Locales::load().expect("the texts").languages() {
        let tag = language.tag.to_string();
        visit(&mut Visitor::arrives_at(site.clone()), &tag, &mut |visitor, page| {
            pages.entry(page.to_owned()).or_default().push((tag.clone(), Outline::of(&visitor.screen())));
        });
    }
    assert_eq!(pages.keys().map(String::as_str).collect::<Vec<_>>(), sorted(PAGES), "every page was met");
    let mut texts = BTreeSet::new();
    for (page, outlines) in &pages {
        assert_eq!(outlines.len(), 16, "{page} was met in every language");
        let text = merged(outlines);
        snapshots::check("glass", page, &text);
        assert!(texts.insert(text), "{page} is another page once more: the visit went astray");
    }
    snapshots::assert_no_others("glass", &PAGES);
}

fn sorted<const N: usize>(mut names: [&str; N]) -> Vec<&str> {
    names.sort_unstable();
    names.to_vec()
}
