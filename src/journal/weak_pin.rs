//! Which PINs are guessed first: by rules, not by a list.

use jiff::civil::Date;

/// The fewest characters of a PIN.
pub(super) const SHORTEST: usize = 6;
/// The most characters of a PIN that is common for its pattern: no list of such PINs has longer ones.
const LONGEST_COMMON: usize = 12;
/// Rows of keyboards and of the keypad, along which fingers run.
const ROWS: [&str; 9] = [
    "qwertyuiop",
    "qwertzuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "147258369147",
    "159357159",
    "159753159",
];
/// Words that come to mind at once, beside the account's own name.
const WORDS: [&str; 8] = ["sportello", "password", "passwort", "parola", "segreto", "secret", "benvenuto", "welcome"];
/// Numbers that count on in steps of these make no PIN: 101112, 246810, 102030.
const STEPS: [usize; 4] = [1, 2, 5, 10];
/// A year within a person's life.
const YEARS: std::ops::RangeInclusive<i16> = 1920..=2060;

/// Whether a PIN is among those that are guessed first. Both texts are folded; `name` is the account's.
pub(super) fn is_common(pin: &str, name: &str) -> bool {
    let signs: Vec<char> = pin.chars().collect();
    let different = signs.iter().collect::<std::collections::BTreeSet<_>>().len();
    let has_pattern = different <= 2
        || is_repeated(&signs)
        || is_doubled(&signs)
        || is_of_runs(&signs)
        || is_on_a_row(pin)
        || is_counting(pin)
        || is_date(pin);
    (has_pattern && signs.len() <= LONGEST_COMMON)
        || WORDS.iter().chain([&name]).any(|word| is_little_more_than(pin, word))
}

/// 123123, abcabc.
fn is_repeated(signs: &[char]) -> bool {
    (1..=signs.len() / 2).any(|length| signs.chunks(length).all(|part| signs.starts_with(part)))
}

/// 112233.
fn is_doubled(signs: &[char]) -> bool {
    signs.chunks(2).all(|pair| pair.first() == pair.last())
}

/// 123456, 864208, abc123, 123321, 111222: nothing but runs of three and more.
fn is_of_runs(signs: &[char]) -> bool {
    let mut left = signs;
    while !left.is_empty() {
        let step = left.first().zip(left.get(1)).and_then(|(one, other)| step(*one, *other));
        let goes_on = |pair: &&[char]| step.is_some() && self::step(pair[0], pair[1]) == step;
        let length = 1 + left.windows(2).take_while(goes_on).count();
        if length < 3 {
            return false;
        }
        left = &left[length..];
    }
    true
}

/// How far one digit or letter is from the one before, up to two; after 9 comes 0.
fn step(one: char, other: char) -> Option<i64> {
    let by = i64::from(u32::from(other)) - i64::from(u32::from(one));
    let are_digits = one.is_ascii_digit() && other.is_ascii_digit();
    let by = if are_digits { (by + 12).rem_euclid(10) - 2 } else { by };
    (-2..=2).contains(&by).then_some(by)
}

fn is_on_a_row(pin: &str) -> bool {
    let back: String = pin.chars().rev().collect();
    ROWS.iter().any(|row| row.contains(pin) || row.contains(&back))
}

fn is_counting(pin: &str) -> bool {
    let first = pin.as_bytes().first().copied().unwrap_or_default();
    let counts_from = |start: usize, step: usize| {
        let mut text = String::new();
        let numbers = (start..).step_by(step).take_while(|_| true);
        for number in numbers {
            if text.len() >= pin.len() {
                break;
            }
            text.push_str(&number.to_string());
        }
        text.starts_with(pin)
    };
    first.is_ascii_digit()
        && (0..100)
            .filter(|start: &usize| start.to_string().as_bytes().first() == Some(&first))
            .any(|start| STEPS.iter().any(|step| counts_from(start, *step)))
}

/// Days and months, as people write their birthdays: 241190, 901124, 24111990, 11241990, 19901124, 111990, 199011.
fn is_date(pin: &str) -> bool {
    if !pin.bytes().all(|digit| digit.is_ascii_digit()) {
        return false;
    }
    let number = |from: usize, to: usize| pin.get(from..to).and_then(|part| part.parse::<i16>().ok()).unwrap_or(-1);
    // Of two digits of a year, 2000 stands for all: it is a leap year.
    let is_day = |year: i16, month: i16, day: i16| {
        let (month, day) = (i8::try_from(month), i8::try_from(day));
        month.is_ok_and(|month| day.is_ok_and(|day| Date::new(year, month, day).is_ok()))
    };
    let is_month = |year: i16, month: i16| YEARS.contains(&year) && (1..=12).contains(&month);
    match pin.len() {
        6 => {
            is_day(2000, number(2, 4), number(0, 2))
                || is_day(2000, number(2, 4), number(4, 6))
                || is_month(number(2, 6), number(0, 2))
                || is_month(number(0, 4), number(4, 6))
        }
        8 => {
            let (first, last) = (number(0, 4), number(4, 8));
            YEARS.contains(&first) && is_day(first, number(4, 6), number(6, 8))
                || YEARS.contains(&last)
                    && (is_day(last, number(2, 4), number(0, 2)) || is_day(last, number(0, 2), number(2, 4)))
        }
        _ => false,
    }
}

/// A word, alone, backwards or with less around it than would be a PIN of its own.
fn is_little_more_than(pin: &str, word: &str) -> bool {
    let word = word.replace(' ', "");
    if word.chars().count() < 3 {
        return false;
    }
    let back: String = word.chars().rev().collect();
    let rest = |word: &str| pin.contains(word).then(|| pin.replace(word, "").replace(' ', "").chars().count());
    let is_little = |word: &str| rest(word).is_some_and(|left| left < SHORTEST);
    is_little(&word) || is_little(&back) || word.contains(pin)
}
