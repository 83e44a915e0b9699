//! Finds the pinned Python programs that `provisioning/test` installs beside the build results.

use crate::server::BINARY;
use std::path::{Path, PathBuf};

/// A program of `provisioning/tools.txt`.
pub fn python_tool(name: &str) -> PathBuf {
    // The binary is in `debug` or `release` below the target folder.
    let target = Path::new(BINARY).ancestors().nth(2).expect("a target folder");
    let tool = target.join("tools/python/bin").join(name);
    assert!(tool.exists(), "{} is missing: provisioning/test installs it", tool.display());
    tool
}
