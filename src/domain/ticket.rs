//! One visitor's place in the day.

use super::call::{CallNumber, Reason};
use super::class::Class;
use super::code::{DeskNumber, LanguageTag, NeedCode, ServiceCode};
use super::event::SlipOutcome;
use super::step::Step;
use jiff::Timestamp;
use std::fmt;

/// One visitor's place in the day.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// What is printed, shown and called.
    pub number: TicketNumber,
    /// What the phone page is reached by; nobody can guess it.
    pub token: Token,
    /// What the visitor chose, in the order of choosing.
    pub needs: Vec<NeedCode>,
    /// The services to visit, in order. Never empty.
    pub steps: Vec<Step>,
    /// The language the visitor chose.
    pub language: LanguageTag,
    /// Its place among all tickets of the day, counted from 0; who came first has the lower one.
    pub place: u64,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// Since when its age counts: since it was issued, unless it came back too late after a no-show.
    pub aged_since: Timestamp,
    /// Whom the queue may favour.
    pub class: Class,
    /// The same when it was issued: what it goes back to when it is urgent no longer.
    pub issued_class: Class,
    /// Where it is in its life.
    pub state: TicketState,
    /// Why it was called when it was called last; empty before.
    pub why: Vec<Reason>,
    /// What became of its slip, once the printer has told.
    pub slip: Option<SlipOutcome>,
}

/// Where a ticket is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TicketState {
    /// In the queue of its current step's service.
    Waiting {
        /// Since when, for this step; in the future while the visitor is on the way from the desk before.
        since: Timestamp,
        /// The only desk that may call it, as long as somebody sits there.
        only: Option<DeskNumber>,
    },
    /// Summoned to a desk.
    Called {
        /// To this desk.
        desk: DeskNumber,
        /// By this call; a recall has a newer one.
        call: CallNumber,
        /// When it was first called for this step.
        at: Timestamp,
    },
    /// At a desk.
    Serving {
        /// At this desk.
        desk: DeskNumber,
        /// Since when.
        since: Timestamp,
    },
    /// Put aside: a paper is missing. Can be taken up again at any desk of the service.
    Parked {
        /// The desk that put it aside.
        desk: DeskNumber,
        /// When.
        at: Timestamp,
    },
    /// Called and did not come; can be taken back to the queue.
    NoShow {
        /// The desk that called in vain.
        desk: DeskNumber,
        /// When that was noted.
        at: Timestamp,
    },
    /// Every step is done.
    Served {
        /// When the last one was.
        at: Timestamp,
    },
    /// Left, or the day ended.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

impl TicketState {
    /// The desk at which this ticket is, or to which it is called.
    pub fn desk(&self) -> Option<DeskNumber> {
        match self {
            TicketState::Called { desk, .. } | TicketState::Serving { desk, .. } => Some(*desk),
            _ => None,
        }
    }

    /// Whether the ticket is still in the day: neither served nor withdrawn.
    pub fn is_in_the_day(&self) -> bool {
        !matches!(self, TicketState::Served { .. } | TicketState::Withdrawn { .. })
    }
}

impl Ticket {
    /// The step that is being waited for or served; `None` once none is to come.
    pub fn current_step(&self) -> Option<&Step> {
        self.steps.iter().find(|step| step.is_to_come())
    }

    /// The services it will still want beside the one that it waits for or is called to: of a parked ticket that one too.
    /// None of one that has left or did not come.
    pub fn promised(&self) -> impl Iterator<Item = &ServiceCode> {
        let begun = match self.state {
            TicketState::Waiting { .. } | TicketState::Called { .. } | TicketState::Serving { .. } => 1,
            TicketState::Parked { .. } => 0,
            TicketState::NoShow { .. } | TicketState::Served { .. } | TicketState::Withdrawn { .. } => usize::MAX,
        };
        self.steps.iter().filter(|step| step.is_to_come()).map(|step| &step.service).skip(begun)
    }

    /// Whether it is in a queue.
    pub fn is_waiting(&self) -> bool {
        matches!(self.state, TicketState::Waiting { .. })
    }
}

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
    /// The service's letter.
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

/// Crockford's base 32: no `i`, `l`, `o`, `u`, so that nobody misreads an address.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Token {
    /// A token from random bits; the caller answers for their randomness.
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
