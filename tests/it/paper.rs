//! Slips in five languages: their content, and that other programs (decoder, OCR, QR reader, HarfBuzz) read the same.

use crate::paper_site::{ADDRESS, LANGUAGES, site, slip, ticket};
use crate::paper_tools::{enlarged, error_rate, folder, read_png, run, stretches, text_of};
use embedded_graphics::geometry::Point;
use embedded_graphics::pixelcolor::BinaryColor;
use sportello::locale::Locales;
use sportello::print::font::Fonts;
use sportello::print::text::{Style, TextEngine};
use sportello::print::{Canvas, Slip, preview};
use std::fs;
use std::path::Path;

const NOTO: &str = "/usr/share/fonts/truetype/noto";
const ARABIC: &str = "تجديد تصريح الإقامة أو استلامه";

#[test]
fn where_phones_can_not_reach_the_site_there_is_neither_a_code_nor_a_word_about_it() {
    let (site, locales) = (site(), Locales::load().expect("the texts"));
    let compose = |url: &str| Slip::compose(&site, &ticket(&site, "fr", &["renew"], "P 042"), 3, &locales, url);
    let (without, _) = preview(&compose("").into(), 576).expect("the fonts");
    let (with, _) = preview(&compose(ADDRESS).into(), 576).expect("the fonts");
    assert!(without.height() < with.height(), "the lines do not close up");
    // A code that is too large for a slip is left out, and so is the line that explains it.
    let (too_long, _) = preview(&compose(&format!("https://{}.it", "a".repeat(3_000))).into(), 576).expect("the fonts");
    assert!(too_long == without, "a line tells of a code that is not there");
    let folder = folder("no-code");
    let picture = folder.join("no-code.png");
    fs::write(&picture, without.to_png().expect("a PNG")).expect("a picture");
    assert_eq!(run("zbarimg", &["-q", "--raw", &picture.to_string_lossy()]).stdout, b"");
}

#[test]
fn a_discreet_slip_does_not_tell_what_it_is_about() {
    for needs in [&["talk"][..], &["renew", "talk"], &["talk", "tax"]] {
        for language in LANGUAGES {
            let slip = slip(language, needs, "N 007", 2);
            let told = format!("{slip:?}");
            for secret in
                ["Parlare", "Talk", "Parler", "التحدث", "Поговорити", "Sostegno", "Questura", "niente", "hand-heart"]
            {
                assert!(!told.contains(secret), "{secret:?} can be read on a slip in {language}: {told}");
            }
            let mut places = slip.visitor.stops.iter().flat_map(|stop| &stop.places);
            assert!(places.any(|place| place.desks.contains("12")), "the desk is missing: {told}");
        }
    }
}

#[test]
fn the_visitors_language_comes_first_and_the_houses_below_unless_they_are_the_same() {
    let ukrainian = slip("uk", &["renew"], "P 042", 3);
    assert_eq!(ukrainian.visitor.language.as_str(), "uk");
    assert_eq!(ukrainian.house.expect("a part for the staff").language.as_str(), "it");
    assert_eq!(slip("it", &["renew"], "P 042", 3).house, None);
}

#[test]
fn numbers_of_tickets_and_desks_have_ascii_digits_in_every_language() {
    for language in LANGUAGES {
        let slip = slip(language, &["renew"], "P 042", 3);
        assert_eq!(slip.number, "P 042");
        let desks = &slip.visitor.stops[0].places[0].desks;
        assert!(desks.contains(if language == "ar" { "3، 4" } else { "3, 4" }), "{language}: {desks:?}");
        assert!(slip.visitor.issued.contains("09:05"), "{language}: {:?}", slip.visitor.issued);
    }
}

#[test]
fn at_most_five_lines_say_what_to_bring_and_long_texts_are_cut() {
    let (mut draft, locales) = (crate::paper_site::draft(), Locales::load().expect("the texts"));
    let long = || sportello::domain::Words::new([(crate::paper_site::tag("it"), "molto ".repeat(100_000))]);
    let line = |n: u32| sportello::domain::Words::new([(crate::paper_site::tag("it"), format!("foglio {n}"))]);
    if let sportello::domain::NeedContent::Leaf { bring, .. } = &mut draft.needs[0].content {
        *bring = (0..20).map(|n| line(n / 2)).collect();
    }
    draft.needs[0].label = long();
    draft.name = long();
    let site = sportello::domain::Site::check(draft).expect("a site without mistakes");
    let slip = Slip::compose(&site, &ticket(&site, "it", &["renew"], "P 042"), 3, &locales, ADDRESS);
    let (_, bring) = slip.visitor.bring.as_ref().expect("something to bring");
    assert_eq!(bring.join("|"), "foglio 0|foglio 1|foglio 2|foglio 3|foglio 4");
    let (canvas, _) = preview(&slip.clone().into(), 576).expect("the fonts");
    assert!(canvas.height() < 1_400, "a slip of {} dots", canvas.height());
}

#[test]
fn an_independent_decoder_draws_the_same_picture() {
    for (language, dots) in [("it", 576), ("en", 576), ("fr", 576), ("ar", 576), ("uk", 576), ("ar", 384), ("uk", 512)]
    {
        let folder = folder("decoded");
        let (canvas, bytes) = preview(&slip(language, &["renew"], "P 042", 3).into(), dots).expect("the fonts");
        let stream = folder.join("stream.bin");
        fs::write(&stream, bytes).expect("the stream");
        let commands = decode(&stream, &folder, dots);
        let picture = read_png(&fs::read(folder.join("1.png")).expect("the decoded slip"));
        let more = dots_more(&picture, &canvas);
        let story = format!("the decoded slip in {language} at {dots} dots is another: {}", folder.display());
        assert!(more.is_some_and(|more| more <= MAX_DEFUSED), "{story}");
        assert!(commands.starts_with("{\"command\": \"ESC @\"}\n"), "{commands}");
        assert!(commands.contains("\"mode\": 66, \"feed\": 0}\n{\"command\": \"GS r\", \"sensor\": 1}"), "{commands}");
    }
}

/// Where dots happen to spell a printer command, one dot beside them is set; see `defuse`.
const MAX_DEFUSED: u32 = 3;

/// The number of dots that are black on paper but not in the intended picture; `None` when one that should be black is
/// white.
fn dots_more(paper: &Canvas, meant: &Canvas) -> Option<u32> {
    let same_size = paper.width() == meant.width() && paper.height() == meant.height();
    let rows = (0..meant.height()).filter(|_| same_size);
    let mut pairs = rows.flat_map(|y| paper.row(y).unwrap_or_default().iter().zip(meant.row(y).unwrap_or_default()));
    let more = pairs.try_fold(0, |more, (on, meant)| (on & meant == *meant).then(|| more + (on & !meant).count_ones()));
    more.filter(|_| same_size)
}

#[test]
fn the_independent_decoder_refuses_what_is_no_command() {
    let folder = folder("refused");
    for broken in [&b"\x1b@Hello"[..], b"\x1d\x76\x30\x00\x48\x00\x02\x00abc", b"\x1dV\x05", b"\x1bp\x00\x19\xfa"] {
        let stream = folder.join("stream.bin");
        fs::write(&stream, broken).expect("the stream");
        let decoder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/decoder/escpos_decode.py");
        let output = run("python3", &[decoder, &stream.to_string_lossy(), &folder.to_string_lossy()]);
        assert!(!output.status.success(), "{broken:?} was accepted as a slip");
    }
}

fn decode(stream: &Path, folder: &Path, dots: u32) -> String {
    let decoder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/decoder/escpos_decode.py");
    let (stream, folder, dots) = (stream.to_string_lossy(), folder.to_string_lossy(), dots.to_string());
    text_of("python3", &[decoder, &stream, &folder, "--dots", &dots])
}

#[test]
fn a_phone_reads_the_code_on_wide_and_narrow_paper() {
    let folder = folder("qr");
    for (language, dots) in [("it", 576), ("ar", 576), ("uk", 384)] {
        let (canvas, _) = preview(&slip(language, &["renew"], "P 042", 3).into(), dots).expect("the fonts");
        let picture = folder.join(format!("{language}.png"));
        fs::write(&picture, canvas.to_png().expect("a PNG")).expect("a picture");
        let site = site();
        let token = ticket(&site, language, &["renew"], "P 042").token;
        let read = text_of("zbarimg", &["-q", "--raw", &picture.to_string_lossy()]);
        assert_eq!(read.trim(), format!("{ADDRESS}/t/{token}"));
    }
}

#[test]
fn the_number_and_the_lines_for_the_staff_can_be_read_on_a_foreign_slip() {
    let folder = folder("ocr");
    for language in ["ar", "uk", "fr"] {
        let (canvas, _) = preview(&slip(language, &["renew"], "P 042", 3).into(), 576).expect("the fonts");
        let stretches = stretches(&canvas);
        let is_digits = |(from, to): &&(u32, u32)| (140..=190).contains(&(to - from)) && !is_band(&canvas, *from);
        let number = stretches.iter().find(is_digits).expect("the number");
        assert_eq!(read(&folder, &enlarged(&canvas, number.0, number.1), "eng", "7").trim(), "P 042");
        let rule = stretches.iter().rfind(|(from, to)| to - from == 2).expect("the rule");
        let lines = read(&folder, &enlarged(&canvas, rule.1, canvas.height()), "ita", "6");
        let expected = "Rinnovo o ritiro del permesso Sportelli 3, 4 · Piano terra Questura – Ufficio Immigrazione \
                        3 persone prima di te · Preso: martedì 24 novembre, 09:05";
        let rate = error_rate(expected, &lines);
        assert!(rate <= 0.05, "{language}: {rate:.3} of the letters are wrong: {lines}");
    }
}

/// Whether a row is black over most of its width.
fn is_band(canvas: &Canvas, y: u32) -> bool {
    canvas.row(y).is_some_and(|row| row.iter().map(|byte| byte.count_ones()).sum::<u32>() > canvas.width() * 8 / 10)
}

#[test]
fn arabic_can_be_read_and_backwards_it_can_not() {
    let folder = folder("arabic");
    let read_line = |text: &str| {
        let canvas = line(text, "ar", true, 40.0);
        read(&folder, &enlarged(&canvas, 0, canvas.height()), "ara", "7")
    };
    let right = read_line(ARABIC);
    let rate = error_rate(ARABIC, &right);
    assert!(rate <= 0.05, "{rate:.3} of the letters are wrong: {right}");
    let backwards = read_line(&ARABIC.chars().rev().collect::<String>());
    let rate = error_rate(ARABIC, &backwards);
    assert!(rate > 0.5, "text that runs backwards was read as right: {backwards}");
}

pub fn line(text: &str, language: &str, from_right: bool, size: f32) -> Canvas {
    let mut engine = TextEngine::open().expect("the fonts");
    let style = Style { size, bold: false, from_right };
    let block = engine.lay_out(text, language, style, 800).expect("the fonts");
    let mut canvas = Canvas::new(800);
    canvas.grow_to(block.height);
    engine.draw(&block, &mut canvas, Point::zero(), BinaryColor::On);
    canvas
}

pub fn read(folder: &Path, canvas: &Canvas, language: &str, layout: &str) -> String {
    let picture = folder.join("line.png");
    fs::write(&picture, canvas.to_png().expect("a PNG")).expect("a picture");
    let picture = picture.to_string_lossy();
    text_of("tesseract", &[&picture, "-", "-l", language, "--psm", layout, "--dpi", "406"])
}

#[test]
fn glyphs_are_those_that_harfbuzz_itself_chooses() {
    let ukrainian = "Продовжити або отримати дозвіл на проживання";
    for (text, font, tag, from_right) in [
        (ARABIC, "NotoSansArabic-Regular.ttf", "ar", true),
        ("أحضر معك: جواز السفر، 4 صور شخصية", "NotoSansArabic-Regular.ttf", "ar", true),
        (ukrainian, "NotoSans-Regular.ttf", "uk", false),
        ("Prénom et œuvre, À apporter", "NotoSans-Regular.ttf", "fr", false),
    ] {
        let ours = glyphs(text, tag, from_right, false);
        let theirs = harfbuzz(text, font, tag, from_right);
        assert_eq!(ours, theirs, "{text}");
        assert!(!ours.contains(&0), "a letter of {text:?} has no glyph");
    }
    // The comparison notices letters that are not joined, which OCR does not.
    let apart: String = ARABIC.chars().flat_map(|letter| [letter, '\u{200c}']).collect();
    let joined = glyphs(ARABIC, "ar", true, false);
    assert!(harfbuzz(&apart, "NotoSansArabic-Regular.ttf", "ar", true) != joined);
}

/// The glyphs from left to right. A text that begins with a letter of its language needs no direction mark.
pub fn glyphs(text: &str, language: &str, from_right: bool, bold: bool) -> Vec<u32> {
    let mut engine = TextEngine::open().expect("the fonts");
    let style = Style { size: 30.0, bold, from_right };
    engine.lay_out(text, language, style, 4_000).expect("the fonts").glyphs()
}

fn harfbuzz(text: &str, font: &str, language: &str, from_right: bool) -> Vec<u32> {
    harfbuzz_in(text, &Path::new(NOTO).join(font), language, from_right)
}

/// The glyphs that HarfBuzz chooses for a text in this font; a font collection is read at its simplified Chinese font.
pub fn harfbuzz_in(text: &str, font: &Path, language: &str, from_right: bool) -> Vec<u32> {
    let face = if font.extension().is_some_and(|ending| ending == "ttc") { "--face-index=2" } else { "--face-index=0" };
    let direction = if from_right { "--direction=rtl" } else { "--direction=ltr" };
    let language = format!("--language={language}");
    let text = format!("--text={text}");
    let bare = ["--no-glyph-names", "--no-positions", "--no-clusters"];
    let font = font.to_string_lossy();
    let shaped = text_of("hb-shape", &[&[&*font, face, direction, &language, &text], &bare[..]].concat());
    let list = shaped.trim().trim_matches(['[', ']']);
    list.split('|').map(|glyph| glyph.parse().expect("a glyph's number")).collect()
}

#[test]
fn a_wholly_foreign_text_keeps_its_own_order_and_a_mixed_one_begins_where_the_language_does() {
    let mut engine = TextEngine::open().expect("the fonts");
    let mut order = |text, from_right| {
        let style = Style { size: 30.0, bold: false, from_right };
        engine.lay_out(text, "ar", style, 4_000).expect("the fonts").glyphs()
    };
    assert_eq!(order("Photos (4), ID.", true), order("Photos (4), ID.", false));
    assert_eq!(order("صور شخصية (4).", false), order("صور شخصية (4).", true));
    assert_ne!(order("INPS: صور شخصية", true), order("INPS: صور شخصية", false));
}

#[test]
fn every_text_of_a_slip_has_a_glyph_for_every_character() {
    let mut engine = TextEngine::open().expect("the fonts");
    for language in LANGUAGES {
        let slip = slip(language, &["renew", "tax"], "P 042", 3);
        for words in [Some(&slip.visitor), slip.house.as_ref()].into_iter().flatten() {
            let (_, bring) = words.bring.as_ref().expect("something to bring");
            let stops = words.stops.iter().flat_map(|stop| &stop.places).map(|place| &place.line);
            let texts = [&words.site, &words.ahead_and_issued, &words.follow].into_iter().chain(bring).chain(stops);
            for text in texts {
                let style = Style { size: 26.0, bold: true, from_right: language == "ar" };
                let glyphs = engine.lay_out(text, language, style, 556).expect("the fonts").glyphs();
                assert!(!glyphs.contains(&0), "{language}: a character of {text:?} has no glyph");
            }
        }
    }
    let style = Style { size: 26.0, bold: false, from_right: false };
    let klingon = engine.lay_out("\u{f8d0}", "en", style, 556).expect("the fonts").glyphs();
    assert!(klingon.contains(&0), "the test would not notice a missing glyph");
}

#[test]
fn a_character_without_a_glyph_is_a_box_and_not_a_blank() {
    let ink = |text| count_black(&line(text, "en", false, 40.0));
    assert!(ink("\u{f8d0}") > 50);
    assert_eq!(ink(" "), 0);
}

fn count_black(canvas: &Canvas) -> u32 {
    (0..canvas.height()).filter_map(|y| canvas.row(y)).flatten().map(|byte| byte.count_ones()).sum()
}

#[test]
fn fonts_that_are_missing_or_damaged_are_told_at_start_with_the_remedy() {
    let folder = folder("fonts");
    let missing = Fonts::open_in(&folder).err().expect("a mistake").to_string();
    assert!(missing.contains("missing") && missing.contains("fonts-noto-core"), "{missing}");
    let noto = folder.join("truetype/noto");
    fs::create_dir_all(&noto).expect("a folder as Debian has it");
    for name in fs::read_dir(NOTO).expect("the fonts").filter_map(|entry| entry.ok()?.file_name().into_string().ok()) {
        fs::write(noto.join(name), b"this is not a font").expect("a damaged font");
    }
    let damaged = Fonts::open_in(&folder).err().expect("a mistake").to_string();
    assert!(damaged.contains("damaged") && damaged.contains("fonts-noto-core"), "{damaged}");
}
