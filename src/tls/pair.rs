//! A certificate and its key, as two files bring them.

use super::facts::CertificateFacts;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{InconsistentKeys, ServerConfig, version};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// More has no chain of certificates, however long.
const LONGEST: u64 = 1 << 20;
/// What is spoken within TLS.
const HTTP: &[u8] = b"http/1.1";

/// Where a certificate and its key are.
#[derive(Debug, Clone)]
pub struct TlsFiles {
    pub certificate: PathBuf,
    pub key: PathBuf,
}

/// One of both files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TlsFile {
    Certificate,
    Key,
}

/// What the files hold, unread. Equal texts have equal digests. Not `Debug`: a log line must never have the key.
pub struct TlsText {
    certificate: Vec<u8>,
    key: Vec<u8>,
    pub digest: [u8; 32],
}

/// By what a door shows who it is.
#[derive(Debug)]
pub struct TlsIdentity {
    pub(super) config: Arc<ServerConfig>,
    /// `None` for a certificate whose dates can't be read.
    pub facts: Option<CertificateFacts>,
    /// Of the first certificate.
    pub fingerprint: [u8; 32],
}

/// Why files can't be used, and the remedy.
#[derive(Debug, thiserror::Error)]
pub enum TlsPairError {
    #[error("{} can't be read ({error}): name a PEM file that this user may read with {}", path.display(), file.option())]
    Unreadable { file: TlsFile, path: PathBuf, error: io::Error },
    #[error("{} is larger than 1 MB, as no certificate or key is: name the right file with {}", path.display(), file.option())]
    TooLarge { file: TlsFile, path: PathBuf },
    #[error("{} has no certificate in PEM form: name the file that begins with the house's certificate with --tls-cert", path.display())]
    NoCertificate { path: PathBuf },
    #[error("{} has no private key in PEM form, or one with a passphrase: name a file with a plain key with --tls-key", path.display())]
    NoKey { path: PathBuf },
    #[error("the key in {} is not that of the first certificate in {}: name two files that were made together with --tls-cert and --tls-key", key.display(), certificate.display())]
    Mismatch { certificate: PathBuf, key: PathBuf },
    #[error("{} and {} can't be used ({error}): make others, for example with `sportello certificate`", certificate.display(), key.display())]
    Unusable { certificate: PathBuf, key: PathBuf, error: rustls::Error },
}

impl TlsFile {
    fn option(self) -> &'static str {
        match self {
            TlsFile::Certificate => "--tls-cert",
            TlsFile::Key => "--tls-key",
        }
    }
}

impl TlsFiles {
    /// Reads both files.
    pub fn read(&self) -> Result<TlsText, TlsPairError> {
        let certificate = read(TlsFile::Certificate, &self.certificate)?;
        let key = read(TlsFile::Key, &self.key)?;
        let length = certificate.len().to_be_bytes();
        let digest = Sha256::new().chain_update(length).chain_update(&certificate).chain_update(&key).finalize();
        Ok(TlsText { certificate, key, digest: digest.into() })
    }

    /// Makes what was read of use.
    pub fn identity(&self, text: &TlsText) -> Result<TlsIdentity, TlsPairError> {
        let certificates: Result<Vec<CertificateDer<'static>>, _> =
            CertificateDer::pem_slice_iter(&text.certificate).collect();
        let certificates = certificates.unwrap_or_default();
        let Some(first) = certificates.first() else {
            return Err(TlsPairError::NoCertificate { path: self.certificate.clone() });
        };
        let facts = CertificateFacts::of(first);
        let fingerprint = Sha256::digest(first).into();
        let key = PrivateKeyDer::from_pem_slice(&text.key);
        let key = key.map_err(|_| TlsPairError::NoKey { path: self.key.clone() })?;
        let config = config(certificates, key).map_err(|error| {
            let (certificate, key) = (self.certificate.clone(), self.key.clone());
            match error {
                rustls::Error::InconsistentKeys(InconsistentKeys::KeyMismatch) => {
                    TlsPairError::Mismatch { certificate, key }
                }
                error => TlsPairError::Unusable { certificate, key, error },
            }
        })?;
        Ok(TlsIdentity { config: Arc::new(config), facts, fingerprint })
    }
}

fn config(
    certificates: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
) -> Result<ServerConfig, rustls::Error> {
    let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_protocol_versions(&[&version::TLS13, &version::TLS12])?;
    let mut config = builder.with_no_client_auth().with_single_cert(certificates, key)?;
    config.alpn_protocols = vec![HTTP.to_vec()];
    Ok(config)
}

fn read(file: TlsFile, path: &Path) -> Result<Vec<u8>, TlsPairError> {
    let unreadable = |error| TlsPairError::Unreadable { file, path: path.to_owned(), error };
    // To open a pipe would wait for its other end.
    if !fs::metadata(path).map_err(unreadable)?.is_file() {
        return Err(unreadable(io::Error::other("it is no file")));
    }
    let mut text = Vec::new();
    File::open(path).map_err(unreadable)?.take(LONGEST + 1).read_to_end(&mut text).map_err(unreadable)?;
    if text.len() as u64 > LONGEST {
        return Err(TlsPairError::TooLarge { file, path: path.to_owned() });
    }
    Ok(text)
}
