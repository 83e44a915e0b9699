//! What visitors may tell of themselves, if they like, once they have their number: counted, never kept.
//!
//! Promises: one counter for each answer and week and nothing else. No ticket, service, language, day or moment gets in, and
//! no two topics are crossed, so that no count is of one person because it asks too much at once.

use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Makes a closed list of answers with their codes.
macro_rules! answers {
    ($(#[$about:meta])* $name:ident { $($(#[$says:meta])* $answer:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$says])* $answer,)+
        }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[$name] = &[$($name::$answer,)+];

            /// Its name in the counts and their exports.
            pub fn code(self) -> &'static str {
                match self {
                    $($name::$answer => $code,)+
                }
            }
        }
    };
}

answers! {
    /// What may be told.
    Topic {
        /// Whether it is the first visit.
        FirstVisit = "first-visit",
        /// Gender.
        Gender = "gender",
        /// Age.
        Age = "age",
        /// By which right somebody is in the country.
        Status = "status",
    }
}

answers! {
    /// Whether somebody is here for the first time.
    FirstVisit {
        /// For the first time.
        Yes = "yes",
        /// Not for the first time.
        No = "no",
    }
}

answers! {
    /// Gender, as the visitor sees it.
    Gender {
        /// A woman.
        Woman = "woman",
        /// A man.
        Man = "man",
        /// Neither, or both.
        Other = "other",
    }
}

answers! {
    /// Age, in bands wide enough to say little.
    AgeBand {
        /// A minor.
        Under18 = "under-18",
        /// 18 to 24.
        From18 = "18-24",
        /// 25 to 34.
        From25 = "25-34",
        /// 35 to 49.
        From35 = "35-49",
        /// 50 to 64.
        From50 = "50-64",
        /// 65 and more.
        From65 = "65-and-over",
    }
}

answers! {
    /// By which right somebody is in the country; in words that blame nobody.
    Status {
        /// Asks for asylum.
        Asylum = "asylum",
        /// A refugee, or under subsidiary or temporary protection.
        Protection = "protection",
        /// Another permit to stay.
        Permit = "permit",
        /// A citizen of Italy or of another country of the European Union.
        Citizen = "citizen",
        /// No papers yet.
        NoPapersYet = "no-papers-yet",
    }
}

/// One answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tap {
    /// Whether it is the first visit.
    FirstVisit(FirstVisit),
    /// Gender.
    Gender(Gender),
    /// Age.
    Age(AgeBand),
    /// Status.
    Status(Status),
}

impl Topic {
    /// Every answer that may be given, in the order in which they are offered.
    pub fn answers(self) -> Vec<Tap> {
        match self {
            Topic::FirstVisit => FirstVisit::ALL.iter().copied().map(Tap::FirstVisit).collect(),
            Topic::Gender => Gender::ALL.iter().copied().map(Tap::Gender).collect(),
            Topic::Age => AgeBand::ALL.iter().copied().map(Tap::Age).collect(),
            Topic::Status => Status::ALL.iter().copied().map(Tap::Status).collect(),
        }
    }
}

impl Tap {
    /// Reads a topic's code and an answer's.
    pub fn parse(topic: &str, answer: &str) -> Option<Tap> {
        let topic = Topic::ALL.iter().find(|known| known.code() == topic)?;
        topic.answers().into_iter().find(|known| known.code() == answer)
    }

    /// What it tells of.
    pub fn topic(self) -> Topic {
        match self {
            Tap::FirstVisit(_) => Topic::FirstVisit,
            Tap::Gender(_) => Topic::Gender,
            Tap::Age(_) => Topic::Age,
            Tap::Status(_) => Topic::Status,
        }
    }

    /// The answer's name in the counts and their exports; see [`Tap::topic`] for the other half.
    pub fn code(self) -> &'static str {
        match self {
            Tap::FirstVisit(answer) => answer.code(),
            Tap::Gender(answer) => answer.code(),
            Tap::Age(answer) => answer.code(),
            Tap::Status(answer) => answer.code(),
        }
    }
}

/// How often each answer was given within one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taps {
    monday: Date,
    counts: BTreeMap<Tap, u32>,
}

impl Taps {
    /// The week in which this date lies, with no answers.
    pub fn of_week(date: Date) -> Taps {
        Taps { monday: monday_of(date), counts: BTreeMap::new() }
    }

    /// The week's first day.
    pub fn monday(&self) -> Date {
        self.monday
    }

    /// Counts an answer so many times more.
    pub fn add(&mut self, tap: Tap, times: u32) {
        let count = self.counts.entry(tap).or_default();
        *count = count.saturating_add(times);
    }

    /// How often each answer was given that was given at all.
    pub fn counts(&self) -> impl Iterator<Item = (Tap, u32)> {
        self.counts.iter().map(|(tap, count)| (*tap, *count))
    }

    /// How often an answer was given.
    pub fn count(&self, tap: Tap) -> u32 {
        self.counts.get(&tap).copied().unwrap_or(0)
    }

    /// How many have told anything of a topic.
    pub fn told(&self, topic: Topic) -> u32 {
        topic.answers().into_iter().fold(0, |sum, tap| sum.saturating_add(self.count(tap)))
    }
}

/// The Monday of the week in which a date lies: it names the week.
pub fn monday_of(date: Date) -> Date {
    date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days())
}
