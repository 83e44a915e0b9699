//! Notes: the paper that a visitor takes home instead of a number.

use crate::paper_site::{site, tag};
use crate::paper_tools::{error_rate, folder, text_of};
use jiff::civil::date;
use sportello::domain::{Absence, AbsenceKind, NeedCode};
use sportello::locale::Locales;
use sportello::print::note::Note;
use sportello::print::preview;
use std::fs;

fn note(language: &str, need: &str, is_full: bool) -> Note {
    let (site, locales) = (site(), Locales::load().expect("the texts"));
    let need = site.need(&NeedCode::parse(need).expect("a need code")).expect("a need");
    let institution = need.services().first().and_then(|service| site.institution_of(service));
    let institution = institution.map(|body| body.code.clone());
    let back = Some(date(2026, 11, 26).at(9, 0, 0, 0));
    let kind = if is_full { AbsenceKind::Full } else { AbsenceKind::ClosedNow };
    Note::compose(&site, need, &Absence { kind, institution, back }, &tag(language), &locales)
}

#[test]
fn ocr_reads_when_to_come_again_and_that_it_is_no_number() {
    let note = note("it", "renew", false);
    assert_eq!(note.house, None, "the house reads the same language");
    let (canvas, _) = preview(&note.clone().into(), 576).expect("the fonts");
    let picture = folder("note").join("note.png");
    fs::write(&picture, canvas.to_png().expect("a PNG")).expect("a picture");
    let read = text_of("tesseract", &[&picture.to_string_lossy(), "-", "-l", "ita", "--psm", "4", "--dpi", "203"]);
    let words = &note.visitor;
    for line in [&words.title, &words.no_number] {
        let best = read.lines().map(|read| error_rate(line, read)).fold(f64::INFINITY, f64::min);
        assert!(best <= 0.1, "{line:?} is not in what was read:\n{read}");
    }
    let places: Vec<String> = words.places.iter().map(|it| it.replace(['\u{2068}', '\u{2069}'], "")).collect();
    assert_eq!(places, ["Sportelli 3, 4 · Piano terra"]);
    assert!(words.next.contains("26 novembre") && words.next.contains("09:00"), "{}", words.next);
}

#[test]
fn a_note_about_a_discreet_need_names_neither_need_nor_institution() {
    let (open, discreet) = (note("ar", "renew", false), note("ar", "talk", false));
    let house = open.house.as_ref().expect("the staff read another language");
    assert!(open.visitor.need.is_some() && open.visitor.institution.is_some() && house.language == tag("it"));
    for words in [&discreet.visitor, discreet.house.as_ref().expect("for the staff")] {
        assert_eq!((&words.need, &words.institution, &words.bring, words.places.len()), (&None, &None, &None, 0));
        assert!(!words.next.is_empty() && !words.no_number.is_empty(), "but it says when to come again");
    }
}
