//! Slips of the demo site in all sixteen languages: shaped as HarfBuzz shapes them, and read back by OCR.

use crate::paper::{glyphs, harfbuzz_in, line, read};
use crate::paper_site::{ADDRESS, ticket};
use crate::paper_tools::{enlarged, error_rate, folder};
use crate::world::demo_site;
use sportello::domain::{LanguageTag, Need, Site};
use sportello::fonts;
use sportello::locale::{Language, Locales};
use sportello::print::text::{Style, TextEngine};
use sportello::print::{Ruler, Slip, preview};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The languages that tesseract has a model for, with its name. Somali has none and is read with the English one.
const MODELS: [(&str, &str); 16] = [
    ("it", "ita"),
    ("en", "eng"),
    ("fr", "fra"),
    ("ar", "ara"),
    ("uk", "ukr"),
    ("ru", "rus"),
    ("so", "eng"),
    ("fa-AF", "fas"),
    ("ps", "pus"),
    ("ti", "tir"),
    ("sq", "sqi"),
    ("ro", "ron"),
    ("es", "spa"),
    ("bn", "ben"),
    ("ur", "urd"),
    ("zh-Hans", "chi_sim"),
];

fn slip(site: &Site, language: &LanguageTag, need: &str) -> Slip {
    let ticket = ticket(site, language.as_str(), &[need], "H 042");
    Slip::compose(site, &ticket, 12, &Locales::load().expect("the texts"), ADDRESS)
}

/// Every line of a slip in the visitor's language but the official names, and whether it is printed bold, as `draw.rs` does.
fn printed_lines(slip: &Slip) -> Vec<(String, bool)> {
    let words = &slip.visitor;
    let (title, bring) = words.bring.as_ref().expect("something to bring");
    let places = words.stops.iter().flat_map(|stop| &stop.places).flat_map(|place| [&place.desks, &place.room]);
    let bold = words.needs.iter().map(|need| &need.label).chain(places).chain([&words.ahead, title]);
    let plain = [&words.site, &words.issued, &words.follow].into_iter().chain(bring);
    let lines = bold.map(|line| (line, true)).chain(plain.map(|line| (line, false)));
    lines.map(|(line, bold)| (line.replace(['\u{2068}', '\u{2069}'], ""), bold)).collect()
}

/// The lines of a slip in the visitor's language that have no foreign names in them.
fn lines(slip: &Slip) -> Vec<String> {
    let words = &slip.visitor;
    let (title, bring) = words.bring.as_ref().expect("something to bring");
    let needs = words.needs.iter().map(|need| need.label.clone());
    let lines = needs.chain([title.clone(), words.ahead.clone(), words.follow.clone()]).chain(bring.iter().cloned());
    lines.map(|line| line.replace(['\u{2068}', '\u{2069}'], "")).collect()
}

/// The lines that OCR can be expected to read: its models hardly know digits other than 0 to 9.
fn readable_lines(slip: &Slip) -> Vec<String> {
    let has_other_digits = |line: &String| line.chars().any(|c| c.is_numeric() && !c.is_ascii());
    lines(slip).into_iter().filter(|line| !has_other_digits(line)).collect()
}

/// At most 140 mm with five lines of things to bring, at 8 dots a millimetre.
#[test]
fn no_slip_of_the_demo_site_is_longer_than_140_mm() {
    let (site, locales) = (demo_site(), Locales::load().expect("the texts"));
    for language in locales.languages() {
        for need in site.needs().iter().flat_map(Need::menu).filter(|need| need.services().len() == 1) {
            for (dots, most) in [(576, 1_120), (384, 1_120)] {
                let slip = slip(&site, &language.tag, need.code.as_str());
                let (canvas, _) = preview(&slip.clone().into(), dots).expect("the fonts");
                let (tag, code, height) = (&language.tag, &need.code, canvas.height());
                assert!(height <= most, "{tag}: {code} takes {height} dots on paper of {dots} dots");
            }
        }
    }
}

#[test]
fn no_line_is_wider_than_its_place_in_any_language() {
    let (site, locales) = (demo_site(), Locales::load().expect("the texts"));
    let mut engine = TextEngine::open().expect("the fonts");
    for language in locales.languages() {
        let all = site.texts().into_iter().filter_map(|words| words.get(&language.tag)).collect::<Vec<_>>().join(" · ");
        for width in (200..560).step_by(12) {
            let style = Style { size: 30.0, bold: false, from_right: language.direction.is_right_to_left() };
            let block = engine.lay_out(&all, language.tag.as_str(), style, width).expect("the fonts");
            let widest = block.ink_width();
            assert!(widest <= width as f32 + 0.5, "{}: {widest} in a place of {width}", language.tag);
        }
    }
}

/// The font file for a word, when one family has all its glyphs.
fn font_of(word: &str, tag: &str, bold: bool, ruler: &mut Ruler) -> Option<PathBuf> {
    let family = fonts::family_of(word, tag);
    let is_whole = word.chars().all(|letter| ruler.has(family, letter));
    is_whole.then(|| PathBuf::from(fonts::FOLDER).join(family.files[usize::from(bold)]))
}

#[test]
fn every_word_has_the_glyphs_that_harfbuzz_itself_chooses_in_all_sixteen_languages() {
    let (site, locales) = (demo_site(), Locales::load().expect("the texts"));
    let mut ruler = Ruler::open().expect("the fonts");
    for language in locales.languages() {
        let (tag, from_right) = (language.tag.as_str(), language.direction.is_right_to_left());
        let mut compared = [BTreeSet::new(), BTreeSet::new()];
        for need in ["permit.renew", "health.ssn"] {
            let lines = printed_lines(&slip(&site, &language.tag, need));
            let words = lines.iter().flat_map(|(line, bold)| line.split_whitespace().map(|word| (word, *bold)));
            for (word, bold) in words {
                // A word of foreign letters runs the other way; a slip has some, such as STP.
                let Some(font) = font_of(word, tag, bold, &mut ruler) else { continue };
                let own = language.fonts.iter().find(|family| *family != "Noto Sans").unwrap_or(&language.fonts[0]);
                let is_own = fonts::family_of(word, tag).name == own;
                let is_new = !compared[usize::from(bold)].contains(word);
                if !is_own || !is_new || word.chars().all(|c| !c.is_alphabetic()) {
                    continue;
                }
                let ours = glyphs(word, tag, from_right, bold);
                let theirs = harfbuzz_in(word, &font, tag, from_right);
                assert_eq!(ours, theirs, "{tag}: {word}, bold: {bold}");
                assert!(!ours.contains(&0), "{tag}: a letter of {word:?} has no glyph");
                compared[usize::from(bold)].insert(word.to_owned());
            }
        }
        let [plain, bold] = compared.map(|words| words.len());
        assert!(plain >= 6 && bold >= 6, "{tag}: only {plain} words were compared, and {bold} bold ones");
    }
}

#[test]
fn letters_that_are_not_joined_are_noticed_in_every_script_that_joins() {
    let (site, locales) = (demo_site(), Locales::load().expect("the texts"));
    let mut ruler = Ruler::open().expect("the fonts");
    for tag in ["ar", "fa-AF", "ps", "ur", "bn"] {
        let language = locales.languages().iter().find(|language| language.tag.as_str() == tag).expect("it is offered");
        let from_right = language.direction.is_right_to_left();
        let lines = lines(&slip(&site, &language.tag, "permit.renew"));
        let words = lines.iter().flat_map(|line| line.split_whitespace()).filter(|word| word.chars().count() > 3);
        let noticed = words
            .filter_map(|word| Some((word, font_of(word, tag, false, &mut ruler)?)))
            .filter(|(word, font)| {
                let apart: String = word.chars().flat_map(|letter| [letter, '\u{200C}']).collect();
                let without_marks =
                    |glyphs: Vec<u32>| glyphs.into_iter().filter(|glyph| *glyph != 3).collect::<Vec<_>>();
                without_marks(harfbuzz_in(&apart, font, tag, from_right))
                    != without_marks(glyphs(word, tag, from_right, false))
            })
            .count();
        assert!(noticed >= 3, "{tag}: letters that stand apart were noticed in {noticed} words only");
    }
}

/// The text with one spelling for marks and letters that look the same.
fn alike(text: &str) -> String {
    let one = |c: char| match c {
        '’' => '\'',
        '：' | '፡' => ':',
        '（' => '(',
        '）' => ')',
        '，' => ',',
        'ţ' => 'ț',
        'ş' => 'ș',
        'ي' => 'ی',
        c => c,
    };
    text.chars().map(one).collect()
}

/// The share of letters that OCR reads wrong, and the lines with errors.
fn error_of(language: &Language, model: &str, lines: &[String], change: impl Fn(&str) -> String) -> (f64, String) {
    let folder = folder("languages");
    let (tag, from_right) = (language.tag.as_str(), language.direction.is_right_to_left());
    let (mut wrong, mut all, mut told) = (0.0, 0.0, String::new());
    for text in lines {
        // Each model reads some letter sizes better than others.
        let mut best = (1.0_f64, String::new());
        for size in [30.0, 24.0, 40.0] {
            let canvas = line(&change(text), tag, from_right, size);
            let seen = read(&folder, &enlarged(&canvas, 0, canvas.height()), model, "7");
            let rate = error_rate(&alike(text), &alike(&seen));
            if rate < best.0 {
                best = (rate, seen);
            }
            if best.0 == 0.0 {
                break;
            }
        }
        let (rate, seen) = best;
        let letters = text.chars().filter(|c| !c.is_whitespace()).count() as f64;
        wrong += rate * letters;
        all += letters;
        if rate > 0.0 {
            told += &format!("\n  {rate:.2}  {text}\n        {}", seen.trim());
        }
    }
    (wrong / all, told)
}

#[test]
fn ocr_reads_every_line_in_all_sixteen_languages() {
    let (site, locales) = (demo_site(), Locales::load().expect("the texts"));
    for (tag, model) in MODELS {
        let language = locales.languages().iter().find(|language| language.tag.as_str() == tag).expect("it is offered");
        let lines = readable_lines(&slip(&site, &language.tag, "permit.renew"));
        let (rate, told) = error_of(language, model, &lines, str::to_owned);
        println!("{tag}: {rate:.3} of the letters are read wrong{told}");
        assert!(rate <= most_wrong(tag), "{tag}: {rate:.3} of the letters are read wrong:{told}");
    }
}

/// The most of the letters that may be read wrong. Tesseract's model of Urdu is weaker at Nastaliq than at Naskh, and the
/// readers of Urdu learn Nastaliq.
fn most_wrong(tag: &str) -> f64 {
    if tag == "ur" { 0.2 } else { 0.05 }
}

#[test]
fn reversed_lines_are_noticed_in_every_language_from_the_right() {
    let (site, locales) = (demo_site(), Locales::load().expect("the texts"));
    for (tag, model) in MODELS.iter().filter(|(tag, _)| ["ar", "fa-AF", "ps", "ur"].contains(tag)) {
        let language =
            locales.languages().iter().find(|language| language.tag.as_str() == *tag).expect("it is offered");
        let lines = readable_lines(&slip(&site, &language.tag, "permit.renew"));
        let (rate, told) = error_of(language, model, &lines, |text| text.chars().rev().collect());
        assert!(rate > 0.5, "{tag}: lines that run backwards were read as right:{told}");
    }
}
