//! What a visitor chooses on the glass.

use super::code::{DeskNumber, NeedCode, ServiceCode};
use super::institution::Colour;
use super::words::Words;

/// A node in the menu of needs, which has two levels at most.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    /// Its stable name: `health`, or `health.ssn` below it.
    pub code: NeedCode,
    /// What the visitor reads.
    pub label: Words,
    /// The name of its pictogram, as `pictogram.rs` lists them.
    pub pictogram: String,
    /// Its colour on the glass.
    pub colour: Colour,
    /// What is behind it.
    pub content: NeedContent,
}

/// What is behind a need.
#[derive(Debug, Clone, PartialEq)]
pub enum NeedContent {
    /// More precise needs to choose from.
    Menu(Vec<Need>),
    /// The end of the menu.
    Leaf {
        /// Where it leads.
        leads: Leads,
        /// What to bring, a line each.
        bring: Vec<Words>,
        /// A need that nobody in the room should read on a slip or hear called: paper and board show the letter only.
        discreet: bool,
    },
}

/// Where a leaf leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Leads {
    /// To these services, one after another: the steps of the ticket. Never empty.
    Services(Vec<ServiceCode>),
    /// Straight to a person, without a number and without waiting.
    Person {
        /// The desk to walk up to.
        desk: DeskNumber,
    },
}

impl Need {
    /// The needs one level down; none below a leaf.
    pub fn menu(&self) -> &[Need] {
        match &self.content {
            NeedContent::Menu(needs) => needs,
            NeedContent::Leaf { .. } => &[],
        }
    }

    /// Where this need leads, when it is a leaf.
    pub fn leads(&self) -> Option<&Leads> {
        match &self.content {
            NeedContent::Menu(_) => None,
            NeedContent::Leaf { leads, .. } => Some(leads),
        }
    }

    /// The services it leads to; none for a menu and for a need that leads straight to a person.
    pub fn services(&self) -> &[ServiceCode] {
        match self.leads() {
            Some(Leads::Services(services)) => services,
            _ => &[],
        }
    }

    /// What to bring, a line each.
    pub fn bring(&self) -> &[Words] {
        match &self.content {
            NeedContent::Menu(_) => &[],
            NeedContent::Leaf { bring, .. } => bring,
        }
    }

    /// Its texts and those of what is below it: label, what to bring, then the same for each need of its menu.
    pub(super) fn texts(&self) -> Vec<&Words> {
        let own = std::iter::once(&self.label).chain(self.bring());
        own.chain(self.menu().iter().flat_map(Need::texts)).collect()
    }

    pub(super) fn each_text_mut(&mut self, change: &mut impl FnMut(&mut Words)) {
        change(&mut self.label);
        match &mut self.content {
            NeedContent::Menu(needs) => needs.iter_mut().for_each(|need| need.each_text_mut(change)),
            NeedContent::Leaf { bring, .. } => bring.iter_mut().for_each(change),
        }
    }

    /// Whether paper and board must not tell what it is about.
    pub fn is_discreet(&self) -> bool {
        matches!(self.content, NeedContent::Leaf { discreet: true, .. })
    }
}
