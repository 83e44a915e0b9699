//! The font files of glass and paper: the same ones, their weights, and the letters that they have.

use super::glass_world::glass;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::Point;
use sportello::fonts;
use sportello::print::text::{Style, TextEngine};
use sportello::print::{Canvas, Ruler};
use std::collections::BTreeSet;
use std::path::Path;

/// The bold file of Noto Nastaliq Urdu says that it is regular.
#[test]
fn bold_letters_of_every_family_are_the_bolder_ones() {
    let mut engine = TextEngine::open().expect("the fonts");
    for (text, language) in
        [("آپ کا نمبر", "ur"), ("رقمك", "ar"), ("ቁጽርኹም", "ti"), ("您的号码", "zh-Hans"), ("Numero", "it")]
    {
        let mut ink = |bold: bool| {
            let style = Style { size: 60.0, bold, from_right: false };
            let block = engine.lay_out(text, language, style, 800).expect("the fonts");
            let mut canvas = Canvas::new(800);
            canvas.grow_to(block.height);
            engine.draw(&block, &mut canvas, Point::zero(), BinaryColor::On);
            (0..800 * block.height).filter(|dot| canvas.is_black(dot % 800, dot / 800)).count()
        };
        let (regular, bold) = (ink(false), ink(true));
        assert!(bold * 10 > regular * 11, "{language}: {bold} dots bold, {regular} regular");
    }
    let _glass = glass(1080, 1920);
    let mut collection = slint::fontique_011::shared_collection();
    let family = collection.family_by_name("Noto Nastaliq Urdu").expect("installed");
    let weights: Vec<f32> = family.fonts().iter().map(|font| font.weight().value()).collect();
    assert_eq!(weights, [400.0, 700.0]);
}

/// `fonts.conf` gives the glass its fonts, and `families.rs` the paper.
#[test]
fn glass_and_paper_have_the_same_fonts_in_the_same_order() {
    let conf = include_str!("../../ui/fonts.conf");
    let between = |tag: &str| -> Vec<&str> {
        let (open, close) = (format!("<{tag}>"), format!("</{tag}>"));
        conf.lines().filter_map(|line| line.trim().strip_prefix(&open)?.strip_suffix(&close)).collect()
    };
    let accepted: BTreeSet<&str> = between("glob").iter().filter_map(|glob| glob.strip_prefix("*/")).collect();
    let files: BTreeSet<&str> =
        fonts::families().flat_map(|it| it.files).filter_map(|it| it.rsplit('/').next()).collect();
    assert_eq!(accepted, files);
    let preferred: Vec<&str> = between("family").into_iter().filter(|name| *name != "sans-serif").collect();
    let names: Vec<&str> = fonts::families().map(|it| it.name).filter(|name| *name != "Noto Nastaliq Urdu").collect();
    assert_eq!(preferred, names, "Nastaliq is for Urdu alone, which asks for it by name");
}

#[test]
fn the_letters_of_a_font_are_known_without_reading_its_glyphs() {
    let mut ruler = Ruler::open().expect("the fonts");
    let mut compared = 0;
    for family in fonts::families() {
        let Ok(file) = std::fs::read(Path::new(fonts::FOLDER).join(family.files[0])) else { continue };
        let font = swash::FontRef::from_index(&file, 0).expect("a font");
        // Every seventh: from all planes with letters.
        for letter in (0x20..0x2fa20).step_by(7).filter_map(char::from_u32) {
            assert_eq!(ruler.has(family, letter), font.charmap().map(letter) != 0, "{} {letter:?}", family.name);
            compared += 1;
        }
    }
    assert!(compared > 20_000, "{compared}");
}
