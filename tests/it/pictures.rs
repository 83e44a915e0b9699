//! Pictures that the tests draw: all of them go to a folder below `target`, and the few that are committed are compared.
//!
//! Committed are the pictures in the table of `tests/pictures/README.md`: half the size and few colours, to keep the
//! repository small. The comparison tolerates what another processor or library version rounds otherwise, and sees what
//! a person would see. `tests/look --update` makes them anew; `tests/look REV` compares all pictures with another commit's.

use super::palette::Picture;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::{Path, PathBuf};

/// The colours of a committed picture.
const FEW: usize = 16;
/// Half-size pixels that are compared together, in each direction.
const CELL: u32 = 16;
/// A channel that differs by more is seen.
const SEEN: u8 = 56;
/// So many pixels of a cell may differ visibly: less than a letter has.
const FEW_PIXELS: usize = 16;
/// The mean difference of a cell's channels that is not seen as another shade.
const SAME_SHADE: u32 = 6;

/// Writes a picture below `target`; one that is committed is compared. `rgba` has four bytes a pixel; alpha is ignored.
#[track_caller]
pub fn keep(name: &str, width: u32, height: u32, rgba: &[u8]) {
    write_quickly(name, width, height, png::ColorType::Rgba, rgba);
    if is_committed(name) && !is_drawn_for_comparison() {
        compare_with_committed(name, &Picture::from_rgba(width, height, rgba).half(), FEW);
    }
}

/// The same for a picture that is committed in its own size, with so many colours.
#[track_caller]
pub fn keep_whole(name: &str, picture: &Picture, colours: usize) {
    write_quickly(name, picture.width, picture.height, png::ColorType::Rgb, picture.pixels.as_flattened());
    if is_committed(name) && !is_drawn_for_comparison() {
        compare_with_committed(name, picture, colours);
    }
}

#[track_caller]
fn compare_with_committed(name: &str, new: &Picture, colours: usize) {
    let file = committed().join(format!("{name}.png"));
    if std::env::var_os("UPDATE_PICTURES").is_some_and(|value| value == "1") {
        return write(&file, &new.in_palette(&new.palette(colours)));
    }
    let old = read(&file).unwrap_or_else(|| panic!("{name} is not there yet: tests/look --update makes it"));
    if let Err(cells) = compare(&old, new) {
        let (beside, places) = (side_by_side(&old, new, &cells), cells.len());
        let name = format!("{name}.differs");
        write_quickly(&name, beside.width, beside.height, png::ColorType::Rgb, beside.pixels.as_flattened());
        let folder = drawn();
        panic!(
            "a committed picture differs in {places} places: see {name}.png in {folder:?}; if meant, tests/look --update"
        );
    }
}

/// The cells in which two pictures differ visibly; all of them where their sizes differ.
fn compare(old: &Picture, new: &Picture) -> Result<(), Vec<(u32, u32)>> {
    let cells = |picture: &Picture| {
        let across = picture.width.div_ceil(CELL);
        (0..picture.height.div_ceil(CELL)).flat_map(move |row| (0..across).map(move |column| (column, row)))
    };
    if (old.width, old.height) != (new.width, new.height) {
        return Err(cells(old).collect());
    }
    // In the same few colours, what is equal stays equal.
    let new = new.in_palette(&old.colours());
    let differing: Vec<_> = cells(old).filter(|cell| differs(old, &new, *cell)).collect();
    if differing.is_empty() { Ok(()) } else { Err(differing) }
}

fn differs(old: &Picture, new: &Picture, (column, row): (u32, u32)) -> bool {
    let (mut pixels, mut seen, mut sum) = (0, 0, 0);
    for y in row * CELL..((row + 1) * CELL).min(old.height) {
        for x in column * CELL..((column + 1) * CELL).min(old.width) {
            let (old, new) = (old.at(x, y), new.at(x, y));
            let by = [0, 1, 2].map(|channel| old[channel].abs_diff(new[channel]));
            pixels += 1;
            seen += usize::from(by.iter().any(|by| *by > SEEN));
            sum += by.iter().map(|by| u32::from(*by)).sum::<u32>();
        }
    }
    seen > FEW_PIXELS || sum > SAME_SHADE * 3 * pixels
}

/// The old picture, the new one, and the new one with what differs in red.
fn side_by_side(old: &Picture, new: &Picture, cells: &[(u32, u32)]) -> Picture {
    let (width, height) = (old.width.max(new.width), old.height.max(new.height));
    let mut marked = new.clone();
    for y in 0..new.height {
        for x in 0..new.width {
            let pixel = new.at(x, y);
            let is_marked = cells.contains(&(x / CELL, y / CELL));
            let mixed = if is_marked {
                [(u16::from(pixel[0]) + 255) / 2, u16::from(pixel[1]) / 2, u16::from(pixel[2]) / 2]
            } else {
                pixel.map(|channel| (u16::from(channel) + 255) / 2)
            };
            marked.set(x, y, mixed.map(|channel| channel as u8));
        }
    }
    let mut beside = Picture::filled(3 * width + 32, height, [128; 3]);
    for (position, picture) in (0..).zip([old, new, &marked]) {
        beside.paste(picture, position * (width + 16), 0);
    }
    beside
}

/// A row of the table of committed pictures.
struct Row {
    file: String,
    why: String,
}

fn is_committed(name: &str) -> bool {
    table().iter().any(|row| row.file == format!("{name}.png"))
}

/// Whether `tests/look REV` draws: it compares all pictures itself, and a test that stops at one would not draw the rest.
fn is_drawn_for_comparison() -> bool {
    std::env::var_os("SPORTELLO_PICTURES").is_some()
}

fn table() -> Vec<Row> {
    let text = fs::read_to_string(committed().join("README.md")).expect("the table of committed pictures");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    rows.map(|(file, why)| Row { file: file.to_owned(), why: why.trim_end_matches([' ', '|']).to_owned() }).collect()
}

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

/// Where all pictures go: `tests/look` names another folder for another commit.
fn drawn() -> PathBuf {
    std::env::var_os("SPORTELLO_PICTURES")
        .map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures"), PathBuf::from)
}

/// Writes a picture as it is to the folder of all pictures.
fn write_quickly(name: &str, width: u32, height: u32, colour: png::ColorType, bytes: &[u8]) {
    let mut encoder = png::Encoder::new(create(&drawn().join(format!("{name}.png"))), width, height);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header().expect("a header").write_image_data(bytes).expect("a picture on disk");
}

/// Writes a picture small: with as few bits a pixel as its colours need, at most 256.
fn write(path: &Path, picture: &Picture) {
    let mut encoder = png::Encoder::new(create(path), picture.width, picture.height);
    let palette = picture.colours();
    let (depth, bits) = match palette.len() {
        0..=2 => (png::BitDepth::One, 1),
        3..=4 => (png::BitDepth::Two, 2),
        5..=16 => (png::BitDepth::Four, 4),
        _ => (png::BitDepth::Eight, 8),
    };
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(depth);
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_palette(palette.as_flattened().to_vec());
    let index: HashMap<[u8; 3], u8> = palette.into_iter().zip(0..=255).collect();
    let mut bytes = Vec::new();
    for row in picture.pixels.chunks(picture.width as usize) {
        for pixels in row.chunks(8 / bits) {
            let byte = pixels.iter().fold(0_u32, |byte, pixel| byte << bits | u32::from(index[pixel]));
            bytes.push((byte << (8 - bits * pixels.len())) as u8);
        }
    }
    encoder.write_header().expect("a header").write_image_data(&bytes).expect("a picture on disk");
}

fn create(path: &Path) -> BufWriter<File> {
    fs::create_dir_all(path.parent().expect("a picture has a folder")).expect("a folder for pictures");
    BufWriter::new(File::create(path).expect("a file for a picture"))
}

fn read(path: &Path) -> Option<Picture> {
    let mut decoder = png::Decoder::new(BufReader::new(File::open(path).ok()?));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a committed picture can be read");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a picture of a sane size")];
    let info = reader.next_frame(&mut bytes).expect("a committed picture is whole");
    bytes.truncate(info.buffer_size());
    let pixels = bytes.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    Some(Picture { width: info.width, height: info.height, pixels })
}

#[test]
fn every_committed_picture_has_a_reason_and_every_reason_a_picture() {
    let rows = table();
    assert!(rows.len() <= 30, "{} pictures are committed: at most 30", rows.len());
    assert!(rows.iter().all(|row| row.why.split_whitespace().count() >= 4), "each says why it is committed");
    let mut listed: Vec<String> = rows.into_iter().map(|row| row.file).collect();
    listed.sort_unstable();
    let mut files = Vec::new();
    collect(&committed(), "", &mut files);
    files.sort_unstable();
    assert_eq!(files, listed, "files in tests/pictures, and rows of its README.md");
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder of pictures").flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else if name != "README.md" {
            files.push(name);
        }
    }
}

#[test]
fn the_comparison_tolerates_rounding_and_sees_what_a_person_sees() {
    let file = committed().join("glass/needs-it-1080x1920.png");
    let old = read(&file).expect("a committed picture");
    assert_eq!(compare(&old, &old), Ok(()));
    let changed = |change: &dyn Fn(u32, u32, [u8; 3]) -> [u8; 3]| {
        let mut new = old.clone();
        for y in 0..old.height {
            for x in 0..old.width {
                new.set(x, y, change(x, y, old.at(x, y)));
            }
        }
        compare(&old, &new)
    };
    let noise = |x: u32, y: u32| ((x * 7 + y * 13) % 9) as i16 - 4;
    let rounded = changed(&|x, y, pixel| pixel.map(|channel| (i16::from(channel) + noise(x, y)).clamp(0, 255) as u8));
    assert_eq!(rounded, Ok(()), "each pixel a little lighter or darker");
    let paper = old.palette(1)[0];
    let tinted = changed(&|_, _, pixel| if pixel == paper { [pixel[0] - 30, pixel[1], pixel[2] - 30] } else { pixel });
    assert!(tinted.is_err(), "another shade of the paper is seen");
    let moved = changed(&|x, y, pixel| if (200..260).contains(&y) && x > 2 { old.at(x - 2, y) } else { pixel });
    assert!(moved.is_err(), "a row of buttons that moved by a hair is seen");
    let is_tile = |x: u32, y: u32| (32..270).contains(&x) && (180..260).contains(&y);
    let blank = changed(&|x, y, pixel| if is_tile(x, y) { paper } else { pixel });
    let cells = blank.expect_err("a tile that is missing is seen");
    assert!(cells.iter().all(|(column, row)| (2..=16).contains(column) && (11..=16).contains(row)), "where it was");
}
