//! The content of a slip as plain data: its words in the visitor's language and in the site's own.
//!
//! Promises: a slip names needs and institutions as they were promised, however the site file has changed; a ticket with a
//! discreet need shows number, desk and room, but no need, institution or things to bring; all texts fit a slip; numbers
//! of tickets and desks are ASCII in every language. How it works: [`Slip::compose`] reads the site and the translations
//! once; drawing and printing need neither.

use crate::domain::{DeskNumber, LanguageTag, Need, NeedCode, Outlook, ServiceCode, Site, Ticket, Words};
use crate::locale::{Direction, Locales, Translator};

/// The most lines of what to bring.
pub const MAX_LINES_TO_BRING: usize = 5;
/// The longest text of the site, in characters; longer ones are cut.
const LONGEST_TEXT: usize = 120;

/// A slip, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Slip {
    /// `P 042`.
    pub number: String,
    /// The address behind the QR code; `None` when phones can't reach the site.
    pub address: Option<String>,
    pub visitor: Essentials,
    /// The same for the staff in the site's first language; `None` when that is the visitor's.
    pub house: Option<Essentials>,
}

/// The words of a slip in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Essentials {
    pub language: LanguageTag,
    pub direction: Direction,
    pub site: String,
    /// That it is a copy; `None` on the original.
    pub copy: Option<String>,
    /// The chosen needs; empty when they are discreet.
    pub needs: Vec<ChosenNeed>,
    /// The services to visit, in order.
    pub stops: Vec<Stop>,
    /// The number of people ahead; that no desk is open, when there are none. Empty on a copy for a visitor who stands in no
    /// queue.
    pub ahead: String,
    /// Day and time of issue, in the site's time zone.
    pub issued: String,
    /// `ahead` and `issued` in one line.
    pub ahead_and_issued: String,
    /// That staff will fetch the visitor, instead of a call that the room could see or hear.
    pub quiet: Option<String>,
    /// The things to bring: a heading, and a line for each; `None` without lines.
    pub bring: Option<(String, Vec<String>)>,
    /// What the QR code is for; drawn only beside one.
    pub follow: String,
}

/// A need on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenNeed {
    pub label: String,
    /// The name of its pictogram; `None` when the site has the need no more.
    pub pictogram: Option<String>,
}

/// One service that the ticket has to visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Its official name; `None` when the need is discreet.
    pub institution: Option<String>,
    /// The desks, grouped by room.
    pub places: Vec<SlipLocation>,
}

/// Desks in one room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipLocation {
    /// `Desks 3, 4`.
    pub desks: String,
    /// `Ground floor`.
    pub room: String,
    /// `desks` and `room` in one line.
    pub line: String,
}

impl Slip {
    /// The slip of a ticket with this outlook, which may be just the number of others before it. `public_url` has no slash
    /// at its end; when it is empty, phones can't reach the site, and the slip has no QR code.
    pub fn compose(
        site: &Site,
        ticket: &Ticket,
        outlook: impl Into<Outlook>,
        locales: &Locales,
        public_url: &str,
    ) -> Slip {
        let (house, outlook) = (site.house_language(), outlook.into());
        Slip {
            number: ticket.number.to_string(),
            address: (!public_url.is_empty()).then(|| format!("{public_url}/t/{}", ticket.token)),
            visitor: essentials(site, ticket, outlook, locales.translator(&ticket.language)),
            house: (*house != ticket.language).then(|| essentials(site, ticket, outlook, locales.translator(house))),
        }
    }

    /// The same slip, marked as a copy for visitor and staff.
    pub fn into_copy(mut self, locales: &Locales) -> Slip {
        for words in std::iter::once(&mut self.visitor).chain(&mut self.house) {
            words.copy = Some(locales.translator(&words.language).message("slip-copy"));
        }
        self
    }
}

fn essentials(site: &Site, ticket: &Ticket, outlook: Outlook, translator: Translator<'_>) -> Essentials {
    let discreet = ticket.is_quiet();
    let shown = if discreet { &[][..] } else { &ticket.needs[..] };
    let known: Vec<&Need> = shown.iter().filter_map(|code| site.need(code)).collect();
    // That no one is before is good news only where a desk is open.
    let opens = translator.attendance(outlook.attendance).filter(|_| outlook.ahead == 0);
    let count = || translator.message_with("slip-ahead", &[("count", outlook.ahead.into())]);
    // Who is parked or called stands in no queue.
    let ahead = if ticket.is_waiting() { opens.unwrap_or_else(count) } else { String::new() };
    let issued = translator.moment(site.local(ticket.issued_at));
    let issued = translator.message_with("slip-taken", &[("moment", issued.into())]);
    Essentials {
        language: translator.tag().clone(),
        direction: translator.direction(),
        site: tidy(translator.pick(site.name())),
        copy: None,
        needs: shown.iter().filter_map(|code| promised(site, ticket, code, translator)).collect(),
        // On a copy, steps that are done or were dropped are no stops any more.
        stops: ticket
            .steps
            .iter()
            .filter(|step| step.is_to_come())
            .map(|step| stop(site, ticket, &step.service, translator))
            .collect(),
        ahead_and_issued: if ahead.is_empty() { issued.clone() } else { in_one_line(&ahead, &issued, translator) },
        ahead,
        issued,
        quiet: discreet.then(|| translator.message("slip-quiet")),
        bring: bring(&known, translator),
        follow: translator.message("slip-follow"),
    }
}

/// `None` when neither the ticket nor the site knows the words of the need.
fn promised(site: &Site, ticket: &Ticket, code: &NeedCode, translator: Translator<'_>) -> Option<ChosenNeed> {
    let label = ticket.promise.need_label(code, site)?;
    Some(chosen(&label, site.need(code), translator))
}

pub(super) fn chosen(label: &Words, need: Option<&Need>, translator: Translator<'_>) -> ChosenNeed {
    ChosenNeed { label: tidy(translator.pick(label)), pictogram: need.map(|need| need.pictogram.clone()) }
}

pub(super) fn bring(needs: &[&Need], translator: Translator<'_>) -> Option<(String, Vec<String>)> {
    let mut lines: Vec<String> = Vec::new();
    for line in needs.iter().flat_map(|need| need.bring()).map(|words| tidy(translator.pick(words))) {
        if !line.is_empty() && !lines.contains(&line) && lines.len() < MAX_LINES_TO_BRING {
            lines.push(line);
        }
    }
    (!lines.is_empty()).then(|| (translator.message("slip-bring"), lines))
}

fn stop(site: &Site, ticket: &Ticket, service: &ServiceCode, translator: Translator<'_>) -> Stop {
    let institution = ticket.promise.institution_name(service, site).filter(|_| !ticket.is_quiet());
    Stop { institution: institution.map(tidy), places: places(site, service, translator) }
}

/// Where the site does a service.
pub(super) fn places(site: &Site, service: &ServiceCode, translator: Translator<'_>) -> Vec<SlipLocation> {
    let mut rooms: Vec<(String, Vec<DeskNumber>)> = Vec::new();
    for desk in site.desks_for(service) {
        let room = tidy(translator.pick(&desk.room));
        match rooms.iter_mut().find(|(known, _)| *known == room) {
            Some((_, desks)) => desks.push(desk.number),
            None => rooms.push((room, vec![desk.number])),
        }
    }
    rooms.into_iter().map(|(room, desks)| place(room, &desks, translator)).collect()
}

fn place(room: String, desks: &[DeskNumber], translator: Translator<'_>) -> SlipLocation {
    let numbers: Vec<String> = desks.iter().map(DeskNumber::to_string).collect();
    let arguments = [("count", desks.len().into()), ("desks", translator.list(&numbers).into())];
    let desks = translator.message_with("slip-desks", &arguments);
    let line = match room.as_str() {
        "" => desks.clone(),
        room => in_one_line(&desks, room, translator),
    };
    SlipLocation { desks, room, line }
}

fn in_one_line(first: &str, second: &str, translator: Translator<'_>) -> String {
    translator.message_with("slip-line", &[("first", first.into()), ("second", second.into())])
}

/// The site's own text as one line that can't affect its neighbours: no control characters, no direction marks, at most
/// [`LONGEST_TEXT`] characters.
pub(super) fn tidy(text: &str) -> String {
    let is_steering = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let calm: String = text.chars().filter(|c| !is_steering(c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = calm.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_TEXT {
        return line;
    }
    line.chars().take(LONGEST_TEXT - 1).chain(['…']).collect()
}
