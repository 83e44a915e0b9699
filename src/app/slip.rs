//! `sportello slip`: the slip that a visitor would get, as a picture or as the printer's bytes.

use super::arguments::SlipOptions;
use super::{Failure, site, translate};
use crate::clock::Clock;
use crate::domain::{Command, Day, Entry, LanguageTag, NeedCode, Order, Refusal, Sequence, Site, Token};
use crate::locale::Locales;
use crate::print::{self, Slip};
use std::sync::Arc;

/// Draws the slip.
pub(super) fn slip(options: &SlipOptions) -> Result<(), Failure> {
    let data = options.data.folder()?;
    let locales = Locales::load_with(&translate::messages_folder(&data))?;
    let imported = translate::imported_words(&data, &locales);
    let site = Arc::new(site::read(options.site.as_deref(), imported, &locales)?);
    let bad = |text: &str, error| Failure(format!("{text:?} {error}"));
    let language = LanguageTag::parse(&options.language).map_err(|error| bad(&options.language, error))?;
    let needs: Result<_, _> =
        options.needs.iter().map(|need| NeedCode::parse(need).map_err(|error| bad(need, error))).collect();
    let day = day_with_ticket(
        Arc::clone(&site),
        Command::Issue { needs: needs?, language, priority: false, token: Token::from_random(0) },
        &locales,
    )?;
    let ticket = day.tickets().next().ok_or_else(|| Failure("there is no ticket".to_owned()))?;
    let slip =
        Slip::compose(&site, ticket, day.ahead(ticket), &locales, site.public_url().unwrap_or("http://127.0.0.1:8080"));
    let dots = if options.dots == "384" { 384 } else { 576 };
    let (canvas, bytes) = print::preview(&slip.into(), dots)?;
    let name = options.out.display();
    let content = match options.out.extension().and_then(|it| it.to_str()) {
        Some("png") => canvas.to_png()?,
        Some("bin") => bytes,
        _ => return Err(Failure(format!("{name} is neither a picture nor bytes: name it .png or .bin"))),
    };
    std::fs::write(&options.out, content)
        .map_err(|error| Failure(format!("{name} can't be written ({error}): choose a folder that is there and yours")))
}

/// A day on which the first visitor asks for this; when the institution is away now, at the hour when it is back.
fn day_with_ticket(site: Arc<Site>, command: Command, locales: &Locales) -> Result<Day, Failure> {
    let order = Order { command, key: None };
    let mut now = Clock::real().now();
    let day = Day::new(Arc::clone(&site));
    if let Err(Refusal::InstitutionAway { back: Some(back), .. }) = day.decide(&order, now) {
        now = site.moment(back).unwrap_or(now);
    }
    let translator = locales.translator(site.house_language());
    let decision = day
        .decide(&order, now)
        .map_err(|refusal| Failure(translator.refusal(&refusal).replace(['\u{2068}', '\u{2069}'], "")))?;
    let mut day = day;
    for (i, event) in day.turn(now).into_iter().chain(decision.events).enumerate() {
        day.apply(&Entry { sequence: Sequence(i as u64 + 1), at: now, key: None, event });
    }
    Ok(day)
}
