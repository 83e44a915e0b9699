//! What printers answer, and how people write where a printer is.

use proptest::prelude::*;
use sportello::print::device::Transport;
use sportello::print::status::{is_barrier_answer, is_status_answer, status_after_barrier, status_of};
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
    assert_eq!(all([0x00, 0xff, 0x5f, 0x37]), None, "none of these is an answer");
    assert_eq!(status_of([Some(0x12), None, None, Some(0x1e)]), Some(PrinterStatus::NearEnd));
    assert_eq!(status_after_barrier(0x00), PrinterStatus::Ready);
    assert_eq!(status_after_barrier(0x03), PrinterStatus::NearEnd);
    assert_eq!(status_after_barrier(0x0f), PrinterStatus::PaperOut);
}

#[test]
fn no_byte_is_an_answer_to_both_questions_nor_is_flow_control() {
    for byte in 0..=u8::MAX {
        assert!(!(is_barrier_answer(byte) && is_status_answer(byte)), "{byte:#04x}");
    }
    for byte in [0x11, 0x13] {
        assert!(!is_barrier_answer(byte) && !is_status_answer(byte), "{byte:#04x}");
    }
    // A line that echoes what we send does not confirm anything.
    assert!([0x1d, 0x72, 0x01, 0x10, 0x04].into_iter().all(|byte| !is_barrier_answer(byte)));
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
        let heard = answers.iter().flatten().any(|byte| is_status_answer(*byte));
        prop_assert_eq!(status_of(answers).is_some(), heard);
        if let Ok(address) = text.parse::<Address>() {
            prop_assert!(address.to_string().parse::<Address>().is_ok());
        }
    }
}
