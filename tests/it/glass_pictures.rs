//! Every page of the glass as a picture, inspected: nothing is cut off, covered or too small to touch. And where everything
//! stands, as text snapshots.
//!
//! The pictures are in `target/tmp/pictures/glass`; see `pictures.rs` for those that are committed.

use super::glass_inspection::inspect;
use super::glass_layout;
use super::glass_pages::{PAGES, visit};
use super::glass_world::{Visitor, glass, settle};
use super::palette::Picture;
use super::paper_pictures;
use super::world::demo_site;
use super::{pictures, pseudo, snapshots};
use sportello::kiosk::Page;
use std::fmt::Write;

/// A 21.5 inch screen upright and on its side, and a small one.
const UPRIGHT: (u32, u32) = (1080, 1920);
const ON_ITS_SIDE: (u32, u32) = (1920, 1080);
const SMALL: (u32, u32) = (1280, 800);

/// The layouts that are kept as text: each size, each direction, and a script with tall letters.
const LAYOUTS: [&str; 5] = ["it-1080x1920", "it-1920x1080", "it-1280x800", "ar-1080x1920", "ti-1080x1920"];

/// Draws every page, inspects it and keeps its picture.
#[track_caller]
fn draw_visit(mut visitor: Visitor, language: &str, (width, height): (u32, u32)) {
    let glass = glass(width, height);
    let kind = format!("{language}-{width}x{height}");
    let (mut layout, mut pages) = (String::new(), Vec::new());
    visit(&mut visitor, language, &mut |visitor, page| {
        inspect(&glass, visitor, &format!("{page}-{kind}"));
        let _ = writeln!(layout, "{page}\n{}", glass_layout::describe(&glass));
        let picture = glass.snapshot().expect("a picture");
        pictures::keep(&format!("glass/{page}-{kind}"), picture.width(), picture.height(), picture.as_bytes());
        pages.push(page.to_owned());
    });
    assert_eq!(pages, PAGES, "every page was drawn");
    if LAYOUTS.contains(&kind.as_str()) {
        snapshots::check("layout", &kind, &layout);
    }
}

#[track_caller]
fn draw(language: &str, size: (u32, u32)) {
    draw_visit(Visitor::arrives_at(demo_site()), language, size);
}

#[track_caller]
fn draw_pseudo(language: &str, size: (u32, u32)) {
    let locales = pseudo::locales();
    draw_visit(Visitor::arrives_with(pseudo::site(&locales), locales), language, size);
}

#[test]
fn italian_upright() {
    draw("it", UPRIGHT);
}

#[test]
fn italian_on_its_side() {
    draw("it", ON_ITS_SIDE);
}

#[test]
fn italian_on_a_small_screen() {
    draw("it", SMALL);
}

#[test]
fn arabic_upright() {
    draw("ar", UPRIGHT);
}

#[test]
fn arabic_on_its_side() {
    draw("ar", ON_ITS_SIDE);
}

#[test]
fn arabic_on_a_small_screen() {
    draw("ar", SMALL);
}

#[test]
fn tigrinya_upright() {
    draw("ti", UPRIGHT);
}

#[test]
fn bengali_upright() {
    draw("bn", UPRIGHT);
}

#[test]
fn chinese_upright() {
    draw("zh-Hans", UPRIGHT);
}

#[test]
fn the_longest_texts_upright_and_on_a_small_screen() {
    draw_pseudo(pseudo::LONG, UPRIGHT);
    draw_pseudo(pseudo::LONG, SMALL);
}

#[test]
fn the_longest_texts_from_the_right_upright_and_on_a_small_screen() {
    draw_pseudo(pseudo::MIRRORED, UPRIGHT);
    draw_pseudo(pseudo::MIRRORED, SMALL);
}

#[test]
fn every_layout_snapshot_is_used() {
    snapshots::assert_no_others("layout", &LAYOUTS);
}

/// Pages in three languages, and the slip of the last one.
#[test]
fn the_picture_of_the_readme() {
    const AROUND: u32 = 40;
    const TABLE: [u8; 3] = [0xE6, 0xE1, 0xD8];
    let glass = glass(UPRIGHT.0, UPRIGHT.1);
    let mut panels = Vec::new();
    for (language, wanted) in [("it", "start"), ("en", "needs"), ("ar", "number")] {
        visit(&mut Visitor::arrives_at(demo_site()), language, &mut |visitor, page| {
            if page != wanted {
                return;
            }
            glass.show(&visitor.screen());
            settle();
            let picture = glass.snapshot().expect("a picture");
            panels.push(Picture::from_rgba(picture.width(), picture.height(), picture.as_bytes()).half());
            if let Page::Number(shown) = visitor.session.page() {
                panels.push(paper_pictures::for_readme(&demo_site(), &shown.ticket));
            }
        });
    }
    let width = panels.iter().map(|panel| panel.width + AROUND).sum::<u32>() + AROUND;
    let height = panels.iter().map(|panel| panel.height).max().unwrap_or_default() + 2 * AROUND;
    let (mut whole, mut left) = (Picture::filled(width, height, TABLE), AROUND);
    for panel in &panels {
        whole.paste(&panel.rounded(12, TABLE), left, (height - panel.height) / 2);
        left += panel.width + AROUND;
    }
    pictures::keep_whole("readme", &whole, 32);
}
