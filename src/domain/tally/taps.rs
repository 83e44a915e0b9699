//! The voluntary survey after a ticket was issued: answers are counted, and nothing else of them is kept.
//!
//! Promises: one counter for each answer and week. There is no ticket, service, language, day or time in it, and topics are
//! never crossed: crossing them would leave cells with a single person.

use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Defines an enum whose variants have stable codes: the topics, or the answers to one.
macro_rules! coded {
    ($(#[$about:meta])* $name:ident { $($(#[$says:meta])* $answer:ident = $code:literal,)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$says])* $answer,)+
        }

        impl $name {
            /// In the order in which they are offered.
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

coded! {
    /// The questions of the survey.
    Topic {
        FirstVisit = "first-visit",
        Gender = "gender",
        Age = "age",
        /// Legal status in the country.
        Status = "status",
    }
}

coded! {
    /// Whether it is the visitor's first visit.
    FirstVisit {
        Yes = "yes",
        No = "no",
    }
}

coded! {
    /// As visitors see themselves.
    Gender {
        Woman = "woman",
        Man = "man",
        /// Neither, or both.
        Other = "other",
    }
}

coded! {
    /// Age in years, in wide bands, so that small groups are rare.
    AgeBand {
        Under18 = "under-18",
        From18 = "18-24",
        From25 = "25-34",
        From35 = "35-49",
        From50 = "50-64",
        From65 = "65-and-over",
    }
}

coded! {
    /// Legal status in the country, in neutral terms.
    Status {
        /// Asylum seeker.
        Asylum = "asylum",
        /// Refugee status, or subsidiary or temporary protection.
        Protection = "protection",
        /// Another residence permit.
        Permit = "permit",
        /// Of Italy or of another country of the European Union.
        Citizen = "citizen",
        NoPapersYet = "no-papers-yet",
    }
}

/// An answer that a visitor taps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tap {
    FirstVisit(FirstVisit),
    Gender(Gender),
    Age(AgeBand),
    Status(Status),
}

impl Topic {
    /// All answers, in the order in which they are offered.
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
    /// Parses the code of a topic and that of an answer.
    pub fn parse(topic: &str, answer: &str) -> Option<Tap> {
        let topic = Topic::ALL.iter().find(|known| known.code() == topic)?;
        topic.answers().into_iter().find(|known| known.code() == answer)
    }

    /// The question that it answers.
    pub fn topic(self) -> Topic {
        match self {
            Tap::FirstVisit(_) => Topic::FirstVisit,
            Tap::Gender(_) => Topic::Gender,
            Tap::Age(_) => Topic::Age,
            Tap::Status(_) => Topic::Status,
        }
    }

    /// The answer's name in the counts and their exports, unique within [`Tap::topic`].
    pub fn code(self) -> &'static str {
        match self {
            Tap::FirstVisit(answer) => answer.code(),
            Tap::Gender(answer) => answer.code(),
            Tap::Age(answer) => answer.code(),
            Tap::Status(answer) => answer.code(),
        }
    }
}

/// The number of times that each answer was given within one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taps {
    monday: Date,
    counts: BTreeMap<Tap, u32>,
}

impl Taps {
    /// No answers yet, in the week that contains this date.
    pub fn of_week(date: Date) -> Taps {
        Taps { monday: monday_of(date), counts: BTreeMap::new() }
    }

    /// The week's first day.
    pub fn monday(&self) -> Date {
        self.monday
    }

    pub fn add(&mut self, tap: Tap, times: u32) {
        let count = self.counts.entry(tap).or_default();
        *count = count.saturating_add(times);
    }

    /// All counts above 0.
    pub fn counts(&self) -> impl Iterator<Item = (Tap, u32)> {
        self.counts.iter().map(|(tap, count)| (*tap, *count))
    }

    pub fn count(&self, tap: Tap) -> u32 {
        self.counts.get(&tap).copied().unwrap_or(0)
    }

    /// The number of answers to a topic.
    pub fn answered(&self, topic: Topic) -> u32 {
        topic.answers().into_iter().fold(0, |sum, tap| sum.saturating_add(self.count(tap)))
    }
}

/// The Monday of the week that contains a date. Weeks are identified by it.
pub fn monday_of(date: Date) -> Date {
    date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days())
}
