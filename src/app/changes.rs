//! The security log of the command line: what was changed about which account or device, and by which user of the machine.

use super::arguments::{DeviceAction, StaffAction};
use super::staff::ALL;
use crate::domain::InstitutionCode;
use crate::journal::{DeviceRight, Role};
use rustix::process::getuid;

/// What a command is about to change. PINs and keys are no part of it.
pub(super) enum BookChange {
    Staff { account: String, change: &'static str, role: Option<Role>, institutions: Option<String> },
    Devices { device: String, change: &'static str, may: Option<String>, rate: Option<u32> },
}

impl BookChange {
    /// `None` when it changes nothing.
    pub(super) fn of_staff(action: &StaffAction) -> Option<BookChange> {
        let (name, change, role, institutions) = match action {
            StaffAction::List | StaffAction::Sessions { .. } => return None,
            StaffAction::Add { name, role, institutions, .. } => {
                (name, "added", Some(*role), Some(names(institutions)))
            }
            StaffAction::Change { name, role, institutions } => {
                let institutions = Some(institutions).filter(|given| !given.is_empty());
                (name, "given other rights", *role, institutions.map(|given| names(given)))
            }
            StaffAction::Pin { name, .. } => (name, "given another PIN", None, None),
            StaffAction::SignOut { name } => (name, "signed out everywhere", None, None),
            StaffAction::Remove { name } => (name, "removed", None, None),
        };
        Some(BookChange::Staff { account: name.clone(), change, role, institutions })
    }

    /// `None` when it changes nothing.
    pub(super) fn of_devices(action: &DeviceAction) -> Option<BookChange> {
        let (name, change, may, rate) = match action {
            DeviceAction::List => return None,
            DeviceAction::Add { name, may, rate } => {
                let may = may.iter().map(|right| DeviceRight::name(*right)).collect::<Vec<_>>().join(",");
                (name, "added", Some(may), Some(*rate))
            }
            DeviceAction::Remove { name } => (name, "removed", None, None),
        };
        Some(BookChange::Devices { device: name.clone(), change, may, rate })
    }

    /// Says so, once it is done.
    pub(super) fn log(self) {
        let user = getuid().as_raw();
        match self {
            BookChange::Staff { account, change, role, institutions } => {
                let role = role.map(Role::name);
                tracing::info!(account, change, role, institutions, user, "the staff was changed");
            }
            BookChange::Devices { device, change, may, rate } => {
                tracing::info!(device, change, may, rate, user, "the devices were changed");
            }
        }
    }
}

fn names(institutions: &[InstitutionCode]) -> String {
    let names: Vec<_> = institutions.iter().map(InstitutionCode::as_str).collect();
    if names.is_empty() { ALL.to_owned() } else { names.join(",") }
}
