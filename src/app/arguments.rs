//! The command line: every command with its options, read into values before anything starts.

use super::data_option::DataOption;
use super::process::end_code::EXIT_CODES;
use super::tls_options::{CertificateOptions, TlsOptions};
use crate::domain::{InstitutionCode, LanguageTag, NeedCode};
use crate::journal::{DeviceRight, KeyedDevice, Role};
use crate::print::Address;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

/// Self-service kiosk for one-stop shops: needs, tickets, desks, in the visitor's language.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, after_help = EXIT_CODES)]
pub struct Arguments {
    #[command(subcommand)]
    pub(super) action: Action,
}

#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Run the whole site: glass, desks, board and printer in one process.
    #[command(after_help = EXIT_CODES)]
    Run(RunOptions),
    /// Check a site file: every mistake with its line and remedy, or what was understood of it and what is seldom meant.
    Check {
        /// The site file.
        file: PathBuf,
        /// A data folder: says whom the file would touch today, and counts imported translations. The house may be running.
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Copy everything a site needs to come back to one file: the day, accounts, counts, site and words. The house may be
    /// running.
    Backup {
        /// The file to write.
        file: PathBuf,
        #[command(flatten)]
        data: DataOption,
    },
    /// Bring a backup back. The house must not be running; what is there is put aside.
    Restore {
        /// The backup.
        file: PathBuf,
        #[command(flatten)]
        data: DataOption,
    },
    /// Look at the data folder, its backups and the running house, and say what is wrong and what to do. Changes nothing.
    Doctor(DoctorOptions),
    /// Write counts or texts to files for other programs.
    Export {
        #[command(subcommand)]
        action: ExportAction,
    },
    /// Read such files back.
    Import {
        #[command(subcommand)]
        action: ImportAction,
    },
    /// Draw the slip that a visitor would get.
    Slip(SlipOptions),
    /// Run a day through the real rules with made-up visitors, and print how long they waited.
    Simulate(SimulateOptions),
    /// Manage who may sign in.
    Staff {
        #[command(flatten)]
        data: DataOption,
        #[command(subcommand)]
        action: StaffAction,
    },
    /// Manage the devices that have a key.
    Device {
        #[command(flatten)]
        data: DataOption,
        #[command(subcommand)]
        action: DeviceAction,
    },
    /// Make a certificate for https, and the authority that vouches for it. A running house takes a new one up by itself.
    Certificate(CertificateOptions),
}

#[derive(Debug, Args)]
pub(super) struct RunOptions {
    /// The site file. Default: the site that the data folder served last; for a new folder, the built-in demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    #[command(flatten)]
    pub data: DataOption,
    /// Where the pages are served.
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the pages of visitors and the board are served as well, and nothing else. QR codes lead here.
    #[arg(long, value_name = "ADDR:PORT")]
    pub listen_public: Option<SocketAddr>,
    /// A proxy that is believed who its clients are; may be given several times. One on this machine needs it.
    #[arg(long = "trust-proxy", value_name = "ADDR")]
    pub proxies: Vec<IpAddr>,
    #[command(flatten)]
    pub tls: TlsOptions,
    #[arg(long = "printer", value_name = "URI", help = printer_help())]
    pub printers: Vec<Address>,
    /// Whether to open the glass.
    #[arg(long, value_enum, default_value = "auto")]
    pub screen: ScreenMode,
    /// The size of the glass in pixels; full screen when not given.
    #[arg(long, value_name = "WxH", value_parser = parse_size)]
    pub window: Option<(u32, u32)>,
}

#[derive(Debug, Args)]
pub(super) struct DoctorOptions {
    #[command(flatten)]
    pub data: DataOption,
    /// Where the running house serves its pages.
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The certificate that the running house shows, if it serves https.
    #[arg(long, value_name = "FILE")]
    pub tls_cert: Option<PathBuf>,
    /// A printer that should be reached; may be given several times.
    #[arg(long = "printer", value_name = "URI")]
    pub printers: Vec<Address>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ScreenMode {
    /// A window where there is a display; none, with a line saying so, where there is not.
    Auto,
    /// No glass.
    None,
}

#[derive(Debug, Args)]
pub(super) struct SlipOptions {
    /// The visitor's language.
    #[arg(long, value_name = "TAG", value_parser = parse_language)]
    pub language: LanguageTag,
    /// What the visitor chose; may be given several times.
    #[arg(long = "need", value_name = "CODE", required = true, value_parser = parse_need)]
    pub needs: Vec<NeedCode>,
    /// The site file. Default: the site that the data folder served last, else the demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    #[command(flatten)]
    pub data: DataOption,
    /// The width of the print head, in dots.
    #[arg(long, value_enum, default_value = "576")]
    pub dots: Dots,
    /// The file to write: a picture (.png) or the printer's bytes (.bin).
    #[arg(long, value_name = "FILE", value_parser = parse_slip_file)]
    pub out: SlipFile,
}

/// The width of a print head.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Dots {
    /// For rolls of 80 mm.
    #[value(name = "576")]
    Wide,
    /// For rolls of 58 mm.
    #[value(name = "384")]
    Narrow,
}

impl Dots {
    pub fn count(self) -> u32 {
        match self {
            Dots::Wide => 576,
            Dots::Narrow => 384,
        }
    }
}

/// A file for a slip; its ending says in which form.
#[derive(Debug, Clone)]
pub(super) enum SlipFile {
    Picture(PathBuf),
    PrinterBytes(PathBuf),
}

#[derive(Debug, Args)]
pub(super) struct SimulateOptions {
    /// The site file. Default: the built-in demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    /// Another site file, to put beside it.
    #[arg(long, value_name = "FILE")]
    pub compare: Option<PathBuf>,
    /// The same seed repeats the same day.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// A plan of the day: who comes when, in which language, for what, and when desks are open. Default: an ordinary
    /// day.
    #[arg(long, value_name = "FILE")]
    pub plan: Option<PathBuf>,
    /// Print the ordinary day as a plan file to edit, and simulate nothing.
    #[arg(long, conflicts_with_all = ["plan", "compare", "csv"])]
    pub print_plan: bool,
    /// How many visitors come. Default: as the plan says, else 120.
    #[arg(long, value_name = "N", value_parser = value_parser!(u16).range(1..=5000))]
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
pub(super) enum ExportAction {
    /// The counts of whole weeks, for a spreadsheet; counts of too few people are left out.
    Tally(TallyExport),
    /// A table of all texts for each language, for translators, and a report of their state.
    Locales(LocalesExport),
}

#[derive(Debug, Args)]
pub(super) struct LocalesExport {
    /// The folder to write to, a file for each language.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Only this language.
    #[arg(long, value_name = "TAG", value_parser = parse_language)]
    pub language: Option<LanguageTag>,
    /// The site file whose words are translated. Default: the site that the data folder served last, else the demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    #[command(flatten)]
    pub data: DataOption,
}

#[derive(Debug, Subcommand)]
pub(super) enum ImportAction {
    /// A translator's table. Its valid rows are used from the next start on.
    Locales(LocalesImport),
}

#[derive(Debug, Args)]
pub(super) struct LocalesImport {
    /// The table.
    pub file: PathBuf,
    /// The site file whose words are translated. Default: the site that the data folder served last, else the demo site.
    #[arg(long, value_name = "FILE")]
    pub site: Option<PathBuf>,
    /// Write into this folder of message files, the program's own, rather than into the data folder.
    #[arg(long, value_name = "DIR")]
    pub locales: Option<PathBuf>,
    #[command(flatten)]
    pub data: DataOption,
}

#[derive(Debug, Subcommand)]
pub(super) enum StaffAction {
    /// Add a person; prints a random PIN unless one is given.
    Add {
        /// The name used for signing in.
        name: String,
        /// What this person may do.
        #[arg(long, value_parser = role_parser())]
        role: Role,
        /// The code of an institution at whose desks a clerk works; may be given several times. Default: all of them.
        #[arg(long = "institution", value_name = "CODE", value_parser = parse_institution)]
        institutions: Vec<InstitutionCode>,
        /// Read the PIN from the first line of standard input.
        #[arg(long)]
        pin_stdin: bool,
    },
    /// List who may sign in, with role and institutions.
    List,
    /// Give a person another PIN and end their sessions; prints a random one unless one is given.
    Pin {
        /// The name used for signing in.
        name: String,
        /// Read the PIN from the first line of standard input.
        #[arg(long)]
        pin_stdin: bool,
    },
    /// List sessions: name, begin, end at the latest, address.
    Sessions {
        /// Only those of this person.
        name: Option<String>,
    },
    /// End all sessions of a person.
    SignOut {
        /// The name used for signing in.
        name: String,
    },
    /// Change what a person may do. It holds at once, and ends no session.
    Change {
        /// The name used for signing in.
        name: String,
        /// The new role.
        #[arg(long, value_parser = role_parser(), required_unless_present = "institutions")]
        role: Option<Role>,
        /// The code of an institution, in place of all those of before; may be given several times, and `all` means all.
        #[arg(long = "institution", value_name = "CODE|all", value_parser = parse_institution)]
        institutions: Vec<InstitutionCode>,
    },
    /// Remove a person and end their sessions.
    Remove {
        /// The name used for signing in.
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum DeviceAction {
    /// Add a further kiosk, a board or a script; prints its key.
    Add {
        /// A name to know it by.
        name: String,
        /// What it may do with its key; may be given several times.
        #[arg(long, value_name = "RIGHT", value_parser = device_right_parser(), default_value = "issue")]
        may: Vec<DeviceRight>,
        /// How many tickets it may issue in a minute; so many also at once.
        #[arg(long, default_value_t = KeyedDevice::USUAL_RATE, value_parser = value_parser!(u32).range(KeyedDevice::RATES))]
        rate: u32,
    },
    /// List the devices: rights, rate, when each was added and seen last, its tickets in the last hour.
    List,
    /// Remove a device: its key is worth nothing from now on.
    Remove {
        /// The name that it was added with.
        name: String,
    },
}

fn parse_size(text: &str) -> Result<(u32, u32), String> {
    let size =
        text.split_once(['x', 'X']).and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    match size {
        Some((width @ 480..=7680, height @ 480..=7680)) => Ok((width, height)),
        _ => Err("write it as 1080x1920, each side from 480 to 7680".to_owned()),
    }
}

fn parse_language(text: &str) -> Result<LanguageTag, String> {
    LanguageTag::parse(text).map_err(|error| format!("it {error}; write a tag such as it or zh-Hans"))
}

fn parse_need(text: &str) -> Result<NeedCode, String> {
    NeedCode::parse(text).map_err(|error| format!("it {error}; write a code of the site file, such as health.ssn"))
}

fn parse_slip_file(text: &str) -> Result<SlipFile, String> {
    let path = PathBuf::from(text);
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("png") => Ok(SlipFile::Picture(path)),
        Some("bin") => Ok(SlipFile::PrinterBytes(path)),
        _ => Err("a slip is written as a picture or as bytes: let the name end in .png or .bin".to_owned()),
    }
}

fn role_parser() -> impl TypedValueParser<Value = Role> {
    let names = PossibleValuesParser::new(Role::ALL.map(Role::name));
    names.try_map(|name| Role::parse(&name).ok_or("it is not a role"))
}

fn device_right_parser() -> impl TypedValueParser<Value = DeviceRight> {
    let names = PossibleValuesParser::new(DeviceRight::ALL.map(DeviceRight::name));
    names.try_map(|name| DeviceRight::parse(&name).ok_or("it is not a right"))
}

fn parse_institution(text: &str) -> Result<InstitutionCode, String> {
    InstitutionCode::parse(text).map_err(|error| format!("it {error}; write a code of the site file, such as asl"))
}

fn printer_help() -> String {
    let examples = Address::examples();
    format!(
        "A printer: {examples}; may be given several times, the first that is ready prints. Default: simulated, in the \
         data folder"
    )
}
