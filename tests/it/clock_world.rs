//! A house whose wall clock and boot clock a test turns.

use crate::world::{World, demo_site};
use jiff::Timestamp;
use sportello::clock::{Clock, Hands};
use sportello::domain::{TicketNumber, time};
use std::time::Duration;

pub const MINUTE: u64 = 60;
/// A need of an institution that is here on weekday mornings.
pub const NEED: &str = "tax.code";

/// A running house, and the hands of its clock.
pub struct Site {
    pub world: World,
    pub hands: Hands,
}

pub fn at(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

impl Site {
    pub fn boots(wall: &str) -> Site {
        let hands = Hands::at(at(wall));
        let world = World::with_clock(demo_site(), |folder| clock(&hands, folder));
        Site { world, hands }
    }

    /// The power fails and comes back after a while; the wall clock then shows this.
    pub fn boots_again(self, wall: &str) -> Site {
        self.hands.boot(at(wall));
        self.starts_again()
    }

    /// The program ends and is started again.
    pub fn starts_again(self) -> Site {
        let Site { world, hands } = self;
        let world = world.restarts_with(|folder| clock(&hands, folder));
        Site { world, hands }
    }

    pub fn pass(&self, seconds: u64) {
        self.hands.pass(Duration::from_secs(seconds));
    }

    /// A command that changes nothing, as there are many in a minute.
    pub fn looks(&self) {
        let _ = self.world.desk(2).closes();
    }

    /// The clock is set, and stands so for as long as it takes to be believed.
    pub fn sets_clock(&self, wall: &str) {
        self.hands.set_wall(at(wall));
        self.looks();
        for _ in 0..7 {
            self.pass(10);
            self.looks();
        }
    }

    pub fn is_waiting(&self, number: TicketNumber) -> bool {
        self.world.ticket(number).is_waiting()
    }

    pub fn waited_minutes(&self, number: TicketNumber) -> u32 {
        time::minutes_between(self.world.ticket(number).issued_at, self.world.clock.now())
    }
}

pub fn clock(hands: &Hands, folder: &std::path::Path) -> Clock {
    Clock::of_hands(hands, folder, at("2026-01-01T00:00:00Z"))
}
