//! The simulated printer: a picture and the bytes of each slip in a folder, and a file that says how it feels.
//!
//! The file `status.txt` is made with the words it may hold; whoever edits it breaks and mends the printer. The newest
//! 500 slips stay, older ones are thrown away, so that a demo never fills a disk.

use super::{Device, Job};
use crate::domain::SlipOutcome;
use crate::print::escpos::Profile;
use crate::print::status::PrinterStatus;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// How many slips stay in the folder.
const KEPT: u64 = 500;
/// The file that says how the printer feels.
const STATUS_FILE: &str = "status.txt";
/// What a slow printer takes for a slip.
const SLOW: Duration = Duration::from_secs(4);
/// What the file holds at first. A technician's file, in the language of such files.
const STATUS_TEXT: &str = "\
# How the simulated printer feels: one of these words, on a line of its own.
#   ready        every slip is printed
#   near-end     printed; the roll ends soon
#   paper-out    no paper
#   cover-open   the cover is open
#   error        the cutter is jammed
#   offline      switched off
#   slow         printed after four seconds
#   silent       takes slips and never says that they were printed
#   torn         breaks down in the middle of every slip
ready
";

/// How it feels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Is(PrinterStatus),
    Slow,
    Silent,
    Torn,
}

/// A folder that plays a printer.
pub struct Sim {
    folder: PathBuf,
    profile: Profile,
    next: Option<u64>,
}

impl Sim {
    /// A printer that draws into this folder, which is made when it is not there.
    pub fn new(folder: PathBuf, profile: Profile) -> Sim {
        Sim { folder, profile, next: None }
    }

    fn mood(&self) -> io::Result<Mood> {
        fs::create_dir_all(&self.folder)?;
        let file = self.folder.join(STATUS_FILE);
        if !file.exists() {
            replace(&file, STATUS_TEXT.as_bytes())?;
        }
        // Somebody's editor may be writing it just now; then it is read as it is, and again in a moment.
        let text = String::from_utf8_lossy(&fs::read(&file)?).into_owned();
        let word = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
        Ok(match word {
            Some("ready") | None => Mood::Is(PrinterStatus::Ready),
            Some("near-end") => Mood::Is(PrinterStatus::NearEnd),
            Some("paper-out") => Mood::Is(PrinterStatus::PaperOut),
            Some("cover-open") => Mood::Is(PrinterStatus::CoverOpen),
            Some("error") => Mood::Is(PrinterStatus::Error),
            Some("offline") => Mood::Is(PrinterStatus::Offline),
            Some("slow") => Mood::Slow,
            Some("silent") => Mood::Silent,
            Some("torn") => Mood::Torn,
            Some(other) => {
                tracing::warn!(word = other, file = %file.display(), "no such word for the simulated printer");
                Mood::Is(PrinterStatus::Error)
            }
        })
    }

    fn keep(&mut self, job: &Job, bytes: &[u8]) -> io::Result<()> {
        let number = match self.next {
            Some(number) => number,
            None => last_number(&self.folder)? + 1,
        };
        let label: String = job.number.chars().filter(char::is_ascii_alphanumeric).collect();
        let name = |number: u64, label: &str, end: &str| self.folder.join(format!("slip-{number:06}-{label}.{end}"));
        replace(&name(number, &label, "bin"), bytes)?;
        replace(&name(number, &label, "png"), &job.canvas.to_png().map_err(io::Error::other)?)?;
        if let Some(old) = number.checked_sub(KEPT) {
            throw_away(&self.folder, old)?;
        }
        self.next = Some(number + 1);
        Ok(())
    }
}

impl Device for Sim {
    fn profile(&self) -> Profile {
        self.profile
    }

    fn probe(&mut self) -> PrinterStatus {
        match self.mood() {
            Ok(Mood::Is(status)) => status,
            Ok(Mood::Slow | Mood::Torn) => PrinterStatus::Ready,
            Ok(Mood::Silent) => PrinterStatus::Unknown,
            Err(problem) => {
                tracing::warn!(%problem, folder = %self.folder.display(), "the simulated printer has no folder");
                PrinterStatus::Offline
            }
        }
    }

    fn print(&mut self, job: &Job) -> (SlipOutcome, PrinterStatus) {
        let (outcome, status) = match self.mood() {
            Ok(Mood::Is(status)) if !status.can_print() => return (SlipOutcome::Failed, status),
            Ok(Mood::Is(status)) => (SlipOutcome::Printed, status),
            Ok(Mood::Slow) => {
                thread::sleep(SLOW);
                (SlipOutcome::Printed, PrinterStatus::Ready)
            }
            Ok(Mood::Silent) => (SlipOutcome::Unknown, PrinterStatus::Unknown),
            Ok(Mood::Torn) => (SlipOutcome::Failed, PrinterStatus::Error),
            Err(_) => return (SlipOutcome::Failed, PrinterStatus::Offline),
        };
        let came_out = if status == PrinterStatus::Error { &job.bytes[..job.bytes.len() / 2] } else { &job.bytes[..] };
        match self.keep(job, came_out) {
            Ok(()) => (outcome, status),
            Err(problem) => {
                tracing::warn!(%problem, folder = %self.folder.display(), "the simulated printer can't write");
                (SlipOutcome::Failed, PrinterStatus::Offline)
            }
        }
    }
}

/// Throws away every slip in a folder that plays a printer: they are somebody's, and the day is over.
pub fn forget(folder: &Path) -> io::Result<()> {
    if folder.is_dir() { throw_away(folder, u64::MAX) } else { Ok(()) }
}

/// Nobody who watches the folder sees half a file.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let unfinished = path.with_extension("unfinished");
    fs::write(&unfinished, bytes)?;
    fs::rename(unfinished, path)
}

fn last_number(folder: &Path) -> io::Result<u64> {
    let names = fs::read_dir(folder)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter_map(|name| number_of(&name)).max().unwrap_or(0))
}

fn throw_away(folder: &Path, number: u64) -> io::Result<()> {
    for entry in fs::read_dir(folder)?.filter_map(Result::ok) {
        if entry.file_name().to_str().and_then(number_of).is_some_and(|old| old <= number) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// The number in `slip-000042-P042.png`.
fn number_of(name: &str) -> Option<u64> {
    name.strip_prefix("slip-")?.split('-').next()?.parse().ok()
}
