//! Single values of a site file: texts in several languages, codes, letters, colours, pictograms, the time zone.

use super::Known;
use super::mistake::quoted;
use super::reader::{Complaints, Node};
use super::similar::did_you_mean;
use super::zones;
use crate::domain::code::CodeError;
use crate::domain::institution::Colour;
use crate::domain::tally::taps::Topic;
use crate::domain::{LanguageTag, Letter, Words};
use jiff::tz::TimeZone;

/// The longest text, in characters; a longer one fits no tile and no slip.
const LONGEST_TEXT: usize = 160;
/// White words on a colour, and the colour on white, must have at least this contrast (WCAG 2.2, 1.4.3).
const MIN_CONTRAST: f64 = 4.5;

/// `{ it = "…", en = "…" }`.
pub(super) fn words(node: &Node<'_>, known: &Known, complaints: &mut Complaints) -> Words {
    let remedy = "Write it by language, such as { it = \"Salute\", en = \"Health\" }.";
    let Some(table) = node.table(remedy, complaints) else { return Words::default() };
    let mut texts = Vec::new();
    for (key, text) in table.entries() {
        match known.languages.iter().find(|language| language.as_str() == key) {
            None => {
                let names: Vec<&str> = known.languages.iter().map(LanguageTag::as_str).collect();
                let remedy = format!("The languages are: {}.", names.join(", "));
                table.wrong_key(key, format!("unknown language {}", quoted(key)), remedy, complaints);
            }
            Some(language) => {
                if let Some(text) = clean_text(&text, complaints) {
                    texts.push((language.clone(), text));
                }
            }
        }
    }
    Words::new(texts)
}

/// A text of one line that can be shown as it is.
pub(super) fn clean_text(node: &Node<'_>, complaints: &mut Complaints) -> Option<String> {
    let text = node.text("Put the text in quotes.", complaints)?;
    if let Some((problem, remedy)) = unshowable(text) {
        node.wrong(problem, remedy, complaints);
        return None;
    }
    Some(text.trim().to_owned())
}

/// Why a text can't be shown as it is, and what to do.
pub fn unshowable(text: &str) -> Option<(String, &'static str)> {
    if let Some(found) = text.chars().find(|character| is_unprintable(*character)) {
        let code = u32::from(found);
        let problem = format!("contains the invisible character U+{code:04X}");
        return Some((problem, "Delete it and type the text again, in one line."));
    }
    let is_long = text.chars().count() > LONGEST_TEXT;
    is_long.then(|| (format!("is longer than {LONGEST_TEXT} characters"), "Say it shorter."))
}

/// Control characters, line breaks, marks that turn the direction of what follows, and the byte order mark.
fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// A code, or for one that can't be read a stand-in, so that positions in lists stay the same.
pub(super) fn code<T>(
    node: Option<&Node<'_>>,
    parse: fn(&str) -> Result<T, CodeError>,
    complaints: &mut Complaints,
) -> T {
    let remedy = "Write a short name such as \"health.card\".";
    let text = node.and_then(|node| node.text(remedy, complaints));
    match (text.map(parse), node) {
        (Some(Ok(code)), _) => return code,
        (Some(Err(error)), Some(node)) => node.wrong(error.to_string(), remedy, complaints),
        _ => {}
    }
    parse("unreadable").unwrap_or_else(|_| unreachable!("the stand-in has only letters"))
}

/// A language of this program.
pub(super) fn language(node: &Node<'_>, known: &Known, complaints: &mut Complaints) -> LanguageTag {
    let tag = code(Some(node), LanguageTag::parse, complaints);
    if !known.languages.contains(&tag) && node.as_text() == Some(tag.as_str()) {
        let names: Vec<&str> = known.languages.iter().map(LanguageTag::as_str).collect();
        let remedy = format!("The languages are: {}.", names.join(", "));
        node.wrong(format!("unknown language {}", quoted(tag.as_str())), remedy, complaints);
    }
    tag
}

/// A telephone number as it is rung: `"112"`, `"+39 011 123456"`.
pub(super) fn telephone(node: &Node<'_>, complaints: &mut Complaints) -> Option<String> {
    let remedy = "Write it as it is rung, with digits and blanks: \"112\", \"+39 011 123456\".";
    let text = node.text(remedy, complaints)?;
    let is_sign = |sign: char| sign.is_ascii_digit() || matches!(sign, '+' | ' ');
    let is_number = (2..=20).contains(&text.len()) && text.chars().all(is_sign) && text.trim() == text;
    if !is_number {
        node.wrong(format!("{} is not a telephone number", quoted(text)), remedy, complaints);
    }
    is_number.then(|| text.to_owned())
}

/// What visitors may be asked for the counts: `"first-visit"`.
pub(super) fn topic(node: &Node<'_>, complaints: &mut Complaints) -> Option<Topic> {
    let codes: Vec<&str> = Topic::ALL.iter().map(|topic| topic.code()).collect();
    let remedy = format!("There are: {}.", codes.join(", "));
    let code = node.text(&remedy, complaints)?;
    let topic = Topic::ALL.iter().copied().find(|topic| topic.code() == code);
    if topic.is_none() {
        node.wrong(format!("{} is nothing that visitors are asked", quoted(code)), remedy, complaints);
    }
    topic
}

/// `"A"`.
pub(super) fn letter(node: &Node<'_>, complaints: &mut Complaints) -> Option<Letter> {
    let remedy = "Write one capital letter from \"A\" to \"Z\".";
    let text = node.text(remedy, complaints)?;
    let letter = Letter::parse(text);
    if letter.is_none() {
        node.wrong(format!("{} is not a letter for ticket numbers", quoted(text)), remedy, complaints);
    }
    letter
}

/// `"#0033A0"`.
pub(super) fn colour(node: &Node<'_>, complaints: &mut Complaints) -> Option<Colour> {
    let remedy = "Write it as \"#RRGGBB\", such as \"#0033A0\".";
    let text = node.text(remedy, complaints)?;
    let Some(colour) = Colour::parse(text) else {
        node.wrong(format!("{} is not a colour", quoted(text)), remedy, complaints);
        return None;
    };
    let contrast = contrast_with_white(colour);
    if contrast < MIN_CONTRAST {
        let problem = format!("{text} is too light for white words (contrast {contrast:.1})");
        node.wrong(problem, format!("Choose a darker one, with a contrast of at least {MIN_CONTRAST}."), complaints);
        return None;
    }
    Some(colour)
}

/// The contrast between a colour and white, from 1 to 21, as WCAG 2.2 defines it.
fn contrast_with_white(Colour(red, green, blue): Colour) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05)
}

/// The name of a pictogram of this program.
pub(super) fn pictogram(node: &Node<'_>, known: &Known, complaints: &mut Complaints) -> Option<String> {
    let name = node.text("Write a pictogram's name, such as \"stethoscope\".", complaints)?;
    if !known.pictograms.contains(&name) {
        let mut remedy = did_you_mean(name, known.pictograms.iter().copied());
        if remedy.is_empty() {
            let alike = known.pictograms.iter().filter(|known| known.chars().next() == name.chars().next());
            let some: Vec<&str> = alike.chain(&known.pictograms).take(8).copied().collect();
            remedy = format!("There are {}, such as: {}.", known.pictograms.len(), some.join(", "));
        }
        node.wrong(format!("unknown pictogram {}", quoted(name)), remedy, complaints);
    }
    Some(name.to_owned())
}

/// `"Europe/Rome"`.
pub(super) fn time_zone(node: &Node<'_>, complaints: &mut Complaints) -> Option<TimeZone> {
    let name = node.text("Write a time zone's name, such as \"Europe/Rome\".", complaints)?;
    if let Ok(zone) = TimeZone::get(name) {
        return Some(zone);
    }
    node.wrong(format!("unknown time zone {}", quoted(name)), zones::remedy(name), complaints);
    None
}

/// `"http://kiosk.example:8080"`, without a slash at its end and without a path: pages name their parts by absolute paths.
pub(super) fn public_url(node: &Node<'_>, complaints: &mut Complaints) -> Option<String> {
    let remedy = "Write the address that phones in the room can reach, such as \"http://192.168.1.10:8080\".";
    let text = node.text(remedy, complaints)?;
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or("");
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-._~:/[]%".contains(character);
    let host = rest.split('/').next().unwrap_or("");
    if host.is_empty() || text.len() > LONGEST_TEXT || !rest.chars().all(is_plain) {
        node.wrong(format!("{} is not an address for phones", quoted(text)), remedy, complaints);
        return None;
    }
    let address = text.trim_end_matches('/');
    if rest.trim_end_matches('/') != host {
        let remedy = "Give the site a host name or a port of its own, such as \"https://queue.example.org\".";
        node.odd(format!("{} has a path, under which no page would find its parts", quoted(text)), remedy, complaints);
        return None;
    }
    Some(address.to_owned())
}
