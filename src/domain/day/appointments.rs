//! Booking, cancelling and checking in with appointments.

use super::{Day, Decision};
use crate::domain::appointment::AppointmentCode;
use crate::domain::class::Class;
use crate::domain::code::{LanguageTag, ServiceCode};
use crate::domain::command::{FURTHEST_BOOKING_DAYS, Outcome};
use crate::domain::event::Event;
use crate::domain::number::Token;
use crate::domain::promise::Promise;
use crate::domain::refusal::Refusal;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;

/// The most appointments at once.
const MAX_APPOINTMENTS: usize = 5_000;

impl Day {
    pub(super) fn book(
        &self,
        service: &ServiceCode,
        at: Timestamp,
        code: AppointmentCode,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        // The journal stores milliseconds.
        let at = Timestamp::from_millisecond(at.as_millisecond()).unwrap_or(at);
        let institution = self.site.institution_of(service).ok_or_else(|| Refusal::UnknownService(service.clone()))?;
        let furthest = now.saturating_add(SignedDuration::from_hours(24 * FURTHEST_BOOKING_DAYS)).unwrap_or(now);
        if at <= now || at > furthest || !self.site.is_here(institution, at) {
            return Err(Refusal::NotBookable);
        }
        if self.appointments.len() >= MAX_APPOINTMENTS || self.appointments.contains_key(&code) {
            return Err(Refusal::TooManyAppointments);
        }
        let booked = Event::Booked { code, service: service.clone(), at };
        Ok(Decision { events: vec![booked], outcome: Outcome::Booked(code) })
    }

    pub(super) fn unbook(&self, code: AppointmentCode) -> Result<Decision, Refusal> {
        self.appointments.get(&code).ok_or(Refusal::UnknownAppointment)?;
        Ok(Decision { events: vec![Event::Unbooked { code }], outcome: Outcome::Done })
    }

    pub(super) fn check_in(
        &self,
        code: AppointmentCode,
        language: &LanguageTag,
        token: Token,
        now: Timestamp,
    ) -> Result<Decision, Refusal> {
        let appointment = self.appointments.get(&code).ok_or(Refusal::UnknownAppointment)?;
        if self.site.business_date(appointment.at) != self.site.business_date(now) {
            return Err(Refusal::AppointmentLater { at: self.site.local(appointment.at) });
        }
        let service = &appointment.service;
        // An appointment outlives a change of the site file: then its ticket stands without a place.
        let letter = self.site.service(service).or(self.site.services().first()).map(|service| service.letter);
        let letter = letter.ok_or_else(|| Refusal::UnknownService(service.clone()))?;
        let number = self.next_number(letter, language, token)?;
        let issued = Event::Issued {
            number,
            token,
            needs: Vec::new(),
            steps: vec![service.clone()],
            language: language.clone(),
            class: Class::Appointment(appointment.at),
            appointment: Some(code),
            promise: Some(Arc::new(Promise::of_service(&self.site, service, language))),
        };
        Ok(Decision { events: vec![issued], outcome: Outcome::Issued(number) })
    }
}
