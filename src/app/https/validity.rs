//! How long browsers believe the certificate that is shown.

use crate::clock::Clock;
use crate::health::{Check, PartFault};
use crate::tls::{Https, Validity};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Looks at the certificate that is shown.
#[derive(Clone)]
pub(super) struct ValidityCheck {
    pub(super) https: Https,
    pub(super) clock: Clock,
    /// Whether the files can't be used: what is shown is gone with the next start.
    pub(super) is_unusable: Arc<AtomicBool>,
}

impl ValidityCheck {
    pub(super) fn validity(&self) -> Validity {
        match self.https.shown() {
            Some(shown) => shown.facts.as_ref().map_or(Validity::Valid, |facts| facts.validity(self.clock.now())),
            None => Validity::Ended,
        }
    }

    /// Says in the log what is wrong, if anything is.
    pub(super) fn log(&self) -> bool {
        let Some(shown) = self.https.shown() else { return false };
        let Some(facts) = &shown.facts else { return false };
        let (from, until) = (facts.not_before, facts.not_after);
        match self.validity() {
            Validity::Valid => return false,
            Validity::NotYet => tracing::warn!(
                %from,
                "the certificate for https is not valid yet, and browsers refuse it: look at this machine's clock, or give another certificate"
            ),
            Validity::EndsSoon => tracing::warn!(
                %until,
                "the certificate for https ends soon, and browsers then refuse it: renew it, for example with `sportello certificate`"
            ),
            Validity::Ended => tracing::error!(
                %until,
                "the certificate for https has ended, and browsers refuse it: renew it, for example with `sportello certificate`"
            ),
        }
        true
    }
}

/// For `/healthz`.
impl Check for ValidityCheck {
    fn name(&self) -> &'static str {
        "certificate"
    }

    fn fault(&self) -> Option<PartFault> {
        let is_faulty = self.is_unusable.load(Ordering::Relaxed) || self.validity() != Validity::Valid;
        is_faulty.then_some(PartFault::CertificateFaulty)
    }
}
