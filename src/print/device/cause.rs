//! Why a printer is off line, as far as this machine can tell.

use std::io;

/// Why a printer is off line. The text says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum OfflineCause {
    #[error("there is no such file: plug the printer in, or correct its address")]
    NoSuchFile,
    #[error("this is not a printer's device file: correct its address, or use file:// to write to a file")]
    NotADevice,
    #[error("nothing stays there: name a file, not a folder or a device that takes everything")]
    NotAFile,
    #[error("there is no room for a slip: make room on the disk")]
    NoRoom,
    #[error("permission denied: add the program's user to the group lp")]
    NoPermission,
    #[error("another program uses it: end that one, such as CUPS")]
    InUse,
    #[error("it refuses the connection: correct the address, or end the program that prints on it")]
    Refused,
    #[error("its name is not known in this network: correct the address")]
    NoSuchHost,
    #[error("it can't be reached: check cable, power and address")]
    Unreachable,
    #[error("it does not take what it is sent: look for paper, an open cover or a button, then switch it off and on")]
    NotTaking,
    #[error("it has stopped answering: check cable and power, switch it off and on")]
    Silent,
    #[error("the thread that prints hangs: switch the printer off and on; if that does not help, restart the machine")]
    Hangs,
}

impl OfflineCause {
    /// The cause in an error of a connection.
    pub fn of(error: &io::Error) -> OfflineCause {
        if let Some(cause) = error.get_ref().and_then(|inner| inner.downcast_ref::<OfflineCause>()) {
            return *cause;
        }
        match error.kind() {
            io::ErrorKind::ConnectionRefused => OfflineCause::Refused,
            _ => OfflineCause::Unreachable,
        }
    }

    /// The cause for which a device file could not be opened.
    pub fn of_file(error: &io::Error) -> OfflineCause {
        match error.kind() {
            io::ErrorKind::Other => OfflineCause::of(error),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => OfflineCause::NoRoom,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => OfflineCause::NoSuchFile,
            io::ErrorKind::PermissionDenied => OfflineCause::NoPermission,
            io::ErrorKind::ResourceBusy => OfflineCause::InUse,
            io::ErrorKind::IsADirectory | io::ErrorKind::InvalidInput => OfflineCause::NotADevice,
            _ => OfflineCause::Unreachable,
        }
    }
}

impl From<OfflineCause> for io::Error {
    fn from(cause: OfflineCause) -> io::Error {
        io::Error::other(cause)
    }
}
