//! The roles of staff accounts.

use std::fmt;

/// The role of a staff account. All three have the same rights so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Works at a desk.
    Desk,
    /// Helps in the waiting room.
    Reception,
    /// Runs the site.
    Manager,
}

impl Role {
    /// Every role, the least first.
    pub const ALL: [Role; 3] = [Role::Desk, Role::Reception, Role::Manager];

    /// Its name on the command line and on disk.
    pub fn name(self) -> &'static str {
        match self {
            Role::Desk => "desk",
            Role::Reception => "reception",
            Role::Manager => "manager",
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
