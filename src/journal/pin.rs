//! PINs: chosen by their owners or made at random, kept as argon2id hashes (19 MiB, two passes, one lane: OWASP's password
//! storage figures).

use super::letters;
use super::weak_pin;
use crate::random;
use argon2::Argon2;
use argon2::password_hash::{self, PasswordHasher};
use std::fmt;

/// The length of a generated PIN, in digits.
const DIGITS: usize = 6;

/// A PIN that may be set. It stands for all ways to type it: digits of any script, letters composed or not.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

/// Why a text can't be set as a PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PinFault {
    #[error("the PIN is too short: use at least {} characters", Pin::SHORTEST)]
    TooShort,
    #[error("the PIN is too long: use at most {} characters", Pin::LONGEST)]
    TooLong,
    #[error("the PIN has a sign that can't be seen: type it anew, with signs that can")]
    Hidden,
    #[error(
        "the PIN is among those that are guessed first (one sign, a run, a repetition, a date, the name): choose another"
    )]
    Common,
}

/// Where the PIN of an account comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinOrigin {
    /// Set by a version of the program that hashed what was typed as it was.
    Older,
    /// Chosen by its owner, or by the one who set up the account.
    Own,
    /// Made at random and handed to its owner, who is asked for another.
    HandedOut,
}

impl Pin {
    /// The fewest and the most characters of a PIN.
    pub const SHORTEST: usize = weak_pin::SHORTEST;
    pub const LONGEST: usize = 64;

    /// A PIN to set for the account of this name.
    pub fn choose(typed: &str, name: &str) -> Result<Pin, PinFault> {
        let plain = letters::plain(typed);
        match plain.chars().count() {
            count if count < Pin::SHORTEST => Err(PinFault::TooShort),
            count if count > Pin::LONGEST => Err(PinFault::TooLong),
            _ if letters::has_hidden(&plain) => Err(PinFault::Hidden),
            _ if weak_pin::is_common(&letters::folded(&plain), &letters::folded(name)) => Err(PinFault::Common),
            _ => Ok(Pin(plain)),
        }
    }

    /// A PIN of random digits; `None` when the operating system gives no random numbers.
    pub fn random(name: &str) -> Option<Pin> {
        loop {
            let mut digits = String::new();
            while digits.len() < DIGITS {
                let byte = random::bytes::<1>().ok()?;
                // 250 is the largest multiple of ten in a byte: no digit is likelier than another.
                if byte[0] < 250 {
                    digits.push(char::from(b'0' + byte[0] % 10));
                }
            }
            if let Ok(pin) = Pin::choose(&digits, name) {
                return Some(pin);
            }
        }
    }

    /// What was typed as a PIN, in the form of which a PIN of this origin has its hash.
    pub fn typed(typed: &str, origin: PinOrigin) -> String {
        match origin {
            PinOrigin::Older => typed.trim().to_owned(),
            PinOrigin::Own | PinOrigin::HandedOut => letters::plain(typed),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The hash, as a PHC string.
    pub fn hash(&self) -> Result<String, password_hash::Error> {
        hash(&self.0)
    }
}

/// Never shown by accident.
impl fmt::Debug for Pin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Pin")
    }
}

impl PinOrigin {
    /// As it is stored.
    pub fn name(self) -> &'static str {
        match self {
            PinOrigin::Older => "older",
            PinOrigin::Own => "own",
            PinOrigin::HandedOut => "handed-out",
        }
    }

    /// By the name under which it is stored. Of an unknown one the owner is asked for another PIN.
    pub fn of_name(name: &str) -> PinOrigin {
        match name {
            "older" => PinOrigin::Older,
            "own" => PinOrigin::Own,
            _ => PinOrigin::HandedOut,
        }
    }
}

/// The hash of a text, as a PHC string. Fails when the operating system gives no memory, or no random numbers for the salt.
pub fn hash(pin: &str) -> Result<String, password_hash::Error> {
    Argon2::default().hash_password(pin.as_bytes()).map(|hash| hash.to_string())
}
