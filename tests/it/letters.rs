//! The letters of a site's own words, in scripts beyond those of the sixteen languages: each is drawn on glass and paper.

use super::glass_inspection::{buttons, faults};
use super::glass_world::{Visitor, glass, settle};
use super::site_file::known;
use clap::Parser;
use i_slint_backend_testing::ElementQuery;
use sportello::app::Arguments;
use sportello::catalogue;
use sportello::domain::Site;
use sportello::fonts;
use sportello::kiosk::Glass;
use sportello::print::Ruler;
use sportello::print::text::{Style, TextEngine};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A name in each script, and everyday signs.
pub const NAMES: [&str; 30] = [
    "საქართველო",
    "Հայաստան",
    "עברית",
    "हिन्दी सहायता",
    "ਪੰਜਾਬੀ",
    "ગુજરાતી",
    "தமிழ்",
    "తెలుగు",
    "ಕನ್ನಡ",
    "മലയാളം",
    "සිංහල",
    "ภาษาไทย",
    "ລາວ",
    "မြန်မာ",
    "ខ្មែរ",
    "한국어",
    "日本語のヘルプ",
    "繁體中文",
    "ᏣᎳᎩ",
    "ⵜⴰⵎⴰⵣⵉⵖⵜ",
    "ߒߞߏ",
    "ܣܘܪܝܬ",
    "ދިވެހި",
    "አማርኛ",
    "كوردی",
    "Ελληνικά",
    "Tiếng Việt",
    "☎ ♿ ✓ → ★",
    "⚠ ② ∞ ✉ ⬆",
    "☕ 🏠 ◆ ½ №",
];

/// A site file whose needs have these labels.
fn site_file(labels: &[&str]) -> String {
    let mut text = r##"name = { it = "Casa", en = "House" }
time_zone = "Europe/Rome"
languages = ["it", "en"]
institutions = [{ code = "asl", name = "ASL", letter = "H", colour = "#006B3C", presence = "always" }]
services = [{ code = "asl.card", institution = "asl", label = { it = "Tessera" }, minutes = 15 }]
desks = [{ number = 1, room = { it = "piano terra" }, services = ["asl.card"], languages = ["it"] }]
"##
    .to_owned();
    for (position, label) in labels.iter().enumerate() {
        write!(
            text,
            "[[needs]]\ncode = \"n{position}\"\nlabel = {{ it = \"{label}\" }}\npictogram = \"house\"\n\
             colour = \"#006B3C\"\nservices = [\"asl.card\"]\n"
        )
        .unwrap();
    }
    text
}

fn site_of(labels: &[&str]) -> Site {
    catalogue::read(&site_file(labels), "site.toml", &known()).unwrap_or_else(|mistakes| panic!("{mistakes:?}"))
}

/// What `sportello check` says of a site file that it refuses.
fn refusal(text: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.toml");
    std::fs::write(&file, text).unwrap();
    let arguments = Arguments::try_parse_from(["sportello", "check", file.to_str().unwrap()]).unwrap();
    sportello::app::run(arguments).err().map(|failure| failure.to_string())
}

#[test]
fn check_takes_every_script_and_names_line_and_letter_of_what_no_font_has() {
    for some in NAMES.chunks(10) {
        assert_eq!(refusal(&site_file(some)), None);
    }
    let told = refusal(&site_file(&["Casa", "Lavoro 💼", "𓀀", "di\u{200b}to", "Visti"])).expect("three mistakes");
    for told_of in [
        "site.toml has 3 mistakes",
        "site.toml:15:16: needs[n1].label.it: has the emoji '💼' (U+1F4BC), which no font of glass and paper has. \
         Say it in words, or use a pictogram instead.",
        "site.toml:21:16: needs[n2].label.it: has the letter '𓀀' (U+13000), which no font",
        "site.toml:27:16: needs[n3].label.it: has the invisible character U+200B. Delete it.",
    ] {
        assert!(told.contains(told_of), "{told_of:?} is not in: {told}");
    }
    // The same is true of every text that is shown.
    let file = site_file(&["Casa"]);
    for place in ["\"Casa\", en", "\"ASL\"", "\"Tessera\"", "\"piano terra\""] {
        let spoilt = file.replacen(place, &place.replacen('"', "\"💼", 1), 1);
        assert!(refusal(&spoilt).is_some_and(|told| told.contains("U+1F4BC")), "{place}");
    }
}

#[test]
fn check_refuses_signs_that_no_one_sees_and_towers_of_marks() {
    let tower = |mark: char, height: usize| format!("Cas\u{61}{}", mark.to_string().repeat(height));
    for (label, told_of) in [
        ("di\u{200b}to".to_owned(), "the invisible character U+200B"),
        ("Casa\u{e0041}".to_owned(), "the invisible character U+E0041"),
        ("Casa\u{e000}".to_owned(), "U+E000"),
        ("Casa\u{f8ff}".to_owned(), "U+F8FF"),
        ("Casa\u{10fffd}".to_owned(), "U+10FFFD"),
        ("Casa\u{ffff}".to_owned(), "U+FFFF"),
        ("Casa\u{fdd0}".to_owned(), "U+FDD0"),
        ("Ca\u{200d}sa".to_owned(), "the invisible character U+200D"),
        ("Ca\u{200c}sa".to_owned(), "the invisible character U+200C"),
        ("Ca\u{34f}sa".to_owned(), "the invisible character U+034F"),
        (tower('\u{301}', 60), "more than 8 marks over one letter"),
        (tower('\u{64b}', 9), "more than 8 marks over one letter"),
        (tower('\u{20dd}', 9), "more than 8 marks over one letter"),
    ] {
        let told = refusal(&site_file(&[&label])).unwrap_or_else(|| panic!("{label:?} is taken"));
        assert!(told.contains(told_of) && told.contains("site.toml:9:16: needs[n0].label.it"), "{label:?}: {told}");
    }
    // Persian, Urdu, Pashto, Bengali and Arabic are written with joiners.
    let joined = site_file(&["Casa"]).replacen("{ it = \"Casa\" }", "{ it = \"Casa\", fa-AF = \"خانه\u{200c}ها\" }", 1);
    assert!(joined.contains('\u{200c}') && refusal(&joined).is_none(), "{:?}", refusal(&joined));
    // Vietnamese letters and others with a few marks are words.
    assert_eq!(refusal(&site_file(&[&tower('\u{301}', 2)])), None);
    // A translation in the folder beside the site file is judged alike.
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("site.toml");
    std::fs::create_dir(folder.path().join("site")).unwrap();
    std::fs::write(&file, site_file(&["Casa"])).unwrap();
    std::fs::write(folder.path().join("site/en.toml"), "reviewed = true\n[words]\nCasa = \"Ho\u{e0041}me\"\n").unwrap();
    let arguments = Arguments::try_parse_from(["sportello", "check", file.to_str().unwrap()]).unwrap();
    let told = sportello::app::run(arguments).expect_err("a sign that no one sees").to_string();
    assert!(told.contains("U+E0041"), "{told}");
}

/// Words that take this room in average letters, no more.
fn words_of(room: f32, ruler: &mut Ruler) -> String {
    let mut text = "straordinariamente".to_owned();
    for word in ["di", "alberi", "e", "mare", "con", "sole"].iter().cycle() {
        let longer = format!("{text} {word}");
        if ruler.letters(&longer, "it", false).expect("the fonts") > room {
            return text;
        }
        text = longer;
    }
    text
}

/// A site whose every text takes all the room that check allows: the first leaf has a number, the last needs a person.
fn longest_site_file() -> String {
    let mut ruler = Ruler::open().expect("the fonts");
    let [tile, name, gloss, room] = [60.0, 60.0, 90.0, 40.0].map(|room| words_of(room, &mut ruler));
    let bring: Vec<String> = (0..5).map(|_| format!("{{ it = \"{gloss}\" }}")).collect();
    let mut text = format!(
        r##"name = {{ it = "{room}" }}
time_zone = "Europe/Rome"
languages = ["it", "en"]
institutions = [{{ code = "asl", name = "{name}", gloss = {{ it = "{gloss}" }}, letter = "H", colour = "#006B3C", presence = "always" }}]
services = [{{ code = "asl.card", institution = "asl", label = {{ it = "{tile}" }}, minutes = 15 }}]
desks = [{{ number = 1, room = {{ it = "{room}" }}, services = ["asl.card"], languages = ["it"] }}]
"##
    );
    for need in 0..10 {
        write!(text, "[[needs]]\ncode = \"n{need}\"\nlabel = {{ it = \"{tile}\" }}\npictogram = \"house\"\ncolour = \"#006B3C\"\n").unwrap();
        for leaf in 0..if need == 0 { 10 } else { 1 } {
            let bring = bring.join(", ");
            let leads = if need == 9 { "person = 1" } else { "services = [\"asl.card\"]" };
            write!(
                text,
                "[[needs.needs]]\ncode = \"n{need}.l{leaf}\"\nlabel = {{ it = \"{tile}\" }}\n{leads}\nbring = [{bring}]\n\
                 fallback = {{ call = \"+39 011 12345678\", words = {{ it = \"{tile}\" }} }}\n"
            )
            .unwrap();
        }
    }
    text
}

#[test]
fn words_of_the_house_that_check_allows_fit_the_glass() {
    let text = longest_site_file();
    assert_eq!(refusal(&text), None);
    let site = catalogue::read(&text, "site.toml", &known()).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    let nowhere = text.replace("presence = \"always\"", "presence = {}");
    let away = catalogue::read(&nowhere, "site.toml", &known()).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    let words = words_of(60.0, &mut Ruler::open().expect("the fonts"));
    let mut found = Vec::new();
    for (width, height) in [(1080, 1920), (1920, 1080), (1280, 800)] {
        let glass = glass(width, height);
        let mut visitor = Visitor::arrives_at(site.clone());
        let mut see = |visitor: &Visitor, page: &str| {
            found.extend(faults(&glass, visitor).into_iter().map(|fault| format!("{width}x{height} {page}: {fault}")));
        };
        visitor.chooses_language("it");
        see(&visitor, "needs");
        visitor.chooses(&["n0"]);
        see(&visitor, "leaves");
        visitor.chooses(&["n0.l0"]);
        see(&visitor, "confirm");
        let asked = visitor.confirms();
        let ticket = visitor.hub_issues(&asked);
        visitor.hears(&asked, Ok(ticket));
        see(&visitor, "number");
        // While the desk is not there, what helps stands in its place.
        for leaf in ["n0.l0", "n9.l0"] {
            let mut visitor = Visitor::arrives_at(away.clone());
            visitor.chooses_language("it");
            visitor.chooses(&[&leaf[..2], leaf]);
            let screen = format!("{:?}", visitor.screen());
            assert!(screen.contains(&words), "{leaf}: the fallback is shown: {screen}");
            see(&visitor, leaf);
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn check_tells_which_words_of_the_house_are_too_long() {
    assert_eq!(refusal(catalogue::DEMO), None);
    let long = "Assistenza per la domanda di permesso di soggiorno per motivi di lavoro subordinato";
    let word = "Straordinariamentelunghissimo";
    let told = refusal(&site_file(&["Casa", long, word])).expect("two mistakes");
    for told_of in [
        "site.toml:15:16: needs[n1].label.it: takes the room of 78",
        "letters, and there are 60. Say it shorter: it can't be read in smaller letters.",
        "site.toml:21:16: needs[n2].label.it: has a word that does not fit a tile: \"Straordinariamentelunghissimo\" takes",
    ] {
        assert!(told.contains(told_of), "{told_of:?} is not in: {told}");
    }
    let room = site_file(&["Casa"]).replacen("piano terra", &"in fondo al corridoio lungo ".repeat(3), 1);
    assert!(refusal(&room).is_some_and(|told| told.contains("desks[1].room.it: takes the room of")));
}

/// Every text that a site file can have.
const EVERY_TEXT: &str = r##"name = { it = "Casa" }
time_zone = "Europe/Rome"
languages = ["it", "en"]
institutions = [{ code = "asl", name = "ASL", gloss = { it = "la salute" }, letter = "H", colour = "#006B3C", presence = "always" }]
services = [{ code = "asl.card", institution = "asl", label = { it = "Tessera" } }]
desks = [{ number = 1, room = { it = "piano terra" }, services = ["asl.card"], languages = ["it"] }]

[[needs]]
code = "one"
label = { it = "Uno" }
pictogram = "house"
colour = "#006B3C"
person = 1
bring = [{ it = "un foglio" }]
fallback = { call = "112", words = { it = "chiama qui" } }

[[needs]]
code = "more"
label = { it = "Altro" }
pictogram = "house"
colour = "#006B3C"
[[needs.needs]]
code = "more.two"
label = { it = "Due" }
services = ["asl.card"]
bring = [{ it = "un modulo" }]
fallback = { words = { it = "chiedi qui" } }
"##;

/// Texts without a limit of their own, and why.
const UNLIMITED: [(&str, &str); 1] = [("Tessera", "only pages show a service's label, and they grow with it")];

#[test]
fn each_text_of_a_site_file_is_measured_for_its_place() {
    assert_eq!(refusal(EVERY_TEXT), None);
    let site = catalogue::read(EVERY_TEXT, "site.toml", &known()).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    // A field with words that is missing above shows itself here: it is empty.
    let debug = format!("{site:?}");
    assert!(!debug.contains("Words({})"), "give it a text above: {debug}");
    assert_eq!(debug.matches("Words({").count(), site.texts().len());
    let names = site.institutions().iter().map(|institution| institution.name.as_str());
    let words = site.texts().into_iter().filter_map(|words| words.get(site.house_language()));
    let texts: BTreeSet<&str> = words.chain(names).collect();
    assert_eq!(texts.len(), site.texts().len() + 1, "each text is another one");
    let long = "parole lunghe e poi ancora ".repeat(5);
    for text in texts {
        let is_refused = refusal(&EVERY_TEXT.replacen(&format!("\"{text}\""), &format!("\"{text} {long}\""), 1))
            .is_some_and(|why| why.contains("takes the room of"));
        let is_unlimited = UNLIMITED.iter().any(|(unlimited, _)| *unlimited == text);
        assert_eq!(is_refused, !is_unlimited, "{text}: measure it in src/app/words.rs, or say here why not");
    }
}

/// A long word makes its own tile's letters smaller, and those of the others stay.
#[test]
fn a_long_word_shrinks_itself_and_not_its_neighbours() {
    let glass = glass(1080, 1920);
    let heights = |labels: &[&str]| -> Vec<f32> {
        let mut visitor = Visitor::arrives_at(site_of(labels));
        visitor.chooses_language("it");
        assert_eq!(faults(&glass, &visitor), Vec::<String>::new());
        let lines = ElementQuery::from_root(glass.window()).match_descendants().match_inherits("Label").find_all();
        let height = |label: &&str| {
            let line = lines.iter().find(|line| line.accessible_label().is_some_and(|words| words == **label));
            line.unwrap_or_else(|| panic!("a label {label}")).size().height
        };
        labels.iter().map(height).collect()
    };
    let short = ["Bollo", "Lavoro", "Salute", "Scuola", "Visti", "Tasse", "Figli"];
    let before = heights(&short);
    let mut with_long = short;
    with_long[1] = "Naturalizzazione";
    let after = heights(&with_long);
    assert_eq!((before[0], &before[2..]), (after[0], &after[2..]), "the neighbours keep their size");
    assert!(after[1] < before[1] * 0.95, "the long word stays in one line: {after:?}");
}

/// How many pixels of each tile differ from those of a tile whose letters are in no font.
fn ink(glass: &Glass, letters: &[String]) -> Vec<(String, usize)> {
    let picture = |labels: &[&str]| {
        let mut visitor = Visitor::arrives_at(site_of(labels));
        visitor.chooses_language("it");
        glass.show(&visitor.screen());
        settle();
        glass.snapshot().expect("a picture")
    };
    let nothing = picture(&vec!["\u{f8d0}"; letters.len()]);
    let drawn = picture(&letters.iter().map(String::as_str).collect::<Vec<_>>());
    let tiles = buttons(glass);
    let count = |letter: &String| {
        let tile = tiles.iter().find(|tile| tile.accessible_label().is_some_and(|label| label == *letter));
        let tile = tile.unwrap_or_else(|| panic!("a tile {letter}"));
        let (at, size, width) = (tile.absolute_position(), tile.size(), drawn.width() as usize);
        let (left, right) = (at.x as usize, (at.x + size.width) as usize);
        let rows = (at.y as usize..(at.y + size.height) as usize).map(|y| y * width + left..y * width + right);
        rows.flatten().filter(|pixel| drawn.as_slice()[*pixel] != nothing.as_slice()[*pixel]).count()
    };
    letters.iter().map(|letter| (letter.clone(), count(letter))).collect()
}

#[test]
fn names_in_every_script_are_drawn_on_the_glass() {
    let glass = glass(1080, 1920);
    // Letter by letter, because of a name only some letters may be missing.
    let letters: BTreeSet<String> =
        NAMES.iter().flat_map(|name| name.chars()).filter(|it| stands_alone(*it)).map(String::from).collect();
    let letters: Vec<String> = letters.into_iter().collect();
    assert!(letters.len() > 150);
    let blank: Vec<_> =
        letters.chunks(10).flat_map(|some| ink(&glass, some)).filter(|(_, pixels)| *pixels < 25).collect();
    assert!(blank.is_empty(), "not drawn on the glass: {blank:?}");
}

/// Neither a space nor a mark on another letter.
fn stands_alone(letter: char) -> bool {
    !letter.is_whitespace() && !fonts::is_never_drawn(letter) && (letter.is_alphanumeric() || letter > '\u{2000}')
}

#[test]
fn names_in_every_script_are_drawn_on_paper() {
    let mut engine = TextEngine::open().expect("the fonts");
    let mut ruler = Ruler::open().expect("the fonts");
    for bold in [false, true] {
        for name in NAMES {
            let style = Style { size: 30.0, bold, from_right: false };
            let glyphs = engine.lay_out(name, "it", style, 4_000).expect("the fonts").glyphs();
            assert!(!glyphs.contains(&0), "{name}, bold {bold}: a box is printed for a letter");
            assert_eq!(ruler.without_glyph(name), None, "{name}");
        }
    }
    for (text, lacking) in [("Casa 💼", '💼'), ("𓀀", '𓀀'), ("a\u{e000}", '\u{e000}')] {
        assert_eq!(ruler.without_glyph(text), Some(lacking), "{text}");
    }
}
