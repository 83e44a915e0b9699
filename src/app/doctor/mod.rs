//! `sportello doctor`: everything that can be seen of a data folder and its house, in words for a person at the telephone
//! with a technician. It changes nothing.

mod ask;
mod backups;
mod database;
mod finding;
mod folder;
mod house;

use super::arguments::DoctorOptions;
use super::failure::Failure;
use super::terminal::print_line;
use crate::clock::Clock;
use crate::locale::Locales;
use finding::FindingLevel;

/// Prints a line for each thing that was looked at. Fails when one of them is broken.
pub(super) fn doctor(options: &DoctorOptions) -> Result<(), Failure> {
    let data = options.data.folder()?;
    let locales = Locales::load()?;
    let now = Clock::real().now();
    let mut findings = folder::look(&data);
    if data.is_dir() {
        let is_running = folder::is_running(&data);
        findings.push(folder::running(is_running));
        findings.extend(database::look(&data, is_running, now));
        findings.extend(backups::look(&data, &locales, now));
        findings.extend(folder::put_aside(&data));
        findings.push(folder::clock(&data, now));
        findings.push(house::site(&data, &locales));
        findings.extend(house::accounts(&data, &locales, is_running));
        findings.extend(options.printers.iter().map(|printer| house::printer(printer, is_running)));
        let certificate = options.tls_cert.as_deref();
        findings.extend(certificate.map(|file| house::certificate(file, now)));
        findings.push(house::health(options.listen, certificate, is_running));
    }
    findings.iter().try_for_each(|finding| print_line(&finding.to_string()))?;
    let count = |level| findings.iter().filter(|finding| finding.level == level).count();
    match (count(FindingLevel::Broken), count(FindingLevel::Look)) {
        (0, 0) => print_line("nothing is wrong"),
        (0, _) => print_line("nothing is broken; see the lines that begin with \"look\""),
        (broken, _) => {
            let words = if broken == 1 { "1 thing is" } else { &format!("{broken} things are") };
            Err(Failure::new(format!("{words} broken: begin with the first line that says so")))
        }
    }
}
