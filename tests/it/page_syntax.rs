//! The page scripts are written for browsers of 2018: judged by a parser that knows the language up to ES2017.

use crate::python_tools::python_tool;
use crate::server::root;
use std::fs;
use std::process::Command;

/// Functions that Chromium 68 or Safari 12 lack.
const LATER: [&str; 14] = [
    "AbortSignal.",
    ".replaceChildren(",
    ".replaceAll(",
    ".matchAll(",
    ".flat(",
    ".flatMap(",
    ".at(",
    ".fromEntries(",
    ".allSettled(",
    ".submitter",
    "structuredClone(",
    "queueMicrotask(",
    "globalThis",
    "BroadcastChannel",
];
const PARSE: &str = "import sys, esprima
for name in sys.argv[1:]:
    try:
        esprima.parseScript(open(name, encoding='utf-8').read())
    except esprima.Error as error:
        print(name, error)";

fn complaints(files: &[std::path::PathBuf]) -> String {
    let output = Command::new(python_tool("python")).args(["-c", PARSE]).args(files).output().expect("python");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn the_page_scripts_parse_in_browsers_of_2018() {
    let folder = root().join("ui/web/assets");
    let entries = fs::read_dir(folder).expect("the assets").map(|entry| entry.expect("an entry").path());
    let scripts: Vec<_> = entries.filter(|path| path.extension().is_some_and(|it| it == "js")).collect();
    assert!(scripts.len() > 4, "{scripts:?}");
    assert_eq!(complaints(&scripts), "");
    for script in &scripts {
        let text = fs::read_to_string(script).expect("a script");
        let later: Vec<_> = LATER.iter().filter(|name| text.contains(**name)).collect();
        assert!(later.is_empty(), "{} needs {later:?}", script.display());
    }
    // The parser does complain.
    let newer = tempfile::tempdir().expect("a folder");
    for (n, text) in ["a?.b", "a ?? b", "try { a } catch { b }", "a ||= b"].iter().enumerate() {
        let file = newer.path().join(format!("{n}.js"));
        fs::write(&file, text).expect("a file");
        assert_ne!(complaints(&[file]), "", "{text}");
    }
}
