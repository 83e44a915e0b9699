//! A small site in five languages, and tickets for it, for the paper tests. It does not change with the demo site.

use jiff::civil::{Time, date};
use jiff::tz::TimeZone;
use sportello::domain::institution::{Colour, Presence};
use sportello::domain::promise::Promise;
use sportello::domain::site::SiteDraft;
use sportello::domain::{
    Class, Desk, DeskNumber, Institution, InstitutionCode, LanguageTag, Leads, Letter, Need, NeedCode, Rules, Service,
    ServiceCode, Site, Step, Ticket, TicketNumber, TicketState, Token, Words, need::NeedContent,
};
use sportello::locale::Locales;
use sportello::print::Slip;
use std::sync::Arc;

pub const LANGUAGES: [&str; 5] = ["it", "en", "fr", "ar", "uk"];
pub const ADDRESS: &str = "https://coda.spaziocomune.torino.it";

pub fn tag(text: &str) -> LanguageTag {
    LanguageTag::parse(text).expect("a language tag")
}

fn words(texts: [&str; 5]) -> Words {
    Words::new(LANGUAGES.into_iter().zip(texts).map(|(language, text)| (tag(language), text.to_owned())))
}

fn service(text: &str) -> ServiceCode {
    ServiceCode::parse(text).expect("a service code")
}

fn institution(code: &str, name: &str, letter: &str) -> Institution {
    Institution {
        code: InstitutionCode::parse(code).expect("an institution code"),
        name: name.to_owned(),
        gloss: words(["polizia", "police", "police", "الشرطة", "поліція"]),
        letter: Letter::parse(letter).expect("a letter"),
        colour: Colour(0, 0x33, 0xa0),
        presence: Presence::Always,
        exceptions: Vec::new(),
    }
}

fn a_service(code: &str, institution: &str, letter: &str) -> Service {
    Service {
        code: service(code),
        institution: InstitutionCode::parse(institution).expect("an institution code"),
        letter: Letter::parse(letter).expect("a letter"),
        label: words(["Servizio", "Service", "Service", "خدمة", "Послуга"]),
        minutes: 20,
        after: Vec::new(),
    }
}

fn leaf(code: &str, label: Words, pictogram: &str, services: &[&str], bring: Vec<Words>, discreet: bool) -> Need {
    let services = services.iter().map(|code| service(code)).collect();
    Need {
        code: NeedCode::parse(code).expect("a need code"),
        label,
        pictogram: pictogram.to_owned(),
        colour: Colour(0, 0x33, 0xa0),
        content: NeedContent::Leaf { leads: Leads::Services(services), bring, discreet, urgent: false, fallback: None },
    }
}

fn needs() -> Vec<Need> {
    let renew = words([
        "Rinnovo o ritiro del permesso",
        "Renew or collect my permit",
        "Renouveler ou retirer mon titre de séjour",
        "تجديد تصريح الإقامة أو استلامه",
        "Продовжити або отримати дозвіл на проживання",
    ]);
    let bring = vec![
        words([
            "permesso o ricevuta",
            "your permit or receipt",
            "titre de séjour ou récépissé",
            "التصريح أو الإيصال",
            "дозвіл або квитанція",
        ]),
        words(["passaporto", "passport", "passeport", "جواز السفر", "паспорт"]),
        words(["4 fotografie", "4 photographs", "4 photos d’identité", "4 صور شخصية", "4 фотографії"]),
    ];
    let talk = words([
        "Parlare con qualcuno",
        "Talk to someone",
        "Parler à quelqu’un",
        "التحدث مع شخص",
        "Поговорити з кимось",
    ]);
    let tax = words(["Codice fiscale", "Tax code", "Code fiscal", "الرمز الضريبي", "Податковий код"]);
    vec![
        leaf("renew", renew, "identification-card", &["questura.renew"], bring, false),
        leaf("talk", talk, "hand-heart", &["support.talk"], vec![words(["niente"; 5])], true),
        leaf("tax", tax, "receipt", &["entrate.code"], Vec::new(), false),
    ]
}

fn desks() -> Vec<Desk> {
    let ground = ["Piano terra", "Ground floor", "Rez-de-chaussée", "الطابق الأرضي", "Перший поверх"];
    let first = ["Primo piano", "First floor", "Premier étage", "الطابق الأول", "Другий поверх"];
    let desk = |number, room, services: &[&str]| Desk {
        number: DeskNumber(number),
        room: words(room),
        services: services.iter().map(|code| service(code)).collect(),
        languages: vec![tag("it")],
    };
    vec![
        desk(3, ground, &["questura.renew"]),
        desk(4, ground, &["questura.renew"]),
        desk(7, first, &["entrate.code"]),
        desk(12, first, &["support.talk"]),
    ]
}

/// The site before it is checked, so that a test can change it.
pub fn draft() -> SiteDraft {
    SiteDraft {
        name: words(["Spazio Comune · Torino"; 5]),
        holidays: Vec::new(),
        doors: None,
        welcome_desk: None,
        shared_desks: false,
        idle_minutes: 60,
        rules: Rules::USUAL,
        time_zone: TimeZone::get("Europe/Rome").expect("the time zone"),
        day_ends: Time::midnight(),
        languages: LANGUAGES.map(tag).to_vec(),
        public_url: Some(ADDRESS.to_owned()),
        no_language: None,
        count: Vec::new(),
        institutions: vec![
            institution("questura", "Questura – Ufficio Immigrazione", "Q"),
            institution("support", "Sostegno psicologico", "N"),
            institution("entrate", "Agenzia delle Entrate", "E"),
        ],
        services: vec![
            a_service("questura.renew", "questura", "Q"),
            a_service("support.talk", "support", "N"),
            a_service("entrate.code", "entrate", "E"),
        ],
        desks: desks(),
        needs: needs(),
    }
}

pub fn site() -> Site {
    Site::check(draft()).expect("a site without mistakes")
}

pub fn ticket(site: &Site, language: &str, needs: &[&str], number: &str) -> Ticket {
    let needs: Vec<NeedCode> = needs.iter().map(|code| NeedCode::parse(code).expect("a need code")).collect();
    let services = needs.iter().filter_map(|code| site.need(code)).flat_map(Need::services);
    let services: Vec<_> = services.cloned().collect();
    let promise = Arc::new(Promise::of(site, &needs, &services, &tag(language)));
    let at = date(2026, 11, 24).at(9, 5, 0, 0).in_tz("Europe/Rome").expect("a time").timestamp();
    Ticket {
        number: TicketNumber::parse(number).expect("a ticket number"),
        token: Token::from_random(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef),
        steps: services.into_iter().map(Step::to_come).collect(),
        promise,
        needs,
        language: tag(language),
        place: 0,
        issued_at: at,
        aged_since: at,
        class: Class::Standard,
        issued_class: Class::Standard,
        urgency: None,
        state: TicketState::Waiting { since: at, only: None },
        is_call_undone: false,
        why: Vec::new(),
        is_slip_requested: false,
        slip: None,
    }
}

/// A slip of this site for a visitor of this language.
pub fn slip(language: &str, needs: &[&str], number: &str, ahead: usize) -> Slip {
    let (site, locales) = (site(), Locales::load().expect("the texts"));
    Slip::compose(&site, &ticket(&site, language, needs, number), ahead, &locales, ADDRESS)
}
