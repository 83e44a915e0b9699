//! One set of fonts for glass and paper, whatever else the machine has.
//!
//! fontconfig reads the file that `FONTCONFIG_FILE` names once, when the process starts. So the program writes that
//! file into the data folder and executes itself again with the variable set.

use super::failure::{Context, Failure};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

const VARIABLE: &str = "FONTCONFIG_FILE";
const FONTS: &str = include_str!("../../ui/fonts.conf");

/// Returns when this process has the program's fonts; else executes it again with them.
pub(super) fn use_own(data: &Path) -> Result<(), Failure> {
    if std::env::var_os(VARIABLE).is_some() {
        return Ok(());
    }
    let file = data.join("fonts.conf");
    let is_current = std::fs::read_to_string(&file).is_ok_and(|text| text == FONTS);
    if !is_current && let Err(error) = std::fs::write(&file, FONTS) {
        let file = file.display();
        tracing::warn!(%error, %file, "the font configuration can't be written, so the machine's own is used: make room on the disk");
        return Ok(());
    }
    let what = "the program can't be executed again with its fonts";
    let remedy = format!("set {VARIABLE}={} and start it again", file.display());
    let file = std::path::absolute(&file).or_fail(what, &remedy)?;
    let program = std::env::current_exe().or_fail(what, &remedy)?;
    // Only returns when it fails.
    let error = Command::new(program).args(std::env::args_os().skip(1)).env(VARIABLE, file).exec();
    Err(error).or_fail(what, &remedy)
}
