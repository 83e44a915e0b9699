//! Code, comments and scripts speak as the field does: no persons where a thing is meant, no value that is a nobody.
//!
//! Texts for visitors and the site's content are not meant.

use crate::rust_source::below;
use std::fs;
use std::path::Path;

/// What does not stand in code, comments or scripts, in whatever letters, alone or within a name. Say "no desk", "a
/// visitor", "anyone who" or, best, what is really meant.
const NOT_PLAIN: [&str; 6] = ["nobody", "somebody", "whoever", "anybody", "everybody", "told"];

/// Codes of the API, which clients know: they stay.
const CONTRACT: [&str; 1] = ["desk-has-nobody"];

/// Where is looked: the program, what is shown, and the scripts.
const PLACES: [&str; 8] =
    ["src", "ui/build.rs", "ui/kiosk", "ui/web", "provisioning", ".ci", "Cargo.toml", ".clippy.toml"];

/// Kinds of files with prose of ours; scripts have no ending.
const ENDINGS: [&str; 8] = ["rs", "slint", "js", "css", "html", "sh", "toml", ""];

/// The lines in which one of the words stands.
fn found_in(text: &str) -> Vec<usize> {
    let without = |line: &str| CONTRACT.iter().fold(line.to_lowercase(), |line, code| line.replace(code, ""));
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, without(line)));
    lines.filter(|(_, line)| NOT_PLAIN.iter().any(|word| line.contains(word))).map(|(at, _)| at).collect()
}

#[test]
fn code_and_comments_are_in_plain_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for place in PLACES.map(|place| root.join(place)) {
        if place.is_dir() { below(&place, &mut paths) } else { paths.push(place) }
    }
    let (mut found, mut files) = (Vec::new(), 0);
    for path in paths {
        let name = path.strip_prefix(root).expect("it is in the repository").to_string_lossy().into_owned();
        // The built-in demo site is content for visitors.
        let is_content = name.starts_with("src/catalogue/demo") && name.ends_with(".toml");
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !is_content && ENDINGS.contains(&ending.as_str()) {
            let text = fs::read_to_string(&path).expect("a source can be read");
            found.extend(found_in(&text).into_iter().map(|line| format!("{name}:{line}")));
            files += 1;
        }
    }
    assert!(files > 250, "only {files} files were read");
    assert!(found.is_empty(), "say it plainly, without {NOT_PLAIN:?}:\n{}", found.join("\n"));
}

#[test]
fn a_word_that_is_not_plain_is_found_in_comments_and_names() {
    assert_eq!(found_in("Refusal::DeskHasNoTicket(_) => \"desk-has-nobody\","), [0; 0]);
    for text in ["// Nobody waits.", "const NOBODYS: u8 = 0;", "fn f(whoever_comes: u8) {}", "# Somebody else's eyes"] {
        assert_eq!(found_in(&format!("fine\n{text}\n")), [2], "{text}");
    }
    assert_eq!(found_in("No desk calls. Any visitor may come; no body of text is a person."), [0; 0]);
}
