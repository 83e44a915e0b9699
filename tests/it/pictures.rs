//! Compares a picture with the one that is committed, exactly, after rounding each colour to 32 steps: that keeps the files
//! small, and another processor's last bit is no difference.
//!
//! `UPDATE_PICTURES=1` writes the committed ones anew. On a miss, `target/pictures/` gets the new picture and one that shows
//! in red where they differ.

use std::fs;
use std::path::{Path, PathBuf};

/// Holds a picture against `tests/pictures/{name}.png`. `rgba` has four bytes for each pixel; alpha is ignored.
#[track_caller]
pub fn check(name: &str, width: u32, height: u32, rgba: &[u8]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let committed = pictures_folder().join(format!("{name}.png"));
    let new: Vec<u8> =
        rgba.chunks_exact(4).flat_map(|pixel| [round(pixel[0]), round(pixel[1]), round(pixel[2])]).collect();
    assert_eq!(new.len(), width as usize * height as usize * 3, "{name}: as many pixels as its size says");
    if std::env::var_os("UPDATE_PICTURES").is_some_and(|value| value == "1") {
        write(&committed, width, height, &new);
        return;
    }
    let scratch = root.join("target/pictures");
    let old = match read(&committed) {
        Some((old_width, old_height, old)) if (old_width, old_height) == (width, height) => old,
        Some((old_width, old_height, _)) => {
            write(&scratch.join(format!("{name}.new.png")), width, height, &new);
            panic!("{name} is {width} x {height} now and was {old_width} x {old_height}; see target/pictures");
        }
        None => {
            write(&scratch.join(format!("{name}.new.png")), width, height, &new);
            panic!("{name} has no committed picture; look at target/pictures, then run with UPDATE_PICTURES=1");
        }
    };
    let differing = old.chunks_exact(3).zip(new.chunks_exact(3)).filter(|(old, new)| old != new).count();
    if differing > 0 {
        let red = old.chunks_exact(3).zip(new.chunks_exact(3)).flat_map(|(old, new)| {
            if old == new { [old[0] / 2 + 127, old[1] / 2 + 127, old[2] / 2 + 127] } else { [220, 0, 0] }
        });
        write(&scratch.join(format!("{name}.new.png")), width, height, &new);
        write(&scratch.join(format!("{name}.diff.png")), width, height, &red.collect::<Vec<u8>>());
        panic!("{name} differs in {differing} pixels; see target/pictures, and UPDATE_PICTURES=1 if it is meant");
    }
}

/// To the nearest of 32 steps, of which the first is black and the last is white.
fn round(colour: u8) -> u8 {
    let step = (u32::from(colour) * 31 + 127) / 255;
    u8::try_from(step * 255 / 31).unwrap_or(u8::MAX)
}

fn pictures_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

/// Writes with a palette where the picture has at most 256 colours, to keep the repository small.
fn write(path: &Path, width: u32, height: u32, rgb: &[u8]) {
    fs::create_dir_all(path.parent().expect("a picture has a folder")).expect("a folder for pictures");
    let file = fs::File::create(path).expect("a file for a picture");
    let mut encoder = png::Encoder::new(std::io::BufWriter::new(file), width, height);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    let (palette, indices) = palette(rgb);
    if let Some(indices) = indices {
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(palette);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(&indices).expect("a picture on disk");
    } else {
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(rgb).expect("a picture on disk");
    }
}

fn palette(rgb: &[u8]) -> (Vec<u8>, Option<Vec<u8>>) {
    let mut known = std::collections::HashMap::new();
    let mut palette = Vec::new();
    let mut indices = Vec::with_capacity(rgb.len() / 3);
    for pixel in rgb.chunks_exact(3) {
        let next = known.len();
        let index = *known.entry([pixel[0], pixel[1], pixel[2]]).or_insert_with(|| {
            palette.extend_from_slice(pixel);
            next
        });
        match u8::try_from(index) {
            Ok(index) => indices.push(index),
            Err(_) => return (palette, None),
        }
    }
    (palette, Some(indices))
}

fn read(path: &Path) -> Option<(u32, u32, Vec<u8>)> {
    let mut decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(path).ok()?));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().expect("a committed picture can be read");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a picture of a sane size")];
    let info = reader.next_frame(&mut pixels).expect("a committed picture is whole");
    pixels.truncate(info.buffer_size());
    Some((info.width, info.height, pixels))
}
