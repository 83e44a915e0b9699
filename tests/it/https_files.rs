//! The files of a certificate while the house runs: replaced, broken, mended, at their end.

use crate::https_world::{Certificates, HttpsHouse, NAME, certificate, shell};
use crate::server::{Data, text};
use sportello::tls::{HouseName, LocalAuthority};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

/// Looks again and again until it is so.
fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..600 {
        if is_so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("it never came: {what}");
}

fn serial_of(certificates: &Certificates) -> String {
    shell(&format!("openssl x509 -noout -serial -in {}", text(&certificates.path("house.crt"))))
}

#[test]
fn new_connections_get_the_certificate_that_the_files_have() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME]));
    fs::set_permissions(certificates.path("house.key"), fs::Permissions::from_mode(0o644)).expect("rights");
    let house = HttpsHouse::start(&data, &certificates, &[]);
    assert!(house.server.log.contains("can be read by every user"), "{}", house.server.log);
    let first = house.serial();
    assert_eq!(first, serial_of(&certificates));
    certificate(certificates.folder.path(), &[]);
    until("the renewed one", || house.serial() == serial_of(&certificates));
    assert!(!house.log().contains("can't be used"), "both files were replaced: {}", house.log());

    let kept = serial_of(&certificates);
    assert_ne!(kept, first);
    let (good_key, bad) = (fs::read(certificates.path("house.key")).expect("a key"), Certificates::make(&[NAME]));
    fs::copy(bad.path("house.key"), certificates.path("house.key")).expect("another key");
    until("words about the key", || house.log().contains("is not that of the first certificate"));
    assert_eq!(house.serial(), kept, "what was in use goes on");
    assert_eq!(house.ask(&house.url("/board"), &[]).status, 200);
    fs::write(certificates.path("house.crt"), "broken").expect("a broken one");
    until("words about the certificate", || house.log().contains("has no certificate"));
    assert_eq!(house.serial(), kept);
    // Twice the time of a look: it says nothing twice.
    std::thread::sleep(Duration::from_secs(5));
    for words in ["is not that of the first certificate", "has no certificate"] {
        assert_eq!(house.log().matches(words).count(), 1, "{}", house.log());
    }
    fs::write(certificates.path("house.key"), good_key).expect("the right key");
    certificate(certificates.folder.path(), &[]);
    until("the mended pair", || house.serial() == serial_of(&certificates));
}

#[test]
fn a_certificate_that_ends_soon_is_said_to_and_harms_no_service() {
    let (data, certificates) = (Data::new(), Certificates::make(&[NAME]));
    let make = |days: u32| {
        let (key, file) = (certificates.path("house.key"), certificates.path("house.crt"));
        shell(&format!(
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days {days} -subj /CN=localhost \
             -keyout {} -out {} 2>&1",
            text(&key),
            text(&file)
        ));
    };
    make(13);
    let house = HttpsHouse::start(&data, &certificates, &[]);
    assert!(house.server.log.contains("ends soon"), "{}", house.server.log);
    let health = house.ask(&format!("https://127.0.0.1:{}/healthz", house.port), &["--insecure"]);
    assert!(health.status == 200 && health.body.contains(r#""certificate-faulty""#), "{health:?}");
    make(90);
    let is_well = || {
        let health = house.ask(&format!("https://127.0.0.1:{}/healthz", house.port), &["--insecure"]);
        !health.body.contains("certificate-faulty")
    };
    until("the renewed one", is_well);
    assert!(!house.log().contains("ends soon"), "once a day: {}", house.log());
    let kept = house.serial();
    let long_ago = "2020-01-01T00:00:00Z".parse().expect("a time");
    let names = [HouseName::parse("localhost").expect("a name")];
    let ended = LocalAuthority::make(long_ago).and_then(|it| it.issue(&names, None, long_ago)).expect("one of before");
    fs::write(certificates.path("house.key"), ended.key).expect("its key");
    fs::write(certificates.path("house.crt"), ended.certificate).expect("the certificate");
    until("words about one that has ended", || house.log().contains("it has ended or is not valid yet"));
    assert_eq!(house.serial(), kept, "browsers believe it");
    assert!(!is_well(), "the next start would be without it");
}
