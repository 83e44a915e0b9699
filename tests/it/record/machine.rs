//! A machine whose clocks and boot a test has in its hands (`machine.c`, preloaded into the program).

use super::compile;
use crate::server::text;
use jiff::Timestamp;
use std::fs;
use std::os::unix::fs::FileExt;
use std::path::PathBuf;
use std::time::Duration;
use tempfile::TempDir;

/// One machine; it boots as often as a test likes.
pub struct Machine {
    around: TempDir,
    library: PathBuf,
}

/// One of its boots.
pub struct Boot<'a> {
    machine: &'a Machine,
    hands: PathBuf,
}

impl Machine {
    pub fn new() -> Machine {
        let around = tempfile::tempdir().unwrap();
        let library = around.path().join("machine.so");
        compile("machine.c", &library);
        Machine { around, library }
    }

    /// It has just booted, at this time. `boot` differs between two boots.
    pub fn boots(&self, boot: u8, wall: Timestamp) -> Boot<'_> {
        let hands = self.around.path().join(format!("{boot}"));
        let up = fs::read_to_string("/proc/uptime").unwrap();
        let up: f64 = up.split(' ').next().unwrap().parse().unwrap();
        let ahead = [wall.as_millisecond() - Timestamp::now().as_millisecond(), 20_000 - (up * 1_000.0) as i64];
        fs::write(&hands, ahead.map(i64::to_le_bytes).concat()).unwrap();
        fs::write(hands.with_extension("boot"), format!("{boot:08x}-0000-4000-8000-000000000000\n")).unwrap();
        Boot { machine: self, hands }
    }
}

impl Boot<'_> {
    /// The environment of a program on it.
    pub fn environment(&self) -> [(&'static str, String); 2] {
        [("LD_PRELOAD", &self.machine.library), ("MACHINE", &self.hands)]
            .map(|(name, path)| (name, text(path).to_owned()))
    }

    /// Time passes for the programs on it.
    pub fn pass(&self, time: Duration) {
        let hands = fs::File::options().read(true).write(true).open(&self.hands).unwrap();
        for at in [0, 8] {
            let mut ahead = [0; 8];
            hands.read_exact_at(&mut ahead, at).unwrap();
            let ahead = i64::from_le_bytes(ahead) + time.as_millis() as i64;
            hands.write_all_at(&ahead.to_le_bytes(), at).unwrap();
        }
    }
}
