//! The audience of a route.

use crate::journal::{DeviceRight, Role};

/// The clients that may use a route. Set in the table of routes and read from there only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Every client that can reach this machine, signed in or not.
    Public,
    /// The same; but where the query's `topic` is a desk, staff with this duty.
    PublicButDesks(Duty),
    /// Signed-in staff with this duty.
    Staff(Duty),
    /// The same, or a device whose key has this right.
    StaffOrDevice(Duty, DeviceRight),
    /// Staff with this duty, or a program on this machine.
    StaffOrMachine(Duty),
}

/// The staff that a row of the table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    pub roles: &'static [Role],
    pub about: About,
}

/// What a row is about: for that an account's institutions count, if it has any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// The house as a whole: institutions do not count.
    House,
    /// The account itself: also before it has a PIN of its owner's, without which there is nothing else.
    Account,
    /// The desk in the address has to be one of the account's.
    Desk,
    /// Tickets, needs or services in the request have to be the account's; an answer has no others.
    Own,
}

/// Who calls and serves at a desk.
pub const SERVES: &[Role] = &[Role::Desk, Role::Manager];
/// Who helps visitors on their way: gives tickets, finds them, hands them on.
pub const GUIDES: &[Role] = &[Role::Desk, Role::Reception, Role::Manager];
/// Who sees a desk and its queue.
pub(in crate::web) const AT_DESK: Duty = Duty::new(GUIDES, About::Desk);
/// Every account; for auditors without visitors.
pub const ALL_STAFF: &[Role] = &Role::ALL;

impl Duty {
    pub const fn new(roles: &'static [Role], about: About) -> Duty {
        Duty { roles, about }
    }
}

impl Audience {
    /// The staff among them.
    pub fn duty(self) -> Option<Duty> {
        match self {
            Audience::Public => None,
            Audience::PublicButDesks(duty)
            | Audience::Staff(duty)
            | Audience::StaffOrDevice(duty, _)
            | Audience::StaffOrMachine(duty) => Some(duty),
        }
    }

    /// Whether no other client may use the route.
    pub fn is_staff_alone(self) -> bool {
        matches!(self, Audience::Staff(_))
    }
}
