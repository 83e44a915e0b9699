//! How long the certificate that is shown will be believed.

use crate::clock::Clock;
use crate::health::{Check, PartFault};
use crate::tls::Https;
use jiff::{SignedDuration, Timestamp};

/// How long before its end a certificate has to be renewed.
const SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

/// What is wrong with a certificate's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValidityFault {
    /// It is for a later time: it, or the clock, is wrong.
    NotYet(Timestamp),
    Soon(Timestamp),
    Over(Timestamp),
}

/// Looks at the certificate that is shown. For `/healthz`.
pub(super) struct ValidityCheck {
    pub(super) https: Https,
    pub(super) clock: Clock,
}

impl ValidityFault {
    pub(super) fn of(https: &Https, now: Timestamp) -> Option<ValidityFault> {
        let shown = https.shown();
        let facts = shown.facts.as_ref()?;
        let soon = now.checked_add(SOON).unwrap_or(Timestamp::MAX);
        if facts.not_after < now {
            Some(ValidityFault::Over(facts.not_after))
        } else if now < facts.not_before {
            Some(ValidityFault::NotYet(facts.not_before))
        } else {
            (facts.not_after < soon).then_some(ValidityFault::Soon(facts.not_after))
        }
    }

    pub(super) fn log(self) {
        match self {
            ValidityFault::NotYet(from) => tracing::warn!(
                %from,
                "the certificate for https is not valid yet, and browsers refuse it: look at this machine's clock, or give another certificate"
            ),
            ValidityFault::Soon(until) => tracing::warn!(
                %until,
                "the certificate for https ends soon, and browsers then refuse it: renew it, for example with `sportello certificate`"
            ),
            ValidityFault::Over(until) => tracing::error!(
                %until,
                "the certificate for https has ended, and browsers refuse it: renew it, for example with `sportello certificate`"
            ),
        }
    }
}

impl Check for ValidityCheck {
    fn name(&self) -> &'static str {
        "certificate"
    }

    fn fault(&self) -> Option<PartFault> {
        ValidityFault::of(&self.https, self.clock.now()).map(|_| PartFault::CertificateEnds)
    }
}
