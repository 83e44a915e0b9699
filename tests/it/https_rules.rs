//! What https changes in the router, and what a certificate says of itself.

use crate::web_world::{PROXY, World, from};
use axum::body::Body;
use axum::http::Request;
use jiff::{SignedDuration, Timestamp};
use sportello::tls::{CERTIFICATE_DAYS, CertificateFacts, HouseName, LocalAuthority, TlsFiles, Validity};
use std::fs;
use std::time::Duration;

/// The status of a page for staff, asked for over https.
async fn desk_over_https(world: &World, cookie: &str) -> u16 {
    let request = Request::get("/desk").header("cookie", cookie).header("x-forwarded-proto", "https");
    world.send(from(PROXY, request.body(Body::empty()).expect("a request"))).await.status.as_u16()
}

#[tokio::test]
async fn a_sign_in_in_clear_counts_over_https_only_if_it_is_from_before_the_start() {
    let world = World::new();
    let plain = world.sign_in("anna").await;
    let guarded = format!("__Host-{plain}");
    assert_eq!(desk_over_https(&world, &plain).await, 200, "it began with the house");
    assert_eq!(desk_over_https(&world, &guarded).await, 200);
    assert_eq!(world.get("/desk", &guarded).await.status, 303, "no browser sends it in clear");
    world.clock.advance(Duration::from_secs(60));
    let plain = world.sign_in("anna").await;
    assert_eq!(world.get("/desk", &plain).await.status, 200);
    assert_eq!(desk_over_https(&world, &plain).await, 303, "it may have been planted");
    assert_eq!(desk_over_https(&world, &format!("__Host-{plain}")).await, 200);
    let both = format!("__Host-sportello_language=fr; sportello_language=en; __Host-{plain}");
    assert_eq!(desk_over_https(&world, &both).await, 200);
}

#[test]
fn a_certificate_says_for_whom_it_is_and_from_when_to_when() {
    let now: Timestamp = "2026-11-24T09:00:00Z".parse().expect("a time");
    let authority = LocalAuthority::make(now).expect("an authority");
    let names: Vec<HouseName> =
        ["kiosk.local", "10.0.0.5", "fd00::1"].iter().map(|name| HouseName::parse(name).expect(name)).collect();
    let issued = authority.issue(&names, None, now).expect("a certificate");
    let facts = CertificateFacts::of_pem(issued.certificate.as_bytes()).expect("its facts");
    assert_eq!(facts.names, ["kiosk.local", "10.0.0.5", "fd00::1"]);
    let at = |days: i64| now + SignedDuration::from_hours(24 * days);
    assert_eq!((facts.not_before, facts.not_after), (at(-1), at(CERTIFICATE_DAYS)));
    for (day, expected) in [
        (-2, Validity::NotYet),
        (0, Validity::Valid),
        (CERTIFICATE_DAYS - 15, Validity::Valid),
        (CERTIFICATE_DAYS - 13, Validity::EndsSoon),
        (CERTIFICATE_DAYS + 1, Validity::Ended),
    ] {
        assert_eq!(facts.validity(at(day)), expected, "day {day}");
    }
    // Past 2049 dates are written in another form.
    let later = authority.issue(&names, None, "2055-01-01T00:00:00Z".parse().expect("a time")).expect("a certificate");
    let later = CertificateFacts::of_pem(later.certificate.as_bytes()).expect("its facts");
    assert_eq!(later.not_before.to_string(), "2054-12-31T00:00:00Z");
}

#[test]
fn a_damaged_certificate_is_refused_in_words_or_says_less() {
    let authority = LocalAuthority::make("2026-11-24T09:00:00Z".parse().expect("a time")).expect("an authority");
    let der = authority.der();
    let mut read = 0;
    for at in 0..der.len() {
        assert_eq!(CertificateFacts::of(&der[..at]), None, "cut at {at}");
        for value in [0x00, 0x7F, 0x80, 0x82, 0xFF] {
            let mut damaged = der.to_vec();
            damaged[at] = value;
            read += usize::from(CertificateFacts::of(&damaged).is_some());
        }
    }
    assert!(read > 0, "a damaged signature is not its to see");
    let folder = tempfile::tempdir().expect("a folder");
    let files = TlsFiles { certificate: folder.path().join("house.crt"), key: folder.path().join("house.key") };
    fs::write(&files.key, authority.key()).expect("a key");
    let pem = authority.certificate();
    for (text, expected) in [
        ("", "no certificate"),
        (&pem[..pem.len() / 2], "no certificate"),
        ("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", "can't be used"),
    ] {
        fs::write(&files.certificate, text).expect("a certificate");
        let read = files.read().expect("both files");
        let said = files.identity(&read).expect_err("it is no certificate").to_string();
        assert!(said.contains(expected) && said.contains("house.crt"), "{text:?}: {said}");
    }
    fs::write(&files.certificate, vec![b' '; (1 << 20) + 1]).expect("a large file");
    assert!(files.read().err().expect("it is too large").to_string().contains("larger than 1 MB"));
    fs::write(&files.certificate, pem).expect("the whole certificate");
    files.identity(&files.read().expect("both files")).expect("the right pair");
}
