//! `sportello slip`: the slip that a visitor would get, as a picture or as the printer's bytes.

use super::arguments::{SlipFile, SlipOptions};
use super::failure::{Context, Failure};
use super::{network, site, translate};
use crate::clock::Clock;
use crate::domain::{Absence, Command, Day, Entry, Fresh, LanguageTag, Refusal, Sequence, Site, Token};
use crate::locale::Locales;
use crate::print::{self, Slip};
use std::sync::Arc;

/// The language of the command line; the translations' last fallback is another one.
const TERMINAL_LANGUAGE: &str = "en";

/// Draws the slip.
pub(super) fn slip(options: &SlipOptions) -> Result<(), Failure> {
    let data = options.data.folder()?;
    let locales = Locales::load_with(&translate::messages_folder(&data))?;
    let imported = translate::imported_words(&data, &locales);
    let site = Arc::new(site::read(options.site.as_deref(), Some(&data), imported, &locales)?);
    let command = Command::Issue {
        needs: options.needs.clone(),
        language: options.language.clone(),
        priority: false,
        token: Fresh(Token::from_random(0)),
    };
    let day = day_with_ticket(Arc::clone(&site), command, &locales)?;
    let ticket = day.tickets().next().ok_or_else(|| Failure::new("the day has no ticket: report this as a bug"))?;
    let public_url = network::named_url(&site);
    let slip = Slip::compose(&site, ticket, day.ahead(ticket), &locales, &public_url);
    let (canvas, bytes) = print::preview(&slip.into(), options.dots.count())?;
    let (path, content) = match &options.out {
        SlipFile::Picture(path) => {
            let picture = canvas.to_png().or_fail("the slip can't be encoded as a picture", "write it as .bin")?;
            (path, picture)
        }
        SlipFile::PrinterBytes(path) => (path, bytes),
    };
    std::fs::write(path, content).or_unwritable(path)
}

/// A day on which the first visitor asks for this. When the institution is away now, it is the hour of its return; when
/// several are never here together, they are as if they were.
fn day_with_ticket(site: Arc<Site>, command: Command, locales: &Locales) -> Result<Day, Failure> {
    let mut now = Clock::real().now();
    let day = Day::new(Arc::clone(&site));
    let back = day.decide(&command, now).err().and_then(|refusal| Absence::from(refusal).back);
    if let Some(back) = back {
        now = site.moment(back).unwrap_or(now);
    }
    let (mut day, decision) = match day.decide(&command, now) {
        Ok(decision) => (day, decision),
        // Institutions that are never here together: the slip is that of a day on which they were.
        Err(refusal) => {
            let day = Day::new(Arc::new(Site::clone(&site).always_here()));
            let decision = day.decide(&command, now).map_err(|_| refused(&refusal, &site, locales))?;
            (day, decision)
        }
    };
    for (i, event) in day.turn(now).into_iter().chain(decision.events).enumerate() {
        day.apply(&Entry { sequence: Sequence(i as u64 + 1), at: now, event });
    }
    Ok(day)
}

fn refused(refusal: &Refusal, site: &Site, locales: &Locales) -> Failure {
    let english = LanguageTag::parse(TERMINAL_LANGUAGE);
    let translator = locales.translator(english.as_ref().unwrap_or(site.house_language()));
    Failure::new(translator.refusal(refusal).replace(['\u{2068}', '\u{2069}'], ""))
}
