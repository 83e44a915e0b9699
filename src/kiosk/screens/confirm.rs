//! Where the selected needs lead, and the button for a number.

use crate::domain::Attendance;
use crate::domain::wait::Expected;
use crate::kiosk::composer::Composer;
use crate::kiosk::page::Touch;
use crate::kiosk::parts::{Bring, DeskLocation, Heading, QueueLines};
use crate::kiosk::request::Selection;
use crate::kiosk::session;
use crate::kiosk::ui::{self, ScreenKind, TouchSender, Window};

/// The last screen before a number is taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Confirm {
    /// The selected needs, at most three.
    pub needs: Vec<Heading>,
    /// Where they lead, in order.
    pub locations: Vec<DeskLocation>,
    /// How many people wait; that no desk is open, when no one does.
    pub waiting: String,
    /// When a desk opens, and the expected wait; `None` without either.
    pub wait: Option<String>,
    /// What to bring for all of the needs.
    pub bring: Bring,
    /// The priority request; `None` once the needs can't be changed.
    pub priority: Option<PriorityOption>,
    /// The button to add a need; `None` when the number is full or can't be changed.
    pub more: Option<String>,
    /// The button for a number.
    pub act: String,
}

/// The priority request, to be ticked.
#[derive(Debug, Clone, PartialEq)]
pub struct PriorityOption {
    /// The request.
    pub label: String,
    /// Who it is meant for.
    pub note: String,
    /// Whether it is ticked.
    pub is_chosen: bool,
}

impl Confirm {
    /// A selection that was already requested from the hub can't be changed: the request may have succeeded.
    pub(super) fn compose(composer: &Composer, selection: &Selection, is_requested: bool) -> Confirm {
        let session = composer.session;
        let way = composer.day.way(&selection.needs, session.now());
        let first = way.first();
        let people = first.map_or(0, |service| composer.day.waiting_beside(service));
        let wait = first.and_then(|service| session.forecast().newcomer(service)).map(Expected::rounded);
        let opens = first.map(|service| composer.day.attendance(service, session.now()));
        let queue = QueueLines::of(composer, "kiosk-people-waiting", people, opens.unwrap_or(Attendance::Open), wait);
        let needs = composer.needs(&selection.needs);
        let may_change = !is_requested && !session.is_hub_gone();
        let has_room = selection.needs.len() < session::MAX_NEEDS_CHOSEN && session.has_language();
        Confirm {
            needs: needs.iter().map(|need| Heading::compose(composer, need)).collect(),
            locations: DeskLocation::of_services(composer, &way, needs.iter().any(|need| need.is_discreet())),
            waiting: queue.people,
            wait: queue.wait,
            bring: Bring::compose(composer, &needs),
            priority: may_change.then(|| PriorityOption {
                label: composer.message("kiosk-sooner"),
                note: composer.message("kiosk-sooner-who"),
                is_chosen: selection.is_priority,
            }),
            more: (may_change && has_room).then(|| composer.message("kiosk-add-need")),
            act: composer.message("kiosk-take-number"),
        }
    }

    pub(super) fn draw(&self, window: &Window) -> ScreenKind {
        let page = ui::global::<ui::ConfirmPage>(window);
        let before = page.get_data();
        let locations: Vec<_> = self.locations.iter().map(DeskLocation::to_slint).collect();
        let mut left_to_right = locations.clone();
        if ui::global::<ui::Words>(window).get_is_right_to_left() {
            left_to_right.reverse();
        }
        let priority = self.priority.as_ref();
        page.set_data(ui::ConfirmData {
            needs: ui::update_list(&before.needs, self.needs.iter().map(Heading::to_slint)),
            locations: ui::update_list(&before.locations, locations.into_iter()),
            locations_left_to_right: ui::update_list(&before.locations_left_to_right, left_to_right.into_iter()),
            waiting: ui::text(&self.waiting),
            wait: ui::optional(self.wait.as_deref()),
            bring: self.bring.to_slint(&before.bring),
            priority: ui::optional(priority.map(|option| option.label.as_str())),
            priority_note: ui::optional(priority.map(|option| option.note.as_str())),
            is_priority: priority.is_some_and(|option| option.is_chosen),
            more: ui::optional(self.more.as_deref()),
            act: ui::text(&self.act),
        });
        ScreenKind::Confirm
    }
}

pub(super) fn connect(window: &Window, touches: &TouchSender) {
    let page = ui::global::<ui::ConfirmPage>(window);
    page.on_toggle_priority(touches.sends(Touch::TogglePriority));
    page.on_add_need(touches.sends(Touch::AddNeed));
    page.on_confirm(touches.sends(Touch::Confirm));
}
