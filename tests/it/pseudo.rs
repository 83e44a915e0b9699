//! Two pseudo-languages, made of the Italian texts: as long as a translation may be, one accented, one in Arabic
//! letters from right to left. What is clipped or overlaps with them would also fail in some real language.

use sportello::catalogue::{self, Known, Translation};
use sportello::domain::{LanguageTag, Site};
use sportello::locale::{Locales, Message, Wording, room_beside, to_fluent};
use sportello::pictogram;
use sportello::print::Ruler;
use std::fs;
use std::path::Path;

/// Accented, from left to right.
pub const LONG: &str = "qps";
/// In Arabic letters, from right to left.
pub const MIRRORED: &str = "qps-Arab";

/// What the two are for the manifest.
const ROWS: &str = r#"
[[languages]]
tag = "qps"
endonym = "Ƥşéûðó"
italian_name = "pseudo"
direction = "left-to-right"
fallback = ["it"]
fonts = ["Noto Sans"]
numbering = "latn"
plurals = ["one", "other"]
type_scale = 100
line_height = 136
reviewed = false

[[languages]]
tag = "qps-Arab"
endonym = "ﭘسودو"
italian_name = "pseudo da destra"
direction = "right-to-left"
fallback = ["it"]
fonts = ["Noto Sans", "Noto Sans Arabic"]
numbering = "arabext"
plurals = ["one", "other"]
type_scale = 115
line_height = 136
reviewed = false
"#;

/// The program's texts, with the two languages beside the real ones.
pub fn locales() -> Locales {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let manifest = fs::read_to_string(root.join("manifest.toml")).expect("the manifest") + ROWS;
    let mut ruler = Ruler::open().expect("the fonts");
    let mut files: Vec<(String, String, String)> = Vec::new();
    for language in fs::read_dir(&root).expect("the languages").flatten().filter(|entry| entry.path().is_dir()) {
        let tag = language.file_name().into_string().expect("a tag");
        for file in fs::read_dir(language.path()).expect("its files").flatten() {
            let path = file.path();
            if path.extension().is_some_and(|ending| ending == "ftl") {
                let area = path.file_stem().and_then(|stem| stem.to_str()).expect("an area").to_owned();
                files.push((tag.clone(), area, fs::read_to_string(&path).expect("its texts")));
            }
        }
    }
    let italian: Vec<_> = files.iter().filter(|(tag, ..)| tag == "it").cloned().collect();
    for pseudo in [LONG, MIRRORED] {
        for (_, area, text) in &italian {
            let messages = Message::read(text).unwrap_or_else(|faults| panic!("{area}: {faults:?}"));
            let messages: Vec<Message> =
                messages.iter().map(|message| in_pseudo(message, pseudo, &mut ruler)).collect();
            files.push((pseudo.to_owned(), area.clone(), to_fluent(&messages)));
        }
    }
    let files: Vec<_> = files.iter().map(|(tag, area, text)| (tag.as_str(), area.as_str(), text.as_str())).collect();
    Locales::from_files(&manifest, &files).unwrap_or_else(|faults| panic!("{faults}"))
}

/// The demo site, offered in these two as well, instead of the last two real languages.
pub fn site(locales: &Locales) -> Site {
    let languages = locales.languages().iter().map(|language| language.tag.clone()).collect();
    let known = Known { languages, pictograms: pictogram::names().collect() };
    let demo = catalogue::DEMO.replace("\"ur\", \"zh-Hans\"]", "\"qps\", \"qps-Arab\"]");
    assert!(demo.contains(MIRRORED), "the demo site's languages stand otherwise in its file");
    let site = catalogue::read(&demo, "pseudo.toml", &known).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    let mut ruler = Ruler::open().expect("the fonts");
    let texts: Vec<String> =
        site.texts().iter().filter_map(|words| words.get(site.house_language()).map(str::to_owned)).collect();
    let mut translate = |pseudo: &str| Translation {
        language: LanguageTag::parse(pseudo).expect("a tag"),
        reviewed: false,
        words: texts.iter().map(|text| (text.clone(), longer(text, pseudo, None, &mut ruler))).collect(),
    };
    let translations = [translate(LONG), translate(MIRRORED)];
    catalogue::translated(site, &translations)
}

fn in_pseudo(message: &Message, pseudo: &str, ruler: &mut Ruler) -> Message {
    // Names of days and months are part of longer texts, which have the room.
    let mut longer = |text: &str| match message.id.starts_with("forms-") {
        true => changed(text, pseudo),
        false => longer(text, pseudo, message.room(), ruler),
    };
    let wording = match &message.wording {
        Wording::Plain(text) => Wording::Plain(longer(text)),
        Wording::Choice { by, forms } => {
            let forms = forms.iter().map(|(form, text)| (form.clone(), longer(text))).collect();
            Wording::Choice { by: by.clone(), forms }
        }
    };
    Message { wording, ..message.clone() }
}

/// The text in other letters, with further words until it takes up all the room that a translation has.
fn longer(text: &str, pseudo: &str, room: Option<u32>, ruler: &mut Ruler) -> String {
    const FILL: [&str; 6] = ["di", "alberi", "e", "mare", "con", "sole"];
    let mut width = |text: &str| ruler.letters(text, pseudo, pseudo == MIRRORED).expect("the fonts");
    let room = room.unwrap_or_else(|| room_beside(width(text))) as f32;
    let (mut long, mut fill) = (changed(text, pseudo), FILL.iter().cycle());
    loop {
        let next = format!("{long} {}", changed(fill.next().expect("it has no end"), pseudo));
        if width(&next) > room {
            return long;
        }
        long = next;
    }
}

/// Each letter by another one; what stands in braces stays.
fn changed(text: &str, pseudo: &str) -> String {
    let mut inside = false;
    let other = |c: char| {
        if pseudo == MIRRORED { arabic(c) } else { accented(c) }
    };
    let mut changed = String::new();
    for c in text.chars() {
        inside = c == '{' || inside && c != '}';
        changed.push(if inside || c == '}' { c } else { other(c) });
    }
    changed
}

fn accented(c: char) -> char {
    const FROM: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const TO: &str = "áƀçðéƒĝĥîĵķļɱñöþɋřšţûṽŵẋýžÁƁÇÐÉƑĜĤÎĴĶĻḾÑÖÞɊŘŠŢÛṼŴẊÝŽ";
    FROM.chars().position(|from| from == c).and_then(|at| TO.chars().nth(at)).unwrap_or(c)
}

fn arabic(c: char) -> char {
    const FROM: &str = "abcdefghijklmnopqrstuvwxyz";
    const TO: &str = "ابجدهفغحيژكلمنوپقرستطڤصضعز";
    let lower = c.to_lowercase().next().unwrap_or(c);
    match c {
        '?' => '؟',
        ',' => '،',
        _ => FROM.chars().position(|from| from == lower).and_then(|at| TO.chars().nth(at)).unwrap_or(c),
    }
}
