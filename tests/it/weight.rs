//! The weight of the repository: what is binary in it stays small, and no commit adds much.
//!
//! Git keeps every version for ever, so each commit that changes pictures makes every clone larger. Deleting is free. The
//! total is measured on the files themselves and needs no git. What commits add needs git and their parents: where
//! either is missing (a source archive, a clone of depth 1) the test passes and says on standard error what it left out.
//! CI has a full clone.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The most bytes of all binary files of a checkout.
const MAX_IN_ALL: usize = 400_000;
/// The most bytes of binary files that one commit adds.
const MAX_ADDED: usize = 200_000;
/// So many commits are looked at, beginning with the newest.
const COMMITS: &str = "60";
/// Commits before the one with this file were made without the rule.
const SINCE: &str = "tests/it/weight.rs";

#[test]
fn all_binary_files_together_stay_small() {
    let mut files = Vec::new();
    for entry in fs::read_dir(root()).expect("the repository").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && name != "target" {
            binaries(&entry.path(), &mut files);
        }
    }
    let total: usize = files.iter().map(|(_, size)| size).sum();
    assert!(files.iter().any(|(path, _)| path.ends_with("tests/pictures/readme.png")), "binary files are recognised");
    assert!(total <= MAX_IN_ALL, "{total} bytes of binary files, at most {MAX_IN_ALL}: {files:#?}");
}

fn binaries(path: &Path, files: &mut Vec<(PathBuf, usize)>) {
    if path.is_dir() {
        fs::read_dir(path).expect("a folder").flatten().for_each(|entry| binaries(&entry.path(), files));
    } else if let Ok(bytes) = fs::read(path)
        && is_binary(&bytes)
    {
        files.push((path.to_owned(), bytes.len()));
    }
}

/// As git itself guesses: text has no zero near its beginning.
fn is_binary(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(8_000)].contains(&0)
}

#[test]
fn no_commit_adds_much_that_is_binary() {
    let Some(commits) = git(&root(), &["rev-list", "--parents", "--max-count", COMMITS, "HEAD"]) else {
        return warn("git or the history is missing");
    };
    let commits = String::from_utf8(commits).expect("names of commits");
    let mut checked = 0;
    for line in commits.lines() {
        let mut names = line.split(' ');
        let commit = names.next().expect("a commit");
        if git(&root(), &["cat-file", "-e", &format!("{commit}:{SINCE}")]).is_none() {
            break;
        }
        let parents: Vec<&str> = names.collect();
        match added(&root(), commit, &parents) {
            Some(added) => assert_fits(commit, &added),
            None => warn(&format!("the parent of {commit} is missing")),
        }
        checked += 1;
    }
    let about_to_be_committed = git(&root(), &["write-tree"]).and_then(|tree| {
        let tree = String::from_utf8(tree).ok()?;
        added(&root(), tree.trim(), &["HEAD"])
    });
    assert_fits("what is staged", &about_to_be_committed.unwrap_or_default());
    if checked == 0 {
        warn("no commit has the rule yet");
    }
}

#[track_caller]
fn assert_fits(commit: &str, added: &[(String, usize)]) {
    let sum: usize = added.iter().map(|(_, size)| size).sum();
    assert!(sum <= MAX_ADDED, "{commit} adds {sum} bytes of binary files, at most {MAX_ADDED}: {added:#?}");
}

/// The binary files that a commit has and none of its parents; moved ones are in a parent already. `None` where a parent
/// is missing, as in a clone of depth 1.
fn added(repository: &Path, commit: &str, parents: &[&str]) -> Option<Vec<(String, usize)>> {
    if parents.is_empty() && is_cut_off(repository, commit) {
        return None;
    }
    let mut known = HashSet::new();
    for parent in parents {
        known.extend(blobs(repository, parent)?.into_iter().map(|(blob, _)| blob));
    }
    let new = blobs(repository, commit)?.into_iter().filter(|(blob, _)| !known.contains(blob));
    let sized = new.filter_map(|(blob, path)| Some((path, git(repository, &["cat-file", "blob", &blob])?)));
    Some(sized.filter(|(_, bytes)| is_binary(bytes)).map(|(path, bytes)| (path, bytes.len())).collect())
}

/// Whether a commit has a parent that this clone does not have.
fn is_cut_off(repository: &Path, commit: &str) -> bool {
    git(repository, &["cat-file", "commit", commit])
        .is_some_and(|text| text.windows(8).any(|line| line == b"\nparent "))
}

/// Each file of a commit: the name of its content, and its path.
fn blobs(repository: &Path, commit: &str) -> Option<Vec<(String, String)>> {
    let listed = String::from_utf8(git(repository, &["ls-tree", "-r", "-z", commit])?).ok()?;
    let blob = |line: &str| {
        let (about, path) = line.split_once('\t')?;
        Some((about.split(' ').nth(2)?.to_owned(), path.to_owned()))
    };
    Some(listed.split('\0').filter_map(blob).collect())
}

/// What git prints; `None` where it is missing or refuses.
fn git(repository: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let output = Command::new("git").arg("-C").arg(repository).args(arguments).output().ok()?;
    output.status.success().then_some(output.stdout)
}

/// Goes to standard error itself: what a passing test prints is not shown.
fn warn(why: &str) {
    let _ = writeln!(std::io::stderr(), "\nweight.rs: NOT CHECKED what commits add in binary files: {why}\n");
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn a_heavy_commit_is_noticed_and_a_deletion_or_a_text_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let repository = folder.path();
    let commit = |what: &str| {
        let author = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
        git(repository, &["add", "--all"]).expect("git adds");
        git(repository, &[&author[..], &["commit", "--quiet", "--message", what]].concat()).expect("git commits");
        String::from_utf8(git(repository, &["rev-parse", "HEAD"]).expect("a commit")).expect("a name").trim().to_owned()
    };
    let sum = |commit: &str, parents: &[&str]| {
        added(repository, commit, parents).map(|files| files.iter().map(|(_, size)| size).sum::<usize>())
    };
    git(repository, &["init", "--quiet"]).expect("git is installed");
    fs::write(repository.join("a.png"), [0; 3_000]).expect("a file");
    fs::write(repository.join("a.txt"), [b'a'; 5_000]).expect("a file");
    let first = commit("first");
    assert_eq!(sum(&first, &[]), Some(3_000));
    fs::rename(repository.join("a.png"), repository.join("b.png")).expect("it is moved");
    fs::write(repository.join("c.png"), [0; 200_001]).expect("a file");
    let heavy = commit("heavy");
    assert_eq!(sum(&heavy, &[&first]), Some(200_001));
    let heavy_files = added(repository, &heavy, &[&first]).expect("both are there");
    assert!(std::panic::catch_unwind(|| assert_fits("heavy", &heavy_files)).is_err());
    fs::remove_file(repository.join("c.png")).expect("it is deleted");
    let lighter = commit("lighter");
    assert_eq!(sum(&lighter, &[&heavy]), Some(0));
    let shallow = folder.path().join("shallow");
    let from = format!("file://{}", repository.display());
    git(repository, &["clone", "--quiet", "--depth", "1", &from, &shallow.to_string_lossy()]).expect("a shallow clone");
    assert_eq!(added(&shallow, "HEAD", &[]), None, "what it adds can't be known");
}
