//! Small counts are not published, nor what would give them away.
//!
//! A count below the least (0 too: "nobody" is an answer about those who are few) is hidden. Whoever knows a row's sum from
//! elsewhere can subtract: so what is hidden of a row is two counts at least, which together are no less than twice the
//! least; else the smallest of the others is hidden as well.
//! Only whole weeks are published, so there is no week less a day.

/// A count as it may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Published {
    /// As it is.
    Count(u32),
    /// Fewer than the least, or hidden to protect another.
    Hidden,
}

/// The fewest that a manager may see.
pub const LEAST_FOR_MANAGER: u32 = 5;
/// A period with fewer tickets than this is not published at all.
pub const LEAST_TICKETS: u32 = 30;

/// Whether the sum of what is hidden would tell too much.
fn gives_away(row: &[u32], hidden: &[bool], least: u32) -> bool {
    let counts: Vec<u32> =
        row.iter().zip(hidden).filter(|(_, is_hidden)| **is_hidden).map(|(count, _)| *count).collect();
    !counts.is_empty() && (counts.len() == 1 || counts.iter().sum::<u32>() < 2 * least)
}

/// A row of counts whose sum somebody may know, as it may be published.
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
