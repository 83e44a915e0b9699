//! The database: whether it is there, whole, of this version, and what happened last.

use super::finding::Finding;
use crate::app::backup::local;
use crate::journal::{self, DataFolder, DatabaseState};
use jiff::{SignedDuration, Timestamp};
use std::cmp::Ordering;
use std::path::Path;

/// An event may be so much later than now: the clock was set back a little.
const AHEAD: SignedDuration = SignedDuration::from_mins(10);

pub(super) fn look(data: &Path, is_running: bool, now: Timestamp) -> Vec<Finding> {
    let what = "database";
    let file = DataFolder::database(data);
    if !file.exists() {
        let has_been = data.join("backups").exists() || data.join("site").exists() || data.join("witness").exists();
        return vec![if has_been {
            Finding::broken(what, "it is gone, and a house was here: stop the house, and restore the newest backup")
        } else {
            Finding::look(what, "there is none: no house has run on this folder; name another with --data?")
        }];
    }
    match journal::inspect_database(&file, is_running) {
        Ok(state) => found(&state, data, now),
        Err(error) => {
            let remedy = "when the house does not start: restore the newest backup";
            vec![Finding::broken(what, format!("{}: {error}; {remedy}", file.display()))]
        }
    }
}

fn found(state: &DatabaseState, data: &Path, now: Timestamp) -> Vec<Finding> {
    let what = "database";
    let DatabaseState { version, known, entries, last_event, accounts } = state;
    let mut findings = vec![match version.cmp(known) {
        Ordering::Greater => Finding::broken(
            what,
            format!("it is of a newer version (schema {version}, this program knows {known}): install that version"),
        ),
        Ordering::Less => Finding::look(
            what,
            format!("it is of an older version (schema {version}); the next start brings it up to date"),
        ),
        Ordering::Equal => Finding::sound(what, format!("sound, {entries} entries, schema {version}")),
    }];
    findings.extend(last_event.map(|at| match at.duration_since(now) > AHEAD {
        true => {
            Finding::look("last event", format!("{}, which is still to come: set the clock of this machine", local(at)))
        }
        false => Finding::sound("last event", local(at)),
    }));
    findings.push(match accounts {
        0 => Finding::look("accounts", "none: add one with `sportello staff add NAME --role manager`"),
        1 => Finding::sound("accounts", "1 person can sign in"),
        accounts => Finding::sound("accounts", format!("{accounts} people can sign in")),
    });
    findings.push(match data.join("witness").exists() {
        true => Finding::sound("witness", "there"),
        false if *entries == 0 => Finding::sound("witness", "none, and none is needed yet"),
        false => Finding::look("witness", "the file \"witness\" is not there; the next start writes it anew"),
    });
    findings
}
