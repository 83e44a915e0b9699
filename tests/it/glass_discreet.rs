//! A need that others in the hall must not learn of is not shown to them: no words of it, no institution, no colour of one.

use super::glass_world::Visitor;
use super::world::demo_site;
use sportello::domain::{Leads, Need, Site};
use sportello::kiosk::Page;
use sportello::kiosk::screens::Body;
use std::sync::Arc;

/// The texts and colours that would give a need away.
fn telltales(site: &Site, need: &Need) -> Vec<String> {
    let institutions = need.services().iter().filter_map(|service| site.institution_of(service));
    let above = site.need_above(&need.code).expect("a leaf is below a need");
    let mut found: Vec<String> =
        institutions.flat_map(|body| [body.name.clone(), format!("{:?}", body.colour)]).collect();
    found.push(format!("{:?}", above.colour));
    found.push(format!("{:?}", above.pictogram));
    found.push(format!("{:?}", need.pictogram));
    found.extend(site.languages().iter().filter_map(|tag| need.label.get(tag)).map(str::to_owned));
    found
}

#[test]
fn no_page_after_the_choice_tells_a_discreet_need() {
    let site = Arc::new(demo_site());
    let leaves = site.needs().iter().flat_map(Need::menu).filter(|need| need.is_discreet());
    let mut pages = 0;
    for need in leaves {
        let mut visitor = Visitor::arrives_at(demo_site());
        visitor.chooses_language("en");
        let above = site.need_above(&need.code).expect("a leaf is below a need");
        visitor.chooses(&[above.code.as_str(), need.code.as_str()]);
        let mut inspect = |visitor: &Visitor, page: &str| {
            let shown = format!("{:?}", visitor.screen().body);
            let told: Vec<_> =
                telltales(&site, need).into_iter().filter(|tale| shown.contains(tale.as_str())).collect();
            assert!(told.is_empty(), "{} on {page}: {told:?}", need.code);
            pages += 1;
        };
        if matches!(need.leads(), Some(Leads::Person { .. })) {
            assert!(matches!(visitor.session.page(), Page::Person { .. }));
            inspect(&visitor, "the way to a person");
            continue;
        }
        inspect(&visitor, "the page to confirm");
        let asked = visitor.confirms();
        inspect(&visitor, "the page that waits");
        let ticket = visitor.hub_issues(&asked);
        visitor.hears(&asked, Ok(ticket));
        inspect(&visitor, "the number");
        let Body::Number(number) = visitor.screen().body else { panic!("the number") };
        assert!(number.bring.is_none() && number.quiet.is_some());
    }
    assert!(pages >= 7, "the demo site has discreet needs with and without a number");
}
