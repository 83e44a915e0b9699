//! The address of a printer, as it is written after `--printer`.
//!
//! `sim:///folder`, `file:///path`, `tcp://host:9100`, `lp:///dev/usb/lp0`; each may add `?dots=384&band=128&proof=id`, for a
//! narrow print head, for a printer with little memory, and for one that numbers what it prints (`GS ( H`; Epson's TM
//! series does). A mistake is an error that names its correction.

use crate::print::escpos::Profile;
use crate::print::proof::Proof;
use crate::print::sheet;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// The address of a printer, and what is special about this printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub transport: Transport,
    pub profile: Profile,
    pub proof: Proof,
}

/// The way to a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Transport {
    /// A simulated printer, which draws pictures into a folder. The folder is made when it is missing.
    Sim { folder: PathBuf },
    /// A file that keeps all bytes. It is made when it is missing.
    File { path: PathBuf },
    /// A printer on the network.
    Tcp { host: String, port: u16 },
    /// A printer behind the kernel's own driver, by its device file.
    Lp { path: PathBuf },
}

/// Why a text is not a printer's address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    #[error("{0:?} is not a kind of printer; write one of {examples}", examples = Address::examples())]
    Scheme(String),
    #[error("{0:?} printers are not supported yet; write one of {examples}", examples = Address::examples())]
    Planned(String),
    /// The part behind `://` is not a path or no host.
    #[error("{0:?} does not say where the printer is; write it like {1}")]
    Place(String, &'static str),
    /// The part after `?` is wrong.
    #[error("{0:?} is not a setting of a printer; there are dots=256 to 1024, band=1 to 255 and proof=id")]
    Setting(String),
}

/// A kind of address.
struct Scheme {
    name: &'static str,
    /// For help and error messages.
    example: &'static str,
    /// Reads the part behind `://`.
    read: fn(&str) -> Option<Transport>,
}

/// Every transport has a row here, or it can't be reached.
const SCHEMES: [Scheme; 4] = [
    Scheme { name: "lp", example: "lp:///dev/usb/lp0", read: |place| Some(Transport::Lp { path: path(place)? }) },
    Scheme {
        name: "tcp",
        example: "tcp://192.168.1.50:9100",
        read: |place| host_and_port(place).map(|(host, port)| Transport::Tcp { host, port }),
    },
    Scheme {
        name: "file",
        example: "file:///var/tmp/slips.bin",
        read: |place| Some(Transport::File { path: path(place)? }),
    },
    Scheme {
        name: "sim",
        example: "sim:///var/tmp/slips",
        read: |place| Some(Transport::Sim { folder: path(place)? }),
    },
];

/// Transports of the command line's contract that the program does not have yet.
const PLANNED: [&str; 2] = ["usb", "serial"];

impl Address {
    /// An example of each kind of address, separated by commas.
    pub fn examples() -> String {
        SCHEMES.map(|scheme| scheme.example).join(", ")
    }

    /// A simulated printer without special settings.
    pub fn simulated(folder: PathBuf) -> Address {
        Address { transport: Transport::Sim { folder }, profile: Profile::default(), proof: Proof::default() }
    }
}

impl Address {
    /// `dots=384`; `None` when there is no such setting or value.
    fn set(&mut self, setting: &str) -> Option<()> {
        let (name, value) = setting.split_once('=')?;
        let number = || value.parse::<u32>().ok();
        match name {
            "dots" => self.profile.dots = number().filter(|dots| (sheet::NARROWEST..=sheet::WIDEST).contains(dots))?,
            "band" => self.profile.band = number().filter(|band| (1..=255).contains(band))?,
            "proof" if value == "id" => self.proof = Proof::ProcessId,
            _ => return None,
        }
        Some(())
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Address, AddressError> {
        let (name, rest) = text.split_once("://").ok_or_else(|| AddressError::Scheme(text.to_owned()))?;
        let Some(scheme) = SCHEMES.iter().find(|scheme| scheme.name == name) else {
            let is_planned = PLANNED.contains(&name);
            return Err(if is_planned { AddressError::Planned } else { AddressError::Scheme }(name.to_owned()));
        };
        let (place, settings) = rest.split_once('?').unwrap_or((rest, ""));
        let transport = (scheme.read)(place).ok_or_else(|| AddressError::Place(text.to_owned(), scheme.example))?;
        let mut address = Address { transport, profile: Profile::default(), proof: Proof::default() };
        for setting in settings.split('&').filter(|setting| !setting.is_empty()) {
            address.set(setting).ok_or_else(|| AddressError::Setting(setting.to_owned()))?;
        }
        Ok(address)
    }
}

/// `/dev/usb/lp0`.
fn path(place: &str) -> Option<PathBuf> {
    (place.starts_with('/') && place.len() > 1 && !place.contains('\0')).then(|| PathBuf::from(place))
}

/// `host:9100`, `192.168.1.50` or `[fe80::1]:9100`; 9100 where no port is named.
fn host_and_port(place: &str) -> Option<(String, u16)> {
    let place = place.strip_suffix('/').unwrap_or(place);
    let (host, port) = match place.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?,
        None => place.split_at(place.find(':').unwrap_or(place.len())),
    };
    let port = match port.strip_prefix(':') {
        Some(port) => port.parse().ok().filter(|port| *port > 0)?,
        None if port.is_empty() => 9100,
        None => return None,
    };
    let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-_:%".contains(c));
    is_host.then(|| (host.to_owned(), port))
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.transport {
            Transport::Sim { folder } => write!(out, "sim://{}", folder.display()),
            Transport::File { path } => write!(out, "file://{}", path.display()),
            Transport::Tcp { host, port } if host.contains(':') => write!(out, "tcp://[{host}]:{port}"),
            Transport::Tcp { host, port } => write!(out, "tcp://{host}:{port}"),
            Transport::Lp { path } => write!(out, "lp://{}", path.display()),
        }
    }
}
