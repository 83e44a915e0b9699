//! Files of certificates and keys, and the names that certificates are for.

use sportello::tls::{CertificateFacts, HouseName, TlsFiles};
use std::fs;

/// A certificate as DER and as PEM; the same bytes as both files of a house, and as the name of a machine.
pub fn certificate(bytes: &[u8]) {
    for facts in [CertificateFacts::of(bytes), CertificateFacts::of_pem(bytes)].into_iter().flatten() {
        assert!(facts.names.len() <= bytes.len(), "more names than bytes");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (certificate, key) = (folder.path().join("queue.pem"), folder.path().join("queue.key"));
    fs::write(&certificate, bytes).and_then(|()| fs::write(&key, bytes)).expect("two files");
    let files = TlsFiles { certificate, key };
    if let Err(error) = files.read().and_then(|text| files.identity(&text)) {
        let words = error.to_string();
        assert!(words.contains("queue.") && words.contains(": "), "no place or no remedy: {words}");
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    match HouseName::parse(text) {
        Ok(name) => assert_eq!(HouseName::parse(&name.to_string()), Ok(name)),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
