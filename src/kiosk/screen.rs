//! What is on the glass, as plain data: every word is there already, in the visitor's language.
//!
//! Made by `compose.rs`, drawn by `glass.rs`. Two equal screens look the same, so whoever draws can leave what is equal.

use crate::domain::LanguageTag;
use crate::domain::institution::Colour;
use crate::locale::{Direction, TypeSetting};

/// What is on the glass.
#[derive(Debug, Clone, PartialEq)]
pub struct Screen {
    /// The language of every word on it.
    pub language: LanguageTag,
    /// The side its lines begin at.
    pub direction: Direction,
    /// The font family that is tried first.
    pub family: String,
    /// How its letters are set.
    pub type_setting: TypeSetting,
    /// The strip along the top.
    pub header: Header,
    /// The strip along the bottom.
    pub footer: Footer,
    /// What is between them.
    pub body: Body,
    /// The question whether somebody is still there, over everything.
    pub warning: Option<Warning>,
}

/// The strip along the top.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    /// The name over the door.
    pub site_name: String,
    /// The time, such as `09:05`.
    pub clock: String,
    /// The language button's name in the current language; `None` where the page itself is the choice.
    pub language: Option<String>,
    /// What the button is for, for those who listen.
    pub language_label: String,
    /// Something everybody must know now: numbers can't be had.
    pub notice: Option<String>,
}

/// The strip along the bottom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Footer {
    /// One page back.
    pub back: Option<String>,
    /// To the start.
    pub home: Option<String>,
    /// Out of the queue.
    pub leave: Option<String>,
}

/// What is between header and footer.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// The start, and the choice of another language.
    Languages(Languages),
    /// A question with tiles to choose from, on either level of the menu.
    Needs(Menu),
    /// Where a need leads, and the button for a number.
    Confirm(Confirmation),
    /// A person to walk up to, without a number.
    Person(Direct),
    /// Nobody is here for this need.
    Closed(Closed),
    /// The number is on its way.
    Waiting(Waiting),
    /// The number.
    Number(Number),
    /// There is no number, and what to do.
    Trouble(TroubleText),
    /// The code of an appointment.
    Code(Code),
    /// Whether to give the number up; and that it was.
    Leaving(Leaving),
    /// A question for the counts.
    Count(Count),
}

/// The start, and the choice of another language.
#[derive(Debug, Clone, PartialEq)]
pub struct Languages {
    /// The question.
    pub title: String,
    /// A greeting in each of the languages.
    pub greeting: String,
    /// What the tile below all languages says; empty where there is none.
    pub missing: String,
    /// A tile for each.
    pub tiles: Vec<Tile>,
}

/// A question with tiles to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct Menu {
    /// The question.
    pub title: String,
    /// What was chosen before, on the second level.
    pub chosen: Option<Heading>,
    /// At most ten.
    pub tiles: Vec<Tile>,
    /// What the button for those with an appointment says; `None` where nobody has one.
    pub appointment: Option<String>,
}

/// One thing to touch.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// A need's code or a language's tag.
    pub id: String,
    /// What is read.
    pub label: String,
    /// A smaller line below; empty for none.
    pub note: String,
    /// A pictogram's name; empty for none.
    pub pictogram: String,
    /// The colour of the pictogram, and of the tile while it is pressed.
    pub colour: Colour,
    /// Whether it leads to somebody who is here.
    pub is_open: bool,
}

/// A need, as a page is headed with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// Its words.
    pub label: String,
    /// Its pictogram's name.
    pub pictogram: String,
    /// Its colour.
    pub colour: Colour,
}

/// Where to go: an institution, its desks and their room.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// "First" or "then", when there are several; empty for one.
    pub step: String,
    /// The institution's official name; empty when it must not be told.
    pub institution: String,
    /// What that name means.
    pub gloss: String,
    /// The institution's colour.
    pub colour: Colour,
    /// "Desk" or "desks".
    pub desk_label: String,
    /// Their numbers.
    pub desks: Vec<String>,
    /// Where they stand.
    pub room: String,
}

/// Where a need leads, and the button for a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Confirmation {
    /// What was chosen, at most three.
    pub needs: Vec<Heading>,
    /// Where it leads, in order.
    pub places: Vec<Place>,
    /// How many wait.
    pub waiting: String,
    /// How long that may take; empty when nobody can tell.
    pub wait: String,
    /// The heading of the list of what to bring.
    pub bring_title: String,
    /// What to bring, a line each.
    pub bring: Vec<String>,
    /// The wish to go first; `None` where it is too late for it.
    pub sooner: Option<Choice>,
    /// "I need something else too"; `None` where no more fits on one number.
    pub more: Option<String>,
    /// What the button says.
    pub act: String,
}

/// Something to tick.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What it says.
    pub label: String,
    /// A smaller line below.
    pub note: String,
    /// Whether it is ticked.
    pub is_chosen: bool,
}

/// The code of an appointment, typed sign by sign.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    /// The question.
    pub title: String,
    /// A place for each sign; empty for those to come.
    pub signs: Vec<String>,
    /// What can be typed.
    pub keys: Vec<String>,
    /// What the key says that takes a sign back.
    pub erase: String,
    /// Why the code was not taken; empty for nothing.
    pub trouble: String,
    /// What the button says; `None` until the code is whole.
    pub act: Option<String>,
}

/// Whether to give the number up; and that it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaving {
    /// The number that it is about.
    pub number: String,
    /// The question, or what happened.
    pub title: String,
    /// What it means.
    pub text: String,
    /// "Yes"; `None` when it is done.
    pub yes: Option<String>,
    /// "No", or "I have finished".
    pub no: String,
}

/// A question for the counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// "Will you help us count?"
    pub invite: String,
    /// That it is anonymous.
    pub note: String,
    /// The question.
    pub title: String,
    /// The answers; their ids are topic and answer with a space between.
    pub tiles: Vec<Tile>,
    /// "I'd rather not say."
    pub skip: String,
}

/// A person to walk up to.
#[derive(Debug, Clone, PartialEq)]
pub struct Direct {
    /// What was chosen.
    pub need: Heading,
    /// "Go straight to the desk."
    pub title: String,
    /// "You need no number."
    pub text: String,
    /// Where.
    pub place: Place,
    /// What the button says.
    pub act: String,
}

/// Nobody is here for this need.
#[derive(Debug, Clone, PartialEq)]
pub struct Closed {
    /// What was chosen.
    pub need: Heading,
    /// "Nobody is here now."
    pub title: String,
    /// Who is not here.
    pub institution: String,
    /// What that name means.
    pub gloss: String,
    /// When they come next.
    pub next: String,
    /// What to do otherwise.
    pub help: String,
    /// The button for the same on paper, or how far the paper is.
    pub note: Note,
    /// What the button says.
    pub act: String,
}

/// What a page without a number says, on paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// What the button for it says.
    Offered(String),
    /// How far it is.
    Asked(SlipSign, String),
}

/// The number is on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// What was chosen.
    pub need: Heading,
    /// Words, once it has taken a while; empty before.
    pub text: String,
}

/// The number.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// "Your number", or "it is your turn".
    pub title: String,
    /// Such as `P 042`.
    pub number: String,
    /// The colour behind it.
    pub colour: Colour,
    /// Where to go first.
    pub place: Place,
    /// Where to go then, in one line; empty for one step.
    pub then: String,
    /// How many are ahead; empty once called.
    pub ahead: String,
    /// How long that may take; empty when nobody can tell.
    pub wait: String,
    /// How far the slip is.
    pub slip: SlipSign,
    /// The same in words.
    pub slip_text: String,
    /// The address behind the QR code; empty when phones can't reach this site, and its text too.
    pub address: String,
    /// What the code is for.
    pub address_text: String,
    /// The heading of the list of what to bring.
    pub bring_title: String,
    /// What to bring, a line each.
    pub bring: Vec<String>,
    /// What the button says.
    pub act: String,
}

/// How far the slip is, as a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipSign {
    /// On its way.
    Printing,
    /// It can be taken.
    Take,
    /// It may not come.
    Doubtful,
}

/// There is no number, and what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct TroubleText {
    /// What is the matter.
    pub title: String,
    /// Why, and what happens next.
    pub text: String,
    /// Whom to go to.
    pub help: String,
    /// "Try again"; `None` where that can't help.
    pub act: Option<String>,
}

/// The question whether somebody is still there.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// The question.
    pub title: String,
    /// What happens without an answer.
    pub text: String,
    /// How much of the time is left, 1 to 0.
    pub left: f32,
    /// "Yes."
    pub stay: String,
    /// "I have finished."
    pub leave: String,
}
