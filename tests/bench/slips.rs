//! From a ticket to the printer's bytes, cold (fonts read from disk) and warm, in each language.

use crate::figures::{line, milliseconds, title};
use crate::world::{World, demo_site};
use sportello::locale::Locales;
use sportello::print::draw::draw;
use sportello::print::escpos::{Profile, encode};
use sportello::print::text::TextEngine;
use sportello::print::{Slip, preview};
use std::sync::Arc;
use std::time::Instant;

const TIMES: usize = 20;

pub fn measure() {
    title("Slip to bytes, 576 dots (cold: fonts are read; warm: the best of 20)");
    let world = World::new();
    let locales = Locales::load().expect("the words");
    let site = Arc::new(demo_site());
    for language in locales.languages() {
        let number = world.visitor("health.ssn", language.tag.as_str());
        let ticket = world.ticket(number);
        let slip = Slip::compose(&site, &ticket, 3, &locales, "http://192.168.1.10:8080");
        let begun = Instant::now();
        let (_, bytes) = preview(&slip.clone().into(), 576).expect("a slip");
        let cold = begun.elapsed();
        let mut engine = TextEngine::open().expect("the fonts");
        let warm = (0..TIMES).map(|_| {
            let begun = Instant::now();
            let canvas = draw(&slip.clone().into(), 576, &mut engine).expect("a slip");
            assert!(!encode(&canvas, Profile { dots: canvas.width(), ..Profile::default() }).is_empty());
            begun.elapsed()
        });
        let warm = warm.min().unwrap_or_default();
        let name = format!("{} ({})", language.italian_name, language.tag);
        line(
            &name,
            &format!("cold {:>9}   warm {:>9}   {} bytes", milliseconds(cold), milliseconds(warm), bytes.len()),
        );
    }
}
