//! Names and PINs: one rule at every door, whoever typed them on which keyboard.

use crate::web_world::{PIN, World};
use rusqlite::Connection;
use sportello::journal::{KeyedDevice, Pin, PinFault, PinOrigin, Role, StaffBook, StaffError, pin};
use std::path::PathBuf;

/// What comes to mind at once, and is in every list of common PINs.
const COMMON: &[&str] = &[
    "000000",
    "111111",
    "222222",
    "123456",
    "654321",
    "012345",
    "890123",
    "987654",
    "246802",
    "121212",
    "123123",
    "112233",
    "111222",
    "123321",
    "789456",
    "159753",
    "147258",
    "258369",
    "101112",
    "246810",
    "102030",
    "241190",
    "901124",
    "199011",
    "111990",
    "24111990",
    "19901124",
    "12345678",
    "abcdef",
    "qwerty",
    "QWERTY",
    "asdfgh",
    "abc123",
    "aaaaaa",
    "ababab",
    "password",
    "Password1",
    "sportello",
    "sportello1",
    "anna12",
    "annaanna",
    "Anna2026",
    "annas pin",
    "aaabbb",
    "１２３４５６",
    "٠٠٠٠٠٠",
    "101010",
    "100000",
    "300303",
];

fn file(world: &World) -> PathBuf {
    world.folder.path().join("journal.sqlite")
}

fn book(world: &World) -> StaffBook {
    StaffBook::open(&file(world)).expect("the staff book")
}

fn hash(text: &str, name: &str) -> String {
    Pin::choose(text, name).expect("a PIN").hash().expect("a hash")
}

#[tokio::test]
async fn a_name_is_the_same_however_it_is_typed() {
    let world = World::new();
    let book = book(&world);
    // Composed and not, in capitals, with other digits and other spaces.
    let ways = [
        ("Zoë 2", ["Zoë 2", "Zoe\u{308} 2", "ZOË 2", " zoë\u{a0}\u{662} "]),
        ("Weiß", ["Weiß", "WEISS", "weiss", "\u{3000}Weiß\u{3000}"]),
        ("ሰላም", ["ሰላም", " ሰላም", "ሰላም ", "\u{2009}ሰላም"]),
    ];
    for (name, typed) in ways {
        book.add(name, Role::Desk, &hash(PIN, name)).expect("an account");
        for typed in typed {
            let answer = world.sign_in_at("192.0.2.7", typed, PIN, "").await;
            assert_eq!(answer.status, 200, "{typed:?}: {}", answer.text);
            assert_eq!(answer.json()["name"], name, "{typed:?}");
            let taken = book.add(typed, Role::Manager, "hash");
            assert!(matches!(taken, Err(StaffError::NameTaken(ref known)) if known == name), "{typed:?}: {taken:?}");
        }
    }
    assert_eq!(world.sign_in_at("192.0.2.7", "zoe 2", PIN, "").await.status, 401, "another letter is another name");
}

#[test]
fn what_can_not_be_seen_or_is_too_long_is_no_name_and_no_pin() {
    let world = World::new();
    let book = book(&world);
    let hidden = [
        '\u{202e}',
        '\u{200b}',
        '\u{200d}',
        '\u{2066}',
        '\u{feff}',
        '\u{ad}',
        '\u{3164}',
        '\u{e0041}',
        '\u{e000}',
        '\u{7}',
        '\u{85}',
        '\u{2028}',
        '\u{2800}',
        '\n',
    ];
    for sign in hidden {
        for name in [format!("gre{sign}ta"), format!("{sign}greta{sign}x")] {
            let refused = book.add(&name, Role::Desk, "hash");
            assert!(matches!(refused, Err(StaffError::BadName(_))), "{name:?}: {refused:?}");
            assert!(book.add_device(&KeyedDevice::kiosk(&name), &[1; 32], world.clock.now()).is_err(), "{name:?}");
        }
        assert_eq!(Pin::choose(&format!("48{sign}2915"), "anna"), Err(PinFault::Hidden), "{sign:?}");
    }
    for name in ["", " ", "\u{301}", &"ü".repeat(41)] {
        assert!(book.add(name, Role::Desk, "hash").is_err(), "{name:?}");
    }
    let longest = ["u\u{308}".repeat(40), "ሀ".repeat(40), "🎈".repeat(40)];
    for name in &longest {
        book.add(name, Role::Desk, "hash").expect("forty characters");
    }
    assert_eq!(Pin::choose(&"x1".repeat(33), "anna"), Err(PinFault::TooLong));
    assert_eq!(Pin::choose("🎈🎉🎈", "anna"), Err(PinFault::TooShort), "characters, not bytes");
}

#[tokio::test]
async fn a_pin_is_the_same_on_every_keyboard() {
    let world = World::new();
    let book = book(&world);
    book.add("greta", Role::Desk, &hash("\u{6f4}\u{6f8}\u{6f2}\u{6f9}\u{6f1}\u{6f5}", "greta")).expect("an account");
    book.add("ivan", Role::Desk, &hash(" Perche\u{301} no? ", "ivan")).expect("an account");
    let longest =
        "Ò quê caffè, così dolce là: «più lungo» è più sicuro, città dì £5 àé".chars().take(64).collect::<String>();
    assert_eq!(longest.chars().count(), 64);
    book.add("lea", Role::Desk, &hash(&longest, "lea")).expect("an account");
    let digits =
        ["482915", "٤٨٢٩١٥", "۴۸۲۹۱۵", "৪৮২৯১৫", "४८२९१५", "４８２９１５", "᠔᠘᠒᠙᠑᠕", " 482915 ", "\u{a0}482915\t"];
    let apart =
        longest.replace('è', "e\u{300}").replace('ì', "i\u{300}").replace('à', "a\u{300}").replace('ê', "e\u{302}");
    let typed = digits.iter().map(|typed| ("greta", *typed));
    for (name, typed) in typed.chain([("ivan", "Perché no?"), ("ivan", "Perche\u{301}\u{a0}no? "), ("lea", &*apart)]) {
        let answer = world.sign_in_at("192.0.2.7", name, typed, "").await;
        assert_eq!(answer.status, 200, "{name} {typed:?}: {}", answer.text);
    }
    for (name, typed) in [("greta", "482 915"), ("ivan", "perché no?"), ("ivan", "Perche no?")] {
        assert_eq!(world.sign_in_at("192.0.2.8", name, typed, "").await.status, 401, "{name} {typed:?}");
    }
    let form = "name=GRETA+&pin=+%D9%A4%D9%A8%D9%A2%D9%A9%D9%A1%D9%A5&next=/desk".to_owned();
    assert_eq!(world.submit("/sign-in", "", &form).await.status, 303, "by the form, too");
}

#[test]
fn pins_that_are_guessed_first_are_refused_and_others_are_not() {
    for pin in COMMON {
        assert_eq!(Pin::choose(pin, "Anna"), Err(PinFault::Common), "{pin}");
    }
    for pin in ["0000", "1234", "", "  12345  ", "12 34"] {
        assert_eq!(Pin::choose(pin, "Anna"), Err(PinFault::TooShort), "{pin}");
    }
    let fine = [
        "482915",
        "314159",
        "271828",
        "739164",
        "506172",
        "correct horse battery",
        "Perché no?",
        "ሰላም ለሁሉ",
        "🎈🎉🎊🎋🎁🎀",
        "anna739164",
    ];
    for pin in fine {
        assert!(Pin::choose(pin, "Anna").is_ok(), "{pin}: {:?}", Pin::choose(pin, "Anna"));
    }
    let of_others = Pin::choose("gretagreta7", "Anna");
    assert!(of_others.is_ok(), "only the own name is the first guess: {of_others:?}");
    for _ in 0..50 {
        let made = Pin::random("anna").expect("random digits");
        assert!(made.as_str().len() == 6 && Pin::choose(made.as_str(), "anna").is_ok());
    }
}

#[tokio::test]
async fn accounts_of_older_versions_stay_usable() {
    let world = World::new();
    let database = Connection::open(file(&world)).expect("the database");
    let old = [
        ("Ada", "1234", "ada"),
        ("ada", "5678", "ada"),
        ("lu\u{200b}cy", "9081", "lucy"),
        ("u\u{308}bel", "٤٨٢٩", "Übel"),
    ];
    for (name, pin, _) in old {
        let hash = pin::hash(pin).expect("a hash");
        let sql = "INSERT INTO staff (name, role, pin_hash) VALUES (?1, 'desk', ?2)";
        database.execute(sql, (name, hash)).expect("an account");
    }
    for (name, pin, alike) in old {
        assert_eq!(world.sign_in_at("192.0.2.7", name, pin, "").await.json()["name"], name, "as it is stored");
        let account = book(&world).account(name).expect("the book").expect("an account");
        assert_eq!((account.pin_origin, account.name.as_str()), (PinOrigin::Older, name));
        let added = book(&world).add(alike, Role::Manager, "hash");
        assert!(matches!(added, Err(StaffError::NameTaken(_))), "{alike} can't be told from {name:?}");
    }
    assert_eq!(world.sign_in_at("192.0.2.7", "LUCY", "9081", "").await.status, 200);
    assert_eq!(world.sign_in_at("192.0.2.7", "ADA", "1234", "").await.status, 401, "it could be either");
    for (name, _, _) in old {
        assert!(book(&world).remove(name).expect("the book"), "{name:?}");
    }
}

#[tokio::test]
async fn a_new_sign_in_ends_the_one_that_the_browser_had() {
    let world = World::new();
    let first = world.sign_in_at("192.0.2.7", "anna", PIN, "").await.cookies();
    let elsewhere = world.sign_in_at("192.0.2.8", "anna", PIN, "").await.cookies();
    let second = world.sign_in_at("192.0.2.7", "bruno", PIN, &first).await.cookies();
    let status = async |cookies: &str| world.get("/api/v1/day", cookies).await.status.as_u16();
    assert_eq!((status(&first).await, status(&second).await, status(&elsewhere).await), (401, 200, 200));
    // Neither of them costs the other its place among the known at this browser.
    let browser = second.split("; ").find(|it| it.starts_with("sportello_browser")).expect("its cookie").to_owned();
    for name in ["anna", "bruno"] {
        for _ in 0..6 {
            world.sign_in_at("192.0.2.7", name, "000000", "").await;
        }
        assert_eq!(world.sign_in_at("192.0.2.7", name, PIN, "").await.status, 429, "{name}");
        assert_eq!(world.sign_in_at("192.0.2.7", name, PIN, &browser).await.status, 200, "{name}");
    }
}
