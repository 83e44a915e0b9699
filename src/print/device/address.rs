//! Where a printer is, as it is written after `--printer`.
//!
//! `sim:///folder`, `file:///path`, `tcp://host:9100`, `lp:///dev/usb/lp0`; each may say `?dots=384&band=128`, for a narrow
//! head and for a printer with little memory. What can't be read is an error that names what would be right.

use crate::print::escpos::Profile;
use crate::print::sheet;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Where a printer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A simulated one, which draws pictures into a folder.
    Sim {
        /// The folder; made when it is not there.
        folder: PathBuf,
        /// What is special about it.
        profile: Profile,
    },
    /// A file that keeps all bytes.
    File {
        /// The file; made when it is not there.
        path: PathBuf,
        /// What is special about it.
        profile: Profile,
    },
    /// A printer on the network.
    Tcp {
        /// Its name or number.
        host: String,
        /// Its port, 9100 for most.
        port: u16,
        /// What is special about it.
        profile: Profile,
    },
    /// A printer behind the kernel's own driver.
    Lp {
        /// Its device file.
        path: PathBuf,
        /// What is special about it.
        profile: Profile,
    },
}

/// Why a text is no printer's address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Something else stands before `://`.
    #[error(
        "{0:?} is no kind of printer; there are sim:///folder, file:///path, tcp://host:9100 and lp:///dev/usb/lp0"
    )]
    Scheme(String),
    /// There is no path, or it does not begin with a slash.
    #[error("{0:?} has no path; write three slashes and the whole path, such as {1}")]
    Path(String, &'static str),
    /// No host, or a port that is no number.
    #[error("{0:?} names no host and port; write tcp://192.168.1.50:9100")]
    Host(String),
    /// What stands after `?`.
    #[error("{0:?} is no setting of a printer; there are dots=256 to 1024 and band=1 to 255")]
    Setting(String),
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Address, AddressError> {
        let Some((scheme, rest)) = text.split_once("://") else { return Err(AddressError::Scheme(text.to_owned())) };
        let (place, settings) = rest.split_once('?').unwrap_or((rest, ""));
        let profile = profile(settings)?;
        let path = |example| match place.starts_with('/') && place.len() > 1 && !place.contains('\0') {
            true => Ok(PathBuf::from(place)),
            false => Err(AddressError::Path(text.to_owned(), example)),
        };
        match scheme {
            "sim" => Ok(Address::Sim { folder: path("sim:///var/tmp/slips")?, profile }),
            "file" => Ok(Address::File { path: path("file:///var/tmp/slips.bin")?, profile }),
            "lp" => Ok(Address::Lp { path: path("lp:///dev/usb/lp0")?, profile }),
            "tcp" => {
                let (host, port) = host_and_port(place).ok_or_else(|| AddressError::Host(text.to_owned()))?;
                Ok(Address::Tcp { host, port, profile })
            }
            other => Err(AddressError::Scheme(other.to_owned())),
        }
    }
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

fn profile(settings: &str) -> Result<Profile, AddressError> {
    let mut profile = Profile::default();
    for setting in settings.split('&').filter(|setting| !setting.is_empty()) {
        let number = |value: &str| value.parse::<u32>().ok();
        match setting.split_once('=').and_then(|(name, value)| Some((name, number(value)?))) {
            Some(("dots", dots @ sheet::NARROWEST..=sheet::WIDEST)) => profile.dots = dots,
            Some(("band", band @ 1..=255)) => profile.band = band,
            _ => return Err(AddressError::Setting(setting.to_owned())),
        }
    }
    Ok(profile)
}

impl fmt::Display for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Address::Sim { folder, .. } => write!(out, "sim://{}", folder.display()),
            Address::File { path, .. } => write!(out, "file://{}", path.display()),
            Address::Tcp { host, port, .. } if host.contains(':') => write!(out, "tcp://[{host}]:{port}"),
            Address::Tcp { host, port, .. } => write!(out, "tcp://{host}:{port}"),
            Address::Lp { path, .. } => write!(out, "lp://{}", path.display()),
        }
    }
}
