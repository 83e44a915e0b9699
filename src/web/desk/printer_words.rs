//! What staff read about the printers.

use crate::locale::Translator;
use crate::print::{OfflineCause, PrinterReport, PrinterStatus};
use crate::web::shared::Shared;

/// The words about every printer that needs a person, in the order of the printers.
pub(super) fn of(web: &Shared, translator: Translator<'_>) -> Vec<String> {
    let Some(reports) = &web.printers else { return Vec::new() };
    let reports = reports.borrow();
    let is_one_of_several = reports.len() > 1;
    let words = |report: &PrinterReport| {
        let words = translator.message(message(report.status, report.cause)?);
        let named = [("printer", report.name.clone().into()), ("words", words.clone().into())];
        Some(if is_one_of_several { translator.plain("desk-printer-of", &named) } else { words })
    };
    reports.iter().filter_map(words).collect()
}

fn message(status: PrinterStatus, cause: Option<OfflineCause>) -> Option<&'static str> {
    Some(match status {
        PrinterStatus::Ready | PrinterStatus::Unknown => return None,
        PrinterStatus::NearEnd => "desk-printer-near-end",
        PrinterStatus::PaperOut => "desk-printer-paper-out",
        PrinterStatus::CoverOpen => "desk-printer-cover-open",
        PrinterStatus::Error => "desk-printer-error",
        PrinterStatus::Mute => "desk-printer-mute",
        PrinterStatus::Garbled => "desk-printer-garbled",
        PrinterStatus::Offline => match cause {
            Some(OfflineCause::NoSuchFile) => "desk-printer-missing",
            Some(OfflineCause::NotADevice | OfflineCause::NotAFile) => "desk-printer-not-a-device",
            Some(OfflineCause::NoRoom) => "desk-printer-no-room",
            Some(OfflineCause::NoPermission) => "desk-printer-no-permission",
            Some(OfflineCause::InUse) => "desk-printer-in-use",
            Some(OfflineCause::Refused) => "desk-printer-refused",
            Some(OfflineCause::NoSuchHost) => "desk-printer-no-such-host",
            Some(OfflineCause::NotTaking) => "desk-printer-not-taking",
            Some(OfflineCause::Hangs) => "desk-printer-hangs",
            Some(OfflineCause::Unreachable | OfflineCause::Silent) | None => "desk-printer-offline",
        },
    })
}
