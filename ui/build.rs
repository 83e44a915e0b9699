//! Generates code into `OUT_DIR`: design tokens for Slint and for the style sheets, the messages of `locales/`, and the
//! Rust code of the Slint user interface.
//!
//! Compiling Slint takes long, so nothing below `src` is an input here: editing a Rust file never runs this script again.

use std::collections::HashMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    write_tokens(&root.join("ui/tokens.toml"), &out)?;
    write_locales(&root.join("locales"), &out)?;
    let libraries = HashMap::from([("tokens".to_owned(), out)]);
    // Debug information is what the tests find elements by. It costs 9 kB of names in the program; leaving it out of release
    // builds would compile the user interface a second time, because the tests run as release builds too.
    let configuration = slint_build::CompilerConfiguration::new()
        .with_library_paths(libraries)
        .embed_resources(slint_build::EmbedResourcesKind::EmbedFiles)
        .with_debug_info(true);
    slint_build::compile_with_config("ui/kiosk/app.slint", configuration)?;
    Ok(())
}

/// `tokens.slint`, a global with a colour or a length for each token; `tokens.css`, the same as custom properties; and
/// `tokens.rs`, a constant for each colour.
fn write_tokens(file: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", file.display());
    let tokens: toml::Table = toml::from_str(&fs::read_to_string(file)?)?;
    let mut slint = String::from("export global Tokens {\n");
    let mut css = String::from(":root {\n");
    let mut rust = String::new();
    for (name, value) in table(&tokens, "colour")? {
        let colour = value.as_str().ok_or_else(|| format!("{name} is not a colour"))?;
        writeln!(slint, "    out property <color> {name}: {colour};")?;
        writeln!(css, "  --{name}: {colour};")?;
        let [red, green, blue] = channels(colour).ok_or_else(|| format!("{name}: {colour} is not #RRGGBB"))?;
        let constant = name.to_uppercase().replace('-', "_");
        writeln!(rust, "pub(super) const {constant}: Colour = Colour({red}, {green}, {blue});")?;
    }
    for (name, value) in table(&tokens, "size")? {
        let size = value.as_integer().ok_or_else(|| format!("{name} is not a whole number"))?;
        writeln!(slint, "    out property <length> {name}: {size}px;")?;
        writeln!(css, "  --{name}: {size}px;")?;
    }
    slint.push_str("}\n");
    css.push_str("}\n");
    fs::write(out.join("tokens.slint"), slint)?;
    fs::write(out.join("tokens.css"), css)?;
    fs::write(out.join("tokens.rs"), rust)?;
    Ok(())
}

/// Red, green and blue of `#RRGGBB`.
fn channels(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some([red, green, blue])
}

fn table<'a>(tokens: &'a toml::Table, name: &str) -> Result<&'a toml::Table, String> {
    tokens.get(name).and_then(toml::Value::as_table).ok_or_else(|| format!("ui/tokens.toml has no [{name}]"))
}

/// `locales.rs`: the manifest, and every message file as language tag, file stem and text.
fn write_locales(locales: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={}", locales.display());
    let manifest = locales.join("manifest.toml");
    let (mut files, mut made_from) = (Vec::new(), Vec::new());
    for folder in sorted(locales)?.into_iter().filter(|path| path.is_dir()) {
        println!("cargo:rerun-if-changed={}", folder.display());
        let record = folder.join("made-from.txt");
        if record.is_file() {
            made_from.push((name(&folder)?, record));
        }
        for file in sorted(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|it| it == "ftl")) {
            println!("cargo:rerun-if-changed={}", file.display());
            files.push((name(&folder)?, name(&file.with_extension(""))?, file));
        }
    }
    let mut code = format!("pub const MANIFEST: &str = include_str!({manifest:?});\n");
    code.push_str("pub const FILES: &[(&str, &str, &str)] = &[\n");
    for (tag, stem, file) in files {
        writeln!(code, "    ({tag:?}, {stem:?}, include_str!({file:?})),")?;
    }
    code.push_str("];\npub const MADE_FROM: &[(&str, &str)] = &[\n");
    for (tag, file) in made_from {
        writeln!(code, "    ({tag:?}, include_str!({file:?})),")?;
    }
    code.push_str("];\n");
    fs::write(out.join("locales.rs"), code)?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}

fn name(path: &Path) -> Result<String, String> {
    let name = path.file_name().and_then(|name| name.to_str());
    name.map(str::to_owned).ok_or_else(|| format!("{} has no plain name", path.display()))
}
