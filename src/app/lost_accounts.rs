//! Accounts that the site has no place for: their institutions are not in it, or the house has no manager.

use crate::domain::{InstitutionCode, Site};
use crate::journal::{Role, StaffMember};

/// What a person should know of the accounts, with the remedy, a line each.
pub(super) fn lines(members: &[StaffMember], site: &Site) -> Vec<String> {
    let mut lines = clerk_lines(members, site);
    if !members.is_empty() && !members.iter().any(|member| member.role == Role::Manager) {
        let remedy = "give one of them that role with `sportello staff change NAME --role manager`";
        lines.push(format!("no account is a manager's: {remedy}"));
    }
    lines
}

/// The same, of the institutions of clerks only.
pub(super) fn clerk_lines(members: &[StaffMember], site: &Site) -> Vec<String> {
    members.iter().filter_map(|member| line(member, site)).collect()
}

fn line(StaffMember { name, role, institutions }: &StaffMember, site: &Site) -> Option<String> {
    let is_gone = |code: &&InstitutionCode| site.institution(code).is_none();
    let gone: Vec<&str> = institutions.iter().filter(is_gone).map(InstitutionCode::as_str).collect();
    // Institutions count for clerks only.
    if gone.is_empty() || *role != Role::Desk || site.shares_desks() {
        return None;
    }
    let (codes, remedy) = (gone.join(", "), "`sportello staff change NAME --institution CODE`");
    Some(if gone.len() == institutions.len() {
        format!("the account {name:?} can work at no desk, because the site has no institution {codes}: {remedy}")
    } else {
        format!("the account {name:?} is also for {codes}, which the site does not have: {remedy}")
    })
}
