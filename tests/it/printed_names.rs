//! What is printed comes from elsewhere too: the name of a file can't steer the terminal, whichever command prints it.

use crate::server::{BINARY, text};
use std::fs;
use std::process::Command;

/// Clears the screen, turns the direction of what follows, and goes back to the beginning of the line.
const STEERS: &str = "a\u{1b}[2J\u{9b}31m\u{202e}\u{7}\rb";

#[test]
fn a_file_name_does_not_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let (site, missing) = (at(&format!("{STEERS}.toml")), at(&format!("{STEERS}/none")));
    fs::write(&site, "name = 3\n").unwrap();
    let (site, missing, data) = (text(&site), text(&missing), at("data"));
    let data = text(&data);
    for arguments in [
        &["check", site][..],
        &["check", missing],
        &["check", site, site],
        &["simulate", "--site", site],
        &["simulate", "--plan", missing],
        &["run", "--printer", site],
        &["backup", missing, "--data", data],
        &["restore", site, "--data", data],
        &["slip", "--language", "it", "--need", "health.ssn", "--site", site, "--out", "/dev/null"],
        &["export", "tally", "--out", missing, "--data", data],
        &["export", "locales", "--site", site, "--out", missing, "--data", data],
        &["import", "locales", site, "--data", data],
        &["staff", "list", "--data", site],
        &["doctor", "--data", missing],
        &[site],
    ] {
        let output = Command::new(BINARY).args(arguments).env("NO_COLOR", "1").output().expect("the program");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(!output.status.success() && !said.is_empty(), "{arguments:?}: {said:?}");
        let steers = |sign: char| sign.is_control() && sign != '\n' && sign != '\t' || sign == '\u{202e}';
        assert!(!said.contains(steers), "{arguments:?}: {said:?}");
    }
}
