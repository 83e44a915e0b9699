//! An authority of the house's own, and the certificates that it issues.
//!
//! The authority is for certificates of servers alone, and for no further authorities. Its name follows from its key, so
//! that it can issue again without the certificate being read.

use super::facts::CertificateFacts;
use super::name::HouseName;
use crate::random::{self, RandomError};
use jiff::{SignedDuration, Timestamp};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose, PKCS_ECDSA_P256_SHA256, PublicKeyData, SanType, SerialNumber, date_time_ymd,
};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// How long an authority is valid.
pub const AUTHORITY_YEARS: i64 = 10;
/// How long a certificate is valid: browsers believe 398 days, of which one is before its making.
pub const CERTIFICATE_DAYS: i64 = 397;
const DAY_HOURS: i64 = 24;
/// A day that no machine of the house is behind.
const SLACK: SignedDuration = SignedDuration::from_hours(DAY_HOURS);
/// What a certificate's own name has room for (`ub-common-name`).
const COMMON_NAME_MOST: usize = 64;

/// An authority with its key.
pub struct LocalAuthority {
    key: KeyPair,
    /// In PEM form.
    certificate: String,
    der: Vec<u8>,
}

/// A certificate and its key, in PEM form.
pub struct IssuedPair {
    pub certificate: String,
    pub key: String,
}

/// Why a certificate could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MakingError {
    #[error("the certificate or key of the authority can't be read: {0}")]
    Unreadable(String),
    #[error("the key of the authority is not that of its certificate")]
    Mismatch,
    #[error(transparent)]
    Random(#[from] RandomError),
    #[error("a certificate can't be made: {0}")]
    Making(#[from] rcgen::Error),
    #[error("the clock of this machine shows a time that no certificate can have")]
    Time,
}

impl LocalAuthority {
    /// Makes an authority with a key of its own.
    pub fn make(now: Timestamp) -> Result<LocalAuthority, MakingError> {
        LocalAuthority::with_key(KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?, now)
    }

    /// Makes another certificate for the key of an authority.
    pub fn of_key(key: &str, now: Timestamp) -> Result<LocalAuthority, MakingError> {
        LocalAuthority::with_key(read_key(key)?, now)
    }

    /// An authority that was made before.
    pub fn read(certificate: String, key: &str) -> Result<LocalAuthority, MakingError> {
        let key = read_key(key)?;
        let der = CertificateDer::from_pem_slice(certificate.as_bytes());
        let der = der.map_err(|error| MakingError::Unreadable(error.to_string()))?.to_vec();
        let public = key.subject_public_key_info();
        if !der.windows(public.len()).any(|window| window == public) {
            return Err(MakingError::Mismatch);
        }
        Ok(LocalAuthority { key, certificate, der })
    }

    fn with_key(key: KeyPair, now: Timestamp) -> Result<LocalAuthority, MakingError> {
        let params = authority_params(&key);
        let params = valid(params, now, SignedDuration::from_hours(AUTHORITY_YEARS * 365 * DAY_HOURS))?;
        let made = params.self_signed(&key)?;
        Ok(LocalAuthority { certificate: made.pem(), der: made.der().to_vec(), key })
    }

    /// Issues a certificate, for the key of an earlier one if it is of use. The first name stands in the certificate's own. It
    /// does not outlast the authority.
    pub fn issue(
        &self,
        names: &[HouseName],
        former_key: Option<&str>,
        now: Timestamp,
    ) -> Result<IssuedPair, MakingError> {
        let mut params = CertificateParams::default();
        params.distinguished_name = named(&names.first().map(HouseName::to_string).unwrap_or_default());
        params.subject_alt_names = names.iter().map(alternative_name).collect::<Result<_, rcgen::Error>>()?;
        params.is_ca = IsCa::ExplicitNoCa;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        let most = SignedDuration::from_hours(CERTIFICATE_DAYS * DAY_HOURS);
        let authority = CertificateFacts::of(&self.der).map(|facts| facts.not_after.duration_since(now));
        let params = valid(params, now, authority.map_or(most, |left| left.min(most)))?;
        let former_key = former_key.and_then(|key| KeyPair::from_pem(key).ok());
        let former_key = former_key.filter(|key| key.algorithm() == &PKCS_ECDSA_P256_SHA256);
        let key = former_key.map_or_else(|| KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256), Ok)?;
        let issuer = Issuer::new(authority_params(&self.key), &self.key);
        Ok(IssuedPair { certificate: params.signed_by(&key, &issuer)?.pem(), key: key.serialize_pem() })
    }

    /// In PEM form.
    pub fn certificate(&self) -> &str {
        &self.certificate
    }

    /// In PEM form.
    pub fn key(&self) -> String {
        self.key.serialize_pem()
    }

    /// In DER form.
    pub fn der(&self) -> &[u8] {
        &self.der
    }
}

fn read_key(key: &str) -> Result<KeyPair, MakingError> {
    KeyPair::from_pem(key).map_err(|error| MakingError::Unreadable(error.to_string()))
}

fn authority_params(key: &KeyPair) -> CertificateParams {
    let mark = hex::encode(&Sha256::digest(key.subject_public_key_info())[..4]);
    let mut params = CertificateParams::default();
    params.distinguished_name = named(&format!("Sportello house authority {mark}"));
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params
}

fn named(name: &str) -> DistinguishedName {
    let mut distinguished = DistinguishedName::new();
    distinguished.push(DnType::CommonName, if name.len() <= COMMON_NAME_MOST { name } else { "Sportello" });
    distinguished
}

fn alternative_name(name: &HouseName) -> Result<SanType, rcgen::Error> {
    Ok(match name {
        HouseName::Host(name) => SanType::DnsName(name.as_str().try_into()?),
        HouseName::Address(address) => SanType::IpAddress(*address),
    })
}

/// Sets from when to when it is valid, and a serial number.
fn valid(
    mut params: CertificateParams,
    now: Timestamp,
    time: SignedDuration,
) -> Result<CertificateParams, MakingError> {
    let from = now.checked_sub(SLACK).map_err(|_| MakingError::Time)?;
    let until = now.checked_add(time).map_err(|_| MakingError::Time)?;
    let date = |at: Timestamp| {
        let seconds = u64::try_from(at.as_second()).map_err(|_| MakingError::Time)?;
        Ok::<_, MakingError>(date_time_ymd(1970, 1, 1) + Duration::from_secs(seconds))
    };
    (params.not_before, params.not_after) = (date(from)?, date(until)?);
    let mut serial = random::bytes::<16>()?;
    // A number above zero.
    serial[0] = serial[0] & 0x7F | 0x40;
    params.serial_number = Some(SerialNumber::from_slice(&serial));
    Ok(params)
}
