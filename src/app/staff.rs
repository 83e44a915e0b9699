//! `sportello staff`: who may sign in.

use super::arguments::StaffAction;
use super::failure::{Context, Failure};
use super::terminal::print_line;
use super::{lost_accounts, site};
use crate::clock::Clock;
use crate::domain::InstitutionCode;
use crate::journal::{DataFolder, Pin, PinOrigin, Role, StaffBook, StaffMember, StaffName, StaffSessionRow};
use crate::locale::Locales;
use std::io::{BufRead, Read};
use std::path::Path;

/// The longest line that is read as a PIN, in bytes.
const PIN_LINE_MOST: u64 = 4096;

/// Stands for every institution.
pub(super) const ALL: &str = "all";

/// Adds, lists, changes or removes staff, gives them PINs, ends sessions; may run beside a running site.
pub(super) fn staff(data: &Path, action: StaffAction) -> Result<(), Failure> {
    let book = book(data)?;
    match action {
        StaffAction::Add { name, role, institutions, pin_stdin } => {
            let name = StaffName::parse(&name).map_err(|error| Failure::new(error.to_string()))?;
            let pin = NewPin::of(pin_stdin, name.as_str())?;
            book.add_for(name.as_str(), role, given(&institutions), &pin.hash()?, pin.origin).at(data)?;
            warn(&book, data, name.as_str())?;
            pin.tell(name.as_str())
        }
        StaffAction::List => {
            let members = book.list().at(data)?;
            members.iter().try_for_each(|member| print_line(&line(member)))
        }
        StaffAction::Change { name, role, institutions } => change(&book, data, &name, role, &institutions),
        StaffAction::Pin { name, pin_stdin } => {
            let account = book.account(&name).at(data)?.ok_or_else(|| unknown(&name))?;
            let pin = NewPin::of(pin_stdin, &account.name)?;
            if !book.set_pin(&account.name, &pin.hash()?, pin.origin, None).at(data)? {
                return Err(unknown(&name));
            }
            pin.tell(&account.name)
        }
        StaffAction::Sessions { name } => {
            if let Some(name) = &name {
                book.account(name).at(data)?.ok_or_else(|| unknown(name))?;
            }
            let sessions = book.sessions(name.as_deref(), Clock::of_house(data).now()).at(data)?;
            sessions.iter().try_for_each(|session| print_line(&line_of(session)))
        }
        StaffAction::SignOut { name } => {
            let ended = book.end_sessions(&name, None).at(data)?;
            ended.map(|_| ()).ok_or_else(|| unknown(&name))
        }
        StaffAction::Remove { name } => {
            if book.remove(&name).at(data)? {
                return Ok(());
            }
            Err(unknown(&name))
        }
    }
}

/// The staff book of a data folder; both are created when missing.
pub(super) fn book(data: &Path) -> Result<StaffBook, Failure> {
    DataFolder::make(data)?;
    StaffBook::open(&DataFolder::database(data)).at(data)
}

/// A PIN that is to be set.
struct NewPin {
    pin: Pin,
    origin: PinOrigin,
}

impl NewPin {
    /// The PIN on standard input, or one made at random.
    fn of(pin_stdin: bool, name: &str) -> Result<NewPin, Failure> {
        if !pin_stdin {
            let pin = Pin::random(name).ok_or_else(no_random_numbers)?;
            return Ok(NewPin { pin, origin: PinOrigin::HandedOut });
        }
        let mut line = String::new();
        let input = std::io::stdin().lock().take(PIN_LINE_MOST).read_line(&mut line);
        input.or_fail("the PIN can't be read from standard input", "write it there as one line of UTF-8 text")?;
        let pin = Pin::choose(&line, name).map_err(|fault| Failure::new(fault.to_string()))?;
        Ok(NewPin { pin, origin: PinOrigin::Own })
    }

    fn hash(&self) -> Result<String, Failure> {
        self.pin.hash().or_fail("the PIN can't be hashed", "end other programs to free memory, and try again")
    }

    /// Prints a PIN that no one knows yet.
    fn tell(&self, name: &str) -> Result<(), Failure> {
        match self.origin {
            PinOrigin::HandedOut => print_line(&format!("{name} signs in with the PIN {}", self.pin.as_str())),
            PinOrigin::Own | PinOrigin::Older => Ok(()),
        }
    }
}

/// Name, begin, end and address of a session.
fn line_of(session: &StaffSessionRow) -> String {
    let opened = session.opened.map_or_else(|| "-".to_owned(), |at| format!("{at:.0}"));
    let origin = session.origin.as_deref().unwrap_or("-");
    format!("{}\t{opened}\t{:.0}\t{origin}", session.name, session.expires)
}

fn change(
    book: &StaffBook,
    data: &Path,
    name: &str,
    role: Option<Role>,
    institutions: &[InstitutionCode],
) -> Result<(), Failure> {
    let changed = Some(given(institutions)).filter(|_| !institutions.is_empty());
    if book.change_rights(name, role, changed).at(data)? { warn(book, data, name) } else { Err(unknown(name)) }
}

/// The institutions that are meant: none stands for all of them.
fn given(institutions: &[InstitutionCode]) -> &[InstitutionCode] {
    if institutions.iter().any(|code| code.as_str() == ALL) { &[] } else { institutions }
}

/// Says when the site has no place for this account: the code may be misspelt.
fn warn(book: &StaffBook, data: &Path, typed: &str) -> Result<(), Failure> {
    let name = book.account(typed).at(data)?.map(|account| account.name);
    let mut members = book.list().at(data)?;
    members.retain(|member| Some(&member.name) == name.as_ref());
    let Ok(opened) = site::open(None, Some(data), &Locales::load()?) else { return Ok(()) };
    for line in lost_accounts::clerk_lines(&members, &opened.site) {
        tracing::warn!("{line}");
    }
    Ok(())
}

/// Name, role and institutions of an account.
fn line(StaffMember { name, role, institutions }: &StaffMember) -> String {
    let institutions = institutions.iter().map(InstitutionCode::as_str).collect::<Vec<_>>().join(",");
    let institutions = if institutions.is_empty() { ALL } else { &institutions };
    format!("{name}\t{role}\t{institutions}")
}

fn unknown(name: &str) -> Failure {
    Failure::new(format!("no staff member is called {name:?}: see `sportello staff list`"))
}

fn no_random_numbers() -> Failure {
    Failure::new("the operating system gives no random numbers: restart the machine")
}
