//! Conversions for serde's `with`: codes and numbers as text, moments as milliseconds since 1970.

use crate::domain::{
    AppointmentCode, LanguageTag, NeedCode, ServiceCode, TicketNumber, Token, TransferReason, UrgencyReason,
};
use jiff::civil::Date;

/// A value that is stored as text.
pub(super) trait Text: Sized {
    fn text(&self) -> String;
    fn parse(text: &str) -> Result<Self, String>;
}

/// Implements [`Text`]: how a value is written, and how it is read.
macro_rules! text {
    ($($name:ty: $write:expr, $read:expr;)*) => {$(
        impl Text for $name {
            fn text(&self) -> String {
                $write(self)
            }

            fn parse(text: &str) -> Result<$name, String> {
                $read(text).map_err(|error| format!("{text:?} {error}"))
            }
        }
    )*};
}

text! {
    Date: Date::to_string, |text: &str| text.parse::<Date>();
    ServiceCode: ServiceCode::to_string, ServiceCode::parse;
    NeedCode: NeedCode::to_string, NeedCode::parse;
    LanguageTag: LanguageTag::to_string, LanguageTag::parse;
    TicketNumber: TicketNumber::to_string, |text| TicketNumber::parse(text).ok_or("is not a ticket number");
    AppointmentCode: AppointmentCode::to_string, |text| AppointmentCode::parse(text).ok_or("is not an appointment code");
    TransferReason: |it: &TransferReason| it.code().to_owned(), |text| TransferReason::parse(text).ok_or("is not a reason");
    UrgencyReason: |it: &UrgencyReason| it.code().to_owned(), |text| UrgencyReason::parse(text).ok_or("is not a reason");
}

/// By hand, because a token must not stand in a message.
impl Text for Token {
    fn text(&self) -> String {
        self.to_string()
    }

    fn parse(text: &str) -> Result<Token, String> {
        Token::parse(text).ok_or_else(|| "a token can't be read".to_owned())
    }
}

pub(super) mod text {
    use crate::journal::format::with::Text;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<T: Text, S: Serializer>(value: &T, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&value.text())
    }

    pub fn deserialize<'de, T: Text, D: Deserializer<'de>>(input: D) -> Result<T, D::Error> {
        T::parse(&String::deserialize(input)?).map_err(D::Error::custom)
    }
}

pub(super) mod maybe_text {
    use crate::journal::format::with::Text;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub fn serialize<T: Text, S: Serializer>(value: &Option<T>, out: S) -> Result<S::Ok, S::Error> {
        value.as_ref().map(T::text).serialize(out)
    }

    pub fn deserialize<'de, T: Text, D: Deserializer<'de>>(input: D) -> Result<Option<T>, D::Error> {
        let text = Option::<String>::deserialize(input)?;
        text.map(|text| T::parse(&text).map_err(D::Error::custom)).transpose()
    }
}

pub(super) mod maybe_desk {
    use crate::domain::DeskNumber;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(desk: &Option<DeskNumber>, out: S) -> Result<S::Ok, S::Error> {
        desk.map(|desk| desk.0).serialize(out)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<DeskNumber>, D::Error> {
        Ok(Option::<u16>::deserialize(input)?.map(DeskNumber))
    }
}

pub(super) mod maybe_sequence {
    use crate::domain::Sequence;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(sequence: &Option<Sequence>, out: S) -> Result<S::Ok, S::Error> {
        sequence.map(|sequence| sequence.0).serialize(out)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Sequence>, D::Error> {
        Ok(Option::<u64>::deserialize(input)?.map(Sequence))
    }
}

/// A text in several languages, as an object.
pub(super) mod words {
    use crate::domain::{LanguageTag, Words};
    use crate::journal::format::with::Text;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::collections::BTreeMap;

    pub fn serialize<S: Serializer>(words: &Words, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(words.iter().map(|(tag, text)| (tag.as_str(), text)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Words, D::Error> {
        let texts = BTreeMap::<String, String>::deserialize(input)?.into_iter();
        let texts = texts.map(|(tag, text)| Ok((<LanguageTag as Text>::parse(&tag).map_err(D::Error::custom)?, text)));
        texts.collect::<Result<Vec<_>, _>>().map(Words::new)
    }
}

pub(super) mod texts {
    use crate::journal::format::with::Text;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<T: Text, S: Serializer>(values: &[T], out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(values.iter().map(T::text))
    }

    pub fn deserialize<'de, T: Text, D: Deserializer<'de>>(input: D) -> Result<Vec<T>, D::Error> {
        let texts = Vec::<String>::deserialize(input)?;
        texts.iter().map(|text| T::parse(text).map_err(D::Error::custom)).collect()
    }
}

pub(super) mod moment {
    use jiff::Timestamp;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(at: &Timestamp, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_i64(at.as_millisecond())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Timestamp, D::Error> {
        Timestamp::from_millisecond(i64::deserialize(input)?).map_err(D::Error::custom)
    }
}

/// Numbers for each letter, as an object.
pub(super) mod counts {
    use crate::domain::Letter;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::collections::BTreeMap;

    pub fn serialize<S: Serializer>(counts: &[(Letter, u32)], out: S) -> Result<S::Ok, S::Error> {
        out.collect_map(counts.iter().map(|(letter, count)| (letter.as_char(), count)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<(Letter, u32)>, D::Error> {
        let counts = BTreeMap::<String, u32>::deserialize(input)?;
        let letter =
            |text: &str| Letter::parse(text).ok_or_else(|| D::Error::custom(format!("{text:?} is not a letter")));
        counts.iter().map(|(text, count)| Ok((letter(text)?, *count))).collect()
    }
}

pub(super) mod maybe_moment {
    use jiff::Timestamp;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub fn serialize<S: Serializer>(at: &Option<Timestamp>, out: S) -> Result<S::Ok, S::Error> {
        at.map(|at| at.as_millisecond()).serialize(out)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Timestamp>, D::Error> {
        let at = Option::<i64>::deserialize(input)?;
        at.map(|at| Timestamp::from_millisecond(at).map_err(D::Error::custom)).transpose()
    }
}

pub(super) mod milliseconds {
    use jiff::SignedDuration;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(time: &SignedDuration, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_i64(i64::try_from(time.as_millis()).unwrap_or(0))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<SignedDuration, D::Error> {
        // No two timestamps are further apart.
        let milliseconds = i64::deserialize(input)?;
        let is_possible = milliseconds.unsigned_abs() < 1 << 50;
        is_possible
            .then(|| SignedDuration::from_millis(milliseconds))
            .ok_or_else(|| D::Error::custom("too long a time"))
    }
}
