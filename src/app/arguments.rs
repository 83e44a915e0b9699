//! What may be written after `sportello`.

use super::Failure;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Self-service kiosk for one-stop shops: needs, tickets, desks, in the visitor's language.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub(super) action: Action,
}

#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Run the whole site: glass, desks, board and printer in one process.
    Run(RunOptions),
    /// Check a site file and tell every mistake with its line and remedy.
    Check {
        /// The site file.
        file: PathBuf,
    },
    /// Write something to files that others can work with.
    Export {
        #[command(subcommand)]
        what: Export,
    },
    /// Take such files back.
    Import {
        #[command(subcommand)]
        what: Import,
    },
    /// Draw the slip that a visitor would get.
    Slip(SlipOptions),
    /// Play a day through the real rules, with made-up visitors, and tell how long they waited.
    Simulate(SimulateOptions),
    /// Who may sign in.
    Staff {
        #[command(flatten)]
        data: DataOption,
        #[command(subcommand)]
        deed: StaffDeed,
    },
    /// Which devices may ask for tickets.
    Device {
        #[command(flatten)]
        data: DataOption,
        #[command(subcommand)]
        deed: DeviceDeed,
    },
}

/// Where the data are.
#[derive(Debug, Clone, Args)]
pub(super) struct DataOption {
    /// The data folder. Default: $STATE_DIRECTORY, else the folder `sportello` among your state files.
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct RunOptions {
    /// The site file. Default: the built-in demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    #[command(flatten)]
    pub data: DataOption,
    /// Where the pages are served.
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// A printer: lp:///dev/usb/lp0, tcp://host:9100, file:///path or sim:///folder; may be given several times, the first
    /// that is ready prints. Default: simulated, in the data folder.
    #[arg(long = "printer", value_name = "URI")]
    pub printers: Vec<String>,
    /// Whether to open the glass.
    #[arg(long, value_enum, default_value = "auto")]
    pub screen: Screen,
    /// The size of the glass in pixels; full screen when not given.
    #[arg(long, value_name = "WxH", value_parser = parse_size)]
    pub window: Option<(u32, u32)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Screen {
    /// A window where there is a display; none, with a line saying so, where there is not.
    Auto,
    /// No glass.
    None,
}

#[derive(Debug, Args)]
pub(super) struct SlipOptions {
    /// The visitor's language.
    #[arg(long, value_name = "TAG")]
    pub language: String,
    /// What the visitor chose; may be given several times.
    #[arg(long = "need", value_name = "CODE", required = true)]
    pub needs: Vec<String>,
    /// The site file. Default: the built-in demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    #[command(flatten)]
    pub data: DataOption,
    /// How wide the paper is, in dots.
    #[arg(long, default_value = "576", value_parser = ["576", "384"])]
    pub dots: String,
    /// Where to: a picture (.png) or what the printer gets (.bin).
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct SimulateOptions {
    /// The site file. Default: the built-in demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    /// Another site file, to put beside it.
    #[arg(long, value_name = "FILE")]
    pub compare: Option<PathBuf>,
    /// The same seed gives the same day.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// A plan of the day: who comes when, in which language, for what, and who sits where. Default: an ordinary day.
    #[arg(long, value_name = "FILE")]
    pub plan: Option<PathBuf>,
    /// Write the ordinary day as a plan file to begin with, and simulate nothing.
    #[arg(long, conflicts_with_all = ["plan", "compare", "csv"])]
    pub print_plan: bool,
    /// How many visitors come. Default: as the plan says, else 120.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=5000))]
    pub visitors: Option<u16>,
    /// The date, such as 2026-11-24: hours and holidays are those of that day.
    #[arg(long, value_name = "DATE")]
    pub date: Option<jiff::civil::Date>,
    /// Write the figures to this file for a spreadsheet.
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct TallyExport {
    /// The table to write.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[command(flatten)]
    pub data: DataOption,
}

#[derive(Debug, Subcommand)]
pub(super) enum Export {
    /// The counts of whole weeks, for a spreadsheet; what is about too few people is left out.
    Tally(TallyExport),
    /// A table for each language with every text, for translators, and a report of how it stands with them.
    Locales(LocalesExport),
}

#[derive(Debug, Args)]
pub(super) struct LocalesExport {
    /// The folder to write to, a file for each language.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Only this language.
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// The site file whose words are translated. Default: the built-in demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    #[command(flatten)]
    pub data: DataOption,
}

#[derive(Debug, Subcommand)]
pub(super) enum Import {
    /// A translator's table. What is good in it is spoken from the next start on.
    Locales(LocalesImport),
}

#[derive(Debug, Args)]
pub(super) struct LocalesImport {
    /// The table.
    pub file: PathBuf,
    /// The site file whose words are translated. Default: the built-in demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    /// Write into this folder of message files, the program's own, rather than into the data folder.
    #[arg(long, value_name = "DIR")]
    pub locales: Option<PathBuf>,
    #[command(flatten)]
    pub data: DataOption,
}

#[derive(Debug, Subcommand)]
pub(super) enum StaffDeed {
    /// Add somebody; prints a random PIN unless one is given.
    Add {
        /// The name used for signing in.
        name: String,
        /// What they may do.
        #[arg(long, value_parser = ["desk", "reception", "manager"])]
        role: String,
        /// Read the PIN from the first line of standard input.
        #[arg(long)]
        pin_stdin: bool,
    },
    /// List who may sign in.
    List,
    /// Remove somebody and sign them out.
    Remove {
        /// The name used for signing in.
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum DeviceDeed {
    /// Add a further kiosk, a reception or a script; prints its key.
    Add {
        /// A name to know it by.
        name: String,
    },
}

impl DataOption {
    /// The data folder: as given, else where the service manager or the desktop keeps state.
    pub fn folder(&self) -> Result<PathBuf, Failure> {
        let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = || variable("HOME").map(|home| home.join(".local/state"));
        let given = self.data.clone().or_else(|| variable("STATE_DIRECTORY"));
        let found = given.or_else(|| Some(variable("XDG_STATE_HOME").or_else(home)?.join("sportello")));
        found.ok_or_else(|| Failure("there is no home folder for the data: name one with --data".to_owned()))
    }
}

fn parse_size(text: &str) -> Result<(u32, u32), String> {
    let size =
        text.split_once(['x', 'X']).and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    match size {
        Some((width @ 480..=7680, height @ 480..=7680)) => Ok((width, height)),
        _ => Err("write it as 1080x1920, each side from 480 to 7680".to_owned()),
    }
}
