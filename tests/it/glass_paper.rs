//! The slip that did not come out: one touch brings it once the printer can print again, and only one ever comes.

use super::glass_world::Visitor;
use super::world::demo_site;
use sportello::domain::{SlipOutcome, Ticket};
use sportello::kiosk::parts::SlipSign;
use sportello::kiosk::screens::Body;
use sportello::kiosk::screens::number::Number;
use sportello::kiosk::session::NUMBER_STAYS_WITHOUT_SLIP;
use sportello::kiosk::{Effect, Input, Page, Touch};
use sportello::print::PrinterStatus;
use std::sync::Arc;

fn without_a_slip() -> (Visitor, Arc<Ticket>) {
    let mut visitor = Visitor::arrives_at(demo_site());
    visitor.tells(Input::PrinterChanged(PrinterStatus::PaperOut));
    visitor.chooses_language("uk");
    visitor.chooses(&["health", "health.ssn"]);
    let asked = visitor.confirms();
    let ticket = visitor.hub_issues(&asked);
    visitor.hears(&asked, Ok(Arc::clone(&ticket)));
    visitor.slip_is(&ticket, SlipOutcome::Failed);
    (visitor, ticket)
}

fn number(visitor: &Visitor) -> Number {
    match visitor.screen().body {
        Body::Number(number) => number,
        other => panic!("the number, not {other:?}"),
    }
}

#[test]
fn paper_that_is_back_after_ten_seconds_brings_the_slip_by_one_touch_and_once() {
    let (mut visitor, ticket) = without_a_slip();
    assert_eq!(number(&visitor).print, None, "nothing is offered that can't be done");
    assert_eq!(visitor.taps(Touch::PrintSlip), []);
    visitor.waits(10.0);
    visitor.tells(Input::PrinterChanged(PrinterStatus::Ready));
    assert!(number(&visitor).print.is_some());
    assert_eq!(visitor.taps(Touch::PrintSlip), [Effect::Print(Arc::clone(&ticket))]);
    assert_eq!((number(&visitor).print, number(&visitor).slip.sign), (None, SlipSign::Printing));
    assert_eq!(visitor.taps(Touch::PrintSlip), [], "it is on its way");
    visitor.slip_is(&ticket, SlipOutcome::Printed);
    assert_eq!(number(&visitor).slip.sign, SlipSign::Take);
    assert_eq!(visitor.taps(Touch::PrintSlip), [], "the visitor has it");
}

#[test]
fn paper_that_is_back_after_three_minutes_finds_the_next_visitor() {
    let (mut visitor, _) = without_a_slip();
    visitor.waits(180.0);
    assert_eq!(*visitor.session.page(), Page::START, "two minutes, and the desks can print it");
    visitor.tells(Input::PrinterChanged(PrinterStatus::Ready));
    assert_eq!(visitor.taps(Touch::PrintSlip), []);
}

#[test]
fn within_two_minutes_the_slip_can_be_had_and_a_touch_makes_them_longer() {
    let (mut visitor, ticket) = without_a_slip();
    visitor.waits(NUMBER_STAYS_WITHOUT_SLIP.as_secs_f64() - 1.0);
    visitor.tells(Touch::Anywhere);
    visitor.waits(90.0);
    visitor.tells(Input::PrinterChanged(PrinterStatus::NearEnd));
    assert_eq!(visitor.taps(Touch::PrintSlip), [Effect::Print(ticket)]);
}

#[test]
fn a_slip_that_may_have_come_out_is_not_printed_again_and_tries_are_bounded() {
    let (mut visitor, ticket) = without_a_slip();
    visitor.tells(Input::PrinterChanged(PrinterStatus::Ready));
    for _ in 0..2 {
        assert_eq!(visitor.taps(Touch::PrintSlip).len(), 1);
        visitor.slip_is(&ticket, SlipOutcome::Failed);
    }
    assert_eq!(number(&visitor).print, None, "three times is enough");
    assert_eq!(visitor.taps(Touch::PrintSlip), []);
    let (mut visitor, ticket) = without_a_slip();
    visitor.slip_is(&ticket, SlipOutcome::Unknown);
    visitor.tells(Input::PrinterChanged(PrinterStatus::Ready));
    assert_eq!((number(&visitor).print, visitor.taps(Touch::PrintSlip)), (None, vec![]));
}

/// A printer that stopped within a slip may finish it with the next roll.
#[test]
fn what_is_printed_after_a_torn_slip_is_marked_as_a_copy() {
    let (mut visitor, ticket) = without_a_slip();
    visitor.tells(Input::PrinterChanged(PrinterStatus::Ready));
    assert_eq!(visitor.taps(Touch::PrintSlip), [Effect::Print(Arc::clone(&ticket))], "nothing was sent before");
    visitor.slip_is(&ticket, SlipOutcome::Torn);
    assert_eq!(number(&visitor).slip.sign, SlipSign::Doubtful);
    assert!(number(&visitor).print.is_some());
    assert_eq!(visitor.taps(Touch::PrintSlip), [Effect::PrintCopy(ticket)], "the rest may come by itself");
}
