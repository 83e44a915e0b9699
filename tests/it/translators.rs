//! Translation with the real program: export as a table, edit in a spreadsheet, import.

use crate::server::{BINARY, Data};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A translator with a data folder and a place for tables.
struct Office {
    data: Data,
    desk: tempfile::TempDir,
}

impl Office {
    fn opens() -> Office {
        Office { data: Data::new(), desk: tempfile::tempdir().unwrap() }
    }

    fn sportello(&self, arguments: &[&str]) -> Output {
        let data = self.data.path().to_str().unwrap();
        Command::new(BINARY).args(arguments).args(["--data", data]).env("NO_COLOR", "1").output().unwrap()
    }

    /// Exports one language; gives the report and the table.
    fn exports(&self, language: &str) -> (String, Table) {
        let out = tempfile::tempdir_in(self.desk.path()).unwrap().keep();
        let output = self.sportello(&["export", "locales", "--out", out.to_str().unwrap(), "--language", language]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let table = Table::open(out.join(format!("{language}.csv")));
        (String::from_utf8(output.stdout).unwrap(), table)
    }

    fn imports(&self, table: &Table) -> (bool, String, String) {
        table.save();
        self.imports_file(&table.path)
    }

    fn imports_file(&self, path: &Path) -> (bool, String, String) {
        let output = self.sportello(&["import", "locales", path.to_str().unwrap()]);
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.success(), text(&output.stdout), text(&output.stderr))
    }

    /// What the glass would say, asked by way of a slip as the next start would print it.
    fn words_of(&self, language: &str, file: &str) -> String {
        fs::read_to_string(self.data.path().join("locales").join(language).join(file)).unwrap_or_default()
    }
}

/// A table in a spreadsheet.
struct Table {
    path: PathBuf,
    header: csv::StringRecord,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn open(path: PathBuf) -> Table {
        let bytes = fs::read(&path).unwrap();
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("a mark that says UTF-8 to spreadsheets");
        let mut reader = csv::Reader::from_reader(text);
        let header = reader.headers().unwrap().clone();
        let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
        Table { path, header, rows }
    }

    fn column(&self, name: &str) -> usize {
        self.header.iter().position(|known| known == name).unwrap_or_else(|| panic!("a column {name}"))
    }

    fn cell(&self, key: &str, form: &str, column: &str) -> &str {
        let (at, of_form) = (self.column(column), self.column("form"));
        let is_it = |row: &&Vec<String>| row[1] == key && row[of_form] == form;
        &self.rows.iter().find(is_it).unwrap_or_else(|| panic!("a row {key} {form}"))[at]
    }

    fn set(&mut self, key: &str, form: &str, column: &str, text: &str) {
        let (at, of_form) = (self.column(column), self.column("form"));
        let row = self.rows.iter_mut().find(|row| row[1] == key && row[of_form] == form);
        row.unwrap_or_else(|| panic!("a row {key} {form}"))[at] = text.to_owned();
    }

    /// The row of the site's own text.
    fn site(&mut self, italian: &str) -> &mut Vec<String> {
        let at = self.column("italian");
        self.rows.iter_mut().find(|row| row[1] == "site" && row[at] == italian).expect("a row of the site")
    }

    fn save(&self) {
        self.save_with(b',');
    }

    fn save_with(&self, separator: u8) {
        let mut writer = csv::WriterBuilder::new().delimiter(separator).from_path(&self.path).unwrap();
        writer.write_record(&self.header).unwrap();
        self.rows.iter().for_each(|row| writer.write_record(row).unwrap());
        writer.flush().unwrap();
    }
}

#[test]
fn a_table_has_every_text_of_a_language_and_nothing_changes_when_it_comes_back_as_it_was() {
    let office = Office::opens();
    let (report, table) = office.exports("ru");
    assert_eq!(table.cell("kiosk-ahead", "few", "italian"), "{people} persone davanti a te");
    assert!(table.cell("kiosk-ahead", "few", "translation").contains("{people}"));
    assert_eq!(table.cell("kiosk-ahead", "0", "italian"), "Davanti a te non c’è nessuno");
    assert_eq!(table.cell("kiosk-back", "", "state"), "unreviewed");
    assert!(table.rows.iter().any(|row| row[1] == "site"), "the site's own words are there too");
    assert!(!table.rows.iter().any(|row| row[1].starts_with("desk-")), "staff pages are in three languages only");
    assert!(report.contains("unreviewed") && report.contains("ru "), "{report}");
    let (is_taken, told, complaints) = office.imports(&table);
    assert!(is_taken, "{complaints}");
    assert!(told.contains("0 taken, 0 refused, 0 not translated yet"), "{told}");
    assert_eq!(office.words_of("ru", "kiosk.ftl"), "");
}

#[test]
fn every_language_comes_back_as_it_went_out() {
    let office = Office::opens();
    let locales = sportello::locale::Locales::load().unwrap();
    for language in locales.languages().iter().filter(|language| language.tag.as_str() != "it") {
        let (_, table) = office.exports(language.tag.as_str());
        let (is_taken, told, complaints) = office.imports(&table);
        assert!(is_taken && told.contains("0 taken, 0 refused"), "{}: {told}{complaints}", language.tag);
    }
}

#[test]
fn a_better_word_is_spoken_from_the_next_start_on() {
    let office = Office::opens();
    let (_, mut table) = office.exports("so");
    table.set("kiosk-back", "", "translation", "Dib u noqo");
    table.set("kiosk-ahead", "one", "translation", "{people} qof");
    let at = table.column("translation");
    table.site("Salute")[at] = "Caafimaad!".to_owned();
    let (is_taken, told, complaints) = office.imports(&table);
    assert!(is_taken, "{complaints}");
    assert!(told.contains("3 taken, 0 refused") && told.contains("from the next start on"), "{told}");
    assert_eq!(
        office.words_of("so", "kiosk.ftl").lines().find(|line| line.starts_with("kiosk-back")),
        Some("kiosk-back = Dib u noqo")
    );
    // The next table has it, and it is spoken.
    let (_, mut next) = office.exports("so");
    assert_eq!(next.cell("kiosk-back", "", "translation"), "Dib u noqo");
    assert_eq!(next.cell("kiosk-ahead", "one", "translation"), "{people} qof");
    assert_eq!(next.site("Salute")[at], "Caafimaad!");
    let server = crate::server::Server::start(&office.data);
    let client = crate::server::Client::clerk(&server);
    let (_, site) = client.get("/api/v1/site?lang=so").unwrap();
    assert!(site.to_string().contains("Caafimaad!"), "the next start speaks it");
    let locales = sportello::locale::Locales::load_with(&office.data.path().join("locales")).unwrap();
    let somali = crate::world::tag("so");
    assert_eq!(locales.translator(&somali).message("kiosk-back"), "Dib u noqo");
    assert!(locales.translator(&somali).message_with("kiosk-ahead", &[("people", 1_u32.into())]).ends_with(" qof"));
}

#[test]
fn what_can_not_be_shown_is_refused_row_by_row_and_the_rest_is_taken() {
    let office = Office::opens();
    let (_, mut table) = office.exports("es");
    table.set("kiosk-back", "", "translation", "Volver ya");
    table.set("kiosk-closed-next", "", "translation", "Vuelva {momento}");
    table.set("kiosk-home", "", "translation", "Volver a la primera página de todas las páginas");
    table.set("kiosk-done", "", "translation", "Listo 💼");
    table.set("kiosk-stay", "", "italian", "Sì, ci sono ancora");
    table.set("kiosk-ahead", "one", "translation", "");
    let at = table.column("italian");
    table.site("Salute")[at] = "Sanità".to_owned();
    let (is_taken, told, complaints) = office.imports(&table);
    assert!(!is_taken, "a refusal is told by the exit code");
    assert!(told.contains("1 taken, 6 refused"), "{told}{complaints}");
    for reason in [
        "kiosk-closed-next: lacks the variable {moment}",
        "kiosk-home: takes the room of",
        "kiosk-done: has the emoji '💼' (U+1F4BC), which no font of glass and paper has",
        "kiosk-stay: the Italian text has changed since the table was written",
        "kiosk-ahead: says nothing",
        "Sanità: the site says no such text any more",
    ] {
        assert!(complaints.contains(reason), "{reason:?} is not told: {complaints}");
    }
    assert_eq!(office.exports("es").1.cell("kiosk-back", "", "translation"), "Volver ya");
}

#[test]
fn a_table_saved_by_another_spreadsheet_comes_in_too_and_what_is_no_table_is_told() {
    let office = Office::opens();
    let (_, mut table) = office.exports("sq");
    table.set("kiosk-back", "", "translation", "Kthehu");
    table.save_with(b';');
    let (is_taken, told, complaints) = office.imports_file(&table.path);
    assert!(is_taken && told.contains("1 taken"), "{told}{complaints}");
    let nonsense = office.desk.path().join("nonsense.csv");
    for (bytes, reason) in [
        (&b"a,b\n1,2\n"[..], "lacks the columns language, key"),
        (b"", "it is empty"),
        (b"\xEF\xBB\xBF", "it is empty"),
        (b"\xEF\xBB\xBF\n \n", "it is empty"),
        (b"hello", "lacks the columns language, key"),
        (b"language;key;form\n", "lacks the columns italian, english"),
        (b"language;key;form;italian;english;translation;state;room;note;confirmed\n", "it has no rows"),
        (b"\xff\xfe\x20", "save it in the spreadsheet as \"CSV UTF-8\""),
        (b"language,key,form,italian,english,translation,state,room,note,confirmed\ntlh,kiosk-back,,Indietro,,nuq,,,,\n", "\"tlh\" is not a language"),
    ] {
        fs::write(&nonsense, bytes).unwrap();
        let (is_taken, told, complaints) = office.imports_file(&nonsense);
        assert!(!is_taken && complaints.contains(reason), "{reason:?}: {complaints}");
        assert!(!complaints.contains("panicked"), "{complaints}");
        assert!(!told.contains("taken") || reason.contains("tlh"), "{reason:?}: nothing was taken or refused: {told}");
        assert!(reason.contains("tlh") || complaints.contains("give a table that export wrote") || complaints.contains("CSV UTF-8"), "{complaints}");
    }
    let (is_taken, _, complaints) = office.imports_file(&office.desk.path().join("nowhere.csv"));
    assert!(!is_taken && complaints.contains("nowhere.csv"), "{complaints}");
}

#[test]
fn when_italian_changes_its_translations_are_told_as_changed() {
    let office = Office::opens();
    let (_, mut table) = office.exports("ro");
    table.set("kiosk-back", "", "confirmed", "yes");
    assert!(office.imports(&table).0);
    let record = office.data.path().join("locales/ro/made-from.txt");
    let text = fs::read_to_string(&record).unwrap();
    assert!(text.starts_with("kiosk-back "), "{text}");
    assert_eq!(office.exports("ro").1.cell("kiosk-back", "", "state"), "unreviewed");
    // As if Italian had said something else when it was confirmed.
    fs::write(&record, "kiosk-back 00000000\n").unwrap();
    let (report, mut table) = office.exports("ro");
    assert_eq!(table.cell("kiosk-back", "", "state"), "changed");
    assert!(report.contains("changed"));
    table.set("kiosk-back", "", "confirmed", "Yes");
    assert!(office.imports(&table).0);
    assert_eq!(office.exports("ro").1.cell("kiosk-back", "", "state"), "unreviewed");
}

#[test]
fn the_program_s_own_files_can_be_written_too() {
    let office = Office::opens();
    let (_, mut table) = office.exports("ti");
    table.set("kiosk-back", "", "translation", "ተመለስ");
    table.save();
    let folder = office.desk.path().join("locales");
    let arguments = ["import", "locales", table.path.to_str().unwrap(), "--locales", folder.to_str().unwrap()];
    let output = office.sportello(&arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(folder.join("ti/kiosk.ftl")).unwrap();
    assert!(
        text.contains("## On every screen\n\nkiosk-back = ተመለስ\n"),
        "with the headings of the Italian file: {text}"
    );
    assert_eq!(office.words_of("ti", "kiosk.ftl"), "", "the data folder is left alone");
}

#[test]
fn a_damaged_import_does_not_keep_the_site_from_starting() {
    let office = Office::opens();
    let folder = office.data.path().join("locales/fr");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("kiosk.ftl"), "kiosk-back = { $broken").unwrap();
    fs::create_dir_all(office.data.path().join("site-words")).unwrap();
    fs::write(office.data.path().join("site-words/fr.toml"), "reviewed = maybe").unwrap();
    let server = crate::server::Server::start(&office.data);
    let (status, _) = crate::server::Client::clerk(&server).get("/api/v1/site?lang=fr").unwrap();
    assert_eq!(status, 200);
}

#[test]
fn braces_forms_and_doubles_that_would_break_a_file_are_refused_and_nothing_is_lost() {
    let office = Office::opens();
    let (_, mut table) = office.exports("es");
    table.set("kiosk-stay", "", "translation", "Sí, aquí sigo");
    assert!(office.imports(&table).0);
    for (key, form, text, reason) in [
        ("kiosk-back", "", "Volver }", "braces that are not a variable"),
        ("kiosk-back", "", "Volver {", "braces that are not a variable"),
        ("kiosk-ahead", "other", "personas antes", "lacks the variable {people}"),
        ("kiosk-closed-next", "", "Vuelva {{moment}}", "kiosk-closed-next"),
    ] {
        let (_, mut table) = office.exports("es");
        table.set(key, form, "translation", text);
        let (is_taken, _, complaints) = office.imports(&table);
        assert!(!is_taken && complaints.contains(reason), "{text}: {complaints}");
    }
    let (_, mut table) = office.exports("es");
    table.set("kiosk-closed-next", "", "translation", "Vuelva usted { moment }");
    let twin = table.rows.iter().find(|row| row[1] == "kiosk-back").unwrap().clone();
    table.rows.push(twin);
    let (is_taken, told, complaints) = office.imports(&table);
    assert!(!is_taken && told.contains("1 taken, 1 refused") && complaints.contains("twice"), "{told}{complaints}");
    let file = office.words_of("es", "kiosk.ftl");
    assert!(file.contains("Sí, aquí sigo") && file.contains("Vuelva usted { $moment }"), "{file}");
    // A damaged file is reported, and never treated as an empty one.
    let path = office.data.path().join("locales/es/kiosk.ftl");
    fs::write(&path, format!("{file}broken = {{")).unwrap();
    let (_, mut table) = office.exports("es");
    table.set("kiosk-back", "", "translation", "Volver ya");
    let (is_taken, _, complaints) = office.imports(&table);
    assert!(!is_taken && complaints.contains("nothing was changed"), "{complaints}");
    assert!(fs::read_to_string(&path).unwrap().contains("Sí, aquí sigo"));
}

#[test]
fn a_plural_form_that_leaves_out_its_number_is_refused_and_one_that_needs_none_is_taken() {
    let office = Office::opens();
    let (_, mut table) = office.exports("ru");
    table.set("kiosk-ahead", "few", "translation", "человека перед вами");
    table.set("slip-ahead", "0", "translation", "Перед вами нет людей");
    let (is_taken, told, complaints) = office.imports(&table);
    assert!(!is_taken && told.contains("1 taken, 1 refused"), "{told}{complaints}");
    assert!(complaints.contains("kiosk-ahead: lacks the variable {people} in the form [few]"), "{complaints}");
}

#[test]
fn an_export_never_overwrites_what_somebody_is_working_on() {
    let office = Office::opens();
    let (_, table) = office.exports("uk");
    let folder = table.path.parent().unwrap().to_str().unwrap().to_owned();
    let again = office.sportello(&["export", "locales", "--out", &folder, "--language", "uk"]);
    assert!(!again.status.success() && String::from_utf8_lossy(&again.stderr).contains("move the file away"));
    let italian = office.sportello(&["export", "locales", "--out", &folder, "--language", "it"]);
    assert!(!italian.status.success(), "Italian is what the others are made from");
}

#[test]
fn any_words_come_back_as_they_were_written() {
    use sportello::catalogue::Translation;
    let text = r#"L'anagrafe "nuova" \ 'qui'"#;
    let words = std::collections::BTreeMap::from([(text.to_owned(), format!("x {text}"))]);
    let written = Translation { language: crate::world::tag("fr"), reviewed: true, words };
    let read = Translation::read(&written.to_toml(), "fr.toml", &written.language);
    assert_eq!(read.unwrap(), written);
}

#[test]
fn a_source_file_is_written_with_every_text_and_every_comment_in_its_place() {
    use sportello::locale::{Message, file_like};
    let is_kept = |line: &&str| !line.is_empty();
    for area in ["kiosk", "slip", "refusal", "desk"] {
        let path = crate::server::root().join(format!("locales/it/{area}.ftl"));
        let text = fs::read_to_string(path).unwrap();
        let written = file_like(&text, &Message::read(&text).unwrap());
        assert!(text.lines().filter(is_kept).eq(written.lines().filter(is_kept)), "{area}: {written}");
        assert!(!written.contains("\n\n\n"), "{area}: {written}");
    }
}
