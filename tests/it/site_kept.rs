//! The last good site: a house whose site file is broken, gone or not named starts as the site that it was.

use crate::server::{BINARY, Client, Data, Server, text};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A careers centre with two services, open at every hour.
pub const CENTRE: &str = r##"name = { it = "Centro Carriere" }
time_zone = "Europe/Rome"
languages = ["it", "ar"]

[[institutions]]
code = "cpi"
name = "Centro per l'impiego"
letter = "L"
colour = "#006B3C"
presence = "always"

[[services]]
code = "cpi.offers"
institution = "cpi"
label = { it = "Offerte" }

[[services]]
code = "cpi.papers"
institution = "cpi"
label = { it = "Carte" }

[[desks]]
number = 1
room = { it = "piano terra" }
services = ["cpi.offers", "cpi.papers"]

[[needs]]
code = "work"
label = { it = "Lavoro" }
pictogram = "briefcase"
colour = "#006B3C"
services = ["cpi.offers"]

[[needs]]
code = "papers"
label = { it = "Carte" }
pictogram = "house"
colour = "#006B3C"
services = ["cpi.papers"]
"##;

/// A data folder, and a site file that a manager edits.
pub struct House {
    pub data: Data,
    pub file: PathBuf,
    _folder: tempfile::TempDir,
}

impl House {
    pub fn new() -> House {
        let folder = tempfile::tempdir().unwrap();
        let house = House { data: Data::new(), file: folder.path().join("asti.toml"), _folder: folder };
        house.write(CENTRE);
        house
    }

    pub fn write(&self, site: &str) {
        std::fs::write(&self.file, site).unwrap();
    }

    /// Starts with the site file.
    pub fn start(&self) -> Server {
        self.start_with(&["--site", text(&self.file)])
    }

    pub fn start_with(&self, more: &[&str]) -> Server {
        let arguments = [&["--screen", "none", "--listen", "127.0.0.1:0"], more].concat();
        Server::start_with(&self.data, &arguments, &[])
    }

    fn versions(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.data.path().join("site")).into_iter().flatten();
        let mut versions: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        versions.sort();
        versions
    }
}

/// The name over the door of a running site.
fn name(server: &Server) -> String {
    let mut page = ureq::get(format!("{}/board", server.url)).call().unwrap();
    let page = page.body_mut().read_to_string().unwrap();
    ["Centro Carriere", "Casa Nuova", "Spazio Comune"].into_iter().find(|name| page.contains(name)).unwrap().to_owned()
}

/// What monitoring hears, and what a clerk reads on a desk's page and where desks are chosen.
fn told(server: &Server) -> (serde_json::Value, Vec<String>) {
    let clerk = Client::clerk(server);
    let page = |path: &str| {
        let cookie = format!("{}; language=en", clerk.cookie());
        let mut page = ureq::get(format!("{}{path}", server.url)).header("cookie", &cookie).call().unwrap();
        page.body_mut().read_to_string().unwrap()
    };
    (clerk.get("/healthz").unwrap().1, vec![page("/desk/1?lang=en"), page("/desk?lang=en")])
}

fn is_told_everywhere(server: &Server) -> bool {
    let (health, pages) = told(server);
    let is_in_health = health["wrong"].as_array().is_some_and(|wrong| wrong.contains(&"site-file".into()));
    assert_eq!(health["ok"], true, "the house works: {health}");
    let on_pages = pages.iter().filter(|page| page.contains("The site file can’t be used since")).count();
    assert_eq!(on_pages, if is_in_health { pages.len() } else { 0 }, "health and pages say the same");
    is_in_health
}

fn check(file: &Path) -> Output {
    Command::new(BINARY).args(["check", text(file)]).output().unwrap()
}

#[test]
fn a_typo_in_the_site_file_does_not_keep_the_house_dark() {
    let house = House::new();
    let server = house.start();
    assert!(!is_told_everywhere(&server));
    let (status, ticket) = Client::device(&server, &house.data).take_ticket("work", None).unwrap();
    assert_eq!(status, 201, "{ticket}");
    assert!(server.end());

    house.write(&CENTRE.replace("letter = \"L\"", "letter = 5"));
    let server = house.start();
    assert_eq!(name(&server), "Centro Carriere");
    assert!(server.log.contains("last good version") && server.log.contains("asti.toml:8:10"), "{}", server.log);
    assert!(is_told_everywhere(&server));
    let token = ticket["token"].as_str().unwrap();
    assert_eq!(Client::device(&server, &house.data).get(&format!("/api/v1/tickets/{token}")).unwrap().0, 200);
    assert!(server.end());

    house.write(&CENTRE.replace("Centro Carriere", "Casa Nuova"));
    let server = house.start();
    assert_eq!(name(&server), "Casa Nuova", "made right again, the file counts");
    assert!(!is_told_everywhere(&server));
    assert!(server.end());
}

#[test]
fn without_a_file_and_with_one_that_is_gone_the_house_is_what_it_was() {
    let house = House::new();
    let server = house.start_with(&[]);
    assert_eq!(name(&server), "Spazio Comune", "a new folder begins with the demo site");
    assert!(server.end());
    assert!(house.start().end());

    let server = house.start_with(&[]);
    assert_eq!(name(&server), "Centro Carriere");
    assert!(!is_told_everywhere(&server), "leaving the file out is not a fault");
    assert!(server.end());
    std::fs::remove_file(&house.file).unwrap();
    let server = house.start();
    assert_eq!(name(&server), "Centro Carriere");
    assert!(is_told_everywhere(&server));
    assert!(server.end());
    let out = house.data.path().join("slip.png");
    let arguments =
        ["slip", "--data", text(house.data.path()), "--language", "it", "--need", "papers", "--out", text(&out)];
    let slip = Command::new(BINARY).args(arguments).output().unwrap();
    assert!(slip.status.success(), "the small commands read the kept site too: {slip:?}");
}

#[test]
fn a_first_start_with_a_broken_file_shows_the_mistakes_and_no_other_site() {
    let house = House::new();
    house.write(&CENTRE.replace("letter = \"L\"", "letter = 5"));
    for _ in 0..2 {
        let run = ["run", "--screen", "none", "--data", text(house.data.path()), "--listen", "127.0.0.1:0", "--site"];
        let output = Command::new(BINARY).args(run).arg(&house.file).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("asti.toml:8:10"), "{said}");
        // Even when the folder has served the demo site: that is no site of this house.
        assert!(house.start_with(&[]).end());
    }
}

/// What a start says that is refused; one that succeeds is ended.
fn refusal(house: &House, more: &[&str]) -> String {
    let run = [BINARY, "run", "--screen", "none", "--data", text(house.data.path()), "--listen", "127.0.0.1:0"];
    let output = Command::new("timeout").arg("20").args(run).args(more).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    said
}

#[test]
fn a_folder_that_served_a_site_and_keeps_none_asks_for_its_file() {
    let house = House::new();
    assert!(house.start().end());
    // A folder of a version that kept no sites.
    std::fs::remove_dir_all(house.data.path().join("site")).unwrap();
    let said = refusal(&house, &[]);
    assert!(said.contains("name that file with --site"), "{said}");
    let tables = house.data.path().join("tables");
    let export = ["export", "locales", "--out", text(&tables)];
    let exported = Command::new(BINARY).args(export).args(["--data", text(house.data.path())]).output().unwrap();
    let said = String::from_utf8_lossy(&exported.stderr);
    assert!(exported.status.code() == Some(1) && said.contains("--site"), "the small commands ask too: {said}");
    assert!(house.start().end());
    let server = house.start_with(&[]);
    assert_eq!(name(&server), "Centro Carriere", "once named, it is kept");
    assert!(server.end());
}

#[test]
fn a_folder_that_serves_the_demo_site_goes_on_with_it() {
    let house = House::new();
    for _ in 0..2 {
        let server = house.start_with(&[]);
        assert_eq!(name(&server), "Spazio Comune");
        assert!(server.end());
    }
    assert!(house.start().end());
    for version in house.versions() {
        std::fs::remove_dir_all(version).unwrap();
    }
    assert!(refusal(&house, &[]).contains("--site"), "it has served a site of its own since");
}

#[test]
fn kept_sites_that_can_not_be_read_are_told_and_not_taken_for_none() {
    let house = House::new();
    assert!(house.start().end());
    std::fs::remove_dir_all(house.data.path().join("site")).unwrap();
    std::fs::write(house.data.path().join("site"), "in the way").unwrap();
    let said = refusal(&house, &[]);
    assert!(said.contains("can't be read") && said.contains("mend"), "{said}");
    let server = house.start();
    assert!(server.log.contains("can't be kept"), "the named file is right: {}", server.log);
    assert!(server.end());
    house.write("name = 5");
    let said = refusal(&house, &["--site", text(&house.file)]);
    assert!(said.contains("asti.toml") && said.contains("can't be read"), "both are told: {said}");
}

/// An urgent need without a fallback: a version before the check for it served such a file.
fn urgent() -> String {
    CENTRE.replacen(
        "services = [\"cpi.offers\"]\n\n[[needs]]",
        "services = [\"cpi.offers\"]\nurgent = true\n\n[[needs]]",
        1,
    )
}

fn wrong(server: &Server) -> Vec<String> {
    let health = Client::clerk(server).get("/healthz").unwrap().1;
    assert_eq!(health["ok"], true, "the house works: {health}");
    health["wrong"].as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_file_that_a_later_version_finds_fault_with_is_served_and_told() {
    let house = House::new();
    house.write(&urgent());
    let said = check(&house.file);
    assert_eq!(said.status.code(), Some(1), "check is strict: {said:?}");
    for more in [&["--site", text(&house.file)][..], &[]] {
        let server = house.start_with(more);
        assert!(server.log.contains("used all the same") && server.log.contains("fallback"), "{}", server.log);
        assert_eq!(wrong(&server), ["site-mistakes"]);
        let pages = told(&server).1;
        assert!(pages.iter().all(|page| page.contains("has mistakes and is used all the same")));
        assert!(server.end());
    }
    // Something better is kept from now on, and an edit with the same mistake does not replace it.
    house.write(CENTRE);
    assert!(house.start().end());
    house.write(&urgent().replace("Centro Carriere", "Casa Nuova"));
    let server = house.start();
    assert_eq!((name(&server).as_str(), wrong(&server)), ("Centro Carriere", vec!["site-file".to_owned()]));
    assert!(server.end());
}

#[test]
fn imported_words_that_can_not_be_drawn_do_not_keep_the_house_dark() {
    let house = House::new();
    let words = house.data.path().join("site-words");
    std::fs::create_dir(&words).unwrap();
    std::fs::write(words.join("ar.toml"), "reviewed = true\n[words]\n\"Lavoro\" = \"𓀀 عمل\"\n\"Carte\" = \"أوراق\"\n")
        .unwrap();
    let server = house.start();
    let site = Client::device(&server, &house.data).get("/api/v1/site?lang=ar").unwrap().1;
    assert_eq!((&site["needs"][0]["label"], &site["needs"][1]["label"]), (&"Lavoro".into(), &"أوراق".into()));
    assert!(server.log.contains("U+13000"), "{}", server.log);
    let whole_check = ["check", text(&house.file), "--data", text(house.data.path())];
    let checked = Command::new(BINARY).args(whole_check).output().unwrap();
    let warned = String::from_utf8_lossy(&checked.stdout);
    assert!(warned.contains("warning: ar:") && warned.contains("U+13000"), "{checked:?}");
    assert_eq!(wrong(&server), ["site-letters"]);
    let pages = told(&server).1;
    assert!(pages.iter().all(|page| page.contains("can’t be shown on this machine")));
    assert!(server.end());
    // Beside the site file it is a mistake of the file.
    let beside = house.file.with_extension("");
    std::fs::create_dir(&beside).unwrap();
    std::fs::rename(words.join("ar.toml"), beside.join("ar.toml")).unwrap();
    let checked = check(&house.file);
    let said = String::from_utf8_lossy(&checked.stderr);
    assert_eq!(checked.status.code(), Some(1), "{said}");
    assert!(said.contains("asti/ar.toml:3:13") && said.contains("U+13000"), "{said}");
    let server = house.start();
    assert_eq!(wrong(&server), ["site-letters"], "the house works with it");
    assert!(server.end());
}

#[test]
fn what_is_kept_is_what_was_served_with_its_translations() {
    let house = House::new();
    let words = house.file.with_extension("");
    std::fs::create_dir(&words).unwrap();
    let arabic = "reviewed = true\n[words]\n\"Lavoro\" = \"عمل\"\n";
    std::fs::write(words.join("ar.toml"), arabic).unwrap();
    assert!(house.start().end());
    assert!(house.start().end());
    let versions = house.versions();
    assert_eq!(versions.len(), 1, "the same site is kept once: {versions:?}");
    let kept = versions[0].join("site.toml");
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), CENTRE);
    assert_eq!(std::fs::read_to_string(versions[0].join("site/ar.toml")).unwrap(), arabic);
    assert!(check(&kept).status.success());

    std::fs::write(words.join("ar.toml"), "reviewed = perhaps").unwrap();
    let server = house.start();
    let site = Client::device(&server, &house.data).get("/api/v1/site?lang=ar").unwrap().1;
    assert_eq!(site["needs"][0]["label"], "عمل", "a broken translation counts as a broken site: {site}");
    assert!(is_told_everywhere(&server));
    assert!(server.end());
}

#[test]
fn a_version_that_was_cut_short_or_damaged_is_passed_over() {
    let house = House::new();
    assert!(house.start().end());
    house.write(&CENTRE.replace("Centro Carriere", "Casa Nuova"));
    assert!(house.start().end());
    let versions = house.versions();
    assert_eq!(versions.len(), 2, "{versions:?}");
    // A power cut while the next version was being written leaves this.
    let unfinished = house.data.path().join("site/unfinished");
    std::fs::create_dir(&unfinished).unwrap();
    std::fs::write(unfinished.join("site.toml"), "name = { it").unwrap();
    let server = house.start_with(&[]);
    assert_eq!(name(&server), "Casa Nuova");
    assert!(server.end());
    // A disk that has lost a bit.
    std::fs::write(versions[1].join("site.toml"), CENTRE.replace("Centro Carriere", "Casa Muova")).unwrap();
    let server = house.start_with(&[]);
    assert_eq!(name(&server), "Centro Carriere");
    assert!(is_told_everywhere(&server));
    assert!(server.end());
    assert!(house.start().end(), "the file is right");
    assert!(!unfinished.exists(), "what was left behind is gone");
    let server = house.start_with(&[]);
    assert_eq!(name(&server), "Casa Nuova");
    assert!(server.end());
}

#[test]
fn few_versions_are_kept_and_the_site_that_can_not_be_kept_is_served_all_the_same() {
    let house = House::new();
    for place in 1..=12 {
        house.write(&CENTRE.replace("piano terra", &format!("piano {place}")));
        assert!(house.start().end());
    }
    let versions = house.versions();
    assert_eq!(versions.len(), 10);
    let newest = std::fs::read_to_string(versions[9].join("site.toml")).unwrap();
    assert!(newest.contains("piano 12"));
    // In place of a full disk, something stands where the next version would be written.
    std::fs::write(house.data.path().join("site/unfinished"), "in the way").unwrap();
    house.write(CENTRE);
    let server = house.start();
    assert!(server.log.contains("can't be kept"), "{}", server.log);
    assert_eq!(name(&server), "Centro Carriere");
    assert!(server.end());
}

#[test]
fn another_site_on_the_same_folder_is_served_as_named_and_said_loudly() {
    let house = House::new();
    assert!(house.start().end());
    house.write(&CENTRE.replace("cpi", "sal").replace("Centro Carriere", "Casa Nuova"));
    let server = house.start();
    assert_eq!(name(&server), "Casa Nuova");
    assert!(server.log.contains("another site before") && server.log.contains("Centro Carriere"), "{}", server.log);
    assert!(server.end());
    house.write(&CENTRE.replace("cpi", "sal").replace("Casa Nuova", "Centro Carriere"));
    let server = house.start();
    assert!(!server.log.contains("another site"), "a site with another name is the same: {}", server.log);
    assert!(server.end());
}
