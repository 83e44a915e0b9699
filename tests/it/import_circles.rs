//! No two files of the program need each other: a reader can begin anywhere and read downwards.
//!
//! How it counts: a file needs the file in which what it names is defined. A `mod` line is not a need, and neither is a
//! `pub use` that only hands on what a child defines: a name that is handed on is followed to its definition. What a file
//! takes from a module around it does not count either: a child is a part of its parent, and `use super::Day` in a file of
//! `day/` is how Rust divides a module. Between siblings, and between any two folders, everything counts.

use crate::rust_source::{PathKind, Source};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The files of the program and what they need of each other.
struct Files {
    sources: Vec<Source>,
    /// The file of each module, by the module's path.
    of_module: BTreeMap<Vec<String>, usize>,
    /// For each file: the names that its `use` lines bring in, with the path from the crate on that they stand for.
    names: Vec<BTreeMap<String, Vec<String>>>,
    /// For each file: the modules whose contents it takes in or hands on as a whole.
    globs: Vec<Vec<Vec<String>>>,
}

impl Files {
    fn of(sources: Vec<Source>) -> Files {
        // `main.rs` is a program of its own: nothing of the library can name it.
        let sources: Vec<Source> = sources.into_iter().filter(|source| source.path != "main.rs").collect();
        let of_module = sources.iter().enumerate().map(|(file, source)| (source.module(), file)).collect();
        let nothing = || sources.iter().map(|_| BTreeMap::new()).collect();
        let globs = sources.iter().map(|_| Vec::new()).collect();
        let mut files = Files { names: nothing(), sources, of_module, globs };
        for file in 0..files.sources.len() {
            let imports = files.sources[file].paths().into_iter().filter(|path| path.kind != PathKind::Code);
            for import in imports.collect::<Vec<_>>() {
                let Some(path) = files.path_in_crate(file, &import.names) else { continue };
                match path.split_last() {
                    Some((last, above)) if last == "*" => files.globs[file].push(above.to_vec()),
                    Some((last, _)) => _ = files.names[file].insert(last.clone(), path.clone()),
                    None => {}
                }
            }
        }
        files
    }

    /// A path as seen from the crate; `None` for one into another crate, and for a word that is not a path of ours.
    fn path_in_crate(&self, file: usize, names: &[String]) -> Option<Vec<String>> {
        let mut module = self.sources[file].module();
        let (first, rest) = names.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([&module, rest].concat()),
            "super" => {
                let climbs = names.iter().take_while(|name| *name == "super").count();
                module.truncate(module.len().checked_sub(climbs)?);
                Some([&module, &names[climbs..]].concat())
            }
            _ if self.of_module.contains_key(&[&module[..], std::slice::from_ref(first)].concat()) => {
                Some([&module, names].concat())
            }
            _ => self.names[file].get(first).map(|path| [path, rest].concat()),
        }
    }

    /// The file that defines what a path from the crate on names; `None` when it names a whole module.
    fn definition(&self, path: &[String]) -> Option<usize> {
        let mut module = Vec::new();
        for (at, name) in path.iter().enumerate() {
            module.push(name.clone());
            if self.of_module.contains_key(&module) {
                continue;
            }
            module.pop();
            let file = *self.of_module.get(&module)?;
            let rest = &path[at + 1..];
            if let Some(target) = self.names[file].get(name).filter(|target| target[..] != path[..=at]) {
                return self.definition(&[target, rest].concat());
            }
            let defines = |file: usize| self.sources[file].definitions().iter().any(|it| it.name == *name);
            let in_glob = |glob: &&Vec<String>| self.of_module.get(*glob).is_some_and(|file| defines(*file));
            return match self.globs[file].iter().find(in_glob).filter(|_| !defines(file)) {
                Some(glob) => self.definition(&[glob, &path[at..]].concat()),
                None => Some(file),
            };
        }
        None
    }

    /// For each file, the files that it needs, with the first name that it needs of each.
    fn needs(&self) -> Vec<BTreeMap<usize, String>> {
        let needs_of = |file: usize| {
            let mut needs = BTreeMap::new();
            for used in self.sources[file].paths().iter().filter(|path| path.kind != PathKind::ReExport) {
                let Some(mut path) = self.path_in_crate(file, &used.names) else { continue };
                // What a glob brings in is named without it, so the module itself counts.
                let is_glob = path.pop_if(|last| last == "*").is_some();
                let module = self.of_module.get(&path).filter(|_| is_glob).copied();
                let needed = module.or_else(|| self.definition(&path));
                if let Some(needed) = needed.filter(|needed| !self.is_around(*needed, file)) {
                    needs.entry(needed).or_insert_with(|| used.names.join("::"));
                }
            }
            needs
        };
        (0..self.sources.len()).map(needs_of).collect()
    }

    /// Whether a file is a module around another, or the other itself.
    fn is_around(&self, outer: usize, inner: usize) -> bool {
        self.sources[inner].module().starts_with(&self.sources[outer].module())
    }

    /// Each circle once, as the shortest one through its first file, as `a -(what it needs)-> b -(…)-> a`.
    fn circles(&self) -> Vec<(BTreeSet<&str>, String)> {
        let needs = self.needs();
        let reached: Vec<BTreeSet<usize>> = (0..needs.len()).map(|file| reached(&needs, file)).collect();
        let mut circles = Vec::new();
        let mut seen = BTreeSet::new();
        for file in 0..needs.len() {
            if reached[file].contains(&file) && seen.insert(file) {
                let all =
                    (0..needs.len()).filter(|other| reached[file].contains(other) && reached[*other].contains(&file));
                let all: Vec<usize> = all.collect();
                seen.extend(&all);
                let names = all.iter().map(|file| self.sources[*file].path.as_str()).collect();
                circles.push((names, self.shown(&needs, file)));
            }
        }
        circles
    }

    fn shown(&self, needs: &[BTreeMap<usize, String>], start: usize) -> String {
        let mut before: BTreeMap<usize, usize> = BTreeMap::new();
        let mut to_do = VecDeque::from([start]);
        while let Some(file) = to_do.pop_front().filter(|_| !before.contains_key(&start)) {
            for next in needs[file].keys() {
                before.entry(*next).or_insert_with(|| {
                    to_do.push_back(*next);
                    file
                });
            }
        }
        let (mut at, mut text) = (start, self.sources[start].path.clone());
        loop {
            let from = before[&at];
            text = format!("{} -({})-> {text}", self.sources[from].path, needs[from][&at]);
            at = from;
            if at == start {
                return text;
            }
        }
    }
}

fn reached(needs: &[BTreeMap<usize, String>], start: usize) -> BTreeSet<usize> {
    let (mut reached, mut to_do) = (BTreeSet::new(), vec![start]);
    while let Some(file) = to_do.pop() {
        to_do.extend(needs[file].keys().filter(|next| reached.insert(**next)));
    }
    reached
}

#[test]
fn no_file_of_the_program_is_in_a_circle_of_imports() {
    let files = Files::of(Source::all_below("src"));
    let circles = files.circles();
    let shown: Vec<String> = circles
        .iter()
        .map(|(names, shown)| format!("{} files: {names:?}\n    for instance {shown}", names.len()))
        .collect();
    assert!(shown.is_empty(), "move what both sides need to a file of its own:\n{}", shown.join("\n"));
}

/// A program as its files with their text, and those of them that should be found in a circle.
type Planted<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

#[test]
fn a_circle_is_found_whichever_way_it_is_written() {
    let lib = ("lib.rs", "mod a; mod b;");
    let planted: [Planted<'_>; 6] = [
        (
            &[lib, ("a.rs", "use crate::b::B; pub struct A;"), ("b.rs", "use crate::a::A; pub struct B;")],
            &["a.rs", "b.rs"],
        ),
        (
            &[lib, ("a.rs", "pub struct A(super::b::B);"), ("b.rs", "pub struct B; fn f() { crate::a::A; }")],
            &["a.rs", "b.rs"],
        ),
        (
            &[lib, ("a.rs", "use super::b; pub fn f() { b::f() }"), ("b.rs", "use super::a::*; pub fn f() { f() }")],
            &["a.rs", "b.rs"],
        ),
        (
            &[lib, ("a.rs", "fn f() { write!(x, \"{}\", crate::b::B) }"), ("b.rs", "use super::a::f;")],
            &["a.rs", "b.rs"],
        ),
        // A name that is handed on counts for the file that defines it, and for that one only.
        (
            &[
                ("lib.rs", "mod a;"),
                ("a/mod.rs", "mod b; mod c; pub use b::B;"),
                ("a/b.rs", "use super::c::C; pub struct B;"),
                ("a/c.rs", "use super::B; pub struct C;"),
            ],
            &["a/b.rs", "a/c.rs"],
        ),
        (
            &[
                lib,
                ("a/mod.rs", "mod c; pub struct A;"),
                ("a/c.rs", "use crate::b::B; use super::A; pub struct C(A);"),
                ("b.rs", "use crate::a::c::C; pub struct B;"),
            ],
            &["a/c.rs", "b.rs"],
        ),
    ];
    for (program, expected) in planted {
        let files = Files::of(program.iter().map(|(path, text)| Source::new(path, text)).collect());
        let circles = files.circles();
        let found: Vec<&str> = circles.iter().flat_map(|(names, _)| names).copied().collect();
        assert_eq!(found, expected, "{program:?}");
        assert!(circles[0].1.contains(")-> "), "{circles:?}");
    }
}

/// Parents that hand on what children define, children that use what siblings define, and other crates are not circles.
#[test]
fn what_only_goes_downwards_is_no_circle() {
    let fine: [&[(&str, &str)]; 4] = [
        &[
            ("lib.rs", "mod a; mod b; pub use a::A;"),
            ("a.rs", "pub struct A;"),
            ("b.rs", "use crate::A; use std::fmt;"),
        ],
        &[
            ("lib.rs", "pub mod a;"),
            ("a/mod.rs", "mod b; mod c; pub use c::{C, D}; pub struct A; impl A { fn f(&self) { self.g() } }"),
            ("a/b.rs", "use super::{A, C}; impl A { fn g(&self) {} }"),
            ("a/c.rs", "use serde::a::b; pub struct C; pub struct D;"),
        ],
        &[
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod b; pub struct A; fn f() { b::f() }"),
            ("a/b.rs", "use super::A; pub fn f() {}"),
        ],
        &[
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "// use crate::b::B;\npub const A: &str = \"crate::b::B\";"),
            ("b.rs", "use crate::a::A; pub struct B;"),
        ],
    ];
    for program in fine {
        let files = Files::of(program.iter().map(|(path, text)| Source::new(path, text)).collect());
        assert_eq!(files.circles(), [], "{program:?}");
    }
}
