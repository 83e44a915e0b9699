//! One set of fonts for glass and paper, whatever else the machine has.
//!
//! fontconfig reads where its fonts are from a file named in the environment, when the process starts. So the process puts
//! that file into the data folder and becomes itself once more, with the variable set.

use super::Failure;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

const VARIABLE: &str = "FONTCONFIG_FILE";
const FONTS: &str = include_str!("../../ui/fonts.conf");

/// Returns when this process has our fonts; else starts it over with them.
pub(super) fn use_ours(data: &Path) -> Result<(), Failure> {
    if std::env::var_os(VARIABLE).is_some() {
        return Ok(());
    }
    let file = data.join("fonts.conf");
    let is_there = std::fs::read_to_string(&file).is_ok_and(|text| text == FONTS);
    if !is_there && let Err(error) = std::fs::write(&file, FONTS) {
        tracing::warn!(%error, "no room for fonts.conf in the data folder: the machine's own fonts are used");
        return Ok(());
    }
    let file = std::path::absolute(&file)?;
    let itself = std::env::current_exe()?;
    // Only returns when it fails.
    let error = Command::new(itself).args(std::env::args_os().skip(1)).env(VARIABLE, file).exec();
    Err(Failure(format!("can't start over with our own fonts: {error}")))
}
