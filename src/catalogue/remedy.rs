//! Mistakes of a draft as a whole, in words for technicians, with their remedies.

use super::mistake::quoted;
use super::similar::did_you_mean;
use crate::domain::site::{Mistake, PathPart, Problem, SiteDraft, leaves};

/// The problem and its remedy.
pub(super) fn words_for(mistake: &Mistake, draft: &SiteDraft) -> (String, String) {
    let field = last_field(mistake);
    match &mistake.problem {
        Problem::Empty => {
            let remedy = match field {
                "languages" => "Name at least one, such as languages = [\"it\"].".to_owned(),
                "services" => "Name at least one service's code.".to_owned(),
                other => format!("Add at least one, beginning with a line [[{other}]]."),
            };
            ("is empty".to_owned(), remedy)
        }
        Problem::TooMany(most) => {
            (format!("has more than {most} entries"), format!("Take some out: one screen shows {most} at most."))
        }
        Problem::Twice(name) => (format!("{} is there twice", quoted(name)), "Write each once.".to_owned()),
        Problem::Unknown(name) => {
            let (kind, names) = names_for(field, draft);
            let mut remedy = did_you_mean(name, names.iter().map(String::as_str));
            if remedy.is_empty() {
                remedy = format!("There are: {}.", names.join(", "));
            }
            (format!("unknown {kind} {}", quoted(name)), remedy)
        }
        Problem::TooDeep => {
            let remedy = "Move these needs up: a visitor chooses twice at most.".to_owned();
            ("is a third level of needs".to_owned(), remedy)
        }
        Problem::NoDesk(service) => {
            let remedy = format!("Add \"{service}\" to the services of a desk, or take the service out.");
            (format!("no desk does \"{service}\""), remedy)
        }
        Problem::NoWords(language) => {
            let problem = format!("has no text in \"{language}\", the first of the site's languages");
            (problem, format!("Add {language} = \"…\"."))
        }
        Problem::Circle(service) => {
            let problem = format!("leads in a circle: \"{service}\" has to come after this one");
            (problem, "Take one of the two out.".to_owned())
        }
        Problem::EndsBeforeBegin => {
            let remedy =
                "Write the earlier time first; a night ends on the next day, such as \"20:00-3:00\".".to_owned();
            ("ends before it begins".to_owned(), remedy)
        }
        Problem::NoFallback => {
            let remedy =
                "Say what helps while its desk is not there: fallback = { call = \"112\", words = { it = \"…\" } }.";
            ("is missing, and the need is urgent".to_owned(), remedy.to_owned())
        }
    }
}

fn last_field(mistake: &Mistake) -> &'static str {
    let fields = mistake.place.iter().rev();
    fields.filter_map(|part| if let PathPart::Field(name) = part { Some(*name) } else { None }).next().unwrap_or("")
}

fn names_for(field: &str, draft: &SiteDraft) -> (&'static str, Vec<String>) {
    match field {
        "institution" => ("institution", draft.institutions.iter().map(|known| known.code.to_string()).collect()),
        "no_language" => ("need", leaves(&draft.needs).map(|leaf| leaf.code.to_string()).collect()),
        "person" | "welcome_desk" => ("desk", draft.desks.iter().map(|known| known.number.to_string()).collect()),
        _ => ("service", draft.services.iter().map(|known| known.code.to_string()).collect()),
    }
}
