//! One set of fonts for glass and paper, whatever else the machine has.
//!
//! fontconfig reads the file that `FONTCONFIG_FILE` names when it is used first.

use super::process::kernel;
use std::path::Path;

const VARIABLE: &str = "FONTCONFIG_FILE";
const FONTS: &str = include_str!("../../ui/fonts.conf");

/// Gives this process the program's fonts, before fonts are used and threads are started. The file that names them is written
/// into the data folder.
pub(super) fn use_own(data: &Path) {
    if std::env::var_os(VARIABLE).is_some() {
        return;
    }
    let file = data.join("fonts.conf");
    let is_current = std::fs::read_to_string(&file).is_ok_and(|text| text == FONTS);
    let written = if is_current { Ok(()) } else { std::fs::write(&file, FONTS) };
    match written.and_then(|()| std::path::absolute(&file)) {
        Ok(file) => kernel::set_variable(VARIABLE, file.as_os_str()),
        Err(error) => {
            let file = file.display();
            tracing::warn!(%error, %file, "the font configuration can't be written, so the machine's own is used: make room on the disk");
        }
    }
}
