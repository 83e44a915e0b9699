//! What a printer sends.

use sportello::print::proof::{Barrier, ProofWatch};
use sportello::print::responses::{Response, ResponseParser};
use sportello::print::status::{status_after_barrier, status_of};

/// The number of the slip that is waited for.
const NUMBER: [u8; 4] = *b" 7_~";

/// Bytes of a printer, in portions whose length the first byte says.
pub fn printer_reply(bytes: &[u8]) {
    let Some((portion, bytes)) = bytes.split_first() else { return };
    let at_once = ResponseParser::default().push(bytes);
    let mut parser = ResponseParser::default();
    let portions = bytes.chunks(usize::from(*portion) % 7 + 1);
    let in_portions: Vec<Response> = portions.flat_map(|portion| parser.push(portion)).collect();
    assert_eq!(at_once, in_portions, "portions make no difference");
    assert!(at_once.len() <= bytes.len(), "more responses than bytes");

    let real_time = at_once.iter().filter_map(|response| match response {
        Response::RealTime(byte) => Some(*byte),
        _ => None,
    });
    let answers: Vec<u8> = real_time.take(4).collect();
    let status = status_of(std::array::from_fn(|place| answers.get(place).copied()));
    assert_eq!(status.is_some(), !answers.is_empty(), "a status by an answer, and by nothing else");

    for owed in 0..3 {
        let mut watch = ProofWatch::new(Barrier::ProcessId(NUMBER), owed, false);
        let proof = at_once.iter().find_map(|response| watch.hear(*response));
        let is_in_it = bytes.windows(4).any(|four| four == NUMBER) || bytes.contains(&0x11) || bytes.contains(&0x13);
        assert!(proof.is_none() || is_in_it, "proof without the slip's number");

        let mut watch = ProofWatch::new(Barrier::PaperStatus, owed, false);
        let proof = at_once.iter().position(|response| match watch.hear(*response) {
            Some(Some(status)) => {
                let _ = status_after_barrier(status);
                true
            }
            other => other.is_some(),
        });
        if let Some(place) = proof {
            assert!(!at_once[..place].contains(&Response::Noise), "proof after noise");
            let papers = at_once[..=place].iter().filter(|it| matches!(it, Response::Paper(_))).count();
            assert_eq!(papers, owed + 1, "an answer that is owed to another slip");
        }
    }
}
