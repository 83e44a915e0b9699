//! Every reader of foreign bytes for a moment: the seeds of the fuzzers, and what a small seeded mutator makes of them. The same in every run;
//! `fuzz/` goes on for as long as one likes.

use crate::disk_ruin::Chance;
use crate::drives;
use std::fs;
use std::path::Path;

/// What turns up in attacks and in mishaps.
const PIECES: [&[u8]; 24] = [
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"'",
    b"\"",
    b"\\",
    b"{",
    b"]",
    b"[[[[[[[[[[[[[[[[",
    b"%00",
    b"%ff",
    b"&",
    b"=",
    b",",
    b"\r\n",
    b"-1",
    b"18446744073709551616",
    b"1e999",
    b"\\ud800",
    b"{}{}{}",
    "\u{202e}\u{200b}".as_bytes(),
    "\u{0}\u{1b}[2J".as_bytes(),
    b"null",
    b"../../etc/passwd",
];

/// Seeds of a fuzzer, each with its name.
fn seeds(of: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(of);
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap_or_else(|_| panic!("{folder:?}")).flatten().collect();
    // What a fuzzer has found on this machine has a name of forty digits.
    files.retain(|file| file.file_name().len() != 40);
    files.sort_by_key(fs::DirEntry::file_name);
    let seeds: Vec<Vec<u8>> = files.iter().map(|file| fs::read(file.path()).expect("a seed")).collect();
    assert!(!seeds.is_empty(), "{of} has no seeds");
    seeds
}

/// A seed with a few changes.
fn mutated(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seeds[chance.below(seeds.len())].clone();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len() + 1);
        let to = (at + chance.below(12)).min(bytes.len());
        match chance.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 if at < bytes.len() => bytes[at] = chance.below(256) as u8,
            2 => drop(bytes.drain(at..to)),
            3 => bytes.truncate(at),
            4 => {
                let again = bytes[at..to].repeat(1 + chance.below(3));
                bytes.splice(at..at, again);
            }
            5 => {
                let other = &seeds[chance.below(seeds.len())];
                let from = chance.below(other.len() + 1);
                bytes.splice(at..to, other[from..(from + 40).min(other.len())].iter().copied());
            }
            _ => drop(bytes.splice(at..to, PIECES[chance.below(PIECES.len())].iter().copied())),
        }
    }
    bytes
}

/// Drives a reader by its seeds and by so many mutations; what it panics at is in the message.
fn drive(of: &str, reader: fn(&[u8]), most: usize) {
    let seeds = seeds(of);
    let mut chance = Chance(of.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into())));
    let mutations: Vec<Vec<u8>> = (0..most).map(|_| mutated(&seeds, &mut chance)).collect();
    for bytes in seeds.iter().chain(&mutations) {
        let shown = format!("{of}: {:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(4000)]));
        std::panic::catch_unwind(|| reader(bytes)).unwrap_or_else(|_| panic!("{shown}"));
    }
}

/// The same with each of the choices that the first byte makes.
fn drive_choices(of: &str, reader: fn(&[u8]), choices: u8, most: usize) {
    for choice in 0..choices {
        for seed in seeds(of) {
            reader(&[&[choice], &seed[1.min(seed.len())..]].concat());
        }
    }
    drive(of, reader, most);
}

#[test]
fn site_files() {
    drive("site_file", drives::site_file, 1_500);
    drive("site_words", drives::site_words, 1_500);
}

#[test]
fn certificates() {
    drive("certificate", drives::certificate, 400);
}

#[test]
fn messages() {
    drive("message_file", drives::message_file, 60);
}

#[test]
fn tables_of_translators() {
    drive("translators_table", drives::translators_table, 40);
}

#[test]
fn replies_of_printers() {
    drive("printer_reply", drives::printer_reply, 3_000);
}

#[test]
fn rows_of_the_journal() {
    drive("journal_row", drives::journal_row, 50);
}

#[test]
fn the_witness() {
    drive("witness_file", drives::witness_file, 30);
}

#[test]
fn the_record_of_the_clock() {
    drive("clock_record", drives::clock_record, 30);
}

#[test]
fn bodies_of_calls() {
    drive_choices("json_body", drives::json_body, 40, 600);
}

#[test]
fn forms() {
    drive_choices("form", drives::form, 40, 600);
}

#[test]
fn queries_and_addresses() {
    drive_choices("query", drives::query, 40, 400);
    drive_choices("target", drives::target, 9, 400);
}

#[test]
fn headers() {
    drive_choices("header", drives::header, 17, 600);
}
