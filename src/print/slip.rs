//! What is on the paper, as plain data: the words of a slip, already chosen, in the visitor's language and in the house's.
//!
//! Promises: a ticket with a discreet need bears neither need nor institution nor what to bring, only number, desk and
//! room; nothing here is longer than a slip can hold; numbers of tickets and desks are ASCII in every language. How it
//! works: [`Slip::compose`] reads the site and asks the locale once; whatever draws or prints a slip needs neither.

use crate::domain::{DeskNumber, LanguageTag, Need, ServiceCode, Site, Ticket};
use crate::locale::{Direction, Locales, Translator};

/// The most lines of what to bring.
pub const MOST_LINES_TO_BRING: usize = 5;
/// The longest text of the site's own that is printed as it is, in characters; the rest is cut.
const LONGEST_TEXT: usize = 120;

/// A slip, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Slip {
    /// `P 042`.
    pub number: String,
    /// The address behind the QR code; `None` when phones can't reach the site.
    pub address: Option<String>,
    /// For the visitor.
    pub visitor: Essentials,
    /// The same for the staff in the house's language; `None` when that is the visitor's.
    pub house: Option<Essentials>,
}

/// What a slip tells in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Essentials {
    /// The language in which it is told.
    pub language: LanguageTag,
    /// The side its lines begin at.
    pub direction: Direction,
    /// The name over the door.
    pub site: String,
    /// What was chosen; empty when that must not be read.
    pub needs: Vec<ChosenNeed>,
    /// Where to go, in order.
    pub stops: Vec<Stop>,
    /// How many wait before.
    pub ahead: String,
    /// Day and time of issue, in the site's own time.
    pub issued: String,
    /// Both in one line.
    pub ahead_and_issued: String,
    /// That somebody will come, instead of a call that the room could see or hear.
    pub quiet: Option<String>,
    /// What to bring: a heading, and a line each; no heading without lines.
    pub bring: Option<(String, Vec<String>)>,
    /// What the QR code is good for; only where there is one.
    pub follow: String,
}

/// A need as it stands on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenNeed {
    /// Its words.
    pub label: String,
    /// The name of its pictogram.
    pub pictogram: String,
}

/// One service of the ticket's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Who is there, by the official name; `None` when that must not be read.
    pub institution: Option<String>,
    /// The desks, grouped by room.
    pub places: Vec<Place>,
}

/// Desks in one room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// `Desks 3, 4`.
    pub desks: String,
    /// `Ground floor`.
    pub room: String,
    /// Both in one line.
    pub line: String,
}

impl Slip {
    /// The slip of a ticket that has `ahead` others before it. `public_url` has no slash at its end; when it is empty,
    /// phones can't reach the site, and the slip has no QR code and says nothing of one.
    pub fn compose(site: &Site, ticket: &Ticket, ahead: usize, locales: &Locales, public_url: &str) -> Slip {
        let house = site.house_language();
        Slip {
            number: ticket.number.to_string(),
            address: (!public_url.is_empty()).then(|| format!("{public_url}/t/{}", ticket.token)),
            visitor: essentials(site, ticket, ahead, locales.translator(&ticket.language)),
            house: (*house != ticket.language).then(|| essentials(site, ticket, ahead, locales.translator(house))),
        }
    }
}

fn essentials(site: &Site, ticket: &Ticket, ahead: usize, translator: Translator<'_>) -> Essentials {
    let needs: Vec<&Need> = ticket.needs.iter().filter_map(|code| site.need(code)).collect();
    let discreet = site.is_quiet(ticket);
    let shown = if discreet { &[][..] } else { &needs[..] };
    let ahead = translator.message_with("slip-ahead", &[("count", ahead.into())]);
    let issued = translator.moment(site.local(ticket.issued_at));
    let issued = translator.message_with("slip-taken", &[("moment", issued.into())]);
    Essentials {
        language: translator.tag().clone(),
        direction: translator.direction(),
        site: tidy(translator.pick(site.name())),
        needs: shown.iter().map(|need| chosen(need, translator)).collect(),
        stops: ticket.steps.iter().map(|step| stop(site, &step.service, discreet, translator)).collect(),
        ahead_and_issued: in_one_line(&ahead, &issued, translator),
        ahead,
        issued,
        quiet: discreet.then(|| translator.message("slip-quiet")),
        bring: bring(shown, translator),
        follow: translator.message("slip-follow"),
    }
}

pub(super) fn chosen(need: &Need, translator: Translator<'_>) -> ChosenNeed {
    ChosenNeed { label: tidy(translator.pick(&need.label)), pictogram: need.pictogram.clone() }
}

pub(super) fn bring(needs: &[&Need], translator: Translator<'_>) -> Option<(String, Vec<String>)> {
    let mut lines: Vec<String> = Vec::new();
    for line in needs.iter().flat_map(|need| need.bring()).map(|words| tidy(translator.pick(words))) {
        if !line.is_empty() && !lines.contains(&line) && lines.len() < MOST_LINES_TO_BRING {
            lines.push(line);
        }
    }
    (!lines.is_empty()).then(|| (translator.message("slip-bring"), lines))
}

pub(super) fn stop(site: &Site, service: &ServiceCode, discreet: bool, translator: Translator<'_>) -> Stop {
    let institution = site.institution_of(service).filter(|_| !discreet).map(|it| tidy(&it.name));
    let mut rooms: Vec<(String, Vec<DeskNumber>)> = Vec::new();
    for desk in site.desks_for(service) {
        let room = tidy(translator.pick(&desk.room));
        match rooms.iter_mut().find(|(known, _)| *known == room) {
            Some((_, desks)) => desks.push(desk.number),
            None => rooms.push((room, vec![desk.number])),
        }
    }
    Stop { institution, places: rooms.into_iter().map(|(room, desks)| place(room, &desks, translator)).collect() }
}

fn place(room: String, desks: &[DeskNumber], translator: Translator<'_>) -> Place {
    let numbers: Vec<String> = desks.iter().map(DeskNumber::to_string).collect();
    let arguments = [("count", desks.len().into()), ("desks", translator.list(&numbers).into())];
    let desks = translator.message_with("slip-desks", &arguments);
    let line = match room.as_str() {
        "" => desks.clone(),
        room => in_one_line(&desks, room, translator),
    };
    Place { desks, room, line }
}

fn in_one_line(first: &str, second: &str, translator: Translator<'_>) -> String {
    translator.message_with("slip-line", &[("first", first.into()), ("second", second.into())])
}

/// The site's own text as one line that can't disturb its neighbours: no control characters, no marks that turn the
/// direction of what follows, not longer than a slip can hold.
pub(super) fn tidy(text: &str) -> String {
    let is_steering = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let calm: String = text.chars().filter(|c| !is_steering(c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = calm.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST_TEXT {
        return line;
    }
    line.chars().take(LONGEST_TEXT - 1).chain(['…']).collect()
}
