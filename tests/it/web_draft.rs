//! The small site of the web tests.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use sportello::domain::institution::{Colour, Hours};
use sportello::domain::site::SiteDraft;
use sportello::domain::{
    Desk, DeskNumber, Institution, InstitutionCode, LanguageTag, Leads, Letter, Need, NeedCode, NeedContent, Presence,
    Rules, Service, ServiceCode, Words,
};

/// The small site; `write` may change every text in it.
pub fn draft(write: impl Fn(&str) -> String) -> SiteDraft {
    let tag = |text: &str| LanguageTag::parse(text).expect("a tag");
    let words = |it: &str, en: &str| Words::new([(tag("it"), write(it)), (tag("en"), write(en))]);
    let letter = |text: &str| Letter::parse(text).expect("a letter");
    let colour = |text: &str| Colour::parse(text).expect("a colour");
    let service_code = |text: &str| ServiceCode::parse(text).expect("a code");
    let institution_code = |text: &str| InstitutionCode::parse(text).expect("a code");
    let institution = |code: &str, name: &str, gloss: &str, of: &str, hue: &str, presence| Institution {
        code: institution_code(code),
        name: write(name),
        gloss: words(gloss, gloss),
        letter: letter(of),
        colour: colour(hue),
        presence,
        exceptions: Vec::new(),
    };
    let tuesdays = Presence::Weekly(vec![Hours {
        weekday: jiff::civil::Weekday::Tuesday,
        from: Time::constant(9, 0, 0, 0),
        to: Time::constant(12, 0, 0, 0),
    }]);
    let service = |code: &str, of: &str, at: &str, it: &str, en: &str, minutes| Service {
        code: service_code(code),
        institution: institution_code(of),
        letter: letter(at),
        label: words(it, en),
        minutes,
        after: Vec::new(),
    };
    let desk = |number, it: &str, en: &str, services: &[&str], languages: &[&str]| Desk {
        number: DeskNumber(number),
        room: words(it, en),
        services: services.iter().map(|code| service_code(code)).collect(),
        languages: languages.iter().map(|text| tag(text)).collect(),
    };
    let need = |code: &str, it: &str, en: &str, pictogram: &str, hue: &str, content| Need {
        code: NeedCode::parse(code).expect("a code"),
        label: words(it, en),
        pictogram: pictogram.to_owned(),
        colour: colour(hue),
        content,
    };
    let leaf = |services: &[&str], discreet| NeedContent::Leaf {
        leads: Leads::Services(services.iter().map(|code| service_code(code)).collect()),
        bring: vec![words("Documento o ricevuta", "Any paper or receipt you have")],
        discreet,
        urgent: false,
        fallback: None,
    };
    SiteDraft {
        name: words("Spazio Comune", "Spazio Comune"),
        time_zone: TimeZone::get("Europe/Rome").expect("a time zone"),
        day_ends: Time::midnight(),
        holidays: Vec::new(),
        doors: None,
        welcome_desk: None,
        shared_desks: false,
        idle_minutes: 720,
        rules: Rules::USUAL,
        languages: ["it", "en", "fr", "ar", "uk"].map(tag).to_vec(),
        public_url: None,
        no_language: None,
        count: Vec::new(),
        institutions: vec![
            institution(
                "questura",
                "Questura di Torino",
                "polizia, permessi di soggiorno",
                "Q",
                "#0033A0",
                Presence::Always,
            ),
            institution("asl", "ASL Città di Torino", "sanità pubblica", "H", "#006B3C", Presence::Always),
            institution("lavoro", "Agenzia Piemonte Lavoro", "lavoro", "L", "#1F4E79", Presence::Always),
            institution("psi", "Supporto etno-psicologico", "ascolto", "N", "#00606B", Presence::Always),
            institution("prefettura", "Prefettura", "famiglia", "F", "#6A1B9A", tuesdays),
            institution("mosaico", "Mosaico", "mediazione", "M", "#8A4B00", Presence::Always),
        ],
        services: vec![
            service("permit", "questura", "Q", "Permesso di soggiorno", "Residence permit", 15),
            service("card", "asl", "H", "Tessera sanitaria", "Health card", 15),
            service("jobs", "lavoro", "L", "Iscrizione e offerte", "Registration and offers", 30),
            service("talk", "psi", "N", "Ascolto", "Somebody to talk to", 50),
            service("family", "prefettura", "F", "Ricongiungimento", "Family reunion", 40),
            service("mediation", "mosaico", "M", "Mediazione", "Mediation", 20),
        ],
        desks: vec![
            desk(1, "Piano terra", "Ground floor", &["permit"], &["it", "en"]),
            desk(2, "Piano terra", "Ground floor", &["permit", "mediation"], &["it", "fr", "ar"]),
            desk(3, "Piano terra", "Ground floor", &["card"], &["it", "en", "uk"]),
            desk(4, "Primo piano", "First floor", &["jobs"], &["it"]),
            desk(5, "Primo piano", "First floor", &["talk"], &["it", "en", "fr"]),
            desk(13, "Primo piano", "First floor", &["family", "mediation"], &["it", "en"]),
        ],
        needs: vec![
            need(
                "permit",
                "Documenti e permesso",
                "Papers and permit",
                "identification-card",
                "#0033A0",
                NeedContent::Menu(vec![
                    need(
                        "permit.renew",
                        "Rinnovare il permesso",
                        "Renew my permit",
                        "files",
                        "#0033A0",
                        leaf(&["permit"], false),
                    ),
                    need(
                        "permit.family",
                        "Far venire la famiglia",
                        "Bring my family",
                        "users",
                        "#0033A0",
                        leaf(&["family"], false),
                    ),
                    need(
                        "permit.asylum",
                        "Chiedere protezione",
                        "Ask for protection",
                        "shield",
                        "#0033A0",
                        leaf(&["mediation", "permit"], false),
                    ),
                ]),
            ),
            need(
                "health.ssn",
                "Tessera sanitaria e medico",
                "Health card and doctor",
                "stethoscope",
                "#006B3C",
                leaf(&["card"], false),
            ),
            need(
                "care.talk",
                "Parlare con qualcuno",
                "Talk to someone",
                "hand-heart",
                "#00606B",
                leaf(&["talk"], true),
            ),
            need("work", "Lavoro", "Work", "briefcase", "#1F4E79", leaf(&["jobs"], false)),
            need("city.mediator", "Un mediatore", "A mediator", "chats", "#8A4B00", leaf(&["mediation"], false)),
        ],
    }
}
