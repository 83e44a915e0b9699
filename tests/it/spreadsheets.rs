//! What spreadsheets do to a translator's table: other encodings, other separators, formulas, and errors for words.

use clap::Parser;
use sportello::app::{self, Arguments};
use sportello::domain::{LanguageTag, ServiceCode};
use sportello::sim::{Report, Visit};
use sportello::spreadsheet;
use std::fs;
use std::path::{Path, PathBuf};

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    /// A translator with the table of Somali.
    fn opens() -> Office {
        let office = Office { folder: tempfile::tempdir().unwrap() };
        office
            .runs(&["export", "locales", "--out", office.path("tables").to_str().unwrap(), "--language", "so"])
            .unwrap();
        office
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn runs(&self, arguments: &[&str]) -> Result<(), String> {
        let data = self.path("data");
        let of_data = ["--data", data.to_str().unwrap()];
        let arguments = ["sportello"].iter().chain(arguments).chain(&of_data);
        app::run(Arguments::try_parse_from(arguments).unwrap()).map_err(|failure| failure.to_string())
    }

    fn table(&self) -> String {
        fs::read_to_string(self.path("tables/so.csv")).unwrap()
    }

    /// Imports these bytes; what is refused.
    fn imports(&self, bytes: impl AsRef<[u8]>) -> Result<(), String> {
        let file = self.path("edited.csv");
        fs::write(&file, bytes).unwrap();
        self.runs(&["import", "locales", file.to_str().unwrap()])
    }

    fn so(&self) -> String {
        read(&self.path("data/site-words/so.toml"))
    }
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The table of one row of the site's own words.
fn row(translation: &str, separator: char) -> String {
    let cells = ["so", "site", "", "Salute", "Health", translation, "", "", "", ""];
    let header =
        "language,key,form,italian,english,translation,state,room,note,confirmed".replace(',', &separator.to_string());
    format!("{header}\r\n{}\r\n", cells.join(&separator.to_string()))
}

#[test]
fn what_a_spreadsheet_makes_of_a_text_is_refused_with_the_reason() {
    let office = Office::opens();
    for (cell, reason) in [
        ("#NAME?", "line 2: Salute: is an error of the spreadsheet"),
        ("#RIF!", "is an error of the spreadsheet"),
        ("#N/A", "is an error of the spreadsheet"),
        ("#DIV/0!", "is an error of the spreadsheet"),
        ("########", "is an error of the spreadsheet"),
        ("01/12/2026", "is a date that the spreadsheet made"),
        ("2026-12-01", "is a date that the spreadsheet made"),
        ("=1+1", "is a formula"),
        ("@SUM(1+9)*cmd", "is a formula"),
        ("+1+1", "is a formula"),
    ] {
        let refused = office.imports(row(cell, ',')).expect_err(cell);
        assert!(refused.contains(reason), "{cell}: {refused}");
    }
    let mangled = office.table().replacen("Dib u laabo", "#NOME?", 1);
    assert_ne!(mangled, office.table());
    assert!(office.imports(mangled).expect_err("a message").contains("kiosk-back: is an error of the spreadsheet"));
    assert_eq!(office.so(), "", "nothing was taken");
}

#[test]
fn no_cell_goes_out_that_a_spreadsheet_would_compute() {
    let office = Office::opens();
    office.imports(row("- Caafimaad", ',')).unwrap();
    assert!(office.so().contains("Salute = \"- Caafimaad\""), "{}", office.so());
    fs::remove_dir_all(office.path("tables")).unwrap();
    office.runs(&["export", "locales", "--out", office.path("tables").to_str().unwrap(), "--language", "so"]).unwrap();
    let table = office.table();
    assert!(table.contains(",'- Caafimaad,"), "the cell is a text for every spreadsheet");
    let of_site = |line: &&str| line.contains(",site,") || line.contains("confirmed");
    office.imports(table.lines().filter(of_site).collect::<Vec<_>>().join("\n")).unwrap();
    assert!(office.so().contains("Salute = \"- Caafimaad\""), "it comes back as it was: {}", office.so());
}

#[test]
fn every_cell_that_begins_like_a_formula_goes_out_as_a_text_and_comes_back_as_it_was() {
    for text in ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "'=1+1", "''=1"] {
        let cell = spreadsheet::escaped(text);
        assert!(cell.starts_with('\''), "{text:?} goes out as {cell:?}");
        assert_eq!(spreadsheet::without_escape(&cell), text);
    }
    for text in ["", "Casa", "'nduja", "a=1", "1+1", "''"] {
        assert_eq!((spreadsheet::escaped(text).as_ref(), spreadsheet::without_escape(text)), (text, text));
    }
    let office = Office::opens();
    office.imports(row("'=1+1", ',')).unwrap_err();
    office.imports(row("''- Caafimaad", ',')).unwrap();
    assert!(office.so().contains("Salute = \"'- Caafimaad\""), "one mark goes, the other stays: {}", office.so());
}

#[test]
fn figures_of_a_simulated_day_name_services_as_text() {
    let visit = |service: &str| Visit {
        service: ServiceCode::parse(service).unwrap(),
        language: LanguageTag::parse("-it").unwrap(),
        class: "usual",
        waited: 1.0,
        in_language: true,
    };
    let report = Report { visits: vec![visit("-2"), visit("tax")], ..Report::default() };
    let mut table = Vec::new();
    report.write_csv(&mut table).unwrap();
    let table = String::from_utf8(table).unwrap();
    assert!(table.contains("service,'-2,1,") && table.contains("language,'-it,2,"), "{table}");
    assert!(table.contains("service,tax,1,"), "{table}");
    let is_open = |line: &str| line.split(',').any(|cell| cell.starts_with(['=', '+', '-', '@']));
    assert!(!table.lines().any(is_open), "{table}");
}

#[test]
fn tables_as_spreadsheets_save_them_are_taken() {
    let utf_16 = |text: &str, mark: &[u8], unit: fn(u16) -> [u8; 2]| {
        [mark.to_vec(), text.encode_utf16().flat_map(unit).collect()].concat()
    };
    let tail = format!("{}{}", row("Ñ", ';'), ";;;;;;;;;\r\n".repeat(3));
    for (bytes, what) in [
        (format!("sep=;\r\n{}", row("Ñ", ';')).into_bytes(), "the separator in a line"),
        (format!("\u{feff}sep=;\n{}", row("Ñ", ';')).into_bytes(), "the same behind a mark"),
        (tail.into_bytes(), "rows of separators"),
        (utf_16(&row("Ñ", '\t'), b"\xff\xfe", u16::to_le_bytes), "Unicode text"),
        (utf_16(&row("Ñ", '\t'), b"\xfe\xff", u16::to_be_bytes), "Unicode text, the other way"),
    ] {
        let office = Office::opens();
        assert_eq!(office.imports(bytes), Ok(()), "{what}");
        assert!(office.so().contains("Salute = \"Ñ\""), "{what}: {}", office.so());
    }
    let windows_1252: Vec<u8> = row("Ñ", ';').chars().map(|letter| letter as u8).collect();
    let refused = Office::opens().imports(windows_1252).expect_err("no UTF-8");
    assert!(
        refused.contains("it is not UTF-8 text") && refused.contains("save it in the spreadsheet as \"CSV UTF-8\""),
        "{refused}"
    );
}
