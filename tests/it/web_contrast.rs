//! The colours of the pages: every pair that carries words can be told apart, as WCAG 2.2 computes it.

use sportello::locale::{Direction, Locales};
use std::fs;
use std::path::Path;

/// Words on a ground, by the names of the tokens.
const WORDS: [(&str, &str); 22] = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "line"),
    ("ink", "notice"),
    ("ink", "notice-tint"),
    ("ink", "primary-tint"),
    ("ink", "stop-tint"),
    ("quiet-ink", "paper"),
    ("quiet-ink", "card"),
    ("quiet-ink", "primary-tint"),
    ("primary", "paper"),
    ("primary", "card"),
    ("primary", "primary-tint"),
    ("on-primary", "primary"),
    ("on-primary", "primary-pressed"),
    ("on-primary", "ink"),
    ("on-primary", "stop"),
    ("good", "good-tint"),
    ("stop", "paper"),
    ("dark-ink", "dark-paper"),
    ("dark-quiet-ink", "dark-card"),
    ("dark-primary", "dark-paper"),
];
/// The least contrast for words.
const LEAST: f64 = 4.5;

#[test]
fn every_pair_of_colours_can_be_read() {
    let text = fs::read_to_string(root().join("ui/tokens.toml")).expect("the tokens");
    let tokens: toml::Table = toml::from_str(&text).expect("TOML");
    let colour = |name: &str| luminance(tokens["colour"][name].as_str().unwrap_or_else(|| panic!("no {name}")));
    for (words, ground) in WORDS {
        let contrast = contrast(colour(words), colour(ground));
        assert!(contrast >= LEAST, "{words} on {ground}: {contrast:.2}");
    }
    assert!(contrast(colour("notice"), colour("card")) < LEAST, "amber on white can't be read, and this must tell");
}

#[test]
fn style_sheets_name_tokens_and_no_colours_of_their_own() {
    for name in ["sportello.css", "board.css"] {
        let css = fs::read_to_string(root().join("ui/web/assets").join(name)).expect("a style sheet");
        let own: Vec<&str> = css.lines().filter(|line| line.contains('#') && !line.contains("/*")).collect();
        assert!(own.is_empty(), "{name} has colours of its own: {own:#?}");
    }
    let board = fs::read_to_string(root().join("ui/web/assets/board.css")).expect("a style sheet");
    for side in ["left:", "right:", "-left", "-right"] {
        assert!(!board.contains(side), "board.css says {side:?}, which Arabic does not mirror; say start or end");
    }
}

/// Browsers of 2018 know no start and end of margins, so the pages for staff name left and right.
#[test]
fn the_languages_of_staff_run_from_the_left() {
    let locales = Locales::load().expect("the texts");
    let of_staff: Vec<_> = locales
        .languages()
        .iter()
        .filter(|it| root().join("locales").join(it.tag.as_str()).join("desk.ftl").exists())
        .collect();
    assert!(of_staff.len() >= 3);
    for language in of_staff {
        assert_eq!(language.direction, Direction::LeftToRight, "{}: mirror sportello.css", language.tag);
    }
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| u8::from_str_radix(&colour[at..at + 2], 16).map(f64::from).expect("a colour") / 255.0;
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(part(1)) + 0.7152 * linear(part(3)) + 0.0722 * linear(part(5))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
