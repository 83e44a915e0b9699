//! `sportello certificate`: an authority of the house's own, made once, and a certificate for the house, made anew each time.
//!
//! Files: `authority.crt` for browsers, `authority.key` for the next certificate, `house.crt` and `house.key` for the program.

use crate::app::failure::{Context, Failure};
use crate::app::network;
use crate::app::terminal::print_line;
use crate::app::tls_options::CertificateOptions;
use crate::atomic_file::Unfinished;
use crate::clock::{Clock, TimeTrust};
use crate::journal::DataFolder;
use crate::tls::{AUTHORITY_YEARS, CERTIFICATE_DAYS, CertificateFacts, HouseName, LocalAuthority, MakingError};
use jiff::Timestamp;
use rustix::fs::{Gid, Uid, fchown};
use rustix::process::geteuid;
use rustix::system::uname;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// The folder within the data folder.
const FOLDER: &str = "tls";
const AUTHORITY: &str = "authority.crt";
const AUTHORITY_KEY: &str = "authority.key";
const HOUSE: &str = "house.crt";
const HOUSE_KEY: &str = "house.key";

/// What to do with the authority's certificate, where.
const INSTALLING: [&str; 6] = [
    "  Windows (Chrome, Edge): double-click it, Install certificate, Local machine, \"Trusted root certification authorities\"",
    "  macOS (Safari, Chrome): double-click it, open it in Keychain Access, Trust, \"Always trust\"",
    "  Linux (Chromium): certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n sportello -i authority.crt",
    "  Firefox: Settings, Certificates, View certificates, Authorities, Import, \"identify websites\"",
    "  Android: Settings, Security, Install a certificate, CA certificate",
    "  iOS, iPadOS: send it there, Settings, Profile downloaded, Install; then General, About, Certificate trust settings",
];

/// Makes what is missing, and a certificate for the house in any case.
pub(in crate::app) fn certificate(options: &CertificateOptions) -> Result<(), Failure> {
    let (folder, clock) = match &options.out {
        Some(out) => (out.clone(), Clock::real()),
        None => {
            let data = options.data.folder()?;
            (data.join(FOLDER), Clock::of_house(&data))
        }
    };
    if clock.trust() == TimeTrust::Unknown {
        return Err(Failure::new(
            "this machine does not know the time, and a certificate says from when it is valid: set the clock first",
        ));
    }
    let now = clock.now();
    let owner = owner_for(&folder);
    DataFolder::make(&folder)?;
    give(&File::open(&folder).or_unwritable(&folder)?, owner).or_unwritable(&folder)?;
    // A second call beside this one waits.
    let held = File::open(&folder).and_then(|folder| folder.lock().map(|()| folder));
    let _held = held.or_unwritable(&folder)?;
    let (authority, is_new) = authority(&folder, owner, now)?;
    let names = names(&options.names, &folder.join(HOUSE));
    let former_key = read(&folder.join(HOUSE_KEY))?;
    let issued = authority.issue(&names, former_key.as_deref(), now).map_err(|error| failed(&error, &folder))?;
    // A key that is there is used again: two files can't be replaced in one step, and half a pair would be of no use.
    if former_key.as_deref() != Some(&issued.key) {
        write(&folder.join(HOUSE_KEY), &issued.key, owner)?;
    }
    write(&folder.join(HOUSE), &issued.certificate, owner)?;
    let data = if options.out.is_none() { folder.parent() } else { None };
    tell(&folder, data, &authority, is_new, &names)
}

/// The authority of this folder, and whether it was made just now.
fn authority(folder: &Path, owner: Option<FileOwner>, now: Timestamp) -> Result<(LocalAuthority, bool), Failure> {
    let (certificate_file, key_file) = (folder.join(AUTHORITY), folder.join(AUTHORITY_KEY));
    let making = |error: MakingError| failed(&error, folder);
    let (authority, is_new) = match (read(&certificate_file)?, read(&key_file)?) {
        (Some(certificate), Some(key)) => (LocalAuthority::read(certificate, &key).map_err(making)?, false),
        (Some(_), None) => {
            return Err(Failure::new(format!(
                "{} is missing, and no certificate can be made without it: put it back, or move {} away to begin with another authority, which has to be installed everywhere",
                key_file.display(),
                certificate_file.display()
            )));
        }
        (None, Some(key)) => (LocalAuthority::of_key(&key, now).map_err(making)?, true),
        (None, None) => (LocalAuthority::make(now).map_err(making)?, true),
    };
    if is_new {
        // The key first: a certificate can be made for it again.
        write(&key_file, &authority.key(), owner)?;
        write(&certificate_file, authority.certificate(), owner)?;
    }
    let until = CertificateFacts::of(authority.der()).map(|facts| facts.not_after);
    if let Some(until) = until.filter(|until| *until <= now) {
        return Err(Failure::new(format!(
            "the authority in {} has ended at {until:.0}: move both files of it away to begin with another one, which has to be installed everywhere",
            certificate_file.display()
        )));
    }
    Ok((authority, is_new))
}

/// For which names: those that were given; else those of the certificate that is there; else those of this machine. Programs on
/// the machine itself may always ask.
fn names(given: &[HouseName], former: &Path) -> Vec<HouseName> {
    let mut names = given.to_vec();
    if names.is_empty() {
        names = names_of(former);
    }
    if names.is_empty() {
        names = own_names();
    }
    let own = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)].map(HouseName::Address);
    names.push(HouseName::Host("localhost".to_owned()));
    names.extend(own);
    let mut seen: Vec<HouseName> = Vec::with_capacity(names.len());
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

fn names_of(certificate: &Path) -> Vec<HouseName> {
    let facts = fs::read(certificate).ok().and_then(|pem| CertificateFacts::of_pem(&pem));
    let names = facts.map(|facts| facts.names).unwrap_or_default();
    names.iter().filter_map(|name| HouseName::parse(name).ok()).collect()
}

fn own_names() -> Vec<HouseName> {
    let machine = uname();
    let host = machine.nodename().to_string_lossy();
    let short = host.split('.').next().unwrap_or_default();
    let texts = [host.to_string(), short.to_owned(), format!("{short}.local")];
    let names = texts.iter().filter_map(|name| HouseName::parse(name).ok());
    names.chain(network::own_address().map(HouseName::Address)).collect()
}

fn tell(
    folder: &Path,
    data: Option<&Path>,
    authority: &LocalAuthority,
    is_new: bool,
    names: &[HouseName],
) -> Result<(), Failure> {
    let path = |name: &str| folder.join(name).display().to_string();
    let names = names.iter().map(HouseName::to_string).collect::<Vec<_>>().join(", ");
    let made = if is_new { "a new authority" } else { "the authority of before" };
    print_line(&format!("{}: a certificate for {names}, for {CERTIFICATE_DAYS} days, by {made}", path(HOUSE)))?;
    print_line(&format!("{}: its key, for the program alone", path(HOUSE_KEY)))?;
    if is_new {
        print_line(&format!("{}: the authority, for {AUTHORITY_YEARS} years", path(AUTHORITY)))?;
        print_line(&format!(
            "{}: its key. Who has it can pretend to be any web site to the browsers below: keep a copy in a safe place, and no other",
            path(AUTHORITY_KEY)
        ))?;
    }
    print_line(&format!("SHA-256 of the authority: {}", fingerprint(authority.der())))?;
    print_line(&format!("Install {} in each browser of the staff, once:", path(AUTHORITY)))?;
    INSTALLING.iter().try_for_each(|line| print_line(line))?;
    print_line("Then start the house with it; one that runs with it takes it up by itself:")?;
    print_line(&format!(
        "  sportello run {}--listen 0.0.0.0:8443 --tls-cert {} --tls-key {}",
        data.map(|data| format!("--data {} ", quoted(data))).unwrap_or_default(),
        quoted(&folder.join(HOUSE)),
        quoted(&folder.join(HOUSE_KEY))
    ))
}

/// As browsers show it.
fn fingerprint(der: &[u8]) -> String {
    Sha256::digest(der).iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
}

/// For a shell.
fn quoted(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string();
    let is_plain = path.chars().all(|sign| sign.is_alphanumeric() || "/._-".contains(sign));
    if is_plain { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

/// `None` where there is no such file.
fn read(path: &PathBuf) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let remedy = "mend its owner and rights";
            Err(error).or_fail(format!("{} can't be read", path.display()), remedy)
        }
    }
}

/// Whose the files are to be.
type FileOwner = (Uid, Gid);

/// For root, who may call this for a house of another user: the owner of the folder, or of the one that it is made in.
fn owner_for(folder: &Path) -> Option<FileOwner> {
    if !geteuid().is_root() {
        return None;
    }
    let found = fs::metadata(folder).or_else(|_| fs::metadata(folder.parent().unwrap_or(Path::new("."))));
    found.ok().map(|found| (Uid::from_raw(found.uid()), Gid::from_raw(found.gid())))
}

fn give(file: &File, owner: Option<FileOwner>) -> io::Result<()> {
    match owner {
        Some((user, group)) => Ok(fchown(file, Some(user), Some(group))?),
        None => Ok(()),
    }
}

/// For its owner only, whole or not at all.
fn write(path: &Path, text: &str, owner: Option<FileOwner>) -> Result<(), Failure> {
    let written = Unfinished::beside(path).and_then(|newer| {
        give(newer.file(), owner)?;
        newer.file().write_all(text.as_bytes())?;
        newer.replace_durably()
    });
    written.or_unwritable(path)
}

fn failed(error: &MakingError, folder: &Path) -> Failure {
    Failure::new(format!("{}: {error}", folder.display()))
}
