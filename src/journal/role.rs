//! The roles of staff accounts.

use std::fmt;

/// The role of a staff account: what it may do stands in the tables of routes and of desk verbs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Works at the desks of the account's institutions.
    Desk,
    /// Helps in the waiting room: gives tickets, finds them, hands them on. Calls and serves at no desk.
    Reception,
    /// Runs the site, and may do everything.
    Manager,
    /// Reads figures without visitors, and changes nothing.
    Auditor,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 4] = [Role::Desk, Role::Reception, Role::Manager, Role::Auditor];

    /// Its name on the command line and on disk.
    pub fn name(self) -> &'static str {
        match self {
            Role::Desk => "desk",
            Role::Reception => "reception",
            Role::Manager => "manager",
            Role::Auditor => "auditor",
        }
    }

    /// Reads a role's name.
    pub fn parse(text: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.name() == text)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}
