//! The digits within texts. Numbers of tickets and desks are texts and keep their ASCII digits in every language.

use fluent_bundle::FluentValue;

/// The digits of a language for counts, times and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// 0 to 9.
    Latin,
    /// ۰ to ۹, as in Dari and Pashto.
    ExtendedArabic,
    /// ০ to ৯.
    Bengali,
}

impl Numbering {
    /// By its CLDR name: `latn`, `arabext` or `beng`.
    pub fn of_cldr(name: &str) -> Option<Numbering> {
        match name {
            "latn" => Some(Numbering::Latin),
            "arabext" => Some(Numbering::ExtendedArabic),
            "beng" => Some(Numbering::Bengali),
            _ => None,
        }
    }

    /// The text with its ASCII digits replaced by these.
    pub fn digits(self, text: &str) -> String {
        let zero = match self {
            Numbering::Latin => return text.to_owned(),
            Numbering::ExtendedArabic => '\u{06F0}',
            Numbering::Bengali => '\u{09E6}',
        };
        let digit = |c: char| c.to_digit(10).and_then(|value| char::from_u32(u32::from(zero) + value)).unwrap_or(c);
        text.chars().map(digit).collect()
    }

    /// The function that Fluent calls for every number in a message.
    pub(super) fn formatter<M>(self) -> Option<fn(&FluentValue<'_>, &M) -> Option<String>> {
        match self {
            Numbering::Latin => None,
            Numbering::ExtendedArabic => Some(|value, _| formatted(value, Numbering::ExtendedArabic)),
            Numbering::Bengali => Some(|value, _| formatted(value, Numbering::Bengali)),
        }
    }
}

fn formatted(value: &FluentValue<'_>, numbering: Numbering) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbering.digits(&number.as_string())),
        _ => None,
    }
}
