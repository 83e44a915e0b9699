//! What the tests of the paper share: the other programs that read a slip, canvases from their pictures, and folders.

use sportello::print::Canvas;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// A new folder of this test's own below `target/`.
pub fn folder(test: &str) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/paper/{test}-{}-{count}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder below target/");
    folder
}

/// Runs another program; one that is missing fails the test with the remedy.
pub fn run(program: &str, arguments: &[&str]) -> Output {
    // Not every machine has a UTF-8 locale set.
    let started = Command::new(program).args(arguments).env("LC_ALL", "C.UTF-8").stdin(Stdio::null()).output();
    started.unwrap_or_else(|problem| panic!("{program} can't be started ({problem}): run provisioning/test"))
}

/// What another program printed; it must have ended well.
pub fn text_of(program: &str, arguments: &[&str]) -> String {
    let output = run(program, arguments);
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program} {arguments:?} failed: {complaint}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A one-bit PNG as a canvas.
pub fn read_png(bytes: &[u8]) -> Canvas {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut rows = vec![0; reader.output_buffer_size().expect("a picture of sane size")];
    let info = reader.next_frame(&mut rows).expect("a whole PNG");
    assert_eq!((info.color_type, info.bit_depth), (png::ColorType::Grayscale, png::BitDepth::One));
    let mut canvas = Canvas::new(info.width);
    canvas.grow_to(info.height);
    for y in 0..info.height {
        for x in 0..info.width {
            let is_white = rows[y as usize * info.line_size + x as usize / 8] & (0x80 >> (x % 8)) != 0;
            if !is_white {
                canvas.set(x as i32, y as i32, embedded_graphics::pixelcolor::BinaryColor::On);
            }
        }
    }
    canvas
}

/// Rows `from` to `to` of a canvas twice as large with white around, as reading programs like it.
pub fn enlarged(canvas: &Canvas, from: u32, to: u32) -> Canvas {
    let mut large = Canvas::new(canvas.width() * 2 + 80);
    large.grow_to((to - from) * 2 + 80);
    for (y, row) in (from..to).flat_map(|y| [y, y]).zip(40..) {
        for x in (0..canvas.width()).filter(|x| canvas.is_black(*x, y)) {
            for step in 0..2 {
                large.set((x * 2 + 40 + step) as i32, row, embedded_graphics::pixelcolor::BinaryColor::On);
            }
        }
    }
    large
}

/// The stretches of rows that have dots, from top to bottom: first row, and the row after the last.
pub fn stretches(canvas: &Canvas) -> Vec<(u32, u32)> {
    let has_ink = |y: &u32| canvas.row(*y).is_some_and(|row| row.iter().any(|byte| *byte != 0));
    let mut found: Vec<(u32, u32)> = Vec::new();
    for y in (0..canvas.height()).filter(has_ink) {
        match found.last_mut() {
            Some((_, end)) if *end == y => *end = y + 1,
            _ => found.push((y, y + 1)),
        }
    }
    found
}

/// How many characters must be changed to make one text of the other, by the length of the expected one. Spaces don't
/// count.
pub fn error_rate(expected: &str, read: &str) -> f64 {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>();
    let (expected, read) = (letters(expected), letters(read));
    let mut row: Vec<usize> = (0..=read.len()).collect();
    for (i, a) in expected.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, b) in read.iter().enumerate() {
            let cost = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[read.len()] as f64 / expected.len().max(1) as f64
}
