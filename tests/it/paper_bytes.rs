//! What goes to the printer: nothing but the few commands that are meant, whatever anybody has typed.

use crate::paper_site::{ADDRESS, draft, tag, ticket};
use embedded_graphics::pixelcolor::BinaryColor;
use proptest::prelude::*;
use sportello::domain::{Leads, NeedContent, Site, Words};
use sportello::locale::Locales;
use sportello::print::escpos::{Profile, body_and_end, defuse, encode};
use sportello::print::{Canvas, Slip, preview};

/// A strict reader of our streams: reset, no automatic status, rasters, one cut, one fence, and nothing else. Gives the
/// dots.
fn read_strictly(bytes: &[u8], dots: u32) -> Canvas {
    let mut rest =
        bytes.strip_prefix(b"\x1b@\x1da\0").expect("the reset comes first, and puts off the automatic status");
    let mut canvas = Canvas::new(dots);
    let mut y = 0;
    while let Some(raster) = rest.strip_prefix(b"\x1dv0\0") {
        let (width, height) = (usize::from(raster[0]) | usize::from(raster[1]) << 8, usize::from(raster[2]));
        assert_eq!(raster[3], 0, "a raster of more rows than some printers can count");
        assert!(width >= 1 && height >= 1 && width * 8 <= dots as usize, "a raster of {width} bytes by {height}");
        let body = &raster[4..4 + width * height];
        assert_harmless(body);
        canvas.grow_to(y + height as u32);
        for (row, bytes) in body.chunks(width).enumerate() {
            for x in (0..width * 8).filter(|x| bytes[x / 8] & (0x80 >> (x % 8)) != 0) {
                canvas.set(x as i32, y as i32 + row as i32, BinaryColor::On);
            }
        }
        y += height as u32;
        rest = &raster[4 + width * height..];
    }
    assert_eq!(rest, b"\x1dVB\0\x1dr\x01", "after the dots come one cut and one fence");
    canvas
}

/// No `DLE EOT`, `DLE ENQ` or `DLE DC4`, which printers obey in the midst of dots.
fn assert_harmless(dots: &[u8]) {
    let obeyed = dots.windows(2).find(|pair| pair[0] == 0x10 && [0x04, 0x05, 0x14].contains(&pair[1]));
    assert_eq!(obeyed, None, "dots that a printer obeys");
}

#[test]
fn text_that_looks_like_commands_stays_text() {
    let nasty = "\u{1b}@\u{1d}V\u{0}\u{10}\u{4}\u{1} \u{1b}p0\u{19}\u{fa} \u{1d}(A\u{2}\0\0\u{2} \r\n\u{202e}olleh";
    let (_, bytes) = preview(&slip_saying(&vec![nasty.to_owned(); 8]).into(), 576).expect("the fonts");
    read_strictly(&bytes, 576);
}

#[test]
fn dots_that_spell_a_real_time_command_are_changed_by_one_dot_each() {
    let mut canvas = Canvas::new(576);
    let planted = [0x10, 0x04, 0x01, 0x00, 0x10, 0x05, 0x02, 0x10, 0x14, 0x01, 0x10, 0x10, 0x04];
    for x in (0..planted.len() * 8).filter(|x| planted[x / 8] & (0x80 >> (x % 8)) != 0) {
        canvas.set(x as i32, 0, BinaryColor::On);
    }
    assert_eq!(&canvas.row(0).expect("a row")[..planted.len()], &planted, "the dots are planted");
    let bytes = encode(&canvas, Profile::default());
    let printed = read_strictly(&bytes, 576);
    let differing = (0..576).filter(|x| printed.is_black(*x, 0) != canvas.is_black(*x, 0)).count();
    assert_eq!(differing, 4);
}

#[test]
fn white_paper_costs_next_to_nothing_and_an_empty_slip_is_still_cut() {
    let mut canvas = Canvas::new(576);
    assert_eq!(encode(&canvas, Profile::default()), b"\x1b@\x1da\0\x1dVB\0\x1dr\x01");
    canvas.grow_to(1_000);
    let bytes = encode(&canvas, Profile::default());
    assert!(bytes.len() < 1_100, "{} bytes for white", bytes.len());
    assert_eq!(read_strictly(&bytes, 576).height(), 1_000);
}

fn slip_saying(texts: &[String]) -> Slip {
    let (mut site, mut next) = (draft(), texts.iter().cycle());
    let mut said = || {
        let text = next.next().cloned().unwrap_or_default();
        let text = if text.trim().is_empty() { "x".to_owned() } else { text };
        Words::new([(tag("it"), text.clone()), (tag("ar"), text)])
    };
    site.name = said();
    site.desks.iter_mut().for_each(|desk| desk.room = said());
    for need in &mut site.needs {
        need.label = said();
        if let NeedContent::Leaf { bring, leads: Leads::Services(_), .. } = &mut need.content {
            *bring = vec![said(), said()];
        }
    }
    for institution in &mut site.institutions {
        institution.name = texts.first().cloned().unwrap_or_default();
    }
    let site = Site::check(site).expect("a site without mistakes");
    let locales = Locales::load().expect("the texts");
    Slip::compose(&site, &ticket(&site, "ar", &["renew", "tax"], "P 042"), 3, &locales, ADDRESS)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_the_sites_content_says_only_known_commands_go_out(texts in prop::collection::vec(".{0,80}", 1..9)) {
        let (canvas, bytes) = preview(&slip_saying(&texts).into(), 384).expect("the fonts");
        let printed = read_strictly(&bytes, 384);
        prop_assert_eq!(printed.height(), canvas.height());
    }

    #[test]
    fn any_dots_arrive_as_they_were_drawn(
        dots in prop::collection::vec((0..384i32, 0..700i32), 0..300),
        band in 1..=255u32,
    ) {
        let mut canvas = Canvas::new(384);
        for (x, y) in dots {
            canvas.set(x, y, BinaryColor::On);
        }
        let bytes = encode(&canvas, Profile { dots: 384, band });
        let printed = read_strictly(&bytes, 384);
        let (body, end) = body_and_end(&bytes);
        prop_assert_eq!(&[body, end, b"\x1dr\x01"].concat(), &bytes);
        prop_assert_eq!(end.starts_with(b"\x1dv0\0"), canvas.height() > 0, "the end begins with whole rows");
        prop_assert!(end.ends_with(b"\x1dVB\0") && end.len() <= 8 + 48 * 255 + 4);
        // The guard against real-time commands may add a dot beside one that is there, and takes none away.
        prop_assert_eq!(printed.height(), canvas.height());
        for y in 0..canvas.height() {
            for x in 0..384 {
                let added = printed.is_black(x, y) && !canvas.is_black(x, y);
                prop_assert!(!added || canvas.is_black(x - 1, y), "a dot at {}, {} came from nowhere", x, y);
                prop_assert!(printed.is_black(x, y) || !canvas.is_black(x, y), "the dot at {}, {} is lost", x, y);
            }
        }
    }

    #[test]
    fn no_dots_are_obeyed(mut dots in prop::collection::vec(prop::sample::select(vec![0x10, 0x04, 0x05, 0x14, 0x00, 0x18]), 0..200)) {
        defuse(&mut dots);
        assert_harmless(&dots);
    }
}
