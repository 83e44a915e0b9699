//! Needs: the menu that visitors choose from on the glass.

use super::code::{DeskNumber, NeedCode, ServiceCode};
use super::institution::Colour;
use super::words::Words;

/// A node in the menu of needs, which has two levels at most.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Never changes: `health`, or `health.ssn` below it.
    pub code: NeedCode,
    /// As visitors read it.
    pub label: Words,
    /// The name of its pictogram, as `pictogram.rs` lists them.
    pub pictogram: String,
    pub colour: Colour,
    pub content: NeedContent,
}

/// A menu, or a leaf of the menu.
#[derive(Debug, Clone, PartialEq)]
pub enum NeedContent {
    /// More precise needs to choose from.
    Menu(Vec<Need>),
    Leaf {
        leads: Leads,
        /// Documents to bring, a line each.
        bring: Vec<Words>,
        /// Others in the room must not learn of the need: paper and board show the letter only.
        discreet: bool,
        /// It can't wait: the site must say what to do while its desk is not there.
        urgent: bool,
        fallback: Option<Fallback>,
    },
}

/// What helps while a need's desk is not there.
#[derive(Debug, Clone, PartialEq)]
pub struct Fallback {
    /// A telephone number, in ASCII digits.
    pub call: Option<String>,
    /// Other numbers, another place; may be empty beside a number.
    pub words: Words,
}

/// Where a leaf leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Leads {
    /// These services in order: the steps of the ticket. Never empty.
    Services(Vec<ServiceCode>),
    /// Straight to a desk, without a ticket and without waiting.
    Person { desk: DeskNumber },
}

impl Need {
    /// The needs one level down; none below a leaf.
    pub fn menu(&self) -> &[Need] {
        match &self.content {
            NeedContent::Menu(needs) => needs,
            NeedContent::Leaf { .. } => &[],
        }
    }

    /// `None` for a menu.
    pub fn leads(&self) -> Option<&Leads> {
        match &self.content {
            NeedContent::Menu(_) => None,
            NeedContent::Leaf { leads, .. } => Some(leads),
        }
    }

    /// The services it leads to; empty for a menu and for a need that leads straight to a desk.
    pub fn services(&self) -> &[ServiceCode] {
        match self.leads() {
            Some(Leads::Services(services)) => services,
            _ => &[],
        }
    }

    /// Documents to bring, a line each; empty for a menu.
    pub fn bring(&self) -> &[Words] {
        match &self.content {
            NeedContent::Menu(_) => &[],
            NeedContent::Leaf { bring, .. } => bring,
        }
    }

    /// What helps while its desk is not there.
    pub fn fallback(&self) -> Option<&Fallback> {
        match &self.content {
            NeedContent::Menu(_) => None,
            NeedContent::Leaf { fallback, .. } => fallback.as_ref(),
        }
    }

    /// All texts of this need and of those below it, in the order of the site file.
    pub(super) fn texts(&self) -> Vec<&Words> {
        let own = std::iter::once(&self.label).chain(self.bring()).chain(self.fallback().map(|it| &it.words));
        own.chain(self.menu().iter().flat_map(Need::texts)).collect()
    }

    pub(super) fn each_text_mut(&mut self, change: &mut impl FnMut(&mut Words)) {
        change(&mut self.label);
        match &mut self.content {
            NeedContent::Menu(needs) => needs.iter_mut().for_each(|need| need.each_text_mut(change)),
            NeedContent::Leaf { bring, fallback, .. } => {
                bring.iter_mut().chain(fallback.iter_mut().map(|it| &mut it.words)).for_each(change);
            }
        }
    }

    /// Whether paper and board must not reveal it.
    pub fn is_discreet(&self) -> bool {
        matches!(self.content, NeedContent::Leaf { discreet: true, .. })
    }
}
