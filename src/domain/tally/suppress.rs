//! Statistical disclosure control: hides small counts, and others where a hidden one could be computed from the row's sum.
//!
//! A count below the minimum is hidden, 0 included, because "none" also says something about a small group. A reader
//! may know the sum of a row from elsewhere and subtract. Therefore a row hides at least two counts whose sum is at least
//! twice the minimum; the smallest visible counts are hidden as well until that holds.
//! Only whole weeks are published: the difference between a week and the same week without a day would reveal that day.

/// A count as it may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    Count(u32),
    /// Below the minimum, or hidden to protect another count.
    Hidden,
}

/// The smallest count that a manager may see.
pub const MIN_FOR_MANAGER: u32 = 5;
/// A period with fewer tickets than this is not published at all.
pub const MIN_TICKETS: u32 = 30;

/// Whether the hidden counts could be inferred from the sum of the row.
fn gives_away(row: &[u32], hidden: &[bool], least: u32) -> bool {
    let counts: Vec<u32> =
        row.iter().zip(hidden).filter(|(_, is_hidden)| **is_hidden).map(|(count, _)| *count).collect();
    !counts.is_empty() && (counts.len() == 1 || counts.iter().sum::<u32>() < 2 * least)
}

/// Hides what must not be published of a row of counts whose sum may be known.
pub fn suppress(row: &[u32], least: u32) -> Vec<Published> {
    let mut hidden: Vec<bool> = row.iter().map(|count| *count < least).collect();
    while gives_away(row, &hidden, least) {
        let others = row.iter().enumerate().filter(|(place, _)| !hidden[*place]);
        match others.min_by_key(|(_, count)| **count) {
            Some((place, _)) => hidden[place] = true,
            None => break,
        }
    }
    let published =
        |(count, is_hidden): (&u32, bool)| if is_hidden { Published::Hidden } else { Published::Count(*count) };
    row.iter().zip(hidden).map(published).collect()
}
