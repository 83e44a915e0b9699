//! Reads DER, as far as a certificate's dates and names need it.

/// What is left of a sequence of values.
#[derive(Clone, Copy)]
pub(super) struct Der<'a>(&'a [u8]);

/// A tag and what it holds.
#[derive(Clone, Copy)]
pub(super) struct DerValue<'a> {
    pub(super) tag: u8,
    pub(super) content: &'a [u8],
}

pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const OBJECT: u8 = 0x06;
pub(super) const SEQUENCE: u8 = 0x30;

impl<'a> Der<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Der<'a> {
        Der(bytes)
    }

    /// What the next value holds, if it has this tag.
    pub(super) fn within(&mut self, tag: u8) -> Option<Der<'a>> {
        self.next().filter(|value| value.tag == tag).map(|value| Der(value.content))
    }

    pub(super) fn bytes(self) -> &'a [u8] {
        self.0
    }
}

impl<'a> Iterator for Der<'a> {
    type Item = DerValue<'a>;

    /// `None` at the end, and where the rest is no DER.
    fn next(&mut self) -> Option<DerValue<'a>> {
        let (&tag, rest) = self.0.split_first()?;
        let (&first, rest) = rest.split_first()?;
        let (length, rest) = match first {
            0..=0x7F => (usize::from(first), rest),
            // Two bytes of length are 64 kB, more than any certificate has.
            0x81 | 0x82 => {
                let (length, rest) = rest.split_at_checked(usize::from(first & 0x0F))?;
                (length.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)), rest)
            }
            _ => return None,
        };
        let (content, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some(DerValue { tag, content })
    }
}
