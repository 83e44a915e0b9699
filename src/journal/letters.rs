//! One form for what people type as names and PINs: composed letters, ASCII digits, plain spaces; and how two are compared.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::props::{DefaultIgnorableCodePoint, GeneralCategory, WhiteSpace};
use icu_properties::{CodePointMapData, CodePointSetData};

/// A sign without dots, which looks like a space.
const BRAILLE_BLANK: char = '\u{2800}';

/// The text as all keyboards write it: without spaces around, letters composed (NFC), the digits of every script as ASCII
/// digits, every kind of space as the plain one.
pub(super) fn plain(text: &str) -> String {
    let composed = composed(text.trim());
    composed.chars().map(|sign| ascii_digit(sign).unwrap_or(if is_space(sign) { ' ' } else { sign })).collect()
}

/// The same without what the eye can't tell apart: two texts with one such form are taken for the same. Of any text, also
/// of one with hidden signs.
pub(super) fn folded(text: &str) -> String {
    let plain = plain(text);
    // By way of capital letters: then ß is SS, and both forms of a Greek sigma are one.
    let folded =
        plain.chars().filter(|sign| !is_hidden(*sign)).flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    let folded: String = folded.collect();
    composed(&folded.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a text has signs that show nothing, or that change how others are shown: such as a zero-width space, the marks
/// of the direction of writing, a line break.
pub(super) fn has_hidden(text: &str) -> bool {
    text.chars().any(is_hidden)
}

/// Whether a sign shows something of its own: not a space, nor an accent for the letter before it.
pub(super) fn stands_alone(sign: char) -> bool {
    use GeneralCategory::{EnclosingMark, NonspacingMark, SpacingMark};
    !is_space(sign) && !is_hidden(sign) && ![EnclosingMark, NonspacingMark, SpacingMark].contains(&category(sign))
}

fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

fn is_space(sign: char) -> bool {
    category(sign) == GeneralCategory::SpaceSeparator
}

fn is_hidden(sign: char) -> bool {
    use GeneralCategory::{Control, Format, LineSeparator, ParagraphSeparator, PrivateUse, Surrogate, Unassigned};
    let hidden = [Control, Format, LineSeparator, ParagraphSeparator, PrivateUse, Surrogate, Unassigned];
    sign == BRAILLE_BLANK
        || hidden.contains(&category(sign))
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(sign)
        || (CodePointSetData::new::<WhiteSpace>().contains(sign) && !is_space(sign))
}

/// Unicode has the digits of each script in a row from 0 to 9; some rows follow each other.
fn ascii_digit(sign: char) -> Option<char> {
    let is_digit = |code: u32| char::from_u32(code).is_some_and(|it| category(it) == GeneralCategory::DecimalNumber);
    let code = u32::from(sign);
    let before = (1..=code).take_while(|back| is_digit(code - back)).count();
    is_digit(code).then(|| char::from_digit(u32::try_from(before % 10).ok()?, 10)).flatten()
}

fn category(sign: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(sign)
}
