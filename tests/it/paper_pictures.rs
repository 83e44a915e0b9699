//! Slips and notes of the demo site in every language: their words and the rows of their dots as text snapshots, and
//! their pictures.
//!
//! The pictures are in `target/tmp/pictures/paper`; see `pictures.rs` for those that are committed.

use super::outline::{Outline, merged};
use super::palette::Picture;
use super::paper_site::{ADDRESS, tag, ticket};
use super::paper_tools::stretches;
use super::world::demo_site;
use super::{pictures, pseudo, snapshots};
use jiff::civil::date;
use sportello::domain::{Absence, AbsenceKind, LanguageTag, NeedCode, Site, Ticket};
use sportello::locale::Locales;
use sportello::print::{Canvas, Note, Paper, Slip, preview};
use std::fmt::Debug;

/// The usual width of a print head, and a narrow one.
const WIDTHS: [u32; 2] = [576, 384];
const PAPERS: [&str; 5] = ["slip", "slip-two-stops", "slip-discreet", "note", "note-full"];

/// What is on the paper in one language.
fn paper(name: &str, site: &Site, language: &LanguageTag, locales: &Locales) -> Paper {
    let slip = |need| {
        Paper::Slip(Slip::compose(site, &ticket(site, language.as_str(), &[need], "H 042"), 12, locales, ADDRESS))
    };
    match name {
        "slip" => slip("permit.renew"),
        "slip-two-stops" => slip("permit.btp"),
        "slip-discreet" => slip("care.talk"),
        "note" => Paper::Note(note(site, "permit.family", false, language, locales)),
        "note-full" => Paper::Note(note(site, "health.ssn", true, language, locales)),
        other => panic!("{other} is not a paper"),
    }
}

fn note(site: &Site, need: &str, is_full: bool, language: &LanguageTag, locales: &Locales) -> Note {
    let need = site.need(&NeedCode::parse(need).expect("a need code")).expect("a need of the demo site");
    let institution = need.services().first().and_then(|service| site.institution_of(service));
    let institution = institution.map(|institution| institution.code.clone());
    let back = Some(date(2026, 11, 26).at(9, 0, 0, 0));
    let kind = if is_full { AbsenceKind::Full } else { AbsenceKind::ClosedNow };
    Note::compose(site, need, &Absence { kind, institution, back }, language, locales)
}

#[test]
fn every_paper_says_what_was_approved_in_every_language() {
    let (site, locales) = (demo_site(), Locales::load().expect("the texts"));
    for name in PAPERS {
        let outlines = locales.languages().iter().map(|language| {
            let paper = paper(name, &site, &language.tag, &locales);
            let words: &dyn Debug = match &paper {
                Paper::Slip(slip) => slip,
                Paper::Note(note) => note,
            };
            let mut outline = Outline::of(words);
            for dots in WIDTHS {
                let canvas = draw(&format!("{name}-{}", language.tag), &paper, dots);
                outline = outline.with(&format!("dots on {dots}"), &rows(&canvas));
            }
            (language.tag.to_string(), outline)
        });
        snapshots::check("paper", name, &merged(&outlines.collect::<Vec<_>>()));
    }
    snapshots::assert_no_others("paper", &PAPERS);
}

/// Draws a paper, keeps its picture, and sees to it that nothing is blank or endless.
fn draw(name: &str, paper: &Paper, dots: u32) -> Canvas {
    let (canvas, _) = preview(paper, dots).expect("the fonts");
    assert!(canvas.width() == dots && (200..1_600).contains(&canvas.height()), "{name}: {} dots", canvas.height());
    let picture = picture(&canvas);
    let rgba: Vec<u8> = picture.pixels.iter().flat_map(|[r, g, b]| [*r, *g, *b, 255]).collect();
    pictures::keep(&format!("paper/{name}-{dots}"), picture.width, picture.height, &rgba);
    canvas
}

/// Where there are dots, from top to bottom: first and last row, and first and last column in them.
fn rows(canvas: &Canvas) -> String {
    let described = stretches(canvas).into_iter().map(|(from, to)| {
        let is_black = |x: &u32| (from..to).any(|y| canvas.is_black(*x, y));
        let left = (0..canvas.width()).find(is_black).unwrap_or_default();
        let right = (0..canvas.width()).rfind(is_black).unwrap_or_default();
        format!("{from}-{} {left}-{right}", to - 1)
    });
    described.collect::<Vec<_>>().join(", ")
}

fn picture(canvas: &Canvas) -> Picture {
    let (width, height) = (canvas.width(), canvas.height());
    let dots = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    let pixels = dots.map(|(x, y)| if canvas.is_black(x, y) { [0; 3] } else { [255; 3] }).collect();
    Picture { width, height, pixels }
}

#[test]
fn longer_texts_fit_on_paper_too() {
    let locales = pseudo::locales();
    let site = pseudo::site(&locales);
    for language in [pseudo::LONG, pseudo::MIRRORED] {
        for (name, dots) in PAPERS.into_iter().flat_map(|name| WIDTHS.map(|dots| (name, dots))) {
            draw(&format!("{name}-{language}"), &paper(name, &site, &tag(language), &locales), dots);
        }
    }
}

/// The slip of a ticket, for the README.
pub fn for_readme(site: &Site, ticket: &Ticket) -> Picture {
    let slip = Slip::compose(site, ticket, 4, &Locales::load().expect("the texts"), ADDRESS);
    let (canvas, _) = preview(&slip.into(), WIDTHS[0]).expect("the fonts");
    picture(&canvas)
}
