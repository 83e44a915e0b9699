//! Lookups of a site: texts, menu, hours.

use crate::queue_fixture::{House, MIND, service_code};
use crate::world::{need_code, tag};
use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use sportello::catalogue::{self, Known};
use sportello::domain::{Leads, Site, Words};
use sportello::pictogram;

const LEAF: &str = "code = \"help\"\nlabel = { it = \"Aiuto\" }\npictogram";
const NAME: &str = "name = { it = \"Casa piccola\" }";

/// The small house with a menu, things to bring, a gloss, a need that leads to a person, and an address.
fn wordy_site() -> Site {
    let text = MIND
        .replace(NAME, "name = { it = \"Casa piccola\", ar = \"بيت\" }\npublic_url = \"https://casa.example\"")
        .replace("name = \"Clinica\"", "name = \"Clinica\"\ngloss = { it = \"Medici\" }")
        + "\n[[needs]]\ncode = \"more\"\nlabel = { it = \"Altro\" }\npictogram = \"house\"\ncolour = \"#006B3C\"\n\
           \n[[needs.needs]]\ncode = \"more.card\"\nlabel = { it = \"Tessera persa\" }\nservices = [\"code\", \"card\"]\n\
           bring = [{ it = \"Un documento\" }, { it = \"Una foto\", ti = \"ስእሊ\" }]\n\
           \n[[needs.needs]]\ncode = \"more.person\"\nlabel = { it = \"Una persona\" }\nperson = 5\n";
    let known = Known { languages: ["it", "ar", "ti"].map(tag).to_vec(), pictograms: pictogram::names().collect() };
    catalogue::read(&text, "mind.toml", &known).unwrap_or_else(|mistakes| panic!("{}", mistakes[0]))
}

fn texts(site: &Site, language: &str) -> Vec<String> {
    site.texts().iter().map(|words| words.get(&tag(language)).unwrap_or("-").to_owned()).collect()
}

#[test]
fn the_texts_of_a_site_are_all_there_in_the_order_of_its_file_but_for_those_nobody_wrote() {
    let written = [
        "Casa piccola",
        "Medici",
        "Aiuto",
        "Codice",
        "Tessera",
        "Ascolto",
        "Piano terra",
        "Piano terra",
        "Piano terra",
        "Primo piano",
        "Primo piano",
        "Aiuto",
        "Codice",
        "Tessera",
        "Parlare",
        "Altro",
        "Tessera persa",
        "Un documento",
        "Una foto",
        "Una persona",
    ];
    assert_eq!(texts(&wordy_site(), "it"), written, "the house has no gloss");
    let site = wordy_site();
    assert_eq!(site.name().get(&tag("ar")), Some("بيت"));
    assert_eq!(site.need(&need_code("more.card")).unwrap().bring().len(), 2);
    assert!(site.need(&need_code("more")).unwrap().bring().is_empty(), "a menu brings nothing");
}

#[test]
fn what_lacks_a_language_is_completed_from_the_houses_own_and_what_was_written_stays() {
    let translate = |language: &_, text: &str| {
        (*language == tag("ar") || text == "Una foto").then(|| format!("{language}: {text}"))
    };
    let site = wordy_site().completed(translate);
    let arabic: Vec<String> = texts(&site, "it").iter().map(|text| format!("ar: {text}")).collect();
    assert_eq!(texts(&site, "ar")[0], "بيت");
    assert_eq!(texts(&site, "ar")[1..], arabic[1..]);
    assert_eq!(texts(&site, "it"), texts(&wordy_site(), "it"), "the texts in the staff's language never change");
    let tigrinya: Vec<String> = texts(&site, "ti").into_iter().filter(|text| text != "-").collect();
    assert_eq!(tigrinya, ["ስእሊ"], "written, so not asked for");
    assert!(site.texts().iter().all(|words| !Words::is_empty(words)));
}

#[test]
fn a_menu_is_two_levels_deep_and_each_need_knows_what_is_above() {
    let site = wordy_site();
    let above = |code: &str| site.need_above(&need_code(code)).map(|need| need.code.to_string());
    assert_eq!(above("more.card").as_deref(), Some("more"));
    assert_eq!(["more", "help", "nothing"].map(above), [None, None, None]);
    assert_eq!(site.need(&need_code("more.card")).unwrap().services().len(), 2);
    let person = site.need(&need_code("more.person")).unwrap();
    assert!(matches!(person.leads(), Some(Leads::Person { desk }) if desk.0 == 5));
    assert!(person.services().is_empty());
    assert_eq!(site.public_url(), Some("https://casa.example"));
    assert_eq!(House::new().day.site().public_url(), None);
    assert!(!MIND.contains("public_url") && MIND.contains(LEAF) && MIND.contains(NAME));
}

fn at(text: &str) -> DateTime {
    text.parse().expect("a time of day")
}

fn moment(site: &Site, text: &str) -> Timestamp {
    site.moment(at(text)).expect("a moment")
}

#[test]
fn the_next_presence_is_now_or_the_first_opening_after_now() {
    let house = House::new();
    let site = house.day.site();
    let clinic = site.institution_of(&service_code("card")).unwrap();
    for (now, next) in [
        ("2026-11-24T08:59", "2026-11-24T09:00"),
        ("2026-11-24T09:00", "2026-11-24T09:00"),
        ("2026-11-24T11:59", "2026-11-24T11:59"),
        ("2026-11-24T12:00", "2026-11-24T14:00"),
        ("2026-11-24T16:00", "2026-11-25T10:00"),
        ("2026-11-25T11:00", "2026-12-01T09:00"),
    ] {
        assert_eq!(site.next_presence(clinic, moment(site, now)), Some(at(next)), "{now}");
    }
    assert_eq!(site.next_presence_after_today(clinic, moment(site, "2026-11-24T10:00")), Some(at("2026-11-25T10:00")));
    assert_eq!(site.next_presence_after_today(clinic, moment(site, "2026-11-25T09:00")), Some(at("2026-12-01T09:00")));
    assert!(site.holidays().contains(&date(2026, 12, 25)));
}

#[test]
fn the_minutes_left_of_several_institutions_count_once_where_they_overlap() {
    let office = "[[institutions]]\ncode = \"office\"\nname = \"Ufficio\"\nletter = \"D\"\ncolour = \"#0033A0\"\n\
                  presence = { tue = [\"11:00-13:00\", \"15:00-15:30\"] }\n\n[[services]]\ncode = \"help\"";
    let changes = [
        ("[[services]]\ncode = \"help\"", office),
        ("code = \"help\"\ninstitution = \"house\"", "code = \"help\"\ninstitution = \"office\""),
    ];
    let house = House::with(&changes, "2026-11-24T10:00:00+01:00");
    let site = house.day.site();
    let (clinic, office) =
        (site.institution_of(&service_code("card")).unwrap(), site.institution_of(&service_code("help")).unwrap());
    for (now, of_clinic, of_office, of_both) in [
        ("08:00", 300, 150, 360),
        ("11:30", 150, 120, 210),
        ("12:00", 120, 90, 180),
        ("15:10", 50, 20, 50),
        ("16:00", 0, 0, 0),
    ] {
        let now = moment(site, &format!("2026-11-24T{now}"));
        let left = [&[clinic][..], &[office], &[office, clinic]].map(|of| site.minutes_left(of, now));
        assert_eq!(left, [of_clinic, of_office, of_both], "{now}");
    }
}
