//! The bounds within which the order of a queue may be shifted. A manager reads and sets them in the site file.
//!
//! What they guarantee stands in [`queue`](super::queue).

/// How the queues of a site are ruled. Minutes everywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// For how long a waiting ticket is left to open desks that speak its language, before anybody takes it.
    pub language_minutes: u16,
    /// How long the way from one desk to the next takes: a next step is not called sooner.
    pub walk_minutes: u16,
    /// How long after the no-show somebody who comes back has the old age again; later, age begins anew.
    pub grace_minutes: u16,
    /// No number is given in the last minutes before an institution leaves.
    pub cut_off_minutes: u16,
    /// Priority on request: pregnancy, an infant, a disability, age. Nobody asks which.
    pub priority: Privilege,
    /// Urgent, set by staff with a reason.
    pub urgent: Privilege,
    /// An appointment, from its time on.
    pub appointment: Privilege,
}

/// How far a class may go before others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Privilege {
    /// It counts as having come so many minutes earlier.
    pub head_start_minutes: u16,
    /// So many calls in a row at one desk may pass over somebody who came earlier; 0 means never.
    pub in_a_row: u8,
}

impl Rules {
    /// What holds where a site file says nothing.
    pub const USUAL: Rules = Rules {
        language_minutes: 10,
        walk_minutes: 2,
        grace_minutes: 15,
        cut_off_minutes: 0,
        priority: Privilege { head_start_minutes: 30, in_a_row: 2 },
        urgent: Privilege { head_start_minutes: 120, in_a_row: 3 },
        appointment: Privilege { head_start_minutes: 60, in_a_row: 2 },
    };

    /// The most calls in a row at one desk that may pass over somebody who came earlier.
    pub fn most_in_a_row(&self) -> u8 {
        [self.priority, self.urgent, self.appointment].iter().map(|it| it.in_a_row).max().unwrap_or(0)
    }
}
