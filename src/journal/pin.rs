//! PINs: made at random, kept as argon2id hashes (19 MiB, two passes, one lane: OWASP's password storage figures).

use crate::random;
use argon2::Argon2;
use argon2::password_hash::{self, PasswordHasher};

/// The length of a generated PIN, in digits.
const DIGITS: usize = 6;
/// The shortest PIN that may be chosen, in characters.
pub const SHORTEST: usize = 4;

/// The hash of a PIN, as a PHC string. Fails when the operating system gives no memory, or no random numbers for the salt.
pub fn hash(pin: &str) -> Result<String, password_hash::Error> {
    Argon2::default().hash_password(pin.as_bytes()).map(|hash| hash.to_string())
}

/// A PIN of random digits; `None` when the operating system gives no random numbers.
pub fn random() -> Option<String> {
    let mut pin = String::new();
    while pin.len() < DIGITS {
        let byte = random::bytes::<1>().ok()?;
        // 250 is the largest multiple of ten in a byte: no digit is likelier than another.
        if byte[0] < 250 {
            pin.push(char::from(b'0' + byte[0] % 10));
        }
    }
    Some(pin)
}
