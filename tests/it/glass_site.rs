//! A small site for stories and pictures of the glass: ten needs with texts in five languages.

use jiff::civil::{Time, Weekday};
use jiff::tz::TimeZone;
use sportello::domain::institution::{Colour, Hours};
use sportello::domain::site::{Site, SiteDraft};
use sportello::domain::{
    Desk, DeskNumber, Institution, InstitutionCode, LanguageTag, Leads, Letter, Need, NeedCode, NeedContent, Presence,
    Rules, Service, ServiceCode, Words,
};

pub const LANGUAGES: [&str; 5] = ["it", "en", "fr", "ar", "uk"];

type Five = [&'static str; 5];

pub fn site() -> Site {
    let health = ["Sanità pubblica", "Public health", "Santé publique", "الصحة العامة", "Охорона здоров’я"];
    let police =
        ["Polizia, permessi", "Police, permits", "Police, titres de séjour", "الشرطة، الإقامات", "Поліція, дозволи"];
    let county = ["Stato a Torino", "The state in Turin", "L’État à Turin", "الدولة في تورينو", "Держава в Турині"];
    let bridge = ["Mediazione", "Mediation", "Médiation", "وساطة", "Посередництво"];
    let ground = ["Piano terra", "Ground floor", "Rez-de-chaussée", "الطابق الأرضي", "Перший поверх, вхід"];
    let first = ["Primo piano", "First floor", "Premier étage", "الطابق الأول", "Другий поверх"];
    let tuesday =
        Hours { weekday: Weekday::Tuesday, from: Time::constant(9, 0, 0, 0), to: Time::constant(12, 0, 0, 0) };
    let draft = SiteDraft {
        name: words(["Spazio Comune", "Spazio Comune", "Spazio Comune", "Spazio Comune", "Spazio Comune"]),
        time_zone: TimeZone::get("Europe/Rome").expect("the time zone is known"),
        day_ends: Time::midnight(),
        holidays: Vec::new(),
        rules: Rules::USUAL,
        languages: LANGUAGES.iter().map(|tag| language(tag)).collect(),
        public_url: None,
        no_language: None,
        count: Vec::new(),
        institutions: vec![
            institution("asl", "ASL Città di Torino", health, "H", 0x006B3C, Presence::Always),
            institution("questura", "Questura – Ufficio Immigrazione", police, "Q", 0x0033A0, Presence::Always),
            institution("prefettura", "Prefettura", county, "F", 0x7A1F00, Presence::Weekly(vec![tuesday])),
            institution("mosaico", "Mosaico", bridge, "M", 0x8A4B00, Presence::Always),
        ],
        services: vec![
            service("asl.card", "asl", "H", 15),
            service("questura.asylum", "questura", "Q", 20),
            service("prefettura.family", "prefettura", "F", 40),
            service("mosaico.mediation", "mosaico", "M", 25),
        ],
        desks: vec![
            desk(1, ground, &["mosaico.mediation"]),
            desk(3, ground, &["questura.asylum"]),
            desk(4, ground, &["questura.asylum"]),
            desk(7, first, &["asl.card"]),
            desk(12, first, &["prefettura.family"]),
        ],
        needs: needs(),
    };
    Site::check(draft).expect("the glass's test site is right")
}

fn needs() -> Vec<Need> {
    let bring_health = vec![
        words([
            "Permesso o ricevuta",
            "Permit or receipt",
            "Titre ou récépissé",
            "الإقامة أو الإيصال",
            "Дозвіл або квитанція",
        ]),
        words([
            "Documento d’identità",
            "Identity document",
            "Pièce d’identité",
            "وثيقة هوية",
            "Документ, що посвідчує особу",
        ]),
        words(["Codice fiscale", "Tax code", "Code fiscal", "الرمز الضريبي", "Податковий код"]),
        words([
            "Il tuo indirizzo, scritto anche a mano",
            "Your address, also written by hand",
            "Votre adresse, même écrite à la main",
            "عنوانك، ولو مكتوباً بخط اليد",
            "Ваша адреса, можна написана від руки",
        ]),
    ];
    vec![
        menu(
            "permit",
            "identification-card",
            0x0033A0,
            [
                "Documenti e permesso",
                "Papers and permit",
                "Papiers et titre de séjour",
                "الأوراق والإقامة",
                "Документи і дозвіл",
            ],
            vec![
                leaf(
                    "permit.asylum",
                    "shield-check",
                    [
                        "Voglio chiedere protezione",
                        "I want to ask for protection",
                        "Je veux demander une protection",
                        "أريد طلب الحماية",
                        "Хочу просити захисту",
                    ],
                    to(&["mosaico.mediation", "questura.asylum"]),
                    vec![words([
                        "Qualunque carta tu abbia",
                        "Any paper you have",
                        "Tout papier que vous avez",
                        "أي ورقة لديك",
                        "Будь-який папір, який маєте",
                    ])],
                ),
                leaf(
                    "permit.renew",
                    "arrow-counter-clockwise",
                    [
                        "Rinnovare o ritirare il permesso",
                        "Renew or collect my permit",
                        "Renouveler ou retirer mon titre",
                        "تجديد الإقامة أو استلامها",
                        "Продовжити або отримати дозвіл",
                    ],
                    to(&["questura.asylum"]),
                    vec![],
                ),
                leaf(
                    "permit.family",
                    "users-three",
                    [
                        "Far venire la mia famiglia",
                        "Bring my family",
                        "Faire venir ma famille",
                        "لمّ شمل عائلتي",
                        "Возз’єднання з родиною",
                    ],
                    to(&["prefettura.family"]),
                    vec![],
                ),
                leaf(
                    "permit.minor",
                    "person-simple",
                    [
                        "Ho meno di 18 anni e sono solo",
                        "I am under 18 and alone",
                        "J’ai moins de 18 ans et je suis seul",
                        "عمري أقل من 18 سنة وأنا وحدي",
                        "Мені менше 18 і я сам",
                    ],
                    Leads::Person { desk: DeskNumber(1) },
                    vec![],
                ),
            ],
        ),
        top(
            "legal",
            "scales",
            0x6A1B9A,
            ["Aiuto legale", "Legal help", "Aide juridique", "مساعدة قانونية", "Правова допомога"],
        ),
        menu(
            "health",
            "stethoscope",
            0x006B3C,
            ["Salute", "Health", "Santé", "الصحة", "Здоров’я"],
            vec![leaf(
                "health.ssn",
                "first-aid",
                [
                    "Tessera sanitaria e medico",
                    "Health card and family doctor",
                    "Carte de santé et médecin",
                    "البطاقة الصحية وطبيب الأسرة",
                    "Медична картка і сімейний лікар",
                ],
                to(&["asl.card"]),
                bring_health,
            )],
        ),
        top(
            "care",
            "heart",
            0x00606B,
            [
                "Sto male, ho paura",
                "I feel bad, I am afraid",
                "Je vais mal, j’ai peur",
                "لست بخير، أنا خائف",
                "Мені погано, мені страшно",
            ],
        ),
        top("home", "house-line", 0x8A4B00, ["Casa", "A home", "Logement", "السكن", "Житло"]),
        top("work", "briefcase", 0x1F4E79, ["Lavoro", "Work", "Travail", "العمل", "Робота"]),
        top(
            "learn",
            "graduation-cap",
            0xB00020,
            [
                "Scuola e italiano",
                "School and Italian",
                "École et italien",
                "المدرسة واللغة الإيطالية",
                "Школа та італійська",
            ],
        ),
        top(
            "tax",
            "receipt",
            0x7A1F00,
            [
                "Codice fiscale e soldi",
                "Tax code and money",
                "Code fiscal et argent",
                "الرمز الضريبي والمال",
                "Податковий код і гроші",
            ],
        ),
        menu(
            "benefit",
            "users-four",
            0xAD1457,
            ["Famiglia e INPS", "Family and INPS", "Famille et INPS", "العائلة و INPS", "Сім’я та INPS"],
            vec![leaf(
                "benefit.family",
                "users-three",
                ["Ricongiungimento", "Reunion", "Regroupement", "لم الشمل", "Возз’єднання"],
                to(&["prefettura.family"]),
                vec![],
            )],
        ),
        top(
            "city",
            "bus",
            0x424242,
            ["Città e altro", "City and more", "Ville et autres", "المدينة وغيرها", "Місто та інше"],
        ),
    ]
}

fn to(services: &[&str]) -> Leads {
    Leads::Services(services.iter().map(|code| ServiceCode::parse(code).expect("a code")).collect())
}

fn top(code: &str, pictogram: &str, colour: u32, label: Five) -> Need {
    Need { colour: rgb(colour), ..leaf(code, pictogram, label, to(&["mosaico.mediation"]), vec![]) }
}

fn menu(code: &str, pictogram: &str, colour: u32, label: Five, below: Vec<Need>) -> Need {
    Need { content: NeedContent::Menu(below), ..top(code, pictogram, colour, label) }
}

fn leaf(code: &str, pictogram: &str, label: Five, leads: Leads, bring: Vec<Words>) -> Need {
    Need {
        code: NeedCode::parse(code).expect("a code"),
        label: words(label),
        pictogram: pictogram.to_owned(),
        colour: rgb(0x0033A0),
        content: NeedContent::Leaf { leads, bring, discreet: false },
    }
}

fn institution(code: &str, name: &str, gloss: Five, letter: &str, colour: u32, presence: Presence) -> Institution {
    Institution {
        code: InstitutionCode::parse(code).expect("a code"),
        name: name.to_owned(),
        gloss: words(gloss),
        letter: Letter::parse(letter).expect("a letter"),
        colour: rgb(colour),
        presence,
        exceptions: Vec::new(),
    }
}

fn service(code: &'static str, institution: &str, letter: &str, minutes: u16) -> Service {
    Service {
        code: ServiceCode::parse(code).expect("a code"),
        institution: InstitutionCode::parse(institution).expect("a code"),
        letter: Letter::parse(letter).expect("a letter"),
        label: words([code; 5]),
        minutes,
        after: Vec::new(),
    }
}

fn desk(number: u16, room: Five, services: &[&str]) -> Desk {
    Desk {
        number: DeskNumber(number),
        room: words(room),
        services: services.iter().map(|code| ServiceCode::parse(code).expect("a code")).collect(),
        languages: vec![language("it")],
    }
}

fn rgb(colour: u32) -> Colour {
    let [_, red, green, blue] = colour.to_be_bytes();
    Colour(red, green, blue)
}

pub fn language(tag: &str) -> LanguageTag {
    LanguageTag::parse(tag).expect("a tag")
}

fn words(texts: Five) -> Words {
    Words::new(LANGUAGES.iter().zip(texts).map(|(tag, text)| (language(tag), text.to_owned())))
}
