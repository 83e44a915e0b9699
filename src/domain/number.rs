//! Ticket numbers, their letters, and the secret in a slip's address.

use std::fmt;

/// The letter that a service's numbers begin with: `A` to `Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Letter(u8);

impl Letter {
    /// Reads one capital ASCII letter.
    pub fn parse(text: &str) -> Option<Letter> {
        match text.as_bytes() {
            [letter @ b'A'..=b'Z'] => Some(Letter(*letter)),
            _ => None,
        }
    }

    /// The letter as a character.
    pub fn as_char(self) -> char {
        char::from(self.0)
    }
}

/// A number such as `P 042`: a letter and three digits, four from 1000 on. It never wraps within a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TicketNumber {
    pub letter: Letter,
    /// Counted from 1 each day, for each letter.
    pub count: u32,
}

impl TicketNumber {
    /// Reads `P 042`, `P042` or `p 42`, as a person would type it.
    pub fn parse(text: &str) -> Option<TicketNumber> {
        let text = text.trim().to_ascii_uppercase();
        let letter = Letter::parse(text.get(0..1)?)?;
        let digits = text.get(1..)?.trim_start_matches([' ', '\u{a0}', '-']);
        let is_number = (1..=9).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        let count = if is_number { digits.parse().ok()? } else { return None };
        (count > 0).then_some(TicketNumber { letter, count })
    }
}

impl fmt::Display for TicketNumber {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {:03}", self.letter.as_char(), self.count)
    }
}

/// A secret of 128 random bits that stands for a ticket in addresses; written as 26 characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token(u128);

/// Crockford's base 32: no `i`, `l`, `o`, `u`, which are easily misread.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Token {
    /// A token from random bits; the caller has to provide good ones.
    pub fn from_random(bits: u128) -> Token {
        Token(bits)
    }

    /// Reads what [`Token`]'s `Display` writes.
    pub fn parse(text: &str) -> Option<Token> {
        let is_token = text.len() == 26 && text.as_bytes()[0] < b'8';
        text.bytes()
            .filter(|_| is_token)
            .try_fold(0u128, |bits, digit| {
                let value = DIGITS.iter().position(|known| *known == digit)?;
                Some(bits << 5 | value as u128)
            })
            .filter(|_| is_token)
            .map(Token)
    }
}

impl fmt::Display for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (0..26).rev().try_for_each(|place| {
            let digit = DIGITS[(self.0 >> (place * 5)) as usize & 31];
            write!(out, "{}", char::from(digit))
        })
    }
}

/// A token opens a page, so logs must not carry it.
impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Token(…)")
    }
}
