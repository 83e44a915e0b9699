//! What printers answer, and how people write where a printer is.

use proptest::prelude::*;
use sportello::print::device::Transport;
use sportello::print::proof::{Barrier, Proof, ProofWatch};
use sportello::print::responses::{Response, ResponseParser};
use sportello::print::status::{status_after_barrier, status_of};
use sportello::print::{Address, PrinterStatus};

#[test]
fn the_answers_of_the_manual_mean_what_the_manual_says() {
    let all = |bytes: [u8; 4]| status_of(bytes.map(Some));
    assert_eq!(all([0x12, 0x12, 0x12, 0x12]), Some(PrinterStatus::Ready));
    assert_eq!(all([0x12, 0x12, 0x12, 0x1e]), Some(PrinterStatus::NearEnd));
    assert_eq!(all([0x1a, 0x32, 0x12, 0x7e]), Some(PrinterStatus::PaperOut));
    assert_eq!(all([0x1a, 0x16, 0x12, 0x12]), Some(PrinterStatus::CoverOpen));
    assert_eq!(all([0x1a, 0x52, 0x1a, 0x12]), Some(PrinterStatus::Error), "the cutter");
    assert_eq!(all([0x1a, 0x12, 0x32, 0x12]), Some(PrinterStatus::Error), "unrecoverable");
    assert_eq!(all([0x1a, 0x12, 0x12, 0x12]), Some(PrinterStatus::Offline));
    assert_eq!(all([0x1a, 0x36, 0x12, 0x7e]), Some(PrinterStatus::CoverOpen), "the cover must be shut first");
    assert_eq!(status_of([None; 4]), None);
    assert_eq!(status_of([Some(0x12), None, None, Some(0x1e)]), Some(PrinterStatus::NearEnd));
    assert_eq!(status_after_barrier(0x00), PrinterStatus::Ready);
    assert_eq!(status_after_barrier(0x03), PrinterStatus::NearEnd);
    assert_eq!(status_after_barrier(0x0f), PrinterStatus::PaperOut);
}

fn responses(bytes: &[u8]) -> Vec<Response> {
    ResponseParser::default().push(bytes)
}

/// What a watch makes of these bytes, which come after the barrier, in one portion or byte by byte.
fn proof(barrier: Barrier, owed: usize, bytes: &[u8]) -> Option<Option<u8>> {
    let heard = |responses: Vec<Response>| {
        let mut watch = ProofWatch::new(barrier, owed, false);
        responses.into_iter().fold(None, |proof, response| proof.or(watch.hear(response)))
    };
    let at_once = heard(responses(bytes));
    let mut parser = ResponseParser::default();
    let bit_by_bit = heard(bytes.iter().flat_map(|byte| parser.push(&[*byte])).collect());
    assert_eq!(at_once, bit_by_bit, "portions make no difference: {bytes:02x?}");
    at_once
}

const BY_PAPER: Barrier = Barrier::PaperStatus;
const BY_NUMBER: Barrier = Barrier::ProcessId(*b" 7_~");

#[test]
fn what_a_printer_sends_is_told_apart_by_its_form() {
    assert_eq!(responses(&[0x12, 0x1a, 0x7e]), [0x12, 0x1a, 0x7e].map(Response::RealTime));
    assert_eq!(responses(&[0x18, 0x00, 0x0c, 0x00]), [Response::Automatic([0x18, 0x00, 0x0c, 0x00])]);
    assert_eq!(responses(&[0x00, 0x03, 0x0f]), [0x00, 0x03, 0x0f].map(Response::Paper));
    assert_eq!(responses(b"\x37\x22 7_~\0"), [Response::Process(*b" 7_~")]);
    assert_eq!(responses(b"_EPSON\0_TM-T88V\0\x37#@\0"), [Response::Block; 3]);
    assert_eq!(responses(&[0x11, 0x13]), [], "flow control");
    assert_eq!(responses(&[0x18, 0x13, 0x00, 0x11, 0x0c, 0x00]), [Response::Automatic([0x18, 0x00, 0x0c, 0x00])]);
    assert_eq!(responses(&[0xff, 0x01, 0x90]), [Response::Noise; 3]);
    let broken = responses(&[0x18, 0x00, 0x12, 0x0c]);
    let expected = [Response::Noise, Response::Noise, Response::RealTime(0x12), Response::Paper(0x0c)];
    assert_eq!(broken, expected, "a piece of a status is no answer");
    // A line that echoes what we send does not confirm anything.
    assert!([0x1d, 0x72, 0x01, 0x10, 0x04].iter().all(|byte| !matches!(responses(&[*byte])[..], [Response::Paper(_)])));
}

#[test]
fn only_an_answer_to_the_slips_own_barrier_is_proof() {
    assert_eq!(proof(BY_PAPER, 0, &[0x03]), Some(Some(0x03)));
    assert_eq!(proof(BY_PAPER, 0, &[0x18, 0x00, 0x0c, 0x00]), None, "an automatic status");
    assert_eq!(proof(BY_PAPER, 0, &[0x18, 0x00, 0x0c, 0x00, 0x00]), Some(Some(0x00)), "one before the answer");
    assert_eq!(proof(BY_PAPER, 1, &[0x00]), None, "it is owed to the slip before");
    assert_eq!(proof(BY_PAPER, 1, &[0x00, 0x00]), Some(Some(0x00)));
    assert_eq!(proof(BY_PAPER, 0, &[0x00, 0xff]), Some(Some(0x00)));
    assert_eq!(proof(BY_PAPER, 0, &[0xff, 0x00]), None, "noise can imitate it");
    assert_eq!(proof(BY_NUMBER, 3, b"\xff\0\0\x37\x22 7_~\0"), Some(None), "nothing can imitate this one");
    assert_eq!(proof(BY_NUMBER, 0, b"\x37\x22 7_!\0"), None, "another slip's");
    let numbers: std::collections::BTreeSet<_> =
        (0..10_000).map(|number| Barrier::new(Proof::ProcessId, number).bytes()).collect();
    assert_eq!(numbers.len(), 10_000);
    assert!(numbers.iter().all(|bytes| bytes[7..].iter().all(|byte| (0x20..0x7f).contains(byte))));
}

#[test]
fn every_kind_of_address_is_understood() {
    for text in Address::examples().split(", ") {
        assert_eq!(text.parse::<Address>().expect("an address").to_string(), text);
    }
    assert_eq!("tcp://10.0.0.5".parse::<Address>().expect("an address").to_string(), "tcp://10.0.0.5:9100");
    assert_eq!("tcp://[fe80::1]:9101".parse::<Address>().expect("an address").to_string(), "tcp://[fe80::1]:9101");
    let address: Address = "lp:///dev/usb/lp0?dots=384&band=24".parse().expect("an address");
    assert_eq!(address.transport, Transport::Lp { path: "/dev/usb/lp0".into() });
    assert_eq!((address.profile.dots, address.profile.band), (384, 24));
}

#[test]
fn an_address_that_can_not_be_read_is_told_with_what_would_be_right() {
    for (text, remedy) in [
        ("usb://04b8:0202", "not supported yet; write one of lp:///dev/usb/lp0, tcp://192.168.1.50:9100"),
        (
            "serial:///dev/ttyS0?baud=115200",
            "not supported yet; write one of lp:///dev/usb/lp0, tcp://192.168.1.50:9100",
        ),
        (
            "telepathy://head?dots=9000",
            "not a kind of printer; write one of lp:///dev/usb/lp0, tcp://192.168.1.50:9100",
        ),
        ("printer", "not a kind of printer; write one of lp:///dev/usb/lp0"),
        ("sim://folder", "sim:///var/tmp/slips"),
        ("file:///", "file:///var/tmp/slips.bin"),
        ("tcp://:9100", "tcp://192.168.1.50:9100"),
        ("tcp://host:http", "tcp://192.168.1.50:9100"),
        ("tcp://host:0", "tcp://192.168.1.50:9100"),
        ("tcp://[fe80::1", "tcp://192.168.1.50:9100"),
        ("lp:///dev/usb/lp0?dots=9000", "dots=256 to 1024"),
        ("lp:///dev/usb/lp0?colour=red", "band=1 to 255"),
    ] {
        let problem = text.parse::<Address>().expect_err("a mistake").to_string();
        assert!(problem.contains(remedy), "{text}: {problem}");
    }
}

proptest! {
    #[test]
    fn any_answers_give_a_status_and_any_text_an_address_or_a_mistake(
        answers in prop::array::uniform4(prop::option::of(any::<u8>())),
        text in "(sim|tcp|lp|file)?(://)?[\\[\\]/:?&=.a-z0-9é]{0,30}",
    ) {
        prop_assert_eq!(status_of(answers).is_some(), answers.iter().any(Option::is_some));
        if let Ok(address) = text.parse::<Address>() {
            prop_assert!(address.to_string().parse::<Address>().is_ok());
        }
    }

    /// Whatever is sent unasked in the forms of the manual, and however it is divided.
    #[test]
    fn no_status_of_a_printer_passes_for_proof(
        statuses in prop::collection::vec((any::<u8>(), any::<[u8; 3]>(), any::<bool>()), 0..20),
        owed in 0..3_usize,
    ) {
        let bytes: Vec<u8> = statuses.iter().flat_map(|(first, rest, is_automatic)| {
            let automatic = [first & 0b0110_1100 | 0b0001_0000].into_iter().chain(rest.map(|byte| byte & 0b0110_1111));
            let real_time = [first & 0b0110_1100 | 0b0001_0010];
            if *is_automatic { automatic.collect::<Vec<_>>() } else { real_time.to_vec() }
        }).collect();
        prop_assert_eq!(proof(BY_PAPER, owed, &bytes), None);
        prop_assert_eq!(proof(BY_NUMBER, owed, &bytes), None);
        prop_assert!(!responses(&bytes).contains(&Response::Noise));
    }

    #[test]
    fn noise_never_passes_for_proof(bytes in prop::collection::vec(any::<u8>(), 0..200), owed in 0..3_usize) {
        prop_assert_eq!(proof(BY_NUMBER, owed, &bytes), None);
        if let Some(status) = proof(BY_PAPER, owed, &bytes) {
            // Then it has the form, and nothing before it was noise.
            let heard = responses(&bytes);
            let before = heard.iter().take_while(|response| **response != Response::Noise);
            let papers = before.filter(|response| matches!(response, Response::Paper(_)));
            prop_assert!(papers.count() > owed && status.is_some());
        }
    }
}
