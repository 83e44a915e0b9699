//! What a certificate may be for: a host name or an IP address.

use std::fmt;
use std::net::IpAddr;

/// The longest host name, and the longest part of one.
const NAME_MOST: usize = 253;
const LABEL_MOST: usize = 63;

/// A host name in lower case, or the address of a machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HouseName {
    Host(String),
    Address(IpAddr),
}

/// Why a text is no name of a machine, and how to write one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HouseNameError {
    #[error("leave out everything but the host name, such as queue.example.org")]
    Url,
    #[error("leave out the port: a certificate is for all ports of a machine")]
    Port,
    #[error("name each machine: a certificate for all names of a kind would let one machine pretend to be another")]
    Wildcard,
    #[error("it stands for no single machine: name the address under which browsers reach it")]
    NoMachine,
    #[error("write it in the form that begins with xn--")]
    NotAscii,
    #[error("write a host name such as queue.example.org or kiosk.local, or an address such as 192.168.1.5")]
    Malformed,
}

impl HouseName {
    pub fn parse(text: &str) -> Result<HouseName, HouseNameError> {
        if text.contains("://") || text.contains('/') || text.contains('@') {
            return Err(HouseNameError::Url);
        }
        let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
        if let Ok(address) = bare.parse::<IpAddr>() {
            let address = address.to_canonical();
            let is_broadcast = matches!(address, IpAddr::V4(address) if address.is_broadcast());
            let is_one = !address.is_unspecified() && !address.is_multicast() && !is_broadcast;
            return if is_one { Ok(HouseName::Address(address)) } else { Err(HouseNameError::NoMachine) };
        }
        if text.contains(':') {
            return Err(HouseNameError::Port);
        }
        if text.contains('*') {
            return Err(HouseNameError::Wildcard);
        }
        if !text.is_ascii() {
            return Err(HouseNameError::NotAscii);
        }
        let name = text.strip_suffix('.').unwrap_or(text).to_ascii_lowercase();
        // Browsers take a name that ends with a number for an address.
        let is_number = |label: &str| label.bytes().all(|byte| byte.is_ascii_digit());
        let is_host =
            name.len() <= NAME_MOST && name.split('.').all(is_label) && !name.rsplit('.').next().is_none_or(is_number);
        if is_host { Ok(HouseName::Host(name)) } else { Err(HouseNameError::Malformed) }
    }
}

fn is_label(label: &str) -> bool {
    (1..=LABEL_MOST).contains(&label.len())
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}

impl fmt::Display for HouseName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HouseName::Host(name) => out.write_str(name),
            HouseName::Address(address) => address.fmt(out),
        }
    }
}
