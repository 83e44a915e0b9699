//! Who may use a route.

/// Who may use a route; stands in the table of routes and is read from there only.
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
