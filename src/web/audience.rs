//! The audience of a route.

/// The clients that may use a route. Set in the table of routes and read from there only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Every client that can reach this machine, signed in or not.
    Public,
    /// Signed-in staff.
    Staff,
    /// Signed-in staff, or a device with a key.
    StaffOrDevice,
    /// Signed-in staff, or a program on this machine.
    StaffOrMachine,
}
