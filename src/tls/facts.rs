//! What a certificate says of itself (RFC 5280): for which names and addresses it is, and from when to when.

use super::der::{Der, DerValue, INTEGER, OBJECT, OCTETS, SEQUENCE};
use jiff::civil::DateTime;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Explicit tags of a certificate: its version, and its extensions.
const VERSION: u8 = 0xA0;
const EXTENSIONS: u8 = 0xA3;
/// `subjectAltName`, 2.5.29.17.
const ALTERNATIVE_NAMES: [u8; 3] = [0x55, 0x1D, 0x11];
/// Kinds of names.
const DNS_NAME: u8 = 0x82;
const ADDRESS: u8 = 0x87;
/// `UTCTime` and `GeneralizedTime`.
const SHORT_TIME: u8 = 0x17;
const LONG_TIME: u8 = 0x18;

/// How long before its end a certificate has to be renewed.
const RENEWED_BEFORE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Whether browsers believe a certificate, as far as the time goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// It is for a later time.
    NotYet,
    Valid,
    /// For less than 14 days more.
    EndsSoon,
    Ended,
}

/// What a certificate says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateFacts {
    /// Host names and IP addresses.
    pub names: Vec<String>,
    pub not_before: Timestamp,
    pub not_after: Timestamp,
}

impl CertificateFacts {
    /// Of the first certificate in a PEM text.
    pub fn of_pem(text: &[u8]) -> Option<CertificateFacts> {
        CertificateFacts::of(&CertificateDer::from_pem_slice(text).ok()?)
    }

    pub fn validity(&self, now: Timestamp) -> Validity {
        let ends_soon = now.checked_add(RENEWED_BEFORE).is_ok_and(|soon| self.not_after < soon);
        match self {
            _ if self.not_after < now => Validity::Ended,
            _ if now < self.not_before => Validity::NotYet,
            _ if ends_soon => Validity::EndsSoon,
            _ => Validity::Valid,
        }
    }

    /// `None` for what is no certificate, or has a time that no calendar has.
    pub fn of(certificate: &[u8]) -> Option<CertificateFacts> {
        let mut body = Der::of(certificate).within(SEQUENCE)?.within(SEQUENCE)?;
        let has_version = Der::next(&mut body.clone())?.tag == VERSION;
        if has_version {
            body.next()?;
        }
        // Serial number, algorithm, issuer.
        body.within(INTEGER)?;
        body.within(SEQUENCE)?;
        body.within(SEQUENCE)?;
        let mut validity = body.within(SEQUENCE)?;
        let (not_before, not_after) = (time(validity.next()?)?, time(validity.next()?)?);
        let extensions = body.find(|value| value.tag == EXTENSIONS);
        let names = extensions.and_then(|it| names(Der::of(it.content))).unwrap_or_default();
        Some(CertificateFacts { names, not_before, not_after })
    }
}

fn time(value: DerValue<'_>) -> Option<Timestamp> {
    let text = std::str::from_utf8(value.content).ok()?;
    let full = match value.tag {
        SHORT_TIME => format!("{}{text}", if text.get(..2)? < "50" { "20" } else { "19" }),
        LONG_TIME => text.to_owned(),
        _ => return None,
    };
    let civil = DateTime::strptime("%Y%m%d%H%M%SZ", &full).ok()?;
    Offset::UTC.to_timestamp(civil).ok()
}

fn names(mut extensions: Der<'_>) -> Option<Vec<String>> {
    for extension in extensions.within(SEQUENCE)?.take_while(|value| value.tag == SEQUENCE) {
        let mut parts = Der::of(extension.content);
        if parts.within(OBJECT)?.bytes() == ALTERNATIVE_NAMES {
            let mut octets = Der::of(parts.find(|part| part.tag == OCTETS)?.content);
            return Some(octets.within(SEQUENCE)?.filter_map(name).collect());
        }
    }
    None
}

fn name(value: DerValue<'_>) -> Option<String> {
    match value.tag {
        DNS_NAME => String::from_utf8(value.content.to_vec()).ok(),
        ADDRESS => {
            let short = || Some(IpAddr::from(Ipv4Addr::from(<[u8; 4]>::try_from(value.content).ok()?)));
            let long = || Some(IpAddr::from(Ipv6Addr::from(<[u8; 16]>::try_from(value.content).ok()?)));
            Some(short().or_else(long)?.to_string())
        }
        _ => None,
    }
}
