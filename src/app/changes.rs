//! The security log of the command line: what was changed about staff and devices, and by which user of the machine.

use super::arguments::{DeviceAction, StaffAction};
use rustix::process::getuid;

/// What a command is about to change; `None` when it changes nothing.
pub(super) struct BookChange {
    what: String,
    message: &'static str,
}

impl BookChange {
    pub(super) fn of_staff(action: &StaffAction) -> Option<BookChange> {
        let changes = !matches!(action, StaffAction::List | StaffAction::Sessions { .. });
        changes.then(|| BookChange { what: format!("{action:?}"), message: "the staff was changed" })
    }

    pub(super) fn of_devices(action: &DeviceAction) -> Option<BookChange> {
        let changes = !matches!(action, DeviceAction::List);
        changes.then(|| BookChange { what: format!("{action:?}"), message: "the devices were changed" })
    }

    /// Says so, once it is done. PINs and keys are no arguments.
    pub(super) fn log(self) {
        let user = getuid().as_raw();
        let BookChange { what, message } = self;
        tracing::info!(%what, user, "{message}");
    }
}
