//! An appointment: a service, a time, and a code instead of a name.

use super::code::ServiceCode;
use jiff::Timestamp;
use std::fmt;

/// An appointment that can still be checked in with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    pub service: ServiceCode,
    pub at: Timestamp,
}

/// The code that a visitor checks in with: six characters that are hard to misread. It says nothing about the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AppointmentCode([u8; AppointmentCode::LENGTH]);

impl AppointmentCode {
    /// Its length in characters.
    pub const LENGTH: usize = 6;
    /// Its alphabet: no `I`, `L`, `O`, `U`, `0` and `1`, which are mistaken for each other.
    pub const SIGNS: &'static str = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// A code from random bits; the caller has to provide good ones.
    pub fn from_random(bits: u64) -> AppointmentCode {
        let (signs, mut rest) = (Self::SIGNS.as_bytes(), bits);
        AppointmentCode(std::array::from_fn(|_| {
            let sign = signs[(rest % signs.len() as u64) as usize];
            rest /= signs.len() as u64;
            sign
        }))
    }

    /// Reads a code as a person would type it, in small letters and with spaces too.
    pub fn parse(text: &str) -> Option<AppointmentCode> {
        let signs = text.bytes().filter(|sign| !matches!(sign, b' ' | b'-')).map(|sign| sign.to_ascii_uppercase());
        let signs: Vec<u8> = signs.take(Self::LENGTH + 1).collect();
        let signs: [u8; Self::LENGTH] = signs.try_into().ok()?;
        signs.iter().all(|sign| Self::SIGNS.as_bytes().contains(sign)).then_some(AppointmentCode(signs))
    }
}

impl fmt::Display for AppointmentCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|sign| write!(out, "{}", char::from(*sign)))
    }
}
