//! Domain values as text in requests and responses: how they are read, and how the description of the API shows them.

use crate::domain::{
    AppointmentCode, DeskNumber, InstitutionCode, LanguageTag, NeedCode, Sequence, ServiceCode, TicketNumber, Token,
    TransferReason, UrgencyReason,
};
use jiff::Timestamp;
use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use std::fmt;
use std::marker::PhantomData;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{Object, ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

/// What site files allow as a code: see `domain/code.rs`.
const CODE: &str = "^[A-Za-z0-9._-]{1,40}$";

/// A value that clients write as text, in JSON and in forms alike.
pub(in crate::web) trait FromText: Sized {
    /// The end of the sentence "expected …".
    const EXPECTED: &'static str;

    fn from_text(text: &str) -> Option<Self>;
}

/// A field, or a list of them, of a type that is read from text: for serde's `deserialize_with`.
pub(in crate::web) trait TextField: Sized {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// Reads text fields, with an error that names what was expected and never repeats what was sent.
pub(in crate::web) fn text<'de, D: Deserializer<'de>, T: TextField>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}

/// Reads a desk's number that may be left out. To JSON `3.0` is the same number as `3`.
pub(in crate::web) fn desk_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<DeskNumber>, D::Error> {
    Ok(Option::<JsonDeskNumber>::deserialize(deserializer)?.map(|JsonDeskNumber(number)| number))
}

struct JsonDeskNumber(DeskNumber);

struct DeskNumberVisitor;

impl Visitor<'_> for DeskNumberVisitor {
    type Value = JsonDeskNumber;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(DeskNumber::EXPECTED)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<JsonDeskNumber, E> {
        let number = u16::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))?;
        Ok(JsonDeskNumber(DeskNumber(number)))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<JsonDeskNumber, E> {
        let is_number = number.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(&number);
        if is_number { self.visit_u64(number as u64) } else { Err(E::invalid_value(Unexpected::Float(number), &self)) }
    }
}

impl<'de> Deserialize<'de> for JsonDeskNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<JsonDeskNumber, D::Error> {
        deserializer.deserialize_any(DeskNumberVisitor)
    }
}

struct Parsed<T>(T);

struct TextVisitor<T>(PhantomData<T>);

impl<T: FromText> Visitor<'_> for TextVisitor<T> {
    type Value = Parsed<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Parsed<T>, E> {
        T::from_text(text).map(Parsed).ok_or_else(|| E::custom(format_args!("invalid value, expected {}", T::EXPECTED)))
    }
}

impl<'de, T: FromText> Deserialize<'de> for Parsed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Parsed<T>, D::Error> {
        deserializer.deserialize_str(TextVisitor(PhantomData))
    }
}

impl<T: FromText> TextField for T {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        Parsed::deserialize(deserializer).map(|Parsed(value)| value)
    }
}

impl<T: FromText> TextField for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        Ok(Option::<Parsed<T>>::deserialize(deserializer)?.map(|Parsed(value)| value))
    }
}

impl<T: FromText> TextField for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        Ok(Vec::<Parsed<T>>::deserialize(deserializer)?.into_iter().map(|Parsed(value)| value).collect())
    }
}

impl<T: FromText> TextField for Option<Vec<T>> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<T>>, D::Error> {
        let list = Option::<Vec<Parsed<T>>>::deserialize(deserializer)?;
        Ok(list.map(|list| list.into_iter().map(|Parsed(value)| value).collect()))
    }
}

macro_rules! read_by {
    ($($name:ident: $expected:literal, $read:expr;)+) => {
        $(impl FromText for $name {
            const EXPECTED: &'static str = $expected;

            fn from_text(text: &str) -> Option<Self> {
                $read(text)
            }
        })+
    };
}

read_by!(
    NeedCode: "the code of a need", |text| NeedCode::parse(text).ok();
    ServiceCode: "the code of a service", |text| ServiceCode::parse(text).ok();
    LanguageTag: "the tag of a language, such as \"it\"", |text| LanguageTag::parse(text).ok();
    TicketNumber: "the number of a ticket, such as \"P 042\"", TicketNumber::parse;
    DeskNumber: "the number of a desk", |text: &str| {
        let is_number = text.bytes().all(|digit| digit.is_ascii_digit());
        text.parse().ok().filter(|_| is_number).map(DeskNumber)
    };
    Timestamp: "a time as in RFC 3339, such as \"2026-11-23T09:00:00+01:00\"", rfc_3339;
    Sequence: "an act, such as \"4711\"", |text: &str| {
        let is_number = text.bytes().all(|digit| digit.is_ascii_digit()) && !text.starts_with('0');
        text.parse().ok().filter(|_| is_number && text.len() <= 18).map(Sequence)
    };
    UrgencyReason: "one of deadline, health, safety, children", UrgencyReason::parse;
    TransferReason: "one of other-need, specialist, language, desk-change", TransferReason::parse;
);

/// A time as in RFC 3339, without what other readers allow beside it: names of zones, other separators, offsets of a day and
/// more, leap seconds. Descriptions show the same as a pattern.
fn rfc_3339(text: &str) -> Option<Timestamp> {
    let (date_and_time, rest) = text.split_at_checked(19)?;
    let is_in_form = fits(date_and_time, "dddd-dd-ddTdd:dd:dd") && date_and_time.starts_with(['1', '2']);
    let seconds = &date_and_time.get(17..)?;
    let offset = match rest.strip_prefix('.') {
        Some(fraction) => {
            let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
            fraction.get(digits..).filter(|_| (1..=9).contains(&digits))?
        }
        None => rest,
    };
    let is_offset = matches!(offset, "Z" | "z")
        || (fits(offset, "+dd:dd") || fits(offset, "-dd:dd")) && offset[1..3] <= *"23" && offset[4..] <= *"59";
    // The calendar is judged by the library.
    text.parse().ok().filter(|_| is_in_form && **seconds <= *"59" && is_offset)
}

/// Whether a text has this form, in which `d` stands for a digit and `T` for that letter in either case.
fn fits(text: &str, form: &str) -> bool {
    let is_so = |(sign, expected): (u8, u8)| match expected {
        b'd' => sign.is_ascii_digit(),
        b'T' => sign.eq_ignore_ascii_case(&b't'),
        _ => sign == expected,
    };
    text.len() == form.len() && text.bytes().zip(form.bytes()).all(is_so)
}

macro_rules! described_by {
    ($($name:ident: $schema:expr;)+) => {
        $(
            impl PartialSchema for $name {
                fn schema() -> RefOr<Schema> {
                    RefOr::T(Schema::Object($schema))
                }
            }

            impl ToSchema for $name {}
        )+
    };
}

described_by!(
    NeedCode: pattern("A need's code, as the site file has it.", CODE, "tax.code");
    ServiceCode: pattern("A service's code, as the site file has it.", CODE, "entrate.code");
    InstitutionCode: pattern("An institution's code, as the site file has it.", CODE, "entrate");
    LanguageTag: pattern("A language's tag (BCP 47).", CODE, "ar");
    TicketNumber: pattern(
        "A ticket's number: a capital letter, a space and at least three digits.",
        "^[A-Z] (00[1-9]|0[1-9][0-9]|[1-9][0-9]{2,8})$",
        "P 042",
    );
    Token: pattern(
        "The secret that stands for a ticket in addresses.",
        "^[0-7][0-9a-hjkmnp-tv-z]{25}$",
        "0123456789abcdefghjkmnpqrs",
    );
    Sequence: pattern("An act of a desk: the place of its first event in the journal.", "^[1-9][0-9]{0,17}$", "4711");
    AppointmentCode: pattern("What a visitor checks in with.", "^[2-9A-HJKMNP-TV-Z]{6}$", "7KQ2XM");
    DeskNumber: ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(0))
        .maximum(Some(u16::MAX))
        .description(Some("A desk's number, as it stands over the desk."))
        .examples([1])
        .build();
    UrgencyReason: one_of(UrgencyReason::ALL.map(UrgencyReason::code), "Why staff let a ticket go first.");
    TransferReason: one_of(TransferReason::ALL.map(TransferReason::code), "Why a ticket is handed on.");
);

fn pattern(about: &str, pattern: &str, example: &str) -> Object {
    let text = ObjectBuilder::new().schema_type(Type::String).description(Some(about));
    text.pattern(Some(pattern)).examples([example]).build()
}

fn one_of<const COUNT: usize>(codes: [&'static str; COUNT], about: &str) -> Object {
    ObjectBuilder::new().schema_type(Type::String).description(Some(about)).enum_values(Some(codes)).build()
}
