//! The simulated printer: a picture and the bytes of each slip in a folder, and a file that injects faults.
//!
//! The file `status.txt` is created with a list of its words; editing it breaks and mends the printer. The newest 500
//! slips are kept, so that a demo never fills a disk.

use super::{Device, Job};
use crate::atomic_file;
use crate::domain::SlipOutcome;
use crate::health;
use crate::print::escpos::Profile;
use crate::print::status::PrinterStatus;
use std::fs::{self, DirBuilder};
use std::io::{self, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How many slips are kept in the folder.
const KEPT: u64 = 500;
const STATUS_FILE: &str = "status.txt";
/// How long a slow printer takes for a slip.
const SLOW: Duration = Duration::from_secs(4);
/// The first content of the status file. Technicians read it, so it is in English.
const STATUS_TEXT: &str = "\
# What the simulated printer does: one of these words, on a line of its own.
#   ready        every slip is printed
#   near-end     printed; the roll ends soon
#   paper-out    no paper
#   cover-open   the cover is open
#   error        the cutter is jammed
#   offline      switched off
#   slow         printed after four seconds
#   silent       takes slips and never confirms that they were printed
#   torn         breaks down in the middle of every slip
ready
";

/// What the printer does, as the status file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SimulatedFault {
    /// It has this status; [`PrinterStatus::Ready`] is not a fault.
    Status(PrinterStatus),
    Slow,
    Silent,
    Torn,
}

impl SimulatedFault {
    fn parse(word: &str) -> Option<SimulatedFault> {
        Some(match word {
            "ready" => SimulatedFault::Status(PrinterStatus::Ready),
            "near-end" => SimulatedFault::Status(PrinterStatus::NearEnd),
            "paper-out" => SimulatedFault::Status(PrinterStatus::PaperOut),
            "cover-open" => SimulatedFault::Status(PrinterStatus::CoverOpen),
            "error" => SimulatedFault::Status(PrinterStatus::Error),
            "offline" => SimulatedFault::Status(PrinterStatus::Offline),
            "slow" => SimulatedFault::Slow,
            "silent" => SimulatedFault::Silent,
            "torn" => SimulatedFault::Torn,
            _ => return None,
        })
    }
}

/// A simulated printer.
pub struct Sim {
    folder: PathBuf,
    profile: Profile,
    /// The number of the next slip, once the folder has been read.
    next: Option<u64>,
    /// The last warning: the printer is probed every few seconds, and repeats are not logged.
    warning: Option<String>,
    /// Whether a slip was left without proof.
    is_unproven: bool,
}

impl Sim {
    /// A printer that draws into this folder, which is created when it is missing.
    pub fn new(folder: PathBuf, profile: Profile) -> Sim {
        Sim { folder, profile, next: None, warning: None, is_unproven: false }
    }

    fn fault(&mut self) -> io::Result<SimulatedFault> {
        // Each slip has the secret of its ticket.
        DirBuilder::new().recursive(true).mode(0o700).create(&self.folder)?;
        let file = self.folder.join(STATUS_FILE);
        // One that a person writes at this moment stays.
        match fs::File::create_new(&file) {
            Ok(mut created) => created.write_all(STATUS_TEXT.as_bytes())?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
        // An editor may be writing it just now; the next probe reads it again.
        let text = String::from_utf8_lossy(&fs::read(&file)?).into_owned();
        let word = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
        let fault = SimulatedFault::parse(word.unwrap_or("ready"));
        match fault {
            Some(_) => self.warning = None,
            None => {
                let word = word.unwrap_or_default();
                self.warn(format!(
                    "{word:?} is not a status of the simulated printer: write one that {} lists",
                    file.display()
                ));
            }
        }
        Ok(fault.unwrap_or(SimulatedFault::Status(PrinterStatus::Error)))
    }

    fn keep(&mut self, job: &Job, bytes: &[u8]) -> io::Result<()> {
        let number = match self.next {
            Some(number) => number,
            None => last_number(&self.folder)? + 1,
        };
        let label: String = job.number.chars().filter(char::is_ascii_alphanumeric).collect();
        let name = |ending: &str| self.folder.join(format!("slip-{number:06}-{label}.{ending}"));
        atomic_file::replace(&name("bin"), bytes)?;
        atomic_file::replace(&name("png"), &job.canvas.to_png().map_err(io::Error::other)?)?;
        if let Some(old) = number.checked_sub(KEPT) {
            delete_up_to(&self.folder, old)?;
        }
        self.next = Some(number + 1);
        Ok(())
    }

    fn warn(&mut self, warning: String) {
        if self.warning.as_ref() != Some(&warning) {
            tracing::warn!("{warning}");
            self.warning = Some(warning);
        }
    }

    fn warn_of_folder(&mut self, error: &io::Error) {
        let folder = self.folder.display();
        let remedy = "make it writable, or name another with --printer";
        let warning = format!("the simulated printer can't use its folder {folder} ({error}): {remedy}");
        self.warn(warning);
    }
}

impl Device for Sim {
    fn profile(&self) -> Profile {
        self.profile
    }

    fn probe(&mut self) -> PrinterStatus {
        match self.fault() {
            Ok(SimulatedFault::Status(status)) => status,
            Ok(SimulatedFault::Slow | SimulatedFault::Torn) => PrinterStatus::Ready,
            Ok(SimulatedFault::Silent) if self.is_unproven => PrinterStatus::Mute,
            Ok(SimulatedFault::Silent) => PrinterStatus::Unknown,
            Err(error) => {
                self.warn_of_folder(&error);
                PrinterStatus::Offline
            }
        }
    }

    fn print(&mut self, job: &Job) -> (SlipOutcome, PrinterStatus) {
        let (outcome, status) = match self.fault() {
            Ok(SimulatedFault::Status(status)) if !status.can_print() => return (SlipOutcome::Failed, status),
            Ok(SimulatedFault::Status(status)) => (SlipOutcome::Printed, status),
            Ok(SimulatedFault::Slow) => {
                health::rest(SLOW);
                (SlipOutcome::Printed, PrinterStatus::Ready)
            }
            Ok(SimulatedFault::Silent) => (SlipOutcome::Unknown, PrinterStatus::Mute),
            Ok(SimulatedFault::Torn) => (SlipOutcome::Torn, PrinterStatus::Error),
            Err(_) => return (SlipOutcome::Failed, PrinterStatus::Offline),
        };
        let printed = if status == PrinterStatus::Error { &job.bytes[..job.bytes.len() / 2] } else { &job.bytes[..] };
        match self.keep(job, printed) {
            Ok(()) => {
                self.is_unproven = outcome == SlipOutcome::Unknown;
                (outcome, status)
            }
            Err(error) => {
                self.warn_of_folder(&error);
                (SlipOutcome::Failed, PrinterStatus::Offline)
            }
        }
    }
}

/// Deletes the slips in the folder of a simulated printer, or those from before a moment. Slips bear ticket numbers, which
/// do not outlive the day.
pub fn delete_slips(folder: &Path, before: Option<SystemTime>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    let Some(before) = before else { return delete_up_to(folder, u64::MAX) };
    for entry in fs::read_dir(folder)?.filter_map(Result::ok) {
        let is_old = entry.metadata().and_then(|found| found.modified()).is_ok_and(|at| at < before);
        if is_old && entry.file_name().to_str().and_then(number_of).is_some() {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

fn last_number(folder: &Path) -> io::Result<u64> {
    let names = fs::read_dir(folder)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter_map(|name| number_of(&name)).max().unwrap_or(0))
}

fn delete_up_to(folder: &Path, number: u64) -> io::Result<()> {
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
