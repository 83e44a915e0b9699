//! `--data`: the data folder that a command works on.

use super::failure::Failure;
use clap::Args;
use std::path::PathBuf;

/// The data folder.
#[derive(Debug, Clone, Args)]
pub(super) struct DataOption {
    /// The data folder. Default: $STATE_DIRECTORY, else the folder `sportello` among your state files.
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
}

impl DataOption {
    /// The data folder: as given, else where the service manager or the desktop keeps state.
    pub fn folder(&self) -> Result<PathBuf, Failure> {
        let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = || variable("HOME").map(|home| home.join(".local/state"));
        let given = self.data.clone().or_else(|| variable("STATE_DIRECTORY"));
        let found = given.or_else(|| Some(variable("XDG_STATE_HOME").or_else(home)?.join("sportello")));
        found.ok_or_else(|| Failure::new("there is no home folder for the data: name one with --data"))
    }
}
