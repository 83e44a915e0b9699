//! From text to site, or to the list of its mistakes: what the parser, the reader and [`Site::check`] found, put in the
//! order of lines, without those that are only the echo of another one.

use super::Known;
use super::file::SiteFile;
use super::hours::Places;
use super::mistake::{FileMistake, line_and_column, quoted};
use super::reader::{Complaint, Complaints, Table};
use super::remedy;
use super::similar::nearest;
use crate::domain::site::{Mistake, PathPart, Problem, SiteDraft};
use crate::domain::{NeedCode, Site};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The most mistakes that are told; who has more has no site file.
const MOST_MISTAKES: usize = 200;

/// Makes a site of a text, or tells every mistake in it.
pub(super) fn check(text: &str, file_name: &str, known: &Known) -> Result<Site, Vec<FileMistake>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut file = SiteFile { known, complaints: Vec::new(), places: Vec::new() };
    let draft = file.site(Table::root(&root));
    let SiteFile { complaints, places, .. } = file;
    let all: Complaints;
    if !errors.is_empty() {
        // So the draft is not looked at either.
        all = beside_syntax(&errors, complaints, text);
    } else if complaints.len() > MOST_MISTAKES {
        all = complaints;
    } else {
        let mut mistakes = match Site::check(draft.clone()) {
            Ok(site) if complaints.is_empty() => return Ok(site),
            Ok(_) => Vec::new(),
            Err(mistakes) => mistakes,
        };
        mistakes.truncate(MOST_MISTAKES);
        let echo = Echo::new(&complaints, &mistakes, &draft);
        let news = mistakes.iter().filter(|mistake| !echo.is_echo(mistake));
        let of_draft = news.map(|mistake| of_draft(mistake, &draft, &root, &places)).collect();
        all = [complaints, of_draft].concat();
    }
    Err(tell(all, &root, text, file_name))
}

/// What the parser found, and of the complaints those that are surely no echo of it: what is missing may only have gone
/// missing in the parser.
pub(super) fn beside_syntax(errors: &[toml::de::Error], complaints: Complaints, text: &str) -> Complaints {
    let mut all: Complaints = errors.iter().take(MOST_MISTAKES).map(|error| of_syntax(error, text)).collect();
    let line = |found: &Complaint| line_and_column(text, found.at.start).0;
    let lines: Vec<usize> = all.iter().map(line).collect();
    let sure = complaints.into_iter().filter(|found| !found.missing).take(MOST_MISTAKES);
    all.extend(sure.filter(|found| !lines.contains(&line(found))));
    all
}

/// All of them in the file's words, in the order of its lines.
pub(super) fn tell(mut all: Complaints, root: &Spanned<DeTable<'_>>, text: &str, file_name: &str) -> Vec<FileMistake> {
    all.sort_by_key(|found| found.at.start);
    let mut told: Vec<FileMistake> = Vec::new();
    for found in all.iter().take(MOST_MISTAKES) {
        let (line, column) = line_and_column(text, found.at.start);
        let field = named(&found.place, found.key.as_deref(), root);
        let (problem, remedy) = (found.problem.clone(), found.remedy.clone());
        told.push(FileMistake { file: file_name.to_owned(), line, column, field, problem, remedy });
    }
    told.dedup();
    if let (true, Some(last)) = (all.len() > MOST_MISTAKES, told.last_mut()) {
        last.remedy += &format!(" ({} more mistakes are not listed.)", all.len() - MOST_MISTAKES);
    }
    told
}

fn of_syntax(error: &toml::de::Error, text: &str) -> Complaint {
    let at = error.span().unwrap_or(0..0);
    let message = error.message().lines().next().unwrap_or("is no TOML").to_owned();
    let here = text.get(at.clone()).unwrap_or("");
    let problem = if here.trim().is_empty() { message.clone() } else { format!("{message}, at {}", quoted(here)) };
    let remedy = if message.contains("duplicate key") {
        "It stands there twice; remove one of the two."
    } else if here.contains(['“', '”', '„', '«', '»', '’', '‘']) {
        "Use straight quotes: \"…\"."
    } else {
        "Correct the TOML here; often a quote, a comma or a bracket is missing just before."
    };
    Complaint { place: Vec::new(), key: None, at, problem, remedy: remedy.to_owned(), missing: false }
}

fn of_draft(mistake: &Mistake, draft: &SiteDraft, root: &Spanned<DeTable<'_>>, places: &Places) -> Complaint {
    let (problem, remedy) = remedy::words_for(mistake, draft);
    let stretch = places.iter().find(|(place, _)| *place == mistake.place).map(|(_, at)| at.clone());
    let at = stretch.unwrap_or_else(|| nearest_span(root, &mistake.place));
    Complaint { place: mistake.place.clone(), key: None, at, problem, remedy, missing: false }
}

/// What follows from something that is told anyway.
struct Echo<'a> {
    complaints: &'a [Complaint],
    meant: Vec<&'a str>,
    draft: &'a SiteDraft,
}

impl<'a> Echo<'a> {
    fn new(complaints: &'a [Complaint], mistakes: &[Mistake], draft: &'a SiteDraft) -> Echo<'a> {
        let mistyped = mistakes.iter().filter_map(|mistake| match (&mistake.problem, mistake.place.first()) {
            (Problem::Unknown(name), Some(PathPart::Field("desks"))) => Some(name),
            _ => None,
        });
        let services = || draft.services.iter().map(|service| service.code.as_str());
        let meant = mistyped.filter_map(|name| nearest(name, services())).collect();
        Echo { complaints, meant, draft }
    }

    fn is_echo(&self, mistake: &Mistake) -> bool {
        let is_told_here =
            |told: &Complaint| mistake.place.starts_with(&told.place) || told.place.starts_with(&mistake.place);
        if self.complaints.iter().any(|told| !told.place.is_empty() && told.key.is_none() && is_told_here(told)) {
            return true;
        }
        match (&mistake.problem, mistake.place.last()) {
            (Problem::NoDesk(service), _) => {
                let is_some_desk_idle = self.draft.desks.iter().any(|desk| desk.services.is_empty());
                let is_no_desk_sure = self.draft.desks.is_empty() || is_some_desk_idle || self.is_unsure("desks");
                is_no_desk_sure || self.meant.contains(&service.as_str())
            }
            (Problem::Unknown(_), Some(PathPart::Field("institution"))) => {
                self.draft.institutions.is_empty() || self.is_unsure("institutions")
            }
            (Problem::Unknown(_), Some(PathPart::Field("person"))) => {
                self.draft.desks.is_empty() || self.is_unsure("desks")
            }
            (Problem::Unknown(_), Some(PathPart::Field("no_language"))) => {
                self.draft.needs.is_empty() || self.is_unsure("needs")
            }
            (Problem::Unknown(_), _) => self.draft.services.is_empty() || self.is_unsure("services"),
            (Problem::NoWords(_), _) => self.complaints.iter().any(|told| told.place == mistake.place),
            _ => false,
        }
    }

    /// Whether some names in this list could not be read, so that nobody can say which ones are unknown.
    fn is_unsure(&self, list: &'static str) -> bool {
        self.complaints.iter().any(|told| match told.place.as_slice() {
            [PathPart::Field(name)] | [PathPart::Field(name), PathPart::Index(_)] => *name == list,
            [PathPart::Field(name), PathPart::Index(_), PathPart::Field("code" | "number" | "services"), ..] => {
                *name == list
            }
            _ => false,
        })
    }
}

/// Where a path's last part stands that is there.
fn nearest_span(root: &Spanned<DeTable<'_>>, place: &[PathPart]) -> Range<usize> {
    let mut span = 0..0;
    let mut here: Option<&Spanned<DeValue<'_>>> = None;
    for part in place {
        let next = match (part, here) {
            (PathPart::Field(name), None) => root.get_ref().get(*name),
            (PathPart::Field(name), Some(value)) => value.get_ref().as_table().and_then(|table| table.get(*name)),
            (PathPart::Index(at), value) => value.and_then(|value| value.get_ref().as_array()?.get(*at)),
        };
        let Some(value) = next else { break };
        span = value.span();
        here = next;
    }
    span
}

/// A path in words: entries are named by their codes or numbers, as `needs[health].needs[health.ssn].services`.
fn named(place: &[PathPart], key: Option<&str>, root: &Spanned<DeTable<'_>>) -> String {
    let mut name = String::new();
    let mut here: Option<&DeValue<'_>> = None;
    for (depth, part) in place.iter().enumerate() {
        match part {
            PathPart::Field(field) => {
                name += if name.is_empty() { "" } else { "." };
                name += field;
                here = match depth {
                    0 => root.get_ref().get(*field).map(Spanned::get_ref),
                    _ => here.and_then(|value| value.as_table()?.get(*field)).map(Spanned::get_ref),
                };
            }
            PathPart::Index(at) => {
                here = here.and_then(|value| value.as_array()?.get(*at)).map(Spanned::get_ref);
                if let Some(table) = here.and_then(DeValue::as_table) {
                    name += &own_name(table).map_or(format!("[#{}]", at + 1), |own| format!("[{own}]"));
                }
            }
        }
    }
    if let Some(key) = key.filter(|_| !name.is_empty()) {
        name += &NeedCode::parse(key).map_or_else(|_| format!(".{}", quoted(key)), |key| format!(".{key}"));
    }
    name
}

fn own_name(table: &DeTable<'_>) -> Option<String> {
    let code = table.get("code").and_then(|code| NeedCode::parse(code.get_ref().as_str()?).ok());
    let number = table.get("number").and_then(|number| number.get_ref().as_integer());
    code.map(|code| code.to_string()).or(number.map(|number| number.as_str().chars().take(6).collect()))
}
