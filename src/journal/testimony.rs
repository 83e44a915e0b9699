//! What the witness says: how far a journal has come, and which numbers may have been given.

use super::boot::BootId;
use super::missing::Missing;
use crate::domain::{Entry, Event, Letter, Sequence, TicketNumber};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

/// The size of a slot: a sector.
pub(super) const SLOT: usize = 512;
const MAGIC: &[u8; 8] = b"SpoWit01";
const DIGEST: usize = 16;
/// How many numbers of a letter are reserved at once. It has to be rarer than one commit in a hundred.
const RESERVE: u32 = 400;
/// How many numbers are left out when neither journal nor witness can say which were given: more than the log alone may
/// hold between two checkpoints.
const MARGIN: u32 = 500;

/// Names a journal: two that began apart differ.
pub(super) type JournalId = [u8; 16];

/// A count for each letter, from A on.
pub(super) type Numbers = [u32; 26];

/// How much of what a witness has said can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubt {
    None,
    /// Nothing, but the power may have failed since: the exact slots are not synced and may be old ones.
    OtherBoot,
    /// One of the two exact slots.
    OneCommit,
    /// More than that: any number may have been given.
    Any,
}

/// How far a journal has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Testimony {
    /// Counts what was written to the file; the newest has the highest.
    pub generation: u64,
    pub journal: JournalId,
    /// The open business day.
    pub date: Option<Date>,
    /// Its first entry.
    pub first: Sequence,
    pub last: Sequence,
    /// The newest number of each letter.
    pub given: Numbers,
    /// Before a gap between days: they count again when the date is set right.
    pub earlier: Numbers,
    /// Numbers up to these may have been given.
    pub reserved: Numbers,
    /// In which it was written; zeros if an older version has written it.
    pub boot: BootId,
}

impl Testimony {
    /// Of these entries, which begin with the opening of a day.
    pub(super) fn of(journal: JournalId, entries: &[Entry]) -> Testimony {
        let mut said = Testimony { journal, ..Testimony::default() };
        entries.iter().for_each(|entry| said.note(entry));
        said
    }

    /// Takes up an entry.
    pub(super) fn note(&mut self, entry: &Entry) {
        self.last = entry.sequence;
        match &entry.event {
            Event::DayOpened { date, numbers, earlier, .. } => {
                self.date = Some(*date);
                self.first = entry.sequence;
                (self.given, self.earlier, self.reserved) = Default::default();
                raise(&mut self.given, numbers);
                raise(&mut self.earlier, earlier);
            }
            Event::DayRedated { date } => {
                self.date = Some(*date);
                for (given, earlier) in self.given.iter_mut().zip(self.earlier) {
                    *given = (*given).max(earlier);
                }
            }
            Event::Issued { number, .. } => self.give(*number),
            Event::CarriedOver { ticket } => self.give(ticket.number),
            Event::EntriesLost { numbers, .. } => raise(&mut self.given, numbers),
            _ => {}
        }
    }

    pub(super) fn give(&mut self, number: TicketNumber) {
        let given = &mut self.given[place(number.letter)];
        *given = (*given).max(number.count);
    }

    /// Reserves more numbers if some were given that are not reserved, or, `ahead` of need, if half of a reserve is used up.
    pub(super) fn reserve(&mut self, ahead: bool) -> bool {
        let least = if ahead { RESERVE / 2 } else { 0 };
        let is_used_up = |(given, reserved): (&u32, &u32)| *given > 0 && given.saturating_add(least) > *reserved;
        let is_due = self.given.iter().zip(&self.reserved).any(is_used_up);
        if is_due {
            self.reserved = self.given.map(|given| if given > 0 { given.saturating_add(RESERVE) } else { 0 });
        }
        is_due
    }

    /// What is missing in a journal that has come this far, by what the witness has said.
    pub(super) fn missing_in(&self, found: &Testimony, doubt: Doubt) -> Option<Missing> {
        let is_same = self.journal == found.journal;
        let has_given_more = self.given.iter().zip(found.given).any(|(given, found)| *given > found);
        let is_behind = !is_same || self.last > found.last || self.date >= found.date && has_given_more;
        let is_in_doubt = match doubt {
            Doubt::None => false,
            Doubt::OtherBoot => is_behind,
            // The unreadable one may be the newer: then one commit more was made.
            Doubt::OneCommit => is_behind || self.last == found.last,
            Doubt::Any => true,
        };
        let date = self.date.filter(|_| is_behind || is_in_doubt)?;
        let entries = match is_same {
            // Of earlier days nothing is kept anyway.
            true => self.last.0.saturating_sub(found.last.0.max(self.first.0.saturating_sub(1))),
            false => (self.last.0 + 1).saturating_sub(self.first.0),
        };
        let numbers = if is_in_doubt { self.raised(doubt).given } else { self.given };
        Some(Missing { date, entries, numbers: listed(&numbers) })
    }

    /// What may be missing when there is no witness, and should be one.
    pub(super) fn unwitnessed(&self) -> Missing {
        let Testimony { date, given, .. } = self.raised(Doubt::Any);
        Missing { date: date.unwrap_or(Date::MAX), entries: 0, numbers: listed(&given) }
    }

    /// The same, with what was seen in entries that could not be brought back.
    pub(super) fn and_seen(&self, seen: &Testimony) -> Testimony {
        let mut both = self.clone();
        // Where the opening of the day is lost, they may be of this one.
        if seen.date.is_none() || seen.date >= self.date {
            both.date = seen.date.or(self.date);
            both.last = both.last.max(seen.last);
            both.given.iter_mut().zip(seen.given).for_each(|(given, seen)| *given = (*given).max(seen));
        }
        both
    }

    /// The same where more may have been given than is said. A letter of which nothing is said may have been given as well.
    pub(super) fn raised(&self, doubt: Doubt) -> Testimony {
        let raise = |(given, reserved): (&u32, &u32)| {
            let most = *given.max(reserved);
            match doubt {
                Doubt::None => *given,
                Doubt::OtherBoot | Doubt::OneCommit => most,
                Doubt::Any => most.saturating_add(MARGIN),
            }
        };
        let mut given = Numbers::default();
        given
            .iter_mut()
            .zip(self.given.iter().zip(&self.reserved).map(raise))
            .for_each(|(given, raised)| *given = raised);
        Testimony { given, ..self.clone() }
    }

    pub(super) fn to_bytes(&self) -> [u8; SLOT] {
        let mut fields = Vec::with_capacity(SLOT);
        fields.extend(MAGIC);
        fields.extend(self.generation.to_le_bytes());
        fields.extend(self.journal);
        let date = self.date.map_or([0; 4], |date| {
            let [high, low] = date.year().to_le_bytes();
            [high, low, date.month().unsigned_abs(), date.day().unsigned_abs()]
        });
        fields.extend(date);
        fields.extend(self.first.0.to_le_bytes());
        fields.extend(self.last.0.to_le_bytes());
        for numbers in [&self.given, &self.earlier, &self.reserved] {
            numbers.iter().for_each(|number| fields.extend(number.to_le_bytes()));
        }
        fields.extend(self.boot);
        let mut bytes = [0; SLOT];
        bytes[..fields.len()].copy_from_slice(&fields);
        let digest = Sha256::digest(&bytes[..SLOT - DIGEST]);
        bytes[SLOT - DIGEST..].copy_from_slice(&digest[..DIGEST]);
        bytes
    }

    /// Reads what [`Testimony::to_bytes`] has written.
    pub(super) fn read(bytes: &[u8; SLOT]) -> Option<Testimony> {
        let (fields, digest) = bytes.split_at(SLOT - DIGEST);
        if !fields.starts_with(MAGIC) || Sha256::digest(fields)[..DIGEST] != *digest {
            return None;
        }
        let mut rest = &fields[MAGIC.len()..];
        let generation = u64::from_le_bytes(take(&mut rest)?);
        let journal = take(&mut rest)?;
        let [high, low, month, day] = take(&mut rest)?;
        let (year, month) = (i16::from_le_bytes([high, low]), month.cast_signed());
        let date = (month > 0).then(|| Date::new(year, month, day.cast_signed()).ok()).flatten();
        let first = Sequence(u64::from_le_bytes(take(&mut rest)?));
        let last = Sequence(u64::from_le_bytes(take(&mut rest)?));
        let mut numbers = || -> Option<Numbers> {
            let mut numbers = Numbers::default();
            for number in &mut numbers {
                *number = u32::from_le_bytes(take(&mut rest)?);
            }
            Some(numbers)
        };
        let (given, earlier, reserved) = (numbers()?, numbers()?, numbers()?);
        let boot = take(&mut rest)?;
        Some(Testimony { generation, journal, date, first, last, given, earlier, reserved, boot })
    }
}

fn take<const LENGTH: usize>(bytes: &mut &[u8]) -> Option<[u8; LENGTH]> {
    let (taken, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*taken)
}

/// The place of a letter in the alphabet.
pub(super) fn place(letter: Letter) -> usize {
    usize::from((letter.as_char() as u8).saturating_sub(b'A')).min(25)
}

fn raise(numbers: &mut Numbers, to: &[(Letter, u32)]) {
    for (letter, count) in to {
        let number = &mut numbers[place(*letter)];
        *number = (*number).max(*count);
    }
}

fn listed(numbers: &Numbers) -> Vec<(Letter, u32)> {
    let letters = (b'A'..=b'Z').filter_map(|letter| Letter::parse(char::from(letter).to_string().as_str()));
    letters.zip(*numbers).filter(|(_, count)| *count > 0).collect()
}
