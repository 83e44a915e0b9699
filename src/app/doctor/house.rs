//! What the house serves and uses: the kept site, printers that were named, and what a running house says of itself.

use super::ask::ask;
use super::finding::Finding;
use crate::app::lost_accounts;
use crate::app::site::{self, KeptSite};
use crate::journal::{self, DataFolder, Role};
use crate::locale::Locales;
use crate::print::Address;
use crate::tls::{CertificateFacts, Validity};
use jiff::Timestamp;
use serde_json::Value;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

/// How long a running house or a printer may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

pub(super) fn site(data: &Path, locales: &Locales) -> Finding {
    let what = "site";
    match site::kept_site(data, locales) {
        Ok(KeptSite::Demo) => Finding::sound(what, "the built-in demo site"),
        Ok(KeptSite::None) => {
            Finding::look(what, "none is kept: the next start needs --site FILE, if this is not a new house")
        }
        Ok(KeptSite::Good(file)) => Finding::sound(what, format!("{} can be served", file.display())),
        Ok(KeptSite::Bad { newest, has_good }) => {
            let problem = format!("{newest}: correct the site file, and start with --site FILE");
            if has_good { Finding::look(what, problem) } else { Finding::broken(what, problem) }
        }
        Err(failure) => Finding::broken(what, failure.to_string()),
    }
}

/// Whether the site has a place for each account; `None` while the accounts or the site can't be read, of which other lines
/// tell.
pub(super) fn accounts(data: &Path, locales: &Locales, is_running: bool) -> Option<Finding> {
    let members = journal::read_staff(&DataFolder::database(data), is_running).ok()?;
    let site = site::open(None, Some(data), locales).ok()?.site;
    let lines = lost_accounts::lines(&members, &site);
    Some(if lines.is_empty() {
        let managers = members.iter().filter(|member| member.role == Role::Manager).count();
        Finding::sound("roles", format!("{} accounts, managers among them: {managers}", members.len()))
    } else {
        Finding::look("roles", lines.join("; "))
    })
}

/// Whether a printer can be reached. Nothing is sent, so nothing is printed.
pub(super) fn printer(address: &Address, is_running: bool) -> Finding {
    match address.reach(PATIENCE) {
        Ok(()) => Finding::sound("printer", format!("{address} can be reached")),
        // Many network printers take one connection at a time.
        Err(error) if is_running => {
            let words = format!(
                "{address} can't be reached ({error}): is it in use by the house? else check cable, power and address"
            );
            Finding::look("printer", words)
        }
        Err(error) => {
            Finding::broken("printer", format!("{address} can't be reached ({error}): check cable, power and address"))
        }
    }
}

/// How long the certificate for https is valid.
pub(super) fn certificate(file: &Path, now: Timestamp) -> Finding {
    let what = "certificate";
    let shown = file.display();
    let facts = match fs::read(file) {
        Ok(text) => CertificateFacts::of_pem(&text),
        Err(error) => {
            return Finding::broken(what, format!("{shown} can't be read ({error}): name it with --tls-cert"));
        }
    };
    let Some(facts) = facts else {
        return Finding::broken(what, format!("{shown} has no certificate: name the right file with --tls-cert"));
    };
    let (from, until) = (facts.not_before, facts.not_after);
    let words = format!("{shown} is for {}, from {from:.0} until {until:.0}", facts.names.join(", "));
    match facts.validity(now) {
        Validity::Valid => Finding::sound(what, words),
        Validity::EndsSoon => Finding::look(what, format!("{words}: renew it soon")),
        Validity::NotYet | Validity::Ended => {
            Finding::broken(what, format!("{words}: browsers refuse it, make another"))
        }
    }
}

pub(super) fn health(listen: SocketAddr, certificate: Option<&Path>, is_running: bool) -> Finding {
    let what = "health";
    if !is_running {
        return Finding::sound(what, "not asked: no house is running");
    }
    let health = match ask(listen, certificate, PATIENCE) {
        Ok(answer) if answer.wants_https => {
            let words = format!("a house answers at {listen} by https alone: name its certificate with --tls-cert");
            return Finding::look(what, words);
        }
        Ok(answer) => answer.body,
        Err(error) => {
            let words = format!(
                "the house does not answer at {listen} ({error}): if it serves another address, name it with --listen; else start it again"
            );
            return Finding::broken(what, words);
        }
    };
    let wrong = health["wrong"].as_array().map(|wrong| wrong.iter().map(words).collect::<Vec<_>>().join(", "));
    match (health["ok"].as_bool(), wrong.unwrap_or_default()) {
        (Some(true), wrong) if wrong.is_empty() => {
            Finding::sound(what, format!("the house at {listen} finds nothing wrong"))
        }
        (Some(true), wrong) => Finding::look(what, format!("the house works, and says: {wrong}")),
        (Some(false), wrong) => Finding::broken(what, format!("the house says: {wrong}; see its log")),
        // It asks from the address of a proxy that is trusted, and so as a stranger.
        (None, _) if health["refusal"].is_string() => Finding::look(
            what,
            format!(
                "a house at {listen} answers, and says no more at a proxy's address: curl --interface 127.0.0.2 http://{listen}/healthz"
            ),
        ),
        (None, _) => Finding::broken(
            what,
            format!("another program answers at {listen}: name the address of the house with --listen"),
        ),
    }
}

/// A problem is a code, or an object with one.
fn words(problem: &Value) -> String {
    let code = problem.as_str().or_else(|| problem["problem"].as_str().or_else(|| problem["code"].as_str()));
    code.map_or_else(|| problem.to_string(), str::to_owned)
}
