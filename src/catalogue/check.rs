//! From text to site, or to the list of its mistakes: those of the parser, the reader and [`Site::check`], in the order
//! of lines, without those that only follow from another one.

use super::Known;
use super::file::SiteFile;
use super::hours::Locations;
use super::mistake::{FileMistake, line_and_column, quoted};
use super::reader::{Complaint, Complaints, Table};
use super::remedy;
use super::similar::nearest;
use super::syntax::{self, SyntaxFault};
use crate::domain::site::{Mistake, PathPart, Problem, SiteDraft};
use crate::domain::{NeedCode, Site};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The most mistakes that are listed. A file with more is probably not a site file.
const MAX_MISTAKES: usize = 200;

/// A site that can be served, and what is wrong with its file all the same.
pub(super) struct Admitted {
    pub(super) site: Site,
    /// Bearable ones.
    pub(super) mistakes: Vec<FileMistake>,
}

/// Reads a site from a text, with its bearable mistakes; or lists every mistake in it.
pub(super) fn check(text: &str, file_name: &str, known: &Known) -> Result<Admitted, Vec<FileMistake>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut file = SiteFile { known, complaints: Vec::new(), locations: Vec::new() };
    let draft = file.site(Table::root(&root));
    let SiteFile { complaints, locations, .. } = file;
    let all: Complaints;
    let mut found = None;
    if !errors.is_empty() {
        // A draft of a broken text is not worth checking.
        all = beside_syntax(&errors, complaints, text);
    } else if complaints.len() > MAX_MISTAKES {
        all = complaints;
    } else {
        let is_admitted = complaints.iter().all(|complaint| complaint.bearable);
        let mut mistakes = match Site::admit(draft.clone()) {
            Ok((site, mistakes)) => {
                found = is_admitted.then_some(site);
                mistakes
            }
            Err(mistakes) => mistakes,
        };
        mistakes.truncate(MAX_MISTAKES);
        let echo = Echo::new(&complaints, &mistakes, &draft);
        let news = mistakes.iter().filter(|mistake| !echo.is_echo(mistake));
        let of_draft = news.map(|mistake| of_draft(mistake, &draft, &root, &locations)).collect();
        all = [complaints, of_draft].concat();
    }
    let mistakes = report(all, &root, text, file_name);
    match found {
        Some(site) => Ok(Admitted { site, mistakes }),
        None => Err(mistakes),
    }
}

/// The parser's errors, and those complaints that do not follow from them. A missing value may only have been lost by
/// the parser.
pub(super) fn beside_syntax(errors: &[toml::de::Error], complaints: Complaints, text: &str) -> Complaints {
    let (faults, trusted) = syntax::faults(errors, text);
    let mut all: Complaints = faults.into_iter().take(MAX_MISTAKES).map(of_syntax).collect();
    let line = |found: &Complaint| line_and_column(text, found.at.start).0;
    let lines: Vec<usize> = all.iter().map(line).collect();
    let is_sure = |found: &Complaint| !found.missing && trusted.is_none_or(|end| found.at.end <= end);
    let sure = complaints.into_iter().filter(is_sure).take(MAX_MISTAKES);
    all.extend(sure.filter(|found| !lines.contains(&line(found))));
    all
}

/// The complaints with their places in the file, in the order of its lines.
pub(super) fn report(
    mut all: Complaints,
    root: &Spanned<DeTable<'_>>,
    text: &str,
    file_name: &str,
) -> Vec<FileMistake> {
    all.sort_by_key(|found| found.at.start);
    let mut mistakes: Vec<FileMistake> = Vec::new();
    for found in all.iter().take(MAX_MISTAKES) {
        let (line, column) = line_and_column(text, found.at.start);
        let field = named(&found.place, found.key.as_deref(), root);
        let (problem, remedy) = (found.problem.clone(), found.remedy.clone());
        mistakes.push(FileMistake { file: file_name.to_owned(), line, column, field, problem, remedy });
    }
    mistakes.dedup();
    if let (true, Some(last)) = (all.len() > MAX_MISTAKES, mistakes.last_mut()) {
        last.remedy += &format!(" ({} more mistakes are not listed.)", all.len() - MAX_MISTAKES);
    }
    mistakes
}

fn of_syntax(fault: SyntaxFault) -> Complaint {
    let SyntaxFault { at, problem, remedy } = fault;
    Complaint { place: Vec::new(), key: None, at, problem, remedy, missing: false, bearable: false }
}

fn of_draft(mistake: &Mistake, draft: &SiteDraft, root: &Spanned<DeTable<'_>>, locations: &Locations) -> Complaint {
    let (problem, remedy) = remedy::words_for(mistake, draft);
    let stretch = locations.iter().find(|(place, _)| *place == mistake.place).map(|(_, at)| at.clone());
    let at = stretch.unwrap_or_else(|| nearest_span(root, &mistake.place));
    let (place, bearable) = (mistake.place.clone(), mistake.problem.is_bearable());
    Complaint { place, key: None, at, problem, remedy, missing: false, bearable }
}

/// Finds mistakes that only follow from another one, which is reported anyway.
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
        let is_reported_here =
            |known: &Complaint| mistake.place.starts_with(&known.place) || known.place.starts_with(&mistake.place);
        if self.complaints.iter().any(|known| !known.place.is_empty() && known.key.is_none() && is_reported_here(known))
        {
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
            (Problem::NoWords(_), _) => self.complaints.iter().any(|known| known.place == mistake.place),
            _ => false,
        }
    }

    /// Whether some names in this list could not be read, so that other names may seem unknown.
    fn is_unsure(&self, list: &'static str) -> bool {
        self.complaints.iter().any(|known| match known.place.as_slice() {
            [PathPart::Field(name)] | [PathPart::Field(name), PathPart::Index(_)] => *name == list,
            [PathPart::Field(name), PathPart::Index(_), PathPart::Field("code" | "number" | "services"), ..] => {
                *name == list
            }
            _ => false,
        })
    }
}

/// The bytes of the last part of a path that exists.
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

/// The name of a path: entries are named by their codes or numbers, as `needs[health].needs[health.ssn].services`.
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

/// The code or number of an entry in a list.
pub(super) fn own_name(table: &DeTable<'_>) -> Option<String> {
    let code = table.get("code").and_then(|code| NeedCode::parse(code.get_ref().as_str()?).ok());
    let number = table.get("number").and_then(|number| number.get_ref().as_integer());
    code.map(|code| code.to_string()).or(number.map(|number| number.as_str().chars().take(6).collect()))
}
