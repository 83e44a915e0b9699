//! The printers: the device behind each address.
//!
//! Promises: every method of a [`Device`] ends within the time its documentation names, whatever the printer does; a
//! slip is sent once, and never sent again because no answer came. How it works: printers that take bytes over a wire
//! ([`tcp`], [`lp`]) share one [`dialogue`]; a [`file`](mod@file) only takes bytes; a [`sim`] draws pictures and
//! injects the fault named in its `status.txt`.

pub mod address;
mod barriers;
mod cause;
pub mod dialogue;
pub mod file;
mod kernel;
mod line;
pub mod lp;
pub mod nonblocking;
mod patience;
mod printer;
mod reach;
mod resync;
pub mod sim;
pub mod tcp;
mod wire;

pub use address::{Address, AddressError, Transport};
pub use cause::OfflineCause;
pub use patience::Patience;
pub use printer::{Device, Job};

use dialogue::Dialogue;

/// The printer at an address. Nothing is opened yet, so that a printer may be switched on later.
pub fn at(address: &Address) -> Box<dyn Device> {
    at_with(address, Patience::default())
}

/// The same with other time limits for the printers that answer.
pub fn at_with(address: &Address, patience: Patience) -> Box<dyn Device> {
    let profile = address.profile;
    match &address.transport {
        Transport::Sim { folder } => Box::new(sim::Sim::new(folder.clone(), profile)),
        Transport::File { path } => Box::new(file::File::new(path.clone(), profile)),
        Transport::Tcp { host, port } => {
            Box::new(Dialogue::new(tcp::Tcp::new(host, *port), profile, address.proof, patience))
        }
        Transport::Lp { path } => Box::new(Dialogue::new(lp::Lp::new(path.clone()), profile, address.proof, patience)),
    }
}
