//! `sportello certificate`: an authority that is made once, and certificates that other programs believe.

use crate::https_world::{Certificates, certificate, shell};
use crate::server::{BINARY, text};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

fn x509(file: &std::path::Path, more: &str) -> String {
    shell(&format!("openssl x509 -noout -in {} {more}", text(file)))
}

#[test]
fn a_certificate_is_believed_by_who_knows_the_authority() {
    let made = Certificates::make(&["Kiosk.example.org", "192.168.7.7", "fd00::7"]);
    let (house, authority) = (made.path("house.crt"), made.path("authority.crt"));
    let verify = |more: &str| shell(&format!("openssl verify -x509_strict {more} {} 2>&1", text(&house)));
    let known = format!("-CAfile {} -purpose sslserver", text(&authority));
    for name in ["-verify_hostname kiosk.example.org", "-verify_hostname localhost", "-verify_ip 192.168.7.7"] {
        assert!(verify(&format!("{known} {name}")).ends_with(": OK"), "{}", verify(&format!("{known} {name}")));
    }
    for name in ["-verify_ip fd00::7", "-verify_ip 127.0.0.1", "-verify_ip ::1"] {
        assert!(verify(&format!("{known} {name}")).ends_with(": OK"), "{name}");
    }
    assert!(verify(&format!("{known} -verify_hostname other.example.org")).contains("mismatch"));
    assert!(verify(&format!("-CAfile {} -purpose sslclient", text(&authority))).contains("error"));
    let of_authority = x509(&authority, "-text");
    for part in ["CA:TRUE, pathlen:0", "TLS Web Server Authentication", "Certificate Sign", "prime256v1"] {
        assert!(of_authority.contains(part), "{part}: {of_authority}");
    }
    let of_house = x509(&house, "-text");
    assert!(of_house.contains("CA:FALSE") && of_house.contains("prime256v1"), "{of_house}");
    for (file, days) in [(&house, 390), (&authority, 3600)] {
        assert_eq!(
            shell(&format!("openssl x509 -in {} -noout -checkend {}", text(file), days * 86_400)),
            "Certificate will not expire"
        );
    }
    assert_eq!(
        x509(&house, &format!("-checkend {}", 398 * 86_400)),
        "Certificate will expire",
        "browsers believe 398 days"
    );
    for name in ["authority.key", "house.key", "authority.crt", "house.crt"] {
        let rights = fs::metadata(made.path(name)).expect(name).permissions().mode() & 0o777;
        assert_eq!(rights, 0o600, "{name}");
    }
    let fingerprint = x509(&authority, "-fingerprint -sha256");
    let fingerprint = fingerprint.split('=').nth(1).expect("a fingerprint");
    assert!(made.said.contains(fingerprint), "{fingerprint}: {}", made.said);
    for word in ["Windows", "macOS", "Linux", "Firefox", "Android", "iOS", "--tls-cert", "--tls-key"] {
        assert!(made.said.contains(word), "{word}: {}", made.said);
    }
}

#[test]
fn a_second_call_keeps_the_authority_and_the_names() {
    let made = Certificates::make(&["kiosk.example.org"]);
    let read = |name: &str| fs::read_to_string(made.path(name)).expect(name);
    let before = ["authority.crt", "authority.key", "house.crt", "house.key"].map(read);
    certificate(made.folder.path(), &[]);
    let after = ["authority.crt", "authority.key", "house.crt", "house.key"].map(read);
    assert_eq!(before[..2], after[..2], "the authority is installed in browsers");
    assert_ne!(before[2], after[2]);
    assert_eq!(before[3], after[3], "with another key there would be half a pair for a moment");
    assert!(x509(&made.path("house.crt"), "-ext subjectAltName").contains("DNS:kiosk.example.org"));
    let verified = shell(&format!(
        "openssl verify -x509_strict -CAfile {} {}",
        text(&made.path("authority.crt")),
        text(&made.path("house.crt"))
    ));
    assert!(verified.ends_with(": OK"), "{verified}");

    fs::remove_file(made.path("authority.key")).expect("the key goes");
    let refused =
        Command::new(BINARY).args(["certificate", "--out", text(made.folder.path())]).output().expect("it runs");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("authority.key is missing") && said.contains("put it back"), "{said}");
    assert_eq!(read("authority.crt"), before[0], "nothing was overwritten");
}

#[test]
fn a_house_finds_names_of_its_own_and_refuses_those_of_no_machine() {
    let parent = tempfile::tempdir().expect("a folder");
    let data = parent.path().join("data");
    let made = Command::new(BINARY).args(["certificate", "--data", text(&data)]).output().expect("it runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let house = data.join("tls/house.crt");
    let names = x509(&house, "-ext subjectAltName");
    let host = shell("uname -n");
    for name in [format!("DNS:{}", host.to_lowercase()), "DNS:localhost".to_owned(), "IP Address:127.0.0.1".to_owned()]
    {
        assert!(names.contains(&name), "{name}: {names}");
    }
    let before = fs::read_to_string(&house).expect("the certificate");
    for name in [
        "https://kiosk",
        "kiosk:8443",
        "*.example.org",
        "0.0.0.0",
        "a b",
        "",
        "-a",
        "kiosk..local",
        "12",
        "ünï.example",
        "::",
    ] {
        let refused =
            Command::new(BINARY).args(["certificate", "--data", text(&data), "--", name]).output().expect("it runs");
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(2), "{name:?}: {said}");
        assert!(said.contains("NAME_OR_ADDRESS"), "{name:?}: {said}");
    }
    assert_eq!(fs::read_to_string(&house).expect("the certificate"), before);
    let doctor = Command::new(BINARY).args(["doctor", "--data", text(&data)]).output().expect("it runs");
    assert!(!String::from_utf8_lossy(&doctor.stdout).contains("can be read by other users"));
}
