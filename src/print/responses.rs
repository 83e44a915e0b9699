//! What a printer sends, distinguished by its form.
//!
//! Promises: any bytes, in any portions, are divided into responses without a panic; the bytes of an automatic status
//! never pass for another response. Source: the appendix of Epson's ESC/POS reference on telling responses apart: an
//! answer to `DLE EOT` is `0xx1xx10`; an automatic status (ASB) begins with `0xx1xx00`, and exactly three bytes
//! `0xx0xxxx` follow; an answer to `GS r` is `0xx0xxxx`; a block begins with 37h or 5Fh and ends with 00h; XON and XOFF
//! may stand anywhere.

/// The longest block of a printer, such as its name, is shorter.
const LONGEST_BLOCK: usize = 80;

/// Something that a printer sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Response {
    /// The answer to `DLE EOT`.
    RealTime(u8),
    /// An automatic status, which comes unasked.
    Automatic([u8; 4]),
    /// What can be the answer to `GS r 1`.
    Paper(u8),
    /// The answer to `GS ( H`: everything before that command is printed.
    Process([u8; 4]),
    /// Another block.
    Block,
    /// A byte that belongs to no response.
    Noise,
}

/// Divides a stream of bytes into responses.
#[derive(Debug, Clone, Default)]
pub struct ResponseParser {
    /// The beginning of a response of several bytes.
    begun: Vec<u8>,
}

impl ResponseParser {
    /// The responses that these bytes complete.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<Response> {
        let mut responses = Vec::new();
        for byte in bytes {
            self.push_byte(*byte, &mut responses);
        }
        responses
    }

    fn push_byte(&mut self, byte: u8, out: &mut Vec<Response>) {
        if is_flow_control(byte) {
            return;
        }
        let Some(first) = self.begun.first().copied() else { return self.begin(byte, out) };
        let goes_on = if is_automatic(first) { is_low(byte) } else { byte == 0 || (0x20..0x7f).contains(&byte) };
        if !goes_on || self.begun.len() == LONGEST_BLOCK {
            // None of it counts: a piece of a status must not pass for an answer.
            out.extend(self.begun.drain(..).map(|_| Response::Noise));
            return self.begin(byte, out);
        }
        self.begun.push(byte);
        let response = match *self.begun.as_slice() {
            [first, one, two, three] if is_automatic(first) => Response::Automatic([first, one, two, three]),
            [0x37, 0x22, one, two, three, four, 0] => Response::Process([one, two, three, four]),
            [first, .., 0] if !is_automatic(first) => Response::Block,
            _ => return,
        };
        self.begun.clear();
        out.push(response);
    }

    fn begin(&mut self, byte: u8, out: &mut Vec<Response>) {
        if is_automatic(byte) || matches!(byte, 0x37 | 0x5f) {
            self.begun.push(byte);
        } else if is_real_time(byte) {
            out.push(Response::RealTime(byte));
        } else if is_low(byte) && have_sensors_agreed(byte) {
            out.push(Response::Paper(byte));
        } else {
            out.push(Response::Noise);
        }
    }
}

/// `0xx1xx10`.
fn is_real_time(byte: u8) -> bool {
    byte & 0b1001_0011 == 0b0001_0010
}

/// `0xx1xx00`.
fn is_automatic(byte: u8) -> bool {
    byte & 0b1001_0011 == 0b0001_0000
}

/// `0xx0xxxx`.
fn is_low(byte: u8) -> bool {
    byte & 0b1001_0000 == 0
}

/// Whether each of the two paper sensors' two bits agree.
fn have_sensors_agreed(byte: u8) -> bool {
    matches!(byte & 0b11, 0 | 0b11) && matches!(byte >> 2 & 0b11, 0 | 0b11)
}

fn is_flow_control(byte: u8) -> bool {
    matches!(byte, 0x11 | 0x13)
}
