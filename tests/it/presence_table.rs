//! Presence against time: for each kind of hours, what the tile says and what the page behind it says.

use crate::queue_fixture::House;
use crate::site_file::known;
use crate::world::{need_code, tag};
use jiff::{SignedDuration, Timestamp};
use sportello::catalogue;
use sportello::domain::DeskNumber;
use sportello::domain::command::Command;
use sportello::kiosk::screens::Body;
use sportello::kiosk::screens::closed::Closed;
use sportello::kiosk::screens::confirm::Confirm;
use sportello::kiosk::screens::person::Person;
use sportello::kiosk::{Session, Touch, compose};
use sportello::locale::Locales;
use std::sync::Arc;

const HOURS: &str = include_str!("sites/hours.toml");
const LIKE_IT_IS: &[(&str, &str)] = &[];
const DAY_ENDS_AT_FOUR: &[(&str, &str)] = &[("# doors", "day_ends = \"4:00\"")];
const DOORS: &[(&str, &str)] = &[("# doors", DOORS_OF_THE_WEEK)];
const DOORS_OF_THE_WEEK: &str = r#"
[doors]
hours = { mon = ["8:30-12:30", "14:00-17:00"], tue = ["8:30-12:30"], fri = ["8:30-12:30"] }
except = { "2026-12-24" = ["9:00-11:00"] }
"#;
const OPEN_ON_CHRISTMAS: &[(&str, &str)] =
    &[("presence = \"always\"", "presence = \"always\"\nexcept = { \"2026-12-25\" = [\"10:00-12:00\"] }")];
const NIGHT_BEFORE_A_HOLIDAY: &[(&str, &str)] = &[("2026-12-25\"]", "2026-12-25\", \"2026-11-28\"]")];
const DESK_OF_TWO_SERVICES: &[(&str, &str)] =
    &[("number = 2\nroom = { it = \"piano terra\", en = \"ground floor\" }\nservices = [\"office\"]", DESK_TWO)];
const DESK_TWO: &str =
    "number = 2\nroom = { it = \"piano terra\", en = \"ground floor\" }\nservices = [\"office\", \"night\"]";
const WORDS_ALONE: &[(&str, &str)] = &[("call = \"112\", words", "words")];
const WELCOME_ELSEWHERE: &[(&str, &str)] =
    &[("services = [\"night\"]\n\n[[desks]]", "services = [\"night\", \"welcome\"]\n\n[[desks]]")];
const NO_WELCOME_DESK: &[(&str, &str)] = &[("welcome_desk = 1\n", "")];

/// A row: what it is about, the site's changes, the moment, the open desks, how many wait, the need, and what its tile and its
/// page say.
type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str, &'a [u16], usize, &'a str, &'a str, &'a str);

#[rustfmt::skip]
const TABLE: &[Row<'_>] = &[
    // An ordinary week: before, lunch, the end of the day, the cut-off.
    ("four hours before", LIKE_IT_IS, "2026-11-23T05:00:00+01:00", &[], 0, "office", "", "number: The desk opens at 09:00"),
    ("a minute before", LIKE_IT_IS, "2026-11-23T08:59:00+01:00", &[], 0, "office", "", "number: The desk opens at 09:00"),
    ("they are here, no desk is open", LIKE_IT_IS, "2026-11-23T09:00:00+01:00", &[], 0, "office", "", "number: No desk is open yet"),
    ("no desk is open, three wait", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[], 3, "office", "", "number: 3 people are waiting | No desk is open yet"),
    ("a desk is open", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[2], 0, "office", "", "number: Nobody is waiting"),
    ("a desk is open, two wait", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[2], 2, "office", "", "number: 2 people are waiting"),
    ("lunch", LIKE_IT_IS, "2026-11-23T13:00:00+01:00", &[], 0, "office", "", "number: The desk opens at 14:00"),
    ("lunch, two wait", LIKE_IT_IS, "2026-11-23T13:10:00+01:00", &[], 2, "office", "", "number: 2 people are waiting | The desk opens at 14:00"),
    ("lunch, a desk works on", LIKE_IT_IS, "2026-11-23T13:30:00+01:00", &[2], 0, "office", "", "number: Nobody is waiting"),
    ("sixteen minutes left", LIKE_IT_IS, "2026-11-23T16:44:00+01:00", &[2], 0, "office", "", "number: Nobody is waiting"),
    ("fewer minutes left than a visit takes", LIKE_IT_IS, "2026-11-23T16:46:00+01:00", &[2], 0, "office", "Full today", "No more numbers today. Opens again Tuesday 24 November, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("the cut-off", LIKE_IT_IS, "2026-11-23T16:50:00+01:00", &[2], 0, "office", "Full today", "No more numbers today. Opens again Tuesday 24 November, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("full, long before they leave", LIKE_IT_IS, "2026-11-23T16:00:00+01:00", &[2], 9, "office", "Full today", "No more numbers today. Opens again Tuesday 24 November, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("over for today", LIKE_IT_IS, "2026-11-23T17:00:00+01:00", &[], 0, "office", "Closed now", "This desk is closed now. Opens again Tuesday 24 November, 09:00"),
    ("over for today, a desk is still open", LIKE_IT_IS, "2026-11-23T17:10:00+01:00", &[2], 0, "office", "Closed now", "This desk is closed now. Opens again Tuesday 24 November, 09:00"),
    ("not here on Thursdays, the next Monday is an exception", LIKE_IT_IS, "2026-11-26T10:00:00+01:00", &[], 0, "office", "Not here today", "This desk is not here today. Opens again Tuesday 1 December, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("not here on Thursdays, a desk is open", LIKE_IT_IS, "2026-11-26T10:00:00+01:00", &[2], 0, "office", "", "number: Nobody is waiting"),
    ("the weekend", LIKE_IT_IS, "2026-11-28T10:00:00+01:00", &[], 0, "office", "Not here today", "This desk is not here today. Opens again Tuesday 1 December, 09:00"),
    ("never far away", LIKE_IT_IS, "2026-11-25T10:00:00+01:00", &[], 0, "tuesday", "Not here today", "This desk is not here today. Opens again Tuesday 1 December, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    // Exceptions and holidays.
    ("a date with hours of its own, before", LIKE_IT_IS, "2026-11-25T09:30:00+01:00", &[], 0, "office", "", "number: The desk opens at 10:00"),
    ("a date with hours of its own, after", LIKE_IT_IS, "2026-11-25T11:30:00+01:00", &[], 0, "office", "Closed now", "This desk is closed now. Opens again Tuesday 1 December, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("a date without hours", LIKE_IT_IS, "2026-11-30T10:00:00+01:00", &[], 0, "office", "Not here today", "This desk is not here today. Opens again Tuesday 1 December, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("a holiday of the house", LIKE_IT_IS, "2026-12-25T10:00:00+01:00", &[], 0, "always", "Closed now", "It is closed here now. Opens again Saturday 26 December, 00:00"),
    ("a holiday, and they come", OPEN_ON_CHRISTMAS, "2026-12-25T10:30:00+01:00", &[], 0, "always", "", "number: No desk is open yet"),
    ("always open, the eve of a holiday", LIKE_IT_IS, "2026-12-24T23:52:00+01:00", &[], 0, "always", "Full today", "No more numbers today. Opens again Saturday 26 December, 00:00"),
    ("a holiday ends no night that began before", NIGHT_BEFORE_A_HOLIDAY, "2026-11-28T01:00:00+01:00", &[], 0, "night", "", "number: No desk is open yet"),
    // Past midnight, as one stretch and as two, with the business day ending at midnight and at four.
    ("the evening before", LIKE_IT_IS, "2026-11-27T19:00:00+01:00", &[], 0, "night", "", "number: The desk opens at 20:00"),
    ("an hour before midnight, three wait", LIKE_IT_IS, "2026-11-27T23:10:00+01:00", &[], 3, "night", "", "number: 3 people are waiting | No desk is open yet"),
    ("before midnight", LIKE_IT_IS, "2026-11-27T23:52:00+01:00", &[], 0, "night", "", "number: No desk is open yet"),
    ("after midnight", LIKE_IT_IS, "2026-11-28T00:00:30+01:00", &[], 0, "night", "", "number: No desk is open yet"),
    ("the end of the night", LIKE_IT_IS, "2026-11-28T02:50:00+01:00", &[], 0, "night", "Full today", "No more numbers today. Opens again Saturday 28 November, 22:00"),
    ("the morning after", LIKE_IT_IS, "2026-11-28T03:00:00+01:00", &[], 0, "night", "Opens at 22:00", "This desk is closed now. Opens again Saturday 28 November, 22:00"),
    ("the day ends at four: before midnight, three wait", DAY_ENDS_AT_FOUR, "2026-11-27T23:10:00+01:00", &[], 3, "night", "", "number: 3 people are waiting | No desk is open yet"),
    ("the day ends at four: after midnight", DAY_ENDS_AT_FOUR, "2026-11-28T00:30:00+01:00", &[], 0, "night", "", "number: No desk is open yet"),
    ("the day ends at four: after the night", DAY_ENDS_AT_FOUR, "2026-11-28T03:30:00+01:00", &[], 0, "night", "Closed now", "This desk is closed now. Opens again Saturday 28 November, 22:00"),
    ("the evening before", LIKE_IT_IS, "2026-11-27T19:00:00+01:00", &[], 0, "split", "", "number: The desk opens at 20:00"),
    ("an hour before midnight, three wait", LIKE_IT_IS, "2026-11-27T23:10:00+01:00", &[], 3, "split", "", "number: 3 people are waiting | No desk is open yet"),
    ("before midnight", LIKE_IT_IS, "2026-11-27T23:52:00+01:00", &[], 0, "split", "", "number: No desk is open yet"),
    ("after midnight", LIKE_IT_IS, "2026-11-28T00:00:30+01:00", &[], 0, "split", "", "number: No desk is open yet"),
    ("the end of the night", LIKE_IT_IS, "2026-11-28T02:50:00+01:00", &[], 0, "split", "Full today", "No more numbers today. Opens again Friday 4 December, 20:00"),
    ("the morning after", LIKE_IT_IS, "2026-11-28T03:00:00+01:00", &[], 0, "split", "Closed now", "This desk is closed now. Opens again Friday 4 December, 20:00"),
    ("the day ends at four: before midnight, three wait", DAY_ENDS_AT_FOUR, "2026-11-27T23:10:00+01:00", &[], 3, "split", "", "number: 3 people are waiting | No desk is open yet"),
    ("the day ends at four: after midnight", DAY_ENDS_AT_FOUR, "2026-11-28T00:30:00+01:00", &[], 0, "split", "", "number: No desk is open yet"),
    ("the day ends at four: after the night", DAY_ENDS_AT_FOUR, "2026-11-28T03:30:00+01:00", &[], 0, "split", "Closed now", "This desk is closed now. Opens again Friday 4 December, 20:00"),
    // Open day and night: by the week, and as always.
    ("two wait late in the evening", LIKE_IT_IS, "2026-11-23T23:20:00+01:00", &[], 2, "daily", "", "number: 2 people are waiting | No desk is open yet"),
    ("five minutes before midnight", LIKE_IT_IS, "2026-11-23T23:55:00+01:00", &[], 0, "daily", "", "number: No desk is open yet"),
    ("midnight", LIKE_IT_IS, "2026-11-24T00:00:00+01:00", &[], 0, "daily", "", "number: No desk is open yet"),
    ("two wait late in the evening", LIKE_IT_IS, "2026-11-23T23:20:00+01:00", &[], 2, "always", "", "number: 2 people are waiting | No desk is open yet"),
    ("five minutes before midnight", LIKE_IT_IS, "2026-11-23T23:55:00+01:00", &[], 0, "always", "", "number: No desk is open yet"),
    ("midnight", LIKE_IT_IS, "2026-11-24T00:00:00+01:00", &[], 0, "always", "", "number: No desk is open yet"),
    // Nights with a changed clock: from 1:50 to 4:00 it is 70 minutes in spring, and from 2:50 it is 130 in autumn.
    ("spring, four wait", LIKE_IT_IS, "2027-03-28T01:50:00+01:00", &[], 4, "night", "Full today", "No more numbers today. Opens again Friday 2 April, 20:00"),
    ("spring, three wait", LIKE_IT_IS, "2027-03-28T01:50:00+01:00", &[], 3, "night", "", "number: 3 people are waiting | No desk is open yet"),
    ("autumn, seven wait", LIKE_IT_IS, "2026-10-25T02:50:00+02:00", &[], 7, "night", "", "number: 7 people are waiting | No desk is open yet"),
    ("autumn, in the second half past two", LIKE_IT_IS, "2026-10-25T02:30:00+01:00", &[], 0, "night", "", "number: No desk is open yet"),
    ("autumn, over", LIKE_IT_IS, "2026-10-25T04:00:00+01:00", &[], 0, "night", "Closed now", "This desk is closed now. Opens again Friday 30 October, 20:00"),
    // The hours of the house.
    ("long before the doors open", DOORS, "2026-11-23T06:00:00+01:00", &[], 0, "always", "Opens at 08:30", "It is closed here now. Opens again Monday 23 November, 08:30"),
    ("an hour before", DOORS, "2026-11-23T07:30:00+01:00", &[], 0, "always", "", "number: The desk opens at 08:30"),
    ("long before, a desk is open", DOORS, "2026-11-23T06:00:00+01:00", &[7], 0, "always", "", "number: Nobody is waiting"),
    ("the doors are open", DOORS, "2026-11-23T08:30:00+01:00", &[], 0, "always", "", "number: No desk is open yet"),
    ("the cut-off before lunch", DOORS, "2026-11-23T12:25:00+01:00", &[], 0, "always", "", "number: No desk is open yet"),
    ("lunch of the house", DOORS, "2026-11-23T13:00:00+01:00", &[], 0, "always", "", "number: The desk opens at 14:00"),
    ("the cut-off of the evening", DOORS, "2026-11-23T16:55:00+01:00", &[], 0, "always", "Full today", "No more numbers today. Opens again Tuesday 24 November, 08:30 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("the doors are shut", DOORS, "2026-11-23T18:00:00+01:00", &[], 0, "always", "Closed now", "It is closed here now. Opens again Tuesday 24 November, 08:30"),
    ("the weekend", DOORS, "2026-11-28T10:00:00+01:00", &[], 0, "always", "Closed now", "It is closed here now. Opens again Monday 30 November, 08:30"),
    ("a date with hours of its own", DOORS, "2026-12-24T10:00:00+01:00", &[], 0, "always", "", "number: No desk is open yet"),
    ("that date, after them", DOORS, "2026-12-24T11:30:00+01:00", &[], 0, "always", "Closed now", "It is closed here now. Opens again Monday 28 December, 08:30"),
    ("open doors, away today", DOORS, "2026-11-27T10:00:00+01:00", &[], 0, "office", "Not here today", "This desk is not here today. Opens again Tuesday 1 December, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("shut doors, away until Monday", DOORS, "2026-11-27T13:00:00+01:00", &[], 0, "office", "Closed now", "It is closed here now. Opens again Tuesday 1 December, 09:00"),
    // A person, and what helps while there is none.
    ("the desk has not been opened", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[], 0, "ask", "", "Go straight to the desk 2. You don’t need a number. Someone there will help you."),
    ("the desk is open", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[2], 0, "ask", "", "Go straight to the desk 2. You don’t need a number. Someone there will help you."),
    ("another of its kind is open", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[3], 0, "ask", "", "Go straight to the desk 3. You don’t need a number. Someone there will help you."),
    ("lunch", LIKE_IT_IS, "2026-11-23T13:10:00+01:00", &[], 0, "ask", "Opens at 14:00", "This desk is closed now. Opens again Monday 23 November, 14:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("the evening", LIKE_IT_IS, "2026-11-23T21:51:00+01:00", &[], 0, "ask", "Closed now", "This desk is closed now. Opens again Tuesday 24 November, 09:00"),
    ("the weekend", LIKE_IT_IS, "2026-11-28T10:00:00+01:00", &[], 0, "ask", "Not here today", "This desk is not here today. Opens again Tuesday 1 December, 09:00"),
    ("the doors are shut", DOORS, "2026-11-23T21:51:00+01:00", &[], 0, "ask", "Closed now", "It is closed here now. Opens again Tuesday 24 November, 09:00"),
    ("the desk has not been opened", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[], 0, "danger", "", "Go straight to the desk 2. You don’t need a number. Someone there will help you. | Nobody there? Call 112. Day and night, free."),
    ("the desk has not been opened, there is no telephone", WORDS_ALONE, "2026-11-23T10:00:00+01:00", &[], 0, "danger", "", "Go straight to the desk 2. You don’t need a number. Someone there will help you. | Day and night, free."),
    ("a desk is open that does only a part of what this one does", DESK_OF_TWO_SERVICES, "2026-11-23T10:00:00+01:00", &[3], 0, "danger", "", "Go straight to the desk 2. You don’t need a number. Someone there will help you. | Nobody there? Call 112. Day and night, free."),
    ("in the evening a desk is open that does only a part", DESK_OF_TWO_SERVICES, "2026-11-23T21:51:00+01:00", &[3], 0, "danger", "Closed now", "Nobody is at this desk now. Call this number 112. Day and night, free. | Opens again Tuesday 24 November, 09:00"),
    ("the desk is open", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[2], 0, "danger", "", "Go straight to the desk 2. You don’t need a number. Someone there will help you."),
    ("another of its kind is open", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[3], 0, "danger", "", "Go straight to the desk 3. You don’t need a number. Someone there will help you."),
    ("lunch", LIKE_IT_IS, "2026-11-23T13:10:00+01:00", &[], 0, "danger", "Opens at 14:00", "Nobody is at this desk now. Call this number 112. Day and night, free. | Opens again Monday 23 November, 14:00"),
    ("the evening", LIKE_IT_IS, "2026-11-23T21:51:00+01:00", &[], 0, "danger", "Closed now", "Nobody is at this desk now. Call this number 112. Day and night, free. | Opens again Tuesday 24 November, 09:00"),
    ("the weekend", LIKE_IT_IS, "2026-11-28T10:00:00+01:00", &[], 0, "danger", "Not here today", "Nobody is at this desk now. Call this number 112. Day and night, free. | Opens again Tuesday 1 December, 09:00"),
    ("the doors are shut", DOORS, "2026-11-23T21:51:00+01:00", &[], 0, "danger", "Closed now", "Nobody is at this desk now. Call this number 112. Day and night, free. | Opens again Tuesday 24 November, 09:00"),
    // The welcome desk, and a menu.
    ("the welcome desk is there", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[], 0, "tuesday", "Not here today", "This desk is not here today. Opens again Tuesday 24 November, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("the welcome desk is shut", LIKE_IT_IS, "2026-11-23T20:00:00+01:00", &[], 0, "tuesday", "Not here today", "This desk is not here today. Opens again Tuesday 24 November, 09:00"),
    ("it is shut, and another desk does the same", WELCOME_ELSEWHERE, "2026-11-23T20:00:00+01:00", &[4], 0, "tuesday", "Not here today", "This desk is not here today. Opens again Tuesday 24 November, 09:00"),
    ("it is open after its hours", LIKE_IT_IS, "2026-11-23T20:00:00+01:00", &[1], 0, "tuesday", "Not here today", "This desk is not here today. Opens again Tuesday 24 November, 09:00 | Can’t wait? Ask at the welcome desk: we will find another way."),
    ("the site has none", NO_WELCOME_DESK, "2026-11-23T10:00:00+01:00", &[], 0, "tuesday", "Not here today", "This desk is not here today. Opens again Tuesday 24 November, 09:00"),
    ("a menu of which one is here", LIKE_IT_IS, "2026-11-23T10:00:00+01:00", &[], 0, "more", "", "menu"),
    ("a menu of which one opens first", LIKE_IT_IS, "2026-11-23T18:00:00+01:00", &[], 0, "more", "Closed now", "menu"),
];

/// Sits at the glass and reads it.
struct Glass {
    session: Session,
    now: Timestamp,
    locales: Locales,
}

impl Glass {
    fn of(house: &House) -> Glass {
        let session = Session::new(Arc::new(house.day.clone()), "table", house.now);
        let mut glass = Glass { session, now: house.now, locales: Locales::load().expect("the messages") };
        glass.taps(Touch::ChooseLanguage(tag("en")));
        glass
    }

    fn taps(&mut self, touch: Touch) {
        self.now += SignedDuration::from_millis(600);
        self.session.handle(Touch::Anywhere.into(), self.now);
        self.session.handle(touch.into(), self.now);
    }

    fn body(&self) -> Body {
        compose(&self.session, &self.locales, "").body
    }

    fn tile(&self, need: &str) -> String {
        let Body::Needs(menu) = self.body() else { panic!("a menu") };
        let tile = menu.tiles.into_iter().find(|tile| tile.id == need).expect("the tile");
        if tile.is_open || !tile.note.is_empty() { without_marks(&tile.note) } else { "grey without a word".to_owned() }
    }

    fn page(&mut self, need: &str) -> String {
        self.taps(Touch::ChooseNeed(need_code(need)));
        let line = match self.body() {
            Body::Confirm(Confirm { waiting, wait, .. }) => [Some(format!("number: {waiting}")), wait],
            Body::Closed(Closed { title, next, help, .. }) => [Some(format!("{title}. {next}")), help],
            Body::Person(Person { notice, title, number, text, help, .. }) => {
                [Some(format!("{}{title} {number}. {text}", notice.map_or_else(String::new, |it| it + ". "))), help]
            }
            Body::Needs(_) => [Some("menu".to_owned()), None],
            other => panic!("{other:?}"),
        };
        let line = line.into_iter().flatten().collect::<Vec<_>>().join(" | ");
        without_marks(&line)
    }
}

fn without_marks(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

#[test]
fn the_glass_says_at_each_moment_who_is_there() {
    let mut wrong = Vec::new();
    for (what, changes, now, desks, waiting, need, tile, page) in TABLE {
        let text = changes.iter().fold(HOURS.to_owned(), |text, (before, after)| {
            assert!(text.contains(before), "{before}");
            text.replace(before, after)
        });
        let site = catalogue::read(&text, "hours.toml", &known()).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
        let mut house = House::of(Arc::new(site), now);
        for _ in 0..*waiting {
            // Those who were refused are not there.
            let _ = house.tries(&[need], "it", false);
        }
        house.opens(desks);
        let mut glass = Glass::of(&house);
        let (told_tile, told_page) = (glass.tile(need), glass.page(need));
        if (told_tile.as_str(), told_page.as_str()) != (*tile, *page) {
            wrong.push(format!("{now} {need} ({what}): {told_tile:?}, {told_page:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), TABLE.len(), wrong.join("\n"));
    assert!(TABLE.len() >= 48);
}

/// The person may be away for a while: a pause is not "here".
#[test]
fn a_desk_in_a_pause_is_not_the_only_hope_of_somebody_in_danger() {
    let site = catalogue::read(HOURS, "hours.toml", &known()).expect("a sound site");
    let mut house = House::of(Arc::new(site), "2026-11-23T10:00:00+01:00");
    house.opens(&[2]);
    house.does(Command::Pause { desk: DeskNumber(2) }).expect("a pause");
    let page = Glass::of(&house).page("danger");
    assert!(
        page.starts_with("Go straight to the desk 2") && page.ends_with("Call 112. Day and night, free."),
        "{page}"
    );
    house.opens(&[3]);
    let page = Glass::of(&house).page("danger");
    assert!(page.starts_with("Go straight to the desk 3") && !page.contains("112"), "{page}");
}
