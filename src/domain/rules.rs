//! The bounds within which the order of a queue may deviate from first come, first served. Managers set them in the site
//! file; [`queue`](super::queue) says what they guarantee.

/// The queueing rules of a site. All times are in minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// For how long only desks that speak the visitor's language may call a waiting ticket, as long as one is open.
    pub language_minutes: u16,
    /// The walking time from one desk to the next: a next step is not called earlier.
    pub walk_minutes: u16,
    /// A visitor who comes back within this time after a no-show keeps the ticket's age; later, it starts again from zero.
    pub grace_minutes: u16,
    /// No ticket is issued in this time before an institution leaves.
    pub cut_off_minutes: u16,
    /// Tickets are issued so long before the house opens, and not earlier.
    pub early_minutes: u16,
    /// Priority on request: pregnancy, an infant, a disability, age. The reason is not asked for.
    pub priority: Privilege,
    /// Set by staff, with a reason.
    pub urgent: Privilege,
    /// Holds from the time of the appointment on.
    pub appointment: Privilege,
}

/// By how much a class of tickets is preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Privilege {
    /// The ticket's age is increased by this time.
    pub head_start_minutes: u16,
    /// At one desk, at most this many calls in a row may pass over a ticket that was issued earlier; 0 means never.
    pub in_a_row: u8,
}

impl Rules {
    /// The defaults for a site file without rules.
    pub const USUAL: Rules = Rules {
        language_minutes: 10,
        walk_minutes: 2,
        grace_minutes: 15,
        cut_off_minutes: 0,
        early_minutes: 60,
        priority: Privilege { head_start_minutes: 30, in_a_row: 2 },
        urgent: Privilege { head_start_minutes: 120, in_a_row: 3 },
        appointment: Privilege { head_start_minutes: 60, in_a_row: 2 },
    };

    /// The largest `in_a_row` of all classes.
    pub fn most_in_a_row(&self) -> u8 {
        [self.priority, self.urgent, self.appointment].iter().map(|it| it.in_a_row).max().unwrap_or(0)
    }
}
